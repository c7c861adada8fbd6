"""Writes docs/rules/ from the rule files; `--check` only compares and exits 1 where a page is stale."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.check.engine_codes import engine_codes
from planlint.check.rules import load_checks
from planlint.decisions.order import ORDER
from planlint.report.rule_page import render
from planlint.rulebook import Rulebook
from planlint.rulebook.roles import PATTERN_FIELDS, RoleRule, load_roles

if TYPE_CHECKING:
    from planlint.rulebook.checks import CheckRule

PAGES = Path(__file__).resolve().parent / "rules"
ORDER_PAGE = PAGES.parent / "decisions.md"


def main(arguments: list[str]) -> int:
    """0 where every page is as the rules say (or was written so), 1 where `--check` finds one that is not."""
    roles, checks = load_roles(Rulebook()), load_checks(Rulebook())
    pages = {f"{rule.id}.md": page(rule) for rule in roles}
    pages |= {f"{rule.id}.md": render(rule) for rule in checks}
    pages |= {f"{code.id}.md": render(code) for code in engine_codes().values()}
    pages["README.md"] = index(roles) + index_of_checks(checks)
    order = page_of_order()
    here = {path.name: path.read_text(encoding="utf-8") for path in PAGES.glob("*.md")}
    if "--check" in arguments:
        stale = sorted(name for name in pages.keys() | here.keys() if pages.get(name) != here.get(name))
        for name in stale:
            sys.stderr.write(f"docs/rules/{name}: not as the rule files say; run python docs/generate.py\n")
        if not ORDER_PAGE.is_file() or ORDER_PAGE.read_text(encoding="utf-8") != order:
            sys.stderr.write("docs/decisions.md: not as the order says; run python docs/generate.py\n")
            return 1
        return 1 if stale else 0
    ORDER_PAGE.write_text(order, encoding="utf-8")
    PAGES.mkdir(exist_ok=True)
    for name in here.keys() - pages.keys():
        (PAGES / name).unlink()
    for name, text in pages.items():
        (PAGES / name).write_text(text, encoding="utf-8")
    return 0


def page_of_order() -> str:
    """The order in which numbers are decided, step by step."""
    rows = "".join(f"{i}. **{step.name}**: {step.asks}\n" for i, step in enumerate(ORDER, 1))
    head = (
        "# How a number is decided\n\nEvery quantity of the text is decided once, before any fact is built. The steps are asked in this order; the first that says\n"
        "something decides, and the last always does. `planlint extract plan.txt --explain PLACE` shows what each step says of a number.\n"
        "Written by `python docs/generate.py` from src/planlint/decisions/order.py.\n\n"
    )
    return head + rows


def index(rules: tuple[RoleRule, ...]) -> str:
    """The table of all role rules in the order in which they are asked."""
    rows = "".join(f"| [{r.id}]({r.id}.md) | {r.name} | {r.title} | {r.role} |\n" for r in rules)
    head = "# 角色规则\n\n哪个数字是什么：按次序逐条询问，先符合的一条决定。本目录由 `python docs/generate.py` 从 rules/roles/ 生成。\n\n"
    return f"{head}| 编号 | 名称 | 中文名 | 角色 |\n|---|---|---|---|\n{rows}"


def index_of_checks(rules: tuple[CheckRule, ...]) -> str:
    """The table of all checks by id."""
    level = {"error": "错误", "warning": "警告", "info": "提示"}
    fix = {"safe": "`--fix`", "ask": "`--unsafe-fixes`", None: ""}
    rows = "".join(
        f"| [{r.id}]({r.id}.md) | {r.name} | {r.title} | {level[r.level]} | {fix[r.fix]} |\n" for r in rules
    )
    head = "\n# 检查规则\n\n`planlint check` 查什么，由 rules/checks/ 生成；`planlint explain 编号` 显示同样的内容。\n\n"
    return f"{head}| 编号 | 名称 | 中文名 | 级别 | 修复 |\n|---|---|---|---|---|\n{rows}"


def page(rule: RoleRule) -> str:
    """One rule: what it does, why, what it cannot see, its patterns and examples."""
    parts = [
        f"# {rule.id} {rule.title}（{rule.name}）\n",
        f"{rule.summary}\n",
        f"**判为**：{rule.role}　**次序**：{rule.order}\n",
    ]
    if rule.why:
        parts.append(f"**为什么**：{rule.why}\n")
    if rule.limits:
        parts.append(f"**局限**：{rule.limits}\n")
    patterns = [(name, getattr(rule, name)) for name in PATTERN_FIELDS if getattr(rule, name)]
    if rule.kinds:
        patterns.insert(0, ("kinds", "、".join(sorted(rule.kinds))))
    parts.append("## 条件\n\n" + "".join(f"- `{name}`: `` {value} ``\n" for name, value in patterns))
    parts.append(
        "## 例子\n\n" + "".join(f"- {e.expect}：{' / '.join(e.text.splitlines())}\n" for e in rule.examples)
    )
    return "\n".join(parts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
