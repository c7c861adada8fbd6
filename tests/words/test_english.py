"""`--lang en` is English to the last line: what is Chinese in any output stands in the plan that was read, or is put into it by a fix."""

from __future__ import annotations

import ast
import contextlib
import io
import json
import re
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from planlint.check.engine_codes import engine_codes
from planlint.check.rules import load_checks
from planlint.check.run import run_checks
from planlint.checking import Checker, check_source
from planlint.cli.app import COMMANDS, run
from planlint.pipeline import extract
from planlint.read import read_document
from planlint.report.formats import format_of, names_of
from planlint.report.rule_page import facts, said, title_of
from planlint.rulebook import Rulebook
from planlint.rulebook.catalogue import rule_files
from planlint.rulebook.schemas import load_schemas
from planlint.trial import _settings_of
from planlint.words import Text, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.rulebook.check_rule import CheckRule

SOURCE = Path(__file__).resolve().parents[2] / "src" / "planlint"
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
HAN = re.compile("[一-鿿]+")
QUOTED = re.compile("“[^”]*”|（[^）]*）|《[^》]*》|`[^`]*`")
FACTS = (
    "clean-action-plan.txt",
    "subsidy-measures.txt",
    "task-list.txt",
    "tables.txt",
    "web-copy.txt",
    "notice-gb18030.txt",
)
PLANS = [str(SAMPLES / name) for name in FACTS]
SUBJECTS = {
    "extract": PLANS, "check": PLANS, "compare": PLANS[:3], "diff": PLANS[:2], "cascade": PLANS[:2],
}  # fmt: skip
# The fields of records that are worded for a reader: nothing in them is a quotation.
WORDED = {"message", "remedy", "reason", "reasons", "remarks", "said", "note", "notes"}
# Names of benefits that the workbook cuts out of a sentence (电商年销售额达到……, 公共停车泊位).
BENEFITS = "电商销售 停车位"
ENGLISH = Words("en")


# ---- outputs of commands ----------------------------------------------------------------------------------------------
def _outputs() -> Iterator[Any]:
    """Every command with every format, over plans that have much to say."""
    for command, paths in SUBJECTS.items():
        for name in names_of(command):
            yield pytest.param((command, *paths, "-f", name), id=f"{command}-{name}")
    yield pytest.param(("check", *PLANS, "--schema", "gongwen", "--statistics"), id="check-gongwen")
    yield pytest.param(("check", *PLANS, "--schema", "action-plan", "-f", "html"), id="check-requirements")
    yield pytest.param(("check", PLANS[0], "--fix", "--unsafe-fixes", "--diff"), id="check-diff")
    yield pytest.param(("compare", *PLANS[:3], "--by", "subsidies"), id="compare-ladder")
    yield pytest.param(("extract", PLANS[0], "--explain", "1:1"), id="extract-explain-nothing")
    for arguments in (
        ("rules", "list"), ("schema", "report"), ("schema", "config"), ("schema", "plan"), ("config", "show"), ("explain", "ALL"),
        ("text", "--help"), ("rules", "test", "no-such-folder"), ("explain", "no-such-rule"), ("frobnicate",), ("extract",),
        ("extract", "no-such-file.txt"), ("check", PLANS[0], "-f", "jsn"), ("extract", PLANS[0], "--only", "tragets"),
        ("check", PLANS[0], "--select", "XYZ"), ("check", PLANS[0], "--schema", "acton-plan"), ("compare", PLANS[0]), ("diff", PLANS[0]), ("score", PLANS[0]), ("agree", PLANS[0]), ("rules", "suggest", PLANS[0]), ("review", "-"),
        ("review", PLANS[0], "--export", "doccanno"), ("review", PLANS[0], "--merge", "no-such-file"), ("review", PLANS[0], "--port", "x"),
    ):  # fmt: skip
        yield pytest.param(arguments, id="-".join(Path(part).name for part in arguments))
    for command in (
        "",
        *COMMANDS,
        "rules list",
        "rules show",
        "rules test",
        "rules suggest",
        "schema plan",
        "config show",
    ):
        yield pytest.param((*command.split(), "--help"), id=f"{command} --help")


