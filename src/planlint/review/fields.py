"""The fields that a reviewer may correct, kind by kind, and how what was typed becomes a value: `12万` in a number is 120000."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from planlint.model.fact import Comparator, Role
from planlint.sheets.sheet import plain
from planlint.text.numerals import parse_numeral

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

Shape = Literal["text", "number", "choice", "flag", "date"]
_EVERY = re.compile(r"every-\d+-years")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?|\+\d+[md]|-\d{2}(?:-\d{2})?")


class BadValueError(ValueError):
    """What was typed is no value of the field."""

    def __init__(self, field: str, value: object) -> None:
        super().__init__(field, value)
        self.field, self.value = field, value


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name, what it holds, the key of the keyboard that leads to it, and whether it must say something."""

    name: str
    shape: Shape = "text"
    key: str = ""
    choices: tuple[str, ...] = ()
    needed: bool = False


# What a number can be; a rule of a user's may know more, which the page offers too.
ROLES = (
    "target", "subsidy-amount", "subsidy-rate", "subsidy-cap", "threshold", "status-quo", "date", "citation", "name", "list-count", "contact",
    "chrome", "repeat", "formula", "ordinal", "article", "qualifier", "duration", "word", "code", "cell", "heading", "unknown",
)  # fmt: skip
_SPANS = ("yearly", "half-yearly", "quarterly", "monthly", "weekly")

FIELDS: Mapping[str, tuple[Field, ...]] = {
    "targets": (
        Field("indicator", key="i", needed=True), Field("comparator", "choice", "c", get_args(Comparator), needed=True),
        Field("value", "number", "v"), Field("value_max", "number"), Field("unit", key="q"), Field("deadline", "date", "d"),
        Field("recurrence", "choice", "", _SPANS), Field("aspirational", "flag"), Field("mode"), Field("section"),
    ),
    "milestones": (Field("deadline", "date", "d", needed=True), Field("section")),
    "subsidies": (
        Field("beneficiary", key="i"), Field("amount", "number", "v"), Field("amount_min", "number"), Field("amount_max", "number"),
        Field("rate", "number"), Field("cap", "number", "c"), Field("per", key="q"), Field("currency"), Field("payer", key="t"), Field("kind"),
        Field("section"),
    ),
    "responsibilities": (
        Field("unit", key="i", needed=True), Field("role", "choice", "r", get_args(Role), needed=True), Field("task"),
        Field("deadline", "date", "d"), Field("section"),
    ),
    "citations": (Field("title", key="i"), Field("document_number", key="v")),
    "numbers": (Field("role", "choice", "r", ROLES, needed=True),),
    "findings": (),
}  # fmt: skip
# The fields that two readings of a plan are compared by: what a fact is, and not where it stands.
COMPARED: Mapping[str, tuple[str, ...]] = {
    "targets": (
        "indicator",
        "comparator",
        "value",
        "value_max",
        "unit",
        "deadline",
        "recurrence",
        "aspirational",
    ),
    "milestones": ("deadline",),
    "subsidies": ("beneficiary", "amount", "amount_min", "amount_max", "rate", "cap", "payer"),
    "responsibilities": ("unit", "role"),
    "citations": ("title", "document_number"),
    "numbers": ("role",),
}


def field_of(kind: str, name: str) -> Field:
    """The field; BadValueError where the kind has none of this name."""
    found = next((field for field in FIELDS.get(kind, ()) if field.name == name), None)
    if found is None:
        raise BadValueError(name, None)
    return found


def value_of(kind: str, name: str, given: Any) -> Any:  # noqa: ANN401 - JSON, or what was typed
    """The value of a field; BadValueError where what is given is none."""
    field = field_of(kind, name)
    if field.shape == "flag":
        return given is True or str(given).strip().lower() in ("true", "1", "yes", "是")
    said = "" if given is None else str(given).strip()
    if not said:
        if field.needed:
            raise BadValueError(name, given)
        return None
    if field.shape == "number":
        return _number(said, name)
    # a user's rules may have given a number a role of their own
    free = (kind, name) == ("numbers", "role") or (name == "recurrence" and _EVERY.fullmatch(said))
    if field.shape == "choice" and said not in field.choices and not free:
        raise BadValueError(name, given)
    if field.shape == "date" and not _DATE.fullmatch(said):
        raise BadValueError(name, given)
    return said


def values_of(kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The values of several fields."""
    return {name: value_of(kind, name, value) for name, value in given.items()}


def snapshot(kind: str, fact: Any) -> dict[str, Any]:  # noqa: ANN401 - any of the fact classes
    """The fields of a fact that a reviewer sees, as plain values."""
    return {field.name: plain(getattr(fact, field.name)) for field in FIELDS[kind]}


def _number(said: str, name: str) -> Decimal:
    """`1,200`, `-3`, `12万`, `十二`; `20%` of a rate is 0.2."""
    share = said.endswith(("%", "％"))
    minus = said.startswith("-")
    value = parse_numeral(unicodedata.normalize("NFKC", said).strip("%- "))
    if value is None:
        raise BadValueError(name, said)
    value = -value if minus else value
    return value / 100 if share and name == "rate" else value
