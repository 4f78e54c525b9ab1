"""Published figures that follow from others, worked out again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.judging.wording import number_words, quantity_words
from kpikit.language.errors import UnitMismatchError
from kpikit.language.messages import Language, say
from kpikit.model.indicator import Reduction, Sum
from kpikit.model.quantity import EXACT, Quantity
from kpikit.model.rule.bound import equal
from kpikit.model.verdict import Verdict
from kpikit.report.headlines import Headline
from kpikit.report.rows import ReportRow

__all__ = ["Check", "checks_of"]

_HUNDRED: Final = Decimal(100)


@final
@attrs.frozen(repr=False)
class Check(Value):
    """A figure worked out again, beside the published one.

    >>> import kpikit as kk
    >>> from kpikit.report import build_report
    >>> parts = [("男性", kk.Quantity("3", "人")), ("女性", kk.Quantity("4", "人"))]
    >>> seen = kk.Indicator("参加者数", derivations=[Sum(parts, kk.Quantity("8", "人"))])
    >>> table = kk.Section("table", "1", "指標", indicators=[seen])
    >>> report = build_report(kk.evaluate(kk.Plan("計画", sections=[table])))
    >>> [(check.computed, check.holds) for check in report.checks]
    [(Decimal('7'), False)]
    """

    #: The row that publishes it.
    row: ReportRow
    #: ``sum``, ``reduction`` or ``share``.
    kind: str
    #: The working, in words.
    formula: str
    #: What comes out, in the unit of the published figure; ``None`` if it cannot be computed.
    computed: Decimal | None
    #: The published figure.
    published: Quantity

    @property
    def holds(self) -> bool | None:
        """Whether the published figure is what comes out; ``None`` if nothing does."""
        if self.computed is None:
            return None
        return equal(Quantity(self.computed), self.published.possible) is not Verdict.NOT_ACHIEVED


def checks_of(
    rows: Sequence[ReportRow], headlines: Sequence[Headline], lang: Language
) -> tuple[Check, ...]:
    """Work out every figure that a note derives from others, and the recomputed shares.

    >>> checks_of([], [], "ja")
    ()
    """
    return (
        *(check for row in rows for check in _checks(row, lang)),
        *(_share(headline, lang) for headline in headlines),
    )


def _checks(row: ReportRow, lang: Language) -> Iterator[Check]:
    for each in row.evaluation.indicator.derivations:
        if isinstance(each, Sum):
            yield _sum(row, each, lang)
        elif isinstance(each, Reduction):
            yield _reduction(row, each, lang)


def _sum(row: ReportRow, stated: Sum, lang: Language) -> Check:
    unit = stated.total.unit
    numbers = [_number(quantity, unit) for _, quantity in stated.parts]
    known = [number for number in numbers if number is not None]
    computed = reduce(EXACT.add, known, Decimal(0)) if len(known) == len(numbers) else None
    plain = computed is not None and all(each.unit == unit for _, each in stated.parts)
    parts = " + ".join(
        number_words(each.value) if plain else quantity_words(each, lang)
        for _, each in stated.parts
    )
    formula = say("check-sum", lang, parts=parts, result=_result(computed, unit))
    return Check(row, "sum", formula, computed, stated.total)


def _reduction(row: ReportRow, stated: Reduction, lang: Language) -> Check:
    unit = stated.result.unit
    number, rate = _number(stated.base, unit), _number(stated.rate, "%")
    computed = None
    if number is not None and rate is not None:
        left = EXACT.divide(EXACT.subtract(_HUNDRED, rate), _HUNDRED)
        computed = EXACT.multiply(number, left).normalize(EXACT)
    base, by = (quantity_words(each, lang) for each in (stated.base, stated.rate))
    formula = say("check-reduction", lang, base=base, rate=by, result=_result(computed, unit))
    return Check(row, "reduction", formula, computed, stated.result)


def _result(computed: Decimal | None, unit: str) -> str:
    return "?" if computed is None else f"{number_words(computed)}{unit}"


def _share(headline: Headline, lang: Language) -> Check:
    percent = headline.percent
    formula = say(
        "check-share",
        lang,
        title=headline.category.title or headline.category.code,
        share=headline.summary.rate or "?",
        percent="?" if percent is None else percent,
    )
    return Check(headline.row, "share", formula, percent, headline.figure.share.to("%"))


def _number(quantity: Quantity, unit: str) -> Decimal | None:
    """Return the number of a point in a unit, or ``None`` if there is none."""
    try:
        there = quantity.to(unit)
    except UnitMismatchError:
        return None
    return there.value if there.is_point else None
