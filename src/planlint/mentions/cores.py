"""A numeral with its multiplier and its unit: the 1.5万名 of 不少于1.5万名左右, before bounds and ranges are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from planlint.mentions.han_numerals import counts
from planlint.mentions.shares import share_of
from planlint.mentions.word_edges import unit_inside_word
from planlint.text.numerals import LARGEST, approximate, multiplier

if TYPE_CHECKING:
    from planlint.mentions.vocabulary import Vocabulary
    from planlint.model.mention import Dimension, Numeral
    from planlint.model.span import Span

_MULTIPLIER = re.compile("[十百千万亿]*")
_PER_FACTOR = re.compile("(?:1?0*|[十百千]?)[百千万]?")
# 投资额（亿元）10.0, 产值（亿元）达到12: the unit stands in brackets before the number
_BRACKETED = re.compile(
    "[（(](?P<factor>[十百千万亿]{0,3})(?P<unit>[^（）()\\d十百千万亿]{1,8})[)）][^，。；、（）()\\d\n]{0,8}$"
)
_AHEAD = 24
# 3多万, 30余家, 近百家: what stands between the numeral and its multiplier or unit
SOFT = {"多": ">", "余": ">", "几": ">"}
# 新增城镇人口100万: people need no measure word
# 台（套）, 家（次）
_TWIN = re.compile("[（(]([一-鿿]{1,2})[）)]")
# 12/10万, 18.5/万; a ratio to one has no unit
_BASIS = re.compile("(?P<of>/(?:10|十)?万(?![元人户\\d]))|[:：∶]1(?![\\d.:：∶])")
_PEOPLE = re.compile("(?:人口|人数|就业|游客)(?:不少于|不低于|达到|达|超过|突破|增加|约)?$")
_MONEY_NOUN = re.compile("(?:资金|投资|产值|收入|金额|营收|税收|资产|基金|经费|投入)[^，。；,;]*$")


@dataclass(frozen=True, slots=True)
class Core:
    """A numeral with its multiplier and unit, before ranges and bounds are put together."""

    index: int
    start: int
    end: int
    value: Decimal | None
    unit: str | None
    dimension: Dimension
    soft: str | None
    per: str | None
    factor: Decimal
    top: Decimal | None = None


_TENTHS, _MOST_TENTHS = "成", 10


def cores_of(text: str, numerals: list[Numeral], taken: list[Span], words: Vocabulary) -> list[Core]:
    """The numerals that count something, in order; those inside `taken` (times) are left alone."""
    cores: list[Core] = []
    t = 0
    for index, numeral in enumerate(numerals):
        while t < len(taken) and taken[t].end <= numeral.span.start:
            t += 1
        if t < len(taken) and taken[t].start <= numeral.span.start:
            continue
        core = _core(text, index, numeral, words)
        if core is not None:
            cores.append(core)
    return cores


def _core(text: str, index: int, numeral: Numeral, words: Vocabulary) -> Core | None:
    start, end = numeral.span
    raw = text[start:end]
    share = share_of(raw)
    if share is not None:
        return Core(index, start, end, share.value, share.unit, "share", None, None, Decimal(1))
    if numeral.value is None and numeral.kind != "placeholder":
        return None  # beyond all counting
    soft, factor, at = _magnitude(text, numeral, words)
    spaced = _past_blanks(text, at)
    unit = _unit_behind(text, spaced, words, (numeral.value or 0) * (factor or 1))
    if factor is None or (numeral.kind == "han" and not counts(text, numeral, unit, soft, words)):
        return None
    if numeral.kind == "placeholder" and unit is None and factor == 1:
        return None
    value = numeral.value * factor if numeral.value is not None else None
    if value is not None and value > LARGEST:
        return None
    about = approximate(raw) if numeral.kind == "han" and unit is not None else None
    per = None
    name: str | None = None
    dimension: Dimension = "none"
    if unit is not None:
        name, dimension, per, at = _unit(text, spaced, unit, words)
    elif value is not None and numeral.kind == "arabic" and (basis := _BASIS.match(text, end)) is not None:
        # 12/10万, 1.9:1: what it is counted by belongs to the number
        name, at = basis["of"], basis.end()
    elif value is not None and numeral.kind == "arabic" and (ahead := _unit_ahead(text, start, words)):
        name, dimension = ahead.unit, ahead.dimension
        value *= ahead.factor
        at = end if factor == 1 and not soft else at
    elif numeral.kind not in ("han", "placeholder") and factor == 1 and not soft:
        at = end
    if name is None and value is not None:
        if _is_bare_sum(text, start, at, raw, factor):
            name, dimension = "元", "money"
        elif factor >= 10**4 and _PEOPLE.search(text, max(0, start - 8), start):
            name, dimension = "人", "count"
    if about is not None:
        return Core(
            index, start, at, about[0] * factor, name, dimension, soft, per, factor, about[1] * factor
        )
    return Core(index, start, at, value, name, dimension, soft, per, factor)


def _unit_behind(text: str, at: int, words: Vocabulary, value: Decimal | int) -> tuple[str, Dimension] | None:
    """The unit that stands at a place, unless it is the beginning of a word or a part of the thing behind it."""
    unit = words.unit_at(text, at)
    if unit is None or unit_inside_word(text, at, at + len(unit[0])) or words.is_part(text, at, unit[0]):
        return None
    # 百亿成势: ten tenths are the whole
    return None if unit[0] == _TENTHS and value > _MOST_TENTHS else unit


def _unit(
    text: str, at: int, unit: tuple[str, Dimension], words: Vocabulary
) -> tuple[str, Dimension, str | None, int]:
    """The unit's name as it is reported, its dimension, what stands behind its slash, and where it ends.

    Of money what it is paid by is told apart (元/亩), of anything else it is part of the unit (立方米/日).
    """
    end = at + len(unit[0])
    name, dimension = words.bare.get(unit[0], unit[0]), unit[1]
    twin = _TWIN.match(text, end)
    if twin is not None and words.units.table.get(twin.group(1), "count") == "count":
        # 15万台（套）: two measure words in one
        name, end = text[at : twin.end()], twin.end()
    per, end = _per(text, end, words)
    if per is not None and dimension != "money":
        return f"{name}/{per}", dimension, None, end
    return name, dimension, per, end


@dataclass(frozen=True, slots=True)
class _Ahead:
    """A unit in brackets before its number: the 亿元 of 投资额（亿元）10.0."""

    unit: str
    dimension: Dimension
    factor: Decimal


def _unit_ahead(text: str, start: int, words: Vocabulary) -> _Ahead | None:
    bracket = _BRACKETED.search(text, max(0, start - _AHEAD), start)
    if bracket is None:
        return None
    run, name = bracket["factor"], bracket["unit"]
    dimension = words.units.table.get(name)
    if dimension is None or dimension == "count":
        return None  # 10 (个) 3: a count has its measure word behind it
    factor = multiplier(run)
    return _Ahead(words.bare.get(name, name), cast("Dimension", dimension), factor) if factor else None


def _magnitude(text: str, numeral: Numeral, words: Vocabulary) -> tuple[str | None, Decimal | None, int]:
    """What stands between a numeral and its unit: 多 or 余, the multiplier (None: beyond all counting), and where they end."""
    at = numeral.span.end
    soft = None
    factor: Decimal | None = Decimal(1)
    if numeral.kind != "han":
        at = _past_blanks(text, at)
        if text[at : at + 1] in SOFT and text[at : at + 1]:
            soft, at = text[at], at + 1
        at, multiples = _multiplier_run(text, at, words)
        factor = multiplier(multiples)
    if soft is None and text[at : at + 1] in SOFT and text[at : at + 1]:
        soft, at = text[at], at + 1
        if numeral.kind == "han":
            run = _MULTIPLIER.match(text, at)
            assert run is not None
            factor, at = multiplier(run.group()), run.end()
    return soft, factor, at


def _past_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _multiplier_run(text: str, at: int, words: Vocabulary) -> tuple[int, str]:
    """Where the multiplier at `at` ends, and its characters: the 千 of 200万千瓦 belongs to the unit, not to the number."""
    match = _MULTIPLIER.match(text, at)
    assert match is not None
    run = match.group()
    if run.endswith("千") and (unit := words.unit_at(text, match.end() - 1)) and unit[0][0] == "千":
        run = run[:-1]
    return at + len(run), run


def _is_bare_sum(text: str, start: int, end: int, raw: str, factor: Decimal) -> bool:
    """Whether a large number without a unit is money: 百亿规模, 铺底资金达到1千万以上."""
    if raw[-1] in "万亿" and text[end : end + 1] in ("规", "级", "产"):
        return True
    return factor >= 10**4 and _MONEY_NOUN.search(text, max(0, start - 16), start) is not None


def _per(text: str, at: int, words: Vocabulary) -> tuple[str | None, int]:
    """What stands behind a slash: 日 of 立方米/日, 万人 of 张/万人, 人·月 of 元/人·月."""
    if text[at : at + 1] not in ("/", "／") or not text[at : at + 1]:
        return None, at
    end = at + 1
    run = _PER_FACTOR.match(text, end)
    assert run is not None
    unit = words.unit_at(text, run.end())
    if unit is None:
        return None, at
    end = run.end() + len(unit[0])
    if text[end : end + 1] in ("·", "•", "．") and text[end : end + 1]:
        again = words.unit_at(text, end + 1)
        end += 1 + len(again[0]) if again is not None else 0
    return text[at + 1 : end], end
