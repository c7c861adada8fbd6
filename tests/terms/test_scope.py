"""Scope rules: wordings of what a place in a list means, and which lists each rules."""

import pytest

from planlint.model.document import CleanText, SourceDocument
from planlint.model.terms import ScopeRule
from planlint.pipeline import extract
from planlint.rulebook import Rulebook
from planlint.terms.scope import contradictions, find_scope

RULES = Rulebook()


def clean(text: str) -> CleanText:
    return CleanText(text, SourceDocument("<text>", text, ""))


def said(rules: tuple[ScopeRule, ...]) -> list[tuple[str, str, str | None]]:
    return [(rule.position, rule.role, rule.rest) for rule in rules]


@pytest.mark.parametrize("row", RULES.words("scope")["examples"], ids=lambda row: row["text"])
def test_examples_of_the_lexicon(row) -> None:
    assert said(find_scope(clean(row["text"]), RULES)) == [tuple(rule) for rule in row["rules"]]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("注：第一个为牵头单位，其他为配合单位。", [("first", "lead", "cooperate")]),
        (
            "以上任务由多个部门共同承担的，排在第一位的为牵头部门，其余为配合部门。",
            [("first", "lead", "cooperate")],
        ),
        ("（各项任务后所列单位，第一个为牵头单位，其他为参与单位）", [("first", "lead", "cooperate")]),
        ("注：排名首位的部门牵头，其他部门配合。", [("first", "lead", "cooperate")]),
        ("（责任单位排第一位的为牵头单位，下同）", [("first", "lead", None)]),
        (
            "两个以上单位共同负责的，列首位的单位牵头，其他单位按照职责分工配合",
            [("first", "lead", "cooperate")],
        ),
        (
            "说明：责任单位中，排在首位的为牵头单位，其他单位按职责分工负责。",
            [("first", "lead", "responsible")],
        ),
        ("责任单位第一家为牵头单位", [("first", "lead", None)]),
        ("列第一位者为牵头单位，以下同", [("first", "lead", None)]),
        ("每项任务中第一个单位为第一责任单位，其余为协办单位。", [("first", "lead", "cooperate")]),
        ("牵头单位为排在首位的单位。", [("first", "lead", None)]),
        ("以排在最前的部门为牵头部门", [("first", "lead", None)]),
        ("多部门任务，以第一个部门为主牵头，其他部门协同配合。", [("first", "lead", "cooperate")]),
        ("逗号前为牵头单位，逗号后为配合单位。", [("before", "lead", "cooperate")]),
        ("列逗号之前的为牵头单位，逗号之后的为参与单位，下同", [("before", "lead", "cooperate")]),
        ("逗号以前的单位负责牵头", [("before", "lead", None)]),
        ("“；”前的单位为牵头单位，“；”后的单位为配合单位", [("before", "lead", "cooperate")]),
        ("分号前面的是主办单位，后面的是协办单位", [("before", "lead", "cooperate")]),
        ("逗号之前的部门牵头，其余部门按职责分工落实。", [("before", "lead", "responsible")]),
        ("本清单中，顿号前为牵头单位，其他为配合单位。", [("before", "lead", "cooperate")]),
        ("斜杠（/）前为牵头单位，斜杠后为配合单位。", [("before", "lead", "cooperate")]),
        ("标★的为牵头单位", [("marked", "lead", None)]),
        ("注：带“*”号的单位为牵头单位，其余为配合单位", [("marked", "lead", "cooperate")]),
        ("责任单位中加*的为牵头单位。", [("marked", "lead", None)]),
        ("标注▲的单位为牵头单位，其他单位为配合单位。", [("marked", "lead", "cooperate")]),
        ("牵头单位排在首位，其他单位为配合单位。", [("first", "lead", "cooperate")]),
        ("首位单位为牵头单位，不再逐一注明。", [("first", "lead", None)]),
        ("其中排序第一的为牵头单位", [("first", "lead", None)]),
        ("排第一的单位总牵头，其余单位各司其职、协同配合。", [("first", "lead", "cooperate")]),
        ("责任单位有两个及以上的，第一个单位为牵头单位。", [("first", "lead", None)]),
        ("责任部门名列第一的为牵头责任部门", [("first", "lead", None)]),
        ("逗号前面为主责单位、逗号后面为配合单位", [("before", "lead", "cooperate")]),
        ("以下责任分工中位列第一的为牵头单位，其余为责任单位并做好配合。", [("first", "lead", "cooperate")]),
        ("市发展改革委要把重大项目放在首位，牵头抓好落实。", []),
        ("全省第一个由企业牵头的创新联合体挂牌。", []),
        ("规模位居全国第一，建成首个由企业牵头的中试基地。", []),
        ("党政主要负责人是第一责任人，要牵头抓好落实。", []),
        ("第一牵头单位负责任务分解，其他单位配合。", []),
        ("逗号的使用应当符合标准。", []),
        ("第一时间启动响应，由县应急局牵头，其他部门配合。", []),
        ("坚持把安全放在第一位，各部门要密切配合。", []),
        ("鼓励排名前列的单位牵头制定标准。", []),
        ("对第一完成单位给予奖励，其他参与单位按比例分配。", []),
        ("项目第一承担单位应为本市注册企业，其他参与单位不限。", []),
        ("以第一单位名义牵头申报的项目，配合做好验收。", []),
    ],
)
def test_wordings(text, want) -> None:
    assert said(find_scope(clean(text), RULES)) == want


def test_one_rule_holds_everywhere_wherever_it_stands() -> None:
    text = clean("一、任务\n改造管网。（县水利局、县财政局）\n注：排名首位的部门牵头，其他部门配合。")
    (rule,) = find_scope(text, RULES)
    assert rule.holds == (0, len(text.text))


def test_the_later_of_two_holds_from_its_bracket_on_and_both_are_told() -> None:
    text = clean(
        "首位为牵头单位。\n改造管网。（县水利局、县财政局）\n"
        "清淤。（县城管局，县住建局。逗号前为牵头单位，下同）\n绿化。（县林业局，县水利局）"
    )
    first, second = find_scope(text, RULES)
    turn = text.text.index("（县城管局")
    assert (first.holds, second.holds) == ((0, turn), (turn, len(text.text)))
    assert [c.quote for c in contradictions((first, second), text)] == ["首位为牵头单位", "逗号前为牵头单位"]


def test_the_same_rule_said_twice_is_one() -> None:
    text = clean("首位为牵头单位，其余配合。\n改造管网。\n排在第一位的为牵头单位。")
    assert said(find_scope(text, RULES)) == [("first", "lead", "cooperate")]


def test_a_contradiction_is_a_warning_of_the_report() -> None:
    report = extract(
        "云岭县供水方案\n列首位的为牵头单位。\n一、任务\n（一）清淤。分段推进。（县城管局，县住建局）\n"
        "（二）绿化。分片推进。（县林业局，县水利局。逗号前为牵头单位，下同）\n"
    )
    assert [(w.code, w.quote) for w in report.warnings] == [
        ("scope-rules", "列首位的为牵头单位"),
        ("scope-rules", "逗号前为牵头单位"),
    ]
