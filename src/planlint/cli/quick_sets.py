r"""Sets of Chinese characters in patterns, compiled in a tenth of the time: `[，。；]` takes `re` 0.2 ms, and there are a thousand of them.

For such a set `re` goes through a map of all 65,536 characters, which took a quarter of the time of a whole `planlint extract`. Here only
the rows of 256 that hold a member are looked at; what comes out is the same code, number by number (tests/cli/test_quick_sets.py compares
them). This reaches into the standard library, and therefore only the program does it, which owns its process, and only with the versions
of Python for which the code was compared; with others patterns are compiled as ever.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

COMPARED = ((3, 11), (3, 12), (3, 13))
_MOST_MEMBERS = 600
_EMPTY = bytes(256)
# Compiled both ways before anything else: a patch release that makes other code is noticed, and `re` is left as it is.
_PROBE = "，。；：、一〇年月%0"


def install() -> None:
    """Let `re` compile sets in this way from now on; nothing happens with a Python that is not known, or a second time."""
    if sys.version_info[:2] not in COMPARED:
        return
    from re import _compiler  # type: ignore[attr-defined]

    if hasattr(_compiler._optimize_charset, "slow"):  # noqa: SLF001 - there is no public way
        return
    optimize = quick(_compiler)
    probe = [(_compiler.NEGATE, None), *((_compiler.LITERAL, ord(char)) for char in _PROBE)]
    if optimize(probe) == optimize.slow(probe):  # type: ignore[attr-defined]
        _compiler._optimize_charset = optimize  # noqa: SLF001


def quick(compiler: Any) -> Callable[..., Any]:  # noqa: ANN401 - a module of the standard library without types
    """The function that makes a set small, quick for sets of few characters; `slow` on it is the one it stands for."""
    slow = compiler._optimize_charset  # noqa: SLF001
    literal, span, negate, big = compiler.LITERAL, compiler.RANGE, compiler.NEGATE, compiler.BIGCHARSET
    # The same sets come again and again: a thousand in the patterns of an extraction, 380 different ones.
    known: dict[tuple[Any, ...], Any] = {}

    def optimize(charset: Any, iscased: Any = None, fixup: Any = None, fixes: Any = None) -> Any:  # noqa: ANN401
        if fixup is not None:
            return slow(charset, iscased, fixup, fixes)
        key = tuple(charset)
        if key not in known:
            known[key] = made(charset)
        return known[key]

    def made(charset: Any) -> Any:  # noqa: ANN401
        members: set[int] = set()
        ahead, behind = [], []
        for op, value in charset:
            if op is literal:
                members.add(value)
            elif op is span:
                if value[1] - value[0] > _MOST_MEMBERS:
                    return slow(charset)
                members.update(range(value[0], value[1] + 1))
            elif op is negate:
                ahead.append((op, value))
            else:
                behind.append((op, value))
        if not members or not 0xFF < max(members) < 0x10000 or not _in_many_runs(members):
            return slow(charset)
        return [*ahead, (big, _code(members, compiler)), *behind], False

    optimize.slow = slow  # type: ignore[attr-defined]
    return optimize


def _in_many_runs(members: set[int]) -> bool:
    """Whether the members make up more than two stretches; `re` keeps two as they are."""
    return sum(member - 1 not in members for member in members) > 2


def _code(members: Iterable[int], compiler: Any) -> list[int]:  # noqa: ANN401
    """The map as `re` writes it: the number of different rows of 256, which of them each row is, and the rows as bits."""
    rows: dict[int, bytearray] = {}
    for member in members:
        rows.setdefault(member >> 8, bytearray(256))[member & 0xFF] = 1
    numbers: dict[bytes, int] = {}
    first_empty = next(i for i in range(257) if i not in rows)
    mapping = bytearray(256)
    for i in sorted({*rows, first_empty} - {256}):
        row = bytes(rows.get(i, _EMPTY))
        number = numbers.setdefault(row, len(numbers))
        if i == first_empty:
            mapping = bytearray(mapping[:i]) + bytes([number]) * (256 - i)
        mapping[i] = number
    bits = compiler._mk_bitmap(bytearray(b"".join(numbers)))  # noqa: SLF001
    return [len(numbers), *compiler._bytes_to_codes(mapping), *bits]  # noqa: SLF001
