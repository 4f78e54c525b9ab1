"""The evaluation of a plan: a tree of the plan's shape."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from typing import Any, TypeAlias, TypeVar, final, overload

import attrs

from kpikit._value import Value
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.summary import Summary, identity
from kpikit.model.judgement import Told
from kpikit.model.plan import Category, Plan, Section
from kpikit.model.question import Question, asked_once, open_direction

__all__ = ["PlanEvaluation", "RollUp", "SectionEvaluation"]

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

#: What makes one thing of many evaluations: ``Summary.of``, or that of another roll-up.
RollUp: TypeAlias = Callable[[Iterable[Evaluation]], T]


class _Evaluated(Value):
    """A part of a plan with evaluations in the sections below it."""

    __slots__ = ()
    sections: tuple[SectionEvaluation, ...]

    def walk(self) -> Iterator[SectionEvaluation]:
        """Yield every section, in source order."""
        for section in self.sections:
            if section.sections:
                yield from section.walk()
            else:
                yield section  # as most are

    def all(self) -> Iterator[Evaluation]:
        """Yield every evaluation of these sections, in source order."""
        for section in self.walk():
            yield from section.evaluations

    def summary(self) -> Summary:
        """Count the verdicts of all sections."""
        return Summary.of(self.all())

    def roll_up(self, count: RollUp[T]) -> T:
        """Roll up all sections by *count*.

        >>> from functools import partial
        >>> from kpikit.judging.summary import Tally
        >>> PlanEvaluation(Plan("計画")).roll_up(partial(Tally.of, key=lambda each: each.verdict))
        Tally()
        """
        return count(self.all())


@final
@attrs.frozen(repr=False)
class SectionEvaluation(_Evaluated):
    """What became of one section's indicators and of the sections below it.

    >>> SectionEvaluation(Section("施策", "1", "窓口")).summary().total
    0
    """

    #: The section.
    section: Section
    #: The evaluations of its own indicators.
    evaluations: tuple[Evaluation, ...] = ()
    #: The sections below it.
    sections: tuple[SectionEvaluation, ...] = ()

    def walk(self) -> Iterator[SectionEvaluation]:
        """Yield this section and all below it, in source order."""
        yield self
        yield from super().walk()


@final
@attrs.frozen(repr=False)
class PlanEvaluation(_Evaluated):
    """What became of a plan.

    >>> import kpikit as kk
    >>> usage = kk.Indicator("利用率", target=kk.AtLeast(kk.Quantity("55", "%")))
    >>> section = kk.Section("施策", "1", "窓口", indicators=[usage])
    >>> [each.verdict for each in kk.evaluate(kk.Plan("計画", sections=[section])).all()]
    [Verdict.INDETERMINATE]
    """

    #: The plan.
    plan: Plan
    #: Its topmost sections.
    sections: tuple[SectionEvaluation, ...] = ()
    #: The day of judging, or ``None`` where no period is known.
    as_of: date | None = None

    @property
    def questions(self) -> tuple[Question, ...]:
        """What only a person can answer so that all could be judged, each once."""
        return asked_once(
            (each.section.title, one.indicator, _open(one))
            for each in self.walk()
            for one in each.evaluations
        )

    @overload
    def by_section(self) -> tuple[tuple[SectionEvaluation, Summary], ...]: ...
    @overload
    def by_section(self, count: RollUp[T]) -> tuple[tuple[SectionEvaluation, T], ...]: ...
    def by_section(self, count: RollUp[Any] = Summary.of) -> Any:
        """Roll up every section, at every level, in source order."""
        return tuple((section, section.roll_up(count)) for section in self.walk())

    @overload
    def by_category(self) -> dict[Category, Summary]: ...
    @overload
    def by_category(self, count: RollUp[T]) -> dict[Category, T]: ...
    def by_category(self, count: RollUp[Any] = Summary.of) -> Any:
        """Roll up each category, in the order of their first appearance."""
        return self._by(lambda section: (section.category,) if section.category else (), count)

    @overload
    def by_department(self) -> dict[str, Summary]: ...
    @overload
    def by_department(self, count: RollUp[T]) -> dict[str, T]: ...
    def by_department(self, count: RollUp[Any] = Summary.of) -> Any:
        """Roll up each department; a shared project counts once in each of its own.

        So does an indicator that is listed again (再掲) under another department.
        """
        return self._by(lambda section: section.departments, count)

    def _by(self, keys: Callable[[Section], Iterable[K]], count: RollUp[T]) -> dict[K, T]:
        groups: dict[K, list[Evaluation]] = {}

        def add(section: SectionEvaluation, above: frozenset[K]) -> None:
            own = dict.fromkeys(key for key in keys(section.section) if key not in above)
            for key in own:
                groups.setdefault(key, []).extend(section.all())
            for each in section.sections:
                add(each, above.union(own))

        for section in self.sections:
            add(section, frozenset())
        again = _listed_again(self.all())
        return {key: count(_group(rows, again)) for key, rows in groups.items()}


def _open(evaluation: Evaluation) -> Told | None:
    """Return what is told of a direction that is open; none is where a single rule has one."""
    target, rule = evaluation.target, evaluation.rule
    is_told = rule is not None and rule.way is not None and not evaluation.parts
    if target is None or is_told:
        return None
    return open_direction(target.rule, evaluation.evidence)


def _listed_again(evaluations: Iterable[Evaluation]) -> dict[Hashable, Evaluation]:
    """Return the rows that others marked 再掲 repeat, by what makes them the same."""
    rows = list(evaluations)
    marked = {identity(each) for each in rows if each.indicator.repeated}
    if not marked:
        return {}
    plain = [each for each in rows if not each.indicator.repeated]
    return {key: each for each in plain if (key := identity(each)) in marked}


def _group(rows: list[Evaluation], again: dict[Hashable, Evaluation]) -> Iterator[Evaluation]:
    """Yield the rows of a group; what is marked 再掲 counts if what it repeats is not in it."""
    if not again:
        yield from rows
        return
    inside = {identity(each) for each in rows if not each.indicator.repeated}
    for each in rows:
        key = identity(each)
        if each.indicator.repeated and key in again and key not in inside:
            inside.add(key)
            yield again[key]
        else:
            yield each
