"""Attachments named against attachments there: 见附件3 where two are listed, 附件1 and 附件3 without a second."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.rulebook.options import Options
from planlint.text.han import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule

_LISTED = compiled(r"附件[：:]\s*(?:(?P<n>\d{1,2})[.．、])?")
_ITEM = compiled(r"[ \u3000]*(?P<n>\d{1,2})[.．、](?!\d)")
_HEAD = compiled(r"[ \u3000*#【]*附\s?件\s?(?P<n>\d{1,2}|[一二三四五六七八九十]|)[ ：:】*]*$")
_NAMED = compiled(r"(?:见|按照?|参照|填写|填报|（)附件\s?(?P<n>\d{1,2})(?!\d|[-—])")
_WORDS = compiled("[一二三四五六七八九十]")


@dataclass(frozen=True, slots=True)
class _Attachment:
    number: int
    span: Span


OPTIONS = Options()


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Numbers out of turn in the list and at the heads, a list of another length than there are heads, references beyond both."""
    listed, heads = _listed(context), _heads(context)
    yield from _out_of_turn(context, rule, listed, "附件说明")
    yield from _out_of_turn(context, rule, heads, "附件")
    if len(heads) > 1 and len(listed) > 1 and len(listed) != len(heads):
        what = f"附件说明列{len(listed)}件，文后有{len(heads)}件"
        yield context.find(rule, listed[0].span, related=[head.span for head in heads], what=what)
    most = max((one.number for one in (*listed, *heads)), default=0)
    if most == 0:
        return
    for match in _NAMED.finditer(context.text):
        if int(match["n"]) > most and context.says(match.start()):
            start = match.start("n") - len("附件")
            yield context.find(
                rule, Span(start, match.end()), what=f"文中提到附件{match['n']}，附件只到{most}"
            )


def _listed(context: CheckContext) -> list[_Attachment]:
    """The list behind 附件：, its first item in the same line or in the next ones."""
    found: list[_Attachment] = []
    inside = False
    for paragraph in context.outline.paragraphs:
        start, end = paragraph.span
        match = _LISTED.match(context.text, start, end)
        if match is not None and not found:
            inside = True
            number = int(match["n"] or 1)
            if match["n"] or match.end() < end:
                found.append(_Attachment(number, Span(start, end)))
            continue
        item = _ITEM.match(context.text, start, end) if inside else None
        inside = item is not None
        if item is not None:
            found.append(_Attachment(int(item["n"]), Span(start, end)))
    return found


def _heads(context: CheckContext) -> list[_Attachment]:
    """The lines 附件1, 附件2 that an attachment begins with."""
    found = []
    for paragraph in context.outline.paragraphs:
        match = _HEAD.match(context.text, *paragraph.span)
        if match is not None and match.end() >= paragraph.span.end - 1:
            han = _WORDS.fullmatch(match["n"])
            number = "一二三四五六七八九十".index(han.group()) + 1 if han else int(match["n"] or 1)
            found.append(_Attachment(number, Span(*match.span())))
    return found


def _out_of_turn(
    context: CheckContext, rule: CheckRule, attachments: Sequence[_Attachment], where: str
) -> Iterator[Finding]:
    for i, one in enumerate(attachments, 1):
        if one.number != i and len(attachments) > 1:
            yield context.find(rule, one.span, what=f"{where}序号应为{i}，实为{one.number}")
            return
