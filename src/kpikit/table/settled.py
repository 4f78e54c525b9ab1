"""Labels of what came of a year in the accounts, where names of indicators stand beside: 決算."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.headings import BUDGET, OF_ACCOUNTS, OWN_INDICATOR, PROJECTS, ROLES
from kpikit.language.pattern import pattern
from kpikit.language.years import DATED
from kpikit.model.observation import Status
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said, what_it_says
from kpikit.table.headings import YEARS_OF, Column, Role, folded

__all__ = ["with_settled"]

_OF_ACCOUNTS: Final = pattern(OF_ACCOUNTS)
_PROJECTS: Final = pattern(PROJECTS)
_BUDGET: Final = pattern(BUDGET)
_DATED: Final = pattern(DATED)
_OWN_INDICATOR: Final = pattern(OWN_INDICATOR)
#: What such a word is read as.
_ACTUAL: Final = ROLES[Role.ACTUAL.value].split()[0]
_WORDED: Final = frozenset((Class.TEXT, Class.WORD))
_KINDS: Final = frozenset((Role.TARGET, Role.ACTUAL))
_AIMED: Final = frozenset((Role.INDICATOR, Role.TARGET))


def with_settled(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet in which labels of accounts are those of actuals.

    Beside them are a heading of indicators and one of targets, or one of targets of the same year,
    or they stand right of years, one below another, as those of targets do; none is of actuals but
    of those that are expected. A budget beside, of the same year, tells that both are of money.
    Below a heading of years they say no more than their year.

    >>> texts = {(1, 1): "指標", (1, 2): "令和６年度決算", (1, 3): "目標値"}
    >>> with_settled(Cells.of(texts), Vocabulary()).boxes[1, 2].said.column.role
    Role.ACTUAL
    """
    for box in [*_below_years(sheet)]:
        said = what_it_says(_OF_ACCOUNTS.sub("", folded(box.text)), vocabulary=vocabulary)
        if said.kind is Class.YEAR:
            sheet.put(attrs.evolve(box, said=said))
    for box in [box for line in sheet.lines.values() for box in line if box.said.of == "cost"]:
        if _OF_ACCOUNTS.fullmatch(folded(box.text)) and _is_over_both(sheet, box):
            sheet.put(attrs.evolve(box, said=Said(Class.LABEL, Column(box.text), "values")))
    aiming = [line for line in sheet.lines.values() if Role.TARGET in _roles(line)]
    headed = (line for line in aiming if _roles(line) | _own_kind(line) >= _AIMED)
    paired = (line for line in aiming if _are_of_one_year(sheet, line))
    aimed = (run for run in _runs(sheet) if Role.TARGET in _roles(run))
    beside = (run for run in aimed if not _is_below_costs(sheet, run[0]))
    for labels in [*map(list, chain(headed, paired, beside))]:
        costs = [box for box in labels if box.said.of == "cost"]
        told = [box for box in labels if box.said.of == "cost" or not box.says]  # 決算見込
        for box in told if not any(map(_is_seen, labels)) else ():
            bare = folded(box.text)
            text = _OF_ACCOUNTS.sub(_ACTUAL, bare)
            said = what_it_says(text, vocabulary=vocabulary)
            is_told = text != bare and said.column.role is Role.ACTUAL
            if is_told and not _is_budgeted(sheet, box, costs):
                sheet.put(attrs.evolve(box, said=said))
    return sheet


def _below_years(sheet: Cells) -> Iterator[Box]:
    """Yield labels of accounts below headings of years, where they say which year it is."""
    heads = dict.fromkeys(box for box in sheet.boxes.values() if box.said.column.role in YEARS_OF)
    return (box for head in heads for box in sheet.below(head) if box.said.of == "cost")


def _is_over_both(sheet: Cells, box: Box) -> bool:
    """Whether accounts stand above years, and rows of plans and of actuals below: 決算, 計画.

    The word only says of which years values are known.
    """
    below = [sheet.at(box.bottom + 1, column) for column in range(box.column, box.right + 1)]
    if not all(each and each.said.kind is Class.YEAR for each in below):
        return False
    first = (line for row in (box.bottom + 2, box.bottom + 3) for line in sheet.lines.get(row, ()))
    left = [each for each in first if each.right < box.column]
    return {each.said.column.role for each in left if each.is_label} >= _KINDS


