"""A published share, beside the one that the rows of the same plan yield."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import final

import attrs

from kpikit._value import Value
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.summary import Summary, distinct
from kpikit.model.indicator import ShareAchieved
from kpikit.model.plan import Category
from kpikit.model.verdict import Flag, Verdict
from kpikit.report.rows import ReportRow

__all__ = ["Headline", "headlines_of"]

_DECIDED = (Verdict.ACHIEVED, Verdict.NOT_ACHIEVED)
#: What keeps a verdict out of the share.
_LEFT_OUT = frozenset({Flag.FORECAST, Flag.EARLY})


@final
@attrs.frozen(repr=False)
class Headline(Value):
    """A published share of a category, recomputed.

    >>> import kpikit as kk
    >>> from kpikit.report import build_report
    >>> seen = kk.Observation(kk.FiscalYear(2023), kk.Quantity("90", "手続"))
    >>> met = kk.Indicator(
    ...     "手続数", target=kk.AtLeast(kk.Quantity("15", "手続")), observations=[seen]
    ... )
    >>> share = kk.Indicator("達成率", derivations=[ShareAchieved("A", kk.Quantity("100", "%"))])
    >>> category = kk.Category("A", "重点事業")
    >>> project = kk.Section("事業", "1", "電子申請", category=category, indicators=[met])
    >>> table = kk.Section("table", "1", "事業", sections=[project], indicators=[share])
    >>> report = build_report(kk.evaluate(kk.Plan("計画", sections=[table])))
    >>> [(each.summary.rate, each.fits) for each in report.headlines]
    [(Share(1, 1), True)]
    """

    #: The row that publishes it.
    row: ReportRow
    #: The share as published, and what its note says.
    figure: ShareAchieved
    #: The category that it is the share of.
    category: Category
    #: The counts of that category.
    summary: Summary
    #: The rows that are not achieved.
    missed: tuple[ReportRow, ...]
    #: The rows that count as neither achieved nor not achieved.
    left_out: tuple[ReportRow, ...]

    @property
    def percent(self) -> Decimal | None:
        """The recomputed share in %, with the decimals of the published one."""
        rate = self.summary.rate
        return None if rate is None else rate.percent(self.places)

    @property
    def places(self) -> int:
        """How many decimals the published share has."""
        return max(0, -int(self.figure.share.to("%").value.as_tuple().exponent))

    @property
    def fits(self) -> bool:
        """Whether the recomputed share is the published one."""
        return self.percent == self.figure.share.to("%").value

    @property
    def agrees_with_note(self) -> bool:
        """Whether those not achieved are as many as the note counts, and those that it lists."""
        if self.figure.missed != len(self.missed):
            return False
        listed = {title.strip() for title in self.figure.titles}
        return not listed or listed == {row.section.title for row in self.missed}


def headlines_of(rows: Sequence[ReportRow]) -> tuple[Headline, ...]:
    """Recompute every published share that rows of the same plan should yield.

    >>> headlines_of([])
    ()
    """
    return tuple(
        _headline(row, figure, rows)
        for row in rows
        for figure in row.evaluation.indicator.derivations
        if isinstance(figure, ShareAchieved) and figure.share.is_point
    )


def _headline(row: ReportRow, figure: ShareAchieved, rows: Iterable[ReportRow]) -> Headline:
    members = [each for each in rows if _code(each) == figure.category]
    category = next((each.category for each in members), None) or Category(figure.category)
    counted = [row for row, counts in zip(members, _count(members), strict=True) if counts]
    decided = [each for each in counted if _is_decided(each.evaluation)]
    return Headline(
        row,
        figure,
        category,
        Summary.of(each.evaluation for each in members),
        tuple(each for each in decided if each.evaluation.verdict is Verdict.NOT_ACHIEVED),
        tuple(each for each in counted if each not in decided),
    )


def _code(row: ReportRow) -> str | None:
    return row.category.code if row.category else None


def _count(rows: Iterable[ReportRow]) -> Iterator[bool]:
    """Yield of each row whether it counts among them."""
    for _, counts_here in distinct(row.evaluation for row in rows):
        yield counts_here


def _is_decided(evaluation: Evaluation) -> bool:
    """Whether it counts as achieved or not achieved of what is due."""
    return evaluation.verdict in _DECIDED and not _LEFT_OUT.intersection(evaluation.flags)
