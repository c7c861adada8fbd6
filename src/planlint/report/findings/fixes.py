"""A fix as a reader sees it: the words before and after, in the words around them: 启动经费[50→50万元]—100万元."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.model.alignment import Edit
    from planlint.model.finding import Fix

# So many characters around an edit, so many of a long deletion, so many edits of one fix.
_AROUND = 8
_LONGEST = 60
_MOST = 5
_SIGNS = str.maketrans({"\n": "↵", "\r": None, "\t": "→"})


@dataclass(frozen=True, slots=True)
class EditView:
    """One edit: `old` becomes `new`, either may be empty; `before` and `after` are what stands around it on its line."""

    before: str
    old: str
    new: str
    after: str


@dataclass(frozen=True, slots=True)
class FixView:
    """The first edits of a fix, its tier, and how many edits more it has."""

    tier: str
    edits: tuple[EditView, ...]
    left: int


def fix_view(fix: Fix, text: str) -> FixView:
    """The fix of a finding in `text`, the source."""
    shown = tuple(_edit_view(edit, text) for edit in fix.edits[:_MOST])
    return FixView(fix.tier, shown, len(fix.edits) - len(shown))


def _edit_view(edit: Edit, text: str) -> EditView:
    before = text[max(edit.start - _AROUND, 0) : edit.start]
    after = text[edit.end : edit.end + _AROUND]
    return EditView(
        before.replace("\r", "\n").rpartition("\n")[2],
        _shortened(text[edit.start : edit.end]),
        _shortened(edit.text),
        after.replace("\r", "\n").partition("\n")[0],
    )


def _shortened(text: str) -> str:
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 4 :]}"
    return text.translate(_SIGNS)
