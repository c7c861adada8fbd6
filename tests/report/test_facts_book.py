"""`extract --format xlsx` from outside: every sheet and head, a row of each checked by hand, findings and what a person answered."""

import subprocess
import sys
from pathlib import Path

import pytest

openpyxl = pytest.importorskip("openpyxl")
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
HEADS = {
    "文件": "文件 地区 区划代码 层级 标题 文种 发文字号 发文机关 成文日期 发布日期 规划期 上位依据 原文哈希 字数 噪声处理",
    "目标指标": (
        "文件 序号 章节 指标原文 指标归一 级别 口径 累计/每年 比较符 目标值 目标值上界 单位 归一值 归一值上界 归一单位 基期年 基期值 "
        "目标年(起止) 时限 周期 语气 软性 占位 约数词 属性 适用范围 责任单位 所在表格 原文 行 起 止 页 段落或单元格 规则"
    ),
    "任务分工": (
        "文件 序号 重点任务 具体举措 牵头单位 责任单位 配合单位 实施单位 完成时限 量化目标 依据条款 责任继承自 所在表格 原文 行 起 止"
    ),
    "惠企事项": (
        "文件 序号 章节 事项名称 类别 对象 申报条件 方式 金额(元) 金额下界(元) 金额上界(元) 比例 上限(元) 每 期限/次数 认定级别 动词 "
        "资金承担层级 本级承担 补差与不重复 责任部门 缺项 所在表格 原文 行 起 止 页 段落或单元格 规则"
    ),
    "补贴阶梯": "文件 城市 对象 国家级 省级 市级 区县级 上限(元) 期限/次数 条件",
    "时间节点": "文件 序号 章节 时限 所在表格 原文 行 起 止 页 段落或单元格 规则",
    "引用文件": "文件 序号 标题 发文字号 原文 行 起 止 页 段落或单元格 规则",
    "数字台账": "文件 原文 值 单位 角色 规则 所属事实 行 起 止 页 段落或单元格",
    "检查": "文件 规则 级别 说明 原文 位置 建议 状态 起 止",
}
PLAN = (
    "云岭市孵化载体建设实施方案\n一、主要任务\n（一）建设载体。到2025年，力争建成省级孵化器3家，=支持其它主体。\n"
    "（二）引进人才。引进人才不少于200人。\n（责任单位：市科技局、市财政局）\n"
    "二、支持政策\n（一）给予补贴。给予支持，最高不超过30万元。<!-- planlint: ignore[WRD003] 待财政核定 -->\n"
)


def run(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "planlint", *map(str, arguments)], cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False
    )  # fmt: skip


def rows_of(book, title: str) -> list[dict]:
    head, *rows = book[title].iter_rows()
    return [dict(zip([c.value for c in head], [c.value for c in row], strict=True)) for row in rows]


def the(rows: list[dict], **wanted: object) -> dict:
    (row,) = [row for row in rows if all(row[name] == value for name, value in wanted.items())]
    return row


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory):
    out = tmp_path_factory.mktemp("book") / "facts.xlsx"
    result = run(
        "extract", "tables.txt", "subsidy-measures.txt", "web-copy.txt", "-f", "xlsx", "-o", out, cwd=SAMPLES
    )
    assert (result.returncode, result.stderr) == (0, "")
    return openpyxl.load_workbook(out)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def made(plan: Path, *options: str, code: int = 0):
    result = run("extract", plan.name, "-f", "xlsx", "-o", "facts.xlsx", *options, cwd=plan.parent)
    assert result.returncode == code, result.stderr
    return openpyxl.load_workbook(plan.parent / "facts.xlsx"), result.stderr


def test_sheets_and_heads(book) -> None:
    assert {sheet.title: " ".join(c.value for c in sheet[1]) for sheet in book} == HEADS
    assert book.sheetnames == list(HEADS)


def test_heads_in_english(plan: Path) -> None:
    english, _ = made(plan, "--lang", "en")
    assert english.sheetnames == [
        "Files", "Targets", "Duties", "Benefits", "Ladder", "Milestones", "Citations", "Ledger", "Checks",
    ]  # fmt: skip
    assert not any(any("一" <= ch <= "鿿" for ch in c.value) for sheet in english for c in sheet[1])


def test_files(book) -> None:
    files = rows_of(book, "文件")
    tables = the(files, 文件="tables.txt")
    assert (tables["地区"], tables["层级"], tables["规划期"], tables["噪声处理"]) == (
        "云岭",
        "市",
        "2025—2027",
        None,
    )
    assert the(files, 文件="web-copy.txt")["噪声处理"] == "网页文字 9 行"


