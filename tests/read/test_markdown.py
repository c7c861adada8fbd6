"""Markdown files: text without its signs, every line on its line, rows of tables as they are; a repair leaves the signs alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planlint import decode_document, extract, read_document
from planlint.model.alignment import Edit
from planlint.read.markdown import File, text_of
from planlint.report.record import report_of

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
real = pytest.mark.skipif(not CORPUS.is_dir(), reason="the real plans are not beside this checkout")


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("## 一、总体要求", "一、总体要求"),
        ("# 云岭市行动方案 #", "云岭市行动方案"),
        ("#云岭", "#云岭"),
        ("- 培育企业40家", "培育企业40家"),
        ("  * [x] 建设平台", "建设平台"),
        ("1. 统筹规划", "1. 统筹规划"),
        ("-5%", "-5%"),
        ("> 到2025年", "到2025年"),
        (">90%的企业", ">90%的企业"),
        ("**一、主要目标。**到2025年", "一、主要目标。到2025年"),
        ("**云岭市方案（2024年****）**", "云岭市方案（2024年）"),
        ("***重要***的*任务*", "重要的任务"),
        ("投资**亿元", "投资**亿元"),
        ("*为约束性指标，*为预期性指标", "*为约束性指标，*为预期性指标"),
        ("3*4*5", "3*4*5"),
        ("到__年__月", "到__年__月"),
        ("__重点任务__：建设", "重点任务：建设"),
        ("snake_case_name", "snake_case_name"),
        ("~~旧的~~新的", "旧的新的"),
        ("`GB/T 33190`标准", "GB/T 33190标准"),
        ("见[实施方案](http://x.cn/a_(1).html)。", "见实施方案。"),
        ("[2024]3号", "[2024]3号"),
        ("[![图](a.png)](http://x.cn)附图", "附图"),
        ("**[方案](x.md)**", "方案"),
        ("<https://x.cn/a>", "https://x.cn/a"),
        ("甲<br>乙<u>丙</u>", "甲 乙丙"),
        ("2\\.5\\*", "2.5*"),
        ("甲<!-- 内部 -->乙", "甲乙"),
        ("甲<!-- planlint: ignore[TGT001] 待定 -->", "甲<!-- planlint: ignore[TGT001] 待定 -->"),
        ("[1]: http://x.cn", ""),
        ("---", ""),
        ("- - ## 目标", "目标"),
        ("1. - **甲**", "1. 甲"),
        ("    ## 二、任务", "二、任务"),
        ("    1. 统筹**规划**", "    1. 统筹规划"),
        ("> > - 甲", "甲"),
        ("> ---", ""),
        ("[附件1]: 方案", "[附件1]: 方案"),
        ("| *甲* | 40 |", "| *甲* | 40 |"),
    ],
)
def test_signs(line: str, text: str) -> None:
    assert text_of(f"甲\n\n{line}\n乙") == f"甲\n\n{text}\n乙"


def test_blocks_keep_their_lines() -> None:
    markdown = (
        "目标\n====\n\n```\n**原样**\n```\n<!-- 一\n二 -->\r\n| **指标** | 值 |\n|---|:-:|\n| 企业 | 40 |\n\n"
        "指标 | 值\n--- | ---\n*企业* | 40\n\n尾"
    )
    assert text_of(markdown) == (
        "目标\n\n\n\n**原样**\n\n\n\r\n| **指标** | 值 |\n|---|:-:|\n| 企业 | 40 |\n\n"
        "指标 | 值\n--- | ---\n*企业* | 40\n\n尾"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        pytest.param("总体目标\n---\n尾", "总体目标\n\n尾", id="a heading underlined"),
        pytest.param("> 甲\n乙\n> 丙", "甲\n乙\n丙", id="a line of a quotation without its sign"),
        pytest.param("> ```\n> **甲**\n> ```\n> **乙**", "\n**甲**\n\n乙", id="code in a quotation"),
        pytest.param("```\n**甲**", "\n**甲**", id="a fence that does not close"),
        pytest.param("````\n```\n````\n**甲**", "\n```\n\n甲", id="a fence in a fence"),
        pytest.param("甲|乙\n-|-\n*1*|2\n**尾**", "甲|乙\n-|-\n*1*|2\n尾", id="what has no bar is no row"),
        pytest.param("- 甲\n  ```\n  *乙*\n  ```\n- 丙", "甲\n\n  *乙*\n\n丙", id="code in a list"),
        pytest.param("甲\n\n    **乙**", "甲\n\n    乙", id="four blanks make no code"),
    ],
)
def test_blocks_in_blocks(markdown: str, text: str) -> None:
    assert text_of(markdown) == text


@pytest.mark.parametrize("sign", ["> ", "- ", "1. ", "> - "])
def test_blocks_in_one_another_without_end(sign: str) -> None:
    """Beyond a depth that no plan has, signs are left as they are; nothing is lost, and nothing recurs for long."""
    text = text_of(f"{sign * 5_000}甲\n\n**乙**")
    assert text.splitlines()[0].endswith("甲")
    assert text.endswith("\n\n乙")


def test_a_place_counts_in_the_text_and_stands_on_its_line() -> None:
    source = decode_document(
        "# 方案\n\n## 一、目标\n\n- 到**2025年**，培育*高新技术企业*不少于**40**家。\n".encode(), "plan.md"
    )
    (target,) = report_of(extract(source))["targets"]
    span = target["span"]
    assert (
        source.text[span["start"] : span["end"]] == target["quote"] == "到2025年，培育高新技术企业不少于40家"
    )
    assert (target["value"], span["line"], source.media_type) == (40, 5, "text/markdown")


def test_a_repair_leaves_the_signs() -> None:
    markdown = "## 一、**目标**\n- 见[2024年,各区的方案](a,b.md)和![图](b.png),**完**<!-- 注,\n释 -->,\n"
    file = File(markdown)
    commas = [Edit(at, at + 1, "，") for at, char in enumerate(file.text) if char == ","]
    assert all(map(file.carries, commas))
    after = file.with_edits(commas)
    assert after == markdown.replace("年,", "年，").replace("),", ")，").replace("注,", "注，").replace(
        ">,", ">，"
    ).replace("注，", "注,")
    across = file.text.index("方案和")
    assert not file.carries(Edit(across, across + 3, "方案与"))
    assert not file.carries(Edit(file.text.index("\n"), file.text.index("\n") + 1, ""))


signs = st.text(alphabet="一2年*_`~#->|[]()<!\\ \n\r=：", max_size=60)


@given(signs)
def test_any_signs(markdown: str) -> None:
    text = text_of(markdown)
    assert len(text.splitlines()) <= len(markdown.splitlines())
    assert text.count("\n") == markdown.count("\n")
    file = File(markdown)
    assert file.text == text
    assert file.with_edits(()) == markdown
    for at, char in enumerate(text):
        if file.carries(Edit(at, at + 1, "改")):
            changed = file.with_edits([Edit(at, at + 1, "改")])
            assert (len(changed), changed.count(char)) == (len(markdown), markdown.count(char) - 1)


@pytest.mark.parametrize(
    "piece",
    ["<!--", "**", "[a](", "![a](", "|-|-\n", "`a", "- ", "*a ", "_a ", "~~a", "<a ", "\\", "> ", "["],
)
def test_the_cost_is_linear(piece: str) -> None:
    def seconds(times: int) -> float:
        text, best = piece * times, 9.0
        for _ in range(3):
            start = time.process_time()
            text_of(text)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(40_000) < 40 * seconds(4_000) + 0.05


@real
@pytest.mark.parametrize("path", sorted((CORPUS / "more").glob("*.md")), ids=lambda path: path.stem)
def test_real_plans_give_the_facts_of_their_text(path: Path) -> None:
    twin = next(p for p in (path.with_suffix(".txt"), CORPUS / f"{path.stem}.txt") if p.is_file())
    source = read_document(path)
    report, other = report_of(extract(source)), report_of(extract(read_document(twin)))
    for kind in ("targets", "milestones", "subsidies", "responsibilities", "citations", "sections"):
        assert len(report[kind]) == len(other[kind]), kind
    assert not any(line.startswith(("#", "- ", "**")) for line in source.text.splitlines())
