"""YAML with the line of every key, and the errors of pydantic said with that line: `planlint.yaml:14: 未知的键 “leve” …`."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.errors import RulebookError, located
from planlint.rulebook.bounded_yaml import read_bounded, text_of
from planlint.words import Text

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
    problems: tuple[Text, ...] = ()

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
        problems: list[Text] = []
        if node is None:
            return PlacedYaml(None, lines)
        _walk(node, (), lines, problems, path, set())
        return PlacedYaml(value, lines, tuple(problems))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or Text.of("yaml.not_yaml")
        where = f"{path}:{mark.line + 1 if mark else 1}"
        raise RulebookError([located(where, "yaml.broken", why=what)]) from error
    except (
        ValueError,
        RecursionError,
    ) as error:  # a date such as 2026-13-01, a document nested thousands deep
        raise RulebookError([located(f"{path}:1", "yaml.strange_value", why=error)]) from error
    except OSError as error:
        raise RulebookError([located(f"{path}:1", "yaml.unreadable", why=error.strerror or error)]) from error


def _walk(
    node: Any,  # noqa: ANN401 - pyyaml has no types for its nodes
    where: Where,
    lines: dict[Where, int],
    problems: list[Text],
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
                problems.append(located(f"{path}:{line}", "yaml.twice", key=name, line=seen[name]))
            seen[name] = line
            lines[(*where, name)] = line
            _walk(value, (*where, name), lines, problems, path, done)
    elif node.id == "sequence":
        for i, item in enumerate(node.value):
            _walk(item, (*where, i), lines, problems, path, done)


def say_problems(
    error: ValidationError, placed: PlacedYaml, path: Path, keys: Mapping[str, Iterable[str]]
) -> list[Text]:
    """One text for each problem of a validation, `file:line: what, remedy`; `keys` are the allowed keys by their parent's name."""
    said: dict[tuple[int, Text], Text] = {}
    for problem in error.errors(include_url=False):
        where: Where = tuple(part for part in problem["loc"] if _in_file(part, problem["loc"]))
        line = placed.line(where)
        what = _say(problem, where, keys)
        said.setdefault((line, what), Text.of("at", where=f"{path}:{line}", what=what))
    return [said[key] for key in sorted(said, key=lambda pair: pair[0])]


def _in_file(part: str | int, where: tuple[str | int, ...]) -> bool:
    # the tag of a union's branch (`str`, `list[str]`, `function-plain[…]`) is no key of the file
    return isinstance(part, int) or not (
        part[:1] == "\x00" or "[" in part or (part in _BRANCHES and part != where[0])
    )


_BRANCHES = frozenset({"str", "int", "bool", "float", "dict", "list"})


def _say(problem: Any, where: Where, keys: Mapping[str, Iterable[str]]) -> Text:  # noqa: ANN401 - pydantic's ErrorDetails
    name = ".".join(str(part) for part in where) or Text.of("shape.file")
    kind, context = problem["type"], problem.get("ctx", {})
    given = repr(problem.get("input"))
    if len(given) > 40:
        given = given[:39] + "…"
    if kind == "extra_forbidden":
        parent = next((str(part) for part in reversed(where[:-1]) if isinstance(part, str)), "")
        return unknown_key(str(where[-1]), keys.get(parent, ()))
    if kind == "missing":
        return Text.of("shape.missing", name=name)
    if kind == "value_error":
        error = context.get("error", problem["msg"])
        return Text.of("shape.says", name=name, why=error.args[0] if isinstance(error, ValueError) else error)
    if kind in ("literal_error", "enum"):
        choices = tuple(context.get("expected", "").replace("'", "").replace(" or ", ", ").split(", "))
        return Text.of("shape.choice", name=name, given=given, choices=choices)
    expected = next((word for key, word in _TYPES.items() if kind.startswith(key)), None)
    if expected is None:
        return Text.of("shape.other", name=name, given=given, why=problem["msg"])
    return Text.of("shape.type", name=name, given=given, type=Text.of(expected))


# The codes of what pydantic expected, by how its own names begin.
_TYPES = {
    "string": "shape.string", "int": "shape.int", "bool": "shape.bool", "list": "shape.list", "tuple": "shape.list",
    "dict": "shape.dict", "model": "shape.dict", "date": "shape.date", "greater": "shape.greater", "less": "shape.less",
    "float": "shape.float", "decimal": "shape.float",
}  # fmt: skip


def unknown_key(key: str, allowed: Iterable[str]) -> Text:
    """`未知的键 “extend”，是否指 “extends”？`, or the list of what is allowed."""
    allowed = tuple(allowed)
    near = difflib.get_close_matches(key, allowed, n=1, cutoff=0.6)
    if near:
        return Text.of("shape.unknown_near", key=key, near=near[0])
    if allowed:
        return Text.of("shape.unknown", key=key, known=allowed)
    return Text.of("shape.unknown_alone", key=key)
