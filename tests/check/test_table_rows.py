"""Blanks in tables, beyond the rules' own examples: merged cells are no blanks, many blanks are one finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint import decode_document
from planlint.check.rules import load_checks
from planlint.checking import Checker, check_source
from planlint.rulebook import Rulebook

if TYPE_CHECKING:
    from planlint.model.document import SourceDocument

RULES = tuple(r for r in load_checks(Rulebook()) if r.id in ("RSP007", "TIM007", "TGT009"))
HEAD = "云岭市水利建设方案（2025—2027年）\n一、任务分工\n"


def found(source: SourceDocument) -> list[tuple[str, str, int]]:
    return [(f.rule, f.quote, len(f.related)) for f in check_source(source, Checker(rules=RULES)).findings]


def of_text(text: str) -> SourceDocument:
    return decode_document(text.encode(), "a.txt")


def test_a_merged_cell_is_no_blank() -> None:
    page = (
        "<p>云岭市水利建设方案（2025—2027年）</p><p>一、任务</p><table><tr><td>重点任务</td><td>责任单位</td><td>完成时限</td></tr>"
        "<tr><td>整治山塘</td><td rowspan='2'>市水利局</td><td>2026年</td></tr><tr><td>疏浚河道</td><td></td></tr></table>"
    )
    assert found(decode_document(page.encode(), "a.html")) == [("TIM007", "疏浚河道", 0)]


def test_one_blank_row_names_both() -> None:
    text = (
        HEAD
        + "序号\t重点任务\t牵头单位\t配合单位\t完成时限\n1\t整治山塘\t市水利局\t\t2026年\n2\t疏浚河道\t—\t市财政局\t/"
    )
    assert found(of_text(text)) == [("RSP007", "疏浚河道", 0), ("TIM007", "疏浚河道", 0)]


def test_many_blanks_are_one_finding() -> None:
    rows = "\n".join(f"{i}\t整治山塘{i}号\t" for i in range(1, 31))
    assert found(of_text(f"{HEAD}序号\t重点任务\t牵头单位\n{rows}\n31\t疏浚河道\t市水利局")) == [
        ("RSP007", "整治山塘1号", 29)
    ]


def test_prose_has_no_rows() -> None:
    assert found(of_text(HEAD + "（一）整治山塘。到2027年，整治山塘30座。")) == []