@pytest.mark.parametrize("arguments", list(_outputs()))
def test_what_a_command_says_is_english(
    arguments: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    form = format_of(arguments[0], arguments[-1]) if "-f" in arguments else None
    to_file = ("-o", f"out{form.suffix}") if form is not None and form.binary else ()
    run([*arguments, *to_file, "--lang", "en"] if "--help" not in arguments else [*arguments, "--lang=en"])
    printed = capsys.readouterr()
    shown = printed.out + printed.err + "".join(map(_of_workbook, tmp_path.glob("out*")))
    assert shown.strip()
    assert _chinese(shown, _quoted()) == []


def _of_workbook(path: Path) -> str:
    """The words of a workbook's cells and sheets."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        parts = [package.read(name).decode("utf-8") for name in package.namelist() if name.endswith(".xml")]
    return "\n".join(re.sub("<[^>]*>", "\n", part) for part in parts)


@lru_cache(maxsize=1)
def _quoted() -> str:
    """What the plans and the examples of the rules print, without blanks, and what the records hold in fields that quote them."""
    words = ["".join((test.bad or test.good or "").split()) for rule in _rules() for test in rule.tests]
    # the words and patterns that rules look for
    words += [text for rule in _rules() for text in _strings(rule.options)]
    # names of the dictionary, and what the comments on top of vocabularies quote
    words += _strings(Rulebook().words("indicators"))
    words += [
        rule.title for rule in rule_files(Rulebook()) if rule.kind == "lexicon" and rule.title[:1].isascii()
    ]
    for path in PLANS:
        checked = check_source(read_document(path), Checker(rules=_rules()))
        words.append("".join(checked.source.text.split()))
        words += [quoted for finding in checked.findings for quoted in _quotations(finding.said)]
    for command, paths in SUBJECTS.items():
        record = io.StringIO()
        with contextlib.redirect_stdout(record):
            run([command, *paths, "-f", "json"])
        words += _strings(json.loads(record.getvalue()))
    words += [BENEFITS]
    return "\n".join(words)


def _rules() -> tuple[CheckRule, ...]:
    return load_checks(Rulebook())


def _strings(record: Any, key: str = "") -> Iterator[str]:
    """The texts of a record, without those that are worded for a reader."""
    if isinstance(record, dict):
        for name, part in record.items():
            yield name
            yield from () if name in WORDED else _strings(part, name)
    elif isinstance(record, list):
        for part in record:
            yield from _strings(part, key)
    elif isinstance(record, str):
        yield record


def _quotations(said: object) -> Iterator[str]:
    """What a text quotes of a plan: its values that are no texts of ours."""
    if isinstance(said, Text):
        for _, value in said.values:
            yield from _quotations(value)
    elif isinstance(said, tuple):
        for item in said:
            yield from _quotations(item)
    else:
        yield str(said)


def _chinese(shown: str, quoted: str) -> list[str]:
    """The lines with Chinese that is no quotation."""
    return [line for line in shown.splitlines() if any(part not in quoted for part in HAN.findall(line))]


# ---- findings, rule by rule -------------------------------------------------------------------------------------------
@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: rule.id)
def test_a_finding_is_english_but_for_what_it_quotes(rule: CheckRule) -> None:
    bad = [test for test in rule.tests if test.bad is not None]
    result = [
        finding
        for test in bad[:3]
        for finding in run_checks(
            extract(test.bad or "", Rulebook()), [rule], _settings_of(test), Rulebook()
        ).findings
    ]
    assert result
    for finding in result:
        words = ENGLISH.of(_without_quotations(finding.said))
        assert HAN.findall(QUOTED.sub("", words)) == []  # type: ignore[arg-type]


def _without_quotations(said: object) -> object:
    if isinstance(said, Text):
        return Text(
            said.code, tuple((name, _without_quotations(value)) for name, value in said.values), said.row
        )
    if isinstance(said, tuple):
        return tuple(_without_quotations(item) for item in said)
    return "…"


@pytest.mark.parametrize("rule", [*_rules(), *engine_codes().values()], ids=lambda rule: rule.id)
def test_a_rule_speaks_english(rule: CheckRule) -> None:
    words = [
        title_of(rule, ENGLISH),
        said(rule, "why", ENGLISH),
        said(rule, "remedy", ENGLISH),
        *(v for _, v in facts(rule, ENGLISH)),
    ]
    words += [said(rule, "source", ENGLISH)] if hasattr(rule, "source") else []
    # a remedy may show what to write, between quotation marks or brackets
    assert [text for text in words if HAN.search(QUOTED.sub("", text))] == []


def test_requirements_speak_english() -> None:
    for schema in load_schemas(Rulebook()):
        for need in (
            schema,
            *schema.sections,
            *schema.texts,
            *schema.facts,
            *schema.elements,
            *schema.values,
        ):
            assert need.title_en, (schema.id, need.id)
            assert not HAN.search(QUOTED.sub("", need.title_en)), (schema.id, need.id)


# ---- texts in code ----------------------------------------------------------------------------------------------------
# Words of plans that a report looks for, and the steps in which Chinese counts.
OF_PLANS = {"万", "亿", "国家", "省", "市", "区县", "一次性"}


@pytest.mark.parametrize("folder", ["cli", "report"])
def test_no_text_stands_in_code(folder: str) -> None:
    found = [
        f"{path.name}:{node.lineno}: {node.value}"
        for path in sorted((SOURCE / folder).rglob("*.py"))
        for node in _literals(ast.parse(path.read_text(encoding="utf-8")))
        if HAN.search(node.value) and node.value not in OF_PLANS
    ]
    assert found == []


@pytest.mark.parametrize("folder", [".", "read", "rulebook", "check"])
def test_no_error_is_worded_where_it_is_raised(folder: str) -> None:
    """What is raised, logged or kept as a problem is a code with its values."""
    found = [
        f"{path.name}:{call.lineno}"
        for path in sorted((SOURCE / folder).rglob("*.py") if folder != "." else SOURCE.glob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and _called(call) in SPEAKING
        for node in ast.walk(call)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and HAN.search(node.value)
    ]
    assert found == []


SPEAKING = {
    "UsageError", "InputError", "RulebookError", "ValueError", "located", "engine_finding", "warning", "broken", "beyond",
}  # fmt: skip


def _called(call: ast.Call) -> str:
    return str(getattr(call.func, "attr", None) or getattr(call.func, "id", ""))


def _literals(tree: ast.Module) -> Iterator[Any]:
    """The texts in a module that are no docstrings."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node
