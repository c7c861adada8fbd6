"""What a unit is compared by: its field, whatever suffix, size of place or short form; governments are each their own."""

from types import SimpleNamespace

import pytest

from planlint.compare.departments import department, parts_of
from planlint.rulebook import Rulebook

RULES = Rulebook()


def named(unit, place="云岭", canonical=None):
    return department(SimpleNamespace(unit=unit, canonical=canonical), place, f"{place}方案", RULES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市经济和信息化委员会", "省工业和信息化厅"),
        ("市经济信息委", "区工信局"),
        ("县交通局", "市交通运输委员会"),
        ("市住房城乡建设管理委员会", "县住建局"),
        ("市应急局", "省应急管理厅"),
        ("云岭市生态环境局", "生态环境厅"),
        ("市文化旅游委", "县文化广电和旅游局"),
        ("区旅游文体局", "市文旅局"),
        ("市审批服务管理局", "县行政审批局"),
        ("市政务服务和数据管理局", "市大数据局"),
        ("市城管执法局", "区综合行政执法局"),
        ("县卫健局", "市卫生健康委"),
        ("资规云岭分局", "市自然资源和规划局"),
        ("云岭市国有资产监督管理委员会", "市国资委"),
        ("国家金融监督管理总局云岭监管分局", "云岭银保监分局"),
        ("人行云岭市中心支行", "中国人民银行云岭市分行"),
        ("国网云岭供电公司", "云岭供电公司"),
        ("中国移动云岭分公司", "市电信公司"),
        ("市粮食局", "市粮食和物资储备局"),
        ("市乡村振兴局", "县乡村振兴局"),
    ],
)
def test_one_field_is_one_department(one, other) -> None:
    assert named(one) == named(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市地方金融监管局", "云岭银保监分局"),
        ("市市场监管局", "市知识产权局"),
        ("市农业农村局", "市乡村振兴局"),
        ("市体育局", "市文化广电旅游局"),
        ("市总工会", "市工商联"),
        ("财政金融局", "市财政局"),
        ("市邮政管理局", "邮政公司云岭分公司"),
        ("青溪区政府", "石溪区政府"),
        ("云岭新区管委会", "石溪开发区管委会"),
        ("市发展改革委", "区经济发展局"),
        ("县公安局交警大队", "县公安局"),
    ],
)
def test_what_is_not_one_stays_apart(one, other) -> None:
    assert named(one) != named(other)


@pytest.mark.parametrize("unit", ["市政府", "县人民政府", "管委会", "区管理委员会"])
def test_a_bare_government_is_never_that_of_another_place(unit) -> None:
    assert named(unit, "云岭") != named(unit, "石溪")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("财政金融局", ("财政局", "地方金融监督管理局")),
        ("经济发展局", ("发展和改革委员会", "工业和信息化局", "商务局")),
        ("教育科技局", ("教育局", "科学技术局")),
        ("财政局", ()),
        ("自然资源局", ()),
    ],
)
def test_a_combined_bureau_says_whose_work_it_does(name, parts) -> None:
    assert parts_of(name, RULES) == parts
