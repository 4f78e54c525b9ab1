"""Headings of indicators above figures, which are targets: 数値目標（令和８年度）, 指標値."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from kpikit.cell import read_target
from kpikit.language.headings import AIM, INDICATOR, VALUE
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.composed import composes
from kpikit.table.headings import Column, Role, folded, read_heading

__all__ = ["aims_of_named", "heads_aims", "with_aims"]

#: What a heading says that is of targets.
_AIM: Final = pattern(AIM)
#: The value of what a word calls an indicator, with a year: 指標値（R6）.
_VALUE_OF: Final = pattern(rf"([^()]+){VALUE}([(][^()]+[)])?")
_WORDED: Final = frozenset((Class.TEXT, Class.WORD))
_VALUES: Final = frozenset((Class.FIGURE, Class.DASH))
#: How many figures tell that no names are below a heading.
_SEVERAL: Final = 2


def with_aims(sheet: Cells) -> Cells:
    """Return a sheet in which a heading of indicators above figures alone is one of targets.

    What they are of stands left of each, and a heading of actuals or of years right of theirs.

    >>> texts = {(1, 1): "取組", (1, 2): "数値目標", (1, 3): "R6実績"}
    >>> texts |= {(2, 1): "収納率", (2, 2): "98％", (2, 3): "97％"}
    >>> texts |= {(3, 1): "職員数", (3, 2): "520人", (3, 3): "526人"}
    >>> with_aims(Cells.of(texts)).boxes[1, 2].said.column.role
    Role.TARGET
    """
    for head in [*dict.fromkeys(sheet.boxes.values())]:
        if (named := aims_of_named(sheet, head)) is not None:
            sheet.put(attrs.evolve(head, said=Said(Class.LABEL, named)))
        elif heads_aims(sheet, head):
            column = attrs.evolve(head.said.column, role=Role.TARGET)
            sheet.put(attrs.evolve(head, said=attrs.evolve(head.said, column=column)))
    return sheet


def aims_of_named(sheet: Cells, head: Box) -> Column | None:
    """Return a heading of targets that says that its values are those of indicators: 指標値.

    It stands between their names and what came of them, and nothing else says what was aimed at.

    >>> sheet = Cells.of({(1, 1): "指標", (1, 2): "指標値", (1, 3): "実績値"})
    >>> aims_of_named(sheet, sheet.boxes[1, 2])
    Column('指標値', role=Role.TARGET)
    """
    found = _VALUE_OF.fullmatch(folded(head.text)) if head.said.kind is Class.UNREAD else None
    if found is None or head.right > head.column:
        return None
    word = read_heading(found[1], vocabulary=head.vocabulary)
    beside = [box for box in sheet.lines[head.row] if box is not head]
    left = {box.said.column.role for box in beside if box.column < head.column}
    right = {box.said.column.role for box in beside if box.column > head.column}
    is_between = Role.INDICATOR in left and Role.ACTUAL in right
    if word.role is not Role.INDICATOR or not is_between or Role.TARGET in left | right:
        return None
    told = read_heading(f"{AIM}{VALUE}{found[2] or ''}", vocabulary=head.vocabulary)
    return attrs.evolve(told, heading=head.text) if told.role is Role.TARGET else None


def heads_aims(sheet: Cells, head: Box) -> bool:
    """Whether a heading of indicators has the figures of targets below it.

    >>> texts = {(1, 1): "数値目標", (1, 2): "R6実績", (2, 1): "98％", (2, 2): "97％"}
    >>> heads_aims(sheet := Cells.of(texts), sheet.boxes[1, 1])
    False
    """
    if head.said.column.role is not Role.INDICATOR or not _is_beside_values(sheet, head):
        return False
    below = _below(sheet, head)
    figures = sum(box.kind is Class.FIGURE for box in below)
    words = [box for box in below if box.kind not in _VALUES]
    is_of_figures = figures >= _SEVERAL and figures >= len(words)
    is_of_figures = is_of_figures and (not words or _are_aims(sheet, head, words))
    if any(composes(box.text, box.vocabulary) for box in below):
        return False  # 申請率, 目標：60％: they have names of their own
    return is_of_figures and all(_is_named(sheet, box) for box in below)


def _are_aims(sheet: Cells, head: Box, words: Sequence[Box]) -> bool:
    """Whether words below a heading are targets right of their names: 対前年度以上, 増加.

    No name says how something is to stand to what it is compared with, or which way it is to go.
    """
    rules = (read_target(box.text, vocabulary=box.vocabulary).value for box in words)
    is_told = all(
        rule is not None and (rule.is_undirected or rule.way is not None or rule.level is not None)
        for rule in rules
    )
    return is_told and bool(_names_beside(sheet, head))


def _is_beside_values(sheet: Cells, head: Box) -> bool:
    """Whether a heading covers one column, and is left of one of actuals or a year, and no target.

    Beside another heading of indicators on its left, which is that of the names, it says itself
    that it is of targets, may cover several years, and actuals may stand on either side; or it is
    right before one of actuals, be it once for each year, and names no kind of indicator.
    """
    others = [box for box in sheet.lines[head.row] if folded(box.text) != folded(head.text)]
    names = _names_beside(sheet, head)
    if (head.right > head.column and not names) or any(
        box.said.column.role is Role.TARGET for box in others
    ):
        return False
    beside = sheet.at(head.row, head.right + 1)
    is_before = beside is not None and beside.said.column.role is Role.ACTUAL
    is_kind = INDICATOR in folded(head.text)  # 活動指標 beside 成果指標
    is_of_aims = _AIM.search(folded(head.text)) or (is_before and not is_kind)
    is_right = all(box.column < head.column for box in names)
    return bool((is_right and is_of_aims) or not names) and any(
        (names or box.column > head.column)
        and (box.said.column.role is Role.ACTUAL or box.said.kind is Class.YEAR)
        for box in others
    )


def _names_beside(sheet: Cells, head: Box) -> list[Box]:
    """Return the other headings of indicators beside one."""
    return [
        box
        for box in sheet.lines[head.row]
        if box.said.column.role is Role.INDICATOR and folded(box.text) != folded(head.text)
    ]


def _below(sheet: Cells, head: Box) -> list[Box]:
    """Return the cells below a heading; the years of several columns stand right below it."""
    below = [*sheet.below(head)]
    first = [box for box in below if box.row == head.bottom + 1]
    is_of_years = len(first) > 1 and all(box.said.kind is Class.YEAR for box in first)
    return below[len(first) :] if is_of_years else below


def _is_named(sheet: Cells, box: Box) -> bool:
    """Whether words stand left of a figure, or who works on something: 職員数."""
    left = (each for each in sheet.lines[box.row] if each.right < box.column)
    return any(each.kind in _WORDED or each.said.of == "staff" for each in left)
