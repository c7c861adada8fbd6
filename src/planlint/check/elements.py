"""The elements of an official document (发文字号, 主送机关, 署名, 成文日期, 附注) and where each stands in the source."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.text.han import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.check.context import CheckContext

# 各县（市、区）人民政府，市政府各部门： alone on its line.
_ADDRESSEES = compiled(
    r"(?m)^[ 　]*(?P<who>各?[一-鿿（）()、，,；; ]{3,200}?(?:政府|委员会|部门|单位|机构|办|局|委|厅|园区|街道|企业|公司|办事处|管委会|镇|乡))[：:][ 　]*$"
)
_NOTE = compiled(r"(?m)^[ 　]*[（(](?P<note>(?:此件|本件|联系人|此文)[^（）()\n]{2,60})[)）][ 　]*$")


@lru_cache(maxsize=2)
def find_elements(context: CheckContext) -> dict[str, Span]:
    """The source span of each element that the document has."""
    evidence = context.extraction.document.evidence
    found: dict[str, Span] = {
        name: evidence[name]
        for name in ("document_number", "title", "issuer", "signed_on")
        if name in evidence
    }
    for name, pattern in (("addressees", _ADDRESSEES), ("note", _NOTE)):
        match = pattern.search(context.text)
        if match is not None:
            found[name] = context.clean.to_source(Span(*match.span(1)))
    return found


def out_of_order(found: dict[str, Span], order: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of elements of which the one that must come first stands behind the other."""
    for early, late in pairwise([name for name in order if name in found]):
        if found[early].start > found[late].start:
            yield early, late
