"""One pass over the clean text: where brackets pair, where labels and telling words stand, and what encloses them."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.facts.responsibilities.vocabulary import Agencies
    from planlint.model.document import CleanText, Outline

_OPEN, _CLOSE = "（(〔[【", "）)〕]】"
# Words that an inline mechanism looks at; what stands left and right of them decides.
_TELLING = "牵头|负责|主体|承办|落实|实施|执行|配合|参与|参加|协助|等部门|等单位|等有关部门|等相关部门|责任"


@dataclass(frozen=True, slots=True)
class LabelAt:
    """A label in the text; `opened` is where the bracket around it opens, or -1."""

    match: re.Match[str]
    opened: int


@dataclass(slots=True)
class Layout:
    """Brackets, labels and telling words of one text, in order."""

    text: str
    starts: list[int]
    closes: dict[int, int] = field(default_factory=dict)
    opens: dict[int, int] = field(default_factory=dict)
    depths: dict[int, int] = field(default_factory=dict)
    labels: list[LabelAt] = field(default_factory=list)
    telling: list[re.Match[str]] = field(default_factory=list)

    def next_start(self, offset: int) -> int:
        """Where the next section's label stands behind an offset, or the end of the text."""
        i = bisect.bisect_right(self.starts, offset)
        return self.starts[i] if i < len(self.starts) else len(self.text)


@lru_cache(maxsize=8)
def _tokens(label: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<bracket>[（(〔\[【）)〕\]】\n])|(?P<label>{label})|(?P<telling>{_TELLING})")


def lay_out(clean: CleanText, outline: Outline, words: Agencies) -> Layout:
    """The layout of a document. A bracket that is open where a heading or a finished line ends is closed by nothing."""
    text = clean.text
    starts = [section.span.start for section in outline.sections]
    layout = Layout(text, starts)
    stack: list[int] = []
    upcoming = 0
    for match in _tokens(words.label.pattern).finditer(text):
        at = match.start()
        if upcoming < len(starts) and starts[upcoming] <= at:
            stack.clear()
            while upcoming < len(starts) and starts[upcoming] <= at:
                upcoming += 1
        mark = match["bracket"]
        if mark is None:
            if match["label"] is not None:
                layout.labels.append(LabelAt(match, stack[-1] if stack else -1))
            else:
                layout.telling.append(match)
        elif mark == "\n":
            if at and text[at - 1] not in "、，,；;（(：:":
                stack.clear()
        elif mark in _OPEN:
            layout.depths[at] = len(stack)
            stack.append(at)
        elif stack:
            opened = stack.pop()
            layout.closes[opened] = at
            layout.opens[at] = opened
    return layout
