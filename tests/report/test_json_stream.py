"""A JSON object in pieces: the text that `json.dumps` makes of the whole, an item of a list at a time."""

import json

import pytest

from planlint.report.json_stream import object_pieces


@pytest.mark.parametrize(
    "record",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"plans": [], "text": None}, id="an empty list and null"),
        pytest.param({"plans": [{"label": "云岭", "cells": [1, 2.5, None]}, "青溪"]}, id="items of several lines"),
        pytest.param({"quote": ['第一行\n第二行\u2028"', {"a": {}}]}, id="a break inside a text is no break of the file"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ascii_only", [True, False])
def test_the_text_is_that_of_the_whole(record, ascii_only) -> None:
    streamed = {key: iter(value) if isinstance(value, list) else value for key, value in record.items()}
    text = "".join(object_pieces(streamed, ascii_only=ascii_only))
    assert text == json.dumps(record, ensure_ascii=ascii_only, indent=1)


def test_an_item_is_made_when_its_piece_is_asked_for() -> None:
    made = []

    def items():
        for i in range(3):
            made.append(i)
            yield i

    pieces = object_pieces({"plans": items()}, ascii_only=False)
    assert (next(pieces), made) == ('{\n "plans": ', [])
    next(pieces)
    assert made == [0]
