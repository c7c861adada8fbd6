"""Word edges: what jieba and the small dictionary say, and that facts stand on it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from planlint import extract
from planlint.rulebook.book import builtin_rules
from planlint.text import words

HEAD = "云岭市产业发展行动方案（2025—2027年）\n一、工作目标\n"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("激光雷达200米", ["激光", "雷达", "200", "米"], id="达 is no word of its own"),
        pytest.param("建设九台区", ["建设", "九台区"], id="a place that holds a numeral"),
        pytest.param("应用场景10个", ["应用场景", "10", "个"], id="应 is no word of its own"),
        pytest.param("先进级工厂", ["先进", "级", "工厂"], id="先 is no word of its own"),
        pytest.param("新一轮改革", ["新一轮", "改革"], id="a word that holds a numeral"),
        pytest.param("三家企业", ["三", "家", "企业"], id="a number is no word"),
        pytest.param("新建商品房", ["新建", "商品房"], id="two words"),
    ],
)
def test_cut(text: str, want: list[str]) -> None:
    assert list(words.cut(text)) == want


def test_the_file_has_the_beginnings_of_its_words() -> None:
    rows = (
        (builtin_rules() / "words" / "words.txt").read_text(encoding="utf-8").partition("\n\n")[2].split("\n")
    )
    table = dict(row.split(" ") for row in rows if row)
    assert list(table) == sorted(table)
    assert 20_000 < sum(n != "0" for n in table.values()) < 40_000
    assert all(word[:n] in table for word in table for n in range(1, len(word)))


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("到2027年，九台区新增就业3000人。", [3000], id="a place"),
        pytest.param("到2027年，支持三台县建成产业园3个。", [3], id="a county"),
        pytest.param("到2027年，报废四轮农用车400辆。", [400], id="wheels"),
    ],
)
def test_no_number_is_cut_out_of_a_word(text: str, want: list[int]) -> None:
    assert [t.value for t in extract(HEAD + text).targets] == want


def test_without_words_other_facts_come_out(monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEAD + "到2027年，九台区新增就业3000人。\n"
    before = [(t.value, t.unit) for t in extract(text).targets]
    monkeypatch.setattr(words, "cut", tuple)
    monkeypatch.setattr(words, "starts", lambda text: frozenset(range(len(text))))
    assert [(t.value, t.unit) for t in extract(text).targets] != before


def test_a_text_without_numbers_loads_no_words() -> None:
    program = "import sys, planlint; planlint.extract('云岭市产业发展意见\\n坚持统筹推进。\\n'); print('jieba' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_segmenter_leaves_no_trace() -> None:
    """No cache file, no log line, no stand-in for the modules that it was spared."""
    program = (
        "import sys\nfrom planlint.text import words\nwords.cut('云岭市')\n"
        "import jieba.finalseg\nprint(hasattr(jieba.finalseg, 'cut'), sys.modules.get('pkg_resources', 'free') is not None)"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "True"]
    assert done.stderr == ""
