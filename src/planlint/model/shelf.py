"""A sequence of values that are packed while nobody looks at them: ten thousand plans, or the cells of a row that they all have."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Item = TypeVar("Item")
# Values that are packed together: what they share is kept once, and no more than these lie open at a time.
_TOGETHER = 32
# The quickest level: it packs to a third, the slowest to a quarter.
_LEVEL = 1


class Shelf(Sequence[Item]):
    """Append to it, read it in order or by number; each reading makes the values anew.

    >>> shelf = Shelf(["济源", "晋城"])
    >>> shelf.append("江都")
    >>> shelf[2], len(shelf), list(shelf[:2])
    ('江都', 3, ['济源', '晋城'])
    """

    __slots__ = ("_at", "_open", "_packed", "_together", "_unpacked")

    def __init__(self, items: Iterable[Item] = (), together: int = _TOGETHER) -> None:
        self._together = together
        self._packed: list[bytes] = []
        self._open: list[Item] = []
        self._at = -1
        self._unpacked: list[Item] = []
        for item in items:
            self.append(item)

    def append(self, item: Item) -> None:
        """Put a value behind the others."""
        self._open.append(item)
        if len(self._open) == self._together:
            self._packed.append(zlib.compress(pickle.dumps(self._open, pickle.HIGHEST_PROTOCOL), _LEVEL))
            self._open = []

    def __len__(self) -> int:
        return len(self._packed) * self._together + len(self._open)

    def __iter__(self) -> Iterator[Item]:
        for packed in self._packed:
            yield from _unpacked(packed)
        yield from self._open

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, index: int | slice) -> Item | tuple[Item, ...]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        place = range(len(self))[index]
        which, within = divmod(place, self._together)
        if which == len(self._packed):
            return self._open[within]
        if which != self._at:
            # neighbours are asked for one after the other
            self._at, self._unpacked = which, list(_unpacked(self._packed[which]))
        return self._unpacked[within]


class Arranged(Sequence[Item]):
    """Another sequence in another order, each value changed as it is read, if it is: nothing is copied.

    >>> list(Arranged(["b", "a"], [1, 0], str.upper))
    ['A', 'B']
    """

    __slots__ = ("_change", "_items", "_order")

    def __init__(
        self, items: Sequence[Item], order: Sequence[int], change: Callable[[Item], Item] | None = None
    ) -> None:
        self._items = items
        self._order = order
        self._change = change

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, index: int | slice) -> Item | tuple[Item, ...]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        item = self._items[self._order[index]]
        return self._change(item) if self._change is not None else item


def _unpacked(packed: bytes) -> Sequence[Item]:
    # what is read here was packed by this very process
    items: list[Item] = pickle.loads(zlib.decompress(packed))  # noqa: S301
    return items
