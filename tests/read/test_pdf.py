"""PDF files: whole paragraphs in reading order, without what belongs to the page; pictures and locked files say so."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.read.fonts import needs_chinese_font
from tests.read.sheets import TOP, column, pdf, set_lines, words

from planlint import InputError, decode_document, extract, read_document
from planlint.read.pdf import read_pdf
from planlint.report.record import report_of

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
real = pytest.mark.skipif(not CORPUS.is_dir(), reason="the real plans are not beside this checkout")

PARAGRAPHS = [
    "为加快推进孵化载体建设，培育发展新质生产力，结合我市实际，制定本方案，请各有关单位结合本地区本部门实际认真抓好贯彻落实。",
    "一、总体要求",
    "坚持创新驱动发展，围绕产业链部署创新链，围绕创新链布局产业链，推动孵化载体提质增效，形成多层次、全链条、专业化的孵化服务体系。",
    "二、主要目标",
    "到2025年，全市培育高新技术企业不少于40家，建设公共服务平台3个，引进高层次人才团队12个，孵化载体总面积达到60万平方米以上。",
    "三、重点任务",
    "（一）建设创新平台。支持龙头企业牵头组建创新联合体，建设省级以上重点实验室、技术创新中心，对新认定的给予最高不超过100万元奖励。",
    "（二）培育科技企业。实施科技型中小企业梯度培育计划，建立从初创企业到领军企业的全周期服务机制，每年新增科技型中小企业200家。",
    "（三）优化创新生态。健全科技金融服务，设立规模不低于5亿元的产业引导基金，推动知识产权质押融资扩面增量，营造鼓励创新的良好氛围。",
]


def pages_of(lines: list[str], each: int, head: str = "云岭市人民政府公报") -> list:
    def page(number: int, part: list[str]) -> object:
        def draw(canvas: Canvas) -> None:
            words(canvas, 220, 765, f"{head} 2024年第{number}期", 10)
            column(canvas, 80, part, TOP - 10)
            words(canvas, 290, 40, f"— {number} —", 12)

        return draw

    return [page(i // each + 1, lines[i : i + each]) for i in range(0, len(lines), each)]


def test_paragraphs_are_whole_over_lines_and_pages() -> None:
    reading = read_pdf(pdf(*pages_of(set_lines(PARAGRAPHS), 10)), "plan.pdf")
    assert reading.text.split("\n")[:-1] == PARAGRAPHS
    assert {a.kind for a in reading.apart} == {"header", "page-number"}
    pages = [reading.text[m.span.start : m.span.end] for m in reading.marks if m.kind == "page"]
    assert "".join(pages) == reading.text
    assert len(pages) == 3
    assert pages[1][:4] not in ("一、总体", "二、主要")


def test_a_title_on_two_lines_and_bare_lines() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("STSong-Light", 22)
        canvas.drawCentredString(306, 700, "云岭市人民政府关于加快孵化载体")
        canvas.drawCentredString(306, 670, "建设的实施意见")
        column(canvas, 80, set_lines(PARAGRAPHS[:3]), 620)
        canvas.drawRightString(500, 300, "云岭市人民政府")
        canvas.drawRightString(500, 274, "2024年3月2日")

    lines = read_pdf(pdf(draw), "plan.pdf").text.split("\n")
    assert lines[0] == "云岭市人民政府关于加快孵化载体建设的实施意见"
    assert lines[1:4] == PARAGRAPHS[:3]
    assert lines[4:6] == ["云岭市人民政府", "2024年3月2日"]


def test_two_columns_are_read_one_after_the_other() -> None:
    lines = set_lines(PARAGRAPHS, 17)
    half = len(lines) // 2

    def draw(canvas: Canvas) -> None:
        canvas.setFont("STSong-Light", 22)
        canvas.drawCentredString(306, 750, "云岭市孵化载体建设行动方案（2024—2026年）")
        for i in range(half):  # row by row, as some programs write
            column(canvas, 60, [lines[i]], 700 - 18 * i, 13)
            column(canvas, 320, [lines[half + i]] if half + i < len(lines) else [], 700 - 18 * i, 13)
        column(canvas, 320, lines[2 * half :], 700 - 18 * half, 13)

    text = read_pdf(pdf(draw), "plan.pdf").text
    assert text.split("\n")[:-1] == ["云岭市孵化载体建设行动方案（2024—2026年）", *PARAGRAPHS]


def test_a_ruled_table_is_cells() -> None:
    def draw(canvas: Canvas) -> None:
        column(canvas, 80, set_lines(PARAGRAPHS[:1]), 740)
        xs, ys = [80, 200, 300, 400], [640, 610, 580, 540]
        for y in ys:
            canvas.line(80 if y != 610 else 200, y, 400, y)  # the first column's head is two rows high
        for x in xs:
            canvas.line(x, 640 if x != 300 else 610, x, 540)  # the other head is two columns wide
        for x, y, text in [
            (85, 620, "指标"),
            (205, 620, "目标值"),
            (205, 588, "2025年"),
            (305, 588, "2026年"),
            (85, 562, "高新技术"),
            (85, 546, "企业数"),
            (205, 555, "40家"),
            (305, 555, "50家"),
        ]:
            words(canvas, x, y, text, 12)
        column(canvas, 80, set_lines(PARAGRAPHS[2:3]), 500)

    source = decode_document(pdf(draw), "plan.pdf")
    assert source.text.split("\n")[:-1] == [
        PARAGRAPHS[0], "指标\t目标值\t", "\t2025年\t2026年", "高新技术企业数\t40家\t50家", PARAGRAPHS[2],
    ]  # fmt: skip
    cells = {m.label: m.cell for m in source.marks if m.cell}
    assert (cells["T1R1C1"].rows, cells["T1R1C2"].columns) == (2, 2)


@needs_chinese_font
def test_a_page_turned_round_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.rotate(90)
        canvas.translate(0, -612)
        column(canvas, 80, set_lines(PARAGRAPHS[:3]), 550)

    assert read_pdf(pdf(draw), "plan.pdf").text.split("\n")[:-1] == PARAGRAPHS[:3]


def test_pictures_and_locked_and_broken_files_say_so() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    picture = pdf(lambda canvas: canvas.rect(100, 100, 300, 300, fill=1))
    locked = pdf(lambda canvas: words(canvas, 80, 700, PARAGRAPHS[0]), encrypt=StandardEncryption("secret"))
    whole = pdf(lambda canvas: words(canvas, 80, 700, PARAGRAPHS[0]))
    for data, why in [
        (picture, "OCR"),
        (locked, "密码"),
        (whole[:300], "损坏"),
        (b"%PDF-1.7 " + bytes(200), "损坏"),
    ]:
        with pytest.raises(InputError, match=why) as error:
            decode_document(data, "plan.pdf")
        assert "\n" not in str(error.value)


@real
def test_the_real_pdf_gives_the_facts_of_its_text() -> None:
    folder = CORPUS / "more"
    text = read_document(folder / "046_fagaiban_gesui_xinyong.pdf").text
    assert text.startswith("发展改革委办公厅")
    assert text.rstrip().endswith("2019年8月20日")
    assert "— 1 —" not in text
    assert facts(folder / "046_fagaiban_gesui_xinyong.pdf") == facts(
        folder / "046_fagaiban_gesui_xinyong.txt"
    )


def facts(path: Path) -> Counter:
    report = report_of(extract(read_document(path)))
    return Counter(
        (kind, "".join(fact["quote"].split()))
        for kind in ("targets", "milestones", "subsidies", "responsibilities", "citations")
        for fact in report[kind]
    )
