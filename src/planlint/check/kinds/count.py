"""Counts announced against what is listed: 甲、乙、丙4类产业 lists three; 二园（甲、乙、丙） lists three; “8+N” leads seven sections."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.check.announced import announced_counts
from planlint.check.audit.items import NUMBER, ItemCount, count_items, number_of
from planlint.check.reading import reading_of
from planlint.model.span import Span
from planlint.rulebook.options import Options
from planlint.text.han import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.check.reading import DocumentReading, Sentence
    from planlint.model.document import Section
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule

_CLASS = (
    "(?:大类|个方面|个领域|个环节|个层面|个维度|个方向|个阶段|个板块|类|大"
    "|种(?=[一-鿿]{0,4}?(?:方式|模式|形式|途径|渠道|类型|情形|手段))|项(?=(?:制度|机制|原则|职能)))"
)
# …、丁4类产业: the count behind a list that runs right up to it.
_COUNTED = compiled(f"(?P<etc>等)?(?P<number>{NUMBER})(?P<class>{_CLASS})(?P<noun>[一-鿿]{{0,2}})")
# 二园（甲和乙）, 三大行动（甲、乙、丙）: a count and its list in brackets.
_BRACKET = compiled(
    f"(?<![第\\d一二三四五六七八九十、“])(?P<number>{NUMBER})(?P<noun>(?:{_CLASS}|个)?[一-鿿]{{1,8}})（(?P<list>[^（）]{{2,120}})）"
)
_OPEN = compiled(
    "^(?:含|或|包括但|如|例如|其中|即指|指|见|详见|以下|原则|不含|占|约)|等$|等[一-鿿]{0,4}$|[，；。：\\d%]|年|月|至|到|—"
)
# What stands before a count that is no list of its items: a quoted name's opening, 第, the last numeral of 一、二、三类, 的.
_NO_LIST = compiled("[“第、的]$|[\\d（]")
_NEXT = 14
_LABEL = compiled(f"[ \u3000*#]*(?:[（(]{NUMBER}[）)]|{NUMBER}[、.．])")
_EMPTY_LINE = compiled(r"\n[ \t\r\u3000]*\n")
# Behind these the counted noun must be one of those that group things: 三大球 is none.
_LOOSE = ("大", "类", "大类")
_NOUN = 6
_QUOTED = compiled("“([^”]*、[^”]*)”$")
_STARTS = compiled(
    "聚焦|围绕|包括|打造|形成|构建|推进|发展|培育|壮大|突出|坚持|即|分为|分成|建设|支持|对|在|为|按照|按|从"
)
_LEAD = compiled("“(?P<number>\\d{1,2})[+＋]N”(?P<noun>[一-鿿]{2,10})")
_NUMBERED = compiled(
    f"(?<![第\\d一二三四五六七八九十])(?P<number>{NUMBER})(?:大|个|项|类)(?P<noun>[一-鿿]{{2,6}})"
)
_FEW = 20

OPTIONS = Options(nouns=list[str])


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Each count that its list contradicts, once a place."""
    reading = reading_of(context)
    for sentence in reading.sentences:
        yield from _list_first(context, rule, reading, sentence)
        yield from _in_brackets(context, rule, reading, sentence)
    yield from _sections(context, rule, reading)
    yield from announced_counts(context, rule, reading)


def _list_first(
    context: CheckContext, rule: CheckRule, reading: DocumentReading, sentence: Sentence
) -> Iterator[Finding]:
    start, end = sentence.span
    if "、" not in reading.folded[start:end]:
        return
    nouns = compiled("|".join(rule.options["nouns"]))
    for match in _COUNTED.finditer(reading.folded, start, end):
        clause = reading.clause_at(match.start())
        number = number_of(match["number"])
        if clause is None or number is None or not 2 <= number <= _FEW:
            continue
        opens = _opening(context, clause, match.start())
        clause = Span(opens, clause.end)
        listed = reading.folded[clause.start : match.start()]
        if _COUNTED.search(listed) or listed.count("“") > listed.count("”"):
            continue  # 扩消费六大工程、城建六大攻坚: counts in a list; 入选“全国十大: the name of something
        if match["class"] in _LOOSE and not nouns.search(
            reading.folded, match.end("class"), match.end("class") + _NOUN
        ):
            continue
        if "、" not in listed or _NO_LIST.search(listed) or "等" in listed:
            continue
        if "、" in reading.folded[match.end() : min(match.end() + _NEXT, clause.end)]:
            # 甲园、乙6大片区旅游带、丙园: the count belongs to one item of a longer list
            continue
        count = _bounded(listed)
        # 甲、乙等3类 may name only some of the three
        wrong = number < count.least if match["etc"] else not count.allows(number)
        if wrong:
            span = Span(clause.start + _skip(listed), match.end())
            measure = match["class"] + match["noun"]
            yield context.find(rule, span, n=match["number"], measure=measure, m=_said(count, number))


