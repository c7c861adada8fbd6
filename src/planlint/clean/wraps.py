"""Hard wraps: a line break inside a sentence goes, one that ends a paragraph or a heading stays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.alignment import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.rulebook.labels import LabelWords

_BREAK = re.compile("\n")
# What opens a paragraph of its own whatever the line before: item labels, notes, attachments.
ITEM = (
    "[一二三四五六七八九十]{1,3}[、.．]|[（(〔【][一二三四五六七八九十\\d]{1,3}[）)〕】]|\\d{1,2}[、.．](?!\\d)|"
    "第[一二三四五六七八九十百\\d]{1,4}[章节条编部篇]|[①-⑳]|附件|附表|抄送|专栏|表\\d|联系人|（此件"
)
# What opens one where nobody has cut lines: bullets, dates, and words that a line may begin with inside a sentence too.
_OPENS = re.compile(
    ITEM
    + "|[—·●■◆※|#*-]|牵头|20\\d\\d年\\d{1,2}月\\d{1,2}日|[一二三四五六七八九]是|目录|印发|关于|各[市县区]"
)
_JOINABLE_END = re.compile("[\\w、，,（(“《—%]$")
_JOINABLE_START = re.compile("[\\w“《，。；、：）)”》%]")
_SENTENCE_END = "。！？!?；;：:"
# A line at least this long was cut by a page or a column, not by its writer; or it ends inside a clause.
_LONG = 24
_TITLE_TAIL = re.compile(
    "(?:通知|方案|意见|计划|办法|措施|规划|细则|决定|公告|通告|报告|纲要|文件|政府|办公厅|办公室|委员会|[厅局部委])$"
)
_LABELLED = re.compile(
    "[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\\d]{1,3}[）)]|\\d{1,2}[、.．](?!\\d)"
)
# The item that a line ends in, where no sentence of its text has ended: …验收一处。（二）保护水源地, 责任单位：县水利局3.保护水源地
_LAST_ITEM = re.compile(
    f"(?:^|[。；;])[ \u3000]?(?:{_LABELLED.pattern})[^。；;]{{0,60}}$|(?<![\\d.])\\d{{1,2}} ?[.．](?!\\d)[^。；;，,]{{2,40}}$"
)
_OPEN_BRACKET = re.compile("[（(〔【][^（(〔【）)〕】\n]{0,80}$")
_CLOSES = re.compile("[^（(〔【\n]{0,200}?[）)〕】]")
NEVER_STARTS = "，。；、：,;）)”》%元年月日的和与及或等"
NEVER_ENDS = "、，,（(“《—的和与及或为对在将把从由向于"


def edits(text: str, labels: LabelWords) -> Iterator[Edit]:
    """Join a line to the next one where the break stands inside a sentence."""
    at = 0
    previous_joined = False
    for match in _BREAK.finditer(text):
        here = match.start()
        line = text[at:here]
        following = text.find("\n", here + 1)
        after = text[here + 1 : following if following >= 0 else min(len(text), here + 400)]
        join = not opens_label(line, after, labels) and _joins(line, after, previous_joined)
        if join:
            yield Edit(here, here + 1, "")
        previous_joined = join
        at = here + 1


def opens_label(line: str, after: str, labels: LabelWords) -> bool:
    """Whether the next line begins with a label (完成时限：…), and is not what this line's bracket or comma leads to."""
    return bool(line) and line[-1] not in "（([【、，," and labels.opens(after)


def _joins(line: str, after: str, previous_joined: bool) -> bool:
    """Whether a line goes on in the next one by its own marks: where paragraphs stand on one line each, a break is seldom a wrap."""
    if not line or not after or line[-1] in _SENTENCE_END:
        return False
    if after[0] in NEVER_STARTS and line[-1] not in "。；;":
        return not _OPENS.match(after)
    if (last := _LAST_ITEM.search(line)) and len(after) >= 2 * (len(line) - last.start()):
        # no column is half as wide as the next line: a heading, with a comma in it or behind the text of the item before it
        return False
    if _OPEN_BRACKET.search(line) and _CLOSES.match(after):
        return not _OPENS.match(after)
    if not _JOINABLE_END.search(line) or not _JOINABLE_START.match(after) or _OPENS.match(after):
        return False
    if line[-1] in NEVER_ENDS and not _OPENS.match(line):
        return True
    if line[-1] in "、，,（“《":
        return True
    if _TITLE_TAIL.search(line) and "，" not in line and "," not in line:
        return False
    has_clause = any(mark in line for mark in "，,。；;") or previous_joined
    ends_later = any(mark in after for mark in "，,。；;")
    return has_clause and len(line) >= _LONG and ends_later
