"""The list of words written with a wrong character, `lexicon/confusions.yaml`: 布署 for 部署, with a sentence for each."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from planlint.words import Text

if TYPE_CHECKING:
    from planlint.rulebook.book import Rulebook

# Where the word stands in a row's sentence.
_BLANK = "_"
_KEYS = frozenset({"wrong", "right", "in", "unless"})
_SAID = logging.getLogger("planlint")


@dataclass(frozen=True, slots=True)
class Confusion:
    """One pair: `wrong` should be `right`; `unless` is what around it shows that two words only meet there (按|装机容量)."""

    wrong: str
    right: str
    sentence: str
    unless: re.Pattern[str] | None = None

    @property
    def bad(self) -> str:
        """The row's sentence with the slip."""
        return self.sentence.replace(_BLANK, self.wrong)

    @property
    def good(self) -> str:
        """The row's sentence as it should be."""
        return self.sentence.replace(_BLANK, self.right)


@lru_cache(maxsize=8)
def confusions(rulebook: Rulebook) -> tuple[Confusion, ...]:
    """The pairs of the list; a row that cannot be read is told with file and line, and the others stay."""
    found: list[Confusion] = []
    for raw in rulebook.words("confusions").get("rows", ()):
        row = confusion_from(raw)
        if isinstance(row, Confusion):
            found.append(row)
        else:
            _SAID.warning("%s", Text.of("at", where=_place(rulebook, raw), what=row))
    return tuple(found)


def confusion_from(raw: Any) -> Confusion | Text:  # noqa: ANN401 - a row of YAML holds anything
    """The pair of one row, or what is wrong with the row."""
    if not isinstance(raw, dict) or not set(raw) <= _KEYS:
        return Text.of("rules.confusion_shape")
    wrong, right, sentence = (raw.get(key) for key in ("wrong", "right", "in"))
    if not all(isinstance(word, str) and word for word in (wrong, right, sentence)) or wrong == right:
        return Text.of("rules.confusion_fields")
    if str(sentence).count(_BLANK) != 1 or len(str(wrong)) < 2:
        return Text.of("rules.confusion_blank")
    try:
        unless = re.compile(raw["unless"]) if raw.get("unless") else None
    except (re.error, TypeError) as error:
        return Text.of("rules.confusion_unless", why=error)
    return Confusion(str(wrong), str(right), str(sentence), unless)


def _place(rulebook: Rulebook, raw: Any) -> str:  # noqa: ANN401
    """File and line of a row, looked up only where one is broken."""
    from planlint.rulebook.places import read_placed

    for path in rulebook.files("lexicon"):
        if path.stem == "confusions":
            placed = read_placed(path)
            rows = placed.value.get("rows", ()) if isinstance(placed.value, dict) else ()
            for i, row in enumerate(rows):
                if row == raw:
                    return f"{path}:{placed.line(('rows', i))}"
    return "confusions.yaml"
