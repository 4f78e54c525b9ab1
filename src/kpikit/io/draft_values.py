"""The values of a plan, each with its text and where it stands, as a draft lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import final

import attrs

from kpikit.io.headed import Figure, column_of, number_of, says
from kpikit.judging.wording import observation_words, rule_words
from kpikit.language.messages import Language
from kpikit.model.indicator import Cell, Indicator
from kpikit.model.period import Period
from kpikit.model.quantity import Quantity
from kpikit.model.rule import Rule
from kpikit.table.headings import Column, Labels, Role

__all__ = ["ValueRead", "values_of"]


@final
@attrs.frozen
class ValueRead:
    """A value of an indicator.

    >>> from kpikit.model.observation import Observation
    >>> usage, half = Indicator("利用率"), Quantity("50", "%")
    >>> ValueRead(usage, Role.ACTUAL, Observation(None, half), None, None).quantity
    Quantity('50', '%')
    """

    #: What it is a value of.
    indicator: Indicator
    #: Whether it is the baseline, an actual or a target.
    role: Role
    #: The value, or the rule of the target.
    value: Figure
    #: What it is for, ``None`` where nothing says so.
    period: Period | None
    #: The cell that it was read from; ``None`` where that is not certain.
    cell: Cell | None

    @property
    def quantity(self) -> Quantity | None:
        """The number that it is or asks for, ``None`` if it is none."""
        return number_of(self.value)

    def words(self, lang: Language) -> str:
        """Say what was understood."""
        if isinstance(self.value, Rule):
            return rule_words(self.value, lang)
        return observation_words(self.value, lang)


def values_of(indicator: Indicator, labels: Labels = ()) -> Iterator[ValueRead]:
    """Yield the values of an indicator: the baseline, what was observed, the targets."""
    source = indicator.source
    cells = [each for each in (source.cells if source else ()) if each.text.strip()]
    headed = [(column_of(each.heading, labels), each) for each in cells]
    for role, value, period in _figures(indicator):
        yield ValueRead(
            indicator, role, value, period, _cell(headed, indicator.name, role, value, period)
        )


def _figures(indicator: Indicator) -> Iterator[tuple[Role, Figure, Period | None]]:
    start = indicator.baseline_observation
    if start is not None:
        yield Role.BASELINE, start, start.period or start.column
    for seen in indicator.observations:
        yield Role.ACTUAL, seen, seen.period or seen.column
    for target in indicator.targets:
        if not target.rule.is_none:
            yield Role.TARGET, target.rule, target.period


def _cell(
    headed: Sequence[tuple[Column, Cell]],
    name: str,
    role: Role,
    value: Figure,
    period: Period | None,
) -> Cell | None:
    """Return the cell whose text says a value, that of its role and period first."""
    number = number_of(value)
    unit = _one(number) if number and number.unit else None
    own = [each for each in headed if each[0].role is role]
    dated = [each for each in own if each[0].period == period]
    saying = partial(says, figure=value, unit=unit, name=name)
    tries = [_texts(cells, saying) for cells in (dated, own, headed)]
    tries += [_texts(cells, bool) for cells in (dated, own)]
    return next((cells[0] for cells in tries if len(cells) == 1), None)


def _texts(headed: Sequence[tuple[Column, Cell]], fits: Callable[[str], bool]) -> list[Cell]:
    return [cell for _, cell in headed if fits(cell.text)]


def _one(number: Quantity) -> Quantity:
    """Return one of what a number counts."""
    return Quantity("1", number.unit, per=number.per, statistic=number.statistic)
