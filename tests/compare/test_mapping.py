"""Suggestions merge nothing until a person accepts them."""

import json

import pytest

from planlint.comparing import Wishes, compare, facts_of
from planlint.read import read_document


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


GOAL = "{place}科创行动方案\n\n一、目标\n到{year}年，{goal}。\n"


def suggested(tmp_path, *plans):
    facts = []
    for place, year, goal in plans:
        path = tmp_path / f"{place}.txt"
        path.write_text(GOAL.format(place=place, year=year, goal=goal), encoding="utf-8")
        facts.append(facts_of(read_document(path)))
    (found,) = compare(facts, wishes=Wishes(suggest=True)).suggestions
    return found


@pytest.mark.parametrize(
    ("goals", "gains", "remains", "conflicts"),
    [
        pytest.param(
            [("云岭市", 2025, "培育科创服务机构40家"), ("澄江市", 2025, "培育科技创新服务机构30家")],
            2, (), (), id="comparable at once",
        ),
        pytest.param(
            [("云岭市", 2025, "培育科创服务机构40家"), ("澄江市", 2025, "科技创新服务机构达到30家")],
            0, ("mode",), (), id="modes still differ",
        ),
        pytest.param(
            [("云岭市", 2025, "培育科创服务机构40家"), ("澄江市", 2027, "培育科技创新服务机构30家")],
            0, (), (), id="no year in common",
        ),
        pytest.param(
            [
                ("云岭市", 2025, "培育科创服务机构40家，培育科创服务机构50家"),
                ("澄江市", 2025, "培育科技创新服务机构30家"),
            ],
            0, (), ("云岭",), id="a plan with two values",
        ),
    ],
)  # fmt: skip
def test_a_suggestion_says_what_accepting_it_does(tmp_path, goals, gains, remains, conflicts) -> None:
    found = suggested(tmp_path, *goals)
    assert (found.gains, found.remains, found.conflicts) == (gains, remains, conflicts)


def test_neighbours_say_why_they_are_other_rows(tmp_path) -> None:
    goals = "农村公路达到300公里，农村公路投资20亿元，公路里程达到900公里，高速公路里程达到90公里"
    path = tmp_path / "云岭市.txt"
    path.write_text(GOAL.format(place="云岭市", year=2025, goal=goals), encoding="utf-8")
    rows = compare([facts_of(read_document(path))] * 1).indicators
    for row in rows:
        for near in row.neighbours:
            assert near.reasons
            (back,) = [
                n for other in rows if other.key == near.key for n in other.neighbours if n.key == row.key
            ]
            assert back.reasons == near.reasons
