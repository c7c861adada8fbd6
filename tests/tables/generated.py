"""Tables of ten kinds with made-up rows, and the twelve ways in which copies print them; the facts are known from the making."""

from __future__ import annotations

import html
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

PLACES = ["青溪", "白石", "云岭", "东屏", "南渡"]
NOUNS = [
    "公共充电桩",
    "社区书屋",
    "口袋公园",
    "农村公路",
    "养老床位",
    "智能工厂",
    "冷链仓库",
    "污水管网",
    "屋顶光伏",
    "便民市集",
    "体育场地",
    "托育园",
]
RATES = [
    "森林覆盖率",
    "垃圾分类覆盖率",
    "自来水普及率",
    "规范化建设率",
    "居民健康档案建档率",
    "高标准农田占比",
    "机械化率",
    "办结率",
]
UNITS = [
    "市教育局",
    "市财政局",
    "市民政局",
    "市水利局",
    "市商务局",
    "市交通运输局",
    "市农业农村局",
    "市住房城乡建设局",
    "市卫生健康委",
    "市发展改革委",
]
TASKS = [
    "出台扶持办法",
    "建立联席会议制度",
    "开展安全隐患排查",
    "编制专项规划",
    "组建工作专班",
    "完善统计监测体系",
    "健全信用评价机制",
    "推广线上办理",
    "优化审批流程",
]
GROUPS = ["一、设施提升", "二、服务优化", "三、机制保障"]
CATEGORIES = ["基础设施", "公共服务", "产业发展"]


@dataclass
class Cell:
    """One cell; `merged` says that the cell above reaches here, its words are those of that cell."""

    text: str
    merged: bool = False


@dataclass
class Made:
    """A table as made: heads, rows, the names of groups before some rows, and the facts that stand in it."""

    kind: str
    heads: list[str]
    rows: list[list[Cell]] = field(default_factory=list)
    groups: dict[int, str] = field(default_factory=dict)
    targets: set[tuple] = field(default_factory=set)
    units: set[tuple] = field(default_factory=set)
    sums: set[tuple] = field(default_factory=set)
    caption: str = "主要内容如下"

    def shuffled(self, rng: random.Random, keep: int) -> Made:
        """The same with its columns in another order behind the first `keep`."""
        order = list(range(keep, len(self.heads)))
        rng.shuffle(order)
        order = [*range(keep), *order]
        self.heads = [self.heads[i] for i in order]
        self.rows = [[row[i] for i in order] for row in self.rows]
        return self


