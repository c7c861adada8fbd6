"""Old Word, WPS, RTF and OpenDocument files in, the text out: LibreOffice turns them into .docx where it is installed.

Where it is not, the message says what to install or how to save the file anew. (antiword is no way out: it drops automatic numbers,
so that 一、主要任务 loses its place among the headings without a word.)
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Literal

from planlint.errors import InputError
from planlint.words import Text

if TYPE_CHECKING:
    from planlint.read.source_text import SourceText

OfficeKind = Literal["word", "rtf", "odt"]

# By kind: the code of what the file is called, its suffix for LibreOffice, its media type.
_KINDS: dict[OfficeKind, tuple[str, str, str]] = {
    "word": ("read.office.word", ".doc", "application/msword"),
    "rtf": ("read.office.rtf", ".rtf", "application/rtf"),
    "odt": ("read.office.odt", ".odt", "application/vnd.oasis.opendocument.text"),
}
_OFFICE = ("soffice", "libreoffice")
_OFFICE_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
# The first start of LibreOffice sets up its profile and may take half a minute.
_PATIENCE = 180


def read_office(data: bytes, path: str, kind: OfficeKind) -> SourceText:
    """The document's text; InputError where no program is there that can open it, or where it fails."""
    name, _, media_type = _KINDS[kind]
    office = _find_office()
    if office is not None:
        from planlint.read.docx import read_docx

        return read_docx(_converted(data, path, kind, office), path)._replace(media_type=media_type)
    raise InputError("read.needs_office", path=path, what=Text.of(name))


def _find_office() -> str | None:
    found = next(filter(None, map(shutil.which, _OFFICE)), None)
    return found or next((place for place in _OFFICE_PLACES if Path(place).is_file()), None)


def _converted(data: bytes, path: str, kind: OfficeKind, office: str) -> bytes:
    """The file as .docx; LibreOffice works in a folder and with a profile of its own, so that several runs do not meet."""
    name, suffix, _ = _KINDS[kind]
    with tempfile.TemporaryDirectory(prefix="planlint-") as given:
        folder = Path(given)
        source = folder / f"document{suffix}"
        source.write_bytes(data)
        profile = (folder / "profile").as_uri()
        command = [
            office, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML",
            "--outdir", str(folder / "out"), str(source),
        ]  # fmt: skip
        _run(command, path, "LibreOffice")
        made = folder / "out" / "document.docx"
        if not made.is_file():
            raise InputError("read.office_fails", path=path, what=Text.of(name))
        return made.read_bytes()


def _run(command: list[str], path: str, program: str) -> subprocess.CompletedProcess[bytes]:
    quiet = {**os.environ, "SAL_USE_VCLPLUGIN": "svp"}
    try:
        return subprocess.run(  # noqa: S603 - a program that was found on this machine, and a file of our own naming
            command, capture_output=True, check=False, timeout=_PATIENCE, env=quiet, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise InputError("read.office_slow", path=path, program=program, seconds=_PATIENCE) from error
    except OSError as error:
        raise InputError(
            "read.office_not_started", path=path, program=program, why=error.strerror or error
        ) from error


def office_kind(data: bytes, path: str) -> OfficeKind:
    """Which of these kinds some bytes are; an old Excel file or presentation is said to be one."""
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(b"PK"):
        return "odt"
    suffix = PurePath(path).suffix.lower()
    if _utf16("WordDocument") not in data:
        if _utf16("EncryptedPackage") in data:
            raise InputError("read.office_locked", path=path)
        if any(_utf16(word) in data for word in ("Workbook", "PowerPoint Document")) or suffix in (
            ".xls",
            ".ppt",
        ):
            raise InputError("read.foreign.old_office", path=path)
    return "word"


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")
