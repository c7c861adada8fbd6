"""Shared runs: none of twenty letters is missed, each stands in both texts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from planlint.compare.passages import LEAST, shared_runs

LETTERS = st.text(alphabet="人才企业创新平台孵化建设", min_size=0, max_size=60)
COMMON = st.text(alphabet="甲乙丙丁戊己庚辛壬癸", min_size=LEAST, max_size=50)


@settings(max_examples=200, deadline=None)
@given(LETTERS, COMMON, LETTERS, LETTERS, LETTERS)
def test_a_planted_run_is_found(before, common, after, other_before, other_after) -> None:
    one, other = before + common + after, other_before + common + other_after
    runs = shared_runs(one, other)
    covered = set()
    for start, there, length in runs:
        assert length >= LEAST
        assert one[start : start + length] == other[there : there + length]
        assert not covered & set(range(start, start + length))
        covered |= set(range(start, start + length))
    planted = set(range(len(before), len(before) + len(common)))
    assert planted & covered


@given(LETTERS)
def test_a_text_is_its_own_copy(text) -> None:
    runs = shared_runs(text, text)
    assert sum(length for _, _, length in runs) == (len(text) if len(text) >= LEAST else 0)


def test_what_differs_shares_nothing() -> None:
    assert shared_runs("甲乙丙丁" * 10, "子丑寅卯" * 10) == []
