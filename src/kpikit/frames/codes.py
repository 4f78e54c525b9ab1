"""The numbers that verdicts, reasons, flags and standings travel as.

They stand in files and never change; a new code gets a new number. Reasons up to
:data:`DECIDED_BY_NUMBERS` leave the numbers a say, those from :data:`NOTHING_TO_MEET` on say that
there is no target.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from kpikit.judging.gap import Gap
from kpikit.judging.standing import Pace
from kpikit.language.messages import Language, say
from kpikit.model.verdict import Flag, Reason, Verdict

__all__ = [
    "ANY_VERDICT",
    "DECIDED_BY_NUMBERS",
    "FLAGS",
    "NOTHING_TO_MEET",
    "PACES",
    "REASONS",
    "VERDICTS",
    "flags_in",
    "flags_of",
    "words_of",
]

#: Verdict → number.
VERDICTS: Final[Mapping[Verdict, int]] = MappingProxyType(
    {
        Verdict.INDETERMINATE: 0,
        Verdict.ACHIEVED: 1,
        Verdict.NOT_ACHIEVED: 2,
        Verdict.NOT_DUE: 3,
        Verdict.NOT_APPLICABLE: 4,
    }
)

#: What stands for any verdict where a verdict cannot be given: of several parts.
ANY_VERDICT: Final = 3

#: Pace → number; 0 is no standing.
PACES: Final[Mapping[Pace, int]] = MappingProxyType(
    {Pace.ON_TRACK: 1, Pace.BEHIND: 2, Pace.UNKNOWN: 3}
)

#: Up to here the numbers are looked at: 0 is no reason, 1 an unknown direction, with which a
#: target that is met is met.
DECIDED_BY_NUMBERS: Final = 1
#: From here on there is no target to meet.
NOTHING_TO_MEET: Final = 60

#: Reason, or why there is no line, → number; 0 is none.
REASONS: Final[Mapping[Reason | Gap, int]] = MappingProxyType(
    {
        Reason.DIRECTION_UNKNOWN: DECIDED_BY_NUMBERS,
        Reason.NO_ACTUAL: 2,
        Reason.ACTUAL_STALE: 3,
        Reason.ACTUAL_UNREADABLE: 4,
        Reason.TARGET_UNREADABLE: 5,
        Reason.UNITS_DIFFER: 6,
        Reason.BASIS_DIFFERS: 7,
        Reason.SENSE_DIFFERS: 8,
        Reason.STATISTIC_DIFFERS: 9,
        Reason.BASELINE_MISSING: 10,
        Reason.BASELINE_UNUSABLE: 11,
        Reason.BENCHMARK_MISSING: 12,
        Reason.BENCHMARK_PERIOD_DIFFERS: 13,
        Reason.PREVIOUS_VALUE_MISSING: 14,
        Reason.INTERVAL_STRADDLES: 15,
        Reason.NOT_QUANTIFIED: 16,
        Reason.RATE_OR_POINTS: 17,
        Reason.DEFINED_ELSEWHERE: 18,
        Reason.PARTS_DIFFER: 19,
        Reason.NOT_YET_DUE: 20,
        Reason.ACTUAL_UNDATED: 21,
        Reason.TARGET_UNDATED: 22,
        Reason.ACTUAL_YEAR_UNKNOWN: 23,
        Gap.BASELINE_MISSING: 30,
        Gap.BASELINE_UNDATED: 31,
        Gap.NO_SINGLE_TARGET: 32,
        Gap.TARGET_UNDATED: 33,
        Gap.ACTUAL_UNDATED: 34,
        Gap.NOT_LATER: 35,
        Gap.BEFORE_BASELINE: 36,
        Gap.NO_LATER_VALUE: 37,
        Gap.IMPRECISE_VALUE: 38,
        Gap.NOT_COMPARABLE: 39,
        Gap.TOO_FEW_POINTS: 40,
        Gap.SEVERAL_VALUES: 41,
        Gap.NOT_A_YEAR: 42,
        Gap.NOT_POSITIVE: 43,
        Gap.OPPOSITE_SIGNS: 44,
        Gap.BASELINE_EQUALS_TARGET: 45,
        Reason.EXPLORATORY: NOTHING_TO_MEET,
        Reason.UNSET: 61,
        Reason.INDICATOR_NOT_SET: 62,
    }
)

#: Flag → its bit; that of *early* is the lowest, since only judging sets it.
FLAGS: Final[Mapping[Flag, int]] = MappingProxyType(
    {
        Flag.EARLY: 1,
        Flag.FORECAST: 1 << 1,
        Flag.PROVISIONAL: 1 << 2,
        Flag.DIRECTION_ASSUMED: 1 << 3,
        Flag.DIRECTION_FROM_BASELINE: 1 << 4,
        Flag.DIRECTION_FROM_ZERO: 1 << 5,
        Flag.DIRECTION_FROM_NAME: 1 << 6,
        Flag.DIRECTION_FROM_PARTS: 1 << 7,
        Flag.DIRECTION_FROM_PRINTED: 1 << 8,
        Flag.START_FROM_FIRST_VALUE: 1 << 9,
        Flag.ACTUAL_APPROXIMATE: 1 << 10,
        Flag.TARGET_APPROXIMATE: 1 << 11,
        Flag.UNIT_ASSUMED: 1 << 12,
        Flag.BASIS_ASSUMED: 1 << 13,
        Flag.STATISTIC_ASSUMED: 1 << 14,
        Flag.STATED_BY_NAME: 1 << 15,
        Flag.RATIO_ASSUMED: 1 << 16,
        Flag.PART_OF_TOTAL: 1 << 17,
        Flag.OUTCOME_IN_WORDS: 1 << 18,
        Flag.BENCHMARK_PERIOD_UNKNOWN: 1 << 19,
        Flag.BENCHMARK_OF_ANOTHER_YEAR: 1 << 20,
    }
)


def flags_of(flags: Iterable[Flag]) -> int:
    """Return flags as one number, a bit for each.

    >>> flags_of([Flag.EARLY, Flag.PROVISIONAL])
    5
    """
    return sum(FLAGS[flag] for flag in set(flags))


def flags_in(number: int) -> tuple[Flag, ...]:
    """Return the flags whose bits a number has, the inverse of :func:`flags_of`.

    >>> flags_in(5)
    (Flag.EARLY, Flag.PROVISIONAL)
    """
    return tuple(flag for flag, bit in FLAGS.items() if number & bit)


def words_of(column: str, lang: Language) -> dict[int, str]:
    """Return what the numbers of a column of codes mean, in words.

    >>> words_of("verdict", "en")[1]
    'achieved'
    """
    match column:
        case "verdict":
            return {number: say(f"verdict-{each.value}", lang) for each, number in VERDICTS.items()}
        case "standing":
            return {number: say(f"pace-word-{each.value}", lang) for each, number in PACES.items()}
        case _:
            return {number: each.value for each, number in REASONS.items()}
