"""What looks like a table and is none, and tables that are broken: no row is made up, and nothing takes long."""

from __future__ import annotations

import random

import pytest

from planlint import decode_document, extract
from planlint.model.document import SourceDocument
from planlint.pipeline import DEFAULT_RULES
from planlint.tables import find_tables, fitting

CONTENTS = "目录\n第一章 主要指标\n1\n第二章 重点任务\n5\n第三章 责任单位\n12\n第四章 完成时限\n18\n"
CONTACTS = "序号\n姓名\n工作单位\n联系电话\n1\n陈一\n市水利局\n12345678\n2\n林二\n市教育局\n87654321\n"
BIBLIOGRAPHY = "参考文献\n[1] 张三. 城市治理研究[J]. 云岭学刊, 2021(3): 12-18.\n[2] 李四. 指标体系构建[M]. 云岭: 云岭出版社, 2019.\n"
CODE = "def target(unit):\n    items = [1, 2, 3]\n    return {'单位': unit, '目标': items}\n\nfor i in range(10):\n    print(i)\n"
HEAD_ONLY = "序号\n重点任务\n牵头单位\n完成时限\n\n三、保障措施\n加强统筹。\n"
RAGGED = "序号\t重点任务\t牵头单位\n1\t建泵站\n\t\t\t\t\t\n市水利局\n2\t3\t4\t5\t6\t7\n"
NORMS = "防护等级\t常住人口（万人）\t防洪标准（重现期/年）\nⅠ\t≥150\t≥200\nⅡ\t50—150\t100—200\n"
SCORES = "序号\t考核内容\t分值\t评分标准\n1\t完成率\t20\t每少1个百分点扣2分\n2\t满意度\t15\t达到90%得满分\n"
ONE_LINE = "健全平台经济分类标准和统计制度，建设数据库（责任单位另行确定）六、开展示范创新。推动平台开放共享，形成良好生态。"
RAGGED_LINES = "序号\n重点任务\n牵头单位\n1\n建泵站\n2\n3\n市水利局\n4\n5\n"
CONTENTS_WITH_PAGES = "目  录\n一、主要指标 ........ 1\n二、重点任务 ........ 5\n三、责任单位 ........ 12\n附表1 主要指标 ........ 20\n"
CONTACT_ROWS = (
    "序号\t责任单位\t联系人\t联系电话\n1\t市水利局\t陈一\t0571-12345678\n2\t市教育局\t林二\t0571-87654321\n"
)
SOURCES = "序号\t文献\t出处\t年份\n1\t城市治理研究\t云岭学刊\t2021年\n2\t指标体系构建\t云岭出版社\t2019年\n"
SCRIPT = "指标\t单位\t目标\n----\t----\t----\nfor i in range(10):\n\tprint(i)\n\tx = {'目标': 3}\n"
PRICES = "序号\t设备名称\t规格\t数量\t单价（元）\n1\t水泵\tDN100\t3\t2000\n2\t电机\t5kW\t2\t3000\n"
LIMITS = "污染物\t限值（mg/L）\t监测位置\nCOD\t50\t总排口\n氨氮\t5\t总排口\n"
SIZES = "行业\t中型\t小型\n工业\t300人以上\t20人以上\n建筑业\t6000万元以上\t300万元以上\n"
TOLD = "任务\t完成情况\n新建公园\t已建成3个\n改造管网\t已完成12公里\n"
MEMBERS = "职务\t姓名\t单位及职务\n组长\t张某\t市政府副市长\n成员\t李某\t市水利局局长\n"
MARKUP = "<table><tr><td>指标</td><td><table><tr><td>甲</td><td>3</td></tr></table></td></tr><tr><td>乙</td><td>5</td></tr></table>"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(CONTENTS, id="table of contents"),
        pytest.param(CONTACTS, id="contact list"),
        pytest.param(BIBLIOGRAPHY, id="bibliography"),
        pytest.param(CODE, id="code"),
        pytest.param(HEAD_ONLY, id="a head without rows"),
        pytest.param(RAGGED, id="ragged rows"),
        pytest.param(RAGGED_LINES, id="ragged rows, a cell a line"),
        pytest.param(CONTENTS_WITH_PAGES, id="table of contents with dots"),
        pytest.param(CONTACT_ROWS, id="contact list under 责任单位"),
        pytest.param(SOURCES, id="bibliography in rows"),
        pytest.param(SCRIPT, id="code with tabs below heads"),
        pytest.param(PRICES, id="prices"),
        pytest.param(LIMITS, id="limits"),
        pytest.param(SIZES, id="classes of size"),
        pytest.param(TOLD, id="what was done"),
        pytest.param(MEMBERS, id="members of a group"),
        pytest.param(NORMS, id="norms of construction"),
        pytest.param(SCORES, id="points of scoring"),
        pytest.param(ONE_LINE, id="heads side by side in a text of one line"),
    ],
)
def test_no_facts_are_made_up(text: str) -> None:
    found = extract("云岭市排水方案（2026—2028年）\n一、总则\n" + text)
    assert (found.targets, found.responsibilities, found.milestones, found.subsidies) == ((), (), (), ())


