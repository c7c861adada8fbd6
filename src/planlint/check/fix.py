"""Repairs of the source text: applied by spans, never overlapping, until nothing more can be repaired.

A round takes the fixes in reading order, leaves out what overlaps an earlier one (it gets its turn in the next round), applies
the rest and checks the result. A round counts only if it raises no finding that was not there and leaves less to do: fewer
findings, or as many with fewer edits proposed. Where a round does not, the fixes that spoil it are withdrawn, found by halving.
Because every round leaves less to do, it ends; and because it ends only where no fix is accepted, fixing again changes nothing.
"""

from __future__ import annotations

import bisect
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planlint.model.alignment import apply_edits
from planlint.model.finding import Fix
from planlint.model.span import Span
from planlint.text.directives import find_directives

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from planlint.model.alignment import Alignment, Edit
    from planlint.model.finding import Finding, Tier

# a document number in its right form: nobody's width or spacing fix may come near it
_DOCUMENT_NUMBER = re.compile(r"〔\d{4}〕\d{1,5}号")


@dataclass(frozen=True, slots=True)
class Fixed:
    """The repaired text, how many findings were repaired, what is left, and how many fixes were withdrawn."""

    text: str
    applied: int
    findings: tuple[Finding, ...]
    withdrawn: int


def fix_text(
    text: str,
    check: Callable[[str], Sequence[Finding]],
    tiers: Collection[Tier],
    wanted: Callable[[Finding], bool] = lambda _: True,
) -> Fixed:
    """`text` with the fixes of these tiers applied. `check` gives the findings of a text, `wanted` which of them may be fixed."""
    findings = tuple(check(text))
    applied = 0
    while True:
        chosen = non_overlapping([f for f in findings if f.fix and f.fix.tier in tiers and wanted(f)])
        kept, after = _accepted(text, findings, chosen, check) if chosen else ([], findings)
        if not kept:
            return Fixed(text, applied, findings, len(chosen))
        text = _apply(text, kept)[0]
        findings = after
        applied += len(kept)


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
    return apply_edits(text, sorted(edits, key=lambda e: (e.start, e.end)))


def _accepted(
    text: str, before: Sequence[Finding], chosen: Sequence[Finding], check: Callable[[str], Sequence[Finding]]
) -> tuple[list[Finding], tuple[Finding, ...]]:
    """The largest part of `chosen`, found by halving, whose fixes raise nothing new, and the findings that remain then."""
    kept: list[Finding] = []
    result = tuple(before)

    def grow(group: Sequence[Finding]) -> None:
        nonlocal result
        trial = [*kept, *group]
        candidate, alignment = _apply(text, trial)
        after = tuple(check(candidate))
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


def guard_fixes(text: str, findings: Sequence[Finding], keep_off: Sequence[Span] = ()) -> tuple[Finding, ...]:
    """The findings without the edits that no fix may make, whatever its rule says.

    Never a blank beside a digit, never a change within a document number in its right form, within a remark to planlint
    or within `keep_off` (what a person suppressed).
    """
    if not any(finding.fix for finding in findings):
        return tuple(findings)
    closed = [
        *keep_off,
        *(d.span for d in find_directives(text)),
        *(Span(*m.span()) for m in _DOCUMENT_NUMBER.finditer(text)),
    ]
    closed = _merged(closed)
    return tuple(_guarded(text, finding, closed) for finding in findings)


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _guarded(text: str, finding: Finding, closed: Sequence[Span]) -> Finding:
    if finding.fix is None:
        return finding
    edits = tuple(e for e in finding.fix.edits if not _blank_at_digit(text, e) and not _enters(e, closed))
    if len(edits) == len(finding.fix.edits):
        return finding
    # one edit of a pair (both brackets, both ends of a range) makes things worse; a file's list of places does not mind
    whole = len(finding.fix.edits) <= 2
    return replace(finding, fix=None if whole or not edits else Fix(finding.fix.tier, edits))


def _enters(edit: Edit, closed: Sequence[Span]) -> bool:
    """Whether an edit changes a character of a closed stretch or inserts within one; at its edge it may insert."""
    at = bisect.bisect_right(closed, edit.start, key=lambda span: span.start) - 1
    near = closed[max(at, 0) : at + 2]
    if edit.start == edit.end:
        return any(span.start < edit.start < span.end for span in near)
    return any(edit.start < span.end and span.start < edit.end for span in near)


def _blank_at_digit(text: str, edit: Edit) -> bool:
    before, after, new = text[max(edit.start - 1, 0) : edit.start], text[edit.end : edit.end + 1], edit.text
    if not any(ch in " \t\u3000\u00a0" for ch in new):
        return False
    around = before + new + after
    return re.search(r"\d[ \t\u3000\u00a0]|[ \t\u3000\u00a0]\d", around) is not None
