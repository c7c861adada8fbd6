"""What typer (click) says of a wrong command line, said in the user's language with a remedy."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from planlint.words import Words


def usage_errors() -> type[Exception]:
    """The class of click's usage errors, wherever this version of typer keeps its click."""
    found: type[Exception] = sys.modules[typer.BadParameter.__module__].ClickException
    return found


def explain_usage(error: Any, words: Words, called: str) -> str:  # noqa: ANN401 - click's exception, vendored or not
    """One line: `planlint: 没有选项 “--formt”（是否指 “--format”？）；用法见 planlint extract --help`."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else called
    what = _what(error, context, words)
    return f"planlint: {what}{words.say('see_help', command=path)}"


def _what(error: Any, context: Any, words: Words) -> str:  # noqa: ANN401
    kind = type(error).__name__
    if kind == "NoSuchOption":
        known = (
            [name for p in context.command.params for name in p.opts if name.startswith("-")]
            if context
            else []
        )
        return words.say(
            "no_such_option", option=error.option_name, near=words.near(error.option_name, [*known, "--help"])
        )
    if kind == "MissingParameter" and error.param is not None:
        name = error.param.metavar or error.param.opts[0]
        return words.say("missing_parameter", name=name)
    if kind == "BadParameter" and error.param is not None:
        return _bad_value(error, words)
    message = str(getattr(error, "message", error))
    if kind == "BadOptionUsage":
        takes_none = "not take a value" in message
        return words.say(
            "option_takes_no_value" if takes_none else "option_needs_value", option=error.option_name
        )
    if message.startswith("Missing command") and context is not None:
        return words.say("missing_command", choices=words.join(context.command.commands))
    if message.startswith("No such command") and context is not None:
        name = message.split("'", 2)[1] if "'" in message else message
        known = list(context.command.commands)
        return words.say(
            "no_such_command", name=name, near=words.near(name, known), choices=words.join(known)
        )
    if message.startswith("Got unexpected extra argument"):
        return words.say("extra_arguments", names=message.rsplit("(", 1)[-1].rstrip(")."))
    return error.format_message() if hasattr(error, "format_message") else message


def _bad_value(error: Any, words: Words) -> str:  # noqa: ANN401
    is_option = error.param.param_type_name == "option"
    option = max(error.param.opts, key=len) if is_option else error.param.metavar or error.param.name
    # 'x' is not one of 'console', 'json'.
    given, *choices = re.findall(r"'([^']*)'", error.message)
    if not choices:
        return words.say("bad_value", option=option, why=error.message)
    return words.say(
        "bad_choice", option=option, value=given, near=words.near(given, choices), choices=words.join(choices)
    )
