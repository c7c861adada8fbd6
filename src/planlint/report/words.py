"""What a user reads in reports, Chinese and English in one table: `word("targets", "zh")` is 目标指标."""

from __future__ import annotations

from typing import Literal

Lang = Literal["zh", "en"]

_WORDS: dict[str, tuple[str, str]] = {
    "document": ("文件", "Document"), "sections": ("章节", "Sections"), "targets": ("目标指标", "Targets"),
    "milestones": ("时间节点", "Milestones"), "subsidies": ("补贴资金", "Subsidies"), "responsibilities": ("责任单位", "Responsible units"),
    "citations": ("引用文件", "Citations"), "numbers": ("数字台账", "Ledger of numbers"), "title": ("标题", "Title"),
    "issuer": ("发文机关", "Issuer"), "document_number": ("发文字号", "Document number"), "signed_on": ("成文日期", "Signed on"),
    "published_on": ("发布日期", "Published on"), "kind": ("类别", "Kind"), "period": ("规划期", "Period"),
    "division": ("行政区划", "Division"), "indicator": ("指标", "Indicator"), "value": ("目标值", "Value"), "unit": ("单位", "Unit"),
    "deadline": ("时限", "Deadline"), "beneficiary": ("对象", "Beneficiary"), "amount": ("金额(元)", "Amount (yuan)"), "rate": ("比例", "Rate"),
    "cap": ("上限(元)", "Cap (yuan)"), "per": ("每", "Per"), "section": ("章节", "Section"), "role": ("角色", "Role"), "line": ("行", "Line"),
    "quote": ("原文", "Quote"), "what": ("事项", "What"), "count": ("个数", "Count"), "comparator": ("比较符", "Comparator"),
    "value_max": ("目标值上界", "Upper value"), "recurrence": ("周期", "Recurrence"), "aspirational": ("软性", "Aspirational"),
    "placeholder": ("占位", "Placeholder"), "mode": ("口径", "Mode"), "hedge": ("约数词", "Hedge"), "rule": ("规则", "Rule"), "start": ("起", "Start"),
    "end": ("止", "End"), "column": ("列", "Column"), "amount_min": ("金额下界(元)", "Amount from (yuan)"), "amount_max": ("金额上界(元)", "Amount to (yuan)"),
    "verb": ("动词", "Verb"), "payer": ("资金层级", "Payer"), "conditions": ("条件", "Conditions"), "canonical": ("规范名称", "Canonical name"),
    "gloss": ("括注", "Gloss"), "fact": ("所属事实", "Fact"), "path": ("文件", "File"), "label": ("编号", "Label"), "heading": ("标题", "Heading"),
    "level": ("级", "Level"), "parent": ("上级", "Parent"), "id": ("编号", "Id"), "none": ("（无）", "(none)"), "tasks": ("任务", "Task"),
    "lead": ("牵头", "lead"), "cooperate": ("配合", "cooperate"), "responsible": ("责任", "responsible"), "implement": ("实施", "implement"),
    "yes": ("是", "yes"), "unknown": ("未知", "unknown"), "unknown_left": ("未能判定的数字", "Numbers nobody could place"), "inherited": ("承前", "Inherited"),
    "whole": ("全文", "whole text"), "yearly": ("每年", "yearly"), "half-yearly": ("每半年", "half-yearly"), "quarterly": ("每季度", "quarterly"),
    "monthly": ("每月", "monthly"), "weekly": ("每周", "weekly"),
    "target": ("目标", "target"), "subsidy-amount": ("补贴金额", "subsidy amount"), "subsidy-rate": ("补贴比例", "subsidy rate"),
    "subsidy-cap": ("补贴上限", "subsidy cap"), "threshold": ("门槛", "threshold"), "status-quo": ("现状", "status quo"), "date": ("日期", "date"),
    "citation": ("引用", "citation"), "name": ("名称", "name"), "list-count": ("列举", "list count"), "contact": ("联系方式", "contact"),
    "chrome": ("网页残留", "chrome"), "ordinal": ("序数", "ordinal"), "qualifier": ("限定语", "qualifier"), "duration": ("期限", "duration"),
    "word": ("词语", "word"), "code": ("代码", "code"),
}  # fmt: skip


def word(key: str, lang: Lang) -> str:
    """The user's word for a key; the key itself where the table has none."""
    pair = _WORDS.get(key)
    return key if pair is None else pair[0 if lang == "zh" else 1]
