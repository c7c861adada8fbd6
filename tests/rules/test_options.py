"""Declared options: what a rule's file or a configuration may say, and that each kind declares all that it reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import planlint.check.kinds
from planlint.check.config.settle import read_draft
from planlint.check.context import CheckSettings
from planlint.check.kind_of import options_of
from planlint.check.rules import load_checks
from planlint.check.run import run_checks
from planlint.errors import RulebookError
from planlint.pipeline import extract
from planlint.report.rule_page import render
from planlint.rulebook import Rulebook
from planlint.rulebook.check_rule import KINDS
from planlint.rulebook.options import Default, OneOf, Options, Regex, Rows, Ways
from planlint.rulebook.validate import problems_of

HEAD = """id: USR001
name: own-rule
kind: {kind}
level: warning
message: “{{text}}”
tests:
- bad: 大概
- good: 好
options:
"""
LINE = HEAD.count("\n")


def said_of(folder: Path, kind: str, options: str) -> list[str]:
    """The problems of a rule's file without the folder: `9: 未知的键 …`."""
    path = folder / "checks" / "own.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEAD.format(kind=kind) + options, encoding="utf-8")
    return [str(problem).removeprefix(f"{path}:") for problem in problems_of(folder, options_of)]


@pytest.mark.parametrize(
    ("kind", "options", "line", "what"),
    [
        pytest.param("existence", "  pattern: 大概\n  unles: 约\n", 2, "“unles”，是否指 “unless”？", id="a near name"),
        pytest.param("existence", "  pattern: 大概\n  wehre: 约\n", 2, "未知的键 “wehre”，可用的键：", id="nothing near"),
        pytest.param("existence", "  patern: 大概\n", 1, "“patern”，是否指 “pattern”？", id="a misspelled required one"),
        pytest.param("existence", "  once: true\n", 0, "缺少必填的 “pattern”", id="a required one left out"),
        pytest.param("existence", "  pattern: 大概\n  once: 'yes'\n", 2, "应为true 或 false", id="no bool"),
        pytest.param("existence", "  pattern: [大概]\n", 1, "应为文字", id="a list for a pattern"),
        pytest.param("existence", "  pattern: 大(概\n", 1, "不是有效的正则表达式", id="a pattern that does not compile"),
        pytest.param("existence", "  pattern: (大+)+$\n", 1, "回溯失控", id="a pattern that runs away"),
        pytest.param("existence", "  pattern: ${commitments.verb}\n", 1, "“commitments.verb” 不存在（是否指 “commitments.verbs”", id="no such class"),
        pytest.param("existence", '  pattern: 大概\n  "on": texts\n', 2, "应为 text、placeholder 之一", id="no such choice"),
        pytest.param("existence", "  pattern: 大概\n  on: text\n", 0, "请加引号", id="a name that YAML takes for a truth"),
        pytest.param("period", "  find: mismach\n", 1, "应为 out-of-period、mismatch、", id="no such way"),
        pytest.param("period", "  find: mismatch\n  months: 2\n", 2, "未知的键 “months”", id="an option of another way"),
        pytest.param("period", "  find: before-issue\n  months: 三\n", 2, "应为整数", id="no integer"),
        pytest.param("bound", "  find: doubled\n  unless: 约\n  pairs:\n  - befor: [约]\n    behind: [多]\n", 4, "“befor”，是否指 “before”？", id="in a row"),
        pytest.param("substitution", "  swaps: {'(': 甲}\n", 1, "不是有效的正则表达式", id="a pattern that is a key"),
        pytest.param("pair", "  genres: [plan, novel]\n", 1, "'novel'", id="an option of every kind"),
    ],
)  # fmt: skip
def test_a_wrong_option_is_refused_with_its_line(
    tmp_path: Path, kind: str, options: str, line: int, what: str
) -> None:
    problems = said_of(tmp_path, kind, options)
    assert any(p.startswith(f"{LINE + line}: ") and what in p for p in problems), problems


def test_all_problems_of_a_file_come_at_once(tmp_path: Path) -> None:
    problems = said_of(tmp_path, "existence", "  patern: 大概\n  wehre: 约\n  once: 3\n  unless: '('\n")
    assert [p.partition(":")[0] for p in problems] == ["9", "10", "11", "12", "13"], problems


def test_the_loader_of_check_refuses_too(tmp_path: Path) -> None:
    said_of(tmp_path, "existence", "  patern: 大概\n")
    with pytest.raises(RulebookError, match="是否指 “pattern”"):
        load_checks(Rulebook((tmp_path,)))


