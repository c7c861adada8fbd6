"""What a run of `planlint check` has to say, ready for any report: files with their findings, the rules that ran, the totals."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.check.baseline import Identity
    from planlint.check.suppress import Suppressed
    from planlint.model.document import SourceDocument
    from planlint.model.finding import Finding, Level, Requirement
    from planlint.rulebook.check_rule import CheckRule

LEVELS: tuple[Level, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One plan after its check. `identities` run along `findings`; `failed` says why a file could not be checked."""

    source: SourceDocument
    schema: str | None = None
    findings: tuple[Finding, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    identities: tuple[Identity, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    known: int = 0
    crashed: tuple[str, ...] = ()
    failed: str | None = None


@dataclass(frozen=True, slots=True)
class CheckRun:
    """All files of one run, in the order they were given, and the rules that ran over them.

    `applied` and `withdrawn` count the fixes of `--fix`; `target` is what the user named on the command line.
    """

    files: tuple[CheckedFile, ...]
    rules: tuple[CheckRule, ...]
    applied: int = 0
    withdrawn: int = 0
    target: str = ""

    def findings(self) -> list[Finding]:
        """The findings of all files."""
        return [finding for file in self.files for finding in file.findings]

    def counts(self) -> dict[Level, int]:
        """How many findings there are at each level."""
        counted = Counter(finding.level for finding in self.findings())
        return {level: counted[level] for level in LEVELS}

    def fixable(self, tier: str) -> int:
        """How many findings have a fix of this tier."""
        return sum(1 for finding in self.findings() if finding.fix is not None and finding.fix.tier == tier)


def at_or_above(findings: Sequence[Finding], fail_on: str) -> bool:
    """Whether any finding is at `fail_on` or worse; `never` is never reached."""
    if fail_on == "never":
        return False
    names: tuple[str, ...] = LEVELS
    failing = names[: names.index(fail_on) + 1]
    return any(finding.level in failing for finding in findings)
