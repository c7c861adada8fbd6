"""The review page in a real browser: hostile text, two tabs, reloads, selections with astral characters, a phone, the dark, English."""

import json
import shutil
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
HOSTILE = "甲<script>window.broken=1</script>\"'&市孵化行动计划（2025—2027年）"


def opened(page, address):
    page.visit(address)
    page.until("document.querySelectorAll('.item').length > 0")


def press(page, *keys, shift=False):
    for key in keys:
        page.key(key, "\r" if key == "Enter" else key if len(key) == 1 else "", shift=shift)
    page.rest()


def kept(page, act):
    page.run("document.getElementById('message').textContent = ''")
    act()
    page.until("document.getElementById('message').textContent")


def test_hostile_text_and_names_are_text(desk, browser, serving) -> None:
    text = desk.path.read_text(encoding="utf-8").split("\n", 1)[1]
    path = desk.path.with_name("<img src=x onerror=alert(1)>.txt")
    path.write_text(f"{HOSTILE}\n{text}\x00\u202e\r\n</section><h1>假</h1>", encoding="utf-8", newline="")
    who = "<b>张三</b>\"'"
    opened(browser, serving(path, desk.path, "--as", who).address + "plan/1")
    press(browser, "j", "n")
    browser.call("Input.insertText", text="<script>window.broken=2</script>")
    kept(browser, lambda: press(browser, "Enter"))
    assert browser.run("window.broken") is None
    assert browser.run("document.querySelectorAll('h1').length") == 1
    assert browser.run("document.querySelectorAll('.item b b, img, #items script').length") == 0
    assert who in browser.run("document.querySelector('.who-am-i').textContent")
    assert "<script>window.broken=2" in browser.run("document.querySelector('.item-note').textContent")
    shown = browser.run(
        "[...document.querySelectorAll('#text .line')].map((line) => line.textContent).join('')"
    )
    assert len(shown) == len(path.read_bytes().decode("utf-8").replace("\r\n", "\n"))
    assert browser.errors == []


def test_the_place_of_a_selection_counts_code_points(desk, browser, serving) -> None:
    text = "𠮷𠮷" + desk.path.read_text(encoding="utf-8").replace("全市新增", "𠮷全市𠮷新增")
    desk.path.write_text(text.replace("\n", "\r\n"), encoding="utf-8", newline="")
    opened(browser, serving(desk.path).address)
    words = "高新技术企业不少于80家"
    found = browser.run(
        "(() => { const line = [...document.querySelectorAll('#text .line')].find((l) => l.textContent.includes('%s'));"
        "const range = document.createRange(); const at = line.textContent.indexOf('%s');"
        "const point = (n) => { const w = document.createTreeWalker(line, NodeFilter.SHOW_TEXT); let d = w.nextNode();"
        "while (n > d.data.length) { n -= d.data.length; d = w.nextNode(); } return [d, n]; };"
        "range.setStart(...point(at)); range.setEnd(...point(at + 12));"
        "getSelection().removeAllRanges(); getSelection().addRange(range); return text.selected(); })()".replace(
            "%s", words
        )
    )
    start = desk.base.source.text.index(words)
    assert found == [start, start + 12]


def test_edges_move_by_the_arrows_alone(desk, browser, serving) -> None:
    opened(browser, serving(desk.path, "--as", "乙").address)
    press(browser, "a", "ArrowDown", "ArrowDown", "ArrowUp")
    press(browser, "ArrowLeft")
    press(browser, "ArrowRight", shift=True)
    assert browser.run("[...CSS.highlights.get('edges')].length") == 1
    chosen = browser.run("[...CSS.highlights.get('edges')][0].toString()")
    assert chosen in desk.base.source.text
    press(browser, "2")
    browser.until("document.querySelector('.draft form')")
    browser.run("document.querySelector('.draft [name=deadline]').focus()")
    browser.call("Input.insertText", text="2026")
    kept(browser, lambda: press(browser, "Enter"))
    added = next(item for item in desk.review.items if item.state == "added")
    assert (added.kind, added.fact.quote, added.fact.deadline) == ("milestones", chosen, "2026")
    press(browser, "m", "Escape")
    assert browser.run("document.getElementById('edges').hidden")


def test_a_wrong_value_stays_in_the_form(desk, browser, serving) -> None:
    opened(browser, serving(desk.path).address)
    browser.run(
        "(() => { const f = document.getElementById('filter'); f.value = 'targets'; f.dispatchEvent(new Event('change')); })()"
    )
    press(browser, "v")
    browser.call("Input.insertText", text="很多")
    kept(browser, lambda: press(browser, "Enter"))
    assert "目标值不能是“很多”" in browser.run("document.querySelector('#message.bad').textContent")
    assert browser.run("document.querySelector('form.edit [name=value]').value") == "很多"
    press(browser, "Escape")
    assert not browser.run("document.querySelector('form.edit')")
    assert not desk.journal.exists()


