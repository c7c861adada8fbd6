"""Rule files of a user, checked as a whole: all problems at once, each `file:line: what, remedy` (pydantic is imported here)."""

from __future__ import annotations

import difflib
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from planlint.errors import RulebookError
from planlint.rulebook.book import builtin_rules, read_yaml
from planlint.rulebook.bounded_yaml import yaml_files
from planlint.rulebook.classes import CLASS
from planlint.rulebook.places import PlacedYaml, read_placed, say_problems
from planlint.rulebook.regexes import run_away
from planlint.rulebook.roles import PATTERN_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pydantic import BaseModel

    from planlint.rulebook.options import Declared

DIMENSIONS = (
    "money",
    "area",
    "share",
    "points",
    "length",
    "mass",
    "energy",
    "duration",
    "count",
    "times",
    "rank",
    "none",
)
_MARK = re.compile(r"⟦[^⟦⟧]+⟧")


def require_valid(places: Iterable[Path], declared: Declared) -> None:
    """RulebookError with every problem of these folders of rules (or single rule files); `declared` gives the options of a kind of check."""
    problems = [problem for place in places for problem in problems_of(place, declared)]
    if problems:
        raise RulebookError(problems)


def problems_of(place: Path, declared: Declared) -> list[str]:
    """All problems of one folder of rules, or of one rule file."""
    if place.is_file():
        return list(_file_problems(place, declared))
    kinds = ("roles", "lexicon", "checks", "schemas")
    files = [path for kind in kinds for path in yaml_files(place / kind)] + yaml_files(place)
    return [problem for path in files for problem in _file_problems(path, declared)] + _same_ids(place)


def _file_problems(path: Path, declared: Declared) -> Iterator[str]:
    if path.parent.name == "schemas":
        from planlint.rulebook.schema_shape import problems_of_schema

        yield from problems_of_schema(path)
        return
    if path.parent.name not in ("roles", "lexicon"):
        from planlint.rulebook.check_shape import problems_of_check

        yield from problems_of_check(path, declared)
        return
    try:
        placed = read_placed(path)
    except RulebookError as error:
        yield from error.problems
        return
    yield from placed.problems
    if not isinstance(placed.value, dict):
        yield f"{path}:1: 规则文件应是 “键: 值” 的对照，请对照内置规则的写法（planlint rules show ROL010）"
    elif path.parent.name == "lexicon":
        yield from _lexicon_problems(path, placed)
    else:
        yield from _role_problems(path, placed)


def _same_ids(folder: Path) -> list[str]:
    seen: dict[object, Path] = {}
    problems = []
    for path in yaml_files(folder / "roles"):
        try:
            placed = read_placed(path)
        except RulebookError:
            continue
        rule_id = placed.value.get("id") if isinstance(placed.value, dict) else None
        if rule_id is not None and (first := seen.setdefault(rule_id, path)) != path:
            problems.append(f"{path}:{placed.line(('id',))}: 编号 “{rule_id}” 已用于 {first.name}，请换一个")
    return problems


# ---- vocabulary ------------------------------------------------------------------------------------------------------
def _lexicon_problems(path: Path, placed: PlacedYaml) -> Iterator[str]:
    """A vocabulary file extends the built-in one of its name, so it may hold the groups of that file and no others."""
    shipped = builtin_rules() / "lexicon" / path.name
    if not shipped.is_file():
        names = sorted(p.name for p in (builtin_rules() / "lexicon").glob("*.yaml"))
        yield f"{path}:1: 没有名为 “{path.name}” 的词表{_near(path.name, names)}"
        return
    known = read_yaml(shipped)
    for key, value in placed.value.items():
        line = placed.line((str(key),))
        if key not in known:
            yield f"{path}:{line}: 词表里没有 “{key}” 这一组{_near(str(key), [str(name) for name in known])}"
        elif type(value) is not type(known[key]):
            yield f"{path}:{line}: “{key}” 应为{_SHAPES.get(type(known[key]), '文字')}，请对照内置词表（planlint rules show {path.stem}）"


