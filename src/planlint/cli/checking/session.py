"""One run of `planlint check`: the plans found, checked, repaired if asked, reported; the exit code."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.batch.failures import lost
from planlint.batch.inputs import STDIN, find_inputs
from planlint.batch.run_many import LEAST_FOR_POOL
from planlint.batch.streams import complain
from planlint.check.outcome import CheckRun, at_or_above
from planlint.checking import told_harmless
from planlint.checkrun.annotation import annotations_of, drafts_beside
from planlint.checkrun.job import FileOutcome, Job
from planlint.checkrun.one_file import do_job, failed_outcome
from planlint.checkrun.setup import Setups
from planlint.cli.checking.destinations import deliver
from planlint.cli.output import refuse_overwriting
from planlint.errors import EXIT_FINDINGS, EXIT_OK, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.check.baseline import Identity
    from planlint.checkrun.setup import Setup
    from planlint.checkrun.wishes import Wishes
    from planlint.rulebook.check_rule import CheckRule
    from planlint.words import Words


class Session:
    """The run of one command line; `watched` are the files whose change asks for another run."""

    def __init__(self, wishes: Wishes, words: Words) -> None:
        self._wishes = wishes
        self._words = words
        self._setups = Setups(wishes, words)
        self.watched: list[Path] = []

    def run(self) -> int:
        """Check everything, write the reports, and say how it went: 0, 1, 2 or 3 as errors.py has it."""
        wishes = self._wishes
        jobs, setups = self._jobs()
        outcomes = list(self._outcomes(jobs))
        for outcome in outcomes:
            if outcome.file.failed is None or not self._seen_on_screen():
                for line in outcome.complaints:
                    complain(line)
            if outcome.diff:
                sys.stdout.write(outcome.diff)
        run = CheckRun(
            files=tuple(
                told_harmless(o.file) if s.fail_on == "never" and s.checker.shows("E008") else o.file
                for o, s in zip(outcomes, setups, strict=True)
            ),
            rules=_rules_of(setups),
            applied=sum(outcome.applied for outcome in outcomes),
            withdrawn=sum(outcome.withdrawn for outcome in outcomes),
            target=" ".join(_quoted(path) for path in wishes.paths),
        )
        if wishes.write_baseline is not None:
            self._write_baseline(run, wishes.write_baseline)
            return max(outcome.exit_code for outcome in outcomes)
        drawn = deliver(run, wishes, self._words)
        if wishes.diff:
            self._say_diff(run)
        code = max(drawn, *(outcome.exit_code for outcome in outcomes))
        failing = any(at_or_above(o.file.findings, s.fail_on) for o, s in zip(outcomes, setups, strict=True))
        return code or (EXIT_FINDINGS if failing and not wishes.exit_zero else EXIT_OK)

    def _jobs(self) -> tuple[list[Job], list[Setup]]:
        wishes = self._wishes
        jobs: list[Job] = []
        setups: list[Setup] = []
        inputs = find_inputs(wishes.paths, self._words)
        files = [
            Path(destination.file) for destination in wishes.destinations if destination.file is not None
        ]
        refuse_overwriting(files, inputs.paths)
        if STDIN in inputs.paths and wishes.tiers and not wishes.diff and wishes.annotate is None:
            raise UsageError("fix_stdin")
        paths, annotations = inputs.paths, {}
        if wishes.annotate is not None:
            paths = drafts_beside(wishes.annotate, paths, wishes.paths)
            annotations = annotations_of(wishes, paths)
        known = self._known()
        for path in paths:
            name = wishes.stdin_filename or STDIN if path == STDIN else path
            setup = self._setups.of(name)
            if setup.config is not None and setup.config.ignores(Path(name)):
                continue
            entries = tuple(known.get(self._baseline_key(name), ()))
            tiers = () if wishes.annotate is not None else wishes.tiers
            jobs.append(
                Job(
                    path,
                    name,
                    setup.checker,
                    entries,
                    tiers,
                    wishes.diff,
                    self._words.lang,
                    annotations.get(path),
                    wishes.revisions,
                )
            )
            setups.append(setup)
            self.watched += [Path(path), Path(f"{path}.planlint.yaml")]
        self.watched += self._setups.configs()
        if not jobs:
            raise UsageError("all_ignored", config=self._words.join(map(str, self._setups.configs())))
        return jobs, setups

    def _outcomes(self, jobs: list[Job]) -> Iterable[FileOutcome]:
        if self._wishes.jobs <= 1 or len(jobs) < LEAST_FOR_POOL:
            return map(do_job, jobs)
        from planlint.batch.workers import Workers

        def died(job: Job) -> None:
            complain(f"planlint: {self._words.say('process_died', path=job.name)}")

        return Workers(
            do_job,
            jobs,
            self._wishes.jobs,
            died,
            lambda job: failed_outcome(lost(job.name, "check", self._words)),
        )

    def _known(self) -> dict[str, list[Identity]]:
        path = self._wishes.baseline
        if path is None:
            return {}
        if not path.is_file():
            raise UsageError("baseline_missing", path=path)
        from planlint.check.baseline import read_baseline

        return read_baseline(path)

    def _baseline_key(self, name: str) -> str:
        """The plan's path from the baseline's folder: the same wherever the checkout lies."""
        baseline = self._wishes.baseline or self._wishes.write_baseline
        if baseline is None:
            return name
        return Path(
            os.path.relpath(os.path.realpath(name), Path(os.path.realpath(baseline)).parent)
        ).as_posix()

    def _write_baseline(self, run: CheckRun, path: Path) -> None:
        from planlint.check.baseline import baseline_text, read_baseline
        from planlint.report.write import write_file

        # plans that were not checked this time keep their entries
        kept = read_baseline(path) if path.is_file() else {}
        for file in run.files:
            if file.failed is None:
                kept[self._baseline_key(file.source.path)] = [
                    identity for identity in file.identities if not identity.rule.startswith("E0")
                ]
        try:
            write_file(path, [baseline_text(kept)])
        except OSError as error:
            raise UsageError("not_written", path=path, why=error.strerror or error) from error
        complain(self._words.say("baseline_written", path=path, n=sum(map(len, kept.values()))))

    def _seen_on_screen(self) -> bool:
        """Whether a person reads the findings on this screen, so that what they say need not be said twice."""
        wishes = self._wishes
        readable = any(
            one.file is None and one.format in ("console", "concise") for one in wishes.destinations
        )
        return readable and not (wishes.statistics or wishes.diff or wishes.write_baseline)

    def _say_diff(self, run: CheckRun) -> None:
        words = self._words
        said = [words.say("would_apply_count", n=run.applied)]
        if run.withdrawn:
            said.append(words.say("withdrawn_count", n=run.withdrawn))
        complain(f"planlint: {words.join(said)}")


def _rules_of(setups: list[Setup]) -> tuple[CheckRule, ...]:
    """The rules that ran over any of the files, each once."""
    ran: dict[str, CheckRule] = {}
    for setup in {id(setup): setup for setup in setups}.values():
        ran |= {rule.id: rule for rule in setup.checker.rules if setup.checker.shows(rule.id)}
    return tuple(ran[rule] for rule in sorted(ran))


def _quoted(path: str) -> str:
    import shlex

    return (
        shlex.quote(path)
        if not path.replace("/", "").replace(".", "").replace("-", "").replace("_", "").isalnum()
        else path
    )
