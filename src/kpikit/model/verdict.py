"""The closed sets that an evaluation answers with: verdicts, reasons, flags.

The values are stable: they stand in files and may be relied on.
"""

from __future__ import annotations

from kpikit._value import Code

__all__ = ["Direction", "Flag", "Reason", "Verdict"]


class Verdict(Code):
    """What becomes of a target, five outcomes and no more.

    >>> Verdict("achieved")
    Verdict.ACHIEVED
    >>> import kpikit as kk
    >>> usage = kk.Indicator("利用率", target=kk.read_target("55%以上").unwrap())
    >>> for cell in ("55%", "48.2%", "約55%", "未設定"):
    ...     print(cell, kk.evaluate(usage, kk.read_actual(cell).value).verdict.value)
    55% achieved
    48.2% not_achieved
    約55% indeterminate
    未設定 indeterminate
    """

    #: 達成: every value that the actual may stand for meets the rule.
    ACHIEVED = "achieved"
    #: 未達成: none does.
    NOT_ACHIEVED = "not_achieved"
    #: 判定不能: it cannot be told, and the reason says why.
    INDETERMINATE = "indeterminate"
    #: 期限前: the target's date lies after the date of judging.
    NOT_DUE = "not_due"
    #: 対象外: there is no target to meet.
    NOT_APPLICABLE = "not_applicable"


class Direction(Code):
    """Which way is better.

    >>> Direction("lower")
    Direction.LOWER
    >>> import kpikit as kk
    >>> calls = kk.Indicator("相談件数", target=kk.read_target("70件").unwrap())
    >>> seen = kk.read_actual("50件 (R5)").unwrap()
    >>> kk.evaluate(calls, seen).reason, kk.evaluate(calls, seen, assume=Direction.LOWER).verdict
    (Reason.DIRECTION_UNKNOWN, Verdict.ACHIEVED)
    """

    #: Larger is better.
    HIGHER = "higher"
    #: Smaller is better.
    LOWER = "lower"


class Reason(Code):
    """Why there is no answer of achieved or not achieved.

    >>> Reason("units-differ")
    Reason.UNITS_DIFFER
    >>> import kpikit as kk
    >>> usage = kk.Indicator("利用率", target=kk.read_target("55%以上").unwrap())
    >>> kk.evaluate(usage, kk.read_actual("120件 (R5)").unwrap()).reason
    Reason.UNITS_DIFFER
    """

    #: The indicator has no value to judge.
    NO_ACTUAL = "no-actual"
    #: The target is due, and the latest value is from before its period.
    ACTUAL_STALE = "actual-stale"
    #: Nothing says of when the value is, and the targets of several years answer differently.
    ACTUAL_UNDATED = "actual-undated"
    #: The table says by when the target is to be met, and it could not be read (31年度).
    TARGET_UNDATED = "target-undated"
    #: The value is of a year without its era (30年度), and its target is due: which came first?
    ACTUAL_YEAR_UNKNOWN = "actual-year-unknown"
    #: There is a cell for the actual, and it could not be read.
    ACTUAL_UNREADABLE = "actual-unreadable"
    #: There is a cell for the target, and it could not be read; or there is none.
    TARGET_UNREADABLE = "target-unreadable"
    #: The units are not of one dimension.
    UNITS_DIFFER = "units-differ"
    #: Both sides state a basis (``/年``, ``1案件当たり``), not the same.
    BASIS_DIFFERS = "basis-differs"
    #: One side is a change and the other a level, or only one of two cuts (削減率) has a minus.
    SENSE_DIFFERS = "sense-differs"
    #: 累計 or 延べ stands on one side only.
    STATISTIC_DIFFERS = "statistic-differs"
    #: The rule counts from a baseline that is not known.
    BASELINE_MISSING = "baseline-missing"
    #: The rule counts from a baseline that is zero or negative, or imprecise.
    BASELINE_UNUSABLE = "baseline-unusable"
    #: The average or other comparator is not given.
    BENCHMARK_MISSING = "benchmark-missing"
    #: The comparator is for another period than the rule asks for.
    BENCHMARK_PERIOD_DIFFERS = "benchmark-period-differs"
    #: The rule compares with the year or the survey before, which is not given.
    PREVIOUS_VALUE_MISSING = "previous-value-missing"
    #: Whether more or less is better cannot be told.
    DIRECTION_UNKNOWN = "direction-unknown"
    #: Some of the values that the actual may stand for meet the rule, some do not.
    INTERVAL_STRADDLES = "interval-straddles"
    #: Words against a number, or words that are not the targeted outcome.
    NOT_QUANTIFIED = "not-quantified"
    #: A change of a share given in %: of the share, or in points?
    RATE_OR_POINTS = "rate-or-points"
    #: The target is set in another document.
    DEFINED_ELSEWHERE = "defined-elsewhere"
    #: The labelled parts of the target and of the actual do not match; or one number is asked
    #: for, and each part and their sum answer differently.
    PARTS_DIFFER = "parts-differ"
    #: The target's date lies after the date of judging.
    NOT_YET_DUE = "not-yet-due"
    #: An exploratory project sets no target.
    EXPLORATORY = "exploratory"
    #: No target is set.
    UNSET = "unset"
    #: The target points to a document that set no indicator.
    INDICATOR_NOT_SET = "indicator-not-set"


