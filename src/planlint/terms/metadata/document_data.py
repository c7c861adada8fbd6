"""Puts together what a plan says of itself, and where it says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.fact import DocumentData, Period
from planlint.model.span import Span
from planlint.terms.metadata.genre import kind_and_genre, kind_words
from planlint.terms.metadata.labels import labelled
from planlint.terms.metadata.period import find_period
from planlint.terms.metadata.signature import Signature, find_signature
from planlint.terms.metadata.title import find_title
from planlint.terms.metadata.work_report import read_work_report
from planlint.text.dates import DATE, date_of, parse_date
from planlint.text.document_numbers import NUMBER, document_numbers
from planlint.text.han import HAN

if TYPE_CHECKING:
    from planlint.model.document import CleanText, Outline
    from planlint.rulebook import Rulebook

_CODE = re.compile("[0-9A-Z]{18}|\\d{15,18}")
_INDEX = re.compile("索[ ]{0,3}引[ ]{0,3}号[ ]?[:：|\n]*[ |\n]*([0-9A-Za-z][0-9A-Za-z/_\\-]{6,60})")
# …QQ空间 云政发〔2022〕6号云岭市人民政府关于印发……的通知
_BEFORE_TITLE = re.compile(f"\\s?{HAN}{{2,30}}关于(?:印发|转发|下达|公布|调整|同意)")
_LEANING = ("根据", "按照", "依据", "依照", "落实", "贯彻", "执行", "参照", "转发", "见")
_HEAD = 4000
_PAGE_HEAD = 600
# Dates of something else: 申报时间, 截止日期.
_OTHER_DATES = tuple(
    what + when
    for what in (
        "成文",
        "生成",
        "印发",
        "发文",
        "实施",
        "施行",
        "生效",
        "执行",
        "失效",
        "废止",
        "截止",
        "申报",
        "受理",
        "开始",
        "结束",
        "更新",
        "检索",
    )
    for when in ("日期", "时间")
)


def find_document_data(clean: CleanText, outline: Outline, rules: Rulebook) -> DocumentData:
    """Title, issuer, number, dates, period and kind, each None where the document does not say."""
    words = rules.words("documents")
    labels: dict[str, list[str]] = words["labels"]
    spans: dict[str, Span | None] = {}
    title, spans["title"] = find_title(clean, outline, labels["title"], kind_words(rules))
    signature = find_signature(clean, words["issuers"])
    number, spans["document_number"] = _own_number(clean, outline, labels)
    signed, spans["signed_on"] = _signed(clean, signature, labels)
    published, spans["published_on"] = _dated(clean, labels["published_on"])
    if published is None:
        published, spans["published_on"] = _glued_date(clean, labels["published_on"])
    issuer, spans["issuer"] = _issuer(clean, title, signature, labels, words["issuers"])
    period, spans["period"] = find_period(clean.text, title, spans["title"], signed)
    kind, genre = kind_and_genre(title, clean.text, rules)
    if kind is not None and kind in words["work_reports"]:
        given = read_work_report(clean, title)
        signed, spans["signed_on"] = (
            (given.day, given.day_span) if given.day else (signed, spans["signed_on"])
        )
        issuer, spans["issuer"] = (given.body, given.body_span) if given.body else (issuer, spans["issuer"])
        period = given.period or period
    elif period is None:
        period, spans["period"] = _in_force(clean, labels)
    index = _INDEX.search(clean.text[:_HEAD])
    spans["index_number"] = Span(*index.span(1)) if index else None
    code = _CODE.match(index.group(1)) if index else None
    return DocumentData(
        title=title, issuer=issuer, document_number=number, signed_on=signed, published_on=published,
        kind=kind, genre=genre, period=period, index_number=index.group(1) if index else None,
        organization_code=code.group() if code else None, division_code=_division_code(code.group()) if code else None,
        evidence={name: clean.to_source(span) for name, span in spans.items() if span is not None},
    )  # fmt: skip


def _division_code(code: str) -> str | None:
    """The six digits of GB/T 2260 inside an 18-character organisation code (its third to eighth character)."""
    digits = code[2:8]
    return digits if len(code) == 18 and digits.isdigit() else None


def _own_number(
    clean: CleanText, outline: Outline, labels: dict[str, list[str]]
) -> tuple[str | None, Span | None]:
    """The document's own number: behind its label, alone on a line, or right behind the title; never one in brackets."""
    value = labelled(clean, labels["document_number"])
    if value is not None:
        match = NUMBER.match(value[0])
        if match is not None:
            return re.sub("\\s", "", match.group()), Span(value[1].start, value[1].start + match.end())
    text = clean.text
    head_end = (
        outline.paragraphs[min(len(outline.paragraphs) - 1, 12)].span.end if outline.paragraphs else len(text)
    )
    for match in document_numbers(text):
        start = match.start() + _glued(match["agency"])
        if outline.title is not None and start < outline.title.end < match.end("agency"):
            start = outline.title.end
        before, after = text[max(0, start - 1) : start], text[match.end() : match.end() + 2]
        if (
            before in ("(", "（", "》", "〔", "[")
            or after.startswith(("文件", "）", ")", "要求", "精神"))
            or text[start - 3 : start].endswith(("根据", "按照"))
            or text.startswith(_LEANING, start)
        ):
            continue
        line_start = text.rfind("\n", 0, start) + 1
        opens_line = not text[line_start:start].strip()
        in_title_marks = text[line_start:start].count("《") > text[line_start:start].count("》")
        at_edge = start > len(text) - 200 and before in ("", "\n", " ", "。")
        behind_title = start < head_end and (
            _behind_title(text, start, outline) or _BEFORE_TITLE.match(text, match.end()) is not None
        )
        if not in_title_marks and (opens_line or at_edge or behind_title):
            return re.sub("\\s", "", text[start : match.end()]), Span(start, match.end())
    return None, None


