"""How firm values are by what stands beside their table: a note, a title, the name of a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, final
from unicodedata import normalize

import attrs

from kpikit._value import Value
from kpikit.cell import Vocabulary, read_period
from kpikit.cell.vocabulary import USUAL
from kpikit.language.headings import FIRM_LINE, FIRM_TITLE, FORECAST
from kpikit.language.pattern import pattern
from kpikit.language.years import DATED
from kpikit.model.indicator import Indicator
from kpikit.model.observation import Observation, Status
from kpikit.model.period import Period

__all__ = ["FIRM", "Firmness", "firmness_of"]

_LINE: Final = pattern(FIRM_LINE)
_TITLE: Final = pattern(FIRM_TITLE)
_FORECAST: Final = pattern(FORECAST)
_DATED: Final = pattern(DATED)


@final
@attrs.frozen
class Firmness(Value):
    """How firm the values of some years are, or those of all."""

    #: Each period with the status of its values; ``None`` stands for all.
    told: tuple[tuple[Period | None, Status], ...] = ()

    def of(self, indicator: Indicator) -> Indicator:
        """Return an indicator whose values are as firm as they are said to be."""
        if not self.told:
            return indicator
        seen = tuple(map(self.firm, indicator.observations))
        if seen == indicator.observations:
            return indicator
        return attrs.evolve(indicator, observations=seen)

    def firm(self, seen: Observation) -> Observation:
        """Return a value that is as firm as it is said to be."""
        if seen.status is not Status.FINAL or seen.missing is not None:
            return seen
        for period, status in self.told:
            if period is None or seen.placed in (None, period):
                return attrs.evolve(seen, status=status)
        return seen


#: Where nothing says how firm values are.
FIRM: Final = Firmness()


def firmness_of(
    lines: Iterable[str], titles: Iterable[str], vocabulary: Vocabulary = USUAL
) -> Firmness:
    """Tell how firm values are.

    Args:
        lines: What stands beside the table: ※令和6年度は見込値.
        titles: What the table and its sheet are called: R6速報. A title that names several
            years speaks of the one right before its word.
        vocabulary: The words that periods are read by.

    >>> firmness_of(["※令和6年度は見込値"], []).told
    ((FiscalYear(2024), Status.FORECAST),)
    >>> firmness_of([], ["R6速報", "人口推計"]).told
    ((FiscalYear(2024), Status.PROVISIONAL),)
    """
    told = [*_by_lines(lines, vocabulary), *_by_titles(titles, vocabulary)]
    return Firmness(tuple(dict.fromkeys(told)))


def _by_lines(
    lines: Iterable[str], vocabulary: Vocabulary
) -> Iterator[tuple[Period | None, Status]]:
    for line in lines:
        for found in _LINE.finditer(normalize("NFKC", line)):
            yield _period(found[1], vocabulary), _status(found[2])


def _by_titles(
    titles: Iterable[str], vocabulary: Vocabulary
) -> Iterator[tuple[Period | None, Status]]:
    for title in titles:
        bare = normalize("NFKC", title).strip()
        found, years = _TITLE.search(bare), set(_DATED.findall(bare))
        if found and (found[1] or len(years) <= 1):
            yield _period(found[1] or next(iter(years), None), vocabulary), _status(found[2])


def _period(text: str | None, vocabulary: Vocabulary) -> Period | None:
    if text is None:
        return None
    default, era = vocabulary.fiscal_year_default, vocabulary.era
    return read_period(text, fiscal_year_default=default, era=era).value


def _status(word: str) -> Status:
    return Status.FORECAST if _FORECAST.fullmatch(word) else Status.PROVISIONAL
