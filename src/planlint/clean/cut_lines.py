r"""Lines that a page, a mail or a terminal has cut at one width, wherever in the sentence that is: they are joined before anything else reads them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from planlint.clean.wraps import ITEM, NEVER_ENDS, opens_label
from planlint.model.alignment import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.rulebook.labels import LabelWords
    from planlint.text.wrap_width import Wrap

_ENDS = re.compile("[\n\x1f]")
_OPENS = re.compile(ITEM)
# A line that begins so begins a paragraph: two wide blanks, or four narrow ones.
_INDENT = re.compile("\u3000{2}| {4}|\t")
# 1 and 3. on two lines are one label.
_CUT_NUMBER = re.compile("(?<![\\d.])\\d$")
_BLANKS = " \u3000\t"


def edits(text: str, wrap: Wrap | None, labels: LabelWords) -> Iterator[Edit]:
    r"""The "\n" behind each line that reaches the width of all goes, unless a paragraph begins in the next line."""
    if wrap is None:
        return
    start = 0
    for line, after in pairwise(text.split("\n")):
        end = start + len(line)
        # the borders of table cells stand in lines of their own
        own, ahead = re.split(_ENDS, line)[-1], re.split(_ENDS, after)[0]
        if wrap.is_full(own) and _goes_on(own, ahead, labels):
            yield Edit(end, end + 1, "")
        start = end + 1


def _goes_on(line: str, after: str, labels: LabelWords) -> bool:
    """Whether the next line goes on with the sentence or the paragraph of a full one."""
    bare, ahead = line.rstrip(_BLANKS), after.lstrip(_BLANKS)
    if not bare or not ahead or _INDENT.match(after) or opens_label(bare, ahead, labels):
        return False
    if _OPENS.match(ahead):
        return bare[-1] in NEVER_ENDS or _CUT_NUMBER.search(bare) is not None
    return True
