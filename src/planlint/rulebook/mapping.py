"""The mapping file of a comparison: which rows the user calls one and which two. Read with file and line for every problem.

nouns:                          # 规范名: [其他名称]
  科创载体面积: [创新载体面积]
join:                           # 这些口径（modes）或级别（levels）视为相同
  - {noun: 高新技术企业, modes: [培育, 新增]}
split:                          # 按口径（mode）或级别（level）分行，或把某些写法单列
  - {noun: 众创空间, by: [level]}
suggestions:                    # accept: true 即合并 other 到 noun
  - {noun: 科创企业, other: 科技型企业, score: 67, accept: false}
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.errors import RulebookError, located
from planlint.model.mapping import Join, RowMapping, Split
from planlint.rulebook.places import read_placed, say_problems

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from planlint.rulebook.mapping_shape import MappingShape
    from planlint.rulebook.places import PlacedYaml
    from planlint.words import Text


@dataclass(frozen=True, slots=True)
class MappingFile:
    """What a file says, and the line where each name stands in it."""

    path: Path
    rows: RowMapping
    lines: dict[str, int]


def read_mapping(path: Path) -> MappingFile:
    """The mapping of a file; RulebookError with all its problems."""
    from pydantic import ValidationError

    from planlint.rulebook.mapping_shape import KEYS, MappingShape

    placed = read_placed(path)
    value = placed.value if placed.value is not None else {}
    if not isinstance(value, dict):
        raise RulebookError([located(f"{path}:1", "mapping.shape", keys=tuple(KEYS[""]))])
    if placed.problems:
        raise RulebookError(placed.problems)
    try:
        shape = MappingShape.model_validate(value)
    except ValidationError as error:
        raise RulebookError(say_problems(error, placed, path, KEYS)) from error
    merged = _Merged(path)
    problems = [said for row in _merges(shape, placed) if (said := merged.add(*row)) is not None]
    if problems:
        raise RulebookError(problems)
    rows = RowMapping(
        {name: merged.end(name) for name in merged.names},
        tuple(Join(row.noun, tuple(row.modes), tuple(row.levels)) for row in shape.join or ()),
        tuple(Split(row.noun, tuple(row.by), tuple(row.names)) for row in shape.split or ()),
    )
    return MappingFile(path, rows, {**_lines(shape, placed), **merged.lines})


def _merges(shape: MappingShape, placed: PlacedYaml) -> Iterator[tuple[str, str, int]]:
    """Noun, other noun and line of everything that is to be merged."""
    for noun, others in (shape.nouns or {}).items():
        for i, other in enumerate(others):
            yield noun, other, placed.line(("nouns", noun, i))
    for i, row in enumerate(shape.suggestions or ()):
        if row.accept:
            yield row.noun, row.other, placed.line(("suggestions", i))


def _lines(shape: MappingShape, placed: PlacedYaml) -> dict[str, int]:
    """Where the nouns and names to join and to split stand."""
    lines: dict[str, int] = {}
    for i, join in enumerate(shape.join or ()):
        lines.setdefault(join.noun, placed.line(("join", i, "noun")))
    for i, split in enumerate(shape.split or ()):
        lines.setdefault(split.noun, placed.line(("split", i, "noun")))
        for j, name in enumerate(split.names):
            lines.setdefault(name, placed.line(("split", i, "names", j)))
    return lines


class _Merged:
    """The merges so far; each noun goes into one other, and none in a circle."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.names: dict[str, str] = {}
        self.lines: dict[str, int] = {}

    def add(self, noun: str, other: str, line: int) -> Text | None:
        """Take one more, or say why it cannot be."""
        self.lines.setdefault(noun, line)
        self.lines.setdefault(other, line)
        if noun == other:
            return None
        had = self.names.get(other)
        if had is not None and had != noun:
            at = self.lines[other]
            return located(f"{self._path}:{line}", "mapping.twice", other=other, had=had, line=at, noun=noun)
        if self.end(noun) == other:
            return located(f"{self._path}:{line}", "mapping.circle", noun=noun, other=other)
        self.names[other] = noun
        return None

    def end(self, name: str) -> str:
        """The noun that a name ends up in."""
        while name in self.names:
            name = self.names[name]
        return name
