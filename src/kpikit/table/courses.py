"""Values that lead to one another in one cell: 78％ → 95％（R7） below 現状値 → 目標値.

Where the heading names one value alone, 現状値, the years of the values say which is older: the
newer one is what was seen since.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

import attrs

from kpikit.cell import Vocabulary, read_actual
from kpikit.language.headings import LEADING
from kpikit.language.pattern import pattern
from kpikit.model.period import Period
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said, read_class, what_it_says
from kpikit.table.headings import Column, Role, read_heading

__all__ = ["leads_to_target", "with_courses"]

_LEADING: Final = pattern(LEADING)
_FIGURES: Final = frozenset((Role.TARGET, Role.ACTUAL, Role.BASELINE))
#: What a value is that another one follows.
_AT_START: Final = frozenset((Role.BASELINE, Role.ACTUAL))
#: The value at the start, and the newest one.
_BOTH: Final = 2
#: What stands for a value that is not there.
_NO_FIGURE: Final = frozenset((Class.DASH, Class.WORD))
#: A cell, and the values in it.
_Values: TypeAlias = list[tuple[Box, list[str]]]


def with_courses(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet in which each of such values stands in a column of its own.

    >>> texts = {(1, 1): "現状値", (1, 2): "目標値", (2, 1): "78％（R2）→ 81％（R6）"}
    >>> sheet = with_courses(Cells.of(texts), Vocabulary())
    >>> [box.text for box in sheet.lines[2]], sheet.boxes[1, 3].said.column.role
    (['78％（R2）', '81％（R6）'], Role.ACTUAL)
    """
    last = max((box.right for line in sheet.lines.values() for box in line), default=0)
    for head in [*dict.fromkeys(sheet.boxes.values())]:
        labels = _labels(head.text, vocabulary)
        values = _led(sheet, head, len(labels)) if labels else _seen(sheet, head, vocabulary)
        if not values:
            continue
        labels = labels or [head.said.column, Column(head.text, Role.ACTUAL)]
        heads = [(each.heading, Said(Class.LABEL, each)) for each in labels]
        _part(sheet, head, heads, last)
        for box, parts in values:
            told = [(part, what_it_says(part, vocabulary=vocabulary)) for part in parts]
            _part(sheet, box, told, last)
        last += len(labels) - 1
    return sheet


def leads_to_target(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the labels of a heading lead to that of a target.

    >>> [leads_to_target(text, Vocabulary()) for text in ("現状 → 目標", "策定時 → 直近値")]
    [True, False]
    """
    labels = _labels(text, vocabulary)
    return bool(labels) and labels[-1].role is Role.TARGET


def _labels(text: str, vocabulary: Vocabulary) -> list[Column]:
    """Return the labels of a heading of several values: at the start, seen since, aimed at."""
    parts = _LEADING.split(text.strip())
    if len(parts) < _BOTH:
        return []
    columns = [read_heading(part, vocabulary=vocabulary) for part in parts]
    roles = [column.role for column in columns]
    is_told = roles[0] in _AT_START and Role.TARGET not in roles[:-1]
    return columns if is_told and _FIGURES.issuperset(roles) else []


def _led(sheet: Cells, head: Box, count: int) -> _Values:
    """Return the cells below such a heading with a value for each label, ``[]`` if one has not."""
    values: _Values = []
    box = sheet.at(head.bottom + 1, head.column)
    while box is not None and box.column == head.column:
        if box.said.kind is not Class.DASH:
            values.append((box, _LEADING.split(box.text.strip())))
        box = sheet.at(box.bottom + 1, head.column)
    return values if all(len(parts) == count for _, parts in values) else []


def _seen(sheet: Cells, head: Box, vocabulary: Vocabulary) -> _Values:
    """Return the cells below 現状値 with a value and a newer one, beside a target and no actual.

    Their years tell at least once; a dash may stand for one of them, or a word: 調査中.
    """
    if head.said.column.role is not Role.BASELINE or not head.is_label:
        return []
    roles = {box.said.column.role for box in sheet.lines[head.row] if box.is_label}
    if Role.TARGET not in roles or Role.ACTUAL in roles:
        return []
    split = ((box, _LEADING.split(box.text.strip())) for box in _below(sheet, head))
    values = [(box, parts) for box, parts in split if len(parts) > 1]
    told = [_in_turn(parts, vocabulary) for _, parts in values]
    return values if None not in told and any(told) else []


def _below(sheet: Cells, head: Box) -> Iterator[Box]:
    """Yield the cells below a heading, up to the next one; lines and blanks part them."""
    for row in (row for row in sorted(sheet.lines) if row > head.bottom):
        box = sheet.at(row, head.column)
        if box is not None and (box.row, box.column, box.right) == (row, head.column, head.right):
            if box.says:
                return
            yield box


def _in_turn(parts: Sequence[str], vocabulary: Vocabulary) -> bool | None:
    """Whether a value is followed by a newer one, both with their years.

    ``None`` if it is not, ``False`` where one of them is a dash, or a word that stands for it.
    """
    periods = [_year(part, vocabulary) for part in parts]
    dated = [period for period in periods if period is not None]
    if len(parts) != _BOTH or not dated:
        return None
    if len(dated) == _BOTH:
        return True if dated[0].end < dated[1].end else None
    other = parts[0] if periods[0] is None else parts[1]
    return False if read_class(other, vocabulary) in _NO_FIGURE else None


def _year(text: str, vocabulary: Vocabulary) -> Period | None:
    """Return the year that stands with a value in its cell."""
    value = read_actual(text, vocabulary=vocabulary).value
    return value.period if value is not None else None


def _part(sheet: Cells, box: Box, told: Sequence[tuple[str, Said]], last: int) -> None:
    """Put the first of several texts in the place of a cell, and the others right of all."""
    (text, said), *more = told
    sheet.put(attrs.evolve(box, text=text, said=said))
    for column, (text, said) in enumerate(more, last + 1):
        sheet.insert(attrs.evolve(box, column=column, right=column, text=text, said=said))