def _roles(boxes: Sequence[Box]) -> frozenset[Role | None]:
    return frozenset(box.said.column.role for box in boxes if box.is_label)


def _own_kind(boxes: Sequence[Box]) -> frozenset[Role]:
    """Return that names stand below a row, where it names its own kind of them: 経営指標."""
    words = (folded(box.text) for box in boxes if not box.says)
    return frozenset([Role.INDICATOR for word in words if _OWN_INDICATOR.fullmatch(word)])


def _runs(sheet: Cells) -> Iterator[list[Box]]:
    """Yield labels and words one below another, each right of a year."""
    run: list[Box] = []
    for row in sorted(sheet.lines):
        year, label = (*sheet.lines[row][:2], None, None)[:2]
        is_told = year is not None and year.said.kind is Class.YEAR
        if label is not None and is_told and (label.is_label or label.kind in _WORDED):
            if run and (run[-1].column, run[-1].row + 1) != (label.column, label.row):
                yield run
                run = []
            run.append(label)
    if run:
        yield run


def _are_of_one_year(sheet: Cells, line: Sequence[Box]) -> bool:
    """Whether labels of targets and of accounts are of one year, and no projects have them.

    It stands above both, 6年度 above 計画 | 決算, below each, or in their cells.
    """
    aims = [box for box in line if box.is_label and box.said.column.role is Role.TARGET]
    accounts = [box for box in line if aims and _is_of_accounts(box)]
    years = frozenset[str]().union(*(_years_around(sheet, box) for box in aims if accounts))
    is_one = any(not years.isdisjoint(_years_around(sheet, box)) for box in accounts)
    return is_one and not _are_projects(sheet, min(aims, key=lambda box: box.column))


def _is_of_accounts(box: Box) -> bool:
    is_free = box.said.of == "cost" or not box.says
    return is_free and _OF_ACCOUNTS.search(folded(box.text)) is not None


def _are_projects(sheet: Cells, first: Box) -> bool:
    """Whether the names left of values are those of projects, and what these cost is beside."""
    columns = range(first.column - 1, 0, -1)
    left = (sheet.at(row, at) for at in columns for row in (first.row, first.row - 1))
    names = (box for box in left if box is not None and box.said.column.role is not Role.UNIT)
    name = next(names, None)
    return name is not None and _PROJECTS.fullmatch(folded(name.text)) is not None


def _years_around(sheet: Cells, box: Box) -> frozenset[str]:
    """Return the years that a label names, or those above it, right below it or before it."""
    above = sheet.at(box.row - 1, box.column)
    is_told = above is not None and above.said.kind is Class.YEAR
    return _years(sheet, box) | ({folded(above.text)} if above and is_told else set[str]())


def _is_below_costs(sheet: Cells, first: Box) -> bool:
    """Whether what stands in the row above a label tells of what something costs."""
    return any(box.said.of == "cost" for box in sheet.lines.get(first.row - 1, ()))


def _is_seen(box: Box) -> bool:
    """Whether a cell is a label of values that were seen, and not only expected."""
    column = box.said.column
    return box.is_label and column.role is Role.ACTUAL and column.status is not Status.FORECAST


def _is_budgeted(sheet: Cells, box: Box, costs: Sequence[Box]) -> bool:
    """Whether a budget beside the accounts is of a year of theirs, or neither has one."""
    budgets = [_years(sheet, each) for each in costs if _BUDGET.search(folded(each.text))]
    own = _years(sheet, box)
    return any(own & years or not (own or years) for years in budgets)


def _years(sheet: Cells, box: Box) -> frozenset[str]:
    """Return the years that a label names, or those right below it, or before it."""
    below = (sheet.at(box.bottom + 1, at) for at in range(box.column, box.right + 1))
    around = (each for each in (*below, sheet.at(box.row, box.column - 1)) if each is not None)
    texts = [box.text, *(each.text for each in around if each.said.kind is Class.YEAR)]
    return frozenset(year for text in texts for year in _DATED.findall(folded(text)))
