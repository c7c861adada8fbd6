"""How a number is meant, the same in extraction and comparison."""

import pytest

from planlint import extract

HEAD = "云岭市发展行动方案（2025—2027年）\n一、主要任务\n（一）工作。\n到2027年，"


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        pytest.param("高新技术企业达到40家。", "达到", id="新 in 高新 adds nothing"),
        pytest.param("新增高新技术企业40家。", "新增", id="what is added"),
        pytest.param("培育高新技术企业40家。", "培育", id="what is raised"),
        pytest.param("城镇新增就业5万人。", "新增", id="said inside the name"),
        pytest.param("工业增加值达到300亿元。", "达到", id="增加 in 增加值 is no growth"),
        pytest.param("工业增加值增长6%。", "增速", id="growth"),
        pytest.param("数字经济占地区生产总值比重达到45%。", "占比", id="a share"),
        pytest.param("各类创业孵化面积达到10万平方米。", "达到", id="孵化 inside the name"),
        pytest.param("累计培训技能人才3万人。", "培育", id="how it adds up is its basis"),
        pytest.param("实施农村危房改造2000户。", "新增", id="the deed behind its object"),
        pytest.param("供热管网1200公里。", None, id="nothing says it"),
    ],
)
def test_mode(text: str, mode: str | None) -> None:
    (target,) = extract(HEAD + text).targets
    assert target.mode == mode
