"""The page of a comparison: every cell opens its evidence, nothing is fetched, nothing in a plan becomes markup."""

import re

import pytest

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def page(run, samples, page_of):
    code, out, error = run("compare", *samples, "--format", "html")
    assert (code, error) == (0, "")
    return page_of(out)


def entries(page) -> dict[str, str]:
    return {
        a["id"]: text
        for tag, a, text in page.elements
        if tag == "li" and re.fullmatch(r"e\d+", a.get("id", ""))
    }


def test_the_page_is_well_formed_and_alone(page, unclean) -> None:
    assert page.problems == []
    assert unclean(page) == []
    ids = [a["id"] for _, a, _ in page.elements if "id" in a]
    assert len(ids) == len(set(ids))
    assert len(page.find("script")) == 1


def test_every_link_inside_the_page_leads_somewhere(page) -> None:
    ids = {a["id"] for _, a, _ in page.elements if "id" in a}
    links = [a["href"] for tag, a, _ in page.elements if tag == "a"]
    assert len(links) > 50
    assert {link[1:] for link in links} <= ids
    for _, attributes, _ in page.find(data_refs=True):
        assert {f"e{ref}" for ref in attributes["data-refs"].split()} <= ids


def test_every_quote_is_the_source(page, samples) -> None:
    quotes = [text for _, _, text in page.find(class_="quote")]
    texts = [path.read_text(encoding="utf-8") for path in samples]
    assert len(quotes) > 20
    for quote in quotes:
        assert any(quote in text for text in texts), quote


def test_the_cells_are_those_of_the_comparison(page) -> None:
    texts = [text for _, _, text in page.find("a", class_="chip")]
    assert any(t.startswith(">340家") and "累计" in t for t in texts)
    assert any(t.startswith("≥40家") and "#1" in t for t in texts)
    assert any(t.startswith("≥10家") and "力争" in t and "#2" in t for t in texts)


def test_three_kinds_of_empty_are_told_apart(page) -> None:
    matrix = next(e for e in page.find("table") if e[1].get("id") == "indicator-t")
    assert matrix
    mentioned, blank = page.find("a", class_="mentioned"), page.find("a", class_="blank")
    assert [e[1]["data-title"] for e in mentioned] == ["石溪 · 科技型中小企业 · 培育"]
    assert [e[1]["data-title"] for e in blank] == ["石溪 · 科创载体面积 · 新增 · 2025"]
    empty = page.find("td", class_="empty")
    assert empty
    assert all("未提及" in e[2] for e in empty)
    assert not any(e[2].strip() == "0" for e in page.find("td"))


def test_rows_that_cannot_be_compared_say_why_and_have_no_rank(page) -> None:
    refused = page.find("tr", class_="refused")
    assert len(refused) == 2
    for _, attributes, text in refused:
        assert "不同：" in text
        assert "#1" not in text
        assert "data-ranked" not in attributes


def test_money_from_above_is_marked(page) -> None:
    upper = page.find("a", class_="upper")
    assert upper
    assert all("石溪" in e[1]["data-title"] and "争取" in e[1]["data-title"] for e in upper)


