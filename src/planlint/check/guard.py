"""What no repair may touch: findings in, the same findings without the edits that would do harm."""

from __future__ import annotations

import bisect
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.model.covered import merged
from planlint.model.finding import Fix
from planlint.model.span import Span
from planlint.text.directives import find_directives

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.alignment import Edit
    from planlint.model.finding import Finding

# a document number in its right form: nobody's width or spacing fix may come near it
_DOCUMENT_NUMBER = re.compile(r"〔\d{4}〕[1-9]\d{0,4}号")


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
    closed = merged(closed)
    return tuple(_guarded(text, finding, closed) for finding in findings)


def _guarded(text: str, finding: Finding, closed: Sequence[Span]) -> Finding:
    if finding.fix is None:
        return finding
    edits = tuple(e for e in finding.fix.edits if not _blank_at_digit(text, e) and not _enters(e, closed))
    return with_edits(finding, edits)


def with_edits(finding: Finding, edits: tuple[Edit, ...]) -> Finding:
    """The finding with what is left of its edits, or without its fix where too little is left."""
    if finding.fix is None or len(edits) == len(finding.fix.edits):
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
