"""YAML with the line of every key, and the errors of pydantic said with that line: `planlint.yaml:14: 未知的键 “leve” …`."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.errors import RulebookError
from planlint.rulebook.bounded_yaml import read_bounded, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pydantic import ValidationError

Where = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class PlacedYaml:
    """The value of one YAML document and the line of each of its keys and items; `problems` are keys given twice."""

    value: Any
    lines: dict[Where, int]
    problems: tuple[str, ...] = ()

    def line(self, where: Where) -> int:
        """The line of a key, or of the nearest thing around it that stands in the file."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)

    def within(self, at: Where) -> PlacedYaml:
        """The part that stands at a place, with the lines of the file."""
        value = self.value
        for part in at:
            value = value[part]
        return PlacedYaml(value, {k[len(at) :]: line for k, line in self.lines.items() if k[: len(at)] == at})


def read_placed(path: Path, text: str | None = None) -> PlacedYaml:
    """The YAML of a file with its lines; RulebookError with file and line where it is no YAML."""
    import yaml

    try:
        node, value = read_bounded(text_of(path, "utf-8-sig") if text is None else text, path)
        lines: dict[Where, int] = {}
        problems: list[str] = []
        if node is None:
            return PlacedYaml(None, lines)
        _walk(node, (), lines, problems, path, set())
        return PlacedYaml(value, lines, tuple(problems))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "不是有效的 YAML"
        raise RulebookError([f"{path}:{mark.line + 1 if mark else 1}: {what}，请按 YAML 语法改正"]) from error
    except (
        ValueError,
        RecursionError,
    ) as error:  # a date such as 2026-13-01, a document nested thousands deep
        raise RulebookError([f"{path}:1: 读不懂的值（{error}），请按 YAML 语法改正"]) from error
    except OSError as error:
        raise RulebookError(
            [f"{path}:1: 读不出文件（{error.strerror or error}），请检查路径与权限"]
        ) from error


def _walk(
    node: Any,  # noqa: ANN401 - pyyaml has no types for its nodes
    where: Where,
    lines: dict[Where, int],
    problems: list[str],
    path: Path,
    done: set[int],
) -> None:
    # an alias was walked where it was defined, and a few lines of aliases can stand for millions of nodes
    if id(node) in done:
        return
    done.add(id(node))
    lines.setdefault(where, node.start_mark.line + 1)
    if node.id == "mapping":
        seen: dict[str, int] = {}
        for key, value in node.value:
            name, line = str(key.value), key.start_mark.line + 1
            if name in seen:
                problems.append(f"{path}:{line}: 键 “{name}” 重复（第 {seen[name]} 行已有），请删去一处")
            seen[name] = line
            lines[(*where, name)] = line
            _walk(value, (*where, name), lines, problems, path, done)
    elif node.id == "sequence":
        for i, item in enumerate(node.value):
            _walk(item, (*where, i), lines, problems, path, done)


def say_problems(
    error: ValidationError, placed: PlacedYaml, path: Path, keys: Mapping[str, Iterable[str]]
) -> list[str]:
    """One line for each problem of a validation, `file:line: what, remedy`; `keys` are the allowed keys by their parent's name."""
    said: dict[tuple[int, str], str] = {}
    for problem in error.errors(include_url=False):
        where: Where = tuple(part for part in problem["loc"] if _in_file(part, problem["loc"]))
        line = placed.line(where)
        what = _say(problem, where, keys)
        said.setdefault((line, what), f"{path}:{line}: {what}")
    return [said[key] for key in sorted(said, key=lambda pair: pair[0])]


def _in_file(part: str | int, where: tuple[str | int, ...]) -> bool:
    # the tag of a union's branch (`str`, `list[str]`, `function-plain[…]`) is no key of the file
    return isinstance(part, int) or not (
        part[:1] == "\x00" or "[" in part or (part in _BRANCHES and part != where[0])
    )


_BRANCHES = frozenset({"str", "int", "bool", "float", "dict", "list"})


def _say(problem: Any, where: Where, keys: Mapping[str, Iterable[str]]) -> str:  # noqa: ANN401 - pydantic's ErrorDetails
    name = ".".join(str(part) for part in where) or "文件"
    kind, context = problem["type"], problem.get("ctx", {})
    given = repr(problem.get("input"))
    if len(given) > 40:
        given = given[:39] + "…"
    if kind == "extra_forbidden":
        parent = next((str(part) for part in reversed(where[:-1]) if isinstance(part, str)), "")
        return unknown_key(str(where[-1]), keys.get(parent, ()))
    if kind == "missing":
        return f"缺少必填的 “{name}”"
    if kind == "value_error":
        return f"“{name}” {context.get('error', problem['msg'])}"
    if kind in ("literal_error", "enum"):
        choices = context.get("expected", "").replace("'", "").replace(", ", "、").replace(" or ", "、")
        return f"“{name}” 的值 {given} 不对，应为 {choices} 之一"
    expected = next((word for key, word in _TYPES.items() if kind.startswith(key)), None)
    return (
        f"“{name}” 的值 {given} 不对，应为{expected}"
        if expected
        else f"“{name}” 的值 {given} 不对：{problem['msg']}"
    )


_TYPES = {
    "string": "文字", "int": "整数", "bool": "true 或 false", "list": "列表", "tuple": "列表", "dict": "键值对照", "model": "键值对照", "date": "日期（如 2026-12-31）",
    "greater": "更大的数", "less": "更小的数", "float": "数字", "decimal": "数字",
}  # fmt: skip


def unknown_key(key: str, allowed: Iterable[str]) -> str:
    """`未知的键 “extend”，是否指 “extends”？`, or the list of what is allowed."""
    allowed = list(allowed)
    near = difflib.get_close_matches(key, allowed, n=1, cutoff=0.6)
    if near:
        return f"未知的键 “{key}”，是否指 “{near[0]}”？"
    return f"未知的键 “{key}”，可用的键：{'、'.join(allowed)}" if allowed else f"未知的键 “{key}”，请删去"
