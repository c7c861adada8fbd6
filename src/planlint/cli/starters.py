"""The files that `planlint init --ci` writes; the configuration to start from is a text, `init.config`."""

from __future__ import annotations

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
