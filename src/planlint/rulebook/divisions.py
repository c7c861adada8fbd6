"""The divisions of the country, `tables/divisions.tsv`: 张家界市 lies in 湖南省. Dated and sourced in the file itself."""

from __future__ import annotations

import logging
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from planlint.errors import located
from planlint.kept import made_of
from planlint.rulebook.book import builtin_rules

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.rulebook.book import Rulebook

_SAID = logging.getLogger("planlint")
_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Divisions:
    """`superiors` are, for each name, the sets of names above each division so called; `longest` is the longest name's length."""

    superiors: dict[str, tuple[frozenset[str], ...]]
    longest: int

    def known(self, name: str) -> bool:
        """Whether a division is called so."""
        return name in self.superiors

    def depth(self, name: str) -> int:
        """0 for a province, 1 for what lies right below one, and so on; the least of those so called."""
        return min(len(above) for above in self.superiors[name])

    def lies_in(self, name: str, superior: str) -> bool:
        """Whether one of the divisions so called lies in one called `superior`."""
        return any(superior in above for above in self.superiors[name])


@lru_cache(maxsize=4)
def divisions(rulebook: Rulebook) -> Divisions:
    """The table, a user's file of the same name in its place; a row that cannot be read is told with its line and left out."""
    path = builtin_rules() / "tables" / "divisions.tsv"
    for folder in rulebook.folders:
        if (folder / "tables" / "divisions.tsv").is_file():
            path = folder / "tables" / "divisions.tsv"
    table = made_of(path, _table)
    for problem in table["problems"]:
        _SAID.warning("%s", located(problem, "rules.division_shape"))
    superiors = {name: tuple(map(frozenset, sets)) for name, sets in table["superiors"].items()}
    return Divisions(superiors, max(map(len, superiors), default=0))


def _table(path: Path) -> dict[str, Any]:
    """For each name the names above each division so called, as in `Divisions`, and what is wrong with the file's rows."""
    rows, problems = _rows(path)
    superiors: dict[str, list[list[str]]] = defaultdict(list)
    for code, (name, next_code) in rows.items():
        above: list[str] = []
        seen, at = {code}, next_code
        while at in rows and at not in seen:
            seen.add(at)
            above.append(rows[at][0])
            at = rows[at][1]
        superiors[name].append(above)
    return {"superiors": dict(superiors), "problems": problems}


def _rows(path: Path) -> tuple[dict[str, tuple[str, str]], list[str]]:
    found: dict[str, tuple[str, str]] = {}
    problems = []
    for i, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != _COLUMNS or not cells[0].isdigit() or not cells[1]:
            problems.append(f"{path}:{i}")
            continue
        found[cells[0]] = (cells[1], cells[2])
    return found, problems
