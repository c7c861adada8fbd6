"""Lists by place: a bracket, or the last words of a paragraph, that close a task and hold units: ……。（市科委、市财政局、云岭移动）."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from planlint.facts.responsibilities.found import Found
from planlint.facts.responsibilities.words import NESTED
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.facts.responsibilities.found import Name
    from planlint.facts.responsibilities.reader import UnitReader

_BRACKET = re.compile(
    "[（(〔\\[【]([^（(〔\\[【\n]{2,400}(?:[（(〔][^（()）〔〕\n]{1,30}[)）〕][^（(〔\\[【\n]{0,400}){0,12}?)[)）〕\\]】]"
)
# A bracket that its writer forgot to close: (甲部指导，乙市政府负责落实。
_NEVER_CLOSED = re.compile("[（(]([^（()）。\n]{4,200})。(?![）)])")
# 甲局牵头，乙局配合，2025年12月底前完成: when it is done, behind the units.
_DONE_BY_THEN = re.compile(
    "[，,；;] ?(?=[^，,；;、]{0,12}(?:[年月]|底|期|持续))[^，,；;、]{2,16}(?:完成|坚持|推进|开展|实施)$"
)
_SENTENCE_ENDS = "。；;！!？?\n"
_LABEL_STARTS = "（(〔一二三四五六七八九十1234567890第"
_BLANKS = " \\"
_LONGEST_TAIL = 200
_NO_LIST = "：:《》“”？！"
# A plan that closes so many tasks with a line of units closes others with a line of one.
_LINES_ARE_LISTS = 3


def unit_brackets(reader: UnitReader, taken: Sequence[Span]) -> Iterator[tuple[Span, Found]]:
    """Brackets that close a task and hold units alone: ……。（市科委、市财政局牵头，市教委配合）."""
    text = reader.text
    closed = [Span(*match.span(1)) for match in _BRACKET.finditer(text)]
    unclosed = [
        Span(*m.span(1)) for m in _NEVER_CLOSED.finditer(text) if text[m.start() - 1 : m.start()] == "。"
    ]
    for span in (*closed, *unclosed):
        if inside(span.start, taken) or reader.words.explains.match(text, *span):
            continue
        inner = _until_scope_rule(reader, span)
        if reader.words.refute.search(NESTED.sub("", text[inner.start : inner.end])):
            continue
        names = [n for n in reader.names(inner) if not reader.words.is_person(n.unit)]
        if reader.is_list(names) and _closes_task(reader, span, names):
            yield span, Found(names, "responsible", "RSP-bracket", open_roles=not _explicit(names))


def _until_scope_rule(reader: UnitReader, span: Span) -> Span:
    """The bracket without what it says of lists (。逗号前为牵头单位，下同) and of when (，2025年底前完成)."""
    scope = [rule.span.start for rule in reader.terms.scope]
    i = bisect_left(scope, span.start)
    end = min(scope[i], span.end) if i < len(scope) else span.end
    done = _DONE_BY_THEN.search(reader.text, span.start, end)
    return Span(span.start, done.start() if done is not None else end)


def _closes_task(reader: UnitReader, span: Span, names: Sequence[Name]) -> bool:
    """Whether a bracket stands behind a task: behind its 。, or before it where the words in front name no body that it explains."""
    text = reader.text
    start, end = span.start - 1, span.end + 1
    while start > 0 and text[start - 1] in _BLANKS:
        start -= 1
    while end < len(text) and text[end] in _BLANKS:
        end += 1
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before or before in _SENTENCE_ENDS:
        return True
    if before.isdigit():
        return False  # 2100000（县政府办公室）: whose telephone
    ends_here = not after or after in _SENTENCE_ENDS or after in _LABEL_STARTS
    subject = text[max(0, start - 8) : start]
    # 成员单位（市发改委、市财政局）。 says who they are, 市监局（知识产权局）。 what else it is called
    # so does the name of another place of its kind: 现代化园区（示范区）
    alone = len(names) == 1 and (
        reader.words.is_strong(subject) or (reader.is_unit(subject) and subject[-1] == names[0].unit[-1])
    )
    explained = reader.words.sets.search(subject) is not None or alone
    return ends_here and (_explicit(names) or not explained)


def closing_words(reader: UnitReader, taken: Sequence[Span]) -> Iterator[tuple[Span, Found]]:
    """Units behind the last 。 of a task without label or bracket, on a line of their own or not, when the next heading follows."""
    paragraphs = reader.outline.paragraphs
    lists: list[tuple[Span, list[Name]]] = []
    for i, paragraph in enumerate(paragraphs):
        if paragraph.kind == "heading" or inside(paragraph.span.start, taken):
            continue
        before = paragraphs[i - 1].span if i else None
        tail = _tail(reader.text, paragraph.span, before)
        follows = paragraphs[i + 1].span.start if i + 1 < len(paragraphs) else None
        same = follows is not None and reader.outline.section_at(follows) is reader.outline.section_at(
            paragraph.span.start
        )
        if (
            tail is None
            or same
            or inside(tail.start, taken)
            or any(mark in reader.text[tail.start : tail.end] for mark in _NO_LIST)
        ):
            continue
        words = reader.words
        if words.any_end.search(reader.text, *tail) is None and words.tail.search(reader.text, *tail) is None:
            continue  # most paragraphs end in a sentence: no need to take them apart
        names = reader.names(tail)
        if reader.is_list(names) and all(_certain(reader, name) for name in names):
            lists.append((tail, names))
    many = sum(len(names) > 1 for _, names in lists) >= _LINES_ARE_LISTS
    for span, names in lists:
        if len(names) > 1 or many:
            yield span, Found(names, "responsible", "RSP-bracket-own-line", open_roles=not _explicit(names))


def _tail(text: str, span: Span, before: Span | None) -> Span | None:
    """What stands behind a paragraph's last full stop; all of it where the paragraph before ends in one."""
    end = span.end
    while end > span.start and text[end - 1] in "。 \n":
        end -= 1
    low = max(span.start, end - _LONGEST_TAIL)
    stop = max(text.rfind(mark, low, end) for mark in "。！？；;")
    if stop >= 0:
        return Span(stop + 1, end)
    closes = before is not None and text[before.start : before.end].rstrip().endswith("。")
    return Span(span.start, end) if closes and low == span.start else None


def _certain(reader: UnitReader, name: Name) -> bool:
    return (
        name.role is not None
        or reader.words.is_strong(name.unit)
        or (name.unit.startswith("各") and reader.words.is_unit(name.unit))
    )


def _explicit(names: Sequence[Name]) -> bool:
    return any(name.role is not None for name in names)


def inside(at: int, spans: Sequence[Span]) -> bool:
    """Whether a character lies in one of the spans, which are sorted and disjoint."""
    i = bisect_right(spans, at, key=lambda s: s.start) - 1
    return i >= 0 and at < spans[i].end
