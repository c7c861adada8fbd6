"""What `lexicon/agencies.yaml` says, in the shape the mechanisms look it up in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.model.fact import Role
    from planlint.rulebook import Rulebook

# A unit's name is one word: no mark, no particle.
_NAME = re.compile(r"[一-鿿A-Za-z0-9“”·()（）—-]{2,40}")
_PARTICLES = re.compile("[的了把被让使]|(?<!对)对(?!外|口|台)")
_LEVELS = "省市区县州盟旗镇乡"


@dataclass(frozen=True, slots=True)
class Agencies:
    """The vocabulary of units, labels and roles."""

    label: re.Pattern[str]
    label_roles: dict[str, Role]
    bare_labels: frozenset[str]
    verbs: dict[str, Role]
    verb_at_end: re.Pattern[str]
    adverbs: re.Pattern[str]
    agency: tuple[str, ...]
    body: tuple[str, ...]
    not_units: tuple[str, ...]
    standing: tuple[str, ...]
    persons: tuple[str, ...]
    left_stop: re.Pattern[str]
    encouraged: re.Pattern[str]
    fillers: re.Pattern[str]
    scope_first: re.Pattern[str]
    scope_marks: dict[str, str]
    duty_headings: tuple[str, ...]
    share_words: tuple[str, ...]
    short_names: dict[str, str]
    names: dict[str, str]
    longest_name: int

    def kind(self, name: str) -> str | None:
        """`agency`, `body` or None where the text does not read as a unit's name: 青禾市科技局 is an agency."""
        if not _NAME.fullmatch(name) or name.endswith(self.not_units) or _PARTICLES.search(name):
            return None
        if name.endswith(self.agency):
            return "agency"
        if name.endswith(self.body) or _is_places(name):
            return "body"
        return None

    def is_standing(self, name: str) -> bool:
        """Whether the name is a standing body's, a post's or a person's: 领导小组, 乡级路长."""
        return name.endswith(self.standing) or name.endswith(self.persons)


def _is_places(name: str) -> bool:
    return name[0] in "各有相" and name[-1] in _LEVELS and name.startswith(("各", "有关", "相关"))


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@lru_cache(maxsize=8)
def agencies(rules: Rulebook) -> Agencies:
    """The unit vocabulary of a rulebook."""
    raw = rules.words("agencies")
    words = _any(raw["label_words"])
    verbs, adverbs = _any(raw["verbs"]), _any(raw["adverbs"])
    names = {**{full: full for full in raw["short_names"].values()}, **{n: n for n in raw["full_names"]}, **raw["short_names"]}
    marks = _any(raw["scope_marks"])
    lead_label = "(?:为|是|系|作为|即)(?:主要|总)?(?:牵头|主办|主责)(?:责任)?(?:单位|部门)"
    return Agencies(
        label=re.compile(
            rf"(?P<words>(?:{words})(?:[和及、与/]?(?:{words})){{0,2}})(?P<noun>{_any(raw['label_nouns'])})?"
            rf"(?:[（(][^（）()\n]{{0,12}}[)）])?(?P<mark>[ ]?[:：]|[】\]][:：]?|为[:：]?|是[:：]?|[ ])"
        ),
        label_roles=raw["label_words"],
        bare_labels=frozenset(raw["bare_labels"]),
        verbs=raw["verbs"],
        verb_at_end=re.compile(rf"(?P<adverbs>(?:{adverbs}){{0,4}})(?P<verb>{verbs})(?:{verbs}|{_any(raw['rests'])}){{0,5}}$"),
        adverbs=re.compile(rf"(?:{adverbs}){{1,4}}$"),
        agency=tuple(raw["agency"]),
        body=tuple(raw["body"]),
        not_units=tuple(raw["not_units"]),
        standing=tuple(raw["standing"]),
        persons=tuple(raw["persons"]),
        left_stop=re.compile(f"(?P<no>{_any(raw['not_stops'])})|{_any(raw['left_stops'])}"),
        encouraged=re.compile(_any(raw["encouraged"])),
        fillers=re.compile(_any(raw["fillers"])),
        scope_first=re.compile(
            rf"(?P<first>{_any(raw['scope_first'])})的?(?:责任)?(?:单位|部门)?(?:的)?{lead_label}"
            rf"|[“\"]?(?P<mark>{marks}|[，,；;、])[”\"]?(?:之前|以前|前面|前)的?(?:责任)?(?:单位|部门)?(?:的)?{lead_label}"
        ),
        scope_marks=raw["scope_marks"],
        duty_headings=tuple(raw["duty_headings"]),
        share_words=tuple(raw["share_words"]),
        short_names=raw["short_names"],
        names=names,
        longest_name=max(map(len, names)),
    )  # fmt: skip
