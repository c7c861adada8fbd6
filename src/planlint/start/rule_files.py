"""What was made of the rule files, kept between starts: a check reads a hundred and fifty of them, which seldom change."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING

from planlint.text import kept

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from planlint.start.store import Store


class _Kept:
    """A file's value is good for as long as its size and the time of its last change stay what they were."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, path: Path) -> Any:  # noqa: ANN401 - YAML holds anything
        key = self._key(path)
        data = self._store.get(key) if key is not None else None
        # made anew each time, as who asks may change it
        return marshal.loads(data) if data is not None else None  # noqa: S302 - see store.py

    def put(self, path: Path, value: Any) -> None:  # noqa: ANN401
        key = self._key(path)
        if key is None:
            return
        try:
            self._store.put(key, marshal.dumps(value))
        except ValueError:
            return  # it holds a date

    @staticmethod
    def _key(path: Path) -> tuple[str, str, int, int] | None:
        try:
            about = path.stat()
        except OSError:
            return None
        return ("file", str(path.absolute()), about.st_mtime_ns, about.st_size)


def keep_rule_files(store: Store) -> None:
    """Let who reads a rule file ask the store before it is parsed, from now on."""
    kept.KEEPER = _Kept(store)
