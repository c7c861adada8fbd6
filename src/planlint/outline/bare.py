"""Numbers without a mark that open chapters: `1 总则` above `1.1 编制目的`, and `一 总体要求` where 二 and 三 follow alike."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.outline.labels import Label
from planlint.outline.position import HAN, Position
from planlint.text.han import HAN as LETTER
from planlint.text.numerals import format_han

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST = 60


@lru_cache(maxsize=1)
def _figures() -> re.Pattern[str]:
    return re.compile(rf"^(\d{{1,2}})[ \u3000]?(?={LETTER}[^\n。；，：、！？]{{1,20}}$)", re.MULTILINE)


@lru_cache(maxsize=1)
def _numerals() -> re.Pattern[str]:
    return re.compile(rf"^([{HAN}]{{1,3}})[ \u3000](?={LETTER}[^\n。；，：、！？]{{1,20}}$)", re.MULTILINE)


def bare_labels(text: str, labels: Sequence[Label]) -> list[Label]:
    """The labels without a mark; none unless the document numbers so throughout."""
    found = [*_above_decimals(text, labels), *_in_turn(text)]
    return sorted([*labels, *found], key=lambda label: label.start) if found else list(labels)


def _above_decimals(text: str, labels: Sequence[Label]) -> Iterator[Label]:
    """`1 总则` and its successors, if `1.1` or `2.1` stands below one of them."""
    majors = {label.major for label in labels if label.style == "decimal" and label.value == 1}
    if not majors:
        return
    expected = 1
    for match in _figures().finditer(text):
        value = int(match[1])
        begins = expected == 1 and match[1] in majors
        if begins or (expected > 1 and value == expected):
            yield Label(match.start(), match.end(1), "bare", value, Position.LINE)
            expected = value + 1


def _in_turn(text: str) -> list[Label]:
    """`一 总体要求`, `二 主要任务` …, two of them at least."""
    found: list[Label] = []
    for match in _numerals().finditer(text):
        if match[1] == format_han(len(found) + 1) and len(found) < _MOST:
            found.append(Label(match.start(), match.end(1), "bare_han", len(found) + 1, Position.LINE))
    return found if len(found) > 1 else []
