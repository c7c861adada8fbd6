"""A case is made from its kind and its number alone: `text 4711` is the same text on every machine, and can be had again."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tests.fuzz.damage import damaged_file
from tests.fuzz.invariants import Outputs, hold_for_file, hold_for_text
from tests.fuzz.mutations import mutated, piece_of
from tests.fuzz.plans import plan

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
# Real plans beside the checkout, where there are any, are mutated as well.
CORPUS = ROOT.parent / "shared" / "corpus"
SUFFIXES = ("txt", "md", "docx", "pdf", "ofd", "html")
KINDS = ("text", "grammar", *(f"file-{suffix}" for suffix in SUFFIXES))
# All outputs of a text cost a hundred times its extraction, that of a file ten times its reading.
EVERY_DEEP = 200
EVERY_EXTRACTED = 20


@dataclass(frozen=True, slots=True)
class Case:
    """One input: a text with another to compare it with, or the bytes of a file; `deep` asks for every output."""

    kind: str
    seed: int
    text: str = ""
    other: str = ""
    data: bytes = b""
    name: str = ""
    deep: bool = False

    @property
    def size(self) -> int:
        """Characters, or bytes."""
        return len(self.text) + len(self.data)

    def hold(self) -> Outputs:
        """Raises where something does not hold; all outputs otherwise."""
        if self.name:
            return hold_for_file(self.data, self.name, deep=self.deep)
        return hold_for_text(self.text, self.other, deep=self.deep)


def case_of(kind: str, seed: int) -> Case:
    """The case of this kind and number."""
    chance = random.Random(f"{kind} {seed}")
    if kind.startswith("file-"):
        suffix = kind.removeprefix("file-")
        data = damaged_file(chance.choice(files(suffix)), "txt" if suffix == "md" else suffix, chance)
        return Case(kind, seed, data=data, name=f"plan.{suffix}", deep=seed % EVERY_EXTRACTED == 0)
    deep = seed % EVERY_DEEP == 0
    other = plan(chance)
    if kind == "grammar":
        text = plan(chance)
        return Case(
            kind, seed, mutated(text, [other], chance) if chance.random() < 0.5 else text, other, deep=deep
        )
    text = mutated(piece_of(chance.choice(texts()), chance), [other, *chance.sample(texts(), 2)], chance)
    return Case(
        kind, seed, text, mutated(text, [other], chance) if chance.random() < 0.5 else other, deep=deep
    )


@lru_cache(maxsize=1)
def texts() -> tuple[str, ...]:
    """What is mutated: our samples, and the real plans where they are."""
    paths = [
        *sorted(SAMPLES.rglob("*.txt")),
        *sorted(CORPUS.glob("*.txt")),
        *sorted(CORPUS.glob("more/*.txt")),
    ]
    return tuple(path.read_bytes().decode("utf-8", "replace") for path in paths)


@lru_cache(maxsize=8)
def files(suffix: str) -> tuple[bytes, ...]:
    """The samples of a format; the longest are left to slower days."""
    paths = sorted(SAMPLES.rglob(f"*.{suffix}")) or sorted(SAMPLES.rglob("*.txt"))
    found = [path.read_bytes() for path in paths]
    return tuple(data for data in found if len(data) < 200_000)[:12]
