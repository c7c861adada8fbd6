"""Keys of texts and the code that asks for them: every key is used, none that is asked for is missing, and every code of an error is worded."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planlint.rulebook import Rulebook
from planlint.rulebook.roles import load_roles
from planlint.words.catalogue import places, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).resolve().parents[2] / "src" / "planlint"
# What takes the key of a text as its first argument, and what takes it behind the place of a problem.
ASKS, ASKS_BEHIND = {"say", "of", "UsageError", "InputError"}, {"located"}
# `codes="book."` in a column: each value of its words is a key behind this.
PREFIX = "codes"
LEAST = 3


@lru_cache(maxsize=1)
def _trees() -> tuple[ast.Module, ...]:
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py")))


def _words_of_code() -> Iterator[str]:
    """All that could be a key: literals, names of fields and parameters, roles of rules, and what templates ask for."""
    for tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                yield node.target.id
            elif isinstance(node, ast.arg):
                yield node.arg
    yield from (rule.role for rule in load_roles(Rulebook()))
    for path in SOURCE.rglob("*.html"):
        yield from re.findall(r"[\"']([\w.-]+)[\"']", path.read_text(encoding="utf-8"))


def _made_keys() -> Iterator[re.Pattern[str]]:
    """Keys put together in code: `f"remark.{code}"`, `"book."` of a column's codes."""
    for tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.keyword) and node.arg == PREFIX and isinstance(node.value, ast.Constant):
                yield re.compile(re.escape(str(node.value.value)) + ".+")
            if isinstance(node, ast.JoinedStr):
                parts = [part.value if isinstance(part, ast.Constant) else "" for part in node.values]
                if len("".join(map(str, parts))) >= LEAST and " " not in "".join(map(str, parts)):
                    yield re.compile("".join(re.escape(str(part)) if part else ".+" for part in parts))


def _asked() -> Iterator[tuple[str, ast.Call]]:
    """The keys that calls name outright, each with its call."""
    for tree in _trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
            at = 0 if name in ASKS else 1 if name in ASKS_BEHIND else None
            if at is None or len(node.args) <= at:
                continue
            if name == "of" and getattr(getattr(node.func, "value", None), "id", None) != "Text":
                continue
            key = node.args[at]
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield key.value, node


def test_every_key_is_used() -> None:
    words, made = set(_words_of_code()), list(_made_keys())
    unused = [
        key for key in texts() if key not in words and not any(pattern.fullmatch(key) for pattern in made)
    ]
    assert unused == []


def test_no_key_is_missing() -> None:
    assert {key for key, _ in _asked()} - set(texts()) == set()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_place_is_filled_by_who_asks(language: str) -> None:
    wrong = {}
    for key, call in _asked():
        given = {word.arg for word in call.keywords if word.arg}
        spread = any(word.arg is None for word in call.keywords)
        missing = places(texts()[key][language]) - given
        if missing and not spread:
            wrong[key] = missing
    assert wrong == {}
