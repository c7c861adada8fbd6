"""Every numeral and placeholder of a text, as written: `建设xx个、二十家、3.5万` gives xx, 二十, 3.5."""

from __future__ import annotations

import re

from planlint.model.mention import Numeral
from planlint.model.span import Span
from planlint.text.han import HAN
from planlint.text.numerals import parse_numeral

ARABIC = r"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?"
_FORMS = ("heading", "contact", "name", "code")
# Letters right before a figure, with nothing else of a web address around them; a unit or a dash behind says that it counts (GDP5%).
_NAMED = re.compile(r"(?:^|[^!-~])[A-Za-z]{1,5}$")
_COUNTS = re.compile(r"[A-Za-z\d_/.=&%‰,万亿千百倍个元]|\s?[-—~]")
_NOTE = re.compile(r"[［\[]\d{1,3}[］\]]")
# Alone in its line it is the value of a cell: 年均[累计] over [3].
_CELL = re.compile(r"(?:^|\n)[［\[]\d{1,3}[］\]](?:\n|$)")
_SUBSCRIBER = (7, 8)
_HAN_DIGITS = "[〇零一二两三四五六七八九十百千万亿]"
# 3.1.2, 0871-65012345: a label and a telephone number are one thing each, and count nothing
DOTTED = r"\d{1,4}(?:\.\d{1,4}){2,}"
TELEPHONE = r"(?<!\d)0\d{2,3}[-—－–]\d{7,8}(?!\d)"
HAN_NUMERAL = f"{_HAN_DIGITS}+(?:点[〇零一二三四五六七八九]+)?"
# 壹佰贰拾万: with a multiplier behind the first figure, as 伍 and 陆 are names too
FORMAL = "[壹贰貳叁參肆伍陆陸柒捌玖](?=[拾佰仟萬億万亿])[壹贰貳叁參肆伍陆陸柒捌玖零〇拾佰仟萬億万亿]+"
# 1亿2000万, 13万2千, 3万5000: each part smaller than the multiplier before; 3亿2025年 is none
COMPOUND = (
    r"\d{1,4}亿零?\d{1,4}[十百千]?万(?:零?\d(?:千|百)|零?\d{3,4}(?![\d.年]))?"
    r"|\d{1,4}万零?(?:\d千(?![瓦克米伏])(?:零?\d百)?|\d百|\d{3,4}(?![\d.,年]))"
    r"|\d千\d百(?!分|[货度])"
)
# 百分之三十, 千分之5, 十万分之二, 三分之一, 八成五
FRACTION = (
    rf"(?:[百千]|十?万)分之(?:\d+(?:\.\d+)?|{_HAN_DIGITS}{{1,8}}(?:点[〇零一二三四五六七八九]{{1,4}})?)"
    r"|[一二三四五六七八九十]{1,3}分之[一二两三四五六七八九十]{1,3}"
    r"|[一二三四五六七八九]成[一二三四五六七八九](?=以上|以下|左右|以内|的|[，。；、）]|$)"
)
# × alone stands for a number only where something is measured: ×家, but 面积×单价, 标准×人数
_MEASURED = "[万亿千百个家项件套人名户亩年月日元支座所场条种处期次平公吨%]"
# x, xx, ×, __, ** that stand for a number left blank; not letters of a word, not a 5x5
PLACEHOLDER = (
    rf"(?<![A-Za-z0-9.+＋])(?:[xX]{{1,4}}(?![A-Za-z0-9])|×{{2,4}}(?![A-Za-z0-9])|×(?= ?{_MEASURED}(?![数均次])))"
    rf"|(?:(?<={HAN})|(?<=[、，,]))\*{{2,8}}(?= ?{_MEASURED}{HAN})"
    "|_{2,40}|﹍{2,40}|○{2,4}"
)
# The first characters that any of them can have: one look at a class spares the other characters all the alternatives.
_FIRST = r"(?=[\dxX×*_﹍○〇零一二两三四五六七八九十百千万亿壹贰貳叁參肆伍陆陸柒捌玖])"
_NUMERAL = re.compile(
    f"{_FIRST}(?:(?P<placeholder>{PLACEHOLDER})|(?P<heading>{DOTTED})|(?P<contact>{TELEPHONE})|(?P<arabic>{COMPOUND}|{ARABIC})|(?P<han>{FRACTION}|{FORMAL}|{HAN_NUMERAL}))"
)
# 万, 亿 and the like behind an Arabic numeral are its multiplier, not a numeral of their own
_MULTIPLIER = re.compile("[十百千万亿]+")


def find_numerals(text: str) -> list[Numeral]:
    """All numerals of `text` in order, disjoint. A multiplier behind an Arabic numeral or placeholder is part of none."""
    found: list[Numeral] = []
    last_end = -1
    for match in _NUMERAL.finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        if kind == "han" and start == last_end:
            # 3.5万: the multiplier has no numeral of its own; what follows it (万三千) has never been seen
            lead = _MULTIPLIER.match(text, start, end)
            if lead is not None:
                start = lead.end()
                last_end = start
            if start == end:
                continue
        if kind == "arabic" and _is_next_telephone(text, found, start, end):
            kind = "contact"
        elif kind == "arabic":
            kind = _form(text, start, end) or kind
        if kind in _FORMS:
            found.append(Numeral(Span(start, end), "arabic", None, kind))  # type: ignore[arg-type]
        else:
            value = parse_numeral(text[start:end]) if kind != "placeholder" else None
            found.append(Numeral(Span(start, end), kind, value))  # type: ignore[arg-type]
        last_end = end
    return found


def _is_next_telephone(text: str, found: list[Numeral], start: int, end: int) -> bool:
    """Whether seven or eight figures go on with a list of telephone numbers: 020-12345678、12345679."""
    return (
        bool(found)
        and found[-1].form == "contact"
        and end - start in _SUBSCRIBER
        and text[found[-1].span.end : start].strip() in ("、", "，", ",", "/", "或")
    )


def _form(text: str, start: int, end: int) -> str | None:
    """What the characters around a figure say for certain: PM⟦2.5⟧ and IPv⟦6⟧ are names, ［⟦7⟧］ the number of a note."""
    note = _NOTE.match(text, max(0, start - 1))
    if note is not None and _CELL.fullmatch(text, max(0, start - 2), min(len(text), note.end() + 1)) is None:
        return "code"
    named = _NAMED.search(text, max(0, start - 6), start)
    return "name" if named is not None and _COUNTS.match(text, end) is None else None
