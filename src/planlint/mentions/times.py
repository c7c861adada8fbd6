"""Time expressions: `到2025年底` is by 2025, `2022年6月30日前` by 2022-06-30, `“十四五”末` by 2025, `每年` yearly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.mentions.word_edges import begins_word
from planlint.model.mention import TimeMention
from planlint.model.span import Span
from planlint.text.dates import PLAN, YEAR, five_year_plan
from planlint.text.finder import Finder
from planlint.text.numerals import parse_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

# What counts behind a figure like 2050: it is no year then.
_COUNTED = "[万亿千百元人户个名家项亩吨米套%]|平方|公[里斤顷]"
# The words that lead into a year decide whether it is a time by which or a time since.
_LEAD = "(?P<lead>截至|截止|力争到|展望|自|从|由|到|至|于|在|较|(?<!占)比|与|对比|相比|超过|以)?"
_HAN_YEAR = "(?:二[〇○零一]|一九)[〇○零一二三四五六七八九]{2}"
_YEAR = f"(?P<year>{YEAR}|{_HAN_YEAR})\\s*年"
_MONTH = "(?:(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?(?:(?P<day>3[01]|[12]\\d|0?[1-9])[日号])?)?"
_PART = "\\s?(?P<part>年底|年末|上半年|下半年|前三季度|第?[一二三四1-4]季度|Q[1-4]|底|末|初|中)?"
_TAIL = "(?P<tail>以来|以后|之后|后|之前|以前|前|起|开始|以内|内|期间|至今|相比)?"
_ABSOLUTE = Finder(
    _LEAD + _YEAR + "(?:度)?" + _MONTH + _PART + _TAIL, "12一二与于从以到力在对展截比由相自至超较"
)
_DASH = "\\s*[-—–―－~～至到]{1,2}\\s*"
# 2000-2050元 is no interval of years
_INTERVAL = Finder(
    f"(?<![\\d.])(?P<a>{YEAR})\\s*年?{_DASH}(?P<b>{YEAR})(?!\\d|\\.\\d|号|\\s?(?:{_COUNTED}))(?:\\s*年)?",
    "12",
)
# 2024年3月—5月, 2025年8月至2027年10月
_MONTHS_APART = Finder(
    f"(?<![\\d年])(?:(?P<a>{YEAR})年)?(?P<m>1[0-2]|0?[1-9])月(?:底|初|中旬|上旬|下旬)?{_DASH}(?:(?P<b>{YEAR})年)?(?P<n>1[0-2]|0?[1-9])月(?:底|末|初|中旬|上旬|下旬)?(?![\\d一-鿿]*日)",
    "\\d",
)
# 2025.1—2027.12
_FIGURED_APART = Finder(
    f"(?<![\\d.])(?P<a>{YEAR})[./](?P<m>1[0-2]|0?[1-9]){_DASH}(?P<b>{YEAR})[./](?P<n>1[0-2]|0?[1-9])(?![\\d.])",
    "12",
)
# 2026-06-30前 says by when, 2026-06-30 alone when something was written
_DATE = Finder(
    f"(?P<lead>到|至|于)?(?P<date>{YEAR}[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\\d|0?[1-9]))(?![\\d.])(?:\\s+\\d\\d:\\d\\d(?::\\d\\d)?)?(?P<tail>以前|之前|前)?",
    "12于到至",
)
# 2026.6底前, 至2026/06: a month in figures, where 底, 前 or 至 says that it is no number
_FIGURED_MONTH = Finder(
    f"(?<![\\d.])(?P<lead>到|至|截至)?(?P<year>{YEAR})[-/.](?P<month>1[0-2]|0?[1-9])(?![\\d.])(?P<tail>月?(?:底|末)?(?:以前|之前|前)|月?(?:底|末))?",
    "12到截至",
)
# 26年底前: two figures are a year where the end, a half or a month of it opens the clause or stands behind 到
_SHORT_YEAR = re.compile(
    "(?:(?<![^，,。；;：:、\\n（(])|(?<=[到至于在]))(?P<year>[1-4]\\d)年(?:(?P<part>年?底|年?末|上半年|下半年)|(?P<month>1[0-2]|[1-9])月(?:底|末)?)(?:以前|之前|前)?"
)
_PLAN = re.compile(
    '(?=[较比到至“"十])(?P<lead>较|比|到|至)?' + PLAN + "(?P<part>末|期末|期间|时期|规划期末|规划末)"
)
_MONTH_ONLY = re.compile(
    "(?=[到至于在今明当\\d])(?<![\\d年第])(?P<lead>到|至|于|在)?(?P<year>今年|明年|当年)?(?P<month>1[0-2]|[1-9])月(?P<word>份)?(?P<day>(?:3[01]|[12]\\d|[1-9])[日号])?"
    "(?P<part>底|末|初|中旬|上旬|下旬)?(?P<tail>以前|之前|前)?"
)
# 10月举办大会: a month that opens its clause says when, if something happens in it
_OPENS = re.compile("(?:^|[，,。；;：:、\\s])$")
_HAPPENS = re.compile(
    "举办|召开|举行|开展|完成|启动|组织|赴|建成|投用|印发|出台|承办|开工|公布|发布|报送|迎接|接受"
)
# What is put to use within a quarter may stand before it: 新院区三季度投入使用.
_PUT_TO_USE = re.compile(
    "(?:实现|力争|全部|全面|正式|基本)?(?:投入使用|投入运营|投用|投产|试生产|试运行|达产|竣工|完工|开工|开业|通车|贯通|建成|并网|验收|交付)"
)
# 二季度举办博览会; 每季度 and 前三季度 are others
_QUARTER = re.compile(
    "(?=[今明当第一二三四1-4Q])(?:今年|当年|明年)?第?(?<![\\d年前每上个A-Za-z])(?:(?P<n>[一二三四1-4])季度|Q(?P<q>[1-4])(?![\\dA-Za-z]))(?:末|底)?(?:以前|之前|前)?(?![末]?(?:GDP|经济|数据|报表|全[市县区省]))"
)
_QUARTERS = {"一": "03", "二": "06", "三": "09", "四": "12", "1": "03", "2": "06", "3": "09", "4": "12"}
_PART_ONLY = re.compile(
    "(?=[今当本上下年全])(?:(?<![\\d年])(?:今年|当年|本年)?(?P<part>上半年|下半年|年底|年末)(?P<tail>以前|之前|前)?|(?<![\\d一二两三四五六七八九十百几数近多半周整当本前后])(?:全年(?![度龄])|年内|当年内|本年度内?)(?!度))"
)
_WITHIN = re.compile(
    "(?=[用力争通经在未今\\d一二两三四五六七八九十])(?:(?:用|力争|争取|通过|经过|在|未来|今后)?(?:[1-9]\\s?[-—–~～至]{1,2}\\s?)?(?P<n>[1-9]\\d?|[一二两三四五六七八九十])(?:年(?:左右)?(?:之内|以内|内|时间|的时间|努力))"
    # 三年完成改造1500家: at the front of its clause
    "|(?<![^，。；：、\\n])(?:力争)?(?P<span>[1-5]|[一二三四五])年(?=完成|新增|培育|投入|改造|建成|(?:计划|预计|共)?(?:总投资|投资)))"
)
_RECURRING = (
    ("每半年", "half-yearly"), ("每季度", "quarterly"), ("每月", "monthly"), ("每周", "weekly"),
    ("逐年", "yearly"), ("每年度", "yearly"), ("每年", "yearly"), ("年均", "yearly"), ("年平均", "yearly"), ("年产", "yearly"),
    ("每学年", "yearly"), ("按年度", "yearly"),
)  # fmt: skip
# 年均浓度, 年均气温 are names of what is measured, and no frequency
_RECUR = re.compile("|".join("年均(?!浓度|气温|降)" if word == "年均" else word for word, _ in _RECURRING))
# 每年11月30日前: a day of every year sets no deadline
_EVERY_DATE = re.compile(
    "每年(?:度)?(?:的)?(?:1[0-2]|0?[1-9])月(?:份|底|初|末|上旬|中旬|下旬)?(?:(?:3[01]|[12]\\d|0?[1-9])日)?(?:(?:至|到|[-—~])(?:次年)?(?:1[0-2]|0?[1-9])月(?:份|底)?(?:(?:3[01]|[12]\\d|0?[1-9])日)?)?(?:之前|以前|前)?"
)
# The print of the document itself; 公示发布之日起7日内 is of another one.
_AFTER_PRINT = re.compile(
    "(?:自|于|在)?(?:本(?:实施)?(?:方案|意见|办法|文件?|通知|规划|计划|措施|细则|政策)|(?<![^，。；、（\n])(?:方案|意见|通知|文件|规划|计划)?(?=印发))"
    r"(?:印发|下发|公布|发布|出台)(?:之日起|之日后|之后|以后|后|起)(?:的)?(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit>个月|[日天](?!均|常))(?:之?内|以内)"
)
# 去年一季度: when something was
_QUARTER_OF = re.compile("(?:今年|去年|上年|前年|当年)第?[一二三四1-4]季度")
_EVERY_YEARS = re.compile("每(?P<n>[2-9]|[二两三四五六七八九十])年")
_HALVES = {"上半年": "06", "下半年": "12", "前三季度": "09"}
_BACKWARD = frozenset({"自", "从", "由", "较", "比", "与", "对比", "相比"})
_SINCE = frozenset({"以来", "以后", "之后", "起", "开始", "后", "至今", "相比"})


def find_times(text: str) -> list[TimeMention]:
    """All time expressions of `text`, sorted and disjoint; the more specific reading wins where two overlap."""
    found: list[TimeMention] = []
    taken: list[Span] = []
    for group in (
        _intervals(text),
        _figured(text),
        _absolutes(text),
        _plans(text),
        _every_date(text),
        _months(text),
        _quarters_told(text),
        _after_print(text),
        _withins(text),
        _recurrences(text),
    ):
        free = _free(list(group), taken)
        found.extend(free)
        taken = sorted([*taken, *(t.span for t in free)])
    found.sort(key=lambda t: t.span)
    return found


def _free(times: list[TimeMention], taken: list[Span]) -> list[TimeMention]:
    kept = []
    i = 0
    for time in times:
        while i < len(taken) and taken[i].end <= time.span.start:
            i += 1
        if i == len(taken) or taken[i].start >= time.span.end:
            kept.append(time)
    return kept


def _intervals(text: str) -> Iterator[TimeMention]:
    for m in _INTERVAL.finditer(text):
        yield TimeMention(Span(*m.span()), "by", deadline=m["b"], start=m["a"])
    for m in _MONTHS_APART.finditer(text):
        month = int(m["n"])
        yield TimeMention(
            Span(*m.span()),
            "by",
            deadline=f"{m['b'] or m['a'] or ''}-{month:02}",
            start=f"{m['a'] or ''}-{int(m['m']):02}",
        )


def _figured(text: str) -> Iterator[TimeMention]:
    """Dates and months in figures, and years of two: 2026-06-30前, 2026.6底, 26年底前."""
    for m in _FIGURED_APART.finditer(text):
        start, end = f"{m['a']}-{int(m['m']):02}", f"{m['b']}-{int(m['n']):02}"
        yield TimeMention(Span(*m.span()), "by", deadline=end, start=start)
    for m in _DATE.finditer(text):
        if m["lead"] or m["tail"]:
            year, month, day = re.split("[-/.]", m["date"])
            yield TimeMention(Span(*m.span()), "by", deadline=f"{year}-{int(month):02}-{int(day):02}")
        else:
            yield TimeMention(Span(*m.span()), "from")
    for m in _FIGURED_MONTH.finditer(text):
        if m["lead"] or m["tail"]:
            yield TimeMention(Span(*m.span()), "by", deadline=f"{m['year']}-{int(m['month']):02}")
    for m in _SHORT_YEAR.finditer(text):
        month = f"-{int(m['month']):02}" if m["month"] else "-06" if m["part"] == "上半年" else ""
        yield TimeMention(Span(*m.span()), "by", deadline=f"20{m['year']}{month}")


def _absolutes(text: str) -> Iterator[TimeMention]:
    for m in _ABSOLUTE.finditer(text):
        year = _year(m["year"])
        lead, tail, part = m["lead"] or "", m["tail"] or "", m["part"] or ""
        end = m.end()
        if part in ("底", "末", "初", "中") and not tail and begins_word(text, m.start("part")):
            end, part = m.start("part"), ""  # 2025年中小企业
        month = m["month"]
        if month is not None and not month.isdigit():
            month = str(parse_numeral(month))
        deadline = year
        if month:
            deadline = f"{year}-{int(month):02}" + (f"-{int(m['day']):02}" if m["day"] else "")
        elif (half := _end_of(part)) is not None:
            deadline = year if half == "12" else f"{year}-{half}"
        if m["day"] and not tail and lead not in ("到", "至"):
            # a full date without 前 says when something was signed or happened, not by when
            yield TimeMention(Span(m.start(), end), "from")
        elif lead in _BACKWARD or tail in _SINCE:
            yield TimeMention(Span(m.start(), end), "from", start=deadline)
        else:
            yield TimeMention(Span(m.start(), end), "by", deadline=deadline)


def _end_of(part: str) -> str | None:
    """The month in which a half or a quarter ends: 上半年 in 06, 第3季度 and Q3 in 09."""
    if part in _HALVES:
        return _HALVES[part]
    quarter = part.removeprefix("第").removesuffix("季度").removeprefix("Q")
    return _QUARTERS.get(quarter)


def _year(text: str) -> str:
    return text if text[0].isascii() else str(parse_numeral(text.replace("○", "〇")))


def _plans(text: str) -> Iterator[TimeMention]:
    for m in _PLAN.finditer(text):
        first, last = five_year_plan(m["ordinal"])
        if m["lead"] in ("较", "比"):
            yield TimeMention(Span(*m.span()), "from", start=str(first))
        else:
            yield TimeMention(Span(*m.span()), "by", deadline=str(last), start=str(first))


def _every_date(text: str) -> Iterator[TimeMention]:
    for m in _EVERY_DATE.finditer(text):
        yield TimeMention(Span(*m.span()), "recurring", recurrence="yearly")


def _quarters_told(text: str) -> Iterator[TimeMention]:
    for m in _QUARTER_OF.finditer(text):
        yield TimeMention(Span(*m.span()), "from")


def _months(text: str) -> Iterator[TimeMention]:
    for m in _MONTH_ONLY.finditer(text):
        bare = not (m["part"] or m["tail"] or m["day"] or m["lead"] or m["word"])
        opens = _OPENS.search(text, max(0, m.start() - 1), m.start()) is not None
        # 10月举办大会; 新院区10月投用
        if bare and not (opens and _HAPPENS.match(text, m.end())) and not _PUT_TO_USE.match(text, m.end()):
            continue
        day = f"-{int(m['day'][:-1]):02}" if m["day"] else ""
        yield TimeMention(Span(*m.span()), "by", deadline=f"-{int(m['month']):02}{day}")
    for m in _QUARTER.finditer(text):
        if _OPENS.search(text, max(0, m.start() - 1), m.start()) or _PUT_TO_USE.match(text, m.end()):
            yield TimeMention(Span(*m.span()), "by", deadline=f"-{_QUARTERS[m['n'] or m['q']]}")
    for m in _PART_ONLY.finditer(text):
        yield TimeMention(Span(*m.span()), "by", deadline="-06" if m["part"] == "上半年" else "-")


def _after_print(text: str) -> Iterator[TimeMention]:
    """本方案印发后3个月内 is by `+3m`: so many months (m) or days (d) after the date that the document has."""
    for m in _AFTER_PRINT.finditer(text):
        n = parse_numeral(m["n"])
        if n is not None and n > 0:
            yield TimeMention(
                Span(*m.span()), "by", deadline=f"+{int(n)}{'m' if m['unit'] == '个月' else 'd'}"
            )


def _withins(text: str) -> Iterator[TimeMention]:
    for m in _WITHIN.finditer(text):
        n = parse_numeral(m["n"] or m["span"])
        if text.endswith("内", 0, m.end()) and begins_word(text, m.end() - 1):
            continue  # 1年内部整改
        if n is not None and n > 0:
            yield TimeMention(Span(*m.span()), "within", years=int(n))


def _recurrences(text: str) -> Iterator[TimeMention]:
    names = dict(_RECURRING)
    for m in _EVERY_YEARS.finditer(text):
        n = parse_numeral(m["n"])
        if n is not None:
            yield TimeMention(Span(*m.span()), "recurring", recurrence=f"every-{n}-years")
    for m in _RECUR.finditer(text):
        yield TimeMention(Span(*m.span()), "recurring", recurrence=names[m.group()])
