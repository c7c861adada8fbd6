"""Facts whose words are kept once for all plans: 市科技局, 责任单位 and the ids of facts stand in thousands of them."""

from __future__ import annotations

from dataclasses import fields, replace
from sys import intern
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from dataclasses import Field

Fact = TypeVar("Fact", bound=Any)
# A longer text is hardly ever the same in two plans.
_LONGEST = 24


def interned(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The same facts; equal short texts in them are one text in memory."""
    return tuple(_interned(fact) for fact in facts)


def _interned(fact: Fact) -> Fact:
    texts = {
        field.name: intern(value) for field in _fields(fact) if _is_short(value := getattr(fact, field.name))
    }
    return replace(fact, **texts)


def _fields(fact: Any) -> tuple[Field[Any], ...]:  # noqa: ANN401 - any dataclass
    return fields(fact)


def _is_short(value: object) -> bool:
    return type(value) is str and len(value) <= _LONGEST