def test_targets(book) -> None:
    targets = rows_of(book, "目标指标")
    renewed = the(targets, 指标原文="老旧小区改造")
    assert (renewed["指标归一"], renewed["口径"], renewed["比较符"], renewed["归一值"], renewed["归一单位"]) == (
        "老旧小区改造面积", "达到", ">=", 2_600_000, "平方米",
    )  # fmt: skip
    assert renewed["所在表格"] == "表1第1行“2027年目标”"
    assert (renewed["基期年"], renewed["基期值"], renewed["目标年(起止)"], renewed["属性"]) == (
        "2024",
        850_000,
        "2027",
        "约束性",
    )
    assert renewed["责任单位"] is None
    service = the(targets, 指标原文="社区嵌入式服务综合体")
    assert (service["口径"], service["目标年(起止)"]) == ("新增", "2025—2026")
    # its own row of the table, and no other
    assert service["责任单位"] == "市民政局；市住房城乡建设局；市卫生健康委；各县（市、区）人民政府"
    hoped = the(targets, 指标原文="省级示范企业")
    assert (hoped["指标归一"], hoped["级别"], hoped["语气"], hoped["责任单位"]) == (
        "示范企业",
        "省",
        "争取",
        "县农业农村局；县市场监管局",
    )


def test_tasks(book) -> None:
    tasks = [row for row in rows_of(book, "任务分工") if row["文件"] == "tables.txt"]
    assert [row["序号"] for row in tasks] == list(range(1, len(tasks) + 1))
    first = the(tasks, 重点任务="建成社区嵌入式服务综合体40个")
    assert (first["牵头单位"], first["完成时限"], first["量化目标"], first["依据条款"]) == (
        "市民政局", "2026", "建成社区嵌入式服务综合体40个", "二、1. 任务分工",
    )  # fmt: skip
    text = (SAMPLES / "tables.txt").read_text(encoding="utf-8")
    assert all(row["原文"] == text[row["起"] : row["止"]] for row in tasks)
    lead = the(tasks, 重点任务="加强领导")
    assert (lead["具体举措"], lead["牵头单位"], lead["责任单位"]) == (
        "市城市更新领导小组统筹协调重大事项。",
        None,
        None,
    )


def test_benefits_and_ladder(book) -> None:
    benefits = rows_of(book, "惠企事项")
    national = the(benefits, 对象="新获批的国家级创新平台")
    assert (national["事项名称"], national["类别"], national["金额(元)"], national["期限/次数"], national["认定级别"]) == (
        "创新平台", "奖补", 1_000_000, "一次性", "国家",
    )  # fmt: skip
    assert (national["本级承担"], national["缺项"]) == ("是", "责任部门")
    assert the(benefits, 对象="历史建筑活化利用项目")["缺项"] == "申报条件；上限；期限；责任部门"
    waived = the(benefits, 方式="免征")
    assert (waived["类别"], waived["缺项"]) == ("减免", "期限；责任部门")
    village = the(benefits, 对象="新建的村级站点")
    assert (village["责任部门"], village["缺项"]) == ("县财政局；县商务局", None)
    ladder = rows_of(book, "补贴阶梯")
    step = the(ladder, 对象="创新平台")
    assert (step["国家级"], step["省级"], step["市级"], step["期限/次数"]) == (
        "100万",
        "50万",
        None,
        "一次性",
    )
    block = the(ladder, 对象="示范片区")
    assert (block["城市"], block["省级"], block["市级"], block["上限(元)"]) == (
        "云岭",
        "500万",
        "≤ 200万",
        "200万",
    )


def test_ledger(book) -> None:
    found = {
        (row["文件"], row["起"]): (row["原文"], row["值"], row["单位"]) for row in rows_of(book, "数字台账")
    }
    text = (SAMPLES / "tables.txt").read_text(encoding="utf-8")
    for words, offset, expected in (
        ("≥260", 1, ("260", 2_600_000, "平方米")),  # the column of units says 万平方米
        ("85\t", 0, ("85", 850_000, "平方米")),
        ("最高200", 2, ("200", 2_000_000, "元")),  # and the head 万元
        ("120亿元", 0, ("120", 12_000_000_000, "元")),
        ("2027年，", 0, ("2027", None, None)),
    ):
        assert found["tables.txt", text.index(words) + offset] == expected
    measures = (SAMPLES / "subsidy-measures.txt").read_text(encoding="utf-8")
    at = measures.index("50—100万元")
    assert found["subsidy-measures.txt", at] == ("50", 500_000, "元")
    assert found["subsidy-measures.txt", at + 3] == ("100", 1_000_000, "元")


def test_facts_lead_to_their_numbers(book) -> None:
    ledger = rows_of(book, "数字台账")
    for title in ("目标指标", "惠企事项"):
        linked = [row[1] for row in book[title].iter_rows(min_row=2) if row[1].hyperlink]
        assert linked
        for cell in linked:
            at = int(cell.hyperlink.location.rsplit("A", 1)[1])
            row = ledger[at - 2]
            assert (row["所属事实"], row["文件"]) == (cell.value, book[title].cell(cell.row, 1).value)


