"""What the texts of several plans have in common: themes, shared passages with both places, what only one says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.plan_facts import Evidence


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One theme (人才) and the sections of each plan that are about it, as (plan, heading, evidence)."""

    theme: str
    places: Sequence[ThemePlace]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThemePlace:
    """A section of a plan that is about a theme."""

    plan: str
    heading: str
    characters: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A stretch of text that two plans share, with both places."""

    first: str
    second: str
    characters: int
    first_evidence: Evidence
    second_evidence: Evidence


@dataclass(frozen=True, slots=True)
class TextPair:
    """How much of each of two plans stands in the other: `share_of_first` is the part of the first that the second has too."""

    first: str
    second: str
    shared_characters: int
    share_of_first: float
    share_of_second: float
    passages: tuple[SharedPassage, ...]


@dataclass(frozen=True, slots=True)
class TextComparison:
    """Structure, themes and copied text. `unique` is the part of each plan's characters that no other plan of the comparison has.

    `formulas` counts the runs that so many plans share that they are copied from nobody; `pairs_left_out` the pairs with little in
    common that were not laid side by side.
    """

    themes: tuple[ThemeRow, ...]
    pairs: tuple[TextPair, ...]
    unique: tuple[tuple[str, float], ...]
    formulas: int = 0
    pairs_left_out: int = 0
