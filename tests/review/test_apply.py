"""Actions laid over what was found: facts as reviewed, numbers that follow, and what could not be placed."""

import pytest

from planlint.model.span import Span
from planlint.report.record import report_of
from planlint.review.apply import review
from planlint.review.fields import BadValueError, value_of
from planlint.review.journal import read_journal
from planlint.review.propose import proposed


def values(desk, kind="targets"):
    return [(fact.id, str(fact.value)) for fact in getattr(desk.review.extraction, kind)]


def test_without_actions_nothing_changes(desk) -> None:
    assert report_of(desk.review.extraction) == report_of(desk.base)


def test_every_action_and_who_did_it(desk) -> None:
    before = desk.base.targets
    desk.do("甲", "correct", desk.item("targets", "80家"), {"value": "9万", "unit": "户"}, "看错")
    desk.do("乙", "accept", desk.item("targets", "80家"))
    done = desk.review
    fact = next(t for t in done.extraction.targets if "80家" in t.quote)
    assert (fact.value, fact.unit) == (90000, "户")
    mark = done.marks[fact.id]
    assert (mark.state, mark.by, mark.notes, sorted(mark.changed)) == (
        "corrected",
        ["甲", "乙"],
        [("甲", "看错")],
        ["unit", "value"],
    )
    assert len(done.extraction.targets) == len(before)


def test_a_rejected_fact_leaves_its_number_unknown_until_somebody_says_what_it_is(desk) -> None:
    gone = desk.item("targets", "80家")
    count = len(desk.base.targets)
    desk.do("甲", "reject", gone)
    done = desk.review.extraction
    assert [t.id for t in done.targets] == [f"t{n}" for n in range(1, count)]
    number = next(n for n in done.numbers if n.quote == "80")
    assert (number.role, number.fact) == ("unknown", None)
    assert all(
        n.fact is None or n.fact in {t.id for t in done.targets} for n in done.numbers if n.role == "target"
    )
    desk.do("甲", "correct", desk.item("numbers", "80"), {"role": "threshold"})
    assert next(n for n in desk.review.extraction.numbers if n.quote == "80").role == "threshold"


def test_an_added_fact_takes_its_place_and_its_numbers(desk) -> None:
    words = "到2025年底，全市新增省级以上孵化器2家"
    desk.do("甲", "reject", desk.item("targets", words))
    text = desk.base.source.text
    span = Span(text.index(words), text.index(words) + len(words))
    fields = proposed(desk.base, "targets", span)
    assert (fields["value"], fields["unit"], fields["deadline"]) == (2, "家", "2025")
    desk.do("乙", "add", "targets", span, fields, 1)
    done = desk.review.extraction
    assert (done.targets[0].quote, done.targets[0].id, done.targets[0].rule) == (words, "t1", "review")
    assert done.targets[0].section == desk.base.targets[0].section
    assert next(n for n in done.numbers if n.quote == "2" and n.fact == "t1").role == "target"


def test_words_are_marked_anew(desk) -> None:
    item = desk.item("targets", "80家")
    desk.do("甲", "mark", item, Span(item.at.end - 3, item.at.end))
    assert any(t.quote == "80家" for t in desk.review.extraction.targets)
    for fact in desk.review.extraction.targets:
        assert fact.quote == desk.base.source.text[fact.span.start : fact.span.end]


def test_undo_takes_one_action_back(desk) -> None:
    action = desk.do("甲", "reject", desk.item("targets", "80家"))
    desk.do("甲", "undo", action)
    assert report_of(desk.review.extraction) == report_of(desk.base)


def test_a_text_that_moved_keeps_its_review_and_tells_what_it_lost(desk) -> None:
    desk.do("甲", "correct", desk.item("targets", "80家"), {"value": "90"})
    desk.do("甲", "reject", desk.item("targets", "600家"))
    desk.do("乙", "correct", desk.item("responsibilities", "市委督查室"), {"role": "lead"})
    text = desk.path.read_text(encoding="utf-8")
    desk.path.write_text("（征求意见稿）\n\n" + text.replace("超过600家", "超过700家"), encoding="utf-8")
    done = desk.review
    assert [(one.action.who, one.action.do, one.why) for one in done.unplaced] == [("甲", "reject", "text")]
    assert next(t for t in done.extraction.targets if "80家" in t.quote).value == 90
    assert next(r for r in done.extraction.responsibilities if r.unit == "市委督查室").role == "lead"


