"""The page over a folder of reports: one row a plan, with its marked page, its other files, and how many facts of each kind it has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.sheets.draw.page import page_pieces
from planlint.text.file_links import link_to
from planlint.text.width import flat

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planlint.sheets.look import Look, Report

NAME = "index.html"


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One plan: its title, its path, the files that were made of it by format, and the counts of its facts."""

    title: str
    path: str
    page: str
    files: tuple[tuple[str, str], ...]
    counts: tuple[int, ...]


def row_of(report: Report, files: Mapping[str, str], kinds: Sequence[str]) -> IndexRow:
    """The row of a plan. `files` are names of files beside the page, by format."""
    source = report["source"]["path"]
    return IndexRow(
        flat(report["document"]["title"] or source),
        source,
        link_to(files["html"]),
        tuple((form, link_to(name)) for form, name in files.items() if form != "html"),
        tuple(len(report[kind]) for kind in kinds),
    )


def pieces(rows: Sequence[IndexRow], look: Look) -> Iterator[str]:
    """The page."""
    yield from page_pieces(
        "index.html", look.words, styles=("page.css",), scripts=("rows.js", "paper.js"), title=look.words.say("page.index", n=len(rows)),
        rows=rows, kinds=look.kinds,
    )  # fmt: skip
