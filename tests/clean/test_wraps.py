"""Line breaks inside a sentence go: those that a page has cut at its width, and those that a line's own marks betray."""

import pytest

from planlint.clean import clean_text
from planlint.model.document import SourceDocument
from planlint.rulebook import Rulebook
from planlint.text.wrap_width import Wrap, wrap_of

RULES = Rulebook()
PLAN = (
    "云岭县农村供水保障三年行动方案\n　　为提升农村供水保障水平，结合我县实际，制定本方案。\n　　一、总体要求\n"
    "　　坚持规模化发展、标准化建设、专业化管护，统筹推进城乡供水一体化，补齐短板弱项，到2027年底，全县农村自来水普及率达到98%。\n"
    "　　二、主要任务\n　　（一）改造老旧管网。更换超期服役的管道，优先改造漏损严重的村庄，分年度下达任务清单，逐村逐户销号，完成一处验收一处。\n"
    "　　牵头单位：县水利局、县财政局、县乡村振兴局、县自然资源局、县农业农村局、县卫生健康局、各乡镇人民政府\n"
    "　　完成时限：2026年12月底前\n"
    "　　（二）保护水源地。划定饮用水水源保护区，设立界标和警示牌，开展周边环境整治，每季度监测一次水质并向社会公布结果。\n"
)


def cut(text: str, width: int) -> str:
    return "\n".join(
        line[i : i + width] for line in text.split("\n") for i in range(0, max(len(line), 1), width)
    )


def clean(text: str) -> str:
    return clean_text(SourceDocument("<text>", text, ""), RULES).text


@pytest.mark.parametrize("width", [22, 27, 31])
def test_a_plan_cut_at_a_width_is_the_plan(width) -> None:
    assert clean(cut(PLAN, width)) == clean(PLAN)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("全面推进供水工程建\n设，加快补齐短板。", "全面推进供水工程建\n设，加快补齐短板。", id="a short line by itself"),
        pytest.param("建设供水工程、\n改造老旧管网。", "建设供水工程、改造老旧管网。", id="、 ends no paragraph"),
        pytest.param("建设供水工程\n，改造老旧管网。", "建设供水工程，改造老旧管网。", id="， begins none"),
        pytest.param("（责任单位：县水利局、\n县财政局）", "（责任单位：县水利局、县财政局）", id="an open bracket"),
        pytest.param("牵头单位：县水利局\n配合单位：县财政局", "牵头单位：县水利局\n配合单位：县财政局", id="labels"),
        pytest.param("牵头单位：县水利局\n办结时间：2026年6月", "牵头单位：县水利局\n办结时间：2026年6月", id="labels of any kind"),
        pytest.param(
            "一、保护水源地。划定保护区，设立界标，逐村逐户开展周边环境整治。二、改造管网\n更换超期服役的管道，优先改造漏损严重的村庄。",
            "一、保护水源地。划定保护区，设立界标，逐村逐户开展周边环境整治。二、改造管网\n更换超期服役的管道，优先改造漏损严重的村庄。",
            id="a heading behind the text of the item before it",
        ),
        pytest.param("改造管网（\n责任单位：县水利局）", "改造管网（责任单位：县水利局）", id="a label behind its bracket"),
    ],
)  # fmt: skip
def test_lines_by_their_own_marks(text, want) -> None:
    assert clean(text) == want


@pytest.mark.parametrize(
    ("lines", "want"),
    [
        pytest.param(cut(PLAN, 27).split("\n"), Wrap(27, columns=False), id="cut by characters"),
        pytest.param(PLAN.split("\n"), None, id="paragraphs"),
        pytest.param([f"{i}.开展第{i}批供水工程改造" for i in range(9)], None, id="a list of short items"),
    ],
)
def test_width(lines, want) -> None:
    assert wrap_of(lines) == want
