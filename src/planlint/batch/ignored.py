"""What .gitignore leaves out, so that `planlint check .` reads the drafts and not what was built from them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a .gitignore: what it matches from its folder on, whether it holds for folders only, whether it takes back."""

    folder: Path
    pattern: re.Pattern[str]
    folders_only: bool
    takes_back: bool


@dataclass(frozen=True, slots=True)
class Ignored:
    """The lines that hold in a folder, the outer ones first; the last one that matches decides."""

    lines: tuple[_Line, ...] = ()

    @staticmethod
    def of(folder: Path) -> Ignored:
        """What holds in a folder: its own .gitignore and those above it up to the root of its repository."""
        above = [folder]
        here = folder.resolve()
        for parent in (here, *here.parents):
            if (parent / ".git").exists():
                break
            above.append(parent.parent)
        else:
            above = [folder]  # no repository: only the folder's own file counts
        found = Ignored()
        for place in reversed(above):
            found = found.within(place)
        return found

    def within(self, folder: Path) -> Ignored:
        """These lines and those of the .gitignore of a folder below."""
        try:
            text = (folder / ".gitignore").read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            return self
        return Ignored(
            (*self.lines, *(line for row in text.splitlines() if (line := _line(row, folder)) is not None))
        )

    def holds(self, path: Path) -> bool:
        """Whether a path is left out."""
        left_out = False
        for line in self.lines:
            if line.folders_only and not path.is_dir():
                continue
            try:
                rest = path.resolve().relative_to(line.folder.resolve()).as_posix()
            except ValueError:
                continue
            if line.pattern.fullmatch(rest):
                left_out = not line.takes_back
        return left_out


def _line(row: str, folder: Path) -> _Line | None:
    row = row.rstrip()
    if not row or row.startswith("#"):
        return None
    takes_back = row.startswith("!")
    row = row.removeprefix("!")
    folders_only = row.endswith("/")
    row = row.rstrip("/")
    anchored = "/" in row
    expression = _expression(row.removeprefix("/"))
    return _Line(
        folder, re.compile(expression if anchored else f"(?:.*/)?{expression}"), folders_only, takes_back
    )


def _expression(pattern: str) -> str:
    """A pattern of .gitignore as a regular expression: ** crosses folders, * and ? do not."""
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern)
    ways = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return "".join(ways.get(part, re.escape(part)) for part in parts)
