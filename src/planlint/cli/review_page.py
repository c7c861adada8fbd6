"""Starts the server of a review: what must hold before, the address, the plans with their findings and earlier versions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.batch.streams import complain
from planlint.errors import EXIT_OK, PlanlintError, UsageError

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Sequence

    from planlint.model.fact import Extraction
    from planlint.model.finding import Finding
    from planlint.review.desk import Plan
    from planlint.rulebook import Rulebook
    from planlint.words import Words


def serve_plans(
    paths: Sequence[str], who: str, port: int, earlier: Path | None, rulebook: Rulebook, rules: Sequence[Path], words: Words, *, opens: bool
) -> int:  # fmt: skip
    """Open the page of a review and answer until Ctrl-C."""
    try:
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError as error:
        raise UsageError("review.extra") from error
    import secrets

    from planlint.review.desk import Plan, require_writable
    from planlint.review.reviewing import Reviewing
    from planlint.review.server import HOST, application, serve

    require_writable(paths)
    found = _findings(rules, words)
    plans = [Plan(path, rulebook, found, _earlier_of(path, paths, earlier)) for path in paths]
    _require_one_readable(plans, words)
    listening = _listening(HOST, port)
    number = listening.getsockname()[1]
    token = secrets.token_urlsafe(24)
    base = f"/{token}/"
    address = f"http://{HOST}:{number}{base}"
    sys.stdout.write(f"{words.say('review.open_at', address=address)}\n{words.say('review.stop')}\n")
    sys.stdout.flush()
    if opens and sys.stdout.isatty():
        import webbrowser

        webbrowser.open(address)
    serve(application(Reviewing(plans, who, words, base), token, number), listening)
    return EXIT_OK


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens; UsageError where the port is taken."""
    import socket

    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform != "win32":  # there it would let two servers share one port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(64)
    except OSError as error:
        listening.close()
        raise UsageError("review.port", port=port, why=error.strerror or error) from error
    return listening


def _require_one_readable(plans: Sequence[Plan], words: Words) -> None:
    """A plan that cannot be read is told, and the others are reviewed; an error where there is none."""
    for i, plan in enumerate(plans):
        try:
            plan.seen()
        except PlanlintError as error:
            if i == len(plans) - 1:
                raise
            complain(f"planlint: {words.of(error.texts[0])}")
        else:
            return


def _findings(folders: Sequence[Path], words: Words) -> Callable[[Extraction], Sequence[Finding]]:
    """What check finds in a plan by the nearest configuration; nothing where that is broken, which is said once."""
    from planlint.checking import check_source, sidecar_entries
    from planlint.checkrun.setup import Setups
    from planlint.checkrun.wishes import Wishes

    setups = Setups(Wishes(paths=(), rule_folders=tuple(folders)), words)
    told: set[str] = set()

    def find(extraction: Extraction) -> Sequence[Finding]:
        path = extraction.source.path
        try:
            setup = setups.of(path)
            same = extraction if not setup.checker.rulebook.folders else None
            return check_source(
                extraction.source, setup.checker, sidecar_entries(path), extraction=same
            ).findings
        except PlanlintError as error:
            for text in error.texts:
                line = words.of(text)
                if line not in told:
                    complain(f"planlint: {line}")
                    told.add(line)
            return ()

    return find


def _earlier_of(path: str, paths: Sequence[str], earlier: Path | None) -> Path | None:
    """The earlier version of a plan: the file that was named for the one plan, or the file of its name in the folder."""
    if earlier is None:
        return None
    if earlier.is_dir():
        return earlier / Path(path).name
    if len(paths) > 1 or not earlier.is_file():
        raise UsageError("review.no_earlier", path=earlier)
    return earlier
