"""One way in: a path, bytes, a stream, a folder, several files; text as it was pasted."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import kpikit as kk
from kpikit.io.document import Document, is_folder, is_several, taken
from kpikit.io.kinds import Kind, kind_of
from kpikit.io.limits import Limits
from kpikit.io.pasted import pasted_rows
from shared import ROOT

HEAD = "施策名,指標名,実績値(R5),目標値(R5),備考\n"
TEXT = f"{HEAD}窓口,満足度,75%,80%以上,\n"
OLD = ROOT / "tests" / "golden" / "kpi.xls"


def csv(folder: Path, name: str, *rows: str, head: str = HEAD) -> Path:
    path = folder / name
    path.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def names(plan: kk.Plan) -> list[str]:
    return [each.name for each in plan.indicators()]


def book(path: Path, *rows: list[str]) -> Path:
    made = openpyxl.Workbook()
    sheet: Any = made.active
    for row in rows:
        sheet.append(row)
    made.save(path)
    return path


class TestBytes:
    """Bytes are of the kind that their name says, or else that their content is."""

    @pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
    def test_text(self, kind: Any) -> None:
        plan = kk.read_plan(kind(TEXT.encode("cp932")))

        assert ["満足度"] == names(plan)
        assert "input" == plan.title
        assert {"input"} == {each.location.file for each in plan.chosen if each.location}

    def test_name(self) -> None:
        plan = kk.read_plan(TEXT.encode(), name="令和5年度.csv")

        assert "令和5年度" == plan.title

    def test_other_kind_than_its_name(self) -> None:
        with pytest.raises(kk.TableError, match=r"plan.csv: the content is that of a .xls file"):
            kk.read_plan(OLD.read_bytes(), name="plan.csv")

    @pytest.mark.parametrize("name", ["", "upload", "upload.tmp"])
    def test_kind_by_content(self, tmp_path: Path, name: str) -> None:
        path = book(tmp_path / "a.xlsx", ["指標名", "実績値", "目標値"], ["数", "1件", "2件"])
        assert ["数"] == names(kk.read_plan(path.read_bytes(), name=name))
        assert 4 == len(names(kk.read_plan(OLD.read_bytes(), name=name)))

        kk.write_plan(kk.read_plan(path), tmp_path / "plan.json")
        data = (tmp_path / "plan.json").read_bytes()
        assert ["数"] == names(kk.read_plan(b"\xef\xbb\xbf\n" + data, name=name))

    def test_workbook_of_both_kinds(self) -> None:
        import zipfile

        with zipfile.ZipFile(stream := io.BytesIO(), "w") as archive:
            archive.writestr("xl/workbook.xml", "")
            archive.writestr("content.xml", "")

        assert Kind.XLSX is kind_of(Document("a", stream.getvalue()))

    def test_package(self) -> None:
        data = json.dumps({"resources": [{"path": "a.csv"}]}).encode()
        with pytest.raises(kk.FormatError, match="give the path of"):
            kk.read_plan(data)

    def test_too_large(self) -> None:
        with pytest.raises(kk.TableError, match=r"^input: larger than the limit \(size: 9\)"):
            kk.read_plan(TEXT.encode(), limits=Limits(size=9))

    def test_no_table(self) -> None:
        with pytest.raises(
            kk.TableError, match=r"^input: no table: .* \(headings found: 「甲」 「乙」\)"
        ):
            kk.read_plan("甲,乙\n1,2\n".encode())

    def test_empty(self) -> None:
        with pytest.raises(kk.TableError, match=r"^input: the file is empty"):
            kk.read_plan(b"")


class TestStreams:
    """A stream is read to its end, in pieces, and left open."""

    def test_binary(self, tmp_path: Path) -> None:
        path = csv(tmp_path, "plan.csv", "窓口,満足度,75%,80%以上,")
        with path.open("rb") as stream:
            plan = kk.read_plan(stream)
            assert not stream.closed

        assert (["満足度"], "plan") == (names(plan), plan.title)

    def test_text(self) -> None:
        assert ["満足度"] == names(kk.read_plan(io.StringIO(TEXT)))

    def test_half_a_character(self) -> None:
        """What is no text is said to be none."""
        with pytest.raises(kk.TableError, match="text in none of"):
            kk.read_plan(io.StringIO("指標名,実績値\ud800\n"))

    @pytest.mark.parametrize("name", [None, 3, "", b"a.csv"])
    def test_name_that_is_none(self, name: object) -> None:
        class Named(io.BytesIO):
            pass

        stream: Any = Named(TEXT.encode())
        stream.name = name

        assert "input" == kk.read_plan(stream).title

    def test_few_bytes_at_a_time(self) -> None:
        class Slow(io.RawIOBase):
            def __init__(self) -> None:
                self.pieces = iter(TEXT.encode())

            def read(self, _size: int = -1, /) -> bytes:
                piece = next(self.pieces, None)
                return b"" if piece is None else bytes([piece])

        assert ["満足度"] == names(kk.read_plan(Slow()))

    def test_endless(self) -> None:
        class Endless(io.RawIOBase):
            def read(self, size: int = -1, /) -> bytes:
                return b"\0" * size

        with pytest.raises(kk.TableError, match=r"\(size: 5,000,000\)"):
            kk.read_plan(Endless(), limits=Limits(size=5_000_000))


class TestPaths:
    """A path is that of a regular file."""

    def test_name_of_the_messages(self, tmp_path: Path) -> None:
        path = csv(tmp_path, "x.csv", "窓口,満足度,75%,80%以上,")

        assert "plan.csv" == taken(path, Limits(), "plan.csv").name

    def test_nul(self) -> None:
        with pytest.raises(FileNotFoundError, match="no such file"):
            kk.read_plan("a\0.csv")

    def test_folder_that_came_after(self, tmp_path: Path) -> None:
        with pytest.raises(IsADirectoryError, match="a folder: name a file in it"):
            taken(tmp_path, Limits())

    def test_too_large(self, tmp_path: Path) -> None:
        path = csv(tmp_path, "a.csv", "窓口,満足度,75%,80%以上,")
        with pytest.raises(kk.TableError, match=r"\(size: 9\)"):
            kk.read_plan(path, limits=Limits(size=9))

    def test_file_that_grows(self) -> None:
        """A file of the system says that it has no bytes, and has some."""
        path = Path("/proc/self/status")
        if not path.exists():
            pytest.skip("no such file here")
        with pytest.raises(kk.TableError, match=r"\(size: 9\)"):
            taken(path, Limits(size=9))

    @pytest.mark.parametrize(
        ("source", "several"),
        [("a", False), (b"a", False), (Path("a"), False), (io.BytesIO(), False), (["a"], True)],
        ids=["text", "bytes", "path", "stream", "list"],
    )
    def test_several(self, source: Any, several: bool) -> None:  # noqa: FBT001 - from the table
        assert several is is_several(source)

    def test_no_folder(self) -> None:
        assert [False] * 3 == [is_folder(each) for each in (b".", io.BytesIO(), "none\0")]


class TestPasted:
    """Text as Excel pastes it."""

    def test_quoted_cells(self) -> None:
        text = (
            "指標名\t実績値\t目標値\r\n"
            '"利用率\n(年間 ""A"")"\t48%\t55%以上\r\n'
            '"X"率\t1件\t2件\r\n'
            '数\t1件\t"2件\n以上"\r\n'
        )
        plan = kk.read_plan(text.encode())
        one, two, three = plan.indicators()

        assert ['利用率\n(年間 "A")', '"X"率', "数"] == names(plan)
        assert [2, 4, 5] == [each.source.location.line for each in (one, two, three) if each.source]
        assert three.source is not None
        assert "2件\n以上" == three.source.text("目標値")

    @pytest.mark.parametrize(
        ("text", "rows"),
        [
            ("", [(1, ("",))]),
            ("a", [(1, ("a",))]),
            ("a\tb\rc", [(1, ("a", "b")), (2, ("c",))]),
            ("a\n\nb\n", [(1, ("a",)), (2, ("",)), (3, ("b",)), (4, ("",))]),
            ('"a\r\nb"\t"c"', [(1, ("a\r\nb", "c"))]),
            ('"a\nb', [(1, ('"a',)), (2, ("b",))]),
            ('"""a"""', [(1, ('"a"',))]),
            ("'=A1\t'x", [(1, ("=A1", "'x"))]),
        ],
    )
    def test_rows(self, text: str, rows: list[tuple[int, tuple[str, ...]]]) -> None:
        assert rows == [(row.line, row.cells) for row in pasted_rows(text)]

    @pytest.mark.parametrize("separator", ["::", "", "\n", '"'])
    def test_separator(self, separator: str) -> None:
        layout = kk.Layout(separator=separator)
        if not separator:
            assert ["満足度"] == names(kk.read_plan(TEXT.encode(), layout=layout))
            return
        with pytest.raises(kk.TableError, match="what separates cells is one character"):
            kk.read_plan(TEXT.encode(), layout=layout)


class TestFolder:
    """A folder stands for the files in it whose kind is known, in the order of their names."""

    def test_order_and_what_is_left_out(self, tmp_path: Path) -> None:
        csv(tmp_path, "b.csv", "窓口,乙,1件,2件,")
        csv(tmp_path, "a.TSV", "窓口\t甲\t1件\t2件\t", head=HEAD.replace(",", "\t"))
        book(tmp_path / "c.xlsx", ["指標名", "実績値", "目標値"], ["丙", "1件", "2件"])
        for name in (".d.csv", "~$c.xlsx", "readme.md", "noname"):
            csv(tmp_path, name, "窓口,丁,1件,2件,")
        (tmp_path / "inner.csv").mkdir()
        csv(tmp_path / "inner.csv", "e.csv", "窓口,戊,1件,2件,")
        plan = kk.read_plan(tmp_path)

        assert ["甲", "乙", "丙"] == names(plan)
        assert () == plan.issues
        assert tmp_path.name == plan.title
        assert [str(tmp_path / name) for name in ("a.TSV", "b.csv", "c.xlsx")] == [*plan.files]

    def test_title_of_all(self, tmp_path: Path) -> None:
        for name in ("a.csv", "b.csv"):
            csv(tmp_path, name, f"窓口,{name},1件,2件,", head=f"総合計画,,,,\n{HEAD}")

        assert "総合計画" == kk.read_plan(tmp_path).title

    def test_file_that_cannot_be_read(self, tmp_path: Path) -> None:
        csv(tmp_path, "a.csv", "窓口,甲,1件,2件,")
        (tmp_path / "b.xlsx").write_bytes(b"PK\x03\x04")
        (tmp_path / "c.csv").symlink_to(tmp_path / "none")
        plan = kk.read_plan(tmp_path)
        damaged, gone = plan.issues

        assert ["甲"] == names(plan)
        assert ("file-unread", str(tmp_path / "b.xlsx")) == (damaged.code, damaged.text)
        assert damaged.location == kk.Location(str(tmp_path / "b.xlsx"), 1)
        assert "途中で切れているか、壊れている" in damaged.detail
        assert "truncated or damaged" in damaged.message("en")
        assert "no such file" in gone.detail
        with pytest.raises(kk.ReadingError):
            kk.read_plan(tmp_path, strict=True)

    def test_nothing(self, tmp_path: Path) -> None:
        with pytest.raises(kk.TableError, match=r"there is no file to read \(.csv .tsv"):
            kk.read_plan(tmp_path)
        with pytest.raises(kk.TableError, match=r"^\[\]: there is no file to read"):
            kk.read_plan([])

    def test_nothing_that_can_be_read(self, tmp_path: Path) -> None:
        (tmp_path / "a.csv").write_bytes(b"")
        with pytest.raises(kk.TableError, match="the file is empty"):
            kk.read_plan(tmp_path)
        (tmp_path / "b.xlsx").write_bytes(b"PK")
        with pytest.raises(kk.TableError) as caught:
            kk.read_plan(tmp_path)

        assert str(caught.value).startswith("none of 2 files can be read\n")
        assert "a.csv: the file is empty" in str(caught.value)
        assert "2件のファイルのどれも読めない" in caught.value.__notes__[0]
        assert "a.csv: ファイルが空である" in caught.value.__notes__[0]

    def test_package(self, tmp_path: Path) -> None:
        """The files of a package are read with it, not by themselves."""
        csv(tmp_path, "a.csv", "窓口,甲,1件,2件,")
        csv(tmp_path, "b.csv", "窓口,乙,1件,2件,")
        (tmp_path / "datapackage.json").write_text('{"resources": [{"path": "b.csv"}]}')

        assert ["甲", "乙"] == names(kk.read_plan(tmp_path))

    def test_package_with_a_link_out_of_its_folder(self, tmp_path: Path) -> None:
        csv(tmp_path, "secret.csv", "窓口,甲,1件,2件,")
        folder = tmp_path / "package"
        folder.mkdir()
        (folder / "a.csv").symlink_to(tmp_path / "secret.csv")
        (folder / "datapackage.json").write_text('{"resources": [{"path": "a.csv"}]}')
        with pytest.raises(kk.FormatError, match="below the folder of the package"):
            kk.read_plan(folder / "datapackage.json")

    def test_json_may_have_half_of_the_size(self) -> None:
        data = b'{"format": "x"}'
        with pytest.raises(kk.FormatError, match="the format 'x' is not known"):
            kk.read_plan(data, limits=Limits(size=2 * len(data)))
        with pytest.raises(kk.TableError, match=r"input: larger than the limit \(size: 14\)"):
            kk.read_plan(data, limits=Limits(size=2 * len(data) - 1))

    def test_values_of_json_are_counted(self) -> None:
        data = b'{"format": [1, 2, 3, 4]}'  # six marks
        with pytest.raises(kk.TableError, match=r"input: larger than the limit \(cells: 1\)"):
            kk.read_plan(data, limits=Limits(cells=1))
        with pytest.raises(kk.FormatError, match="is not known: it must be kpikit-plan"):
            kk.read_plan(data, limits=Limits(cells=2))

    def test_package_of_many_files(self, tmp_path: Path) -> None:
        paths = [csv(tmp_path, f"{n}.csv", "窓口,甲,1件,2件,") for n in range(9)]
        resources = json.dumps({"resources": [{"path": path.name} for path in paths]})
        (tmp_path / "datapackage.json").write_text(resources)
        limits = Limits(size=paths[0].stat().st_size * 5)
        # The JSON itself may have half of it.
        assert len(resources) < limits.size // 2
        with pytest.raises(kk.TableError, match=r"datapackage.json: larger than the limit \(size"):
            kk.read_plan(tmp_path / "datapackage.json", limits=limits)

    def test_package_of_one_file_many_times(self, tmp_path: Path) -> None:
        csv(tmp_path, "a.csv", "窓口,甲,1件,2件,")
        resources = json.dumps({"resources": [{"path": "a.csv"}, {"path": "./a.csv"}]})
        (tmp_path / "datapackage.json").write_text(resources)
        with pytest.raises(kk.FormatError, match=r"resources: 'a.csv' is listed twice: list it"):
            kk.read_plan(tmp_path / "datapackage.json")


class TestMerge:
    """What departments sent back: each a copy of one form."""

    def read(self, folder: Path, *files: list[str], head: str = HEAD) -> kk.Plan:
        paths = [
            csv(folder, f"{number}.csv", *rows, head=head) for number, rows in enumerate(files, 1)
        ]
        return kk.read_plan(paths)

    def issues(self, plan: kk.Plan) -> list[tuple[str, str, str]]:
        return [
            (each.code, f"{each.location}".rpartition("/")[2], each.detail.rpartition("/")[2])
            for each in plan.issues
        ]

    def test_equal(self, tmp_path: Path) -> None:
        rows = ["窓口,満足度,75%,80%以上,", "窓口,件数,5件,3件以上,"]
        plan = self.read(tmp_path, rows, rows, rows)

        assert ["満足度", "件数"] == names(plan)
        assert () == plan.issues
        assert 1 == len(plan.sections)
        assert ["満足度 件数"] == [each.value for each in plan.chosen if each.what == "merged"]

    def test_many(self, tmp_path: Path) -> None:
        rows = [f"窓口,満足度{number},75%,80%以上," for number in range(6)]
        plan = self.read(tmp_path, rows, rows)
        (merged,) = [each for each in plan.chosen if each.what == "merged"]

        assert "満足度0 満足度1 満足度2 満足度3 満足度4 …" == merged.value
        assert "1.csv:2: indicators that several files have were merged" in merged.message("en")

    def test_each_filled_in_its_own(self, tmp_path: Path) -> None:
        """A cell that is left empty says nothing, whichever file comes first."""
        plan = self.read(
            tmp_path,
            ["窓口,甲,75%,80%以上,", "窓口,乙,,3件以上,", "福祉,丙,,2人以上,"],
            ["窓口,甲,,80%以上,", "窓口,乙,5件,3件以上,速報", "福祉,丙,,2人以上,"],
            ["窓口,甲,,80%以上,", "窓口,乙,,3件以上,", "福祉,丙,9人,2人以上,"],
        )
        found = {each.name: each for each in plan.indicators()}

        assert ["甲", "乙", "丙"] == names(plan)
        assert ["75 %", "5 件", "9 人"] == [
            str(found[name].observations[0].quantity) for name in ("甲", "乙", "丙")
        ]
        assert () == plan.issues

    def test_conflict(self, tmp_path: Path) -> None:
        plan = self.read(tmp_path, ["窓口,満足度,75%,80%以上,"], ["窓口,満足度,76%,85%以上,再集計"])

        assert ["満足度", "満足度"] == names(plan)
        assert [
            ("merge-conflict", "2.csv:2 「実績値(R5)」", "1.csv:2"),
            ("merge-conflict", "2.csv:2 「目標値(R5)」", "1.csv:2"),
        ] == self.issues(plan)
        assert "76%" == plan.issues[0].text
        assert plan.issues[0].detail.startswith("75%, ")
        assert "has another figure in another file (75%, " in plan.issues[0].message("en")

    def test_other_periods(self, tmp_path: Path) -> None:
        """Figures for other periods are no conflict; each row says something of its own."""
        one = csv(tmp_path, "1.csv", "窓口,満足度,75%,80%以上,")
        two = csv(
            tmp_path,
            "2.csv",
            "窓口,満足度,76%,80%以上,",
            head=HEAD.replace("実績値(R5)", "実績値(R4)"),
        )
        plan = kk.read_plan([one, two])

        assert 2 == len(names(plan))
        assert [("merge-apart", "2.csv:2", "1.csv:2")] == self.issues(plan)

    def test_words_beside_equal_figures(self, tmp_path: Path) -> None:
        plan = self.read(tmp_path, ["窓口,満足度,75%,80%以上,A課"], ["窓口,満足度,75%,80%以上,B課"])

        assert ["merge-apart"] == [each.code for each in plan.issues]

    def test_what_cannot_be_read(self, tmp_path: Path) -> None:
        rows = ["窓口,満足度,約12件フィート,80%以上,"]
        equal = self.read(tmp_path, rows, rows)
        assert 1 == len(names(equal))
        assert ["no-form", "no-form"] == [each.code for each in equal.issues]

        other = self.read(tmp_path, rows, ["窓口,満足度,約13件フィート,80%以上,"])
        assert 2 == len(names(other))
        assert "merge-apart" == other.issues[-1].code

    def test_baseline(self, tmp_path: Path) -> None:
        head = "指標名,当初値(R1),実績値(R5),目標値(R5)\n"
        plan = self.read(tmp_path, ["件数,3件,4件,5件"], ["件数,2件,4件,5件"], head=head)

        assert [("merge-conflict", "2.csv:2 「当初値(R1)」", "1.csv:2")] == self.issues(plan)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("窓口,満足度,75%,80%以上,", "福祉,満足度,70%,80%以上,"),
            ("窓口,満足度,75%,80%以上,", "窓口,待ち時間,70分,80分以下,"),
        ],
    )
    def test_others(self, tmp_path: Path, one: str, other: str) -> None:
        plan = self.read(tmp_path, [one], [other])

        assert 2 == len(names(plan))
        assert () == plan.issues

    def test_one_name_twice_in_a_file(self, tmp_path: Path) -> None:
        """The first of one file is compared with the first of the other."""
        rows = ["窓口,件数,1件,2件,", "窓口,件数,3件,4件,"]
        plan = self.read(tmp_path, rows, rows)

        assert ["件数", "件数"] == names(plan)
        assert () == plan.issues

    def test_three(self, tmp_path: Path) -> None:
        """An issue for each file that differs, and none for one that says nothing new."""
        plan = self.read(
            tmp_path,
            ["窓口,満足度,75%,80%以上,"],
            ["窓口,満足度,76%,80%以上,"],
            ["窓口,満足度,76%,80%以上,"],
        )

        assert 2 == len(names(plan))
        assert [("merge-conflict", "2.csv:2 「実績値(R5)」", "1.csv:2")] == self.issues(plan)

    def test_blank_target(self, tmp_path: Path) -> None:
        plan = self.read(tmp_path, ["窓口,満足度,75%,未設定,"], ["窓口,満足度,75%,80%以上,"])

        assert ["merge-apart"] == [each.code for each in plan.issues]

    def test_legends_and_remarks(self, tmp_path: Path) -> None:
        one = csv(tmp_path, "1.csv", "窓口,甲,1件,2件,", "※速報値", "A：重点事業")
        two = csv(tmp_path, "2.csv", "窓口,乙,1件,2件,", "※速報値", "A：重点事業")
        plan = kk.read_plan([one, two])

        assert len(plan.remarks) == len(set(plan.remarks))
        assert len(plan.categories) == len({each.code for each in plan.categories})

    def test_streams_and_folders_among_several(self, tmp_path: Path) -> None:
        csv(tmp_path, "a.csv", "窓口,甲,1件,2件,")
        plan = kk.read_plan([TEXT.encode(), io.BytesIO(OLD.read_bytes()), tmp_path])

        assert ["満足度", "甲"] == [names(plan)[0], names(plan)[-1]]

    def test_names_that_others_have_too(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A stream or a plan that names a file does not stand for that file."""
        path = csv(tmp_path, "a.csv", "窓口,甲,1件,2件,")
        kk.write_plan(kk.read_plan(path), tmp_path / "b.json")
        csv(tmp_path, "a.csv", "窓口,乙,1件,2件,")
        stream = io.BytesIO(TEXT.encode())
        stream.name = "a.csv"
        monkeypatch.chdir(tmp_path)

        assert ["甲", "満足度", "乙"] == names(kk.read_plan(["b.json", stream, "a.csv"]))
        assert ["乙", "甲"] == names(kk.read_plan("."))

    def test_plans_without_cells(self, tmp_path: Path) -> None:
        """Plans made by hand have no cells to compare."""
        figures = [
            kk.Observation(kk.FiscalYear(2023), kk.Quantity(number, "件")) for number in "556"
        ]
        for number, each in enumerate(figures):
            indicator = kk.Indicator("数", observations=[each])
            section = kk.Section("table", "", "", indicators=[indicator])
            kk.write_plan(kk.Plan("計画", sections=[section]), tmp_path / f"{number}.json")
        plan = kk.read_plan(tmp_path)

        assert 2 == len(names(plan))
        assert [("merge-conflict", "数", None)] == [
            (each.code, each.text, each.location) for each in plan.issues
        ]

    def test_sections_without_indicators_stay(self, tmp_path: Path) -> None:
        for name in ("a.json", "b.json"):
            sections = [kk.Section("table", "", name)]
            kk.write_plan(kk.Plan("計画", sections=sections), tmp_path / name)

        assert ["a.json", "b.json"] == [each.title for each in kk.read_plan(tmp_path).sections]


