"""The numbers that a sharing site puts before each page go, whether pages are lines or stand behind wide gaps."""

import pytest

from planlint.clean import clean_text
from planlint.model.document import SourceDocument
from planlint.rulebook import Rulebook

PAGES = (
    "1、云岭市科创载体行动方案为推动载体",
    "2、扩量提质，制定本方案。坚持统筹布",
    "3、局，分类推进。到2027年，全市建成",
    "4、孵化器6家，培育企业",
    "5、300家。",
)
PLAN = "云岭市科创载体行动方案为推动载体扩量提质，制定本方案。坚持统筹布局，分类推进。到2027年，全市建成孵化器6家，培育企业300家。"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("\n".join(PAGES), PLAN, id="lines"),
        pytest.param("\u3000\u3000".join(PAGES), PLAN, id="wide gaps"),
        pytest.param("1、建站。\n2、育种。\n3、推广。\n4、监管。", "1、建站。\n2、育种。\n3、推广。\n4、监管。", id="items"),
    ],
)  # fmt: skip
def test_page_numbers_that_cut_sentences(text, want) -> None:
    assert clean_text(SourceDocument("<text>", text, ""), Rulebook()).text == want
