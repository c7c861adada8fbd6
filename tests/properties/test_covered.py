"""What spans cover together touches a span exactly where one of them does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planlint.model.covered import Covered
from planlint.model.span import Span

SPANS = st.builds(lambda a, n: Span(a, a + n), st.integers(0, 40), st.integers(1, 12))


@given(st.lists(SPANS, max_size=12), SPANS)
def test_touches(spans: list[Span], asked: Span) -> None:
    assert Covered(spans).touches(asked) == any(span.overlaps(asked) for span in spans)
