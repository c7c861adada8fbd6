"""Which themes each plan treats, and which it leaves out: 金融: 济源 三(三)加大金融支持; 沂源 none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.compare.kept import in_turn
from planlint.model.shared_text import ThemePlace, ThemeRow
from planlint.model.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.plan_facts import PlanFacts
    from planlint.rulebook import Rulebook


def theme_rows(plans: Sequence[PlanFacts], rules: Rulebook) -> tuple[ThemeRow, ...]:
    """All themes of the vocabulary, in its order; a theme that no plan treats has no places."""
    names = rules.words("themes")["themes"]
    places: dict[str, Shelf[ThemePlace]] = {name: Shelf() for name in names}
    missing: dict[str, list[str]] = {name: [] for name in names}
    for plan in plans:
        treated: set[str] = set()
        for section in plan.sections:
            treated.update(section.themes)
            for theme in section.themes:
                places[theme].append(
                    ThemePlace(plan.label, section.heading, section.characters, section.evidence)
                )
        for name in names:
            if name not in treated:
                missing[name].append(plan.label)
    return tuple(ThemeRow(name, in_turn(places[name], plans), tuple(missing[name])) for name in names)
