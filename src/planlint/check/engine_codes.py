"""The codes for planlint's own work, E001 to E008: unreadable file, bad configuration, unused suppression …"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.model.finding import Finding, Level
from planlint.rulebook import Rulebook

if TYPE_CHECKING:
    from planlint.model.span import Span


@dataclass(frozen=True, slots=True)
class EngineCode:
    """One code with its words; it has the three names of a rule, so that it can be selected and explained like one."""

    id: str
    name: str
    title: str
    title_en: str
    level: Level
    why: str
    why_en: str
    remedy: str
    remedy_en: str


@lru_cache(maxsize=1)
def engine_codes() -> dict[str, EngineCode]:
    """All engine codes by id."""
    return {code: EngineCode(id=code, **words) for code, words in Rulebook().words("engine").items()}


def engine_finding(code: str, message: str, quote: str, span: Span, section: str | None = None) -> Finding:
    """A finding of the engine itself: `engine_finding("E004", "忽略标记没有用到 …", …)`."""
    words = engine_codes()[code]
    return Finding(code, words.name, words.level, message, quote, span, section)
