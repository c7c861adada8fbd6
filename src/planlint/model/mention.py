"""What the scanner finds in clean text: numerals, numbers with their units and bounds, times. Spans count in CLEAN text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal

    from planlint.model.span import Span

Dimension = Literal[
    "money", "area", "share", "points", "length", "mass", "energy", "duration", "count", "times", "none"
]

# What a numeral can be by its own shape and its word: a role of the ledger.
Form = Literal["contact", "code", "heading", "word", "name", "date"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """One numeral or placeholder as written: `3.5`, `十二`, `1亿2000万`, `百分之五`, `xx`. Every numeral of the text is one.

    `value` is what it says without the multiplier behind it (3.5 of 3.5万); None for a placeholder, and for what is beyond all counting.
    `form` is what its own shape says for certain where it counts nothing: a telephone number, the code of a web address, a label (3.1.2).
    """

    span: Span
    kind: Literal["arabic", "han", "placeholder"]
    value: Decimal | None = None
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and bounds: `不少于40家`, `50-100万元`, `xx 亿元`.

    `span` covers comparator, numeral, unit and hedge; `number` numeral(s) and unit; `value` is in `unit`, with 万 and 亿
    multiplied out, None for a placeholder; `value_max` is the upper end of a range. `per` is what stands behind a slash (元/亩: 亩).
    """

    span: Span
    number: Span
    value: Decimal | None
    value_max: Decimal | None
    unit: str | None
    dimension: Dimension
    comparator: str = "="
    hedge: str | None = None
    per: str | None = None

    @property
    def placeholder(self) -> bool:
        """Whether the number is left blank in the text."""
        return self.value is None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression: `到2025年底`, `2022年6月30日前`, `三年内`, `每年`, `“十四五”末`.

    `role`: `by` names the time by which (`deadline` is `2025`, `2024-06` or `2022-06-30`; `-06` of the year that is spoken of, `+3m` months
    or `+30d` days after the print); `from` the time since or against which
    (自2021年起, 较2020年); `within` counts `years` from the start of the plan; `recurring` comes back (`recurrence`: yearly …).
    """

    span: Span
    role: Literal["by", "from", "within", "recurring"]
    deadline: str | None = None
    start: str | None = None
    years: int | None = None
    recurrence: str | None = None


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of a clean text, each tuple sorted by place. No two quantities overlap, nor two times."""

    numerals: tuple[Numeral, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeMention, ...]
