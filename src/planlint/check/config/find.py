"""Which configuration a plan has: the nearest planlint.yaml, or pyproject.toml with [tool.planlint], at or above its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CONFIG_NAMES = ("planlint.yaml", "planlint.yml", ".planlint.yaml")
PYPROJECT = "pyproject.toml"


def find_config(folder: Path) -> Path | None:
    """The configuration file for plans in `folder`, or None. Costs a few `stat` calls a level, and reads no YAML."""
    folder = folder.resolve()
    for place in (folder, *folder.parents):
        for name in CONFIG_NAMES:
            if (place / name).is_file():
                return place / name
        if speaks_of_planlint(place / PYPROJECT):
            return place / PYPROJECT
    return None


def speaks_of_planlint(path: Path) -> bool:
    """Whether a pyproject.toml has a table for planlint."""
    try:
        return b"[tool.planlint" in path.read_bytes()
    except OSError:
        return False
