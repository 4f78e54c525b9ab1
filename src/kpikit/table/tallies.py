"""Figures that count results: 3 below 達成 and 2 below 未達成 are how many indicators went so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kpikit.table.cells import Box
from kpikit.table.headings import folded
from kpikit.table.results import is_count, is_result
from kpikit.table.structure import FIGURES, Structure

__all__ = ["counts_of_results"]

#: How many results such a table tells apart at least.
_SEVERAL: Final = 2


def counts_of_results(structure: Structure, left: Sequence[Box], totals: Sequence[Box]) -> set[Box]:
    """Return the figures that count results, and the labels of the sums of them.

    The results stand in one row of headings or below one another, and none is a value's label.

    Args:
        structure: The rows of the sheet.
        left: The figures that nothing explains.
        totals: The labels of sums.

    >>> from kpikit.table.cells import Cells
    >>> rows = [["概ね達成", "3"], ["未達成", "2"]]
    >>> texts = {(r, c): text for r, row in enumerate(rows, 1) for c, text in enumerate(row, 1)}
    >>> structure = Structure(Cells.of(texts))
    >>> left = [structure.sheet.boxes[at, 2] for at in (1, 2)]
    >>> sorted(box.text for box in counts_of_results(structure, left, []))
    ['2', '3']
    """
    found: dict[tuple[str, int, int], dict[str, list[Box]]] = {}
    for box in left:
        for key, result in _results(structure, box) if is_count(box.text) else ():
            found.setdefault(key, {}).setdefault(folded(result.text), []).append(box)
    tables = {key: own for key, own in found.items() if len(own) >= _SEVERAL}
    counted = {box for own in tables.values() for boxes in own.values() for box in boxes}
    rows = {row for box in counted for row in (box.row, box.row + 1)}
    return counted | {box for box in totals if box.row in rows}


def _results(structure: Structure, box: Box) -> Iterator[tuple[tuple[str, int, int], Box]]:
    """Yield the result above a figure, and the one that begins its row, each with its table."""
    group = structure.group(box.row)
    if structure.role(box.row, box.column) in FIGURES:
        return
    head = structure.stack(box.row, box.column)[-1:]
    yield from ((("above", group[-1], each.row), each) for each in head if is_result(each.text))
    first = structure.own(box.row)[:1]
    key = "left", (group or [0])[-1], box.column
    yield from ((key, each) for each in first if each is not box and is_result(each.text))
