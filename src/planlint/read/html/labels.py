"""What a page says of its document: 索引号, 文号, 成文日期 … from its information table, its header lines and its meta tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.read.html.flow import cells, is_layout, lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planlint.read.html.tree import Element

# Labels as the sites of governments print them (国办发〔2019〕61号 附件 fixes most of these names), blanks aside.
_LABELS = frozenset(
    ["索引号", "信息索引号", "索引", "发文字号", "文号", "文件编号", "发文文号", "成文日期", "成文时间", "生成日期", "印发日期", "发布日期", "发布时间", "公开日期",
     "公布日期", "发文日期", "发文机关", "发文单位", "制发机关", "发布机关", "发布机构", "发布单位", "来源", "信息来源", "文章来源", "公开主体", "公开责任部门", "标题",
     "名称", "信息名称", "文件名称", "主题分类", "主题词", "体裁分类", "组配分类", "信息分类", "公开方式", "公开形式", "公开时限", "公开范围", "有效性", "是否有效",
     "效力状态", "生效日期", "实施日期", "施行日期", "废止日期", "失效日期", "有效期", "统一编号", "统一登记号", "规范性文件编号", "关键词", "主送", "服务对象"]
)  # fmt: skip
# Names of meta tags (国办秘函〔2019〕19号, 政府网站与政务新媒体检查指标, names in use since 2018) and the label each stands for.
_META = {"pubdate": "发布日期", "contentsource": "来源"}
_SAME = ({"发布日期", "发布时间"}, {"来源", "信息来源", "文章来源"})
_LEAST_LABELS = 2
_LONGEST_VALUE = 90
_CELLS = re.compile("\t|[ \xa0\u3000]{2,}")
_PAIR = re.compile(
    "(?:^|(?<=[\\s\xa0|【\\[（(]))([一-鿿](?:[ \xa0\u3000]*[一-鿿]){1,7})[ \xa0\u3000]*[:：][ \xa0\u3000|]*"
)
_FILLING = " \xa0\u3000|【】[]:："


def is_information(table: Element) -> bool:
    """Whether a table holds the document's data and none of its text."""
    if is_layout(table):
        return False
    first = [cell.text for cell in cells(table)[:16]]
    named = sum(_label(text) is not None for text in first)
    return named >= _LEAST_LABELS and named * 4 >= len(first)


def pairs(element: Element) -> dict[str, str]:
    """The labelled data that an element shows, as cells side by side, as lines, or as 文号：云政发〔2025〕3号."""
    return pairs_of_lines(lines(element))


def pairs_of_lines(shown: Iterable[str]) -> dict[str, str]:
    """The labelled data of lines; a label at the end of one has its value in the next."""
    found: dict[str, str] = {}
    waiting: str | None = None
    for line in shown:
        for cell in filter(None, (part.strip(" \xa0\u3000") for part in _CELLS.split(line))):
            label = _label(cell)
            if label is not None:
                waiting = label
            elif waiting is not None:
                found.setdefault(waiting, cell)
                waiting = None
            else:
                waiting = _inline(cell, found)
    return {label: value for label, value in found.items() if len(value) <= _LONGEST_VALUE}


def only_pairs(line: str) -> bool:
    """Whether a line says nothing but labelled data: 发布时间：2024-03-02 来源：市府办."""
    match = _PAIR.match(line)
    return match is not None and _label(match[1]) is not None and len(line) <= 120 and "。" not in line


def _label(cell: str) -> str | None:
    bare = re.sub("\\s", "", cell).strip(_FILLING)
    return bare if bare in _LABELS else None


def _inline(cell: str, found: dict[str, str]) -> str | None:
    """The pairs inside one cell; what comes back is a label whose value stands in the next cell."""
    matches = list(_PAIR.finditer(cell))
    waiting = None
    for match, after in zip(matches, [*matches[1:], None], strict=False):
        label = re.sub("\\s", "", match[1])
        if label not in _LABELS:
            continue
        value = cell[match.end() : after.start() if after else len(cell)].strip(_FILLING)
        if value:
            found.setdefault(label, value)
        elif after is None:
            waiting = label
    return waiting


def label_lines(shown: Iterable[Mapping[str, str]], meta: Mapping[str, str]) -> list[str]:
    """One line a datum, `发文字号：云政发〔2025〕3号`; a meta tag speaks only where the page itself does not."""
    found: dict[str, str] = {}
    for given in shown:
        for label, value in given.items():
            found.setdefault(label, value)
    for name, label in _META.items():
        value = " ".join(meta.get(name, "").split())
        same = next((group for group in _SAME if label in group), {label})
        if value and len(value) <= _LONGEST_VALUE and not same & set(found):
            found[label] = value
    return [f"{label}：{value}" for label, value in found.items()]
