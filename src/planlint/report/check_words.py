"""What `planlint check`, `explain`, `config` and `init` say, in both languages; words.py holds them with the others."""

from __future__ import annotations

CHECK_WORDS: dict[str, tuple[str, str]] = {
    # levels and columns
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "info": ("提示", "info"),
    "rule": ("规则", "Rule"),
    "place": ("位置", "Place"),
    "message": ("问题", "Message"),
    "count": ("处数", "Count"),
    "findings": ("检查结果", "Findings"),
    # the end of the console report
    "ran": ("{files} 个文件，{rules} 条规则", "{files} files, {rules} rules"),
    "clean_run": ("没有发现问题", "no findings"),
    "error_count": ("{n} 个错误", "{n} errors"),
    "warning_count": ("{n} 个警告", "{n} warnings"),
    "info_count": ("{n} 个提示", "{n} infos"),
    "suppressed_count": ("已忽略 {n} 处", "{n} suppressed"),
    "known_count": ("基线已记 {n} 处", "{n} in the baseline"),
    "applied_count": ("已修复 {n} 处", "{n} fixed"),
    "would_apply_count": ("可修复 {n} 处（未写入）", "{n} would be fixed (nothing written)"),
    "withdrawn_count": ("{n} 处修复会引出新问题，已撤回", "{n} fixes withdrawn because they would raise new findings"),
    "fix_hint": ("[*] {n} 处可自动修复：planlint check {target} --fix", "[*] {n} fixable: planlint check {target} --fix"),
    "ask_hint": (
        "[?] {n} 处修复需人工确认：planlint check {target} --unsafe-fixes --diff",
        "[?] {n} fixes need a person: planlint check {target} --unsafe-fixes --diff",
    ),
    "fix_hint_word": (
        "[*] {n} 处可写成修订：planlint check {target} --annotate 批注.docx --track-fixes",
        "[*] {n} can be tracked changes: planlint check {target} --annotate OUT.docx --track-fixes",
    ),
    "ask_hint_word": (
        "[?] {n} 处修复需人工确认：planlint check {target} --annotate 批注.docx --track-fixes --unsafe-fixes",
        "[?] {n} fixes need a person: planlint check {target} --annotate OUT.docx --track-fixes --unsafe-fixes",
    ),
    "fix_hint_page": (
        "[*][?] {n} 处有改法：网页、PDF 等不能就地修复，请在文稿（.txt、.md、.docx）中改正",
        "[*][?] {n} have a repair: a page or PDF cannot be repaired in place, correct the draft itself (.txt, .md, .docx)",
    ),
    "met": ("已具备", "met"),
    "missed": ("缺少", "missed"),
    "not-applicable": ("不适用", "not applicable"),
    "requirements": ("文种要求", "Requirements"),
    # github
    "left_out": (
        "另有 {n} 条未在此显示（每级最多 {most} 条），全部见本步骤的摘要",
        "{n} more are not shown here ({most} at most a level); all are in the summary of this step",
    ),
    "left_out_no_summary": (
        "另有 {n} 条未在此显示（每级最多 {most} 条），可加 -f md=FILE 得到全部",
        "{n} more are not shown here ({most} at most a level); -f md=FILE writes them all",
    ),
    # explain
    "why_head": ("为什么", "Why"),
    "bad_head": ("错例", "Bad"),
    "good_head": ("正例", "Good"),
    "remedy_head": ("怎么改", "Remedy"),
    "source_head": ("依据", "Source"),
    "fix_head": ("修复", "Fix"),
    "level_head": ("级别", "Level"),
    "scope_head": ("适用", "Scope"),
    "scope_G": ("任何规划", "any plan"),
    "scope_S": ("需要文种要求或配置（--schema、--profile、planlint.yaml）", "needs a schema, profile or configuration"),
    "fix_safe": ("可自动修复（--fix）", "safe (--fix)"),
    "fix_ask": ("修复需人工确认（--unsafe-fixes）", "needs a person (--unsafe-fixes)"),
    "fix_none": ("无自动修复", "none"),
    "strength_standard": ("标准或法规条文", "standard"),
    "strength_derived": ("由条文推出", "derived"),
    "strength_house-style": ("通行写法", "house style"),
    "ignore_head": ("忽略一处", "Suppress one place"),
    "ignore_how": (
        "在该段末尾写 {remark}，或在 planlint.yaml 的 rules 下写 {setting}",
        "Put {remark} at the end of the paragraph, or {setting} under rules in planlint.yaml",
    ),
    "reason_word": ("原因", "reason"),
    # config show
    "setting": ("设置", "Setting"),
    "origin": ("来自", "From"),
    "no_config": ("没有配置文件，全部为内置默认值", "no configuration file, built-in defaults throughout"),
    "built_in": ("内置默认", "built in"),
    # what goes wrong on the command line
    "bad_format": (
        "-f: 没有格式 “{name}”{near}；可用：{choices}",
        "-f: no such format “{name}”{near}; one of: {choices}",
    ),
    "two_in_one_file": (
        "-f: {names} 都要写到 {path}，后写的会盖掉先写的，请各写一个文件",
        "-f: {names} would all be written to {path}, name a file for each",
    ),
    "isolated_config": (
        "--isolated 不读任何配置，不能与 --config 同用",
        "--isolated reads no configuration and cannot go with --config",
    ),
    "two_on_screen": (
        "-f: {names} 都要写到标准输出，请给其中的写上文件，如 -f {last}=out",
        "-f: {names} would all go to standard output, name a file for all but one, as in -f {last}=out",
    ),
    "output_not_needed": (
        "-o {output}: 每个格式都已写明文件，请去掉 -o",
        "-o {output}: every format names its file already, leave -o out",
    ),
    "no_config_file": ("--config: 找不到配置文件 {path}，请检查路径", "--config: no such file: {path}, check the path"),
    "all_ignored": (
        "没有要检查的文件：给出的文件都被配置中的 ignore 排除，请检查 {config}",
        "no file to check: all are excluded by `ignore` in {config}",
    ),
    "no_rules_left": ("--select 与 --ignore 之后没有剩下规则，请放宽", "no rule is left after --select and --ignore"),
    "fix_stdin": ("标准输入不能就地修复；加 --diff 查看改动", "standard input cannot be repaired in place; --diff shows the changes"),
    "fix_format": (
        "{path}: 这类文件不能就地修复，只修复纯文本（.txt、.md）；.docx 请改用 --annotate 批注.docx --track-fixes 写成修订",
        "{path}: a file of this kind cannot be repaired in place, only plain text (.txt, .md); for a .docx use --annotate OUT.docx --track-fixes",
    ),
    "fix_not_written": (
        "{path}: 修复写不进去（{why}），原文件未改动；请检查文件夹的权限",
        "{path}: the repaired text cannot be written ({why}), the file is unchanged; check the folder's permissions",
    ),
    "fix_lossy": (
        "{path}: 按 {encoding} 写回会改动别处的字节，未修复；请先另存为 UTF-8",
        "{path}: writing it back as {encoding} would change other bytes, not repaired; save it as UTF-8 first",
    ),
    "fix_signs": (
        "{path}: 修复会打乱 Markdown 的标记，未写入；请按提示手工修改",
        "{path}: the repair would disturb Markdown's signs, not written; make the changes by hand",
    ),
    # --annotate
    "annotated": ("planlint: 已写 {path}（{what}）", "planlint: wrote {path} ({what})"),
    "annotated_comments": ("{n} 条批注", "{n} comments"),
    "annotated_changes": ("{n} 处修订", "{n} tracked changes"),
    "annotated_left": ("{n} 个问题的修复不能写成修订，只有批注", "{n} fixes cannot be tracked changes, the comment says them"),
    "annotate_stdin": (
        "--annotate: 标准输入没有可加批注的文件，请给出 .docx 文件的路径",
        "--annotate: standard input is no file to comment in, name the .docx file",
    ),
    "annotate_several": (
        "--annotate: 只能给一份文件加批注，这里有 {n} 份；请一次给出一个 .docx",
        "--annotate: comments go into one file, but {n} are given; name one .docx at a time",
    ),
    "annotate_folder": (
        "--annotate {path}: 这是文件夹，请写出新文件的名字，如 批注.docx",
        "--annotate {path}: this is a folder, name the new file in it, such as comments.docx",
    ),
    "annotate_same": (
        "--annotate {path}: 会覆盖输入文件，请换一个位置",
        "--annotate {path}: would overwrite the input file, name another place",
    ),
    "annotate_format": (
        "--annotate: {path} 不是 .docx，只有 .docx 能带批注；请在 Word 或 WPS 中另存为 .docx",
        "--annotate: {path} is no .docx, and only a .docx can carry comments; save it as .docx in Word or WPS",
    ),
    "annotate_suffix": (
        "--annotate {path}: 写出的是 Word 文件，文件名请以 {suffix} 结尾",
        "--annotate {path}: what is written is a Word file, end its name in {suffix}",
    ),
    "annotate_moved": (
        "{path}: 检查期间文件被改动，没有写批注；请重新运行",
        "{path}: the file changed while it was checked, no comments were written; run it again",
    ),
    "annotate_original": (
        "--annotate 批注在修订后的文字上，不能与 --revisions original 同用",
        "--annotate comments on the text with its tracked changes, it does not go with --revisions original",
    ),
    "annotate_or_fix": (
        "--annotate 不能与 --fix、--diff 同用；要把修复写成修订，请用 --annotate 加 --track-fixes",
        "--annotate does not go with --fix or --diff; --annotate with --track-fixes makes fixes tracked changes",
    ),
    "track_needs_annotate": (
        "--track-fixes: 修订写进批注文件，请同时给出 --annotate 文件.docx",
        "--track-fixes: the changes go into the annotated file, give --annotate FILE.docx as well",
    ),
    "remark_head": ("【{level}】{message}", "[{level}] {message}"),
    "remark_rule": ("规则：{id} {name} {title}", "Rule: {id} {name} {title}"),
    "remark_remedy": ("改法：{remedy}", "Remedy: {remedy}"),
    "remark_replace": ("修复：“{old}”改为“{new}”", "Fix: “{old}” becomes “{new}”"),
    "remark_delete": ("修复：删去“{old}”", "Fix: delete “{old}”"),
    "remark_insert": ("修复：补上“{new}”", "Fix: put in “{new}”"),
    "remark_tracked": ("修复：已写成修订，可接受或拒绝", "Fix: tracked in the text, accept or reject it"),
    "baseline_written": ("planlint: 已写基线 {path}（{n} 条）", "planlint: wrote the baseline {path} ({n} entries)"),
    "baseline_missing": (
        "--baseline: 找不到 {path}；先运行 planlint check … --write-baseline {path}",
        "--baseline: no such file: {path}; run planlint check … --write-baseline {path} first",
    ),
    "watching": ("planlint: 正在监视 {n} 个文件，Ctrl-C 结束", "planlint: watching {n} files, Ctrl-C ends"),
    "watch_stdin": ("--watch 不能用于标准输入，请给出文件", "--watch cannot be used with standard input, name a file"),
    "exists": (
        "{path}: 文件已存在，未改动；要覆盖请加 --force",
        "{path}: exists already and is unchanged; --force overwrites it",
    ),
    "made_file": ("planlint: 已写 {path}", "planlint: wrote {path}"),
    # help
    "help.check": (
        "检查规划：缺项、矛盾、未量化、格式，逐处给出原因和改法。",
        "Check plans: what is missing, contradictory, unquantified or ill-formed, each with place, reason and remedy.",
    ),
    "help.check.examples": (
        ("planlint check 方案.txt\n"
        "planlint check 方案.txt --fix --diff\n"
        "planlint check 方案.txt --format html -o 方案.html\n"
        "planlint check 送审稿.docx --annotate 批注稿.docx --track-fixes\n"
        "planlint check 各市/ -f console -f sarif=planlint.sarif --fail-on warning\n"
        "planlint check 方案.txt --select TGT,缺少完成时限 --ignore FMT\n"
        "cat 方案.txt | planlint check - --stdin-filename 方案.txt -f concise\n"
        "退出码：0 无问题，1 有达到 --fail-on 的问题，2 用法、配置或文件有误，3 内部错误"),
        ("planlint check plan.txt\n"
        "planlint check plan.txt --fix --diff\n"
        "planlint check plan.txt --format html -o plan.html\n"
        "planlint check draft.docx --annotate annotated.docx --track-fixes\n"
        "planlint check plans/ -f console -f sarif=planlint.sarif --fail-on warning\n"
        "planlint check plan.txt --select TGT,no-deadline --ignore FMT\n"
        "cat plan.txt | planlint check - --stdin-filename plan.txt -f concise\n"
        "Exit code: 0 clean, 1 findings at or above --fail-on, 2 usage, configuration or file, 3 internal error"),
    ),
    "help.check_format": (
        "输出格式，可多次给出，写成 格式=文件 则写入文件：{formats}；html 在原文中标出每个问题",
        "Output format, repeatable, NAME=FILE writes a file: {formats}; html marks every finding in the text",
    ),
    "help.check_output": (
        "把没有另写文件的那个格式写入此文件",
        "The file for the format that names none itself",
    ),
    "help.select": (
        "只运行这些规则：编号、前缀（TGT）、英文名或中文名，逗号分隔，可多次给出",
        "Only these rules: ids, prefixes (TGT), English or Chinese names, separated by commas; repeatable",
    ),
    "help.ignore": ("不运行这些规则，写法同 --select", "Not these rules; written like --select"),
    "help.fail_on": (
        "有达到此级的问题时退出码为 1：error、warning、info、never（默认 error）",
        "Exit code 1 where there is a finding of this level: error, warning, info, never (error by default)",
    ),
    "help.exit_zero": ("有问题时退出码也为 0", "Exit code 0 in spite of findings"),
    "help.statistics": ("只列每条规则的处数", "Only count the findings of each rule"),
    "help.stdin_filename": ("标准输入的文件名（用于显示和查找配置）", "The name of standard input, for display and configuration"),
    "help.config": ("用这份配置，不再向上查找 planlint.yaml", "Use this configuration instead of the nearest planlint.yaml"),
    "help.schema_name": ("文种（如 action-plan），不写则从标题判断", "The schema (such as action-plan), else picked from the title"),
    "help.profile": ("规则方案：recommended、strict、gongwen、all", "The profile: recommended, strict, gongwen, all"),
    "help.jobs": ("同时检查几个文件（8 个文件以下不分开）", "How many files at a time (no pool under 8 files)"),
    "help.isolated": (
        "不读被检查目录里的配置、旁注文件和文中的 planlint 注记，用于检查别人的文稿",
        "Read no configuration, sidecar or remark from the tree: for drafts of strangers",
    ),
    "help.watch": ("文件改动后再次检查，Ctrl-C 结束", "Check again whenever a file changes, Ctrl-C ends"),
    "help.fix": ("修复有唯一正确改法的问题", "Repair what has one right answer"),
    "help.unsafe_fixes": ("连需人工确认的问题一起修复", "Repair also what needs a person's eye"),
    "help.diff": ("只显示修复会改动什么，不写文件", "Show what the fixes would change and write nothing"),
    "help.annotate": (
        "另存一份 Word 文件，在每个问题的原文处加批注（只用于一个 .docx，原文件不动）",
        "Write a copy of the Word file with a comment on the words of each finding (one .docx; the draft itself stays)",
    ),
    "help.track_fixes": (
        "与 --annotate 同用：把可自动修复的写成修订，由人接受或拒绝（加 --unsafe-fixes 则连需确认的一起）",
        "With --annotate: safe fixes as tracked changes to accept or reject (with --unsafe-fixes also those that need a person)",
    ),
    "help.write_baseline": (
        "把现有问题记入基线文件（用 =FILE 另指文件，默认 planlint-baseline.json），以后只报新问题",
        "Write today's findings to a baseline file (=FILE names it, planlint-baseline.json by default)",
    ),
    "help.baseline": ("不报此基线文件中已有的问题", "Leave out the findings of this baseline file"),
    "help.explain": ("说明一条规则：为什么、错例、正例、怎么改、依据。", "Explain a rule: why, bad and good example, remedy, source."),
    "help.explain.examples": (
        "planlint explain TGT001\nplanlint explain no-deadline\nplanlint explain 缺少完成时限",
        "planlint explain TGT001\nplanlint explain no-deadline",
    ),
    "help.explain_rule": ("编号、英文名或中文名", "Id, English or Chinese name"),
    "help.config_group": ("配置：查看每个值来自哪里。", "The configuration: where each value comes from."),
    "help.config_show": ("显示一个文件用到的配置，以及每个值来自哪个文件哪一行。", "Print the settings for a file, and the file and line of each."),
    "help.config_file": ("规划文件（或配置文件）", "A plan (or a configuration file)"),
    "help.init": ("写一份起步的 planlint.yaml，可加 CI 配置。", "Write a starter planlint.yaml, and one for CI if asked."),
    "help.init.examples": ("planlint init\nplanlint init --ci github", "planlint init\nplanlint init --ci github"),
    "help.ci": ("另写 CI 配置：github、gitlab、pre-commit", "Also write a CI configuration: github, gitlab, pre-commit"),
    "help.force": ("覆盖已有文件", "Overwrite files that exist"),
    "help.schema_config": ("planlint.yaml 的 JSON Schema。", "JSON Schema of planlint.yaml."),
    "help.schema_plan": ("文种要求文件（rules/schemas/）的 JSON Schema。", "JSON Schema of the files under rules/schemas/."),
}  # fmt: skip
