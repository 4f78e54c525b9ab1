"""A table is the same plan in whatever file it stands, and after it was written again.

The files are written by others: :mod:`csv`, openpyxl, a zip archive, a page of HTML. What is
expected are the cells that were drawn: names with blanks before, in and behind them and with line
ends, letters of several fonts, numbers whose unit stands in the format of the cell.
"""

from __future__ import annotations

import csv
import re
import tempfile
from collections.abc import Callable, Sequence
from decimal import Decimal
from html import escape
from io import BytesIO, StringIO
from pathlib import Path
from typing import NamedTuple, TypeAlias

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

import kpikit as kk
from hostile import ods

HEADINGS = ("指標名", "実績値(R5)", "目標値(R5)")


class Row(NamedTuple):
    """A row as it is drawn."""

    #: The name, and where its letters change their font.
    name: str
    change: int
    value: Decimal
    unit: str
    aim: Decimal
    #: Whether the target is a floor.
    is_floor: bool

    @property
    def cells(self) -> tuple[str, str, str]:
        """What stands in the cells."""
        word = "以上" if self.is_floor else "以下"
        return self.name, f"{self.value:,}{self.unit}", f"{self.aim:,}{self.unit}{word}"

    @property
    def rule(self) -> kk.Rule:
        """What the target asks for."""
        return (kk.AtLeast if self.is_floor else kk.AtMost)(kk.Quantity(self.aim, self.unit))


@st.composite
def names(draw: st.DrawFn) -> str:
    before, behind = (draw(st.sampled_from(["", " ", "　", "  "])) for _ in range(2))
    words = draw(
        st.lists(st.text("利用相談参加件人数", min_size=2, max_size=5), min_size=1, max_size=3)
    )
    return before + draw(st.sampled_from(["\n", " ", "  ", "（市民）"])).join(words) + behind


def numbers() -> st.SearchStrategy[Decimal]:
    return st.integers(0, 999_999).map(lambda number: Decimal(number) / 10)


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    drawn = draw(
        st.lists(names(), min_size=1, max_size=4, unique_by=lambda name: re.sub(r"\s", "", name))
    )
    return [
        Row(
            name,
            draw(st.integers(1, len(name) - 1)),
            draw(numbers()),
            draw(st.sampled_from(["件", "人", "%", "時間"])),
            draw(numbers()),
            draw(st.booleans()),
        )
        for name in drawn
    ]


# -- the writers -------------------------------------------------------------------------------

Written: TypeAlias = Callable[[Sequence[Row]], bytes]


def separated(delimiter: str, encoding: str) -> Written:
    def write(table: Sequence[Row]) -> bytes:
        stream = StringIO(newline="")
        writer = csv.writer(stream, delimiter=delimiter)
        writer.writerows([HEADINGS, *(row.cells for row in table)])
        return stream.getvalue().encode(encoding)

    return write


def as_xlsx(table: Sequence[Row]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADINGS)
    for line, row in enumerate(table, 2):
        font = TextBlock(InlineFont(b=True), row.name[row.change :])
        sheet.cell(line, 1).value = CellRichText(row.name[: row.change], font)
        places = max(-int(row.value.as_tuple().exponent), 0)
        form = f"#,##0{'.' if places else ''}{'0' * places}"
        number = sheet.cell(line, 2)
        number.value = row.value / 100 if row.unit == "%" else row.value
        number.number_format = f"{form}%" if row.unit == "%" else f'{form}"{row.unit}"'
        sheet.cell(line, 3).value = row.cells[2]
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_ods(table: Sequence[Row]) -> bytes:
    def cell(text: str) -> str:
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
        return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'

    with tempfile.TemporaryDirectory() as folder:
        rows = [HEADINGS, *(row.cells for row in table)]
        written = "".join(
            f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows
        )
        return ods(Path(folder, "plan.ods"), written).read_bytes()


def as_html(table: Sequence[Row]) -> bytes:
    def cell(text: str) -> str:
        return f"<td>{escape(text).replace(chr(10), '<br>')}</td>"

    rows = [HEADINGS, *(row.cells for row in table)]
    lines = "".join(f"<tr>{''.join(map(cell, row))}</tr>" for row in rows)
    return f"<!doctype html><meta charset=utf-8><table>{lines}</table>".encode()


def word_for_word(text: str) -> str:
    return text


def on_a_page(text: str) -> str:
    """Return what a page shows of a text: a blank for several, and none at the ends."""
    lines = [re.sub(" +", " ", line).strip(" ") for line in text.split("\n")]
    return "\n".join(lines).strip()


FILES: dict[str, tuple[Written, Callable[[str], str]]] = {
    "plan.csv": (separated(",", "utf-8-sig"), word_for_word),
    "cp932.csv": (separated(",", "cp932"), word_for_word),
    "plan.tsv": (separated("\t", "utf-8"), word_for_word),
    "plan.xlsx": (as_xlsx, word_for_word),
    "plan.ods": (as_ods, word_for_word),
    "plan.html": (as_html, on_a_page),
}


def read(name: str, table: Sequence[Row]) -> kk.Plan:
    return kk.read_plan(FILES[name][0](table), name=name, strict=True)


def content(plan: kk.Plan) -> list[object]:
    """Return what a plan says, wherever it stands."""
    found: list[object] = []
    for indicator in plan.indicators():
        assert indicator.source is not None
        cells = tuple(cell.text for cell in indicator.source.cells)
        found.append((cells, indicator.targets, indicator.observations))
    return found


def check(name: str, table: Sequence[Row]) -> None:
    """What stands in the cells is what is read."""
    shown = FILES[name][1]
    year = kk.FiscalYear(2023)
    for row, indicator in zip(table, read(name, table).indicators(), strict=True):
        assert indicator.source is not None
        (target,), (seen,) = indicator.targets, indicator.observations
        assert [*map(shown, row.cells)] == [cell.text for cell in indicator.source.cells]
        assert (row.rule, kk.Quantity(row.value, row.unit)) == (target.rule, seen.quantity)
        assert seen.placed == target.period == year


class TestRead:
    """What stands in the cells is read, whoever wrote the file."""

    @pytest.mark.parametrize("name", sorted(FILES.keys() - {"plan.ods"}))
    @given(table=rows())
    @settings(max_examples=20, deadline=None)
    def test_equal(self, name: str, table: list[Row]) -> None:
        check(name, table)

    @given(table=rows())
    @settings(max_examples=8, deadline=None)
    def test_in_a_process_of_its_own(self, table: list[Row]) -> None:
        check("plan.ods", table)


@pytest.mark.parametrize("name", ["cp932.csv", "plan.xlsx", "plan.html"])
class TestWritten:
    """A plan that was read and written is the same again."""

    @given(table=rows(), suffix=st.sampled_from([".csv", ".tsv", ".txt", ".xlsx"]))
    @settings(max_examples=10, deadline=None)
    def test_as_a_table(self, name: str, table: list[Row], suffix: str) -> None:
        plan = read(name, table)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"again{suffix}")
            kk.write_plan(plan, path)

            assert content(plan) == content(kk.read_plan(path, strict=True))

    @given(table=rows())
    @settings(max_examples=10, deadline=None)
    def test_as_json(self, name: str, table: list[Row]) -> None:
        plan = read(name, table)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "again.json")
            kk.write_plan(plan, path)

            assert plan == kk.read_plan(path)
