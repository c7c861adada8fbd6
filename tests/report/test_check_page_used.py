"""The page of a check in a browser: clicks lead both ways, tools leave out rows and marks alike, it prints and fits a phone."""

from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SHOWN_ROWS = "[...document.querySelectorAll('tr.card')].filter(r => r.offsetParent).length"
SHOWN_MARKS = "[...document.querySelectorAll('a.mark')].filter(m => m.dataset.kinds).length"
# the page lights its marks when it hears of the new address, which is after the click
MOMENT = "new Promise(done => setTimeout(done, 300))"


@pytest.fixture
def opened(run, tmp_path, browser):
    """The page of a sample, open in the browser."""

    def made(name, *options):
        path = tmp_path / "c.html"
        run("check", SAMPLES / name, "--format", "html", "-o", path, *options)
        browser.open(path)
        return browser

    return made


def test_clicks_lead_both_ways(opened) -> None:
    page = opened("subsidy-measures.txt")
    page.click('a.mark[data-refs~="d1-f4"]')
    said = page.run("document.getElementById('panel').innerText")
    assert "金额区间应写“50万元—100万元”" in said
    assert page.run("document.getElementById('ed1-f4').classList.contains('lit')")
    page.click("#panel a.to-row")
    page.run(MOMENT)
    assert page.run("location.hash") == "#ed1-f4"
    assert page.run("document.getElementById('panel').hidden")
    assert page.run("document.activeElement.closest('tr').id") == "ed1-f4"
    page.click("#ed1-f2 a.goto")
    page.run(MOMENT)
    assert page.run("location.hash") == "#f-d1-f2"
    assert page.run("document.activeElement.textContent") == "最高不超过"
    lit = page.run("[...document.querySelectorAll('a.mark.lit')].map(m => m.textContent).join('')")
    assert lit == "最高不超过"
    assert page.errors == []
    assert len({r.partition("#")[0] for r in page.requests}) == 1


def test_all_findings_of_one_place_can_be_reached(opened) -> None:
    page = opened("sharing-copy.txt")
    several = page.run("[...document.querySelectorAll('a.mark')].find(m => m.dataset.refs?.includes(' ')).id")
    page.click(f'[id="{several}"]')
    refs = page.run(f"document.getElementById('{several}').dataset.refs").split(" ")
    assert len(refs) > 1
    assert page.run("document.querySelectorAll('#panel .entry').length") == len(refs)


def test_keys_alone_are_enough(opened) -> None:
    page = opened("subsidy-measures.txt")
    page.run("document.querySelector('a.mark[data-refs~=\"d1-f4\"]').focus()")
    page.key("Enter", "\r")
    assert page.run("document.activeElement.id") == "panel"
    page.key("Escape")
    assert page.run("document.activeElement.dataset.refs") == "d1-f4"


def test_tools_leave_out_rows_and_their_marks(opened) -> None:
    page = opened("sharing-copy.txt")
    rows, marks = page.run(SHOWN_ROWS), page.run(SHOWN_MARKS)
    assert rows == 12
    page.click('[data-kind="info"]')
    assert page.run(SHOWN_ROWS) == 8
    assert page.run("document.getElementById('row-hits').textContent") == "8 / 12 条"
    assert page.run("document.querySelectorAll('a.mark[data-kinds~=info]').length") == 0
    page.click('[data-kind="info"]')
    for choice, value, left in (("rule", "SRC002", 4), ("tier", "safe", 5), ("tier", "ask", 1)):
        choose = (
            f"(e => {{ e.value = '{{}}'; e.dispatchEvent(new Event('change')); }})"
            f"(document.querySelector('[data-choice={choice}]'))"
        )
        page.run(choose.replace("{}", value))
        assert page.run(SHOWN_ROWS) == left
        assert 0 < page.run(SHOWN_MARKS) < marks
        page.run(choose.replace("{}", ""))
    page.type("#find-row", "人才办")
    assert page.run(SHOWN_ROWS) == 2
    page.run(
        "(e => { e.value = ''; e.dispatchEvent(new Event('input')); })(document.getElementById('find-row'))"
    )
    assert (page.run(SHOWN_ROWS), page.run(SHOWN_MARKS)) == (rows, marks)
    assert page.errors == []


def test_a_rule_is_explained_where_it_is_named(opened) -> None:
    page = opened("subsidy-measures.txt")
    page.click("#ed1-f4 a.explain")
    assert "为什么" in page.run("document.getElementById('ed1-f4').innerText")
    assert page.run("document.querySelector('#ed1-f4 a.explain').getAttribute('aria-expanded')") == "true"
    page.click("#ed1-f4 a.explain")
    assert "为什么" not in page.run("document.getElementById('ed1-f4').innerText")
    page.click("#rule-SUB003 summary")
    assert page.run("document.getElementById('rule-SUB003').open")


def test_evidence_of_a_requirement_is_lit_though_it_is_not_shown(opened) -> None:
    page = opened("sharing-copy.txt")
    assert page.run("document.querySelectorAll('a.mark[data-kinds~=evidence]').length") == 0
    page.click("#ed1-q1 a.goto")
    page.run(MOMENT)
    lit = page.run("[...document.querySelectorAll('a.mark.lit')].map(m => m.textContent).join('')")
    assert lit == "一、发展目标"
    page.click('[data-kind="evidence"]')
    assert page.run("document.querySelectorAll('a.mark[data-kinds~=evidence]').length") > 0


@pytest.mark.parametrize("width", [360, 390, 1280])
def test_no_width_makes_the_page_scroll_sideways(run, tmp_path, browser, width) -> None:
    path = tmp_path / "c.html"
    run("check", *sorted(SAMPLES.glob("*.txt")), "--format", "html", "-o", path)
    browser.size(width, phone=width < 600)
    browser.open(path)
    assert browser.run("document.documentElement.scrollWidth") <= width


def test_paper_has_text_findings_and_requirements(opened, tmp_path) -> None:
    from pypdfium2 import PdfDocument

    opened("sharing-copy.txt").paper(tmp_path / "c.pdf")
    pages = [page.get_textpage().get_text_range() for page in PdfDocument(tmp_path / "c.pdf")]
    said = "".join("".join(pages).split())
    assert "培育数字经济龙头企业6家" in said
    assert "“区各有关部门”不是可追责的具体单位" in said
    assert "每项任务都有责任单位" in said
    assert "筛选问题" not in said


def test_a_great_plan_stays_usable(run, tmp_path, browser) -> None:
    path, out = tmp_path / "great.txt", tmp_path / "great.html"
    task = (
        "到2026年，培育企业{n}家，给予启动经费50—100万元，" + "推动各类要素集聚发展，" * 11 + "支持实体。\n"
    )
    path.write_text(
        "云岭市产业发展行动计划（2025—2027年）\n" + "".join(task.format(n=n % 90 + 10) for n in range(2000)),
        encoding="utf-8",
    )
    assert path.stat().st_size > 300_000
    run("check", path, "--format", "html", "-o", out)
    browser.open(out)
    assert browser.run("document.querySelectorAll('tr.card').length") >= 2000
    took = browser.run(
        "(() => { const start = performance.now(); document.querySelector('[data-kind=warning]').click();"
        "document.body.offsetHeight; return performance.now() - start; })()"
    )
    assert took < 5000
    assert browser.errors == []
