"""What money is given for: 按实际租金给予…补贴 is 办公与厂房租金, 主导制定国际标准 is 标准制修订; with grade and trigger."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.meaning.vocabulary import any_of

if TYPE_CHECKING:
    from planlint.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Objects:
    """The lines of `lexicon/subsidy_objects.yaml`, in their order."""

    lines: tuple[tuple[str, tuple[tuple[str, ...], ...], tuple[str, ...]], ...]
    names: frozenset[str]
    grades: tuple[tuple[re.Pattern[str], str], ...]
    listed: re.Pattern[str]
    word: re.Pattern[str]
    anybody: re.Pattern[str]
    step: re.Pattern[str]
    triggers: tuple[tuple[str, re.Pattern[str]], ...]
    again: re.Pattern[str]
    standard: re.Pattern[str]

    def named(self, text: str) -> str | None:
        """The object of a text, None where no line fits."""
        for name, groups, unless in self.lines:
            fits = any(all(word in text for word in group) for group in groups)
            if fits and not any(word in text for word in unless):
                return name
        return None

    def grade(self, text: str) -> str | None:
        """主板, 一等奖, A级: the one grade that a text names; several are none."""
        found = {name for pattern, name in self.grades if pattern.search(text)}
        return next(iter(found)) if len(found) == 1 else None

    def standard_level(self, text: str) -> str | None:
        """国际, 行业 … where a text names one kind of standard."""
        found = set(self.standard.findall(text))
        return next(iter(found)) if len(found) == 1 else None

    def trigger(self, text: str) -> str | None:
        """首次, 重新认定, 升级 or 认定."""
        return next((name for name, pattern in self.triggers if pattern.search(text)), None)

    def grades_of_list(self, text: str) -> tuple[str, ...]:
        """The grades of the last list in a text: 国际、国家和行业 of 主导制订国际、国家和行业标准的企业."""
        found = [match.group() for match in self.listed.finditer(text)]
        lists = [words for each in found if len(words := tuple(self.word.findall(each))) > 1]
        return lists[-1] if lists else ()


@lru_cache(maxsize=8)
def objects(rules: Rulebook) -> Objects:
    """The objects of a rulebook."""
    words = rules.words("subsidy_objects")
    listed = any_of(words["listed"])
    noun = "(?:标准|等奖|奖|级)?"
    return Objects(
        lines=tuple(
            (line["name"], tuple(map(tuple, line["when"])), tuple(line.get("unless", ())))
            for line in words["objects"]
        ),
        names=frozenset(line["name"] for line in words["objects"]),
        grades=tuple((re.compile(pattern), name) for pattern, name in words["grades"]),
        listed=re.compile(rf"{listed}{noun}(?:[、和及与,，]{listed}{noun})+"),
        word=re.compile(rf"{listed}(?={noun}(?:[、和及与,，]|$))"),
        anybody=re.compile(
            rf"^(?:对)?(?:符合.{{0,6}}的)?(?:每个|每家|单个|其|上述)?{any_of(words['anybody'])}?(?:年度?)?$"
        ),
        step=re.compile(words["step_only"]),
        triggers=tuple((name, re.compile(any_of(given))) for name, given in words["triggers"].items()),
        again=re.compile(
            rf"(?:对|经|已)*{any_of(w for given in words['triggers'].values() for w in given)}(?:通过|合格|后|的)*"
        ),
        standard=re.compile(rf"(?<![、和及与])({any_of(words['standards'])})标准"),
    )
