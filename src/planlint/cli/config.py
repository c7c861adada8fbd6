"""`planlint config show FILE`: the settings for one plan, and the file and line that each came from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planlint.cli.choices import LangOption, RulesOption, words_of
from planlint.cli.help import HelpCommand, HelpGroup
from planlint.errors import EXIT_OK, UsageError
from planlint.text.width import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.config import Config
    from planlint.rulebook.check_rule import CheckRule
    from planlint.words import Words


def add(app: typer.Typer) -> None:
    """Hang the group of commands into the program."""
    group = typer.Typer(cls=HelpGroup, help="help.config_group", rich_markup_mode=None)
    group.callback()(_group)
    group.command("show", cls=HelpCommand, help="help.config_show")(show)
    app.add_typer(group, name="config")


def _group() -> None:
    # with one command typer would put it in the group's own place; a callback keeps `config show`
    pass


def show(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="help.config_file")] = None,
    *,
    config: Annotated[Path | None, typer.Option("--config", metavar="FILE", help="help.config")] = None,
    rules: RulesOption = None,
    lang: LangOption = None,  # noqa: ARG001 - app.language_of has read it
) -> int:
    """Print every setting with its origin."""
    from planlint.checkrun.setup import read_all

    words = words_of(context)
    if config is not None and not config.is_file():
        raise UsageError("no_config_file", path=config)
    path = config or _config_of(file or Path())
    settled, _, known = read_all(path, tuple(rules or ()))
    rows = list(_rows(settled, known, words))
    left, middle = (max(columns(row[i]) for row in rows) for i in (0, 1))
    if path is None:
        sys.stdout.write(f"{words['no_config']}\n")
    for name, value, origin in rows:
        sys.stdout.write(f"{_pad(name, left)}  {_pad(value, min(middle, 60))}  {origin}".rstrip() + "\n")
    return EXIT_OK


def _config_of(file: Path) -> Path | None:
    from planlint.check.config.config_file import CONFIG_NAMES, PYPROJECT, find_config

    if file.name in (*CONFIG_NAMES, PYPROJECT) and file.is_file():
        return file
    return find_config(file if file.is_dir() else file.parent)


def _rows(
    config: Config | None, rules: tuple[CheckRule, ...], words: Words
) -> Iterator[tuple[str, str, str]]:
    """(setting, value, where it came from); rules last, in the order of their ids."""
    from planlint.check.config import Config as Settings
    from planlint.checkrun.setup import in_profile

    settings = config or Settings()
    origins = settings.origins

    def origin(key: str) -> str:
        return origins.get(key, words["built_in"])

    period = f"{settings.period.start}—{settings.period.end}" if settings.period else "-"
    yield "extends", words.join(f"builtin:{name}" for name in settings.profiles), origin("extends")
    yield "period", period, origin("period")
    yield "schema", settings.schema or "-", origin("schema")
    yield "fail-on", settings.fail_on, origin("fail-on")
    yield "ignore", words.join(glob for _, glob in settings.ignore) or "-", origin("ignore")
    yield "units.roster", _short(words.join(settings.roster)) or "-", origin("units.roster")
    yield (
        "units.aliases",
        _short(words.join(f"{k}={v}" for k, v in settings.aliases.items())) or "-",
        origin("units.aliases"),
    )
    for folder in settings.folders:
        yield "rule-folders", str(folder), str(settings.path)
    for rule in rules:
        key = f"rules.{rule.id}.level"
        on = any(in_profile(rule, profile) for profile in settings.profiles)
        level = settings.levels.get(rule.id, "on" if on else "off")
        yield (
            f"rules.{rule.id}",
            rule.level if level == "on" else level,
            origin(key) if key in origins else str(rule.path or words["built_in"]),
        )
        yield from _options(rule.id, settings.options.get(rule.id, {}), origins)


def _options(rule: str, options: dict[str, Any], origins: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for name, value in options.items():
        shown = "、".join(map(str, value)) if isinstance(value, list) else str(value)
        yield f"rules.{rule}.{name}", _short(shown), origins.get(f"rules.{rule}.{name}", "")


def _short(text: str) -> str:
    return text if columns(text) <= 60 else f"{text[:28]}…"


def _pad(text: str, size: int) -> str:
    return text + " " * max(0, size - columns(text))
