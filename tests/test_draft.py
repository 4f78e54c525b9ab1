"""Drafts: how a file is read as a workbook, and the same file read as somebody corrected it."""

from __future__ import annotations

import runpy
from collections.abc import Iterable
from pathlib import Path

import pytest

import kpikit as kk
from kpikit.io import draft_of, read_layout, write_draft
from kpikit.io.places import Places
from kpikit.language.issue import Location
from kpikit.language.messages import Language, say
from kpikit.language.width import width
from kpikit.model.verdict import Direction
from kpikit.table import Answer, Column, Role
from kpikit.table.cells import Cells
from sagamihara import EXAMPLE

pytest.importorskip("xlsxwriter")
openpyxl = pytest.importorskip("openpyxl")

REFUSED = "事業\t何を測るか\tめざす姿\t到達\n甲\t窓口の数\t126\t140\n乙\t利用の数\t55\t48\n"
READ = (
    "施策\t指標名\t目標値\t実績値(R5)\t予備\n甲\t窓口の数\t126\t140\t7\n乙\t高齢者率\t55%\t48%\t8\n"
)
LABELS, QUESTIONS, VALUES, ABOUT = "見出し", "確認事項", "読み取り結果", "使い方"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.tsv"
    path.write_text(READ, encoding="utf-8")
    return path


@pytest.fixture
def refused(tmp_path: Path) -> Path:
    path = tmp_path / "refused.tsv"
    path.write_text(REFUSED, encoding="utf-8")
    return path


def drafted(source: Path, *, layout: Path | None = None, lang: Language = "ja") -> Path:
    path = source.with_name("again.xlsx" if layout else "draft.xlsx")
    known = read_layout(layout) if layout else None
    write_draft(draft_of(source, layout=known), path, lang=lang)
    return path


def rows_of(path: Path, sheet: str) -> list[tuple[str, ...]]:
    """Return the rows of a sheet below its headings."""
    _, *rows = openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True)
    return [tuple(cell or "" for cell in row) for row in rows]


def corrected(path: Path, sheet: str, words: dict[str, tuple[str, ...]], at: int = 6) -> None:
    """Fill in cells of the rows that have certain texts in their first or fourth column."""
    book = openpyxl.load_workbook(path)
    for row in book[sheet].iter_rows(min_row=2):
        known = words.get(row[0].value if sheet == LABELS else f"{row[0].value}{row[3].value}")
        for column, text in enumerate(known or (), at - 1):
            row[column].value = text or None
    book.save(path)


NAMED = {"何を測るか": ("指標名",), "めざす姿": ("目標値",), "到達": ("実績値", "R5", "件")}


