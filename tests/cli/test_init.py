"""`planlint init`: files that work on the day they are written, in a CI that knows no index with planlint."""

from __future__ import annotations

import pytest
import yaml

from planlint.cli.app import run

FILES = {
    "github": ".github/workflows/planlint.yml",
    "gitlab": ".gitlab-ci.yml",
    "pre-commit": ".pre-commit-config.yaml",
}


@pytest.fixture
def start(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str]:
        code = run(["init", *arguments])
        return code, capsys.readouterr().err

    return call


@pytest.mark.parametrize("ci", FILES)
@pytest.mark.parametrize(
    "source", [None, "git+https://git.example.cn/tools/planlint@v1", "vendor/plan lint.whl"]
)
def test_no_line_asks_an_index_for_planlint(ci, source, start, tmp_path):
    (tmp_path / "vendor").mkdir()
    (tmp_path / "vendor" / "plan lint.whl").touch()
    code, said = start("--ci", ci, *(["--install", source] if source else []))
    assert code == 0
    text = (tmp_path / FILES[ci]).read_text(encoding="utf-8")
    assert yaml.safe_load(text)
    assert "pip install planlint" not in text
    assert "[planlint]" not in text
    if source is None:
        assert "--install" in said
    elif ci != "pre-commit" or "://" in source:
        assert source in text


def test_github_takes_the_source_from_a_variable_where_nobody_said(start, tmp_path):
    start("--ci", "github")
    steps = yaml.safe_load((tmp_path / FILES["github"]).read_text(encoding="utf-8"))["jobs"]["planlint"][
        "steps"
    ]
    assert steps[2] == {
        "run": 'pip install "$PLANLINT_SOURCE"',
        "env": {"PLANLINT_SOURCE": "${{ vars.PLANLINT_SOURCE }}"},
    }


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        pytest.param(["--install", "git+https://x.cn/p"], "--ci", id="nothing to write it into"),
        pytest.param(
            ["--ci", "gitlab", "--install", "vendor/none.whl"], "没有这个路径", id="a path that is not there"
        ),
        pytest.param(["--ci", "gitlab", "--install", "a\nb"], "没有这个路径", id="more than a line"),
    ],
)
def test_misuse_writes_nothing(arguments, why, start, tmp_path):
    code, said = start(*arguments)
    assert code == 2
    assert why in said
    assert not list(tmp_path.iterdir())


def test_pre_commit_takes_what_check_reads(start, tmp_path):
    import re

    start("--ci", "pre-commit")
    hook = yaml.safe_load((tmp_path / FILES["pre-commit"]).read_text(encoding="utf-8"))["repos"][0]["hooks"][
        0
    ]
    assert all(re.search(hook["files"], f"方案.{kind}") for kind in ("txt", "md", "docx", "pdf", "html"))
    assert not re.search(hook["files"], "main.py")
