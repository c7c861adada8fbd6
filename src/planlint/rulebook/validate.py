"""Rule files of a user, checked as a whole: all problems at once, each `file:line: what, remedy` (pydantic is imported here)."""

from __future__ import annotations

import difflib
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from planlint.errors import RulebookError, located
from planlint.rulebook.book import builtin_rules, read_yaml
from planlint.rulebook.bounded_yaml import yaml_files
from planlint.rulebook.classes import CLASS
from planlint.rulebook.places import PlacedYaml, read_placed, say_problems
from planlint.rulebook.regexes import run_away
from planlint.rulebook.roles import PATTERN_FIELDS
from planlint.words import Text

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


def problems_of(place: Path, declared: Declared) -> list[Text]:
    """All problems of one folder of rules, or of one rule file."""
    if place.is_file():
        return list(_file_problems(place, declared))
    kinds = ("roles", "lexicon", "checks", "schemas")
    files = [path for kind in kinds for path in yaml_files(place / kind)] + yaml_files(place)
    return [problem for path in files for problem in _file_problems(path, declared)] + _same_ids(place)


def _file_problems(path: Path, declared: Declared) -> Iterator[Text]:
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
        yield from error.texts
        return
    yield from placed.problems
    if not isinstance(placed.value, dict):
        yield located(f"{path}:1", "rules.role_shape")
    elif path.parent.name == "lexicon":
        yield from _lexicon_problems(path, placed)
    else:
        yield from _role_problems(path, placed)


def _same_ids(folder: Path) -> list[Text]:
    seen: dict[object, Path] = {}
    problems = []
    for path in yaml_files(folder / "roles"):
        try:
            placed = read_placed(path)
        except RulebookError:
            continue
        rule_id = placed.value.get("id") if isinstance(placed.value, dict) else None
        if rule_id is not None and (first := seen.setdefault(rule_id, path)) != path:
            where = f"{path}:{placed.line(('id',))}"
            problems.append(located(where, "rules.same_id", id=rule_id, file=first.name))
    return problems


# ---- vocabulary ------------------------------------------------------------------------------------------------------
def _lexicon_problems(path: Path, placed: PlacedYaml) -> Iterator[Text]:
    """A vocabulary file extends the built-in one of its name, so it may hold the groups of that file and no others."""
    shipped = builtin_rules() / "lexicon" / path.name
    if not shipped.is_file():
        names = sorted(p.name for p in (builtin_rules() / "lexicon").glob("*.yaml"))
        yield located(f"{path}:1", "rules.no_lexicon", name=path.name, near=_near(path.name, names))
        return
    known = read_yaml(shipped)
    for key, value in placed.value.items():
        line = placed.line((str(key),))
        if key not in known:
            near = _near(str(key), [str(name) for name in known])
            yield located(f"{path}:{line}", "rules.no_group", name=key, near=near)
        elif type(value) is not type(known[key]):
            shape = Text.of(_SHAPES.get(type(known[key]), "shape.string"))
            yield located(f"{path}:{line}", "rules.group_shape", name=key, type=shape, lexicon=path.stem)


_SHAPES = {
    list: "shape.list", dict: "shape.dict", bool: "shape.bool", int: "shape.int", float: "shape.float",
}  # fmt: skip


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


def _role_problems(path: Path, placed: PlacedYaml) -> Iterator[Text]:
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
        yield located(f"{path}:1", "rules.no_condition", fields=tuple(PATTERN_FIELDS))


def _pattern_problems(path: Path, placed: PlacedYaml) -> Iterator[Text]:
    for name in PATTERN_FIELDS:
        pattern = placed.value.get(name)
        if not isinstance(pattern, str):
            continue
        pattern = CLASS.sub("词", pattern)
        where = f"{path}:{placed.line((name,))}"
        try:
            re.compile(pattern)
        except re.error as error:
            yield located(where, "regex.broken_at", name=name, at=(error.pos or 0) + 1, why=error.msg)
            continue
        why = run_away(pattern)
        if why is not None:
            yield located(where, "regex.runs_away", name=name, why=why)


def _example_problems(path: Path, placed: PlacedYaml) -> Iterator[Text]:
    examples = placed.value.get("examples")
    if not isinstance(examples, list):
        return
    expected = set()
    for i, example in enumerate(examples):
        if not isinstance(example, dict) or not isinstance(example.get("text"), str):
            continue  # said already
        expected.add(str(example.get("expect", "")).startswith("not "))
        if len(_MARK.findall(example["text"])) != 1:
            yield located(f"{path}:{placed.line(('examples', i, 'text'))}", "rules.example_mark")
    role = placed.value.get("role", "role")
    for negative, missing in ((False, f"expect: {role}"), (True, f"expect: not {role}")):
        if negative not in expected:
            yield located(f"{path}:{placed.line(('examples',))}", "rules.example_missing", what=missing)


def _near(name: str, known: list[str]) -> Text:
    near = difflib.get_close_matches(name, known, 1, 0.6)
    return Text.of("rules.near", name=near[0]) if near else Text.of("rules.one_of", known=tuple(known))
