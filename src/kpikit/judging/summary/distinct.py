"""Which evaluations count: the same indicator counts once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import Final

from kpikit.judging.evaluation import Evaluation
from kpikit.model._given import check_each

__all__ = ["distinct", "identity"]


_WANTED: Final = "Evaluation (kpikit.evaluate(plan).all())"


def identity(evaluation: Evaluation) -> Hashable:
    """Return what makes two rows the same indicator: all that it was judged by, not its place.

    >>> import kpikit as kk
    >>> one, other = (kk.evaluate(kk.Indicator(name)) for name in ("利用率", "満足度"))
    >>> identity(one) == identity(one), identity(one) == identity(other)
    (True, False)
    """
    return evaluation.evidence, evaluation.target, evaluation.as_of


def distinct(evaluations: Iterable[Evaluation]) -> Iterator[tuple[Evaluation, bool]]:
    """Yield each evaluation with whether it counts.

    It does not if it is marked 再掲, or has the same name, target, baseline, actual and all else
    that it was judged by as one before it that counts; never by name alone, and two blanks are not
    the same. So one of several counts, whichever stands first.

    >>> import kpikit as kk
    >>> once, again = kk.Indicator("利用率"), kk.Indicator("利用率", repeated=True)
    >>> [counts for _, counts in distinct([kk.evaluate(once), kk.evaluate(again)])]
    [True, False]
    """
    rows: tuple[Evaluation, ...] = check_each("evaluations", evaluations, _WANTED, Evaluation)
    names = Counter(each.indicator.name for each in rows)
    seen: set[Hashable] = set()
    for evaluation in rows:
        if names[evaluation.indicator.name] == 1:  # nothing else can be the same
            yield evaluation, not evaluation.indicator.repeated
            continue
        if evaluation.indicator.repeated:
            yield evaluation, False
            continue
        key = identity(evaluation)
        yield evaluation, not (key in seen and _has_value(evaluation))
        seen.add(key)


def _has_value(evaluation: Evaluation) -> bool:
    """Whether there is anything that makes two rows the same: two blanks are not."""
    seen = evaluation.observation
    return seen is not None and seen.missing is None
