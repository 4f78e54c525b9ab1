"""Rows put in order: one indicator a row, its name in one cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.language.lines import TOTAL as TOTAL_NAME
from kpikit.language.pattern import pattern
from kpikit.language.sentences import UNFINISHED
from kpikit.table.fields import Fields
from kpikit.table.headings import Column, Role
from kpikit.table.lines import Row
from kpikit.table.sections import read_heading_line

__all__ = ["TOTAL", "Part", "join_names", "parts_of", "rows_of_part"]

#: What an indicator has of its own.
_FIGURES: Final = frozenset((Role.ACTUAL, Role.TARGET))
#: What stands to the left of an indicator, and what may be said once for all of a row.
_LEADS: Final = frozenset((Role.NUMBER, Role.SECTION, Role.CATEGORY))
_SHARED: Final = _LEADS | {Role.DEPARTMENT}


@final
@attrs.frozen(repr=False)
class Part(Value):
    """The columns of one of the indicators that a row holds."""

    #: Those of its own, counted from 0.
    own: tuple[int, ...]
    #: Those that it shares with the other parts.
    shared: tuple[int, ...] = ()

    @property
    def places(self) -> tuple[int, ...]:
        """All its columns, from the left."""
        return tuple(sorted((*self.own, *self.shared)))


def parts_of(columns: Sequence[Column]) -> list[Part]:
    """Return the parts of a table: one, unless its rows hold several indicators.

    A new part begins with a column of indicators to the right of figures, where figures follow.
    What a single part says of the project stands for all, unless an empty column parts them.

    >>> words = {"事業": Role.SECTION, "指標": Role.INDICATOR, "実績": Role.ACTUAL}
    >>> heads = ["事業", "指標", "実績", "指標", "実績"]
    >>> [part.places for part in parts_of([Column(head, words[head]) for head in heads])]
    [(0, 1, 2), (0, 3, 4)]
    """
    starts = _starts(columns)
    ends = [*starts[1:], len(columns)]
    owned = [list(range(start, end)) for start, end in zip(starts, ends, strict=True)]
    if len(owned) == 1:
        return [Part(tuple(owned[0]))]
    parted = any(not columns[start - 1].heading.strip() for start in starts[1:])
    shared = () if parted else _shared(columns, owned)
    return [Part(tuple(at for at in own if at not in shared), shared) for own in owned]


def rows_of_part(rows: Sequence[Row], parts: Sequence[Part], number: int) -> list[Row]:
    """Return the rows of a part; one that has cells of none stands in the first only.

    What lies beyond all columns stays with its row.

    Args:
        rows: Whole rows.
        parts: All parts.
        number: Which of them, counted from 0.
    """
    places = parts[number].places
    width = 1 + max(at for part in parts for at in part.places)
    return [
        row.at([*places, *range(width, len(row.cells))])
        for row in rows
        if _is_row_of(row, parts, number)
    ]


def _is_row_of(row: Row, parts: Sequence[Part], number: int) -> bool:
    holds = [not set(part.own).isdisjoint(row.filled) for part in parts]
    if any(holds):
        return holds[number]
    lines = len(row.filled) == 1 and read_heading_line(row.cells[row.filled[0]]) is not None
    return lines or number == 0


def _starts(columns: Sequence[Column]) -> list[int]:
    """Return where each part begins: with what leads to its indicator."""
    starts = [0]
    for at, column in enumerate(columns):
        before = columns[starts[-1] : at]
        if column.role is Role.INDICATOR and _is_whole(before) and _is_whole(columns[at:]):
            start = at
            while columns[start - 1].role in _LEADS:
                start -= 1
            starts.append(start)
    return starts


def _is_whole(columns: Sequence[Column]) -> bool:
    """Whether columns hold an indicator and its figures."""
    roles = {column.role for column in columns}
    return Role.INDICATOR in roles and not _FIGURES.isdisjoint(roles)


def _shared(columns: Sequence[Column], owned: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Return the columns of the roles that one part only has."""
    found: list[int] = []
    for role in _SHARED:
        having = [[at for at in own if columns[at].role is role] for own in owned]
        told = [places for places in having if places]
        found += told[0] if len(told) == 1 else []
    return tuple(sorted(found))


# -- names that go on in the row below -------------------------------------------------------------

#: A name that says only that it is of all others.
TOTAL: Final = pattern(TOTAL_NAME)
#: How a name ends that goes on.
_UNFINISHED: Final = pattern(UNFINISHED)
_BRACKETS: Final = "(（"


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
    return text[0] in _BRACKETS or _UNFINISHED.search(name) is not None


def _with_name(row: Row, at: int, name: str) -> Row:
    return attrs.evolve(row, cells=[*row.cells[:at], name, *row.cells[at + 1 :]])
