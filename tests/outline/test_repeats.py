"""What stands twice counts once: tables of contents and second printings."""

from __future__ import annotations

BODY = "".join(
    f"{label}、{name}。到2027年，青禾县{name}取得明显成效，建成示范点若干，带动农户增收致富，形成可复制的经验。"
    for label, name in zip("一二三四", ["育种攻关", "制种基地", "良种推广", "市场监管"], strict=True)
)


def printed(found, text):
    return "".join(text[slice(*p.span)] for p in found.paragraphs)


def test_contents_with_dot_leaders(outline):
    found = outline(
        "一、育种攻关..........1\n（一）建库........2\n二、制种基地..........9\n"
        "一、育种攻关\n（一）建库\n收集种质。\n二、制种基地\n建站。"
    )
    assert [(s.level, s.label) for s in found.sections] == [(1, "一、"), (2, "（一）"), (1, "二、")]


def test_contents_cut_headings_that_run_into_their_text(outline):
    text = (
        "青禾县种业规划目　录第一章　育种攻关第一节　建设种质资源库第二节　组织联合攻关第二章　制种基地"
        "青禾县种业规划为发展种业。"
        "第一章　育种攻关种子是农业的芯片。第一节　建设种质资源库收集种质，建成县级库。"
        "第二节　组织联合攻关联合院所，攻克难题。第二章　制种基地建站。"
    )
    found = outline(text)
    assert [s.heading for s in found.sections] == [
        "育种攻关",
        "建设种质资源库",
        "组织联合攻关",
        "制种基地建站",
    ]
    assert "目　录" not in printed(found, text)


def test_a_line_about_a_catalogue_is_no_table_of_contents(outline):
    text = "一、修订目录\n二、发布目录\n三、执行目录\n一次修订目录后执行。"
    assert [s.label for s in outline(text).sections] == ["一、", "二、", "三、"]


def test_second_printing_is_left_out(outline):
    text = "青禾县种业方案" + BODY + "附件下载 青禾县种业方案" + BODY + "完"
    found = outline(text)
    assert [s.label for s in found.sections] == ["一、", "二、", "三、", "四、"]
    assert printed(found, text).count("育种攻关取得明显成效") == 1


def test_second_printing_with_its_headings_on_lines_of_their_own_is_left_out(outline):
    other = BODY
    for name in ("育种攻关", "制种基地", "良种推广", "市场监管"):
        other = other.replace(f"{name}。", f"{name}\n")
    text = "青禾县种业方案\n" + other + "\n" + BODY
    assert printed(outline(text), text).count("取得明显成效") == 4


def test_a_second_plan_that_shares_a_heading_is_no_second_printing(outline):
    other = BODY.replace("到2027年", "到2030年").replace("青禾县", "白塔镇")
    found = outline("青禾县种业方案\n" + BODY + "\n白塔镇种业方案\n" + other)
    assert [s.label for s in found.sections] == ["一、", "二、", "三、", "四、"] * 2


def test_a_thousand_printings_count_once(outline):
    assert len(outline((BODY + "\n") * 1000).sections) == 4


def test_conditions_that_stand_in_two_sections_stay(outline):
    conditions = "".join(
        f"{n}.在青禾县登记注册并依法纳税的第{n}类种业企业，上一年度主营业务收入达到规定数额。\n"
        for n in range(1, 6)
    )
    found = outline("一、育种奖励\n" + conditions + "二、制种奖励\n" + conditions)
    assert [s.level for s in found.sections] == [1, 2, 2, 2, 2, 2] * 2
