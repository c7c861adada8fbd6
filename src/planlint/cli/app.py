"""The program: `main()` builds the command that is called, runs it, and says every failure in one clear line."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planlint.batch.failures import complain_internal, complain_of
from planlint.batch.streams import complain, open_streams, silence_stdout
from planlint.cli.choices import LangOption  # noqa: TC001 - typer reads the annotations when the program runs
from planlint.cli.help import HelpGroup, speak
from planlint.cli.usage import explain_usage, usage_errors
from planlint.errors import EXIT_INTERNAL, EXIT_INTERRUPTED, EXIT_OK, EXIT_USAGE, PlanlintError
from planlint.words import LANGUAGES, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

# Each command's module has `add(app)`; only the module of the command that is called is imported.
COMMANDS = {
    "extract": "planlint.cli.extract",
    "check": "planlint.cli.check",
    "compare": "planlint.cli.compare",
    "diff": "planlint.cli.diff",
    "cascade": "planlint.cli.cascade",
    "review": "planlint.cli.review",
    "score": "planlint.cli.score",
    "agree": "planlint.cli.agree",
    "explain": "planlint.cli.explain",
    "text": "planlint.cli.text",
    "rules": "planlint.cli.rules",
    "schema": "planlint.cli.schema",
    "config": "planlint.cli.config",
    "init": "planlint.cli.init",
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code: 0 done, 2 usage or input, 3 a defect of planlint."""
    # a call makes some hundred thousand small values and hardly any cycle: looking for cycles so often costs a tenth of the start
    gc.set_threshold(50_000, 20, 50)
    open_streams()
    given = sys.argv[1:] if arguments is None else list(arguments)
    code = run(given)
    try:
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of the pipe went away: `planlint … | head`
        silence_stdout()
    except OSError as error:  # /dev/full
        silence_stdout()
        if code == EXIT_OK:
            words = Words(language_of(given))
            complain(f"planlint: {words.say('system_refuses', what=error.strerror or error)}")
            code = EXIT_USAGE
    raise SystemExit(code)


def run(arguments: list[str]) -> int:
    """The exit code of one call: one of errors.py."""
    words = Words(language_of(arguments))
    try:
        command = build(called(arguments), words)
        result = command.main(args=arguments, prog_name="planlint", standalone_mode=False)
        if result == EXIT_INTERRUPTED:  # some versions of typer turn Ctrl-C into this number and say nothing
            complain(words["interrupted"])
        return result if isinstance(result, int) else EXIT_OK
    except usage_errors() as error:
        complain(
            explain_usage(error, words, " ".join(["planlint", *(a for a in arguments[:1] if a in COMMANDS)]))
        )
        return EXIT_USAGE
    except PlanlintError as error:
        complain_of(error, words)
        return error.exit_code
    except BrokenPipeError:
        silence_stdout()
        return EXIT_OK
    except (KeyboardInterrupt, typer.Abort):
        complain(words["interrupted"])
        return EXIT_INTERRUPTED
    except OSError as error:  # the disk is full, a name too long, a folder closed: nothing that a defect of ours could mend
        silence_stdout()
        named = f"{error.filename}: " if error.filename is not None else ""
        complain(f"planlint: {words.say('system_refuses', what=f'{named}{error.strerror or error}')}")
        return EXIT_USAGE
    except Exception as error:  # noqa: BLE001 - the last line of defence: never a traceback for the user
        complain_internal(error, words)
        return EXIT_INTERNAL


def language_of(arguments: Sequence[str]) -> str:
    """The language of `--lang en`, `--lang=en` or PLANLINT_LANG, needed before the options are parsed."""
    asked = os.environ.get("PLANLINT_LANG", "")
    for i, argument in enumerate(arguments):
        if argument == "--lang":
            asked = "".join(arguments[i + 1 : i + 2])
        elif argument.startswith("--lang="):
            asked = argument[len("--lang=") :]
    return asked if asked in LANGUAGES else LANGUAGES[0]


def called(arguments: Sequence[str]) -> list[str]:
    """The commands to build: the one that is called, or all for help, completion and misspelt names."""
    first = next((a for a in arguments if not a.startswith("-")), None)
    if first in COMMANDS and arguments[0] == first and "_PLANLINT_COMPLETE" not in os.environ:
        return [first]
    return list(COMMANDS)


def build(names: Sequence[str], words: Words) -> Any:  # noqa: ANN401 - typer hands out click's command, vendored or not
    """The click command of the program with these sub-commands, its texts in the user's language."""
    app = typer.Typer(
        name="planlint",
        help="help.app",
        epilog="help.app.examples",
        cls=HelpGroup,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=len(names) > 1,
        invoke_without_command=True,
    )
    app.callback()(_program)
    for name in names:
        import_module(COMMANDS[name]).add(app)
    command = typer.main.get_command(app)
    speak(command, words)
    return command


def _program(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", "-V", help="help.version", is_eager=True)] = False,
    lang: LangOption = None,  # noqa: ARG001 - language_of has read it
) -> None:
    if version:
        from planlint import __version__

        typer.echo(f"planlint {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit
