"""The vocabulary of units as patterns, and what can be a unit's name: 市科技局 can, 相关企业的负责人 cannot."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.text.han import HAN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.model.fact import Role
    from planlint.rulebook import Rulebook

NESTED = re.compile("[（(〔〈<][^（()）〔〕〈〉<>]*[)）〕〉>]")
_GLOSS_BEHIND = re.compile("[（(〔〈<][^（()）〔〕〈〉<>]*[)）〕〉>]$")
_NO_NAME = re.compile("[。；：:！？《》“”\n，,]")
_DIGIT = re.compile("\\d")
_LONGEST, _LONGEST_UNKNOWN = 40, 14


@dataclass(frozen=True, slots=True)
class UnitWords:
    """Patterns over rules/lexicon/agencies.yaml.

    `strong` and `any_end` match a name's end; `tail` what stands behind the last name of a list and says its role (按职责分工负责), whose
    words `tail_roles` translates; `group` an open group behind 等 (等省级有关部门).
    """

    strong: re.Pattern[str]
    any_end: re.Pattern[str]
    no_unit: re.Pattern[str]
    refute: re.Pattern[str]
    opens_no_name: re.Pattern[str]
    acts: re.Pattern[str]
    lead_in: re.Pattern[str]
    persons: re.Pattern[str]
    remit: re.Pattern[str]
    explains: re.Pattern[str]
    sets: re.Pattern[str]
    tail: re.Pattern[str]
    tail_roles: dict[str, Role]
    manner: re.Pattern[str]
    group: re.Pattern[str]
    levels: re.Pattern[str]
    short_names: dict[str, str]
    longest_short: int

    def is_unit(self, name: str) -> bool:
        """Whether a phrase ends as units do: 市科技局, 各金融机构, 县水利局（河长办）; not 东部, 干部."""
        own = bare(name)
        return self.any_end.search(own) is not None and self.no_unit.search(own) is None

    def is_strong(self, name: str) -> bool:
        """Whether the end alone makes a name: 局, 委, 公司."""
        own = bare(name)
        return self.strong.search(own) is not None and self.no_unit.search(own) is None

    def is_person(self, name: str) -> bool:
        """Whether a phrase names a post or a person: 局长 is none of the units, 县河长办 is one."""
        return self.persons.search(name) is not None and not self.is_strong(name)

    def could_be(self, name: str) -> bool:
        """Whether a phrase could be a unit's name whatever it ends in, as 云岭移动 can: short, no verb, no sentence, no person."""
        own = NESTED.sub("", name)
        return (
            len(name) >= 2
            and len(own) <= (_LONGEST if self.is_unit(name) else _LONGEST_UNKNOWN)
            and _NO_NAME.search(own) is None
            and _DIGIT.search(own, 2) is None
            and self.opens_no_name.search(own) is None
            and (self.is_unit(name) or self.acts.search(own) is None)
            and not self.is_person(name)
        )


def bare(unit: str) -> str:
    """A unit's name without the gloss behind it: 市监局（知识产权局） -> 市监局."""
    return _GLOSS_BEHIND.sub("", unit)


def any_of(words: Iterable[str]) -> str:
    """One of the words, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(set(words), key=lambda w: (-len(w), w)))) + ")"


@lru_cache(maxsize=8)
def unit_words(rules: Rulebook) -> UnitWords:
    """The vocabulary of a rulebook, built once."""
    words = rules.words("agencies")
    roles: dict[str, Role] = {word: role for role, group in words["tails"].items() for word in group}
    ends = [*words["strong"], *words["weak"]]
    level = f"{any_of(words['levels'])}(?:[（(〔]{any_of(words['levels'])}(?:[、,，/]?{any_of(words['levels'])}){{0,4}}[^（()）〔〕]{{0,12}}[）)〕])?"
    group = f"(?:{HAN}{{0,4}}?{any_of(words['open'])}|各){HAN}{{0,6}}?{any_of(words['groups'])}(?:[和及与、]{any_of(words['groups'])}){{0,2}}"
    return UnitWords(
        strong=re.compile(any_of(words["strong"]) + "$"),
        any_end=re.compile(any_of(ends) + "$"),
        no_unit=re.compile(any_of(words["no_units"]) + "$"),
        refute=re.compile(any_of(words["refute"])),
        opens_no_name=re.compile("^" + any_of(words["opens_no_name"])),
        acts=re.compile(any_of(words["acts"])),
        lead_in=re.compile("^(?:" + any_of(words["lead_ins"]) + ")+"),
        persons=re.compile(any_of(words["persons"])),
        remit=re.compile(any_of(words["remit"])),
        explains=re.compile("^" + any_of(words["explains"])),
        sets=re.compile(any_of(words["sets"]) + "$"),
        tail=re.compile(
            f"(?:{any_of(words['manners'])}|等)*(?P<role>{any_of(roles)}){any_of(words['tail_ends'])}?$"
        ),
        tail_roles=roles,
        manner=re.compile(f"(?:{any_of(words['manners'])}|等)+$"),
        group=re.compile(
            f"(?<![高中初同平均])等(?:(?P<group>{group})|(?:{HAN}|\\d){{0,6}}?{any_of(words['groups'])})?$"
        ),
        levels=re.compile(
            f"各{level}(?:[、,，和及]{level}){{1,4}}(?:{any_of([*words['governments'], *words['committee_and_government']])}|{HAN}{{0,6}}?[局委厅办](?=[和及与等按共分牵负配]|[\\W\\d]|$))"
            f"|各{level}(?:[、,，和及]{level}){{0,4}}{any_of(words['committee_and_government'])}"
        ),
        short_names=words["short_names"],
        longest_short=max(map(len, words["short_names"])),
    )
