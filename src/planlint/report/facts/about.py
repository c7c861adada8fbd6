"""What a plan says of itself, as names and values, and what could not be read in it, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.text.width import flat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.sheets.look import Report
    from planlint.words import Words

# So many places of one kind are named on the screen; JSON has them all.
_FEW = 3
_SHOWN = ("title", "issuer", "document_number", "signed_on", "published_on", "kind", "period", "division")


def said_of_itself(report: Report, words: Words) -> Iterator[tuple[str, str]]:
    """Names and values; what the plan does not say is left out."""
    data = report["document"]
    for name in _SHOWN:
        value = data.get(name)
        if isinstance(value, dict):
            value = f"{value['start']}—{value['end']}"
        if value:
            yield words[name], flat(str(value))


def cautions(report: Report, words: Words) -> Iterator[str]:
    """A sentence for each kind of caution, with the first few places."""
    kinds: dict[str, list[Report]] = {}
    for caution in report["warnings"]:
        kinds.setdefault(caution["code"], []).append(caution)
    for code, found in kinds.items():
        shown = [_place(caution, words) for caution in found[:_FEW]]
        more = words["warning.more"] if len(found) > _FEW else ""
        yield words.say(f"warning.{code}", n=len(found), places=words.join(shown) + more)


def _place(caution: Report, words: Words) -> str:
    """`第12行“分工”（按责任单位提取）`: where a caution is, and what a column without a known head was taken for."""
    line, text, kind = caution["span"]["line"], flat(caution["quote"]), caution.get("taken_for")
    if kind is None:
        return words.say("warning.place", line=line, text=text)
    return words.say("warning.taken", line=line, text=text, kind=words[f"column.{kind}"])
