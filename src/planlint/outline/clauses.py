"""The leaves of the outline: a paragraph's sentences, their halves between ；, and the clauses between ，."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model.document import Clause
from planlint.text.lines import split_clauses, split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.document import Paragraph


def clauses_of(text: str, paragraph: Paragraph) -> tuple[Clause, ...]:
    """All clauses of a paragraph, in order: `建成园区3个，引进企业20家；新增就业500人。` has three, in two halves of one sentence."""
    return tuple(_clauses(text, paragraph))


def _clauses(text: str, paragraph: Paragraph) -> Iterator[Clause]:
    for sentence in split_sentences(text, paragraph.span):
        for half in split_sentences(text, sentence, at_semicolon=True):
            for span in split_clauses(text, half):
                yield Clause(span, half, sentence, paragraph)
