"""Forms that goals take in annual plans: stages in headings, quarters, ratios to one, as many of each, bounds behind a list."""

from decimal import Decimal

import pytest

from planlint import extract

HEAD = "云岭市攻坚行动方案（2025—2027年）\n一、主要任务\n（一）工作。\n"


def targets(text: str) -> list[tuple]:
    found = extract(HEAD + text).targets
    return [(t.indicator, t.comparator, t.value, t.unit, t.deadline) for t in found]


def milestones(text: str, head: str = HEAD) -> list[tuple]:
    return [(m.deadline, m.quote) for m in extract(head + text).milestones]


def one(indicator: str, comparator: str, value: str, unit: str | None, deadline: str | None = None) -> tuple:
    return (indicator, comparator, Decimal(value), unit, deadline)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("城乡居民收入比缩小到1.9:1以内。", [one("城乡居民收入比", "<=", "1.9", None)]),
        ("孕产妇死亡率控制在12/10万以下。", [one("孕产妇死亡率", "<=", "12", "/10万")]),
        ("家电以旧换新达到15万台（套）。", [one("家电以旧换新", ">=", "150000", "台（套）")]),
        ("储能电芯产能达到60GWh。", [one("储能电芯产能", ">=", "60", "GWh")]),
        ("新建食堂、助餐点各8个。", [one("食堂", "=", "8", "个"), one("助餐点", "=", "8", "个")]),
        ("氮氧化物、扬尘排放量分别下降12%、10%以上。", [one("氮氧化物排放量", ">=", "12", "%"), one("扬尘排放量", ">=", "10", "%")]),
        ("移动冷库保有量达到3万台，较2023年增长1.5倍。", [one("移动冷库保有量", ">=", "30000", "台"), one("移动冷库保有量", "=", "1.5", "倍")]),
        ("食品产业产值过百亿元。", [one("食品产业产值", ">", "10000000000", "元")]),
        ("各镇至少引进5000万元以上项目2个。", [one("5000万元以上项目", ">=", "2", "个")]),
        ("每个县至少有1所医院达到三级水平。", [one("医院", ">=", "1", "所")]),
        ("生活污水治理率年内达到52%。", [one("生活污水治理率", ">=", "52", "%", "2025")]),
        ("3月至5月，开展宣讲30场。", [one("宣讲", "=", "30", "场", "2025-05")]),
        ("电芯产能2026年达到60吨。", [one("电芯产能", ">=", "60", "吨", "2026")]),
        ("良种覆盖率维持在97%。", [one("良种覆盖率", ">=", "97", "%")]),
    ],
)  # fmt: skip
def test_targets(text: str, want: list[tuple]) -> None:
    assert targets(text) == want


def test_a_stage_dates_what_stands_under_it() -> None:
    text = (
        "云岭市整治方案（2025年）\n一、步骤\n（一）摸底阶段（2025年2月底前）。入户调查，同意率达到95%以上。\n"
        "（二）实施阶段（2025年3月—11月）\n全面开工。\n"
    )
    found = extract(text)
    assert [(m.deadline, m.quote) for m in found.milestones] == [
        ("2025-02", "（一）摸底阶段（2025年2月底前）"),
        ("2025-11", "（二）实施阶段（2025年3月—11月）"),
    ]
    assert [t.deadline for t in found.targets] == ["2025-02"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("二季度举办汽车博览会。", [("2025-06", "二季度举办汽车博览会")]),
        ("10月举办招商大会。", [("2025-10", "10月举办招商大会")]),
        ("市医院新院区三季度投入使用。", [("2025-09", "市医院新院区三季度投入使用")]),
        ("开工建设港口二期，力争2026年投入运营。", [("2026", "力争2026年投入运营")]),
        ("年底前完成危房清零，2026年上半年全部验收。", [("2025", "年底前完成危房清零"), ("2026-06", "2026年上半年全部验收")]),
        ("2027年前完成第三次普查成果应用。", [("2027", "2027年前完成第三次普查成果应用")]),
        ("到2027年，实现以下目标：", []),
        ("每季度举办博览会。", []),
    ],
)  # fmt: skip
def test_milestones(text: str, want: list[tuple]) -> None:
    assert milestones(text) == want


def test_years_in_the_opening_sentence_are_the_period() -> None:
    found = extract(
        "云岭市攻坚方案\n经研究，决定自2025年至2027年在全市开展三年攻坚行动。\n一、任务\n三年内招聘医生600名。\n"
    )
    assert (found.document.period.start, found.document.period.end) == (2025, 2027)
    assert found.targets[0].deadline == "2027"


def test_a_validity_from_new_year_ends_with_a_year() -> None:
    text = "云岭市考核细则\n一、考核\n二、附则\n本细则自2025年1月1日起施行，有效期2年。\n"
    assert extract(text).document.period.end == 2026
