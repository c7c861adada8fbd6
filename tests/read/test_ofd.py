"""OFD files: whole paragraphs in reading order, tables as cells, templates and annotations apart; what is broken says so in one line."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from tests.read.sheets import set_lines
from tests.read.test_pdf import PARAGRAPHS
from write_ofd import Rule, Sheet, Text, packed, write_ofd

from planlint import InputError, decode_document, extract
from planlint.read.ofd import read_ofd

SIZE, PITCH, LEFT = 5.6, 9.9, 26.0
SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def column(lines: list[str], top: float = 40) -> list[Text]:
    """Lines of 28 characters, one below the other."""
    texts = []
    for i, line in enumerate(lines):
        words = line.lstrip("　")
        texts.append(Text(LEFT + (len(line) - len(words)) * SIZE, top + i * PITCH, SIZE, words))
    return texts


def one_page(objects: str, more: dict[str, str] | None = None, common: str = "") -> bytes:
    """A file whose page holds these objects as written, with further parts and entries of the document's common data."""
    data = write_ofd([Sheet()])
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    page, root = "Doc_0/Pages/Page_0/Content.xml", "Doc_0/Document.xml"
    parts[page] = parts[page].replace("</ofd:Layer>", f"{objects}</ofd:Layer>")
    parts[root] = parts[root].replace("</ofd:CommonData>", f"{common}</ofd:CommonData>")
    return packed({**parts, **(more or {})})


def text(words: str, box: str, code: str = 'X="0" Y="5"', **attributes: str) -> str:
    """A text object of 5 mm type."""
    more = "".join(f' {name}="{value}"' for name, value in ({"Size": "5"} | attributes).items())
    return (
        f'<ofd:TextObject Boundary="{box}"{more}><ofd:TextCode {code}>{words}</ofd:TextCode></ofd:TextObject>'
    )


def lines(objects: str, **more: object) -> list[str]:
    return read_ofd(one_page(objects, **more), "plan.ofd").text.split("\n")[:-1]


def cell_labels(objects: str) -> list[str]:
    return [m.label for m in read_ofd(one_page(objects), "plan.ofd").marks if m.kind == "cell"]


FIRST = text("到2025年，培育高新技术企业不少于40家。", "30 40 150 8")


def test_paragraphs_are_whole_over_lines_and_pages() -> None:
    set_as = set_lines(PARAGRAPHS)
    head = Sheet([Text(LEFT, 18, 3.5, "云岭市人民政府公报")])
    pages = [column(set_as[i : i + 10]) for i in range(0, len(set_as), 10)]
    sheets = [Sheet([*page, Text(100, 283, 4, f"— {i} —")], 0) for i, page in enumerate(pages, 1)]
    reading = read_ofd(write_ofd(sheets, [head]), "plan.ofd")
    assert reading.text.split("\n")[:-1] == PARAGRAPHS
    assert {(a.kind, a.text) for a in reading.apart} == {
        ("header", "云岭市人民政府公报"), *(("page-number", f"— {i} —") for i in (1, 2, 3)),
    }  # fmt: skip
    marks = [m for m in reading.marks if m.kind == "page"]
    assert [m.label for m in marks] == ["1", "2", "3"]
    assert "".join(reading.text[m.span.start : m.span.end] for m in marks) == reading.text


def test_a_template_of_one_page_is_that_page() -> None:
    letterhead = Sheet([Text(60, 40, 9, "云岭市人民政府文件"), Text(80, 60, SIZE, "云政发〔2024〕3号")])
    sheets = [Sheet(column(set_lines(PARAGRAPHS[:3]), 90), 0), Sheet(column(set_lines(PARAGRAPHS[3:])))]
    text = read_ofd(write_ofd(sheets, [letterhead]), "plan.ofd").text
    assert text.split("\n")[:3] == ["云岭市人民政府文件", "云政发〔2024〕3号", PARAGRAPHS[0]]


@pytest.mark.parametrize(
    "code",
    [
        'X="0" Y="5" DeltaX="g 3 5 g 99 5"',
        'X="0" Y="5" DeltaX="5 5 5"',
        'X="0" Y="5"',
        'X="0" Y="5" DeltaX="g 999999999 5"',
    ],
)
def test_distances_of_characters(code: str) -> None:
    assert lines(FIRST + text("二、主要目标", "30 60 80 8", code)) == [
        "到2025年，培育高新技术企业不少于40家。", "二、主要目标",
    ]  # fmt: skip