class Flag(Code):
    """What was taken as read when a target was judged.

    >>> Flag("actual-approximate")
    Flag.ACTUAL_APPROXIMATE
    >>> import kpikit as kk
    >>> usage = kk.Indicator("利用率", target=kk.read_target("55%以上").unwrap())
    >>> kk.evaluate(usage, kk.read_actual("約60% (R5)").unwrap()).flags
    (Flag.ACTUAL_APPROXIMATE,)
    """

    #: Nothing tells which way is better: it was taken as the caller assumes.
    DIRECTION_ASSUMED = "direction-assumed"
    #: The target lies above the baseline: larger was taken as better.
    DIRECTION_FROM_BASELINE = "direction-from-baseline"
    #: The target is zero: it was taken as a ceiling.
    DIRECTION_FROM_ZERO = "direction-from-zero"
    #: The indicator's name says which way is better (死者数, 利用者数 …).
    DIRECTION_FROM_NAME = "direction-from-name"
    #: Other parts of the indicator say which way is better.
    DIRECTION_FROM_PARTS = "direction-from-parts"
    #: Only one way leads to the results that the publisher prints.
    DIRECTION_FROM_PRINTED = "direction-from-printed"
    #: No baseline is given: the earliest dated value was taken for it.
    START_FROM_FIRST_VALUE = "start-from-first-value"
    #: The actual is approximate and stands for all that rounds to it.
    ACTUAL_APPROXIMATE = "actual-approximate"
    #: The target is approximate and was taken at its number.
    TARGET_APPROXIMATE = "target-approximate"
    #: A unit stands on one side only.
    UNIT_ASSUMED = "unit-assumed"
    #: A basis stands on one side only.
    BASIS_ASSUMED = "basis-assumed"
    #: 平均, 合計 or the like stands on one side only.
    STATISTIC_ASSUMED = "statistic-assumed"
    #: The indicator's name says what the value leaves out (増加数, 削減時間, 累計 …).
    STATED_BY_NAME = "stated-by-name"
    #: The actual is a share or a multiple: it was taken as one of what the target names.
    RATIO_ASSUMED = "ratio-assumed"
    #: A single year's value against a running total: at least that much.
    PART_OF_TOTAL = "part-of-total"
    #: The targeted outcome was reported in words, without an amount.
    OUTCOME_IN_WORDS = "outcome-in-words"
    #: The comparator's period is not given.
    BENCHMARK_PERIOD_UNKNOWN = "benchmark-period-unknown"
    #: The comparator is of another year than the actual.
    BENCHMARK_OF_ANOTHER_YEAR = "benchmark-of-another-year"
    #: The target was met before its date.
    EARLY = "early"
    #: The value is a forecast (見込) and is kept out of the counts.
    FORECAST = "forecast"
    #: The value is provisional (速報, 暫定).
    PROVISIONAL = "provisional"
