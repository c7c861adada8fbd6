"""Thousands of plans are packed, and the comparison says the same as it does of a few."""

from dataclasses import fields

import pytest

from planlint.compare import kept
from planlint.comparing import compare, duplicates, facts_of, gathered
from planlint.model.document import SourceDocument
from planlint.model.shelf import Arranged, Shelf

PLACES = ("云岭市", "澄江市", "石溪县", "临川市", "安原县", "玉泉区")
PLAN = """{place}科创行动方案（2023—2025年）

一、目标
到2025年，培育高新技术企业{n}家，新增科创载体面积{n}万平方米，研发经费投入强度达到2.{n}%。
二、任务
1.建设众创空间。引进科技型中小企业。（责任单位：市科技局、市财政局）
2.对新认定的省级众创空间，给予一次性奖励{n}万元。2024年6月底前完成选址。
"""


def plan(place: str, n: int, path: str | None = None):
    text = PLAN.format(place=place, n=n)
    return facts_of(SourceDocument(path or f"{place}.txt", text, f"{place}{n}", "text/plain", "utf-8"))


@pytest.fixture
def plans():
    return [plan(place, n) for n, place in enumerate(PLACES, 11)]


@pytest.mark.parametrize("year", [None, "2025"])
def test_packed_plans_compare_as_others_do(plans, monkeypatch, year) -> None:
    from planlint.comparing import Wishes

    few = compare(plans, wishes=Wishes(year=year))
    monkeypatch.setattr(kept, "MANY", 2)
    many = compare(Shelf(reversed(plans), together=1), wishes=Wishes(year=year))
    for field in fields(few):
        one, other = getattr(few, field.name), getattr(many, field.name)
        if field.name == "text":
            assert [(t.theme, list(t.places), t.missing) for t in one.themes] == [
                (t.theme, list(t.places), t.missing) for t in other.themes
            ]
            continue
        assert list(one) == list(other), field.name
        assert not isinstance(one, (Shelf, Arranged)), field.name
    assert isinstance(many.plans, Arranged)
    assert isinstance(many.timeline, Shelf)


def test_some_plans_stay_as_they_are_and_thousands_are_packed(plans) -> None:
    assert gathered(iter(plans), len(plans)) == plans
    packed = gathered(iter(plans), 10_000)
    assert isinstance(packed, Shelf)
    assert list(packed) == plans


def test_a_shelf_reads_as_the_list_does() -> None:
    values = [("高新技术企业", n) for n in range(70)]
    shelf = Shelf(values, together=8)
    assert len(shelf) == 70
    assert list(shelf) == values
    assert [shelf[i] for i in (69, 0, 31, -1)] == [values[i] for i in (69, 0, 31, -1)]
    assert shelf[60:] == tuple(values[60:])
    with pytest.raises(IndexError):
        shelf[70]
    assert list(Arranged(shelf, [3, 1], lambda item: (item[0], -item[1]))) == [
        ("高新技术企业", -3),
        ("高新技术企业", -1),
    ]


def test_a_copy_in_another_file_is_told(plans) -> None:
    twin = plan("云岭市", 11, "云岭市（印发稿）.txt")
    assert duplicates([*plans, twin]) == (("云岭市.txt", "云岭市（印发稿）.txt"),)
    assert duplicates(plans) == ()


def test_a_plan_signed_anew_is_no_copy() -> None:
    texts = [f"{PLAN.format(place='云岭市', n=40)}\n云岭市人民政府\n2024年3月{day}日\n" for day in (1, 5)]
    first, second = (
        facts_of(SourceDocument(f"{i}.txt", text, str(i), "text/plain", "utf-8"))
        for i, text in enumerate(texts)
    )
    assert duplicates([first, second]) == ()


def test_plans_too_short_for_a_fingerprint_are_told_by_their_file() -> None:
    one, other, third = (
        facts_of(SourceDocument(path, text, text, "text/plain", "utf-8"))
        for path, text in (("a.txt", "通知"), ("b.txt", "通知"), ("c.txt", "方案"))
    )
    assert duplicates([one, other, third]) == (("a.txt", "b.txt"),)


class TestOverlap:
    """What plans share is found from the fingerprints, however many plans there are."""

    def test_the_pairs_with_most_in_common_survive_when_few_are_counted(self, plans, monkeypatch) -> None:
        from planlint.compare import overlap

        copy = plan("云岭市", 11, "抄.txt")
        whole = overlap.Overlap([*plans, copy])
        monkeypatch.setattr(overlap, "_MOST_COUNTED", 16)
        assert overlap.Overlap([*plans, copy]).pairs[0] == whole.pairs[0] == (0, 6)

    def test_words_of_a_model_that_many_had_are_formulas(self, plans, monkeypatch) -> None:
        from planlint.compare import overlap

        before = overlap.Overlap(plans)
        monkeypatch.setattr(overlap, "_MOST_HOLDERS", 3)
        found = overlap.Overlap(plans)
        assert len(found.pairs) < len(before.pairs)
        assert found.formulas > before.formulas


def test_a_remark_names_some_of_very_many_plans() -> None:
    from planlint.model.comparison import Remark
    from planlint.report.comparison.remarks import said
    from planlint.words import Words

    labels = tuple(f"云岭{n}" for n in range(5000))
    few, many = (
        Remark("yearless", labels[:3]),
        Remark("differs-mode", groups=(("新增", labels), (None, labels))),
    )
    assert "云岭2" in said(few, Words("zh"))
    assert "(5000)" in said(many, Words("zh"))
    assert len(said(many, Words("zh"))) < 400
