"""Whether the machine has a Chinese font: without one PDFium drops text set upright in a font that the file does not embed."""

from __future__ import annotations

import shutil
import subprocess

import pytest


def has_chinese_font() -> bool:
    if shutil.which("fc-list") is None:
        return False
    found = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, text=True, check=False)
    return bool(found.stdout.strip())


needs_chinese_font = pytest.mark.skipif(
    not has_chinese_font(),
    reason="no Chinese font on this machine: PDFium drops upright text that no font measures",
)
