"""Which of several objects a sum belongs to: 省一、二等奖 over 20万元、10万元 is 省一等奖 and 省二等奖."""

from __future__ import annotations

import re

from planlint.facts.phrases import take_apart

_GRADES = re.compile(
    "(?P<lead>国家|省|市|区|县|全国|自治区)?级?(?P<grades>[特一二三四五金银铜A-F](?:[、和及][一二三四五六金银铜A-F])+)(?P<tail>等奖|等次|等级|[等级类奖牌档星期])"
)
_GRADE = re.compile("[、和及](?P<lead>国家|省|市|区|县)(?P<grade>[特一二三四五])(?P<tail>等奖)")
_LEVELS = re.compile(
    "(?P<list>(?:国家|省部?|自治区|市|区|县|地市|设区市)级?(?:以上)?(?:[、,，和及或]{1,2}(?:国家|省部?|自治区|市|区|县|地市|设区市)级?(?:以上)?)+)(?P<rest>.*)",
    re.DOTALL,
)
_LEVEL = re.compile("国家|省部?|自治区|设区市|地市|市|区|县")
_YEARS = re.compile("前?(?P<n>[二两三四五])年")
_ONE_LEVEL = re.compile("(?P<head>[^，,、]{0,10}(?:国家|省|市)级)[^，,、]")
_LEVEL_IN = re.compile("国家|[省市区县]级|全国|国际")
_RANKS = re.compile("(?:排名|位列|位居)?前(?P<n>[二两三四五])(?P<what>名|位)")
_ORDINALS = "一二三四五"
_COUNT = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5}


def distribute(phrase: str, count: int) -> list[str] | None:
    """`count` objects named in one phrase, in order; None where the phrase does not name exactly that many.

    Grades (一、二、三等奖), levels (国家、省级), years (前三年), ranks (前三名) and plain parallel nouns are told apart.
    """
    for way in (_by_grade, _by_level, _by_year, _by_rank, take_apart):
        objects = way(phrase, count)
        if objects is not None:
            return objects
    return None


def tiers_of(phrase: str, count: int) -> list[str] | None:
    """`count` grades or levels named in one phrase (国家级、省级产业园), in order; None where it does not name exactly that many."""
    return _by_grade(phrase, count) or _by_level(phrase, count)


def tier_shared(objects: list[str]) -> list[str]:
    """Objects with the level that is said of the first alone: 新认定的省级孵化器, 众创空间 gives 新认定的省级众创空间."""
    level = _ONE_LEVEL.match(objects[0])
    if level is None or any(_LEVEL_IN.search(o) for o in objects[1:]):
        return objects
    return [objects[0], *(o if o.startswith(level["head"]) else level["head"] + o for o in objects[1:])]


def _by_grade(phrase: str, count: int) -> list[str] | None:
    objects: list[str] = []
    first = _GRADES.search(phrase)
    if first is None:
        return None
    head, last_end = phrase[: first.start()], first.end()
    for match in _GRADES.finditer(phrase):
        lead = match["lead"] or ""
        objects.extend(f"{lead}{grade}{match['tail']}" for grade in re.split("[、和及]", match["grades"]))
        last_end = match.end()
    single = _GRADE.match(phrase, last_end)
    if single is not None:
        # …及市一等奖: a list may end in a single grade
        objects.append(f"{single['lead']}{single['grade']}{single['tail']}")
        last_end = single.end()
    if len(objects) != count:
        return None
    return [f"{head}{grade}{phrase[last_end:]}" for grade in objects]


def _by_level(phrase: str, count: int) -> list[str] | None:
    match = _LEVELS.search(phrase)
    if match is None:
        return None
    levels = _LEVEL.findall(match["list"])
    if len(levels) != count:
        return None
    head = phrase[: match.start()]
    rest = match["rest"].removeprefix("级")
    return [f"{head}{level}级{rest}" for level in levels]


def _by_year(phrase: str, count: int) -> list[str] | None:
    match = _YEARS.search(phrase)
    if match is None or _COUNT[match["n"]] != count:
        return None
    head, tail = phrase[: match.start()], phrase[match.end() :]
    return [f"{head}第{_ORDINALS[i]}年{tail}" for i in range(count)]


def _by_rank(phrase: str, count: int) -> list[str] | None:
    match = _RANKS.search(phrase)
    if match is None or _COUNT[match["n"]] != count:
        return None
    head, tail = phrase[: match.start()], phrase[match.end() :]
    return [f"{head}第{_ORDINALS[i]}{match['what']}{tail}" for i in range(count)]
