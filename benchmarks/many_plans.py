"""Plans in any number, each unlike the others: `python benchmarks/many_plans.py 1000 FOLDER` writes 云岭市0001.txt and its fellows.

A plan has two dozen targets, some without a number, six provisions, twelve tasks with units, and dates; names, values, order and wording come
from a generator of random numbers that begins at the plan's own number, so that a run gives the same plans as the last one.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST = "云青石澄临长安宁平永新东西南北金银玉松柏"
_LAST = "岭溪川江湖山阳城州海泉原丰泰和"
_TRADES = ("智能制造", "生物医药", "现代农业", "文化旅游", "低空经济", "新材料", "数字经济", "绿色建材")
_COUNTS = (
    "高新技术企业|家", "科技型中小企业|家", "省级专精特新中小企业|家", "省级以上创新平台|个", "众创空间|家", "产业园区|个", "公共充电桩|个",
    "高层次人才|名", "数字化车间|个", "5G基站|个", "技术经理人|名", "农民合作社|家", "口袋公园|个", "养老服务中心|个", "托育机构|家",
)  # fmt: skip
_SIZES = (
    "科创载体面积|万平方米", "高标准农田|万亩", "固定资产投资|亿元", "粮食产量|万吨", "新改建农村公路|公里", "规模以上工业增加值|亿元",
    "光伏装机规模|万千瓦", "供水管网|公里",
)  # fmt: skip
_SHARES = (
    "研发经费投入强度",
    "城镇化率",
    "森林覆盖率",
    "生活垃圾回收利用率",
    "规上工业企业数字化转型比例",
    "基层就诊率",
)
_VERBS = ("培育", "新增", "引进培育", "建成", "打造", "累计建成")
_BOUNDS = ("", "不少于", "超过", "力争达到", "达到")
_UNITS = (
    "科技局",
    "工信局",
    "发展改革委",
    "财政局",
    "农业农村局",
    "商务局",
    "人社局",
    "住建局",
    "文旅局",
    "交通运输局",
)
_GIFTS = (
    "高新技术企业",
    "科技企业孵化器",
    "众创空间",
    "专精特新“小巨人”企业",
    "企业技术中心",
    "院士工作站",
    "绿色工厂",
    "上市企业",
)
_WISHES = (
    "大力培育科技领军企业",
    "积极引进高端研发机构",
    "加快建设中试基地",
    "持续完善服务体系",
    "推动数据要素流通",
    "培育一批链主企业",
)


def plan_text(number: int) -> str:
    """The plan of that number."""
    chance = random.Random(number)
    place = f"{_FIRST[number % 20]}{_LAST[number // 20 % 15]}{'市县区'[number % 3]}"
    trade, start = chance.choice(_TRADES), chance.randint(2019, 2026)
    title = f"{place}{trade}高质量发展行动计划（{start}—{start + 3}年）"
    parts = [title, f"为推动{place}第{number}号{trade}片区建设，制定本计划。", "一、总体目标"]
    parts += _targets(chance, start)
    parts.append("二、重点任务")
    parts += _tasks(chance, trade, start)
    parts.append("三、支持政策")
    parts += _provisions(chance)
    return "\n".join(parts) + "\n"


def _targets(chance: random.Random, start: int) -> Iterator[str]:
    said = [_amount(chance, name) for name in chance.sample(_COUNTS, 11)]
    said += [_amount(chance, name) for name in chance.sample(_SIZES, 6)]
    said += [f"{name}达到{chance.randint(200, 950) / 10}%" for name in chance.sample(_SHARES, 4)]
    chance.shuffle(said)
    for year in (start + 1, start + 3):
        half, said = said[:11], said[11:]
        yield f"到{year}年，{'，'.join(half)}。"


def _amount(chance: random.Random, name: str) -> str:
    noun, unit = name.split("|")
    return f"{chance.choice(_VERBS)}{noun}{chance.choice(_BOUNDS)}{chance.randint(2, 900)}{unit}"


def _tasks(chance: random.Random, trade: str, start: int) -> Iterator[str]:
    for i in range(1, 13):
        first, *others = chance.sample(_UNITS, 3)
        yield f"（{'一二三四五六七八九十'[(i - 1) % 10]}）{chance.choice(_VERBS)}{trade}{chance.choice(_GIFTS)}"
        wish = f"{chance.choice(_WISHES)}，{chance.choice(_WISHES)}，完善第{chance.randint(1, 999_999)}号方案的协同机制。"
        due = f"{chance.randint(start, start + 3)}年{chance.randint(1, 12)}月底前完成{chance.choice(_GIFTS)}申报。"
        yield f"{wish}{due if i % 3 == 0 else ''}（牵头单位：{first}；责任单位：{'、'.join(others)}）"


def _provisions(chance: random.Random) -> Iterator[str]:
    for i, name in enumerate(chance.sample(_GIFTS, 6), 1):
        level, sums = chance.choice(("国家级", "省级", "市级")), sorted(chance.sample(range(5, 200, 5), 2))
        yield f"{i}.对新认定的{level}{name}，给予一次性奖励{sums[0]}万元；复审通过的，最高奖励{sums[1]}万元。"


def write_plans(folder: Path, count: int) -> None:
    """So many files in a folder, made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"plan{number:05}.txt").write_text(plan_text(number), encoding="utf-8")


if __name__ == "__main__":
    write_plans(Path(sys.argv[2]), int(sys.argv[1]))
