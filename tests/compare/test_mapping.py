"""Suggestions merge nothing until a person accepts them."""

import json

import pytest


@pytest.fixture
def plans(tmp_path):
    for place, noun, n in (("云岭市", "科创服务机构", 40), ("澄江市", "科技创新服务机构", 30)):
        (tmp_path / f"{place}.txt").write_text(
            f"{place}科创行动方案\n\n一、目标\n到2025年，培育{noun}{n}家。\n", encoding="utf-8"
        )
    return tmp_path


def rows(out):
    return {
        row["key"]["noun"]: {c["plan"]: c["value"] for c in row["cells"]}
        for row in json.loads(out)["indicators"]
    }


def test_from_suggestion_to_one_row(run, plans, tmp_path) -> None:
    path = tmp_path / "对照.yaml"
    code, out, error = run("compare", plans, "--write-mapping", path, "-f", "json")
    assert code == 0
    assert str(path) in error
    assert rows(out) == {"科创服务机构": {"云岭": 40}, "科技创新服务机构": {"澄江": 30}}
    (suggestion,) = json.loads(out)["suggestions"]
    assert {suggestion["noun"], suggestion["other"]} == {"科创服务机构", "科技创新服务机构"}
    assert suggestion["score"] >= 80

    _, untouched, _ = run("compare", plans, "--mapping", path, "-f", "json")
    assert rows(untouched) == rows(out)

    path.write_text(
        path.read_text(encoding="utf-8").replace("accept: false", "accept: true"), encoding="utf-8"
    )
    code, merged, error = run("compare", plans, "--mapping", path, "-f", "json")
    assert (code, error) == (0, "")
    assert list(rows(merged).values()) == [{"云岭": 40, "澄江": 30}]
    assert json.loads(merged)["indicators"][0]["comparable"]

    # what was accepted is kept when the file is written again
    run("compare", plans, "--mapping", path, "--write-mapping", path, "-f", "json")
    _, again, _ = run("compare", plans, "--mapping", path, "-f", "json")
    assert rows(again) == rows(merged)


def test_a_user_extends_the_nouns(run, plans, tmp_path) -> None:
    rules = tmp_path / "规则" / "lexicon"
    rules.mkdir(parents=True)
    (rules / "indicators.yaml").write_text("nouns:\n  科创服务机构: [科技创新服务机构]\n", encoding="utf-8")
    code, out, error = run("compare", plans, "--rules", tmp_path / "规则", "-f", "json")
    assert code == 0, error
    assert rows(out) == {"科创服务机构": {"云岭": 40, "澄江": 30}}
