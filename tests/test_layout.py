"""What a layout says of labels and of single indicators, for tables and for forms."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpikit as kk
from kpikit.model.verdict import Direction
from kpikit.table import Answer, Column, Layout, Role
from kpikit.table.cells import Cells
from kpikit.table.classes import Class, what_it_says
from kpikit.table.headings import label_of

HEAD = "事業\t何を測るか\tめざす姿\t到達\t隣の市\n"
TABLE = f"{HEAD}甲\t苦情\t126\t140\t9\n乙\t利用\t55\t48\t8\n".encode()
FORM = "指標の名\t利用率\n単位\t%\n区分\tR5\tR6\nめざす\t55\t60\n到達\t48\t50\n".encode()
NAMED = (
    Column("何を測るか", Role.INDICATOR),
    Column("めざす姿", Role.TARGET),
    Column("到達", Role.ACTUAL),
)
UNUSED = Column("隣の市")
YEARS = (kk.FiscalYear(2023), kk.FiscalYear(2024))


def read(data: bytes, **said: object) -> kk.Plan:
    return kk.read_plan(data, layout=Layout(**said))  # type: ignore[arg-type]


def numbers(indicator: kk.Indicator) -> tuple[list[str], list[str]]:
    targets = [words(each.rule.level) for each in indicator.targets]
    return targets, [words(each.quantity) for each in indicator.observations]


def words(number: kk.Quantity | None) -> str:
    return f"{number.value}{number.unit}" if number else ""


class TestLabels:
    """A label says what somebody says of it, wherever it stands."""

    def test_of_a_table(self) -> None:
        plan = read(TABLE, labels=[*NAMED, UNUSED])

        assert [("苦情", (["126"], ["140"])), ("利用", (["55"], ["48"]))] == [
            (each.name, numbers(each)) for each in plan.indicators()
        ]
        assert () == plan.issues

    def test_of_a_table_without_them(self) -> None:
        with pytest.raises(kk.TableError):
            kk.read_plan(TABLE)

    def test_of_a_form(self) -> None:
        labels = [
            Column("指標の名", Role.INDICATOR),
            Column("めざす", Role.TARGET),
            Column("到達", Role.ACTUAL),
        ]
        (indicator,) = read(FORM, labels=labels).indicators()

        assert ("利用率", (["55%", "60%"], ["48%", "50%"])) == (
            indicator.name,
            numbers(indicator),
        )
        assert YEARS == tuple(each.period for each in indicator.targets)
        assert YEARS == tuple(each.period for each in indicator.observations)

    def test_within_cells(self) -> None:
        """A label stands before its value in a cell, names two values, or is a title."""
        data = "評価するもの：利用率\t単位：%\n区分\tR5\tR6\n目標\t55\t60\n実績\t48\t50\n".encode()
        (indicator,) = read(data, labels=[Column("評価するもの", Role.INDICATOR)]).indicators()

        assert ("利用率", (["55%", "60%"], ["48%", "50%"])) == (indicator.name, numbers(indicator))

    def test_period_and_unit(self) -> None:
        dated = Column("到達", Role.ACTUAL, kk.FiscalYear(2023), "件")
        indicator, _ = read(TABLE, labels=[*NAMED[:2], dated]).indicators()

        assert [kk.Observation(YEARS[0], kk.Quantity("140", "件"), column=YEARS[0])] == [
            *indicator.observations
        ]

    def test_against_its_own_words(self) -> None:
        """What somebody says of a heading holds, whatever its words say."""
        data = "指標名\t実績値\t目標値\n数\t3件\t2件\n".encode()
        swapped = [Column("実績値", Role.TARGET), Column("目標値", Role.ACTUAL)]
        (indicator,) = read(data, labels=swapped).indicators()

        assert (["3件"], ["2件"]) == numbers(indicator)

    def test_cell_of_a_heading_of_two_rows(self) -> None:
        data = "指標名\t値\t値\n\t左\t右\n数\t3件\t2件\n".encode()
        labels = [Column("左", Role.ACTUAL), Column("右", Role.TARGET)]
        (indicator,) = read(data, labels=labels).indicators()

        assert (["2件"], ["3件"]) == numbers(indicator)

    def test_whole_heading_of_two_rows(self) -> None:
        data = "指標名\t実績値\t実績値\n\tR4\tR5\n数\t3件\t2件\n".encode()
        labels = [Column("実績値 R5", Role.TARGET, kk.FiscalYear(2026))]
        (indicator,) = read(data, labels=labels).indicators()

        assert (["2件"], ["3件"]) == numbers(indicator)
        assert kk.FiscalYear(2026) == indicator.targets[0].period

    def test_of_a_workbook(self, tmp_path: Path) -> None:
        xlsx = pytest.importorskip("openpyxl")
        book = xlsx.Workbook()
        for row in TABLE.decode().splitlines():
            book.active.append(row.split("\t"))
        book.save(tmp_path / "plan.xlsx")
        plan = kk.read_plan(tmp_path / "plan.xlsx", layout=Layout(labels=NAMED))

        assert ["苦情", "利用"] == [each.name for each in plan.indicators()]

    def test_of_a_web_page(self) -> None:
        rows = "".join(
            f"<tr>{''.join(f'<td>{cell}</td>' for cell in line.split(chr(9)))}</tr>"
            for line in TABLE.decode().splitlines()
        )
        page = f"<!doctype html><table>{rows}</table>".encode()
        plan = kk.read_plan(page, name="plan.html", layout=Layout(labels=[*NAMED, UNUSED]))

        assert ["苦情", "利用"] == [each.name for each in plan.indicators()]

    def test_what_was_said_is_told(self) -> None:
        plan = read(TABLE, labels=[*NAMED, UNUSED])

        assert (
            "「何を測るか」→indicator 「めざす姿」→target 「到達」→actual 「隣の市」→text"
        ) == next(each.value for each in plan.chosen if each.what == "labels")

    @given(st.text("到達点 \n　", min_size=1).filter(str.strip))
    def test_blanks_aside(self, text: str) -> None:
        bare = "".join(text.split())
        known = label_of(text, (Column(bare, Role.ACTUAL),))

        assert Column(text, Role.ACTUAL) == known

    def test_first_of_two(self) -> None:
        assert label_of("a", (Column("a", Role.ACTUAL), Column("a"))) == Column("a", Role.ACTUAL)

    @pytest.mark.parametrize(
        ("label", "kind", "of"),
        [
            (Column("値", Role.TARGET), Class.LABEL, ""),
            (Column("値", period=kk.FiscalYear(2023)), Class.YEAR, ""),
            (Column("値"), Class.LABEL, "others"),
        ],
    )
    def test_what_it_says(self, label: Column, kind: Class, of: str) -> None:
        said = what_it_says("値", labels=(label,))

        assert (kind, of, label) == (said.kind, said.of, said.column)

    def test_of_cells(self) -> None:
        cells = Cells.of({(1, 1): "値", (2, 1): "1"}, labels=(Column("値", Role.TARGET),))

        assert [Role.TARGET, None] == [cells.boxes[at, 1].said.column.role for at in (1, 2)]


class TestFit:
    """What no longer fits is said."""

    def test_label_that_is_not_there(self) -> None:
        (issue,) = read(TABLE, labels=[*NAMED, UNUSED, Column("達成", Role.RESULT)]).issues

        assert "layout-label-absent" == issue.code
        assert () == read("指標名\t実績値\t目標値\n数\t3件\t2件\n".encode()).issues
        assert (
            "見出し「達成」についての指定があるが、このファイルにその見出しはない。"
            "見出しが変わっていないか確かめる"
        ) == issue.message()

    def test_period_of_another_file(self) -> None:
        """Next year's table has the same heading for another year."""
        labels = [*NAMED[:2], Column("到達", Role.ACTUAL, kk.FiscalYear(2023)), UNUSED]
        plan = read(TABLE, labels=labels, made_for="0" * 64)
        first, _ = plan.indicators()

        assert [kk.Observation(None, kk.Quantity("140"))] == [*first.observations]
        assert [("layout-period-left", "FY2023")] == [
            (issue.code, issue.detail) for issue in plan.issues
        ]

    def test_period_of_this_file(self) -> None:
        labels = [*NAMED[:2], Column("到達", Role.ACTUAL, kk.FiscalYear(2023)), UNUSED]
        plan = read(TABLE, labels=labels, made_for=sha256(TABLE).hexdigest())
        first, _ = plan.indicators()

        assert (kk.FiscalYear(2023), ()) == (first.observations[0].period, plan.issues)

    def test_period_of_its_own_words_stays(self) -> None:
        """A label that says its year itself is another label next year."""
        data = "指標名\tいま(R5)\t目標値\n数\t3件\t2件\n".encode()
        labels = [Column("いま(R5)", Role.ACTUAL, kk.FiscalYear(2023))]
        plan = read(data, labels=labels, made_for="0" * 64)

        assert ["layout-period-left"] == [issue.code for issue in plan.issues]

    def test_year_of_another_file(self) -> None:
        """A label that was a year and no more says nothing of another file."""
        data = "指標名\tことし\t目標値\n数\t3件\t2件\n".encode()
        year = Column("ことし", period=kk.FiscalYear(2023))
        (indicator,) = read(data, labels=[year]).indicators()
        assert [kk.FiscalYear(2023)] == [each.period for each in indicator.observations]

        with pytest.raises(kk.TableError):
            read(data, labels=[year], made_for="0" * 64)

    def test_nothing_of_it_is_there(self) -> None:
        data = "指標名\t実績値\t目標値\n数\t3件\t2件\n".encode()
        plan = read(data, labels=[UNUSED])

        assert ["layout-label-absent"] == [issue.code for issue in plan.issues]
        assert "labels" not in [each.what for each in plan.chosen]


