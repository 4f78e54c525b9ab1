"""A printed rate or result beside what its row yields by the rule of its column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.analysis.reconcile.figures import Given
from kpikit.analysis.reconcile.fit import Attempt
from kpikit.analysis.reconcile.marks import Scaled
from kpikit.analysis.reconcile.scale import Basis
from kpikit.analysis.scheme import Rounding
from kpikit.analysis.scheme._terms import rounded
from kpikit.judging.evaluation import Evaluation
from kpikit.language.messages import Language, say
from kpikit.model.printed import PrintedRate, PrintedResult
from kpikit.model.verdict import Direction

__all__ = ["PrintedRow", "marked_rows", "rated_rows"]

#: How the rate is shown that a class rests on.
_SHOWN: Final = Rounding(1)


@final
@attrs.frozen(repr=False)
class PrintedRow(Value):
    """A printed rate or result, and what its row yields by the rule of its column."""

    #: The indicator that it is printed beside, as it was judged.
    evaluation: Evaluation
    #: What is printed.
    printed: PrintedRate | PrintedResult
    #: The rate in %: as the rule would print it, or the one that a class rests on; ``None`` where
    #: there is none.
    computed: Decimal | None = None
    #: Whether what is printed is what the rule yields; ``None`` where nothing can be compared.
    agrees: bool | None = None
    #: Which way is better, where nothing but what is printed tells it.
    direction: Direction | None = None
    #: The class that the row falls into; ``""`` for a rate.
    label: str = ""

    def explain(self, lang: Language = "ja") -> str:
        """Say what is printed and what was computed."""
        computed = "" if self.computed is None else f"{self.computed:f}%"
        if self.agrees is None:
            code = "reconcile-row-open"
        elif not self.label:
            code = "reconcile-row"
        else:
            code = "reconcile-row-mark" if computed else "reconcile-row-class"
        name = self.evaluation.indicator.name
        printed, label = self.printed.text, self.label
        return say(code, lang, name=name, printed=printed, computed=computed, label=label)


def rated_rows(cells: Sequence[Given], attempt: Attempt) -> Iterator[PrintedRow]:
    """Yield rows as a fit yields them; of two ways the one that reproduces what is printed."""
    for each, cases, right in zip(cells, attempt.cases, attempt.right, strict=True):
        if not cases:
            yield PrintedRow(each.evaluation, each.printed)
            continue
        percent, way = (right or cases)[0]
        told = None if each.is_told or len(right) != 1 or len(cases) == 1 else way
        shown = attempt.fit.printed(percent)
        yield PrintedRow(each.evaluation, each.printed, shown, bool(right), told)


def marked_rows(cells: Sequence[Given], scaled: Scaled) -> Iterator[PrintedRow]:
    """Yield rows as a scale yields them."""
    is_rate = scaled.scale.basis is not Basis.TARGET
    for each, read in zip(cells, scaled.rows, strict=True):
        if read is None:
            yield PrintedRow(each.evaluation, each.printed)
            continue
        rate = rounded(read.number, _SHOWN) if is_rate else None
        yield PrintedRow(
            each.evaluation, each.printed, rate, read.agrees, read.way, read.label
        )