def test_what_the_program_no_longer_finds_is_kept_as_the_reviewer_saw_it(desk) -> None:
    item = desk.item("targets", "80家")
    desk.do("甲", "accept", item)
    base = desk.base
    fewer = [t for t in base.targets if "80家" not in t.quote]
    from dataclasses import replace

    done = review(replace(base, targets=tuple(fewer)), read_journal(desk.journal).actions)
    assert done.unplaced == ()
    restored = next(t for t in done.extraction.targets if "80家" in t.quote)
    assert (restored.indicator, restored.value, restored.unit, restored.deadline) == (
        item.fact.indicator,
        80,
        "家",
        "2027",
    )


def test_a_value_that_does_not_fit_is_told(desk) -> None:
    from dataclasses import replace as changed

    from planlint.review.journal import append
    from planlint.review.making import Maker

    action = Maker(desk.base.source, "甲").correct(desk.item("targets", "80家"), {"value": "90"})
    append(desk.journal, [changed(action, set={"value": "many"})])
    assert [one.why for one in desk.review.unplaced] == ["value"]


@pytest.mark.parametrize(
    ("kind", "name", "given", "want"),
    [
        ("targets", "value", "1,200", 1200), ("targets", "value", "12万", 120000), ("targets", "value", "三十", 30), ("targets", "value", "-5", -5),
        ("targets", "value", "", None), ("targets", "value", 3.5, "3.5"), ("subsidies", "rate", "20%", "0.2"), ("targets", "deadline", "2027-06", "2027-06"),
        ("targets", "aspirational", "是", True), ("targets", "aspirational", None, False), ("numbers", "role", "my-own-role", "my-own-role"),
        ("targets", "recurrence", "every-3-years", "every-3-years"),
    ],
)  # fmt: skip
def test_what_is_typed_becomes_a_value(kind, name, given, want) -> None:
    found = value_of(kind, name, given)
    assert found == want or str(found) == want


@pytest.mark.parametrize(
    ("kind", "name", "given"),
    [
        ("targets", "value", "many"), ("targets", "comparator", "≥"), ("targets", "indicator", " "), ("targets", "deadline", "明年"),
        ("responsibilities", "role", "boss"), ("targets", "nothing", "1"), ("targets", "value", "NaN"), ("targets", "value", "1e9"),
    ],
)  # fmt: skip
def test_what_is_no_value_is_refused(kind, name, given) -> None:
    with pytest.raises(BadValueError):
        value_of(kind, name, given)


def test_two_who_did_not_know_of_each_other_are_told(desk) -> None:
    one, other = desk.item("targets", "80家"), desk.item("targets", "80家")  # both look before either writes
    desk.do("甲", "correct", one, {"value": "90", "unit": "户"})
    desk.do("乙", "correct", other, {"value": "100"})
    item = desk.item("targets", "80家")
    assert [tuple(dispute) for dispute in item.disputes] == [("value", 90, "乙", 100)]
    assert (item.fact.value, item.fact.unit) == (100, "户")
    desk.do("甲", "accept", item)  # having seen both
    assert desk.item("targets", "80家").disputes == []


def test_a_correction_of_a_correction_is_no_dispute(desk) -> None:
    desk.do("甲", "correct", desk.item("targets", "80家"), {"value": "90"})
    desk.do("乙", "correct", desk.item("targets", "80家"), {"value": "100"})
    desk.do("丙", "accept", desk.item("targets", "80家"))
    assert desk.item("targets", "80家").disputes == []


def test_who_accepts_what_has_changed_meanwhile_is_told(desk) -> None:
    item = desk.item("targets", "80家")
    desk.do("甲", "correct", desk.item("targets", "80家"), {"value": "90"})
    desk.do("乙", "accept", item)
    assert [tuple(dispute) for dispute in desk.item("targets", "80家").disputes] == [("value", 90, "乙", 80)]


def test_one_rejects_what_the_other_keeps(desk) -> None:
    item = desk.item("targets", "80家")
    desk.do("甲", "reject", item)
    desk.do("乙", "correct", item, {"value": "90"})  # who had not seen that
    assert ("state", "rejected", "乙", "corrected") in [
        tuple(dispute) for dispute in desk.item("targets", "80家").disputes
    ]
    desk.do("甲", "reject", desk.item("targets", "80家"))  # who has
    assert desk.item("targets", "80家").disputes == []
