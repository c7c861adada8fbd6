"""What the copy has done to a plan: site chrome, page marks inside sentences, glued headings, half-width marks, stray blanks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from planlint.model.alignment import Edit
from planlint.model.span import Span
from planlint.rulebook.options import Default, Options, Ways
from planlint.text.han import compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planlint.check.context import CheckContext
    from planlint.model.document import Paragraph
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule

_FULL = dict(zip(",;:?!()", "，；：？！（）", strict=True))
_HAN = "[一-鿿”’》）〕]"
# The marks come first in the patterns: a look behind at every character would cost more than all the rest.
# the brackets of a document number, (2024)30号, are another rule's matter
_HALF = compiled(
    rf"(?=[,;:?!()])(?:(?<={_HAN})[,;:?!)]|(?<={_HAN})\((?!(?:19|20)\d\d\)\s?第?\d{{1,5}}\s?号)|\((?=[一-鿿“《]))"
)
_STRAY = compiled(
    "(?=[ \u00a0\u2002])(?<![条章节款])(?<=[一-鿿，。；：、])[ \u00a0\u2002]+(?=[一-鿿，。；：、])"
)
_BROKEN_END = compiled(r"[一-鿿0-9、，,]$")
_NO_SENTENCE = compiled(
    "20\\d\\d年|(?:政府|局|委|办公室|委员会)$|(?:责任|牵头|配合)(?:单位|部门)|https?:|记者|摄$|编辑"
)
# What may stand right behind and right before a heading; * and # are Markdown's.
_HEADING_ENDS = "。；：，、！？.;:,!?（(【〔*#"
_HEADING_STARTS = "*#"
_SENTENCE_ENDS = "。；！？”）)】]"
# Data of the document in the header of a page are no residue; nor is a rule between two parts.
_NO_CHROME = compiled(
    "\\.(?:docx?|xlsx?|pdf|wps|zip|rar)\\b|发文字号|索引号|文号|成文日期|主题分类|^[-—*#|=_\\s]*$|^(?![^\n]*(?:阅读|浏览|点击|访问|打印|分享|字[号体]|收藏))[ \u3000【]*(?:信息)?(?:来源|时间|日期|作者|分类|栏目|原文链接|附件|标题|名称|主题|索引|效力|有效性?|发[布文]|公[开布]|印发|成文|制发|机构|机关|单位|关键词|检索)[^：:\n]{0,8}[：:]"
)
_STRAIGHT = re.compile('"')
_ANY_HAN = compiled("[一-鿿]")
_GOES_ON = compiled("[一-鿿，、,0-9A-Za-z）)”%％.]")
_LABELLED = compiled("[一-鿿（）()]{2,12}[：:]")
_WORDS = compiled("[一-鿿]{2}|[一-鿿][，。、]|[一-鿿]）")
# What may stand before a blank that parts two names: 中共示范县委 示范县人民政府.
_NAMES_END = compiled("(?:委|府|局|会|办|厅|部|院|省|市|县|区|某)$")
_SENTENCE = compiled("[，。；、：]")
# A paragraph of so many characters that ends in a mark says something of its own.
_WHOLE = 16
_SENTENCE_MARK = compiled("[，。；：]")
_LONGEST_SHOWN = 40
# More places than this in one file are one finding with a count: a reader looks at the first and repairs them all.

_MANY = Options(most=Default(int, 8))
OPTIONS = Ways(
    {
        "chrome": _MANY, "headings": _MANY, "broken": _MANY, "unfinished": _MANY, "blanks": Options(), "half-width": Options(),
        "straight-quotes": Options(), "repeated": Options(),
    }
)  # fmt: skip


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The findings of one rule; `find` names what is looked for."""
    ways = {
        "chrome": _chrome,
        "headings": _headings,
        "broken": _broken,
        "blanks": _blanks,
        "half-width": _half_width,
        "straight-quotes": _straight_quotes,
        "unfinished": _unfinished,
        "repeated": _repeated,
    }
    yield from ways[rule.options["find"]](context, rule)


