"""An observation: what was measured, and when, or why there is nothing."""

from __future__ import annotations

from typing import Final, final

import attrs

from kpikit._value import Code, Value, several
from kpikit.language.errors import InvalidIndicatorError
from kpikit.model._fields import typed
from kpikit.model.period import Period
from kpikit.model.quantity import Quantity

__all__ = ["Benchmark", "Missing", "Observation", "Part", "Status"]


class Missing(Code):
    """Why there is no value. Missing is never zero.

    >>> Missing("pending")
    Missing.PENDING
    """

    #: The cell is empty.
    BLANK = "blank"
    #: A dash: there is nothing to report.
    NONE = "none"
    #: 集計中, 調整中, 調査中: not yet known.
    PENDING = "pending"
    #: 未公表, 非公表: known and not told.
    NOT_PUBLISHED = "not-published"
    #: x: withheld, so that nobody can be recognised.
    SUPPRESSED = "suppressed"
    #: The document that should define the indicator set none.
    NOT_SET = "not-set"
    #: There is a cell, and it could not be read.
    UNREADABLE = "unreadable"


class Status(Code):
    """How firm a value is.

    >>> Status("forecast")
    Status.FORECAST
    """

    #: As finally reported.
    FINAL = "final"
    #: 速報, 暫定: may still be corrected.
    PROVISIONAL = "provisional"
    #: 見込: expected, not measured. Judged, and kept out of the counts.
    FORECAST = "forecast"


_FIELDS: Final = typed(InvalidIndicatorError)


def _named(_instance: object, _attribute: object, value: str) -> None:
    if not value.strip():
        raise InvalidIndicatorError.told("benchmark-needs-name")


@final
@attrs.frozen(repr=False, field_transformer=_FIELDS)
class Benchmark(Value):
    """A comparator such as the national average, with its own period.

    >>> Benchmark("全国平均", Quantity("75.2", "%"))
    Benchmark('全国平均', Quantity('75.2', '%'))

    Raises:
        InvalidIndicatorError: The name is empty.
    """

    #: What it is, as the table calls it; not empty.
    name: str = attrs.field(validator=_named)
    #: Its value.
    quantity: Quantity
    #: What it is for, or ``None`` where the table does not say.
    period: Period | None = None


@final
@attrs.frozen(repr=False, field_transformer=_FIELDS)
class Part(Value):
    """One labelled value of a cell that holds several.

    >>> Part("男性", Observation(None, Quantity("15", "%"))).label
    '男性'
    """

    #: The label as written: ``Twitter(現X)``, ``①``; ``""`` where only the order tells.
    label: str
    #: The value.
    observation: Observation


@final
@attrs.frozen(repr=False, field_transformer=_FIELDS)
class Observation(Value):
    """A value with the period it is for.

    Raises:
        InvalidIndicatorError: Not exactly one of quantity, missing, outcome and parts is given,
            there are other benchmarks without a first one, or something is of another type.

    >>> from kpikit.model.period import FiscalYear
    >>> Observation(FiscalYear(2023), Quantity("48.2", "%"))
    Observation(FiscalYear(2023), quantity=Quantity('48.2', '%'))
    """

    #: What it is for, or ``None`` where nothing says so.
    period: Period | None
    #: The value, or ``None``.
    quantity: Quantity | None = None
    #: Why there is no value, or ``None``.
    missing: Missing | None = attrs.field(default=None, kw_only=True)
    #: The value in words, where there is no number: ``削減``.
    outcome: str | None = attrs.field(default=None, kw_only=True)
    #: The labelled values of a cell that holds several.
    parts: tuple[Part, ...] = attrs.field(default=(), converter=several, kw_only=True)
    #: How firm it is.
    status: Status = attrs.field(default=Status.FINAL, kw_only=True)
    #: The comparator given beside it, the first where there are several.
    benchmark: Benchmark | None = attrs.field(default=None, kw_only=True)
    #: Comparators given beside it after the first: 全国平均 and 県平均.
    other_benchmarks: tuple[Benchmark, ...] = attrs.field(
        default=(), converter=several, kw_only=True
    )
    #: The period of the column it stands in, where the heading names one.
    column: Period | None = attrs.field(default=None, kw_only=True)
    #: The year that it is said to be of, where that names no era: ``30年度``; ``""`` if none is.
    unread: str = attrs.field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Check that there is one content, and a benchmark before others."""
        given = (
            (self.quantity is not None)
            + (self.missing is not None)
            + (self.outcome is not None)
            + bool(self.parts)
        )
        if given != 1:
            raise InvalidIndicatorError.told("observation-contents", given=given)
        if self.other_benchmarks and self.benchmark is None:
            raise InvalidIndicatorError("other benchmarks come after a first one")

    @property
    def benchmarks(self) -> tuple[Benchmark, ...]:
        """All comparators given beside it.

        >>> nation, county = (Benchmark(name, Quantity("5", "%")) for name in ("全国", "県"))
        >>> seen = Observation(
        ...     None, Quantity("6", "%"), benchmark=nation, other_benchmarks=[county]
        ... )
        >>> [each.name for each in seen.benchmarks]
        ['全国', '県']
        """
        first = () if self.benchmark is None else (self.benchmark,)
        return first + self.other_benchmarks

    @property
    def placed(self) -> Period | None:
        """The period it is filed under: that of the column, else its own."""
        return self.column or self.period
