"""The files that `planlint init` writes. No package index has planlint: they install it from where the user says."""

from __future__ import annotations

import json
import shlex

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

# what a CI installs where nobody said from where: a variable of its own settings
_VARIABLE = "PLANLINT_SOURCE"
_SUFFIXES = r"'\.(?:txt|md|markdown|docx|docm|pdf|html?)$'"

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
        with: {{python-version: "3.12"}}
      - run: {install}
{env}      - run: planlint check . -f github -f sarif=planlint.sarif
      - uses: github/codeql-action/upload-sarif@v3
        if: always()
        with: {{sarif_file: planlint.sarif}}
"""

_GITLAB = """\
planlint:
  image: python:3.12-slim
  script:
    - {install}
    - planlint check . -f console -f gitlab=gl-code-quality-report.json -f junit=planlint.xml
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: planlint.xml
"""

_PRE_COMMIT = """\
# .docx、.pdf、.html 只检查；就地修复（planlint check --fix）只用于 .txt、.md
repos:
  - repo: local
    hooks:
      - id: planlint
        name: planlint check
        entry: planlint check
{language}        files: {files}
"""

# what --ci names: the file that it is
CI_FILES = {
    "github": ".github/workflows/planlint.yml",
    "gitlab": ".gitlab-ci.yml",
    "pre-commit": ".pre-commit-config.yaml",
}


def ci_text(ci: str, source: str | None) -> str:
    """The CI file that installs planlint from `source`: a URL, git+https://…, or a path in the repository; None: from a variable."""
    if ci == "pre-commit":
        return _PRE_COMMIT.format(language=_language(source), files=_SUFFIXES)
    said = shlex.quote(source) if source is not None else f'"${_VARIABLE}"'
    install = json.dumps(f"pip install {said}", ensure_ascii=False)  # JSON's strings are YAML's
    env = f"        env:\n          {_VARIABLE}: ${{{{ vars.{_VARIABLE} }}}}\n" if source is None else ""
    return (_GITHUB if ci == "github" else _GITLAB).format(install=install, env=env)


def _language(source: str | None) -> str:
    """How pre-commit gets the command: from a URL by itself; from a path of the repository, or unsaid, as it is installed."""
    if source is None or "://" not in source:
        return "        language: system  # pip install 过的 planlint\n"
    return f"        language: python\n        additional_dependencies: [{json.dumps(source, ensure_ascii=False)}]\n"
