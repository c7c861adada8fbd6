"""Which files of a folder are read: what looks like a plan, not what .gitignore, a name or a report of our own says."""

from pathlib import Path

import pytest

from planlint.batch.inputs import find_inputs
from planlint.words import Words


@pytest.mark.parametrize(
    ("name", "read"),
    [
        pytest.param("plan.txt", True, id="a plan"),
        pytest.param("built/plan.txt", False, id="an ignored folder"),
        pytest.param("old-draft.txt", False, id="an ignored pattern"),
        pytest.param("old-kept.txt", True, id="taken back"),
        pytest.param("a/b/note.md", False, id="any folder between"),
        pytest.param("node_modules/x/doc.md", False, id="what others wrote"),
        pytest.param(".hidden/plan.txt", False, id="hidden"),
        pytest.param("README.md", False, id="a file of the repository"),
        pytest.param("sub/plan.md", True, id="a folder of plans"),
    ],
)
def test_folder(tmp_path: Path, name: str, read: bool):
    (tmp_path / ".gitignore").write_text("built/\nold-*.txt\n!old-kept.txt\na/**/note.md\n", encoding="utf-8")
    for path in (name, "always.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("云岭市工作方案\n", encoding="utf-8")
    found = {
        Path(p).relative_to(tmp_path).as_posix() for p in find_inputs([str(tmp_path)], Words("zh")).paths
    }
    assert (name in found) is read


def test_a_report_of_our_own_is_no_plan_and_a_named_file_is_always_read(tmp_path: Path):
    page = tmp_path / "report.html"
    page.write_text('<html><head><meta name="generator" content="planlint"></head></html>', encoding="utf-8")
    (tmp_path / "plan.txt").write_text("云岭市工作方案\n", encoding="utf-8")
    assert [Path(p).name for p in find_inputs([str(tmp_path)], Words("zh")).paths] == ["plan.txt"]
    assert find_inputs([str(page)], Words("zh")).paths == (str(page),)
