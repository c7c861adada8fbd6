"""JSONL that survives an interruption: lines are written as they come beside their place, and `--resume` goes on behind the last whole one.

`all.jsonl` is written as `all.jsonl.partial` and takes its name when everything is done.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from planlint.cli.streams import complain
from planlint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from planlint.report.words import Words


def partial_of(path: Path) -> Path:
    """Where the lines wait until all are there."""
    return path.with_name(f"{path.name}.partial")


def done_before(path: Path, words: Words) -> set[str]:
    """The documents of an interrupted run whose lines are whole; a line that was cut off is taken away.

    Where there is no interrupted run but a finished file, its lines count, so that new documents are added to it.
    """
    partial = partial_of(path)
    if not partial.exists():
        if not path.is_file():
            return set()
        partial.write_bytes(path.read_bytes())
    done: set[str] = set()
    whole = 0
    with partial.open("rb") as stream:
        for line in stream:
            if not line.endswith(b"\n"):
                break
            try:
                done.add(json.loads(line)["source"]["path"])
            except (ValueError, KeyError, TypeError) as error:
                raise UsageError(words.say("not_resumable", path=partial)) from error
            whole += len(line)
    with partial.open("rb+") as stream:
        stream.truncate(whole)
    if done:
        complain(words.say("resumed", n=len(done)))
    return done


def write_lines(path: Path, lines: Iterable[str], *, resumed: bool) -> None:
    """Write the lines behind those that are there already, each at once, and give the file its name at the end."""
    partial = partial_of(path)
    with partial.open("ab" if resumed else "wb") as stream:
        for line in lines:
            stream.write(line.encode())
            stream.flush()
    partial.replace(path)
