"""Findings for programs: one JSON object of all files, or (jsonl) one object a finding and line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planlint.report.record import SCHEMA_VERSION, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.outcome import CheckedFile, CheckRun
    from planlint.model.finding import Finding, Fix
    from planlint.sheets.look import Look
    from planlint.words import Words


def as_json(run: CheckRun, look: Look) -> Iterator[str]:
    """One object: schema_version, files, summary."""
    yield json.dumps(report_of_run(run, look.words), ensure_ascii=False, indent=2) + "\n"


def as_jsonl(run: CheckRun, look: Look) -> Iterator[str]:
    """Each finding as an object of its own, with the path of its file first."""
    for file in run.files:
        for record in _findings(file, look.words):
            yield json.dumps({"path": file.source.path, **record}, ensure_ascii=False) + "\n"


def report_of_run(run: CheckRun, words: Words) -> dict[str, Any]:
    """The report of a run as plain values."""
    return {
        "schema_version": SCHEMA_VERSION,
        "files": [
            {
                "path": file.source.path,
                "sha256": file.source.sha256,
                "schema": file.schema,
                "findings": list(_findings(file, words)),
                "requirements": [
                    {
                        "id": r.id, "status": r.status, "message": words.of(r.said),
                        "evidence": [place(span, file.source) for span in r.evidence],
                    }
                    for r in file.requirements
                ],
                "suppressed": [
                    {**_finding(file, s.finding, words), "suppressed_by": s.kind, "reason": s.reason} for s in file.suppressed
                ],
                "in_baseline": file.known,
            }
            for file in run.files
        ],
        "summary": {
            "files": len(run.files), "rules": len(run.rules), **run.counts(), "fixable": run.fixable("safe"),
            "fixable_by_asking": run.fixable("ask"), "fixed": run.applied, "fixes_withdrawn": run.withdrawn,
        },
    }  # fmt: skip


def _findings(file: CheckedFile, words: Words) -> Iterator[dict[str, Any]]:
    for finding, identity in zip(file.findings, file.identities, strict=True):
        yield {**_finding(file, finding, words), "fingerprint": identity.fingerprint()}


def _finding(file: CheckedFile, finding: Finding, words: Words) -> dict[str, Any]:
    return {
        "rule": finding.rule, "name": finding.name, "level": finding.level, "message": words.of(finding.said), "quote": finding.quote,
        "span": place(finding.span, file.source), "section": finding.section, "fix": _fix(finding.fix),
        "related": [place(span, file.source) for span in finding.related],
    }  # fmt: skip


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    return {"tier": fix.tier, "edits": [{"start": e.start, "end": e.end, "text": e.text} for e in fix.edits]}
