"""SARIF 2.1.0: findings for code scanning, with rules and their help, fixes, suppressions and fingerprints that stay the same.

Columns and offsets count Unicode code points (`columnKind`), as everywhere in planlint.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from planlint.check.engine_codes import EngineCode, engine_codes
from planlint.model.span import Span
from planlint.report.rule_page import render, said, title_of
from planlint.text.width import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.outcome import CheckedFile, CheckRun
    from planlint.check.suppress import Suppressed
    from planlint.model.document import SourceDocument
    from planlint.model.finding import Finding, Fix
    from planlint.rulebook.check_rule import CheckRule
    from planlint.sheets.look import Look
    from planlint.words import Words

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# the name under which a fingerprint is kept; a change of what it is made from takes a new name
FINGERPRINT = "planlintIdentity/v1"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_LONGEST_SNIPPET = 300


def pieces(run: CheckRun, look: Look) -> Iterator[str]:
    """The log with one run."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(run, look.words)]}
    yield json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _run(run: CheckRun, words: Words) -> dict[str, Any]:
    from planlint import __version__

    shown = {f.rule for f in run.findings()}
    rules: list[CheckRule | EngineCode] = [
        *run.rules,
        *(code for code in engine_codes().values() if code.id in shown),
    ]
    index = {rule.id: i for i, rule in enumerate(rules)}
    failed = [file for file in run.files if file.failed is not None]
    crashed = [(file, rule) for file in run.files for rule in file.crashed]
    return {
        "tool": {
            "driver": {
                "name": "planlint",
                "version": __version__,
                "rules": [_rule(rule, words) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not crashed,
                "toolExecutionNotifications": [
                    *(_notification(file, str(file.failed), "E001") for file in failed),
                    *(_notification(file, rule, "E006") for file, rule in crashed),
                ],
            }
        ],
        "artifacts": [_artifact(file.source) for file in run.files],
        "results": [result for i, file in enumerate(run.files) for result in _results(file, i, index, words)],
    }


def _rule(rule: CheckRule | EngineCode, words: Words) -> dict[str, Any]:
    page = render(rule, words.lang)
    why, remedy = one_line(said(rule, "why", words)), one_line(said(rule, "remedy", words))
    described: dict[str, Any] = {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": title_of(rule, words)},
        "fullDescription": {"text": why},
        "help": {"text": f"{why} {remedy}", "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
    }
    if not isinstance(rule, EngineCode):
        described["properties"] = {
            "tags": [rule.id.rstrip("0123456789"), f"scope-{rule.scope}"],
            "source": f"{said(rule, 'source', words)} ({rule.strength})",
        }
    return described


def _results(file: CheckedFile, at: int, index: dict[str, int], words: Words) -> Iterator[dict[str, Any]]:
    for finding, identity in zip(file.findings, file.identities, strict=True):
        result = _result(file, finding, at, index, words)
        result["partialFingerprints"] = {FINGERPRINT: identity.fingerprint()}
        yield result
    for suppressed in file.suppressed:
        if suppressed.finding.rule in index:
            yield {
                **_result(file, suppressed.finding, at, index, words),
                "suppressions": [_suppression(suppressed)],
            }


def _result(
    file: CheckedFile, finding: Finding, at: int, index: dict[str, int], words: Words
) -> dict[str, Any]:
    source = file.source
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index.get(finding.rule, -1),
        "level": _LEVELS[finding.level],
        "message": {"text": one_line(words.of(finding.said))},
        "locations": [{"physicalLocation": _location(source, at, finding.span)}],
    }
    if finding.section:
        result["locations"][0]["logicalLocations"] = [
            {"fullyQualifiedName": finding.section, "kind": "section"}
        ]
    if finding.related:
        result["relatedLocations"] = [
            {"id": i, "physicalLocation": _location(source, at, span)}
            for i, span in enumerate(finding.related, 1)
        ]
    if finding.fix is not None:
        result["fixes"] = [_fix(finding.fix, source, at)]
    return result


def _suppression(suppressed: Suppressed) -> dict[str, Any]:
    said = {"kind": suppressed.kind, "status": "accepted"}
    return {**said, "justification": suppressed.reason} if suppressed.reason else said


def _fix(fix: Fix, source: SourceDocument, at: int) -> dict[str, Any]:
    how = {"safe": "planlint check --fix", "ask": "planlint check --fix --unsafe-fixes"}[fix.tier]
    return {
        "description": {"text": how},
        "artifactChanges": [
            {
                "artifactLocation": _artifact_location(source, at),
                "replacements": [
                    {
                        "deletedRegion": _region(source, Span(edit.start, edit.end), snippet=False),
                        "insertedContent": {"text": edit.text},
                    }
                    for edit in fix.edits
                ],
            }
        ],
    }


def _location(source: SourceDocument, at: int, span: Span) -> dict[str, Any]:
    return {"artifactLocation": _artifact_location(source, at), "region": _region(source, span)}


def _region(source: SourceDocument, span: Span, *, snippet: bool = True) -> dict[str, Any]:
    line, column = source.place(span.start)
    end_line, end_column = source.place(span.end)
    region: dict[str, Any] = {
        "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column,
        "charOffset": span.start, "charLength": span.length,
    }  # fmt: skip
    if snippet and 0 < span.length <= _LONGEST_SNIPPET:
        region["snippet"] = {"text": source.text[span.start : span.end]}
    return region


def _artifact(source: SourceDocument) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": {"uri": uri_of(source.path)}, "roles": ["analysisTarget"]}
    if source.sha256:
        artifact |= {
            "mimeType": source.media_type, "encoding": source.encoding.removesuffix("-sig"),
            "hashes": {"sha-256": source.sha256},
        }  # fmt: skip
    return artifact


def _artifact_location(source: SourceDocument, at: int) -> dict[str, Any]:
    return {"uri": uri_of(source.path), "index": at}


def uri_of(path: str) -> str:
    """A path as a URI: relative ones stay relative, `方案 1.txt` is percent-encoded, standard input is `stdin`."""
    if path == "-":
        return "stdin"
    place = Path(path)
    if place.is_absolute():
        return place.as_uri()
    return quote(place.as_posix())


def _notification(file: CheckedFile, text: str, code: str) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": one_line(text)},
        "descriptor": {"id": code},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri_of(file.source.path)}}}],
    }
