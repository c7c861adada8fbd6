"""Which configuration a plan has: the nearest planlint.yaml, or pyproject.toml with [tool.planlint], at or above its folder."""

from __future__ import annotations

from pathlib import Path

CONFIG_NAMES = ("planlint.yaml", "planlint.yml", ".planlint.yaml")
PYPROJECT = "pyproject.toml"


def find_config(folder: Path) -> Path | None:
    """The configuration file for plans in `folder`, or None. Costs a few `stat` calls a level, and reads no YAML."""
    folder = folder.resolve()
    here = Path.cwd()
    for place in (folder, *folder.parents):
        for name in CONFIG_NAMES:
            if (place / name).is_file():
                return _from_here(place / name, here)
        if speaks_of_planlint(place / PYPROJECT):
            return _from_here(place / PYPROJECT, here)
    return None


def _from_here(path: Path, here: Path) -> Path:
    # messages name the file as the user would
    return path.relative_to(here) if path.is_relative_to(here) else path


def speaks_of_planlint(path: Path) -> bool:
    """Whether a pyproject.toml has a table for planlint."""
    try:
        return b"[tool.planlint" in path.read_bytes()
    except OSError:
        return False
