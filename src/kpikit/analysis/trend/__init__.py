"""How an indicator moves: series, straight-line paths, projections, growth-rate methods.

Everything here is about time: where a value should stand by now if it went straight from the
baseline to the target, where it will stand if it goes on as before, and the scores that
statistical offices give to a trend. None of it changes a verdict: whether a target is achieved
is for :func:`kpikit.evaluate` alone.

Time runs in fractions of fiscal years, each day counting alike within its own year, so that the
end of a fiscal year is a whole number and a leap year is as long as any other; where all the
periods are calendar years, in fractions of those. A value is placed at the end of its period.
Nothing is a float: lines are exact, and powers are taken with 60 digits.
"""

from kpikit.analysis.trend.growth import Course, EurostatVariant, GrowthRate24, Score, TrendStatus
from kpikit.analysis.trend.projection import Method, Projection, project
from kpikit.analysis.trend.series import Series
from kpikit.analysis.trend.standing import on_track
from kpikit.judging.gap import Gap, Undefined
from kpikit.judging.path import Path, Point, milestones
from kpikit.judging.standing import Pace, Standing

__all__ = [
    "Course",
    "EurostatVariant",
    "Gap",
    "GrowthRate24",
    "Method",
    "Pace",
    "Path",
    "Point",
    "Projection",
    "Score",
    "Series",
    "Standing",
    "TrendStatus",
    "Undefined",
    "milestones",
    "on_track",
    "project",
]
