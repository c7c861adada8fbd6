"""Values in the one unit of their dimension: 10 万平方米 and 15 公顷 in 平方米, ‰ in %; measure words stay what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from planlint.compare.vocabulary import Vocabulary
    from planlint.model.plan_facts import Dimension

_BY_UNIT: dict[str, Dimension] = {
    "平方米": "area", "元": "money", "%": "share", "百分点": "points", "米": "length", "吨": "mass", "立方米": "volume",
    "千瓦": "power", "千瓦时": "energy", "P": "compute", "倍": "times", "番": "times",
}  # fmt: skip
_DURATIONS = ("年", "个月", "月", "天", "日", "小时", "分钟", "周", "工作日", "秒", "学时", "课时")


def normalised(
    value: Decimal | None, unit: str | None, words: Vocabulary
) -> tuple[Decimal | None, str | None]:
    """Value and unit after conversion; a unit that is not in the table stays."""
    normal, factor = words.conversions.get(unit or "", (unit, None))
    return (None if value is None else _tidy(value * factor if factor is not None else value)), normal


def _tidy(value: Decimal) -> Decimal:
    """15000.0 as 15000, 1.50 as 1.5."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


def dimension_of(unit: str | None, name: str, words: Vocabulary) -> Dimension:
    """What is measured. Floor space and land are two dimensions, although both are areas: 孵化面积, 种植面积."""
    normal = words.conversions.get(unit or "", (unit,))[0]
    if normal is None:
        return "none"
    if normal == "平方米":
        land = unit in words.lists["land_units"] or any(word in name for word in words.lists["land_words"])
        return "land" if land and "建筑面积" not in name else "area"
    if normal in _DURATIONS:
        return "duration"
    return _BY_UNIT.get(normal) or _counted(normal, name, words)


def _counted(unit: str, name: str, words: Vocabulary) -> Dimension:
    """Foreign money, people, homes or things: 老旧小区 are counted by 个 or by 户, which are two rows; 户 of 企业 are firms."""
    lists = words.lists
    if unit in lists["currencies"]:
        return "money"
    if unit in lists["people_units"]:
        return "people"
    if unit in lists["home_units"] and not any(word in name for word in lists["firms"]):
        return "homes"
    return "people" if unit == "个" and name.endswith(lists["persons"]) else "count"


def same_measure(units: frozenset[str], words: Vocabulary) -> bool:
    """Whether numbers with these measure words count the same things: 家 and 个 do, 人 and 人次 do not."""
    return len(units) < 2 or any(units <= group for group in words.same_measures)
