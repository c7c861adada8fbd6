"""What a number is decided to be, and by which step of the order."""

import pytest

from planlint.decisions.order import ORDER
from planlint.pipeline import decide_all

HEAD = "云岭市消费促进行动方案（2025—2027年）\n一、主要任务\n"


def decided(text: str) -> tuple[str, str]:
    """Role and rule of the number behind ⟦."""
    at = text.index("⟦")
    found = decide_all(text.replace("⟦", ""))
    return next(
        (d.role, d.rule)
        for d in found.decisions.values()
        if d.quantity.number.start <= at < d.quantity.number.end
    )


@pytest.mark.parametrize(
    ("text", "role", "rule"),
    [
        pytest.param(HEAD + "对新设企业，给予⟦20万元奖励。", "subsidy-amount", "SUB-amount", id="money"),
        pytest.param(HEAD + "肉、奶产量分别达到35万吨和⟦60万吨。", "target", "ROL200", id="a list goes on"),
        pytest.param(HEAD + "搭建⟦一个平台。", "word", "ROL012", id="a word counts nothing"),
        pytest.param(HEAD + "五年来，梳理事项⟦300项。", "status-quo", "ZON-review", id="a review"),
        pytest.param(HEAD + "片区占地面积⟦300亩。", "status-quo", "ROL030", id="the size of a site"),
        pytest.param(HEAD + "建设公寓⟦160套。", "target", "ROL210", id="a verb that commits"),
        pytest.param(HEAD + "理清⟦30笔历史欠账。", "target", "DEC-default", id="an open verb: by default"),
        pytest.param(
            "一、申报条件\n理清历史欠账⟦30笔。", "threshold", "ROL054", id="conditions have no default"
        ),
    ],
)
def test_decision(text, role, rule):
    assert decided(text) == (role, rule)


def test_the_order_ends_with_a_step_that_always_decides():
    assert [step.name for step in ORDER] == [
        "money", "list", "names", "zone", "relations", "commitments", "default", "unknown",
    ]  # fmt: skip
    assert all(
        decision.role
        for decision in decide_all(HEAD + "甲300。乙⟦3个，丙。".replace("⟦", "")).decisions.values()
    )


def test_each_quantity_of_a_sentence_is_decided_once():
    found = decide_all(HEAD + "建设公寓160套，其中人才公寓80套。对新设企业，给予20万元奖励。")
    spans = [decision.quantity.number for decision in found.decisions.values()]
    assert len(spans) == len(set(spans)) == 3