def test_cells_of_other_tables_are_no_sentence() -> None:
    """What stands in one cell is never said of what stands in the next: 停车 | 5元 | 市发改委文件."""
    rows = "项目\t收费\t依据\n停车\t5元/小时\t市发改委文件\n垃圾\t6元/月\t市发改委文件\n"
    assert extract("云岭市方案（2026—2028年）\n一、任务\n" + rows).targets == ()


def test_a_table_in_a_table_is_layout() -> None:
    found = extract(
        decode_document(f"<html><body><p>云岭市方案</p>{MARKUP}</body></html>".encode(), "a.html")
    )
    assert (found.targets, found.clean.tables) == ((), ())


def _words(count: int) -> str:
    rng = random.Random(7)
    return "\n".join(rng.choice(["山水", "任务", "城市", "指标", "白云", "单位"]) for _ in range(count))


def test_single_words_are_no_table() -> None:
    assert _tables(_words(3000)) == ()


def _tables(text: str):
    return find_tables(SourceDocument("plan.txt", text, ""), DEFAULT_RULES)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            lambda n: (
                "序号\n重点任务\n牵头单位\n"
                + "".join(f"{i}\n整治山塘\n疏浚河道\n市水利局\n" for i in range(1, n))
            ),
            id="numbered",
        ),
        pytest.param(
            lambda n: "重点任务\n牵头单位\n配合单位\n" + "整治山塘\n市水利局\n市财政局\n市教育局\n" * n,
            id="doubtful",
        ),
        pytest.param(_words, id="words"),
        pytest.param(lambda n: "序号\n指标\n单位\n目标\n" * n, id="nothing but heads"),
    ],
)
def test_the_work_grows_with_the_text(lines, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted by the cells that are held against a column."""
    counts = []
    misfit = fitting.misfit
    for size in (100, 400):
        seen = 0

        def counted(*args):
            nonlocal seen
            seen += 1
            return misfit(*args)

        monkeypatch.setattr(fitting, "misfit", counted)
        _tables(lines(size))
        counts.append(seen)
    assert counts[1] <= 5 * counts[0] + 1000


def test_a_list_of_head_words_costs_few_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that are heads themselves fill no row: hardly a cell is held against a column."""
    draw = random.Random(1)
    known = ["指标", "任务", "工作", "目标", "建设", "内容", "项目", "序号", "牵头单位", "领域"]
    seen = 0
    misfit = fitting.misfit

    def counted(*args):
        nonlocal seen
        seen += 1
        return misfit(*args)

    monkeypatch.setattr(fitting, "misfit", counted)
    assert _tables("".join(draw.choice(known) + "\n" for _ in range(2000))) == ()
    assert seen < 2000


def test_wide_and_long_tables_are_read() -> None:
    wide = (
        "\t".join(["序号", "指标", *(f"{2026 + i % 5}年" for i in range(198))])
        + "\n"
        + "\t".join(str(i) for i in range(200))
    )
    assert len(_tables(wide)[0].columns) == 200
    long = "序号\t重点任务\t牵头单位\n" + "".join(f"{i}\t整治第{i}处\t市水利局\n" for i in range(1, 5001))
    assert len(_tables(long)[0].rows) == 5000


def test_digits_are_no_table() -> None:
    assert _tables("1" * 5_000_000) == ()
    assert _tables("序号\n指标\n目标\n" + "1\n" * 100_000) == ()
    assert _tables("1\t2\t3\n" * 50_000)[0].columns[0].kind is None
    assert _tables("序号指标名称单位2025年2030年指标属性" + "1" * 200_000) in ((), _tables(""))


def test_headings_behind_heads_in_a_sentence_stay_headings() -> None:
    text = (
        "云岭市平台经济方案（2026—2028年）\n一、健全统计。完善平台经济分类标准和统计制度，建设数据库，加快形成发展格局。"
        "（责任单位：市统计局）二、开展示范创新。推动平台开放共享。（责任单位：市发展改革委）"
    )
    assert _tables(text) == ()
    assert [(r.unit, r.section) for r in extract(text).responsibilities] == [
        ("市统计局", "一、"),
        ("市发展改革委", "二、"),
    ]
