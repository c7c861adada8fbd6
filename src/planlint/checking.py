"""One plan checked from text to findings: extraction, rules, what a person answered, what was known before.

`pipeline` finds the facts; this module is its other half, for `planlint check` and for anyone who wants findings as values:

    >>> from planlint.checking import Checker, check_source  # doctest: +SKIP
    >>> [f.message for f in check_source(read_document("plan.txt"), Checker()).findings]  # doctest: +SKIP
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.check.baseline import Identity, identities, split_by_baseline
from planlint.check.context import CheckSettings
from planlint.check.fix import Fixed, fix_text
from planlint.check.guard import guard_fixes
from planlint.check.outcome import CheckedFile
from planlint.check.run import run_checks
from planlint.check.suppress import Verdict, suppress_inline
from planlint.model.alignment import composed
from planlint.model.moved import moved
from planlint.model.span import Span
from planlint.pipeline import extract
from planlint.rulebook import Rulebook
from planlint.text.directives import find_directives

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from planlint.check.sidecar import SidecarEntry
    from planlint.model.alignment import Alignment, Edit
    from planlint.model.document import SourceDocument
    from planlint.model.fact import Extraction
    from planlint.model.finding import CheckResult, Finding, Tier
    from planlint.rulebook.checks import CheckRule

# A suppressed place longer than this is a section or the whole plan: other rules may still repair words in it.
_LONGEST_KEPT_OFF = 200


def today() -> date:
    """The day here, for `until:` in sidecars."""
    return datetime.now(UTC).astimezone().date()


@dataclass(frozen=True, slots=True)
class Checker:
    """What is run over every plan of one configuration.

    `rules` are all that may run; `selected` the ids whose findings are shown (None: all). `named` are the rules that a
    suppression may name, also when they are switched off. Without `remarks` nothing in the text or beside it answers a finding.
    """

    rulebook: Rulebook = field(default_factory=Rulebook)
    rules: tuple[CheckRule, ...] = ()
    settings: CheckSettings = field(default_factory=CheckSettings)
    selected: frozenset[str] | None = None
    named: tuple[CheckRule, ...] = ()
    day: date = field(default_factory=today)
    remarks: bool = True

    def shows(self, rule: str) -> bool:
        """Whether the findings of a rule were asked for."""
        return self.selected is None or rule in self.selected


@dataclass(frozen=True, slots=True)
class Seen:
    """What one check of one text found, before the baseline."""

    result: CheckResult
    verdict: Verdict
    headings: tuple[tuple[int, str], ...]


def check_source(
    source: SourceDocument,
    checker: Checker,
    answers: tuple[SidecarEntry, ...] = (),
    known: Collection[Identity] = (),
    extraction: Extraction | None = None,
) -> CheckedFile:
    """The findings of one plan, without those that a remark, the sidecar (`answers`) or the baseline (`known`) covers.

    `extraction` is what `extract` makes of this source with the checker's rulebook, where it is at hand.
    """
    seen = _see(source, checker, answers, extraction)
    shown = [f for f in seen.verdict.findings if checker.shows(f.rule)]
    new, old, stale = split_by_baseline(shown, seen.headings, [k for k in known if checker.shows(k.rule)])
    # the engine's words come after the baseline: they are about now, and in no baseline
    everything = sorted(
        (*new, *(_stale(entry) for entry in stale), *_engine_findings(seen, checker)),
        key=lambda f: (f.span.start, f.span.end, f.rule),
    )
    return CheckedFile(
        source=source, schema=seen.result.schema, findings=tuple(everything), requirements=seen.result.requirements,
        identities=tuple(identities(everything, seen.headings)), suppressed=seen.verdict.suppressed, known=len(old),
        crashed=seen.result.crashed,
    )  # fmt: skip


def fix_source(
    source: SourceDocument,
    checker: Checker,
    tiers: Collection[Tier],
    answers: tuple[SidecarEntry, ...] = (),
    known: Collection[Identity] = (),
    carries: Callable[[Edit], bool] | None = None,
) -> Fixed:
    """The source text repaired where a selected rule has a fix of these tiers; see check/fix.py for what is promised.

    `carries` says which edits of the source text the file has room for (None: all).
    """
    known = [entry for entry in known if checker.shows(entry.rule)]

    def check(text: str, passes: Sequence[Alignment]) -> list[Finding]:
        # what the baseline knows is not shown, so nobody expects it to be repaired
        marks = moved(source.marks, composed(passes, source.text, text)) if source.marks else ()
        seen = _see(replace(source, text=text, marks=marks, _line_starts=[]), checker, answers)
        return split_by_baseline(seen.verdict.findings, seen.headings, known)[0]

    return fix_text(source.text, check, tiers, lambda finding: checker.shows(finding.rule), carries)


def _see(
    source: SourceDocument,
    checker: Checker,
    answers: tuple[SidecarEntry, ...],
    extraction: Extraction | None = None,
) -> Seen:
    extraction = extraction or extract(source, checker.rulebook)
    result = run_checks(extraction, checker.rules, checker.settings, checker.rulebook)
    verdict = _answered(result.findings, extraction, checker, answers)
    kept_off = [s.finding.span for s in verdict.suppressed if s.finding.span.length <= _LONGEST_KEPT_OFF]
    verdict = replace(verdict, findings=guard_fixes(source.text, verdict.findings, kept_off))
    return Seen(result, verdict, source_headings(extraction))


def _answered(
    findings: tuple[Finding, ...], extraction: Extraction, checker: Checker, answers: tuple[SidecarEntry, ...]
) -> Verdict:
    text = extraction.source.text
    ran = [
        rule.id
        for rule in checker.rules
        if checker.settings.levels.get(rule.id) != "off" and checker.shows(rule.id)
    ]
    verdict = Verdict(findings, (), ())
    if checker.remarks and find_directives(text):
        paragraphs = [extraction.clean.to_source(p.span) for p in extraction.outline.paragraphs]
        verdict = suppress_inline(text, findings, paragraphs, checker.named or checker.rules, ran)
    if answers:
        from planlint.check.sidecar import suppress_by_quote

        beside = suppress_by_quote(
            text, verdict.findings, answers, checker.named or checker.rules, ran, checker.day
        )
        verdict = Verdict(
            beside.findings,
            (*verdict.suppressed, *beside.suppressed),
            (*verdict.complaints, *beside.complaints),
        )
    return verdict


def source_headings(extraction: Extraction) -> tuple[tuple[int, str], ...]:
    """Where each heading begins in the source, and its words without the number: a renumbered heading is the same one."""
    return tuple(
        (extraction.clean.to_source(s.span).start, s.heading or s.label) for s in extraction.outline.sections
    )


def _engine_findings(seen: Seen, checker: Checker) -> list[Finding]:
    crashed = []
    if seen.result.crashed:
        from planlint.check.engine_codes import engine_finding

        crashed = [
            engine_finding(
                "E006", f"规则 {rule} 运行出错，其余规则已照常运行；请报告规则的维护者", "", Span(0, 0)
            )
            for rule in seen.result.crashed
        ]
    return [
        f for f in (*seen.verdict.complaints, *crashed) if checker.shows(f.rule) or f.rule in ("E003", "E006")
    ]


def _stale(entry: Identity) -> Finding:
    from planlint.check.engine_codes import engine_finding

    where = f"“{entry.heading}”下的" if entry.heading else ""
    return engine_finding("E005", f"基线条目已失效：{where}{entry.rule} “{entry.quote[:30]}”", "", Span(0, 0))


def told_harmless(file: CheckedFile) -> CheckedFile:
    """The file with a word about its errors, where `fail-on: never` lets them pass: every report shows what hides something."""
    from planlint.check.engine_codes import engine_finding

    errors = sum(finding.level == "error" for finding in file.findings)
    if not errors or file.failed is not None:
        return file
    finding = engine_finding("E008", f"fail-on 为 never：{errors} 个错误不影响退出码", "", Span(0, 0))
    return replace(
        file, findings=(finding, *file.findings), identities=(*identities([finding], ()), *file.identities)
    )


def failed_file(path: str, why: str) -> CheckedFile:
    """A file that could not be read, as a file with the finding E001."""
    from planlint.check.engine_codes import engine_finding
    from planlint.model.document import SourceDocument

    finding = engine_finding("E001", why.removeprefix(f"{path}: "), "", Span(0, 0))
    source = SourceDocument(path, "", "")
    return CheckedFile(source, findings=(finding,), identities=tuple(identities([finding], ())), failed=why)


def sidecar_entries(path: str) -> tuple[SidecarEntry, ...]:
    """The answers that lie beside a plan; none where there is no such file."""
    beside = Path(path).with_name(f"{Path(path).name}.planlint.yaml")
    if not os.path.isfile(beside):  # noqa: PTH113 - False also where the plan's name leaves no room for the sidecar's
        return ()
    from planlint.check.sidecar import read_sidecar

    return read_sidecar(beside)
