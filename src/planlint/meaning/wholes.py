"""Parts behind 其中: 新增科创载体20万平方米，其中孵化器8万平方米 is a part, meant as its whole is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.model.span import Span

_OPENS = "其中"
# How far behind the whole the part may stand, and how far from its own beginning 其中.
_FARTHEST = 40
_NEAR = 4


def is_part(text: str, whole: Span, part: Span) -> bool:
    """Whether the source span of a fact is opened by 其中 in the sentence of the one before."""
    between = text[whole.end : part.start]
    opening = "".join(between.split())[-_NEAR:] + "".join(text[part.start : part.end].split())[:_NEAR]
    return _OPENS in opening and "。" not in between and len(between) <= _FARTHEST


def mode_of_part(mode: str | None, whole: str | None) -> str | None:
    """How the part is meant: as its whole, where its own words say no more than that it reaches its value."""
    return mode if mode not in (None, "达到") else whole
