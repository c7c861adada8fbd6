"""Lists of units: behind a label (责任单位：甲局、乙局), and brackets that hold nothing else (……。（市科委、市财政局）)."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from planlint.facts.responsibilities.lists import names_of
from planlint.facts.responsibilities.places import NESTED, Found, bare, inside, is_name
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.facts.responsibilities.words import UnitWords
    from planlint.model.document import Outline

_OPEN = "（([〔【"
_CLOSE = "）)]〕】"
_BRACKET = re.compile(
    "[（(〔\\[【]([^（(〔\\[【\n]{2,400}(?:[（(〔][^（()）〔〕\n]{1,30}[)）〕][^（(〔\\[【\n]{0,400}){0,12}?)[）)〕\\]】]"
)
# A bracket that its writer forgot to close: (甲部指导，乙市政府负责落实。
_NEVER_CLOSED = re.compile("[（(]([^（()）。\n]{4,200})。(?![）)])")
_LONGEST_LIST = 800
# The closing article of a document that a list runs into.
# What stands behind a list inside its bracket: ；完成时限：2027年6月底, ；列首位的为牵头单位，下同.
_NO_MORE_UNITS = re.compile(
    "[；;，,]\\s?(?:(?:完成|办结|整改|推进|实施)?(?:时限|时间|期限|时效|节点|进度)(?:要求|安排)?[:：]|(?:列|排)(?:在)?(?:第一|首|最前)|以?下同)"
)
# 甲局牵头，乙局配合，2025年12月底前完成: when it is done, behind the units.
_DONE_BY_THEN = re.compile(
    "[，,；;] ?(?:20\\d\\d年)?[^，,；;、]{0,8}(?:完成|长期坚持|持续推进|长期推进|持续开展)$"
)
_CLOSING = re.compile(
    "本(?:措施|方案|意见|办法|细则|通知|计划|政策|规定|规划)|自(?:20\\d\\d年|发布|印发|公布)"
)


def labelled_lists(text: str, outline: Outline, words: UnitWords) -> Iterator[tuple[Span, Found]]:
    """Lists behind 责任单位： and the like, to the closing bracket, the next heading, or the end of the sentence."""
    starts = [s.span.start for s in outline.sections]
    at = 0
    for match in words.label.finditer(text):
        if match.start() < at:
            continue
        opener = text[match.start() - 1 : match.start()]
        bracketed = bool(opener) and opener in _OPEN
        end = _list_end(text, match.end(), bracketed, _next(starts, match.end()))
        at = end
        names = names_of(text, Span(match.start(), end), words)
        role = words.roles[match["label"].replace(" ", "")]
        kept = [n for n in names if is_name(n.unit, words, loose=True)]
        yield Span(match.start(), end), Found(kept, role, f"RSP-label-{role}", role != "responsible")


def _next(starts: list[int], at: int) -> int:
    i = bisect_right(starts, at)
    return starts[i] if i < len(starts) else 1 << 60


def _list_end(text: str, start: int, bracketed: bool, limit: int) -> int:
    depth = 0
    stop = min(len(text), start + _LONGEST_LIST, limit)
    for i in range(start, stop):
        ch = text[i]
        if ch in _OPEN:
            depth += 1
        elif ch in _CLOSE:
            if depth == 0:
                return i
            depth -= 1
        elif (
            (depth == 0 and ch in "本自" and _CLOSING.match(text, i))
            or (depth == 0 and ch in "；;，," and _NO_MORE_UNITS.match(text, i))
            or ch == "\n"
            or (ch == "。" and not (bracketed and text[i + 1 : i + 3] == "配合"))
            or ch in "！？《"
            or (ch.isdigit() and text[i + 1 : i + 2] in (".", "、"))
        ):
            return i
    return stop


def unit_brackets(text: str, words: UnitWords, taken: Sequence[Span]) -> Iterator[tuple[Span, Found]]:
    """Brackets that close a task and hold units alone: ……。（市科委、市财政局牵头，市教委配合）."""
    closed = [(match, _closes_task(text, match)) for match in _BRACKET.finditer(text)]
    open_ended = [
        (match, text[match.start() - 1 : match.start()] == "。") for match in _NEVER_CLOSED.finditer(text)
    ]
    for match, closes_task in (*closed, *open_ended):
        span = Span(match.start(1), match.end(1))
        if (
            inside(span.start, taken)
            or not closes_task
            or words.refute.search(NESTED.sub("", match.group(1)))
        ):
            continue
        done = _DONE_BY_THEN.search(text, span.start, span.end)
        names = names_of(text, Span(span.start, done.start()) if done is not None else span, words)
        strong = [n for n in names if words.strong.search(n.unit) or n.unit.startswith("各")]
        if (
            not names
            or not strong
            or not all(
                is_name(n.unit, words, loose=True) and words.any_end.search(bare(n.unit)) for n in names
            )
        ):
            continue
        explicit = any(n.role is not None for n in names)
        yield span, Found(names, "responsible", "RSP-bracket", explicit)


def _closes_task(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    return (
        before in "。；！” \n"
        or after in "。；\n"
        or not after
        or (before == "" or after in "（(〔一二三四五六七八九十1234567890第")
    )
