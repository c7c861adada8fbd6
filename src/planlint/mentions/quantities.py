"""Numerals with their units and bounds: `不少于40家左右` is one quantity, value 40, unit 家, comparator >=, hedge 左右."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from planlint.model.mention import Dimension, Numeral, Quantity
from planlint.model.span import Span
from planlint.text.han import HAN
from planlint.text.numerals import DIGITS, multiplier, parse_numeral

if TYPE_CHECKING:
    from planlint.mentions.vocabulary import Vocabulary

_MULTIPLIER = re.compile("[十百千万亿]*")
_RANGE = re.compile(r"\s*(?:[-—–―－~～]{1,2}|至|到)\s*")
_PARALLEL = re.compile(r"\s*(?:、|和|及|与|或|/)\s*")
_PERCENT = re.compile(
    "百分之([〇零一二两三四五六七八九十百点]+)|([一二三四五六七八九十]+)分之([一二两三四五六七八九十]+)"
)
_DOUBLE = re.compile("翻([一二两三四五]|\\d)番|翻番")
# 3多万, 30余家, 近百家: what stands between the numeral and its multiplier or unit
_SOFT = {"多": ">", "余": ">", "几": ">"}
# 达到3%左右 is about 3 %: these words set no bound of their own where 左右 follows.
_REACHES = frozenset({"达到", "达"})
# An article-like 一 counts nothing before these: 一个, 一批, 一项, …
_ARTICLE = frozenset("个批项种套条系列类支家件名位部场次次性")
_MONEY_NOUN = re.compile("资金|投资|产值|收入|金额|营收|税收|资产|基金|经费|投入")
# 至少建成1个: a verb between the bound and the number
_VERB_BETWEEN = re.compile(f"(至少|最少|最多){HAN}{{1,4}}$")
# 不低于合同金额的40%: the base of a share stands between the bound and the number
_BASED = re.compile(
    "(不低于|不少于|不高于|不超过|不得低于|不得超过|不得高于|超过|达到|低于|高于)[^，。；、：,;:0-9]{1,12}的$"
)


# 提高到2027年的65%: the year stands between the bound and the number
_DATED = re.compile(
    '((?:提高|提升|增加|增长|扩大|上升|发展|下降|降低|压减|减少)(?:到|至))(?:20\\d\\d年|[“"]?十[一二三四五六七]五[”"]?)(?:底|末)?的?$'
)
# 每年至少召开一次: here 一 counts, elsewhere 一次 is an article.
_EVERY = re.compile("(?:至少|不少于|最少|每半年|每年度?|每季度?|每月|每周|每[两二三]年)[^，。；、]{0,6}$")
# 进入全省前10位, 跻身全国前三: a rank, which may have no unit
_RANK = re.compile(f"(?:进入|跻身|位居|位列|稳居|保持|排名|名列|冲刺|冲击|迈入|挺进|列|居){HAN}{{0,12}}前$")
_RANK_UNITS = frozenset({None, "位", "名"})


@dataclass(frozen=True, slots=True)
class _Core:
    """A numeral with its multiplier and unit, before ranges and bounds are put together."""

    index: int
    start: int
    end: int
    value: Decimal | None
    unit: str | None
    dimension: Dimension
    soft: str | None
    per: str | None
    factor: Decimal


def find_quantities(
    text: str, numerals: list[Numeral], taken: list[Span], words: Vocabulary
) -> list[Quantity]:
    """All quantities of `text`; numerals inside `taken` (times) are left alone."""
    cores = [core for core in _cores(text, numerals, taken, words) if core is not None]
    special = _special(text)
    spans = [q.number for q in special]
    merged = _ranges(text, [c for c in cores if not _inside(c.start, spans)])
    found = [_bounded(text, q, words) for q in merged] + [_bounded(text, q, words) for q in special]
    found.sort(key=lambda q: q.span)
    return _two_sided(text, _disjoint(found))


def _inside(at: int, spans: list[Span]) -> bool:
    return any(s.start <= at < s.end for s in spans)


def _disjoint(found: list[Quantity]) -> list[Quantity]:
    """Bounds that reach into the quantity before are cut back to the number."""
    kept: list[Quantity] = []
    for q in found:
        edge = kept[-1].span.end if kept else 0
        if q.number.start >= edge:
            kept.append(q if q.span.start >= edge else replace(q, span=Span(edge, q.span.end)))
    return kept


def _two_sided(text: str, found: list[Quantity]) -> list[Quantity]:
    """`不低于40%、不高于70%` is one range."""
    merged: list[Quantity] = []
    for q in found:
        low = merged[-1] if merged else None
        if (
            low is not None and low.comparator in (">=", ">") and q.comparator in ("<=", "<") and low.unit == q.unit
            and low.value is not None and q.value is not None and low.value < q.value
            and text[low.span.end : q.span.start] in ("、", "，", ",", "且", "", "并")
        ):  # fmt: skip
            merged[-1] = replace(
                low,
                span=Span(low.span.start, q.span.end),
                number=Span(low.number.start, q.number.end),
                value_max=q.value,
            )
        else:
            merged.append(q)
    return merged


def _cores(text: str, numerals: list[Numeral], taken: list[Span], words: Vocabulary) -> list[_Core | None]:
    cores: list[_Core | None] = []
    t = 0
    for index, numeral in enumerate(numerals):
        while t < len(taken) and taken[t].end <= numeral.span.start:
            t += 1
        if t < len(taken) and taken[t].start <= numeral.span.start:
            cores.append(None)
            continue
        cores.append(_core(text, index, numeral, words))
    return cores


def _core(text: str, index: int, numeral: Numeral, words: Vocabulary) -> _Core | None:
    start, end = numeral.span
    at = end
    soft = None
    factor = Decimal(1)
    raw = text[start:end]
    if numeral.kind != "han":
        while at < len(text) and text[at] == " ":
            at += 1
        if text[at : at + 1] in _SOFT and text[at : at + 1]:
            soft, at = text[at], at + 1
        at, multiples = _multiplier_run(text, at, words)
        factor = multiplier(multiples) or Decimal(1)
    if soft is None and text[at : at + 1] in _SOFT and text[at : at + 1]:
        soft, at = text[at], at + 1
        if numeral.kind == "han":
            run = _MULTIPLIER.match(text, at)
            assert run is not None
            factor, at = multiplier(run.group()) or Decimal(1), run.end()
    spaced = at
    while spaced < len(text) and text[spaced] == " ":
        spaced += 1
    unit = words.unit_at(text, spaced)
    if numeral.kind == "han" and not _plausible_han(text, numeral, unit, words):
        return None
    if numeral.kind == "placeholder" and unit is None and factor == 1:
        return None
    value = None if numeral.kind == "placeholder" else parse_numeral(raw)
    if value is not None:
        value *= factor
    per = None
    name: str | None = None
    dimension: Dimension = "none"
    if unit is not None:
        at = spaced + len(unit[0])
        name, dimension = words.bare.get(unit[0], unit[0]), unit[1]
        per, at = _per(text, at, words)
    elif numeral.kind != "han" and numeral.kind != "placeholder":
        at = at if factor != 1 or soft else end
    if name is None and value is not None and _is_bare_sum(text, start, at, raw, factor):
        name, dimension = "元", "money"
    return _Core(index, start, at, value, name, dimension, soft, per, factor)


def _multiplier_run(text: str, at: int, words: Vocabulary) -> tuple[int, str]:
    """Where the multiplier at `at` ends, and its characters: the 千 of 200万千瓦 belongs to the unit, not to the number."""
    match = _MULTIPLIER.match(text, at)
    assert match is not None
    run = match.group()
    if run.endswith("千") and (unit := words.unit_at(text, match.end() - 1)) and unit[0][0] == "千":
        run = run[:-1]
    return at + len(run), run


def _is_bare_sum(text: str, start: int, end: int, raw: str, factor: Decimal) -> bool:
    """Whether a large number without a unit is money: 百亿规模, 铺底资金达到1千万以上."""
    if raw[-1] in "万亿" and text[end : end + 1] in ("规", "级", "产"):
        return True
    return factor >= 10**4 and _MONEY_NOUN.search(text, max(0, start - 16), start) is not None


def _per(text: str, at: int, words: Vocabulary) -> tuple[str | None, int]:
    if text[at : at + 1] in ("/", "／") and text[at : at + 1]:
        unit = words.unit_at(text, at + 1)
        if unit is not None:
            return unit[0], at + 1 + len(unit[0])
    return None, at


def _plausible_han(
    text: str, numeral: Numeral, unit: tuple[str, Dimension] | None, words: Vocabulary
) -> bool:
    """Whether a run of Chinese numerals counts something: 二十家 does; 一体化, 第三方, 十四五 do not."""
    start, end = numeral.span
    raw = text[start:end]
    if text[start - 1 : start] in ("第", "之", "统", "唯", "单", "专", "万", "初", "“") and start:
        return text[start - 1] == "“" and unit is not None and unit[1] != "count"
    if raw == "零":
        return text[end : end + 2] in ("增长", "发生", "排放", "事故", "投诉", "死亡", "新增", "填埋", "容忍")
    if unit is not None and unit[0] == "期":
        return False  # 一期, 二期 name a stage of construction
    if unit is None and _RANK.search(text, max(0, start - 20), start):
        return text[end : end + 1] in ("", "，", ",", "。", "；", ";", "、", "列", "强", "行", "\n")
    if unit is None:
        # 百亿规模, 千亿级: a bare sum
        return (
            raw[-1] in "万亿"
            and text[end : end + 1] in ("规", "级", "产", "元")
            and raw not in ("万", "亿", "千万")
        )
    if raw in ("万", "亿", "千", "百", "十"):
        return raw != "万" and words.before.ending(text, start) is not None
    if all(ch in "百千万亿" for ch in raw):
        return unit[1] != "duration"
    if raw == "一" and unit[0] in ("次", "轮", "场") and _EVERY.search(text, max(0, start - 12), start):
        return True
    if raw == "一" and unit[0] in (
        "次",
        "趟",
        "级",
        "批",
        "道",
        "条",
        "站",
        "起",
        "体",
        "对",
        "部",
        "类",
        "带",
        "口",
        "线",
        "流",
        "环",
        "块",
        "块",
    ):
        return False
    return not (len(raw) > 1 and all(ch in DIGITS for ch in raw) and unit[0] not in ("年",) and len(raw) > 2)


def _special(text: str) -> list[Quantity]:
    """Shares and multiples in words: 百分之三十, 三分之二, 翻一番."""
    found = []
    for m in _PERCENT.finditer(text):
        if m.group(1):
            value, unit = parse_numeral(m.group(1)), "%"
        else:
            whole, part = parse_numeral(m.group(2)), parse_numeral(m.group(3))
            if not whole or part is None:
                continue
            value, unit = (part / whole * 100).quantize(Decimal("0.01")), "%"
        if value is not None:
            span = Span(*m.span())
            found.append(Quantity(span, span, value, None, unit, "share"))
    for m in _DOUBLE.finditer(text):
        times = parse_numeral(m.group(1)) if m.group(1) else Decimal(1)
        span = Span(*m.span())
        found.append(Quantity(span, span, Decimal(2) ** int(times or 1), None, "倍", "times"))
    return found


def _ranges(text: str, cores: list[_Core]) -> list[Quantity]:
    """Put `50-100万元`, `3至5个` together; hand the unit back in `30、20、10万元`."""
    cores = _share_units(text, cores)
    merged: list[Quantity] = []
    i = 0
    while i < len(cores):
        low = cores[i]
        high = cores[i + 1] if i + 1 < len(cores) else None
        link = _RANGE.match(text, low.end) if high is not None else None
        if high is not None and link is not None and link.end() == high.start and _is_range(low, high):
            value = low.value
            if value is not None and low.unit is None and low.factor == 1 and high.factor != 1:
                value *= high.factor
            merged.append(
                Quantity(Span(low.start, high.end), Span(low.start, high.end), value, high.value, high.unit,
                         high.dimension, "=", high.soft, high.per)
            )  # fmt: skip
            i += 2
            continue
        span = Span(low.start, low.end)
        if low.unit is not None or low.value is not None:
            merged.append(
                Quantity(span, span, low.value, None, low.unit, low.dimension, "=", low.soft, low.per)
            )
        i += 1
    return merged


def _is_range(low: _Core, high: _Core) -> bool:
    if low.value is None or high.value is None or high.unit is None:
        return False
    if low.unit is not None and low.dimension != high.dimension:
        return False
    lower = low.value * (high.factor if low.unit is None and low.factor == 1 else 1)
    return lower < high.value


def _share_units(text: str, cores: list[_Core]) -> list[_Core]:
    """`分别奖励30、20、10万元`: what has no unit takes the one of its right neighbour in the list."""
    shared = list(cores)
    for i in range(len(shared) - 2, -1, -1):
        left, right = shared[i], shared[i + 1]
        if left.unit is not None or right.unit is None or left.value is None or right.value is None:
            continue
        link = _PARALLEL.match(text, left.end)
        if link is None or link.end() != right.start or not text[left.start].isascii():
            continue
        factor = right.factor if left.factor == 1 else Decimal(1)
        shared[i] = replace(left, unit=right.unit, dimension=right.dimension, value=left.value * factor,
                            factor=right.factor)  # fmt: skip
    return shared


def _bounded(text: str, q: Quantity, words: Vocabulary) -> Quantity:
    """The quantity with the words before and behind it that bound its value."""
    start, end = q.span
    comparator = "="
    hedge = q.hedge
    if hedge in _SOFT:
        comparator = ">"
    hit, begin = _before(text, start, words)
    if q.unit in _RANK_UNITS and _RANK.search(text, max(0, start - 20), start):
        hit, begin = ("前", "<="), start - 1
    if hit is not None:
        word, value = hit
        start = begin
        if comparator == "=" or value != "~":
            comparator = value
        if value == "~" and hedge is None:
            hedge = word
    behind = words.after.starting(text, end)
    if behind is not None and not (behind[0] in ("多", "余", "起", "内", "前后") and q.unit is None):
        word, value = behind
        if word != "起" or text[end + 1 : end + 2] in "，。；、)":
            end += len(word)
            if value == "~" or hedge is None:
                hedge = word if value in ("~", ">") else hedge
            reaches = hit is not None and hit[0] in _REACHES
            if hit is None or hit[1] == "~" or (reaches and value == "~"):
                comparator = value
    return replace(q, span=Span(start, end), comparator=comparator, hedge=hedge)


def _before(text: str, at: int, words: Vocabulary) -> tuple[tuple[str, str] | None, int]:
    """The bound that stands before `at`, perhaps with a filler between: 不低于人民币10万元, 达到约3家."""
    hit = words.before.ending(text, at)
    if hit is not None:
        begin = at - len(hit[0])
        outer = words.before.ending(text, begin)
        if hit[1] == "~" and outer is not None:
            return outer, begin - len(outer[0])
        if outer is not None and outer[1] != hit[1] and outer[1] != "~":
            # 控制在不低于: the inner word binds; 最高不超过 agrees anyway
            return hit, begin
        return hit, begin
    ahead = _VERB_BETWEEN.search(text, max(0, at - 8), at)
    if ahead is not None and text[max(0, at - 1) : at] not in "，。；、：":
        word = ahead.group(1)
        return (word, words.before.table[word]), ahead.start()
    based = _BASED.search(text, max(0, at - 18), at)
    if based is not None:
        word = based.group(1)
        return (word, words.before.table[word]), based.start()
    dated = _DATED.search(text, max(0, at - 16), at)
    if dated is not None and dated.group(1) in words.before.table:
        return (dated.group(1), words.before.table[dated.group(1)]), dated.start()
    filler = words.fillers.ending(text, at)
    if filler is not None:
        hit = words.before.ending(text, at - len(filler[0]))
        if hit is not None:
            return hit, at - len(filler[0]) - len(hit[0])
    return None, at
