"""What the user asked of `planlint check`, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.model.document import Revisions
    from planlint.model.finding import Tier


@dataclass(frozen=True, slots=True)
class Destination:
    """One report: its format, and the file it goes to (None: standard output)."""

    format: str
    file: str | None


@dataclass(frozen=True, slots=True)
class Wishes:
    """The options of one call. Empty `tiers` means that nothing is to be repaired; with `annotate`, repairs are tracked changes there."""

    paths: tuple[str, ...]
    destinations: tuple[Destination, ...] = (Destination("console", None),)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    exit_zero: bool = False
    statistics: bool = False
    stdin_filename: str | None = None
    config: Path | None = None
    schema: str | None = None
    profile: str | None = None
    rule_folders: tuple[Path, ...] = ()
    jobs: int = 1
    tiers: tuple[Tier, ...] = ()
    diff: bool = False
    isolated: bool = False
    write_baseline: Path | None = None
    baseline: Path | None = None
    annotate: Path | None = None
    revisions: Revisions = "accepted"
