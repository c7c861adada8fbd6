"""planlint diff: what was raised, lowered, put off, added, dropped, reassigned, softened, each with both quotes."""

import json

import pytest

from planlint import SourceDocument
from planlint.comparing import diff

OLD = """云岭市科创载体建设行动方案

一、总体目标
到2025年，新增科创载体面积20万平方米；培育高新技术企业不少于40家，新增省级众创空间3家。2023年底前完成基地建设。

二、重点任务
（一）建设载体。各区应当建立载体台账。对新认定的国家级众创空间给予30万元奖励。（责任单位：市科技局、市财政局）
（二）引育人才。引进创业人才2000人以上。（牵头单位：市人社局）
"""


def changes(old, new):
    found = diff(SourceDocument("旧.txt", old, "1"), SourceDocument("新.txt", new, "2"))
    for change in found.differences:
        for there, text in ((change.before, old), (change.after, new)):
            if there is not None:
                assert text[there.span.start : there.span.end] == there.quote
    return {(c.subject, c.change) for c in found.differences}


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("不少于40家", "不少于50家", {("target", "raised")}),
        ("不少于40家", "不少于30家", {("target", "lowered")}),
        ("培育高新技术企业不少于40家", "力争培育高新技术企业40家", {("target", "softened")}),
        ("，新增省级众创空间3家", "", {("target", "dropped")}),
        ("，新增省级众创空间3家", "，新增省级众创空间3家，新增研发机构2家", {("target", "added")}),
        ("新增科创载体面积20万平方米；", "新增科创载体面积200000平方米；", set()),
        # land is another indicator than floor space
        (
            "新增科创载体面积20万平方米；",
            "新增科创载体面积20公顷；",
            {("target", "dropped"), ("target", "added")},
        ),
        ("2000人以上", "xx人以上", {("target", "blanked")}),
        ("2023年底前完成基地", "2024年底前完成基地", {("milestone", "postponed")}),
        ("2023年底前完成基地", "2022年底前完成基地", {("milestone", "advanced")}),
        ("应当建立", "可以建立", {("wording", "softened")}),
        ("应当建立", "必须建立", {("wording", "hardened")}),
        ("30万元", "20万元", {("subsidy", "lowered")}),
        ("市科技局、市财政局", "市工信局、市财政局", {("unit", "reassigned")}),
        ("市科技局、市财政局", "市科学技术局、市财政局", set()),
        ("牵头单位：市人社局", "责任单位：市人社局", {("unit", "reassigned")}),
        ("云岭市", "云岭市", set()),
    ],
)
def test_change(was, now, expected) -> None:
    assert was in OLD
    assert changes(OLD, OLD.replace(was, now)) == expected


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        pytest.param(
            "培育高新技术企业不少于40家", "引进和壮大高新技术企业50家以上", {("target", "raised")}, id="other verb, more"
        ),
        pytest.param(
            "新增省级众创空间3家", "新增众创空间2家", {("target", "lowered"), ("target", "widened")}, id="fewer, no level"
        ),
        pytest.param(
            "新增省级众创空间3家", "新增国家级众创空间3家", {("target", "redefined")}, id="another level"
        ),
        pytest.param(
            "引进创业人才2000人以上", "引进创新创业人才1500人以上", {("target", "lowered")}, id="a synonym, fewer"
        ),
        pytest.param(
            "培育高新技术企业不少于40家", "大力培育高新技术企业", {("target", "blanked")}, id="the number is gone"
        ),
        pytest.param(
            "对新认定的国家级众创空间给予30万元奖励", "对首次获评国家级的众创空间一次性奖励20万元", {("subsidy", "lowered")},
            id="other words, less money",
        ),
        pytest.param(
            "2023年底前完成基地建设", "2024年底前全面完成创新基地建设任务", {("milestone", "postponed")}, id="a milestone reworded, later"
        ),
        pytest.param(
            "引进创业人才2000人以上", "引进创业人才1000人以上、青年人才500人以上", {("target", "lowered"), ("target", "added")},
            id="fewer, and another beside",
        ),
        pytest.param(
            "新增科创载体面积20万平方米", "力争新建科技创新载体面积25万平方米", {("target", "raised"), ("target", "softened")},
            id="more, and only hoped for",
        ),
    ],
)  # fmt: skip
def test_a_reworded_change_is_one_change(was, now, expected) -> None:
    assert was in OLD
    assert changes(OLD, OLD.replace(was, now)) == expected


def test_a_later_year_is_postponed() -> None:
    got = changes(OLD, OLD.replace("到2025年，", "到2026年，"))
    assert got == {("target", "postponed")}


def test_forward_and_back_are_opposites() -> None:
    new = (
        OLD.replace("不少于40家", "不少于50家")
        .replace("30万元", "20万元")
        .replace("，新增省级众创空间3家", "")
    )
    opposite = {"raised": "lowered", "lowered": "raised", "added": "dropped", "dropped": "added"}
    assert {(s, opposite[c]) for s, c in changes(OLD, new)} == changes(new, OLD)


def test_formats(run, tmp_path) -> None:
    old, new = tmp_path / "旧.txt", tmp_path / "新.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(OLD.replace("不少于40家", "不少于30家").replace("应当", "可以"), encoding="utf-8")
    code, out, error = run("diff", old, new)
    assert (code, error) == (0, "")
    assert "[降低]" in out
    assert "不少于40家" in out
    assert "不少于30家" in out
    code, out, _ = run("diff", old, new, "-f", "json")
    report = json.loads(out)
    assert report["summary"] == {"lowered": 1, "softened": 1}
    assert report["differences"][0]["before"]["quote"].endswith("不少于40家")
    code, out, _ = run("diff", old, new, "-f", "md", "-o", tmp_path / "变化.md")
    assert (code, out) == (0, "")
    assert "| 降低 |" in (tmp_path / "变化.md").read_text(encoding="utf-8")
    code, out, _ = run("diff", old, old)
    assert code == 0
    assert "完全相同" in out
    code, _, error = run("diff", old, tmp_path / "无.txt")
    assert code == 2
    assert "无.txt" in error
    code, _, error = run("diff", old)
    assert code == 2
