"""Blanks: indents and wide gaps become paragraph ends, stray ones inside words and numbers go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.alignment import Edit
from planlint.text.han import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

# Around a line break all blanks go; several breaks are one. A gap of two wide blanks is an indent: a new paragraph.
_GAP = re.compile("[ \u3000]*\n[ \u3000\n]*|\u3000[ \u3000]+|[ ]\u3000+[ ]*|[ ]{2,}|^[ \u3000]+|\u3000")
_INSIDE = re.compile("(?= )(?:" + "|".join((
    f"(?<={HAN}) +(?=\\d)", f"(?<=\\d) +(?={HAN}|%|‰|㎡)", "(?<=\\d) +(?=[.、．])", f"(?<=[xX×]) (?={HAN})",
    "(?<=[〔（(\\[第]) +(?=\\d)", "(?<=\\d) +(?=[〕）)\\]])", "(?<=[，。；：、“（《〔]) +", " +(?=[，。；：、”）》〕])", "(?<=〕) +(?=\\d)",
)) + ")")  # fmt: skip


def edits(text: str) -> Iterator[Edit]:
    r"""Paragraph ends as one "\n", indents dropped, other runs of blanks as one."""
    for match in _GAP.finditer(text):
        found = match.group()
        if "\n" in found:
            new = "\n"
        elif match.start() == 0:
            new = ""
        elif found.count("\u3000") >= 2:
            new = "\n"
        else:
            new = " "
        if new != found:
            yield Edit(*match.span(), new)


def inside_edits(text: str) -> Iterator[Edit]:
    """Blanks between Han and digits, beside punctuation and inside brackets go: `2022 年` is 2022年."""
    for match in _INSIDE.finditer(text):
        yield Edit(*match.span(), "")
