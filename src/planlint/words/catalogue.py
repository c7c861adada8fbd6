"""The catalogues of texts: `texts()["targets"]` is `{"zh": "目标指标", "en": "Targets"}`."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.kept import made_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FOLDER = Path(__file__).resolve().parent
_PLACE = re.compile(r"(?<!{){(\w+)")

# The first is the one that is spoken where nobody asks.
LANGUAGES = ("zh", "en")

# A text, by language.
Row = dict[str, str]


@lru_cache(maxsize=1)
def texts() -> Mapping[str, Row]:
    """All texts by their keys, which no two files share."""
    return {key: row for path in catalogues() for key, row in made_of(path, _rows).items()}


def catalogues() -> list[Path]:
    """The files, sorted by name."""
    return sorted(FOLDER.glob("*.yaml"))


def places(text: str) -> set[str]:
    """The names of what is filled into a text: `{path}: 找不到{name}` gives path and name."""
    return set(_PLACE.findall(text))


def problems(path: Path, languages: tuple[str, ...]) -> Iterator[str]:
    """What is wrong with a catalogue, `file:line: what`: a language that is missing or unknown, other places in one than in the other."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for key, row in _rows(path).items():
        line = next(
            (i for i, text in enumerate(lines, 1) if text.lstrip('"').startswith((f"{key}:", f'{key}":'))), 1
        )
        if not isinstance(row, dict) or set(row) != set(languages):
            yield f"{path}:{line}: {key} needs a text in each of {', '.join(languages)}, and in no other language"
            continue
        named = {language: places(text) for language, text in row.items()}
        for language in languages[1:]:
            if odd := named[languages[0]] ^ named[language]:
                yield f"{path}:{line}: {key} has {{{sorted(odd)[0]}}} in one language only"


def _rows(path: Path) -> dict[str, Row]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows: dict[str, Row] = yaml.load(path.read_text(encoding="utf-8"), loader)  # noqa: S506 - a safe loader, in C where it is built
    return rows
