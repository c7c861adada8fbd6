"""By when a number is due: its own time, its paragraph's, its heading's, its report's year; N年内 from a start that is stated."""

import pytest

from planlint import extract


@pytest.mark.parametrize(
    ("text", "deadlines"),
    [
        pytest.param(
            "云岭市技能行动意见\n一、总体目标\n2024年起3年内，新增技师500名。\n二、主要任务\n（一）校企合作。3年内建设基地20个。\n",
            ["2026", "2026"], id="N年内 counts from a start that is stated once",
        ),
        pytest.param(
            "云岭市护林方案（2025—2027年）\n一、主要任务\n3年内新建管护站6座。\n", ["2027"], id="and from the period's first year"
        ),
        pytest.param(
            "云岭市护林方案\n一、2026年工作目标\n新建管护站6座。\n（一）植树。植树900亩。\n", ["2026", "2026"], id="a heading dates what is below it"
        ),
        pytest.param(
            "云岭市2026年政府工作报告\n一、今年工作\n今年的主要目标是：规上工业增加值增长6%，城镇新增就业3万人。\n",
            ["2026", "2026"], id="今年 is the year of the document",
        ),
        pytest.param(
            "云岭市护林方案（1996—2000年）\n一、目标\n到2000年，新建管护站6座。\n", ["2000"], id="years of another century"
        ),
        pytest.param(
            "云岭市护林方案（2051—2055年）\n一、目标\n到2055年，新建管护站6座。\n", ["2055"], id="and of a later half of this one"
        ),
    ],
)  # fmt: skip
def test_deadlines(text, deadlines):
    assert [target.deadline for target in extract(text).targets] == deadlines


@pytest.mark.parametrize(
    ("clause", "signed", "want"),
    [
        pytest.param(
            "各县于本方案印发后3个月内制定细则", "2025年10月19日", ["2026-01"], id="months, to the month"
        ),
        pytest.param(
            "印发之日起30日内，各部门出台措施", "2025年11月20日", ["2025-12-20"], id="days, to the day"
        ),
        pytest.param("各县于本方案印发后3个月内制定细则", "", [], id="a document without a date"),
        pytest.param("名单发布之日起7日内提出异议", "2025年11月20日", [], id="the print of something else"),
    ],
)
def test_dates_after_the_print(clause: str, signed: str, want: list[str]) -> None:
    text = f"云岭市治水实施方案（2026—2028年）\n云岭市人民政府\n{signed}\n一、要求\n{clause}。"
    assert [m.deadline for m in extract(text).milestones] == want
