"""The plan's text in paragraphs."""

from __future__ import annotations


def shown(found, text):
    return [(p.kind, p.section, text[slice(*p.span)]) for p in found.paragraphs]


def test_lines_headings_and_bullets(outline):
    text = "前言。\n一、任务\n（一）育种。建库。\n——建成种质库1座。\n● 引进人才。\n二、保障\n"
    assert shown(outline(text), text) == [
        ("body", None, "前言。"),
        ("heading", "s1", "一、任务"),
        ("body", "s2", "（一）育种。建库。"),
        ("bullet", "s2", "——建成种质库1座。"),
        ("bullet", "s2", "● 引进人才。"),
        ("heading", "s3", "二、保障"),
    ]


def test_a_label_inside_a_line_begins_a_paragraph(outline):
    text = "前言。一、任务（一）育种。建库。（二）制种。建站。二、保障。"
    assert shown(outline(text), text) == [
        ("body", None, "前言。"),
        ("heading", "s1", "一、任务"),
        ("body", "s2", "（一）育种。建库。"),
        ("body", "s3", "（二）制种。建站。"),
        ("heading", "s4", "二、保障。"),
    ]


def test_chrome_cuts_and_is_left_out(outline):
    text = "一、任务\n建库【字号：大中小】建站。\n二、保障\n分享到"
    found = outline(text, "【字号：大中小】", "分享到")
    assert [shown[2] for shown in shown(found, text)] == ["一、任务", "建库", "建站。", "二、保障"]


def test_wide_blanks_part_paragraphs_of_one_line(outline):
    text = "　　一、任务　　建库，到2027年建成。　　二、保障　　加强领导。"
    assert [shown[2] for shown in shown(outline(text), text)] == [
        "一、任务",
        "建库，到2027年建成。",
        "二、保障",
        "加强领导。",
    ]


def test_paragraph_at(outline):
    text = "一、任务\n建库。\n二、保障"
    found = outline(text)
    assert found.paragraph_at(text.index("建库")).section == "s1"
    assert found.paragraph_at(text.index("\n")) is None
