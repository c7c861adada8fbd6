"""Whether `planlint diff` names what was done to a plan: edits made by rule at facts of real plans, each with the change that it is.

python benchmarks/edits.py              a line a kind of edit: how many were named, how many changes were told that nobody made
python benchmarks/edits.py --verbose    and each edit that was not named

Every edit is one place of the text, so that the truth is known without reading. The kinds that also reword change the words around the number
as an office does between two drafts: another verb, an adjective more, a bound in other words.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from planlint.compare.versions import differences  # noqa: E402
from planlint.comparing import facts_of  # noqa: E402
from planlint.pipeline import DEFAULT_RULES  # noqa: E402
from planlint.read import read_document  # noqa: E402
from speed import plans  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planlint import SourceDocument
    from planlint.model.plan_facts import PlanFacts

# Edits of one kind in one plan, and the longest plan that is read once for each of them.
A_PLAN = 2
LONGEST = 20_000
SEED = 20260101
BAR = 0.9
_INTEGER = re.compile(r"(?<![\d.])[1-9]\d{0,6}(?![\d.年月日])")
_VERBS = (
    ("培育", "打造"),
    ("建设", "建成"),
    ("新增", "新建"),
    ("引进", "招引"),
    ("推进", "推动"),
    ("提高", "提升"),
    ("加强", "强化"),
    ("完成", "实现"),
)


class Edit(NamedTuple):
    """What is put in the place of a stretch of text, and the changes of which one must be told there."""

    start: int
    end: int
    text: str
    told: frozenset[tuple[str, str]]


def told(*changes: str) -> frozenset[tuple[str, str]]:
    """`target raised` as (target, raised)."""
    return frozenset((subject, change) for subject, change in map(str.split, changes))


def _number(quote: str, start: int, factor: float) -> tuple[int, int, str] | None:
    found = list(_INTEGER.finditer(quote))
    if len(found) != 1:
        return None
    value = max(1, round(int(found[0].group()) * factor))
    if value == int(found[0].group()):
        return None
    return start + found[0].start(), start + found[0].end(), str(value)


def valued(factor: float, change: str) -> Callable[[PlanFacts, str], Iterator[Edit]]:
    """Each target's number, so many times as much; a ceiling that rises asks for less."""

    def edits(plan: PlanFacts, text: str) -> Iterator[Edit]:  # noqa: ARG001
        for keyed in plan.targets:
            target = keyed.target
            place = _number(target.quote, target.span.start, factor)
            if (
                place is not None
                and target.comparator in ("=", ">=", ">")
                and keyed.value
                and keyed.value > 0
            ):
                yield Edit(*place, told(change))

    return edits


def reworded(factor: float, change: str) -> Callable[[PlanFacts, str], Iterator[Edit]]:
    """The same, and another verb or a bound in other words in the quote."""

    def edits(plan: PlanFacts, text: str) -> Iterator[Edit]:
        for edit in valued(factor, change)(plan, text):
            keyed = next(t for t in plan.targets if t.target.span.start <= edit.start < t.target.span.end)
            quote, at = keyed.target.quote, keyed.target.span.start
            new = quote[: edit.start - at] + edit.text + quote[edit.end - at :]
            other = next((new.replace(a, b, 1) for a, b in _VERBS if a in new), None)
            if other is None and keyed.target.indicator and keyed.target.indicator in new:
                other = new.replace(keyed.target.indicator, f"高水平{keyed.target.indicator}", 1)
            if other is not None:
                yield Edit(at, keyed.target.span.end, other, edit.told)

    return edits


def softened(plan: PlanFacts, text: str) -> Iterator[Edit]:  # noqa: ARG001
    """力争 in front of a target that had no such word."""
    for keyed in plan.targets:
        if (
            not keyed.target.aspirational
            and keyed.target.in_table is None
            and not re.match(r"\d|到|至", keyed.target.quote)
        ):
            yield Edit(
                keyed.target.span.start,
                keyed.target.span.start,
                "力争",
                told("target softened", "wording softened"),
            )


