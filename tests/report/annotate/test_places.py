"""Where a comment and a change go when the words are not simply in a run, and what is left alone."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from tests.read.word import W, cell, paragraph, run, word
from tests.report.annotate.documents import BOX, COMMENTS, FIELD, LISTS, NOTES, commented, part, parts

from planlint import InputError
from planlint.annotate import Author, Draft, Note, TextChanged
from planlint.model.alignment import Edit, apply_edits
from planlint.model.span import Span
from planlint.read.docx import read_docx

WHO = Author("planlint", "2025-03-01T09:30:00Z")
BOLD = "<w:rPr><w:b/></w:rPr>"


def bold(text: str, look: str = BOLD) -> str:
    return f"<w:r>{look}<w:t>{text}</w:t></w:r>"


def at(draft: Draft, words: str) -> Span:
    start = draft.text.index(words)
    return Span(start, start + len(words))


def under(data: bytes, words: str | Span) -> str:
    """The words that a comment on these words of the text stands on."""
    draft = Draft(data, "a.docx")
    span = at(draft, words) if isinstance(words, str) else words
    (shown,) = commented(draft.annotated([Note(span, ("甲",))], (), WHO)).values()
    return shown


def changed(data: bytes, words: str, new: str) -> bytes:
    draft = Draft(data, "a.docx")
    edit = Edit(*at(draft, words), new)
    assert draft.carries(edit)
    out = draft.annotated([], [edit], WHO)
    assert read_docx(out, "a.docx").text == apply_edits(draft.text, [edit])[0]
    return out


def document(data: bytes) -> str:
    return part(data).decode()


def test_a_run_is_split_at_the_words_and_keeps_its_look() -> None:
    out = Draft(word(paragraph(bold("每年最高不超过20万元"))), "a.docx").annotated(
        [Note(Span(2, 7), ("甲",))], (), WHO
    )
    assert re.findall(r"<w:r>.*?</w:r>|<w:comment\w+ [^>]*>", document(out)) == [
        f'<w:r>{BOLD}<w:t xml:space="preserve">每年</w:t></w:r>', '<w:commentRangeStart w:id="1"/>',
        f'<w:r>{BOLD}<w:t xml:space="preserve">最高不超过</w:t></w:r>', '<w:commentRangeEnd w:id="1"/>',
        f'<w:r>{BOLD}<w:commentReference w:id="1"/></w:r>', f'<w:r>{BOLD}<w:t xml:space="preserve">20万元</w:t></w:r>',
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "words", "shown"),
    [
        (paragraph("总体要求", num=(1, 0)) + paragraph("到2025年", num=(1, 0)), "二、", "到2025年"),
        (paragraph("总体要求", num=(1, 0)), "、总体", "总体"),
        (paragraph("甲") + paragraph(run("指规上企业") + '<w:r><w:footnoteReference w:id="7"/></w:r>'), "主营业务收入", "指规上企业"),
        (paragraph("甲") + paragraph(run("见专栏") + BOX) + paragraph("乙"), "重点工程", "见专栏"),
        (paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'), Span(0, 1), ""),
        (paragraph("通知") + paragraph("正文"), Span(0, 6), "通知"),
        (paragraph("通知") + paragraph("正文"), Span(0, 0), "通知"),
        (paragraph("通知") + paragraph("正文"), Span(4, 4), "正文"),
        (paragraph("通知") + paragraph("正文"), Span(1, 4), "知正"),
        (f"<w:tbl><w:tr>{cell('任务')}{cell('市科技局')}</w:tr></w:tbl>", "科技", "科技"),
        (paragraph(run("甲") + f"<w:hyperlink>{run('实施方案')}</w:hyperlink>"), "方案", "方案"),
        (paragraph(run("见第") + FIELD.format(run("十三")) + run("条")), "第十", "第十"),
        (paragraph("<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" + run("市科技局") + "</w:sdtContent></w:sdt>"), "科技", "市科技局"),
    ],
    ids=["label", "label-and-words", "footnote", "box", "symbol", "whole", "nothing", "empty-span", "two-paragraphs", "cell", "link", "field", "control"],
)  # fmt: skip
def test_what_a_comment_stands_on(body: str, words: str | Span, shown: str) -> None:
    assert under(word(body, numbering=LISTS, footnotes=NOTES), words) == shown


def test_comments_that_are_there_stay_and_ours_come_behind() -> None:
    body = paragraph(
        '<w:commentRangeStart w:id="700"/>'
        + run("培育企业40家")
        + '<w:commentRangeEnd w:id="700"/><w:r><w:commentReference w:id="700"/></w:r>'
    )
    extended = {"word/commentsExtended.xml": "<a/>", "customXml/item1.xml": "<b/>"}
    data = word(body, comments=COMMENTS, raw=extended)
    out = Draft(data, "a.docx").annotated([Note(Span(0, 2), ("甲", "乙"))], (), WHO)
    before, after = parts(data), parts(out)
    assert {name for name in after if after[name] != before.get(name)} == {
        "word/document.xml",
        "word/comments.xml",
    }
    assert after["word/comments.xml"].startswith(before["word/comments.xml"].removesuffix(b"</w:comments>"))
    assert [(c.author, c.text) for c in docx.Document(io.BytesIO(out)).comments] == [
        ("李", "请核实。"),
        ("planlint", "甲\n乙"),
    ]
    assert commented(out) == {"700": "培育企业40家", "1": "培育"}


def test_changes_take_the_look_of_what_they_replace() -> None:
    record = '<w:rPr><w:b/><w:rPrChange w:id="9" w:author="李" w:date="2024-01-01T00:00:00Z"><w:rPr/></w:rPrChange></w:rPr>'
    out = document(changed(word(paragraph(bold("最高", record) + run("不超过50万元"))), "高不超过", "高"))
    struck = f'<w:del w:id="1" w:author="planlint" w:date="2025-03-01T09:30:00Z"><w:r>{record}<w:delText xml:space="preserve">高</w:delText></w:r></w:del>'
    assert struck in out
    assert out.count("<w:ins ") == 1
    assert f'<w:r>{BOLD}<w:t xml:space="preserve">高</w:t></w:r></w:ins>' in out


def test_a_change_within_another_authors_insertion() -> None:
    who = 'w:id="5" w:author="李" w:date="2024-01-01T00:00:00Z"'
    data = word(paragraph(run("给予") + f"<w:ins {who}>{run('最高不超过50-100万元')}</w:ins>"))
    out = changed(data, "不超过50-100", "50万元—100")
    assert read_docx(out, "a.docx", "original").text == "给予\n"
    assert re.findall(r"<(/?w:(?:ins|del)\b)(?: w:id=.(\d+))?", document(out)) == [
        ("w:ins", "5"), ("w:del", "1"), ("/w:del", ""), ("/w:ins", ""), ("w:ins", "2"), ("/w:ins", ""), ("w:ins", "3"), ("/w:ins", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "words", "new"),
    [
        (paragraph("培育企业") + paragraph("40家"), "业\n4", "业4"),
        (paragraph("总体要求", num=(1, 0)), "一、总", "1.总"),
        (paragraph(run("见专栏") + BOX), "工程", "项目"),
        (paragraph(run("指标") + '<w:r><w:footnoteReference w:id="7"/></w:r>'), "年主营", "主营"),
        (paragraph(run("甲") + "<w:r><w:tab/></w:r>" + run("乙")), "甲 乙", "甲乙"),
        (paragraph("培育企业"), "育", "\n"),
        (paragraph("培育企业"), "培育企业", ""),
        (paragraph("培育 企业"), "培育", ""),
        (paragraph(f'<w:fldSimple w:instr="REF a">{run("十三条")}</w:fldSimple>'), "三", "四"),
    ],
    ids=["paragraphs", "label", "box", "footnote", "tab", "break", "all", "edge", "field"],
)
def test_what_no_tracked_change_can_do(body: str, words: str, new: str) -> None:
    draft = Draft(word(body, numbering=LISTS, footnotes=NOTES), "a.docx")
    assert not draft.carries(Edit(*at(draft, words), new))


def test_a_paragraph_that_runs_on_is_two_paragraphs() -> None:
    first = f'<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="李"/></w:rPr></w:pPr>{run("建设平台")}</w:p>'
    draft = Draft(word(first + paragraph("三个以上")), "a.docx")
    assert draft.text == "建设平台三个以上\n"
    assert not draft.carries(Edit(3, 5, "3"))
    assert draft.carries(Edit(4, 5, "3"))


def test_characters_that_xml_writes_otherwise_come_back() -> None:
    data = word(paragraph("培育&lt;甲&gt;企业&#13;&amp;平台"))
    out = Draft(data, "a.docx").annotated([Note(Span(3, 9), ("甲",))], [Edit(0, 1, "&<新>")], WHO)
    assert read_docx(out, "a.docx").text == "&<新>育<甲>企业\r&平台\n"


def test_a_note_between_the_runs_is_not_struck_out() -> None:
    data = word(
        paragraph(run("规上") + '<w:r><w:footnoteReference w:id="7"/></w:r>' + run("工业企业")),
        footnotes=NOTES,
    )
    out = changed(data, "上工", "模以上")
    assert "注1：" in read_docx(out, "a.docx").text


def test_lines_of_a_cell_that_would_be_read_otherwise() -> None:
    lines = f"<w:p>{run('省市')}</w:p><w:p>{run('区')}</w:p>"
    draft = Draft(word(f"<w:tbl><w:tr>{cell(lines)}{cell('任务')}</w:tr></w:tbl>"), "a.docx")
    assert draft.carries(Edit(1, 1, "、"))
    with pytest.raises(TextChanged):
        draft.annotated([], [Edit(1, 1, "、")], WHO)


@pytest.mark.parametrize(
    "rename",
    [
        lambda xml: xml.replace("w:", "x:").replace("xmlns:w", "xmlns:x"),
        lambda xml: xml.replace(W.split('"')[1], "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        lambda xml: (
            xml.replace("<w:", "<").replace("</w:", "</").replace(W, f"{W.split(' ')[0].replace(':w', '')}")
        ),
        lambda xml: '<?xml version="1.0" encoding="UTF-16"?>' + xml,
    ],
    ids=["prefix", "strict", "no-prefix", "utf-16"],
)
def test_other_ways_to_write_the_same(rename: object) -> None:
    written = rename(f"<w:document {W}><w:body>{paragraph(bold('最高不超过50万元'))}</w:body></w:document>")
    raw = written.encode("utf-16") if "UTF-16" in written else written
    data = word("", raw={"word/document.xml": raw})
    draft = Draft(data, "a.docx")
    out = draft.annotated([Note(Span(0, 5), ("甲",))], [Edit(2, 5, "到")], WHO)
    assert read_docx(out, "a.docx").text == "最高到50万元\n"
    assert list(commented(out).values()) == ["最高不超过"] or "purl" in written
    assert (
        "purl.oclc.org/ooxml/officeDocument/relationships/comments"
        in part(out, "word/_rels/document.xml.rels").decode()
        or "purl" not in written
    )


def test_a_file_without_relations_gets_them() -> None:
    data = word(paragraph("培育企业"))
    bare = io.BytesIO()
    with zipfile.ZipFile(bare, "w") as package:
        for name, content in parts(data).items():
            if name != "word/_rels/document.xml.rels":
                package.writestr(name, content)
    out = Draft(bare.getvalue(), "a.docx").annotated([Note(Span(0, 2), ("甲",))], (), WHO)
    assert [c.text for c in docx.Document(io.BytesIO(out)).comments] == ["甲"]


def test_nothing_to_say_is_the_same_file() -> None:
    data = word(paragraph("培育企业"))
    assert Draft(data, "a.docx").annotated([], (), WHO) == data


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ({"[Content_Types].xml": "<Types"}, "Content_Types"),
        ({"word/comments.xml": "<w:comments"}, "comments"),
    ],
    ids=["types", "comments"],
)
def test_a_broken_part_is_said_in_one_line(raw: dict[str, str], why: str) -> None:
    body = paragraph("培育企业")
    data = word(body, comments="", raw=raw) if "word/comments.xml" in raw else word(body, raw=raw)
    with pytest.raises(InputError, match=why) as error:
        Draft(data, "a.docx").annotated([Note(Span(0, 2), ("甲",))], (), WHO)
    assert "\n" not in str(error.value)


def test_a_picture_that_cannot_be_copied_is_said() -> None:
    data = bytearray(word(paragraph("培育企业"), raw={"word/media/image1.png": "picture " * 99}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as package:
        info = package.getinfo("word/media/image1.png")
    data[info.header_offset + 30 + len(info.filename) + 2] ^= 0xFF
    with pytest.raises(InputError, match="已损坏"):
        Draft(bytes(data), "a.docx").annotated([Note(Span(0, 2), ("甲",))], (), WHO)
