"""Everything from outside has its limit, and each limit its line: what is too much, how much is read, what to do."""

import os
import subprocess
import sys
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from planlint import InputError, decode_document, extract
from planlint.read import apart, document, package, source_bytes

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
TEXT = "云岭市行动计划。到2025年，培育高新技术企业40家。"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
POSIX = pytest.mark.skipif(
    os.name != "posix", reason="limits of a process, pipes and devices as POSIX has them"
)


def word(body: str | bytes, **parts: bytes) -> bytes:
    """A Word file with this body, or with these very bytes as its main part."""
    made = BytesIO()
    data = (
        body if isinstance(body, bytes) else f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()
    )
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", data)
        for name, part in parts.items():
            file.writestr(name, part)
    return made.getvalue()


def page(inside: str) -> bytes:
    return f"<html><body>{inside}<p>{TEXT}</p></body></html>".encode()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(InputError) as caught:
        decode_document(data, name)
    said = str(caught.value)
    assert said.startswith(f"{name}: ")
    assert "\n" not in said
    assert "；" in said or "，" in said
    return said


def test_a_million_empty_paragraphs() -> None:
    assert "元素数超过上限（100 万个）" in refusal(word("<w:p/>" * 1_000_001 + paragraph(TEXT)), "plan.docx")


def test_elements_in_elements() -> None:
    said = refusal(word("<w:sdt>" * 300 + paragraph(TEXT) + "</w:sdt>" * 300), "plan.docx")
    assert "嵌套层数超过上限（240 层）" in said


def test_a_part_that_grows_a_thousandfold() -> None:
    assert "压缩炸弹" in refusal(word(b" " * 80_000_000), "plan.docx")


def test_files_in_a_zip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_PARTS", 20)
    data = word(paragraph(TEXT), **{f"word/{i}.xml": b"<x/>" for i in range(30)})
    assert "内部文件数超过上限" in refusal(data, "plan.docx")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_a_document_type_in_any_encoding(encoding: str) -> None:
    entities = "".join(f'<!ENTITY e{i + 1} "{f"&e{i};" * 10}">' for i in range(5))
    xml = f'<!DOCTYPE w [<!ENTITY e0 "{TEXT}">{entities}]><w:document {W}><w:body>{paragraph("&e5;")}</w:body></w:document>'
    assert "DTD" in refusal(word(xml.encode(encoding)), "plan.docx")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_wide_encodings_without_a_document_type_are_read(encoding: str) -> None:
    xml = f"<w:document {W}><w:body>{paragraph(TEXT)}</w:body></w:document>"
    assert decode_document(word(xml.encode(encoding)), "plan.docx").text.strip() == TEXT


def pdf_bomb() -> bytes:
    """A few kilobytes whose stream, deflated twice, opens to half a gigabyte."""
    inner = zlib.compressobj(9)
    once = b"".join(inner.compress(b" " * 1_000_000) for _ in range(500)) + inner.flush()
    twice = zlib.compress(once, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>",
        b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(twice), twice),
    ]
    body = b"%PDF-1.7\n" + b"".join(b"%d 0 obj%s endobj\n" % (i, o) for i, o in enumerate(objects, 1))
    return body + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF"


@POSIX
def test_a_pdf_that_opens_to_half_a_gigabyte_ends_its_own_process_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(apart, "MEMORY", 350 * 1024 * 1024)
    apart._child.close()
    data = pdf_bomb()
    assert len(data) < 20_000
    refusal(data, "plan.pdf")
    good = next(SAMPLES.glob("*.pdf"))
    assert extract(decode_document(good.read_bytes(), "good.pdf")).targets


@POSIX
def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "CPU_SECONDS", 1)
    apart._child.close()
    tag = "<p " + " ".join(f"a{i}=1" for i in range(200_000)) + ">"
    assert "处理器时间超过上限（1 秒）" in refusal(page(tag), "plan.html")
    assert TEXT in decode_document(page("<div>" * 2000), "plan.html").text
    apart._child.close()


@pytest.mark.parametrize(
    "inside",
    [
        "<p " + " ".join(f"a{i}='>'" for i in range(2000)) + ">",
        "<div>" * 5000,
        "<font>" * 3000,
        "<a b='" * 5000,
    ],
    ids=["attributes", "depth", "open fonts", "open quotes"],
)
def test_a_heavy_page_is_read_apart_and_gives_its_text(inside: str) -> None:
    assert "培育高新技术企业40家" in decode_document(page(inside), "plan.html").text.replace("\n", "")


def test_an_interrupted_answer_is_not_taken_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    good = next(SAMPLES.glob("*.pdf")).read_bytes()
    want = decode_document(good, "plan.pdf").text

    def interrupted(process, message):
        process.stdin.write(message)
        process.stdin.flush()
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(apart, "_exchanged", interrupted)
        with pytest.raises(KeyboardInterrupt):
            decode_document(page("<div>" * 2000), "plan.html")
    assert decode_document(good, "plan.pdf").text == want


def test_reading_apart_gives_what_reading_here_gives() -> None:
    from planlint.read.pdf import read_pdf

    for path in sorted(SAMPLES.glob("*.pdf")):
        data = path.read_bytes()
        assert apart.read_apart("pdf", data, "x.pdf") == read_pdf(data, "x.pdf")


def test_a_file_beyond_all_plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_bytes, "LARGEST_FILE", 1000)
    path = tmp_path / "plan.txt"
    path.write_text(TEXT * 100, encoding="utf-8")
    with pytest.raises(InputError, match="文件大小超过上限"):
        source_bytes.bytes_of(path)


def test_a_text_beyond_all_plans(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "LONGEST_TEXT", 1000)
    assert "正文超过上限" in refusal((TEXT * 100).encode(), "plan.txt")


@POSIX
@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null"])
def test_devices_end(name: str) -> None:
    if not Path(name).exists():
        pytest.skip(f"no {name} here")
    result = subprocess.run(
        [sys.executable, "-m", "planlint", "extract", name], capture_output=True, check=False
    )
    said = result.stderr.decode("utf-8").splitlines()
    assert (result.returncode, len(said)) == (2, 1)


@POSIX
def test_a_pipe_that_nobody_writes_to_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    os.mkfifo(path)
    with pytest.raises(InputError, match="空"):
        decode_document(source_bytes.bytes_of(path), "plan.txt")


@POSIX
def test_a_pipe_with_a_writer_is_read_to_its_end() -> None:
    code = "from planlint import read_document; print(read_document('/dev/fd/0').text, end='')"
    result = subprocess.run(
        [sys.executable, "-c", code], input=TEXT.encode(), capture_output=True, check=False
    )
    assert result.stdout.decode() == TEXT


def test_one_long_line_costs_what_many_lines_cost() -> None:
    """Counted in calls of the scanner's own functions, not in time."""
    import cProfile
    import pstats

    def calls(text: str) -> int:
        profile = cProfile.Profile()
        profile.runcall(extract, text)
        return pstats.Stats(profile).total_calls

    short, long = (TEXT * n for n in (50, 400))
    assert calls(long) < 12 * calls(short)
    assert calls(long) < 3 * calls(long.replace("。", "。\n"))
