"""The entry point of `planlint`: what earlier starts kept is laid ready before the program itself is imported."""

from __future__ import annotations

import os
from contextlib import suppress


def main() -> None:
    """Run the command line; leaves with its exit code."""
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
