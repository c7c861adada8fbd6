"""`--help` in the user's language: the same pages as click's, with wide characters counted as two columns."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from planlint.cli.values import convert_plainly
from planlint.report.formats import names_of
from planlint.text.width import columns, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.words import Words

_INDENT = 2
# Options that typer adds itself, with texts of its own.
_TYPERS_OWN = {"install_completion": "help.install", "show_completion": "help.show"}
_MAX_NAME = 30


class _Speaking:
    """What a command and a group of commands share: texts that are keys of words.py until `speak` says them."""

    words: Words

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - click's context, vendored or not
        """The page that `--help` prints."""
        return help_page(self, ctx)

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401
        """The `--help` that typer adds, which is in no list of parameters."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            convert_plainly(option)
        return option


class HelpCommand(_Speaking, TyperCommand):
    """A command with its texts in the user's language."""


class HelpGroup(_Speaking, TyperGroup):
    """A group of commands with its texts in the user's language."""


def speak(command: Any, words: Words) -> None:  # noqa: ANN401 - click's command, vendored or not
    """Put the user's language in place of the keys, in the command and everything under it."""
    command.words = words
    for name in ("help", "epilog"):
        key = getattr(command, name)
        if key:
            setattr(command, name, words.get(key, key))
    for parameter in command.params:
        convert_plainly(parameter)
        said = words.get(_TYPERS_OWN.get(parameter.name, parameter.help or ""))
        parameter.help = said.replace("{formats}", words.join(names_of(command.name)))
    for child in getattr(command, "commands", {}).values():
        speak(child, words)


def help_page(command: Any, context: Any) -> str:  # noqa: ANN401
    """Usage, what it does, arguments, options, commands, examples."""
    return "\n".join(_page(command, context, command.words)).rstrip("\n")


def _page(command: Any, context: Any, words: Words) -> Iterator[str]:  # noqa: ANN401
    width = min(shutil.get_terminal_size().columns, 100)
    arguments = [
        (p.metavar or p.name, p.help or "") for p in command.params if p.param_type_name == "argument"
    ]
    pieces = [words["usage_options"], *(name for name, _ in arguments)]
    if hasattr(command, "commands"):
        pieces.append(words["usage_command"])
    yield f"{words['usage']}{context.command_path} {' '.join(pieces)}"
    yield ""
    yield from wrap(command.help or "", width, " " * _INDENT)
    options = [
        (_option_name(p), _option_help(p, words)) for p in command.params if p.param_type_name == "option"
    ]
    options.append(("--help", words["help.help"]))
    commands = [(name, (c.help or "").split("\n")[0]) for name, c in getattr(command, "commands", {}).items()]
    for title, rows in (("arguments", arguments), ("options", options), ("commands", commands)):
        if rows:
            yield ""
            yield words[title]
            yield from _rows(rows, width)
    if command.epilog:
        yield ""
        yield words["examples"]
        yield from (f"{' ' * _INDENT}{line}" for line in command.epilog.splitlines())


def _option_name(option: Any) -> str:  # noqa: ANN401
    names = ", ".join(sorted(option.opts, key=len))
    if option.is_flag:
        return names
    return f"{names} {option.metavar or 'TEXT'}"


def _option_help(option: Any, words: Words) -> str:  # noqa: ANN401
    default = getattr(option.default, "value", option.default)
    shown = f" {words.say('default', value=default)}" if isinstance(default, str) and default else ""
    return f"{option.help or ''}{shown}"


def _rows(rows: list[tuple[str, str]], width: int) -> Iterator[str]:
    left = min(max(columns(name) for name, _ in rows), _MAX_NAME) + 2 * _INDENT
    for name, text in rows:
        lines = list(wrap(text, width - left, ""))
        first = f"{' ' * _INDENT}{name}"
        if columns(first) + _INDENT > left:
            yield first
        else:
            yield f"{first}{' ' * (left - columns(first))}{lines.pop(0) if lines else ''}"
        yield from (f"{' ' * left}{line}" for line in lines)
