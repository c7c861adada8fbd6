"""Marks of pages inside the text: `— 3 —`, a number alone on a line, and the `6、` that sharing sites put at each page's start."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.alignment import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALONE = re.compile(
    "^[ \u3000]*(?:[-—–―－]{1,2}[ \u3000]*\\d{1,3}[ \u3000]*[-—–―－]{1,2}|第[ ]?\\d{1,3}[ ]?页(?:[ ]?[/,，]?[ ]?共[ ]?\\d{1,3}[ ]?页)?|\\d{1,3}[ ]?/[ ]?\\d{1,3})[ \u3000]*(?:\n|$)",
    re.MULTILINE,
)
_LINE_MARK = re.compile("^[ \u3000]*(\\d{1,3})、", re.MULTILINE)
# So many marks in a row are no accident, and so large a share of them must cut a sentence.
_LEAST_MARKS = 4
_CUT_SHARE = 0.5
_ENDS = "。；;：:！？!?.）)”"


def edits(text: str) -> Iterator[Edit]:
    """Delete page marks; the page number goes together with the line break it stands on."""
    found = [Edit(*m.span(), "") for m in _ALONE.finditer(text)]
    found += list(_pager_marks(text))
    found.sort(key=lambda e: e.start)
    last = 0
    for edit in found:
        if edit.start >= last:
            yield edit
            last = edit.end


def _pager_marks(text: str) -> Iterator[Edit]:
    """The marks 1、2、3、… that cut sentences: a pattern of the whole document, never a single case."""
    marks = list(_LINE_MARK.finditer(text))
    run = []
    for mark in marks:
        if int(mark.group(1)) == len(run) + 1:
            run.append(mark)
    if len(run) < _LEAST_MARKS:
        return
    cutting = [mark for mark in run[1:] if text[: mark.start()].rstrip()[-1:] not in _ENDS]
    if len(cutting) < _CUT_SHARE * (len(run) - 1):
        return
    for mark in run:
        start = mark.start()
        before = text[max(0, start - 200) : start]
        stripped = before.rstrip(" \u3000\n")
        cut = bool(stripped) and mark is not run[0]
        begin = start - (len(before) - len(stripped)) if cut else start
        yield Edit(begin, mark.end(), "")
