"""A sheet is read across where that explains more of it than reading it down."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

import kpikit as kk
from kpikit.table.cells import Cells
from kpikit.table.either import better_way
from kpikit.table.facts import facts_of
from kpikit.table.found import Found
from kpikit.table.lines import rows_of

LINES = (
    "総合計画の指標|||||",
    "施策|指標|単位|R6目標|R6実績|担当課",
    "交流|観光案内所の利用者数|人|210|198|観光課",
    "交流|祭りの参加団体数|団体|14|16|観光課",
    "農業|直売所の売上額|千円|880|902|農政課",
)


def turned(*lines: str) -> list[str]:
    rows = [line.split("|") for line in lines]
    width = max(map(len, rows))
    return ["|".join(row[at] if at < len(row) else "" for row in rows) for at in range(width)]


def cells_of(*lines: str) -> Cells:
    return Cells.of_rows(rows_of("\n".join(lines), mark="|"))


def found_in(cells: Cells) -> Found:
    return Found("plan", "", facts_of(cells))


def values(plan: kk.Plan) -> list[tuple[str, str, str]]:
    return sorted(
        (each.name, str(each.targets[0].rule), str(each.observations[0].quantity))
        for each in plan.indicators()
    )


def read(folder: Path, name: str, *lines: str) -> kk.Plan:
    path = folder / name
    path.write_text("\n".join(lines).replace("|", ","), encoding="utf-8")
    return kk.read_plan(path)


def test_a_table_with_its_title_turned(tmp_path: Path) -> None:
    """Rows and columns of the whole sheet are exchanged, the title with them."""
    plan = read(tmp_path, "turned.csv", *turned(*LINES))

    assert values(read(tmp_path, "plan.csv", *LINES)) == values(plan)
    assert {"観光案内所の利用者数", "祭りの参加団体数", "直売所の売上額"} == {
        each.name for each in plan.indicators()
    }


def test_what_was_read_across_is_told_with_its_places(tmp_path: Path) -> None:
    """The second indicator stands in the fourth column: its row is that of its name."""
    plan = read(tmp_path, "turned.csv", *turned(*LINES))
    places = {each.name: each.source.location.line for each in plan.indicators() if each.source}

    assert ["C4:E5"] == [each.value for each in plan.chosen if each.what == "across"]
    assert {2} == set(places.values())


def test_a_workbook() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for line in turned(*LINES):
        book.active.append([each or None for each in line.split("|")])
    stream = BytesIO()
    book.save(stream)

    assert 3 == len(list(kk.read_plan(stream.getvalue(), name="turned.xlsx").indicators()))


def test_what_is_plain_is_read_down() -> None:
    down = found_in(cells_of(*LINES[1:]))
    across = found_in(cells_of(*LINES[1:]).turned())

    assert down is better_way(down, lambda: across)


def test_what_says_the_same_is_read_down() -> None:
    """A label is over, and nothing is explained by reading it across."""
    lines = (*LINES[1:], "備考|||||", "||||R5目標|")
    down = found_in(cells_of(*lines))

    assert down is better_way(down, lambda: found_in(cells_of(*lines).turned()))


@pytest.mark.parametrize(
    "lines",
    [
        ("指標名|単位|区分|R3", "甲|件|目標|1", "|人|実績|1"),
        ("指標名|目標|単位|実績|単位", "甲|5|千人|3000|人"),
    ],
)
def test_what_contradicts_itself_is_not_read_across(lines: tuple[str, ...]) -> None:
    down = found_in(cells_of(*lines))

    assert down is better_way(down, lambda: found_in(cells_of(*lines).turned()))
    assert not down.is_whole
