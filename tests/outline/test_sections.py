"""Which labels open sections, how deep they lie and where their headings end."""

from __future__ import annotations

import pytest


def tree(found):
    return [(s.level, s.label, s.heading) for s in found.sections]


def test_lines_give_three_levels(outline):
    found = outline(
        "青禾县种业振兴行动方案\n一、总体要求\n(一)指导思想。坚持需求导向。\n(二)工作目标。到2027年建成青禾谷。\n"
        "二、主要任务\n(一)建设平台\n1.建设种质库。收集种质资源。\n2.建设中试站。面向企业开放。\n(二)引进人才\n三、保障措施"
    )
    assert tree(found) == [
        (1, "一、", "总体要求"),
        (2, "(一)", "指导思想"),
        (2, "(二)", "工作目标"),
        (1, "二、", "主要任务"),
        (2, "(一)", "建设平台"),
        (3, "1.", "建设种质库"),
        (3, "2.", "建设中试站"),
        (2, "(二)", "引进人才"),
        (1, "三、", "保障措施"),
    ]
    assert found.sections[5].path == "二、|(一)|1."
    assert found.sections[5].parent == "s5"


def test_one_line_without_breaks_and_with_glued_headings(outline):
    found = outline(
        "为发展种业,制定本方案。一、指导思想坚持以创新驱动为引领,做强青禾种业。"
        "二、重点任务(一)以更实的举措育种1.建设种质库。收集种质。(责任部门:县科技局)2.建设中试站。开放共享。"
        "(二)以更活的机制用种3.推广良种。三、保障措施(一)强化组织领导成立专班,按月调度。(二)其他。"
    )
    assert tree(found) == [
        (1, "一、", "指导思想"),
        (1, "二、", "重点任务"),
        (2, "(一)", "以更实的举措育种"),
        (3, "1.", "建设种质库"),
        (3, "2.", "建设中试站"),
        (2, "(二)", "以更活的机制用种"),
        (3, "3.", "推广良种"),
        (1, "三、", "保障措施"),
        (2, "(一)", "强化组织领导"),
        (2, "(二)", "其他"),
    ]


def test_labels_glued_to_a_list_of_units(outline):
    found = outline(
        "一、优化环境1.清理收费。取消不合理收费。责任单位：县发改局2.公平准入。清单之外平等准入。"
        "责任单位：县市监局、县属国企二、强化要素3.用地保障。盘活存量用地。责任单位：县资源局"
    )
    assert tree(found) == [
        (1, "一、", "优化环境"),
        (2, "1.", "清理收费"),
        (2, "2.", "公平准入"),
        (1, "二、", "强化要素"),
        (2, "3.", "用地保障"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "对获得省一、二、三等奖的企业分别奖励20万元、15万元、10万元。",
        "推动一谷、一街、二园建设，一是建设大厦，二是建设基地。首先完善规划，其次引进人才。",
        "依托11.18平方公里的科创城，增长1.5个百分点。\n1.5万平方米孵化器投用。",
        "2025年完成投资3.5亿元。\n2.5亿元由县财政安排。",
        "推广应用“1+5”模式，加快5G、4.0版平台建设（V1.0）。",
        "联系电话：0518-1234567，截至12月31日。\n12月底前报送。",
        "参见表1.各镇任务分解和表2.进度安排。",
        "按照第三条（一）、（二）项规定执行。",
        "发展一二三产融合，推进三个一、五个二工程。",
        "",
        "\n\n\n",
        "一、",
        "（一）",
    ],
)
def test_numerals_that_are_no_labels(outline, text):
    assert tree(outline(text)) == []


def test_numbering_runs_on_across_parents_and_restarts(outline):
    found = outline("一、甲类\n1.育种\n2.制种\n二、乙类\n3.推广\n三、丙类\n1.监管\n2.服务\n")
    assert [(s.label, s.level, s.parent) for s in found.sections] == [
        ("一、", 1, None),
        ("1.", 2, "s1"),
        ("2.", 2, "s1"),
        ("二、", 1, None),
        ("3.", 2, "s4"),
        ("三、", 1, None),
        ("1.", 2, "s6"),
        ("2.", 2, "s6"),
    ]


def test_a_document_with_its_own_order_of_styles(outline):
    found = outline(
        "1.总体要求\n一、指导思想\n二、基本原则\n2.重点任务\n"
        "一、育种\n二、制种\n3.保障措施\n一、领导\n二、资金\n"
    )
    assert [(s.level, s.label) for s in found.sections] == [
        (1, "1."), (2, "一、"), (2, "二、"),
        (1, "2."), (2, "一、"), (2, "二、"),
        (1, "3."), (2, "一、"), (2, "二、"),
    ]  # fmt: skip


def test_two_plans_in_one_file(outline):
    found = outline("甲镇方案\n一、目标\n二、任务\n（一）育种\n乙镇方案\n一、目标要求\n二、任务安排\n")
    assert [(s.level, s.heading) for s in found.sections] == [
        (1, "目标"),
        (1, "任务"),
        (2, "育种"),
        (1, "目标要求"),
        (1, "任务安排"),
    ]


def test_a_list_inside_an_item_does_not_break_the_outer_sequence(outline):
    found = outline(
        "1.建库。选址。\n2.建站。选址。\n3.建网。分步：\n1.设计。\n2.招标。\n（4）招工。4.建园。落地。\n"
    )
    assert [s.label for s in found.sections] == ["1.", "2.", "3.", "1.", "2.", "4."]


