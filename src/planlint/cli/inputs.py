"""Which documents a command line names: files, folders, patterns that the shell left alone, `-` for standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from planlint.errors import InputError
from planlint.model.document import SourceDocument

SUFFIXES = (".txt", ".md")
STDIN = "-"


def documents_of(paths: list[str]) -> list[str]:
    """The files that the arguments name, in order, each once; InputError where an argument names none."""
    found: dict[str, None] = {}
    for path in paths:
        if path == STDIN:
            found[STDIN] = None
            continue
        place = Path(path)
        if place.is_dir():
            inside = sorted(str(p) for p in place.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
            if not inside:
                raise InputError(f"{path}: 文件夹里没有可读的计划（{'、'.join(SUFFIXES)}）；请给出含计划的文件夹")
            found.update(dict.fromkeys(inside))
        elif any(ch in path for ch in "*?[") and not place.exists():
            inside = _glob(path)
            if not inside:
                raise InputError(f"{path}: 没有匹配的文件，请检查通配符")
            found.update(dict.fromkeys(inside))
        else:
            found[path] = None
    return list(found)


def read(path: str) -> SourceDocument:
    """One document; `-` reads standard input to its end."""
    from planlint.read import decode_document, read_document

    if path == STDIN:
        return decode_document(sys.stdin.buffer.read(), "<stdin>")
    return read_document(path)


def _glob(pattern: str) -> list[str]:
    import glob

    return sorted(glob.glob(pattern, recursive=True))
