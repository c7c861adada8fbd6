"""Three invented plans with the figures worked out by hand: values, units, empties, refusals, ladder, units, time."""

from decimal import Decimal
from pathlib import Path

from planlint import read_document
from planlint.comparing import facts_of

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
ONE, TWO, THREE = "云岭", "澄江", "石溪"


def values(cells):
    return {place: (cell.state, cell.value, cell.unit, cell.comparator) for place, cell in cells.items()}


def test_labels_are_places(samples) -> None:
    assert [plan.label for plan in samples.plans] == sorted((ONE, TWO, THREE))


def test_floor_space(samples) -> None:
    cells = samples.cells("科创载体面积", mode="新增")
    assert values(cells) == {
        (ONE, "2025"): ("value", Decimal(200000), "平方米", "="),
        (THREE, "2025"): ("placeholder", None, "平方米", "="),
    }
    part = samples.cells("孵化器面积", mode="新增")
    assert part[ONE, "2025"].value == 60000
    assert part[ONE, "2025"].part_of == "科创载体面积"
    assert part[TWO, None].value == 5000
    assert not samples.row("孵化器面积", mode="新增").comparable


def test_land_is_no_floor_space(samples) -> None:
    row = samples.row("高标准农田", mode="新增")
    assert row.key.dimension == "land"
    assert {cell.plan: cell.value for cell in row.cells} == {
        TWO: Decimal(600000),
        THREE: 900 * Decimal("666.67"),
    }
    assert {cell.plan: cell.given_unit for cell in row.cells} == {TWO: "平方公里", THREE: "亩"}


def test_stock_and_flow_are_two_bands(samples) -> None:
    raised = samples.cells("高新技术企业", mode="培育")
    assert {place: cell.value for place, cell in raised.items()} == {(TWO, "2025"): 10, (THREE, "2025"): 40}
    assert samples.cells("高新技术企业", mode="达到")[ONE, "2025"].value == 120
    assert raised[TWO, "2025"].softener == "力争"


def test_ranks_stand_in_comparable_bands_alone(samples) -> None:
    row = samples.row("高新技术企业", mode="培育")
    assert not row.comparable
    assert [reason.code for reason in row.reasons] == ["differs-mode"]
    assert {cell.plan: cell.rank for cell in row.cells} == {ONE: None, THREE: 1, TWO: 2}
    for row in samples.indicators:
        assert row.comparable == (not row.reasons)
        for cell in row.cells:
            assert cell.rank is None or row.bands[cell.band].comparable


def test_cumulative_is_not_compared_with_plain(samples) -> None:
    row = samples.row("科技型中小企业", mode="培育")
    assert not row.comparable
    assert [r.code for r in row.reasons] == ["differs-basis"]
    assert row.reasons[0].groups == (("累计", (ONE,)), (None, (TWO,)))


def test_three_kinds_of_empty(samples) -> None:
    small = samples.cells("科技型中小企业", mode="培育")
    assert small[THREE, None].state == "no-number"
    assert small[THREE, None].value is None
    assert samples.cells("科创载体面积", mode="新增")[THREE, "2025"].state == "placeholder"
    assert not any(plan == TWO for plan, _ in samples.cells("科创载体面积", mode="新增"))


def test_number_and_size_of_funds_are_two_rows(samples) -> None:
    assert samples.cells("基金", mode="新增")[THREE, "2025"].unit == "支"
    assert samples.cells("科技创新基金")[THREE, None].value == 300_000_000


def test_level_and_both_kinds(samples) -> None:
    both = samples.cells("众创空间、科技企业孵化器", "省及以上", "新增")
    assert both[ONE, "2025"].value == 6
    assert samples.cells("众创空间", "省", "新增")[TWO, "2022"].value == 1
    assert samples.cells("众创空间", "省", "达到")[TWO, "2025"].value == 3


def test_ladder(samples) -> None:
    row = next(r for r in samples.subsidies if r.object == "科技企业孵化器")
    assert {(c.plan, c.level): c.amount for c in row.cells} == {
        (ONE, "国家"): 400000,
        (ONE, "省"): 200000,
        (TWO, "省"): 150000,
    }
    terms = [term.quote for term in row.of(ONE, "国家")[0].terms]
    assert any("补差" in term for term in terms)
    assert any("不重复" in term for term in terms)


def test_hoped_for_money_of_the_province_is_no_municipal_subsidy(samples) -> None:
    cell = next(r for r in samples.subsidies if r.object == "创新平台").cells[0]
    assert (cell.plan, cell.amount, cell.verb, cell.payer, cell.own) == (
        THREE,
        5_000_000,
        "争取",
        "省",
        False,
    )


def test_units(samples) -> None:
    science = next(r for r in samples.units if r.canonical == "科学技术局")
    assert {c.plan: (c.lead, c.responsible, c.cooperate) for c in science.cells} == {
        ONE: (1, 2, 0),
        TWO: (1, 0, 0),
        THREE: (0, 1, 0),
    }
    assert {c.plan: c.names for c in science.cells}[TWO] == ("区科学技术局",)
    loads = {w.plan: (w.tasks, w.assigned, [t.heading for t in w.without]) for w in samples.workloads}
    assert loads == {ONE: (4, 3, ["强化人才支撑"]), TWO: (2, 2, []), THREE: (2, 1, ["设立科创基金"])}


def test_timeline_is_one_axis(samples) -> None:
    dates = [(e.date, e.plan, e.kind) for e in samples.timeline]
    assert dates[0] == ("2022", TWO, "target")
    assert ("2024-06", ONE, "milestone") in dates
    assert [date for date, _, _ in dates] == sorted(
        (date for date, _, _ in dates), key=lambda d: (d + "-12-31")[:10]
    )


def test_shared_passage_has_both_places(samples) -> None:
    (pair,) = samples.text.pairs
    assert {pair.first, pair.second} == {TWO, THREE}
    (passage,) = pair.passages
    assert passage.first_evidence.quote == passage.second_evidence.quote
    assert passage.first_evidence.quote.startswith("按照省级建设标准")
    shares = dict(samples.text.unique)
    assert shares[ONE] == 1
    assert shares[TWO] < 1


def test_year(compared, sample_paths) -> None:
    only = compared(sample_paths, year="2022")
    assert {cell.year for row in only.indicators for cell in row.cells if cell.state != "no-number"} == {
        "2022"
    }
    assert {event.date[:4] for event in only.timeline} == {"2022"}


def test_a_row_of_a_table_is_read_by_itself() -> None:
    plan = facts_of(read_document(SAMPLES / "tables.txt"))
    modes = {k.key.noun: k.key.mode for k in plan.targets if k.target.rule == "TBL-target"}
    assert modes == {
        "老旧小区改造面积": "达到", "既有住宅加装电梯": "达到", "停车位": "达到", "绿色出行比例": "占比", "人均公园绿地面积": "达到",
        "积水点": "达到",
    }  # fmt: skip
