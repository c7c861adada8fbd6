"""Where the rules live and how folders are laid over each other: `Rulebook().words("agencies")` gives the vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from planlint.errors import RulebookError, located
from planlint.kept import made_of
from planlint.rulebook.bounded_yaml import read_bounded, text_of, yaml_files
from planlint.words import Text


@lru_cache(maxsize=1)
def builtin_rules() -> Path:
    """The folder of the rules that ship with planlint: inside the wheel, or `rules/` of the checkout."""
    package = Path(__file__).resolve().parent.parent
    shipped = package / "rules"
    return shipped if shipped.is_dir() else package.parent.parent / "rules"


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The built-in rules, with the folders of the user laid over them in order."""

    folders: tuple[Path, ...] = ()

    def words(self, name: str) -> dict[str, Any]:
        """The vocabulary `lexicon/<name>.yaml`; a user's file extends lists and adds or replaces keys."""
        return _words((builtin_rules(), *self.folders), name)

    def files(self, kind: str) -> list[Path]:
        """All `<kind>/*.yaml`, built-in first, sorted by name; a user's file of the same name replaces ours."""
        found: dict[str, Path] = {}
        for folder in (builtin_rules(), *self.folders):
            for path in yaml_files(folder / kind):
                found[path.name] = path
        return [found[name] for name in sorted(found)]


def read_yaml(path: Path) -> Any:  # noqa: ANN401 - YAML holds anything
    """The value of one YAML file; RulebookError with file and line where it is no YAML."""
    return made_of(path, _parsed)


def _parsed(path: Path) -> Any:  # noqa: ANN401
    import yaml

    try:
        return read_bounded(text_of(path), path)[1]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        what = getattr(error, "problem", None) or Text.of("yaml.not_yaml")
        raise RulebookError([located(f"{path}:{line}", "yaml.broken", why=what)]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise RulebookError([located(f"{path}:1", "rules.unreadable", why=error)]) from error


@lru_cache(maxsize=64)
def _words(folders: tuple[Path, ...], name: str) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for folder in folders:
        path = folder / "lexicon" / f"{name}.yaml"
        if path.is_file():
            _lay_over(merged, read_yaml(path) or {})
    return merged


def _lay_over(base: dict[str, Any], extra: dict[str, Any]) -> None:
    for key, value in extra.items():
        old = base.get(key)
        if isinstance(old, list) and isinstance(value, list):
            base[key] = old + [v for v in value if v not in old]
        elif isinstance(old, dict) and isinstance(value, dict):
            _lay_over(old, value)
        else:
            base[key] = value