_SHAPES = {list: "列表", dict: "键值对照", bool: "true 或 false", int: "整数", float: "数字"}


# ---- role rules ------------------------------------------------------------------------------------------------------
@lru_cache(maxsize=1)
def _models() -> tuple[type[BaseModel], type[BaseModel]]:
    """The shape of a role rule's file, and of one of its examples; made here so that pydantic is loaded only to validate."""
    from typing import Literal

    from pydantic import BaseModel, ConfigDict, Field, create_model

    class Example(BaseModel):
        model_config = ConfigDict(extra="forbid", strict=True)
        text: str
        expect: str

    patterns: dict[str, Any] = dict.fromkeys(PATTERN_FIELDS, (str | None, None))
    rule: type[BaseModel] = create_model(
        "RoleRuleFile",
        __config__=ConfigDict(extra="forbid", strict=True),
        id=(str, Field(pattern="^[A-Z]{2,5}[0-9]{3}$")),
        name=(str, Field(pattern="^[a-z][a-z0-9-]*$")),
        title=(str, ...),
        role=(str, Field(pattern="^[a-z][a-z-]*$")),
        order=(int, ...),
        kinds=(list[Literal[DIMENSIONS]], []),  # type: ignore[valid-type]
        needs=(list[str], []),
        summary=(str, ...),
        why=(str, ""),
        limits=(str, ""),
        examples=(list[Example], ...),
        **patterns,
    )
    return rule, Example


def _role_problems(path: Path, placed: PlacedYaml) -> Iterator[str]:
    from pydantic import ValidationError

    rule, example = _models()
    try:
        rule.model_validate(placed.value)
    except ValidationError as error:
        yield from say_problems(
            error, placed, path, {"": rule.model_fields, "examples": example.model_fields}
        )
    yield from _pattern_problems(path, placed)
    yield from _example_problems(path, placed)
    if not any(placed.value.get(name) for name in (*PATTERN_FIELDS, "kinds", "needs") if name != "unless"):
        yield f"{path}:1: 没有任何条件，会套住所有数字；请至少写 {'、'.join(PATTERN_FIELDS)} 之一"


def _pattern_problems(path: Path, placed: PlacedYaml) -> Iterator[str]:
    for name in PATTERN_FIELDS:
        pattern = placed.value.get(name)
        if not isinstance(pattern, str):
            continue
        pattern = CLASS.sub("词", pattern)
        where = f"{path}:{placed.line((name,))}: “{name}”"
        try:
            re.compile(pattern)
        except re.error as error:
            yield f"{where} 不是有效的正则表达式（第 {(error.pos or 0) + 1} 个字符：{error.msg}），请改正"
            continue
        why = run_away(pattern)
        if why is not None:
            yield f"{where} 会回溯失控（{why}），请改写：限定次数，或让相邻的部分不能匹配同样的字"


def _example_problems(path: Path, placed: PlacedYaml) -> Iterator[str]:
    examples = placed.value.get("examples")
    if not isinstance(examples, list):
        return
    expected = set()
    for i, example in enumerate(examples):
        if not isinstance(example, dict) or not isinstance(example.get("text"), str):
            continue  # said already
        expected.add(str(example.get("expect", "")).startswith("not "))
        if len(_MARK.findall(example["text"])) != 1:
            yield f"{path}:{placed.line(('examples', i, 'text'))}: 例子里要用 ⟦ ⟧ 标出一个数字，如 对营业收入超过⟦2000万元⟧的企业"
    role = placed.value.get("role", "role")
    for negative, missing in ((False, f"expect: {role}"), (True, f"expect: not {role}")):
        if negative not in expected:
            yield f"{path}:{placed.line(('examples',))}: 正例和反例至少各一个，缺少 “{missing}” 的例子，请补上"


def _near(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, 1, 0.6)
    return f"，是否指 “{near[0]}”？" if near else f"，可用：{'、'.join(known)}"
