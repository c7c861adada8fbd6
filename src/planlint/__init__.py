"""planlint: what a Chinese policy plan commits to, every value traced to its characters.

`extract(read_document("plan.txt")).targets` are the targets of one plan, `extract("到2025年，培育高新技术企业40家。")` reads a text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planlint.errors import InputError, PlanlintError, RulebookError, UsageError
    from planlint.model.document import SourceDocument
    from planlint.model.fact import (
        Citation,
        DocumentData,
        Extraction,
        Milestone,
        NumberRecord,
        Responsibility,
        Subsidy,
        Target,
    )
    from planlint.model.span import Span
    from planlint.pipeline import extract
    from planlint.read import decode_document, read_document
    from planlint.rulebook import Rulebook

__version__ = "0.1.0"

# Where each public name lives; loaded when it is first asked for, so that the command line starts fast.
_HOMES = {
    "Citation": "planlint.model.fact",
    "DocumentData": "planlint.model.fact",
    "Extraction": "planlint.model.fact",
    "InputError": "planlint.errors",
    "Milestone": "planlint.model.fact",
    "NumberRecord": "planlint.model.fact",
    "PlanlintError": "planlint.errors",
    "Responsibility": "planlint.model.fact",
    "Rulebook": "planlint.rulebook",
    "RulebookError": "planlint.errors",
    "SourceDocument": "planlint.model.document",
    "Span": "planlint.model.span",
    "Subsidy": "planlint.model.fact",
    "Target": "planlint.model.fact",
    "UsageError": "planlint.errors",
    "decode_document": "planlint.read",
    "extract": "planlint.pipeline",
    "read_document": "planlint.read",
}

__all__ = [
    "Citation",
    "DocumentData",
    "Extraction",
    "InputError",
    "Milestone",
    "NumberRecord",
    "PlanlintError",
    "Responsibility",
    "Rulebook",
    "RulebookError",
    "SourceDocument",
    "Span",
    "Subsidy",
    "Target",
    "UsageError",
    "decode_document",
    "extract",
    "read_document",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module attribute is anything
    """A public name, from the module it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """What is public, loaded or not."""
    return [*__all__, "__version__"]
