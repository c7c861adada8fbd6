"""Configuration files read one by one: YAML or TOML, validated, with the line of every key; what a file extends comes before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.errors import RulebookError, located
from planlint.rulebook.bounded_yaml import text_of
from planlint.rulebook.places import PlacedYaml, Where, read_placed, say_problems

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.check.config.shape import ConfigShape
    from planlint.words import Text


# A chain of configurations has a handful of files.
_MOST_FILES = 100


@dataclass(frozen=True, slots=True)
class Layer:
    """One configuration file that was read; `shape` is None where it was too wrong to use."""

    path: Path
    placed: PlacedYaml
    shape: ConfigShape | None

    def origin(self, *where: str | int) -> str:
        """`planlint.yaml:14`, the place of a key."""
        return f"{self.path}:{self.placed.line(where)}"


def read_layers(path: Path) -> tuple[list[Layer], list[Text]]:
    """The file and all that it extends, bases first and each once, and every problem in them."""
    layers: list[Layer] = []
    problems: list[Text] = []
    _read(path, layers, problems, (), {path.resolve()})
    return layers, problems


def _read(
    path: Path, layers: list[Layer], problems: list[Text], above: tuple[Path, ...], known: set[Path]
) -> None:
    from pydantic import ValidationError

    from planlint.check.config.shape import ConfigShape, keys_by_parent

    try:
        placed = read_toml(path) if path.suffix == ".toml" else read_placed(path)
    except RulebookError as error:
        problems += error.texts
        return
    problems += placed.problems
    raw = placed.value if placed.value is not None else {}
    if not isinstance(raw, dict):
        problems.append(located(f"{path}:1", "config.shape"))
        return
    shape: ConfigShape | None = None
    try:
        shape = ConfigShape.model_validate(_folders_apart(raw))
    except ValidationError as error:
        problems += say_problems(error, placed, path, keys_by_parent())
    layer = Layer(path, placed, shape)
    for i, name in enumerate(shape.extends if shape else ()):
        if name.startswith("builtin:"):
            continue
        base = path.parent / name
        real = base.resolve() if base.exists() else base
        if real in (*above, path.resolve()):
            problems.append(located(layer.origin("extends", i), "config.circle", name=name))
        elif not base.is_file():
            problems.append(located(layer.origin("extends", i), "config.no_base", name=name))
        elif len(known) > _MOST_FILES:
            problems.append(located(layer.origin("extends", i), "config.too_many", most=_MOST_FILES))
        elif real not in known:  # two that extend the same file build on one reading of it
            known.add(real)
            _read(base, layers, problems, (*above, path.resolve()), known)
    layers.append(layer)


def _folders_apart(raw: dict[str, Any]) -> dict[str, Any]:
    """`rules: 我的规则/` names a folder; the same as `rule-folders:`."""
    rules = raw.get("rules")
    if isinstance(rules, str) or (isinstance(rules, list) and all(isinstance(item, str) for item in rules)):
        named = [rules] if isinstance(rules, str) else rules
        others = raw.get("rule-folders", [])
        return {k: v for k, v in raw.items() if k != "rules"} | {
            "rule-folders": [*([others] if isinstance(others, str) else others), *named]
        }
    return raw


def read_toml(path: Path) -> PlacedYaml:
    """The table [tool.planlint] of a pyproject.toml, with the lines of its keys."""
    import tomllib

    try:
        text = text_of(path)
        value = tomllib.loads(text).get("tool", {}).get("planlint", {})
    except RecursionError as error:
        raise RulebookError([located(f"{path}:1", "toml.too_deep")]) from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        where = f"{path}:{line.group(1) if line else 1}"
        raise RulebookError([located(where, "toml.broken", why=error)]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise RulebookError([located(f"{path}:1", "toml.unreadable", why=error)]) from error
    return PlacedYaml(value, _toml_lines(text))


def _toml_lines(text: str) -> dict[Where, int]:
    """The line of each table and key below [tool.planlint]; a value that spans lines counts by its key."""
    lines: dict[Where, int] = {}
    table: Where | None = None
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[+([^\]]+)\]+", line)
        if header and "=" not in line:
            path = _toml_key(header.group(1))
            table = path[2:] if path[:2] == ("tool", "planlint") else None
            if table is not None:
                lines.setdefault(table, number)
        elif table is not None and (key := re.match(r"\s*((?:[\w.-]|\"[^\"]*\"|'[^']*')+)\s*=", line)):
            where = (*table, *_toml_key(key.group(1)))
            lines.setdefault(where, number)
            for inner in re.finditer(r"[{,]\s*([\w-]+|\"[^\"]*\")\s*=", line[key.end() :]):
                lines.setdefault((*where, inner.group(1).strip('"')), number)
    return lines


def _toml_key(written: str) -> tuple[str, ...]:
    return tuple(part.strip("\"' ") for part in re.findall(r"\"[^\"]*\"|'[^']*'|[^.\s]+", written))
