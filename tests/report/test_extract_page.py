"""The page of an extraction: the source text whole, every fact marked in it, ways from text to table and back."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))


def pages_of(run, path, page_of, *options):
    code, out, error = run("extract", path, "--format", "html", *options)
    assert code == 0, error
    return page_of(out)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_the_text_is_whole_and_every_fact_is_marked(run, path, page_of, unclean) -> None:
    from planlint import read_document

    page = pages_of(run, path, page_of)
    source = read_document(str(path)).text
    assert page.problems == []
    assert unclean(page) == []
    lines = [text for _, _, text in page.find("div", class_="line")]
    assert "".join(lines) == source.translate({0xFFFE: "\ufffd"})
    _, out, _ = run("extract", path, "--format", "json")
    report = json.loads(out)
    marks = page.find("a", class_="mark")
    for kind, letter in (("targets", "t"), ("milestones", "m"), ("subsidies", "s"), ("responsibilities", "r"),
                         ("citations", "c"), ("numbers", "n"), ("sections", "h")):  # fmt: skip
        for i, fact in enumerate(report[kind], 1):
            key = f"d1-{letter}{i}"
            covered = "".join(text for _, a, text in marks if key in a["data-refs"].split())
            assert covered == source[fact["span"]["start"] : fact["span"]["end"]]
            assert page.find("tr", id_=f"e{key}")
    ids = [a["id"] for _, a, _ in page.elements if "id" in a]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for tag, a, _ in page.elements if tag == "a"} <= set(ids)


def test_numbers_say_their_role(run, page_of) -> None:
    page = pages_of(run, ROOT / "samples" / "subsidy-measures.txt", page_of)
    said = {a["data-title"] for _, a, _ in page.find("a", class_="mark")}
    assert any("数字：补贴金额" in title and "补贴资金" in title for title in said)


def test_only_the_kinds_that_were_asked_for(run, page_of) -> None:
    page = pages_of(run, SAMPLES[0], page_of, "--only", "targets", "--lang", "en")
    assert {a["data-kinds"] for _, a, _ in page.find("a", class_="mark")} == {"targets"}
    assert [a["data-table"] for _, a, _ in page.find("details")] == ["targets"]


def test_several_plans_in_one_page_and_in_a_folder(run, page_of, tmp_path) -> None:
    code, out, _ = run("extract", *SAMPLES[:3], "--format", "html")
    page = page_of(out)
    assert code == 0
    assert page.problems == []
    assert len(page.find("article")) == 3
    ids = [a["id"] for _, a, _ in page.elements if "id" in a]
    assert len(ids) == len(set(ids))
    code, _, _ = run("extract", *SAMPLES[:3], "--format", "html", "-o", f"{tmp_path}/")
    assert code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(
        ["index.html", *(f"{p.stem}.html" for p in SAMPLES[:3])]
    )


def test_markup_in_a_plan_is_text(run, page_of, tmp_path) -> None:
    path = tmp_path / "a<b>.txt"
    path.write_text(
        "云岭市<script>alert(1)</script>方案\n一、目标\n到2025年，培育</div></a><img src=x onerror=alert(1)>企业40家。\r\n\x00\u202e\n",
        encoding="utf-8",
        newline="",
    )
    page = pages_of(run, path, page_of)
    assert page.problems == []
    assert len(page.find("script")) == 1
    assert page.find("img") == []
    assert "\x00" not in "".join(text for _, _, text in page.elements)


def test_an_empty_plan_has_a_page(run, page_of, tmp_path) -> None:
    path = tmp_path / "空.txt"
    path.write_text("通知\n", encoding="utf-8")
    page = pages_of(run, path, page_of)
    assert page.problems == []


def test_clicks_lead_both_ways(run, tmp_path, browser) -> None:
    path = tmp_path / "e.html"
    run("extract", ROOT / "samples" / "subsidy-measures.txt", "--format", "html", "-o", path)
    browser.open(path)
    browser.click('a.mark[data-refs~="d1-s3"]')
    said = browser.run("document.getElementById('panel').innerText")
    assert "开展临床试验的企业" in said
    assert "300万" in said
    assert browser.run("document.getElementById('ed1-s3').classList.contains('lit')")
    browser.key("Escape")
    browser.click("#ed1-s15 a.goto")
    assert browser.run("location.hash") == "#f-d1-s15"
    assert browser.run("document.activeElement.dataset.refs.split(' ')[0]") == "d1-s15"
    # the page lights its marks when it hears of the new address, which is after the click
    browser.run("new Promise(done => setTimeout(done, 300))")
    lit = browser.run("[...document.querySelectorAll('a.mark.lit')].map(m => m.textContent).join('')")
    assert lit.startswith("按合同金额的30%")
    assert browser.errors == []
    assert len({r.partition("#")[0] for r in browser.requests}) == 1


def test_kinds_can_be_hidden_and_text_found(run, tmp_path, browser) -> None:
    path = tmp_path / "e.html"
    run("extract", ROOT / "samples" / "clean-action-plan.txt", "--format", "html", "-o", path)
    browser.open(path)
    shown = "[...document.querySelectorAll('a.mark')].filter(m => m.dataset.kinds.split(' ').includes('targets')).length"
    assert browser.run(shown) > 3
    browser.click('[data-kind="targets"]')
    assert browser.run(shown) == 0
    assert browser.run("document.querySelector('[data-table=\"targets\"]').hidden")
    browser.click('[data-kind="targets"]')
    assert browser.run(shown) > 3
    browser.type("#find-text", "孵化")
    count = browser.run("document.getElementById('find-hits').textContent")
    text = (ROOT / "samples" / "clean-action-plan.txt").read_text(encoding="utf-8")
    assert count == f"1 / {text.count('孵化')} 处"
    browser.key("Enter", "\r")
    assert browser.run("document.getElementById('find-hits').textContent").startswith("2 /")
    browser.hover('a.mark[data-kinds="numbers"]')
    assert browser.run("document.getElementById('panel').hidden") is False
    assert browser.errors == []


@pytest.mark.parametrize("width", [390, 1280])
def test_no_width_makes_the_page_scroll_sideways(run, tmp_path, browser, width) -> None:
    path = tmp_path / "e.html"
    run("extract", *SAMPLES, "--format", "html", "-o", path)
    browser.size(width, phone=width < 600)
    browser.open(path)
    assert browser.run("document.documentElement.scrollWidth") <= width