def _opening(context: CheckContext, clause: Span, end: int) -> int:
    """Where the words of a clause begin that may be a list: behind the label of a heading (二、) and behind an empty line of the source."""
    text = context.text
    label = _LABEL.match(text, clause.start, end)
    start = label.end() if label else clause.start
    source = context.clean.to_source(Span(start, end))
    blanks = list(_EMPTY_LINE.finditer(context.source, source.start, source.end))
    if not blanks:
        return start
    return min(context.clean.from_source(Span(blanks[-1].end(), source.end)).start, end)


def _bounded(listed: str) -> ItemCount:
    """The items of a list with words of action before it; the words before the first item are no list of their own."""
    quoted = _QUOTED.search(listed)
    if quoted is not None:
        return count_items(quoted[1])
    head, comma, rest = listed.partition("、")
    starts = list(_STARTS.finditer(head))
    cut = starts[-1].end() if starts else 0
    return count_items(head[cut:] + comma + rest)


def _skip(listed: str) -> int:
    head = listed.partition("、")[0]
    starts = list(_STARTS.finditer(head))
    return starts[-1].end() if starts and starts[-1].end() < len(head) else 0


def _in_brackets(
    context: CheckContext, rule: CheckRule, reading: DocumentReading, sentence: Sentence
) -> Iterator[Finding]:
    start, end = sentence.span
    words = reading.folded[start:end]
    if "（" not in words:
        return
    for match in _BRACKET.finditer(words):
        number, listed = number_of(match["number"]), match["list"]
        if number is None or not 2 <= number <= _FEW or _OPEN.search(listed):
            continue
        count = count_items(listed)
        if count.most < 2 or count.allows(number):
            continue
        # 三农（农业、农村） is a nickname unless the items carry the counted noun or the class is named
        noun = match["noun"]
        if not re.match(_CLASS, noun) and noun[-1] not in listed:
            continue
        yield context.find(
            rule,
            Span(start + match.start(), start + match.end()),
            n=match["number"],
            measure=noun,
            m=_said(count, number),
        )


def _said(count: ItemCount, announced: int) -> str:
    # the reading nearest to what was announced is the kindest one
    return str(count.most if announced > count.most else count.least)


def _sections(context: CheckContext, rule: CheckRule, reading: DocumentReading) -> Iterator[Finding]:
    """A lead sentence that announces as many things as the section has sub-sections of that name."""
    for section in context.outline.sections:
        children = reading.children(section)
        if len(children) < 2:
            continue
        lead = reading.folded[section.body.start : section.body.end]
        for pattern in (_LEAD, _NUMBERED):
            for match in pattern.finditer(lead):
                number = number_of(match["number"])
                named = _named(children, match["noun"])
                if (
                    number is None
                    or number < 2
                    or not named
                    or len(named) == number
                    or "等" in lead[match.end() : match.end() + 3]
                ):
                    continue
                at = Span(section.body.start + match.start(), section.body.start + match.end())
                yield context.find(
                    rule,
                    at,
                    related=[c.span for c in named],
                    n=match["number"],
                    measure=match["noun"],
                    m=len(named),
                )
                return


def _named(children: list[Section], noun: str) -> list[Section]:
    """The sub-sections whose headings share an ending that the counted noun holds (……孵化集群); none unless all do, but for one."""
    headings = [child.heading.rstrip("。. ") for child in children]
    best: list[Section] = []
    for size in range(6, 1, -1):
        for ending in dict.fromkeys(heading[-size:] for heading in headings if len(heading) > size):
            named = [
                child for child, heading in zip(children, headings, strict=True) if heading.endswith(ending)
            ]
            if ending in noun and len(named) > len(best):
                best = named
    return best if len(best) >= max(2, len(children) - 1) else []
