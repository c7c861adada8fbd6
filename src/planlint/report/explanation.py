"""Explanations in, lines for a reader or records for a program out: why `40家` is a target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.rulebook.roles import load_roles
from planlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model.decision import Considered, Decision, Explanation
    from planlint.rulebook import Rulebook
    from planlint.words import Words


def explained_lines(found: Iterable[Explanation], text: str, words: Words, rules: Rulebook) -> Iterator[str]:
    """A block of lines for each number; `text` is the clean text that deadlines stand in."""
    titles = {rule.id: rule.title if words.lang == "zh" else rule.name for rule in load_roles(rules)}
    for one in found:
        line, column = one.place
        fact = f" {one.record.fact}" if one.record.fact else ""
        yield f"{line}:{column}  {visible(one.record.quote)}  {words.get(one.record.role)}{fact}\n"
        for said in _lines(one, text, words, titles):
            yield f"    {visible(said)}\n"


def _lines(one: Explanation, text: str, words: Words, titles: dict[str, str]) -> Iterator[str]:
    deciding = next((c for c in one.considered if c.decision is not None), None)
    if deciding is None or deciding.decision is None:
        yield words.say("explain.by_shape", rule=one.record.rule)
    else:
        yield words.say(
            "explain.decided", step=words[f"step.{deciding.step}"], rule=deciding.decision.rule, title=_title(deciding.decision, titles)
        )  # fmt: skip
        if deciding.decision.because:
            yield words.say("explain.because", words=_quoted(deciding.decision.because, words))
    zone = f" ← {_quoted(one.zone.why, words)}" if one.zone.why else ""
    tense, part = words[f"tense.{one.zone.tense}"], words[f"part.{one.zone.part}"]
    yield words.say("explain.zone", tense=tense, part=part) + zone
    deadline = one.deadline.deadline
    if deadline is None:
        yield words["explain.no_deadline"]
    else:
        said = text[deadline.span.start : deadline.span.end]
        yield words.say("explain.deadline", date=deadline.date, words=_quoted((said,), words))
    others = [c for c in one.considered if c is not deciding and c.step != "unknown"]
    if others:
        steps = words.join(_said(c, words, titles) for c in others)
        yield words.say("explain.others", steps=steps)


def _said(considered: Considered, words: Words, titles: dict[str, str]) -> str:
    step = words[f"step.{considered.step}"]
    decision = considered.decision
    if decision is None:
        return f"{step} {words['explain.silent']}"
    role = words.get(decision.role)
    return f"{step} {decision.rule}{_title(decision, titles)} → {role}"


def _title(decision: Decision, titles: dict[str, str]) -> str:
    title = titles.get(decision.rule, "")
    return f" {title}" if title else ""


def _quoted(said: Iterable[str], words: Words) -> str:
    return words.join(f"“{one.strip()}”" for one in said if one.strip())


def explained_records(found: Iterable[Explanation], text: str) -> list[dict[str, Any]]:
    """The same for a program: one object for each number."""
    return [
        {
            "quote": one.record.quote,
            "span": {"start": one.record.span.start, "end": one.record.span.end, "line": one.place[0], "column": one.place[1]},
            "role": one.record.role,
            "rule": one.record.rule,
            "fact": one.record.fact,
            "zone": {"tense": one.zone.tense, "part": one.zone.part, "because": list(one.zone.why)},
            "deadline": _deadline_record(one, text),
            "considered": [
                {"step": c.step, "role": c.decision.role if c.decision else None, "rule": c.decision.rule if c.decision else None,
                 "because": list(c.decision.because) if c.decision else []}
                for c in one.considered
            ],
        }
        for one in found
    ]  # fmt: skip


def _deadline_record(one: Explanation, text: str) -> dict[str, Any] | None:
    deadline = one.deadline.deadline
    if deadline is None:
        return None
    said = text[deadline.span.start : deadline.span.end]
    return {"date": deadline.date, "because": said, "inherited": one.deadline.inherited}