class TestCommandLine:
    """The same from a shell."""

    def run(self, *words: str | Path, feed: bytes = b"") -> tuple[int, str, str]:
        done = subprocess.run(
            [sys.executable, "-m", "kpikit", *map(str, words), "--lang", "en"],
            capture_output=True,
            check=False,
            env=os.environ | {"COLUMNS": ""},
            input=feed,
        )
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    @pytest.fixture
    def files(self, tmp_path: Path) -> Path:
        csv(tmp_path, "a.csv", "窓口,甲,1件,2件,")
        csv(tmp_path, "b.csv", "窓口,乙,1件,2件,")
        return tmp_path

    def test_standard_input(self) -> None:
        code, told, wrong = self.run("evaluate", "-", "--format", "tsv", feed=TEXT.encode())

        assert (0, "") == (code, wrong)
        assert "満足度" in told

    def test_empty_standard_input(self) -> None:
        code, _, wrong = self.run("evaluate", "-")

        assert (3, True) == (code, wrong.startswith("kpikit: <stdin>: the file is empty"))

    def test_several(self, files: Path) -> None:
        code, told, _ = self.run("evaluate", files / "a.csv", files / "b.csv", "--format", "tsv")

        assert (0, True, True) == (code, "甲" in told, "乙" in told)

    def test_folder(self, files: Path) -> None:
        code, _, _ = self.run("audit", files, "--format", "tsv")
        assert 0 == code

        assert 0 == self.run("report", files, "-o", files / "out.tsv")[0]
        assert "乙" in (files / "out.tsv").read_text(encoding="utf-8")
        assert 0 == self.run("convert", files / "a.csv", files / "b.csv", files / "out.json")[0]
        assert ["甲", "乙"] == names(kk.read_plan(files / "out.json"))

    def test_no_source_is_replaced(self, files: Path) -> None:
        code, _, wrong = self.run(
            "convert", files / "a.csv", files / "b.csv", files / "b.csv", "--force"
        )
        assert (2, True) == (code, "the plan is read from this file" in wrong)
        code, _, wrong = self.run("convert", files, files / "b.csv", "--force")
        assert (2, True) == (code, "the plan is read from this file" in wrong)

    def test_nothing(self, tmp_path: Path) -> None:
        code, _, wrong = self.run("evaluate", tmp_path)

        assert (3, True) == (code, "there is no file to read" in wrong)
