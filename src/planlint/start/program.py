"""The entry point of `planlint`: what earlier starts kept is laid ready before the program itself is imported."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

# As shells count them; errors.py has them too, but it is imported only when everything else is.
_INTERRUPTED, _TERMINATED = 130, 143


class Terminated(BaseException):
    """SIGTERM: what is half written is taken away, then the program ends."""


def main() -> None:
    """Run the command line; leaves with its exit code. Ctrl-C and SIGTERM end it in one line at any time, while it is imported as well."""
    try:
        _hear_sigterm()
        _run()
    except KeyboardInterrupt:
        _leave("interrupted", _INTERRUPTED)
    except Terminated:
        _leave("terminated", _TERMINATED)


def _run() -> None:
    if os.environ.get("PLANLINT_NO_CACHE"):
        from planlint.cli.app import main as run

        run()
        return
    from planlint.start.store import Store

    store = Store.opened()
    # a cache may fail in any way it likes: then the program starts as if there were none
    with suppress(Exception):
        from planlint.start.patterns import keep_patterns

        keep_patterns(store)
    with suppress(Exception):
        from planlint.start.classes import keep_classes

        keep_classes(store)
    with suppress(Exception):
        from planlint.start.rule_files import keep_rule_files

        keep_rule_files(store)
    from planlint.cli.app import main as run

    try:
        run()
    finally:
        with suppress(Exception):
            store.save()


def _hear_sigterm() -> None:
    import signal

    def terminate(number: int, _frame: object) -> None:
        signal.signal(number, signal.SIG_IGN)
        raise Terminated

    with suppress(ValueError, OSError):  # only the main thread may ask for signals
        signal.signal(signal.SIGTERM, terminate)


def _leave(what: str, code: int) -> None:
    """Say how it ended and leave at once: no module that is half imported is asked to clean up."""
    with suppress(BaseException):
        from planlint.batch.streams import complain
        from planlint.cli.app import language_of
        from planlint.words import Words

        complain(Words(language_of(sys.argv[1:]))[what])
    raise SystemExit(code)
