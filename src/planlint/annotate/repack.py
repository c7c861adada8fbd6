"""A zip package and its new parts in, the package out: every other part byte for byte, in the same order, with the same dates."""

from __future__ import annotations

import io
import shutil
import zipfile
import zlib
from typing import TYPE_CHECKING

from planlint.errors import InputError
from planlint.words import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

# What a file from an office never holds; copying more would be the work of a bomb.
_LARGEST = 2 * 1024**3
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def repacked(data: bytes, parts: Mapping[str, bytes], path: str) -> bytes:
    """The package with these parts, by their names as stored, in place of those of the same name or behind all."""
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            if sum(info.file_size for info in old.infolist()) > _LARGEST:
                raise InputError("read.word_too_large", path=path)
            new.comment = old.comment
            for info in old.infolist():
                if info.filename in parts:
                    new.writestr(_like(info), parts[info.filename])
                else:
                    with (
                        old.open(info) as source,
                        new.open(_like(info), "w", force_zip64=info.file_size >= 2**31) as target,
                    ):
                        shutil.copyfileobj(source, target)
            kept = set(old.namelist())
            for name, part in parts.items():
                if name not in kept:
                    new.writestr(zipfile.ZipInfo(name, _LONG_AGO), part, zipfile.ZIP_DEFLATED)
    except _ERRORS as error:
        raise InputError(
            "read.broken", path=path, what=Text.of("read.word"), why=error, remedy=Text.of("read.remedy.word")
        ) from error
    return out.getvalue()


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    same = zipfile.ZipInfo(info.filename, info.date_time)
    same.compress_type = (
        zipfile.ZIP_STORED if info.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
    )
    same.external_attr = info.external_attr
    same.create_system = info.create_system
    same.comment = info.comment
    return same
