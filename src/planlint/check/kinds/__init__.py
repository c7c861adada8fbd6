"""The kinds of checks, a closed set with one file each: what a rule's `kind` names is a function from context and rule to findings."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from planlint.rulebook.checks import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule

    Check = Callable[[CheckContext, CheckRule], Iterable[Finding]]


def check_of(kind: str) -> Check:
    """The function of a kind; its module is imported when a rule of the kind first runs."""
    if kind not in KINDS:
        raise ValueError(f"no such kind of check: {kind}")
    check: Check = import_module(f"planlint.check.kinds.{kind}").check
    return check
