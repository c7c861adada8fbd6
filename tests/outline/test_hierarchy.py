"""Which style holds which: levels from all runs of a document, whatever runs on, restarts or stands directly below a top heading."""

from __future__ import annotations

import pytest

LEVELS = [
    pytest.param("一、甲 （一）甲 1.甲 2.甲 （二）甲 3.甲 二、甲 （一）甲 4.甲 （二）甲 5.甲 6.甲", "123323123233", id="items-run-through"),
    pytest.param("一、甲 （一）甲 1.甲 （二）甲 2.甲 二、甲 （三）甲 3.甲 （四）甲 4.甲", "1232312323", id="all-run-through"),
    pytest.param("一、甲 （一）甲 第一条 甲 第二条 甲 （二）甲 第三条 甲 二、甲 （一）甲 第四条 甲", "123323123", id="articles-below-brackets"),
    pytest.param("第一条 甲 （一）甲 （二）甲 第二条 甲 （一）甲 （二）甲 第三条 甲", "1221221", id="brackets-below-articles"),
    pytest.param("一、甲 1.甲 2.甲 二、甲 （一）甲 3.甲 4.甲 （二）甲 5.甲", "122123323", id="items-directly-below-the-first"),
    pytest.param("一、甲 （一）甲 1.甲 （二）甲 2.甲 二、甲 3.甲 4.甲 三、甲 （一）甲 5.甲", "12323122123", id="items-directly-in-the-middle"),
    pytest.param("1.甲 （1）甲 ①甲 ②甲 （2）甲 ①甲 2.甲 （1）甲", "12332312", id="figures-only"),
    pytest.param("一、甲 第1条 甲 （一）甲 （二）甲 第2条 甲 二、甲 第3条 甲 （一）甲", "12332123", id="articles-run-on-between"),
    pytest.param("一、甲 1.甲 （一）甲 （二）甲 2.甲 （一）甲 二、甲 1.甲", "12332312", id="brackets-below-figures"),
]  # fmt: skip


@pytest.mark.parametrize(("labels", "levels"), LEVELS)
def test_levels(outline, labels, levels):
    lines = (
        labels.replace("条 甲", "条甲")
        .replace(" ", "\n")
        .replace("条甲", "条 加强统筹协调")
        .replace("甲", "加强统筹协调")
    )
    assert "".join(str(section.level) for section in outline(lines).sections) == levels


def test_levels_begin_again_in_an_annex(outline):
    found = outline(
        "青禾县种业方案\n一、总体要求\n坚持创新。\n二、主要任务\n（一）育种。抓好落实。\n附件1\n青禾县民生实事\n1.建设种质库。\n2.建设中试站。\n"
    )
    assert [(s.path, s.level) for s in found.sections][-2:] == [("1.", 1), ("2.", 1)]


def test_a_list_of_annexes_ends_no_section(outline):
    found = outline(
        "一、总体要求\n坚持创新。\n二、主要任务\n（一）育种。\n附件：\n1.任务表\n2.进度表\n（二）制种。\n"
    )
    assert [s.path for s in found.sections] == ["一、", "二、", "二、|（一）", "二、|（二）"]


def test_digits_behind_a_label(outline):
    found = outline(
        "1.揭榜挂帅项目。面向全国。\n2.530创业项目。支持落户。\n3.365管家项目。全年代办。\n2.5亿元由县财政安排。"
    )
    assert [s.label + s.heading for s in found.sections] == [
        "1.揭榜挂帅项目",
        "2.530创业项目",
        "3.365管家项目",
    ]


def test_a_title_in_one_word_with_the_label_behind_it(outline):
    found = outline("北川市科技人才计划\n一、重点项目\n1.揭榜挂帅。\n2.创业扶持。\n")
    assert [s.path for s in found.sections] == ["一、", "一、|1.", "一、|2."]
