"""The tables of the example as forms, one for each indicator, get the verdicts of the tables."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from itertools import chain
from typing import TypeAlias

import pytest

import kpikit as kk
from sagamihara import EXPECTED, rows_of
from shapes import make_b_html, make_b_word
from shapes.grid_b import Cell

pytestmark = pytest.mark.usefixtures("in_this_process")

#: A label with what stands beside it, for each line of a form.
Form: TypeAlias = list[tuple[str, str]]
TABLES = {"施策": "measures", "事業": "projects"}


def forms() -> dict[str, list[Form]]:
    """Return a form for each row of the two tables: its headings on the left, its cells right."""
    found: dict[str, list[Form]] = {}
    for kind, name in TABLES.items():
        header, *rows = rows_of(name)
        found[kind] = [[*zip(header, row, strict=True)] for row in rows]
    return found


def one(form: Form) -> list[list[str]]:
    """Lay a form out with a line for each label."""
    return [[label, text] for label, text in form]


def two(form: Form) -> list[list[str]]:
    """Lay a form out with two labels in a line, each left of what stands beside it."""
    pairs = [form[at : at + 2] for at in range(0, len(form), 2)]
    return [[*chain.from_iterable(each)] for each in pairs]


def above(form: Form) -> list[list[str]]:
    """Lay a form out with all labels in a line, each above what it tells."""
    return [[label for label, _ in form], [text for _, text in form]]


def above_twice(form: Form) -> list[list[str]]:
    """Lay a form out with four labels in a line, each above what it tells."""
    return [*above(form[:4]), *above(form[4:])]


def workbook(lay: Callable[[Form], list[list[str]]], *, apart: bool = False) -> bytes:
    """Write the forms of a table below one another, or each onto a sheet of its own."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for kind, each in forms().items():
        sheets = [[form] for form in each] if apart else [each]
        for number, sheet in enumerate(sheets, 1):
            page = book.create_sheet(f"{kind}{number}")
            for line in chain.from_iterable([*lay(form), [""]] for form in sheet):
                page.append([text or None for text in line])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def page() -> bytes:
    """Write a table for each form, with a heading above it."""
    tables = "".join(
        f"<h3>{kind}個票</h3>\n"
        + make_b_html.table("\n".join(f"{label} | {text}" for label, text in form), head=0)
        for kind, each in forms().items()
        for form in each
    )
    return make_b_html.page("個票", tables)


def document() -> bytes:
    blocks = list[str]()
    for kind, each in forms().items():
        for form in each:
            rows = [[Cell(label), Cell(text)] for label, text in form]
            blocks += [make_b_word.paragraph(f"{kind}個票", "1"), make_b_word.table(rows)]
    return make_b_word.document(*blocks)


WRITTEN: dict[str, Callable[[], bytes]] = {
    "sheet.xlsx": lambda: workbook(one),
    "sheets.xlsx": lambda: workbook(one, apart=True),
    "two.xlsx": lambda: workbook(two),
    "above.xlsx": lambda: workbook(above),
    "twice.xlsx": lambda: workbook(above_twice),
    "page.html": page,
    "document.docx": document,
}


@pytest.mark.wide
@pytest.mark.parametrize("name", WRITTEN)
def test_the_verdicts_are_those_of_the_tables(name: str) -> None:
    result = kk.evaluate(kk.read_plan(WRITTEN[name](), name=name))
    told = [
        (each.indicator.name, each.verdict.value, each.reason.value if each.reason else "")
        for each in result.all()
    ]
    names = [dict(form) for each in forms().values() for form in each]
    expected = [
        (form.get("指標名") or form["成果指標"], verdict, reason)
        for form, (*_, verdict, reason) in zip(names, EXPECTED, strict=True)
    ]

    assert sorted(expected) == sorted(told)
