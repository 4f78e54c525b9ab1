"""Findings about arithmetic: sums, reductions and headlines that follow from other figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from kpikit.analysis.editions import folded
from kpikit.analysis.findings._rows import Audited, Row
from kpikit.analysis.findings.finding import Finding, Place, checked
from kpikit.judging.result import PlanEvaluation, SectionEvaluation
from kpikit.judging.summary import Share, Summary
from kpikit.judging.wording import number_words
from kpikit.model.indicator import Reduction, ShareAchieved, Sum
from kpikit.model.quantity import EXACT, Quantity
from kpikit.model.unit import is_ratio
from kpikit.model.verdict import Verdict


def sums(row: Row) -> Iterator[Finding]:
    """The parts of a sum do, or do not, add up."""
    for derivation in row.indicator.derivations:
        if isinstance(derivation, Sum):
            figures = [part for _, part in derivation.parts]
            if _are_exact(derivation.total, *figures):
                yield _sum(row.place, derivation.total, figures)


def _sum(place: Place, published: Quantity, figures: list[Quantity]) -> Finding:
    total = Decimal(0)
    for each in figures:
        total = EXACT.add(total, each.value)
    return checked(
        "sum",
        place,
        agrees=total == published.value,
        parts=" + ".join(number_words(each.value) for each in figures),
        total=total,
        published=published,
    )


def reductions(row: Row) -> Iterator[Finding]:
    """A base less a rate of it does, or does not, leave the published figure."""
    for derivation in row.indicator.derivations:
        if isinstance(derivation, Reduction) and _is_checkable(derivation):
            yield _reduction(row.place, derivation)


def _is_checkable(derivation: Reduction) -> bool:
    rate = derivation.rate
    return is_ratio(rate.unit) and rate.is_point and _are_exact(derivation.base, derivation.result)


def _reduction(place: Place, derivation: Reduction) -> Finding:
    share = EXACT.subtract(Decimal(100), derivation.rate.to("%").value)
    left = EXACT.divide(EXACT.multiply(derivation.base.value, share), Decimal(100))
    return checked(
        "derivation",
        place,
        agrees=_rounds_to(left, derivation.result.value),
        base=derivation.base,
        rate=derivation.rate,
        left=Quantity(left.normalize(EXACT), derivation.result.unit),
        published=derivation.result,
    )


def headlines(plan: Audited) -> Iterator[Finding]:
    """A published share achieved does, or does not, follow from the rows."""
    for row in plan.rows:
        for derivation in row.indicator.derivations:
            if isinstance(derivation, ShareAchieved):
                sections = _of_category(plan.result, derivation.category)
                counted = Summary.of(each for section in sections for each in section.evaluations)
                if counted.rate is not None:
                    yield _headline(row.place, derivation, counted.rate, sections)


def _headline(
    place: Place, derivation: ShareAchieved, share: Share, sections: list[SectionEvaluation]
) -> Finding:
    missed = share.denominator - share.numerator
    titles = {folded(title) for title in derivation.titles}
    agrees = (
        _is_share(share, derivation.share)
        and derivation.missed in {None, missed}
        and titles in (set(), {folded(each.section.title) for each in sections if _missed(each)})
    )
    return checked(
        "headline",
        place,
        agrees=agrees,
        published=derivation.share,
        category=derivation.category,
        share=share,
        percent=share.percent(1),
    )


def _of_category(result: PlanEvaluation, code: str) -> list[SectionEvaluation]:
    """Return the sections that have the category themselves."""
    categories = ((each, each.section.category) for each in result.walk())
    return [each for each, category in categories if category and category.code == code]


def _missed(section: SectionEvaluation) -> bool:
    return any(each.counted_as[0] == Verdict.NOT_ACHIEVED.value for each in section.evaluations)


def _is_share(share: Share, published: Quantity) -> bool:
    if not is_ratio(published.unit) or not published.is_point:
        return False
    exact = EXACT.divide(Decimal(100 * share.numerator), Decimal(share.denominator))
    return _rounds_to(exact, published.to("%").value)


def _are_exact(total: Quantity, *figures: Quantity) -> bool:
    """Whether all are single numbers in one unit, so that arithmetic can be checked."""
    return all(
        each.is_point and not each.approximate and each.unit == total.unit
        for each in (total, *figures)
    )


def _rounds_to(exact: Decimal, published: Decimal) -> bool:
    """Whether *published* is *exact*, rounded half up or cut off at its last written place."""
    place = Decimal(1).scaleb(min(0, int(published.as_tuple().exponent)))
    rounded = (exact.quantize(place, how, EXACT) for how in (ROUND_HALF_UP, ROUND_DOWN))
    return published in rounded