def test_two_tabs_and_two_servers_see_each_other(desk, two_browsers, serving) -> None:
    one, other = two_browsers
    opened(one, serving(desk.path, "--as", "甲").address)
    opened(other, serving(desk.path, "--as", "乙").address)
    press(one, "j")
    kept(one, lambda: press(one, "x"))
    other.until("document.querySelectorAll('.s-rejected').length === 1")
    assert other.run("document.getElementById('progress').textContent") == "1 / 31"
    press(other, "j", "j", "j")
    kept(other, lambda: press(other, "Enter"))
    one.until("document.querySelectorAll('.s-accepted').length === 1")
    opened(one, one.run("location.href"))  # and after a reload
    assert one.run("document.querySelectorAll('.s-accepted, .s-rejected').length") == 2


def test_unsure_ones_first_and_filters(desk, browser, serving) -> None:
    desk.do("甲", "reject", desk.item("targets", "科技贷款"))  # its number is unknown now
    opened(browser, serving(desk.path).address)
    press(browser, "u")
    assert browser.run("document.querySelector('.item.unsure').textContent.includes('50')")
    assert browser.run("document.querySelector('.item').matches('.unsure')")
    press(browser, "f", "f")
    assert browser.run("document.getElementById('filter').value") == "unsure"
    assert set(
        browser.run("[...document.querySelectorAll('.item:not([hidden])')].map((i) => i.matches('.unsure'))")
    ) == {True}
    press(browser, "f")
    assert browser.run(
        "[...document.querySelectorAll('.item:not([hidden]):not([data-current])')].every((i) => i.dataset.state !== 'open')"
    )


def test_the_earlier_version_beside(desk, browser, serving, tmp_path) -> None:
    earlier = tmp_path / "earlier.txt"
    earlier.write_text(desk.path.read_text(encoding="utf-8").replace("80家", "60家"), encoding="utf-8")
    opened(browser, serving(desk.path, "--earlier", earlier).address)
    press(browser, "s")
    assert browser.run("document.querySelector('#was del').textContent") == "6"
    assert browser.run("[...CSS.highlights.get('added')].map(String)") == ["8"]
    assert browser.run("document.getElementById('was').getBoundingClientRect().width") > 200
    press(browser, "s")
    assert browser.run("document.getElementById('was').hidden")


def test_a_folder_shows_how_far_each_plan_is(desk, browser, serving, tmp_path) -> None:
    shutil.copy(SAMPLES / "subsidy-measures.txt", tmp_path / "measures.txt")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 broken")
    desk.do("甲", "reject", desk.item("targets", "80家"))
    browser.visit(serving(tmp_path).address)
    browser.until("[...document.querySelectorAll('.how-far')].every((one) => one.textContent !== '…')")
    rows = browser.run("[...document.querySelectorAll('tr[data-plan]')].map((row) => row.textContent)")
    assert len(rows) == 3
    # a rejected target, whose number has no role any more
    assert any("1 / 31" in row for row in rows)
    assert browser.run("document.querySelectorAll('.unreadable').length") == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_width_overflows_and_text_can_be_read(desk, browser, serving, lang) -> None:
    address = serving(desk.path, "--lang", lang).address
    for width, phone, dark in (
        (1400, False, False),
        (1400, False, True),
        (390, True, False),
        (390, True, True),
    ):
        browser.size(width, 850, phone=phone)
        browser.dark(on=dark)
        opened(browser, address)
        press(browser, "j", "e")
        assert browser.run("document.documentElement.scrollWidth") <= width
        assert browser.run("document.querySelector('form.edit').getBoundingClientRect().right") <= width
        press(browser, "Escape")
        colours = json.loads(browser.run(f"JSON.stringify(({_COLOURS})())"))
        assert min(contrast(*pair) for pair in colours) >= 4.5, (width, dark)
        assert browser.errors == []


# The colours of texts and of what is behind them.
_COLOURS = """() => [...document.querySelectorAll('.item-said, .item-quote, .state, .thumb button, #progress')].map((e) => {
  let ground = e;
  while (getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;
  return [getComputedStyle(e).color, getComputedStyle(ground).backgroundColor];
})"""


def test_a_phone_reviews_by_its_buttons(desk, browser, serving) -> None:
    browser.size(390, 850, phone=True)
    opened(browser, serving(desk.path, "--as", "丙").address)
    kept(browser, lambda: browser.click(".thumb [data-press=Enter]"))
    kept(browser, lambda: browser.click(".thumb [data-press=x]"))
    assert [item.state for item in desk.review.items if item.state != "open"] == ["accepted", "rejected"]


def contrast(one, other):
    def light(colour):
        parts = [int(float(part)) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)
