"""Precision, recall and F1 by kind of fact, and of each field how often it is right where the fact is found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.sheets.document import Document, Paragraph, Title
from planlint.sheets.sheet import Column, Kind, Sheet, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model.scores import FieldScore, KindScore, Scores
    from planlint.sheets.document import Block
    from planlint.sheets.look import Look
    from planlint.sheets.sheet import Filled
    from planlint.words import Words


def kinds_and_all(scores: Scores) -> Iterable[KindScore]:
    """The kinds that either side has anything of, and all facts together."""
    return [*(score for score in scores.kinds.values() if score.one or score.other), scores.facts]


def paired_fields(scores: Scores) -> Iterable[FieldScore]:
    """The fields of facts that both sides have, where they say anything."""
    return [found for found in scores.fields.values() if any(pair != (None, None) for pair in found.values)]


def rounded(value: float | None) -> str:
    """Three figures; a dash where there is nothing to divide by, or kappa is undefined."""
    return "—" if value is None else f"{value:.3f}"


def kind_of(score: KindScore, words: Words) -> str:
    """The kind in words."""
    return words["score.facts"] if score.kind == "facts" else words[score.kind]


def field_name(found: FieldScore, words: Words) -> str:
    """The field in words: the unit of a responsibility is an agency."""
    return words["agency"] if (found.kind, found.name) == ("responsibilities", "unit") else words[found.name]


KINDS = Sheet(
    "scores",
    of=kinds_and_all,
    title="score.kinds",
    columns=(
        Column("fact_kind", kind_of, Kind.SAID),
        Column("score.program", lambda score: str(score.one), right=True),
        Column("score.reviewed", lambda score: str(score.other), right=True),
        Column("score.right", lambda score: str(score.right), right=True),
        Column("score.precision", lambda score: rounded(score.precision), right=True),
        Column("score.recall", lambda score: rounded(score.recall), right=True),
        Column("score.f1", lambda score: rounded(score.f1), right=True, style="bold"),
    ),
)
FIELDS = Sheet(
    "fields",
    of=paired_fields,
    title="score.fields",
    columns=(
        Column("fact_kind", lambda found: found.kind, Kind.CODE),
        Column("score.field", field_name, Kind.SAID),
        Column("score.pairs", lambda found: str(len(found.values)), right=True),
        Column("score.same", lambda found: rounded(found.agreement), right=True),
    ),
)


def documents(scores: Scores, look: Look, *, screen: bool) -> Iterator[Document]:  # noqa: ARG001 - the same on a screen and on a page
    """The one document."""
    yield Document(
        "score", blocks(scores, look, (KINDS, FIELDS), look.words.say("score.title", n=scores.plans))
    )


def blocks(scores: Scores, look: Look, sheets: tuple[Sheet, ...], title: str) -> Iterator[Block]:
    """The sheets below the title, and how they are counted."""
    words = look.words
    yield Title(title)
    for sheet in sheets:
        yield replace(sheet.filled(scores, View.EYES, words), nothing=words["none"])
    yield Paragraph(words["score.note"])


def main(scores: Scores, look: Look) -> Filled:
    """The kinds."""
    return KINDS.filled(scores, View.FLAT, look.words)


def files(scores: Scores, look: Look) -> Iterator[Filled]:
    """Kinds and fields."""
    yield from (sheet.filled(scores, View.FLAT, look.words) for sheet in (KINDS, FIELDS))


def book(scores: Scores, look: Look) -> Iterator[Filled]:
    """Kinds and fields."""
    yield from (sheet.filled(scores, View.BOOK, look.words) for sheet in (KINDS, FIELDS))
