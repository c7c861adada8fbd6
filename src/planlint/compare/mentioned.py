"""Clauses that commit to something without a number: 大力培育高新技术企业。They tell “mentioned without a number” from “not mentioned”."""

from __future__ import annotations

import re
from array import array
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.meaning.vocabulary import any_of
from planlint.model.plan_facts import Mentioned
from planlint.model.span import Span

if TYPE_CHECKING:
    from planlint.model.fact import Extraction
    from planlint.rulebook import Rulebook

# From the verb to the end of its half-sentence; one with a digit is a target's or a date's.
_REST = r"[^，,。；;：:！!？?\n\d]{2,60}"


@lru_cache(maxsize=8)
def _pattern(rules: Rulebook) -> re.Pattern[str]:
    modes = rules.words("comparison")["modes"]
    verbs = any_of(verb for mode in ("培育", "新增") for verb in modes[mode])
    # 孵化 of 孵化器 and 建设 of 建设用地 are no verbs
    nouns = any_of(rules.words("commitments")["nouns"])
    return re.compile(f"(?!{nouns}){verbs}{_REST}(?=[，,。；;：:！!？?\\n]|$)")


def mentioned_in(extraction: Extraction, rules: Rulebook) -> Mentioned:
    """All such clauses of the plan's own text."""
    clean, source = extraction.clean, extraction.source.text
    pattern = _pattern(rules)
    texts: list[str] = []
    starts = array("I")
    for paragraph in extraction.outline.paragraphs:
        text = clean.text[paragraph.span.start : paragraph.span.end]
        for match in pattern.finditer(text):
            at = paragraph.span.start
            span = clean.to_source(Span(at + match.start(), at + match.end()))
            # kept as the source has it, so that a quote can be cut from it
            texts.append(source[span.start : span.end].replace("\n", "\v"))
            starts.append(span.start)
    return Mentioned("\n".join(texts), starts)


def clauses(mentioned: Mentioned) -> list[tuple[str, int]]:
    """Each clause with its source start."""
    if not mentioned.text:
        return []
    parts = mentioned.text.split("\n")
    return [(text.replace("\v", "\n"), start) for text, start in zip(parts, mentioned.starts, strict=True)]
