"""The texts in one language: `Words("zh")["targets"]` is 目标指标."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.words.catalogue import LANGUAGES, texts
from planlint.words.text import Text, worded

if TYPE_CHECKING:
    from collections.abc import Iterable


class Words:
    """The texts in one language."""

    def __init__(self, lang: str = LANGUAGES[0]) -> None:
        self.lang = lang
        self._rows = texts()

    def __getitem__(self, key: str) -> str:
        return self._rows[key][self.lang]

    def recurring(self, recurrence: str | None) -> str:
        """How often, in words: `yearly` is 每年, `every-3-years` 每3年; empty for none."""
        if recurrence is not None and recurrence.startswith("every-"):
            return self.say("every_years", n=recurrence.split("-")[1])
        return self.get(recurrence or "", "")

    def get(self, key: str, default: str | None = None) -> str:
        """The text; `default`, else the key itself, where there is none (the name of a role that a user added)."""
        if key in self._rows:
            return self._rows[key][self.lang]
        return key if default is None else default

    def say(self, key: str, **values: object) -> str:
        """The text with its `{places}` filled."""
        return worded(Text.of(key, **values), self.lang)

    def of(self, text: Text | str) -> str:
        """What a finding, a caution or an error says; words that are said already stay as they are."""
        return worded(text, self.lang)

    def join(self, items: Iterable[str]) -> str:
        """`甲、乙` or `a, b`."""
        return self["comma"].join(items)

    def near(self, name: str, known: Iterable[str]) -> str:
        """`（是否指 “targets”？）`, or nothing where no known name is like this one."""
        import difflib

        close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
        return self.say("near", name=close[0]) if close else ""
