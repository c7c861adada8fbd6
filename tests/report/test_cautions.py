"""What could not be read is said once on the screen, with the first places, and in full in JSON."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def plan(tmp_path):
    rows = "".join(f"{i}产量{i}万吨1{i}8{i}18{i}预期性" for i in range(1, 6))
    path = tmp_path / "plan.txt"
    path.write_text(
        f"云岭市规划（2026—2030年）\n序号指标单位2025年2030年指标属性{rows}。\n", encoding="utf-8"
    )
    return path


@pytest.mark.parametrize("name", ["console", "md"])
def test_rows_are_named_once(run, plan, name) -> None:
    code, out, _ = run("extract", plan, "--format", name)
    assert code == 0
    assert "表格有 5 行分不清各列" in "".join(out.split("\n"))
    assert out.count("提示：") == 1
    assert "the columns of 5 table rows" in " ".join(
        run("extract", plan, "--format", name, "--lang", "en")[1].split()
    )


def test_json_has_every_one(run, plan) -> None:
    report = json.loads(run("extract", plan, "--format", "json")[1])
    text = plan.read_text(encoding="utf-8")
    assert len(report["warnings"]) == 5
    for caution in report["warnings"]:
        assert caution["quote"] == text[caution["span"]["start"] : caution["span"]["end"]]
