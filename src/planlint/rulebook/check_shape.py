"""The shape of a check's file, as pydantic checks it for a user's folder: every problem at once, `file:line: what, remedy`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from planlint.errors import RulebookError
from planlint.rulebook.checks import KINDS
from planlint.rulebook.option_shape import option_problems
from planlint.rulebook.places import read_placed, say_problems

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from planlint.rulebook.options import Declared
    from planlint.rulebook.places import PlacedYaml


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class SourceShape(_Shape):
    """What a rule rests on."""

    doc: str
    strength: Literal["standard", "derived", "house-style"]


class WithShape(_Shape):
    """What the configuration must say for a test."""

    roster: list[str] | None = None
    aliases: dict[str, str] | None = None
    profile: str | None = None
    period: list[int] | None = None


class TestShape(_Shape):
    """A text that must, or must not, raise the rule."""

    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=False)
    settings: WithShape | None = Field(None, alias="with")
    bad: str | None = None
    fixed: str | None = None
    good: str | None = None
    ok: str | None = None
    at: list[int] | None = None


class CheckShape(_Shape):
    """One check."""

    id: Annotated[str, Field(pattern="^[A-Z]{2,5}[0-9]{3}$")]
    name: Annotated[str, Field(pattern="^[a-z][a-z0-9-]*$")]
    title: str = ""
    title_en: str = ""
    kind: Literal[KINDS]  # type: ignore[valid-type]
    level: Literal["error", "warning", "info"]
    scope: Literal["G", "S"] = "G"
    fix: Literal["safe", "ask"] | None = None
    message: str
    message_en: str = ""
    why: str = ""
    why_en: str = ""
    remedy: str = ""
    remedy_en: str = ""
    source: SourceShape | None = None
    profiles: list[str] = []
    options: dict[str, Any] = {}
    tests: list[TestShape]


def problems_of_check(path: Path, declared: Declared) -> list[str]:
    """All that is wrong with one file of checks; `declared` gives the options of a kind."""
    try:
        placed = read_placed(path)
    except RulebookError as error:
        return error.problems
    value = placed.value
    if not isinstance(value, dict):
        return [
            f"{path}:1: 应为一条规则的 “键: 值” 对照，或 rules: [规则, …]；写法见 planlint rules show FMT002"
        ]
    if "rules" in value:
        items = value["rules"] if isinstance(value["rules"], list) else []
        return [
            *placed.problems,
            *(
                p
                for i, item in enumerate(items)
                for p in _problems(item, placed, path, ("rules", i), declared)
            ),
        ]
    return [*placed.problems, *_problems(value, placed, path, (), declared)]


def _problems(
    raw: Any,  # noqa: ANN401
    placed: PlacedYaml,
    path: Path,
    at: tuple[str | int, ...],
    declared: Declared,
) -> Iterator[str]:
    keys = {"": CheckShape.model_fields, "source": SourceShape.model_fields, "tests": TestShape.model_fields}
    if not isinstance(raw, dict):
        yield f"{path}:{placed.line(at)}: 应为一条规则的 “键: 值” 对照"
        return
    inner = placed if not at else _within(placed, at)
    try:
        CheckShape.model_validate(raw)
    except ValidationError as error:
        yield from say_problems(error, inner, path, keys)
    options = raw.get("options") or {}
    if isinstance(options, dict) and raw.get("kind") in KINDS:
        lines = inner if "options" not in raw else _within(inner, ("options",))
        yield from option_problems(options, declared(raw["kind"]).of(options), lines, path)
    tests = raw.get("tests")
    written = [t for t in tests if isinstance(t, dict)] if isinstance(tests, list) else []
    for words, missing in ((("bad",), "bad"), (("good", "ok"), "good")):
        if not any(test.get(word) for test in written for word in words):
            yield f"{path}:{inner.line(('tests',))}: 正例和反例至少各一个，缺少 “{missing}” 的例子，请补上"


def _within(placed: PlacedYaml, at: tuple[str | int, ...]) -> PlacedYaml:
    from planlint.rulebook.places import PlacedYaml as Placed

    lines = {where[len(at) :]: line for where, line in placed.lines.items() if where[: len(at)] == at}
    return Placed(None, lines)
