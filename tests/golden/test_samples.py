"""The samples against their known answers: every fact that a person wrote down, and no other."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
import yaml

from planlint import extract, read_document
from planlint.report.record import report_of

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NAMES = sorted(path.stem for path in (SAMPLES / "expected").glob("*.yaml"))


def flat(text: str | None) -> str:
    """One shape for widths and blanks, so that the answer can be written as a person reads it."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text or ""))


@pytest.fixture(scope="module", params=NAMES)
def sample(request: pytest.FixtureRequest) -> tuple[dict, dict]:
    """The known answer of one sample and the report of planlint on it."""
    name = request.param
    answer = yaml.safe_load((SAMPLES / "expected" / f"{name}.yaml").read_text(encoding="utf-8"))
    return answer, report_of(extract(read_document(SAMPLES / f"{name}.txt")))


def test_document(sample: tuple[dict, dict]) -> None:
    answer, report = sample
    for key, value in answer["document"].items():
        got = report["document"][key]
        if key == "period":
            got = [got["start"], got["end"]] if got else None
            assert got == value
        else:
            assert flat(got) == flat(value), key


def test_sections(sample: tuple[dict, dict]) -> None:
    answer, report = sample
    got = [(flat(s["label"] + s["heading"]), s["level"]) for s in report["sections"]]
    want = [(flat(line.rsplit(" ", 1)[0]), int(line.rsplit(" ", 1)[1])) for line in answer["sections"]]
    assert [(g[0][: len(w[0])], g[1]) for g, w in zip(got, want, strict=False)] == want
    assert len(got) == len(want)


def test_targets(sample: tuple[dict, dict]) -> None:
    answer, report = sample

    def row(t: dict) -> tuple:
        return (t["comparator"], t["value"], t.get("value_max"), t["unit"], t["deadline"], t.get("recurrence"),
                bool(t.get("aspirational")), bool(t.get("placeholder")), t.get("baseline"), t.get("baseline_year"), t.get("attribute"))  # fmt: skip

    assert [row(t) for t in report["targets"]] == [row(t) for t in answer["targets"]]
    for got, want in zip(report["targets"], answer["targets"], strict=True):
        assert flat(want["indicator"]) in flat(got["indicator"])


def test_milestones(sample: tuple[dict, dict]) -> None:
    answer, report = sample
    assert [(m["deadline"], flat(m["quote"])) for m in report["milestones"]] == [
        (str(m["deadline"]), flat(m["quote"])) for m in answer["milestones"]
    ]


def test_subsidies(sample: tuple[dict, dict]) -> None:
    answer, report = sample
    money = ("amount", "amount_min", "amount_max", "rate", "cap")
    assert [tuple(b.get(k) for k in money) for b in report["subsidies"]] == [
        tuple(b.get(k) for k in money) for b in answer["subsidies"]
    ]
    for got, want in zip(report["subsidies"], answer["subsidies"], strict=True):
        assert flat(want["beneficiary"]) in flat(got["beneficiary"])
        assert want.get("per") in (None, got["per"])


def test_responsibilities(sample: tuple[dict, dict]) -> None:
    answer, report = sample
    got = [(flat(r["unit"]), r["role"], flat(r["section"])) for r in report["responsibilities"]]
    assert got == [(flat(r["unit"]), r["role"], flat(r["section"])) for r in answer["responsibilities"]]


def test_citations(sample: tuple[dict, dict]) -> None:
    answer, report = sample
    got = [(flat(c["title"]), flat(c["document_number"])) for c in report["citations"]]
    assert got == [(flat(c["title"]), flat(c["document_number"])) for c in answer["citations"]]


def test_grounded(sample: tuple[dict, dict]) -> None:
    _, report = sample
    text = read_document(report["source"]["path"]).text
    for kind in ("targets", "milestones", "subsidies", "responsibilities", "citations", "numbers"):
        for fact in report[kind]:
            assert fact["quote"] == text[fact["span"]["start"] : fact["span"]["end"]]
