"""Saved web pages: the plan without the site, its data as lines, its tables as cells."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from planlint import InputError, decode_document, extract, read_document
from planlint.report.record import report_of

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
real = pytest.mark.skipif(not CORPUS.is_dir(), reason="the real plans are not beside this checkout")

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>云岭市行动方案_政策文件_云岭市人民政府</title>
<meta name="ArticleTitle" content="云岭市孵化载体建设行动方案"><meta name="PubDate" content="2024-03-02 09:00">
<meta name="ContentSource" content="市府办"><script>var a = "脚本";</script></head><body>
<div class="nav"><a href="/">首页</a> <a href="/zwgk">政务公开</a> <a href="/zc">政策文件</a></div>
<div class="wrap"><div class="left"><ul><li><a href="/1">机构职能</a></li><li><a href="/2">规划计划</a></li></ul></div>
<div class="detail"><table class="xxgk"><tr><td>索 引 号：</td><td>00254001X/2024-00012</td><td>发文字号：</td><td>云政办发〔2024〕3号</td></tr>
<tr><td>成文日期：</td><td>2024-02-28</td><td>发布机构：</td><td>云岭市人民政府办公室</td></tr></table>
<h1>云岭市孵化载体建设行动方案</h1><div class="info"><span>浏览次数：20</span> 字号：[<a href="#">大</a> <a href="#">小</a>]</div>
<div class="article-body"><p class=MsoNormal>一、总体要求</p><p class=MsoNormal>坚持创新驱动，加快推进
孵化载体建设，服务全市经济社会高质量发展。</p><p>二、主要目标</p><p>到2025年，培育高新技术企业不少于<b>40</b>家，建设公共服务平台3个。<br>
到2026年，引进人才500人。</p><p style="display:none">隐藏的文字</p>
<table><tr><th rowspan="2">指标</th><th colspan="2">目标</th></tr><tr><td>2025年</td><td>2026年</td></tr><tr><td><p>孵化</p><p>器</p></td><td>10家</td><td>12家</td></tr></table>
<p>三、保障措施</p><p>（责任单位：市科技局、市财政局）</p></div></div></div>
<div class="footer">主办单位：云岭市人民政府办公室 版权所有 ICP备12345号</div></body></html>"""
TEXT = """索引号：00254001X/2024-00012
发文字号：云政办发〔2024〕3号
成文日期：2024-02-28
发布机构：云岭市人民政府办公室
发布日期：2024-03-02 09:00
来源：市府办
云岭市孵化载体建设行动方案
一、总体要求
坚持创新驱动，加快推进孵化载体建设，服务全市经济社会高质量发展。
二、主要目标
到2025年，培育高新技术企业不少于40家，建设公共服务平台3个。
到2026年，引进人才500人。
指标\t目标\t
\t2025年\t2026年
孵化器\t10家\t12家
三、保障措施
（责任单位：市科技局、市财政局）
"""


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gbk", "utf-16"])
def test_a_page_is_its_document(charset: str) -> None:
    source = decode_document(PAGE.replace("{charset}", charset).encode(charset), "plan.html")
    assert source.text == TEXT
    assert source.media_type == "text/html"


def test_cells_are_marked() -> None:
    source = decode_document(PAGE.encode(), "page.htm")
    cells = {(m.cell.row, m.cell.column): m for m in source.marks if m.cell is not None}
    assert {place: source.text[m.span.start : m.span.end] for place, m in cells.items()} == {
        (1, 1): "指标", (1, 2): "目标", (2, 2): "2025年", (2, 3): "2026年", (3, 1): "孵化器", (3, 2): "10家", (3, 3): "12家",
    }  # fmt: skip
    assert (cells[1, 1].cell.rows, cells[1, 2].cell.columns, cells[3, 2].label) == (2, 2, "T1R3C2")


def test_document_data_comes_from_the_page() -> None:
    data = extract(decode_document(PAGE.encode(), "page.html")).document
    assert (data.title, data.document_number) == ("云岭市孵化载体建设行动方案", "云政办发〔2024〕3号")
    assert (data.published_on, data.signed_on) == ("2024-03-02", "2024-02-28")
    assert data.index_number == "00254001X/2024-00012"


