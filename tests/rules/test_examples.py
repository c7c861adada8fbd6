"""The examples that the rule files carry, each as a test; every role rule needs one that fits and one that does not."""

import pytest

from planlint.check.kind_of import options_of
from planlint.rulebook import Rulebook
from planlint.rulebook.book import builtin_rules
from planlint.rulebook.regexes import run_away
from planlint.rulebook.roles import PATTERN_FIELDS, load_roles
from planlint.rulebook.validate import problems_of
from planlint.trial import example_role, trial

RULES = load_roles(Rulebook())
CASES = [pytest.param(e, id=f"{r.id}-{i}") for r in RULES for i, e in enumerate(r.examples)]


@pytest.mark.parametrize("example", CASES)
def test_example(example) -> None:
    got = example_role(example.text, Rulebook())
    if example.expect.startswith("not "):
        assert got != example.expect.removeprefix("not ")
    else:
        assert got == example.expect


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_pattern_runs_away(rule) -> None:
    assert not any(run_away(getattr(rule, name)) for name in PATTERN_FIELDS if getattr(rule, name))


def test_all_files_are_valid_and_their_examples_hold() -> None:
    assert problems_of(builtin_rules(), options_of) == []
    assert trial(builtin_rules()).problems == ()


def test_ids_and_names_are_unique() -> None:
    assert len({r.id for r in RULES}) == len({r.name for r in RULES}) == len(RULES)


def test_a_nested_repeat_is_found() -> None:
    assert run_away("(?:a+)+$")
    assert not run_away("[^，]{0,20}(?:a|b)+")
