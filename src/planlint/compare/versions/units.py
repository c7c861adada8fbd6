"""Tasks whose units changed: 区科技局 → 区工信局, or 责任 → 牵头."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from planlint.compare.departments import department
from planlint.compare.versions.alike import partners
from planlint.model.difference import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.fact import Responsibility
    from planlint.model.plan_facts import Evidence, PlanFacts
    from planlint.rulebook import Rulebook

_ALIKE = 60
_ROLES = {"lead": "牵头", "responsible": "责任", "cooperate": "配合", "implement": "实施"}


def unit_changes(old: PlanFacts, new: PlanFacts, rules: Rulebook) -> Iterator[Difference]:
    """One difference for each task that both versions have and that other units answer for now."""
    before, after = _by_section(old), _by_section(new)
    for old_path, new_path in _same_tasks(old, new):
        was, now = before.get(old_path, []), after.get(new_path, [])
        if _jobs(was, rules) == _jobs(now, rules):
            continue
        heading = next((s for s in new.sections if s.path == new_path), None)
        name = f"{new_path.replace('|', '')} {heading.heading if heading else ''}".strip()
        yield Difference(
            subject="unit",
            change="reassigned",
            what=name,
            was=_short(was),
            now=_short(now),
            section=new_path or None,
            before=_evidence(was, old),
            after=_evidence(now, new),
        )


def _by_section(plan: PlanFacts) -> dict[str, list[Responsibility]]:
    found: dict[str, list[Responsibility]] = defaultdict(list)
    for item in plan.responsibilities:
        found[item.section or ""].append(item)
    return found


def _same_tasks(old: PlanFacts, new: PlanFacts) -> list[tuple[str, str]]:
    """The paths of the sections that stand in both, by the likeness of their headings."""
    pairs = partners([s.heading for s in old.sections], [s.heading for s in new.sections], _ALIKE)
    whole = [("", "")]  # units that no heading holds
    return whole + [(old.sections[i].path, new.sections[j].path) for i, j in pairs]


def _jobs(items: list[Responsibility], rules: Rulebook) -> Counter[tuple[str, str]]:
    """Who answers in which role; in a table each of its rows counts."""
    jobs: Counter[tuple[str, str]] = Counter((department(item, None, "", rules), item.role) for item in items)
    of_table = any(item.in_table is not None for item in items)
    return jobs if of_table else Counter(dict.fromkeys(jobs, 1))


def _short(items: list[Responsibility]) -> str | None:
    roles: dict[str, list[str]] = defaultdict(list)
    for item in items:
        if item.unit not in roles[item.role]:
            roles[item.role].append(item.unit)
    return "；".join(f"{_ROLES[role]}：{'、'.join(units)}" for role, units in roles.items()) or None


def _evidence(items: list[Responsibility], plan: PlanFacts) -> Evidence | None:
    return plan.evidence(items[0].quote, items[0].span) if items else None
