"""The full name of a department: 区科技局 in a plan of 澄江区 is 澄江区科学技术局."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.text.han import HAN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.facts.responsibilities.words import UnitWords

_LEVEL = re.compile(f"^(自治区|省|市|区|县|州|镇|乡)(?={HAN}{{2}})")
_PREFIX = re.compile(
    f"^((?:{HAN}{{2,6}})?(?:示范区|试验区|开发区|新区|自治区|省|市|区|县))(?={HAN}{{2,}}(?:局|委|办|厅|部|院|中心|会)$)"
)
# What is part of a government takes its place's name; a company or a bank does not.
_DEPARTMENT = re.compile("(?:局|委|委员会|办|办公室|厅|部|署|院|中心|会)$")


def prefix_of(unit: str) -> str | None:
    """The shared prefix that the first unit of a list lends to the others: 示范区财政局 lends 示范区."""
    match = _PREFIX.match(unit)
    return match.group(1) if match else None


def canonical(
    unit: str, prefix: str | None, place: str | None, words: UnitWords, own: Mapping[str, str]
) -> str | None:
    """The full name; None for a generic group (各有关部门) or a name without a department's ending. `own` are the document's short names."""
    if unit.startswith(("各", "有关", "相关")) or not words.is_strong(unit):
        return None
    spelt = _spelt_out(unit, own)
    if spelt != unit:
        unit, prefix = spelt, None
    full = unit
    for size in range(min(words.longest_short, len(unit)), 1, -1):
        long_name = words.short_names.get(unit[-size:])
        if long_name is not None:
            # 审批局 is short for 行政审批局, but 市行政审批局 is full as it stands
            full = unit if unit.endswith(long_name) else unit[:-size] + long_name
            break
    if (
        prefix_of(full) is None
        and prefix is not None
        and not full.startswith(prefix)
        and _DEPARTMENT.search(full)
    ):
        full = prefix + full
    level = _LEVEL.match(full)
    if level is not None and place is not None and place.endswith(level.group(1)):
        full = place + full[level.end() :]
    return full


def _spelt_out(unit: str, own: Mapping[str, str]) -> str:
    """高新区管委会 where the document says 云岭高新技术产业开发区（以下简称“高新区”）."""
    for size in range(len(unit), 1, -1):
        full = own.get(unit[:size])
        if full is not None:
            return full + unit[size:]
    return unit
