"""An indicator's noun phrase made whole: `占比` behind `创新药产值…` is 创新药产值占比; `企业数由2024年的320家` is 企业数."""

from __future__ import annotations

import re

_YEAR = "(?:19|20|21)\\d\\d年?(?:底|末)?"
# 2025年, 2021—2025年, 到2025年、2030年
_YEARS = f"(?:到|至)?{_YEAR}(?:[-—–－~至到、和及]{{1,2}}{_YEAR})*前?"
_LEADING_TIME = re.compile(
    f'^(?:[、和及]?{_YEARS}|[“"]?十[一二三四五六七]五[”"]?(?:末|期末|期间|时期)|每年|年内|今年|明年|全年)(?=[^的])'
)
# 电芯产能2025年达到60吨: when it is reached is no part of what is counted.
_TRAILING_TIME = re.compile(f"(?:{_YEARS}|年内|全年)$")
# 由15个工作日, 较2025年, 比上年: what the value is compared with is no part of what is counted.
_BASELINE = re.compile(
    "(?:分别)?(?:由|从|较|(?<!占)比(?![重例率值])|相比|同比)(?:[^，。；（）]*\\d[^，。；（）]*|上年|去年|往年|现有水平)$"
)
# 综合实力进入全省前10位: what is ranked stands before, the place of the ranking is no part of it.
_RANKED = re.compile(
    "(?:力争|确保|争取)?(?:进入|跻身|位居|位列|稳居|保持|排名|名列|冲刺|冲击|迈入|挺进)(?:全|省|国|世界|同类|中部|西部|东部|中西部)[^，。；]{0,6}$"
)
_RATIO_TAIL = re.compile("^[∶：:]\\s?\\d+(?:\\.\\d+)?$")
# Nothing but how often or how: the noun stands in the clause before.
_ADVERB = re.compile(
    "(?:年均|平均|每年|年平均|累计|总体|其中|分别|占|同比|同时|全年|年内|合计|比上年|较上年|原则上|一般|净增|首批|第一批|新增|增加|新建|建成|完成|改造|提升|达到|实现|再|力争|争取|努力|确保|均|预计|突破|超过|则|并|"
    '(?:力争)?(?:到|至)?(?:19|20|21)\\d\\d年?(?:[-—–－~至到]{1,2}(?:19|20|21)\\d\\d年)?(?:底|末|年底)?前?|[“"]?十[一二三四五六七]五[”"]?(?:末|期末|期间|时期)?|[，,、 ])*'
)
_DEPENDENT = re.compile(
    "^(?:(?:总量|总数|总规模|保有量)$|占比|占(?!地(?!区)|道)|比重|比例|增速|增幅|增长率|年均增速|年均增幅)"
)
# 省级事项网上可办率不低于90%，市县级不低于70%: the level alone stands for the whole
_LEVEL = re.compile("(?:国家|[省市县区乡镇村州]{1,3})级")
_SHORTEST = 2


def names_nothing(noun: str) -> bool:
    """Whether the words say only how often, when or how: 年均, 每年, 累计新增, 到2027年, 力争."""
    return _ADVERB.fullmatch(noun) is not None


def without_leading_time(phrase: str) -> str:
    """The words without the time that opens them, where enough is left: `今年计划改造小区` is 计划改造小区."""
    rest = _LEADING_TIME.sub("", phrase)
    return rest if len(rest) >= _SHORTEST else phrase


def without_baseline(noun: str) -> str:
    """The noun without what its value is compared with: 办电时间由15个工作日 is 办电时间."""
    return _BASELINE.sub("", noun).rstrip("，,、 ")


def settled(noun: str, previous: str | None) -> str:
    """The noun without leading time and baseline; one that leans on the indicator before gets it supplied."""
    for pattern in (_LEADING_TIME, _BASELINE, _TRAILING_TIME):
        rest = pattern.sub("", noun).rstrip("，,、 ")
        if len(rest) >= _SHORTEST:
            noun = rest
        elif not rest and noun and previous is not None and pattern is _BASELINE:
            return previous  # 保有量达到3万台，较2023年增长1.5倍
    if (ranked := _RANKED.search(noun)) is not None:
        noun = noun[: ranked.start()]
    level = _LEVEL.match(previous) if previous is not None and _LEVEL.fullmatch(noun) else None
    if previous is not None and level is not None:
        return noun + previous[level.end() :]
    if previous is not None and (names_nothing(noun) or _RATIO_TAIL.fullmatch(noun)):
        return previous
    if previous is not None and _DEPENDENT.match(noun) and not previous.endswith(noun):
        return previous + noun
    return noun
