"""Review files that somebody made up: whatever stands in them, each line is laid over the plan or told, and nothing breaks."""

import json
import random
from pathlib import Path

import pytest

from planlint.review.desk import Plan
from planlint.review.journal import journal_path
from planlint.review.page import state_of
from planlint.rulebook import Rulebook
from planlint.words import Words

STRANGE = (
    None, True, -1, 0, 3.5, 10**30, "", "x", "\ud800", "\x00\u202e", [], [1, 2], {}, {"a": 1}, "NaN", [[]], "2027", "targets", "reject", "role", "宋" * 5000,
)  # fmt: skip


SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "review" / "lanhe.txt"


@pytest.mark.parametrize("seed", range(12))
def test_made_up_lines(run, tmp_path, seed) -> None:
    chance = random.Random(seed)
    text, actions = (
        SAMPLE.read_text(encoding="utf-8"),
        journal_path(SAMPLE).read_text(encoding="utf-8").splitlines(),
    )
    plan = tmp_path / "plan.txt"
    plan.write_text(text, encoding="utf-8")
    made = []
    for line in actions * 3:
        record = json.loads(line)
        record["id"] = f"{chance.random()}"
        for _ in range(chance.randint(0, 2)):
            inner = chance.choice(
                [
                    record,
                    record.setdefault("set", {}),
                    record.setdefault("fact", {}),
                    record.setdefault("to", {}),
                ]
            )
            if isinstance(inner, dict):
                inner[chance.choice([*record, "value", "role", "deadline", "span", "quote"])] = chance.choice(
                    STRANGE
                )
        made.append(json.dumps(record))
    made.append("[" * 100_000)
    journal_path(plan).write_bytes("\n".join(made).encode() + b"\n\xff\xfe\n")
    for form in ("json", "console", "html"):
        code, out, error = run("extract", plan, "--reviewed", "-f", form)
        assert (code, bool(out)) == (2, True)
        assert "内部错误" not in error
        assert all(line.startswith("planlint: ") for line in error.splitlines())
    report = json.loads(run("extract", plan, "--reviewed", "-f", "json")[1])
    for kind in ("targets", "subsidies", "responsibilities", "numbers"):
        for fact in report[kind]:
            assert fact["quote"] == text[fact["span"]["start"] : fact["span"]["end"]]
    for lang in ("zh", "en"):  # and the page can show it
        state = state_of(Plan(str(plan), Rulebook()).seen(), Words(lang))
        assert state["items"].count("<li") == state["items"].count("</li>")
    assert run("score", plan)[0] == 2
    assert run("review", plan, "--export", "doccano")[0] == 2
