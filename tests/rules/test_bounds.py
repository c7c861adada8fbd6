"""Files of a user that were made to do harm: aliases, nesting, fan-out, length and number have bounds, and each says so in a line."""

import json
from pathlib import Path

import pytest

from planlint.check.baseline import read_baseline
from planlint.check.config import layers as config
from planlint.check.config.layers import read_layers
from planlint.errors import RulebookError
from planlint.rulebook import bounded_yaml
from planlint.rulebook.book import Rulebook, read_yaml
from planlint.rulebook.places import read_placed


def bomb(levels: int) -> str:
    """Aliases nine times nine times nine …: a few lines that stand for 9 to the power of `levels`."""
    lines = ["l0: &l0 [a, a, a, a, a, a, a, a, a]"]
    lines += [f"l{i}: &l{i} [{', '.join([f'*l{i - 1}'] * 9)}]" for i in range(1, levels)]
    return "\n".join([*lines, f"ignore: *l{levels - 1}\n"])


@pytest.mark.parametrize("reader", [read_yaml, read_placed])
@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param(bomb(9), "别名展开后的值过多", id="aliases of aliases"),
        pytest.param("a: &a [*a]\n", "绕回自身", id="an alias of itself"),
        pytest.param("a: &a {b: {c: *a}}\n", "绕回自身", id="an alias of what it stands in"),
        pytest.param("- " * 3000 + "a\n", "nesting", id="lists in lists"),
        pytest.param("a: " + "[" * 20_000, "YAML", id="brackets"),
        pytest.param("a: b\n" * 10 + "#" * (bounded_yaml.LARGEST + 1), "文件过长", id="length"),
    ],
)
def test_yaml(tmp_path: Path, reader, text: str, what: str) -> None:
    path = tmp_path / "planlint.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RulebookError) as caught:
        reader(path)
    (line,) = caught.value.problems
    assert line.startswith(f"{path}:")
    assert what in line


def test_plain_aliases_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: &a [1, 2]\nb: *a\n", encoding="utf-8")
    assert read_yaml(path) == {"a": [1, 2], "b": [1, 2]}


def test_a_file_that_many_extend_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fan-out of four, twelve deep: 16 million ways down, 13 files."""
    for depth in range(13):
        below = ", ".join([f"{depth + 1}.yaml"] * 4) if depth < 12 else ""
        (tmp_path / f"{depth}.yaml").write_text(f"extends: [{below}]\n", encoding="utf-8")
    read: list[Path] = []
    plain = config.read_placed

    def counted(path: Path):
        read.append(path)
        return plain(path)

    monkeypatch.setattr(config, "read_placed", counted)
    layers, problems = read_layers(tmp_path / "0.yaml")
    assert problems == []
    assert len(read) == len(layers) == 13


def test_a_chain_of_files_without_end(tmp_path: Path) -> None:
    for i in range(300):
        (tmp_path / f"{i}.yaml").write_text(f"extends: [{i + 1}.yaml]\n", encoding="utf-8")
    _, problems = read_layers(tmp_path / "0.yaml")
    assert any("引用的配置文件过多（上限 100 份）" in str(problem) for problem in problems)


def test_a_circle_of_files(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("extends: [b.yaml]\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("extends: [a.yaml]\n", encoding="utf-8")
    _, problems = read_layers(tmp_path / "a.yaml")
    assert any("绕回自身" in str(problem) for problem in problems)


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"planlint-baseline": 1, "files": ' + '{"a":' * 50_000, json.dumps([1])]
)
def test_baselines(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RulebookError) as caught:
        read_baseline(path)
    assert len(caught.value.problems) == 1


def test_rules_without_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded_yaml, "MOST_FILES", 300)
    (tmp_path / "roles").mkdir()
    for i in range(301):
        (tmp_path / "roles" / f"{i}.yaml").touch()
    with pytest.raises(RulebookError, match="规则文件过多"):
        Rulebook((tmp_path,)).files("roles")