def _glued(agency: str) -> int:
    """How much of the characters before a number belongs to the title or sentence before it: …实施意见渝府办发 keeps 渝府办发."""
    cut = 0
    for ending in ("意见", "通知", "方案", "计划", "措施", "办法", "规划", "细则", "规定", "制定", "定"):
        at = agency.rfind(ending)
        if at >= 0 and len(agency) - at - len(ending) >= 2:
            cut = max(cut, at + len(ending))
    return cut


def _behind_title(text: str, start: int, outline: Outline) -> bool:
    if outline.title is not None and 0 <= start - outline.title.end <= 4:
        return True
    return text[max(0, start - 4) : start].strip().endswith(("的通知", "意见", "方案", "决定"))


def _signed(
    clean: CleanText, signature: Signature | None, labels: dict[str, list[str]]
) -> tuple[str | None, Span | None]:
    if signature is not None:
        return signature.date, signature.date_span
    return _dated(clean, labels["signed_on"])


def _in_force(clean: CleanText, labels: dict[str, list[str]]) -> tuple[Period | None, Span | None]:
    """The years between a page's 实施日期 and its 失效日期."""
    first, _ = _dated(clean, labels["in_force"])
    last, span = _dated(clean, labels["expires"])
    if first is None or last is None or first > last:
        return None, None
    return Period(int(first[:4]), int(last[:4])), span


def _glued_date(clean: CleanText, names: list[str]) -> tuple[str | None, Span | None]:
    """A date behind a label that is glued to what stands before it: ……服务局日期：2025-03-04."""
    for match in DATE.finditer(clean.text, 0, _PAGE_HEAD):
        before = clean.text[max(0, match.start() - 20) : match.start()].rstrip(" ")
        label = before.rstrip(":：").rstrip(" ")
        if label != before and label.endswith(tuple(names)) and not label.endswith(_OTHER_DATES):
            return date_of(match), Span(*match.span())
    return None, None


def _dated(clean: CleanText, names: list[str]) -> tuple[str | None, Span | None]:
    for name in names:
        value = labelled(clean, [name])
        if value is not None:
            date = parse_date(value[0][:24])
            if date is not None:
                return date, value[1]
    return None, None


def _issuer(
    clean: CleanText,
    title: str | None,
    signature: Signature | None,
    labels: dict[str, list[str]],
    suffixes: list[str],
) -> tuple[str | None, Span | None]:
    if signature is not None and signature.bodies:
        return " ".join(signature.bodies), signature.bodies_span
    value = labelled(clean, labels["issuer"])
    if value is not None and value[0].endswith(tuple(suffixes)):
        return value
    ends = "|".join(map(re.escape, sorted(suffixes, key=len, reverse=True)))
    if title is not None:
        match = re.match(f"((?:{HAN}{{2,20}}(?:{ends})[、 ]?){{1,4}})关于", title)
        if match is not None:
            return re.sub("[、 ]+", " ", match.group(1)).strip(), None
    value = labelled(clean, labels["site"])
    if value is not None and value[0].endswith(tuple(suffixes)):
        return value
    return None, None
