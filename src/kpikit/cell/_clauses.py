"""Conditions that say of whom a value is: 週1回以上運動する者の割合."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from kpikit.cell._cell import Act, Ahead, Cell, act_of
from kpikit.cell._engine import Match
from kpikit.language.forms import GOING_ON, describes

#: What a number is followed by that is always of people.
AGES: Final = frozenset(("age", "agegroup"))
#: Kinds of words that make a number a bound.
BOUNDS: Final = frozenset(("floor", "ceiling", "within", "above", "below"))


def of_whom(cell: Cell, m: Match) -> None:
    """Take a condition for one that says of whom a value is, as an age always does.

    Raises:
        Fault: It describes no noun: what is done so often is a statement of its own.
    """
    if not AGES.isdisjoint(each.kind for each in m.items):
        return
    last = [each for each in m.items if each.kind in BOUNDS][-1:] or m.items[:1]
    start = cell.spans[last[0].start][0]
    end = cell.spans[m.items[-1].end - 1][1]
    text = cell.line[start:end].replace(" ", "")
    after = GOING_ON.match(cell.line, end)
    if not describes(f"{text}{after[0]}-" if after else text):
        raise cell.fault("several-numbers", m)


@Ahead
def checked(m: Match) -> Act[Any]:
    """Carry out a match, and before it each condition below it."""
    made, conditions = act_of(m), [act_of(each) for each in _clauses(m)]
    if not conditions:
        return made

    def act(cell: Cell) -> Any:
        for each in conditions:
            each(cell)
        return made(cell)

    return act


def _clauses(m: Match) -> Iterator[Match]:
    """Yield the conditions below a match."""
    if m.row.action is of_whom:
        yield m
    for parts in m.parts.values():
        for each in parts:
            if isinstance(each, Match):
                yield from _clauses(each)
