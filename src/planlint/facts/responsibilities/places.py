"""A place that names units, and what can be a unit's name: 市科技局 can, 相关企业的负责人 cannot."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.facts.responsibilities.lists import Name
    from planlint.facts.responsibilities.words import UnitWords
    from planlint.model.fact import Role
    from planlint.model.span import Span

NESTED = re.compile("[（(〔〈<][^（()）〔〕〈〉<>]*[)）〕〉>]")


@dataclass(frozen=True, slots=True)
class Found:
    """Names of units from one place, the role that the place gives, and the id of the mechanism.

    `row` counts the rows of the plan's tables; `task`, `measure` and `deadline` are what the row says beside the names, `section` is
    the row's own path.
    """

    names: list[Name]
    role: Role
    rule: str
    explicit: bool
    row: int | None = None
    task: str | None = None
    measure: str | None = None
    deadline: str | None = None
    section: str | None = None


def is_name(unit: str, words: UnitWords, *, loose: bool) -> bool:
    """Whether a phrase can be a unit's name: ends as one, names no person, is no sentence."""
    if (
        not 2 <= len(unit) <= 40
        or re.search("[。；：！？《》\n]", unit)
        or re.search("[0-9，]", NESTED.sub("", unit[2:]))
    ):
        return False
    if words.persons.search(unit) and not words.strong.search(unit):
        return False
    if loose:
        return not unit.startswith(("对", "将", "为", "不", "的", "以下"))
    if (
        len(unit) > 20
        or words.refute.search(unit)
        or re.search(
            "[要需的在将了为从把被使得]|应(?!急|用)|对(?!外|台)|支持|鼓励|加强|推进|建立|参照|[一-鿿]{2}向",
            unit[:-1],
        )
    ):
        return False
    return words.any_end.search(bare(unit)) is not None


def bare(unit: str) -> str:
    """A unit's name without the gloss behind it: 市监局（知识产权局）-> 市监局."""
    return re.sub("[（(〔〈<][^（()）〔〕〈〉<>]*[)）〕〉>]$", "", unit)


def inside(at: int, spans: Sequence[Span]) -> bool:
    """Whether a character lies in one of the spans, which are sorted and disjoint."""
    i = bisect_right(spans, at, key=lambda s: s.start) - 1
    return i >= 0 and at < spans[i].end
