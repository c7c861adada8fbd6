"""What the characters around a numeral say of it when no rule does: a cell, a label, a telephone number, an address, a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.model.mention import Numeral

_CODE = re.compile("[A-Za-z0-9+/_.:@#×-]")
_SLOGAN = re.compile("[+＋×*]")
_ASCII_RUN = re.compile("[!-~]+")
_ADDRESS = re.compile(
    "://|%[0-9A-Fa-f]{2}|\\.(?:html?|pdf|docx?|com|cn|gov)|/[\\w.-]+/|[_@#]|[A-Za-z]\\d|\\d[A-Za-z]"
)
_AS_LABEL_BEHIND = re.compile("[.、．)）\\]]|\\s?[)）]")
_CELL = re.compile("[\\d,.%—–~～\\-－<>≤≥＜＞()（）/ ]*")
_ORDINAL_BEHIND = re.compile("届|中全会|次会议|大精神|号|期|年级|版|批|等奖|中|全会")
_REACH = 90
_BLANKS = " \t\u3000\u2003"
_LABEL_TEXT = re.compile("[ \\t\u3000\u2003]{1,4}[^\\W\\da-zA-Z_]{2}")
# 0775-7072105, 400-068-7188
_PHONE = re.compile("(?<!\\d)(?:0\\d{2,3}|400|800)[-—－]\\d{3,8}(?:[-—－]\\d{3,4})?(?!\\d)")


def by_shape(text: str, numeral: Numeral, counted: bool) -> tuple[str, str | None, str]:
    """What the characters around a numeral say when no rule does."""
    start, end = numeral.span
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if numeral.form is not None:
        return (numeral.form, None, f"LED-{numeral.form}")
    if not counted:
        if numeral.kind == "han":
            return ("ordinal", None, "LED-ordinal") if before == "第" else ("word", None, "LED-word")
        if numeral.kind == "placeholder":
            return ("placeholder", None, "LED-placeholder")
    shape = _shape(text, start, end)
    if shape is not None:
        return shape[0], None, shape[1]
    if numeral.kind == "arabic":
        if before == "第":
            return ("ordinal", None, "LED-ordinal")
        if _SLOGAN.match(before) or _SLOGAN.match(after):
            return ("name", None, "LED-slogan")
        if not counted and ((_CODE.match(before) and not before.isdigit()) or _CODE.match(after)):
            return ("code", None, "LED-code")
    return ("unknown", None, "LED-unknown")


def _shape(text: str, start: int, end: int) -> tuple[str, str] | None:
    """Role and rule from the characters around a numeral: table cell, list label, address, ratio, page number, contents."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    line_start = text.rfind("\n", max(0, start - _REACH), start) + 1
    line_end = text.find("\n", end, end + _REACH)
    line_end = line_end if line_end >= 0 else min(len(text), end + _REACH)
    opens_line = before in ("", "\n")
    if (
        (opens_line or line_start)
        and line_end - line_start < 40
        and _CELL.fullmatch(text, line_start, line_end)
    ):
        return "cell", "LED-cell"
    if before in "(（［[" and before and after in ")）］]" and after:
        return "heading", "LED-label"
    if _is_phone(text, start, end):
        return "contact", "LED-phone"
    if (
        (opens_line or before in "。；：:;） )")
        and _AS_LABEL_BEHIND.match(text, end)
        and not text[end + 1 : end + 2].isdigit()
    ):
        return "heading", "LED-label"
    if (
        after in _BLANKS
        and after
        and (before in _BLANKS or not before.isascii())
        and _LABEL_TEXT.match(text, end)
    ):
        # 。2.1 建设要求……: a label whose line the copy has lost; 图书馆120 国朝文钞: the number of an entry
        return "heading", "LED-label"
    if (after in "∶:：" and after and text[end + 1 : end + 2].isdigit()) or (
        before in "∶:：" and before and text[max(0, start - 2) : start - 1].isdigit()
    ):
        return "ratio", "LED-ratio"
    if text[max(0, start - 3) : start] == "...":
        return "chrome", "LED-contents"
    if opens_line and (after == " " or "一" <= after <= "鿿"):
        # 14.8 创新……: a label of a decimal style; 64业新动能: a page number that the copy glued to the line
        return ("heading", "LED-label") if after == " " or "." in text[start:end] else ("chrome", "LED-page")
    if _ORDINAL_BEHIND.match(text, end):
        return "ordinal", "LED-ordinal"
    run = _ASCII_RUN.search(text, max(0, start - 1))
    if run is not None:
        begin = start
        while begin > max(0, start - _REACH) and "!" <= text[begin - 1] <= "~":
            begin -= 1
        if _ADDRESS.search(text, begin, min(run.end(), end + _REACH)):
            return "code", "LED-address"
    return None


def _is_phone(text: str, start: int, end: int) -> bool:
    """Whether a telephone number holds a numeral."""
    return any(
        match.start() <= start and end <= match.end()
        for match in _PHONE.finditer(text, max(0, start - 13), min(len(text), end + 13))
    )
