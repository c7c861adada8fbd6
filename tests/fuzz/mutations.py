"""Texts turned into others that nobody would write: pieces cut, doubled, moved, joined with those of another text, and signs put in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

SIGNS = [
    "亿" * 40, "一" * 200, "9" * 60, "（" * 30, "）", "《", "》", "“", "”", "、", "，", "。", "；", "：", "\n", "\r", "\r\n", "\t", "\u3000", "\u2028", "\x0b", "\x0c", "\x00",
    "\x1b[31m", "\u202e", "\ufeff", "\ud800", "😀", "０", "①", "㎡", "％", "‰", "-", "—", "~", "～", "至", "/", ".", "..", "%", "$", "{}", "{0}", "\\", "<b>", "|", "=1+1", "第", "其中", "分别",
    "不超过", "责任单位：", "2027年", "十四五", "xx", "××", "〔2025〕3号", "<!-- planlint: ignore-file[all] -->", "序号\t指标\t单位\n", "| 甲 | 乙 |\n|---|---|\n", "注：", "附件1", "- 1 -", "到",
    "0", "0.0", "1e9", "0/0", "零", "半", "百分之", "以上", "翻番", "万亿", "1234567890123456789012345",
]  # fmt: skip
LONGEST = 4000


def piece_of(text: str, chance: random.Random) -> str:
    """A stretch of a long text, so that one case takes milliseconds."""
    start = chance.randrange(max(len(text) - 200, 1))
    return text[start : start + chance.choice([60, 80, 120, 200, 300, 600, 1000, LONGEST])]


def mutated(text: str, others: list[str], chance: random.Random) -> str:
    """The text with one to eight changes."""
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(text) + 1)
        size = chance.choice([1, 1, 2, 5, 20, 100])
        what = chance.randrange(8)
        if what == 0:
            text = text[:at] + text[at + size :]
        elif what == 1:
            text = text[:at] + text[at : at + size] * chance.choice([2, 3, 40]) + text[at + size :]
        elif what in (2, 3):
            text = text[:at] + chance.choice(SIGNS) + text[at:]
        elif what == 4:
            to = chance.randrange(len(text) + 1)
            text = text[:to] + text[at : at + size] + text[to:]
        elif what == 5:
            other = chance.choice(others)
            start = chance.randrange(len(other) + 1)
            text = text[:at] + other[start : start + size * 3] + text[at:]
        elif what == 6:
            text = text.replace(
                chance.choice(["\n", "。", "，", "、", "年", "市"]), chance.choice(["", "\n", " ", "；"])
            )
        else:
            text = (
                text[:at]
                + "".join(
                    chance.choice("一二三十百千万亿0123456789.家元%年月（）、，。\n") for _ in range(size)
                )
                + text[at + size :]
            )
    return text[: 2 * LONGEST]
