"""One thing said in two ways: a unit, a name, a value, a style. 市发改委 and 市发展改革委 are one unit in two prints."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.check.reading import PlacedTarget, reading_of
from planlint.model.covered import Covered
from planlint.model.span import Span
from planlint.rulebook.options import Options, Regex, Rows, Ways
from planlint.text.han import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.check.reading import DocumentReading
    from planlint.model.fact import Responsibility
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule

_FEWEST = 2
# A shorter indicator counts with the words before its number: 全市培育瞪羚企业达到.
_OWN = 5
_NAMED = 4
_SHORTEST = 3

OPTIONS = Ways(
    {
        "unit": Options(),
        "name": Options(ends=list[str]),
        "value": Options(),
        "style": Options(pairs=Rows(name=str, ways=list[Regex])),
    }
)


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The findings of one rule; `find` is `unit`, `name`, `value` or `style`."""
    yield from {"unit": _units, "name": _names, "value": _values, "style": _styles}[rule.options["find"]](
        context, rule
    )


# ---- units ------------------------------------------------------------------------------------------------------------
def _units(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Units of one full name printed in two ways, in lists of units and in the text."""
    groups: dict[str, dict[str, Responsibility]] = defaultdict(dict)
    for one in context.extraction.responsibilities:
        if one.canonical is not None:
            groups[one.canonical].setdefault(one.unit, one)
    for prints in groups.values():
        first, *others = prints.values()
        odd = next((o for o in others if not _same_print(first.unit, o.unit)), None)
        if odd is not None:
            yield context.find_source(rule, odd.span, related=[first.span], a=first.unit, b=odd.unit)
    yield from _short_in_text(context, rule)


def _same_print(a: str, b: str) -> bool:
    """Whether two prints differ in the place before them alone (财政局 in a list whose first unit is 市科技局)."""
    a, b = (re.sub("[（(].*", "", unit) for unit in (a, b))
    return a.endswith(b) or b.endswith(a)


def _short_in_text(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """A short name in the running text (济源大数据局) where the lists print the unit in full (政务服务和大数据管理局)."""
    short_names: dict[str, str] = context.rulebook.words("agencies")["short_names"]
    taken = Covered(r.span for r in context.extraction.responsibilities)
    for short, full in short_names.items():
        if len(short) < _SHORTEST or short == full or short not in context.text or full not in context.text:
            continue
        # 市农业农村委 for 市农业农村委员会 is the usual short name; 大数据局 is none for 政务服务和大数据管理局
        longer = _joined_name(context.text, full)
        if longer is None:
            continue
        for match in re.finditer(re.escape(short), context.text):
            source = context.clean.to_source(Span(*match.span()))
            if not taken.touches(source) and context.outline.paragraph_at(match.start()) is not None:
                start = _name_start(context.text, match.start())
                a = _tail(longer, full)
                yield context.find(rule, Span(start, match.end()), a=a, b=context.text[start : match.end()])
                break


def _joined_name(text: str, full: str) -> str | None:
    """The name of a unit of joined duties that ends in a full name: 政务服务和大数据管理局."""
    at = text.find(full)
    while at >= 0:
        lead = re.search("[一-鿿]{2,10}[和与、]$", text[max(0, at - 12) : at])
        if lead is not None:
            return lead.group() + full
        at = text.find(full, at + 1)
    return None


def _name_start(text: str, at: int) -> int:
    """Up to two characters of place before a short name: 济源 of 济源大数据局."""
    place = re.search("(?:[省市区县州旗]|(?<=[进由和与、，,的户])[一-鿿]{2})$", text[max(0, at - 3) : at])
    return at - len(place.group()) if place else at


def _tail(name: str, full: str) -> str:
    lead = name[: -len(full)]
    cut = max(lead.rfind(ch) for ch in "区市县省由入为与")
    return lead[cut + 1 :] + full


# ---- names ------------------------------------------------------------------------------------------------------------
def _names(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Names defined in a bracket (二园（甲园和乙园）) that a task later builds under a longer name; names one character apart."""
    reading = reading_of(context)
    options = rule.options
    ends = "|".join(map(re.escape, sorted(options["ends"], key=len, reverse=True)))
    yield from _longer_names(context, rule, reading, ends)
    yield from _one_apart(context, rule, reading, ends)


def _longer_names(
    context: CheckContext, rule: CheckRule, reading: DocumentReading, ends: str
) -> Iterator[Finding]:
    defined = compiled(f"[一二三四五六七八九]个?[一-鿿]{{1,4}}（(?P<names>[一-鿿、]{{4,60}}(?:{ends}))）")
    for match in defined.finditer(reading.folded):
        for name in re.split("、|和|与|及", match["names"]):
            if len(name) < 5:
                continue
            for later in re.finditer(
                f"(?<=建设|打造|建成)(?P<more>[一-鿿]{{2,4}}){re.escape(name)}", reading.folded[match.end() :]
            ):
                if re.search("[和与及的个]", later["more"]):
                    continue
                at = Span(match.end() + later.start(), match.end() + later.end())
                yield context.find(rule, at, related=[Span(*match.span())], a=name, b=later.group())
                break


def _one_apart(
    context: CheckContext, rule: CheckRule, reading: DocumentReading, ends: str
) -> Iterator[Finding]:
    """Proper names of a list (、甲院、乙院) that differ in one character from a name elsewhere."""
    named = compiled(f"(?<=[、，。；])(?:{_ACTS}){{0,3}}(?P<name>(?!{_ACTS})[一-鿿]{{3,6}}?(?:{ends}))")
    places: dict[str, int] = {}
    for match in named.finditer(reading.folded):
        if context.outline.paragraph_at(match.start()) is not None and not re.search(_ACTS, match["name"]):
            places.setdefault(match["name"], match.start("name"))
    names = sorted(places, key=lambda n: places[n])
    by_length: dict[int, list[str]] = defaultdict(list)
    for name in names:
        for other in by_length[len(name)]:
            odd = [i for i in range(len(name)) if name[i] != other[i]]
            # the odd character inside a name of the same ends: 德鸿宸院, 德鸿尚院; 东 and 西, 一 and 二 tell things apart
            if len(odd) == 1 and 2 <= odd[0] < len(name) - 1 and not {name[odd[0]], other[odd[0]]} & _TELLING:
                span = Span(places[name], places[name] + len(name))
                yield context.find(
                    rule,
                    span,
                    related=[Span(places[other], places[other] + len(other))],
                    a=other,
                    b=name,
                    level="info",
                )
        by_length[len(name)].append(name)


_ACTS = "加快|推进|推动|建设|打造|建成|依托|引进|利用|整合|支持|鼓励|完善|提升|加强|优化|培育|发展|围绕|聚焦|依据|以及|各类|实施"
_TELLING = frozenset(
    "一二三四五六七八九十东西南北中上下前后左右大小新老内外省市区县乡镇村国男女甲乙丙丁水电气林农工商"
)


# ---- values -----------------------------------------------------------------------------------------------------------
def _values(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """One indicator with one deadline and unit, and two values, in two places of the plan."""
    reading = reading_of(context)
    firsts: dict[tuple[object, ...], PlacedTarget] = {}
    told: set[str] = set()
    for placed in reading.targets:
        fact = placed.fact
        noun = re.sub(r"\s", "", fact.indicator)
        if fact.value is None or fact.deadline is None or len(noun) < _FEWEST or _is_part(reading, placed):
            continue
        noun = noun if len(noun) >= _OWN else _phrase(reading, placed)
        if len(noun) < _NAMED:
            continue
        key = (noun, fact.unit, fact.deadline[:4], fact.mode, fact.recurrence)
        first = firsts.setdefault(key, placed)
        if first is placed or first.sentence is placed.sentence or noun in told:
            continue
        if first.fact.value != fact.value and not _ranges_meet(first, placed):
            told.add(noun)
            same = fact.section == first.fact.section
            yield context.find(
                rule, placed.span, related=[first.span], level="warning" if same else None, item=noun,
                l1=_line(context, first), a=_said(first), l2=_line(context, placed), b=_said(placed),
            )  # fmt: skip


def _phrase(reading: DocumentReading, placed: PlacedTarget) -> str:
    """The words of a clause from its last mark up to the target's number: what is counted, of whom, and how."""
    end = placed.span.end
    numbers = [m.start() for m in re.finditer(r"\d[\d.,]*", reading.folded[placed.span.start : end])]
    stop = placed.span.start + numbers[-1] if numbers else end
    clause = reading.clause_at(placed.span.start) or placed.span
    words = reading.folded[min(clause.start, placed.span.start) : stop]
    return re.sub(r"\s|^.*[，。；：]|(?:不少于|不低于|达到|超过|突破|达|至|约|以上)+$", "", words)


def _is_part(reading: DocumentReading, placed: PlacedTarget) -> bool:
    before = reading.folded[max(0, placed.span.start - 6) : placed.span.start]
    return "其中" in before or "每" in reading.folded[placed.span.start : placed.span.end]


def _ranges_meet(a: PlacedTarget, b: PlacedTarget) -> bool:
    """Whether a range and a value (3—5家, 4家) can both be true."""
    low, other = a.fact.value, b.fact.value
    if low is None or other is None:
        return True
    return max(low, other) <= min(a.fact.value_max or low, b.fact.value_max or other)


def _line(context: CheckContext, placed: PlacedTarget) -> int:
    return context.extraction.source.place(placed.fact.span.start)[0]


def _said(placed: PlacedTarget) -> str:
    return (
        f"{placed.fact.value.normalize():f}{placed.fact.unit or ''}" if placed.fact.value is not None else ""
    )


# ---- style ------------------------------------------------------------------------------------------------------------
def _styles(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Pairs of ways to write one thing of which the plan uses both; the rarer one is named, once each pair."""
    for pair in rule.options["pairs"]:
        found = [
            [m for m in re.finditer(way, context.text) if _in_plan(context, m.start())]
            for way in pair["ways"]
        ]
        if all(found):
            rare = min(found, key=lambda group: (len(group), -group[0].start()))
            other = next(group for group in found if group is not rare)
            first = Span(*rare[0].span())
            yield context.find(rule, first, related=[Span(*other[0].span())], list=pair["name"])


def _in_plan(context: CheckContext, at: int) -> bool:
    return context.says(at)
