"""The agreement of two reviewers: F1 by kind of fact, and of each field the share of equal values and Cohen's kappa."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.report.scores.shown import blocks, field_name, kind_of, kinds_and_all, paired_fields, rounded
from planlint.sheets.document import Document
from planlint.sheets.sheet import Column, Kind, Sheet, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.scores import Scores
    from planlint.sheets.look import Look
    from planlint.sheets.sheet import Filled

KINDS = Sheet(
    "agreement",
    of=kinds_and_all,
    title="score.kinds",
    columns=(
        Column("fact_kind", kind_of, Kind.SAID),
        Column("agree.one", lambda score: str(score.one), right=True),
        Column("agree.other", lambda score: str(score.other), right=True),
        Column("score.right", lambda score: str(score.right), right=True),
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
        Column("agree.kappa", lambda found: rounded(found.kappa), right=True, style="bold"),
    ),
)


def documents(scores: Scores, look: Look, *, screen: bool) -> Iterator[Document]:  # noqa: ARG001 - the same on a screen and on a page
    """The one document."""
    yield Document(
        "agree", blocks(scores, look, (KINDS, FIELDS), look.words.say("agree.title", n=scores.plans))
    )


def main(scores: Scores, look: Look) -> Filled:
    """The kinds."""
    return KINDS.filled(scores, View.FLAT, look.words)


def files(scores: Scores, look: Look) -> Iterator[Filled]:
    """Kinds and fields."""
    yield from (sheet.filled(scores, View.FLAT, look.words) for sheet in (KINDS, FIELDS))


def book(scores: Scores, look: Look) -> Iterator[Filled]:
    """Kinds and fields."""
    yield from (sheet.filled(scores, View.BOOK, look.words) for sheet in (KINDS, FIELDS))
