"""What notes say of the values that have their marks: of which year they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final
from unicodedata import normalize

import attrs

from kpikit.language.lines import VALUE_OF_YEAR
from kpikit.language.marks import NOTES
from kpikit.model.period import Period
from kpikit.table.fact import Fact

__all__ = ["dated_by_notes", "years_of_notes"]

_MARK: Final = rf"[{NOTES}]\d{{0,2}}"
#: The mark at the end of a value: 10.4g※1.
_MARKED: Final = re.compile(rf"[^{NOTES}]+[(]?({_MARK})[)]?")
#: A note, up to the next one.
_NOTE: Final = re.compile(rf"({_MARK})[:.)]?([^{NOTES}]+)")
_VALUE_OF_YEAR: Final = re.compile(VALUE_OF_YEAR)


def years_of_notes(lines: Iterable[str], read: Callable[[str], Period | None]) -> dict[str, Period]:
    """Return the year that a note says the values with its mark are of: ※1 令和5年度の値.

    A mark that stands before several notes says nothing.

    Args:
        lines: The lines of a sheet.
        read: Reads a period.
    """
    notes = [note for line in lines for note in _NOTE.findall(_plain(line))]
    marks = [mark for mark, _ in notes]
    dated = [(mark, _VALUE_OF_YEAR.match(text)) for mark, text in notes]
    found = {mark: read(year[1]) for mark, year in dated if year and marks.count(mark) == 1}
    return {mark: period for mark, period in found.items() if period is not None}


def dated_by_notes(fact: Fact, years: Mapping[str, Period]) -> Fact:
    """Return a value with the year that its note says it is of."""
    marked = _MARKED.fullmatch(_plain(fact.box.text)) if years else None
    period = years.get(marked[1]) if marked else None
    return fact if period is None else attrs.evolve(fact, period=period, is_noted=True)


def _plain(text: str) -> str:
    """Return a text in one width without blanks, its marks of notes included."""
    return normalize("NFKC", "".join(text.split()))
