"""How an indicator is meant, from the words around its number: 引进培育…不少于40家 is 培育, …面积达到 is 达到, 年均增长8% is 增速."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.meaning.clauses import Clause
from planlint.text.plain import plain

if TYPE_CHECKING:
    from planlint.meaning.vocabulary import MeaningWords

_NUMBER = re.compile(r"\d[\d.,]*|[xX×_*]{1,}|[一二两三四五六七八九十百千万亿]+(?=[家个项万亿%件人])")
# Between the numbers of one list: 3.5%左右、6%左右.
_LIST_GAP = re.compile(r"[%％‰万亿千百个家人元吨亩户岁年左右以上以内约超过多余及和、与]{1,8}")
_YEAR = re.compile(r"\d{4}年")
_BASELINE = re.compile(r"(?:较|比|以|与)(?:(\d{4})年(?:底|末)?|(上年|去年|“?十[二三四五]五”?末?))")


def mode_of(clause: Clause, noun: str, dimension: str, words: MeaningWords) -> str | None:
    """The mode; None where no word says it."""
    lead, between = _around(clause, noun)
    if dimension in ("share", "points", "times"):
        return _rate_mode(noun, lead, between, clause, words)
    if _changes_by(between, words):
        return "增量"
    flow = _last(words.flow, words.protected.sub("", lead)) or _last(words.flow, between)
    mode = words.modes[flow] if flow is not None else None
    built = flow is not None and flow in words.built
    if built and dimension == "money":
        mode = None
    elif mode == "培育" and dimension in ("area", "land"):
        mode = "新增"  # space is built, not raised: 打造5000平方米的孵化器
    if mode in (None, "累计") and words.between.search(between):
        mode = mode or "达到"
    if mode in (None, "达到") and (own := _own_flow(noun, words)) is not None:
        return own
    done = words.flow_at_end.search(noun) if mode is None else None
    return words.modes[done.group()] if done is not None else mode  # 农村危房改造2000户


def _own_flow(noun: str, words: MeaningWords) -> str | None:
    """What the name itself says that its number adds: 城镇新增就业, 培育示范社; 培育库 and 建设用地 say nothing."""
    found = words.own_flow.search(noun)
    if found is None and words.protected.match(noun) is None:
        found = words.flow.match(noun)
    return words.modes[found.group()] if found is not None else None


def mode_of_cell(
    noun: str, said: str, dimension: str, *, has_baseline: bool, words: MeaningWords
) -> str | None:
    """The mode of a number in a table: the name of its row says what it counts, `said` is what the cell and its head say."""
    mode = mode_of(
        Clause(before="", quote=f"{plain(noun)}{plain(said)}", after="", sentence=""),
        plain(noun),
        dimension,
        words,
    )
    if mode is None or (mode in ("培育", "新增", "累计") and _own_flow(plain(noun), words) is None):
        # what the number starts from is a stock, and so is the number
        total = "累计" if "累计" in said else None
        return total or ("达到" if has_baseline else mode)
    return mode


def falls(clause: Clause, noun: str, mode: str | None, words: MeaningWords) -> bool:
    """Whether a change goes down: 下降3%, and not 降至3%."""
    if mode not in ("增速", "增量"):
        return False
    lead, between = _around(clause, noun)
    for text in (between, lead, noun):
        found = words.any_change.findall(text)
        if found:
            return any(word in found[-1] for word in words.falls)
    return False


def basis_of(clause: Clause, recurrence: str | None, dimension: str, words: MeaningWords) -> str | None:
    """累计, 每年 or 年均, from the clause or the recurrence."""
    rate = dimension in ("share", "points", "times")
    found = words.basis_word.search(clause.quote if rate else clause.before + clause.quote)
    if found is not None:
        return words.basis[found.group()]
    return "每年" if recurrence == "yearly" else None


def baseline_of(clause: Clause) -> str | None:
    """The year that growth counts from: 较2020年."""
    found = _BASELINE.search(clause.before + clause.quote)
    return (found.group(1) or found.group(2)) if found else None


def softener_of(clause: Clause, words: MeaningWords) -> str | None:
    """The word that softens, the nearest one in front: 力争."""
    found = words.softener.findall(clause.sentence + clause.quote)
    return found[-1] if found else None


def _around(clause: Clause, noun: str) -> tuple[str, str]:
    """What stands in front of the noun or number, whichever is first, and what between noun and number."""
    quote = clause.quote
    at_number = _number_of(_YEAR.sub("----年", quote))
    for named in (noun, noun[:4]):  # the indicator may be put together of words that stand apart
        at_noun = quote.rfind(named, 0, at_number)
        if at_noun >= 0:
            return clause.before + quote[:at_noun], quote[at_noun + len(named) : at_number]
    return clause.before + quote[:at_number], quote[:at_number]


def _number_of(quote: str) -> int:
    """Where the number of a quote begins: the last one, or the first of the list that it closes."""
    found = list(_NUMBER.finditer(quote))
    if not found:
        return len(quote)
    at = len(found) - 1
    while at > 0 and _is_gap(quote[found[at - 1].end() : found[at].start()]):
        at -= 1
    return found[at].start()


def _is_gap(text: str) -> bool:
    return text in ("—", "-", "－", "~", "至", "到") or _LIST_GAP.fullmatch(text) is not None


def _last(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.findall(text)
    return found[-1] if found else None


def _rate_mode(noun: str, lead: str, between: str, clause: Clause, words: MeaningWords) -> str | None:
    if words.change.search(noun) or words.change.search(between) or _grows_by(between, words):
        return "增速"
    if noun.endswith(words.shares) or any(word in between for word in ("占", "比重")):
        return "占比"
    if _grows_by(lead, words) and clause.quote.startswith(words.growth):
        return "增速"
    return "达到" if words.between.search(between) else None


def _changes_by(between: str, words: MeaningWords) -> bool:
    """Whether an amount changes by the number: 再提高1.5岁, and not 提高到78岁, nor 改造提升100所."""
    found = words.adds.search(between)
    return found is not None and not found.group(1).startswith(words.growth_to)


def _grows_by(text: str, words: MeaningWords) -> bool:
    """Whether the number says by how much: 增长8%, and not 增长到8%."""
    found = words.grows.search(text)
    return found is not None and not found.group(1).startswith(words.growth_to)
