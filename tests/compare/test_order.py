"""The same comparison, whatever the order of the files."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from planlint import extract
from planlint.comparing import Wishes, compare, facts_of
from planlint.report.comparison.records import comparison_record
from planlint.words import Words

NOUNS = st.sampled_from(
    ["高新技术企业", "国家高新技术企业", "孵化器", "科技企业孵化器", "众创空间", "创新型企业", "研发平台"]
)
SENTENCE = st.tuples(
    st.sampled_from(["2024", "2025"]),
    st.sampled_from(["新增", "培育", "累计培育", "力争培育"]),
    NOUNS,
    st.integers(1, 99),
).map(lambda t: f"到{t[0]}年，{t[1]}{t[2]}{t[3]}家。")
PLAN = st.lists(SENTENCE, min_size=1, max_size=4).map("".join)


def record(plans):
    found = compare(plans, wishes=Wishes(suggest=True))
    return json.dumps(comparison_record(found, Words()), ensure_ascii=False)


@settings(max_examples=40, deadline=None)
@given(st.lists(PLAN, min_size=2, max_size=4, unique=True), st.randoms(use_true_random=False))
def test_any_order(bodies, random) -> None:
    from dataclasses import replace

    plans = []
    for i, body in enumerate(bodies):
        # two plans of one city in most draws: labels must not hang on the order either
        text = f"{'云岭澄江石溪'[2 * (i % 2) :][:2]}市创新发展行动计划\n\n一、目标\n{body}"
        assert extract(text).targets
        plans.append(replace(facts_of(text), path=f"{i}.txt"))
    shuffled = plans[:]
    random.shuffle(shuffled)
    assert record(shuffled) == record(plans)
