"""What `planlint compare` and `planlint diff` say, in both languages; words.py holds them with the others."""

from __future__ import annotations

COMPARE_WORDS: dict[str, tuple[str, str]] = {
    # facets
    "by.indicator": ("目标指标", "Indicators"),
    "by.subsidy": ("补贴阶梯", "Subsidy ladder"),
    "by.unit": ("责任单位", "Responsible units"),
    "by.timeline": ("时间轴", "Timeline"),
    "by.text": ("文本", "Text"),
    "compare.matrix": ("矩阵", "Matrix"),
    "compare.plans": ("文件", "Plans"),
    "compare.workload": ("任务与责任单位", "Tasks and their units"),
    "compare.open": ("没有责任单位的任务", "Tasks without a unit"),
    "compare.themes": ("主题覆盖", "Themes"),
    "compare.pairs": ("文本重合", "Shared text"),
    "compare.passages": ("相同段落", "Shared passages"),
    "compare.unique": ("独有内容", "What only one has"),
    "compare.suggestions": ("可能相同的指标", "Names that might be one"),
    # columns
    "plan": ("地区", "Plan"),
    "tier": ("层级", "Tier"),
    "sha256": ("原文哈希", "SHA-256"),
    "characters": ("字数", "Characters"),
    "grounds": ("上位依据", "Grounds"),
    "removed": ("噪声处理", "Noise removed"),
    "noun": ("指标归一", "Noun"),
    "indicator_name": ("指标", "Indicator"),
    "rank_level": ("级别", "Level"),
    "scope": ("适用范围", "Scope"),
    "dimension": ("量纲", "Dimension"),
    "family": ("指标族", "Family"),
    "comparable": ("可比", "Comparable"),
    "reason": ("不可比的原因", "Why not"),
    "notes": ("说明", "Notes"),
    "year": ("目标年", "Year"),
    "since": ("起始年", "Since"),
    "state": ("状态", "State"),
    "given_value": ("原值", "Value as given"),
    "given_unit": ("原单位", "Unit as given"),
    "normal_value": ("归一值", "Value"),
    "normal_max": ("归一值上界", "Upper value"),
    "normal_unit": ("归一单位", "Unit"),
    "softener": ("语气", "Softener"),
    "basis": ("累计/每年", "Basis"),
    "part_of": ("其中", "Part of"),
    "rank": ("名次", "Rank"),
    "printed": ("指标原文", "As printed"),
    "object": ("对象", "Object"),
    "term": ("期限次数", "Term"),
    "own": ("本级承担", "Own money"),
    "terms": ("补差与不重复", "Terms"),
    "department": ("部门", "Department"),
    "local_names": ("本地名称", "Local names"),
    "all_tasks": ("任务数", "Tasks"),
    "assigned": ("有责任单位", "With a unit"),
    "open": ("无责任单位", "Without a unit"),
    "event_date": ("日期", "Date"),
    "event": ("类型", "Type"),
    "theme": ("主题", "Theme"),
    "treated": ("涉及的章节", "Sections"),
    "missing_in": ("未涉及", "Missing in"),
    "first": ("甲", "First"),
    "second": ("乙", "Second"),
    "shared_characters": ("相同字数", "Shared characters"),
    "share_of_first": ("占甲", "Of the first"),
    "share_of_second": ("占乙", "Of the second"),
    "second_quote": ("乙原文", "Second quote"),
    "second_line": ("乙行", "Second line"),
    "unique_share": ("独有比例", "Only here"),
    "other": ("另一名称", "Other name"),
    "score": ("相似度", "Score"),
    # values
    "state.value": ("有数值", "value"),
    "state.no-number": ("有提及，未量化", "mentioned, no number"),
    "state.placeholder": ("数字空缺", "left blank"),
    "dimension.money": ("金额", "money"),
    "dimension.area": ("建筑面积", "floor space"),
    "dimension.land": ("土地面积", "land"),
    "dimension.share": ("比率", "share"),
    "dimension.points": ("百分点", "points"),
    "dimension.length": ("长度", "length"),
    "dimension.mass": ("重量", "mass"),
    "dimension.volume": ("体积", "volume"),
    "dimension.energy": ("电量", "energy"),
    "dimension.power": ("功率", "power"),
    "dimension.compute": ("算力", "compute"),
    "dimension.people": ("人数", "people"),
    "dimension.homes": ("户数", "homes"),
    "dimension.duration": ("时长", "duration"),
    "dimension.count": ("个数", "count"),
    "dimension.times": ("倍数", "times"),
    "dimension.none": ("无单位", "no unit"),
    "upper_money": ("争取{payer}级资金", "hoped for, {payer} pays"),
    "upper_money_unknown": ("争取上级资金", "hoped for from above"),
    "no_level": ("未分级", "no level"),
    "unsaid": ("未注明", "not said"),
    # remarks on rows
    "remark.one-valued": ("只有{plans}有数值", "only {plans} gives a number"),
    "remark.none-valued": ("没有一份文件写出数值", "no plan gives a number"),
    "remark.differs-mode": ("口径（新增、达到、增速）不同：{groups}", "different modes: {groups}"),
    "remark.differs-level": ("层级不同：{groups}", "different levels: {groups}"),
    "remark.differs-scope": ("范围不同：{groups}", "different scopes: {groups}"),
    "apart.mode": ("口径：{value}", "mode: {value}"),
    "apart.level": ("层级：{value}", "level: {value}"),
    "apart.scope": ("范围：{value}", "scope: {value}"),
    "apart.basis": ("口径：{value}", "basis: {value}"),
    "apart.baseline": ("基期：{value}", "base year: {value}"),
    "apart.part-of": ("总体：{value}", "part of: {value}"),
    "remark.differs-basis": ("口径不同：{groups}", "different basis: {groups}"),
    "remark.differs-baseline": ("基期不同：{groups}", "different base years: {groups}"),
    "remark.differs-part-of": ("总体不同：{groups}", "parts of different wholes: {groups}"),
    "remark.differs-unit": ("单位不同：{groups}", "different units: {groups}"),
    "remark.differs-direction": ("方向不同：{groups}", "bounds in different directions: {groups}"),
    "remark.two-values": ("{plans}同一年有不止一个数值", "{plans}: more than one value in one year"),
    "remark.years": ("目标年不同：{values}", "different target years: {values}"),
    "remark.yearless": ("{plans}未写明时限", "{plans}: no deadline"),
    "remark.soft": ("{plans}为力争、争取等软性目标", "{plans}: softened (力争, 争取 …)"),
    "remark.gap": ("{plans}缺{values}年", "{plans}: {values} missing in the series"),
    # the console and Markdown
    "compare.head": ("{count} 份文件", "{count} plans"),
    "compare.mark": ("≠ 不可比的行（不排名）：", "≠ rows that cannot be compared (no ranks):"),
    "compare.legend": (
        "空白：未提及；“提及”：有提及、未量化；“__”：数字空缺；*：力争等软性目标；#：同年名次；L：原文行",
        "blank: not mentioned; “mentioned”: without a number; “__”: left blank; *: softened; #: rank in the year; L: line",
    ),
    "compare.mentioned": ("提及", "mentioned"),
    "compare.more": ("{text}（其余见 csv、json 格式）", "{text} (csv and json have the rest)"),
    "compare.rows_left": (
        "另有 {n} 行只在一份文件中有数值，见 csv 或 json",
        "{n} more rows with a number in one plan only: csv or json",
    ),
    "compare.evidence": ("原文", "Evidence"),
    "compare.tasks_line": (
        "{plan}：{tasks} 项任务，{open} 项没有责任单位",
        "{plan}: {tasks} tasks, {open} without a unit",
    ),
    "compare.pairs_left": (
        "另有 {n} 对文件有少量相同文字，未逐段列出",
        "{n} more pairs share a little text, not listed",
    ),
    "compare.pair_line": (
        "{first} 与 {second}：相同 {n} 字，占{first}的 {a}、{second}的 {b}",
        "{first} and {second}: {n} characters in common, {a} of {first}, {b} of {second}",
    ),
    "compare.nothing": ("（没有可列的内容）", "(nothing to show)"),
    "compare.period": ("{plan}（{start}—{end}）", "{plan} ({start}–{end})"),
    "role.lead": ("牵头{n}", "{n} lead"),
    "role.responsible": ("责任{n}", "{n} responsible"),
    "role.cooperate": ("配合{n}", "{n} cooperate"),
    "role.implement": ("实施{n}", "{n} implement"),
    # what goes wrong
    "compare.one_file": (
        "比较至少要两份文件，只给出 {count} 份；只看一份请用 planlint extract",
        "a comparison needs at least two plans, got {count}; for one use planlint extract",
    ),
    "compare.one_left": (
        "只有 {count} 份文件读得出，无法比较；请先处理上面报告的文件",
        "only {count} plan could be read, nothing to compare; see the files reported above",
    ),
    "compare.no_facts": (
        "planlint: {paths}: 没有抽出目标、补贴或责任单位，请确认是政策规划文本",
        "planlint: {paths}: no targets, subsidies or units found, check that it is a plan",
    ),
    "compare.same_text": (
        "planlint: {paths} 的文本完全相同，各自照列",
        "planlint: {paths} have the same text; each is listed",
    ),
    "compare.bad_label": (
        "--label {value}: 应为 文件=名称，如 --label 济源.txt=济源",
        "--label {value}: expected FILE=NAME, as in --label jiyuan.txt=济源",
    ),
    "compare.label_unknown": (
        "--label {value}: 没有要比较的文件叫 “{name}”{near}",
        "--label {value}: no plan to compare is called “{name}”{near}",
    ),
    "compare.label_twice": (
        "--label: 名称 “{label}” 给了 {paths} 两份文件，请换一个",
        "--label: the name “{label}” is given to both {paths}, choose another",
    ),
    "compare.bad_year": (
        "--year {value}: 应为四位年份，如 2025",
        "--year {value}: expected a year such as 2025",
    ),
    "compare.graphml_by": (
        "--format graphml 只用于责任单位，请加 --by unit",
        "--format graphml draws the units only, add --by unit",
    ),
    "compare.needs_file": (
        "--format {format}: 不能写到屏幕，请用 -o 给出文件",
        "--format {format}: cannot be written to the screen, name a file with -o",
    ),
    "compare.no_mapping": (
        "--mapping: 找不到文件 {path}，请检查路径",
        "--mapping: no such file: {path}, check the path",
    ),
    "compare.unknown_name": (
        "{path}:{line}: 这些文件里没有指标 “{name}”{near}，请改正或删去",
        "{path}:{line}: no plan here has an indicator “{name}”{near}, correct or remove it",
    ),
    "compare.wrote_mapping": (
        "planlint: 已写出 {path}：{count} 条建议；改好 accept 后用 --mapping {path} 再比较",
        "planlint: wrote {path}: {count} suggestions; set accept, then compare with --mapping {path}",
    ),
    "compare.changed": (
        "planlint: {path}: 比较期间文件变了，没有计入相同段落",
        "planlint: {path}: changed while comparing, left out of the shared passages",
    ),
    "mapping.head": (
        (
            "指标对照。nouns 下：规范名: [其他名称]；suggestions 是按字面相似度的建议，同意的把 accept 改为 true：\n"
            "gains 是合并后可以同年比较的份数，remains 是合并后仍不同之处，conflicts 是合并后同年有两个数值的文件。\n"
            "join 把同一指标的口径或级别视为相同：- {noun: 高新技术企业, modes: [培育, 新增]}\n"
            "split 按口径（mode）、级别（level）分行，或把某些写法单列：- {noun: 众创空间, by: [level]}\n"
            "改好后：planlint compare … --mapping 本文件"
        ),
        (
            "Rows of indicators. nouns: name: [other names]; suggestions are alike by their letters: set accept to true where they are one:\n"
            "gains plans could be compared for one year, remains is what would still differ, conflicts have two values for one year.\n"
            "join takes modes or levels of one noun as the same: - {noun: 高新技术企业, modes: [培育, 新增]}\n"
            "split gives modes or levels rows of their own, or some printed names: - {noun: 众创空间, by: [level]}\n"
            "Then: planlint compare … --mapping this-file"
        ),
    ),
    # diff
    "diff.head": ("{old} → {new}", "{old} → {new}"),
    "diff.same": ("两份文件的文本完全相同。", "The two texts are the same, letter for letter."),
    "diff.none": (
        "文字有改动，但目标、时限、补贴、责任单位和约束用语都没有变。",
        "The wording changed, but no target, deadline, subsidy, unit or binding word did.",
    ),
    "diff.summary": ("{count} 处变化：{kinds}", "{count} changes: {kinds}"),
    "diff.was": ("原：", "was: "),
    "diff.now": ("今：", "now: "),
    "diff.two_stdin": (
        "两个版本不能都从标准输入读，请给出至少一个文件",
        "both versions cannot come from standard input, name at least one file",
    ),
    "diff.count": ("{kind} {n}", "{n} {kind}"),
    "change": ("变化", "Change"),
    "subject": ("对象类别", "Subject"),
    "was": ("原", "Was"),
    "now": ("今", "Now"),
    "change.raised": ("提高", "raised"),
    "change.lowered": ("降低", "lowered"),
    "change.advanced": ("提前", "advanced"),
    "change.postponed": ("推迟", "postponed"),
    "change.added": ("新增", "added"),
    "change.dropped": ("删除", "dropped"),
    "change.filled": ("补上数字", "number filled in"),
    "change.blanked": ("数字改为空缺", "number blanked"),
    "change.redefined": ("改变口径", "redefined"),
    "change.narrowed": ("收窄范围", "narrowed"),
    "change.widened": ("放宽范围", "widened"),
    "change.reassigned": ("调整责任单位", "reassigned"),
    "change.softened": ("软化", "softened"),
    "change.hardened": ("硬化", "hardened"),
    "subject.target": ("目标", "target"),
    "subject.milestone": ("时间节点", "milestone"),
    "subject.subsidy": ("补贴", "subsidy"),
    "subject.unit": ("责任单位", "unit"),
    "subject.wording": ("用语", "wording"),
    # help
    "help.compare": (
        "把几个地区的文件并排比较：指标、补贴阶梯、责任单位、时间轴、文本；口径、级别、单位不同的不作虚假比较，每格附原文。",
        "Put several plans side by side: indicators, subsidy ladders, units, timelines, text; no false comparison, evidence in every cell.",
    ),
    "help.compare.examples": (
        (
            "planlint compare 济源.txt 江都.txt 晋城.txt\n"
            "planlint compare 各市/ --by subsidy\n"
            "planlint compare 各市/ --format csv -o 表格/\n"
            "planlint compare 各市/ --write-mapping 对照.yaml\n"
            "planlint compare 各市/ --mapping 对照.yaml --format json -o 比较.json"
        ),
        (
            "planlint compare a.txt b.txt c.txt\n"
            "planlint compare plans/ --by subsidy\n"
            "planlint compare plans/ --format csv -o tables/\n"
            "planlint compare plans/ --write-mapping names.yaml\n"
            "planlint compare plans/ --mapping names.yaml --format json -o comparison.json"
        ),
    ),
    "help.compare_format": (
        "console、json、csv、xlsx、html、md，或 graphml（责任单位网络，配 --by unit）",
        "console, json, csv, xlsx, html, md, or graphml (network of units, with --by unit)",
    ),
    "help.compare_output": (
        "写入文件；csv 可给文件夹（以 / 结尾），每张表一个文件",
        "Write to a file; for csv a folder (ending in /) gets a file for each table",
    ),
    "help.by": (
        "只比较一个方面：indicator、subsidy、unit、timeline 或 text",
        "One facet only: indicator, subsidy, unit, timeline or text",
    ),
    "help.mapping": (
        "指标名称对照文件（YAML），由 --write-mapping 写出后修改",
        "A file that says which names are one (YAML), written by --write-mapping and edited",
    ),
    "help.write_mapping": (
        "写出对照文件：已采纳的对照和按相似度的建议",
        "Write the mapping file: what was accepted, and suggestions with their scores",
    ),
    "help.label": (
        "给文件起名，可多次：济源.txt=济源；@名单.txt 每行一个",
        "Name a plan, repeatable: a.txt=Jiyuan; @labels.txt holds one a line",
    ),
    "help.year": ("只看这一年的目标与节点", "Only the targets and events of this year"),
    "help.diff_command": (
        "同一文件的两个版本有何变化：目标提高、降低、推迟、增删，责任单位调整，应当改为可以；每处附两边原文。",
        "What changed between two versions of a plan: targets raised, lowered, postponed, added, dropped, units reassigned, wording softened.",
    ),
    "help.diff_command.examples": (
        "planlint diff 征求意见稿.txt 印发稿.txt\nplanlint diff 旧.txt 新.txt --format md -o 变化.md\nplanlint diff 带修订的稿.docx",
        "planlint diff draft.txt final.txt\nplanlint diff old.txt new.txt --format md -o changes.md\nplanlint diff tracked.docx",
    ),
    "help.old": ("旧版本", "The old version"),
    "help.new": (
        "新版本；不给时比较 OLD（.docx）修订前后",
        "The new version; without it OLD (.docx) before its tracked changes is compared with after",
    ),
    "diff.no_revisions": (
        "{path}: 文件里没有改动文字的修订，请给出另一个版本",
        "{path}: no tracked change alters its text, name the other version",
    ),
    "help.diff_format": ("text、json 或 md", "text, json or md"),
    "help.diff_output": ("写入文件", "Write to a file"),
}
