"""What a publisher prints beside an indicator, from the cells of its row."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final
from unicodedata import normalize

import attrs

from kpikit.cell import read_actual
from kpikit.cell.counted import with_unit
from kpikit.language import directions
from kpikit.language.issue import Issue
from kpikit.language.pattern import pattern
from kpikit.model.observation import Observation
from kpikit.model.period import Period
from kpikit.model.printed import (
    GivenDirection,
    Printed,
    PrintedChange,
    PrintedRate,
    PrintedResult,
)
from kpikit.model.quantity import Change, Quantity
from kpikit.model.rule import Rule
from kpikit.model.verdict import Direction
from kpikit.table.classes import what_it_says
from kpikit.table.fields import Fields
from kpikit.table.headings import Column, Role, folded
from kpikit.table.lines import says
from kpikit.table.units import read_unit

__all__ = ["direction_of", "printed_of", "read_direction", "with_printed_role"]

#: What stands beside the values of an indicator and is kept with it.
_BESIDE: Final = frozenset((Role.RATE, Role.RESULT, Role.CHANGE, Role.DIRECTION, Role.BENCHMARK))
_DIGIT: Final = pattern(r"\d")
_STAYING: Final = pattern(directions.STAYING)
_WAYS: Final = ((Direction.HIGHER, directions.HIGHER), (Direction.LOWER, directions.LOWER))


@lru_cache(maxsize=1024)
def read_direction(text: str) -> Direction | None:
    """Tell which way is better by a cell that says nothing else.

    >>> [read_direction(text) for text in ("上向き", "減少が望ましい", "⇩")]
    [Direction.HIGHER, Direction.LOWER, Direction.LOWER]
    >>> [read_direction(text) for text in ("維持", "→", "増減", "増加させない")]
    [None, None, None, None]
    """
    bare = "".join(normalize("NFKC", text).split())
    return next((way for way, form in _WAYS if re.fullmatch(form, bare)), None)


def with_printed_role(column: Column) -> Column:
    """Return a column that is none of values, by what the publisher prints in it.

    >>> with_printed_role(Column("R5達成率(%)")).role
    Role.RATE
    >>> with_printed_role(Column("施策")).role is None
    True
    """
    if column.role is not None:
        return column
    said = what_it_says(column.heading).column
    return said if said.role in _BESIDE else column


def direction_of(
    fields: Fields, rules: Sequence[Rule] = ()
) -> tuple[GivenDirection | None, list[Issue]]:
    """Return which way is better as the cells of a row say it, where all of them agree.

    That a value is to stay as it is, →, leaves nothing open where each target has its own bound.

    Args:
        fields: The row.
        rules: Its targets.
    """
    cells = fields.of(Role.DIRECTION)
    if not cells:
        return None, []
    is_bound = bool(rules) and not any(r.is_undirected and r.kept is None for r in rules)
    given = list[GivenDirection]()
    issues = list[Issue]()
    for column, text in cells:
        if says(text):
            way = read_direction(text)
            given.append(GivenDirection(text.strip(), column.heading, direction=way))
            if way is None and is_bound and _STAYING.fullmatch(folded(text)):
                continue
            if way is None:
                issues.append(fields.refused("direction-not-understood", column, text))
            elif way is not given[0].direction:
                issues.append(fields.refused("direction-differs", column, text))
    if len({each.direction for each in given}) > 1:
        return attrs.evolve(given[0], direction=None), issues
    return next(iter(given), None), issues


def printed_of(fields: Fields) -> tuple[list[Printed], list[Issue]]:
    """Return what the publisher prints beside the values of a row, in the order of its columns.

    A rate that has a digit and no number that can be read is an issue.
    """
    printed = list[Printed]()
    issues = list[Issue]()
    if _PRINTED.keys().isdisjoint(fields.heads.places):
        return printed, issues
    for column, text in fields.pairs():
        if column.role in _PRINTED and says(text):
            cell = _PRINTED[column.role](fields, column, text)
            printed.append(cell)
            if isinstance(cell, PrintedRate) and cell.quantity is None and _DIGIT.search(text):
                issues.append(fields.refused("rate-not-understood", column, text))
    return printed, issues


def _rate(fields: Fields, column: Column, text: str) -> PrintedRate:
    seen, period = _seen(fields, column, text)
    number = None if seen is None or fields.is_doubtful(column) else _number(fields, column, seen)
    return PrintedRate(text.strip(), column.heading, period=period, quantity=number)


def _result(fields: Fields, column: Column, text: str) -> PrintedResult:
    _, period = _seen(fields, column, text)
    return PrintedResult(text.strip(), column.heading, period=period)


def _change(fields: Fields, column: Column, text: str) -> PrintedChange:
    seen, period = _seen(fields, column, text)
    number = None if seen is None or fields.is_doubtful(column) else _number(fields, column, seen)
    signed = None if number is None or not number.is_point else _signed(number)
    return PrintedChange(text.strip(), column.heading, period=period, quantity=signed)


#: How a cell is read that is printed beside values, by the role of its column.
_PRINTED: Final[dict[Role | None, Callable[[Fields, Column, str], Printed]]] = {
    Role.RATE: _rate,
    Role.RESULT: _result,
    Role.CHANGE: _change,
}


def _seen(fields: Fields, column: Column, text: str) -> tuple[Observation | None, Period | None]:
    """Return a cell as a value, if it is one, and what it is for by itself or its heading."""
    period = column.period or what_it_says(column.heading).column.period
    seen = read_actual(text, column=period, vocabulary=fields.vocabulary).value
    return seen, period if seen is None else seen.placed


def _signed(number: Quantity) -> Quantity:
    """Return a change as a plain number, negative where it is a decrease: 2.3ポイント減."""
    size = attrs.evolve(number, change=Change.LEVEL, per="")
    if number.change is not Change.DECREASE:
        return size
    value = -number.value
    return attrs.evolve(size, lower=value, upper=value)


def _number(fields: Fields, column: Column, seen: Observation) -> Quantity | None:
    """Return the number of a rate, in its own unit or that of its heading."""
    told = column.unit or what_it_says(column.heading).column.unit
    unit = read_unit(told, fields.vocabulary)
    return (seen if unit is None else with_unit(seen, unit)).quantity
