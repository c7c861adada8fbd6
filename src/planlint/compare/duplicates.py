"""Plans that are one text: the same file twice, or its copy in another format, with another letter in front of it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.model.plan_facts import PlanFacts


def duplicates(plans: Iterable[PlanFacts]) -> tuple[tuple[str, ...], ...]:
    """Groups of paths whose plans say the same, letter for letter, each in the order of its plans."""
    same: dict[object, list[str]] = defaultdict(list)
    for plan in plans:
        same[_text_of(plan)].append(plan.path)
    return tuple(tuple(paths) for paths in same.values() if len(paths) > 1)


def _text_of(plan: PlanFacts) -> object:
    mark, said = plan.fingerprint, plan.document
    if not mark.hashes:
        return plan.sha256  # too short for a fingerprint
    # the first and last letters lie in few shingles: a plan that was signed anew is another one
    return hash((mark.hashes.tobytes(), mark.size, said.title, said.signed_on))
