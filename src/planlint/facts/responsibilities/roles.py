"""The role of one name: what its list says of it, else what the document says of all lists, else what the label says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.facts.responsibilities.found import Found, Name
    from planlint.model.fact import Role
    from planlint.model.terms import ScopeRule


def role_of(name: Name, found: Found, scope: Sequence[ScopeRule]) -> Role:
    """甲局牵头 leads whatever the label; in 责任单位：甲局，乙局 a scope rule decides, where one fits the list."""
    if name.role is not None and name.role != "responsible":
        return name.role
    if found.open_roles and len(found.names) > 1:
        for rule in scope:
            placed = [_stands(rule, other) for other in found.names]
            # 逗号前为牵头单位 says nothing of a list without a comma
            if any(placed) and not all(placed):
                return rule.role if _stands(rule, name) else rule.rest or found.role
    return found.role


def _stands(rule: ScopeRule, name: Name) -> bool:
    if rule.position == "first":
        return name.rank == 0
    if rule.position == "before":
        return not any(mark in name.behind for mark in rule.marks)
    return bool(name.sign) and name.sign in rule.marks
