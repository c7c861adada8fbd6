"""The checks of a rulebook, a user's files held to what the kinds of checks declare; this is where rules and kinds meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.check.kind_of import options_of
from planlint.rulebook.checks import read_checks

if TYPE_CHECKING:
    from planlint.rulebook import Rulebook
    from planlint.rulebook.check_rule import CheckRule


def load_checks(rulebook: Rulebook) -> tuple[CheckRule, ...]:
    """All checks by id, ours first and a user's of the same id in their place; RulebookError with every problem of the user's files."""
    return read_checks(rulebook, options_of)
