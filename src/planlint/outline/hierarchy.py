"""Which label style holds which, decided for the whole document: `(一)1.2.(二)3.4.` makes `1.` the inner one, though it runs on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.outline.position import Position
from planlint.outline.sequences import successors

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planlint.outline.labels import Label

# What an order of styles has to explain away. A run that goes on below the next parent is usual (1.2. below （一）, 3.4. below （二）); that a
# run begins again below the same parent, or that one parent holds two styles, is not.
_RUNS_ON = 1.0
_BEGINS_AGAIN = 1.5
# At the top it begins again with every plan that the file holds.
_ANOTHER_PLAN = 1.0
_OUT_OF_TURN = 1.0
_TWO_STYLES = 1.0
# How much the document itself must speak against the usual seniority of two styles.
_UNUSUAL = 0.4
# Orders are tried on so many labels; a longer document repeats itself.
_MOST_LABELS = 3000
_MOST_ROUNDS = 4


class _Frame(NamedTuple):
    """An open level while an order is tried: its rank, the sequence and last number in it, the rank of its children."""

    rank: int
    key: str
    value: int
    children: int


def style_ranks(labels: Sequence[Label], usual: Mapping[str, int]) -> dict[str, int]:
    """The rank of every style in this document, 0 the most senior.

    All runs of the document are laid out in the usual order first; an order with one style moved is taken where it has less to
    explain. `一、（一）第一条第二条（二）第三条` puts 第N条 below （一）, `第一条（一）（二）第二条（一）（二）` leaves it above.
    """
    sequence = _significant(labels)
    order = sorted({label.style for label in sequence}, key=usual.__getitem__)
    best = _cost(sequence, order, usual)
    for _ in range(_MOST_ROUNDS if best else 0):
        tried = ((_cost(sequence, other, usual), other) for other in _moved(order))
        cost, other = min(tried, key=lambda pair: pair[0], default=(best, order))
        if cost >= best:
            break
        best, order = cost, other
    return _with_the_rest(order, usual)


def _significant(labels: Sequence[Label]) -> list[Label]:
    """The labels that an order is judged by: at the head of a line or sentence, or glued to words but one of a run."""
    following = successors(labels)
    in_run = {index for index, successor in enumerate(following) if successor is not None}
    in_run.update(successor for successor in following if successor is not None)
    found: list[Label] = []
    for index, label in enumerate(labels):
        at_head = label.position >= Position.SENTENCE or (label.position > Position.WEAK and index in in_run)
        if at_head and not label.listed:
            found.append(label)
            if len(found) == _MOST_LABELS:
                break
    return found


def _moved(order: Sequence[str]) -> Iterator[list[str]]:
    """The orders in which one style stands elsewhere."""
    for at, style in enumerate(order):
        rest = [*order[:at], *order[at + 1 :]]
        for to in range(len(order)):
            if to != at:
                yield [*rest[:to], style, *rest[to:]]


def _with_the_rest(order: Sequence[str], usual: Mapping[str, int]) -> dict[str, int]:
    """Ranks of all styles: one that the order does not know stands before the first that is usually its junior."""
    whole = list(order)
    for style in sorted(usual, key=usual.__getitem__):
        if style not in whole:
            junior = (at for at, other in enumerate(whole) if usual[other] > usual[style])
            whole.insert(next(junior, len(whole)), style)
    return {style: rank for rank, style in enumerate(whole)}


def _cost(labels: Sequence[Label], order: Sequence[str], usual: Mapping[str, int]) -> float:
    """What is left to explain if the styles hold one another in this order."""
    ranks = {style: rank for rank, style in enumerate(order)}
    cost = 0.0
    for at, style in enumerate(order):
        cost += _UNUSUAL * sum(usual[style] > usual[other] for other in order[at + 1 :])
    stack = [_Frame(-1, "", 0, -1)]
    last: dict[str, int] = {}
    for label in labels:
        rank, key, value = ranks[label.style], label.key, label.value
        while stack[-1].rank > rank:
            stack.pop()
        top = stack[-1]
        if top.rank == rank:
            if top.key == key and value != top.value + 1:
                again = _BEGINS_AGAIN if len(stack) > 2 else _ANOTHER_PLAN
                cost += again if value == 1 else _OUT_OF_TURN
            stack.pop()
        else:
            if value != 1:
                cost += _RUNS_ON if value == last.get(key, 0) + 1 else _OUT_OF_TURN
            if top.children not in (-1, rank):
                cost += _TWO_STYLES
            stack[-1] = top._replace(children=rank)
        stack.append(_Frame(rank, key, value, -1))
        last[key] = value
    return cost
