"""Classes of words in patterns: `${commitments.verbs}$` becomes `(?:新改扩建|建成|建设|…)$`, the words of rules/lexicon/commitments.yaml."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from planlint.errors import RulebookError, located
from planlint.words import Text

if TYPE_CHECKING:
    from planlint.rulebook.book import Rulebook

CLASS = re.compile(r"\$\{([a-z_]+)\.([a-z_]+)\}")


def with_classes(pattern: str, rulebook: Rulebook) -> str:
    """The pattern with each class replaced by its words, the longest first; one level deep.

    RulebookError names a class that no lexicon has, with the classes that its file has.
    """
    if "${" not in pattern:
        return pattern
    return CLASS.sub(lambda match: _alternatives(match[1], match[2], rulebook), pattern)


@lru_cache(maxsize=1024)
def compiled_with(pattern: str, rulebook: Rulebook) -> re.Pattern[str]:
    """A pattern of the code that names classes, compiled with the words of a rulebook: a word that a user adds is in it."""
    return re.compile(with_classes(pattern, rulebook))


def _alternatives(file: str, name: str, rulebook: Rulebook) -> str:
    words = rulebook.words(file)
    found = _flat(words.get(name))
    if not found:
        known = tuple(f"{file}.{key}" for key in words) or Text.of("rules.no_such_lexicon")
        where = f"rules/lexicon/{file}.yaml"
        raise RulebookError([located(where, "rules.no_class", name=f"{file}.{name}", known=known)])
    longest_first = sorted(dict.fromkeys(found), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


def _flat(value: Any) -> list[str]:  # noqa: ANN401 - YAML holds anything
    if isinstance(value, list):
        return [str(word) for word in value]
    if isinstance(value, dict):
        return [word for group in value.values() for word in _flat(group)]
    return []
