"""Every check's file carries texts that must raise it, with the place, and texts that must not; they run here."""

from pathlib import Path

import pytest
import yaml

from planlint.check.context import CheckSettings
from planlint.check.rules import load_checks
from planlint.check.run import run_checks
from planlint.model.fact import Period
from planlint.pipeline import extract
from planlint.rulebook import Rulebook, builtin_rules

RULES = {rule.id: rule for rule in load_checks(Rulebook())}
FILES = sorted((builtin_rules() / "checks").glob("*.yaml"))


def settings_of(test: dict) -> CheckSettings:
    given = dict(test.get("with") or {})
    if "period" in given:
        given["period"] = Period(*given["period"])
    if "roster" in given:
        given["roster"] = tuple(given["roster"])
    return CheckSettings(**given)


def cases():
    for path in FILES:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
        for i, test in enumerate(raw.get("tests") or ()):
            yield pytest.param(raw["id"], test, id=f"{path.stem}-{i}")


@pytest.mark.parametrize(("rule_id", "test"), list(cases()))
def test_example(rule_id, test):
    text = test.get("bad") or test.get("good") or test.get("ok")
    result = run_checks(extract(text), [RULES[rule_id]], settings_of(test))
    assert not result.crashed
    places = [tuple(f.span) for f in result.findings]
    if "bad" in test:
        assert places, "the rule says nothing"
        if test.get("at"):
            assert tuple(test["at"]) in places, [text[a:b] for a, b in places]
        for finding in result.findings:
            assert finding.quote == text[finding.span.start : finding.span.end]
            assert "{" not in finding.message
    else:
        assert not places, [f.message for f in result.findings]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_file_is_complete(path: Path):
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert path.stem == f"{raw['id']}-{raw['name']}"
    for key in ("title", "title_en", "message", "why", "remedy"):
        assert raw[key].strip(), key
    assert any("bad" in t for t in raw["tests"])
    assert any("good" in t or "ok" in t for t in raw["tests"])
    # a rule that is only derived is never an error
    assert not (raw["source"]["strength"] == "derived" and raw["level"] == "error")
