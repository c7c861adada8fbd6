"""The same facts from every form of the same table; where cells run together, nothing wrong."""

from __future__ import annotations

import random
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from planlint import decode_document, extract

_spec = spec_from_file_location("generated", Path(__file__).with_name("generated.py"))
generated = module_from_spec(_spec)
import sys  # noqa: E402 - a dataclass looks for its module

sys.modules["generated"] = generated
_spec.loader.exec_module(generated)

SEEDS = (1, 2)


def facts_of(content: str | bytes, form: str) -> tuple[set, set, set]:
    """Targets, units and sums as the maker of a table knows them."""
    if isinstance(content, bytes):
        content = decode_document(content, f"plan.{form}")
    found = extract(content)
    targets = {
        (t.indicator, float(t.value), t.unit, t.deadline) for t in found.targets if t.value is not None
    }
    units = {
        (r.unit, r.role, (r.section or "").removeprefix("一、").strip("|") or None, r.deadline)
        for r in found.responsibilities
    }
    return targets, units, {(b.beneficiary, float(b.amount or 0)) for b in found.subsidies}


def made_of(kind: str, seed: int):
    return generated.KINDS[kind](random.Random(f"{kind}{seed}"))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", [*generated.PARTED, *generated.A_LINE])
@pytest.mark.parametrize("kind", generated.KINDS)
def test_the_same_facts_from_every_form(kind: str, form: str, seed: int) -> None:
    made = made_of(kind, seed)
    writer = {**generated.PARTED, **generated.A_LINE}[form]
    targets, units, sums = facts_of(writer(made), form)
    assert (targets, units, sums) == (made.targets, made.units, made.sums)


@pytest.mark.parametrize("form", ["html", "docx"])
@pytest.mark.parametrize("kind", generated.KINDS)
def test_the_text_of_a_file_gives_what_the_file_gives(kind: str, form: str) -> None:
    made = made_of(kind, 3)
    text = decode_document(generated.PARTED[form](made), f"plan.{form}").text
    assert facts_of(text, "txt") == (made.targets, made.units, made.sums)


def test_what_runs_together_gives_a_part_of_the_facts_and_nothing_else() -> None:
    wrong, right, all_ = [], 0, 0
    for kind in generated.KINDS:
        for form, writer in generated.RUN_TOGETHER.items():
            for seed in range(4):
                made = made_of(kind, seed)
                want = (made.targets, made.units, made.sums)
                for got, known in zip(facts_of(writer(made), form), want, strict=True):
                    wrong += [(kind, form, seed, fact) for fact in got - known]
                    right += len(got & known)
                    all_ += len(known)
    assert wrong == []
    print(right, all_)
    assert right / all_ >= 0.6
