"""GitLab's code quality report: a JSON array, one entry a finding, each with a fingerprint of its own."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from planlint.text.width import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.outcome import CheckRun
    from planlint.sheets.look import Look

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def pieces(run: CheckRun, look: Look) -> Iterator[str]:
    """The array."""
    entries = []
    for file in run.files:
        path = file.source.path.removeprefix("./")
        for finding, identity in zip(file.findings, file.identities, strict=True):
            line, _ = file.source.place(finding.span.start)
            end, _ = file.source.place(max(finding.span.end - 1, finding.span.start))
            entries.append(
                {
                    "description": one_line(f"{finding.rule} {look.words.of(finding.said)}"),
                    "check_name": f"{finding.rule} {finding.name}",
                    "fingerprint": hashlib.sha256(
                        f"{path}\x1f{identity.fingerprint()}".encode("utf-8", "surrogatepass")
                    ).hexdigest()[:32],
                    "severity": _SEVERITIES[finding.level],
                    "location": {"path": path, "lines": {"begin": line, "end": end}},
                }
            )
    yield json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
