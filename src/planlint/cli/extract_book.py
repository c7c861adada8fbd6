"""What `extract --format xlsx` adds to a report: the keys of the comparison, and the findings of the check by the nearest configuration."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planlint.batch.failures import said
from planlint.batch.streams import complain
from planlint.checking import check_source, sidecar_entries
from planlint.checkrun.setup import Setups
from planlint.checkrun.wishes import Wishes
from planlint.comparing import brief_of
from planlint.errors import EXIT_OK, EXIT_USAGE, PlanlintError, RulebookError
from planlint.report.findings.rows import CheckedPlan, checked_plan, rules_by_id
from planlint.report.record import KINDS
from planlint.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from planlint.check.sidecar import SidecarEntry
    from planlint.checkrun.setup import Setup
    from planlint.model.fact import Extraction
    from planlint.rulebook import Rulebook
    from planlint.sheets.look import Report


@dataclass(frozen=True, slots=True)
class BookMaker:
    """One extraction in, what a workbook shows of it beyond the report out: a value, so that it can go to another process.

    `setups` are by folder, None where the configuration is broken; there is none where no findings are wanted.
    """

    rulebook: Rulebook
    setups: Mapping[str, Setup | None] | None
    lang: str

    def __call__(self, extraction: Extraction) -> dict[str, Any]:
        """The brief of the plan and its checked findings; `complaints` are lines for standard error."""
        complaints: list[str] = []
        checks = self._checks(extraction, complaints) if self.setups is not None else None
        return {"brief": brief_of(extraction, self.rulebook), "checks": checks, "complaints": complaints}

    def _checks(self, extraction: Extraction, complaints: list[str]) -> CheckedPlan:
        source = extraction.source
        setup = (self.setups or {}).get(_folder(source.path))
        if setup is None:
            return CheckedPlan(source.path, unchecked="broken")
        if setup.config is not None and setup.config.ignores(Path(source.path)):
            return CheckedPlan(source.path, unchecked="ignored")
        answers: tuple[SidecarEntry, ...] = ()
        try:
            answers = sidecar_entries(source.path)
        except RulebookError as error:  # a bad sidecar answers nothing; the plan is still checked
            complaints += said(error, Words(self.lang))
        # a configuration may name rules of its own, and then its facts are others
        same = extraction if setup.checker.rulebook == self.rulebook else None
        checked = check_source(source, setup.checker, answers, extraction=same)
        return checked_plan(checked, rules_by_id(setup.checker.rules), Words(self.lang), answered=True)


class BookRun:
    """The workbook's part of one run; `exit_code` says how it went, 2 where a configuration or sidecar is broken."""

    def __init__(
        self,
        paths: Sequence[str],
        rulebook: Rulebook,
        folders: Sequence[Path],
        kinds: tuple[str, ...],
        words: Words,
    ) -> None:
        self.exit_code = EXIT_OK
        # findings are about the whole plan, and of no kind of fact that `--only` could name
        setups = self._setups(paths, folders, words) if set(KINDS) <= set(kinds) else None
        self.maker = BookMaker(rulebook, setups, words.lang)

    def heard(self, reports: Iterable[Report]) -> Iterator[Report]:
        """The reports themselves; what was wrong beside a plan is said when it comes."""
        for report in reports:
            for line in report["complaints"]:
                self._say(line)
            yield report

    def _setups(self, paths: Sequence[str], folders: Sequence[Path], words: Words) -> dict[str, Setup | None]:
        """The setup of each folder; a broken configuration is told once, and the rest goes on."""
        setups = Setups(Wishes(paths=(), rule_folders=tuple(folders)), words)
        found: dict[str, Setup | None] = {}
        told: set[str] = set()
        for path in paths:
            folder = _folder(path)
            if folder in found:
                continue
            try:
                found[folder] = setups.of(path)
            except PlanlintError as error:
                found[folder] = None
                if str(error) not in told:
                    told.add(str(error))
                    for line in said(error, words):
                        self._say(line)
        return found

    def _say(self, line: str) -> None:
        complain(line)
        self.exit_code = EXIT_USAGE


def _folder(path: str) -> str:
    return str(Path(path).parent)
