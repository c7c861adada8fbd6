"""The outline of the annotated plans, where they lie next to the checkout."""

from __future__ import annotations

import json
from pathlib import Path
from unicodedata import normalize

import pytest

from planlint.model.document import SourceDocument
from planlint.outline import find_outline
from planlint.rulebook import Rulebook

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = sorted((SHARED / "gold" / "dev").glob("*.json"))


def key(label, heading):
    label, heading = ("".join(normalize("NFKC", part).split()) for part in (label, heading))
    return label.strip(".()、"), heading[:6]


@pytest.mark.skipif(not GOLD, reason="the annotated plans are not next to this checkout")
def test_sections_of_the_annotated_plans():
    clean_text = pytest.importorskip("planlint.clean").clean_text
    rules = Rulebook()
    found = wanted = reported = 0
    for path in GOLD:
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (SHARED / "corpus" / gold["doc"]).read_text(encoding="utf-8")
        outline = find_outline(clean_text(SourceDocument(gold["doc"], text, ""), rules), rules)
        want = [(*key(s["label"], s["heading"]), s["level"]) for s in gold["sections"]]
        have = [(*key(s.label, s.heading), s.level) for s in outline.sections]
        wanted += len(want)
        reported += len(have)
        found += sum(have.count(one) and 1 for one in want)
    assert 2 * found / (wanted + reported) >= 0.98
