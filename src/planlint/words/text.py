"""A text before it is worded: its code, and what is filled in. Whoever finds a fault makes one; whoever prints it chooses the language.

>>> str(Text.of("read.empty", path="行动计划.txt"))
'行动计划.txt: 文件是空的，请给出有正文的文件'
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from planlint.words.catalogue import LANGUAGES, Row, texts

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Text:
    """A text by its code: the key of a row in a catalogue, or the id of a rule, whose own `row` stands in its file.

    A value is a number, a quotation, another text, or a tuple of these, which is said as a list.
    """

    code: str
    values: tuple[tuple[str, object], ...] = ()
    row: Row | None = field(default=None, compare=False, repr=False)

    @classmethod
    def of(cls, code: str, /, **values: object) -> Text:
        """The text of a catalogue's row with its places filled."""
        return cls(code, tuple(values.items()))

    @classmethod
    def own(cls, code: str, row: Row, /, **values: object) -> Text:
        """A text whose row stands in no catalogue: a rule's message, the title of a schema's section."""
        return cls(code, tuple(values.items()), row)

    @classmethod
    def lines(cls, texts: Sequence[Text]) -> Text:
        """Several texts as one, a line each."""
        names = [f"line{i}" for i in range(len(texts))]
        row = dict.fromkeys(LANGUAGES, "\n".join(f"{{{name}}}" for name in names))
        return cls("lines", tuple(zip(names, texts, strict=True)), row)

    def __str__(self) -> str:
        """The text in the language that is spoken where nobody asks."""
        return worded(self, LANGUAGES[0])

    def plain(self) -> list[Any]:
        """What JSON can carry from one process to another; `from_plain` is the way back."""
        return [self.code, {name: _plain(value) for name, value in self.values}, self.row]

    @classmethod
    def from_plain(cls, given: list[Any]) -> Text:
        """The text that `plain` wrote down."""
        code, values, row = given
        return cls(code, tuple((name, _from_plain(value)) for name, value in values.items()), row)


def worded(value: object, language: str) -> str:
    """A text in one language, each value that is a text itself in the same; what is no text is itself: a number, a quotation."""
    if isinstance(value, tuple):
        return texts()["comma"][language].join(worded(item, language) for item in value)
    if not isinstance(value, Text):
        return str(value)
    row = value.row or texts().get(value.code)
    if row is None:  # what a user of the library raised in words of its own
        return value.code
    # a user's rule may speak one language only
    template = row.get(language) or row[LANGUAGES[0]]
    return template.format_map(_Filled({name: worded(one, language) for name, one in value.values}))


class _Filled(dict[str, str]):
    """The places of a text; one that nobody filled stays as it is written."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def _plain(value: object) -> object:
    if isinstance(value, Text):
        return {"text": value.plain()}
    if isinstance(value, tuple):
        return {"list": [_plain(item) for item in value]}
    return str(value)


def _from_plain(given: Any) -> object:  # noqa: ANN401 - JSON
    if not isinstance(given, dict):
        return str(given)
    if "text" in given:
        return Text.from_plain(given["text"])
    return tuple(_from_plain(item) for item in given["list"])
