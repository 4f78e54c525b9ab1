"""Plans written and read again: the own format, the published layout, whole files or none."""

from __future__ import annotations

import csv
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kpikit as kk
import strategies
from kpikit.io.files import write_whole
from kpikit.io.plan_format import plan_converter, plan_from, plan_text
from kpikit.io.plan_schema import plan_schema
from kpikit.language.errors import FormatError
from kpikit.language.messages import say
from kpikit.model.indicator import Cell, Source
from sagamihara import EXAMPLE, EXPECTED
from shared import ROOT

GOLDEN = ROOT / "tests" / "golden" / "v1"
SCHEMA: Any = json.loads(files("kpikit").joinpath("schema/plan-1.json").read_text("utf-8"))
PROFILE: Any = json.loads(files("kpikit").joinpath("schema/package-1.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@pytest.fixture(scope="module")
def plan() -> kk.Plan:
    return kk.read_plan(EXAMPLE / "datapackage.json", strict=True)


def verdicts(plan: kk.Plan) -> list[str]:
    return [kk.evaluate(indicator).verdict.value for indicator in plan.indicators()]


def texts(plan: kk.Plan) -> list[str]:
    return [
        cell.text
        for indicator in plan.indicators()
        if indicator.source is not None
        for cell in indicator.source.cells
    ]


def tree(plan: kk.Plan) -> list[tuple[Any, ...]]:
    return [
        (each.kind, each.code, each.title, each.category, each.departments, len(each.indicators))
        for each in plan.walk()
    ]


class TestPublishedLayout:
    """The published tables, written as people keep them and read again, say the same."""

    @pytest.mark.wide
    @pytest.mark.parametrize(
        ("name", "encoding"),
        [
            ("plan.csv", "cp932"),
            ("plan.csv", "ms932"),
            ("plan.csv", None),
            ("plan.tsv", None),
            ("plan.txt", "utf-16"),
            ("plan.xlsx", None),
        ],
    )
    def test_same_verdicts(
        self, plan: kk.Plan, tmp_path: Path, name: str, encoding: str | None
    ) -> None:
        kk.write_plan(plan, tmp_path / name, encoding=encoding)
        again = kk.read_plan(tmp_path / name, strict=True)

        assert [verdict for _, _, _, verdict, _ in EXPECTED] == verdicts(again)
        assert tree(plan) == tree(again)
        assert (plan.title, plan.remarks, plan.categories) == (
            again.title,
            again.remarks,
            again.categories,
        )

    @pytest.mark.parametrize("name", ["plan.csv", "plan.tsv"])
    def test_same_cells(self, plan: kk.Plan, tmp_path: Path, name: str) -> None:
        kk.write_plan(plan, tmp_path / name)

        assert texts(plan) == texts(kk.read_plan(tmp_path / name))

    @pytest.mark.parametrize(("name", "begins"), [("plan.csv", b"\xef\xbb\xbf"), ("plan.tsv", b"")])
    def test_mark_of_utf_8(self, plan: kk.Plan, tmp_path: Path, name: str, begins: bytes) -> None:
        """By its mark a spreadsheet knows what a .csv is in; other tools would read it as text."""
        kk.write_plan(plan, tmp_path / name)

        written = (tmp_path / name).read_bytes()
        assert written.startswith(begins)
        assert bool(begins) is ("\ufeff" in written.decode())

    def test_look_alikes(self, plan: kk.Plan, tmp_path: Path) -> None:
        """cp932 has no em dash; what it has for it is read as the same."""
        kk.write_plan(plan, tmp_path / "plan.csv", encoding="cp932")
        found = texts(kk.read_plan(tmp_path / "plan.csv"))

        assert [text.replace("—", "―") for text in texts(plan)] == found

    @pytest.mark.parametrize("encoding", ["cp932", "Shift_JIS", "sjis"])
    def test_all_look_alikes(self, tmp_path: Path, encoding: str) -> None:
        """What is called Shift_JIS is cp932: by its narrower namesake ～ and ① would be none."""
        plan = kk.read_plan("指標名,実績値,目標値\n①甲—〜−‖¢£¬㎡,10件,3件\n".encode(), name="a.csv")
        kk.write_plan(plan, tmp_path / "plan.csv", encoding=encoding)

        written = (tmp_path / "plan.csv").read_bytes().decode("cp932")
        assert "指標名,実績値,目標値\r\n①甲―～－∥￠￡￢㎡,10件,3件\r\n" == written

    def test_merges(self, plan: kk.Plan, tmp_path: Path) -> None:
        kk.write_plan(plan, tmp_path / "plan.xlsx")
        book: Any = openpyxl.load_workbook(tmp_path / "plan.xlsx")
        merged = {str(each) for each in book["KPI"].merged_cells.ranges}

        assert {"A1:G1", "A10:A11", "B10:B11"} <= merged

    def test_years_below_a_group(self, tmp_path: Path) -> None:
        path = tmp_path / "a.csv"
        path.write_text(
            "基本目標,施策,指標名,実績値,,目標値\n,,,R4,R5,\n甲,乙,数,1件,2件,3件\n,,率,1%,2%,3%\n,丙,率,1%,,\n丁,戊,率,1%,,3%\n",
            encoding="utf-8",
        )
        before = kk.read_plan(path)
        for name in ("b.xlsx", "b.csv"):
            kk.write_plan(before, tmp_path / name)
            after = kk.read_plan(tmp_path / name)

            assert (tree(before), verdicts(before)) == (tree(after), verdicts(after))
        book: Any = openpyxl.load_workbook(tmp_path / "b.xlsx")
        assert ["実績値", None] == [cell.value for cell in book["KPI"][1][3:5]]
        assert ["R4", "R5"] == [cell.value for cell in book["KPI"][2][3:5]]

    def test_heading_of_no_known_kind(self, tmp_path: Path) -> None:
        table = kk.read_plan(EXAMPLE / "datapackage.json").sections[1]
        goal = attrs.evolve(table.sections[0], kind="章", heading="子ども")
        made = kk.Plan("市", sections=[attrs.evolve(table, sections=[goal], heading="")])
        kk.write_plan(made, tmp_path / "a.csv")
        (again,) = kk.read_plan(tmp_path / "a.csv").sections

        assert ["子ども"] == [each.title for each in again.sections]

    @pytest.mark.parametrize("is_deep_first", [True, False])
    def test_sections_of_several_depths(self, tmp_path: Path, *, is_deep_first: bool) -> None:
        """The deepest path gives the columns; who has no section of a kind has a blank there."""
        read = kk.read_plan("指標名,実績値,目標値\n数,1件,2件\n率,1%,2%\n".encode(), name="a.csv")
        one, two = (each for section in read.walk() for each in section.indicators)
        inner = kk.Section("取組", "", "丙", heading="丙", indicators=[one])
        deep = kk.Section("柱", "", "乙", heading="乙", sections=[inner])
        flat = kk.Section("柱", "", "丁", heading="丁", indicators=[two])
        below = [deep, flat] if is_deep_first else [flat, deep]
        made = kk.Plan("市", sections=[kk.Section("table", "", "", sections=below)])
        kk.write_plan(made, tmp_path / "a.tsv")

        head, *rows = (tmp_path / "a.tsv").read_text("utf-8").splitlines()
        assert ["指標名", "実績値", "目標値"] == head.split("\t")[2:]
        assert ["丁\t\t率\t1%\t2%", "乙\t丙\t数\t1件\t2件"] == sorted(rows)

    def test_lines_have_one_width(self, tmp_path: Path) -> None:
        """Titles, blanks and notes too: a spreadsheet and others see one table."""
        text = "表1 重点\n指標名,実績値,目標値\n数,1件,2件\n※ 注\n"
        kk.write_plan(kk.read_plan(text.encode(), name="a.csv"), tmp_path / "a.csv")

        assert "表1 重点,,\r\n指標名,実績値,目標値\r\n数,1件,2件\r\n,,\r\n※ 注,,\r\n" == (
            (tmp_path / "a.csv").read_bytes().decode("utf-8-sig")
        )

    def test_remark_before_the_tables(self, plan: kk.Plan, tmp_path: Path) -> None:
        made = attrs.evolve(plan, remarks=["市の計画\t令和5年度"])
        kk.write_plan(made, tmp_path / "a.csv")

        assert ("市の計画\t令和5年度",) == kk.read_plan(tmp_path / "a.csv").remarks

    def test_no_tables(self, tmp_path: Path) -> None:
        for name in ("a.csv", "a.xlsx"):
            kk.write_plan(kk.Plan("市"), tmp_path / name)

            assert (tmp_path / name).stat().st_size < 10_000

    def test_one_column(self, tmp_path: Path) -> None:
        source = Source(kk.Location("a", 1), [Cell("指標名", "数")])
        section = kk.Section("table", "", "", indicators=[kk.Indicator("数", source=source)])
        kk.write_plan(kk.Plan("市", sections=[section], remarks=["※注"]), tmp_path / "a.xlsx")
        book: Any = openpyxl.load_workbook(tmp_path / "a.xlsx")

        assert ["指標名", "数", None, "※注"] == [row[0].value for row in book["KPI"].rows]

    @pytest.mark.parametrize(
        "source", [None, Source(kk.Location("a", 1)), Source(kk.Location("a", 1), [Cell("x", "")])]
    )
    def test_not_from_a_table(self, tmp_path: Path, source: Source | None) -> None:
        first = Source(kk.Location("a", 1), [Cell("指標名", "数"), Cell("目標値", "1件")])
        indicators = [kk.Indicator("数", source=first), kk.Indicator("率", source=source)]
        made = kk.Plan("市", sections=[kk.Section("table", "", "", indicators=indicators)])
        with pytest.raises(kk.TableError) as caught:
            kk.write_plan(made, tmp_path / "a.csv")

        assert (
            "「率」 was not read from a table and cannot be written as one: write a .json file"
            == (str(caught.value))
        )
        assert [] == list(tmp_path.iterdir())


class TestFormulas:
    """Nothing that is written is taken for a formula, and all of it is read as it was."""

    CELLS = (
        "=1+1",
        "+1",
        "-5%",
        "@SUM(A1)",
        "- ",
        "—",
        "\t=1",
        "'=1",
        "－5件",
        "=cmd|' /C calc'!A0",
    )

    @pytest.fixture
    def made(self) -> kk.Plan:
        indicators = [
            kk.Indicator(
                f"数{line}",
                source=Source(
                    kk.Location("a", line),
                    [Cell("指標名", f"数{line}"), Cell("実績値", cell), Cell("目標値", cell)],
                ),
            )
            for line, cell in enumerate(self.CELLS)
        ]
        return kk.Plan("市", sections=[kk.Section("table", "", "", indicators=indicators)])

    def test_csv(self, made: kk.Plan, tmp_path: Path) -> None:
        kk.write_plan(made, tmp_path / "a.csv")
        with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as stream:
            written = [row[1] for row in csv.reader(stream)][1:]

        assert [] == [cell for cell in written if cell[:1] in tuple("=+-@\t\r－")]
        assert texts(made) == texts(kk.read_plan(tmp_path / "a.csv"))

    def test_xlsx(self, made: kk.Plan, tmp_path: Path) -> None:
        kk.write_plan(made, tmp_path / "a.xlsx")
        book: Any = openpyxl.load_workbook(tmp_path / "a.xlsx")
        cells = [row[1] for row in book["KPI"].iter_rows(min_row=2)]

        assert [("s", "@", text) for text in self.CELLS] == [
            (cell.data_type, cell.number_format, cell.value) for cell in cells
        ]
        assert texts(made) == texts(kk.read_plan(tmp_path / "a.xlsx"))


class TestFiles:
    """A file is written whole or not at all, and never over another unasked."""

    def test_no_overwriting(self, plan: kk.Plan, tmp_path: Path) -> None:
        path = tmp_path / "a.json"
        kk.write_plan(plan, path)
        path.write_bytes(b"mine")
        with pytest.raises(FileExistsError) as caught:
            kk.write_plan(plan, path)

        assert b"mine" == path.read_bytes()
        assert "the file exists already: give force=True (--force) to replace it" == (
            caught.value.strerror
        )
        assert "force=True" in caught.value.__notes__[0]
        kk.write_plan(plan, path, force=True)
        assert plan.title == kk.read_plan(path).title
        assert [path] == list(tmp_path.iterdir())

    def test_nothing_left_behind(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(_: int) -> None:
            raise OSError(28, "no space left")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="no space left"):
            write_whole(tmp_path / "a.txt", b"x")

        assert [] == list(tmp_path.iterdir())

    def test_no_folder(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError, match="there is no such folder: make it first"):
            write_whole(tmp_path / "none" / "a.txt", b"x")
        with pytest.raises(IsADirectoryError, match="a folder: name a file in it"):
            write_whole(tmp_path, b"x", force=True)

    def test_read_only_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        told = "the folder cannot be written to: check its permissions, or name another place"
        if os.geteuid() == 0:  # whom no permission stops

            def refused(*_: object) -> None:
                raise PermissionError(13, "denied")

            monkeypatch.setattr(Path, "open", refused)
        tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
        try:
            with pytest.raises(PermissionError) as caught:
                write_whole(tmp_path / "a.txt", b"x")
        finally:
            tmp_path.chmod(stat.S_IRWXU)

        assert told == caught.value.strerror

    def test_usual_permissions(self, tmp_path: Path) -> None:
        write_whole(tmp_path / "a.txt", b"x")
        (tmp_path / "b.txt").write_bytes(b"x")

        assert (tmp_path / "b.txt").stat().st_mode == (tmp_path / "a.txt").stat().st_mode

    @pytest.mark.parametrize(
        ("name", "encoding", "told"),
        [
            (
                "a.pdf",
                None,
                "{path}: files of this kind are not handled: use one of .json .csv .tsv .txt .xlsx",
            ),
            ("a.csv", "utf8mb4", "no encoding is called 'utf8mb4': give, for example, "),
            ("a.csv", "ascii", "'相' (U+76F8) is no character of ascii (「(1) 相模原市ICT総合"),
        ],
    )
    def test_refused(
        self, plan: kk.Plan, tmp_path: Path, name: str, encoding: str | None, told: str
    ) -> None:
        with pytest.raises(kk.TableError) as caught:
            kk.write_plan(plan, tmp_path / name, encoding=encoding)

        assert str(caught.value).startswith(told.format(path=tmp_path / name))
        assert [] == list(tmp_path.iterdir())

    def test_cell_too_long(self, tmp_path: Path) -> None:
        cells = [Cell("指標名", "数" * 32_768), Cell("目標値", "1件")]
        indicator = kk.Indicator("数", source=Source(kk.Location("a", 1), cells))
        made = kk.Plan("市", sections=[kk.Section("table", "", "", indicators=[indicator])])
        with pytest.raises(kk.TableError, match="a cell of a workbook holds 32,767 characters"):
            kk.write_plan(made, tmp_path / "a.xlsx")

    def test_library_missing(
        self, plan: kk.Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "xlsxwriter", None)
        with pytest.raises(kk.MissingDependencyError, match="xlsxwriter is not installed"):
            kk.write_plan(plan, tmp_path / "a.xlsx")


#: Plans with everything that the shared ones leave out.
plans = st.builds(
    attrs.evolve,
    strategies.plans,
    categories=st.lists(strategies.categories, max_size=2),
    issues=st.lists(
        st.builds(
            kk.Issue,
            strategies.words,
            strategies.words,
            st.integers(0, 3),
            st.integers(3, 6),
            strategies.words,
            st.none() | strategies.locations,
        ),
        max_size=2,
    ),
    remarks=st.lists(st.text(), max_size=2),
    chosen=st.lists(
        st.builds(kk.Chosen, strategies.words, strategies.words, st.none() | strategies.locations),
        max_size=2,
    ),
)


class TestOwnFormat:
    """Everything of a plan is kept, and a bad file is told everything that is wrong with it."""

    @settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(plans)
    def test_lossless(self, plan: kk.Plan) -> None:
        content: Any = json.loads(plan_text(plan))

        assert plan == plan_from(content)
        VALIDATOR.validate(content)

    @pytest.mark.parametrize(
        ("quantity", "written"),
        [
            (kk.Quantity("98"), {"value": "98"}),
            (kk.Quantity("98", "%"), {"value": "98", "unit": "%"}),
            (
                kk.Quantity("16000", "人", approximate=True),
                {"value": "16000", "unit": "人", "margin": "5E+2"},
            ),
            (
                kk.Quantity("30", "人", per="年", margin="2"),
                {"value": "30", "unit": "人", "margin": "2", "per": "年"},
            ),
        ],
    )
    def test_numbers(self, quantity: kk.Quantity, written: dict[str, str]) -> None:
        content = plan_converter().unstructure(quantity)

        assert [*written.items()] == [*content.items()]

    @pytest.mark.parametrize(
        ("rule", "written"),
        [
            (
                kk.AtMost(kk.Quantity("98", "%"), reference="前年"),
                {"type": "at-most", "reference": "前年"},
            ),
            (kk.AtMost(kk.Quantity("98", "%")), {"type": "at-most"}),
            (
                kk.Reach(kk.Quantity("1.1", "倍"), reference="前年"),
                {"type": "reach", "reference": "前年"},
            ),
            (
                kk.Between(kk.Quantity(lower="1", upper="2", unit="倍"), reference="現状"),
                {"type": "between", "reference": "現状"},
            ),
            (
                kk.Maintain(direction=kk.Direction.HIGHER),
                {"type": "maintain", "direction": "higher"},
            ),
            (kk.Maintain(), {"type": "maintain"}),
        ],
    )
    def test_only_what_is_not_usual(self, rule: kk.Rule, written: dict[str, str]) -> None:
        section = kk.Section("t", "", "", indicators=[kk.Indicator("数", target=rule)])
        content = json.loads(plan_text(kk.Plan("計画", sections=[section])))
        (target,) = content["plan"]["sections"][0]["indicators"][0]["targets"]
        numbers = {"bound", "value", "band"}

        assert written == {key: each for key, each in target["rule"].items() if key not in numbers}
        VALIDATOR.validate(content)

    def test_multiples_that_cannot_be_are_faults(self) -> None:
        rule = {"type": "at-most", "bound": {"value": "98", "unit": "件"}, "reference": "前年"}
        indicator = {"name": "数", "targets": [{"rule": rule}]}
        section = {"kind": "t", "code": "", "title": "", "indicators": [indicator]}
        content = {
            "format": "kpikit-plan",
            "version": 1,
            "plan": {"title": "計画", "sections": [section]},
        }
        with pytest.raises(FormatError, match="a multiple of 前年 is in 倍 or a share"):
            plan_from(content)

    def test_example(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(EXAMPLE)
        plan = kk.read_plan("datapackage.json", strict=True)
        kk.write_plan(plan, tmp_path / "a.json")
        again = kk.read_plan(tmp_path / "a.json", strict=True)

        assert plan == again
        assert verdicts(plan) == verdicts(again)
        content: Any = json.loads((tmp_path / "a.json").read_bytes())
        VALIDATOR.validate(content)

    def test_no_folder_of_this_machine(self, plan: kk.Plan, tmp_path: Path) -> None:
        """The example is read by its absolute path; what is written is the same elsewhere."""
        kk.write_plan(plan, tmp_path / "a.json")
        again = kk.read_plan(tmp_path / "a.json")

        assert str(EXAMPLE) not in (tmp_path / "a.json").read_text(encoding="utf-8")
        assert ("measures.tsv", "projects.tsv") == again.files
        assert verdicts(plan) == verdicts(again)

    def test_labels_of_periods(self, tmp_path: Path) -> None:
        period = kk.FiscalYear(2023, label="R5")
        seen = kk.Observation(period, kk.Quantity(1, "件"))
        section = kk.Section("t", "", "", indicators=[kk.Indicator("数", observations=[seen])])
        kk.write_plan(kk.Plan("\ud800", sections=[section]), tmp_path / "a.json")
        again = kk.read_plan(tmp_path / "a.json")
        (indicator,) = again.indicators()
        found = indicator.observations[0].period

        assert ("R5", "\ud800") == (found and found.label, again.title)

    def test_old_versions_keep_loading(self) -> None:
        paths = sorted(GOLDEN.glob("*.json"))

        assert paths
        for path in paths:
            read = kk.read_plan(path)

            assert ["achieved", "indeterminate"] == verdicts(read)
            assert read == plan_from(json.loads(plan_text(read)))
            VALIDATOR.validate(json.loads(path.read_bytes()))

    def test_schema_is_one(self) -> None:
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        jsonschema.Draft202012Validator.check_schema(PROFILE)

    def test_schema_follows_the_fields(self) -> None:
        """If it does not: python -m kpikit.io.plan_schema > src/kpikit/schema/plan-1.json."""
        done = subprocess.run(
            [sys.executable, "-m", "kpikit.io.plan_schema"], capture_output=True, check=True
        )

        assert plan_schema() == SCHEMA == json.loads(done.stdout)

    @pytest.mark.parametrize(
        ("quantity", "valid"),
        [
            ({"value": "1"}, True),
            ({"lower": "1"}, True),
            ({"upper": "1"}, True),
            ({"lower": "1", "upper": "2"}, True),
            ({}, False),
            ({"unit": "%"}, False),
            ({"value": "1", "upper": "2"}, False),
            ({"value": 1}, False),
            ({"value": "1", "units": "%"}, False),
        ],
    )
    def test_schema_of_a_quantity(self, quantity: dict[str, Any], *, valid: bool) -> None:
        rule = {"type": "exactly", "value": quantity}
        indicator = {"name": "率", "targets": [{"rule": rule}]}
        section = {"kind": "t", "code": "", "title": "", "indicators": [indicator]}
        content = {
            "format": "kpikit-plan",
            "version": 1,
            "plan": {"title": "市", "sections": [section]},
        }

        assert valid is VALIDATOR.is_valid(content)

    def test_profile_of_packages(self) -> None:
        package: Any = json.loads((EXAMPLE / "datapackage.json").read_bytes())
        validator = jsonschema.Draft202012Validator(PROFILE)

        assert [] == list(validator.iter_errors(package))
        package["resources"][0]["path"] = "../a.tsv"
        assert ["path"] == [error.path[-1] for error in validator.iter_errors(package)]

    @pytest.mark.parametrize(
        ("change", "faults"),
        [
            (lambda c: c.pop("version"), ["version: this member is wanted"]),
            (lambda c: c.update(version=0), ["version: one of these is wanted: 1"]),
            (lambda c: c.update(version=True), ["version: a whole number is wanted"]),
            (lambda c: c.update(plan=[]), ["plan: an object is wanted"]),
            (lambda c: c["plan"].update(sections={}), ["plan.sections: a list is wanted"]),
            (
                lambda c: c["plan"].update({"it's": 1}),
                [
                    (
                        "plan['it\\'s']: no such member is known: there are "
                        "title | sections | categories | issues | remarks | chosen"
                    )
                ],
            ),
        ],
    )
    def test_fault(self, plan: kk.Plan, change: Callable[[Any], Any], faults: list[str]) -> None:
        content: Any = json.loads(plan_text(plan))
        change(content)
        with pytest.raises(FormatError) as caught:
            plan_from(content, "a.json")

        assert [f"a.json: faults: {len(faults)}", *faults] == str(caught.value).split("\n")

    def test_every_fault_at_once(self) -> None:
        indicator: dict[str, Any] = {
            "name": " ",
            "targets": [{"rule": {"type": "at-last"}}, {"rule": 5}, {"rule": {"type": 5}}],
            "baseline": {"type": "quantity", "value": 48.2},
            "observations": [
                {"period": "R5", "quantity": {"value": "1e5"}},
                {"period": 5, "missing": "late"},
                {"period": {"period": "FY2023"}, "outcome": "済"},
                {"quantity": {"value": "1E+9999999999999999999"}},
                {"outcome": "済", "missing": "none"},
            ],
            "repeated": "no",
        }
        content = {
            "format": "kpikit-plan",
            "version": 1,
            "plan": {"title": "市", "sections": [{"kind": "t", "code": "", "title": ""}]},
        }
        section: Any = content["plan"]["sections"][0]  # type: ignore[index]
        section["indicators"] = [indicator, {"name": " "}]
        with pytest.raises(FormatError) as caught:
            plan_from(content, "a.json")
        head, *faults = str(caught.value).split("\n")
        at = "plan.sections[0].indicators[0]"
        kinds = [each["properties"]["type"]["const"] for each in SCHEMA["$defs"]["rule"]["oneOf"]]
        rules = " | ".join(kinds)
        digits = 'digits as text are wanted ("48.2")'

        assert [
            f"{at}.targets[0].rule.type: one of these is wanted: {rules}",
            f"{at}.targets[1].rule: an object is wanted",
            f"{at}.targets[2].rule.type: one of these is wanted: {rules}",
            f"{at}.baseline.value: {digits}",
            f"{at}.observations[0].period: not the text of a period: 'R5'",
            f"{at}.observations[0].quantity.value: {digits}",
            f"{at}.observations[1].period: {say('wanted-period', 'en')}",
            f"{at}.observations[1].missing: one of these is wanted: "
            + " | ".join(each.value for each in kk.Missing),
            f"{at}.observations[2].period.label: this member is wanted",
            f"{at}.observations[3].quantity.value: {digits}",
            (
                f"{at}.observations[4]: an observation has one of: a quantity, an outcome "
                "in words, parts, or the reason why there is none; not 2 of them"
            ),
            f"{at}.repeated: true or false is wanted",
            "plan.sections[0].indicators[1]: an indicator needs a name",
        ] == faults
        assert f"a.json: faults: {len(faults)}" == head
        japanese = caught.value.__notes__[0].split("\n")
        assert [
            f"a.json: 誤りが{len(faults)}件ある",
            *(fault.message("ja") for fault in caught.value.faults),
        ] == japanese
        assert f"{at}.observations[0].period: 期間の書き方でない: 'R5'" in japanese
        assert faults == [fault.message("en") for fault in caught.value.faults]
        assert {
            "indicator-needs-name",
            "observation-contents",
            "period-text",
            "wanted-digits",
            "wanted-flag",
            "wanted-object",
            "wanted-one-of",
            "wanted-period",
            "wanted-there",
        } == {fault.code for fault in caught.value.faults}

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            (
                '{"format": "kpikit-plan", "version": 2}',
                (
                    ": written by a newer kpikit (version 2; this one reads up to 1): "
                    "install a newer one"
                ),
            ),
            (
                '{"format": "kpikit-report", "version": 1}',
                ": the format 'kpikit-report' is not known: it must be kpikit-plan",
            ),
            ('{"format": 1, "format": 2}', ": not JSON ('format' stands twice in one object)"),
            ("[" * 100_000, ": the JSON is nested too deeply"),
            ('{"format": "\xff', ": not JSON (Unterminated string starting at: "),
        ],
    )
    def test_refused(self, tmp_path: Path, text: str, told: str) -> None:
        path = tmp_path / "a.json"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(FormatError) as caught:
            kk.read_plan(path)

        assert str(caught.value).startswith(f"{path}{told}")

    def test_nested_too_deeply(self) -> None:
        section: dict[str, Any] = {"kind": "t", "code": "", "title": ""}
        for _ in range(2000):
            section = {"kind": "t", "code": "", "title": "", "sections": [section]}
        content = {
            "format": "kpikit-plan",
            "version": 1,
            "plan": {"title": "市", "sections": [section]},
        }
        with pytest.raises(FormatError, match="the JSON is nested too deeply"):
            plan_from(content)

    @pytest.mark.parametrize("depth", range(30))
    def test_however_deep_in_calls(self, depth: int) -> None:
        """How the first plan is written does not hang on how much of the stack is in use."""
        seen = kk.Observation(None, kk.Quantity("5", "件"))
        county = kk.Benchmark("県", kk.Quantity("6", "件"))
        compared = attrs.evolve(seen, benchmark=county, other_benchmarks=[county])
        parts = kk.Observation(None, parts=[kk.Part("男", compared), kk.Part("女", seen)])
        indicator = kk.Indicator("数", baseline=compared, observations=[parts])
        plan = kk.Plan("市", sections=[kk.Section("t", "", "", indicators=[indicator])])

        def written(below: int) -> kk.Plan:
            if below:
                return written(below - 1)
            plan_converter.cache_clear()
            return plan_from(json.loads(plan_text(plan)))

        assert plan == written(depth)

    def test_rule_of_somebody_else(self, tmp_path: Path) -> None:
        section = kk.Section("t", "", "", indicators=[kk.Indicator("数", target=kk.Rule())])
        with pytest.raises(kk.TableError) as caught:
            kk.write_plan(kk.Plan("市", sections=[section]), tmp_path / "a.json")

        assert str(caught.value).endswith("is none of kpikit's own, and has no written form")

    def test_issues_of_the_file_are_raised(self, tmp_path: Path) -> None:
        path = tmp_path / "a.csv"
        path.write_text("指標名,実績値,目標値\n数,10〜,3件\n", encoding="utf-8")
        kk.write_plan(kk.read_plan(path), tmp_path / "a.json")
        with pytest.raises(kk.ReadingError):
            kk.read_plan(tmp_path / "a.json", strict=True)
