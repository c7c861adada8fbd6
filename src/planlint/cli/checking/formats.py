"""`-f console -f sarif=out.sarif`: which reports are wanted, and where they go once they are written."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.cli.checking.wishes import Target
from planlint.cli.inputs import STDIN
from planlint.errors import UsageError
from planlint.report.findings import FORMATS, FindingsLook, render
from planlint.report.write import make_folder, write_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.check.outcome import CheckRun
    from planlint.cli.checking.wishes import Wishes
    from planlint.report.words import Words

_PLAIN_WIDTH = 100
# GitHub refuses a summary beyond one mebibyte altogether
_LONGEST_SUMMARY = 1_000_000


def targets_of(given: Sequence[str] | None, output: str | None, words: Words) -> tuple[Target, ...]:
    """The reports that `-f` names, the console's without it; `-o` is the file of the one that names none itself.

    UsageError for an unknown format, two on one screen, or a `-o` that no report needs.
    """
    targets = []
    for written in given or ("console",):
        name, _, file = written.partition("=")
        if name not in FORMATS:
            near, choices = words.near(name, FORMATS), words.join(FORMATS)
            raise UsageError(words.say("bad_format", name=name, near=near, choices=choices))
        targets.append(Target(name, file or None))
    screen = [t.format for t in targets if t.file is None]
    if len(screen) > 1:
        raise UsageError(words.say("two_on_screen", names=words.join(screen), last=screen[-1]))
    _refuse_sharing(
        [*(t for t in targets if t.file), *(Target(name, output) for name in screen if output)], words
    )
    if output is None:
        return tuple(targets)
    if not screen:
        raise UsageError(words.say("output_not_needed", output=output))
    return tuple(Target(t.format, t.file or output) for t in targets)


def _refuse_sharing(targets: Sequence[Target], words: Words) -> None:
    """UsageError where two reports would be written to one file."""
    files: dict[str, str] = {}
    for target in targets:
        path = os.path.realpath(str(target.file))
        if path in files:
            names = words.join([files[path], target.format])
            raise UsageError(words.say("two_in_one_file", names=names, path=target.file))
        files[path] = target.format


def refuse_overwriting(targets: Sequence[Target], inputs: Iterable[str], words: Words) -> None:
    """UsageError where a report would be written over a plan that is to be checked."""
    read = {os.path.realpath(path) for path in inputs if path != STDIN}
    for target in targets:
        if target.file is not None and os.path.realpath(target.file) in read:
            raise UsageError(words.say("overwrites_input", path=target.file))


def deliver(run: CheckRun, wishes: Wishes, words: Words) -> None:
    """Write every report, those in files first: a screen that is closed early must not cost them."""
    for target in sorted(wishes.targets, key=lambda t: t.file is None):
        if target.file is not None:
            _to_file(run, target, words)
        elif not wishes.diff:
            _to_screen(run, target, wishes, words)
    if any(t.format == "github" for t in wishes.targets):
        _to_job_summary(run, words)


def _to_file(run: CheckRun, target: Target, words: Words) -> None:
    path = Path(str(target.file))
    try:
        make_folder(path.parent)
        write_file(path, render(run, target.format, FindingsLook(words, summary=_summary_file() is not None)))
    except OSError as error:
        raise UsageError(words.say("not_written", path=path, why=error.strerror or error)) from error


def _to_screen(run: CheckRun, target: Target, wishes: Wishes, words: Words) -> None:
    look = screen_look(words)
    if wishes.statistics and target.format in ("console", "concise"):
        from planlint.report.findings.console import last_lines, statistics

        sys.stdout.writelines(statistics(run, words))
        sys.stdout.writelines("".join(text for text, _ in line) + "\n" for line in last_lines(run, look))
    else:
        sys.stdout.writelines(render(run, target.format, look))
    sys.stdout.flush()


def screen_look(words: Words) -> FindingsLook:
    """The width of the terminal and whether it shows colours; plain where there is none."""
    terminal = sys.stdout.isatty()
    width = _PLAIN_WIDTH
    if terminal:
        import shutil

        width = shutil.get_terminal_size().columns
    colour = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return FindingsLook(words, width, colour, summary=_summary_file() is not None)


def _summary_file() -> str | None:
    return os.environ.get("GITHUB_STEP_SUMMARY") or None


def _to_job_summary(run: CheckRun, words: Words) -> None:
    """Everything into the page of the job, which has no limit of ten; a page that cannot be written costs nothing else."""
    path = _summary_file()
    if path is None:
        return
    page = "".join(render(run, "md", FindingsLook(words)))
    if len(page.encode("utf-8", "replace")) > _LONGEST_SUMMARY:
        page = (
            page.encode("utf-8", "replace")[:_LONGEST_SUMMARY].decode("utf-8", "ignore").rpartition("\n")[0]
            + "\n\n…\n"
        )
    try:
        with Path(path).open("a", encoding="utf-8") as stream:
            stream.write(page)
    except OSError as error:
        from planlint.cli.streams import complain

        complain(f"planlint: {words.say('not_written', path=path, why=error.strerror or error)}")
