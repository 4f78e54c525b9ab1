"""The evaluation of a plan: a tree of the plan's shape."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from typing import TypeVar, final

import attrs

from kpikit._value import Value
from kpikit.evaluation import Evaluation
from kpikit.plan import Category, Plan, Section
from kpikit.summary import Summary

__all__ = ["PlanEvaluation", "SectionEvaluation"]

K = TypeVar("K", bound=Hashable)


@final
@attrs.frozen(repr=False)
class SectionEvaluation(Value):
    """What became of one section's indicators and of the sections below it."""

    #: The section.
    section: Section
    #: The evaluations of its own indicators.
    evaluations: tuple[Evaluation, ...] = ()
    #: The sections below it.
    sections: tuple[SectionEvaluation, ...] = ()

    def walk(self) -> Iterator[SectionEvaluation]:
        """Yield this section and all below it, in source order."""
        yield self
        for section in self.sections:
            yield from section.walk()

    def all(self) -> Iterator[Evaluation]:
        """Yield the evaluations of this section and all below it, in source order."""
        for section in self.walk():
            yield from section.evaluations

    def summary(self) -> Summary:
        """Count the verdicts of this section and all below it."""
        return Summary.of(self.all())


@final
@attrs.frozen(repr=False)
class PlanEvaluation(Value):
    """What became of a plan."""

    #: The plan.
    plan: Plan
    #: Its topmost sections.
    sections: tuple[SectionEvaluation, ...] = ()
    #: The day of judging, or ``None`` where no period is known.
    as_of: date | None = None

    def walk(self) -> Iterator[SectionEvaluation]:
        """Yield every section, in source order."""
        for section in self.sections:
            yield from section.walk()

    def all(self) -> Iterator[Evaluation]:
        """Yield every evaluation, in source order."""
        for section in self.walk():
            yield from section.evaluations

    def summary(self) -> Summary:
        """Count the verdicts of the whole plan."""
        return Summary.of(self.all())

    def by_category(self) -> dict[Category, Summary]:
        """Count the verdicts of each category, in the order of their first appearance."""
        return self._by(lambda section: (section.category,) if section.category else ())

    def by_department(self) -> dict[str, Summary]:
        """Count the verdicts of each department; a shared project counts in each of its own."""
        return self._by(lambda section: section.departments)

    def _by(self, keys: Callable[[Section], Iterable[K]]) -> dict[K, Summary]:
        groups: dict[K, list[Evaluation]] = {}

        def add(section: SectionEvaluation, above: frozenset[K]) -> None:
            own = dict.fromkeys(key for key in keys(section.section) if key not in above)
            for key in own:
                groups.setdefault(key, []).extend(section.all())
            for each in section.sections:
                add(each, above.union(own))

        for section in self.sections:
            add(section, frozenset())
        return {key: Summary.of(evaluations) for key, evaluations in groups.items()}
