"""Remarks on rows and short texts of cells, worded: 口径不同：江都 累计，晋城、沂源 未注明; `≥ 40 家 (2025)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.report.amounts import amount, percent, span_of_amounts
from planlint.sheets.sheet import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.model.comparison import IndicatorCell, IndicatorRow, Remark, SubsidyCell
    from planlint.words import Words

# What a cell says of itself where it is not what most of its row say; the others have a place of their own in its text.
_TOLD = ("mode", "level", "scope", "baseline")
# A remark stands on every line of its row: one that named ten thousand plans would make the file grow with their square.
_MOST_NAMED = 20
# A fall is signed: at least 3 % less is at most −3 %.
_FALLEN = {">=": "<=", "<=": ">=", ">": "<", "<": ">"}
SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "~": "≈", "=": ""}


def reason_of(row: IndicatorRow, words: Words) -> str | None:
    """Why the row cannot be compared, None where it can."""
    return reasons_said(row.reasons, words)


def reasons_said(reasons: Iterable[Remark], words: Words) -> str | None:
    """Several remarks in one line, None where there are none."""
    mark = words["semicolon"]
    return mark.join(said(reason, words) for reason in reasons) or None


def apart(cell: IndicatorCell, words: Words) -> str | None:
    """In what a cell is another measure than most of its row: 层级：省级; None for a cell like most."""
    parts = [
        words.say(f"apart.{name.replace('_', '-')}", value=getattr(cell, name) or words["unsaid"])
        for name in cell.differs
    ]
    return words.join(parts) or None


def said(remark: Remark, words: Words) -> str:
    """One remark as a sentence."""
    comma = words["clause_comma"]
    groups = comma.join(
        f"{_named(plans, words)} {name if name is not None else words['unsaid']}"
        for name, plans in remark.groups[:_MOST_NAMED]
    )
    if len(remark.groups) > _MOST_NAMED:
        groups = f"{groups}{comma}… ({len(remark.groups)})"
    return words.say(
        f"remark.{remark.code}",
        plans=_named(remark.plans, words),
        values=words.join(remark.values),
        groups=groups,
    )


def _named(plans: Sequence[str], words: Words) -> str:
    """The plans by name; of very many the first, and how many they are."""
    named = words.join(plans[:_MOST_NAMED])
    return named if len(plans) <= _MOST_NAMED else f"{named}… ({len(plans)})"


def value_text(cell: IndicatorCell, words: Words) -> str:
    """`≥10万平方米`; the words for a cell without a value."""
    if cell.state == "no-number":
        return words["compare.mentioned"]
    if cell.state == "placeholder":
        return f"__{cell.unit or ''}"
    gap = words["gap"]
    there = cell.shown or cell
    figures = span_of_amounts(plain(there.value), plain(there.value_max), words)
    # 左右 says it already
    comparator = _FALLEN.get(cell.comparator, cell.comparator) if cell.falls else cell.comparator
    sign = "" if comparator == "~" and cell.hedge else SIGNS[comparator]
    text = f"{sign}{figures}{gap}{there.unit or ''}".rstrip()
    return f"{text}{cell.hedge}" if cell.hedge else text


def cell_text(cell: IndicatorCell, words: Words) -> str:
    """A cell of the matrix: value, star where it is softened, basis, year, rank, line."""
    parts = [value_text(cell, words) + ("*" if cell.aspirational else "")]
    told = [getattr(cell, name) or words["unsaid"] for name in cell.differs if name in _TOLD]
    if told:
        parts.append(f"[{words.join(told)}]")
    if cell.basis:
        parts.append(cell.basis)
    if cell.part_of:
        parts.append(f"{words['part_of']}")
    if cell.year:
        parts.append(f"({cell.year})")
    if cell.rank:
        parts.append(f"#{cell.rank}")
    return f"{' '.join(parts)} L{cell.evidence.line}"


def money_text(cell: SubsidyCell, words: Words) -> str:
    """A step of the ladder: `20% ≤200万元`, `40万元 每年`."""
    parts = []
    unit = words["yuan"]
    if cell.rate is not None:
        parts.append(percent(float(cell.rate)))
    if cell.amount is not None:
        parts.append(f"{amount(plain(cell.amount), words)}{unit}")
    elif cell.amount_min is not None or cell.amount_max is not None:
        low, high = plain(cell.amount_min), plain(cell.amount_max)
        parts.append(f"{span_of_amounts(low, high, words)}{unit}")
    if cell.cap is not None:
        parts.append(f"≤{amount(plain(cell.cap), words)}{unit}")
    parts += [text for text in (cell.per, cell.term) if text and text != "一次性"]
    return " ".join(dict.fromkeys(parts))
