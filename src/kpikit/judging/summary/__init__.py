"""Roll-ups: counts of verdicts, grades and weights, and ratios made of counted parts.

Each is made of evaluations by its ``of``, and each can be had for a plan, a section, a category
or a department: see :meth:`kpikit.judging.result.PlanEvaluation.roll_up`. All of them count an
indicator once that stands in two places, say what they could not use, and add.
"""

from __future__ import annotations

from kpikit.judging.summary.counts import Summary
from kpikit.judging.summary.distinct import distinct, identity
from kpikit.judging.summary.mid_term import MidTerm
from kpikit.judging.summary.ratio import PooledRatio
from kpikit.judging.summary.share import Share
from kpikit.judging.summary.tally import Tally
from kpikit.judging.summary.weighted import WeightedSummary

__all__ = [
    "MidTerm",
    "PooledRatio",
    "Share",
    "Summary",
    "Tally",
    "WeightedSummary",
    "distinct",
    "identity",
]
