"""What a publisher printed beside what its own figures yield: 達成率, 進捗率, ◎○△, A to D, 達成.

Each column of printed rates is fitted: of the formulas that bodies use, with the target of the
year or the last one, rounded half up, down or up, kept within 0 and 100 or not, the one that
reproduces most of its rows is named with their number. Each column of printed results is fitted
in the same way: what its marks rest on, and where each class begins; and each of printed changes
(前年度比, 増減, 目標との差): from which value, and how it is told. Every row that differs is
listed with both. No verdict changes by it, but that :func:`directed` tells open directions.
"""

from __future__ import annotations

from kpikit.analysis.reconcile.changes import ChangeFit, ChangeForm, ChangeFrom
from kpikit.analysis.reconcile.direction import directed, directions
from kpikit.analysis.reconcile.findings import discrepancies
from kpikit.analysis.reconcile.fit import Fit
from kpikit.analysis.reconcile.known import KnownScheme
from kpikit.analysis.reconcile.result import PrintedColumn, Reconciliation, reconcile
from kpikit.analysis.reconcile.rows import PrintedRow, PrintedRows
from kpikit.analysis.reconcile.scale import Basis, Limit, MarkScale

__all__ = [
    "Basis",
    "ChangeFit",
    "ChangeForm",
    "ChangeFrom",
    "Fit",
    "KnownScheme",
    "Limit",
    "MarkScale",
    "PrintedColumn",
    "PrintedRow",
    "PrintedRows",
    "Reconciliation",
    "directed",
    "directions",
    "discrepancies",
    "reconcile",
]