def test_a_stretch_that_goes_back_for_its_next_line() -> None:
    """Some programs write a whole cell as one TextCode, whose DeltaX leads back to the left and DeltaY down."""
    code = 'X="0" Y="5" DeltaX="g 14 5 -70 g 14 5" DeltaY="g 14 0 8 g 14 0"'
    words = "推进孵化载体建设，培育新质生产力；结合我市实际，制定本方案。"
    assert lines(text(words, "30 40 75 16", code)) == [words]


def test_each_character_an_object_with_its_own_scale_in_nested_blocks() -> None:
    """What word processors print: type of 100 units scaled by a CTM, every character in a boundary of its own."""
    words = "到2025年，培育高新技术企业不少于40家。"
    x, objects = 30.0, ""
    for char in words:
        objects += text(char, f"{x:g} 40 5 5", 'X="0" Y="86"', CTM="0.05 0 0 0.05 0 0", Size="100")
        x += 2.5 if char.isascii() else 5
    assert lines(f"<ofd:PageBlock><ofd:PageBlock>{objects}</ofd:PageBlock></ofd:PageBlock>") == [words]


def test_what_is_not_seen_or_stands_aslant_is_no_text() -> None:
    hidden = text("隐藏的话", "30 60 80 8", Visible="false")
    watermark = text("内部资料", "30 100 80 80", CTM="0.7 -0.7 0.7 0.7 0 0")
    assert lines(FIRST + hidden + watermark) == ["到2025年，培育高新技术企业不少于40家。"]


def test_annotations_and_tags_are_left_alone() -> None:
    more = {"Doc_0/Annots/Annot_0.xml": "<a>批注</a>", "Doc_0/Tags/CustomTags.xml": "<broken"}
    assert lines(FIRST, more=more) == ["到2025年，培育高新技术企业不少于40家。"]


def test_a_composed_graphic_is_drawn_where_it_is_named() -> None:
    drawn = text("二、主要目标", "0 0 40 8")
    unit = f'<ofd:CompositeGraphicUnit ID="7" Width="99" Height="9"><ofd:Content>{drawn}<ofd:CompositeObject ResourceID="7"/></ofd:Content></ofd:CompositeGraphicUnit>'
    more = {
        "Doc_0/Res.xml": f'<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CompositeGraphicUnits>{unit}</ofd:CompositeGraphicUnits></ofd:Res>'
    }
    named = '<ofd:CompositeObject ResourceID="7" Boundary="30 60 99 9"/>'
    got = lines(FIRST + named, more=more, common="<ofd:DocumentRes>Res.xml</ofd:DocumentRes>")
    assert got[:1] == ["到2025年，培育高新技术企业不少于40家。"]
    assert set("".join(got[1:])) == set("二、主要目标")  # it holds itself, and ends all the same


def test_a_ruled_table_is_cells() -> None:
    xs, ys = (26, 70, 110, 150), (60, 70, 80, 96)
    rules = [Rule(26 if y != 70 else 70, y, 150, y) for y in ys]
    rules += [Rule(x, 60 if x != 110 else 70, x, 96) for x in xs]
    cells = [
        Text(x, y, 4, words)
        for x, y, words in [
            (28, 67, "指标"), (72, 67, "目标值"), (72, 77, "2025年"), (112, 77, "2026年"),
            (28, 86, "高新技术"), (28, 92, "企业数"), (72, 88, "40家"), (112, 88, "50家"),
        ]
    ]  # fmt: skip
    page = [
        *column(set_lines(PARAGRAPHS[:1])),
        *rules,
        *cells,
        *column(set_lines(PARAGRAPHS[2:3]), 120),
    ]
    source = decode_document(write_ofd([Sheet(page)]), "plan.ofd")
    assert source.text.split("\n")[:-1] == [
        PARAGRAPHS[0], "指标\t目标值\t", "\t2025年\t2026年", "高新技术企业数\t40家\t50家", PARAGRAPHS[2],
    ]  # fmt: skip
    spans = {m.label: m.cell for m in source.marks if m.cell}
    assert (spans["T1R1C1"].rows, spans["T1R1C2"].columns) == (2, 2)


