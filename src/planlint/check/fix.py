"""Repairs of the source text: applied by spans, never overlapping, until nothing more can be repaired.

A round takes the fixes in reading order, leaves out what overlaps an earlier one (it gets its turn in the next round), applies
the rest and checks the result. A round counts only if it raises no finding that was not there and leaves less to do: fewer
findings, or as many with fewer edits proposed. Where a round does not, the fixes that spoil it are withdrawn, found by halving.
Because every round leaves less to do, it ends; and because it ends only where no fix is accepted, fixing again changes nothing.
"""

from __future__ import annotations

import bisect
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.check.guard import with_edits
from planlint.model.alignment import Edit, apply_edits, composed, trimmed
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from planlint.model.alignment import Alignment
    from planlint.model.finding import Finding, Tier

    Check = Callable[[str, Sequence[Alignment]], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Fixed:
    """The repaired text, how many findings were repaired, what is left, and how many fixes were withdrawn.

    `edits` make the repaired text of the one before in one step.
    """

    text: str
    applied: int
    findings: tuple[Finding, ...]
    withdrawn: int
    edits: tuple[Edit, ...] = ()


def fix_text(
    text: str,
    check: Check,
    tiers: Collection[Tier],
    wanted: Callable[[Finding], bool] = lambda _: True,
    carries: Callable[[Edit], bool] | None = None,
) -> Fixed:
    """`text` with the fixes of these tiers applied. `check` gives the findings of a text, `wanted` which of them may be fixed.

    `check` is also told the alignments that lead from that text back to the first one.

    `carries` says which edits of the first text can be made at all, where that text stands in a file that has room for some only.
    """
    before = text
    findings = tuple(check(text, ()))
    applied = 0
    passes: list[Alignment] = []
    while True:
        fixable = [f for f in findings if f.fix and f.fix.tier in tiers and wanted(f)]
        if carries is not None:
            fixable = [f for finding in fixable if (f := _within(finding, text, passes, carries)).fix]
        chosen = non_overlapping(fixable)
        kept, after = _accepted(text, findings, chosen, passes, check) if chosen else ([], findings)
        if not kept:
            return Fixed(text, applied, findings, len(chosen), composed(passes, before, text))
        text, alignment = _apply(text, kept)
        passes.append(alignment)
        findings = after
        applied += len(kept)


def _within(
    finding: Finding, text: str, passes: Sequence[Alignment], carries: Callable[[Edit], bool]
) -> Finding:
    """The finding without the edits that the file cannot carry."""
    assert finding.fix is not None

    def fits(edit: Edit) -> bool:
        bare = trimmed(edit, text)
        span = Span(bare.start, bare.end)
        for alignment in reversed(passes):
            span = alignment.to_source(span)
        return carries(Edit(span.start, span.end, bare.text))

    return with_edits(finding, tuple(edit for edit in finding.fix.edits if fits(edit)))


def non_overlapping(findings: Sequence[Finding]) -> list[Finding]:
    """The findings whose edits can be applied together: in reading order, the first one wins."""
    taken: list[Finding] = []
    busy: list[tuple[int, int]] = []
    for finding in sorted(findings, key=_first_edit):
        assert finding.fix is not None
        edits = sorted((edit.start, edit.end) for edit in finding.fix.edits)
        if edits and all(_free(busy, edit) for edit in edits) and all(map(_apart, edits, edits[1:])):
            for edit in edits:
                bisect.insort(busy, edit)
            taken.append(finding)
    return taken


def _free(busy: Sequence[tuple[int, int]], edit: tuple[int, int]) -> bool:
    at = bisect.bisect_left(busy, edit)
    return (at == 0 or _apart(busy[at - 1], edit)) and (at == len(busy) or _apart(edit, busy[at]))


def _apart(left: tuple[int, int], right: tuple[int, int]) -> bool:
    # two insertions at one point have no order of their own, so they count as overlapping
    return left[1] <= right[0] and left != right


def _first_edit(finding: Finding) -> tuple[int, int, str]:
    assert finding.fix is not None
    return (min((edit.start for edit in finding.fix.edits), default=0), finding.span.start, finding.rule)


def _apply(text: str, findings: Sequence[Finding]) -> tuple[str, Alignment]:
    edits = [edit for finding in findings if finding.fix for edit in finding.fix.edits]
    # trimmed after they are in order: what an edit leaves as it is counts as not touched
    ordered = (trimmed(edit, text) for edit in sorted(edits, key=lambda e: (e.start, e.end)))
    return apply_edits(text, ordered)


def _accepted(
    text: str, before: Sequence[Finding], chosen: Sequence[Finding], passes: Sequence[Alignment], check: Check
) -> tuple[list[Finding], tuple[Finding, ...]]:
    """The largest part of `chosen`, found by halving, whose fixes raise nothing new, and the findings that remain then."""
    kept: list[Finding] = []
    result = tuple(before)

    def grow(group: Sequence[Finding]) -> None:
        nonlocal result
        trial = [*kept, *group]
        candidate, alignment = _apply(text, trial)
        after = tuple(check(candidate, [*passes, alignment]))
        if not raised(before, after, alignment) and _work(after) < _work(result):
            kept.extend(group)
            result = after
        elif len(group) > 1:
            grow(group[: len(group) // 2])
            grow(group[len(group) // 2 :])

    grow(chosen)
    return kept, result


def _work(findings: Sequence[Finding]) -> tuple[int, int]:
    return len(findings), sum(len(f.fix.edits) for f in findings if f.fix)


def raised(before: Sequence[Finding], after: Sequence[Finding], alignment: Alignment) -> list[Finding]:
    """The findings of the edited text that the text before did not have.

    A finding is an old one if one of the same rule stood at its place; a rule with one finding a file may show it elsewhere.
    """
    places: dict[str, list[Finding]] = {}
    for finding in before:
        places.setdefault(finding.rule, []).append(finding)
    counts = Counter(finding.rule for finding in after)
    new = []
    for finding in after:
        old = places.get(finding.rule, [])
        back = alignment.to_source(finding.span)
        match = next((f for f in old if _meet(f.span, back)), None)
        if match is None and len(old) == 1 and counts[finding.rule] == 1:
            match = old[0]
        if match is None:
            new.append(finding)
        else:
            old.remove(match)
    return new


def _meet(a: Span, b: Span) -> bool:
    return a.start <= b.end and b.start <= a.end
