"""What a mechanism lets a rule say, declared where the mechanism is written: `Options(pattern=Regex, unless=Regex | None, once=bool)`.

The loader asks the declaration what may stand under `options:`, the page of a rule shows it, and a check reads values that are all there.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, get_args, get_origin

from planlint.rulebook.classes import with_classes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    from planlint.rulebook.book import Rulebook


class Regex(str):
    """The type of an option that is a pattern: it may name classes of the lexicon, `${commitments.verbs}(?:了|出)?$`."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A text that compiles, does not run away, and names classes that there are."""
        from pydantic_core import core_schema

        from planlint.rulebook.patterns import require_pattern

        return core_schema.no_info_after_validator_function(require_pattern, core_schema.str_schema())


@dataclass(frozen=True, slots=True)
class Default:
    """An option that may be left out, and what it is then: `months=Default(int, 3)`."""

    type: Any
    value: Any


@dataclass(frozen=True, slots=True)
class Option:
    """One declared option: the name that files give it, its type, and whether it must be given; else its default."""

    name: str
    type: Any
    required: bool
    default: Any


class Options:
    """The options of a mechanism. A `bool` is false and a `… | None` nothing where it is left out; `unless_before` is written `unless-before`."""

    def __init__(self, **types: Any) -> None:  # noqa: ANN401 - a type of any form
        self.declared: tuple[Option, ...] = tuple(_option(name, given) for name, given in types.items())

    def __iter__(self) -> Iterator[Option]:
        return iter(self.declared)

    def __add__(self, other: Options) -> Options:
        both = Options()
        both.declared = (*self.declared, *other.declared)
        return both

    @property
    def names(self) -> tuple[str, ...]:
        """The names as files write them."""
        return tuple(option.name for option in self)

    def of(self, given: Mapping[str, Any]) -> Options:
        """The options that count for a rule that says this."""
        del given
        return self

    def filled(self, given: Mapping[str, Any], rulebook: Rulebook) -> dict[str, Any]:
        """A value for every option, the classes in patterns put out as their words."""
        return {
            option.name: _put_out(option.type, given.get(option.name, option.default), rulebook)
            for option in self.of(given)
        }


class Ways(Options):
    """A mechanism that looks for several things, each with options of its own: `Ways({"unit": Options(known=list[str]), …})`.

    The option `by` says which; a rule that does not say it means `otherwise`.
    """

    def __init__(self, ways: Mapping[str, Options], by: str = "find", otherwise: str | None = None) -> None:
        names = OneOf(tuple(ways))
        super().__init__(**{by: names if otherwise is None else Default(names, otherwise)})
        self.ways, self.by, self.otherwise = ways, by, otherwise
        self.shared = Options()

    def __add__(self, other: Options) -> Ways:
        both = Ways(self.ways, self.by, self.otherwise)
        both.shared = self.shared + other
        return both

    def of(self, given: Mapping[str, Any]) -> Options:
        """The options of the way that the rule takes; of a way that there is not, which ways there are and whatever some way has."""
        way = self.ways.get(str(given.get(self.by, self.otherwise)))
        own = Options()
        own.declared = self.declared
        if way is not None:
            return own + way + self.shared
        loose: dict[str, Option] = {}
        for option in (option for options in self.ways.values() for option in options):
            same = loose.get(option.name, option).type == option.type
            loose[option.name] = Option(
                option.name, option.type if same else Any, required=False, default=None
            )
        every = Options()
        every.declared = tuple(loose.values())
        return own + every + self.shared


class Rows(Options):
    """The type of an option that is a list of rows of one form: `pairs=Rows(verbs=list[str], unless=Regex)`."""

    def __hash__(self) -> int:
        return id(self)


@dataclass(frozen=True, slots=True)
class OneOf:
    """The type of an option that is one of some names."""

    names: tuple[str, ...]


# The options of a kind of check, by its name. The rulebook is handed it, as it knows no stage.
if TYPE_CHECKING:
    Declared = Callable[[str], Options]


def _option(name: str, given: Any) -> Option:  # noqa: ANN401
    written = name.replace("_", "-")
    if isinstance(given, Default):
        return Option(written, given.type, required=False, default=given.value)
    if given is bool:
        return Option(written, bool, required=False, default=False)
    return Option(written, given, required=not _may_be_none(given), default=None)


def _may_be_none(type_: Any) -> bool:  # noqa: ANN401
    return get_origin(type_) is UnionType and NoneType in get_args(type_)


def without_none(type_: Any) -> Any:  # noqa: ANN401
    """`Regex` of `Regex | None`."""
    return next(t for t in get_args(type_) if t is not NoneType) if _may_be_none(type_) else type_


def _put_out(type_: Any, value: Any, rulebook: Rulebook) -> Any:  # noqa: ANN401
    if value is None:
        return None
    bare = without_none(type_)
    if bare is Regex:
        return with_classes(value, rulebook)
    if isinstance(bare, Rows):
        return [bare.filled(row, rulebook) for row in value]
    if get_origin(bare) is list:
        return [_put_out(get_args(bare)[0], item, rulebook) for item in value]
    if get_origin(bare) is dict:
        key, held = get_args(bare)
        return {_put_out(key, k, rulebook): _put_out(held, v, rulebook) for k, v in value.items()}
    return value
