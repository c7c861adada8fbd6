"""What hides findings is said where they would have stood: in every format, with its own code."""

from __future__ import annotations

import pytest

from planlint.cli.app import run
from planlint.report.formats import names_of

PLAN = (
    "云岭市孵化载体建设实施方案\n一、主要任务\n（一）建设载体。到2025年，产值达到xx亿元。各部门要认真布署。\n"
)
FORMATS = [name for name in names_of("check") if name != "xlsx"]


@pytest.fixture
def said(tmp_path, monkeypatch, capsys):
    def call(text: str, *arguments: str, config: str = "") -> str:
        (tmp_path / "plan.txt").write_text(text, encoding="utf-8")
        (tmp_path / "planlint.yaml").write_text(config, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        run(["check", "plan.txt", *arguments])
        return capsys.readouterr().out

    return call


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_that_is_ignored_as_a_whole_is_told(name, said):
    assert "E007" in said(f"{PLAN}<!-- planlint: ignore-file[all] 试稿 -->\n", "-f", name)


@pytest.mark.parametrize("name", FORMATS)
def test_errors_that_never_fail_are_told(name, said):
    assert "E008" in said(PLAN, "-f", name, config="fail-on: never\n")


@pytest.mark.parametrize(
    ("text", "config"),
    [
        pytest.param(f"{PLAN}<!-- planlint: ignore-file[WRD007] 原文如此 -->\n", "", id="one rule"),
        pytest.param(PLAN.replace("xx", "10"), "fail-on: never\n", id="no error to hide"),
    ],
)
def test_what_hides_nothing_is_not_told(text, config, said):
    shown = said(text, "-f", "concise", config=config)
    assert "E007" not in shown
    assert "E008" not in shown
