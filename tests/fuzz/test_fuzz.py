"""A little of the fuzzer in each run of the tests, and every input that failed once. More of it: `python -m tests.fuzz --minutes 60`."""

import pytest
from tests.fuzz.cases import KINDS, Case, case_of
from tests.fuzz.found import kept
from tests.fuzz.shrink import shrunk


@pytest.mark.parametrize("kind", KINDS)
def test_all_holds(kind: str) -> None:
    for seed in range(1, 31):
        case_of(kind, seed).hold()


@pytest.mark.parametrize("kind", ["text", "grammar"])
def test_every_output_holds(kind: str) -> None:
    case_of(kind, 0).hold()


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in kept()])
def test_what_failed_once_holds(case: Case) -> None:
    case.hold()


def test_a_case_is_the_same_each_time() -> None:
    for kind in KINDS:
        assert case_of(kind, 7) == case_of(kind, 7)


def test_a_failing_case_is_made_short(monkeypatch: pytest.MonkeyPatch) -> None:
    def hold(case: Case) -> dict[str, str]:
        if "坏" in case.text and "了" in case.text:
            raise ValueError
        return {}

    monkeypatch.setattr(Case, "hold", hold)
    assert shrunk(Case("text", 0, "很多别的字" * 40 + "坏" + "别的字" * 30 + "了。", "另一份")).text == "坏了"
