"""Runs the examples that rule files carry: 对营业收入超过⟦2000万元⟧的企业… must get the role that the file says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from typing import TYPE_CHECKING, Any

from planlint.check.context import CheckSettings
from planlint.check.fix import fix_text
from planlint.check.guard import guard_fixes
from planlint.check.kind_of import options_of
from planlint.check.run import run_checks
from planlint.decisions.number import number_in_text
from planlint.decisions.rules import by_rules
from planlint.errors import RulebookError, located
from planlint.mentions import scan
from planlint.model.document import CleanText, Outline, Paragraph, Section, SourceDocument
from planlint.model.fact import Period
from planlint.model.span import Span
from planlint.outline.clauses import clauses_of
from planlint.pipeline import extract
from planlint.reading.reading import Reading
from planlint.rulebook import Rulebook
from planlint.rulebook.book import builtin_rules, read_yaml
from planlint.rulebook.roles import role_from
from planlint.rulebook.validate import problems_of
from planlint.zones import find_zones

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.model.finding import Finding
    from planlint.rulebook.check_rule import CheckRule, CheckTest
    from planlint.words import Text

# An example shows what the role rules say, without the steps that stand between them.
ALL_RULES = (1, 399)
OPEN, CLOSE = "⟦", "⟧"


@dataclass(frozen=True, slots=True)
class TrialResult:
    """How many files and examples ran, and one line for each that does not hold."""

    files: int
    examples: int
    problems: tuple[Text, ...]


def trial(place: Path) -> TrialResult:
    """Run the examples of one rule file or of a rules folder, with that folder laid over the built-in rules."""
    problems = list(problems_of(place, options_of))
    if problems:
        return TrialResult(0, 0, tuple(problems))
    folder = place if place.is_dir() else place.parent.parent
    own = folder.resolve() != builtin_rules().resolve()
    rules = Rulebook((folder.resolve(),) if own else ())
    files = (
        [place]
        if place.is_file()
        else [
            path for kind in ("roles", "checks", "lexicon") for path in sorted((place / kind).glob("*.yaml"))
        ]
        + sorted(place.glob("*.yaml"))
    )
    examples = 0
    for path in files:
        count, found = _run_file(path, rules)
        examples += count
        problems.extend(found)
    return TrialResult(len(files), examples, tuple(problems))


def example_role(text: str, rules: Rulebook) -> str:
    """The role that the rules give to the number between ⟦ and ⟧; `none` where no rule says anything."""
    start = text.index(OPEN)
    end = text.index(CLOSE) - 1
    bare = text.replace(OPEN, "").replace(CLOSE, "")
    clean = CleanText(bare, SourceDocument("<example>", bare, ""))
    reading = Reading(clean, _outline(bare), scan(clean, rules))
    reading.zones = find_zones(reading, rules)
    for half in reading.half_sentences():
        for quantity in half.quantities:
            if quantity.number.start < end and start < quantity.number.end:
                said = by_rules(number_in_text(reading, half, quantity), rules, ALL_RULES)
                return said.role if said is not None else "none"
    return "none"


def _outline(text: str) -> Outline:
    """One paragraph; a first line `# 申报条件` is the heading it stands under."""
    if not text.startswith("# "):
        return Outline((), (Paragraph(Span(0, len(text)), None, "body"),), split=partial(clauses_of, text))
    end = text.index("\n")
    heading = Section("s1", "#", text[2:end], 1, None, "#", Span(0, end), Span(end, len(text)))
    return Outline(
        (heading,),
        (Paragraph(Span(0, end), "s1", "heading"), Paragraph(Span(end + 1, len(text)), "s1", "body")),
        split=partial(clauses_of, text),
    )


def _run_file(path: Path, rules: Rulebook) -> tuple[int, list[Text]]:
    value = read_yaml(path)
    if path.parent.name == "lexicon":
        return _run_lexicon(path, value)
    if path.parent.name != "roles":
        return _run_checks(path, rules)
    rule = role_from(value, path, rules)
    problems = []
    for example in rule.examples:
        got = example_role(example.text, rules)
        refused = example.expect.removeprefix("not ")
        holds = got != refused if example.expect.startswith("not ") else got == example.expect
        if not holds:
            problems.append(
                located(path.name, "trial.role", text=example.text, expected=example.expect, got=got)
            )
    return len(rule.examples), problems


def _run_checks(path: Path, rules: Rulebook) -> tuple[int, list[Text]]:
    """The tests of a file of checks: what must be found, and where, and what must not."""
    from planlint.rulebook.checks import rules_of

    problems = []
    count = 0
    for rule in rules_of(path):
        for test in rule.tests:
            count += 1
            text = test.bad if test.bad is not None else test.good or ""
            result = run_checks(extract(text, rules), [rule], _settings_of(test), rules)
            places = [tuple(finding.span) for finding in result.findings]
            if result.crashed:
                problems.append(located(path.name, "trial.crashed", rule=rule.id, text=text[:30]))
            elif test.bad is None and places:
                problems.append(located(path.name, "trial.unwanted", message=result.findings[0].said))
            elif test.bad is not None and (not places or (test.at is not None and test.at not in places)):
                problems.append(
                    located(
                        path.name,
                        "trial.wanted",
                        text=text[:30],
                        rule=rule.id,
                        place=str(test.at),
                        got=str(places),
                    )
                )
            elif (
                test.fixed is not None and (lines := _repaired(text, rule, test, rules)) != test.fixed.strip()
            ):
                problems.append(
                    located(path.name, "trial.fixed", text=text[:30], wanted=test.fixed.strip(), got=lines)
                )
    return count, problems


def _repaired(text: str, rule: CheckRule, test: CheckTest, rules: Rulebook) -> str:
    """The lines that the rule's repairs of a text write, as they read afterwards."""

    def check(text: str, _passes: object) -> tuple[Finding, ...]:
        found = run_checks(extract(text, rules), [rule], _settings_of(test), rules).findings
        return guard_fixes(text, found)

    before = text.split("\n")
    after = fix_text(text, check, ("safe", "ask")).text.split("\n")
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return "\n".join(line for kind, _, _, a, b in steps if kind != "equal" for line in after[a:b]).strip()


def _settings_of(test: CheckTest) -> CheckSettings:
    given = dict(test.settings)
    if "period" in given:
        given["period"] = Period(*given["period"])
    if "roster" in given:
        given["roster"] = tuple(given["roster"])
    return CheckSettings(**given)


def _run_lexicon(path: Path, value: Any) -> tuple[int, list[Text]]:  # noqa: ANN401 - YAML holds anything
    """A lexicon of patterns may carry `examples: {match: […], not: […]}`: lines that its patterns must (not) find."""
    examples = value.get("examples") if isinstance(value, dict) else None
    if not isinstance(examples, dict) or set(examples) != {"match", "not"}:
        return 0, []
    try:
        patterns = [
            re.compile(p)
            for key, group in value.items()
            if key != "examples" and isinstance(group, list)
            for p in group
        ]
    except re.error as error:
        raise RulebookError([located(f"{path}:1", "trial.regex", why=error)]) from error
    problems = [
        located(path.name, "trial.match", text=line)
        for line in examples["match"]
        if not any(p.search(line) for p in patterns)
    ]
    problems += [
        located(path.name, "trial.no_match", text=line)
        for line in examples["not"]
        if any(p.search(line) for p in patterns)
    ]
    return len(examples["match"]) + len(examples["not"]), problems
