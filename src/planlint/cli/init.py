"""`planlint init`: a planlint.yaml to start from, and the file that runs planlint in CI."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planlint.batch.streams import complain
from planlint.cli.choices import LangOption, words_of
from planlint.cli.help import HelpCommand
from planlint.errors import EXIT_OK, UsageError

if TYPE_CHECKING:
    from planlint.words import Words


class Ci(StrEnum):
    """Where planlint is to run by itself."""

    github = "github"
    gitlab = "gitlab"
    pre_commit = "pre-commit"


def add(app: typer.Typer) -> None:
    """Hang the command into the program."""
    app.command("init", cls=HelpCommand, help="help.init", epilog="help.init.examples")(init)


def init(
    context: typer.Context,
    *,
    ci: Annotated[Ci | None, typer.Option("--ci", metavar="github|gitlab|pre-commit", help="help.ci")] = None,
    install: Annotated[
        str | None, typer.Option("--install", metavar="SOURCE", help="help.install_from")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="help.force")] = False,
    lang: LangOption = None,  # noqa: ARG001 - app.language_of has read it
) -> int:
    """Write the starter files here. With --ci an existing planlint.yaml is left as it is, and no file is ever overwritten unasked."""
    from planlint.cli.starters import CI_FILES, ci_text

    words = words_of(context)
    if install is not None:
        _refuse(install, ci)
    source = None
    config = Path("planlint.yaml")
    wanted = [] if ci is not None and config.exists() and not force else [(config, words.say("init.config"))]
    if ci is not None:
        source = install or _installed_from()
        wanted.append((Path(CI_FILES[ci.value]), ci_text(ci.value, source, words)))
    taken = [path for path, _ in wanted if path.exists()]
    if taken and not force:
        raise UsageError("exists", path=words.join(map(str, taken)))
    for path, text in wanted:
        _write(path, text, words)
    if ci is not None and source is None:
        complain(words[f"install_unsaid_{ci.value.replace('-', '_')}"])
    return EXIT_OK


def _refuse(source: str, ci: Ci | None) -> None:
    """UsageError for a source that no installer could use: nothing, more than a line, a path that is not there; or none is asked for."""
    if ci is None:
        raise UsageError("install_without_ci")
    is_path = "://" not in source and any(ch in source for ch in "/\\.")
    if not source.strip() or not source.isprintable() or (is_path and not Path(source).exists()):
        raise UsageError("install_missing", source=" ".join(source.split()))


def _installed_from() -> str | None:
    """Where this planlint was installed from, if others can reach it there: the repository or the file of a direct installation."""
    import json
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        said = json.loads(distribution("planlint").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return None
    url, vcs = str(said.get("url", "")), said.get("vcs_info")
    if not url.startswith(("https://", "ssh://")):
        return None
    return f"{vcs['vcs']}+{url}@{vcs['commit_id']}" if vcs else url


def _write(path: Path, text: str, words: Words) -> None:
    from planlint.report.write import make_folder, write_file

    try:
        make_folder(path.parent)
        write_file(path, [text])
    except OSError as error:
        raise UsageError("not_written", path=path, why=error.strerror or error) from error
    complain(words.say("made_file", path=path))