@pytest.mark.parametrize("by", ["indicator", "subsidy", "unit", "timeline", "text"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_facet_alone(run, samples, page_of, by, lang) -> None:
    code, out, _ = run("compare", *samples, "--format", "html", "--by", by, "--lang", lang)
    page = page_of(out)
    assert code == 0
    assert page.problems == []
    sections = [a["id"] for _, a, _ in page.find("section")]
    assert sections == ["plans", by, "evidence"]


def test_markup_in_a_plan_is_text(run, tmp_path, page_of, unclean) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(
            f"云岭市{name}{HOSTILE}方案\n一、目标\n到2025年，培育{HOSTILE}企业40家。\n"
            f"二、政策\n（一）{HOSTILE}扶持。对“><img src=x onerror=alert(1)>企业给予30万元奖励。（责任单位：<b>市科技局</b>）\n"
            f"2024年6月底前，出台{HOSTILE}管理办法。\x00\x1b[31m\u202e反\n",
            encoding="utf-8",
        )  # fmt: skip
    code, out, error = run(
        "compare", tmp_path, "--format", "html", "--label", f"a={HOSTILE}", "--label", "b=\"'><b onclick>"
    )
    assert code == 0, error
    page = page_of(out)
    assert len(page.find("script")) == 1
    assert page.find("img") == []
    assert unclean(page) == []
    assert page.problems == []
    assert "\x00" not in out
    assert "\u202e" not in out
    assert HOSTILE in "".join(entries(page).values())


def test_many_plans_are_a_long_list(run, tmp_path, page_of) -> None:
    for i in range(24):
        (tmp_path / f"p{i:02}.txt").write_text(
            f"第{i}市科创行动方案（2023—2025年）\n一、目标\n到2025年，培育高新技术企业{i + 3}家。\n2024年{i % 12 + 1}月底前，出台管理办法。\n"
            "二、任务\n（一）培育。对科技企业孵化器给予20万元奖励。（责任单位：市科技局）\n",
            encoding="utf-8",
        )  # fmt: skip
    code, out, _ = run("compare", tmp_path, "--format", "html")
    page = page_of(out)
    assert code == 0
    assert page.problems == []
    (table,) = [e for e in page.find("table") if e[1].get("id") == "indicator-t"]
    assert "≥" in table[2] or "26家" in table[2]
    assert len(page.find("div", class_="lane")) == 1


def test_written_to_a_file_or_a_folder(run, samples, tmp_path) -> None:
    code, out, _ = run("compare", *samples, "--format", "html", "-o", tmp_path / "比较.html")
    assert (code, out) == (0, "")
    code, _, _ = run("compare", *samples, "--format", "html", "-o", f"{tmp_path}/夹/")
    assert code == 0
    first, second = (tmp_path / "比较.html").read_bytes(), (tmp_path / "夹" / "comparison.html").read_bytes()
    assert first == second
    assert first.startswith(b"<!doctype html>")


def test_a_click_opens_the_quote(run, samples, tmp_path, browser) -> None:
    path = tmp_path / "c.html"
    run("compare", *samples, "--format", "html", "-o", path)
    browser.open(path)
    chip = '#indicator-t a.chip[data-title^="石溪 · 高新技术企业"]'
    assert browser.run("document.getElementById('panel').hidden") is True
    browser.click(chip)
    said = browser.run("document.getElementById('panel').innerText")
    assert "培育高新技术企业不少于40家" in said
    assert "石溪" in said
    assert "第 7 行" in said
    assert browser.run("document.activeElement.id") == "panel"
    browser.key("Escape")
    assert browser.run("document.getElementById('panel').hidden") is True
    assert browser.run("document.activeElement.dataset.title").startswith("石溪 · 高新技术企业")
    assert browser.errors == []
    assert browser.requests == [path.resolve().as_uri()]


def test_pointing_and_the_keyboard_show_it_too(run, samples, tmp_path, browser) -> None:
    path = tmp_path / "c.html"
    run("compare", *samples, "--format", "html", "-o", path)
    browser.open(path)
    browser.hover("#indicator-t a.chip.blank")
    assert "xx万平方米" in browser.run("document.getElementById('panel').innerText")
    browser.run("document.querySelector('[data-for=\"indicator-t\"]:last-of-type').focus()")
    browser.key("Tab")
    browser.key("Tab")
    assert browser.run("document.activeElement.matches('#indicator-t a.chip, .scroll')")
    browser.run("document.querySelector('#timeline a.mark').focus()")
    browser.key("Enter", "\r")
    assert browser.run("document.getElementById('panel').classList.contains('pinned')")
    browser.key("Escape")
    browser.click("#subsidy .step.upper a.chip")
    assert "500万元" in browser.run("document.getElementById('panel').innerText")
    assert browser.errors == []


def test_rows_are_searched_and_filtered(run, samples, tmp_path, browser) -> None:
    path = tmp_path / "c.html"
    run("compare", *samples, "--format", "html", "-o", path)
    browser.open(path)
    shown = (
        "[...document.querySelectorAll('#indicator-t [data-row]')].filter(r => r.checkVisibility()).length"
    )
    every = browser.run(shown)
    browser.type('[data-filter="indicator-t"]', "众创空间")
    assert 0 < browser.run(shown) < every
    browser.run("document.querySelector('[data-filter=\"indicator-t\"]').value = ''")
    browser.click('[data-only="ranked"]')
    assert browser.run(shown) == 2
    assert browser.errors == []


@pytest.mark.parametrize("width", [390, 820, 1280])
def test_no_width_makes_the_page_scroll_sideways(run, samples, tmp_path, browser, width) -> None:
    path = tmp_path / "c.html"
    run("compare", *samples, "--format", "html", "-o", path)
    browser.size(width, phone=width < 600)
    browser.open(path)
    assert browser.run("document.documentElement.scrollWidth") <= width
    browser.click("#indicator-t a.chip")
    box = browser.run(
        "(() => { const r = document.getElementById('panel').getBoundingClientRect(); return [r.left, r.right]; })()"
    )
    assert box[0] >= 0
    assert box[1] <= width


def test_nothing_in_a_hostile_plan_runs(run, tmp_path, browser) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(
            f"云岭市{name}方案\n一、目标\n到2025年，培育<script>document.title='坏'</script><img src=x onerror=\"document.title='坏'\">企业40家。\n",
            encoding="utf-8",
        )
    path = tmp_path / "c.html"
    run("compare", tmp_path, "--format", "html", "-o", path)
    browser.open(path)
    browser.click("#indicator-t a.chip")
    assert "坏" not in browser.run("document.title")
    assert "<script>" in browser.run("document.getElementById('panel').innerText")
    assert len(browser.requests) == 1
    assert browser.errors == []
