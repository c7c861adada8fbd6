"""Names that a document makes for itself, and where its full names begin."""

import pytest

from planlint.model.document import CleanText, SourceDocument
from planlint.model.fact import DocumentData
from planlint.rulebook import Rulebook
from planlint.terms.short_names import find_short_names, place_of

RULES = Rulebook()


@pytest.mark.parametrize("row", RULES.words("short_names")["examples"], ids=lambda row: row["text"])
def test_examples_of_the_lexicon(row) -> None:
    text = CleanText(row["text"], SourceDocument("<text>", row["text"], ""))
    want = [(row["short"], row["full"])] if row["short"] else []
    assert [(said.short, said.full) for said in find_short_names(text, RULES)] == want


@pytest.mark.parametrize(
    ("title", "issuer", "place"),
    [
        ("云岭市供水行动方案", None, "云岭市"),
        ("关于加强供水的意见", "青禾县人民政府办公室", "青禾县"),
        ("供水行动方案", None, None),
    ],
)
def test_place(title, issuer, place) -> None:
    assert place_of(DocumentData(title=title, issuer=issuer)) == place
