"""Several plans from source to `Comparison`: facts of one plan at a time, then the rows of all. The pipeline's third half.

>>> from planlint.comparing import compare, facts_of  # doctest: +SKIP
>>> compare([facts_of(read_document(path)) for path in paths]).indicators  # doctest: +SKIP
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from planlint.compare.brief import brief_of as brief_from
from planlint.compare.collect import collect
from planlint.compare.duplicates import duplicates
from planlint.compare.kept import MANY
from planlint.compare.labels import Named, labels_of
from planlint.compare.ladder import subsidy_rows
from planlint.compare.mapped import Mapped
from planlint.compare.matrix import indicator_rows
from planlint.compare.overlap import Overlap
from planlint.compare.passages import text_pairs
from planlint.compare.pivot import pivot_rows
from planlint.compare.themes import theme_rows
from planlint.compare.timeline import timeline
from planlint.compare.units import unit_rows, workloads
from planlint.compare.vocabulary import vocabulary
from planlint.model.comparison import Comparison
from planlint.model.mapping import RowMapping
from planlint.model.shared_text import TextComparison
from planlint.model.shelf import Arranged, Shelf
from planlint.pipeline import DEFAULT_RULES, extract

__all__ = [
    "Wishes",
    "brief_of",
    "cascade",
    "compare",
    "diff",
    "duplicates",
    "facts_from",
    "facts_of",
    "gathered",
    "long_values",
]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from planlint.model.brief import Brief
    from planlint.model.cascade import Cascade
    from planlint.model.comparison import Suggestion
    from planlint.model.difference import PlanDiff
    from planlint.model.document import SourceDocument
    from planlint.model.fact import Extraction
    from planlint.model.pivot import PivotRow
    from planlint.model.plan_facts import PlanFacts
    from planlint.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asks of a comparison.

    `labels` by path; `mapping` says which rows are one and which are two; `year` keeps the cells and events of one year;
    `suggest` asks for pairs of nouns that might be one; `text_of` reads a plan's text again, for the shared passages.
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    mapping: RowMapping = field(default_factory=RowMapping)
    year: str | None = None
    suggest: bool = False
    text_of: Callable[[PlanFacts], str | None] | None = None


def facts_of(source: SourceDocument | str, rules: Rulebook = DEFAULT_RULES) -> PlanFacts:
    """What a comparison keeps of one plan; everything else is let go. It depends on this plan alone, so plans can be done apart."""
    return facts_from(extract(source, rules), rules)


def facts_from(extraction: Extraction, rules: Rulebook = DEFAULT_RULES) -> PlanFacts:
    """The same of a plan that is extracted already, by these rules."""
    return collect(extraction, rules)


def brief_of(extraction: Extraction, rules: Rulebook = DEFAULT_RULES) -> Brief:
    """What a reader asks of one plan beyond its facts: who answers for what, which tasks nobody has."""
    return brief_from(extraction, facts_from(extraction, rules), rules)


def compare(
    plans: Iterable[PlanFacts], rules: Rulebook = DEFAULT_RULES, wishes: Wishes | None = None
) -> Comparison:
    """The comparison; the same whatever the order of the plans."""
    wishes = wishes or Wishes()
    words = vocabulary(rules)
    found = _labelled(plans if isinstance(plans, Shelf) else list(plans), rules, wishes)
    rows = indicator_rows(_in_year(found, wishes.year), words, wishes.mapping)
    suggested: tuple[Suggestion, ...] = ()
    if wishes.suggest:
        from planlint.compare.suggest import suggestions

        suggested = suggestions(rows, words)
    return Comparison(
        plans=found,
        indicators=rows,
        subsidies=subsidy_rows(found),
        units=unit_rows(found, rules),
        workloads=workloads(found),
        timeline=timeline(found, wishes.year),
        text=_text(found, rules, wishes),
        suggestions=suggested,
    )


def gathered(plans: Iterable[PlanFacts], count: int) -> Sequence[PlanFacts]:
    """So many plans, as they come: the facts of thousands are packed until they are asked for."""
    return list(plans) if count < MANY else Shelf(plans, together=1)


def _labelled(plans: Sequence[PlanFacts], rules: Rulebook, wishes: Wishes) -> Sequence[PlanFacts]:
    """The plans by label, with the user's names of things."""
    named = [Named(plan.path, plan.sha256, plan.document) for plan in plans]
    labels = labels_of(named, wishes.labels, vocabulary(rules))
    order = sorted(range(len(named)), key=lambda i: (labels[named[i].path], named[i].path))

    mapped = Mapped(wishes.mapping)

    def with_names(plan: PlanFacts) -> PlanFacts:
        return mapped(replace(plan, label=labels[plan.path]))

    return _seen(plans, order, with_names)


def _in_year(plans: Sequence[PlanFacts], year: str | None) -> Sequence[PlanFacts]:
    """The plans with the targets of one year; a target without a year belongs to none."""
    if year is None:
        return plans

    def of_year(plan: PlanFacts) -> PlanFacts:
        return replace(plan, targets=tuple(t for t in plan.targets if (t.target.deadline or "")[:4] == year))

    return _seen(plans, range(len(plans)), of_year)


def _seen(
    plans: Sequence[PlanFacts], order: Sequence[int], change: Callable[[PlanFacts], PlanFacts]
) -> Sequence[PlanFacts]:
    """The plans in that order, changed: at once, or each when it is read where they are packed."""
    seen = Arranged(plans, order, change)
    return seen if isinstance(plans, (Shelf, Arranged)) else tuple(seen)


def _text(plans: Sequence[PlanFacts], rules: Rulebook, wishes: Wishes) -> TextComparison:
    themes = theme_rows(plans, rules)
    if wishes.text_of is None:
        return TextComparison(themes, (), ())
    overlap = Overlap(plans)
    pairs = text_pairs(plans, overlap, wishes.text_of)
    return TextComparison(themes, pairs, overlap.unique, overlap.formulas, overlap.left_out)


def long_values(comparison: Comparison, rules: Rulebook = DEFAULT_RULES) -> Iterator[PivotRow]:
    """Every value of a comparison as one line for a pivot table."""
    return pivot_rows(comparison, vocabulary(rules))


def diff(old: SourceDocument, new: SourceDocument, rules: Rulebook = DEFAULT_RULES) -> PlanDiff:
    """What changed from one version of a plan to the next."""
    from planlint.compare.versions import differences

    one, other = facts_of(old, rules), facts_of(new, rules)
    return differences(one, other, old.text, new.text, rules)


def cascade(
    upper: SourceDocument | None,
    lower: Sequence[SourceDocument],
    rules: Rulebook = DEFAULT_RULES,
    labels: Mapping[str, str] | None = None,
) -> Cascade | None:
    """What the lower plans make of the upper one; None for `upper` finds it among them, and gives None where none or several could be it."""
    from planlint.compare.cascade import step_of, upper_of
    from planlint.model.cascade import Cascade

    sources = [*([upper] if upper is not None else []), *lower]
    texts = {source.path: source.text for source in sources}
    plans = _labelled([facts_of(source, rules) for source in sources], rules, Wishes(labels=labels or {}))
    chief = upper_of(plans) if upper is None else next(plan for plan in plans if plan.path == upper.path)
    if chief is None:
        return None
    steps = [
        step_of((chief, texts[chief.path]), (plan, texts[plan.path]), rules)
        for plan in plans
        if plan is not chief
    ]
    return Cascade(chief, tuple(steps))
