"""Words are YAML: how many patterns of each module still hold words. A new one goes to rules/lexicon/ and is named (`${provisions.loans}`).

Counted are strings of the code with three Han characters in a row or with an alternation of Han words. Not counted is what no user would
add to: numerals and figures (一二三), marks in a class ([年月日]), and what a string that names its class has besides. words_in_code.yaml lists
what is left, module by module, with the reason why.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import yaml

from planlint.rulebook import Rulebook
from planlint.rulebook.classes import CLASS, with_classes

SOURCE = Path(__file__).resolve().parents[2] / "src" / "planlint"
LEFT = Path(__file__).with_name("words_in_code.yaml")
HAN = "[一-鿿]"
CLASS_OF_MARKS = re.compile(r"\[[^\]]*\]")
NUMERALS = re.compile("[零〇一二三四五六七八九十百千万亿两]{2,}")
WORDS = re.compile(rf"{HAN}{{3,}}|{HAN}{{2,}}\??\)*\|\(*(?:\?[:=!])?{HAN}|{HAN}\|\(*{HAN}{{2,}}")


def strings(path: Path) -> list[str]:
    """The strings of a module that are no docstrings."""
    tree = ast.parse(path.read_bytes())
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    ]


def holds_words(text: str) -> bool:
    """Whether words stand in a string that a user might add to."""
    return WORDS.search(NUMERALS.sub("", CLASS_OF_MARKS.sub("", text))) is not None


def counted() -> dict[str, int]:
    counts = {
        path.relative_to(SOURCE).as_posix(): sum(map(holds_words, strings(path)))
        for path in SOURCE.rglob("*.py")
    }
    return {name: count for name, count in sorted(counts.items()) if count}


def test_what_is_counted() -> None:
    assert holds_words("(?:给予|予以)")
    assert holds_words("的通知")
    assert not holds_words("第[一二三四五六七八九十]+条")
    assert not holds_words("[年月日]|(?P<n>[省市县区])")
    assert not holds_words(r"^${provisions.loans}的?$")


def test_no_word_is_new_in_code() -> None:
    left = yaml.safe_load(LEFT.read_text(encoding="utf-8"))
    allowed = {name: count for names in left.values() for name, count in names.items()}
    found = counted()
    more = {
        name: (count, allowed.get(name, 0)) for name, count in found.items() if count > allowed.get(name, 0)
    }
    assert more == {}, "words go to rules/lexicon/, and a pattern names their class"
    assert set(allowed) <= set(found), "a module that holds no words any more is written down no more"


def test_every_class_that_code_names_is_there() -> None:
    named = {
        match.group()
        for path in SOURCE.rglob("*.py")
        for text in strings(path)
        for match in CLASS.finditer(text)
    }
    assert len(named) > 30
    for name in named:
        with_classes(name, Rulebook())


if __name__ == "__main__":  # what stands in words_in_code.yaml, where fewer are left
    print(yaml.safe_dump(counted(), allow_unicode=True))