def test_a_filled_bar_is_a_line() -> None:
    bars = "".join(
        f'<ofd:PathObject Boundary="{x} {y} {w} {h}" Fill="true"><ofd:AbbreviatedData>M 0 0 L {w} 0 L {w} {h} L 0 {h} C</ofd:AbbreviatedData></ofd:PathObject>'
        for x, y, w, h in [(30, 60, 80, 0.2), (30, 70, 80, 0.2), (30, 60, 0.2, 10), (70, 60, 0.2, 10), (110, 60, 0.2, 10)]
    )  # fmt: skip
    cells = text("高新技术企业", "31 61 38 8") + text("40家", "71 61 38 8")
    assert cell_labels(FIRST + bars + cells) == ["T1R1C1", "T1R1C2"]


def test_a_box_drawn_with_one_stroke_closes() -> None:
    box = '<ofd:PathObject Boundary="30 60 80 10"><ofd:AbbreviatedData>M 0 0 L 80 0 L 80 10 L 0 10 C</ofd:AbbreviatedData></ofd:PathObject>'
    rule = Rule(70, 60, 70, 70).xml(9)
    cells = text("高新技术企业", "31 61 38 8") + text("40家", "71 61 38 8")
    assert cell_labels(FIRST + box + rule + cells) == ["T1R1C1", "T1R1C2"]


PICTURE = '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="5" CTM="210 0 0 297 0 0"/>'
DTD = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
BOMB = f"<a>{'<ofd:Layer/>' * 8_000_000}</a>"
PAGE = "Doc_0/Pages/Page_0/Content.xml"
SAME = f'<ofd:Page BaseLoc="/{PAGE}"/>' * 100
MANY = f'<a xmlns:ofd="x"><ofd:Pages>{SAME * 200}</ofd:Pages></a>'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (one_page(PICTURE), "OCR"),
        (one_page("", {PAGE: DTD}), "DTD"),
        (one_page("", {PAGE: "<ofd:Page"}), "已损坏"),
        (one_page("", {PAGE: "<a>" * 5000 + "</a>" * 5000}), "嵌套层数"),
        (one_page(FIRST)[:-200], "已损坏"),
        (one_page("", {PAGE: BOMB}), "压缩炸弹"),
        (one_page("", {PAGE: f"<a>{' ' * 100_000}</a>", "Doc_0/Document.xml": MANY}), "压缩炸弹"),
        (one_page("", {"OFD.xml": "<a/>"}), "DocRoot"),
        (one_page("", {"Doc_0/Document.xml": "<a/>"}), "没有页面"),
        (one_page("", {"Doc_0/Document.xml": MANY.replace("Page_0", "Page_9")}), "缺少第 1 页"),
        (one_page(FIRST, {"Encryptions.xml": "<a/>"}), "加密"),
    ],
    ids=["picture", "dtd", "xml", "deep", "cut", "bomb", "many", "root", "no pages", "no page", "locked"],
)
def test_pictures_and_broken_and_hostile_files_say_so(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why) as error:
        decode_document(data, "plan.ofd")
    assert "\n" not in str(error.value)


def test_from_outside(tmp_path: Path) -> None:
    data = one_page(FIRST)
    (tmp_path / "plan.ofd").write_bytes(data)
    (tmp_path / "renamed.txt").write_bytes(data)
    (tmp_path / "scan.ofd").write_bytes(one_page(PICTURE))
    for name in ("plan.ofd", "renamed.txt"):
        shown = subprocess.run(
            [sys.executable, "-m", "planlint", "text", tmp_path / name], capture_output=True, check=False
        )
        assert (shown.returncode, shown.stdout.decode()) == (0, "到2025年，培育高新技术企业不少于40家。\n")
    scan = subprocess.run(
        [sys.executable, "-m", "planlint", "extract", tmp_path / "scan.ofd"], capture_output=True, check=False
    )
    assert scan.returncode == 2
    assert "OCR" in scan.stderr.decode()
    (target,) = extract(decode_document(data, "plan.ofd")).targets
    assert (target.value, target.deadline) == (40, "2025")
