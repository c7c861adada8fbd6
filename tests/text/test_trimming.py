"""What is cut off the edges of a phrase, and which pairs stay."""

import pytest

from planlint.text.trimming import trimmed


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("、示范村，", "示范村", id="marks"),
        pytest.param("的“家门口”服务站", "“家门口”服务站", id="a pair that opens the phrase"),
        pytest.param("县（市、区）", "县（市、区）", id="a pair that closes it"),
        pytest.param("专精特新”企业", "专精特新”企业", id="half a pair inside is no edge"),
        pytest.param("“示范村", "示范村", id="an opening mark without its partner"),
        pytest.param("示范村）", "示范村", id="a closing mark without its partner"),
        pytest.param("，。", "", id="marks alone"),
    ],
)
def test_trimmed(text: str, want: str) -> None:
    assert trimmed(text) == want
