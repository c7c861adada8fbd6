"""How labels follow one another: which is the next of its sequence, how long a sequence is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.outline.position import Position

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.outline.labels import Label


def successors(labels: Sequence[Label]) -> list[int | None]:
    """For each label the index of the next one of its sequence, before the sequence starts again."""
    nearest: dict[tuple[str, int], int] = {}
    ones: dict[str, int] = {}
    found: list[int | None] = [None] * len(labels)
    for index in range(len(labels) - 1, -1, -1):
        label = labels[index]
        successor = nearest.get((label.key, label.value + 1))
        restart = ones.get(label.key, len(labels))
        if successor is not None and successor < restart:
            found[index] = successor
        nearest[label.key, label.value] = index
        if label.value == 1 and label.position >= Position.SENTENCE:
            ones[label.key] = index
    return found


def chains(following: Sequence[int | None]) -> list[int]:
    """How many labels follow in turn from each one, itself included."""
    lengths = [1] * len(following)
    for index in range(len(following) - 1, -1, -1):
        successor = following[index]
        if successor is not None:
            lengths[index] = lengths[successor] + 1
    return lengths
