"""The user's mapping laid over the keys of one plan: 创新载体面积 is 科创载体面积, 培育 counts as 新增, 专业化众创空间 stands alone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.text.plain import plain

if TYPE_CHECKING:
    from planlint.model.mapping import RowMapping
    from planlint.model.plan_facts import IndicatorKey, KeyedTarget, PlanFacts


class Mapped:
    """Asked for one plan at a time."""

    def __init__(self, rows: RowMapping) -> None:
        self._rows = rows
        self._apart: dict[str, list[str]] = defaultdict(list)
        for split in rows.splits:
            self._apart[split.noun] += sorted(split.names, key=lambda name: (-len(name), name))
        self._modes = {(join.noun, mode): join.modes[0] for join in rows.joins for mode in join.modes}
        self._levels = {(join.noun, level): join.levels[0] for join in rows.joins for level in join.levels}

    def __call__(self, plan: PlanFacts) -> PlanFacts:
        """The plan with its keys as the user wants them."""
        if not self._rows:
            return plan
        names = self._rows.names
        subsidies = tuple(replace(s, object=names.get(s.object, s.object)) for s in plan.subsidies)
        targets = tuple(replace(target, key=self._key(target)) for target in plan.targets)
        return replace(plan, targets=targets, subsidies=subsidies)

    def _key(self, target: KeyedTarget) -> IndicatorKey:
        key = target.key
        printed = plain(target.target.indicator)
        noun = next((name for name in self._apart.get(key.noun, ()) if name in printed), key.noun)
        noun = self._rows.names.get(noun, noun)
        return replace(
            key,
            noun=noun,
            mode=self._modes.get((noun, key.mode), key.mode),
            level=self._levels.get((noun, key.level), key.level),
        )
