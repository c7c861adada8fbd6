"""What was made of the rule files, kept between starts: a check reads a hundred and fifty of them, which seldom change."""

from __future__ import annotations

import marshal
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planlint import kept

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.start.store import Store


class _Kept:
    """A value is good for as long as the file and the module that made it of the file keep their size and the time of their last change."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, path: Path, parse: Callable[[Path], Any]) -> Any:  # noqa: ANN401 - plain values of any shape
        key = _key(path, parse)
        data = self._store.get(key) if key is not None else None
        try:
            # made anew each time, as who asks may change it
            return marshal.loads(data) if data is not None else None  # noqa: S302 - see store.py
        except (ValueError, EOFError, TypeError):
            return None

    def put(self, path: Path, parse: Callable[[Path], Any], value: Any) -> None:  # noqa: ANN401
        key = _key(path, parse)
        if key is None:
            return
        try:
            self._store.put(key, marshal.dumps(value))
        except ValueError:
            return  # it holds a date


def _key(path: Path, parse: Callable[[Path], Any]) -> tuple[Any, ...] | None:
    try:
        about = path.stat()
        return (
            "file",
            str(path.absolute()),
            about.st_mtime_ns,
            about.st_size,
            parse.__qualname__,
            *_version(parse.__module__),
        )
    except OSError:
        return None


@lru_cache(maxsize=64)
def _version(module: str) -> tuple[str, int, int]:
    about = Path(sys.modules[module].__file__ or "").stat()
    return module, about.st_mtime_ns, about.st_size


def keep_rule_files(store: Store) -> None:
    """Let who reads a rule file ask the store before it is parsed, from now on."""
    kept.KEEPER = _Kept(store)
