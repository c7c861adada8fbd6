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


def test_an_unknown_head_is_named_with_what_it_was_taken_for(run, tmp_path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(
        "云岭市方案（2026—2028年）\n序号\t重点任务\t去哪儿办\t什么时候\n1\t整治山塘\t市水利局\t2026年底\n2\t疏浚河道\t市农业农村局\t2027年6月\n",
        encoding="utf-8",
    )
    out = "".join(run("extract", path, "--format", "md")[1].split("\n"))
    assert "第2行“去哪儿办”（按责任单位提取）、第2行“什么时候”（按完成时限提取）" in out
    english = " ".join(run("extract", path, "--format", "md", "--lang", "en")[1].split())
    assert "line 2 “去哪儿办” (read as units that answer)" in english
    report = json.loads(run("extract", path, "--format", "json")[1])
    assert [(c["code"], c["taken_for"]) for c in report["warnings"]] == [
        ("table-head", "responsible"),
        ("table-head", "deadline"),
    ]


def test_every_kind_that_cells_can_tell_has_a_word() -> None:
    from planlint.tables.columns_by_cells import TOLD
    from planlint.words import Words

    for kind in TOLD:
        assert Words("zh")[f"column.{kind}"]
        assert Words("en")[f"column.{kind}"]
