"""What `lexicon/headings.yaml` says, in the shape the outline looks it up in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.text.dates import YEAR

if TYPE_CHECKING:
    from planlint.rulebook import Rulebook


_BRACKETS = r"(?:[ \u3000]{0,4}[（(〔][^（）()〔〕\n]{1,30}[）)〕]){0,2}"


@dataclass(frozen=True, slots=True)
class HeadingWords:
    """Words and marks that make or refute a heading."""

    ranks: dict[str, int]
    ends: frozenset[str]
    half_ends: frozenset[str]
    names: frozenset[str]
    longest_name: int
    joins: tuple[str, ...]
    refuted_behind: tuple[str, ...]
    refuted_before: tuple[str, ...]
    captions: frozenset[str]
    ordinals: frozenset[str]
    idioms: frozenset[str]
    genres: tuple[str, ...]
    list_heads: tuple[str, ...]
    heading_ends: tuple[str, ...]
    year_behind: re.Pattern[str]
    signers: tuple[str, ...]
    sentence_words: re.Pattern[str]
    bracket_stops: tuple[str, ...]
    contents_pattern: re.Pattern[str]
    title_pattern: re.Pattern[str]
    glued_title_pattern: re.Pattern[str]
    title_refuted: tuple[str, ...]
    title_leads: tuple[str, ...]
    title_label: re.Pattern[str]
    forwarding: tuple[str, ...]

    def name_at(self, text: str, at: int) -> str | None:
        """The longest usual section name that starts at `at`: `指导思想以……` gives 指导思想."""
        for size in range(min(self.longest_name, len(text) - at), 1, -1):
            if text[at : at + size] in self.names:
                return text[at : at + size]
        return None


@lru_cache(maxsize=8)
def heading_words(rules: Rulebook) -> HeadingWords:
    """The heading vocabulary of a rulebook."""
    raw = rules.words("headings")
    genres = "|".join(map(re.escape, sorted(raw["genres"], key=len, reverse=True)))
    openers = "|".join(map(re.escape, raw["openers"]))
    # a form parts the characters of its labels: 标　　题：
    labels = "|".join(r"\s{0,8}".join(word) for word in rules.words("documents")["labels"]["title"])
    names = {*raw["names"], *(verb + thing for verb in raw["verbs"] for thing in raw["objects"])}
    return HeadingWords(
        ranks={style: place for place, style in enumerate(raw["ranks"])},
        ends=frozenset(raw["ends"]),
        half_ends=frozenset(raw["half_ends"]),
        names=frozenset(names),
        longest_name=max(map(len, names)),
        joins=tuple(raw["joins"]),
        refuted_behind=tuple(raw["refuted_behind"]),
        refuted_before=tuple(raw["refuted_before"]),
        captions=frozenset(raw["captions"]),
        ordinals=frozenset(raw["ordinals"]),
        idioms=frozenset(raw["idioms"]),
        genres=tuple(raw["genres"]),
        list_heads=tuple(raw["list_heads"]),
        heading_ends=tuple(raw["heading_ends"]),
        year_behind=re.compile(
            f"(?:{'|'.join(f'(?<={re.escape(word)})' for word in raw['heading_ends'])})(?=[ \u3000]?{YEAR}年)"
        ),
        signers=tuple(rules.words("documents")["issuers"]),
        sentence_words=re.compile("|".join(map(re.escape, raw["sentence_words"]))),
        bracket_stops=tuple(raw["bracket_stops"]),
        contents_pattern=re.compile(
            "|".join(r"[ \u3000]{0,4}".join(map(re.escape, word)) for word in raw["contents"])
        ),
        title_pattern=re.compile(rf"[^。；\n]{{2,80}}(?:{genres})(?:{_BRACKETS}的(?:通知|公告))?{_BRACKETS}"),
        glued_title_pattern=re.compile(
            rf"([^。；：，,;\n]{{3,80}}?(?:{genres})(?:{_BRACKETS}的(?:通知|公告))?{_BRACKETS})(?=[^。；：，,;\n]{{0,12}}[〔\[（(]\d{{4}}[〕\])）]|{openers}|[ \u3000]{{0,4}}(?:20\d\d年[全我是，]|来源[:：]|发布[时日]))"
        ),
        title_refuted=tuple(raw["title_refuted"]),
        title_leads=tuple(raw["title_leads"]),
        title_label=re.compile(rf"^(?:{labels})\s{{0,4}}[:：]\s{{0,4}}", re.MULTILINE),
        forwarding=tuple(raw["forwarding"]),
    )
