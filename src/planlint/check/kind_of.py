"""What a rule's `kind` names: `kind: sum` is the function and the options of check/kinds/sum.py, loaded when they are asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from planlint.check import asked
from planlint.rulebook.check_rule import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.rulebook.check_rule import CheckRule
    from planlint.rulebook.options import Options

    Check = Callable[[CheckContext, CheckRule], Iterable[Finding]]


def check_of(kind: str) -> Check:
    """The function of a kind; its module is imported when a rule of the kind first runs."""
    check: Check = _module(kind).check
    return check


def options_of(kind: str) -> Options:
    """What a rule of a kind may say under `options:`: what the kind declares, and what every check has."""
    own: Options = _module(kind).OPTIONS
    return own + asked.OPTIONS


def _module(kind: str) -> Any:  # noqa: ANN401 - what each of them has, no type can say of a module
    if kind not in KINDS:
        raise ValueError(f"no such kind of check: {kind}")
    return import_module(f"planlint.check.kinds.{kind}")
