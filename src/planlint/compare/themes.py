"""Which themes each plan treats, and which it leaves out: 金融: 济源 三(三)加大金融支持; 沂源 none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model.shared_text import ThemePlace, ThemeRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.plan_facts import PlanFacts
    from planlint.rulebook import Rulebook


def theme_rows(plans: Sequence[PlanFacts], rules: Rulebook) -> tuple[ThemeRow, ...]:
    """All themes of the vocabulary, in its order; a theme that no plan treats has no places."""
    places: dict[str, list[ThemePlace]] = {name: [] for name in rules.words("themes")["themes"]}
    for plan in plans:
        for section in plan.sections:
            for theme in section.themes:
                places[theme].append(
                    ThemePlace(plan.label, section.heading, section.characters, section.evidence)
                )
    labels = [plan.label for plan in plans]
    return tuple(
        ThemeRow(name, tuple(found), tuple(label for label in labels if label not in {p.plan for p in found}))
        for name, found in places.items()
    )
