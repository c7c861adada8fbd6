"""Word files with everything that can stand around words, put together by chance or by hand, and what a reader sees of their comments."""

from __future__ import annotations

import io
import itertools
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from tests.read.word import W, cell, level, word

from planlint.read.elements import local

if TYPE_CHECKING:
    import random

MAIN = W.split('"')[1]
ID = f"{{{MAIN}}}id"
SENTENCES = (
    "到2026年，培育科技型企业40家，建成孵化器3个。",
    "对新认定的平台给予最高不超过50万元奖励。",
    "启动经费50-100万元，由市科技局(牵头)会同各区落实。",
    "（三）加强组织领导。强化统筹，明确分工，按季调度。",
    "云岭市人民政府办公室关于印发实施方案的通知",
)
LISTS = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "chineseCounting", "%1、")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
NOTES = f'<w:footnote w:id="7"><w:p><w:r><w:t>{"规上企业指年主营业务收入2000万元以上的企业。"}</w:t></w:r></w:p></w:footnote>'
BOX = "<w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>专栏：重点工程清单</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r>"
LOOKS = (
    "",
    "<w:rPr><w:b/></w:rPr>",
    '<w:rPr><w:sz w:val="32"/><w:rPrChange w:id="90" w:author="a" w:date="2024-01-01T00:00:00Z"><w:rPr/></w:rPrChange></w:rPr>',
)
WHO = 'w:id="{}" w:author="李" w:date="2024-01-01T00:00:00Z"'
FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
AROUND = (
    "{}", "{}", "{}", f"<w:ins {WHO.format(31)}>{{}}</w:ins>", '<w:hyperlink w:anchor="b">{}</w:hyperlink>', "<w:smartTag>{}</w:smartTag>",
    '<w:fldSimple w:instr="REF a">{}</w:fldSimple>', "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>", FIELD, f"<w:moveTo {WHO.format(32)}>{{}}</w:moveTo>",
    "<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>", "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>{}",
    f'<w:hyperlink w:anchor="b"><w:ins {WHO.format(33)}>{{}}</w:ins></w:hyperlink>',
)  # fmt: skip
BETWEEN = (
    "", "", "", '<w:bookmarkStart w:id="4" w:name="b"/>', '<w:bookmarkEnd w:id="4"/>', '<w:proofErr w:type="spellStart"/>', BOX,
    f"<w:del {WHO.format(34)}><w:r><w:delText>原三十家</w:delText></w:r></w:del>", '<w:r><w:footnoteReference w:id="7"/></w:r>',
    '<w:commentRangeStart w:id="700"/>', '<w:commentRangeEnd w:id="700"/><w:r><w:commentReference w:id="700"/></w:r>', "<w:r><w:lastRenderedPageBreak/></w:r>",
)  # fmt: skip
# Among these a comment can stand on any characters.
SPLIT_ANYWHERE = (*AROUND[:8], AROUND[9], AROUND[-1])
COMMENTS = f'<w:comment w:id="700" {WHO.format(1).partition(" ")[2]}><w:p><w:r><w:t>请核实。</w:t></w:r></w:p></w:comment>'
INSIDE = (
    "",
    "",
    "",
    "<w:tab/>",
    "<w:br/>",
    "<w:lastRenderedPageBreak/>",
    '<w:sym w:font="Wingdings" w:char="F0FC"/>',
)


def by_chance(chance: random.Random, sentences: tuple[str, ...] = SENTENCES) -> bytes:
    """A document of these sentences, with runs cut anywhere and anything around and between them."""
    blocks = [_block(chance, sentence) for sentence in sentences]
    if chance.random() < 0.5:
        cells = [cell(paragraph_of(chance, s)) for s in SENTENCES[:2]]
        blocks.insert(
            chance.randrange(len(blocks)),
            f"<w:tbl><w:tr>{''.join(cells)}</w:tr><w:tr>{cells[1]}{cell('市科技局、市财政局')}</w:tr></w:tbl>",
        )
    parts = {"numbering": LISTS, "footnotes": NOTES, "header": "<w:p><w:r><w:t>内部资料</w:t></w:r></w:p>"}
    if chance.random() < 0.5:
        parts["comments"] = COMMENTS
    return word("".join(blocks), **parts)


