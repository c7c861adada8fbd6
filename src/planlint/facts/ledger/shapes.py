"""What the characters around a numeral say of it when no rule does: a cell, a label, a telephone number, an address, a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.model.mention import Numeral

# A role and the rule that gives it.
Shape = tuple[str, str]

_CODE = re.compile("[A-Za-z0-9+/_.:@#×-]")
_SLOGAN = re.compile("[+＋×*]")
_ASCII_RUN = re.compile("[!-~]+")
_ADDRESS = re.compile(
    "://|%[0-9A-Fa-f]{2}|\\.(?:html?|pdf|docx?|com|cn|gov)|/[\\w.-]+/|[_@#]|[A-Za-z]\\d|\\d[A-Za-z]"
)
_AS_LABEL_BEHIND = re.compile("[.、．)）\\]]|\\s?[)）]")
_CELL = re.compile("[\\d,.%—–~～\\-－<>≤≥＜＞()（）/ ]*")
_ORDINAL_BEHIND = re.compile("届|中全会|次会议|大精神|号|期|年级|版|批|等奖|中|全会")
_HAN = re.compile("[^\\W\\da-zA-Z_]")
# 0775-7072105, 400-068-7188
_PHONE = re.compile("(?<!\\d)(?:0\\d{2,3}|400|800)[-—－]\\d{3,8}(?:[-—－]\\d{3,4})?(?!\\d)")
_LONGEST_PHONE = 16
_REACH = 90
_LONGEST_CELL = 40


def by_shape(text: str, numeral: Numeral, *, counted: bool, parted: bool) -> tuple[str, str | None, str]:
    """What the characters around a numeral say when no rule does.

    `counted` tells that it counts something, `parted` that it has no unit and the source a blank behind it, as labels and numbers of
    entries do.
    """
    start, end = numeral.span
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if numeral.form is not None:
        return (numeral.form, None, f"LED-{numeral.form}")
    if not counted and numeral.kind == "han":
        return ("ordinal", None, "LED-ordinal") if before == "第" else ("word", None, "LED-word")
    if not counted and numeral.kind == "placeholder":
        return ("placeholder", None, "LED-placeholder")
    shape = _cell(text, start, end) or _label(text, start, end) or _shape(text, start, end)
    if shape is not None:
        return shape[0], None, shape[1]
    if numeral.kind == "arabic":
        if before == "第":
            return ("ordinal", None, "LED-ordinal")
        if parted and not before.isascii() and _HAN.match(after):
            # 。2.1 建设要求……: a label whose line the copy has lost; 图书馆120 国朝文钞: the number of an entry
            return ("heading", None, "LED-label")
        if _SLOGAN.match(before) or _SLOGAN.match(after):
            return ("name", None, "LED-slogan")
        if not counted and ((_CODE.match(before) and not before.isdigit()) or _CODE.match(after)):
            return ("code", None, "LED-code")
    return ("unknown", None, "LED-unknown")


def _cell(text: str, start: int, end: int) -> Shape | None:
    """A line of numbers alone is a cell of a table."""
    line_start = text.rfind("\n", max(0, start - _REACH), start) + 1
    line_end = text.find("\n", end, end + _REACH)
    line_end = line_end if line_end >= 0 else min(len(text), end + _REACH)
    opens_line = text[max(0, start - 1) : start] in ("", "\n")
    if (
        (opens_line or line_start)
        and line_end - line_start < _LONGEST_CELL
        and _CELL.fullmatch(text, line_start, line_end)
    ):
        return "cell", "LED-cell"
    return None


def _label(text: str, start: int, end: int) -> Shape | None:
    """The number of an item, a note or a page."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    opens_line = before in ("", "\n")
    if before and before in "(（［[" and after and after in ")）］]":
        return "heading", "LED-label"
    if (
        (opens_line or before in "。；：:;） )")
        and _AS_LABEL_BEHIND.match(text, end)
        and not text[end + 1 : end + 2].isdigit()
    ):
        return "heading", "LED-label"
    if text[max(0, start - 3) : start] == "...":
        return "chrome", "LED-contents"
    if opens_line and (after == " " or "一" <= after <= "鿿"):
        # 14.8 创新……: a label of a decimal style; 64业新动能: a page number that the copy glued to the line
        return ("heading", "LED-label") if after == " " or "." in text[start:end] else ("chrome", "LED-page")
    return None


def _shape(text: str, start: int, end: int) -> Shape | None:
    """A telephone number, a ratio, an ordinal, an address."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if _is_phone(text, start, end):
        return "contact", "LED-phone"
    if (after and after in "∶:：" and text[end + 1 : end + 2].isdigit()) or (
        before and before in "∶:：" and text[max(0, start - 2) : start - 1].isdigit()
    ):
        return "ratio", "LED-ratio"
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
    near = max(0, start - _LONGEST_PHONE), min(len(text), end + _LONGEST_PHONE)
    return any(match.start() <= start and end <= match.end() for match in _PHONE.finditer(text, *near))
