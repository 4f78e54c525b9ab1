"""What a published text says in columns of the contract, as the readers of cells read it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from kpikit.cell import read_actual, read_target
from kpikit.frames.codes import ANY_VERDICT, REASONS, flags_of
from kpikit.frames.ends import Ends, ends_of
from kpikit.frames.rows import SENSES, WAYS, Row, row_of
from kpikit.frames.zone import compared
from kpikit.judging.dated import STRETCHES, waits
from kpikit.judging.judge import STATUS_FLAGS, evaluate
from kpikit.model.evidence import Evidence
from kpikit.model.indicator import Indicator, Target
from kpikit.model.judgement import Judgement, undecided
from kpikit.model.observation import Observation
from kpikit.model.period import Period, Span, fiscal_year_of
from kpikit.model.quantity import Quantity
from kpikit.model.rule import Rule
from kpikit.model.verdict import Flag, Reason, Verdict

__all__ = ["ACTUAL", "PAIR", "TARGET", "Kind", "pair_row"]

_ZERO: Final = Quantity(0)
#: The name of an indicator of which none is known.
_NAMELESS: Final = "?"


class Kind(NamedTuple):
    """A kind of texts: how one is read, and to which columns."""

    #: Returns what a text says, ``None`` if it is refused.
    read: Callable[[str], Row | None]
    #: The columns, as they are of a text that is refused.
    refused: Row
    #: Those that are numbers of the text.
    numbers: tuple[str, ...]

    @property
    def others(self) -> tuple[str, ...]:
        """All other columns."""
        return tuple(name for name in self.refused if name not in self.numbers)

    def row(self, text: str) -> Row:
        """Return what a text says.

        >>> TARGET.row("80%以上")["target_low"], TARGET.row("80%以上か")["undecided"]
        (80.0, 5)
        """
        return self.read(text) or self.refused


def _target(text: str) -> Row | None:
    reading = read_target(text)
    if reading.value is None:
        return None
    rule = reading.value
    number = rule.aim or rule.number or getattr(rule, "value", None)
    judgement, zone = _asked(rule, number or _ZERO)
    if reading.unread and judgement.reason is None:
        judgement = judgement.changed_to(Verdict.INDETERMINATE, Reason.TARGET_UNDATED)
    row = _row_of_target(Target(rule, reading.period), judgement, zone)
    return row | _measured(number)


def _asked(rule: Rule, number: Quantity) -> tuple[Judgement, Ends | None]:
    """Return how a rule judges the number that it names, and the numbers that meet it."""
    if rule.labels:
        return undecided(Reason.PARTS_DIFFER, rule), None
    evidence = Evidence("", Observation(None, number.exact))
    judgement = rule.judge(evidence)
    if judgement.reason is not None or judgement.rule is None:
        return judgement, None
    zone = judgement.rule.accepts or judgement.rule.level
    if zone is not None:
        return judgement, ends_of(zone.exact)
    found = compared(judgement, evidence)
    return judgement, found and found.zone


def _row_of_target(target: Target, judgement: Judgement, zone: Ends | None) -> Row:
    rule, period = judgement.rule, target.period
    aim = rule.aim if rule is not None and zone is not None else None
    return {
        "undecided": _code(judgement),
        "target_low": zone and zone.low,
        "target_high": zone and zone.high,
        "aim": None if aim is None else float(aim.value),
        "target_from": period and period.start,
        "target_due": period and period.end,
        "waits": waits(target, judgement, Evidence("", None)),
        "part_of_total": ANY_VERDICT if isinstance(period, Span) else 0,
        "direction": WAYS[rule.way if rule is not None else None],
        "taken": flags_of(judgement.flags),
    }


def _code(judgement: Judgement) -> int:
    """Return why it is undecided; an unknown direction decides where the number is met."""
    if judgement.reason is not None:
        return REASONS[judgement.reason]
    is_undirected = judgement.rule is not None and judgement.rule.is_undirected
    return REASONS[Reason.DIRECTION_UNKNOWN] if is_undirected else 0


def _actual(text: str) -> Row | None:
    seen = read_actual(text).value
    if seen is None:
        return None
    quantity, period = seen.quantity, seen.period
    ends = quantity and ends_of(quantity.possible)
    flags = [flag for flag in (STATUS_FLAGS.get(seen.status),) if flag is not None]
    if quantity is not None and quantity.approximate:
        flags.append(Flag.ACTUAL_APPROXIMATE)
    return {
        "undecided": _why_no_number(seen),
        "actual_low": ends and ends.low,
        "actual_high": ends and ends.high,
        "actual_until": period and period.end,
        "part_of_total": ANY_VERDICT if isinstance(period, STRETCHES) else 0,
        "year": _year_of(period),
        "taken": flags_of(flags),
        "forecast": Flag.FORECAST in flags,
    } | _measured(quantity)


def _why_no_number(seen: Observation) -> int:
    """Return why there is no number, or one of no year that is known; 0 if there is one."""
    if seen.quantity is not None:
        return REASONS[Reason.ACTUAL_YEAR_UNKNOWN] if seen.unread else 0
    if seen.missing is not None:
        return REASONS[Reason.NO_ACTUAL]
    return REASONS[Reason.PARTS_DIFFER if seen.parts else Reason.NOT_QUANTIFIED]


def _year_of(period: Period | None) -> int:
    return (period and fiscal_year_of(period)) or 0


def _measured(quantity: Quantity | None) -> Row:
    """Return what a number is of: its unit, per what, which statistic, in which sense."""
    if quantity is None:
        return {"sense": 0, "unit": "", "per": "", "statistic": ""}
    return {
        "sense": SENSES[quantity.change],
        "unit": quantity.unit,
        "per": quantity.per,
        "statistic": quantity.statistic,
    }


#: Texts of targets, and texts of actuals.
TARGET: Final = Kind(
    _target,
    {
        "undecided": REASONS[Reason.TARGET_UNREADABLE],
        "target_low": None,
        "target_high": None,
        "aim": None,
        "target_from": None,
        "target_due": None,
        "waits": False,
        "part_of_total": 0,
        "direction": 0,
        "taken": 0,
    }
    | _measured(None),
    ("target_low", "target_high", "aim"),
)
ACTUAL: Final = Kind(
    _actual,
    {
        "undecided": REASONS[Reason.ACTUAL_UNREADABLE],
        "actual_low": None,
        "actual_high": None,
        "actual_until": None,
        "part_of_total": 0,
        "year": 0,
        "taken": 0,
        "forecast": False,
    }
    | _measured(None),
    ("actual_low", "actual_high"),
)
#: The columns of a target beside an actual.
PAIR: Final = (*dict.fromkeys((*TARGET.refused, *ACTUAL.refused, "as_of", "stays")),)


def pair_row(target: str, actual: str) -> Row:
    """Return the columns of a target beside an actual, both of which can be read.

    >>> row = pair_row("1.5千人", "1,600人")
    >>> row["undecided"], row["target_low"], row["actual_low"]
    (1, 1500.0, 1600.0)
    """
    asked, seen = read_target(target), read_actual(actual).value
    rule = () if asked.value is None else Target(asked.value, asked.period, asked.unread)
    row = row_of(evaluate(Indicator(_NAMELESS, target=rule), seen))
    return {name: row[name] for name in PAIR}
