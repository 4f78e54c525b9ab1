"""What a bracket in the cell below a heading says of it: 令和７年度 above （見込み）."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said, what_it_says
from kpikit.table.headings import folded

__all__ = ["with_brackets_below"]

_BRACKETED: Final = pattern(r"[(][^()]+[)]")


def with_brackets_below(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet in which a heading and the bracket in the cell below it are one cell.

    The row of brackets has nothing else, and all headings reach down to it.

    >>> texts = {(1, 1): "指標", (1, 2): "令和６年度", (1, 3): "令和７年度", (2, 3): "（見込み）"}
    >>> sheet = with_brackets_below(Cells.of(texts), Vocabulary())
    >>> sheet.boxes[2, 3].text, sheet.boxes[1, 1].bottom
    ('令和７年度（見込み）', 2)
    """
    for row in sorted(sheet.lines):
        own = [box for box in sheet.lines[row] if box.row == row]
        heads = [box for box in sheet.lines.get(row - 1, []) if box.bottom == row - 1]
        joined = _joined(own, heads, vocabulary)
        for box in own if joined else ():
            sheet.remove(box)
        for head in heads if joined else ():
            sheet.remove(head)
            sheet.insert(joined.get(head) or attrs.evolve(head, bottom=row))
    return sheet


def _joined(own: Sequence[Box], heads: Sequence[Box], vocabulary: Vocabulary) -> dict[Box, Box]:
    """Return headings with the brackets below them, nothing where a cell below is none."""
    columns = {(head.column, head.right): head for head in heads if head.says}
    found = dict[Box, Box]()
    for box in own:
        head = columns.get((box.column, box.right))
        said = _said(head, box, vocabulary) if head else None
        if head is None or said is None:
            return {}
        text = head.text.strip() + box.text.strip()
        found[head] = attrs.evolve(head, text=text, bottom=box.bottom, said=said)
    return {} if all(box.said.kind is Class.YEAR for box in own) else found


def _said(head: Box, box: Box, vocabulary: Vocabulary) -> Said | None:
    """Return what a heading says with the bracket below it, ``None`` where they are no one."""
    if not _BRACKETED.fullmatch(folded(box.text)):
        return None
    said = what_it_says(head.text.strip() + box.text.strip(), vocabulary=vocabulary)
    one, both = head.said.column, said.column
    is_same = one.period in (None, both.period) and one.role in (None, both.role)
    return said if is_same and said.kind in (Class.LABEL, Class.YEAR) else None
