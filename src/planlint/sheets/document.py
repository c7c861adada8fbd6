"""What a reader gets: documents of blocks, some of which are sheets; and how the modules that say what is shown look from outside."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from planlint.sheets.sheet import Filled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planlint.sheets.look import Look


@dataclass(frozen=True, slots=True)
class Title:
    """The first line of a document."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The line over a part of a document."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text; `caution` sets it apart, `indent` is that of the screen."""

    text: str
    caution: bool = False
    indent: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names and their values; `heads` are those of the table that they make in Markdown."""

    heads: tuple[str, str]
    rows: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that became something: `[降低] 指标 …：40 → 30` in the colour of its `style`, and below it what it stands on."""

    tag: str
    text: str
    style: str
    below: tuple[str, ...] = field(default=())


Block = Title | Heading | Paragraph | Pairs | Entry | Filled


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader gets of one plan, or of one comparison: its name, and its blocks as they come."""

    name: str
    blocks: Iterable[Block]


class Shown(Protocol):
    """A module that says what is drawn of one kind of report."""

    def documents(self, subject: Any, look: Look, *, screen: bool) -> Iterator[Document]:  # noqa: ANN401
        """What a reader gets; a `screen` has less room than a page."""

    def main(self, subject: Any, look: Look) -> Filled:  # noqa: ANN401
        """The one sheet that stands for all where a file holds one."""

    def files(self, subject: Any, look: Look) -> Iterator[Filled]:  # noqa: ANN401
        """The sheets of a folder, a file each."""

    def book(self, subject: Any, look: Look) -> Iterator[Filled]:  # noqa: ANN401
        """The sheets of a workbook."""
