"""A page's tree in, the parts that are the document out: the path down to the prose is followed, links and site furniture stay behind."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planlint.read.html.flow import is_layout
from planlint.read.html.labels import is_information, pairs

if TYPE_CHECKING:
    from planlint.read.html.tree import Element

# Containers in which the systems behind government sites put a document's text.
_CONTAINERS = frozenset(
    ["ucap-content", "zoom", "trs_editor", "trs_ueditor", "js_content", "rich_media_content", "pages_content", "article-content",
     "article_content", "news_content", "custom_unionstyle", "bt_content", "con_text", "conTxt", "wzcon", "xxgk_content", "detail-content"]
)  # fmt: skip
# What sites put around and into a text, by the words of class and id.
_FURNITURE = frozenset(
    ["share", "bdsharebuttonbox", "bshare-custom", "social-share", "print", "print-close", "sub-area", "breadcrumb", "breadcrumbs", "crumbs", "crumb",
     "position", "location", "curpage", "xl_curpage", "dqwz", "footer", "foot", "ls_footer", "header", "head", "top", "nav", "navbar", "menu",
     "sidebar", "toolbar", "tools", "pagination", "pager", "copyright", "related", "relevant", "recommend", "xgwz", "xgyd", "xgjd", "qrcode", "ewm", "login", "search"]
)  # fmt: skip
_FURNITURE_TAGS = frozenset(["nav", "footer", "aside"])
_FOOT = re.compile("ICP备|公网安备|网站标识码|版权所有|扫一扫|主办单位?[:：]|承办单位?[:：]")
_SENTENCE = re.compile("[。；！？]")
_PATH = frozenset(
    ["body", "html", "div", "section", "article", "main", "form", "center", "table", "tbody", "tr", "td"]
)
# The prose must lie this much in one child for the path to go on into it.
_MOST_OF_IT = 0.8
_LEAST_PROSE = 30
_LONGEST_FURNITURE = 200


@dataclass(slots=True)
class Parts:
    """The elements that are the document, in order, and the labelled data that stood beside them."""

    kept: list[Element] = field(default_factory=list)
    left: list[Element] = field(default_factory=list)
    labelled: list[dict[str, str]] = field(default_factory=list)


def find_parts(body: Element, *, whole_page: bool) -> Parts:
    """The document's parts; of a fragment that was saved without its page nothing but furniture is left behind."""
    parts = Parts()
    _strip(body, parts)
    if whole_page:
        _descend(body, parts)
    else:
        parts.kept.append(body)
    parts.labelled += [pairs(element) for element in parts.left]
    return parts


def _descend(element: Element, parts: Parts) -> None:
    """Follow the prose down; keep siblings that are prose as well, leave the rest."""
    inner = _holds_nearly_all(element)
    if inner is None:
        parts.kept.append(element)
        return
    for child in element.elements():
        if child is inner:
            _descend(child, parts)
        elif _is_prose(child):
            parts.kept.append(child)
        else:
            parts.left.append(child)


def _holds_nearly_all(element: Element) -> Element | None:
    children = element.elements()
    if (
        element.tag not in _PATH
        or element.names() & _CONTAINERS
        or sum(c.tag == "p" and c.han > 0 for c in children) >= 2
    ):
        return None
    child = max(children, key=lambda c: c.prose, default=None)
    if child is None or child.tag not in _PATH or child.prose < _MOST_OF_IT * max(element.prose, 1):
        return None
    if child.tag == "table" and not is_layout(child):
        return None  # the plan is its table
    if child.tag == "table" and sum(c.han > 0 for c in children) > 1 and not _holds_container(child):
        return None  # the plan may be its table, and what stands beside it its title
    return child


def _holds_container(element: Element) -> bool:
    return any(child.names() & _CONTAINERS or _holds_container(child) for child in element.elements())


def _is_prose(element: Element) -> bool:
    if _is_furniture(element) or element.linked * 2 > element.han or element.prose < _LEAST_PROSE:
        return False
    text = _text(element)
    return _SENTENCE.search(text) is not None and not _FOOT.search(text[-300:])


def _strip(element: Element, parts: Parts) -> None:
    """Take furniture and information tables out, and count again what is left."""
    staying: list[Element | str] = []
    for child in element.children:
        if isinstance(child, str):
            staying.append(child)
        elif _is_furniture(child) or (child.tag == "table" and is_information(child)):
            parts.labelled.append(pairs(child))
            element.han -= child.han
            element.linked -= child.linked
        else:
            before = child.han, child.linked
            _strip(child, parts)
            element.han -= before[0] - child.han
            element.linked -= before[1] - child.linked
            staying.append(child)
    element.children = staying


def _is_furniture(element: Element) -> bool:
    named = element.tag in _FURNITURE_TAGS or bool(element.names() & _FURNITURE)
    return named and element.prose <= _LONGEST_FURNITURE


def _text(element: Element) -> str:
    return "".join(child if isinstance(child, str) else _text(child) for child in element.children)
