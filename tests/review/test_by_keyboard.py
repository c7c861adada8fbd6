"""A review by keyboard in a real browser: twelve corrections of all kinds make of a spoilt review the known answer of the samples."""

import json
import shutil
from pathlib import Path

import pytest
import yaml

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
PRESSED = {"Enter": "\r"}


# Where the first and the last character of words are on the screen.
_CORNERS = """(words) => {
  const line = [...document.querySelectorAll('#text .line')].find((one) => one.textContent.includes(words));
  line.scrollIntoView({ block: 'center' });
  const point = (n) => {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (node && n > node.data.length) { n -= node.data.length; node = walker.nextNode(); }
    return [node, n];
  };
  const box = (n) => {
    const range = document.createRange();
    range.setStart(...point(n));
    range.setEnd(...point(n + 1));
    return [...range.getClientRects()].pop();
  };
  const at = line.textContent.indexOf(words);
  const [first, last] = [box(at), box(at + words.length - 1)];
  return [[first.left + 1, first.top + first.height / 2], [last.right - 1, last.top + last.height / 2]];
}"""


class Reviewer:
    """Somebody at the keyboard."""

    def __init__(self, page, address) -> None:
        self.page = page
        page.visit(address)
        page.until("document.querySelectorAll('.item').length > 0")

    def press(self, *keys, shift=False) -> None:
        for key in keys:
            self.page.key(key, PRESSED.get(key, key if len(key) == 1 else ""), shift=shift)
        self.page.rest()

    def go(self, kind, words) -> None:
        """Press j until the item is reached."""
        self.page.run(
            f"(() => {{ const f = document.getElementById('filter'); f.value = {json.dumps(kind)}; f.dispatchEvent(new Event('change')); }})()"
        )
        for _ in range(60):
            said = self.page.run("document.querySelector('.item[data-current]').textContent")
            if words in said:
                return
            self.press("j")
        raise AssertionError(f"{kind}: {words}")

    def say(self, text) -> None:
        """Write over what is selected in the field, and keep it."""
        self.page.call("Input.insertText", text=text)
        self.keep()

    def keep(self) -> None:
        self.after(lambda: self.press("Enter"))

    def after(self, act) -> None:
        """Do something and wait until the server has it."""
        self.page.run("document.getElementById('message').textContent = ''")
        act()
        self.page.until("document.getElementById('message').textContent")
        said = self.page.run(
            "document.getElementById('message').className + document.getElementById('message').textContent"
        )
        assert "bad" not in said, said

    def choose(self, value) -> None:
        """Choose in the list that has the focus, then keep it."""
        self.page.run(f"document.activeElement.value = {json.dumps(value)}")
        self.after(lambda: self.page.run("document.activeElement.form.requestSubmit()"))

    def select(self, words) -> None:
        """Drag the mouse over words of the text."""
        start, end = self.page.run(f"({_CORNERS})({json.dumps(words)})")
        self.page.drag(start, end)
        self.page.rest()
        assert self.page.run("window.getSelection().toString()").strip() == words


@pytest.fixture
def spoilt(desk):
    """What a first reviewer made of the sample: wrong in every way that there is."""
    text = desk.base.source.text
    do, item = (lambda *given, **more: desk.do("甲", *given, **more)), desk.item
    do("correct", item("targets", "不少于80家"), {"value": "60"})
    do("correct", item("targets", "12万平方米"), {"unit": "亩"})
    do("correct", item("targets", "超过600家"), {"deadline": "2025"})
    do("correct", item("targets", "5家以上"), {"comparator": "="})
    do("correct", item("targets", "上市企业"), {"indicator": "企业"})
    do("correct", item("responsibilities", "市科技局"), {"role": "cooperate"})
    milestone = item("milestones", "2025年6月底前")
    do("mark", milestone, milestone.at._replace(end=milestone.at.end - 6))
    do("reject", item("targets", "突破50亿元"))
    do("reject", item("responsibilities", "市委督查室"))
    start = text.index("建立月调度")
    do("add", "milestones", milestone.at._replace(start=start, end=start + 5), {"deadline": "2027"})
    do("correct", item("numbers", "12"), {"role": "ordinal"})
    do("correct", item("citations", "澜政发"), {"document_number": None})
    return desk