class TestWritten:
    """What was read, and where it stands."""

    def test_values(self, plan: Path) -> None:
        assert [
            ("窓口の数", "実績値", "140", "140", "", "令和5年度", "D2"),
            ("窓口の数", "目標値", "126", "126", "", "", "C2"),
            ("高齢者率", "実績値", "48%", "48%", "%", "令和5年度", "D3"),
            ("高齢者率", "目標値", "55%", "55%", "%", "", "C3"),
        ] == rows_of(drafted(plan), VALUES)

    def test_labels(self, plan: Path) -> None:
        blank = ("", "", "")

        assert [
            ("施策", "A1", "施策・事業名", "", "", *blank),
            ("指標名", "B1", "指標名", "", "", *blank),
            ("目標値", "C1", "目標値", "", "", *blank),
            ("実績値(R5)", "D1", "実績値", "令和5年度", "", *blank),
            ("予備", "E1", "", "", "", *blank),
        ] == rows_of(drafted(plan), LABELS)

    def test_questions(self, plan: Path) -> None:
        used = "次の読み取りに使う"

        assert [
            (
                *("年度", "C1", "", "目標値"),
                *("「目標値」は、いつまでの目標か(例: R8、令和8年度)", "", used),
            ),
            (
                *("単位", "B2", "甲", "窓口の数"),
                *("「窓口の数」の数の単位は何か(例: 人、件、%)", "", used),
            ),
            (
                *("方向", "B2", "甲", "窓口の数"),
                *("「窓口の数」は、大きいほど良いか、小さいほど良いか", "", used),
            ),
            (
                *("方向", "B3", "乙", "高齢者率"),
                *("「高齢者率」は、大きいほど良いか、小さいほど良いか", "", used),
            ),
        ] == [row for row in rows_of(drafted(plan), QUESTIONS) if row[-1] == used]

    def test_what_is_left_over(self, plan: Path) -> None:
        """A figure that nothing explains is told, and its answer is a note."""
        rows = [row for row in rows_of(drafted(plan), QUESTIONS) if row[0] == "読み取り"]

        assert [("E1", "予備", "控え(元のファイルを直す)")] == [
            (row[1], row[3], row[6]) for row in rows
        ]

    def test_issues(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.tsv"
        path.write_text(
            "指標名\t目標値(R8)\t実績値(R5)\n数\t2件以上\t12フィートぐらい?\n", encoding="utf-8"
        )

        assert [("読み取り", "C2", "12フィートぐらい?", "控え(元のファイルを直す)")] == [
            (row[0], row[1], row[3], row[6]) for row in rows_of(drafted(path), QUESTIONS)
        ]

    def test_refused(self, refused: Path) -> None:
        """The labels that were found, and why it was refused."""
        path = drafted(refused)
        about = [row[0] for row in rows_of(path, ABOUT)]

        assert [("事業", "A1", "施策・事業名")] == [row[:3] for row in rows_of(path, LABELS)][:1]
        assert [("何を測るか", "B1"), ("めざす姿", "C1"), ("到達", "D1")] == [
            row[:2] for row in rows_of(path, LABELS) if row[1].endswith("1") and not row[2]
        ]
        assert [] == rows_of(path, VALUES)
        assert about[0].startswith("この表は、まだ判定できません。")
        assert "「事業」→section 「何を測るか」 「めざす姿」 「到達」" in about[0]

    def test_labels_of_a_form(self, tmp_path: Path) -> None:
        path = tmp_path / "form.tsv"
        path.write_text("指標の名\t高齢者率\n単位\t%\n区分\tR5\tR6\nめざす\t55\t60\n到達\t48\t50\n")

        assert {("めざす", "A4"), ("到達", "A5"), ("R5", "B3"), ("R6", "C3")} <= {
            row[:2] for row in rows_of(drafted(path), LABELS)
        }

    def test_values_below_several_labels(self, tmp_path: Path) -> None:
        """Each value has its cell, whatever words its labels are; an unset target is none."""
        path = tmp_path / "plan.tsv"
        path.write_text(
            "事業名\t単位\t実績\t\t計画\n\t\t令和5年度\t令和6年度\t令和6年度\n"
            "一時預かり\t人日\t2,510\t2,893\t4,200\n病児保育\t人日\t12\t13\t未設定\n",
            encoding="utf-8",
        )

        assert [("2,510", "C3"), ("2,893", "D3"), ("4,200", "E3"), ("12", "C4"), ("13", "D4")] == [
            (row[2], row[6]) for row in rows_of(drafted(path), VALUES)
        ]

    def test_row_of_several_lines(self, tmp_path: Path) -> None:
        """A cell is called as a spreadsheet calls it, whatever lines the file has."""
        path = tmp_path / "plan.csv"
        path.write_text(
            '指標名,目標値,実績値\n"高齢者率\n(年間)",55%,48%\n数,2件,3件\n', encoding="utf-8"
        )

        assert ["C2", "B2", "C3", "B3"] == [row[6] for row in rows_of(drafted(path), VALUES)]

    def test_label_that_is_no_role(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.tsv"
        path.write_text("4\n指標名\t年度\t目標値\t実績値\n数\tR5\t2件\t3件\n", encoding="utf-8")

        assert ("年度", "B2", "年度の見出し") in [row[:3] for row in rows_of(drafted(path), LABELS)]

    def test_label_that_stands_again(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.tsv"
        path.write_text(f"{READ}\n{READ}", encoding="utf-8")

        assert ("目標値", "C1　ほか1か所") in [row[:2] for row in rows_of(drafted(path), LABELS)]

    def test_names_are_no_labels(self, tmp_path: Path) -> None:
        """Not even of a table that was refused, where there are many."""
        path = tmp_path / "plan.tsv"
        lines = "".join(f"指標{'甲乙丙丁'[at % 4]}{at}\t5\t4\n" for at in range(40))
        path.write_text(f"何\tどう\tこう\n{lines}", encoding="utf-8")

        assert ["何", "どう", "こう"] == [row[0] for row in rows_of(drafted(path), LABELS)]

    @pytest.mark.parametrize("lang", ["ja", "en"])
    def test_examples(self, tmp_path: Path, lang: Language) -> None:
        """Every value of the workbook of a city has its cell, and its text stands there."""
        source = tmp_path / "kakuu.xlsx"
        runpy.run_path(str(EXAMPLE.parent / "kakuu" / "make_workbook.py"))["make"](source)
        values = rows_of(drafted(source, lang=lang), say("draft-sheet-values", lang))
        cells = kk.read_plan(source)
        count = sum(len(each.observations) + len(each.targets) + 1 for each in cells.indicators())

        assert count == len(values)
        assert len({row[6] for row in values}) == count
        assert ("待機児童数", "42", "KPI一覧!E6") in [(row[0], row[2], row[6]) for row in values]
        assert ("移住相談を経て転入した世帯数", "前年度以上", "KPI一覧!L14") in [
            (row[0], row[2], row[6]) for row in values
        ]

    @pytest.mark.parametrize("lang", ["ja", "en"])
    def test_look(self, plan: Path, lang: Language) -> None:
        """It is printed on A4, its headings stay, no text is cut."""
        book = openpyxl.load_workbook(drafted(plan, lang=lang))
        for sheet in book:
            assert ("9", "landscape") == (
                str(sheet.page_setup.paperSize),
                sheet.page_setup.orientation,
            )
            wide = {
                column: each.width
                for each in sheet.column_dimensions.values()
                for column in range(each.min, each.max + 1)
            }
            for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value):
                lines = -(-width(cell.value) // int(wide[cell.column] - 1))
                assert sheet.row_dimensions[cell.row].height >= 13 * lines
        assert ["A2", "A2", "A2"] == [sheet.freeze_panes for sheet in book.worksheets[:3]]
        roles, units = book.worksheets[1].data_validations.dataValidation
        assert say("draft-role-target", lang) in roles.formula1
        assert (["F2:F6", "H2:H6"]) == [str(roles.sqref), str(units.sqref)]

    def test_every_role_is_offered(self, plan: Path) -> None:
        book = openpyxl.load_workbook(drafted(plan))
        offered = book[LABELS].data_validations.dataValidation[0].formula1.strip('"').split(",")

        assert {say(f"draft-role-{role.value}", "ja") for role in Role} | {"年度", "使わない"} == {
            *offered
        }

    def test_no_draft_of_json(self) -> None:
        with pytest.raises(kk.TableError, match="JSON says itself what is what"):
            draft_of(EXAMPLE / "datapackage.json")

    def test_no_draft_of_nothing(self) -> None:
        with pytest.raises(kk.TableError, match="the file is empty"):
            draft_of(b"")

    def test_no_draft_of_a_sheet_that_is_not_there(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.xlsx"
        openpyxl.Workbook().save(path)

        with pytest.raises(kk.TableError, match="no sheet is called"):
            draft_of(path, layout=kk.Layout(sheets=["無い"]))

    def test_is_no_table(self, plan: Path) -> None:
        """A draft in a folder of plans is not read as one of them."""
        path = drafted(plan)
        with pytest.raises(kk.TableError) as caught:
            kk.read_plan(path)

        assert (
            f"{path}: kpikit draft が書いた読み取り案であり、表ではない。"
            "元のファイルを、--layout でこれを指定して読む"
        ) == caught.value.__notes__[0]


class TestCorrected:
    """The workbook is a layout."""

    def test_nothing_is_corrected(self, plan: Path) -> None:
        layout = read_layout(drafted(plan))

        assert ((), ()) == (layout.labels, layout.answers)
        assert [*kk.read_plan(plan).indicators()] == [
            *kk.read_plan(plan, layout=layout).indicators()
        ]

    def test_refused_file(self, refused: Path) -> None:
        path = drafted(refused)
        corrected(path, LABELS, NAMED)
        layout = read_layout(path)
        read = kk.read_plan(refused, layout=layout)

        assert (
            Column("何を測るか", Role.INDICATOR),
            Column("めざす姿", Role.TARGET),
            Column("到達", Role.ACTUAL, kk.FiscalYear(2023), "件"),
        ) == layout.labels
        assert [
            ("窓口の数", [kk.Quantity("140", "件")]),
            ("利用の数", [kk.Quantity("48", "件")]),
        ] == [
            (each.name, [seen.quantity for seen in each.observations]) for each in read.indicators()
        ]
        assert () == read.issues

    @pytest.mark.parametrize("lang", ["ja", "en"])
    def test_answers(self, plan: Path, lang: Language) -> None:
        path = drafted(plan, lang=lang)
        what = {code: say(f"draft-what-{code}", lang) for code in ("period", "unit", "direction")}
        corrected(
            path,
            say("draft-sheet-questions", lang),
            {
                f"{what['period']}目標値": ("R8",),
                f"{what['unit']}窓口の数": ("件",),
                f"{what['direction']}窓口の数": (say("draft-direction-lower", lang),),
            },
        )
        layout = read_layout(path)
        first, second = kk.read_plan(plan, layout=layout).indicators()

        assert (Answer("窓口の数", "甲", unit="件", direction=Direction.LOWER),) == layout.answers
        assert (Column("目標値", Role.TARGET, kk.FiscalYear(2026)),) == layout.labels
        assert (
            kk.Target(kk.Reach(kk.Quantity("126", "件")), kk.FiscalYear(2026)),
        ) == first.targets
        assert (Direction.LOWER, None) == (first.direction, second.direction)

    def test_not_used(self, plan: Path) -> None:
        path = drafted(plan)
        corrected(path, LABELS, {"予備": ("使わない",)})

        assert (Column("予備"),) == read_layout(path).labels
        assert () == kk.read_plan(plan, layout=read_layout(path)).issues

    def test_year(self, tmp_path: Path) -> None:
        source = tmp_path / "plan.tsv"
        source.write_text("指標名\tことし\t目標値\n数\t3件\t2件\n", encoding="utf-8")
        path = drafted(source)
        corrected(path, LABELS, {"ことし": ("年度", "R5")})
        (indicator,) = kk.read_plan(source, layout=read_layout(path)).indicators()

        assert [kk.FiscalYear(2023)] == [each.period for each in indicator.observations]

    def test_period_alone_keeps_the_role(self, plan: Path) -> None:
        path = drafted(plan)
        corrected(path, LABELS, {"目標値": ("", "R9", ""), "実績値(R5)": ("", "", "件")})

        assert (
            Column("目標値", Role.TARGET, kk.FiscalYear(2027)),
            Column("実績値(R5)", Role.ACTUAL, kk.FiscalYear(2023), "件"),
        ) == read_layout(path).labels

    def test_next_year(self, refused: Path) -> None:
        """Roles and answers hold, periods do not, and what is not there is said."""
        path = drafted(refused)
        corrected(path, LABELS, NAMED)
        later = refused.with_name("next.tsv")
        later.write_text(REFUSED.replace("めざす姿", "目標値"), encoding="utf-8")
        read = kk.read_plan(later, layout=read_layout(path))

        assert [(None, "件"), (None, "件")] == [
            (seen.period, seen.quantity and seen.quantity.unit)
            for each in read.indicators()
            for seen in each.observations
        ]
        assert {("layout-label-absent", "めざす姿"), ("layout-period-left", "到達")} == {
            (issue.code, issue.text) for issue in read.issues
        }

    def test_again(self, plan: Path) -> None:
        """A draft of a file that is read by a draft has what was corrected and answered."""
        path = drafted(plan)
        corrected(
            path,
            LABELS,
            {"実績値(R5)": ("目標値", "R7"), "目標値": ("実績値", "R6"), "予備": ("使わない",)},
        )
        corrected(path, QUESTIONS, {"単位窓口の数": ("件",), "方向窓口の数": ("小さいほど良い",)})
        again = drafted(plan, layout=path)

        assert [
            ("目標値", "実績値", "令和6年度"),
            ("実績値(R5)", "目標値", "令和7年度"),
            ("予備", "使わない", ""),
        ] == [(row[0], *row[5:7]) for row in rows_of(again, LABELS) if row[5]]
        assert {("単位", "件"), ("方向", "小さいほど良い")} == {
            (row[0], row[5]) for row in rows_of(again, QUESTIONS) if row[5]
        }
        assert read_layout(path) == read_layout(again)

    def test_sorted_and_deleted_rows(self, refused: Path) -> None:
        path = drafted(refused)
        corrected(path, LABELS, NAMED)
        before = read_layout(path)
        book = openpyxl.load_workbook(path)
        sheet = book[LABELS]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        sheet.delete_rows(2, len(rows))
        for row in reversed([row for row in rows if row[5]]):
            sheet.append(row)
        book.save(path)

        assert {*before.labels} == {*read_layout(path).labels}

    def test_faults_all_at_once(self, plan: Path) -> None:
        path = drafted(plan)
        corrected(
            path,
            LABELS,
            {"予備": ("もくひょう",), "目標値": ("", "いつか"), "施策": ("", "", "件")},
        )
        corrected(path, QUESTIONS, {"方向高齢者率": ("まんなか",)})
        corrected(path, QUESTIONS, {"年度目標値": ("R8",)})
        with pytest.raises(kk.FormatError) as caught:
            read_layout(path)

        assert [
            f"{path}: 誤りが3件ある",
            "見出し!4: 「いつか」は時点として読み取れない。R6、令和6年度のように書く",
            "見出し!6: 「もくひょう」という役割はない。一覧から選ぶ",
            "確認事項!5: 「まんなか」は方向でない。「大きいほど良い」か「小さいほど良い」と書く",
        ] == caught.value.__notes__[0].split("\n")

    def test_unit_of_what_has_no_role(self, plan: Path) -> None:
        path = drafted(plan)
        corrected(path, LABELS, {"予備": ("", "", "件")})

        with pytest.raises(kk.FormatError, match="'予備' is no role"):
            read_layout(path)

    def test_two_periods(self, plan: Path) -> None:
        path = drafted(plan)
        corrected(path, LABELS, {"目標値": ("", "R9")})
        corrected(path, QUESTIONS, {"年度目標値": ("R8",)})

        with pytest.raises(kk.FormatError, match="different periods"):
            read_layout(path)

    def test_no_draft(self, tmp_path: Path) -> None:
        path = tmp_path / "other.xlsx"
        openpyxl.Workbook().save(path)
        with pytest.raises(kk.FormatError) as caught:
            read_layout(path)

        assert (
            f"{path}: 列や見出しの対応を書いたファイルではない。"
            ".toml か、kpikit draft が書いた .xlsx を指定する"
        ) == caught.value.__notes__[0]

    @pytest.mark.parametrize("change", ["column", "sheet"])
    def test_changed(self, plan: Path, change: str) -> None:
        path = drafted(plan)
        book = openpyxl.load_workbook(path)
        if change == "column":
            book[LABELS].insert_cols(3)
        else:
            book[LABELS].title = "別"
        book.save(path)

        with pytest.raises(kk.FormatError, match="not a file that says what headings are"):
            read_layout(path)

    def test_without_the_last_sheet(self, refused: Path) -> None:
        """Nothing says then which file its periods are of: they hold for any."""
        path = drafted(refused)
        corrected(path, LABELS, NAMED)
        book = openpyxl.load_workbook(path)
        del book[ABOUT]
        book.save(path)

        assert "" == read_layout(path).made_for

    def test_toml(self, tmp_path: Path, refused: Path) -> None:
        """A draft can be kept as TOML."""
        path = drafted(refused)
        corrected(path, LABELS, NAMED)
        kept = tmp_path / "layout.toml"
        kept.write_text(read_layout(path).to_toml(), encoding="utf-8")

        assert read_layout(path) == read_layout(kept)


class TestPlaces:
    """A text is found by its row and by its labels, or its row alone is told."""

    def of(self, rows: Iterable[str]) -> Places:
        texts = {
            (row, column): text
            for row, line in enumerate(rows, 1)
            for column, text in enumerate(line.split(), 1)
        }
        return Places({"": Cells.of(texts)})

    @pytest.mark.parametrize(
        ("rows", "line", "heading", "text", "found"),
        [
            (["名 右 左", "甲 1 2"], 2, "", "2", "C2"),
            (["名 右 左", "甲 1 1"], 2, "左", "1", "C2"),
            (["名 右 左", "甲 1 1"], 2, "", "1", "2"),
            (["名 値 値", "- R4 R5", "甲 1 1"], 3, "値 R5", "1", "C3"),
            (["名 甲", "右 1", "左 1"], 1, "左", "1", "B3"),
            (["名 甲", "右 1"], 1, "右", "9", "1"),
        ],
    )
    def test_find(self, rows: list[str], line: int, heading: str, text: str, found: str) -> None:
        assert found == self.of(rows).find(Location("plan.csv", line), heading, text)

    @pytest.mark.parametrize(
        ("column", "found"),
        [(1, "A1"), (26, "Z1"), (27, "AA1"), (52, "AZ1"), (702, "ZZ1"), (703, "AAA1")],
    )
    def test_columns(self, column: int, found: str) -> None:
        """A column is called as spreadsheets call it, also where none can be read."""
        row = " ".join(str(number) for number in range(1, 704))
        assert found == self.of([row]).find(Location("plan.csv", 1), "", str(column))

    def test_unknown(self) -> None:
        places = self.of(["甲 1"])

        assert "" == places.find(None, "", "1")
        assert "p3!1" == places.find(Location("plan.pdf", 1, sheet="p3"), "", "1")