class TestAnswers:
    """What somebody says of an indicator."""

    def test_unit_and_direction(self) -> None:
        answers = [Answer("苦情", "甲", unit="件", direction=Direction.LOWER)]
        first, second = read(TABLE, labels=[*NAMED, UNUSED], answers=answers).indicators()

        assert (["126件"], ["140件"]) == numbers(first)
        assert (["55"], ["48"]) == numbers(second)
        assert (Direction.LOWER, None) == (first.direction, second.direction)

    def test_unit_stays_where_there_is_one(self) -> None:
        data = "指標名\t実績値\t目標値\t当初値\n数\t3件\t2\t1\n".encode()
        (indicator,) = read(data, answers=[Answer("数", unit="人")]).indicators()

        assert (["2人"], ["3件"]) == numbers(indicator)
        assert kk.Observation(None, kk.Quantity("1", "人")) == indicator.baseline

    @pytest.mark.parametrize(
        "answer",
        [
            Answer("苦情", unit="件"),
            Answer("苦情", "丙", unit="件"),
            Answer("事故", "甲", unit="件"),
            Answer("苦情", "甲", unit="1,000円"),
        ],
    )
    def test_what_fits_nothing(self, answer: Answer) -> None:
        plan = read(TABLE, labels=[*NAMED, UNUSED], answers=[answer])

        assert ["answer-left"] == [issue.code for issue in plan.issues]
        assert [(["126"], ["140"]), (["55"], ["48"])] == list(map(numbers, plan.indicators()))

    def test_two_of_one_name(self) -> None:
        data = "指標名\t実績値\t目標値\n数\t3\t2\n数\t5\t4\n".encode()
        plan = read(data, answers=[Answer("数", unit="件")])

        assert [(["2"], ["3"]), (["4"], ["5"])] == list(map(numbers, plan.indicators()))
        assert ["answer-left"] == [issue.code for issue in plan.issues]