def golden(report, answer) -> None:
    """Every fact that a person wrote down for the sample, and no other."""

    def rows(kind, *names):
        return [tuple(fact.get(name) for name in names) for fact in report[kind]]

    def wanted(kind, *names):
        return [tuple(fact.get(name) for name in names) for fact in answer[kind]]

    assert rows("targets", "comparator", "value", "unit", "deadline") == wanted(
        "targets", "comparator", "value", "unit", "deadline"
    )
    for got, want in zip(report["targets"], answer["targets"], strict=True):
        assert want["indicator"] in got["indicator"]
        assert got["aspirational"] == want.get("aspirational", False)
    assert rows("milestones", "deadline", "quote") == wanted("milestones", "deadline", "quote")
    assert rows("responsibilities", "unit", "role") == wanted("responsibilities", "unit", "role")
    assert rows("citations", "title", "document_number") == wanted("citations", "title", "document_number")


def test_twelve_corrections_by_keyboard_and_a_killed_server(spoilt, browser, serving, run) -> None:
    answer = yaml.safe_load((SAMPLES / "expected" / "clean-action-plan.yaml").read_text(encoding="utf-8"))
    before = json.loads(run("score", spoilt.path, "-f", "json")[1])
    assert before["kinds"]["facts"]["f1"] < 0.8
    server = serving(spoilt.path, "--as", "乙")
    me = Reviewer(browser, server.address)

    me.go("targets", "高新技术企业")  # 1: a value
    me.press("v")
    me.say("80")
    me.go("targets", "孵化面积")  # 2: a unit
    me.press("q")
    me.say("平方米")
    me.go("targets", "在孵企业")  # 3: a deadline
    me.press("d")
    me.say("2026")
    me.go("targets", "省级以上孵化器 5家")  # 4: a comparator
    me.press("c")
    me.choose(">=")
    me.go("targets", "力争上市企业1家")  # 5: an indicator
    me.press("i")
    me.say("上市企业")
    me.go("responsibilities", "配合")  # 6: a role
    me.press("r")
    me.choose("lead")

    kept = len(spoilt.journal.read_text(encoding="utf-8").splitlines())
    server.kill()  # in the middle of everything
    assert len(spoilt.journal.read_text(encoding="utf-8").splitlines()) == kept == 18
    me = Reviewer(browser, serving(spoilt.path, "--as", "乙").address)
    browser.errors.clear()  # the old page asked a dead server

    me.go("milestones", "2025年6月底前")  # 7: other words, their end moved by the arrows
    me.press("m")
    me.press(*["ArrowRight"] * 6)
    me.keep()
    me.go("touched", "科技贷款余额")  # 8: what was rejected is accepted
    me.after(lambda: me.press("Enter"))
    me.go("milestones", "建立月调度")  # 9: what was added is rejected
    me.after(lambda: me.press("x"))
    me.select("市委督查室")  # 10: a fact is added by selecting its words
    me.press("a")
    me.press("4")
    browser.until("document.querySelector('.draft form')")
    me.keep()
    me.go("numbers", "序数")  # 11: the role of a number
    me.press("r")
    me.choose("citation")
    me.go("citations", "澜江省人民政府")  # 12: a document number, with a reason
    me.press("v")
    browser.call("Input.insertText", text="澜政发〔2024〕12号")
    browser.run("document.activeElement.form.elements.reason.focus()")
    me.say("原文括号内即为文号")
    me.go("targets", "科技成果转化基金")  # a slip, undone at once
    me.after(lambda: me.press("x"))
    me.after(lambda: me.press("z"))

    assert browser.errors == []
    host = server.host.split(":")[0]
    assert all(request.startswith((f"http://{host}:", "about:")) for request in browser.requests)
    code, out, error = run("extract", spoilt.path, "--reviewed", "-f", "json")
    assert (code, error) == (0, "")
    report = json.loads(out)
    golden(report, answer)
    assert report["review"]["by"] == ["甲", "乙"]
    citation = report["citations"][0]["reviewed"]
    assert citation["notes"] == [{"by": "乙", "note": "原文括号内即为文号"}]
    scores = json.loads(run("score", spoilt.path, "-f", "json")[1])["kinds"]
    assert {kind: score["f1"] for kind, score in scores.items()} == dict.fromkeys(scores, 1.0)
    assert (scores["facts"]["precision"], scores["facts"]["recall"]) == (1.0, 1.0)


def test_the_tier_that_pays_is_corrected_by_its_key(tmp_path, browser, serving, run) -> None:
    path = tmp_path / "measures.txt"
    shutil.copy(SAMPLES / "subsidy-measures.txt", path)
    me = Reviewer(browser, serving(path, "--as", "乙").address)
    me.go("subsidies", "新获批的省级创新平台")
    me.press("t")
    me.say("市")
    report = json.loads(run("extract", path, "--reviewed", "-f", "json")[1])
    changed = [fact for fact in report["subsidies"] if "reviewed" in fact]
    assert [(fact["beneficiary"], fact["payer"]) for fact in changed] == [("新获批的省级创新平台", "市")]
