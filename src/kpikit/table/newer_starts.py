"""A newer 現状値 in a list of labels and values: it is an actual, not a second start."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from kpikit.table.cells import Box, Cells
from kpikit.table.headings import Role
from kpikit.table.structure import FIGURES

__all__ = ["with_newer_starts"]

#: A label and its value are so many cells.
_PAIR: Final = 2


def with_newer_starts(sheet: Cells) -> Cells:
    """Return a sheet in which such labels are of actuals.

    The value at the start has an earlier year, one is aimed for, and no label says 実績.

    >>> rows = [("現状値（R6）", "44％"), ("目標値（R9）", "60％"), ("計画策定時（R4）", "18％")]
    >>> texts = {
    ...     (row, at): text for row, each in enumerate(rows, 1) for at, text in enumerate(each)
    ... }
    >>> sheet = with_newer_starts(Cells.of(texts))
    >>> [line[0].said.column.role.value for line in sheet.lines.values()]
    ['actual', 'target', 'baseline']
    """
    for labels in [*_lists(sheet)]:
        newest = _newest(labels)
        if newest is not None:
            column = attrs.evolve(newest.said.column, role=Role.ACTUAL)
            sheet.put(attrs.evolve(newest, said=attrs.evolve(newest.said, column=column)))
    return sheet


def _lists(sheet: Cells) -> Iterator[list[Box]]:
    """Yield the labels of values of each list: rows of a label and what it says, without a gap."""
    labels: list[Box] = []
    last = 0
    for row, line in sorted(sheet.lines.items()):
        is_pair = len(line) == _PAIR and line[0].is_label and not line[1].is_label
        if row != last + 1 or not is_pair:
            yield labels
            labels = []
        if is_pair and line[0].said.column.role in FIGURES:
            labels.append(line[0])
        last = row
    yield labels


def _newest(labels: list[Box]) -> Box | None:
    """Return the label of the newest of several values at the start, where one is no start."""
    roles = {label.said.column.role for label in labels}
    if Role.ACTUAL in roles or Role.TARGET not in roles:
        return None
    starts = [label for label in labels if label.said.column.role is Role.BASELINE]
    ends = {period.end: each for each in starts if (period := each.said.column.period)}
    return ends[max(ends)] if len(starts) == len(ends) > 1 else None