class TestFile:
    """A layout as TOML and back."""

    def test_whole(self, tmp_path: Path) -> None:
        layout = Layout(
            columns=[Column("No", Role.NUMBER)],
            labels=[
                Column('到達\n"点"', Role.ACTUAL, kk.FiscalYear(2023), "%"),
                Column("R5", period=kk.FiscalYear(2023)),
                Column("x"),
            ],
            answers=[Answer("利用率", "窓口", unit="%", direction=Direction.HIGHER), Answer("数")],
            made_for="ab",
            words={"めざす値": Role.TARGET, "ねらい": Role.TARGET},
            header=(1, 2),
            sheets=["甲", "乙"],
            separator="\t",
        )
        path = tmp_path / "layout.toml"
        path.write_text(layout.to_toml(), encoding="utf-8")

        assert layout == kk.Layout.from_toml(path)
        assert (
            'made_for = "ab"\nheader = [1, 2]\nsheets = ["甲", "乙"]\nseparator = "\\u0009"\n\n'
            '[columns]\nNo = { role = "number" }\n\n'
            "[labels]\n"
            '"到達\\u000a\\"点\\"" = { role = "actual", period = "FY2023", unit = "%" }\n'
            'R5 = { role = "text", period = "FY2023" }\n'
            'x = { role = "text" }\n\n'
            '[words]\ntarget = ["めざす値", "ねらい"]\n\n'
            '[[answers]]\nindicator = "利用率"\nsection = "窓口"\nunit = "%"\n'
            'direction = "higher"\n\n'
            '[[answers]]\nindicator = "数"\n'
        ) == layout.to_toml()

    def test_short_forms(self, tmp_path: Path) -> None:
        path = tmp_path / "layout.toml"
        path.write_text(
            '[labels]\na = "actual"\nb = "text"\nc = { period = "FY2023" }\n', encoding="utf-8"
        )

        assert (
            Column("a", Role.ACTUAL),
            Column("b"),
            Column("c", period=kk.FiscalYear(2023)),
        ) == kk.Layout.from_toml(path).labels

    @given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), unique=True))
    def test_any_text(self, texts: list[str]) -> None:
        import tomllib

        layout = Layout(labels=[Column(text, Role.TARGET) for text in texts])
        plain = tomllib.loads(layout.to_toml())

        assert {text: {"role": "target"} for text in texts} == plain.get("labels", {})