def test_findings(book) -> None:
    found = rows_of(book, "检查")
    sums = the(found, 规则="SUB003")
    assert (sums["级别"], sums["原文"], sums["位置"], sums["状态"]) == ("警告", "50—100万元", "21:20", "新增")
    assert sums["建议"].splitlines()[1:] == ["50—100万元 → 50万元—100万元"]
    tail = max((row for row in found if row["规则"] == "SRC001"), key=lambda row: row["起"])
    assert tail["建议"].endswith("→ （删去）")


def test_what_a_person_answered_is_there_with_the_reason(plan: Path) -> None:
    (plan.parent / "plan.txt.planlint.yaml").write_text(
        "- {rule: TGT005, quote: 力争建成省级孵化器3家, reason: 已商市科技局}\n", encoding="utf-8"
    )
    book, _ = made(plan)
    states = {row["规则"]: row["状态"] for row in rows_of(book, "检查")}
    assert states["WRD003"] == "豁免：待财政核定"
    assert states["TGT005"] == "豁免：已商市科技局"
    assert "新增" in states.values()


def test_units_of_a_section_above_are_inherited(plan: Path) -> None:
    plan.write_text(
        PLAN.replace("一、主要任务\n", "一、主要任务\n（责任单位：市发展改革委）\n").replace(
            "（责任单位：市科技局、市财政局）\n", ""
        ),
        encoding="utf-8",
    )
    book, _ = made(plan)
    task = the(rows_of(book, "任务分工"), 重点任务="引进人才")
    assert (task["责任单位"], task["责任继承自"]) == ("市发展改革委", "一、 主要任务")
    assert the(rows_of(book, "目标指标"), 单位="人")["责任单位"] == "市发展改革委"


def test_text_that_begins_like_a_formula_stays_text(plan: Path) -> None:
    plan.write_text(
        "云岭市实施方案\n一、主要任务\n=1+1，建设载体。（责任单位：市科技局）\n", encoding="utf-8"
    )
    book, _ = made(plan)
    assert rows_of(book, "任务分工")[0]["具体举措"].startswith("=1+1，")
    assert {c.data_type for sheet in book for row in sheet.iter_rows() for c in row} == {"s", "n"}


def test_only_limits_the_sheets(plan: Path) -> None:
    book, _ = made(plan, "--only", "targets")
    assert book.sheetnames == ["文件", "目标指标"]
    assert rows_of(book, "目标指标")[0]["语气"] == "力争"


def test_a_configuration_is_followed(plan: Path) -> None:
    (plan.parent / "planlint.yaml").write_text("rules:\n  WRD003: off\n  TGT005: error\n", encoding="utf-8")
    book, _ = made(plan)
    levels = {row["规则"]: row["级别"] for row in rows_of(book, "检查")}
    assert "WRD003" not in levels
    assert levels["TGT005"] == "错误"
    (plan.parent / "planlint.yaml").write_text("ignore: [plan.txt]\n", encoding="utf-8")
    book, _ = made(plan)
    (row,) = rows_of(book, "检查")
    assert (row["规则"], row["状态"]) == (None, "未检查")


def test_a_broken_configuration_costs_the_findings_alone(plan: Path) -> None:
    (plan.parent / "other.txt").write_text(PLAN.replace("3家", "5家"), encoding="utf-8")
    (plan.parent / "planlint.yaml").write_text("rules: [\n", encoding="utf-8")
    book, said = made(plan, "other.txt", code=2)
    assert len(said.splitlines()) == 1
    assert "planlint.yaml:" in said
    assert [row["状态"] for row in rows_of(book, "检查")] == ["未检查", "未检查"]
    assert len(rows_of(book, "目标指标")) == 4


def test_a_broken_sidecar_answers_nothing(plan: Path) -> None:
    (plan.parent / "plan.txt.planlint.yaml").write_text("- {rule: TGT005}\n", encoding="utf-8")
    book, said = made(plan, code=2)
    assert "plan.txt.planlint.yaml:1" in said
    assert the(rows_of(book, "检查"), 规则="TGT005")["状态"] == "新增"


def test_processes_make_the_same_book(tmp_path: Path) -> None:
    for n in range(9):
        (tmp_path / f"{n}.txt").write_text(PLAN.replace("200", str(200 + n)), encoding="utf-8")
    sheets = []
    for jobs in ("1", "2"):
        result = run("extract", ".", "-f", "xlsx", "-o", f"{jobs}.xlsx", "-j", jobs, cwd=tmp_path)
        assert result.returncode == 0, result.stderr
        book = openpyxl.load_workbook(tmp_path / f"{jobs}.xlsx")
        sheets.append({title: rows_of(book, title) for title in book.sheetnames})
    assert sheets[0] == sheets[1]