@pytest.mark.parametrize(
    ("rules", "what"),
    [
        pytest.param("TGT005: {wrods: [力求]}", "“wrods”，是否指 “words”？", id="a near name"),
        pytest.param("TGT005: {words: 力求}", "应为列表", id="a wrong type"),
        pytest.param("WRD001: {pattern: '('}", "不是有效的正则表达式", id="a bad pattern"),
        pytest.param("TGT005: {find: mixed}", "未知的键 “find”", id="what the rule is"),
        pytest.param("TGT: {months: 2}", "未知的键 “months”", id="no rule of the group has it"),
    ],
)
def test_a_configuration_is_held_to_the_same_options(tmp_path: Path, rules: str, what: str) -> None:
    path = tmp_path / "planlint.yaml"
    path.write_text(f"fail-on: error\nrules:\n  {rules}\n", encoding="utf-8")
    with pytest.raises(RulebookError) as raised:
        read_draft(path).settle(load_checks(Rulebook()))
    (problem,) = map(str, raised.value.problems)
    assert problem.startswith(f"{path}:3: ")
    assert what in problem


def test_an_option_of_a_group_goes_to_the_rules_that_have_it(tmp_path: Path) -> None:
    path = tmp_path / "planlint.yaml"
    path.write_text("rules:\n  TGT: {words: [力求]}\n", encoding="utf-8")
    assert read_draft(path).settle(load_checks(Rulebook())).options == {"TGT005": {"words": ["力求"]}}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_declares_what_it_reads_and_nothing_else(kind: str) -> None:
    path = Path(planlint.check.kinds.__file__).with_name(f"{kind}.py")
    read = set(re.findall(r'options\["([a-z-]+)"\]', path.read_text(encoding="utf-8")))
    read |= set(re.findall(r"options\['([a-z-]+)'\]", path.read_text(encoding="utf-8")))
    for keys in re.findall(r"options\[key\]\) for key in \(([^)]*)\)", path.read_text(encoding="utf-8")):
        read |= set(re.findall('"([a-z-]+)"', keys))
    declared = options_of(kind)
    names = set(declared.names)
    if isinstance(declared, Ways):
        names |= {option.name for way in declared.ways.values() for option in way}
    assert read == names - {"genres"}


def test_defaults_are_filled_in() -> None:
    options = Options(once=bool, unless=Regex | None, most=Default(int, 5), not_sections=Regex)
    want = {"once": False, "unless": None, "most": 5, "not-sections": "甲"}
    assert options.filled({"not-sections": "甲"}, Rulebook()) == want


def test_classes_are_put_out_wherever_a_pattern_stands(tmp_path: Path) -> None:
    lexicon = tmp_path / "lexicon" / "modality.yaml"
    lexicon.parent.mkdir()
    lexicon.write_text("words: [云岭词]\n", encoding="utf-8")
    options = Options(a=list[Regex], b=dict[Regex, str], c=Rows(d=Regex, e=str), f=OneOf(("x",)))
    given = {"a": ["${modality.words}"], "b": {"${modality.words}": "$"}, "c": [{"d": "${modality.words}", "e": "${e}"}], "f": "x"}  # fmt: skip
    filled = options.filled(given, Rulebook((tmp_path,)))
    assert "云岭词" in filled["a"][0]
    assert "云岭词" in next(iter(filled["b"]))
    assert "云岭词" in filled["c"][0]["d"]
    assert filled["c"][0]["e"] == "${e}"


def test_a_word_that_the_user_adds_changes_what_a_check_finds(tmp_path: Path) -> None:
    said_of(tmp_path, "existence", "  pattern: ${modality.words}\n")
    text = "云岭市行动方案\n一、主要任务\n（一）壮大主体。青岚词要写清楚。\n"

    def quotes() -> list[str]:
        rulebook = Rulebook((tmp_path,))
        rules = [rule for rule in load_checks(rulebook) if rule.id == "USR001"]
        return [
            f.quote for f in run_checks(extract(text, rulebook), rules, CheckSettings(), rulebook).findings
        ]

    before = quotes()
    lexicon = tmp_path / "lexicon" / "modality.yaml"
    lexicon.parent.mkdir()
    lexicon.write_text("words: [青岚词]\n", encoding="utf-8")
    from planlint.rulebook import book

    book._words.cache_clear()
    assert before == ["主要"]
    assert quotes() == ["主要", "青岚词"]


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "- `words`（列表：文字）：`` 力争、争取、努力、力求 ``"),
        ("en", "- `words` (list: text): `` 力争, 争取, 努力, 力求 ``"),
    ],
)
def test_the_page_of_a_rule_lists_its_options(lang: str, line: str) -> None:
    rule = next(rule for rule in load_checks(Rulebook()) if rule.id == "TGT005")
    assert line in render(rule, lang).splitlines()
