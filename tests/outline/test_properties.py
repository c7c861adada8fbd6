"""What holds of the outline of any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planlint.model.document import Chrome, CleanText, SourceDocument
from planlint.model.span import Span
from planlint.outline import find_outline
from planlint.rulebook import Rulebook

RULES = Rulebook()
JOINED = (
    "一、|二、|三、|（一）|(二)|(三)|1.|2.|3、|（1）|（2）|①|②|第一章|第二条|1.1 |1.1.2 |一)|⑴|—、"
    "|\n|。|；|，|：|　　| |《|》|**|#|——|统|一|十|99999|\r|\x00|\ud800|🙂"
    "|目录|....3|附件：|注：|印发|方案|为|总体要求|指导思想以创新为引领|育种|2025年|（2025—2027年）"
)
PIECES = JOINED.split("|")
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.text(max_size=200))


@given(TEXTS, st.lists(st.tuples(st.integers(0, 200), st.integers(1, 20)), max_size=3))
@settings(max_examples=400, deadline=None)
def test_any_text(text, zones):
    chrome = []
    at = 0
    for start, size in sorted(zones):
        span = Span(max(at, start), min(len(text), max(at, start) + size))
        if span.start < span.end:
            chrome.append(Chrome(span, "test"))
            at = span.end
    clean = CleanText(text, SourceDocument("x", text, ""), chrome=tuple(chrome))
    found = find_outline(clean, RULES)
    check(found, text, [c.span for c in chrome])
    assert find_outline(clean, RULES) == found


def check(found, text, chrome):
    at = 0
    for number, section in enumerate(found.sections, 1):
        parent = found.section(section.parent)
        assert section.id == f"s{number}"
        assert at <= section.span.start < section.span.end <= section.body.end <= len(text)
        assert section.body.start == section.span.end
        assert section.level == (parent.level + 1 if parent else 1)
        assert parent is None or int(parent.id[1:]) < number
        assert section.path == (f"{parent.path}|{section.label}" if parent else section.label)
        assert text[section.span.start : section.span.end].endswith(section.heading)
        assert not any(section.span.overlaps(zone) for zone in chrome)
        at = section.body.end
    at = 0
    for paragraph in found.paragraphs:
        assert at <= paragraph.span.start < paragraph.span.end <= len(text)
        assert "\n" not in text[slice(*paragraph.span)]
        assert not any(paragraph.span.overlaps(zone) for zone in chrome)
        here = found.section_at(paragraph.span.start)
        assert paragraph.section == (here.id if here else None)
        assert here is found.section_at(paragraph.span.end - 1)
        at = paragraph.span.end
    assert found.title is None or 0 <= found.title.start < found.title.end <= len(text)


HARD = {
    "one line": lambda n: (
        "一、总体要求。（一）育种。建设种质资源库，到2027年收集种质资源一千份。" * (n // 36)
    ),
    "brackets": lambda n: "（" * n,
    "half labels": lambda n: "（一" * (n // 2),
    "labels": lambda n: "".join(f"{i % 999 + 1}.育种建库。" for i in range(n // 8)),
    "decimals": lambda n: "".join(f"{i % 90}.{i % 7}育种\n" for i in range(n // 6)),
    "dots": lambda n: "一、甲" + "." * n,
    "digits": lambda n: "1" * n,
    "blanks": lambda n: "\u3000" * n + "一、甲",
    "contents": lambda n: "目录一、甲乙" * (n // 6),
    "quotes": lambda n: "《甲乙丙丁》印发" * (n // 8),
    "printings": lambda n: "".join(f"一、甲乙丙丁戊己{i % 50}。二、庚辛壬癸。" for i in range(n // 20)),
    "notes": lambda n: "注：1.甲。（1）乙。" * (n // 12),
}


def seconds(text):
    clean = CleanText(text, SourceDocument("x", text, ""))
    best = 9.0
    for _ in range(3):
        start = time.process_time()
        find_outline(clean, RULES)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("kind", HARD)
def test_time_grows_with_the_length_only(kind):
    small, large = seconds(HARD[kind](20_000)), seconds(HARD[kind](160_000))
    assert large < 8 * 4 * max(small, 0.002)
