"""Numbered headings and 一是…二是… that skip or repeat a number: behind （一） comes （二）, not （三）."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.rulebook.options import Options
from planlint.text.han import compiled
from planlint.text.numerals import format_han, parse_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule

_HAN = "[一二三四五六七八九十百]{1,4}"
# The labels that a paragraph may begin with; the shape tells the level, whatever the outline made of it.
_LABEL = compiled(
    rf"[ \u3000*#]*(?P<label>[（(](?P<a>{_HAN})[）)](?!是|至|和|、[（(])|(?P<b>{_HAN})、|第(?P<c>{_HAN})(?P<kind>[章节条部编])(?:分|[ \u3000]|(?=[一-鿿]))"
    rf"|(?P<d>\d{{1,2}})[ ]?[.．、](?![\d.．])|[（(](?P<e>\d{{1,2}})[）)](?!、?[（(]))"
)
_FIRSTLY = compiled(
    "(?=[一二三四五六七八九十])(?<![一二三四五六七八九十第之唯万])([一二三四五六七八九十])(?:是|要)(?![一个否])"
)
# A number farther from its turn than this belongs to another run, whose beginning was not read.
_FAR = 4
# In a run of so many or more, the one that is out of turn is the slip; of two nobody can say which.
_RUN = 3


@dataclass(frozen=True, slots=True)
class _Item:
    number: int
    label: str
    span: Span
    shape: str


@dataclass(slots=True)
class _Run:
    """The labels of one shape below one heading; `base` is the last number of that shape before it."""

    shape: str
    base: int
    start: int
    items: list[_Item] = field(default_factory=list)


OPTIONS = Options()


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The labels out of turn in their run; a numbering that runs on across parents is in turn."""
    for run in _runs(context):
        yield from _out_of_turn(context, rule, run)
    yield from _enumerations(context, rule)


def _items(context: CheckContext) -> Iterator[_Item]:
    """The labels at the heads of the plan's paragraphs."""
    for paragraph in context.paragraphs():
        match = _LABEL.match(context.text, paragraph.span.start, paragraph.span.end)
        if match is None or context.in_table(paragraph.span) or not context.opens_line(match.start("label")):
            continue
        name = next(key for key in "abcde" if match[key])
        number = parse_numeral(match[name])
        if number is not None:
            yield _Item(
                int(number), match["label"].strip(), Span(*match.span("label")), name + (match["kind"] or "")
            )


def _runs(context: CheckContext) -> Iterator[_Run]:
    """The runs of labels, each closed by a label of a shape that encloses it; 1 opens a new run of its shape."""
    open_runs: list[_Run] = []
    last: dict[str, int] = {}
    for item in _items(context):
        at = next((i for i, run in enumerate(open_runs) if run.shape == item.shape), None)
        if at is not None and item.number == 1 and open_runs[at].items[-1].number != 1:
            yield from reversed(open_runs[at:])
            del open_runs[at:]
            at = None
        if at is None:
            before = open_runs[-1].items[-1].span.end if open_runs else 0
            open_runs.append(_Run(item.shape, last.get(item.shape, 0), before))
        else:
            yield from reversed(open_runs[at + 1 :])
            del open_runs[at + 1 :]
        run = next(run for run in open_runs if run.shape == item.shape)
        run.items.append(item)
        last[item.shape] = item.number
    yield from reversed(open_runs)


def _out_of_turn(context: CheckContext, rule: CheckRule, run: _Run) -> Iterator[Finding]:
    numbers = [item.number for item in run.items]
    first = run.items[0]
    starts = {1, run.base + 1}
    expected = numbers[0]
    if numbers[0] not in starts and len(numbers) >= _RUN - 1 and first.shape in ("a", "b", "cc"):
        # the first of a run is wrong where the second goes on as if it were right
        misprinted = numbers[1] in (2, run.base + 2) and numbers[1] - 1 != numbers[0]
        lost = numbers[1] == numbers[0] + 1 and numbers[0] == 2
        want = _like(first, 1 if not misprinted else numbers[1] - 1)
        if (misprinted or lost) and not _stands(context, want, run.start, first.span.start):
            yield context.find(rule, first.span, prev="上级标题", want=want, got=first.label)
        expected = numbers[1] - 1 if misprinted else expected
    for before, item, after in zip(run.items, run.items[1:], [*run.items[2:], None], strict=False):
        expected += 1
        if item.number == expected:
            continue
        resumes = after is not None and after.number == expected + 1
        if item.number == before.number + 1:
            expected = item.number  # 3 behind a misprinted 2: the run goes on from there
            continue
        want = _like(item, before.number + 1 if before.number >= expected else expected)
        near = resumes or abs(item.number - expected) <= _FAR
        if near and _is_slip(run) and not _stands(context, want, before.span.end, item.span.start):
            yield context.find(rule, item.span, prev=before.label, want=want, got=item.label)
        if not resumes:
            expected = item.number if item.number > before.number else expected


def _is_slip(run: _Run) -> bool:
    """Whether a run is one of headings: Han labels, or numbers most of which are in turn; 1. 5. 2. 9. is a table torn into lines."""
    if run.shape not in ("d", "e"):
        return True
    numbers = [item.number for item in run.items]
    steps = sum(b == a + 1 for a, b in pairwise(numbers))
    return numbers[0] == 1 and len(numbers) >= _RUN and steps * 2 >= len(numbers) - 1


def _stands(context: CheckContext, want: str, start: int, end: int) -> bool:
    """Whether the label that seems to be missing stands in between all the same, in the middle of a line."""
    bare = context.text[start:end].replace("(", "（").replace(")", "）")
    if want[0].isdigit() and compiled(r"[：:。；;]\s?1[.．、]").search(bare):
        return True  # 注：1. …: a new run begins inside a line
    return want.replace("(", "（").replace(")", "）") in bare


def _like(item: _Item, number: int) -> str:
    """The label that an item should have: （四） with 3 is （三）."""
    match = compiled(r"\d+|[一二三四五六七八九十百]+").search(item.label)
    assert match is not None
    spelled = str(number) if match.group()[0].isdigit() else format_han(number)
    return item.label[: match.start()] + spelled + item.label[match.end() :]


def _enumerations(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """一是 …；三是 … within one paragraph."""
    for paragraph in context.paragraphs():
        before = 0
        for match in _FIRSTLY.finditer(context.text, paragraph.span.start, paragraph.span.end):
            number = int(parse_numeral(match.group(1)) or 0)
            opens = (
                match.start() == paragraph.span.start or context.text[match.start() - 1] in "。；：，;:,、 "
            )
            if not opens:
                continue
            if number != 1 and before and number != before + 1:
                prev, want = f"{format_han(before)}是", f"{format_han(before + 1)}是"
                yield context.find(rule, Span(*match.span()), prev=prev, want=want, got=match.group())
            before = number
