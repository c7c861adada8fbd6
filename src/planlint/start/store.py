"""Values that are kept from one start to the next in one file of the user's cache folder; a broken or missing file is an empty store."""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from planlint.start.checked import read_checked, write_checked

# A key is a kind and what tells one value of the kind from all others; values are what `marshal` writes.
Key = tuple[Any, ...]

# So many new patterns are worth writing the file again (a few are made of each plan's own words), and any value of another kind;
# beyond this size only what this start has used is kept.
_WORTH_WRITING = 8
_LARGEST = 8_000_000


class Store:
    """Reads the file once, and writes it beside and renames it where enough is new. Two programs may do so at a time: the last one wins."""

    def __init__(self, path: Path | None, values: dict[Key, Any]) -> None:
        self._path = path
        self._values = values
        self._used: set[Key] = set()
        self._new: dict[Key, Any] = {}

    @classmethod
    def opened(cls) -> Store:
        """The store of this user and this very Python; empty where there is none, or none that can be read."""
        path = cache_file()
        data = read_checked(path, _LARGEST) if path is not None else None
        try:
            values = marshal.loads(data) if data is not None else {}  # noqa: S302 - the user's own cache, as Python's own .pyc files are
        except (ValueError, EOFError, TypeError, MemoryError):
            values = {}
        return cls(path, values if isinstance(values, dict) else {})

    def get(self, key: Key) -> Any:  # noqa: ANN401 - a value of any kind
        """The value that an earlier start kept; None where none did."""
        value = self._values.get(key)
        if value is not None:
            self._used.add(key)
        return value

    def put(self, key: Key, value: Any) -> None:  # noqa: ANN401
        """Keep a value for the starts to come."""
        self._new[key] = value

    def save(self) -> None:
        """Write the file where enough is new; whoever may not write there is not told."""
        few = len(self._new) < _WORTH_WRITING and all(key[0] == "pattern" for key in self._new)
        if self._path is None or few:
            return
        values = {**self._values, **self._new}
        data = marshal.dumps(values)
        if len(data) > _LARGEST:
            data = marshal.dumps({**{key: self._values[key] for key in self._used}, **self._new})
        with suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_checked(self._path, data)


def cache_file() -> Path | None:
    """Where the store lies: a file for each build of Python, as what is kept means nothing to another; None without a home."""
    base = _cache_folder()
    tag = f"{sys.implementation.cache_tag}-{sys.hexversion:08x}-{sys.maxsize.bit_length()}"
    return base / "planlint" / f"start-{tag}.bin" if base is not None else None


def _cache_folder() -> Path | None:
    asked = os.environ.get("XDG_CACHE_HOME") or (os.environ.get("LOCALAPPDATA") if os.name == "nt" else None)
    if asked:
        return Path(asked)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache")
