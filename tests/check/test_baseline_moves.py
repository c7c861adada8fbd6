"""A baseline entry survives a renamed heading and text that moves; each entry answers one finding."""

import pytest

from planlint.check.baseline import Identity, split_by_baseline
from planlint.model.finding import Finding
from planlint.model.span import Span


def finding(rule: str, quote: str, at: int) -> Finding:
    return Finding(rule, rule.lower(), "warning", "", quote, Span(at, at + len(quote)))


@pytest.mark.parametrize(
    ("headings", "known", "new"),
    [
        pytest.param([(0, "加快设施建设")], [Identity("SUB001", "给予奖励", "建设设施", 1)], 0, id="heading renamed"),
        pytest.param([(0, "保障")], [Identity("SUB001", "给予奖励", "建设设施", 1)], 0, id="text moved"),
        pytest.param([(0, "建设设施")], [Identity("SUB001", "给予补助", "建设设施", 1)], 1, id="another quote"),
        pytest.param([(0, "建设设施")], [Identity("SUB002", "给予奖励", "建设设施", 1)], 1, id="another rule"),
    ],
)  # fmt: skip
def test_entry_is_found_again(headings, known, new):
    fresh, old, stale = split_by_baseline([finding("SUB001", "给予奖励", 10)], headings, known)
    assert len(fresh) == new
    assert len(old) == 1 - new
    assert len(stale) == new


def test_one_entry_answers_one_finding():
    found = [finding("SUB001", "给予奖励", 10), finding("SUB001", "给予奖励", 90)]
    known = [Identity("SUB001", "给予奖励", "加强支持保障", 1)]
    fresh, old, stale = split_by_baseline(found, [(0, "建设设施"), (50, "加强支持")], known)
    assert [f.span.start for f in old] == [90]
    assert len(fresh) == 1
    assert stale == []
