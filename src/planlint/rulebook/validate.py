"""Rule files of a user, checked as a whole: all problems at once, each `file:line: what, remedy` (pydantic is imported here)."""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planlint.errors import RulebookError
from planlint.rulebook.book import builtin_rules, read_yaml
from planlint.rulebook.regexes import backtracks
from planlint.rulebook.roles import PATTERN_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable

KINDS = ("money", "area", "share", "points", "length", "mass", "energy", "duration", "count", "times", "none")


def require_valid(folders: Iterable[Path]) -> None:
    """RulebookError with every problem of the lexicons and role rules in these folders."""
    problems = [problem for folder in folders for problem in problems_of(folder)]
    if problems:
        raise RulebookError(problems)


def problems_of(folder: Path) -> list[str]:
    """All problems of one rules folder (or of one rule file)."""
    if folder.is_file():
        return _file_problems(folder)
    paths = [*sorted((folder / "roles").glob("*.yaml")), *sorted((folder / "lexicon").glob("*.yaml"))]
    return [problem for path in paths for problem in _file_problems(path)]


def _file_problems(path: Path) -> list[str]:
    try:
        value = read_yaml(path)
    except RulebookError as error:
        return error.problems
    if not isinstance(value, dict):
        return [f"{path}:1: 规则文件应是“键: 值”的映射，请对照 rules/ 里的例子"]
    if path.parent.name == "lexicon":
        return _lexicon_problems(path, value)
    return _role_problems(path, value)


def _lexicon_problems(path: Path, value: dict[str, Any]) -> list[str]:
    shipped = builtin_rules() / "lexicon" / path.name
    if not shipped.is_file():
        names = sorted(p.name for p in (builtin_rules() / "lexicon").glob("*.yaml"))
        return [f"{path}:1: 没有名为 “{path.name}” 的词表{_near(path.name, names)}"]
    known = read_yaml(shipped)
    return [
        f"{path}:{line_of(path, key)}: 词表里没有 “{key}” 这一组{_near(str(key), list(known))}"
        for key in value
        if key not in known
    ] + [
        f"{path}:{line_of(path, key)}: “{key}” 应是{'列表' if isinstance(known[key], list) else '映射'}，请对照 rules/lexicon/{path.name}"
        for key in value
        if key in known and not isinstance(value[key], type(known[key]))
    ]


def _role_problems(path: Path, value: dict[str, Any]) -> list[str]:
    from pydantic import ValidationError

    try:
        _role_model().model_validate(value)
    except ValidationError as error:
        return [_explain(path, detail) for detail in error.errors()]
    problems = []
    for name in PATTERN_FIELDS:
        pattern = value.get(name)
        if pattern is None:
            continue
        try:
            re.compile(pattern)
        except re.error as error:
            problems.append(f"{path}:{line_of(path, name)}: {name} 不是有效的正则表达式（{error}），请改正")
            continue
        if backtracks(pattern):
            problems.append(f"{path}:{line_of(path, name)}: {name} 里有嵌套的重复（如 (a+)+），遇到长文本会极慢；请改写")
    return problems + _example_problems(path, value)


def _example_problems(path: Path, value: dict[str, Any]) -> list[str]:
    examples = value["examples"]
    line = line_of(path, "examples")
    problems = []
    if not any(not e["expect"].startswith("not ") for e in examples) or not any(e["expect"].startswith("not ") for e in examples):
        problems.append(f"{path}:{line}: 至少要有一个应匹配的例子和一个不应匹配的例子（expect: not {value['role']}）")
    problems += [
        f"{path}:{line}: 例子 “{e['text']}” 没有用 ⟦ ⟧ 标出数字"
        for e in examples
        if e["text"].count("⟦") != 1 or e["text"].count("⟧") != 1
    ]
    return problems


def _role_model() -> Any:  # noqa: ANN401 - a pydantic model class, made where pydantic is loaded
    from typing import Literal

    from pydantic import BaseModel, ConfigDict, Field, create_model

    class Example(BaseModel):
        model_config = ConfigDict(extra="forbid")
        text: str
        expect: str

    patterns: dict[str, Any] = {name: (str | None, None) for name in PATTERN_FIELDS}
    return create_model(
        "RoleRuleFile",
        __config__=ConfigDict(extra="forbid", frozen=True),
        id=(str, Field(pattern="^[A-Z]{3}\\d{3}$")),
        name=(str, Field(pattern="^[a-z][a-z0-9-]*$")),
        title=(str, ...),
        role=(str, ...),
        order=(int, ...),
        kinds=(list[Literal[KINDS]], []),  # type: ignore[valid-type]
        needs=(list[str], []),
        summary=(str, ...),
        why=(str, ""),
        limits=(str, ""),
        examples=(list[Example], ...),
        **patterns,
    )


def _explain(path: Path, detail: Any) -> str:  # noqa: ANN401 - a pydantic error detail
    where = [str(part) for part in detail["loc"]]
    key = where[0] if where else ""
    line = line_of(path, key)
    if detail["type"] == "extra_forbidden":
        return f"{path}:{line}: 没有 “{key}” 这一项{_near(where[-1], _role_model().model_fields)}"
    if detail["type"] == "missing":
        return f"{path}:{line}: 缺少 “{'.'.join(where)}”，请补上"
    return f"{path}:{line}: “{'.'.join(where)}” 的值不对（{detail['msg']}），请改正"


def _near(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), 1, 0.6)
    return f"，是否指 “{near[0]}”？" if near else "，请对照 rules/ 里的例子"


def line_of(path: Path, key: str) -> int:
    """The line, from 1, on which a top-level key stands; 1 where it does not."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith((f"{key}:", f"'{key}':", f'"{key}":')):
            return number
    return 1
