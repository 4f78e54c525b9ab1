"""A printed rate or result beside what its row yields by the rule of its column."""

from __future__ import annotations

from decimal import Decimal
from typing import final

import attrs

from kpikit._value import Value
from kpikit.judging.evaluation import Evaluation
from kpikit.language.messages import Language, say
from kpikit.model.printed import Printed
from kpikit.model.verdict import Direction

__all__ = ["PrintedRow"]


@final
@attrs.frozen(repr=False)
class PrintedRow(Value):
    """A printed rate, result or change, and what its row yields by the rule of its column.

    >>> import kpikit as kk
    >>> from kpikit.model.printed import PrintedRate
    >>> usage = kk.evaluate(kk.Indicator("利用率"))
    >>> printed = PrintedRate("87.6%", quantity=kk.Quantity("87.6", "%"))
    >>> PrintedRow(usage, printed, Decimal("87.6"), agrees=True).yields
    '87.6%'
    """

    #: The indicator that it is printed beside, as it was judged.
    evaluation: Evaluation
    #: What is printed.
    printed: Printed
    #: The rate in %: as the rule would print it, or the one that a class rests on; ``None`` where
    #: there is none.
    computed: Decimal | None = None
    #: Whether what is printed is what the rule yields; ``None`` where nothing can be compared.
    agrees: bool | None = None
    #: Which way is better, where nothing but what is printed tells it.
    direction: Direction | None = None
    #: The class that the row falls into; ``""`` for a rate.
    label: str = ""
    #: What the number is counted in that was computed: of a change it may be anything.
    unit: str = "%"

    @property
    def yields(self) -> str:
        """What the row yields, as it would be printed: ``100.8%``, ``B (84.9%)``, ``達成``.

        ``""`` where nothing can be compared.
        """
        rate = "" if self.computed is None else f"{self.computed:f}{self.unit}"
        return f"{self.label} ({rate})" if self.label and rate else self.label or rate

    def explain(self, lang: Language = "ja") -> str:
        """Say what is printed and what was computed."""
        name, printed, computed = self.evaluation.indicator.name, self.printed.text, self.yields
        code = "reconcile-row" if computed else "reconcile-row-open"
        return say(code, lang, name=name, printed=printed, computed=computed)
