"""A name is parsed into level, noun and scope; what keeps two indicators apart is never lost."""

import pytest

from planlint.compare.names import parse_name
from planlint.compare.vocabulary import vocabulary
from planlint.rulebook import Rulebook

WORDS = vocabulary(Rulebook())


@pytest.mark.parametrize(
    ("name", "level", "noun", "scope"),
    [
        ("高新技术企业", None, "高新技术企业", None),
        ("国家高新技术企业", None, "高新技术企业", None),
        ("引进培育高新技术企业", None, "高新技术企业", None),
        ("2025年全县孵化器", None, "科技企业孵化器", None),
        ("省级众创空间", "省", "众创空间", None),
        ("新增省级众创空间", "省", "众创空间", None),
        ("省级以上科技企业孵化器", "省及以上", "科技企业孵化器", None),
        ("国家、省级科技孵化器", "省及以上", "科技企业孵化器", None),
        ("省级以上科技企业孵化器、众创空间", "省及以上", "众创空间、科技企业孵化器", None),
        ("省级以上众创空间、科技企业孵化器", "省及以上", "众创空间、科技企业孵化器", None),
        ("市级备案科创平台", "市", "创新平台", "备案"),
        ("各类创业孵化面积", None, "孵化面积", None),
        ("新增科创载体面积", None, "科创载体面积", None),
        ("入驻各类科技型企业", None, "科技型企业", "入驻"),
        ("县级以上示范家庭农场", "区县及以上", "家庭农场", "示范"),
        ("市场主体", None, "市场主体", None),
        ("森林覆盖率", None, "森林覆盖率", None),
    ],
)
def test_name(name, level, noun, scope) -> None:
    got = parse_name(name, WORDS)
    assert (got.level, got.noun, got.scope) == (level, noun, scope)


def test_what_is_like_is_not_the_same() -> None:
    """The pairs of COMPARE.md that rapidfuzz finds alike differ in level, noun or scope."""
    for one, other in (
        ("省级以上科技企业孵化器", "省级科技企业孵化器"),
        ("创业孵化面积", "新增科创载体面积"),
        ("科技型企业", "科技型中小企业"),
        ("研发平台", "研发机构"),
    ):
        assert parse_name(one, WORDS) != parse_name(other, WORDS)


def test_every_department_has_one_home() -> None:
    departments = Rulebook().words("departments")["departments"]
    names = [*departments, *(other for others in departments.values() for other in others)]
    assert len(names) == len(set(names))
