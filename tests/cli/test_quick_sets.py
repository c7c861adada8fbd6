"""Sets of Chinese characters compile to the very code that `re` makes of them, and only with versions of Python that were compared."""

from __future__ import annotations

import subprocess
import sys
from re import _compiler

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planlint.cli import quick_sets

compared = pytest.mark.skipif(
    sys.version_info[:2] not in quick_sets.COMPARED, reason="not compared with this Python"
)
quick = quick_sets.quick(_compiler)
slow = getattr(_compiler._optimize_charset, "slow", _compiler._optimize_charset)

codes = st.one_of(
    st.integers(0, 0x17F), st.integers(0x2F00, 0x3100), st.integers(0x4E00, 0x9FFF), st.integers(0, 0x1FFFF)
)
ranges = st.tuples(codes, st.integers(0, 900)).map(
    lambda pair: (_compiler.RANGE, (pair[0], pair[0] + pair[1]))
)
literals = codes.map(lambda code: (_compiler.LITERAL, code))
categories = st.sampled_from(sorted(_compiler.CH_UNICODE.values())).map(
    lambda kind: (_compiler.CATEGORY, kind)
)
sets = st.tuples(st.booleans(), st.lists(st.one_of(literals, literals, ranges, categories), max_size=40))


@compared
@given(sets)
def test_the_same_code(given_set: tuple[bool, list]) -> None:
    negated, members = given_set
    charset = [(_compiler.NEGATE, None)] * negated + members
    assert quick(list(charset)) == slow(list(charset))


@compared
def test_a_set_of_chinese_marks_is_made_here() -> None:
    charset = [(_compiler.LITERAL, ord(char)) for char in "，。；：、（）"]
    made, _ = quick(charset)
    assert [op for op, _ in made] == [_compiler.BIGCHARSET]


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout


@compared
def test_only_the_program_installs_it_and_once() -> None:
    assert run("import planlint, re; print(hasattr(re._compiler._optimize_charset, 'slow'))") == "False\n"
    twice = "from planlint.cli.quick_sets import install; import re; install(); f = re._compiler._optimize_charset; install()"
    assert run(f"{twice}; print(f is re._compiler._optimize_charset, hasattr(f, 'slow'))") == "True True\n"


def test_nothing_happens_with_an_unknown_python() -> None:
    code = "import sys; sys.version_info = (3, 99); from planlint.cli.quick_sets import install; import re; install()"
    assert run(f"{code}; print(hasattr(re._compiler._optimize_charset, 'slow'))") == "False\n"


@compared
def test_nothing_happens_where_the_code_has_changed() -> None:
    changed = "import re; c = re._compiler; f = c._optimize_charset; c._optimize_charset = lambda *a: (f(*a)[0] + [(c.LITERAL, 1)], False)"
    code = f"{changed}; from planlint.cli.quick_sets import install; install(); print(hasattr(c._optimize_charset, 'slow'))"
    assert run(code) == "False\n"
