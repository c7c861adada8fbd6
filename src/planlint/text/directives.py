"""Remarks to planlint inside a plan: `<!-- planlint: ignore[SUB001] 待财政核定 -->`. They are no part of the plan's text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from planlint.model.span import Span

_OPENING = "<!--"
_WORD = "planlint:"


@dataclass(frozen=True, slots=True)
class Directive:
    """One remark: its place with the comment marks, the verb (`ignore`, `ignore-file`), the rules it names, the reason."""

    span: Span
    verb: str
    rules: tuple[str, ...]
    reason: str


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    # one line, no > inside, bounded: a hundred thousand openings without an end stay linear; clean/ drops the same stretch
    return re.compile(
        r"<!-- planlint:(?=([^\n>]{0,400})-->)[ \t]*([A-Za-z-]*)[ \t]*(?:\[([^\]\n>]*)\])?([^\n>]*)-->"
    )


def find_directives(text: str) -> list[Directive]:
    """All remarks of `text` in order: `甲<!-- planlint: ignore[SUB001, 缺少完成时限] 待定 -->` names two rules."""
    if _OPENING not in text or _WORD not in text:
        return []
    found = []
    for match in _pattern().finditer(text):
        _, verb, rules, reason = match.groups()
        names = tuple(name for name in re.split(r"[,，、\s]+", rules or "") if name)
        found.append(Directive(Span(*match.span()), verb.lower(), names, reason.strip(" \t:：-—")))
    return found
