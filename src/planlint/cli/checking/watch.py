"""`--watch`: check again whenever a plan, its sidecar or a configuration changes. Files are asked for their time, nothing is installed."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from planlint.batch.failures import complain_of
from planlint.batch.inputs import STDIN
from planlint.batch.streams import complain
from planlint.cli.checking.session import Session
from planlint.errors import EXIT_USAGE, PlanlintError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from planlint.checkrun.wishes import Wishes
    from planlint.words import Words

_PAUSE = 0.5


def watch_plans(wishes: Wishes, words: Words, rounds: int | None = None, pause: float = _PAUSE) -> int:
    """Run, wait for a change, run again, until Ctrl-C (or for so many rounds); the exit code of the last run."""
    if STDIN in wishes.paths:
        raise UsageError("watch_stdin")
    code, watched = _run(wishes, words, ())
    done = 1
    while rounds is None or done < rounds:
        complain(words.say("watching", n=sum(path.exists() for path in watched)))
        before = _times(watched)
        while _times(watched) == before:
            time.sleep(pause)
        if sys.stdout.isatty():
            sys.stdout.write("\x1b[2J\x1b[H")
        code, watched = _run(wishes, words, watched)
        done += 1
    return code


def _run(wishes: Wishes, words: Words, watched: Sequence[Path]) -> tuple[int, Sequence[Path]]:
    """One run. A configuration that is being edited and wrong for the moment is said, and watched on."""
    try:
        session = Session(wishes, words)
        return session.run(), session.watched
    except PlanlintError as error:
        if not watched:
            raise
        complain_of(error, words)
        return EXIT_USAGE, watched


def _times(paths: Sequence[Path]) -> list[tuple[int, int] | None]:
    return [_time(path) for path in paths]


def _time(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size
