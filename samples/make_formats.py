"""Writes every sample plan also as Word, PDF, OFD and web page: `python samples/make_formats.py` makes plan.docx, .pdf, .ofd, .html of plan.txt.

Lines with tabs are rows of a table: a real one in Word and on the page, a ruled one in PDF and OFD. The Word file has real automatic
numbering where the plan's numbers run on; the PDF and the OFD have wrapped lines, a running head and page numbers; the page has a site
around the plan. Reading any of them gives the facts of the text (tests/read/test_samples.py).
"""

from __future__ import annotations

import html
import io
import re
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from table_layout import blocks, heights, lay_out
from write_ofd import Rule, Sheet, Text, advance, write_ofd

from planlint.read import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from table_layout import Rows

FOLDER = Path(__file__).resolve().parent
_EDGES = " \t\u3000\xa0"
# The labels that Word is given to count: pattern, number format, text of the label.
_LEVELS = (
    (re.compile("([一二三四五六七八九十]{1,3})、"), "chineseCounting", "%1、"),
    (re.compile("（([一二三四五六七八九十]{1,3})）"), "chineseCounting", "（%2）"),
    (re.compile("(\\d{1,2})\\.(?!\\d)"), "decimal", "%3."),
)
_DIGITS = "一二三四五六七八九十"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LONG_AGO = (2024, 1, 1, 0, 0, 0)


def lines_of(text: str) -> list[str]:
    """The paragraphs of a plain text."""
    return [line.strip(_EDGES) for line in text.splitlines() if line.strip(_EDGES)]


def to_docx(lines: list[str]) -> bytes:
    """The lines as a Word file; a label that continues its list becomes an automatic number."""
    from docx import Document

    document = Document()
    _add_list(document)
    for line, level in _numbered(list(blocks(lines))):
        if isinstance(line, list):
            _add_table(document, line)
            continue
        paragraph = document.add_paragraph(line)
        if level is not None:
            _number(paragraph, level)
    document.sections[0].footer.paragraphs[0].text = "第 1 页"
    out = io.BytesIO()
    document.save(out)
    return _undated(out.getvalue())


def _add_table(document: object, rows: Rows) -> None:
    table = document.add_table(len(rows), len(rows[0]))  # type: ignore[attr-defined]
    table.style = "Table Grid"
    for x in range(len(rows[0])):
        for y, reach in enumerate(heights(rows, x)):
            if reach:
                table.cell(y, x).merge(table.cell(y + reach - 1, x)).text = rows[y][x]


def _numbered(lines: list[str | Rows]) -> Iterator[tuple[str | Rows, int | None]]:
    """Each line without the label that Word will print again, and its level; a label out of turn stays as typed."""
    counts = [0, 0, 0]
    for line in lines:
        for level, (pattern, _, _) in enumerate(_LEVELS):
            match = pattern.match(line) if isinstance(line, str) else None
            if match is not None and _value(match[1]) == counts[level] + 1:
                counts[level] += 1
                counts[level + 1 :] = [0] * (2 - level)
                yield line[match.end() :], level
                break
        else:
            yield line, None


def _value(label: str) -> int:
    if label.isdecimal():
        return int(label)
    tens, _, ones = label.rpartition("十")
    unit = _DIGITS.find(ones[:1]) + 1 if ones else 0
    if "十" not in label:
        return unit
    return 10 * (_DIGITS.find(tens) + 1 if tens else 1) + unit


def _add_list(document: object) -> None:
    from docx.oxml import parse_xml

    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{how}"/><w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (_, how, text) in enumerate(_LEVELS)
    )
    numbering = document.part.numbering_part.element  # type: ignore[attr-defined]
    # the schema wants definitions before their uses
    numbering.insert(
        0, parse_xml(f'<w:abstractNum xmlns:w="{_WORD}" w:abstractNumId="90">{levels}</w:abstractNum>')
    )
    numbering.append(
        parse_xml(f'<w:num xmlns:w="{_WORD}" w:numId="90"><w:abstractNumId w:val="90"/></w:num>')
    )


