"""Headings without a number and the question they answer: what does this place stand under?"""

from __future__ import annotations

import pytest

REPORT = (
    "青禾县政府工作报告\n各位代表：现在报告工作。\n2025年工作回顾\n一年来，建成种质库3座，引进育种企业12家。\n（一）产业提质。建成园区2个。\n"
    "（二）民生改善。新增学位500个。\n2026年工作安排\n全县地区生产总值增长6%左右。\n（一）做强种业。建设中试站。\n（二）做优环境。清理收费。\n"
    "附件2\n民生实事\n1.改造管网20公里。\n2.新建公园3个。\n"
)
UNDER = [
    ("建成种质库", ("2025年工作回顾",)),
    ("新增学位", ("2025年工作回顾", "民生改善")),
    ("地区生产总值", ("2026年工作安排",)),
    ("建设中试站", ("2026年工作安排", "做强种业")),
    ("新建公园", ("附件2", "民生实事", "新建公园3个")),
    ("现在报告", ()),
]


@pytest.mark.parametrize(("words", "headings"), UNDER)
def test_headings_at_a_place(outline, words, headings):
    assert outline(REPORT).headings_at(REPORT.index(words)) == headings


def test_a_heading_without_number_is_no_section(outline):
    found = outline(REPORT)
    assert "2025年工作回顾" not in [s.heading for s in found.sections]
    assert {s.level for s in found.sections} == {1}


def test_headings_within_a_section(outline):
    text = "一、主要任务\n育种基地\n建设基地三处，面积两万亩，由县农业农村局负责。\n制种基地\n建设基地两处，面积一万亩，由县农业农村局负责。\n二、保障措施\n加强领导。\n"
    found = outline(text)
    assert found.headings_at(text.index("两处")) == ("主要任务", "制种基地")
    assert found.headings_at(text.index("加强领导")) == ("保障措施",)


NONE = [
    pytest.param("青禾县种业方案\n一、目标\n建成基地。\n青禾县人民政府\n2026年3月1日\n", id="signature"),
    pytest.param(
        "青禾县种业方案\n一、名单\n名单如下。\n青禾种业\n云岭种业\n松岭种业\n望湖种业\n以上企业由县局认定，有效期三年。\n",
        id="list-of-names",
    ),
    pytest.param(
        "青禾县种业方案\n一、目标\n建成基地。\n0775-7072105 咨询电话\n欢迎来电咨询，工作日八点到十二点有人接听。\n",
        id="telephone",
    ),
    pytest.param("青禾县种业方案\n一、目标\n建成基地。\n青禾种业园\n", id="nothing-behind"),
    pytest.param("", id="empty"),
]


@pytest.mark.parametrize("text", NONE)
def test_short_lines_that_are_no_headings(outline, text):
    assert [h.text for h in outline(text).headings if h.section is None] == []
