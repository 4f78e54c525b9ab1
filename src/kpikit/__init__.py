"""Judge the KPI tables of Japanese municipalities.

>>> import kpikit as kk
>>> usage = kk.Indicator(
...     "ICTを活用した行政サービスの利用率",
...     target=kk.AtLeast(kk.Quantity("55", "%")),
...     baseline=kk.Quantity("48", "%"),
... )
>>> result = kk.evaluate(usage, kk.Observation(kk.FiscalYear(2023), kk.Quantity("48.2", "%")))
>>> result.verdict
Verdict.NOT_ACHIEVED

What reads cells and tables is imported on first use, so that a tool that only evaluates
does not pay for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from kpikit.errors import (
    InvalidDefinitionError,
    InvalidIndicatorError,
    InvalidPeriodError,
    InvalidQuantityError,
    InvalidRuleError,
    KpikitError,
    ReadingError,
    TableError,
    UnitMismatchError,
)
from kpikit.evaluation import Evaluation
from kpikit.indicator import Indicator, Target
from kpikit.judge import evaluate
from kpikit.observation import Benchmark, Missing, Observation, Part, Status
from kpikit.period import (
    CalendarYear,
    Date,
    FiscalHalf,
    FiscalQuarter,
    FiscalYear,
    Month,
    Span,
    parse_period,
)
from kpikit.plan import Category, Plan, Section
from kpikit.quantity import Change, Quantity
from kpikit.reading import Issue, Location, Note, Reading
from kpikit.result import PlanEvaluation, SectionEvaluation
from kpikit.rule import (
    AllOf,
    AtLeast,
    AtMost,
    Between,
    Comparator,
    DefinedElsewhere,
    Exactly,
    Exploratory,
    Improve,
    IncreaseBy,
    Maintain,
    Qualitative,
    Reach,
    ReduceBy,
    RelativeTo,
    Rule,
    RulePart,
    Unset,
)
from kpikit.summary import Share, Summary
from kpikit.verdict import Direction, Flag, Reason, Verdict

if TYPE_CHECKING:
    from kpikit.cell import read_actual, read_period, read_quantity, read_target
    from kpikit.findings import Finding, audit
    from kpikit.table import read_plan

    __version__: str

__all__ = [
    "AllOf",
    "AtLeast",
    "AtMost",
    "Benchmark",
    "Between",
    "CalendarYear",
    "Category",
    "Change",
    "Comparator",
    "Date",
    "DefinedElsewhere",
    "Direction",
    "Evaluation",
    "Exactly",
    "Exploratory",
    "Finding",
    "FiscalHalf",
    "FiscalQuarter",
    "FiscalYear",
    "Flag",
    "Improve",
    "IncreaseBy",
    "Indicator",
    "InvalidDefinitionError",
    "InvalidIndicatorError",
    "InvalidPeriodError",
    "InvalidQuantityError",
    "InvalidRuleError",
    "Issue",
    "KpikitError",
    "Location",
    "Maintain",
    "Missing",
    "Month",
    "Note",
    "Observation",
    "Part",
    "Plan",
    "PlanEvaluation",
    "Qualitative",
    "Quantity",
    "Reach",
    "Reading",
    "ReadingError",
    "Reason",
    "ReduceBy",
    "RelativeTo",
    "Rule",
    "RulePart",
    "Section",
    "SectionEvaluation",
    "Share",
    "Span",
    "Status",
    "Summary",
    "TableError",
    "Target",
    "UnitMismatchError",
    "Unset",
    "Verdict",
    "__version__",
    "audit",
    "evaluate",
    "parse_period",
    "read_actual",
    "read_period",
    "read_plan",
    "read_quantity",
    "read_target",
]

#: Names that are imported on first use → their module.
_LATER: Final = {
    "Finding": "kpikit.findings",
    "audit": "kpikit.findings",
    "read_actual": "kpikit.cell",
    "read_period": "kpikit.cell",
    "read_plan": "kpikit.table",
    "read_quantity": "kpikit.cell",
    "read_target": "kpikit.cell",
}


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    if name == "__version__":
        return import_module("importlib.metadata").version("kpikit")
    raise AttributeError(f"module 'kpikit' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
