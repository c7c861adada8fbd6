"""Tables whose text a PDF has run together: rows of blanks, rows without any, and what is reported rather than guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from planlint import extract
from planlint.report.record import report_of
from planlint.tables.cuts import cut_values

SPACED = """云岭市综合发展规划（2026—2030年）
一、主要目标
序 “十五五”目标
指 标 单位 属性
号
2030年 年均[累计]
1 地区生产总值增长 % 预期性 - 5左右
2 劳动生产率 万元/人 预期性 20 -
规模以上工业企业研发支出
3 % 预期性 >2.5 -
占营业收入比重1
4 开放口岸数量 个 约束性 - [3]
5 居民收入增长 % 预期性 - 与经济增长同步
城市老旧小区 万平 [约90
6 约束性 -
改造面积 方米 另算10]
1 指占主营业务收入。
二、重点任务
到2030年，建成绿道120公里。
"""
FUSED = (
    "云岭市农业规划（2026—2030年）\n第一章总体要求专栏1主要指标序号指　标　名　称单位2025年2030年指标属性"
    "一、产量1粮食产量万吨60≥60约束性2水果产量万吨158180预期性二、质量3抽检合格率％9598预期性4良种覆盖率％44.761预期性"
    "5收入比—2.2∶12∶1预期性注：按现价。到2030年，农业现代化基本实现。"
)


def test_rows_of_blanks() -> None:
    extraction = extract(SPACED)
    got = [(t.indicator, t.comparator, t.value, t.unit, t.deadline, t.attribute) for t in extraction.targets]
    assert got == [
        ("地区生产总值增长", "~", 5, "%", "2030", "expected"),
        ("劳动生产率", "=", 200000, "元/人", "2030", "expected"),
        ("规模以上工业企业研发支出占营业收入比重", ">", 2.5, "%", "2030", "expected"),
        ("开放口岸数量", "=", 3, "个", "2030", "binding"),
        ("绿道", "=", 120, "公里", "2030", None),
    ]
    assert [t.recurrence for t in extraction.targets] == ["yearly", None, None, None, None]
    assert extraction.targets[3].mode == "累计"


def test_what_cannot_be_told_is_reported() -> None:
    report = report_of(extract(SPACED))
    assert [(c["code"], c["quote"], c["span"]["line"]) for c in report["warnings"]] == [
        ("table-row", "城市老旧小区 万平 [约90\n6 约束性 -\n改造面积 方米 另算10]", 14)
    ]


def test_rows_without_blanks() -> None:
    extraction = extract(FUSED)
    got = [(t.indicator, t.comparator, t.value, t.unit, t.baseline, t.deadline) for t in extraction.targets]
    assert got == [
        ("粮食产量", ">=", 600000, "吨", 600000, "2030"),
        ("水果产量", "=", 1800000, "吨", 1580000, "2030"),
        ("抽检合格率", "=", 98, "%", 95, "2030"),
        ("收入比", "=", 2, None, Decimal("2.2"), "2030"),
    ]
    assert [c.quote for c in extraction.warnings] == ["4良种覆盖率％44.761预期性"]
    unknown = [n.quote for n in extraction.numbers if n.role == "unknown"]
    assert "44.761" in unknown


@pytest.mark.parametrize(
    ("run", "limited", "want"),
    [
        ("8290", True, ["82", "90"]),
        ("8290", False, ["82", "90"]),
        ("244", False, None),
        ("44.761", True, None),
        ("60≥60", False, ["60", "≥60"]),
        ("≧80≧80", True, ["≧80", "≧80"]),
        ("1.5∶12∶1", False, ["1.5∶1", "2∶1"]),
        ("60.264", True, ["60.2", "64"]),
        ("100100", True, ["100", "100"]),
        ("80＞90", True, ["80", "＞90"]),
    ],
)
def test_values_are_cut_where_there_is_one_way(run, limited, want) -> None:
    ways = cut_values(run, 2, limited=limited)
    assert (None if ways is None else [run[a:b] for a, b in ways]) == want


def test_labels_in_a_value_make_a_target_each() -> None:
    text = (
        "云岭市排水方案（2026—2030年）\n指标\t2030年目标（%）\n管网监测率\t城区≥30，乡镇≥15\n污水处理率\t95"
    )
    got = [(t.indicator, t.comparator, t.value) for t in extract(text).targets]
    assert got == [("城区管网监测率", ">=", 30), ("乡镇管网监测率", ">=", 15), ("污水处理率", "=", 95)]


def test_stacked_rows_that_do_not_fill_the_columns_are_reported() -> None:
    lines = ["序号", "指标", "2025年现状", "2030年目标", "指标属性", "1", "达标率（%）", "80", "95", "约束性",
             "2", "渗透率（%）", "甲区≥20", "乙区≥25", "丙区≥30", "约束性", "3", "监测率（%）", "50", "70", "预期性"]  # fmt: skip
    extraction = extract(
        "云岭市排水方案（2026—2030年）\n" + "\n".join(lines) + "\n一、任务\n到2030年，新建泵站3座。"
    )
    assert [(t.indicator, t.value) for t in extraction.targets] == [
        ("达标率", 95),
        ("监测率", 70),
        ("泵站", 3),
    ]
    assert [c.quote.split()[:2] for c in extraction.warnings] == [["2", "渗透率（%）"]]


def test_placeholders_and_blanks() -> None:
    text = "云岭市方案（2026—2030年）\n指标\t单位\t2030年\n企业数\t家\txx\n专利数\t件\t——\n基地数\t个\t\n平台数\t个\t5"
    got = [(t.indicator, t.value, t.placeholder) for t in extract(text).targets]
    assert got == [("企业数", None, True), ("平台数", 5, False)]


def test_a_table_of_nothing_but_doubts_is_told() -> None:
    lines = ["序号", "重点任务", "牵头单位", "配合单位"]
    for i in range(1, 4):
        lines += [str(i), "整治山塘", "市水利局", "市财政局", "市教育局"]
    extraction = extract(
        "云岭市方案（2026—2030年）\n一、任务\n" + "\n".join(lines) + "\n4\n二、其他\n到2030年，建成泵站3座。"
    )
    assert len(extraction.warnings) == 3
    assert extraction.responsibilities == ()
    assert [s.label for s in extraction.outline.sections] == ["一、", "二、"]


def test_a_last_row_that_cannot_be_read_is_told() -> None:
    lines = ["序号", "类别", "指标", "2025年现状", "2030年目标", "指标属性", "1", "综合", "达标率（%）", "80", "95", "约束性",
             "2", "海绵", "面积比例（%）", "甲区≥20", "乙区≥25", "丙区≥30", "约束性", "注：达标率按年核定。"]  # fmt: skip
    extraction = extract("云岭市排水方案（2026—2030年）\n一、目标\n" + "\n".join(lines))
    assert [(t.indicator, t.value) for t in extraction.targets] == [("达标率", 95)]
    assert [c.quote.split()[::6] for c in extraction.warnings] == [["2", "约束性"]]


def test_a_last_row_ends_where_the_text_goes_on() -> None:
    lines = ["序号", "指标", "单位", "计划任务", "其中：2026年任务", "指标属性", "1", "雨水管网", "公里", "2000", "628", "约束性", "2", "应急设备", "台", "10", "3", "约束性"]  # fmt: skip
    text = (
        "云岭市排水方案（2026—2030年）\n一、目标\n"
        + "\n".join(lines)
        + "\n（一）全面整治易涝区域\n完善城市排水体系。"
    )
    extraction = extract(text)
    assert [(t.indicator, t.value, t.attribute) for t in extraction.targets][2:] == [
        ("应急设备", 10, "binding"), ("应急设备", 3, "binding"),
    ]  # fmt: skip
    assert extraction.warnings == ()
