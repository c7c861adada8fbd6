"""Damaged files of every format: a reader gives text or says in one line what is wrong; never anything else."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fuzz.damage import damaged_file

from planlint import PlanlintError, decode_document
from planlint.read import office

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SUFFIXES = ("txt", "docx", "pdf", "ofd", "html")
FILES = {
    suffix: [path.read_bytes() for path in sorted(SAMPLES.glob(f"*.{suffix}"))[:4]] for suffix in SUFFIXES
}


@pytest.fixture(autouse=True)
def _without_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_find_office", lambda: None)


def check(data: bytes, name: str) -> None:
    said, text, marks = "", "", ()
    try:
        source = decode_document(data, name)
        text, marks = source.text, source.marks
    except PlanlintError as error:
        said = str(error)
    assert "\n" not in said
    assert all(0 <= mark.span.start <= mark.span.end <= len(text) for mark in marks)


def run(suffix: str, seed: int) -> None:
    chance = random.Random(seed)
    data = chance.choice(FILES[suffix])
    check(damaged_file(data, suffix, chance), f"plan.{suffix}")


seeds = st.integers(min_value=0, max_value=2**48)
calm = {"deadline": None, "suppress_health_check": list(HealthCheck)}


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(seed=seeds)
@settings(max_examples=100, **calm)
def test_damaged_files(suffix: str, seed: int) -> None:
    run(suffix, seed)


@pytest.mark.nightly
@pytest.mark.parametrize("suffix", SUFFIXES)
@given(seed=seeds)
@settings(max_examples=2000, **calm)
def test_damaged_files_at_night(suffix: str, seed: int) -> None:
    run(suffix, seed)


@given(
    data=st.binary(max_size=400),
    head=st.sampled_from(
        [
            b"",
            b"PK\x03\x04",
            b"%PDF-1.7\n",
            b"<html>",
            b"\xd0\xcf\x11\xe0",
            b"{\\rtf",
            b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n",
        ]
    ),
)
@settings(max_examples=200, **calm)
def test_any_bytes_behind_any_mark(data: bytes, head: bytes) -> None:
    check(head + data, "plan")
