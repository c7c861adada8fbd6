"""The lines of a text as they were before a page or a mail cut them at its width: a row of a table may be two lines, its cells cut anywhere."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.text.wrap_width import wrap_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.table import TableCell
    from planlint.text.wrap_width import Wrap

# A line that begins with the number of a row, or with a border, is no other half.
_OPENS_ROW = re.compile("[ \\u3000]*(?:\\d{1,3}[.．、]?(?:\\t|[ \\u3000]{2}|$)|\\|)")
_LONGEST = 4000
# A line as long as this with so many wide gaps is a text whose line breaks have become blanks.
_WHOLE_TEXT, _MANY_GAPS = 300, 6
_GAP = re.compile("(?<=\\S)(?: {2}|\u3000{2})[ \u3000]*(?=\\S)")
# What parts cells: a line with one of these may be a row.
_PARTED = re.compile("\t|\\||\\S(?: {2}|\u3000{2})[ \u3000]*\\S")


def page_width(text: str) -> Wrap | None:
    """Where the sentences of a text were cut; the rows of a table may be of one length without having been cut."""
    return wrap_of(line for line in text.splitlines() if _PARTED.search(line) is None)


def unfolded(text: str) -> str:
    """The same with a line break for the first of two or more blanks, in a line that holds a whole text; every character keeps its place."""
    if len(text) < _WHOLE_TEXT or not ("  " in text or "\u3000\u3000" in text):
        return text
    return "\n".join(
        _GAP.sub(lambda gap: "\n" + gap.group()[1:], line)
        if len(line) >= _WHOLE_TEXT and len(_GAP.findall(line)) >= _MANY_GAPS
        else line
        for line in text.split("\n")
    )


class Uncut:
    """A text without the line breaks that cut it, and the way back to its offsets."""

    def __init__(self, text: str, wrap: Wrap) -> None:
        pieces: list[str] = []
        self._starts: list[int] = []
        self._removed: list[int] = []
        size = removed = 0
        for begin, end in whole_lines(text, wrap):
            for line in text[begin:end].splitlines(keepends=True):
                self._starts.append(size)
                self._removed.append(removed)
                bare = line.rstrip("\r\n")
                pieces.append(bare)
                size += len(bare)
                removed += len(line) - len(bare)
            pieces.append("\n")
            size += 1
            removed -= 1
        self.text = "".join(pieces)

    def source(self, span: Span) -> Span:
        """The place of a stretch in the text as it stands."""
        return Span(self._at(span.start), self._at(span.end - 1) + 1)

    def _at(self, offset: int) -> int:
        return offset + self._removed[bisect.bisect_right(self._starts, offset) - 1]


def whole_lines(
    text: str, wrap: Wrap | None, start: int = 0, parts: re.Pattern[str] | None = None
) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends, its line break included; lines that were cut at the width of `wrap` are one.

    Where `parts` parts the cells of a row, a line that has as many of them as the first row is whole: only its last cell may go on.
    """
    begin, size = start, len(text)
    most = 0
    while begin < size:
        end = _line_end(text, begin)
        last = begin
        while (
            wrap is not None
            and end < size
            and end - begin < _LONGEST
            and wrap.is_full(text[last:end].rstrip("\r\n"))
            and text[end] not in "\r\n"
            and _OPENS_ROW.match(text, end, end + 8) is None
            and (parts is None or _goes_on(text, begin, end, parts, most))
        ):
            last, end = end, _line_end(text, end)
        yield begin, end
        if parts is not None:
            here = len(parts.findall(text, begin, end))
            most = max(most, here) if here else 0
        begin = end


def _goes_on(text: str, begin: int, end: int, parts: re.Pattern[str], most: int) -> bool:
    """Whether the line from `end` on can be the other half of a row: it has no border, or both have no more than rows above."""
    here = len(parts.findall(text, begin, end))
    following = len(parts.findall(text, end, _line_end(text, end)))
    return not following or not most or here + following <= most


def closed_up(cell: TableCell) -> TableCell:
    """A cell without the line breaks that cut it."""
    return cell._replace(text=re.sub("[\r\n]+", "", cell.text)) if "\n" in cell.text else cell


def _line_end(text: str, at: int) -> int:
    stop = text.find("\n", at)
    return stop + 1 if stop >= 0 else len(text)
