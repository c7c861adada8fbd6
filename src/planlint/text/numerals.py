"""Arabic and Chinese numerals to exact values: `parse_numeral("一百二十万")` is Decimal(1200000)."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {
    "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
LARGE = {"万": 10**4, "亿": 10**8, "萬": 10**4, "億": 10**8}
MULTIPLIERS = "十百千万亿"
# No plan counts further, and nothing is written in more characters: what goes beyond is a slip of the keyboard, and has no value.
LARGEST = Decimal(10) ** 24
_LONGEST = 40
# Whatever has no more digits than this is multiplied by a unit exactly: decimals keep 28.
_MOST_DIGITS = 24
_LONGEST_RUN = 8
# 1亿2000万, 13万2千: each part with its multiplier
_PARTS = re.compile("零?(\\d+(?:\\.\\d+)?)([十百千万亿]*)")
# 五六十, 三五, 十五六: two figures that follow one another say from where to where
_NEIGHBOURS = frozenset(
    {"一二", "一两", "二三", "两三", "三四", "三五", "四五", "五六", "五七", "六七", "七八", "八九"}
)


def parse_numeral(text: str) -> Decimal | None:
    """The value of `3.5万`, `1,200`, `1亿2000万`, `一百二十万`, `壹佰`, `百亿`, `三点五`, `二〇二五`.

    None if it is not a numeral, or one beyond all that is counted.
    """
    if len(text) > _LONGEST:
        return None
    text = text.replace(",", "").replace("，", "").replace(" ", "")
    if not text or sum(ch in DIGITS or ch.isdecimal() for ch in text) > _MOST_DIGITS:
        return None
    value = _value(text)
    return value if value is not None and value <= LARGEST else None


def approximate(text: str) -> tuple[Decimal, Decimal] | None:
    """From where to where an estimate goes: `五六十` is (50, 60), `十五六` (15, 16), `三五` (3, 5); None for any other numeral."""
    head = text.rstrip(MULTIPLIERS)
    if head[-2:] not in _NEIGHBOURS or (head[:-2] and head[-3] not in SMALL):
        return None
    tail = text[len(head) :]
    if head[:-2] and head[-3] != "十" and not tail:
        return None  # 一百五六: nobody knows whether ones or tens
    low, high = parse_numeral(head[:-1] + tail), parse_numeral(head[:-2] + head[-1] + tail)
    return (low, high) if low is not None and high is not None and low < high else None


def _value(text: str) -> Decimal | None:
    head = text.rstrip(MULTIPLIERS)
    if head and head[0].isascii():
        return _arabic(head, text[len(head) :]) if head.isascii() else _mixed(text)
    if "点" in text:
        whole, _, fraction = text.partition("点")
        return _decimal_point(whole, fraction)
    return _han(text)


def multiplier(text: str) -> Decimal | None:
    """The factor of a run of multipliers: `千万` is 10,000,000; an empty run is 1; None for anything else."""
    if len(text) > _LONGEST_RUN:
        return None
    factor = Decimal(1)
    for ch in text:
        step = SMALL.get(ch) or LARGE.get(ch)
        if step is None:
            return None
        factor *= step
    return factor


def format_han(number: int) -> str:
    """A whole number below 10^16 in Chinese numerals: 1200000 is 一百二十万."""
    if number == 0:
        return "零"
    digits = "零一二三四五六七八九"
    groups: list[str] = []
    gap = False
    for power, name in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"), (1, "")):
        group, number = divmod(number, power)
        if group == 0:
            gap = bool(groups)
            continue
        if groups and (gap or group < 1000):
            groups.append("零")
        gap = False
        groups.append(_group(group, digits) + name)
    text = "".join(groups).replace("万亿亿", "万亿")
    if "万亿" in text and "亿" in text.split("万亿", 1)[1]:
        text = text.replace("万亿", "万", 1)
    return text[1:] if text.startswith("一十") else text


def _group(number: int, digits: str) -> str:
    text = ""
    gap = False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, power)
        if digit:
            text += ("零" if gap and text else "") + digits[digit] + name
            gap = False
        else:
            gap = True
    return text


def _arabic(head: str, tail: str) -> Decimal | None:
    factor = multiplier(tail)
    if factor is None or not head.replace(".", "", 1).isdigit() or not head.isascii():
        return None
    return Decimal(head) * factor


def _mixed(text: str) -> Decimal | None:
    """The sum of the parts, each smaller than the multiplier before: 1亿2000万."""
    total, at, room = Decimal(0), 0, LARGEST
    for part in _PARTS.finditer(text):
        factor = multiplier(part[2])
        if part.start() != at or factor is None:
            return None
        value = Decimal(part[1]) * factor
        if value >= room:
            return None
        total, at, room = total + value, part.end(), factor
    return total if at == len(text) else None


def _decimal_point(whole: str, fraction: str) -> Decimal | None:
    head = fraction.rstrip("万亿")
    factor = multiplier(fraction[len(head) :])
    base = _han(whole)
    if base is None or factor is None or not head or any(ch not in DIGITS for ch in head):
        return None
    return (base + Decimal("0." + "".join(str(DIGITS[ch]) for ch in head))) * factor


def _han(text: str) -> Decimal | None:
    if all(ch in DIGITS for ch in text):
        return Decimal("".join(str(DIGITS[ch]) for ch in text))
    total = section = 0
    digit: int | None = None
    last_unit = 10**9
    for ch in text:
        if ch in DIGITS:
            digit = DIGITS[ch]
        elif ch in SMALL:
            section += (digit or 1) * SMALL[ch]
            last_unit, digit = SMALL[ch], None
        elif ch in LARGE:
            section += digit or 0
            if section == 0 and total == 0:
                section = 1
            # 万亿: the 万 before belongs to the 亿 behind it
            total = (
                (total + section) * LARGE[ch]
                if LARGE[ch] > 10**4 or total == 0
                else total + section * LARGE[ch]
            )
            section, digit, last_unit = 0, None, LARGE[ch]
        else:
            return None
    if digit is not None:
        # 一百二 is 120, 一万二 is 12,000; 一百零二 is 102
        short = len(text) > 1 and text[-2] in SMALL | LARGE and last_unit > 10
        section += digit * (last_unit // 10) if short else digit
    return Decimal(total + section)
