"""`--watch` runs again when a plan changes, and lives through a configuration that is wrong for the moment."""

from pathlib import Path

import pytest

from planlint.checkrun.wishes import Wishes
from planlint.cli.checking import watch
from planlint.cli.checking.watch import watch_plans
from planlint.words import Words


def test_a_change_starts_another_run(tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("云岭市实施方案\n一、任务\n支持其它主体，完善服务体系。\n", encoding="utf-8")

    def change(_pause: float) -> None:
        """What happens while nothing is waited for."""
        plan.write_text(
            "云岭市实施方案\n一、任务\n支持其他主体，完善服务体系，产值达到xx亿元。\n", encoding="utf-8"
        )

    monkeypatch.setattr(watch.time, "sleep", change)
    code = watch_plans(Wishes((str(plan),), select=("WRD004", "STR001")), Words("zh"), rounds=2, pause=0.05)
    shown = capsys.readouterr().out
    assert shown.index("WRD004") < shown.index("STR001")
    assert code == 1
