"""Compiled patterns kept between starts: half of the time of a short run is `re` compiling the same few hundred patterns again.

This reaches into the standard library, which has no public way to write a compiled pattern down. So nothing is believed: what is put down
is first made again from its parts and must equal the pattern that `re` itself compiled (Python compares them code by code); whatever goes wrong,
the pattern is compiled as ever. Only the program does this, which owns its process; importing planlint changes nothing.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import re

    from planlint.start.store import Store

# Codes are written as these: the unit of `re`'s own code.
_UNIT = "I"


def keep_patterns(store: Store) -> None:
    """Let `re` ask the store before it compiles a pattern, from now on."""
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]

    slow = _compiler.compile
    magic = _sre.MAGIC

    def compiled(pattern: Any, flags: int = 0) -> re.Pattern[Any]:  # noqa: ANN401 - text, bytes, or a parsed pattern
        if not isinstance(pattern, str):
            return slow(pattern, flags)  # type: ignore[no-any-return]
        key = ("pattern", magic, pattern, int(flags))
        parts = store.get(key)
        if parts is not None:
            try:
                return made(pattern, parts)
            except (RuntimeError, TypeError, ValueError, OverflowError):
                return slow(pattern, flags)  # type: ignore[no-any-return]
        original: re.Pattern[Any] = slow(pattern, flags)
        try:
            parts = parts_of(pattern, int(flags))
            again = made(pattern, parts)
        except Exception:  # noqa: BLE001 - another Python may have other insides: then nothing is kept
            return original
        if again == original and again.groupindex == original.groupindex:
            store.put(key, parts)
        return original

    def made(pattern: str, parts: Any) -> re.Pattern[Any]:  # noqa: ANN401
        flags, code, groups, names, order = parts
        units = array(_UNIT)
        units.frombytes(code)
        return _sre.compile(pattern, flags, units.tolist(), groups, names, order)  # type: ignore[no-any-return]

    def parts_of(pattern: str, flags: int) -> tuple[Any, ...]:
        parsed = _parser.parse(pattern, flags)
        code = _compiler._code(parsed, flags)  # noqa: SLF001
        names = parsed.state.groupdict
        order: list[str | None] = [None] * parsed.state.groups
        for name, number in names.items():
            order[number] = name
        all_flags = int(flags | parsed.state.flags)
        return all_flags, array(_UNIT, code).tobytes(), parsed.state.groups - 1, dict(names), tuple(order)

    _compiler.compile = compiled
