"""Old Word, RTF and OpenDocument files: through LibreOffice where it is installed, else a line that says what to do."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.read.test_docx import LISTS
from tests.read.word import cell, paragraph, word

from planlint import InputError, decode_document
from planlint.read import office

if TYPE_CHECKING:
    from pathlib import Path

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
BODY = paragraph("总体要求", num=(1, 0)) + paragraph("到2025年，培育企业不少于40家。")
TABLE = f"<w:tbl><w:tr>{cell('任务')}{cell('单位')}</w:tr><w:tr>{cell('建设平台')}{cell('市科技局')}</w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("data", "what"),
    [(OLD + "WordDocument".encode("utf-16-le"), "LibreOffice"), (b"{\\rtf1 x}", "RTF"), (OLD + "Workbook".encode("utf-16-le"), "Excel"), (OLD + "EncryptedPackage".encode("utf-16-le"), "密码")],
)  # fmt: skip
def test_without_a_program_the_line_says_what_to_do(
    data: bytes, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "_find_office", lambda: None)
    with pytest.raises(InputError, match=what) as error:
        decode_document(data, "plan.doc")
    assert str(error.value).startswith("plan.doc: ")
    assert "\n" not in str(error.value)


@needs_office
@pytest.mark.parametrize(
    ("suffix", "form", "media"),
    [("doc", "doc:MS Word 97", "msword"), ("rtf", "rtf", "rtf"), ("odt", "odt", "opendocument")],
)
def test_with_libreoffice_the_text_is_the_same(tmp_path: Path, suffix: str, form: str, media: str) -> None:
    source = tmp_path / "plan.docx"
    source.write_bytes(word(BODY + TABLE + paragraph("附则"), numbering=LISTS))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", form, "--outdir", tmp_path, source],
        check=True, capture_output=True, timeout=170,
    )  # fmt: skip
    read = decode_document((tmp_path / f"plan.{suffix}").read_bytes(), "plan.wps")
    text = read.text.replace("一?", "一、")  # LibreOffice itself writes the 、 of a list label so into RTF
    assert text == "一、总体要求\n到2025年，培育企业不少于40家。\n任务\t单位\n建设平台\t市科技局\n附则\n"
    assert media in read.media_type


@needs_office
def test_a_broken_file_is_said_to_be_broken() -> None:
    with pytest.raises(InputError, match=r"打不开|没有文字|汉字|字符"):
        decode_document(OLD + "WordDocument".encode("utf-16-le"), "plan.doc")
