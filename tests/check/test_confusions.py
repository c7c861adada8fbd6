"""The list of wrong characters: every pair is found in its own sentence, and silent in the right one; a broken row is told."""

import logging

import pytest

from planlint.check.context import CheckSettings
from planlint.check.rules import load_checks
from planlint.check.run import run_checks
from planlint.pipeline import extract
from planlint.rulebook import Rulebook
from planlint.rulebook.confusions import confusions

RULE = next(rule for rule in load_checks(Rulebook()) if rule.id == "WRD007")
HEAD = "云岭市服务提升实施方案\n一、主要任务\n"


def quotes(text: str) -> list[str]:
    result = run_checks(extract(HEAD + text), [RULE], CheckSettings())
    assert not result.crashed
    return [finding.quote for finding in result.findings]


def test_every_pair_is_found_in_its_sentence():
    pairs = confusions(Rulebook())
    assert len(pairs) > 500
    missed = [pair.wrong for pair in pairs if pair.unless is not None and pair.unless.search(pair.bad)]
    assert missed == []
    found = quotes("\n".join(pair.bad for pair in pairs))
    for pair in pairs:
        assert any(pair.wrong in quote or quote in pair.wrong for quote in found), pair


def test_no_right_sentence_is_reported():
    assert quotes("\n".join(pair.good for pair in confusions(Rulebook()))) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("按装机容量给予支持，从严竣工验收。", id="two words meet"),
        pytest.param("既将岗位列出，又将人员落实。", id="既 将 is no 即将"),
        pytest.param("提升国际话语权，不具备分流条件的另行安排。", id="a longer word"),
        pytest.param("机关健全制度，相关建议及时采纳，突破环节障碍。", id="words on both sides"),
    ],
)
def test_words_that_only_meet_are_silent(text):
    assert quotes(text) == []


def test_a_broken_row_is_told_with_its_line_and_the_rest_stays(tmp_path, caplog):
    folder = tmp_path / "rules"
    (folder / "lexicon").mkdir(parents=True)
    (folder / "lexicon" / "confusions.yaml").write_text(
        "rows:\n  - {wrong: 甲乙坏, right: 甲乙好, in: 这是_。}\n  - {wrong: 丙}\n  - {wrong: 丁戊坏, right: 丁戊好, in: 这是_。}\n",
        encoding="utf-8",
    )
    with caplog.at_level(logging.WARNING, "planlint"):
        known = {pair.wrong for pair in confusions(Rulebook((folder,)))}
    assert {"甲乙坏", "丁戊坏", "布署"} <= known
    assert "confusions.yaml:3:" in caplog.text
