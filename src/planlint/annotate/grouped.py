"""Neighbouring tracked changes of one rule as one change: 176 commas are told a sentence at a time."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from planlint.model.alignment import Edit, trimmed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from planlint.model.finding import Finding

# A finding with fewer repairs than this has each shown by itself.
_MANY = 6
# Between two changes of one group stands no more than a clause, and no end of a sentence.
_NEAR = 40
_ENDS = frozenset("。！？；\n\r\t")


def grouped(
    edits: Sequence[Edit], findings: Iterable[Finding], text: str, fits: Callable[[Edit], bool]
) -> tuple[Edit, ...]:
    """The edits, those of one finding that stand in one sentence joined; `fits` says which joined edits can be one change.

    A change that a person must judge by itself, such as 50—100万元, is never joined with another.
    """
    owners = _owners(edits, findings, text)
    found: list[Edit] = []
    last: int | None = None
    for edit, owner in zip(edits, owners, strict=True):
        if found and owner is not None and owner == last:
            between = text[found[-1].end : edit.start]
            joined = Edit(found[-1].start, edit.end, found[-1].text + between + edit.text)
            if len(between) <= _NEAR and _ENDS.isdisjoint(between) and fits(joined):
                found[-1] = joined
                continue
        found.append(edit)
        last = owner
    return tuple(found)


def _owners(edits: Sequence[Edit], findings: Iterable[Finding], text: str) -> list[int | None]:
    """For each edit the number of the finding with many repairs that it belongs to; None where it stands for itself."""
    starts = [edit.start for edit in edits]
    owners: list[int | None] = [None] * len(edits)
    for number, finding in enumerate(findings):
        if finding.fix is None or len(finding.fix.edits) < _MANY:
            continue
        for part in finding.fix.edits:
            bare = trimmed(part, text)
            i = bisect.bisect_right(starts, bare.start) - 1
            if i >= 0 and edits[i] == bare:
                owners[i] = number
    return owners
