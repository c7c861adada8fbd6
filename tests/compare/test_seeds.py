"""The table of the design, with the figures by hand, on the five real plans."""

from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"


SEEDS = [CORPUS / name for name in (
    "000_18c465306508e244.txt", "001_72fd790f007626e2.txt", "002_76c9e674736c51fb.txt", "003_ee6c8d2ace09d8c6.txt",
    "004_e76ead47ac12de58.txt",
)]  # fmt: skip
pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the real plans are kept in ../shared, which is not here"
)


@pytest.fixture(scope="module")
def seeds(compared):
    return compared(SEEDS)


# noun, level, mode: {(plan, year): (value, comparator, aspirational)}
TABLE = [
    ("孵化面积", None, "达到", {("济源", "2025"): (100_000, ">=", False)}),
    ("科创载体面积", None, "新增", {("江都", "2025"): (200_000, ">=", False)}),
    ("孵化器面积", None, "新增", {("江都", "2025"): (60_000, ">=", False), ("沂源", None): (5_000, "=", False)}),
    ("高新技术企业", None, "培育", {
        ("济源", "2025"): (40, ">=", False), ("晋城", "2026"): (30, "=", False), ("沂源", "2025"): (10, ">=", True),
    }),
    ("科技型中小企业", None, "培育", {
        ("晋城", "2026"): (60, "=", False), ("江都", "2025"): (340, ">", False), ("沂源", "2022"): (10, ">=", False),
    }),
    ("科技企业孵化器", "省", "新增", {("济源", "2025"): (1, "=", True)}),
    ("众创空间、科技企业孵化器", "省及以上", "新增", {("江都", "2025"): (6, ">=", False)}),
    ("众创空间", "省", "新增", {("沂源", "2022"): (1, "=", False)}),
    ("众创空间", "省", "达到", {("沂源", "2025"): (3, ">=", True)}),
    ("科技创新基金", None, None, {("晋城", "2026"): (300_000_000, ">=", False)}),
    ("创投机构、基金", None, None, {("济源", "2025"): (5, ">=", False)}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("noun", "level", "mode", "expected"), TABLE, ids=[f"{n}-{m}" for n, _, m, _ in TABLE]
)
def test_row(seeds, noun, level, mode, expected) -> None:
    cells = seeds.cells(noun, level, mode)
    got = {
        place: (cell.value, cell.comparator, cell.aspirational)
        for place, cell in cells.items()
        if cell.state == "value"
    }
    assert got == expected


def test_labels(seeds) -> None:
    assert {"济源", "江都", "晋城", "沂源"} < {plan.label for plan in seeds.plans}


def test_cumulative_is_refused(seeds) -> None:
    row = seeds.row("科技型中小企业", mode="培育")
    assert not row.comparable
    assert row.reasons[0].groups == (("累计", ("江都",)), (None, ("晋城", "沂源")))


def test_the_template_is_blank(seeds) -> None:
    blank = [cell for row in seeds.indicators for cell in row.cells if cell.state == "placeholder"]
    assert len(blank) >= 14
    assert all(cell.value is None for cell in blank)


def test_hoped_for_money_is_in_no_municipal_column(seeds) -> None:
    hoped = [cell for row in seeds.subsidies for cell in row.cells if cell.plan == "济源"]
    assert {(cell.payer, cell.own) for cell in hoped} == {("省", False)}
    assert all(cell.own for row in seeds.subsidies for cell in row.cells if cell.plan == "江都")


def test_ladder(seeds) -> None:
    steps = {
        (row.object, cell.level): (cell.amount, cell.rate)
        for row in seeds.subsidies
        for cell in row.cells
        if cell.plan == "江都" and cell.rate is None
    }
    assert steps["科技企业孵化器", "国家"][0] == 400_000
    assert steps["科技企业孵化器", "省"][0] == 200_000
    assert steps["众创空间", "国家"][0] == 300_000
    assert steps["众创空间", "省"][0] == 100_000