def indicators(rng: random.Random, *, years: bool = False, category: bool = False) -> Made:
    """指标 | 单位 | 基期 | 目标 | 属性, or a column for each year; with a category before the number."""
    heads = (
        ["序号", "指标名称", "单位"]
        + (["2026年", "2027年", "2028年"] if years else ["2025年现状", "2028年目标"])
        + ["指标属性"]
    )
    made = Made("indicators", ["类别", *heads] if category else heads)
    names = rng.sample(RATES, 4) + rng.sample(NOUNS, 3)
    for n, name in enumerate(names, 1):
        share = name in RATES
        base = round(rng.uniform(40, 80), 1) if share else rng.randint(20, 400)
        steps = [round(base * (1 + 0.05 * k), 1 if share else 0) for k in (1, 2, 3)]
        steps = steps if share else [int(step) for step in steps]
        unit = "%" if share else "个"
        values = (
            [str(step) for step in steps] if years else [str(base), f"{rng.choice(['≥', ''])}{steps[-1]}"]
        )
        row = [
            Cell(str(n)),
            Cell(name),
            Cell(unit),
            *map(Cell, values),
            Cell("约束性" if n % 2 else "预期性"),
        ]
        if category:
            group = CATEGORIES[(n - 1) // 3]
            row.insert(0, Cell(group, merged=(n - 1) % 3 > 0))
        made.rows.append(row)
        if years:
            made.targets |= {
                (name, float(s), unit, str(y)) for s, y in zip(steps, (2026, 2027, 2028), strict=True)
            }
        else:
            made.targets.add((name, float(steps[-1]), unit, "2028"))
    return made


def tasks(
    rng: random.Random, *, measures: bool = False, category: bool = False, groups: bool = False
) -> Made:
    """重点任务 | 牵头单位 | 配合单位 | 完成时限; with measures below a task that is merged, with a category, with names of groups."""
    heads = ["序号", "重点任务", *(["具体举措"] if measures else []), "牵头单位", "配合单位", "完成时限"]
    made = Made("tasks", ["类别", *heads] if category else heads)
    names = rng.sample(TASKS, 5)
    n = 0
    for i, name in enumerate(names):
        for j in range(2 if measures and i % 2 else 1):
            n += j == 0
            lead, *others = rng.sample(UNITS, 3)
            date, due = rng.choice([("2026年6月", "2026-06"), ("2027年底前", "2027"), ("长期", None)])
            row = [Cell(str(n), merged=j > 0), Cell(name, merged=j > 0)]
            row += [Cell(f"制定{name[2:]}清单第{'一二'[j]}批")] if measures else []
            row += [Cell(lead), Cell("、".join(others)), Cell(date)]
            if category:
                row.insert(0, Cell(CATEGORIES[i // 2], merged=i % 2 > 0))
            if groups and i in (0, 2):
                made.groups[len(made.rows)] = GROUPS[i // 2]
            made.rows.append(row)
            made.units |= {(lead, "lead", f"{n}.", due)} | {
                (unit, "cooperate", f"{n}.", due) for unit in others
            }
    return made


def answering(rng: random.Random) -> Made:
    """事项名称 | 市级主管部门 | 乡镇承接机构: heads that no list holds; no numbers."""
    made = Made("answering", ["事项名称", "市级主管部门", "县级配合科室", "计划完成时间"])
    for name in rng.sample(TASKS, 5):
        one, other = rng.sample(UNITS, 2)
        made.rows.append([Cell(name), Cell(one), Cell(other), Cell("2026年12月")])
        made.units |= {(one, "responsible", None, "2026-12"), (other, "cooperate", None, "2026-12")}
    return made


def subsidies(rng: random.Random) -> Made:
    """补贴对象 | 补贴标准（万元）."""
    made = Made("subsidies", ["补贴对象", "补贴标准（万元）"])
    for name in rng.sample(NOUNS, 5):
        sum_ = rng.randint(2, 90)
        made.rows.append([Cell(f"省级{name}"), Cell(str(sum_))])
        made.sums.add((f"省级{name}", sum_ * 10_000))
    return made


def standards(rng: random.Random) -> Made:
    """一级指标 | 二级指标 | 评价标准: the number stands in the standard."""
    made = Made("standards", ["一级指标", "二级指标", "评价标准", "数据来源"])
    for i, name in enumerate(rng.sample(RATES, 6)):
        value = rng.randint(50, 95)
        made.rows.append(
            [
                Cell(CATEGORIES[i // 2], merged=i % 2 > 0),
                Cell(name),
                Cell(f"较上一年增加，2027年达到{value}%"),
                Cell("现场抽查"),
            ]
        )
        made.targets.add((name, float(value), "%", "2027"))
    return made


def plain(rng: random.Random) -> Made:
    """项目类型 | 项目个数 | 投资规模（万元）."""
    made = Made("plain", ["项目类型", "项目个数", "计划投资（万元）"], caption="云岭市2027年度项目汇总表")
    for name in rng.sample(NOUNS, 5):
        count, money = rng.randint(2, 40), rng.randint(200, 9000)
        made.rows.append([Cell(name), Cell(str(count)), Cell(str(money))])
        made.targets |= {
            (name, float(count), None, "2027"),
            (f"{name}计划投资", money * 10_000.0, "元", "2027"),
        }
    return made


def by_year(rng: random.Random) -> Made:
    """年度 | 新建充电桩（个） | …: the rows are years."""
    one, other = rng.sample(NOUNS, 2)
    made = Made("by_year", ["年度", f"新建{one}（个）", f"新建{other}（个）"])
    for year in (2026, 2027, 2028):
        a, b = rng.randint(3, 90), rng.randint(3, 90)
        made.rows.append([Cell(f"{year}年"), Cell(str(a)), Cell(str(b))])
        made.targets |= {
            (f"新建{one}", float(a), "个", str(year)),
            (f"新建{other}", float(b), "个", str(year)),
        }
    return made


KINDS = {
    "indicators": indicators,
    "indicators-years": lambda rng: indicators(rng, years=True),
    "indicators-category": lambda rng: indicators(rng, category=True),
    "tasks": tasks,
    "tasks-shuffled": lambda rng: tasks(rng).shuffled(rng, 2),
    "tasks-groups": lambda rng: tasks(rng, groups=True),
    "tasks-category": lambda rng: tasks(rng, category=True),
    "tasks-measures": lambda rng: tasks(rng, measures=True),
    "answering": answering,
    "subsidies": subsidies,
    "standards": standards,
    "plain": plain,
    "by-year": by_year,
}
TITLE = "云岭市城市品质提升行动方案（2026—2028年）"
HEADING = "一、重点安排"


def _around(made: Made, body: str) -> str:
    return f"{TITLE}\n{HEADING}\n{made.caption}\n{body}\n二、组织保障\n加强组织领导，形成工作合力。\n"


def _grid(made: Made) -> list[list[str]]:
    """Rows with blanks where a cell is merged; the name of a group fills a row."""
    rows = [made.heads]
    for i, row in enumerate(made.rows):
        if i in made.groups:
            rows.append([made.groups[i]])
        rows.append(["" if cell.merged else cell.text for cell in row])
    return rows


def tabs(made: Made) -> str:
    """A row a line, tabs between the cells, merged cells blank."""
    return _around(made, "\n".join("\t".join(row) for row in _grid(made)))


def tabs_short(made: Made) -> str:
    """The same where merged cells have left nothing behind."""
    return _around(made, "\n".join("\t".join(words for words in row if words) for row in _grid(made)))


def pipes(made: Made) -> str:
    """A Markdown table."""
    head, *rows = _grid(made)
    lines = [
        "| " + " | ".join(head) + " |",
        "|" + "---|" * len(head),
        *("| " + " | ".join(row) + " |" for row in rows),
    ]
    return _around(made, "\n".join(lines))


def wide_blanks(made: Made) -> str:
    """Three blanks between cells."""
    return _around(made, "\n".join("   ".join(words for words in row if words) for row in _grid(made)))


def blanks(made: Made) -> str:
    """One blank between cells."""
    return _around(made, "\n".join(" ".join(words for words in row if words) for row in _grid(made)))


def lines(made: Made) -> str:
    """A cell a line."""
    return _around(made, "\n".join(words for row in _grid(made) for words in row if words))


def lines_apart(made: Made) -> str:
    """A cell a line with blank lines between."""
    return _around(made, "\n\n".join(words for row in _grid(made) for words in row if words))


def lines_led(made: Made) -> str:
    """A cell a line, all but the first of a row behind a tab, a blank line between rows."""
    rows = ("\n\t".join(words for words in row if words) for row in _grid(made))
    return _around(made, "\n\t\n".join(rows))


def one_line(made: Made) -> str:
    """The whole table run together in one line."""
    return _around(made, "".join("".join(row) for row in _grid(made)))


def run_rows(made: Made) -> str:
    """Rows are lines in which the cells run together."""
    return _around(made, "\n".join("".join(row) for row in _grid(made)))


def page(made: Made) -> bytes:
    """A web page with merged cells."""
    out = ["".join(f"<td>{html.escape(words)}</td>" for words in made.heads)]
    for i, row in enumerate(made.rows):
        if i in made.groups:
            out.append(f"<td colspan='{len(row)}'>{made.groups[i]}</td>")
        cells = []
        for x, cell in enumerate(row):
            if not cell.merged:
                down = 1
                while i + down < len(made.rows) and made.rows[i + down][x].merged:
                    down += 1
                cells.append(f"<td rowspan='{down}'>{html.escape(cell.text)}</td>")
        out.append("".join(cells))
    table = "<table>" + "".join(f"<tr>{row}</tr>" for row in out) + "</table>"
    return (
        f"<html><head><meta charset='utf-8'></head><body><p>{TITLE}</p><p>{HEADING}</p><p>{made.caption}</p>{table}"
        "<p>二、组织保障</p><p>加强组织领导，形成工作合力。</p></body></html>"
    ).encode()


def docx(made: Made) -> bytes:
    """A Word file with merged cells."""
    from docx import Document

    document = Document()
    for line in (TITLE, HEADING, made.caption):
        document.add_paragraph(line)
    grid = _grid(made)
    table = document.add_table(len(grid), len(made.heads))
    at = 0
    first: dict[int, int] = {}
    for y, row in enumerate(grid):
        if len(row) == 1 < len(made.heads):
            table.cell(y, 0).merge(table.cell(y, len(made.heads) - 1)).text = row[0]
            continue
        source = made.rows[at] if y else None
        at += bool(y)
        for x, words in enumerate(row):
            if source is not None and source[x].merged:
                table.cell(first[x], x).merge(table.cell(y, x))
            else:
                table.cell(y, x).text = words
                first[x] = y
    document.add_paragraph("二、组织保障")
    document.add_paragraph("加强组织领导，形成工作合力。")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


PARTED = {
    "tabs": tabs,
    "tabs-short": tabs_short,
    "pipes": pipes,
    "wide-blanks": wide_blanks,
    "blanks": blanks,
    "html": page,
    "docx": docx,
}
A_LINE = {"lines": lines, "lines-apart": lines_apart, "lines-led": lines_led}
RUN_TOGETHER = {"one-line": one_line, "run-rows": run_rows}
