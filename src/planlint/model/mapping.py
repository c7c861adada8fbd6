"""What the user says of rows: which nouns are one, which modes and levels of a noun count as one, and which rows stand apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Mode = Literal["培育", "新增", "累计", "达到", "增速", "增量", "占比"]
Level = Literal["国家", "省及以上", "省", "市及以上", "市", "区县及以上", "区县"]
Aspect = Literal["mode", "level"]


@dataclass(frozen=True, slots=True)
class Join:
    """Modes and levels of one noun that count as the first of them; None stands for what the text leaves unsaid."""

    noun: str
    modes: tuple[str | None, ...] = ()
    levels: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Split:
    """A noun whose modes or levels have rows of their own (`by`), or which some printed names leave (`names`)."""

    noun: str
    by: tuple[Aspect, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowMapping:
    """`names` leads from each other noun to the one that it is merged into."""

    names: Mapping[str, str] = field(default_factory=dict)
    joins: tuple[Join, ...] = ()
    splits: tuple[Split, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.names or self.joins or self.splits)
