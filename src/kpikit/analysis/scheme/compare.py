"""The same plan under several schemes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import combinations
from typing import final

import attrs

from kpikit._value import Value, to_tuple
from kpikit.analysis.scheme.definition import Scheme
from kpikit.analysis.scheme.files import load
from kpikit.analysis.scheme.grade import Grade
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.result import PlanEvaluation
from kpikit.language.errors import InvalidSchemeError
from kpikit.model._given import check_each, check_given

__all__ = ["SchemeRow", "SchemeTable", "compare_schemes"]


@final
@attrs.frozen(repr=False)
class SchemeRow(Value):
    """One indicator, and what each scheme makes of it.

    >>> import kpikit as kk
    >>> usage = kk.evaluate(kk.Indicator("利用率"))
    >>> SchemeRow(usage, [load("miyagi").grade(usage)]).grades[0].scheme
    'miyagi'
    """

    #: The indicator as it was evaluated.
    evaluation: Evaluation
    #: A grade for each scheme, in the order of the table.
    grades: tuple[Grade, ...] = attrs.field(converter=to_tuple)


def _different(_instance: object, _attribute: object, names: tuple[str, ...]) -> None:
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        raise InvalidSchemeError.told("scheme-twice", name=twice[0])


@final
@attrs.frozen(repr=False)
class SchemeTable(Value):
    """One row for each indicator of a plan, one grade for each scheme.

    Raises:
        InvalidSchemeError: Two schemes have the same name.

    >>> SchemeTable(["miyagi", "nagano"]).changes
    {('miyagi', 'nagano'): 0}
    """

    #: The names of the schemes, no two of them the same.
    names: tuple[str, ...] = attrs.field(converter=to_tuple, validator=_different)
    #: The indicators, in source order.
    rows: tuple[SchemeRow, ...] = attrs.field(default=(), converter=to_tuple)

    @property
    def changes(self) -> dict[tuple[str, str], int]:
        """How many grades change between each two schemes, as :meth:`changed` counts them."""
        return {pair: self.changed(*pair) for pair in combinations(self.names, 2)}

    def changed(self, one: str, other: str) -> int:
        """Count the indicators that both schemes grade, and not by the same label.

        The same letter may stand for different things; see the documents of the schemes.
        """
        first, second = self._column(one), self._column(other)
        return sum(
            None not in (mine.label, yours.label) and mine.label != yours.label
            for mine, yours in zip(first, second, strict=True)
        )

    def graded(self, name: str) -> int:
        """Count the indicators that a scheme grades at all."""
        return sum(grade.label is not None for grade in self._column(name))

    def counts(self, name: str) -> dict[str, int]:
        """Count the indicators by what a scheme prints for them, in the order of appearance."""
        counts: dict[str, int] = {}
        for grade in self._column(name):
            counts[grade.printed] = counts.get(grade.printed, 0) + 1
        return counts

    def _column(self, name: str) -> list[Grade]:
        if name not in self.names:
            raise InvalidSchemeError.told("scheme-not-compared", name=name)
        index = self.names.index(name)
        return [row.grades[index] for row in self.rows]


def compare_schemes(
    plan: PlanEvaluation, schemes: Iterable[str | Scheme], *, as_of: date | None = None
) -> SchemeTable:
    """Grade every indicator of a plan by several schemes.

    Args:
        plan: The evaluated plan.
        schemes: Schemes, or names that :func:`kpikit.analysis.scheme.load` knows.
        as_of: The day of grading; by default that of judging.

    Raises:
        InvalidSchemeError: There is no such scheme, or two have the same name.

    >>> import kpikit as kk
    >>> compare_schemes(kk.evaluate(kk.Plan("計画")), ["miyagi", "nagano"]).names
    ('miyagi', 'nagano')
    """
    check_given("compare_schemes", plan, "PlanEvaluation (kpikit.evaluate(plan))", PlanEvaluation)
    given = check_each("schemes", schemes, "str | Scheme (kpikit.scheme.load(…))", str, Scheme)
    chosen = [load(each) if isinstance(each, str) else each for each in given]
    day = as_of or plan.as_of
    rows = (
        SchemeRow(evaluation, [scheme.grade(evaluation, day) for scheme in chosen])
        for evaluation in plan.all()
    )
    return SchemeTable([scheme.name for scheme in chosen], rows)
