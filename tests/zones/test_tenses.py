"""Which tense a number of the text stands in: what was reached, what is planned, what is right at any time."""

import pytest

from planlint.pipeline import read

PLAN = "云岭市消费促进行动方案（2025—2027年）\n"
REPORT = "云岭市2026年政府工作报告\n——2026年1月20日在云岭市第五届人民代表大会第六次会议上\n各位代表：\n"


def tense_at(text: str) -> str:
    """The tense at ⟦ of a text."""
    at = text.index("⟦")
    reading = read(text.replace("⟦", ""))
    return reading.zones.at(reading.clean.text.index(text[at + 1 : at + 6])).tense


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        pytest.param(PLAN + "一、发展目标\n新建商业街区⟦12条，改造市场3个。\n", "plan", id="below a heading of goals"),
        pytest.param(PLAN + "一、发展现状\n建成商业街区⟦12条，改造市场3个。\n", "review", id="below a heading of the present state"),
        pytest.param(PLAN + "一、夯实发展基础\n建成商业街区⟦12条，改造市场3个。\n", "plan", id="a heading that sets out to do something reviews nothing"),
        pytest.param(PLAN + "一、发展目标\n（一）特色发展成效显著\n建成商业街区⟦12条，改造市场3个。\n", "plan", id="below goals nothing is review"),
        pytest.param(PLAN + "一、主要任务\n目前，全市有商业街区⟦12条，到2027年达到20条。\n", "review", id="an aspect holds in its half-sentence"),
        pytest.param(PLAN + "一、主要任务\n目前，全市有商业街区12条，到2027年达到⟦20条，服务更好。\n", "plan", id="until a time of the plan takes over"),
        pytest.param(PLAN + "一、主要任务\n2023年全市建成商业街区⟦12条，改造市场3个。\n", "review", id="a year before the plan"),
        pytest.param(PLAN + "一、主要任务\n五年来，全市建成商业街区12条。改造市场⟦30个，惠及居民。\n", "review", id="an opener holds on over sentences"),
        pytest.param(PLAN + "一、主要任务\n五年来，全市建成商业街区12条。下一步，改造市场⟦30个，惠及居民。\n", "plan", id="until another opener"),
        pytest.param(PLAN + "一、主要任务\n覆盖率由去年的25%提高到⟦35%，惠及居民。\n", "plan", id="a base of comparison is no past"),
        pytest.param(REPORT + "一、2025年工作回顾\n新增就业⟦12万人，惠及居民。\n", "review", id="a report's review"),
        pytest.param(REPORT + "一、2025年工作回顾\n新增就业3万人。\n二、2026年重点工作\n新增就业⟦12万人，惠及居民。\n", "plan", id="a report's plan"),
        pytest.param(REPORT + "2025年工作回顾\n新增就业⟦12万人，惠及居民。\n2026年重点工作\n新增就业3万人。\n", "review", id="headings without numbers"),
        pytest.param("关于《云岭市人才办法》的问答\n问：成效如何？\n答：我市将引进人才⟦120名，服务更好。\n", "told", id="an interview promises nothing"),
    ],
)  # fmt: skip
def test_tense(text, tense):
    assert tense_at(text) == tense


def test_zones_divide_the_text_in_order():
    reading = read(PLAN + "一、发展现状\n建成12条。\n二、发展目标\n到2027年建成20条。\n" * 3)
    starts = [zone.start for zone in reading.zones.all]
    assert starts == sorted(set(starts))