def hardened(plan: PlanFacts, text: str) -> Iterator[Edit]:
    """A softening word taken out."""
    for keyed in plan.targets:
        word = keyed.softener
        at = text.find(word, keyed.target.span.start, keyed.target.span.end) if word else -1
        if word and at >= 0:
            yield Edit(at, at + len(word), "", told("target hardened", "wording hardened"))


def blanked(plan: PlanFacts, text: str) -> Iterator[Edit]:
    """The number a blank to be filled in."""
    for edit in valued(2, "target blanked")(plan, text):
        yield edit._replace(text="××", told=told("target blanked"))


def unnumbered(plan: PlanFacts, text: str) -> Iterator[Edit]:  # noqa: ARG001
    """培育高新技术企业40家 as 大力培育高新技术企业."""
    for keyed in plan.targets:
        target = keyed.target
        match = re.fullmatch(r"(.*[\u4e00-\u9fff]{4,}?)(?:达到|超过|不少于)?\d+[家个人名项]", target.quote)
        if (
            match
            and match.group(1).startswith(("培育", "新增", "建设", "引进", "打造"))
            and target.in_table is None
        ):
            yield Edit(target.span.start, target.span.end, f"大力{match.group(1)}", told("target blanked"))


def added(plan: PlanFacts, text: str) -> Iterator[Edit]:
    """One more target behind another."""
    for keyed in plan.targets:
        end = keyed.target.span.end
        if keyed.target.in_table is None and text[end : end + 1] in "，。；、":
            yield Edit(end, end, "，新增雪莲观测站7座", told("target added"))


def dropped(plan: PlanFacts, text: str) -> Iterator[Edit]:
    """A target with the comma in front of it."""
    for keyed in plan.targets:
        start, end = keyed.target.span.start, keyed.target.span.end
        alone = sum(t.target.span.start < end and start < t.target.span.end for t in plan.targets) == 1
        if alone and text[start - 1 : start] in "，；、" and text[end : end + 1] in "，；。":
            yield Edit(start - 1, end, "", told("target dropped"))


def postponed(plan: PlanFacts, text: str) -> Iterator[Edit]:  # noqa: ARG001
    """The year of a milestone, or of a target that says its own, one later."""
    dated = [(m.quote, m.span, m.deadline, "milestone postponed") for m in plan.milestones]
    dated += [
        (t.target.quote, t.target.span, t.target.deadline or "", "target postponed") for t in plan.targets
    ]
    for quote, span, deadline, change in dated:
        match = re.search(r"20\d\d(?=年)", quote)
        if match and deadline.startswith(match.group()) and quote.count("年") == 1:
            year = str(int(match.group()) + 1)
            yield Edit(
                span.start + match.start(), span.start + match.end(), year, told(change, "target postponed")
            )


def reassigned(plan: PlanFacts, text: str) -> Iterator[Edit]:  # noqa: ARG001
    """Another bureau in a list of units."""
    for item in plan.responsibilities:
        yield Edit(item.span.start, item.span.end, "市档案局", told("unit reassigned"))


def paid(factor: float, change: str) -> Callable[[PlanFacts, str], Iterator[Edit]]:
    """A sum of a provision, so many times as much."""

    def edits(plan: PlanFacts, text: str) -> Iterator[Edit]:  # noqa: ARG001
        for keyed in plan.subsidies:
            place = _number(keyed.subsidy.quote, keyed.subsidy.span.start, factor)
            if place is not None and keyed.subsidy.amount is not None:
                yield Edit(*place, told(change))

    return edits


def unpaid(plan: PlanFacts, text: str) -> Iterator[Edit]:
    """A provision taken out with its sentence."""
    for keyed in plan.subsidies:
        span = keyed.subsidy.span
        start = max(text.rfind(mark, 0, span.start) for mark in "。\n；") + 1
        end = min((at for mark in "。\n；" if (at := text.find(mark, span.end)) >= 0), default=len(text))
        if (
            sum(start <= s.subsidy.span.start < end for s in plan.subsidies) == 1
            and not text[start:end].strip()[:1].isdigit()
        ):
            yield Edit(start, end, "", told("subsidy dropped"))


