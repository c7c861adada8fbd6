"""`fixed:` beside `bad:`: every rule with a safe repair states the line that the repair writes, and a wrong statement is told."""

import shutil
from pathlib import Path

import pytest

from planlint.rulebook.checks import rules_of
from planlint.trial import trial

CHECKS = Path(__file__).resolve().parents[2] / "rules" / "checks"
SAFE = [path for path in sorted(CHECKS.glob("*.yaml")) if "\nfix: safe\n" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", SAFE, ids=lambda path: path.stem)
def test_a_safe_repair_is_stated(path: Path) -> None:
    assert all(any(test.fixed for test in rule.tests) for rule in rules_of(path) if rule.fix == "safe")


def test_a_wrong_statement_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "checks"
    folder.mkdir()
    path = folder / "CIT001-docno-bracket.yaml"
    shutil.copy(CHECKS / path.name, path)
    assert trial(path).problems == ()
    text = path.read_text(encoding="utf-8").replace(
        "落实云政办发〔2023〕49号文件。\n", "落实云政办发（2023）49号文件。\n", 1
    )
    path.write_text(text, encoding="utf-8")
    problems = [str(problem) for problem in trial(path).problems]
    assert len(problems) == 1
    assert "修复后应有" in problems[0]
    assert "〔2023〕49号" in problems[0]
