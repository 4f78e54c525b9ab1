"""Text files: encodings, separators, quotes, sizes, and what is wrong with a path."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpikit as kk
from kpikit.io.text import delimited_rows
from kpikit.io.written import escaped, unescaped

TABLE = "No.,施策名,指標名,実績値(R5),目標値\r\n1,甲,利用率,5%,6%以上\r\n"


def written(folder: Path, data: bytes | str, name: str = "plan.csv") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def refused(path: Path, **options: object) -> str:
    """Return why a file is refused, without its path; both languages must say something."""
    with pytest.raises(kk.TableError) as caught:
        kk.read_plan(path, **options)  # type: ignore[arg-type]
    assert caught.value.__notes__[0]
    return str(caught.value).removeprefix(str(path))


def chosen(plan: kk.Plan) -> dict[str, str]:
    return {each.what: each.value for each in plan.chosen if each.what != "columns"}


class TestEncoding:
    """What a file is encoded in is found, and told."""

    @pytest.mark.parametrize(
        ("encoding", "told"),
        [
            ("utf-8", "utf-8"),
            ("utf-8-sig", "utf-8-sig"),
            ("cp932", "cp932"),
            ("euc_jp", "euc_jp"),
            ("utf-16", "utf-16"),
            ("utf-16-le", "utf-16-le"),
            ("utf-16-be", "utf-16-be"),
        ],
    )
    def test_found(self, tmp_path: Path, encoding: str, told: str) -> None:
        plan = kk.read_plan(written(tmp_path, TABLE.encode(encoding)))

        assert {"encoding": told, "separator": ","} == chosen(plan)
        (indicator,) = plan.indicators()
        assert "利用率" == indicator.name
        assert () == plan.issues

    def test_message(self, tmp_path: Path) -> None:
        path = written(tmp_path, TABLE.encode("cp932"))
        encoding, separator, columns = kk.read_plan(path).chosen

        assert f"{path}:1: the encoding was taken to be cp932" == encoding.message("en")
        assert f"{path}:1: 区切り文字を「,」とみなした" == separator.message()
        assert columns.message("en").startswith(
            f"{path}:1: the columns were read as 「No.」→number"
        )

    def test_given(self, tmp_path: Path) -> None:
        path = written(tmp_path, TABLE.encode("cp932"))

        assert {"separator": ","} == chosen(kk.read_plan(path, encoding="cp932"))
        assert ":1: the byte 0x8E at offset 4 is not utf-8 text: try encoding='cp932'" == refused(
            path, encoding="utf-8"
        )

    def test_none(self, tmp_path: Path) -> None:
        path = written(tmp_path, b"\xff\x81\xff")

        assert ": text in none of utf-8 cp932 euc_jp: give encoding=…" == refused(path)


class TestSeparator:
    """What splits the cells is found, and told; quotes protect it."""

    @pytest.mark.parametrize(("separator", "told"), [(",", ","), (";", ";"), ("\t", "tab")])
    def test_found(self, tmp_path: Path, separator: str, told: str) -> None:
        plan = kk.read_plan(written(tmp_path, TABLE.replace(",", separator)))

        assert told == chosen(plan)["separator"]
        assert 1 == len(list(plan.indicators()))

    def test_given(self, tmp_path: Path) -> None:
        path = written(tmp_path, TABLE.replace(",", "|"))

        assert {"encoding": "utf-8"} == chosen(kk.read_plan(path, layout=kk.Layout(separator="|")))

    def test_the_one_that_gives_a_table(self, tmp_path: Path) -> None:
        """Not the one that is seen most."""
        text = 'a;b;c;d;e;f;g;h\n指標名,実績値,目標値\n"数,延べ;",1件,2件\n'
        plan = kk.read_plan(written(tmp_path, text))

        assert ["数,延べ;"] == [each.name for each in plan.indicators()]
        assert "," == chosen(plan)["separator"]

    def test_quotes(self, tmp_path: Path) -> None:
        text = '指標名,実績値,目標値\n"利用率\n(年間) ""X"", Y",5%,6%\n数,1件,2件\n'
        plan = kk.read_plan(written(tmp_path, text))
        first, second = plan.indicators()

        assert '利用率\n(年間) "X", Y' == first.name
        assert [2, 4] == [
            each.source.location.line for each in (first, second) if each.source is not None
        ]

    def test_quote_that_does_not_close(self, tmp_path: Path) -> None:
        path = written(tmp_path, '指標名,実績値,目標値\n"利用率,5%,6%\n')

        assert refused(path).startswith(':2: a quote (") is not closed or out of place (')

    def test_quote_inside_a_line_of_tabs(self, tmp_path: Path) -> None:
        """Published text has no quotes for protection."""
        path = written(tmp_path, '指標名\t実績値\t目標値\n"X"率\t5%\t6%\n', "plan.txt")

        assert ['"X"率'] == [each.name for each in kk.read_plan(path).indicators()]

    def test_empty_lines(self) -> None:
        assert [(1, 1), (2, 1), (3, 2)] == [
            (row.line, len(row.cells)) for row in delimited_rows("a\n\nb,c", ",")
        ]


class TestFormulas:
    """What was written as text, so that nothing takes it for a formula, is read as it was."""

    @pytest.mark.parametrize("text", ["=A1", "+1", "-", "- ", "@x", "\tx", "＝A1", "'=A1", "''-"])
    def test_escaped(self, text: str) -> None:
        assert escaped(text) == f"'{text}"

    @pytest.mark.parametrize("text", ["", "—", "a=b", "'86年", "1-1", "'"])
    def test_left_alone(self, text: str) -> None:
        assert text == escaped(text) == unescaped(text)

    @given(st.text("'=+-@\t\r\n＝ a1"))
    def test_inverse(self, text: str) -> None:
        assert text == unescaped(escaped(text))


class TestPaths:
    """One clear message for each mistake, that says what to do."""

    def test_no_such_file(self, tmp_path: Path) -> None:
        path = tmp_path / "none.csv"
        with pytest.raises(FileNotFoundError) as caught:
            kk.read_plan(path)

        assert str(path) == caught.value.filename
        assert "no such file: check the path and how the name ends" == caught.value.strerror
        assert [f"{path}: ファイルがない。パスと拡張子を確かめる"] == caught.value.__notes__

    def test_kind(self, tmp_path: Path) -> None:
        assert (
            ": files of this kind are not handled: use one of .csv .tsv .txt .json .xlsx .xlsm "
            ".xls .xlsb .ods .docx .docm .html .htm .pdf"
        ) == refused(written(tmp_path, b"GIF89a", "plan.gif"))

    @pytest.mark.parametrize("name", ["plan.csv", "plan.json", "plan.xlsx", "plan.xls"])
    def test_empty(self, tmp_path: Path, name: str) -> None:
        told = refused(written(tmp_path, b"", name))

        assert ": the file is empty: save the table again" == told

    @pytest.mark.parametrize("name", ["plan.xlsx", "plan.xls", "plan.ods"])
    def test_text_called_a_workbook(self, tmp_path: Path, name: str) -> None:
        assert ": the content is that of a .csv file: rename it to end in .csv" == refused(
            written(tmp_path, TABLE, name)
        )

    def test_web_page_called_a_workbook(self, tmp_path: Path) -> None:
        assert (
            ": the content is a web page or XML: open it in Excel and save it as .xlsx, "
            "or call a web page .html"
            == refused(written(tmp_path, b"\xef\xbb\xbf\r\n<HTML><table>", "plan.xls"))
        )

    def test_noise_called_a_workbook(self, tmp_path: Path) -> None:
        assert (
            ": truncated or damaged (00 01 02 03): get it again, or open it and save it anew"
            == refused(written(tmp_path, b"\0\1\2\3", "plan.xlsx"))
        )

    def test_no_suffix(self, tmp_path: Path) -> None:
        assert 1 == len(list(kk.read_plan(written(tmp_path, TABLE, "plan")).indicators()))


class TestSeparatorLine:
    """A first line of sep= tells a spreadsheet the separator, and is no title."""

    @pytest.mark.parametrize(("line", "mark"), [("sep=,", ","), ("sep=;", ";"), ("SEP=|", "|")])
    def test_told(self, tmp_path: Path, line: str, mark: str) -> None:
        text = f"{line}\r\n" + TABLE.replace(",", mark)
        plan = kk.read_plan(written(tmp_path, text))

        assert ["利用率"] == [each.name for each in plan.indicators()]
        assert ("", "plan") == (plan.sections[0].heading, plan.title)
        assert ("separator", mark) == (plan.chosen[1].what, plan.chosen[1].value)

    def test_layout_comes_first(self, tmp_path: Path) -> None:
        path = written(tmp_path, "sep=;\r\n" + TABLE)

        assert (
            "利用率" == next(kk.read_plan(path, layout=kk.Layout(separator=",")).indicators()).name
        )


class TestLimits:
    """Too large is refused, with the limit and what to do."""

    @pytest.mark.wide
    def test_rows(self, tmp_path: Path) -> None:
        path = written(tmp_path, TABLE + "1,甲,利用率,5%,6%以上\r\n" * 200_000)

        assert (
            ": larger than the limit (rows: 200,000): delete what is not used, or split the file"
        ) == refused(path)

    @pytest.mark.parametrize(
        ("limits", "what"),
        [
            (kk.Limits(size=10), "size: 10"),
            (kk.Limits(columns=4), "columns: 4"),
            (kk.Limits(cells=9), "cells: 9"),
        ],
    )
    def test_others(self, tmp_path: Path, limits: kk.Limits, what: str) -> None:
        assert f"({what})" in refused(written(tmp_path, TABLE), limits=limits)

    @pytest.mark.wide
    def test_100_000_rows_are_read(self, tmp_path: Path) -> None:
        """Notes, since a hundred thousand indicators take a minute."""
        path = written(tmp_path, TABLE + "※注,,,,\r\n" * 100_000)

        assert 100_000 == len(kk.read_plan(path).remarks)

    def test_empty_rows_do_not_count(self, tmp_path: Path) -> None:
        path = written(tmp_path, TABLE + ",,,,\r\n" * 100)

        assert () == kk.read_plan(path, limits=kk.Limits(rows=2)).issues


class TestVocabulary:
    """The words of a city are used wherever cells are read."""

    def test_used(self, tmp_path: Path) -> None:
        from kpikit.cell import Vocabulary  # of use here only

        own = Vocabulary(missing={"後日": kk.Missing.PENDING})
        path = written(tmp_path, TABLE.replace("5%", "後日"))
        (indicator,) = kk.read_plan(path, vocabulary=own).indicators()

        assert kk.Missing.PENDING is indicator.observations[0].missing