def untouched(plan: PlanFacts, text: str) -> Iterator[Edit]:  # noqa: ARG001
    """A verb for another that says the same: nothing is to be told."""
    for keyed in plan.targets:
        quote, span = keyed.target.quote, keyed.target.span
        other = next((quote.replace(a, b, 1) for a, b in _VERBS if a in quote), None)
        if other is not None and keyed.target.in_table is None:
            yield Edit(span.start, span.end, other, frozenset())


KINDS: dict[str, Callable[[PlanFacts, str], Iterator[Edit]]] = {
    "raised": valued(1.5, "target raised"),
    "lowered": valued(0.5, "target lowered"),
    "raised and reworded": reworded(1.5, "target raised"),
    "lowered and reworded": reworded(0.5, "target lowered"),
    "postponed": postponed,
    "softened": softened,
    "hardened": hardened,
    "blanked": blanked,
    "unnumbered": unnumbered,
    "added": added,
    "dropped": dropped,
    "reassigned": reassigned,
    "subsidy raised": paid(2, "subsidy raised"),
    "subsidy lowered": paid(0.5, "subsidy lowered"),
    "subsidy dropped": unpaid,
    "reworded alone": untouched,
}


class Score:
    """Of one kind: how many edits were named, how many not, and the changes told besides."""

    def __init__(self) -> None:
        self.right, self.wrong, self.besides = 0, 0, 0


def tried(plan: PlanFacts, source: SourceDocument, edit: Edit) -> tuple[bool, list[str]]:
    """Whether the edit is named where it was made, and everything else that is told."""
    text = source.text[: edit.start] + edit.text + source.text[edit.end :]
    new = replace(source, text=text, sha256="new", marks=(), _line_starts=[])
    found = differences(plan, facts_of(new), source.text, text, DEFAULT_RULES).differences
    here, besides = [], []
    for change in found:
        of_edit = (
            any(
                there is not None and there.span.start <= end + 40 and start - 40 <= there.span.end
                for there, start, end in (
                    (change.before, edit.start, edit.end),
                    (change.after, edit.start, edit.start + len(edit.text)),
                )
            )
            or change.subject == "unit"
        )
        (here if of_edit else besides).append(change)
    named = any((c.subject, c.change) in edit.told for c in here) if edit.told else not here
    return named, [f"{c.subject} {c.change} {c.was} → {c.now}" for c in (besides if named else found)]


def main() -> None:
    """All kinds over all plans."""
    verbose = "--verbose" in sys.argv
    scores: dict[str, Score] = {kind: Score() for kind in KINDS}
    for path in plans():
        source = read_document(path)
        if len(source.text) > LONGEST:
            continue
        plan = facts_of(source)
        for kind, edits in KINDS.items():
            chance = random.Random(f"{SEED} {path.name} {kind}")
            made = list(edits(plan, source.text))
            for edit in chance.sample(made, min(A_PLAN, len(made))):
                named, others = tried(plan, source, edit)
                scores[kind].right += named
                scores[kind].wrong += not named
                scores[kind].besides += len(others) if named else 0
                if verbose and (not named or others):
                    was = source.text[edit.start - 25 : edit.end + 25].replace("\n", "¶")
                    print(
                        f"  {kind}{'' if named else ' MISSED'} | {path.stem} | {was} → {edit.text} | {Counter(others)}"
                    )
    for kind, score in scores.items():
        count = score.right + score.wrong
        ok = "ok" if score.right >= BAR * count else "MISSED"
        print(f"{kind:24}{score.right:4} of {count:<4} {ok:8}{score.besides} changes told besides")


if __name__ == "__main__":
    main()
