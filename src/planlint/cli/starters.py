"""The files that `planlint init --ci` writes; no package index has planlint: they install it from where the user says. The configuration is a text, `init.config`."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.words import Words

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
# {note}
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


def ci_text(ci: str, source: str | None, words: Words) -> str:
    """The CI file that installs planlint from `source`: a URL, git+https://…, or a path in the repository; None: from a variable."""
    if ci == "pre-commit":
        return _PRE_COMMIT.format(
            note=words["init.pre_commit"], language=_language(source, words), files=_SUFFIXES
        )
    said = shlex.quote(source) if source is not None else f'"${_VARIABLE}"'
    install = json.dumps(f"pip install {said}", ensure_ascii=False)  # JSON's strings are YAML's
    env = f"        env:\n          {_VARIABLE}: ${{{{ vars.{_VARIABLE} }}}}\n" if source is None else ""
    return (_GITHUB if ci == "github" else _GITLAB).format(install=install, env=env)


def _language(source: str | None, words: Words) -> str:
    """How pre-commit gets the command: from a URL by itself; from a path of the repository, or unsaid, as it is installed."""
    if source is None or "://" not in source:
        return f"        language: system  # {words['init.installed']}\n"
    return f"        language: python\n        additional_dependencies: [{json.dumps(source, ensure_ascii=False)}]\n"