def test_chapters_sections_and_articles(outline):
    found = outline(
        "第一章　总则\n第一条　为规范资金管理，制定本办法。\n第二条　本办法适用于种业企业。\n"
        "第二章　支持标准\n"
        "第三条　对新认定的企业给予奖励：\n（一）国家级100万元；\n（二）省级50万元。\n"
        "第四条　按照第三条第二款执行的，不再奖励。\n"
    )
    assert [(s.level, s.label) for s in found.sections] == [
        (1, "第一章"), (2, "第一条"), (2, "第二条"),
        (1, "第二章"), (2, "第三条"), (3, "（一）"), (3, "（二）"), (2, "第四条"),
    ]  # fmt: skip
    assert found.sections[1].heading == "为规范资金管理"


def test_decimal_headings_at_line_starts(outline):
    found = outline(
        "一、现状\n1.1 发展基础\n增长1.5倍。\n1.2 存在问题\n"
        "二、任务\n2.1 育种\n2.1.1 建库。收集种质。\n2.1.2 建站。\n2.2 制种\n"
    )
    assert [(s.level, s.label) for s in found.sections] == [
        (1, "一、"), (2, "1.1"), (2, "1.2"), (1, "二、"), (2, "2.1"), (3, "2.1.1"), (3, "2.1.2"), (2, "2.2")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("㈠育种。\n㈡制种。\n", ["㈠", "㈡"]),
        ("一、育种\n⑴建库\n⑵建站\n二、制种\n", ["一、", "⑴", "⑵", "二、"]),
        ("⒈育种\n⒉制种\n", ["⒈", "⒉"]),
        ("（一）、育种\n（二）、制种\n", ["（一）、", "（二）、"]),
        ("一 、育种\n二 、制种\n", ["一、", "二、"]),
        ("1 .育种。甲。2 .制种。乙。", ["1.", "2."]),
        ("１．育种\n２．制种\n", ["１．", "２．"]),
        ("—、育种。\n二、制种。\n三、推广。\n", ["—、", "二、", "三、"]),
        ("**一、育种**\n**（一）建库**\n**二、制种**\n", ["一、", "（一）", "二、"]),
        ("## 一、育种\n### （一）建库\n## 二、制种\n", ["一、", "（一）", "二、"]),
        ("二十、甲\n二十一、乙\n二十二、丙\n", ["二十、", "二十一、", "二十二、"]),
        ("①建库；\n②建站。\n", ["①", "②"]),
        ("12一、育种\n建设种质资源库和中试站。\n15二、制种\n", ["一、", "二、"]),
    ],
)
def test_spellings_of_labels(outline, text, labels):
    assert [s.label for s in outline(text).sections] == labels


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("（一）聚焦重点，统筹兼顾。围绕种业推进。\n（二）其他。", ["聚焦重点，统筹兼顾", "其他"]),
        (
            "1.鼓励企业建设种质库，按投资额给予补助。\n2.鼓励企业引才。",
            ["鼓励企业建设种质库", "鼓励企业引才"],
        ),
        ("1.对县外企业；对县内企业。\n2.县级路长：负责巡查。", ["对县外企业", "县级路长"]),
        (
            "（一）建设“一库一站”平台,稳步提升育种能力\n建设种质库。\n（二）其他",
            ["建设“一库一站”平台,稳步提升育种能力", "其他"],
        ),
        ("一、\n总体要求\n二、\n主要任务\n", ["总体要求", "主要任务"]),
        ("一、工作目标 到2027年，建成青禾谷，引进企业20家以上，带动就业。\n二、其他", ["工作目标", "其他"]),
        ("一、建设青禾谷（责任单位：县科技局）\n二、育种", ["建设青禾谷", "育种"]),
        ("一、“育繁推”一体化：到2027年建成。\n二、育种", ["“育繁推”一体化", "育种"]),
        ("1. 5G产业园\n2. 2025年重点工作\n", ["5G产业园", "2025年重点工作"]),
    ],
)
def test_where_a_heading_ends(outline, text, headings):
    assert [s.heading for s in outline(text).sections] == headings


def test_skipped_and_doubled_numbers(outline):
    found = outline("一、甲\n二、乙\n四、丙\n五、丁\n五、戊\n六、己\n")
    assert [s.label for s in found.sections] == ["一、", "二、", "四、", "五、", "五、", "六、"]
    assert {s.level for s in found.sections} == {1}


def test_a_lost_first_heading_does_not_lose_the_rest(outline):
    found = outline("为发展种业。二、育种。建库。三、制种。建站。四、推广。")
    assert [s.label for s in found.sections] == ["二、", "三、", "四、"]


def test_spans_and_bodies(outline):
    text = "前言。\n一、总体要求\n坚持创新。\n（一）目标。建成青禾谷。\n二、任务\n育种。\n来源：某网"
    found = outline(text, "来源：某网")
    cut = [(text[slice(*s.span)], text[slice(*s.body)].strip("\n。")) for s in found.sections]
    assert cut == [("一、总体要求", "坚持创新"), ("（一）目标", "建成青禾谷"), ("二、任务", "育种")]
    assert found.section_at(text.index("建成")).path == "一、|（一）"
    assert found.section_at(0) is None


def test_chrome_holds_no_labels(outline):
    text = "一、目标\n育种。\n二、任务\n制种。\n三、相关阅读\n四、友情链接"
    assert [s.label for s in outline(text, "三、相关阅读\n四、友情链接").sections] == ["一、", "二、"]


def test_an_excerpt_begins_with_a_later_node(outline):
    found = outline(
        "青禾县发展规划（摘要）\n第二章 总体要求\n第三节 发展目标\n建成青禾谷。\n第三章 重点任务\n建设平台。"
    )
    assert [(level, label) for level, label, _ in tree(found)] == [
        (1, "第二章"),
        (2, "第三节"),
        (1, "第三章"),
    ]
