"""Inputs that failed once, kept as tests: a file for each in tests/fuzz/kept/."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

from tests.fuzz.cases import Case

FOLDER = Path(__file__).resolve().parent / "kept"


def keep(case: Case) -> str:
    """Write the case down; the name of its file."""
    record = {
        "kind": case.kind,
        "seed": case.seed,
        "deep": case.deep,
        **(
            {"name": case.name, "data": base64.b64encode(case.data).decode()}
            if case.name
            else {"text": case.text, "other": case.other}
        ),
    }
    text = json.dumps(record, ensure_ascii=True, indent=1) + "\n"
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{hashlib.sha256(text.encode()).hexdigest()[:10]}.json"
    path.write_text(text, encoding="utf-8")
    return path.name


def kept() -> list[tuple[str, Case]]:
    """The cases and the names of their files."""
    found = []
    for path in sorted(FOLDER.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        data = base64.b64decode(record.pop("data", ""))
        found.append((path.stem, Case(data=data, **record)))
    return found
