"""The order of levels and years that every table keeps."""

from __future__ import annotations

_LEVELS = ("国家", "省", "市", "区县")


def level_order(level: str | None) -> tuple[int, str]:
    """国家 first, 区县 after it, what has no level last."""
    if level is None:
        return len(_LEVELS), ""
    first = next((i for i, name in enumerate(_LEVELS) if level.startswith(name)), len(_LEVELS))
    return first, level


def year_order(year: str | None) -> tuple[bool, str]:
    """Years in order, none last."""
    return year is None, year or ""
