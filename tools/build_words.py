"""Writes rules/words/words.txt, the dictionary that tells where words begin and end: `python tools/build_words.py`.

Sources, in this order; a word of two sources has the frequency of the first:

* jieba 0.42.1, dict.txt (20 January 2020, MIT licence; 349,046 rows "word frequency tag"): single characters and the words that are frequent,
  and of the rarer ones those that hold a numeral, or begin with a measure word or end in a comparator: where a number might cut them
* places of the same file that hold a numeral; a county may have become a city or a district since (九台市, 九台区)
* the words of rules/lexicon that are nouns, verbs, bounds or measures, of two to eight characters

Left out are words that are a number themselves (一百, 三年, 两家): a scanner of numbers must see those.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent.parent
LEXICON = HERE / "rules" / "lexicon"
OUT = HERE / "rules" / "words" / "words.txt"

FREQUENT = 220
FREQUENT_CHARACTER = 60
# Words that a number might cut are wanted though they are rarer.
RARE = 3
RARE_OTHERS = 20
RARE_LONG = 20
LONGEST = 4
LONGEST_OF_OURS = 8
# Words of the lexicon that jieba does not know are taken to be as frequent as this.
OURS = 300
OF_OURS = ("measures", "comparators", "commitments", "indicators*", "agencies", "departments")
NUMERALS = "〇零一二两三四五六七八九十百千万亿"
NUMERAL = re.compile(f"[{NUMERALS}]")
# 零增长, 零排放 say that there is to be none, which is a number; 零售 and 零件 are words.
ZERO_OF = re.compile("零(?:增长|排放|填埋|新增|事故|投诉|死亡|伤亡|发生|缺陷)")
SUFFIXES = "县市区"
# 多少 and 几何 are no numbers, but 几个, 数百, 多年, 每家, 第一, 上百, 百余 stand around one
AROUND = "几数多每第上近约余半整单"


def main() -> None:
    """Write the file: a word and its frequency a line; the beginnings of words have 0."""
    measures, bounds = words_of("measures"), words_of("comparators")
    units = set(flat(measures["units"]))
    befores = {word for group in bounds["before"].values() for word in group}
    either = "|".join(sorted(map(re.escape, units), key=len, reverse=True))
    number = re.compile(f"[{AROUND}{NUMERALS}]+(?:{either})?[{AROUND}]*(?:以上|以下|之一|分之)?")
    chosen = dict(of_jieba(number, units, befores))
    for word in of_ours(number):
        chosen.setdefault(word, OURS)
    chosen = {word: n for word, n in chosen.items() if not says_a_bound(word, befores)}
    for word in list(chosen):
        for end in range(1, len(word)):
            chosen.setdefault(word[:end], 0)
    OUT.parent.mkdir(exist_ok=True)
    header = "# Words and how frequent they are, made by tools/build_words.py from jieba 0.42.1 (dict.txt, MIT) and rules/lexicon.\n# 0: the beginning of a word.\n\n"
    OUT.write_text(header + "".join(f"{word} {n}\n" for word, n in sorted(chosen.items())), encoding="utf-8")
    print(
        f"{sum(1 for n in chosen.values() if n)} words, {len(chosen)} entries, {OUT.stat().st_size // 1024} KB"
    )


def of_ours(number: re.Pattern[str]) -> Iterator[str]:
    """The words of the lexicon; the nouns of indicators without those that hold a number or open with a verb (百亿元企业, 新增床位)."""
    commitments = words_of("commitments")
    verbs = tuple(word for group in ("verbs", "lead_ins") for word in commitments[group] if len(word) > 1)
    for name in OF_OURS:
        for path in sorted(LEXICON.glob(f"{name}.yaml")):
            nouns = path.stem.startswith("indicators")
            for word in flat(words_of(path.stem)):
                named = nouns and (NUMERAL.search(word) or word.startswith(verbs))
                if (
                    2 <= len(word) <= LONGEST_OF_OURS
                    and is_han(word)
                    and not number.fullmatch(word)
                    and not named
                ):
                    yield word


def of_jieba(number: re.Pattern[str], units: set[str], befores: set[str]) -> Iterator[tuple[str, int]]:
    """What jieba's dictionary has for us."""
    for word, frequency, tag in jieba_rows():
        if not is_han(word) or (len(word) > 1 and number.fullmatch(word)) or ZERO_OF.match(word):
            continue
        if len(word) == 1:
            if frequency >= FREQUENT_CHARACTER:
                yield word, frequency
            continue
        rare = RARE_OTHERS if NUMERAL.search(word) is None else RARE if len(word) < LONGEST else RARE_LONG
        if frequency >= FREQUENT or (frequency >= rare and is_cut_by_a_number(word, units, befores)):
            yield word, frequency
        if tag.startswith("ns") and NUMERAL.search(word) and word[-1] in SUFFIXES:
            for suffix in SUFFIXES:
                yield word[:-1] + suffix, max(frequency, 5)


def is_han(word: str) -> bool:
    """Whether the word is written in Han characters alone."""
    return all("一" <= c <= "鿿" or c == "〇" for c in word)


def says_a_bound(word: str, befores: set[str]) -> bool:
    """Whether the word is a bound with something before it (高达, 总数达到): the scanner must see the bound."""
    return word not in befores and (
        (word[0] in "可高多长已将应也则均都能再就" and word[-1] in "达超约近逾限" and len(word) == 2)
        or any(word.endswith(bound) for bound in befores if len(bound) > 1)
    )


def is_cut_by_a_number(word: str, units: set[str], befores: set[str]) -> bool:
    """Whether a part of the word could be read as a numeral, a measure word or a bound: 三轮车, 部门, 雷达."""
    if len(word) > LONGEST:
        return False
    return (
        NUMERAL.search(word) is not None
        or any(word.startswith(unit) for unit in units)
        or any(word.endswith(bound) for bound in befores)
    )


def jieba_rows() -> Iterator[tuple[str, int, str]]:
    """Word, frequency and tag of each row of jieba's dictionary."""
    from importlib.util import find_spec

    spec = find_spec("jieba")
    assert spec is not None
    assert spec.origin is not None
    for line in (Path(spec.origin).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, frequency, tag = line.split(" ")
        yield word, int(frequency), tag


def words_of(name: str) -> Any:  # noqa: ANN401 - YAML holds anything
    """One file of the lexicon."""
    return yaml.load((LEXICON / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def flat(value: Any) -> Iterator[str]:  # noqa: ANN401 - YAML holds anything
    """All strings of a value, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from flat(key)
            yield from flat(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from flat(inner)


if __name__ == "__main__":
    main()