def _chrome(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """One finding for each run of chrome; an information table of a government site belongs to the document and is none."""
    runs: list[Span] = []
    for piece in context.clean.chrome:
        if piece.rule == "CHR-info-table" or _NO_CHROME.search(
            context.text[piece.span.start : piece.span.end]
        ):
            continue
        if runs and not context.text[runs[-1].end : piece.span.start].strip():
            runs[-1] = Span(runs[-1].start, piece.span.end)
        else:
            runs.append(piece.span)
    places = [context.clean.to_source(run) for run in runs]
    edits = [[Edit(place.start, place.end, "")] for place in places]
    for place, edit, n in _few_or_one(places, edits, rule.options):
        shown = " ".join(context.source[place.start : place.end].split())
        text = shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"
        yield context.find_source(rule, place, edit, text=text, n=n)


def _few_or_one(
    places: list[Span], edits: list[list[Edit]], options: dict[str, Any]
) -> Iterator[tuple[Span, list[Edit], int]]:
    """Each place while they are few; beyond `most` one finding for the file, with all the edits and the number of places."""
    if len(places) <= options["most"]:
        for place, edit in zip(places, edits, strict=True):
            yield place, edit, 1
    else:
        yield places[0], [one for edit in edits for one in edit], len(places)


def _headings(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Page numbers among the sentences, then headings that are glued to other words."""
    yield from _page_marks(context, rule)
    yield from _glued(context, rule)


def _page_marks(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The marks of pages inside the plan's sentences, told once with their number."""
    marks = [r.source_span for r in context.clean.removed]
    if marks:
        first = marks[0]
        span = Span(max(0, first.start - 6), min(len(context.source), first.end + 6))
        edits = [Edit(mark.start, mark.end, "") for mark in marks]
        shown = "".join(context.source[first.start : first.end].split())
        yield context.find_source(rule, span, edits, text=shown, n=len(marks), what="分页编号混入正文")


def _glued(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Headings that the text runs on behind, or that stand behind a sentence in the same line, without any mark between."""
    places: list[Span] = []
    for section in context.outline.sections:
        start, stop = context.clean.to_source(section.span)
        before, behind = context.source[start - 1 : start], context.source[stop : stop + 1]
        has_text = section.body.end > section.span.end + 1
        runs_on = bool(behind) and not behind.isspace() and behind not in _HEADING_ENDS and has_text
        stands_behind = bool(before) and not before.isspace() and before not in _HEADING_STARTS
        if stands_behind and before not in _SENTENCE_ENDS:
            continue  # 大学一、论语一: numbers within a sentence
        stands_behind = stands_behind and section.level <= 2
        # 不与第二条重复享受 refers to an article of the text; a heading stands behind a mark
        stands_behind = stands_behind and not (section.label.startswith("第") and before.isalnum())
        runs_on = runs_on and not (section.label.startswith("第") and before.isalnum())
        if runs_on or stands_behind:
            end = min(section.span.end + 6, len(context.text))
            places.append(context.clean.to_source(Span(section.span.start, end)))
    for place, _, n in _few_or_one(places, [[] for _ in places], rule.options):
        yield context.find_source(rule, place, what="标题与正文粘连", n=n)


def _broken(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """A sentence cut by a line break: the two halves stand in two lines of the source."""
    places: list[Span] = []
    edits: list[list[Edit]] = []
    title = context.outline.title
    for paragraph in context.paragraphs():
        if title is not None and paragraph.span.overlaps(title):
            continue  # a title is broken where its words allow it
        source = context.source_of(paragraph)
        words = context.source[source.start : source.end]
        if _SENTENCE_MARK.search(words) is None:
            continue  # 商业流通⏎基础设施: a cell in two lines, or a heading; no sentence
        for match in re.finditer(r"[ \t\u3000]*\r?\n\s*", words):
            if not 0 < match.start() < match.end() < len(words) or words[match.start() - 1] in "。；：！？":
                continue
            if not _GOES_ON.match(words[match.start() - 1]) or _is_row(words, match.start(), match.end()):
                continue
            start, end = source.start + match.start(), source.start + match.end()
            places.append(Span(max(source.start, start - 8), min(source.end, end + 8)))
            edits.append([Edit(start, end, "")])
    for place, edit, n in _few_or_one(places, edits, rule.options):
        a, b = context.source[place.start : edit[0].start], context.source[edit[0].end : place.end]
        yield context.find_source(rule, place, edit, a=a.strip(), b=b.strip(), n=n)


def _is_row(words: str, end: int, start: int) -> bool:
    """Whether lines that meet are rows of their own: labelled ones (完成时限：…), or cells of a table that was pasted as lines."""
    before = words[words.rfind("\n", 0, end) + 1 : end].strip()
    stop = words.find("\n", start)
    behind = words[start : stop if stop >= 0 else len(words)].strip()
    labelled = _LABELLED.match(behind) or (_LABELLED.match(before) and "。" not in before)
    return bool(labelled) or not _WORDS.search(before) or not _WORDS.search(behind)


def _blanks(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    yield from _per_file(context, rule, _STRAY, lambda _: "", lambda at: _parts_names(context.source, at))


def _parts_names(text: str, at: int) -> bool:
    """Whether a blank parts two names, or spaces a heading wide: 通    知, 李某 镇长, 示范县委 示范县人民政府."""
    line = text[text.rfind("\n", 0, at) + 1 : (text.find("\n", at) + 1 or len(text) + 1) - 1]
    if len(line) < 200 and _SENTENCE.search(line) is None:
        return True
    return text[at : at + 2].isspace() or _NAMES_END.search(text, max(0, at - 4), at) is not None


def _half_width(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    yield from _per_file(context, rule, _HALF, lambda ch: _FULL[ch])


def _per_file(
    context: CheckContext,
    rule: CheckRule,
    pattern: re.Pattern[str],
    new: Callable[[str], str],
    excused: Callable[[int], bool] = lambda _: False,
) -> Iterator[Finding]:
    found = (Span(*m.span()) for m in pattern.finditer(context.source) if context.in_plan(m.start()))
    places = [place for place in found if not excused(place.start)]
    if places:
        edits = [Edit(p.start, p.end, new(context.source[p.start : p.end])) for p in places]
        yield context.find_source(rule, places[0], edits, n=len(places))


def _straight_quotes(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Straight quotation marks around Chinese words, told once a file; repaired where those of a paragraph pair."""
    places: list[int] = []
    edits: list[Edit] = []
    for stretch in context.stretches():
        marks = [m.start() for m in _STRAIGHT.finditer(context.source, stretch.start, stretch.end)]
        inside = [context.source[a + 1 : b] for a, b in zip(marks[::2], marks[1::2], strict=False)]
        if not any(_ANY_HAN.search(words) for words in inside):
            continue
        places += marks
        if len(marks) % 2 == 0:
            edits += [Edit(at, at + 1, "“”"[i % 2]) for i, at in enumerate(marks)]
    if places:
        yield context.find_source(rule, Span(places[0], places[0] + 1), edits, n=len(places))


def _unfinished(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """A paragraph of whole sentences whose last one has no mark at its end."""
    paragraphs = list(context.paragraphs())
    headings = frozenset(section.span.start for section in context.outline.sections)
    is_wrapped = _is_wrapped(context)
    persons = tuple(context.rulebook.words("agencies")["persons"])
    places: list[Span] = []
    edits: list[list[Edit]] = []
    for i, paragraph in enumerate(paragraphs):
        words = context.text[paragraph.span.start : paragraph.span.end].rstrip()
        if paragraph.kind == "heading" or "。" not in words[:-1] or not _BROKEN_END.search(words):
            continue
        following = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
        if following is not None and (following.kind == "bullet" or context.in_table(following.span)):
            continue  # a lead-in, or the caption of a table
        if following is not None and _goes_on(context, following, headings, is_wrapped):
            continue  # the sentence goes on in the next line, which is another rule's matter
        if context.in_table(paragraph.span):
            continue
        tail = words[words.rfind("。") + 1 :]
        if len(tail) < 8 or _NO_SENTENCE.search(tail) or tail.endswith(persons):
            continue  # a signature or a list of units behind the last sentence
        end = paragraph.span.start + len(words)
        source = context.clean.to_source(Span(max(paragraph.span.start, end - 12), end))
        places.append(source)
        edits.append([Edit(source.end, source.end, "。")])
    for place, edit, n in _few_or_one(places, edits, rule.options):
        yield context.find_source(rule, place, edit, n=n)


def _is_wrapped(context: CheckContext) -> bool:
    """Whether the copy breaks its lines wherever they are full, as a PDF does: more sentences go on in a new line than paragraphs end."""
    broken = ended = 0
    for paragraph in context.paragraphs():
        words = context.text[paragraph.span.start : paragraph.span.end].rstrip()
        if _SENTENCE_MARK.search(words) is None:
            continue
        broken += context.source.count("\n", *context.source_of(paragraph))
        if words[-1] in _SENTENCE_ENDS:
            ended += 1
        else:
            broken += 1
    return broken > ended


def _goes_on(context: CheckContext, following: Paragraph, headings: frozenset[int], is_wrapped: bool) -> bool:
    """Whether a paragraph is the rest of a sentence that a line or a page broke, or a cell: no heading, not set in, no whole sentence."""
    start, stop = following.span
    words = context.text[start:stop].rstrip()
    if words[0] in "是为的和与，：":
        return True
    at = context.clean.to_source(Span(start, start + 1)).start
    set_in = context.source[max(0, at - 1) : at] in ("\u3000", "\u2003", "\t")
    is_whole = not is_wrapped and len(words) >= _WHOLE and words[-1] in "。；）"
    return not (start in headings or set_in or is_whole)


def _repeated(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """A paragraph of some length that stands in the plan twice."""
    first: dict[str, int] = {}
    for paragraph in context.paragraphs():
        words = "".join(context.text[paragraph.span.start : paragraph.span.end].split())
        if len(words) < _LONGEST_SHOWN or context.in_table(paragraph.span):
            continue
        if _LABELLED.match(words) or "。" not in words:
            continue  # the same units answer for two tasks
        earlier = first.setdefault(words, paragraph.span.start)
        if earlier != paragraph.span.start:
            line, _ = context.extraction.source.place(
                context.clean.to_source(Span(earlier, earlier + 1)).start
            )
            source = context.clean.to_source(paragraph.span)
            yield context.find(rule, paragraph.span, [Edit(source.start, source.end, "")], line=line)
