"""What closes a page and is no part of the plan: lists of links above a footer, lists of other documents with their days."""

from __future__ import annotations

import pytest

from planlint.pipeline import extract

PLAN = "青溪县种业振兴方案\n一、总体要求\n坚持创新驱动，做强青溪种业。到2027年，引进育种企业20家。\n二、保障措施\n加强组织领导，定期会商调度，确保各项任务落实到位。\n"
GONE = [
    pytest.param(
        "外交部\n国防部\n云岭市\n松岭市\n望湖市\n网站地图\n云ICP备00000000号",
        "外交部",
        id="links-above-a-footer",
    ),
    pytest.param(
        "关于做好防汛工作的通知 2025-03-01\n关于建设夜市的实施方案 2025-03-02\n2025-03-04 关于培育企业100家的行动计划\n",
        "防汛",
        id="other-documents-with-days",
    ),
    pytest.param("上一篇：关于建设夜市20个的方案\n下一篇：关于种树300亩的通知\n", "夜市", id="the-next-page"),
    pytest.param("主办：青溪县人民政府办公室\n技术支持：青溪县数据局\n", "数据局", id="who-runs-the-site"),
]
KEPT = [
    pytest.param("青溪县人民政府\n2025年3月1日\n", "青溪县人民政府", id="signature"),
    pytest.param(
        "附件：1.青溪县任务分工方案\n2.青溪县进度安排计划\n3.青溪县项目清单\n", "进度安排", id="annexes"
    ),
    pytest.param(
        "育种项目\n制种项目\n加工项目\n仓储项目\n物流项目\n", "仓储项目", id="list-without-a-footer"
    ),
]


@pytest.mark.parametrize(("tail", "words"), GONE)
def test_chrome(tail, words):
    found = extract(PLAN + tail)
    assert found.clean.is_chrome(found.clean.text.index(words))
    assert found.outline.paragraph_at(found.clean.text.index(words)) is None
    assert len(found.targets) == 1


@pytest.mark.parametrize(("tail", "words"), KEPT)
def test_plan(tail, words):
    found = extract(PLAN + tail)
    assert not found.clean.is_chrome(found.clean.text.index(words))
