"""A finding, and what it is about."""

from __future__ import annotations

from collections.abc import Iterable
from enum import unique
from typing import final

import attrs

from kpikit._value import Code, Value
from kpikit.language.issue import Location
from kpikit.language.messages import Language

__all__ = ["Finding", "Place", "Severity"]


@unique
class Severity(Code):
    """Whether something is wrong, or only worth knowing."""

    #: The table contradicts itself, or a reader would be misled.
    WARNING = "warning"
    #: Something was assumed, or adds up.
    INFO = "info"


@final
@attrs.frozen(repr=False)
class Place(Value):
    """The row that a finding is about."""

    #: The code of the table, ``""`` if it has none.
    table: str
    #: The code of the section: that of the 施策 or 事業.
    section: str
    #: The indicator's name, ``""`` if it is about the section itself.
    indicator: str = ""
    #: Which of several indicators or labelled parts, counted from 1; ``""`` if there is one.
    part: str = ""
    #: Where it was published.
    location: Location | None = None


def _places(given: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(given)


@final
@attrs.frozen(repr=False)
class Finding(Value):
    """Something that a careful reader would note, in a sentence of either language.

    >>> Finding("sum-differs", Severity.WARNING, [Place("1", "2-1")], "…", "1 + 1 is not 3").part
    ''
    """

    #: A stable code: ``period-mismatch``.
    code: str
    #: How bad it is.
    severity: Severity
    #: What it is about, in source order.
    places: tuple[Place, ...] = attrs.field(converter=_places)
    #: The sentence in Japanese.
    japanese: str
    #: The sentence in English.
    english: str

    @property
    def table(self) -> str:
        """The codes of the tables, joined by a comma."""
        return ",".join(dict.fromkeys(place.table for place in self.places))

    @property
    def section(self) -> str:
        """The codes of the sections, joined by a comma."""
        return ",".join(dict.fromkeys(place.section for place in self.places))

    @property
    def part(self) -> str:
        """Which of several indicators or parts; ``""`` if it is about the whole row."""
        return ",".join(dict.fromkeys(place.part for place in self.places))

    def message(self, lang: Language = "ja") -> str:
        """Say it in one sentence."""
        return self.japanese if lang == "ja" else self.english
