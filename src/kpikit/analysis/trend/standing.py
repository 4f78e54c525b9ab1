"""Where an indicator stands by now, with what the table does not say."""

from __future__ import annotations

from kpikit.judging.evaluation import Evaluation
from kpikit.judging.standing import Standing, standing_of
from kpikit.model._given import check_given
from kpikit.model.period import Period

__all__ = ["on_track"]


def on_track(
    evaluation: Evaluation,
    *,
    at: Period | None = None,
    since: Period | None = None,
    until: Period | None = None,
) -> Standing:
    """Tell whether an indicator keeps up with the straight line to the target that was judged.

    It is :attr:`kpikit.judging.evaluation.Evaluation.standing` of any indicator, also of one
    whose target is due or met, and with what the table does not say.

    Args:
        evaluation: What :func:`kpikit.evaluate` returned; with ``final=True`` it has the last
            target, else the next one.
        at: The time that the line is looked up at; by default that of the actual.
        since: The period of the baseline, where the table does not say.
        until: The period of the target, where the table does not say.

    >>> import kpikit as kk
    >>> usage = kk.Indicator(
    ...     "利用率",
    ...     baseline=kk.Observation(kk.FiscalYear(2019), kk.Quantity("48", "%")),
    ...     target=kk.Target(kk.AtLeast(kk.Quantity("55", "%")), kk.FiscalYear(2026)),
    ...     observations=[kk.Observation(kk.FiscalYear(2023), kk.Quantity("53", "%"))],
    ... )
    >>> on_track(kk.evaluate(usage)).explain("en")
    'The actual of FY2023 is 53%, 1 point above the straight line (52%): on track.'
    """
    check_given("on_track", evaluation, "Evaluation (kpikit.evaluate(…))", Evaluation)
    return standing_of(
        evaluation.judgement,
        evaluation.target,
        evaluation.evidence,
        indicator=evaluation.indicator,
        since=since,
        until=until,
        at=at,
    )
