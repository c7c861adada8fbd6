"""A number and Word's name of a way to count in, the number as printed out: (3, "chineseCounting") is 三."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_LONGEST_LETTERS = 780


def counted(number: int, how: str) -> str:
    """The number in Word's number format `how`; one that is not known prints as digits."""
    if number < 0:
        return str(number)
    return _FORMATS.get(how, str)(number)


def chinese(number: int) -> str:
    """一, 十, 十一, 二十, 一百零五, 一千二百."""
    return _grouped(number, _DIGITS.replace("〇", "零"), "十百千", one_ten=False)


def _grouped(number: int, digits: str, steps: str, *, one_ten: bool) -> str:
    if number == 0 or number > 9999:
        return "".join(digits[int(d)] for d in str(number))
    text = ""
    gap = False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            text += digits[0] if gap and text else ""
            shows_one = one_ten or digit > 1 or place != 1 or bool(text)
            text += (digits[digit] if shows_one else "") + (steps[place - 1] if place else "")
        gap = not digit
    return text


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(d)] for d in str(number))


def _legal(number: int) -> str:
    return _grouped(number, _LEGAL, "拾佰仟", one_ten=True)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN if number < 5000 else ():
        text += letters * (number // value)
        number %= value
    return text or str(number)


def _letters(number: int) -> str:
    if not 0 < number <= _LONGEST_LETTERS:
        return str(number)
    return chr(65 + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _cycle(characters: str) -> Callable[[int], str]:
    return lambda number: (
        characters[(number - 1) % len(characters)] if 0 < number <= len(characters) else str(number)
    )


def _enclosed(first: int, last: int) -> Callable[[int], str]:
    """Ready-made characters, one a number: ① ⑴ ⒈ ㈠."""
    return lambda number: chr(first + number - 1) if 0 < number <= last else str(number)


def _circled(number: int) -> str:
    if 20 < number <= 35:
        return chr(0x3251 + number - 21)
    return _enclosed(0x2460, 20)(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate({48 + i: 0xFF10 + i for i in range(10)}),
    "decimalFullWidth2": lambda number: str(number).translate({48 + i: 0xFF10 + i for i in range(10)}),
    "numberInDash": lambda number: f"- {number} -",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _enclosed(0x2474, 20),
    "decimalEnclosedFullstop": _enclosed(0x2488, 20),
    "ideographEnclosedCircle": _enclosed(0x3280, 10),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "koreanCounting": chinese,
    "chineseLegalSimplified": _legal,
    "chineseLegalTraditional": _legal,
    "ideographLegalTraditional": _legal,
    "japaneseLegal": _legal,
    "ideographDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "taiwaneseDigital": _digital,
    "koreanDigital2": _digital,
    "none": lambda _: "",
}
