"""Extraction and comparison give one answer: the same mode, softener and payer for every fact of every sample."""

from pathlib import Path

import pytest

from planlint.compare.keyed import keyed_targets
from planlint.compare.vocabulary import vocabulary
from planlint.meaning.payers import payer_level
from planlint.pipeline import extract
from planlint.read import read_document
from planlint.rulebook import Rulebook

RULES = Rulebook()
WORDS = vocabulary(RULES)
ROOT = Path(__file__).resolve().parents[2]
PLANS = sorted([*(ROOT / "samples").rglob("*.txt"), *(ROOT.parent / "shared" / "corpus").glob("*.txt")])
WHOLE = "云岭市方案\n一、目标\n到2026年，新增科创载体20万平方米，其中孵化器面积达到8万平方米。\n"


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_modes_and_softeners(path: Path) -> None:
    found = extract(read_document(path), RULES)
    keyed = keyed_targets(found.targets, found.source.text, found.document.period, WORDS)
    assert [k.key.mode for k in keyed] == [t.mode for t in found.targets]
    assert [k.softener is not None for k in keyed] == [t.aspirational for t in found.targets]


def test_a_part_is_meant_as_its_whole() -> None:
    assert [t.mode for t in extract(WHOLE).targets] == ["新增", "新增"]


@pytest.mark.parametrize(
    ("text", "said", "level"),
    [
        ("由市财政给予10万元奖励。", "市财政", "市"),
        ("每家不高于200万元省级奖补。", "省级", "省"),
        ("所需资金由县财政承担，每家奖励5万元。", "县财政", "区县"),
        ("对国家级孵化器奖励20万元。", None, None),
    ],
)  # fmt: skip
def test_payers(text: str, said: str | None, level: str | None) -> None:
    subsidy = extract(f"云岭市若干措施\n一、支持\n{text}\n").subsidies[0]
    assert subsidy.payer == said
    assert payer_level(subsidy.payer, WORDS.meaning) == level
