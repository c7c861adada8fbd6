"""How much is read of what comes from outside, and the one form in which every limit is said: what, how much, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.errors import InputError

if TYPE_CHECKING:
    from planlint.words import Text

MIB = 1024 * 1024
# A plan of a thousand pages with its pictures; the longest plans have a million characters.
LARGEST_FILE = 256 * MIB
LONGEST_TEXT = 5_000_000
# Parts of a zip package: a part of this size is a book of some thousand pages; one that grows a thousandfold was made to do harm. One part
# can be named by any number of pages, so what is opened in all has its bound, too.
LARGEST_PART = 64 * MIB
MOST_GROWTH, SMALL_PART = 1000, 4 * MIB
MOST_IN_ALL, MOST_GROWTH_IN_ALL = 256 * MIB, 100
MOST_PARTS = 20_000
MOST_ELEMENTS, DEEPEST_ELEMENTS = 1_000_000, 240
# What one document may take of a process of its own, in seconds of the processor and bytes.
CPU_SECONDS = 60
MEMORY = 2048 * MIB
# From here on a page of HTML is read in such a process: the parser's own cost grows with the square of both.
MANY_ATTRIBUTES, DEEP_TAGS = 500, 1000


def beyond(path: str, what: Text, limit: Text | str, remedy: Text) -> InputError:
    """The error of everything that is too much: `plan.docx: 元素数超过上限（100 万个）；请拆分文件`."""
    return InputError("read.beyond", path=path, what=what, limit=limit, remedy=remedy)
