"""The units of the place: a roster of names and short names for them, inline or in a file of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.errors import RulebookError, located

if TYPE_CHECKING:
    from pathlib import Path


def roster_names(given: str | list[str], folder: Path) -> list[str]:
    """The names of a roster: a list, or a file with a YAML list, `roster: […]`, or one name a line (.txt)."""
    if isinstance(given, list):
        return [name.strip() for name in given if name.strip()]
    path = folder / given
    if path.suffix == ".txt":
        try:
            lines = path.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise RulebookError([located(f"{path}:1", "config.no_roster", why=error)]) from error
        return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    value = _yaml(path)
    if isinstance(value, dict):
        value = value.get("roster")
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise RulebookError([located(f"{path}:1", "config.roster_shape")])
    return [name.strip() for name in value]


def alias_pairs(given: str | dict[str, str], folder: Path) -> dict[str, str]:
    """Short names and what they stand for: `{发改委: 发展改革委}`, or a file with such pairs, perhaps under `aliases:`."""
    if isinstance(given, dict):
        return {str(short): full for short, full in given.items()}
    path = folder / given
    value = _yaml(path)
    if isinstance(value, dict) and isinstance(value.get("aliases"), dict):
        value = value["aliases"]
    if not isinstance(value, dict) or not all(isinstance(full, str) for full in value.values()):
        raise RulebookError([located(f"{path}:1", "config.aliases_shape")])
    return {str(short): full for short, full in value.items()}


def _yaml(path: Path) -> Any:  # noqa: ANN401 - YAML holds anything
    from planlint.rulebook.book import read_yaml

    return read_yaml(path)
