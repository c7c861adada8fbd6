"""The texts: the same places in each language, each key once, every key used and none missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planlint.words import LANGUAGES
from planlint.words.catalogue import catalogues, problems, texts

SOURCE = Path(__file__).resolve().parents[2] / "src" / "planlint"
HAN = re.compile("[一-鿿]")
# What an English text quotes of a plan.
QUOTED = re.compile("“[^”]*”|⟦[^⟧]*⟧")


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.stem)
def test_each_language_has_each_text(path: Path) -> None:
    assert list(problems(path, LANGUAGES)) == []


def test_a_key_stands_once() -> None:
    keys = [
        match[1]
        for path in catalogues()
        for match in re.finditer('^"?([^\\s"#][^:"]*)"?:', path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert sorted(keys) == sorted(set(keys))
    assert set(keys) == set(texts())


def test_english_is_english() -> None:
    han = {key: row["en"] for key, row in texts().items() if HAN.search(QUOTED.sub("", row["en"]))}
    # words of plans that an English text shows without quotation marks
    assert set(han) <= {"remark.soft", "soft_note", "compare.bad_label", "mapping.head"}, han


@pytest.mark.parametrize(
    ("rows", "line", "what"),
    [
        pytest.param("a: {zh: 甲, en: A}\nb: {zh: 乙}\n", 2, "each of zh, en", id="a language is missing"),
        pytest.param("a: {zh: 甲, en: A, fr: B}\n", 1, "no other language", id="a language nobody knows"),
        pytest.param(
            'a: {zh: 甲, en: A}\n\nb: {zh: "{n}个", en: many}\n',
            3,
            "{n} in one language",
            id="a place is missing",
        ),
        pytest.param(
            'a: {zh: "{n}个", en: "{m} of them"}\n', 1, "{m} in one language", id="a place of another name"
        ),
        pytest.param("a: 甲\n", 1, "each of zh, en", id="no row"),
    ],
)
def test_a_broken_row_is_told_with_its_line(tmp_path: Path, rows: str, line: int, what: str) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(rows, encoding="utf-8")
    (problem,) = problems(path, LANGUAGES)
    assert problem.startswith(f"{path}:{line}: ")
    assert what in problem
