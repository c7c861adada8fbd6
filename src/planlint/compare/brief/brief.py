"""One plan in, its brief out: what a reader asks of it beyond its facts, such as who answers for 建成孵化器40家."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.compare.brief.answering import Answering
from planlint.compare.brief.benefits import brief_benefit
from planlint.compare.brief.measured import measured_numbers
from planlint.compare.brief.tasks import tasks_of
from planlint.compare.places import place_of
from planlint.compare.vocabulary import vocabulary
from planlint.model.brief import Brief

if TYPE_CHECKING:
    from planlint.model.document import CleanText
    from planlint.model.fact import Extraction, Subsidy, Target
    from planlint.model.plan_facts import PlanFacts
    from planlint.rulebook import Rulebook


def brief_of(extraction: Extraction, plan: PlanFacts, rules: Rulebook) -> Brief:
    """What a reader asks of the plan; `plan` is what a comparison keeps of the same extraction."""
    answering = Answering(extraction.responsibilities)
    facts: tuple[Target | Subsidy, ...] = (*extraction.targets, *extraction.subsidies)
    units = {fact.id: answering.of(fact).units for fact in facts}
    return Brief(
        tier=plan.tier,
        place=place_of(extraction.document, vocabulary(rules)).name,
        noise=_noise(extraction.clean),
        targets={keyed.target.id: keyed for keyed in plan.targets},
        benefits={
            keyed.subsidy.id: brief_benefit(keyed, extraction.source.text, units[keyed.subsidy.id])
            for keyed in plan.subsidies
        },
        answering=units,
        tasks=tasks_of(extraction, plan, answering),
        numbers=measured_numbers(extraction),
    )


def _noise(clean: CleanText) -> dict[str, int]:
    """How many page marks, lines of a site and heads and feet of pages are no text of the plan."""
    lines = (clean.text[chrome.span.start : chrome.span.end].split("\n") for chrome in clean.chrome)
    return {
        "page-mark": len(clean.removed),
        "chrome": sum(1 for stretch in lines for line in stretch if line.strip()),
        "apart": len(clean.source.apart),
    }
