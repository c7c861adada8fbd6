"""What is printed cannot act: every sign that a terminal, a log or a spreadsheet obeys is shown."""

import pytest

from planlint.text.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("云岭市行动计划.txt", "云岭市行动计划.txt", id="a plain name stays"),
        pytest.param("　全角空格\t列", "　全角空格\t列", id="blanks and tabs stay"),
        pytest.param("\x1b[31m红\x07", "␛[31m红␇", id="colours and the bell"),
        pytest.param("甲\n::stop-commands::x\r=1", r"甲\n::stop-commands::x\r=1", id="no second line"),
        pytest.param("a\u202egpj.exe\u2066", r"a\u202egpj.exe\u2066", id="the direction of writing"),
        pytest.param("\x7f\x9b31m\x85\u2028", r"␡\x9b31m\x85\u2028", id="the second row of controls"),
        pytest.param("\udcb9\udcab.txt\ud83d", r"\xb9\xab.txt\ud83d", id="bytes of a name in no encoding"),
    ],
)  # fmt: skip
def test_what_would_act_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert visible(shown) == shown
    assert visible(text).encode("utf-8").count(b"\n") == 0
