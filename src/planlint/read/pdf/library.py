"""PDFium by the few functions that reading needs: `pdfium().FPDF_GetPageCount(document)`.

pypdfium2 brings the library; its own bindings declare 450 functions, and importing them takes 12 ms where these take 2. The library is
started with the machine's fonts: where a file embeds none, PDFium drops text set upright (90°) unless it finds a stand-in to measure it by.
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, c_char_p, c_float, c_int, c_size_t, c_uint, c_ulong, c_void_p
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

FILES = ("libpdfium.so", "libpdfium.dylib", "pdfium.dll")
WRONG_PASSWORD = 4
PATH, FORM = 2, 5
LINE_TO, MOVE_TO = 0, 2


class Box(ctypes.Structure):
    """FS_RECTF."""

    _fields_ = (("left", c_float), ("top", c_float), ("right", c_float), ("bottom", c_float))


class Matrix(ctypes.Structure):
    """FS_MATRIX: (x, y) is at (ax + cy + e, bx + dy + f)."""

    _fields_ = (
        ("a", c_float), ("b", c_float), ("c", c_float), ("d", c_float), ("e", c_float), ("f", c_float),
    )  # fmt: skip


class _Config(ctypes.Structure):
    """FPDF_LIBRARY_CONFIG, second version."""

    _fields_ = (
        ("version", c_int),
        ("font_paths", POINTER(c_char_p)),
        ("isolate", c_void_p),
        ("slot", c_uint),
    )


_NUMBER = POINTER(c_float)
# What each function gives back, and what it takes; an object of PDFium is a pointer.
_FUNCTIONS: dict[str, tuple[object, ...]] = {
    "FPDF_InitLibraryWithConfig": (None, POINTER(_Config)),
    "FPDF_GetLastError": (c_ulong,),
    "FPDF_LoadMemDocument64": (c_void_p, c_char_p, c_size_t, c_char_p),
    "FPDF_CloseDocument": (None, c_void_p),
    "FPDF_GetPageCount": (c_int, c_void_p),
    "FPDF_LoadPage": (c_void_p, c_void_p, c_int),
    "FPDF_ClosePage": (None, c_void_p),
    "FPDFPage_GetRotation": (c_int, c_void_p),
    "FPDFPage_GetCropBox": (c_int, c_void_p, _NUMBER, _NUMBER, _NUMBER, _NUMBER),
    "FPDFPage_GetMediaBox": (c_int, c_void_p, _NUMBER, _NUMBER, _NUMBER, _NUMBER),
    "FPDFText_LoadPage": (c_void_p, c_void_p),
    "FPDFText_ClosePage": (None, c_void_p),
    "FPDFText_CountChars": (c_int, c_void_p),
    "FPDFText_GetUnicode": (c_uint, c_void_p, c_int),
    "FPDFText_IsGenerated": (c_int, c_void_p, c_int),
    "FPDFText_GetLooseCharBox": (c_int, c_void_p, c_int, POINTER(Box)),
    "FPDFPage_CountObjects": (c_int, c_void_p),
    "FPDFPage_GetObject": (c_void_p, c_void_p, c_int),
    "FPDFFormObj_CountObjects": (c_int, c_void_p),
    "FPDFFormObj_GetObject": (c_void_p, c_void_p, c_ulong),
    "FPDFPageObj_GetType": (c_int, c_void_p),
    "FPDFPageObj_GetMatrix": (c_int, c_void_p, POINTER(Matrix)),
    "FPDFPath_CountSegments": (c_int, c_void_p),
    "FPDFPath_GetPathSegment": (c_void_p, c_void_p, c_int),
    "FPDFPathSegment_GetPoint": (c_int, c_void_p, _NUMBER, _NUMBER),
    "FPDFPathSegment_GetType": (c_int, c_void_p),
    "FPDFPathSegment_GetClose": (c_int, c_void_p),
}


@lru_cache(maxsize=1)
def pdfium() -> ctypes.PyDLL:
    """The library, started; it is no library for threads, so a call keeps the interpreter's lock."""
    library = ctypes.PyDLL(_file())
    for name, (gives, *takes) in _FUNCTIONS.items():
        function = getattr(library, name)
        function.restype, function.argtypes = gives, takes
    library.FPDF_InitLibraryWithConfig(_Config(version=2))
    return library


def _file() -> str:
    """Where the library lies: beside pypdfium2's bindings, or where these find one that the system has."""
    spec = find_spec("pypdfium2_raw")
    for folder in (spec.submodule_search_locations or ()) if spec is not None else ():
        for name in FILES:
            if (Path(folder) / name).is_file():
                return str(Path(folder) / name)
    from importlib import import_module

    return str(import_module("pypdfium2_raw.bindings")._libs["pdfium"]._name)  # noqa: SLF001 - nothing else tells
