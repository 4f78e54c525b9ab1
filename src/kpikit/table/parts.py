"""Columns of several indicators: 活動指標 and 成果指標 of one project, or tables side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.table.headings import Column, Role
from kpikit.table.lines import Row
from kpikit.table.sections import read_heading_line

__all__ = ["Part", "parts_of", "rows_of_part"]

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
