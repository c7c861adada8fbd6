"""Elements of an official document that contradict each other: 云政发 under a title of the 办公室, a signature of another body than the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.check.elements import find_elements
from planlint.model.span import Span
from planlint.rulebook.options import Options
from planlint.text.han import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule

_BODY = "[一-鿿]{2,20}?(?:政府办公[室厅]|人民政府|管理委员会|委员会|办公[室厅]|厅|局|委)"
_ISSUER = compiled(f"(?P<issuer>{_BODY})关于")
_SIGNED = compiled(f"[ \\u3000]*(?P<who>{_BODY})[ \\u3000]*$")
_OFFICE_CODE = compiled("(?:政办|府办|委办)[发函规字]")
_GOVERNMENT_CODE = compiled("(?:政|府)[发函规字]")
# A signature of several bodies has as many lines.
_LINES = 4

OPTIONS = Options()


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The signature against the title, the code of the number against the title, the addressees against the title."""
    issuer = _issuer(context)
    if issuer is None:
        return
    yield from _signature(context, rule, issuer)
    data = context.extraction.document
    number, place = data.document_number or "", data.evidence.get("document_number")
    if place is not None:
        office = "办公" in issuer
        if (office and _GOVERNMENT_CODE.search(number)) or (
            issuer.endswith("人民政府") and _OFFICE_CODE.search(number)
        ):
            yield context.find_source(rule, place, what=f"字号“{number}”与标题中的“{issuer}”不符")
    addressees = find_elements(context).get("addressees")
    if addressees is not None and issuer in context.source[addressees.start : addressees.end].split("、"):
        yield context.find_source(rule, addressees, what=f"主送机关含发文机关“{issuer}”自己")


def _issuer(context: CheckContext) -> str | None:
    """Who issues the document by its first title: 云岭市人民政府办公室关于印发……的通知."""
    for paragraph in context.outline.paragraphs[:12]:
        words = "".join(context.text[paragraph.span.start : paragraph.span.end].split())
        match = _ISSUER.match(words)
        if match is not None:
            return match["issuer"]
    return None


def _signature(context: CheckContext, rule: CheckRule, issuer: str) -> Iterator[Finding]:
    """The bodies in the lines above the date of signature, where the one of the title is not among them."""
    dated = context.extraction.document.evidence.get("signed_on")
    if dated is None:
        return
    at = context.clean.from_source(dated).start
    above = [p for p in context.outline.paragraphs if p.span.start < at][-_LINES - 1 :]
    signed: list[tuple[str, Span]] = []
    for paragraph in reversed(above):
        match = _SIGNED.match(context.text, *paragraph.span)
        if match is not None and match.end() >= paragraph.span.end - 1:
            signed.append((match["who"], Span(*match.span("who"))))
        elif at >= paragraph.span.end:
            break
    if signed and not any(who.endswith(issuer) or issuer.endswith(who) for who, _ in signed):
        who, span = signed[0]
        yield context.find(rule, span, what=f"署名“{who}”与标题中的“{issuer}”不符")
