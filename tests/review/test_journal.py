"""Review files: one line an action, never lost, never half of one; what is no action is told with its line."""

import json
import threading

import pytest

from planlint.model.span import Span
from planlint.review.action import Action, NoActionError, Place, action_of, line_of
from planlint.review.journal import append, journal_path, merge, read_journal

TEXT = "到2025年，培育高新技术企业不少于40家。"
ACTION = Action(
    "a1", "2026-01-01T00:00:00Z", "张三\n<b>", "correct", "sha", "targets", Place.of(TEXT, Span(8, 21)), 1, "",
    {"value": 45}, {"value": 40}, {"value": 45, "unit": "家"}, Place.of(TEXT, Span(0, 21)), "看错了", "",
)  # fmt: skip


def test_a_line_gives_the_action_back() -> None:
    line = line_of(ACTION)
    assert "\n" not in line
    assert action_of(line) == ACTION


@pytest.mark.parametrize(
    ("change", "key"),
    [
        pytest.param({"v": 2}, "v", id="of a later version"),
        pytest.param({"do": "forget"}, "do", id="an unknown action"),
        pytest.param({"id": None}, "id", id="no id"),
        pytest.param({"kind": "taxes"}, "kind", id="an unknown kind"),
        pytest.param({"span": [5, 3]}, "span", id="a span that ends before it begins"),
        pytest.param({"span": [8, 20]}, "span", id="a span that is not as long as its words"),
        pytest.param({"span": [True, 2]}, "span", id="a truth value for a number"),
        pytest.param({"set": [1]}, "set", id="a list for fields"),
        pytest.param({"nth": -1}, "nth", id="less than the first"),
        pytest.param({"do": "mark", "to": None}, "to", id="marked as nothing"),
        pytest.param({"do": "undo"}, "of", id="nothing undone"),
    ],
)
def test_what_is_no_action_names_the_key(change: dict, key: str) -> None:
    record = json.loads(line_of(ACTION)) | change
    with pytest.raises(NoActionError, match=key):
        action_of(json.dumps(record))


@pytest.mark.parametrize("line", ["", "x", "[]", "3", "null", "{", '{"v":1}'])
def test_what_is_no_record_is_no_action(line: str) -> None:
    with pytest.raises(NoActionError):
        action_of(line)


def test_a_torn_line_is_told_and_the_next_stands_on_its_own(tmp_path) -> None:
    path = tmp_path / "plan.txt.planlint.review.jsonl"
    append(path, [ACTION])
    with path.open("a", encoding="utf-8") as file:
        file.write('{"v":1,"id":"a2","do":"acc')
    other = Action("a3", "", "李四", "reject", "sha", "targets", ACTION.place)
    append(path, [other])
    journal = read_journal(path)
    assert journal.actions == (ACTION, other)
    assert [(bad.line, bad.key) for bad in journal.bad] == [(2, "JSON")]


def test_many_writers_at_once_lose_no_line(tmp_path) -> None:
    path = tmp_path / "plan.txt.planlint.review.jsonl"

    def write(who: int) -> None:
        for n in range(20):
            append(path, [Action(f"{who}-{n}", "", f"人{who}", "reject", "sha", "targets", ACTION.place)])

    threads = [threading.Thread(target=write, args=(who,)) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    journal = read_journal(path)
    assert len(journal.actions) == 80
    assert journal.bad == ()


def test_two_files_merge_each_action_once(tmp_path) -> None:
    one, other = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    mine = Action("a2", "", "李四", "reject", "sha", "targets", ACTION.place)
    append(one, [ACTION])
    append(other, [ACTION, mine])
    assert merge(one, [other]) == (1, ())
    assert merge(one, [other]) == (0, ())
    assert read_journal(one).actions == (ACTION, mine)


def test_the_file_stands_beside_its_plan() -> None:
    assert journal_path("计划/甲.docx").name == "甲.docx.planlint.review.jsonl"
