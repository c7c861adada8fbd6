"""What is to be done with one plan, and what came of it: values that go from one process to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.errors import EXIT_OK

if TYPE_CHECKING:
    from planlint.check.baseline import Identity
    from planlint.check.outcome import CheckedFile
    from planlint.checking import Checker
    from planlint.checkrun.annotation import Annotation
    from planlint.model.document import Revisions
    from planlint.model.finding import Tier


@dataclass(frozen=True, slots=True)
class Job:
    """What to do with one plan; `name` is what the reports call it. Goes to another process with `-j`."""

    path: str
    name: str
    checker: Checker
    known: tuple[Identity, ...] = ()
    tiers: tuple[Tier, ...] = ()
    diff: bool = False
    lang: str = "zh"
    annotation: Annotation | None = None
    revisions: Revisions = "accepted"


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What came of one plan: its findings, what to say on standard error, the diff of its repair, its exit code."""

    file: CheckedFile
    exit_code: int = EXIT_OK
    complaints: tuple[str, ...] = ()
    diff: str = ""
    applied: int = 0
    withdrawn: int = 0
