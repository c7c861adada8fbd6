"""Runs the checks over one document: every rule on its own, so that one that crashes is named and the rest go on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.check.asked import asked_of
from planlint.check.context import CheckContext, CheckSettings
from planlint.check.kind_of import check_of, options_of
from planlint.check.schema import check_schema
from planlint.model.finding import CheckResult
from planlint.rulebook import Rulebook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.fact import Extraction
    from planlint.model.finding import Finding
    from planlint.rulebook.check_rule import CheckRule


def settled(rule: CheckRule, settings: CheckSettings, rulebook: Rulebook) -> CheckRule:
    """The rule with a value for every option that its kind declares: the configuration's, else its own, else the default."""
    given = {**rule.options, **settings.options.get(rule.id, {})}
    return replace(rule, options=options_of(rule.kind).filled(given, rulebook))


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
        if settings.levels.get(rule.id) == "off":
            continue
        try:
            ready = settled(rule, settings, context.rulebook)
            if asked_of(extraction.document, ready, settings):
                findings.extend(check_of(rule.kind)(context, ready))
        except Exception:  # noqa: BLE001 - a crash in one rule must not take the others down; it is reported as E006
            crashed.append(rule.id)
    schema, missed, requirements = check_schema(context, rules, findings)
    findings.extend(missed)
    findings.sort(key=lambda f: (f.span.start, f.span.end, f.rule))
    return CheckResult(extraction.source.path, schema, tuple(findings), requirements, tuple(crashed))
