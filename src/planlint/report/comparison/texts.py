"""文本: which plan treats which theme, what two plans have word for word in common, and what is a plan's own."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from planlint.report.amounts import percent
from planlint.report.comparison.place import of, place
from planlint.report.comparison.plans import MATRIX_PLANS, MOST_ROWS
from planlint.sheets.sheet import Column, Kind, Sheet, View
from planlint.text.width import flat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.comparison import Comparison
    from planlint.model.shared_text import SharedPassage, TextPair, ThemePlace, ThemeRow
    from planlint.sheets.sheet import Filled
    from planlint.words import Words

_MOST_PASSAGES = 3
_QUOTE = 80


class _Place(NamedTuple):
    row: ThemeRow
    place: ThemePlace


class _Passage(NamedTuple):
    pair: TextPair
    passage: SharedPassage


def _places(comparison: Comparison) -> Iterator[_Place]:
    return (_Place(row, found) for row in comparison.text.themes for found in row.places)


def _passages(comparison: Comparison) -> Iterator[_Passage]:
    return (_Passage(pair, passage) for pair in comparison.text.pairs for passage in pair.passages)


THEMES = Sheet(
    "themes",
    of=_places,
    title="compare.themes",
    columns=(
        Column("theme", of("row", "theme")),
        Column("plan", of("place", "plan")),
        Column("heading", of("place", "heading")),
        Column("characters", of("place", "characters"), Kind.NUMBER),
        *place(of("place", "evidence")),
    ),
)
PAIRS = Sheet(
    "pairs",
    of=of("text", "pairs"),
    title="compare.pairs",
    columns=(
        Column("first", of("first")),
        Column("second", of("second")),
        Column("shared_characters", of("shared_characters"), Kind.NUMBER),
        Column("share_of_first", of("share_of_first"), Kind.SHARE),
        Column("share_of_second", of("share_of_second"), Kind.SHARE),
    ),
)
PASSAGES = Sheet(
    "passages",
    of=_passages,
    title="compare.passages",
    columns=(
        Column("first", of("pair", "first")),
        Column("second", of("pair", "second")),
        Column("shared_characters", of("passage", "characters"), Kind.NUMBER),
        *place(of("passage", "first_evidence")),
        Column("second_quote", of("passage", "second_evidence", "quote")),
        Column("second_line", of("passage", "second_evidence", "line"), Kind.NUMBER),
    ),
)
UNIQUE = Sheet(
    "unique",
    of=of("text", "unique"),
    title="compare.unique",
    columns=(
        Column("plan", lambda own: own[0]),
        Column("unique_share", lambda own: own[1], Kind.SHARE, View.FILES),
        Column("unique_share", lambda own: percent(own[1]), views=View.EYES),
    ),
    fixed=1,
)


def shown(comparison: Comparison, words: Words) -> Iterator[Filled]:
    """Themes against plans, each plan's own part, and the pairs with their longest passages."""
    few = len(comparison.plans) <= MATRIX_PLANS
    columns = map(_counts, (plan.label for plan in comparison.plans)) if few else _MANY
    themes = Sheet(
        "themes", of("text", "themes"), (Column("theme", of("theme")), *columns), "compare.themes", fixed=1
    )
    yield themes.filled(comparison, View.EYES, words)
    if comparison.text.unique and few:
        yield UNIQUE.filled(comparison, View.EYES, words)
    left = comparison.text.pairs_left_out
    notes = (words.say("compare.pairs_left", n=left),) if left else ()
    pairs = Sheet("pairs", of("text", "pairs"), _pair_columns(words), "compare.pairs", fixed=2)
    filled = pairs.filled(comparison, View.EYES, words).listed(MOST_ROWS, words["compare.more"])
    yield replace(filled, notes=notes)


def _counts(label: str) -> Column:
    def value(row: ThemeRow) -> str:
        return str(Counter(found.plan for found in row.places)[label] or "")

    return Column(label, value, label=label)


_MANY = (
    Column("treated", lambda row: str(len({found.plan for found in row.places}))),
    Column("missing_in", lambda row: str(len(row.missing))),
)


def _pair_columns(words: Words) -> tuple[Column, ...]:
    return (
        Column("first", of("first")),
        Column("second", of("second")),
        Column("shared_characters", lambda pair: str(pair.shared_characters)),
        Column(
            "shares",
            lambda pair: f"{percent(pair.share_of_first)} / {percent(pair.share_of_second)}",
            label=f"{words['share_of_first']} / {words['share_of_second']}",
        ),
        Column("quote", _longest),
    )


def longest(pair: TextPair) -> list[SharedPassage]:
    """The passages of a pair, the longest first."""
    return sorted(pair.passages, key=lambda p: (-p.characters, p.first_evidence.span))


def _longest(pair: TextPair) -> str:
    return "\n".join(
        f"L{p.first_evidence.line}/L{p.second_evidence.line} {_short(p.first_evidence.quote)}"
        for p in longest(pair)[:_MOST_PASSAGES]
    )


def _short(quote: str) -> str:
    text = flat(quote)
    return text if len(text) <= _QUOTE else f"{text[: _QUOTE - 1]}…"
