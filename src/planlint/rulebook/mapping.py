"""The mapping file of a comparison: which nouns the user calls one. Read with file and line for every problem, written with the suggestions.

nouns:                          # 规范名: [其他名称]
  科创载体面积: [创新载体面积]
suggestions:                    # accept: true 即合并 other 到 noun
  - {noun: 科创企业, other: 科技型企业, score: 67, accept: false}
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.errors import RulebookError
from planlint.rulebook.places import read_placed, unknown_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from planlint.model.comparison import Suggestion
    from planlint.rulebook.places import PlacedYaml, Where

_KEYS = ("nouns", "suggestions")
_SUGGESTION_KEYS = ("noun", "other", "score", "plans", "other_plans", "accept")


@dataclass(frozen=True, slots=True)
class Mapping:
    """`names` leads from each other name to the one that stays; `lines` say where a name stands in the file."""

    path: Path
    names: dict[str, str]
    lines: dict[str, int]


def read_mapping(path: Path) -> Mapping:
    """The mapping of a file; RulebookError with all its problems."""
    placed = read_placed(path)
    value = placed.value if placed.value is not None else {}
    problems = list(placed.problems)
    if not isinstance(value, dict):
        raise RulebookError(
            [f"{path}:1: 对照文件应含 nouns 或 suggestions，请参照 --write-mapping 写出的文件"]
        )
    problems += [
        f"{path}:{placed.line((str(key),))}: {unknown_key(str(key), _KEYS)}"
        for key in value
        if key not in _KEYS
    ]
    mapping = Mapping(path, {}, {})
    for noun, other, line, problem in (*_nouns(value, placed, path), *_accepted(value, placed, path)):
        said = problem if problem is not None else _add(mapping, noun, other, line)
        if said is not None:
            problems.append(said)
    if problems:
        raise RulebookError(problems)
    return Mapping(path, {name: _end(name, mapping.names) for name in mapping.names}, mapping.lines)


Row = tuple[str, str, int, str | None]


def _nouns(value: dict[str, Any], placed: PlacedYaml, path: Path) -> Iterator[Row]:
    groups = value.get("nouns") or {}
    if not isinstance(groups, dict):
        yield "", "", 0, f"{path}:{placed.line(('nouns',))}: “nouns” 应为 “规范名: [其他名称]” 的对照"
        return
    for noun, others in groups.items():
        where: Where = ("nouns", str(noun))
        if not isinstance(others, list) or not all(isinstance(other, str) for other in others):
            yield "", "", 0, f"{path}:{placed.line(where)}: “{noun}” 后面应为名称的列表，如 [创新载体面积]"
            continue
        for i, other in enumerate(others):
            yield str(noun), other, placed.line((*where, i)), None


def _accepted(value: dict[str, Any], placed: PlacedYaml, path: Path) -> Iterator[Row]:
    rows = value.get("suggestions") or []
    if not isinstance(rows, list):
        yield (
            "",
            "",
            0,
            f"{path}:{placed.line(('suggestions',))}: “suggestions” 应为列表，请参照 --write-mapping 写出的文件",
        )
        return
    for i, row in enumerate(rows):
        line = placed.line(("suggestions", i))
        if (
            not isinstance(row, dict)
            or not isinstance(row.get("noun"), str)
            or not isinstance(row.get("other"), str)
        ):
            yield (
                "",
                "",
                line,
                f"{path}:{line}: 每条建议应有 noun 和 other，如 {{noun: 科创企业, other: 科技型企业, accept: true}}",
            )
            continue
        for key in row:
            if key not in _SUGGESTION_KEYS:
                at = placed.line(("suggestions", i, str(key)))
                yield "", "", at, f"{path}:{at}: {unknown_key(str(key), _SUGGESTION_KEYS)}"
        if not isinstance(row.get("accept", False), bool):
            yield (
                "",
                "",
                line,
                f"{path}:{placed.line(('suggestions', i, 'accept'))}: “accept” 应为 true 或 false",
            )
        elif row.get("accept"):
            yield row["noun"], row["other"], line, None


def _add(mapping: Mapping, noun: str, other: str, line: int) -> str | None:
    mapping.lines.setdefault(noun, line)
    mapping.lines.setdefault(other, line)
    if noun == other:
        return None
    had = mapping.names.get(other)
    if had is not None and had != noun:
        return f"{mapping.path}:{line}: “{other}” 已并入 “{had}”（第 {mapping.lines[other]} 行），不能再并入 “{noun}”，请删去一处"
    mapping.names[other] = noun
    if _end(noun, mapping.names) == other or _end(other, mapping.names) == other:
        del mapping.names[other]
        return f"{mapping.path}:{line}: “{noun}” 与 “{other}” 互相并入，请只留一个方向"
    return None


def _end(name: str, names: dict[str, str]) -> str:
    seen = {name}
    while (following := names.get(name)) is not None:
        if following in seen:
            return following
        seen.add(following)
        name = following
    return name


def mapping_text(suggestions: Iterable[Suggestion], accepted: dict[str, str], head: str) -> Iterator[str]:
    """The pieces of a mapping file: what was accepted before, and the suggestions with their scores."""
    import yaml

    def quoted(text: str) -> str:
        return yaml.safe_dump(text, allow_unicode=True, default_style='"', width=10_000).strip()

    yield "".join(f"# {line}\n" for line in head.splitlines())
    groups: dict[str, list[str]] = {}
    for other, noun in sorted(accepted.items()):
        groups.setdefault(noun, []).append(other)
    yield "nouns:\n" if groups else "nouns: {}\n"
    for noun, others in groups.items():
        yield f"  {quoted(noun)}: [{', '.join(map(quoted, others))}]\n"
    rows = list(suggestions)
    yield "suggestions:\n" if rows else "suggestions: []\n"
    for s in rows:
        yield f"  - noun: {quoted(s.noun)}\n    other: {quoted(s.other)}\n    score: {s.score}\n    accept: false\n"
        yield f"    plans: [{', '.join(map(quoted, s.plans))}]\n    other_plans: [{', '.join(map(quoted, s.other_plans))}]\n"
