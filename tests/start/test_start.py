"""What is kept between starts changes nothing but the time: the same output with a full, an empty, a broken and an unwritable store."""

from __future__ import annotations

import dataclasses
import marshal
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from planlint import kept
from planlint.rulebook import Rulebook, book
from planlint.rulebook.divisions import divisions
from planlint.start import classes, patterns, rule_files
from planlint.start.checked import read_checked
from planlint.start.store import Store, cache_file

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "clean-action-plan.txt"


@pytest.fixture
def store(tmp_path, monkeypatch) -> Store:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Store.opened()


@pytest.fixture
def compiler(monkeypatch):
    """`re`'s own compiler, put back behind the test."""
    module = re._compiler
    monkeypatch.setattr(module, "compile", module.compile)
    re.purge()


def start(cache: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PLANLINT")}
    environment |= {"XDG_CACHE_HOME": str(cache), "PYTHONIOENCODING": "utf-8", **more}
    return subprocess.run(
        [sys.executable, "-m", "planlint", *arguments], capture_output=True, text=True, encoding="utf-8", env=environment, check=False
    )  # fmt: skip


def files(cache: Path) -> list[Path]:
    return [path for path in cache.rglob("*") if path.is_file()]


@pytest.mark.parametrize("command", ["extract", "check"])
def test_the_second_start_says_the_same(tmp_path, command) -> None:
    without = start(tmp_path / "none", command, str(SAMPLE), PLANLINT_NO_CACHE="1")
    first, second = (start(tmp_path / "c", command, str(SAMPLE)) for _ in range(2))
    assert files(tmp_path / "none") == []
    assert len(files(tmp_path / "c")) == 1
    assert (first.stdout, first.stderr, first.returncode) == (second.stdout, second.stderr, second.returncode)
    assert (first.stdout, first.returncode) == (without.stdout, without.returncode)


@pytest.mark.parametrize(
    "content",
    [b"", b"rubbish", marshal.dumps([1, 2]), marshal.dumps({("pattern", 1): 2}), b"\xe3\xff\xff\xff"],
)
def test_a_broken_store_is_an_empty_one(tmp_path, content) -> None:
    assert start(tmp_path, "extract", str(SAMPLE)).returncode == 0
    (path,) = files(tmp_path)
    path.write_bytes(content)
    again = start(tmp_path, "extract", str(SAMPLE))
    assert (again.returncode, again.stderr) == (0, "")
    assert "云岭市" in again.stdout


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> bytes:
    """The store that a first start writes."""
    folder = tmp_path_factory.mktemp("first")
    assert start(folder, "extract", str(SAMPLE)).returncode == 0
    return files(folder)[0].read_bytes()


def laid(folder: Path, data: bytes) -> Path:
    path = folder / "planlint" / cache_file().name
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    path.chmod(0o600)
    return path


def test_a_turned_bit_is_seen_wherever_it_is(tmp_path, written) -> None:
    chance = random.Random(15)
    places = [*range(45), *(chance.randrange(len(written)) for _ in range(300)), len(written) - 1]
    path = laid(tmp_path, written)
    assert read_checked(path, 8_000_000) is not None
    for at in places:
        turned = bytearray(written)
        turned[at] ^= 1 << chance.randrange(8)
        path.write_bytes(turned)
        assert read_checked(path, 8_000_000) is None, at
    for cut in (0, 1, 30, len(written) // 2, len(written) - 1):
        path.write_bytes(written[:cut])
        assert read_checked(path, 8_000_000) is None
    path.write_bytes(written + b"x")
    assert read_checked(path, 8_000_000) is None


@pytest.mark.parametrize("seed", range(13))
def test_thirteen_turned_bits_end_no_run(tmp_path, written, seed) -> None:
    turned = bytearray(written)
    turned[random.Random(seed).randrange(len(written))] ^= 1 << seed % 8
    path = laid(tmp_path, bytes(turned))
    result = start(tmp_path, "--version")
    assert (result.returncode, result.stderr) == (0, "")
    if seed == 0:
        again = start(tmp_path, "extract", str(SAMPLE))
        assert (again.returncode, again.stderr) == (0, "")
        assert read_checked(path, 8_000_000) is not None


@pytest.mark.skipif(os.name != "posix", reason="owners, links and pipes as POSIX has them")
@pytest.mark.parametrize("what", ["pipe", "link", "writable by others", "folder"])
def test_what_is_no_file_of_ours_alone_is_not_read(tmp_path, written, what) -> None:
    path = laid(tmp_path, written)
    if what == "writable by others":
        path.chmod(0o666)
    else:
        path.unlink()
    if what == "pipe":
        os.mkfifo(path)
    if what == "link":
        (tmp_path / "elsewhere").write_bytes(written)
        path.symlink_to(tmp_path / "elsewhere")
    if what == "folder":
        path.mkdir()
    assert read_checked(path, 8_000_000) is None
    result = start(tmp_path, "extract", str(SAMPLE))
    assert (result.returncode, result.stderr) == (0, "")
    if what != "folder":
        assert read_checked(path, 8_000_000) is not None  # made anew, in its place


def test_two_starts_at_once(tmp_path) -> None:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PLANLINT")}
    environment["XDG_CACHE_HOME"] = str(tmp_path)
    command = [sys.executable, "-m", "planlint", "extract", str(SAMPLE)]
    runs = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
        for _ in range(4)
    ]
    outputs = {run.communicate() for run in runs}
    assert len(outputs) == 1
    (path,) = files(tmp_path)
    assert read_checked(path, 8_000_000) is not None


def test_where_nothing_can_be_written_nothing_is_said(tmp_path) -> None:
    (tmp_path / "planlint").write_text("a file where the folder should be", encoding="utf-8")
    result = start(tmp_path, "extract", str(SAMPLE))
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.usefixtures("compiler")
def test_a_pattern_comes_back_as_it_was(store) -> None:
    texts = ["[，。；]{2,9}(?P<n>\\d+)", "(?i)ab|cd", "(?<!第)[^一二三四五六七八九十\\d]+$", "第[十百]+条"]
    slow = [re.compile(text) for text in texts]
    re.purge()
    patterns.keep_patterns(store)
    assert [re.compile(text) for text in texts] == slow
    for _ in range(20):
        store.put(("pad", _), "x")
    store.save()
    re.purge()
    again = Store.opened()
    patterns.keep_patterns(again)
    back = [re.compile(text) for text in texts]
    assert back == slow
    assert back[0].search("甲，。12")["n"] == "12"
    assert back[0].groupindex == slow[0].groupindex
    assert {key[2] for key in again._used if key[0] == "pattern"} == set(texts)


@pytest.mark.usefixtures("compiler")
def test_wrong_parts_are_not_believed(store) -> None:
    import _sre

    store.put(("pattern", _sre.MAGIC, "甲+", 0), (0, b"\x01", 0, {}, ()))
    store._values.update(store._new)
    patterns.keep_patterns(store)
    assert re.compile("甲+").fullmatch("甲甲")


@pytest.mark.usefixtures("compiler")
def test_patterns_that_are_wrong_fail_as_ever(store) -> None:
    patterns.keep_patterns(store)
    with pytest.raises(re.error):
        re.compile("(甲")
    assert re.compile(b"ab").match(b"ab")


def test_a_changed_rule_file_is_read_anew(store, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(kept, "KEEPER", None)
    rule_files.keep_rule_files(store)
    path = tmp_path / "a.yaml"
    path.write_text("a: [1]", encoding="utf-8")
    assert book.read_yaml(path) == {"a": [1]}
    store._values.update(store._new)
    value = book.read_yaml(path)
    value["a"].append(2)  # whoever asks may change what it got
    assert book.read_yaml(path) == {"a": [1]}
    path.write_text("a: [1, 2, 3]", encoding="utf-8")
    assert book.read_yaml(path) == {"a": [1, 2, 3]}


def test_too_large_a_store_keeps_what_was_used(store) -> None:
    store._values = {("old", i): "x" * 100_000 for i in range(100)}
    assert store.get(("old", 7)) is not None
    for i in range(10):
        store.put(("new", i), i)
    store.save()
    kept = Store.opened()._values
    assert set(kept) == {("old", 7), *(("new", i) for i in range(10))}


def test_the_file_is_named_for_this_python(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    path = cache_file()
    assert path is not None
    assert path.parent == tmp_path / "planlint"
    assert sys.implementation.cache_tag in path.name


def test_importing_planlint_changes_nothing() -> None:
    code = "import re; f = re._compiler.compile; import planlint; planlint.extract('到2027年，建成3座。'); print(re._compiler.compile is f)"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "True\n"
    )


def test_a_class_made_from_kept_code_is_the_same(store, monkeypatch) -> None:
    monkeypatch.setattr(dataclasses, "exec", exec, raising=False)
    classes.keep_classes(store)

    def made() -> type:
        @dataclasses.dataclass(frozen=True, slots=True, order=True)
        class Sum:
            amount: int
            unit: str = "万元"

        return Sum

    first = made()
    assert store._new, "the code of its methods is put down"
    store._values.update(store._new)
    store._new.clear()
    again = made()
    assert not store._new, "and found again"
    for kind in (first, again):
        assert repr(kind(3)).endswith("Sum(amount=3, unit='万元')")
        assert kind(3) < kind(4)
        with pytest.raises(dataclasses.FrozenInstanceError):
            kind(3).amount = 4


def test_a_start_writes_what_is_no_pattern_at_once(store) -> None:
    store.put(("pattern", "a"), 1)
    store.save()
    assert not Store.opened()._values
    store.put(("file", "a"), 1)
    store.save()
    assert Store.opened()._values


def test_a_broken_row_is_told_at_each_start(store, tmp_path, monkeypatch, caplog) -> None:
    monkeypatch.setattr(kept, "KEEPER", None)
    rule_files.keep_rule_files(store)
    table = tmp_path / "tables" / "divisions.tsv"
    table.parent.mkdir()
    table.write_text("530000\t云岭省\t\nbroken\n530100\t青溪市\t530000\n", encoding="utf-8")
    for _ in range(2):
        divisions.cache_clear()
        caplog.clear()
        assert divisions(Rulebook((tmp_path,))).lies_in("青溪市", "云岭省")
        assert f"{table}:2" in caplog.text
        store._values.update(store._new)
    divisions.cache_clear()