@pytest.mark.parametrize("name", ["plan.txt", "-", "plan"])
def test_a_page_is_known_by_its_content(name: str) -> None:
    assert decode_document(PAGE.encode(), name).text == TEXT


def test_a_numbered_list_shows_its_numbers() -> None:
    page = "<ol start=3><li>建设公共服务平台。</li><li>（四）引进人才。</li><li>培育企业。</li></ol>"
    assert (
        decode_document(page.encode(), "a.html").text
        == "3.建设公共服务平台。\n（四）引进人才。\n5.培育企业。\n"
    )


def test_a_web_archive_is_opened() -> None:
    import base64

    body = base64.encodebytes(PAGE.encode("gb18030")).decode("ascii")
    archive = (
        "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
        f"Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n{body}\r\n--x--\r\n"
    )
    with_charset = archive.replace("gb2312", "gb18030")
    assert decode_document(with_charset.encode(), "plan.mht").text == TEXT


@pytest.mark.parametrize(
    "page", ["<html></html>", "<html><body><script>document.write('云岭市')</script></body></html>"]
)
def test_a_page_without_text_says_so(page: str) -> None:
    with pytest.raises(InputError, match="没有正文"):
        decode_document(page.encode(), "plan.html")


def test_deep_and_wide_markup_is_read() -> None:
    deep = "<div><span>" * 20_000 + "到2025年，培育企业40家。"
    assert decode_document(deep.encode(), "a.html").text == "到2025年，培育企业40家。\n"
    wide = "<table>" + "<tr><td colspan=1000 rowspan=65000>培育企业</td></tr>" * 300 + "</table>"
    assert "培育企业" in decode_document(wide.encode(), "a.html").text


# First and last words of each real page, and whether the text twin gives the very same facts.
PAGES = {
    "013_yiwu_jinrong_shangwuqu": ("各镇人民政府", "管委会负责解释。"),
    "015_yiwu_minban_jiaoyu": ("各镇人民政府", "2013年12月23日"),
    "016_yiwu_minying_yiliao": ("各镇人民政府", "2013年12月23日"),
    "017_linhai_wenhua_litang": ("临海经济开发区", "的通知.doc"),
    "028_chongqing_chanye_yuanqu": ("重庆市人民政府关于", "（此件公开发布）"),
    "035_lishui_tuiyi_anzhi": ("索引号：", "(1).pdf"),
    "043_guowuyuan_zhiye_jiaoyu": ("国务院关于印发", "重要的制度保障。"),
    "044_guobanfa_wufei_chengshi": ("国务院办公厅关于", "公众监督作用。"),
}
CHROME = ("首页", "当前位置", "浏览次数", "打印", "关闭", "语言播报", "{", "function", "&nbsp;")


@real
@pytest.mark.parametrize("name", PAGES)
def test_real_pages_begin_and_end_with_the_plan(name: str) -> None:
    text = read_document(CORPUS / "more" / f"{name}.html").text
    first, last = PAGES[name]
    assert text.startswith(first)
    assert text.rstrip().endswith(last)
    assert not [word for word in CHROME if word in text]


@real
@pytest.mark.parametrize("name", PAGES)
def test_real_pages_give_the_facts_of_their_text(name: str) -> None:
    twin = next(p for p in (CORPUS / "more" / f"{name}.txt", CORPUS / f"{name}.txt") if p.is_file())
    page, text = facts(CORPUS / "more" / f"{name}.html"), facts(twin)
    assert sum((text - page).values()) <= 0.01 * sum(text.values())
    assert sum((page - text).values()) <= 0.01 * sum(text.values())


def facts(path: Path) -> Counter:
    report = report_of(extract(read_document(path)))
    return Counter(
        (kind, "".join(fact["quote"].replace("&nbsp;", "").split()))
        for kind in ("targets", "milestones", "subsidies", "responsibilities", "citations")
        for fact in report[kind]
    )
