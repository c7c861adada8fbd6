"""What a page says of a document before the document begins: `发布机构：云岭市科技局`, a table of 索引号 and 成文日期, 【打印】."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.model.document import CleanText, Outline
    from planlint.rulebook import Rulebook

# So many paragraphs are looked at; what a page says of a document stands in its head.
_MOST = 60
# Signs of Markdown and of tables around a label: `- **发布日期**：`, `| 索引号 |`.
_SIGNS = re.compile(r"[\s*#|>-]+")
_LONGEST = 200


@lru_cache(maxsize=8)
def _patterns(rulebook: Rulebook) -> re.Pattern[str]:
    words = rulebook.words("chrome")
    return re.compile("|".join(f"(?:{p})" for p in (*words["header"], *words["page_data"])))


def end_of_page_data(clean: CleanText, outline: Outline, rulebook: Rulebook) -> int:
    """Where the last line of page data before the title ends in the clean text; 0 where there is none.

    A value on a line of its own (成文日期： ⏎ 2024年12月02日) belongs to its label; so does all that stands between two labels.
    """
    pattern = _patterns(rulebook)
    before = outline.title.start if outline.title is not None else 0
    end = 0
    labelled = False
    for paragraph in outline.paragraphs[:_MOST]:
        start, stop = paragraph.span
        if start >= before:
            break
        words = _SIGNS.sub("", clean.text[start : min(stop, start + _LONGEST)])
        is_label = pattern.search(words) is not None
        if labelled or is_label:
            end = stop
        labelled = is_label and words.endswith(("：", ":"))
    return end
