"""The table of divisions: where a place lies, and what becomes of a broken row."""

import logging

import pytest

from planlint.rulebook import Rulebook
from planlint.rulebook.divisions import divisions


@pytest.mark.parametrize(
    ("name", "superior", "lies"),
    [
        pytest.param("张家界市", "湖南省", True, id="a city in its province"),
        pytest.param("张家界市", "湖北省", False, id="a city in another"),
        pytest.param("朝阳区", "长春市", True, id="one of several of the name"),
        pytest.param("朝阳区", "吉林省", True, id="two levels up"),
    ],
)
def test_where_a_place_lies(name, superior, lies):
    assert divisions(Rulebook()).lies_in(name, superior) is lies


def test_a_broken_row_is_told_with_its_line_and_the_rest_stays(tmp_path, caplog):
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "divisions.tsv").write_text(
        "# 说明\n900000\t云岭省\t-\n坏行\n900100\t青溪市\t900000\n", encoding="utf-8"
    )
    with caplog.at_level(logging.WARNING, "planlint"):
        table = divisions(Rulebook((tmp_path,)))
    assert table.lies_in("青溪市", "云岭省")
    assert "divisions.tsv:3:" in caplog.text
