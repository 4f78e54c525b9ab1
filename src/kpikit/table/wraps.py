"""Names that go on in the row below: a name in two cells, its figures in the upper row.

A row with a name and nothing else may as well be an indicator that has no figures yet. It is
joined to the one above only where it cannot be: the name above is not finished, the row begins
with a bracket, or all other rows have a number of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from kpikit.language.lines import TOTAL as TOTAL_NAME
from kpikit.language.sentences import UNFINISHED
from kpikit.table.fields import Fields
from kpikit.table.headings import Column, Role
from kpikit.table.lines import Row

__all__ = ["TOTAL", "join_names"]

#: A name that says only that it is of all others.
TOTAL: Final = re.compile(TOTAL_NAME)
_BRACKETS: Final = "(（"
_FIGURES: Final = frozenset((Role.ACTUAL, Role.TARGET))


def join_names(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[list[Row], list[str]]:
    r"""Join each name that certainly goes on in the row below.

    Args:
        columns: What the columns hold.
        rows: The rows below the header.

    Returns:
        The rows, and the joined names.

    >>> columns = [Column("指標名", Role.INDICATOR), Column("実績", Role.ACTUAL)]
    >>> rows = [Row(2, ["市民活動に参加する", "5%"]), Row(3, ["市民の割合", ""])]
    >>> join_names(columns, rows)[1]
    ['市民活動に参加する\n市民の割合']
    """
    places = [at for at, column in enumerate(columns) if column.role is Role.INDICATOR]
    if len(places) != 1:
        return list(rows), []
    at = places[0]
    alone = {index for index in range(1, len(rows)) if _may_go_on(columns, rows, index, at)}
    numbered = bool(alone) and _is_numbered(columns, rows)
    kept: list[Row] = []
    names: list[str] = []
    for index, row in enumerate(rows):
        if index in alone and (numbered or _goes_on(rows[index - 1], row, at)):
            names.append(f"{kept[-1].cells[at]}\n{row.cells[at]}")
            kept[-1] = _with_name(kept[-1], at, names[-1])
        else:
            kept.append(row)
    return kept, names


def _may_go_on(columns: Sequence[Column], rows: Sequence[Row], index: int, at: int) -> bool:
    """Whether a row is a name alone, between one with figures and another one or the end."""
    row, above = rows[index], rows[index - 1]
    own = [place for place in row.filled if place not in row.continued]
    if own != [at] or not set(row.filled).isdisjoint(_of_figures(columns)):
        return False
    text = row.cells[at].strip()
    is_name = (text[0].isalpha() or text[0] in _BRACKETS) and not any(map(str.isdigit, text))
    if not is_name or TOTAL.fullmatch(text) or _is_line(columns, row):
        return False
    return _is_indicator(columns, above, at) and all(
        not below.filled or _is_line(columns, below) or _is_indicator(columns, below, at)
        for below in rows[index + 1 : index + 2]
    )


def _of_figures(columns: Sequence[Column]) -> list[int]:
    return [at for at, column in enumerate(columns) if column.role in _FIGURES]


def _is_line(columns: Sequence[Column], row: Row) -> bool:
    fields = Fields("", row, tuple(columns))
    return fields.heading is not None or fields.stands_alone


def _is_indicator(columns: Sequence[Column], row: Row, at: int) -> bool:
    """Whether a row has a name and figures of its own."""
    own = set(row.filled) - row.continued
    return at in own and not own.isdisjoint(_of_figures(columns))


def _is_numbered(columns: Sequence[Column], rows: Sequence[Row]) -> bool:
    """Whether each row with figures has a number that no other has."""
    place = next((at for at, column in enumerate(columns) if column.role is Role.NUMBER), None)
    if place is None:
        return False
    figures = set(_of_figures(columns))
    numbers = [row.cells[place].strip() for row in rows if not figures.isdisjoint(row.filled)]
    return all(numbers) and len(set(numbers)) == len(numbers)


def _goes_on(above: Row, row: Row, at: int) -> bool:
    """Whether the name above is not finished, or the text can begin no name."""
    name, text = above.cells[at].strip(), row.cells[at].strip()
    return text[0] in _BRACKETS or re.search(UNFINISHED, name) is not None


def _with_name(row: Row, at: int, name: str) -> Row:
    return attrs.evolve(row, cells=[*row.cells[:at], name, *row.cells[at + 1 :]])
