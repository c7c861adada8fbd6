"""Characters that stand for others: line ends, control and zero-width characters, entities, full-width digits."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from planlint.model.alignment import Edit
from planlint.text.widths import FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterator

# Radicals that the text layer of a PDF has for whole characters, and that Unicode does not fold: ⺠ is 民, ⻓ is 长.
_RADICALS = dict(
    zip(
        "⺁⺃⺄⺆⺇⺈⺊⺋⺌⺎⺏⺐⺒⺓⺖⺗⺘⺙⺛⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻃⻄⻅⻆⻉⻋⻌⻍⻎⻏⻐⻑⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "厂乚乙冂几刀卜卩小兀尣尢巳幺忄心扌攴旡月歺母民氵氺灬爪爫丬牛犭王疋目示礻竹糹纟罓罒网羊羊羊耂肀聿肉臼艹艹艹虎覀西见角贝车辶辶辶阝钅長长门阝雨青韦页风飞食食飠马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
# Same length, so no alignment is needed: ０-９ Ａ-Ｚ ａ-ｚ ％ ＋ － ．(between digits it is a point) and the wide blanks.
_HALF_WIDTH: dict[str, str] = (
    FIGURES
    | dict.fromkeys(
        "\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\t", " "
    )
    | {
        "＋": "+",
        "\u2028": "\n",
        "\u2029": "\n",
        "\x0b": "\n",
        "\x0c": "\n",
        "\x85": "\n",
        "﹪": "%",
    }
    | _RADICALS
    | {
        # the 214 Kangxi radicals, the compatibility ideographs and ㎡'s like: what looks like a character is that character
        char: same
        for char in map(chr, (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAFF)))
        if len(same := unicodedata.normalize("NFKC", char)) == 1 and same != char
    }
)
_WIDE = re.compile("[" + re.escape("".join(_HALF_WIDTH)) + "]")
_DROPPED = re.compile(
    "\r\n?|[\x00-\x08\x0e-\x1e\x7f\xad\u200b-\u200f\u2060\ufeff\u202a-\u202e]+|&(?:[a-zA-Z]{2,8}|#\\d{2,6}|#x[0-9a-fA-F]{2,5});|<!-- planlint:[^\n>]{0,400}-->"
)


def half_width(text: str) -> str:
    """The text with half-width digits, letters and blanks, every character at its place: `２０２５年` gives `2025年`."""
    return _WIDE.sub(lambda match: _HALF_WIDTH[match.group()], text)


def edits(text: str) -> Iterator[Edit]:
    r"""Drop what cannot be seen, turn line ends into "\n" and entities into their characters."""
    for match in _DROPPED.finditer(text):
        found = match.group()
        if (
            found == "\xad"
            and text[match.start() - 1 : match.start()].isdigit()
            and text[match.end() : match.end() + 1].isdigit()
        ):
            yield Edit(*match.span(), "-")  # a range whose dash a PDF wrote as a soft hyphen: 2014-2020
        elif found[0] == "\r":
            yield Edit(*match.span(), "\n")
        elif found[0] == "&":
            char = _entity(found)
            if char is not None:
                yield Edit(*match.span(), char)
        else:
            yield Edit(*match.span(), "")


def _entity(text: str) -> str | None:
    name = text[1:-1]
    if name.startswith("#"):
        code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
        char = chr(code) if 0x20 <= code < 0xD800 else ""
    else:
        from html.entities import html5  # two thousand names, which few texts need

        char = html5.get(name + ";", "")
        if not char:
            return None
    return " " if char in "\xa0\u2002\u2003\u3000\u2009" else char
