"""Builds a target from each number that was decided to be one, half-sentence by half-sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.facts.claim import Claim
from planlint.facts.commitment_words import commitment_words
from planlint.facts.targets.records import targets_of
from planlint.meaning.vocabulary import meaning_words
from planlint.meaning.wholes import is_part, mode_of_part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.model.decision import Decision
    from planlint.model.fact import Target
    from planlint.model.span import Span
    from planlint.reading import Reading
    from planlint.rulebook import Rulebook


def find_targets(
    reading: Reading, decisions: Mapping[Span, Decision], rules: Rulebook
) -> tuple[list[Target], list[Claim]]:
    """All targets of the plan's sentences, and which number each was built from."""
    words, meaning = commitment_words(rules), meaning_words(rules)
    found: list[Target] = []
    claims: list[Claim] = []
    paragraph = None
    named: list[str] = []
    for half in reading.half_sentences():
        named = named if half.paragraph is paragraph else []
        paragraph = half.paragraph
        decided = [(q, decisions[q.number]) for q in half.quantities if q.number in decisions]
        chosen = [(q, decision.rule) for q, decision in decided if decision.role == "target"]
        if not chosen:
            continue
        targets = targets_of(reading, half, chosen, words, meaning, named)
        named = [target.indicator for target, _ in targets] or named
        for target, number in targets:
            last = found[-1] if found else None
            mode = target.mode
            if last is not None and is_part(reading.clean.source.text, last.span, target.span):
                mode = mode_of_part(mode, last.mode)
            fact = replace(target, id=f"t{len(found) + 1}", mode=mode)
            found.append(fact)
            claims.append(Claim(number, "target", fact.id, fact.rule))
    return found, claims
