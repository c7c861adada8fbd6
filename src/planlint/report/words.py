"""Every text that a user reads, once, in both languages: `Words("zh")["targets"]` is 目标指标."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.report.book_words import BOOK_WORDS
from planlint.report.cascade_words import CASCADE_WORDS
from planlint.report.check_words import CHECK_WORDS
from planlint.report.compare_words import COMPARE_WORDS
from planlint.report.explain_words import EXPLAIN_WORDS
from planlint.report.page_words import PAGE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

LANGUAGES = ("zh", "en")

_REPORT = {
    # kinds of facts
    "document": ("文件", "Document"),
    "sections": ("章节", "Sections"),
    "targets": ("目标指标", "Targets"),
    "milestones": ("时间节点", "Milestones"),
    "subsidies": ("补贴资金", "Subsidies"),
    "responsibilities": ("责任单位", "Responsible units"),
    "citations": ("引用文件", "Citations"),
    "numbers": ("数字台账", "Ledger of numbers"),
    "warnings": ("提示", "Warnings"),
    # fields, as column heads
    "fact_kind": ("类型", "Type of fact"),
    "path": ("文件", "File"),
    "title": ("标题", "Title"),
    "issuer": ("发文机关", "Issuer"),
    "document_number": ("发文字号", "Document number"),
    "signed_on": ("成文日期", "Signed on"),
    "published_on": ("发布日期", "Published on"),
    "kind": ("类别", "Kind"),
    "period": ("规划期", "Period"),
    "index_number": ("索引号", "Index number"),
    "organization_code": ("机构代码", "Organisation code"),
    "division_code": ("区划代码", "Division code"),
    "division": ("行政区划", "Division"),
    "id": ("序号", "Id"),
    "label": ("编号", "Label"),
    "heading": ("标题", "Heading"),
    "level": ("级", "Level"),
    "parent": ("上级", "Parent"),
    "section": ("章节", "Section"),
    "indicator": ("指标", "Indicator"),
    "comparator": ("比较符", "Comparator"),
    "value": ("目标值", "Value"),
    "value_max": ("目标值上界", "Upper value"),
    "unit": ("单位", "Unit"),
    "agency": ("责任单位", "Agency"),
    "deadline": ("时限", "Deadline"),
    "task": ("任务", "Task"),
    "measure": ("具体举措", "Measure"),
    "in_table": ("所在表格（第几张表、第几行、哪一列）", "The table, row and column that it stands in"),
    "table_cell": ("表{table}第{row}行“{column}”", "table {table}, row {row}, “{column}”"),
    "baseline": ("基期值", "Baseline"),
    "baseline_year": ("基期年", "Baseline year"),
    "attribute": ("属性", "Attribute"),
    "binding": ("约束性", "binding"),
    "expected": ("预期性", "expected"),
    "recurrence": ("周期", "Recurrence"),
    "aspirational": ("软性", "Aspirational"),
    "placeholder": ("占位", "Placeholder"),
    "mode": ("口径", "Mode"),
    "hedge": ("约数词", "Hedge"),
    "inherited": ("承前", "Inherited"),
    "beneficiary": ("对象", "Beneficiary"),
    "amount": ("金额(元)", "Amount (yuan)"),
    "amount_min": ("金额下界(元)", "Amount from (yuan)"),
    "amount_max": ("金额上界(元)", "Amount to (yuan)"),
    "rate": ("比例", "Rate"),
    "cap": ("上限(元)", "Cap (yuan)"),
    "per": ("每", "Per"),
    "currency": ("币种", "Currency"),
    "verb": ("动词", "Verb"),
    "payer": ("资金层级", "Payer"),
    "conditions": ("条件", "Conditions"),
    "canonical": ("规范名称", "Canonical name"),
    "gloss": ("括注", "Gloss"),
    "role": ("角色", "Role"),
    "fact": ("所属事实", "Fact"),
    "rule": ("规则", "Rule"),
    "quote": ("原文", "Quote"),
    "line": ("行", "Line"),
    "column": ("列", "Column"),
    "start": ("起", "Start"),
    "end": ("止", "End"),
    # of tables for people
    "count": ("个数", "Count"),
    "what": ("事项", "What"),
    "tasks": ("任务", "Task"),
    "none": ("（无）", "(none)"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "whole": ("全文", "whole text"),
    "headed": ("{title}（{count}）", "{title} ({count})"),
    "with_roles": ("{role}：{units}", "{role}: {units}"),
    "soft_note": ("* 力争、争取等软性目标", "* softened: 力争, 争取 …"),
    "unknown_left": (
        "未能判定的数字（行:列）：{numbers}",
        "Numbers nobody could place (line:column): {numbers}",
    ),
    "unknown_more": ("{shown} …… 另有 {rest} 个", "{shown} … and {rest} more"),
    "unknown_nothing": ("每个数字都已判定。", "Every number has its role."),
    "warning.table-row": (
        "提示：表格有 {n} 行分不清各列，没有按列提取，请对照原件：{places}",
        "Warning: the columns of {n} table rows cannot be told apart; these were not read as rows, see the original: {places}",
    ),
    "warning.scope-rules": (
        "提示：单位排列的含义有 {n} 种说法，后一种自其所在处起适用：{places}",
        "Warning: {n} different statements of which unit in a list leads; a later one holds from its place on: {places}",
    ),
    "warning.place": ("第{line}行“{text}”", "line {line} “{text}”"),
    "warning.more": ("等", " …"),
    # values
    "lead": ("牵头", "lead"),
    "cooperate": ("配合", "cooperate"),
    "responsible": ("责任", "responsible"),
    "implement": ("实施", "implement"),
    "number": ("序号", "No."),
    "yearly": ("每年", "yearly"),
    "every_years": ("每{n}年", "every {n} years"),
    "half-yearly": ("每半年", "half-yearly"),
    "quarterly": ("每季度", "quarterly"),
    "monthly": ("每月", "monthly"),
    "weekly": ("每周", "weekly"),
    # roles of numbers
    "unknown": ("未知", "unknown"),
    "target": ("目标", "target"),
    "milestone": ("时间节点", "milestone"),
    "subsidy": ("补贴", "subsidy"),
    "subsidy-amount": ("补贴金额", "subsidy amount"),
    "subsidy-rate": ("补贴比例", "subsidy rate"),
    "subsidy-cap": ("补贴上限", "subsidy cap"),
    "threshold": ("门槛", "threshold"),
    "status-quo": ("现状", "status quo"),
    "date": ("日期", "date"),
    "citation": ("引用", "citation"),
    "name": ("名称", "name"),
    "list-count": ("列举", "list count"),
    "contact": ("联系方式", "contact"),
    "chrome": ("网页残留", "chrome"),
    "repeat": ("重复或目录", "repeat or contents"),
    "formula": ("公式", "formula"),
    "ordinal": ("序数", "ordinal"),
    "article": ("泛指的“一个”", "article"),
    "example": ("举例", "example"),
    "qualifier": ("限定语", "qualifier"),
    "duration": ("期限", "duration"),
    "word": ("词语", "word"),
    "code": ("代码", "code"),
    "cell": ("表格序号", "table cell"),
}

_HELP = {
    "help.app": (
        (
            "从中文政策文件（行动计划、实施方案、若干措施……）中抽取承诺：哪些目标、何时完成、补贴多少、谁负责。\n"
            "每个值都可追溯到原文的字符。离线运行，不用模型，同样的输入得到同样的结果。"
        ),
        (
            "Extract what a Chinese policy plan commits to: which targets by when, which money for whom, who answers for what.\n"
            "Every value is traced to its characters. Works offline, without a model, and gives the same answer twice."
        ),
    ),
    "help.app.examples": (
        (
            "planlint extract 行动计划.txt                   在屏幕上看一份文件\n"
            "planlint extract 各市/ --format csv -o 表格/    整个文件夹，每类事实一个表\n"
            "planlint rules list                             看有哪些规则\n"
            "planlint --install-completion                   装上命令补全"
        ),
        (
            "planlint extract plan.txt                       one plan on the screen\n"
            "planlint extract plans/ --format csv -o out/    a folder, a table for each kind of fact\n"
            "planlint rules list                             the rules that decide\n"
            "planlint --install-completion                   complete commands in your shell"
        ),
    ),
    "help.extract": (
        "抽取文件中的目标、时间节点、补贴、责任单位、引用文件，并给出每个数字的去向（数字台账）。",
        "Extract targets, milestones, subsidies, responsible units and citations, and account for every number.",
    ),
    "help.extract.examples": (
        (
            "planlint extract 计划.txt\n"
            "planlint extract 计划.txt --format json -o 计划.json\n"
            "planlint extract 各市/ --format csv -o 表格/\n"
            "planlint extract '各市/*.txt' --format jsonl > 全部.jsonl\n"
            "planlint extract 计划.txt --explain 不少于40家\n"
            "cat 计划.txt | planlint extract - --only targets,subsidies"
        ),
        (
            "planlint extract plan.txt\n"
            "planlint extract plan.txt --format json -o plan.json\n"
            "planlint extract plans/ --format csv -o tables/\n"
            "planlint extract 'plans/*.txt' --format jsonl > all.jsonl\n"
            "planlint extract plan.txt --explain 12:26\n"
            "cat plan.txt | planlint extract - --only targets,subsidies"
        ),
    ),
    "help.paths": (
        "文件（txt、md、docx、pdf、html、doc、wps、ofd…）、文件夹（含下级文件夹）、通配符或 @清单文件（每行一个路径）；- 为标准输入",
        "Files (txt, md, docx, pdf, html, doc, wps, ofd …), folders and what is below them, globs or @LIST (a file with a path a line); - is standard input",
    ),
    "help.format": (
        "报告格式：console、json、jsonl、csv、md、xlsx、html（原文中标出每个事实）；一个文件的 json 是对象，多个是数组",
        "console, json, jsonl, csv, md, xlsx or html (every fact marked in the text); json is an object for one file, an array for several",
    ),
    "help.resume": (
        "接着上次中断的地方做（--format jsonl -o 文件），做过的不重做",
        "Go on where an interrupted run stopped (--format jsonl -o FILE); nothing is done twice",
    ),
    "help.output": (
        "写入文件或文件夹（以 / 结尾或已有的文件夹：每份文件一个报告，csv 则每类事实一个表）",
        "Write to a file, or into a folder (an existing one or ending in /: one report a file, for csv one a kind)",
    ),
    "help.only": (
        "只要这些类别，逗号分隔：sections、targets、milestones、subsidies、responsibilities、citations、numbers",
        "Only these kinds, separated by commas: sections, targets, milestones, subsidies, responsibilities, citations, numbers",
    ),
    "help.lang": ("界面语言（也可设 PLANLINT_LANG）", "Language of what you read (or set PLANLINT_LANG)"),
    "help.rules": (
        "自己的规则文件夹（含 roles/、lexicon/），叠加在内置规则上；可多次给出",
        "A folder of your own rules (roles/, lexicon/) over the built-in ones; repeatable",
    ),
    "help.version": ("显示版本", "Show the version"),
    "help.help": ("显示帮助", "Show this help"),
    "help.install": ("为当前的 shell 装上命令补全", "Install completion for the current shell"),
    "help.show": ("显示当前 shell 的补全脚本", "Show the completion script of the current shell"),
    "help.text": (
        "显示读到的原文：报告里的位置（起、止、行、列）都按它计。",
        "Print the source text as read: what the places in every report count in.",
    ),
    "help.text.examples": (
        "planlint text 计划.txt --line-numbers",
        "planlint text plan.txt --line-numbers",
    ),
    "help.file": ("文件；- 为标准输入", "The file; - is standard input"),
    "help.revisions": (
        "Word 文件里的修订：accepted 按全部接受后的文字读，original 按修订前的文字读",
        "Tracked changes of Word files: read with all accepted, or the original before them",
    ),
    "help.line_numbers": ("每行前加行号", "Put its number before each line"),
    "help.rules_group": ("规则：列出、查看、测试。", "The rules: list them, read one, run their examples."),
    "help.rules_group.examples": (
        "planlint rules list\nplanlint rules show ROL050\nplanlint rules test 我的规则/",
        "planlint rules list\nplanlint rules show ROL050\nplanlint rules test my-rules/",
    ),
    "help.rules_list": ("列出全部规则，一行一条。", "List all rules, a line each."),
    "help.rules_show": ("显示一条规则的文件。", "Print the file of one rule."),
    "help.rules_test": (
        "运行规则自带的例子；有不符的退出码为 1，规则文件有错为 2。",
        "Run the examples of the rules; exit code 1 where one does not hold, 2 where a file is wrong.",
    ),
    "help.rule_id": ("编号或名称，如 ROL050、threshold-of", "Id or name, such as ROL050 or threshold-of"),
    "help.rule_path": (
        "规则文件或规则文件夹；默认为内置规则",
        "A rule file or a folder of rules; the built-in rules by default",
    ),
    "help.schema": ("输出 JSON Schema，供程序和编辑器使用。", "Print JSON Schemas for programs and editors."),
    "help.schema_report": (
        "extract --format json 的报告的 JSON Schema。",
        "JSON Schema of the report of extract --format json.",
    ),
    "usage": ("用法：", "Usage: "),
    "usage_options": ("[选项]", "[OPTIONS]"),
    "usage_command": ("命令 ……", "COMMAND …"),
    "arguments": ("参数：", "Arguments:"),
    "options": ("选项：", "Options:"),
    "commands": ("命令：", "Commands:"),
    "examples": ("例：", "Examples:"),
    "default": ("[默认：{value}]", "[default: {value}]"),
}

_MESSAGES = {
    "working": ("抽取", "Extracting"),
    "interrupted": ("planlint: 已中断", "planlint: interrupted"),
    "process_died": (
        "{path}: 处理它的进程被外部终止（可能内存不足），将单独再试一次",
        "{path}: its process was ended from outside (memory may have run out); it is tried once more alone",
    ),
    "process_lost": (
        "{path}: 处理它的进程再次被外部终止（可能内存不足）；其余文件不受影响，请拆分该文件或换内存更大的机器",
        "{path}: its process was ended from outside again (memory may have run out); the others are done, split this file or use a machine with more memory",
    ),
    "stage.read": ("读取", "reading"),
    "stage.extract": ("提取", "extracting"),
    "stage.check": ("检查", "checking"),
    "stage.fix": ("修复", "fixing"),
    "stage.compare": ("比较", "comparing"),
    "stage.annotate": ("批注", "annotating"),
    "stage.render": ("生成报告", "writing the report"),
    "system_refuses": (
        "系统不允许：{what}；请检查路径、权限与磁盘空间",
        "the system refuses: {what}; check path, permissions and disk space",
    ),
    "written_by_another": (
        "{path}: 另一个 planlint 正在写这个文件，请等它结束或换一个文件名",
        "{path}: another planlint is writing this file, wait for it or choose another name",
    ),
    "hidden_signs": (
        "原文此处有控制字符或不成字符的字节，单元格中以可见符号代替",
        "The text has control characters or stray bytes here; the cell shows visible signs in their place",
    ),
    "terminated": ("planlint: 已终止", "planlint: terminated"),
    "internal_error": ("内部错误", "internal error"),
    "internal_remedy": (
        "（这是 planlint 的缺陷，请附文件反馈；设 PLANLINT_DEBUG=1 可看详情）",
        "(a defect of planlint: please report it with the file; PLANLINT_DEBUG=1 shows the details)",
    ),
    "see_help": ("；用法见 {command} --help", "; see {command} --help"),
    "near": ("（是否指 “{name}”？）", " (did you mean “{name}”?)"),
    "bad_choice": (
        "{option}: 没有 “{value}” 这个值{near}；可用：{choices}",
        "{option}: no such value “{value}”{near}; one of: {choices}",
    ),
    "bad_value": ("{option}: 值不对（{why}），请改正", "{option}: bad value ({why}), please correct it"),
    "no_such_option": ("没有选项 “{option}”{near}", "no such option “{option}”{near}"),
    "no_such_command": (
        "没有命令 “{name}”{near}；可用：{choices}",
        "no such command “{name}”{near}; one of: {choices}",
    ),
    "missing_command": ("缺少命令；可用：{choices}", "a command is missing; one of: {choices}"),
    "missing_parameter": ("缺少参数 {name}，请补上", "{name} is missing, please give it"),
    "option_needs_value": ("{option}: 后面缺少值，请补上", "{option}: its value is missing, please give it"),
    "option_takes_no_value": (
        "{option}: 不带值，请去掉 = 及其后的内容",
        "{option}: takes no value, remove the = and what follows",
    ),
    "extra_arguments": ("多出参数 {names}，请去掉", "unexpected argument {names}, please remove it"),
    "empty_only": ("--only: 没有给出类别；可用：{choices}", "--only: no kind given; one of: {choices}"),
    "no_rules_folder": (
        "--rules: 找不到文件夹 {path}，请检查路径",
        "--rules: no such folder: {path}, check the path",
    ),
    "empty_rules_folder": (
        "--rules: {path} 里没有规则（应含 roles/ 或 lexicon/ 及其中的 *.yaml）",
        "--rules: no rules in {path} (expected *.yaml in roles/ or lexicon/)",
    ),
    "no_plans": (
        "{path}: 文件夹里没有找到计划（{suffixes}），请检查路径",
        "{path}: no plans found in this folder ({suffixes}), check the path",
    ),
    "no_match": ("{pattern}: 没有匹配的文件，请检查路径", "{pattern}: no file matches, check the path"),
    "folder_for_text": (
        "{path}: 这是文件夹，请给出其中的一个文件",
        "{path}: this is a folder, name one file in it",
    ),
    "overwrites_input": (
        "-o {path}: 会覆盖输入文件，请换一个位置",
        "-o {path}: would overwrite an input file, name another place",
    ),
    "not_written": (
        "{path}: 写不进去（{why}），请检查位置与权限；原有文件未改动",
        "{path}: cannot be written ({why}), check place and permissions; what was there is unchanged",
    ),
    "made_folder": ("planlint: 已新建文件夹 {path}", "planlint: made the folder {path}"),
    "failed_files": (
        "planlint: {all} 个文件中有 {n} 个失败：{paths}",
        "planlint: {n} of {all} files failed: {paths}",
    ),
    "resumed": ("planlint: 接着上次，已有 {n} 份不再重做", "planlint: resuming, {n} files are done already"),
    "not_resumable": (
        "{path}: 不是 planlint 写的 JSONL，无法接着做；请删去它或去掉 --resume",
        "{path}: no JSONL of planlint, it cannot be resumed; delete it or leave --resume out",
    ),
    "resume_needs_jsonl": (
        "--resume: 只用于 --format jsonl -o 文件",
        "--resume: needs --format jsonl -o FILE",
    ),
    "no_list": (
        "{path}: 读不出清单文件（{why}），请检查路径与 UTF-8 编码",
        "{path}: the list cannot be read ({why}), check path and UTF-8",
    ),
    "empty_list": (
        "{path}: 清单里没有文件，请每行写一个路径",
        "{path}: the list names no file, write one path a line",
    ),
    "nothing_written": (
        "planlint: 没有一份文件读得出，未写 {path}",
        "planlint: no file could be read, {path} was not written",
    ),
    "no_such_rule": (
        "没有规则 “{name}”{near}；planlint rules list 列出全部规则",
        "no such rule “{name}”{near}; planlint rules list prints them all",
    ),
    "no_rule_path": (
        "{path}: 找不到这个规则文件或文件夹，请检查路径",
        "{path}: no such rule file or folder, check the path",
    ),
    "rules_in": ("# {kind}（{count}）", "# {kind} ({count})"),
    "roles": ("角色规则", "role rules"),
    "lexicon": ("词表", "vocabulary"),
    "checks": ("检查规则", "checks"),
    "schemas": ("文种要求", "schemas"),
    "test_summary": (
        "{files} 个文件，{examples} 个例子，{problems} 个不符",
        "{files} files, {examples} examples, {problems} do not hold",
    ),
}

_TABLE: dict[str, tuple[str, str]] = {
    **_REPORT,
    **_HELP,
    **_MESSAGES,
    **CHECK_WORDS,
    **COMPARE_WORDS,
    **CASCADE_WORDS,
    **PAGE_WORDS,
    **BOOK_WORDS,
    **EXPLAIN_WORDS,
}


class Words:
    """The texts in one language."""

    def __init__(self, lang: str = LANGUAGES[0]) -> None:
        self.lang = lang
        self._column = LANGUAGES.index(lang)

    def __getitem__(self, key: str) -> str:
        return _TABLE[key][self._column]

    def recurring(self, recurrence: str | None) -> str:
        """How often, in words: `yearly` is 每年, `every-3-years` 每3年; empty for none."""
        if recurrence is not None and recurrence.startswith("every-"):
            return self.say("every_years", n=recurrence.split("-")[1])
        return self.get(recurrence or "", "")

    def get(self, key: str, default: str | None = None) -> str:
        """The text; `default`, else the key itself, where there is none (the name of a role that a user added)."""
        if key in _TABLE:
            return _TABLE[key][self._column]
        return key if default is None else default

    def say(self, key: str, **values: object) -> str:
        """The text with its `{places}` filled."""
        return self[key].format(**values)

    def join(self, items: Iterable[str]) -> str:
        """`甲、乙` or `a, b`."""
        return ("、", ", ")[self._column].join(items)

    def near(self, name: str, known: Iterable[str]) -> str:
        """`（是否指 “targets”？）`, or nothing where no known name is like this one."""
        import difflib

        close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
        return self.say("near", name=close[0]) if close else ""
