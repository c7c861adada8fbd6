"""A grammar of plans: headings, targets, provisions, lists of units and tables as officials write them, put together by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

PLACES = ["云岭市", "青溪县", "示范区", "澄江新区", "全市", "各镇（街道）"]
THEMES = ["科技创新", "工业强基", "养老服务", "绿色低碳"]
GENRES = ["行动计划", "实施方案", "若干措施", "三年行动方案（2025—2027年）"]
NOUNS = [
    "高新技术企业", "科技型中小企业", "众创空间", "研发投入强度", "规上工业增加值", "常住人口城镇化率", "充电桩", "高标准农田", "技能人才", "数字车间", "森林覆盖率",
]  # fmt: skip
UNITS = ["家", "个", "亿元", "%", "万人", "平方公里", "公里", "个百分点", "万吨标准煤", "千瓦", "亩", "件/万人", "倍", "名"]  # fmt: skip
BOUNDS = [
    "不少于", "达到", "超过", "控制在", "不高于", "力争达到", "新增", "累计", "突破", "以上", "左右", "比上年增长", "年均增长", "降至", "翻一番，达到",
]  # fmt: skip
TIMES = [
    "到2027年，", "2026年底前，", "力争三年内，", "“十五五”期间，", "每年", "2025—2027年，", "", "当年", "自发布之日起30日内，", "截至2024年底，已",
]  # fmt: skip
AGENCIES = [
    "市科技局", "市发展改革委", "市财政局", "各县（区）人民政府", "市工业和信息化局", "人行云岭分行", "市税务局、市场监管局", "市委宣传部",
]  # fmt: skip
SUMS = [
    "给予{n}万元奖励", "按{p}%给予补贴，最高不超过{n}万元", "一次性奖补{n}万元", "分别奖励{n}万元、{m}万元、{k}万元", "每户每年{n}元", "减免{k}个月租金",
    "贴息{p}%，期限不超过{k}年", "xx万元",
]  # fmt: skip
LABELS = ["一、", "二、", "（一）", "（二）", "1.", "（1）", "第一条 ", "第十二条　", "一是", "①", "（三）"]
HEADINGS = ["主要目标", "重点任务", "保障措施", "组织领导。", "培育主体：", "总体要求"]
HEADS = ["序号", "指标名称", "单位", "2024年", "2027年", "责任单位"]
ROLES = ["责任单位", "牵头单位", "配合单位", "完成时限"]


def plan(chance: random.Random) -> str:
    """One plan of two to forty lines."""
    title = f"{chance.choice(PLACES)}{chance.choice(THEMES)}{chance.choice(GENRES)}"
    kinds = (_heading, _target, _target, _provision, _duty, _table, _citation, _review)
    lines = [title, *(chance.choice(kinds)(chance) for _ in range(chance.randint(1, 40)))]
    return chance.choice(["\n", "\n", "\n\n", "\r\n", ""]).join(lines)


def number(chance: random.Random) -> str:
    """A number in one of the ways in which plans write them."""
    value = chance.choice([1, 3, 12, 40, 100, 365, 1200, 50_000]) * chance.randint(1, 9)
    plain = [str(value), f"{value:,}", f"{value / 10:.1f}", f"{value}万", f"{value}-{value * 2}"]
    return chance.choice(
        [*plain, "三十", "一百二十", "两", "五六十", "百", "3/4", "０.５", "1.2亿", "〇", "xx"]
    )


def _heading(chance: random.Random) -> str:
    return chance.choice(LABELS) + chance.choice(HEADINGS)


def _target(chance: random.Random) -> str:
    some = [
        f"{chance.choice(NOUNS)}{chance.choice(BOUNDS)}{number(chance)}{chance.choice(UNITS)}"
        for _ in range(chance.randint(1, 5))
    ]
    tail = chance.choice(["。", "；", "", "，分别达到10、20、30家。", "（较2024年提高3个百分点）。"])
    return chance.choice(TIMES) + chance.choice(["、", "，", "；其中，"]).join(some) + tail


def _provision(chance: random.Random) -> str:
    n, m, k, p = (chance.randint(1, 900) for _ in range(4))
    who = chance.choice(["新认定的", "首次", "年度"]) + chance.choice(NOUNS)
    return f"对{who}，{chance.choice(SUMS).format(n=n, m=m, k=k, p=p)}。"


def _duty(chance: random.Random) -> str:
    agencies = chance.choice(["、", "，", "；", " "]).join(chance.sample(AGENCIES, chance.randint(1, 4)))
    task = chance.choice(["推进", "完善", "建设"]) + chance.choice(NOUNS)
    return f"{task}。（{chance.choice(ROLES)}：{agencies}；完成时限：2027年6月底）"


def _table(chance: random.Random) -> str:
    width = chance.randint(2, len(HEADS))
    rows = ["\t".join(_row(i, chance)[:width]) for i in range(1, chance.randint(2, 6))]
    return "\n".join(["\t".join(HEADS[:width]), *rows])


def _row(count: int, chance: random.Random) -> list[str]:
    cells = [chance.choice(NOUNS), chance.choice(UNITS), number(chance), number(chance)]
    return [str(count), *cells, chance.choice(AGENCIES)]


def _citation(chance: random.Random) -> str:
    document = f"（云政办〔20{chance.randint(10, 29)}〕{chance.randint(1, 99)}号）"
    return f"根据《{chance.choice(PLACES)}规划纲要》{document}要求，制定本方案。"


def _review(chance: random.Random) -> str:
    came = chance.choice(["已达", "增长", "完成"])
    return f"2024年，{chance.choice(NOUNS)}{came}{number(chance)}{chance.choice(UNITS)}，居全省前三。"
