"""Runs the checks over one document: every rule on its own, so that one that crashes is named and the rest go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.check.context import CheckContext, CheckSettings
from planlint.check.kinds import check_of
from planlint.check.schema import check_schema
from planlint.model.finding import CheckResult
from planlint.rulebook import Rulebook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.fact import DocumentData, Extraction
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule


def asked_of(document: DocumentData, rule: CheckRule, settings: CheckSettings) -> bool:
    """Whether a rule is about documents of this genre: nobody asks a work report for its responsible units.

    A rule that names no genres (`genres:` among its options) is asked of all; a schema that the user names asks for everything.
    """
    genres = {**rule.options, **settings.options.get(rule.id, {})}.get("genres")
    if genres is None or settings.schema is not None:
        return True
    # a title that asks (……具体包括？) heads a page of questions and answers, whatever plan it names
    return document.genre in genres and not (document.title or "").endswith(("？", "?"))


def run_checks(
    extraction: Extraction,
    rules: Sequence[CheckRule],
    settings: CheckSettings,
    rulebook: Rulebook | None = None,
) -> CheckResult:
    """The findings of these rules, sorted by place and rule, and how the plan meets its schema."""
    context = CheckContext(extraction, settings, rulebook or Rulebook())
    findings: list[Finding] = []
    crashed: list[str] = []
    for rule in rules:
        if settings.levels.get(rule.id) == "off" or not asked_of(extraction.document, rule, settings):
            continue
        try:
            findings.extend(check_of(rule.kind)(context, rule))
        except Exception:  # noqa: BLE001 - a crash in one rule must not take the others down; it is reported as E006
            crashed.append(rule.id)
    schema, missed, requirements = check_schema(context, rules, findings)
    findings.extend(missed)
    findings.sort(key=lambda f: (f.span.start, f.span.end, f.rule))
    return CheckResult(extraction.source.path, schema, tuple(findings), requirements, tuple(crashed))
