"""Configuration files read one by one: YAML or TOML, validated, with the line of every key; what a file extends comes before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.errors import RulebookError
from planlint.rulebook.bounded_yaml import text_of
from planlint.rulebook.places import PlacedYaml, Where, read_placed, say_problems

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.check.config.shape import ConfigShape


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


def read_layers(path: Path) -> tuple[list[Layer], list[str]]:
    """The file and all that it extends, bases first and each once, and every problem in them."""
    layers: list[Layer] = []
    problems: list[str] = []
    _read(path, layers, problems, (), {path.resolve()})
    return layers, problems


def _read(
    path: Path, layers: list[Layer], problems: list[str], above: tuple[Path, ...], known: set[Path]
) -> None:
    from pydantic import ValidationError

    from planlint.check.config.shape import ConfigShape, keys_by_parent

    try:
        placed = read_toml(path) if path.suffix == ".toml" else read_placed(path)
    except RulebookError as error:
        problems += error.problems
        return
    problems += placed.problems
    raw = placed.value if placed.value is not None else {}
    if not isinstance(raw, dict):
        problems.append(f"{path}:1: 配置应为键值对照，如 rules: {{TGT001: error}}")
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
            problems.append(f"{layer.origin('extends', i)}: “{name}” 绕回自身，请去掉循环引用")
        elif not base.is_file():
            problems.append(
                f"{layer.origin('extends', i)}: 找不到 “{name}”，请写成相对于本文件的路径，内置方案写 builtin:recommended"
            )
        elif len(known) > _MOST_FILES:
            problems.append(
                f"{layer.origin('extends', i)}: 引用的配置文件过多（上限 {_MOST_FILES} 份），请合并其中几份"
            )
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
        raise RulebookError([f"{path}:1: 嵌套过深，请减少层数"]) from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise RulebookError(
            [f"{path}:{line.group(1) if line else 1}: {error}，请按 TOML 语法改正"]
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise RulebookError([f"{path}:1: 读不出文件（{error}），请检查路径与编码"]) from error
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