def _block(chance: random.Random, sentence: str) -> str:
    made = paragraph_of(chance, sentence)
    return chance.choice([made, made, f"<w:sdt><w:sdtContent>{made}</w:sdtContent></w:sdt>"])


def exact(chance: random.Random) -> bytes:
    """A document in which every character of the text stands in a run that can be split."""
    blocks = [
        f"<w:p>{_runs(chance, s, SPLIT_ANYWHERE, ('', '<w:lastRenderedPageBreak/>'))}</w:p>"
        for s in SENTENCES
    ]
    return word("".join(blocks))


def paragraph_of(chance: random.Random, sentence: str) -> str:
    """One paragraph that prints the sentence, perhaps behind an automatic number."""
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if chance.random() < 0.3 else ""
    mark = f"<w:rPr><w:ins {WHO.format(35)}/></w:rPr>" if chance.random() < 0.2 else ""
    return f"<w:p><w:pPr>{number}{mark}</w:pPr>{_runs(chance, sentence, AROUND, INSIDE)}</w:p>"


def _runs(chance: random.Random, sentence: str, around: tuple[str, ...], inside: tuple[str, ...]) -> str:
    cuts = sorted({0, len(sentence), *(chance.randrange(len(sentence)) for _ in range(chance.randrange(5)))})
    pieces = []
    for a, b in itertools.pairwise(cuts):
        middle = chance.randrange(a, b)
        texts = f"{_text(sentence[a:middle])}{chance.choice(inside)}{_text(sentence[middle:b])}"
        run = f'<w:r w:rsidR="00A1">{chance.choice(LOOKS)}{texts}</w:r>'
        pieces += [
            chance.choice(around).format(run),
            chance.choice([b for b in BETWEEN if (b != BOX and "footnote" not in b) or around is AROUND]),
        ]
    return "".join(pieces)


def _text(text: str) -> str:
    return f"<w:t>{text}</w:t>" if text else ""


def part(data: bytes, name: str = "word/document.xml") -> bytes:
    """One part of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name)


def parts(data: bytes) -> dict[str, bytes]:
    """All parts of a package, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def commented(data: bytes) -> dict[str, str]:
    """The words under each comment of the file, by its id, as they were before planlint changed any."""
    found: dict[str, str] = {}
    _collect(ET.fromstring(part(data)), found, set())
    return found


def _collect(element: ET.Element, found: dict[str, str], opened: set[str]) -> None:
    for inner in element:
        name, key = local(inner), inner.get(ID, "")
        ours = inner.get(f"{{{MAIN}}}author") == "planlint"
        if name == "commentRangeStart":
            opened.add(key)
            found[key] = ""
        elif name == "commentRangeEnd":
            opened.discard(key)
        elif name in ("t", "delText"):
            for open_one in opened:
                found[open_one] += inner.text or ""
        elif not (name == "ins" and ours) and not (name == "del" and not ours) and name != "txbxContent":
            _collect(inner, found, opened)


def well_formed(data: bytes) -> None:
    """Every range of ours has an end, a reference and a comment; no id of a comment occurs twice."""
    ids: dict[str, list[str]] = {"commentRangeStart": [], "commentRangeEnd": [], "commentReference": []}
    for element in ET.fromstring(part(data)).iter():
        if local(element) in ids:
            ids[local(element)].append(element.get(ID, ""))
    ours = {key for key in ids["commentRangeStart"] if key != "700"}
    for name, keys in ids.items():
        assert sorted(key for key in keys if key in ours) == sorted(ours), name
    if ours:
        known = [comment.get(ID) for comment in ET.fromstring(part(data, "word/comments.xml"))]
        assert len(known) == len(set(known))
        assert ours <= set(known)
