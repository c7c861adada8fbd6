"""A failing input in, a shorter one that fails the same way out."""

from __future__ import annotations

import traceback
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fuzz.cases import Case

Input = TypeVar("Input", str, bytes)
_MOST_TRIES = 400


def way_of(error: BaseException) -> tuple[str, str, int]:
    """How something failed: the kind of error and the place that raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    return type(error).__name__, frames[-1].filename, frames[-1].lineno or 0


def failure_of(case: Case) -> tuple[str, str, int] | None:
    """How the case fails; None where all holds."""
    try:
        case.hold()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return way_of(error)
    return None


def shrunk(case: Case) -> Case:
    """The case with everything left out that the failure does not need."""
    way = failure_of(case)

    def still(smaller: Case) -> bool:
        return failure_of(smaller) == way

    if case.name:
        return replace(case, data=_shorter(case.data, lambda data: still(replace(case, data=data))))
    case = replace(case, other=_shorter(case.other, lambda other: still(replace(case, other=other))))
    return replace(case, text=_shorter(case.text, lambda text: still(replace(case, text=text))))


def _shorter(whole: Input, fails: Callable[[Input], bool]) -> Input:
    """Pieces are left out, halves first, then ever smaller ones."""
    size, tries = max(len(whole) // 2, 1), 0
    while tries < _MOST_TRIES:
        at, cut = 0, False
        while at < len(whole) and tries < _MOST_TRIES:
            smaller = whole[:at] + whole[at + size :]
            tries += 1
            if fails(smaller):
                whole, cut = smaller, True
            else:
                at += size
        if size == 1 and not cut:
            break
        size = max(size // 2, 1)
    return whole
