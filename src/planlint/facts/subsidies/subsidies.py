"""Reads a plan provision by provision; sums form groups, a group is taken apart over the objects named before it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.facts.subsidies.ceilings import cap_ladder, capped_behind, limited, limits_before
from planlint.facts.subsidies.circumstances import circumstances_of, paid_before
from planlint.facts.subsidies.earners import earner_of, next_tier, tier_of, topic_of
from planlint.facts.subsidies.forgone import forgone
from planlint.facts.subsidies.provision import provision_of
from planlint.facts.subsidies.records import records_of, without_parts
from planlint.facts.subsidies.said import Said, carried_on
from planlint.facts.subsidies.unnamed import earner_in_title, named_before
from planlint.facts.subsidies.words import subsidy_words

if TYPE_CHECKING:
    from planlint.facts.claim import Claim
    from planlint.facts.subsidies.provision import Provision
    from planlint.facts.subsidies.words import SubsidyWords
    from planlint.model.fact import Subsidy
    from planlint.reading.reading import HalfSentence, Reading
    from planlint.rulebook import Rulebook

# 对近年来已认定的企业，给予…: whoever it is given to, it is promised here.
_PROMISES = re.compile(
    "(?:^|[，,；;。：:、】）)])(?:其中)?(?:对(?!接|外|口)|凡)[^，,。；;]{2}|(?:的|企业|单位|机构|项目|团队|人才|总部)[，,](?:[^，,]{0,14}[，,])?(?:再|分别|一次性|市级|可|均)*(?:给予|予以|奖励|按|最高|补贴|补助)|最高|不超过"
)
# 1.国家级平台, （2）, ①: an item of a list.
# In measures that offer money a condition leads its tiers: 取得证书的：1类新药每个1000万元；2类新药每个300万元.
_LEADS_TIERS = re.compile("[^：:；;]{4,80}的[：:](?=[^，,。；;]{2,30}\\d)")
_ITEM = re.compile("\\s*(?:[（(]?(?:\\d{1,2}|[一二三四五六七八九十]{1,2})[)）.、．]|[①-⑳•·—-])")


def find_subsidies(reading: Reading, rules: Rulebook) -> tuple[list[Subsidy], list[Claim]]:
    """All subsidies of the plan that have a figure, and what the numbers of their provisions are."""
    walk = _Walk(reading, subsidy_words(rules))
    for half in reading.half_sentences():
        walk.read(half)
    walk.found.sort(key=lambda b: b.span)
    return walk.found, walk.claims


class _Walk:
    """Goes through the half-sentences and keeps what the sentence and the paragraph said so far."""

    def __init__(self, reading: Reading, words: SubsidyWords) -> None:
        self.reading, self.words = reading, words
        self.found: list[Subsidy] = []
        self.claims: list[Claim] = []
        self._paragraph = -1
        self._said = Said()
        # of the sentence: who was named, the kind of money, the first record, whether it gave anything
        self._carried, self._first, self._goes_on = "", 0, False
        self._kind: str | None = None
        # whether a lead that gives money opens the list that is being read
        self._led = False
        self._by_title = _title_earner(reading)
        self._offers = reading.terms.document.genre == "measures"

    def read(self, half: HalfSentence) -> None:
        """Take what one half-sentence gives."""
        text = self.reading.clean.text[half.span.start : half.span.end]
        if half.paragraph.span.start != self._paragraph:
            self._led = self._led and _ITEM.match(text) is not None
            self._said, self._paragraph = Said(), half.paragraph.span.start
        if half.opens_sentence:
            self._said.before, self._said.sentence = self._said.sentence, []
            self._carried, self._kind, self._first, self._goes_on = (
                half.row_name,
                None,
                len(self.found),
                False,
            )
        self._led = self._led or (self._offers and _LEADS_TIERS.match(text) is not None)
        listed = self._is_listed(half)
        provision = provision_of(half, text, self.words, goes_on=self._goes_on, listed=listed)
        told = self.reading.zones.at(half.span.start).tense == "review" and not _PROMISES.search(text)
        if provision.groups and told:
            # what was paid last year is told, not promised
            self.claims.extend(paid_before(provision))
            return
        goes_on = self._goes_on
        if text.rstrip().endswith(("：", ":")):
            self._led = self.words.gives.search(text) is not None
        last = self._said.before if half.opens_sentence else self._said.last
        if limits_before(provision, half, [self.found[i] for i in last]):
            self.claims.extend(limited(provision, half, self.found, last))
        else:
            self._give(half, provision)
        if provision.groups or provision.conditions or self._said.gave:
            self.claims.extend(circumstances_of(self.reading, half, provision, goes_on=goes_on))

    def _is_listed(self, half: HalfSentence) -> bool:
        """Whether a half-sentence is an item of a list whose lead or heading gives money."""
        heading = half.section.heading if half.section is not None else ""
        return self._led or self.words.label.fullmatch(heading[-6:] + "：") is not None

    def _give(self, half: HalfSentence, provision: Provision) -> None:
        """The records of a provision, and of what it forgoes."""
        said = self._said
        begin = len(self.found)
        said.last = said.last if not provision.groups else []
        for record, used in without_parts(self.reading.clean.text, self._records(half, provision)):
            # a tier without a word of its own for the money is of the kind of the tier before
            self._kind = record.kind or self._kind
            who = record.beneficiary or said.named or said.topic or self._by_title
            fact = replace(record, id=f"b{len(self.found) + 1}", kind=self._kind, beneficiary=who or None)
            said.last.append(len(self.found))
            said.sentence.append(len(self.found))
            self.found.append(fact)
            self.claims.extend(replace(c, fact=fact.id) for c in used)
        if len(self.found) > begin:
            self._goes_on = said.gave = True
            said.named = self._carried or said.named
        else:
            said.topic = topic_of(provision.text, self.words) or said.topic
        cap_ladder(self.found, self._first, provision.text)
        for record in forgone(self.reading, half, provision.text, self.words, self._carried):
            capped = capped_behind(record, self.found, begin, self.reading)
            if capped is not None:
                whose = record.beneficiary
                self.found[capped] = replace(self.found[capped], rate=record.rate, beneficiary=whose)
                continue
            who = carried_on(record.beneficiary or "", self._carried, said)
            self.found.append(replace(record, id=f"b{len(self.found) + 1}", beneficiary=who or None))

    def _records(self, half: HalfSentence, provision: Provision) -> list[tuple[Subsidy, list[Claim]]]:
        given: list[tuple[Subsidy, list[Claim]]] = []
        tiered = ""
        for group in provision.groups:
            who, receiver = earner_of(group.segment, self.words, several=len(group.sums) > 1)
            who = named_before(carried_on(who, self._carried, self._said), self._said.topic)
            if not group.is_limit:
                self._carried = who or self._carried
            behind = provision.text[group.sums[-1].quantity.span.end - half.span.start :]
            tier = tier_of(group.segment, behind)
            if tier:
                tiered, who = who, f"{who}，{tier}" if who else tier
            elif tiered and next_tier(group.segment):
                self._carried, who = tiered, f"{tiered}，{next_tier(group.segment)}"
            else:
                tiered = ""
            given += records_of(self.reading, half, provision.text, group, who, receiver, self.words)
        return given


def _title_earner(reading: Reading) -> str | None:
    title = reading.outline.title
    return earner_in_title(
        re.sub("\\s", "", reading.clean.text[title.start : title.end]) if title is not None else None
    )
