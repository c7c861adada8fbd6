"""A numeral with its multiplier and its unit: the 1.5万名 of 不少于1.5万名左右, before bounds and ranges are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from planlint.mentions.han_numerals import counts
from planlint.text.numerals import multiplier, parse_numeral

if TYPE_CHECKING:
    from planlint.mentions.vocabulary import Vocabulary
    from planlint.model.mention import Dimension, Numeral
    from planlint.model.span import Span

_MULTIPLIER = re.compile("[十百千万亿]*")
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
    soft, factor, at = _magnitude(text, numeral, words)
    spaced = _past_blanks(text, at)
    unit = words.unit_at(text, spaced)
    if numeral.kind == "han" and not counts(text, numeral, unit, words):
        return None
    if numeral.kind == "placeholder" and unit is None and factor == 1:
        return None
    value = None if numeral.kind == "placeholder" else parse_numeral(raw)
    if value is not None:
        value *= factor
    per = None
    name: str | None = None
    dimension: Dimension = "none"
    if unit is not None:
        at = spaced + len(unit[0])
        name, dimension = words.bare.get(unit[0], unit[0]), unit[1]
        twin = _TWIN.match(text, at)
        if twin is not None and words.units.table.get(twin.group(1), "count") == "count":
            # 15万台（套）: two measure words in one
            name, at = text[spaced : twin.end()], twin.end()
        per, at = _per(text, at, words)
    elif value is not None and numeral.kind == "arabic" and (basis := _BASIS.match(text, end)) is not None:
        # 12/10万 deaths, 1.9:1: what it is counted by belongs to the number
        name, at = basis["of"], basis.end()
    elif numeral.kind not in ("han", "placeholder") and factor == 1 and not soft:
        at = end
    if name is None and value is not None:
        if _is_bare_sum(text, start, at, raw, factor):
            name, dimension = "元", "money"
        elif factor >= 10**4 and _PEOPLE.search(text, max(0, start - 8), start):
            name, dimension = "人", "count"
    return Core(index, start, at, value, name, dimension, soft, per, factor)


def _magnitude(text: str, numeral: Numeral, words: Vocabulary) -> tuple[str | None, Decimal, int]:
    """What stands between a numeral and its unit: 多 or 余, the multiplier, and where they end."""
    at = numeral.span.end
    soft = None
    factor = Decimal(1)
    if numeral.kind != "han":
        at = _past_blanks(text, at)
        if text[at : at + 1] in SOFT and text[at : at + 1]:
            soft, at = text[at], at + 1
        at, multiples = _multiplier_run(text, at, words)
        factor = multiplier(multiples) or Decimal(1)
    if soft is None and text[at : at + 1] in SOFT and text[at : at + 1]:
        soft, at = text[at], at + 1
        if numeral.kind == "han":
            run = _MULTIPLIER.match(text, at)
            assert run is not None
            factor, at = multiplier(run.group()) or Decimal(1), run.end()
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
    if text[at : at + 1] in ("/", "／") and text[at : at + 1]:
        unit = words.unit_at(text, at + 1)
        if unit is not None:
            return unit[0], at + 1 + len(unit[0])
    return None, at
