"""Findings that were there before: written once, left out afterwards, found again by what they say and never by line number.

A finding is known by its rule, its quote, the heading above it and, where these agree, its place in the count. Text that
moves, or a heading that is renumbered, keeps its entries; text that changes loses them, and the entry is reported as stale.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from planlint.errors import RulebookError, located
from planlint.rulebook.bounded_yaml import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from planlint.model.finding import Finding

BASELINE_NAME = "planlint-baseline.json"
# Entries of some hundred thousand findings.
_LARGEST = 64 * 1024 * 1024
_VERSION = 1
# beyond this a quote is a whole section or document, which every edit changes: its beginning says enough
_LONGEST_QUOTE = 80
# of so many entries of one rule and quote the nearest heading is looked for
_MOST_ALIKE = 40


class Identity(NamedTuple):
    """What makes a finding the same finding in another version of the text."""

    rule: str
    quote: str
    heading: str
    nth: int

    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that stay the same as long as the identity does."""
        return hashlib.sha256("\x1f".join(map(str, self)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def identities(findings: Sequence[Finding], headings: Sequence[tuple[int, str]]) -> list[Identity]:
    """The identity of each finding, in their order; `headings` are (source offset, heading) in reading order."""
    import bisect

    counted: Counter[tuple[str, str, str]] = Counter()
    found = []
    starts = [start for start, _ in headings]
    for finding in findings:
        at = bisect.bisect_right(starts, finding.span.start) - 1
        heading = headings[at][1] if at >= 0 else ""
        quote = "".join(finding.quote.split())[:_LONGEST_QUOTE]
        key = (finding.rule, quote, "".join(heading.split()))
        counted[key] += 1
        found.append(Identity(*key, counted[key]))
    return found


def split_by_baseline(
    findings: Sequence[Finding], headings: Sequence[tuple[int, str]], known: Iterable[Identity]
) -> tuple[list[Finding], list[Finding], list[Identity]]:
    """The findings that are new, those that the baseline knows, and the entries of the baseline that are stale."""
    left = dict.fromkeys(known)
    new: list[Finding] = []
    old: list[Finding] = []
    unmatched: list[tuple[Finding, Identity]] = []
    matched: set[int] = set()
    for finding, identity in zip(findings, identities(findings, headings), strict=True):
        if identity in left:
            del left[identity]
            matched.add(id(finding))
        else:
            unmatched.append((finding, identity))
    # a heading was renamed, or the text moved below another one: the entry of the same rule and quote whose heading is nearest
    for finding, entry in _nearest_entries(unmatched, list(left)):
        del left[entry]
        matched.add(id(finding))
    for finding in findings:
        (old if id(finding) in matched else new).append(finding)
    return new, old, list(left)


def _nearest_entries(
    unmatched: Sequence[tuple[Finding, Identity]], left: Sequence[Identity]
) -> Iterator[tuple[Finding, Identity]]:
    """Pairs of a finding and an entry of the same rule and quote, the nearest headings first, each used once."""
    entries: dict[tuple[str, str], list[Identity]] = {}
    for entry in left:
        entries.setdefault((entry.rule, entry.quote), []).append(entry)
    pairs = [
        (-_likeness(identity.heading, entry.heading), abs(identity.nth - entry.nth), i, entry)
        for i, (_, identity) in enumerate(unmatched)
        for entry in entries.get((identity.rule, identity.quote), ())[:_MOST_ALIKE]
    ]
    done: set[int] = set()
    used: set[Identity] = set()
    for _, _, i, entry in sorted(pairs):
        if i not in done and entry not in used:
            done.add(i)
            used.add(entry)
            yield unmatched[i][0], entry


def _likeness(a: str, b: str) -> float:
    import difflib

    return difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()


def baseline_text(files: Mapping[str, Sequence[Identity]]) -> str:
    """The baseline file: one line an entry, files and entries sorted, so that two versions can be compared."""
    rows = [
        f"    {json.dumps(path, ensure_ascii=False)}: [\n"
        + ",\n".join(
            f"      {json.dumps(entry._asdict(), ensure_ascii=False)}" for entry in sorted(files[path])
        )
        + "\n    ]"
        for path in sorted(files)
        if files[path]
    ]
    inner = "{\n" + ",\n".join(rows) + "\n  }" if rows else "{}"
    return f'{{\n  "planlint-baseline": {_VERSION},\n  "files": {inner}\n}}\n'


def read_baseline(path: Path) -> dict[str, list[Identity]]:
    """The entries of a baseline file by plan; RulebookError says what is wrong with it."""
    try:
        raw = json.loads(text_of(path, "utf-8-sig", _LARGEST))
    except RecursionError as error:
        raise RulebookError([located(f"{path}:1", "baseline.too_deep")]) from error
    except OSError as error:
        why = error.strerror or error
        raise RulebookError([located(f"{path}:1", "baseline.unreadable", why=why)]) from error
    except UnicodeDecodeError as error:
        raise RulebookError([located(f"{path}:1", "baseline.not_utf8")]) from error
    except json.JSONDecodeError as error:
        raise RulebookError(
            [located(f"{path}:{error.lineno}", "baseline.not_json", why=error.msg)]
        ) from error
    if (
        not isinstance(raw, dict)
        or raw.get("planlint-baseline") != _VERSION
        or not isinstance(raw.get("files"), dict)
    ):
        raise RulebookError([located(f"{path}:1", "baseline.shape", version=_VERSION)])
    try:
        return {
            str(plan): [
                Identity(str(e["rule"]), str(e["quote"]), str(e["heading"]), int(e["nth"])) for e in entries
            ]
            for plan, entries in raw["files"].items()
        }
    except (KeyError, TypeError, ValueError) as error:
        raise RulebookError([located(f"{path}:1", "baseline.entry", why=error)]) from error
