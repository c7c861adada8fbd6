"""What a document says of itself: title, number, dates, issuer and period, in the forms that files have."""

from __future__ import annotations

import pytest

from planlint.pipeline import extract

BODY = "一、总体要求\n建成平台。\n二、保障措施\n加强领导。\n"
TITLES = [
    pytest.param("云岭市\n养老服务\n提升方案\n（2025—2027年）\n" + BODY, "云岭市养老服务提升方案（2025—2027年）", id="place-on-its-own-line"),
    pytest.param("青溪县关于加快\n特色种植和农产品加工\n融合发展的实施意见\n" + BODY, "青溪县关于加快特色种植和农产品加工融合发展的实施意见", id="three-lines"),
    pytest.param("标　　题：青溪县支持外贸若干措施\n" + BODY, "青溪县支持外贸若干措施", id="label-with-blanks"),
    pytest.param("青溪县人民政府关于撤销\n云桥村的批复\n青政函〔2025〕4号\n云桥镇人民政府：\n同意撤销。\n", "青溪县人民政府关于撤销云桥村的批复", id="reply"),
    pytest.param("根据《青溪县公开招聘实施办法》，现招聘教师七名。\n" + BODY, None, id="a-name-that-is-leant-on"),
    pytest.param("《青溪县营商环境方案》的重点任务中提出，优化环境包括哪些？\n一、简化手续。\n二、压缩时限。\n", None, id="a-name-that-is-asked-about"),
    pytest.param("青溪县人民政府\n2025年3月1日\n青溪县夜市提升行动方案\n" + BODY, "青溪县夜市提升行动方案", id="signature-above"),
    pytest.param("关于做好种业振兴工作的意见（2025年1月2日）\n" + BODY, "关于做好种业振兴工作的意见", id="date-in-brackets"),
]  # fmt: skip
PERIODS = [
    pytest.param("青溪县若干措施\n" + BODY + "本措施适用于2025年1月1日至2027年12月31日的兑现范围。", (2025, 2027), id="applies-to"),
    pytest.param("青溪县若干措施\n" + BODY + "本措施有效期自2024年8月1日起至2026年7月31日止。", (2024, 2026), id="valid-from-to"),
    pytest.param("青溪县若干措施\n" + BODY + "本措施自2024年8月1日起施行，有效期两年。", (2024, 2026), id="valid-for"),
    pytest.param("青溪县若干措施\n" + BODY + "本措施自2025年1月1日起施行，有效期三年。", (2025, 2027), id="valid-for-from-new-year"),
    pytest.param("青溪县人才工程意见\n一、目标\n2012年起5年内，引进人才300名。\n二、保障\n", (2012, 2016), id="years-from"),
    pytest.param("实施日期：2025-09-25\n失效日期：2028-09-25\n青溪县若干措施\n" + BODY, (2025, 2028), id="page-rows"),
    pytest.param("青溪县2025年第四季度巡演工作方案\n" + BODY, (2025, 2025), id="quarter"),
    pytest.param("青溪县若干措施\n" + BODY + "对2024年1月1日以后入库的企业奖励1万元。", None, id="a-day-of-entry"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_title(text, title):
    assert extract(text).document.title == title


@pytest.mark.parametrize(("text", "years"), PERIODS)
def test_period(text, years):
    period = extract(text).document.period
    assert (period and (period.start, period.end)) == years


def test_work_report():
    found = extract(
        "2026年政府工作报告\n——2026年1月20日在云岭省第十届人民代表大会第四次会议上\n来源：云岭日报\n时间：2026-02-01\n省长 张三\n各位代表：\n现在，我代表省人民政府，向大会报告工作。\n一、回顾\n二、安排\n"
    ).document
    assert (found.issuer, found.signed_on, found.published_on) == (
        "云岭省人民政府",
        "2026-01-20",
        "2026-02-01",
    )
    assert found.period is not None
    assert (found.period.start, found.period.end) == (2026, 2026)


def test_joint_issuers_in_two_columns():
    found = extract(
        "现将《云岭省县域商业方案》印发给你们。\n云岭省商务厅 \u00a0 云岭省财政厅\n云岭省供销合作社联合社 \u00a0 中国人民银行云岭中心支行\n2021年11月2日\n云岭省县域商业方案\n"
        + BODY
    ).document
    assert found.issuer == "云岭省商务厅 云岭省财政厅 云岭省供销合作社联合社 中国人民银行云岭中心支行"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("云岭市人民政府办公室关于同意建立联席会议制度的函云府办函〔2021〕52号市教委：来函收悉。经研究，同意建立。", "云府办函〔2021〕52号", id="one-line-letter"),
        pytest.param("首页 微信 QQ空间 云综管〔2022〕26号云岭区管委会关于印发《云岭区养老规划》的通知各处室：现印发给你们。云岭区养老规划一、背景。二、目标。", "云综管〔2022〕26号", id="glued-to-a-page"),
        pytest.param("云岭市养老规划\n一、背景\n根据云政发〔2020〕3号执行。\n二、目标\n", None, id="cited"),
    ],
)  # fmt: skip
def test_number(text, number):
    assert extract(text).document.document_number == number


@pytest.mark.parametrize(
    ("head", "day"),
    [
        pytest.param("来源：云岭市服务局 \n日期：2025-03-04 09:43\n", "2025-03-04", id="label-on-a-line"),
        pytest.param("发文日期：2025-03-04\n", None, id="day-of-signature"),
        pytest.param("申报时间：2025-03-04\n", None, id="another-date"),
    ],
)
def test_published(head, day):
    assert extract(head + "云岭市养老规划\n" + BODY).document.published_on == day
