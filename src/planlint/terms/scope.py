"""What a place in a list of units means, said once: `逗号前为牵头单位，其余单位按职责分工配合，下同`, read by parts in whatever words.

A clause says a place (首位, 逗号之前, 带*), a role (牵头, 主办) and nothing that lists of units have no words for; a clause behind it may say
what the others do.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.model.fact import Caution
from planlint.model.span import Span
from planlint.model.terms import ScopeRule
from planlint.terms.scope_clauses import anchors_in, clauses_of, quoted_signs, scope_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model.document import CleanText
    from planlint.rulebook import Rulebook
    from planlint.terms.scope_clauses import ScopeWords

_SENTENCE_ENDS = "。；;\n（）()【】[]"
# Behind these what the others do may follow: 分号前为主办单位；分号后为协办单位.
_GOES_ON = ("；", ";", "。")
_LONGEST = 120


def find_scope(clean: CleanText, rules: Rulebook) -> tuple[ScopeRule, ...]:
    """All scope rules in order, each with the stretch of text whose lists it rules."""
    words = scope_words(rules)
    text = clean.text
    found: list[ScopeRule] = []
    done = 0
    for anchor in anchors_in(text, words):
        if anchor >= done:
            sentence = _sentence(text, anchor, done)
            done = sentence.end
            found += _rules_of(text, sentence, words)
    return tuple(_in_force(found, clean))


def contradictions(scope: Sequence[ScopeRule], clean: CleanText) -> Iterator[Caution]:
    """A caution for each of the statements that differ: what each says, and where. The later one holds from its place on."""
    statements = {rule.holds: rule for rule in reversed(scope)}
    if len(statements) > 1:
        for rule in reversed(statements.values()):
            yield Caution("scope-rules", clean.quote(rule.span), clean.to_source(rule.span))


def _sentence(text: str, at: int, low: int) -> Span:
    """The stretch between full stops or brackets around a place, signs in quotation marks left in, with the sentence behind it."""
    low, high = max(low, at - _LONGEST), min(len(text), at + _LONGEST)
    quoted = quoted_signs(text, low, high)
    start = next(
        (i + 1 for i in range(at - 1, low - 1, -1) if text[i] in _SENTENCE_ENDS and i not in quoted), low
    )
    ends = [i for i in range(at, high) if text[i] in _SENTENCE_ENDS and i not in quoted]
    goes_on = len(ends) > 1 and text[ends[0]] in _GOES_ON
    return Span(start, ends[1] if goes_on else ends[0] if ends else high)


def _rules_of(text: str, sentence: Span, words: ScopeWords) -> Iterator[ScopeRule]:
    """The rules of a sentence: a clause with place and role makes one, a later one about the others completes it."""
    found: list[ScopeRule] = []
    for clause in clauses_of(text, sentence, words):
        if clause.role is None:
            continue
        if clause.rest and found:
            if found[-1].rest is None:
                found[-1] = replace(
                    found[-1], rest=clause.role, span=Span(found[-1].span.start, clause.span.end)
                )
        elif clause.position is not None and clause.role != "cooperate":
            found.append(
                ScopeRule(clause.position, clause.role, None, clause.span, clause.span, clause.marks)
            )
    # 首位为责任单位 says nothing unless the others do something else
    yield from (rule for rule in found if rule.role == "lead" or rule.rest is not None)


def _in_force(rules: Sequence[ScopeRule], clean: CleanText) -> Iterator[ScopeRule]:
    """The rules with the stretch that each rules: all of the text, or, where two differ, the later one from its place on."""
    statements: list[list[ScopeRule]] = []
    for rule in rules:
        last = statements[-1] if statements else []
        said = [i for i, other in enumerate(last) if _said(other) == _said(rule)]
        if said:
            last[said[0]] = replace(last[said[0]], rest=last[said[0]].rest or rule.rest)
        elif (
            last
            and _one_breath(clean.text, last[-1].span.end, rule.span.start)
            and _place(rule) not in map(_place, last)
        ):
            last.append(rule)  # 有逗号的，逗号前牵头；没有的，首位牵头
        else:
            statements.append([rule])
    starts = [0, *(_from(statement[0].span.start, clean) for statement in statements[1:]), len(clean.text)]
    for i, statement in enumerate(statements):
        yield from (replace(rule, holds=Span(starts[i], starts[i + 1])) for rule in statement)


def _from(at: int, clean: CleanText) -> int:
    """Where what is said at a place begins to hold: with the bracket that it stands in, or the table that it is a note to."""
    text = clean.text
    line = text.rfind("\n", 0, at) + 1
    for table in clean.tables:
        span = clean.from_source(table.span)
        if span.start < at and not text[span.end : line].strip():
            return span.start
    depth = 0
    for i in range(at - 1, max(line, at - 4 * _LONGEST) - 1, -1):
        if text[i] in "）)]】":
            depth += 1
        elif text[i] in "（([【":
            if depth == 0:
                return i
            depth -= 1
    return at


def _one_breath(text: str, end: int, start: int) -> bool:
    """Whether two rules are said together: near each other, in one line, no bracket between."""
    return start - end <= _LONGEST and not any(mark in text[end:start] for mark in "\n（()）")


def _place(rule: ScopeRule) -> tuple[str, str]:
    return rule.position, rule.marks


def _said(rule: ScopeRule) -> tuple[str, str, str]:
    return rule.position, rule.marks, rule.role
