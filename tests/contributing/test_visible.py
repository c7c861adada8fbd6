"""What a package shows is what it says in `__all__`, and somebody outside asks for it."""

from __future__ import annotations

import ast
import importlib
import types
from functools import lru_cache
from pathlib import Path

import pytest

import planlint

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
PACKAGES = sorted(".".join(path.parent.relative_to(SOURCE).parts) for path in SOURCE.rglob("__init__.py"))


def visible(package: types.ModuleType) -> set[str]:
    """The public names of a package, but for its own modules."""
    return {
        name
        for name, value in vars(package).items()
        if not name.startswith("_")
        and not isinstance(value, types.ModuleType)
        and name not in ("TYPE_CHECKING", "annotations", "Any")
    }


@lru_cache(maxsize=1)
def asked() -> set[tuple[str, str]]:
    """Each name that is imported from a package by code outside it."""
    found = set()
    for folder in ("src", "tests", "benchmarks", "tools", "docs", "samples"):
        for path in (ROOT / folder).rglob("*.py"):
            within = ".".join(path.relative_to(SOURCE).with_suffix("").parts) if folder == "src" else ""
            for node in ast.walk(ast.parse(path.read_bytes())):
                if isinstance(node, ast.ImportFrom) and not f"{within}.".startswith(f"{node.module}."):
                    found |= {(node.module or "", alias.name) for alias in node.names}
    return found


@pytest.mark.parametrize("name", PACKAGES[1:])
def test_a_package_shows_what_it_says(name: str) -> None:
    package = importlib.import_module(name)
    said = set(getattr(package, "__all__", ()))
    assert visible(package) == said
    assert {one for one in said if (name, one) not in asked()} == set()


def test_the_library_shows_what_it_says() -> None:
    assert sorted(planlint.__all__) == planlint.__all__ == sorted(planlint._HOMES)
    assert {name for name in dir(planlint) if not name.startswith("_")} == set(planlint.__all__)
    for name in planlint.__all__:
        assert getattr(planlint, name).__name__ == name
    imported = {
        alias.name
        for node in ast.walk(ast.parse(Path(planlint.__file__).read_bytes()))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("planlint.")
        for alias in node.names
    }
    assert imported == set(planlint.__all__)
