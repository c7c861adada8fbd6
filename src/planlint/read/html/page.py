"""A saved web page in, the document's text out: first its data (索引号：…), then its title where the text lacks it, then the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.errors import InputError
from planlint.read.html.charset import decode_page
from planlint.read.html.flow import Grid, lines_and_grids
from planlint.read.html.labels import label_lines, only_pairs, pairs_of_lines
from planlint.read.html.main_text import Parts, find_parts
from planlint.read.html.tree import Element, plain_tree
from planlint.read.linear import Linear
from planlint.read.source_text import SourceText

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_TABLE_PART = re.compile(r"\s*<(tbody|thead|tr|td|th)\b", re.IGNORECASE)
_PAGE = re.compile(r"<(?:html|body|head)\b", re.IGNORECASE)
# Behind the title of a page stand the names of its column and its site: 云岭市行动计划_政策文件_云岭市人民政府.
_SITE = re.compile(r"\s*(?:[_|｜]|\s-\s|——|--).*", re.DOTALL)
_BLANKS = re.compile(r"\s+")
# Lines that are buttons and counters: 浏览次数：20 字号：[大 中 小].
_TOOL = re.compile(
    r"(?=.*(?:浏览|阅读|点击|访问|字号|字体|打印|关闭|收藏|分享))(?:浏览|阅读|点击|访问|次数|字号|字体|视力|保护|背景|色|分享到?|打印|关闭|收藏|下载|本页|本文|窗口|"
    r"默认|超大|特大|微信|微博|[大中小数量率次到至：:\[\]【】（）()|/>\d\s 　])+"
)
# A title that the text has stands in its first lines; in a notice's text it may be named again behind.
_HEAD = 6


def read_html(data: bytes, path: str) -> SourceText:
    """The document in a page; InputError where the page holds none."""
    from selectolax.lexbor import LexborHTMLParser

    markup, encoding = decode_page(data, path)
    if _TABLE_PART.match(markup):
        markup = f"<table>{markup}</table>"
    parser = LexborHTMLParser(markup)
    body = parser.body or parser.root
    tree = _tree(body) if body is not None else Element("body", {})
    if not tree.han:
        raise InputError("read.page_empty", path=path)
    parts = find_parts(tree, whole_page=_PAGE.search(markup) is not None)
    meta = _meta(parser)
    linear = Linear()
    items = [item for element in parts.kept for item in lines_and_grids(element) if not _is_tool(item)]
    shown = [item for item in items[:_HEAD] if isinstance(item, str) and only_pairs(item)]
    items = [item for item in items if item not in shown]
    title = _missing_title(parser, meta, parts, items)
    for line in [*label_lines([*parts.labelled, pairs_of_lines(shown)], meta), *([title] if title else [])]:
        linear.paragraph(line)
    for item in items:
        if isinstance(item, Grid):
            linear.table(item.cells)
        else:
            linear.paragraph(item)
    text, marks = linear.finish()
    return SourceText(text, "text/html", encoding, marks)


def _is_tool(item: str | Grid) -> bool:
    return isinstance(item, str) and len(item) <= 80 and _TOOL.fullmatch(item) is not None


def _tree(body: LexborNode) -> Element:
    tree = plain_tree(body)
    if tree.han:
        return tree
    return plain_tree(body, hidden=True)  # a page that shows its text by script hides it until then


def _meta(parser: LexborHTMLParser) -> dict[str, str]:
    """The page's meta tags by name in lower case; a name that is given twice keeps its first content."""
    found: dict[str, str] = {}
    for node in parser.css("meta[name]"):
        attributes = node.attributes
        content = (attributes.get("content") or "").strip()
        if content:
            found.setdefault((attributes.get("name") or "").lower(), content)
    return found


def _missing_title(
    parser: LexborHTMLParser, meta: dict[str, str], parts: Parts, items: list[str | Grid]
) -> str | None:
    """The document's title where its text does not begin with it: from its meta tag, a heading beside the text, or the page's title."""
    head = "".join(_BLANKS.sub("", item) for item in items[:_HEAD] if isinstance(item, str))
    node = parser.css_first("head > title") or parser.css_first("title")
    given = [meta.get("articletitle", "")]
    given += [
        item
        for element in parts.left
        for heading in _headings(element)
        for item in lines_and_grids(heading)
        if isinstance(item, str)
    ]
    given.append(_SITE.sub("", node.text() or "") if node is not None else "")
    title = next((" ".join(t.split()) for t in given if len(t.strip()) >= 6), None)
    if title is None or _BLANKS.sub("", title) in head:
        return None
    return title


def _headings(element: Element) -> list[Element]:
    found = [element] if element.tag in ("h1", "h2") else []
    for child in element.elements():
        found += _headings(child)
    return found
