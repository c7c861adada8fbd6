"""Tables with heads that no list holds: what stands in the cells says what a column is; invented tables of many kinds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from planlint import extract

TITLE = "云岭市高质量发展行动方案（2026—2028年）\n一、总体要求\n坚持统筹推进。\n二、重点安排\n"


def tabs(rows: list[str]) -> str:
    return TITLE + "\n".join("\t".join(row.split("|")) for row in rows) + "\n三、保障措施\n加强领导。\n"


def lines(rows: list[str]) -> str:
    return TITLE + "\n".join(cell for row in rows for cell in row.split("|")) + "\n三、保障措施\n加强领导。\n"


def wide(rows: list[str]) -> str:
    return TITLE + "\n".join(row.replace("|", "   ") for row in rows) + "\n三、保障措施\n加强领导。\n"


def targets(text: str) -> set[tuple]:
    return {(t.indicator, t.value, t.unit, t.deadline) for t in extract(text).targets}


def units(text: str) -> set[tuple]:
    return {(r.unit, r.role, r.deadline) for r in extract(text).responsibilities}


GOALS = [
    "序号|目标事项|计量|2025年底现状|2027|2028|牵头部门",
    "1|新建口袋公园|个|12|30|45|市园林局",
    "2|绿道总长|公里|80|130|160|市园林局",
]
LEVELS = [
    "目标层|准则层|指标层|计算单位|目标年（2028年）|指标类型",
    "宜居|环境|空气优良天数比率|%|≥92|约束性",
    "韧性|安全|避难场所面积|平方米/人|1.5|预期性",
]


@pytest.mark.parametrize("form", [tabs, lines, wide])
@pytest.mark.parametrize(
    ("rows", "want"),
    [
        pytest.param(
            GOALS,
            {("新建口袋公园", 30, "个", "2027"), ("新建口袋公园", 45, "个", "2028"), ("绿道总长", 130, "公里", "2027"), ("绿道总长", 160, "公里", "2028")},
            id="units of measure told by their cells",
        ),
        pytest.param(
            LEVELS, {("空气优良天数比率", 92, "%", "2028"), ("避难场所面积", Decimal("1.5"), "平方米/人", "2028")}, id="three levels"
        ),
        pytest.param(
            ["工作目标|量化指标|完成时限|牵头处室（单位）", "扩大招生|新增学位2000个|2026年9月|基教处", "提升师资|培训教师500人次|2027年|师资处"],
            {("学位", 2000, "个", "2026-09"), ("教师", 500, "人次", "2027")},
            id="indicators that hold their numbers",
        ),
        pytest.param(
            ["序号|存在问题|整改措施|整改目标|整改时限|整改责任单位", "1|排水不畅|疏通管网12公里|积水消除|2026年10月|市城管局",
             "2|照明不足|新装路灯300盏|亮灯率98%|2026年12月底|市供电公司"],
            {("管网", 12, "公里", "2026-10"), ("新装路灯", 300, "盏", "2026-12"), ("亮灯率", 98, "%", "2026-12")},
            id="a goal beside a task says what it is of",
        ),
        pytest.param(
            ["指标|单位|2024年|2025年|增长（%）", "工业增加值|亿元|210|230|9.5", "财政收入|亿元|31|33|6.5"], set(), id="growth beside the past"
        ),
    ],
)  # fmt: skip
def test_targets(form, rows: list[str], want: set) -> None:
    assert targets(form(rows)) == want


@pytest.mark.parametrize(
    ("rows", "want"),
    [
        pytest.param(
            ["任务|工作要点|谁来干|谁配合|啥时候完成", "优化办事|推行一窗受理|市政务服务局|市公安局|2026年9月底前", "改善交通|新开公交线路6条|市交通运输局|市公安局|2026年底"],
            {("市政务服务局", "responsible", "2026-09"), ("市公安局", "cooperate", "2026-09"), ("市交通运输局", "responsible", "2026"),
             ("市公安局", "cooperate", "2026")},
            id="only the task is known",
        ),
        pytest.param(
            ["编号|工程名称|建设规模|建设周期|责任主体", "1|东屏泵站扩建|新增泵站2座|2026—2027年|市水利局", "2|白石净水厂|日处理5万吨|2026年6月—2028年|市住建局"],
            {("市水利局", "responsible", "2027"), ("市住建局", "responsible", "2028")},
            id="a span of time ends when it ends",
        ),
        pytest.param(
            ["序号|政策名称|发文字号|主办单位|拟出台时间", "1|人才引育办法|云政发〔2026〕3号|市人社局|2026年8月", "2|招商奖励办法|—|市商务局|2026年11月"],
            {("市人社局", "lead", "2026-08"), ("市商务局", "lead", "2026-11")},
            id="policies",
        ),
    ],
)  # fmt: skip
def test_units(rows: list[str], want: set) -> None:
    assert units(tabs(rows)) == want


def test_a_column_of_years_needs_no_head() -> None:
    assert targets(tabs(["|公园（个）|绿道（公里）", "2026年|3|10", "2027年|4|12"])) == {
        ("公园", 3, "个", "2026"),
        ("绿道", 10, "公里", "2026"),
        ("公园", 4, "个", "2027"),
        ("绿道", 12, "公里", "2027"),
    }


def test_what_is_rewarded_may_be_called_anything() -> None:
    found = extract(
        tabs(["奖励事项|条件|奖补金额（万元）", "新认定国家级工厂|首次认定|50", "新认定省级工厂|首次认定|20"])
    ).subsidies
    assert [(b.beneficiary, b.amount) for b in found] == [
        ("新认定国家级工厂", 500_000),
        ("新认定省级工厂", 200_000),
    ]


def test_a_head_may_set_the_bound() -> None:
    found = extract(
        tabs(["控制指标|单位|现状|上限|下限", "用水总量|万立方米|12|13|—", "耕地保有量|亩|150|—|148"])
    ).targets
    assert [(t.indicator, t.comparator, t.value) for t in found] == [
        ("用水总量", "<=", 130_000),
        ("耕地保有量", ">=", 148),
    ]


def test_a_head_may_name_half_a_year() -> None:
    rows = [
        "重点项目|2026年上半年|2026年下半年|2027年|牵头单位",
        "环城绿道|完成设计|建成10公里|建成25公里|市园林局",
        "公园|1个|2个|3个|市园林局",
    ]
    assert targets(tabs(rows)) == {
        ("环城绿道", 10, "公里", "2026"), ("环城绿道", 25, "公里", "2027"), ("公园", 1, "个", "2026-06"), ("公园", 2, "个", "2026"),
        ("公园", 3, "个", "2027"),
    }  # fmt: skip


def test_the_number_of_a_caption_is_no_value() -> None:
    assert targets(TITLE + "表2 分年度目标\n指标|单位|2027年\n绿道|公里|130\n".replace("|", "\t")) == {
        ("绿道", 130, "公里", "2027")
    }
