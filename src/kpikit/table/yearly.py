"""The total of all parts of a year, right of them, is the actual of the year: 4月 … 3月, 年間計."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from kpikit.language.headings import PART_BESIDE_YEAR, PARTS_OF_YEAR, WHOLE_YEAR
from kpikit.language.pattern import pattern
from kpikit.language.years import DATED
from kpikit.model.period import Period
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said, what_it_says
from kpikit.table.headings import Column, Role, folded

__all__ = ["with_parts_beside_years", "with_yearly"]

#: A part of a year by its form → how many of them make one.
_PARTS: Final = tuple((pattern(form), count) for form, count in PARTS_OF_YEAR)
#: What the heading of a total may say.
_WHOLE: Final = frozenset(("values", "total"))
_DATED: Final = pattern(rf"^{DATED}")
_PART: Final = pattern(PART_BESIDE_YEAR)
_YEAR: Final = pattern(WHOLE_YEAR)


def with_yearly(sheet: Cells) -> Cells:
    """Return a sheet in which the totals of parts of a year are headed as actuals.

    >>> heads = ["指標", "年間目標", "上半期", "下半期", "計"]
    >>> sheet = with_yearly(Cells.of({(1, at): text for at, text in enumerate(heads, 1)}))
    >>> sheet.boxes[1, 5].said.column.role
    Role.ACTUAL
    """
    for line in [*sheet.lines.values()]:
        roles = {box.said.column.role for box in line}
        if Role.TARGET in roles and Role.ACTUAL not in roles:
            for box in [*_totals(line)]:
                period = box.said.column.period or _year_of(box)
                column = Column(box.text, Role.ACTUAL, period)
                sheet.put(attrs.evolve(box, said=Said(Class.LABEL, column)))
            continue
        for box in [*_totals(line)]:
            if _is_headed(sheet, box):
                sheet.put(attrs.evolve(box, said=Said(Class.LABEL, Column(box.text), "values")))
    return sheet


def _is_headed(sheet: Cells, box: Box) -> bool:
    """Whether the heading above a total says of it and of its parts what they are: R6実績."""
    above, beside = (sheet.at(box.row - 1, at) for at in (box.column, box.column - 1))
    if above is None or above is not beside:
        return False
    return above.said.column.role in (Role.ACTUAL, Role.TARGET)


def with_parts_beside_years(sheet: Cells) -> Cells:
    """Return a sheet in which parts of a year are none of the values of the year beside them.

    >>> texts = {(1, 1): "実績", (2, 1): "前期", (2, 2): "年間"}
    >>> sheet = with_parts_beside_years(Cells.of(texts, [(1, 1, 1, 2)]))
    >>> [sheet.boxes[2, at].said.of for at in (1, 2)]
    ['others', 'values']
    """
    for head in dict.fromkeys(sheet.boxes.values()):
        is_wide = head.said.column.role is Role.ACTUAL and head.right > head.column
        columns = range(head.column, head.right + 1) if is_wide else ()
        below = dict.fromkeys(sheet.at(head.bottom + 1, at) for at in columns)
        boxes = [box for box in below if box is not None]
        years = [box for box in boxes if _YEAR.fullmatch(folded(box.text))]
        parts = [box for box in boxes if _PART.fullmatch(folded(box.text))]
        if len(years) == 1 and parts and len(boxes) == len(parts) + 1:
            for box in boxes:
                of = "values" if box in years else "others"
                sheet.put(attrs.evolve(box, said=Said(Class.LABEL, Column(box.text), of)))
    return sheet


def _year_of(box: Box) -> Period | None:
    """Return the year that the heading of a total names: R6年度計."""
    found = _DATED.match(folded(box.text))
    return None if found is None else what_it_says(found[0]).column.period


def _totals(line: Sequence[Box]) -> Iterator[Box]:
    """Yield the headings right behind those of all parts of a year."""
    for form, count in _PARTS:
        parts = [bool(form.fullmatch(folded(box.text))) for box in line]
        last = max((at for at, is_part in enumerate(parts) if is_part), default=0)
        behind = line[last + 1 : last + 2]
        if sum(parts) == count == sum(parts[last - count + 1 : last + 1]):
            yield from (box for box in behind if _is_whole(box))


def _is_whole(box: Box) -> bool:
    """Whether a heading says that its values are the total of a year: 計, R6年度計."""
    undated = _DATED.sub("", folded(box.text))
    return box.said.of in _WHOLE or what_it_says(undated).of in _WHOLE
