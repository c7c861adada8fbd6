"""Word files: the text as printed, numbers and merged cells included; what is broken or hostile is refused in one line."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from tests.read.word import cell, level, paragraph, run, word

from planlint import InputError, decode_document, extract
from planlint.read.docx import read_docx
from planlint.read.docx.counting import counted

if TYPE_CHECKING:
    from pathlib import Path

LISTS = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "chineseCounting", "%1、")
    + level(1, "japaneseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "%1.%3.%4", "<w:isLgl/>")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "bullet", "\uf06c")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1b"><w:basedOn w:val="H1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def text_of(body: str, **parts: str) -> str:
    return read_docx(word(body, **parts), "plan.docx").text


def test_numbers_are_printed() -> None:
    body = (
        paragraph("总体要求", num=(1, 0)) + paragraph("指导思想", num=(1, 1)) + paragraph("主要目标", num=(1, 1))
        + paragraph("重点任务", style="H1b") + paragraph("建设载体", style="H2") + paragraph("建设平台", num=(1, 2))
        + paragraph("引进人才", num=(1, 2)) + paragraph("分级", num=(1, 3)) + paragraph("要点", num=(2, 0))
        + paragraph("附则", num=(3, 0)) + paragraph("不编号", style="H1", num=(0, 0)) + paragraph("解释", style="H1")
    )  # fmt: skip
    assert text_of(body, numbering=LISTS, styles=STYLES).split("\n")[:-1] == [
        "一、总体要求", "（一）指导思想", "（二）主要目标", "二、重点任务", "（一）建设载体", "1.建设平台", "2.引进人才",
        "2.2.1 分级", "●要点", "一、附则", "不编号", "二、解释",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "how", "printed"),
    [
        (10, "chineseCounting", "十"), (11, "japaneseCounting", "十一"), (20, "chineseCountingThousand", "二十"), (105, "chineseCountingThousand", "一百零五"),
        (110, "chineseCounting", "一百一十"), (1001, "chineseCounting", "一千零一"), (3, "chineseLegalSimplified", "叁"), (4, "lowerRoman", "iv"), (28, "upperLetter", "BB"),
        (3, "decimalEnclosedCircle", "③"), (25, "decimalEnclosedCircleChinese", "㉕"), (2, "ideographTraditional", "乙"), (7, "decimalZero", "07"), (5, "none", ""), (6, "unheardOf", "6"),
    ],
)  # fmt: skip
def test_ways_to_count(number: int, how: str, printed: str) -> None:
    assert counted(number, how) == printed


def test_tables_with_merged_cells() -> None:
    across, down, on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = (
        f"<w:tbl><w:tr>{cell('任务', down)}{cell('单位', across)}</w:tr>"
        f"<w:tr>{cell('', on)}{cell('牵头')}{cell('<w:p>' + run('配') + '</w:p><w:p>' + run('合') + '</w:p>')}</w:tr>"
        f"<w:tr>{cell('建设平台')}{cell('市科技局')}{cell('<w:p>' + run('市教育局') + '</w:p><w:p>' + run('市财政局') + '</w:p>')}</w:tr></w:tbl>"
    )
    source = decode_document(word(paragraph("责任分工表") + table), "plan.docx")
    assert source.text == "责任分工表\n任务\t单位\t\n\t牵头\t配合\n建设平台\t市科技局\t市教育局 市财政局\n"
    cells = {
        m.label: (source.text[m.span.start : m.span.end], m.cell.rows, m.cell.columns)
        for m in source.marks
        if m.cell
    }
    assert cells["T1R1C1"] == ("任务", 2, 1)
    assert cells["T1R1C2"] == ("单位", 1, 2)
    assert cells["T1R3C3"] == ("市教育局 市财政局", 1, 1)


def test_a_frame_around_text_is_no_table() -> None:
    assert text_of(f"<w:tbl><w:tr>{cell('专栏：重点工程')}</w:tr></w:tbl>") == "专栏：重点工程\n"


def test_tracked_changes_are_read_as_accepted_or_as_they_were() -> None:
    body = paragraph(
        run("培育企业")
        + f"<w:ins>{run('不少于40')}</w:ins><w:del><w:r><w:delText>30</w:delText></w:r></w:del>"
        + run("家")
    )
    body += f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('建设平台')}</w:p>" + paragraph("3个")
    data = word(body)
    assert read_docx(data, "a.docx").text == "培育企业不少于40家\n建设平台3个\n"
    assert read_docx(data, "a.docx", "original").text == "培育企业30家\n建设平台\n3个\n"


def test_boxes_notes_heads_and_fields() -> None:
    box = "<w:drawing><w:txbxContent>" + paragraph("框内文字") + "</w:txbxContent></w:drawing>"
    old = "<w:pict><w:txbxContent>" + paragraph("框内文字") + "</w:txbxContent></w:pict>"
    both = f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    field = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>'
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>"
    reading = read_docx(
        word(
            paragraph(run("第") + field + run("三") + "<w:r><w:tab/></w:r>" + run("条") + note + hidden + both),
            footnotes=f'<w:footnote w:id="0">{paragraph("分隔")}</w:footnote><w:footnote w:id="2">{paragraph("指规上企业。")}</w:footnote>',
            header=paragraph("内部资料"), footer=paragraph("第1页"),
        ), "a.docx",
    )  # fmt: skip
    assert reading.text == "第三 条\n框内文字\n注1：指规上企业。\n"
    assert [(a.kind, a.text) for a in reading.apart] == [("header", "内部资料"), ("footer", "第1页")]
    assert [m.kind for m in reading.marks] == ["paragraph", "textbox", "footnote"]


def test_pages_are_marked_where_word_broke_them() -> None:
    body = paragraph(
        run("到2025年，") + "<w:r><w:lastRenderedPageBreak/><w:t>培育企业40家。</w:t></w:r>"
    ) + paragraph("二、任务")
    reading = read_docx(word(body), "a.docx")
    pages = [reading.text[m.span.start : m.span.end] for m in reading.marks if m.kind == "page"]
    assert pages == ["到2025年，", "培育企业40家。\n二、任务\n"]


def test_every_run_has_its_place() -> None:
    from xml.etree import ElementTree as ET

    from planlint.read.docx.document import read_body

    table = f"<w:tbl><w:tr>{cell('任务')}{cell('<w:p>' + run(' 市教') + run('育局') + '</w:p><w:p>' + run('市财政局') + '</w:p>')}</w:tr></w:tbl>"
    data = word(paragraph(run("　　建设") + run("平台 "), num=(1, 0)) + table, numbering=LISTS)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        trees = {k: ET.fromstring(package.read(f"word/{k}.xml")) for k in ("document", "numbering")}
    body = read_body(trees["document"], trees)
    text, _ = body.linear.finish()
    assert text == "一、建设平台\n任务\t市教育局 市财政局\n"
    assert [(text[p.span.start : p.span.end], p.element.text) for p in body.runs] == [
        ("建设", "　　建设"), ("平台", "平台 "), ("任务", "任务"), ("市教", " 市教"), ("育局", "育局"), ("市财政局", "市财政局"),
    ]  # fmt: skip


PLAN = paragraph("到2025年，培育高新技术企业不少于40家。")
BOMB = "<w:p/>" * 12_000_000
DTD = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (word(PLAN, raw={"word/document.xml": DTD}), "DTD"),
        (word(PLAN, raw={"word/document.xml": "<w:document><w:body>"}), "已损坏"),
        (word(PLAN)[:-200], "已损坏"),
        (word(PLAN, raw={"word/document.xml": "<a>" * 5000 + "</a>" * 5000}), "嵌套层数"),
        (word("<w:p/>"), "没有文字"),
        (word(BOMB), "压缩炸弹"),
    ],
    ids=["dtd", "xml", "cut", "deep", "empty", "bomb"],
)
def test_what_is_broken_or_hostile_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why) as error:
        decode_document(data, "plan.docx")
    assert "\n" not in str(error.value)


def test_from_outside(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(word(PLAN))
    (tmp_path / "renamed.txt").write_bytes(word(PLAN))
    for name in ("plan.docx", "renamed.txt"):
        shown = subprocess.run(
            [sys.executable, "-m", "planlint", "text", tmp_path / name], capture_output=True, check=False
        )
        assert (shown.returncode, shown.stdout.decode()) == (0, "到2025年，培育高新技术企业不少于40家。\n")
    source = decode_document(word(PLAN), "plan.docx")
    (target,) = extract(source).targets
    assert (target.value, target.deadline) == (40, "2025")
    assert source.media_type.endswith("wordprocessingml.document")
