"""Who answers for a task: lists by their place and grammar, sentences of duty, items headed by a unit, roles that the document gives."""

import pytest

from planlint.pipeline import extract
from planlint.rulebook import Rulebook

RULES = Rulebook()


def units(text: str) -> dict[str, str]:
    return {unit.unit: unit.role for unit in extract(text).responsibilities}


def plan(closing: str) -> str:
    own_line = "" if closing[0] in "（[【(" else "\n"
    return f"青禾县农村供水方案\n一、主要任务\n（一）改造管网。分片推进实施。{own_line}{closing}\n（二）保护水源。划定保护区。\n"


def roles(**of: str) -> dict[str, str]:
    return {unit: role for role, names in of.items() for unit in names.split()}


@pytest.mark.parametrize(
    ("closing", "want"),
    [
        ("（县水利局、县财政局）", roles(responsible="县水利局 县财政局")),
        ("（县水利局牵头，县财政局、各乡镇人民政府配合）", roles(lead="县水利局", cooperate="县财政局 各乡镇人民政府")),
        ("（由县水利局牵头负责，县财政局、县住建局等部门配合）", roles(lead="县水利局", cooperate="县财政局 县住建局")),
        ("（县水利局会同县财政局、县住建局负责）", roles(responsible="县水利局")),
        ("（县水利局负责指导，各镇政府负责实施）", roles(responsible="县水利局 各镇政府")),
        ("（县水利局、县财政局等县级有关部门和单位按职责分工负责）", roles(responsible="县水利局 县财政局 县级有关部门和单位")),
        ("（责任单位：县水利局及县直相关部门）", roles(responsible="县水利局 县直相关部门")),
        ("（牵头单位：县委宣传部、县文明办，配合单位：县教育局（县语委办）、团县委）", roles(lead="县委宣传部 县文明办", cooperate="县教育局 团县委")),
        ("（牵头单位县水利局，配合单位县财政局）", roles(lead="县水利局", cooperate="县财政局")),
        ("（主办：县水利局；协办：县财政局、县河长办）", roles(lead="县水利局", cooperate="县财政局 县河长办")),
        ("【牵头单位：县水利局】【配合单位：县财政局】", roles(lead="县水利局", cooperate="县财政局")),
        ("牵头部门：县水利局  配合部门：县财政局", roles(lead="县水利局", cooperate="县财政局")),
        ("责任单位：县水利局，县财政局", roles(responsible="县水利局 县财政局")),
        ("（责任单位：县水利局；县财政局；县住建局按职责分工负责）", roles(responsible="县水利局 县财政局 县住建局")),
        ("（县水利局/县财政局）", roles(responsible="县水利局 县财政局")),
        ("（责任单位:县水利局,县财政局.）", roles(responsible="县水利局 县财政局")),
        ("（县水利局、县财政局，2026年12月底前完成）", roles(responsible="县水利局 县财政局")),
        ("（责任单位：青禾移动、青禾铁塔、县工信局、绿源供水）", roles(responsible="青禾移动 青禾铁塔 县工信局 绿源供水")),
        ("（责任单位：各镇（街道）、村（社区））", roles(responsible="各镇（街道） 村（社区）")),
        ("（市水利局、各市、县〔市、区〕政府等按职责分工推进）", roles(responsible="市水利局 各市、县〔市、区〕政府")),
        ("（责任科室：规划科、水政科）", roles(responsible="规划科 水政科")),
        ("（责任单位：县发展和改革局、县工业和信息化局和县财政局）", roles(responsible="县发展和改革局 县工业和信息化局 县财政局")),
        ("（医保、医疗、医药主管部门按职责分工负责）", roles(responsible="医保、医疗、医药主管部门")),
        ("（责任领导：李某；责任单位：县水利局；责任人：县水利局局长）", roles(responsible="县水利局")),
        ("县水利局、县财政局，各镇人民政府", roles(responsible="县水利局 县财政局 各镇人民政府")),
        ("（县委、县政府确定的重点项目）", {}),
        ("（含县水利局、县财政局）", {}),
        ("（东部、中部、西部）", {}),
        ("（教育、医疗、养老）", {}),
        ("（县委书记、县长）", {}),
        ("实施单位：鼓励供水企业、合作社建设水厂，完善设施，提升水质，健全制度。", {}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_lists_that_close_a_task(closing, want) -> None:
    assert units(plan(closing)) == want


@pytest.mark.parametrize(
    "sentence",
    [
        "设立成员单位（县水利局、县财政局）。其他工作照常。",
        "会审由三局一办（县水利局、县财政局）承担费用。",
        "咨询电话为2100000（县水利局）。其他事项照常。",
    ],
)
def test_brackets_that_explain(sentence) -> None:
    assert units(f"青禾县供水方案\n一、任务\n（一）改造管网。{sentence}\n") == {}


@pytest.mark.parametrize("row", RULES.words("duties")["examples"], ids=lambda row: row["text"])
def test_sentences_of_duty(row) -> None:
    assert units(f"青禾县供水方案\n一、任务\n（一）改造管网。{row['text']}\n") == row["units"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("（首位为牵头单位，其余配合）\n一、任务\n（一）清淤。分段。（县城管局、县住建局）\n", {"县城管局": "lead", "县住建局": "cooperate"}),
        ("一、任务\n（一）清淤。分段。（县城管局；县住建局）\n注：分号前为主办单位，分号后为协办单位。\n", {"县城管局": "lead", "县住建局": "cooperate"}),
        ("一、任务\n（一）清淤。分段。（县城管局，县住建局、县林业局。逗号前为牵头单位，下同）\n",
         {"县城管局": "lead", "县住建局": "responsible", "县林业局": "responsible"}),
        ("带*的为牵头单位，其余为配合单位。\n一、任务\n（一）清淤。分段。（县城管局、*县住建局）\n", {"县城管局": "cooperate", "县住建局": "lead"}),
        ("首位为牵头单位，其余配合。\n一、任务\n（一）清淤。分段。（县城管局、县住建局负责）\n", {"县城管局": "responsible", "县住建局": "responsible"}),
        ("首位为牵头单位，其余配合。\n一、任务\n（一）清淤。分段。（县城管局）\n", {"县城管局": "responsible"}),
    ],
)  # fmt: skip
def test_roles_that_the_document_gives_all_lists(text, want) -> None:
    assert units("青禾县河道方案\n" + text) == want


def test_items_headed_by_units() -> None:
    text = "青禾县校园供水方案\n一、工作职责\n1.县教育局：加强校园巡查。\n2.县水利局：配合做好检测。\n二、各方分工\n1.各中小学校。由分管领导组织检查。\n2.县供水公司。按月检测。\n"
    assert units(text) == {"县教育局": "responsible", "县水利局": "cooperate", "各中小学校": "responsible", "县供水公司": "responsible"}  # fmt: skip


def test_a_short_name_is_spelt_out() -> None:
    report = extract(
        "云岭市低空方案\n云岭高新技术产业开发区（以下简称“高新区”）是主阵地。\n一、任务\n（一）建设起降点。分批建设。（高新区管委会）\n"
    )
    assert [unit.canonical for unit in report.responsibilities] == ["云岭高新技术产业开发区管理委员会"]
