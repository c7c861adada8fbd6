"""What `extract --explain` says, in both languages; words.py holds it with the others."""

from __future__ import annotations

EXPLAIN_WORDS: dict[str, tuple[str, str]] = {
    "explain.decided": ("判定：{step} {rule}{title}", "Decided by {step}: {rule}{title}"),
    "explain.because": ("依据：{words}", "Because of: {words}"),
    "explain.zone": ("语境：{tense} · {part}", "Zone: {tense}, {part}"),
    "explain.deadline": ("时限：{date}（{words}）", "Deadline in force: {date} ({words})"),
    "explain.no_deadline": ("时限：没有", "Deadline in force: none"),
    "explain.others": ("其他步骤：{steps}", "Other steps: {steps}"),
    "explain.silent": ("—", "nothing"),
    "explain.by_shape": (
        "判定：{rule}（按所在位置，不是数量）",
        "Decided: {rule} (by its place; it counts nothing)",
    ),
    "explain.nothing": (
        "--explain: 在 {path} 里找不到 “{place}” 处的数字；请给出 行:列（如 12:26）、行号，或原文中带数字的一段话",
        "--explain: no number at “{place}” in {path}; give LINE:COLUMN (12:26), a line, or words of the text with a number in them",
    ),
    "explain.one": (
        "--explain 一次只能用于一份文件；请只给出一个路径",
        "--explain is for one document at a time; name one path",
    ),
    "explain.format": (
        "--explain 只输出 console 或 json；不能与 --format {format} 同用",
        "--explain prints console or json; it cannot be used with --format {format}",
    ),
    "help.explain_place": (
        "只解释这一处的数字是怎样判定的：行:列（12:26）、行号，或原文中的一段话",
        "Only explain how the numbers at a place were decided: LINE:COLUMN (12:26), a line, or words of the text",
    ),
    "tense.review": ("回顾与现状", "review"),
    "tense.plan": ("计划", "plan"),
    "tense.norm": ("规范", "norm"),
    "tense.told": ("访谈", "told in an interview"),
    "tense.unknown": ("未说明", "not told"),
    "part.background": ("背景", "background"),
    "part.goals": ("目标", "goals"),
    "part.tasks": ("任务", "tasks"),
    "part.conditions": ("条件", "conditions"),
    "part.procedure": ("程序", "procedure"),
    "part.safeguards": ("保障", "safeguards"),
    "part.glossary": ("名词解释", "glossary"),
    "part.body": ("正文", "body"),
    "step.money": ("资金", "money"),
    "step.list": ("列举延续", "list"),
    "step.names": ("名称与引用", "names"),
    "step.zone": ("语境", "zone"),
    "step.relations": ("关系", "relations"),
    "step.commitments": ("承诺词", "commitments"),
    "step.default": ("默认", "default"),
    "step.unknown": ("未知", "unknown"),
}
