"""The plan's own title, whole: 云岭市孵化器建设行动计划 with the years that stand on the next line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.terms.metadata.labels import labelled

if TYPE_CHECKING:
    from planlint.model.document import CleanText, Outline

_YEARS_LINE = re.compile(
    "\\s*([（(]\\s?(?:19|20)\\d\\d\\s?[-—–－―~至]{1,2}\\s?(?:19|20)\\d\\d\\s?年?[^）)\n]{0,8}[)）]|[（(](?:试行|暂行|征求意见稿)[)）])"
)
_MARKS = re.compile("^[#*\\s]+|[*#\\s]+$|\\*{2,}")
# A file's name is the title where nothing is said about it: 《甲市乙方案》由会员分享, but not 《甲方案》的重点任务.
_NAMED = re.compile("《([^《》\n]{6,80}?)(?:\\.(?:docx?|pdf|wps))?》(?=\\s*(?:\n|$|由))")
_WRAPPER = re.compile("^.{0,60}?(?:关于)?(?:印发|转发)[《“]?(.{6,90}?)[》”]?的通知$")
# A file name that still carries its suffix, or a site's label before the title.
_FORWARDED = re.compile("(?:现将|将|印发)《([^《》]{6,90})》|《([^《》]{6,90})》(?:已经|业经|经)")
# The day of signature under a title, in brackets: （2025年1月2日）.
_DAY = re.compile("[（(](?:19|20)\\d\\d年\\d{1,2}月\\d{1,2}日[)）]$")
_HEAD = 1500


def find_title(
    clean: CleanText, outline: Outline, labels: list[str], kinds: tuple[str, ...]
) -> tuple[str | None, Span | None]:
    """The title without line breaks, and its clean span; (None, None) where the plan has none.

    Where nothing stands as a title, the page's own row does (标题：……), if it ends as titles end.
    """
    text = clean.text
    if outline.title is None:
        row = labelled(clean, labels)
        if row is not None and flat(row[0]).rstrip("》）)").endswith(kinds):
            return _unwrapped(flat(row[0])), row[1]
        return _named(text)
    start, end = outline.title
    behind = _YEARS_LINE.match(text, end)
    if behind is not None:
        end = behind.end()
    span = Span(start, end)
    title = _unwrapped(_DAY.sub("", flat(text[start:end])))
    return _undamaged(text, title) or title, span


def _unwrapped(title: str) -> str:
    """The plan's own name out of a notice's: 关于印发《甲方案》的通知 is 甲方案."""
    found = _WRAPPER.match(title)
    if found is None or not found.group(1).endswith(
        ("方案", "计划", "措施", "意见", "规划", "办法", "细则", "纲要", "）", ")", "政策", "规定")
    ):
        return title
    name = found.group(1).strip("《》“”")
    # 印发贯彻落实《乙细则》措施 has no name of its own
    return name if name.count("《") == name.count("》") and not name.startswith("贯彻") else title


def flat(text: str) -> str:
    """A title in one line: breaks and Markdown's marks gone, a blank between two of its parts kept."""
    text = re.sub("\\s*\n\\s*", "", text)
    return re.sub("[ \u3000]+", " ", _MARKS.sub("", text)).strip()


def _named(text: str) -> tuple[str | None, Span | None]:
    """The title that a forwarding sentence or the file's name gives: 现将《…》印发给你们, 《….docx》由会员分享."""
    head = text[:_HEAD]
    match = _FORWARDED.search(head)
    if match is not None:
        group = 1 if match.group(1) else 2
        return flat(match.group(group)), Span(*match.span(group))
    match = _NAMED.search(head)
    if match is not None and match.start() < 20:
        return flat(match.group(1)), Span(*match.span(1))
    return None, None


def _undamaged(text: str, title: str) -> str | None:
    """The same title where it stands elsewhere with its years whole, if a page mark cut them here."""
    if re.search("(?:19|20)\\d\\d\\s?年?\\s?[-—–－至]{1,2}\\s?(?:19|20)\\d\\d", title) or not re.search(
        "(?:19|20)\\d\\d", title
    ):
        return None
    bare = re.sub("[^一-鿿]", "", title)
    for line in text[:3000].split("\n"):
        if (
            len(line) < 100
            and re.sub("[^一-鿿]", "", line) == bare
            and re.search("(?:19|20)\\d\\d[-—–－至]{1,2}(?:19|20)\\d\\d", line)
        ):
            return flat(line)
    return None
