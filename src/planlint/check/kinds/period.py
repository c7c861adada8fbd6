"""The years of a plan: 三年 against 2022—2024, a deadline behind its end, a document number of another year, a document promised for no day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.check.audit.items import number_of
from planlint.check.reading import reading_of
from planlint.model.span import Span
from planlint.rulebook.options import Default, Options, Regex, Ways
from planlint.text.han import compiled
from planlint.words import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.check.reading import Sentence
    from planlint.model.finding import Finding
    from planlint.rulebook.check_rule import CheckRule

_YEARS = compiled(
    "(?<![第十])(?P<n>[一二两三四五六七八九十]{1,2}|[2-9]|1[0-5])年(?=[一-鿿]{0,6}(?:行动|计划|方案|规划|攻坚|跃升|提升|提质|倍增|纲要))"
)
_RANGE = compiled(r"(?P<a>(?:19|20)\d\d)\s?年?\s?[-—–－―~～至到]{1,2}\s?(?P<b>(?:19|20)\d\d)\s?年?")
_NUMBER_YEAR = compiled(r"[〔\[(（](?P<year>(?:19|20)\d\d)[〕\])）]")
# 到2023年，…: what follows is due then.
_DUE = compiled("(?:底|末|年底|年末)?(?:前|之前|以前)?[，,]")
# 到2016年，建成…; 力争2016年底前开工
# 2025年6月底前，建成…: a promise, in words of one
_PROMISED = compiled(
    r"(?:^|[，；：。、）])(?P<said>(?P<year>20\d\d)\s?年(?:\d{1,2}月)?(?:底|末|年底|年末)?(?:前|之前|以前))[，,]?(?=(?:全面|全部|基本|初步|力争)?(?:建成|完成|实现|开工|投用|建立|出台|印发|制定|启动|竣工|验收|报送|达到|形成|全市|全县|全区))"
)
_DUE_BY = compiled(
    r"(?:^|[，；：。、）])[^，；：。\d]{0,6}?(?P<said>(?:到|至|力争|确保|争取)\s?(?P<year>20\d\d)\s?年(?:\d{1,2}月)?(?:底|末|年底|年末)?(?:前|之前|以前)?)[，,]"
)
_BY = compiled(
    r"(?:到|至|在|力争)\s?(?P<year>20\d\d)\s?年|(?P<before>20\d\d)\s?年(?:\d{1,2}月)?\s?(?:底|末|年底|年末)?(?:前|之前|以前)"
)

OPTIONS = Ways(
    {
        "out-of-period": Options(unless=Regex),
        "mismatch": Options(),
        "before-issue": Options(months=Default(int, 3)),
        "undated-document": Options(pattern=Regex, unless=Regex, kinds_exempt=Regex, most=Default(int, 5)),
        "before-signature": Options(unless=Regex),
    }
)


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The findings of one rule; `find` says which."""
    ways = {
        "out-of-period": _out_of_period, "mismatch": _mismatch, "before-issue": _before_issue, "undated-document": _undated_document,
        "before-signature": _before_signature,
    }  # fmt: skip
    yield from ways[rule.options["find"]](context, rule)


def _out_of_period(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Times by which something is to be reached, before the plan begins or after it ends."""
    period = context.period
    if period is None:
        return
    reading = reading_of(context)
    options = rule.options
    exempt = compiled(options["unless"])
    for sentence in reading.sentences:
        words = reading.folded[sentence.span.start : sentence.span.end]
        if exempt.search(words) or _tells_the_past(context, sentence):
            continue
        for match in _BY.finditer(words):
            year = int(match["year"] or match["before"])
            if period.start <= year <= period.end or _quoted(words, match.start()):
                continue
            if year < period.start and (match["before"] is not None or not _DUE.match(words, match.end())):
                continue  # 2019年底前已建成, 上升到2020年的3万亿元: the past, told as such
            at = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            yield context.find(
                rule, at, date=Text.of("finding.year", year=year), a=period.start, b=period.end
            )


def _tells_the_past(context: CheckContext, sentence: Sentence) -> bool:
    """Whether the sentence stands in a part that looks back, as the zones of the plan say."""
    return context.extraction.zones.at(sentence.span.start).part == "background"


def _before_signature(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Times by which something is to be reached that had passed when the document was signed."""
    signed, period = context.extraction.document.signed_on, context.period
    if not signed or period is not None:
        return  # what lies before a period is told as outside of it
    first = int(signed[:4])
    reading = reading_of(context)
    options = rule.options
    exempt = compiled(options["unless"])
    for sentence in reading.sentences:
        words = reading.folded[sentence.span.start : sentence.span.end]
        if "20" not in words or exempt.search(words) or _tells_the_past(context, sentence):
            continue
        for match in (*_DUE_BY.finditer(words), *_PROMISED.finditer(words)):
            year = int(match["year"])
            if year >= first or _quoted(words, match.start()):
                continue
            at = Span(sentence.span.start + match.start("said"), sentence.span.start + match.end("said"))
            yield context.find(
                rule,
                at,
                date=Text.of("finding.year", year=year),
                signed=Text.of("finding.year", year=signed[:4]),
            )


def _quoted(words: str, at: int) -> bool:
    return words.count("《", 0, at) > words.count("》", 0, at) or words.count("（", 0, at) > words.count(
        "）", 0, at
    )


def _mismatch(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """三年行动计划（2022—2025年）, and a document number whose year is not that of the signature."""
    data = context.extraction.document
    title = data.title or ""
    years, span = _YEARS.search(title), _RANGE.search(title)
    if years is not None and span is not None:
        count, length = number_of(years["n"]), int(span["b"]) - int(span["a"]) + 1
        if count is not None and count != length:
            yield context.find_source(
                rule,
                context.document_place(),
                what=Text.of("years.length", said=years["n"], a=span["a"], b=span["b"], n=length),
            )
    number = _NUMBER_YEAR.search(data.document_number or "")
    if number is not None and data.signed_on and number["year"] != data.signed_on[:4]:
        place = data.evidence.get("document_number") or context.document_place()
        signed = data.evidence.get("signed_on")
        yield context.find_source(
            rule,
            place,
            related=[signed] if signed else [],
            what=Text.of("years.number", number=number["year"], signed=data.signed_on[:4]),
        )


def _before_issue(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """A plan that began months before it was signed."""
    period, signed = context.extraction.document.period, context.extraction.document.signed_on
    if period is None or not signed or context.extraction.document.title is None:
        return
    months = (int(signed[:4]) - period.start) * 12 + int(signed[5:7]) - 1
    if months >= rule.options["months"]:
        yield context.find_source(rule, context.document_place(), n=months)


def _undated_document(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Documents that the plan says will be issued, with no time in their sentence, in a plan without a period."""
    if context.period is not None:
        return
    reading = reading_of(context)
    options = rule.options
    promised, unless, exempt = (compiled(options[key]) for key in ("pattern", "unless", "kinds-exempt"))
    if exempt.search(context.extraction.document.kind or ""):
        return
    most = options["most"]
    found: list[tuple[Span, str]] = []
    for sentence in reading.sentences:
        words = reading.folded[sentence.span.start : sentence.span.end]
        for match in promised.finditer(words):
            if unless.search(words) or _quoted(words, match.start()):
                continue
            found.append(
                (Span(sentence.span.start + match.start(), sentence.span.start + match.end()), match["doc"])
            )
    for i, (span, doc) in enumerate(found[:most]):
        rest = [s for s, _ in found[most:]] if i == most - 1 else []
        yield context.find(rule, span, related=rest, doc=doc)
