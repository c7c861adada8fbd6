"""Counts that announce what follows: 实施六大行动 over five headings, 抓好以下五项工作 before four items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.check.audit.items import NUMBER, count_items, number_of
from planlint.model.span import Span
from planlint.text.han import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.check.reading import DocumentReading
    from planlint.model.document import Section
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule

# 二、实施六大育才工程
_HEADING = compiled(
    f"(?<![第“\\d一二三四五六七八九十])(?P<number>{NUMBER})(?P<measure>大|项|个)(?P<noun>[一-鿿]{{2,8}})"
)
# 重点抓好以下五项工作：
_BELOW = compiled(
    f"(?:以下|下列|如下)(?P<number>{NUMBER})(?P<measure>个|项|条|点|类|大|种)?(?P<noun>方面|措施|任务|工作|内容|事项|举措|要求|行动|工程|重点|原则|条件|情形|机制|制度)"
)
# 建立三项机制：一是
_LED = compiled(
    f"(?<![第“\\d一二三四五六七八九十])(?P<number>{NUMBER})(?P<measure>个|项|条|类|大)(?P<noun>[一-鿿]{{1,8}})[：。](?=一[是要])"
)
_FIRST_OF = compiled("[：。]一[是要]")
# “三个统一”，即统一标准、统一平台、统一标识
_NICKNAME = compiled(
    f"“(?P<number>{NUMBER})(?P<measure>个|项|大)?(?P<noun>[一-鿿]{{1,4}})”(?:[，：]?(?:即|包括|分别(?:为|是))[：，]?|：|（)(?P<list>[^，。；：（）]{{4,80}})"
)
_FIRST = compiled("(?:^|(?<=[。；：，]))(?P<n>[一二三四五六七八九十])(?:是|要)(?![一个])")
_ITEM = compiled(
    r"(?:^|(?<=[。；：，\n]))[ \u3000]*[（(]?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})[）).．、](?!\d)"
)
# One heading more or less than announced is a slip; four instead of nine are other things.
_OFF = 1
_SEVERAL, _NOUN = 3, 2


def announced_counts(context: CheckContext, rule: CheckRule, reading: DocumentReading) -> Iterator[Finding]:
    """Each count in a heading or before a list that the headings or items below it contradict."""
    for section in context.outline.sections:
        children = reading.children(section)
        match = _HEADING.search(section.heading)
        if match is not None and len(children) >= 2 and _are_numbered(children):
            number = number_of(match["number"])
            off = abs(len(children) - number) if number is not None else 0
            if (
                number is not None
                and number >= 2
                and (off == _OFF or (off and _share_noun(children, match["noun"])))
            ):
                yield context.find(
                    rule, section.span, related=[child.span for child in children], level="warning",
                    n=match["number"], measure=match["measure"] + match["noun"], m=len(children),
                )  # fmt: skip
    yield from _lists_below(context, rule, reading)
    yield from _nicknames(context, rule, reading)
    yield from _elsewhere(context, rule, reading)


def _nicknames(context: CheckContext, rule: CheckRule, reading: DocumentReading) -> Iterator[Finding]:
    """“四个统一” before a list of which each item carries 统一, but not four of them."""
    for match in _NICKNAME.finditer(reading.folded):
        number, found = number_of(match["number"]), match["list"].count(match["noun"])
        listed = count_items(match["list"])
        every = found >= 2 and listed.allows(found) and "等" not in match["list"]
        if number is not None and every and found != number and context.says(match.start()):
            measure = (match["measure"] or "") + match["noun"]
            yield context.find(
                rule, Span(*match.span()), level="warning", n=match["number"], measure=measure, m=found
            )


def _elsewhere(context: CheckContext, rule: CheckRule, reading: DocumentReading) -> Iterator[Finding]:
    """实施五大行动 in the goals over four headings that all end in 行动, where no other part has such headings."""
    groups: dict[str, list[list[Section]]] = {}
    for section in (None, *context.outline.sections):
        children = reading.children(section)
        ends = {child.heading.rstrip("。 ")[-_NOUN:] for child in children}
        if len(children) >= _SEVERAL and len(ends) == 1 and _are_numbered(children):
            groups.setdefault(ends.pop(), []).append(children)
    for noun, (children, *others) in groups.items():
        if others or not noun.isalpha():
            continue
        told = compiled(
            f"(?:实施|推进|开展|组织|落实)[“]?(?P<number>{NUMBER})大(?P<noun>[一-鿿]{{0,6}}?{noun})"
        )
        for match in told.finditer(reading.folded):
            number = number_of(match["number"])
            if (
                number is not None
                and number != len(children)
                and context.outline.section_at(match.start()) not in children
            ):
                yield context.find(
                    rule, Span(*match.span()), related=[child.span for child in children], level="warning",
                    n=match["number"], measure=f"大{match['noun']}", m=len(children),
                )  # fmt: skip


def _are_numbered(children: list[Section]) -> bool:
    """Whether sub-sections are one run of numbers, from the first to the last: none was missed, none is of another kind."""
    numbers = [number_of(digits.group()) for c in children if (digits := compiled(NUMBER).search(c.label))]
    return numbers == list(range(1, len(children) + 1))


def _share_noun(children: list[Section], noun: str) -> bool:
    return all(child.heading.rstrip("。 ").endswith(noun[-2:]) for child in children)


def _lists_below(context: CheckContext, rule: CheckRule, reading: DocumentReading) -> Iterator[Finding]:
    """以下五项 with the items behind it: 一是…二是… in the paragraph, else the numbered paragraphs that follow."""
    paragraphs = list(context.paragraphs())
    for i, paragraph in enumerate(paragraphs):
        below = _BELOW.finditer(reading.folded, *paragraph.span)
        led = _led(reading.folded, paragraph.span)
        for match in (*below, *led):
            number = number_of(match["number"])
            found = _run(_FIRST, reading.folded, match.end(), paragraph.span.end) or _run(
                _ITEM, reading.folded, match.end(), paragraph.span.end
            )
            found = found or _listed(reading.folded, match.end(), paragraph.span.end)
            closes = paragraph.span.end - match.end() <= 12
            if found < 2 and closes:
                found = _paragraphs_below(reading.folded, [p.span for p in paragraphs[i + 1 : i + 200]])
            if number is not None and number >= 2 and found >= 2 and number != found:
                measure = (match["measure"] or "") + match["noun"]
                yield context.find(
                    rule, Span(*match.span()), level="warning", n=match["number"], measure=measure, m=found
                )


def _led(text: str, span: Span) -> Iterator[re.Match[str]]:
    """The counts right before 一是."""
    for first in _FIRST_OF.finditer(text, *span):
        match = _LED.search(text, max(span.start, first.start() - 16), first.end())
        if match is not None:
            yield match


def _listed(text: str, start: int, end: int) -> int:
    """How many names stand behind the ： of 以下四项工程：甲工程、乙工程、丙工程。; 0 where it is no list of names, or not all are told."""
    stop = text.find("。", start, end)
    words = text[start : stop if stop >= 0 else end]
    if not words.startswith("：") or "、" not in words or compiled("[，；：等]").search(words, 1):
        return 0
    count = count_items(words[1:])
    return count.most if count.least == count.most else 0


def _run(pattern: object, text: str, start: int, end: int) -> int:
    """How far the numbers of a stretch count up from one."""
    n = 0
    for match in pattern.finditer(text, start, end):  # type: ignore[attr-defined]
        n += number_of(match["n"]) == n + 1
    return n


def _paragraphs_below(text: str, spans: list[Span]) -> int:
    """How many of the paragraphs that follow are numbered one behind the other, in the shape of the first."""
    first = _ITEM.match(text, *spans[0]) if spans else None
    if first is None or number_of(first["n"]) != 1:
        return 0
    shape = first.group().strip().replace(first["n"], "N", 1)
    n = 0
    for span in spans:
        match = _ITEM.match(text, *span)
        if match is None:
            continue
        same = match.group().strip().replace(match["n"], "N", 1) == shape
        if same and number_of(match["n"]) == n + 1:
            n += 1
        elif same or match["n"].isdigit() < first["n"].isdigit():
            break
    return n
