"""Marks of pages inside the text: `— 3 —`, a number alone on a line, and the `6、` that sharing sites put at each page's start."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.alignment import Edit
from planlint.text.han import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALONE = re.compile(
    "^[ \u3000]*(?:[-—–―－]{1,2}[ \u3000]*\\d{1,3}[ \u3000]*[-—–―－]{1,2}|第[ ]?\\d{1,3}[ ]?页(?:[ ]?[/,，]?[ ]?共[ ]?\\d{1,3}[ ]?页)?|\\d{1,3}[ ]?/[ ]?\\d{1,3})[ \u3000]*(?:\n|$)",
    re.MULTILINE,
)
# Where a copy put a wide gap for each line end, the mark stands behind that.
_LINE_MARK = re.compile("(?:^[ \u3000]*|(?<=\u3000\u3000))(\\d{1,3})、", re.MULTILINE)
# So many marks in a row are no accident, and so large a share of them must cut a sentence.
_LEAST_MARKS = 4
_CUT_SHARE = 0.5
# A page number that the copy glued to the first line of its page; so many in a row, one more each time, are no accident.
_GLUED = re.compile(f"^(\\d{{1,3}})(?=[ ]?(?:{HAN}|[“（(]))", re.MULTILINE)
_LEAST_GLUED = 8
_ENDS = "。；;：:！？!?.）)”"


def edits(text: str) -> Iterator[Edit]:
    """Delete page marks; the page number goes together with the line break it stands on."""
    found = [Edit(*m.span(), "") for m in _ALONE.finditer(text)]
    found += list(_pager_marks(text))
    found += list(_glued_numbers(text))
    found.sort(key=lambda e: e.start)
    last = 0
    for edit in found:
        if edit.start >= last:
            yield edit
            last = edit.end


def _pager_marks(text: str) -> Iterator[Edit]:
    """The marks 1、2、3、… that cut sentences: a pattern of the whole document, never a single case."""
    marks = list(_LINE_MARK.finditer(text))
    run: list[re.Match[str]] = []
    for mark in marks:
        if int(mark.group(1)) == len(run) + 1:
            run.append(mark)
    if len(run) < _LEAST_MARKS:
        return
    cutting = [
        mark for mark in run[1:] if text[max(0, mark.start() - 40) : mark.start()].rstrip()[-1:] not in _ENDS
    ]
    if len(cutting) < _CUT_SHARE * (len(run) - 1):
        return
    for mark in run:
        start = mark.start()
        before = text[max(0, start - 200) : start]
        stripped = before.rstrip(" \u3000\n")
        cut = bool(stripped) and mark is not run[0]
        begin = start - (len(before) - len(stripped)) if cut else start
        yield Edit(begin, mark.end(), "")


def _glued_numbers(text: str) -> Iterator[Edit]:
    """Page numbers at the start of lines that grow by one (now and then two) from page to page."""
    run: list[re.Match[str]] = []
    last = 0
    for match in _GLUED.finditer(text):
        number = int(match.group(1))
        if last < number <= last + 3 or not run:
            run.append(match)
            last = number
    cutting = (
        [m for m in run if text[max(0, m.start() - 40) : m.start()].rstrip()[-1:] not in _ENDS]
        if len(run) >= _LEAST_GLUED
        else []
    )
    if len(cutting) >= _LEAST_GLUED:
        for match in run:
            yield Edit(match.start(), match.end(), "")
