"""The files that `planlint init` writes."""

from __future__ import annotations

CONFIG = """\
# planlint 的配置。planlint config show 文件 显示每个值来自哪里；planlint explain 规则名 说明一条规则。
extends: [builtin:recommended]   # recommended | strict | gongwen（公文格式）| all，也可写另一份配置文件

# 计划期；不写则从标题推断
# period: {start: 2024, end: 2026}

# 文种；不写则从标题判断
# schema: action-plan

# 达到哪一级时退出码为 1：error | warning | info | never
fail-on: error

# 规则可用编号、英文名或中文名；off 关闭，也可写选项
rules: {}
#   TGT001: error
#   soft-target: {level: warning, words: [力争, 争取]}
#   CIT003: off

# 责任单位名录与简称，可写在此处，也可写成文件名
# units:
#   roster: units.yaml
#   aliases: {发改委: 发展改革委}

# 不检查的文件
ignore: []
"""

_GITHUB = """\
name: planlint
on: [push, pull_request]
permissions:
  contents: read
  security-events: write
jobs:
  planlint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with: {python-version: "3.12"}
      - run: pip install planlint
      - run: planlint check . -f github -f sarif=planlint.sarif
      - uses: github/codeql-action/upload-sarif@v3
        if: always()
        with: {sarif_file: planlint.sarif}
"""

_GITLAB = """\
planlint:
  image: python:3.12-slim
  script:
    - pip install planlint
    - planlint check . -f console -f gitlab=gl-code-quality-report.json -f junit=planlint.xml
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: planlint.xml
"""

_PRE_COMMIT = """\
repos:
  - repo: local
    hooks:
      - id: planlint
        name: planlint check
        entry: planlint check
        language: python
        additional_dependencies: [planlint]
        types_or: [plain-text, markdown]
"""

# what --ci names: the file and its text
CI_FILES = {
    "github": (".github/workflows/planlint.yml", _GITHUB),
    "gitlab": (".gitlab-ci.yml", _GITLAB),
    "pre-commit": (".pre-commit-config.yaml", _PRE_COMMIT),
}
