"""Whether classes leave a gap or overlap: every rate and position must get exactly one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_FLOOR, Decimal
from functools import partial
from itertools import pairwise, product
from typing import Final, final

import attrs

from kpikit.analysis.scheme._terms import ANYWHERE, BESIDE, Band, Position
from kpikit.language.errors import InvalidSchemeError
from kpikit.language.messages import Language, say

#: No limit above; with a minus, none below.
UNBOUNDED: Final = Decimal("Infinity")
_ORDER: Final = tuple(Position)


@final
@attrs.frozen
class Rates:
    """The rates that can occur."""

    #: The lowest, in %.
    floor: Decimal = -UNBOUNDED
    #: The highest, in %.
    cap: Decimal = UNBOUNDED
    #: The distance of two rates that are next to each other, where they are rounded.
    step: Decimal | None = None


@final
@attrs.frozen
class _Stretch:
    """A single rate, or all between two limits."""

    low: Decimal
    high: Decimal

    @property
    def is_point(self) -> bool:
        return self.low == self.high

    def lies_in(self, band: Band) -> bool:
        """Whether all of it lies in the class; its limits are among those of all classes."""
        if self.is_point:
            return band.holds(self.low)
        low, high = band.lower[0], band.upper[0]
        return (low is None or low <= self.low) and (high is None or self.high <= high)

    def occurs(self, rates: Rates) -> bool:
        """Whether there is a rate in it at all."""
        if self._holds(rates.floor) or self._holds(rates.cap):
            return True
        return rates.floor < self.high and self.low < rates.cap and self._has_room(rates.step)

    def _holds(self, rate: Decimal) -> bool:
        return rate == self.low if self.is_point else self.low < rate < self.high

    def _has_room(self, step: Decimal | None) -> bool:
        if step is None or self.low.is_infinite() or self.high.is_infinite():
            return True
        if self.is_point:
            return self.low % step == 0
        following = ((self.low / step).to_integral_value(ROUND_FLOOR) + 1) * step
        return following < self.high

    def words(self, lang: Language) -> str:
        """Say which rates they are."""
        form = _FORMS[self.low.is_finite(), self.high.is_finite()]
        return say(f"rates-{'at' if self.is_point else form}", lang, low=self.low, high=self.high)


#: Whether there is a lower limit, and an upper one → how what lies between them is said.
_FORMS: Final = {
    (False, False): "any",
    (False, True): "below",
    (True, False): "above",
    (True, True): "between",
}


def check_partition(bands: Sequence[Band], rates: Rates) -> None:
    """Check that each rate and position belongs to exactly one class.

    Raises:
        InvalidSchemeError: There is a gap or an overlap, which is named.
    """
    every = [*zip(*map(_places, bands), strict=True)]
    looked_at = [_ORDER if {*where} != {ANYWHERE} else _ORDER[:1] for where in every]
    for stretch in _stretches(bands):
        if stretch.occurs(rates):
            rated = [band for band in bands if stretch.lies_in(band)]
            for place in product(*looked_at):
                _check_place(rated, stretch, place)


def _check_place(rated: Sequence[Band], stretch: _Stretch, place: tuple[Position, ...]) -> None:
    labels = [
        band.label
        for band in rated
        if all(at in where for at, where in zip(place, _places(band), strict=True))
    ]
    if len(labels) == 1:
        return
    differ = [len({*where}) > 1 for where in zip(*map(_places, rated), strict=True)]
    told = 0 if not any(differ) else len(BESIDE) if differ[-1] else len(BESIDE) - 1
    where = partial(_where, stretch, [*zip(BESIDE, place, strict=True)][:told])
    if labels:
        raise InvalidSchemeError.told("classes-overlap", labels=", ".join(labels), where=where)
    raise InvalidSchemeError.told("classes-gap", where=where)


def _places(band: Band) -> tuple[frozenset[Position], ...]:
    """Return how the actual may stand to all that a class may look at."""
    return tuple(getattr(band, beside) for beside in BESIDE)


def _where(stretch: _Stretch, place: Sequence[tuple[str, Position]], lang: Language) -> str:
    """Say which rates, and how the actual stands where the classes tell that apart."""
    text = stretch.words(lang)
    for beside, position in place:
        text += say(f"rates-{beside}-{position.value}", lang)
    return text


def _stretches(bands: Sequence[Band]) -> Iterator[_Stretch]:
    """Yield each limit, and what lies between two of them, in order."""
    limits = {limit for band in bands for limit, _ in (band.lower, band.upper) if limit is not None}
    for below, limit in pairwise([-UNBOUNDED, *sorted(limits), UNBOUNDED]):
        yield _Stretch(below, limit)
        if limit.is_finite():
            yield _Stretch(limit, limit)
