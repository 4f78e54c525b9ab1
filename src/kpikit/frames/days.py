"""What the day of judging makes of a verdict, and how a target that is not due stands."""

from __future__ import annotations

from datetime import date, datetime
from math import inf
from typing import Final, NamedTuple

from kpikit.frames.codes import ANY_VERDICT, PACES, REASONS, VERDICTS
from kpikit.frames.engine import narwhals
from kpikit.frames.interval import Expr, Interval, Schema, one
from kpikit.frames.verdict import REASON, VERDICT
from kpikit.judging.gap import Gap
from kpikit.judging.standing import Pace
from kpikit.model.verdict import Reason, Verdict

__all__ = ["EARLY", "Days"]

#: Columns of the way, of ones and zeros.
EARLY = "_kpikit_early"
_NOT_DUE, _PART, _STALE = "_kpikit_not_due", "_kpikit_part", "_kpikit_stale"
_ON, _BEHIND = "_kpikit_on", "_kpikit_behind"

_ACHIEVED: Final = VERDICTS[Verdict.ACHIEVED]
_NOT_ACHIEVED: Final = VERDICTS[Verdict.NOT_ACHIEVED]
_NOT_APPLICABLE: Final = VERDICTS[Verdict.NOT_APPLICABLE]


class Days(NamedTuple):
    """The columns of days that a frame has, and the day of judging where the caller names one."""

    schema: Schema
    as_of: date | None

    @property
    def are_known(self) -> bool:
        """Whether any target can be told to be due or not."""
        return "target_due" in self.schema and (self.as_of is not None or "as_of" in self.schema)

    def steps(self) -> dict[str, Expr]:
        """Return what the day tells of the verdict so far, each as ones and zeros."""
        nw = narwhals()
        verdict, due, day = nw.col(VERDICT), nw.col("target_due"), self._day
        later, past = one(due > day), one(due <= day)
        early = later * one(verdict == _ACHIEVED) * (1 - self._switch("waits"))
        stays = one(verdict == _ACHIEVED) * self._switch("stays")
        part = past * self._part(verdict)
        return {
            EARLY: early,
            _NOT_DUE: later * one(verdict != _NOT_APPLICABLE) - early,
            _PART: part,
            _STALE: past * self._stale(verdict) * (1 - stays) * (1 - part),
        } | self._line()

    def _switch(self, name: str) -> Expr | int:
        return one(narwhals().col(name)) if name in self.schema else 0

    @property
    def _day(self) -> Expr:
        """The day of judging, as a value of the type that the due days have."""
        nw, day = narwhals(), self.as_of
        if day is None:
            return nw.col("as_of")
        is_date = self.schema["target_due"] == nw.Date
        return nw.lit(day if is_date else datetime(day.year, day.month, day.day))  # noqa: DTZ001

    def _part(self, verdict: Expr) -> Expr | int:
        """Whether the verdict is the one that a year of several cannot give."""
        if "part_of_total" not in self.schema:
            return 0
        code = narwhals().col("part_of_total")
        own = (verdict == code) & (code > 0)
        return one(own | ((code == ANY_VERDICT) & (verdict != _NOT_APPLICABLE)))

    def _stale(self, verdict: Expr) -> Expr | int:
        """Whether a value from before the target's period decides it."""
        if not {"actual_until", "target_from"} <= self.schema.keys():
            return 0
        nw = narwhals()
        decided = (verdict == _ACHIEVED) | (verdict == _NOT_ACHIEVED)
        return one((nw.col("actual_until") < nw.col("target_from")) & decided)

    def _line(self) -> dict[str, Expr]:
        """Return whether the actual keeps up with the line, or lies behind it."""
        if not {"line_low", "line_high", "line_undecided"} <= self.schema.keys():
            return {}
        line, actual = Interval("line", self.schema), Interval("actual", self.schema)
        is_line = (line.end("low") - line.end("high")) <= inf
        told = (narwhals().col("line_undecided") == 0) & is_line & actual.is_ordered
        return {
            _ON: one(told & actual.is_inside(line)),
            _BEHIND: one(told & actual.is_apart(line)),
        }

    def verdict(self) -> Expr:
        """Return the verdict by the columns of :meth:`steps`."""
        nw = narwhals()
        later = nw.col(_NOT_DUE)
        return nw.col(VERDICT) * self._unchanged + VERDICTS[Verdict.NOT_DUE] * later

    def reason(self) -> Expr:
        """Return the reason by them."""
        nw = narwhals()
        changed = {
            _NOT_DUE: Reason.NOT_YET_DUE,
            _PART: Reason.STATISTIC_DIFFERS,
            _STALE: Reason.ACTUAL_STALE,
        }
        own = sum(nw.col(name) * REASONS[reason] for name, reason in changed.items())
        return nw.col(REASON) * self._unchanged + own

    @property
    def _unchanged(self) -> Expr:
        nw = narwhals()
        return 1 - nw.col(_NOT_DUE) - nw.col(_PART) - nw.col(_STALE)

    def standing(self) -> Expr:
        """Return how a target that is not due stands, 0 for all others."""
        on, behind, unknown = self._paces()
        on_track = PACES[Pace.ON_TRACK] * on + PACES[Pace.BEHIND] * behind
        return narwhals().col(_NOT_DUE) * (on_track + PACES[Pace.UNKNOWN] * unknown)

    def standing_reason(self) -> Expr:
        """Return why that is unknown: the reason that is given, else the actual or the line."""
        nw = narwhals()
        if "line_undecided" not in self.schema:
            return nw.col(_NOT_DUE) * REASONS[Gap.BASELINE_MISSING]
        _, _, unknown = self._paces()
        code = nw.col("line_undecided").cast(nw.Int8).fill_null(REASONS[Gap.BASELINE_MISSING])
        actual, line = Interval("actual", self.schema), Interval("line", self.schema)
        is_line = one((line.end("low") - line.end("high")) <= inf)
        missing = (1 - is_line) * REASONS[Gap.BASELINE_MISSING]
        straddling = is_line * one(actual.is_ordered) * REASONS[Reason.INTERVAL_STRADDLES]
        no_actual = is_line * (1 - one(actual.is_ordered)) * REASONS[Reason.NO_ACTUAL]
        own = one(code == 0) * (missing + straddling + no_actual)
        return nw.col(_NOT_DUE) * unknown * (code + own)

    def _paces(self) -> tuple[Expr | int, Expr | int, Expr | int]:
        if not {"line_low", "line_high", "line_undecided"} <= self.schema.keys():
            return 0, 0, 1
        nw = narwhals()
        on, behind = nw.col(_ON), nw.col(_BEHIND)
        return on, behind, 1 - on - behind