def _number(paragraph: object, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # type: ignore[attr-defined]  # noqa: SLF001 - python-docx has no public way
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = 90


def _undated(package: bytes) -> bytes:
    """The same package with fixed dates, so that making it again changes nothing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _LONG_AGO), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def to_pdf(lines: list[str]) -> bytes:
    """The lines as pages of A4 with a running head and page numbers."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    font, size, pitch, left, right, top, foot = "STSong-Light", 16, 28, 80, 515, 740, 90
    pdfmetrics.registerFont(UnicodeCIDFont(font))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=True)

    def edge() -> None:
        canvas.setFont(font, 10)
        canvas.drawString(left, 790, "样例文件汇编")
        canvas.drawCentredString(297, 45, f"— {canvas.getPageNumber()} —")
        canvas.setFont(font, size)

    def turn() -> float:
        canvas.showPage()
        edge()
        return top

    def draw_table(rows: Rows, y: float) -> float:
        small = 10.5
        edges, laid = lay_out(
            rows, left, right, small, lambda text: pdfmetrics.stringWidth(text, font, small)
        )
        if y - sum(row.height for row in laid) < foot:
            y = turn()
        canvas.setFont(font, small)
        y += 14
        canvas.line(edges[0], y, edges[-1], y)
        for row in laid:
            for x, below, words in row.words:
                canvas.drawString(x, y - below, words)
            for x in edges:
                canvas.line(x, y, x, y - row.height)
            y -= row.height
            canvas.line(edges[0], y, edges[-1], y)
        canvas.setFont(font, size)
        return y - pitch

    edge()
    y = top
    for line in blocks(lines):
        if isinstance(line, list):
            y = draw_table(line, y)
            continue
        for x, part in _wrapped(
            line, left, right, lambda text: pdfmetrics.stringWidth(text, font, size), 2 * size
        ):
            if y < foot:
                y = turn()
            canvas.drawString(x, y, part)
            y -= pitch
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _wrapped(
    line: str, left: float, right: float, width: object, indent: float
) -> Iterator[tuple[float, str]]:
    x, part = left + indent, ""
    for char in line:
        if x + width(part + char) > right and char not in "，。；：、）》”":  # type: ignore[operator]
            yield x, part
            x, part = left, ""
        part += char
    yield x, part


def to_ofd(lines: list[str]) -> bytes:
    """The lines as pages of A4; the running head stands in a template."""
    size, pitch, left, right, top, foot = 5.64, 9.9, 28.0, 181.0, 36.0, 265.0
    pages: list[list[Text | Rule]] = [[]]

    def draw_table(rows: Rows, y: float) -> float:
        small = 3.7
        edges, laid = lay_out(rows, left, right, small, lambda text: sum(map(advance, text)) * small)
        if y + sum(row.height for row in laid) > foot:
            pages.append([])
            y = top
        y -= size
        page = pages[-1]
        page.append(Rule(edges[0], y, edges[-1], y))
        for row in laid:
            page += [Text(x, y + below, small, words) for x, below, words in row.words]
            page += [Rule(x, y, x, y + row.height) for x in edges]
            y += row.height
            page.append(Rule(edges[0], y, edges[-1], y))
        return y + pitch

    y = top
    for line in blocks(lines):
        if isinstance(line, list):
            y = draw_table(line, y)
            continue
        for x, part in _wrapped(line, left, right, lambda text: sum(map(advance, text)) * size, 2 * size):
            if y > foot:
                pages.append([])
                y = top
            pages[-1].append(Text(x, y, size, part))
            y += pitch
    for number, texts in enumerate(pages, 1):
        texts.append(Text(100, 281, 3.5, f"— {number} —"))
    head = Sheet([Text(left, 18, 3.5, "样例文件汇编")])
    return write_ofd([Sheet(texts, 0) for texts in pages], [head])


def to_html(lines: list[str], charset: str = "utf-8") -> bytes:
    """The lines as the page of a site, with its links, buttons and foot."""
    text = "\n".join(
        _html_table(line)
        if isinstance(line, list)
        else f'<p style="text-indent: 2em">{html.escape(line)}</p>'
        for line in blocks(lines)
    )
    page = f"""<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>政策文件_样例网站</title><script>var page = 1;</script></head>
<body><div class="nav"><a href="/">首页</a> <a href="/open">政务公开</a> <a href="/service">办事服务</a></div>
<div class="main"><ul class="side"><li><a href="/a">机构职能</a></li><li><a href="/b">规划计划</a></li></ul>
<div class="article"><div class="article-content">
{text}
</div><div class="print">打印 关闭</div></div></div>
<div class="footer">主办单位：样例网站 版权所有</div></body></html>
"""
    return page.encode("gb18030" if charset == "gb2312" else charset)


def _html_table(rows: Rows) -> str:
    reach = [heights(rows, x) for x in range(len(rows[0]))]
    body = []
    for y, row in enumerate(rows):
        cells = [
            f'<td rowspan="{reach[x][y]}">{html.escape(words)}</td>'
            if reach[x][y] > 1
            else f"<td>{html.escape(words)}</td>"
            for x, words in enumerate(row)
            if reach[x][y]
        ]
        body.append(f"<tr>{''.join(cells)}</tr>")
    return "<table>\n" + "\n".join(body) + "\n</table>"


def make(folder: Path) -> list[Path]:
    """Write the samples of a folder in all formats; what comes back are the files written."""
    made = []
    for path in sorted(FOLDER.glob("*.txt")):
        source = read_document(path)
        lines = lines_of(source.text)
        charset = "gb2312" if source.encoding == "gb18030" else "utf-8"
        for suffix, data in (
            (".docx", to_docx(lines)),
            (".pdf", to_pdf(lines)),
            (".ofd", to_ofd(lines)),
            (".html", to_html(lines, charset)),
        ):
            target = folder / f"{path.stem}{suffix}"
            target.write_bytes(data)
            made.append(target)
    return made


if __name__ == "__main__":
    for written in make(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER):
        sys.stdout.write(f"{written}\n")
