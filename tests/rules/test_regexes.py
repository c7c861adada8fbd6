"""Which patterns of a rule folder are refused: those whose search can run away, counted in steps and never in time."""

import re

import pytest

from planlint.rulebook.regex_steps import Program
from planlint.rulebook.regexes import run_away


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+$", "(?:a+)*b", "(\\d+|[一二三]+)*元", "(?:(?:a?)*)*b", "(?=(a+)+b)a", "(x+x+)+y", "(?:一|一一){34}三", "(?:一|一一){0,34}三", "(a|a)*b",
        "(?:a|aa)+$", ".*.*.*x", ".{0,20}.{0,20}.{0,20}x", "(.*?,){11}P", "\\s*\\s*\\s*x", "^(([a-z])+.)+[A-Z]([a-z])+$", "(a?){30}a{30}", "(?:[^，。]*[、，]){3,}[^。]*元",
        "(?:二十|二|十)*(?:二十|二|十)*(?:二十|二|十)*家",
    ],
)  # fmt: skip
def test_what_can_run_away_is_refused(pattern: str) -> None:
    re.compile(pattern)
    assert run_away(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "[^，]{0,20}(?:a|b)+", "a*b", ".*x", "[^，。]*[、，][^。]*元", "(?:责任|牵头)(?:单位|部门)[:：]", "(?<!第)[一二三四五六七八九十]{1,3}(?:家|个)", ".{0,20}.{0,20}x",
        "不(?:少于|低于|超过)\\d+(?:\\.\\d+)?[万亿]?元", "(?P<n>\\d+)[^\\d]*(?P=n)", "\\b\\w+(?=家)", "(?>a+)b", "a++b", "(?:甲|乙|丙)*丁",
    ],
)  # fmt: skip
def test_what_cannot_run_away_is_accepted(pattern: str) -> None:
    re.compile(pattern)
    assert run_away(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("a*b", "aaab", True), ("a*?b$", "xaab", True), ("(?:ab|a)c", "xac", True), ("(?<=a)b", "ab", True), ("(?<!a)b", "ab", False), ("a(?!b)", "ab", False),
        ("a{2,3}", "a", False), ("a{2,3}", "aa", True), ("(?:a?)*b", "c", False), ("[^一-三]\\d", "四5", True), ("\\Aa\\Z", "a", True), ("(?>a*)a", "aaa", False), ("a++a", "aa", False),
    ],
)  # fmt: skip
def test_the_counted_search_finds_what_re_finds(pattern: str, text: str, matches: bool) -> None:
    from planlint.rulebook import regex_steps

    program = Program(re._parser.parse(pattern))
    search = regex_steps._Search(text, 10_000)
    found = any(search.match(program._steps, start) is not None for start in range(len(text) + 1))
    assert found is matches is (re.search(pattern, text) is not None)


def test_the_count_is_the_same_each_time() -> None:
    counts = {
        Program(re._parser.parse("(?:一|一一){34}三")).steps("一" * 20 + "\0", 100_000) for _ in range(3)
    }
    assert len(counts) == 1
