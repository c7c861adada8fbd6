"""One plan with three tables, printed in every way that copies leave tables; the facts are the same whatever the way."""

from __future__ import annotations

import html
import io

HEAD = ["云岭县促进就业实施方案（2024—2027年）", "一、工作目标", "附表1 主要指标"]
INDICATORS = [
    ["序号", "指标名称", "单位", "2023年实际", "2027年目标", "指标属性"],
    ["1", "城镇新增就业", "万人", "1.2", "≥5", "预期性"],
    ["2", "零工驿站", "家", "3", "12", "约束性"],
    ["3", "失业人员再就业率", "%", "61.5", "65左右", "预期性"],
]
TASKS_HEAD = ["二、任务分工"]
TASKS = [
    ["序号", "重点任务", "牵头单位", "配合单位", "完成时限"],
    ["1", "建设公共实训基地2个", "县人社局", "县发改局、县财政局", "2025年底前"],
    ["2", "出台创业担保贷款办法", "人行云岭支行", "县财政局，各乡镇人民政府", "2024年6月"],
    ["3", "持续开展招聘活动", "县总工会", "县工商联", "长期"],
]
SUMS_HEAD = ["三、补贴标准"]
SUMS = [
    ["补贴对象", "补贴标准（万元）"],
    ["省级创业孵化基地", "30"],
    ["市级创业孵化基地", "最高10"],
    ["吸纳毕业生的企业", "每人1000元"],
]
PARTS = ((HEAD, INDICATORS), (TASKS_HEAD, TASKS), (SUMS_HEAD, SUMS))

# indicator, comparator, value, unit, deadline, baseline, its year, attribute
TARGETS = [
    ("城镇新增就业", ">=", 50000, "人", "2027", 12000, "2023", "expected"),
    ("零工驿站", "=", 12, "家", "2027", 3, "2023", "binding"),
    ("失业人员再就业率", "~", 65, "%", "2027", 61.5, "2023", "expected"),
    ("公共实训基地", "=", 2, "个", "2025", None, None, None),
]
UNITS = [
    ("县人社局", "lead", "建设公共实训基地2个", "2025"),
    ("县发改局", "cooperate", "建设公共实训基地2个", "2025"),
    ("县财政局", "cooperate", "建设公共实训基地2个", "2025"),
    ("人行云岭支行", "lead", "出台创业担保贷款办法", "2024-06"),
    ("县财政局", "cooperate", "出台创业担保贷款办法", "2024-06"),
    ("各乡镇人民政府", "cooperate", "出台创业担保贷款办法", "2024-06"),
    ("县总工会", "lead", "持续开展招聘活动", None),
    ("县工商联", "cooperate", "持续开展招聘活动", None),
]
MILESTONES = ["2024-06"]
# beneficiary, amount, cap, per
SUBSIDIES = [
    ("省级创业孵化基地", 300000, None, None),
    ("市级创业孵化基地", None, 100000, None),
    ("吸纳毕业生的企业", 1000, None, "每人"),
]


def tabs() -> str:
    """A table row a line, tabs between cells."""
    return "\n".join(line for head, rows in PARTS for line in (*head, *("\t".join(row) for row in rows)))


def pipes() -> str:
    """Markdown tables."""
    lines = []
    for head, rows in PARTS:
        lines += ["", *head, ""]
        lines += ["| " + " | ".join(row) + " |" for row in rows[:1]] + ["|" + "---|" * len(rows[0])]
        lines += ["| " + " | ".join(row) + " |" for row in rows[1:]]
    return "\n".join(lines)


def stacked() -> str:
    """A cell a line, with blank lines between, as a copied page has them."""
    return "\n\n".join(line for head, rows in PARTS for line in (*head, *(c for row in rows for c in row)))


def docx() -> bytes:
    """A Word file with real tables."""
    from docx import Document

    document = Document()
    for head, rows in PARTS:
        for line in head:
            document.add_paragraph(line)
        table = document.add_table(len(rows), len(rows[0]))
        for y, row in enumerate(rows):
            for x, words in enumerate(row):
                table.cell(y, x).text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def page() -> bytes:
    """A web page with real tables."""
    body = []
    for head, rows in PARTS:
        body += [f"<p>{html.escape(line)}</p>" for line in head]
        cells = ["".join(f"<td>{html.escape(words)}</td>" for words in row) for row in rows]
        body.append("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>")
    return ("<html><head><meta charset='utf-8'></head><body>" + "".join(body) + "</body></html>").encode()
