"""Times and what they govern: years in lists, dates that only close their clause, bullets, titles of one year, thresholds of a subject."""

from decimal import Decimal

import pytest

from planlint import extract

HEAD = "云岭市发展行动方案（2024—2026年）\n一、主要任务\n"


def targets(text: str, head: str = HEAD) -> list[tuple]:
    return [
        (t.indicator, t.value if t.value is None else float(t.value), t.deadline)
        for t in extract(head + text).targets
    ]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("联合抽查占比2024年、2025年、2026年分别达到30%、40%、50%。",
         [("联合抽查占比", 30, "2024"), ("联合抽查占比", 40, "2025"), ("联合抽查占比", 50, "2026")]),
        ("到2025年、2026年光伏装机分别达到32万千瓦和60万千瓦，其中户用占一半以上。",
         [("光伏装机", 320_000, "2025"), ("光伏装机", 600_000, "2026"), ("户用占", 0.5, "2026")]),
        ("2025年底前街道层面覆盖率不低于90%。", [("街道层面覆盖率", 90, "2025")]),
        ("县医院新院区2025年10月投用，每千人口医师达3.2人。", [("每千人口医师", 3.2, None)]),
        ("——实施疏港铁路，计划2025年建成。\n——培育平台企业20家。", [("平台企业", 20, None)]),
        ("到2026年，主要实现以下目标：\n——建成泊位8个，2025年6月投用。\n——培育平台企业20家。",
         [("泊位", 8, "2026"), ("平台企业", 20, "2026")]),
        ("铁路货运量占比由8%提高到12%。", [("铁路货运量占比", 12, None)]),
        ("肉类、果蔬、水产品冷链流通率分别提升至85%、40%和90%。",
         [("肉类冷链流通率", 85, None), ("果蔬冷链流通率", 40, None), ("水产品冷链流通率", 90, None)]),
        ("城镇新建建筑中装配式占比达40%。", [("城镇新建建筑中装配式占比", 40, None)]),
        ("森林蓄积量净增120万立方米。", [("森林蓄积量", 1_200_000, None)]),
        ("新开通公交线路12条，更换老旧管道180公里。", [("公交线路", 12, None), ("老旧管道", 180, None)]),
        ("村集体经济收入20万元以上的村占比达到七成。", [("村集体经济收入20万元以上的村占比", 7, None)]),
        ("工具普及率、工序数控化率分别超过90%、75%。", [("工具普及率", 90, None), ("工序数控化率", 75, None)]),
        ("淘汰国三及以下柴油货车800辆。", [("国三及以下柴油货车", 800, None)]),
        ("农村低保年人均不低于6600元。", [("农村低保", 6600, None)]),
        ("设立总规模50亿元生物医药母基金。", [("生物医药母基金总规模", 5_000_000_000, None)]),
        ("人均住房不足15平方米的低保家庭应保尽保。", []),
    ],
)  # fmt: skip
def test_targets(text: str, want: list[tuple]) -> None:
    assert targets(text) == want


@pytest.mark.parametrize(
    ("title", "due"),
    [("2024年云岭市城市更新工作要点", "2024"), ("云岭市2024年城市更新实施方案", "2024"), ("云岭市城市更新实施方案", None)],
)  # fmt: skip
def test_a_title_of_one_year_dates_its_plan(title: str, due: str | None) -> None:
    assert targets("更换老旧管道180公里。", title + "\n一、主要任务\n") == [("老旧管道", 180, due)]


def test_a_table_without_a_date_begins_behind_the_year_that_the_prose_counts_from() -> None:
    text = "到2025年，托位数由2020年的1.7个增至4.6个。\n序号\t指标\t单位\t2020年\t2025年\n1\t护理型床位占比\t%\t48\t58\n2\t老年大学\t所\t3\t12\n"
    rows = [t for t in extract("云岭市养老方案\n一、目标\n" + text).targets if t.in_table]
    assert [(t.indicator, t.value, t.deadline, t.baseline) for t in rows] == [
        ("护理型床位占比", Decimal(58), "2025", Decimal(48)),
        ("老年大学", Decimal(12), "2025", Decimal(3)),
    ]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("对投保企业给予保费30%的补助，每家每年至多补助10万元。", [(None, 0.3, 100_000)]),
        ("企业贷款利息按50%贴补，年贴息额以100万元为限。", [(None, 0.5, 1_000_000)]),
        ("首次认定的奖励20万元；复核通过的，按首次认定标准的一半给予奖励。", [(200_000, None, None), (None, 0.5, None)]),
        ("对完成Ⅰ、Ⅱ期临床试验的，按临床费用的40%，分别给予最高300万元、500万元资助。", [(None, 0.4, 3_000_000), (None, 0.4, 5_000_000)]),
        ("第四条 取得注册证书并产业化的：1类新药每个1000万元；2类新药每个300万元。", [(10_000_000, None, None), (3_000_000, None, None)]),
        ("置换更新的，按新车价格10万元（不含）以下、10万元至20万元、20万元以上三档，分别补贴3000元、5000元、8000元。",
         [(3000, None, None), (5000, None, None), (8000, None, None)]),
        ("设备投资达标的，按投资额10%分期给予不超过3000万元补助。", [(None, 0.1, 30_000_000)]),
        ("设备更新贷款财政贴息不低于1个百分点。", [(None, 0.01, None)]),
        ("硕士以上每人每年补1.2万元。", [(12_000, None, None)]),
    ],
)  # fmt: skip
def test_sums(text: str, want: list[tuple]) -> None:
    subsidies = extract("云岭市若干措施\n" + text).subsidies
    assert [(b.amount, None if b.rate is None else float(b.rate), b.cap) for b in subsidies] == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("二、职责分工\n市自然资源局：负责供地。\n市财政局：配合整合资金。\n", [("市自然资源局", "responsible"), ("市财政局", "cooperate")]),
        ("二、有关事项\n市财政局：统筹整合资金。\n", []),
        ("各县（市、区）党委、政府是责任主体，要制定方案。\n", [("各县（市、区）党委、政府", "responsible")]),
    ],
)  # fmt: skip
def test_units(text: str, want: list[tuple]) -> None:
    assert [(r.unit, r.role) for r in extract(HEAD + text).responsibilities] == want
