"""The cells of an indicator as they were published, by what their headings say of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final, TypeAlias

import attrs

from kpikit.cell import read_actual, read_target
from kpikit.cell.counted import with_unit
from kpikit.model.observation import Observation
from kpikit.model.quantity import Quantity
from kpikit.model.reading import Reading
from kpikit.model.rule import Rule
from kpikit.table.classes import what_it_says
from kpikit.table.headings import Column, Labels, Role, label_of, read_heading

__all__ = ["Figure", "column_of", "number_of", "says"]

#: What is observed, or is to be met.
Figure: TypeAlias = Observation | Rule
_FIGURES: Final = frozenset((Role.BASELINE, Role.ACTUAL, Role.TARGET))


@lru_cache(maxsize=4096)
def column_of(heading: str, labels: Labels = ()) -> Column:
    """Return what a heading says, which may be several labels with blanks between them.

    >>> column_of("計画 令和5年度")
    Column('計画 令和5年度', role=Role.TARGET, period=FiscalYear(2023))
    """
    whole = label_of(heading, labels) or read_heading(heading)
    if whole.role in _FIGURES or len(heading.split()) == 1:
        return whole
    parts = [what_it_says(word, labels=labels).column for word in heading.split()]
    role = next((each.role for each in parts if each.role in _FIGURES), whole.role)
    period = next((each.period for each in parts if each.period), whole.period)
    return attrs.evolve(whole, role=role, period=period)


def number_of(figure: Figure) -> Quantity | None:
    """Return the number that a figure is or asks for, ``None`` if it is none."""
    return figure.level if isinstance(figure, Rule) else figure.quantity


def says(text: str, figure: Figure, *, unit: Quantity | None, name: str) -> bool:
    """Whether a text is read as a figure, whatever its period.

    Args:
        text: The text of a cell.
        figure: What it should be.
        unit: One of what stands beside it as its unit.
        name: The name of the indicator.
    """
    reader: Callable[..., Reading[Any]] = read_target if isinstance(figure, Rule) else read_actual
    found = reader(text, unit=unit.unit if unit else "", name=name).value
    return found is not None and bool(_content(found, unit) == _content(figure, unit))


def _content(figure: Any, unit: Quantity | None) -> Any:
    counted = with_unit(figure, unit) if unit else figure
    if isinstance(counted, Observation):
        return attrs.evolve(counted, period=None, column=None)
    return counted
