"""Tables of a text that a page or a mail has cut at one width, or whose line breaks have all become blanks."""

from __future__ import annotations

import pytest

from planlint import extract
from planlint.model.span import Span
from planlint.tables.whole_lines import Uncut, page_width, unfolded, whole_lines

PROSE = (
    "云岭市水利发展方案（2026—2028年）\n一、总体要求\n"
    + "坚持系统治理、源头治理，统筹推进防洪、供水、灌溉和水生态保护，全面提升水安全保障能力。" * 4
    + "\n"
)
TABBED = (
    "二、任务分工\n序号\t重点任务\t主要内容\t牵头单位\t配合单位\n"
    "1\t整治山塘\t对全市小型山塘逐一排查，建立问题清单和责任清单，按轻重缓急分批实施除险加固。\t市水利局\t市财政局、市自然资源局\n"
    "2\t疏浚河道\t以青溪、白石溪为重点清理淤积河段，配套建设生态护岸，恢复行洪能力。\t市水利局\t市农业农村局\n"
)
RUN = "二、主要指标\n序号指标名称单位2025年2028年指标属性1供水普及率％9196约束性2灌溉面积万亩3436预期性3山塘整治座10120预期性\n"
END = "三、保障措施\n加强组织领导。\n"


def cut(text: str, width: int) -> str:
    return "\n".join(
        line[i : i + width] for line in text.split("\n") for i in range(0, max(len(line), 1), width)
    )


def facts(text: str) -> tuple[list, list]:
    found = extract(text)
    return (
        [(t.indicator, t.value, t.unit, t.deadline) for t in found.targets],
        [
            (r.unit, r.role, r.section, "".join((r.measure or r.task or "").split()))
            for r in found.responsibilities
        ],
    )


@pytest.mark.parametrize("width", [28, 34, 40])
@pytest.mark.parametrize("table", [pytest.param(TABBED, id="tabs"), pytest.param(RUN, id="run together")])
def test_a_cut_text_gives_the_facts_of_the_whole_one(table: str, width: int) -> None:
    whole = facts(PROSE + table + END)
    assert any(whole)
    assert facts(cut(PROSE + table + END, width)) == whole


def test_a_text_in_one_line_gives_the_facts_of_its_lines() -> None:
    text = PROSE + TABBED + END
    assert facts("　　".join(text.split("\n")))[1] == facts(text)[1] != []


def test_rows_of_one_length_were_not_cut() -> None:
    rows = "".join(f"{i}\t整治第{i}处易涝点并完成管网更新改造和清淤疏浚\t市水利局\n" for i in range(1, 9))
    text = "序号\t重点任务\t牵头单位\n" + rows
    assert page_width(text) is None


def test_uncut_text_leads_back() -> None:
    text = cut(PROSE, 34).replace("\n", "\r\n")
    wrap = page_width(text)
    assert wrap is not None
    uncut = Uncut(text, wrap)
    for i in range(len(uncut.text) - 1):
        if uncut.text[i] != "\n":
            start, end = uncut.source(Span(i, i + 1))
            assert text[start:end] == uncut.text[i]


def test_unfolded_text_keeps_every_place() -> None:
    text = "　　".join(f"第{i}段说明任务的内容和要求，并写明由谁来落实完成" for i in range(20))
    assert len(unfolded(text)) == len(text)
    assert unfolded(text).count("\n") == 19
    assert unfolded("甲　　乙") == "甲　　乙"


def test_lines_without_a_width_are_what_they_are() -> None:
    assert list(whole_lines("甲\n乙丙\n", None)) == [(0, 2), (2, 5)]
