"""The columns that a frame has: names, kinds and meaning, by version.

One row is one indicator with one observation. Five columns are enough to judge; all others add to
what can be told, and any that are not named here are carried along as they are. Null and NaN mean
missing; an end that is none is infinite.
"""

from __future__ import annotations

from enum import unique
from typing import Final, final

import attrs

from kpikit._value import Code, Value

__all__ = ["CONTRACT", "INPUTS", "OUTPUTS", "REQUIRED", "VERSION", "Column", "Kind"]

#: The version of the contract. A column may be added; none changes its meaning.
VERSION: Final = 1


@unique
class Kind(Code):
    """What a column may hold.

    >>> Kind("switch")
    Kind.SWITCH
    """

    #: A floating-point number; whole and decimal numbers are taken as such.
    NUMBER = "number"
    #: A small whole number with a fixed meaning.
    CODE = "code"
    #: Yes or no.
    SWITCH = "switch"
    #: A day: a date, or a point of time without a zone.
    DAY = "day"
    #: Text.
    TEXT = "text"


@final
@attrs.frozen(repr=False)
class Column(Value):
    """One column of the contract.

    >>> Column("actual_low", Kind.NUMBER, "the lower end of the actual").is_required
    False
    """

    #: Its name.
    name: str
    #: What it holds.
    kind: Kind
    #: What it means.
    meaning: str
    #: Whether a frame must have it.
    is_required: bool = attrs.field(default=False, kw_only=True)


#: What a frame may bring.
INPUTS: Final = (
    Column("undecided", Kind.CODE, "what makes it undecidable; 0: numbers do", is_required=True),
    Column("target_low", Kind.NUMBER, "least number that meets the target", is_required=True),
    Column("target_high", Kind.NUMBER, "largest number that meets it", is_required=True),
    Column("actual_low", Kind.NUMBER, "least number that the actual may be", is_required=True),
    Column("actual_high", Kind.NUMBER, "largest number that it may be", is_required=True),
    Column("target_low_closed", Kind.SWITCH, "whether that number itself meets it; absent: yes"),
    Column("target_high_closed", Kind.SWITCH, "likewise"),
    Column("actual_low_closed", Kind.SWITCH, "whether the actual may be that number; absent: yes"),
    Column("actual_high_closed", Kind.SWITCH, "likewise"),
    Column("as_of", Kind.DAY, "the day of judging"),
    Column("target_from", Kind.DAY, "first day of the target's period"),
    Column("target_due", Kind.DAY, "last day of the target's period"),
    Column("actual_until", Kind.DAY, "last day of the actual's period"),
    Column("waits", Kind.SWITCH, "whether only the date shows that it is met: a value to keep"),
    Column("stays", Kind.SWITCH, "whether what is met stays met: a running total with a floor"),
    Column(
        "part_of_total",
        Kind.CODE,
        "the verdict that a count of other years cannot give: 1, 2, or 3 for either; 0: none",
    ),
    Column("direction", Kind.CODE, "1: larger is better; -1: smaller; 0: not one way, or unknown"),
    Column("sense", Kind.CODE, "1: numbers are an increase; -1: a decrease; 0: a level"),
    Column("aim", Kind.NUMBER, "the one number aimed for, in the unit of the actual"),
    Column("baseline", Kind.NUMBER, "the value at the start, in that unit"),
    Column("base", Kind.NUMBER, "what a rate is of, where the target is one"),
    Column("rate", Kind.NUMBER, "the rate, 0.1 for 10 %, of an increase or a decrease of the base"),
    Column("strict", Kind.SWITCH, "whether the bound that the rate leads to is not enough itself"),
    Column("benchmark", Kind.NUMBER, "the value that the target compares with or counts from"),
    Column("line_low", Kind.NUMBER, "least number that keeps up with the line to the target"),
    Column("line_high", Kind.NUMBER, "largest number that does"),
    Column("line_undecided", Kind.CODE, "why there is no line; 0: numbers decide"),
    Column("taken", Kind.CODE, "what was taken as read: a bit for each flag"),
    Column("forecast", Kind.SWITCH, "whether the actual is only expected"),
    Column("repeated", Kind.SWITCH, "whether it is counted elsewhere"),
    Column("unit", Kind.TEXT, "the unit of all numbers of the row"),
    Column("per", Kind.TEXT, "what the numbers are for one of: a year, a case"),
    Column("statistic", Kind.TEXT, "of which statistic they are: a mean, a running total"),
    Column("name", Kind.TEXT, "the name of the indicator"),
    Column("plan", Kind.TEXT, "the title of the plan"),
    Column("section", Kind.TEXT, "the title of the section"),
    Column("publisher", Kind.TEXT, "the body that the document is of"),
    Column("file", Kind.TEXT, "the document"),
    Column("place", Kind.TEXT, "where in it the row stands"),
    Column("year", Kind.CODE, "the fiscal year of the actual; 0: none"),
    Column("row", Kind.CODE, "the number of the row, by which results are put in order"),
)

#: What judging adds.
OUTPUTS: Final = (
    Column("verdict", Kind.CODE, "the verdict"),
    Column("reason", Kind.CODE, "why it is neither achieved nor not; 0: none"),
    Column("standing", Kind.CODE, "how a target that is not due stands; 0: no standing"),
    Column("standing_reason", Kind.CODE, "why that is unknown; 0: none"),
    Column("flags", Kind.CODE, "what was taken as read, with early: a bit for each flag"),
    Column("achievement_low", Kind.NUMBER, "actual / target, the least"),
    Column("achievement_high", Kind.NUMBER, "actual / target, the most"),
    Column("progress_low", Kind.NUMBER, "distance covered from the baseline, the least"),
    Column("progress_high", Kind.NUMBER, "distance covered from the baseline, the most"),
)

#: All columns by name.
CONTRACT: Final = {column.name: column for column in INPUTS + OUTPUTS}

#: Those without which nothing can be judged.
REQUIRED: Final = tuple(column.name for column in INPUTS if column.is_required)
