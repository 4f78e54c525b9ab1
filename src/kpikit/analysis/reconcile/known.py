"""How many printed cells a scheme reproduces that is given: shipped, or a city's own."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import final

import attrs

from kpikit._value import Value
from kpikit.analysis.reconcile.figures import Cells
from kpikit.analysis.reconcile.marks import label_of
from kpikit.analysis.scheme import Grade, Scheme
from kpikit.language.messages import Language, say
from kpikit.model.printed import Printed, PrintedChange, PrintedRate
from kpikit.model.quantity import Quantity

__all__ = ["KnownScheme", "known_scheme"]


@final
@attrs.frozen(repr=False)
class KnownScheme(Value):
    """A scheme that is given, and how many cells of a column are as it has them.

    >>> known = KnownScheme("miyagi", reproduced=119, compared=127)
    >>> known.compared - known.reproduced
    8
    """

    #: The scheme, by its name.
    scheme: str
    #: How many cells it reproduces.
    reproduced: int
    #: How many it has an answer for.
    compared: int

    def explain(self, heading: str, lang: Language = "ja") -> str:
        """Say it of the column below a heading.

        >>> KnownScheme("miyagi", 119, 127).explain("評価", "en")
        '評価: the scheme miyagi: 119 of 127 compared'
        """
        counts = {"reproduced": self.reproduced, "compared": self.compared}
        return say("reconcile-scheme", lang, heading=heading, scheme=self.scheme, **counts)


def known_scheme(scheme: Scheme, cells: Cells) -> KnownScheme:
    """Grade each row by a scheme, and count the cells that say what it says."""
    found = [
        _is_reproduced(scheme.grade(each.judged), printed)
        for printed, each in cells
        if each.judged is not None
    ]
    told = [each for each in found if each is not None]
    return KnownScheme(scheme.name, sum(told), len(told))


def _is_reproduced(grade: Grade, printed: Printed) -> bool | None:
    """Whether a cell says what a grade says; ``None`` where either of them says nothing."""
    if isinstance(printed, PrintedRate):
        if not grade.rate_text or printed.quantity is None:
            return None
        return label_of(printed.text) == grade.rate_text or _is_number(
            printed.quantity, grade.rate_text
        )
    if grade.label is None or isinstance(printed, PrintedChange):
        return None
    return label_of(printed.text) == label_of(grade.label)


def _is_number(printed: Quantity, text: str) -> bool:
    """Whether a rate is the number that a scheme prints in %."""
    try:
        return printed.is_point and printed.value == Decimal(text.removesuffix("%"))
    except InvalidOperation:  # 100%超, or an interval
        return False
