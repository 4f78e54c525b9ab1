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

Everything is imported on first use, so that nobody pays for what is not used, and
``kpikit --help`` is quick.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # typing itself is slow to import, and `kpikit --help` does without it
if TYPE_CHECKING:
    from typing import Any, Final

    from kpikit import scheme
    from kpikit.cell import read_actual, read_period, read_quantity, read_target, read_targets
    from kpikit.errors import (
        FormatError,
        InvalidDefinitionError,
        InvalidIndicatorError,
        InvalidPeriodError,
        InvalidQuantityError,
        InvalidRuleError,
        InvalidSchemeError,
        KpikitError,
        MissingDependencyError,
        ReadingError,
        TableError,
        UnitMismatchError,
    )
    from kpikit.evaluation import Evaluation
    from kpikit.findings import Finding, audit
    from kpikit.indicator import Indicator, Target
    from kpikit.io import Limits, read_plan, write_plan
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
    from kpikit.plan import Category, Chosen, Plan, Section
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
    from kpikit.table import Column, Layout, Role
    from kpikit.verdict import Direction, Flag, Reason, Verdict

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
    "Chosen",
    "Column",
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
    "FormatError",
    "Improve",
    "IncreaseBy",
    "Indicator",
    "InvalidDefinitionError",
    "InvalidIndicatorError",
    "InvalidPeriodError",
    "InvalidQuantityError",
    "InvalidRuleError",
    "InvalidSchemeError",
    "Issue",
    "KpikitError",
    "Layout",
    "Limits",
    "Location",
    "Maintain",
    "Missing",
    "MissingDependencyError",
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
    "Role",
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
    "read_targets",
    "scheme",
    "write_plan",
]

#: Module → the names that are imported from it on first use.
_NAMES: Final = {
    "kpikit.cell": "read_actual read_period read_quantity read_target read_targets",
    "kpikit.errors": (
        "FormatError InvalidDefinitionError InvalidIndicatorError InvalidPeriodError "
        "InvalidQuantityError InvalidRuleError InvalidSchemeError KpikitError "
        "MissingDependencyError ReadingError TableError UnitMismatchError"
    ),
    "kpikit.evaluation": "Evaluation",
    "kpikit.findings": "Finding audit",
    "kpikit.indicator": "Indicator Target",
    "kpikit.io": "Limits read_plan write_plan",
    "kpikit.judge": "evaluate",
    "kpikit.observation": "Benchmark Missing Observation Part Status",
    "kpikit.period": (
        "CalendarYear Date FiscalHalf FiscalQuarter FiscalYear Month Span parse_period"
    ),
    "kpikit.plan": "Category Chosen Plan Section",
    "kpikit.quantity": "Change Quantity",
    "kpikit.reading": "Issue Location Note Reading",
    "kpikit.result": "PlanEvaluation SectionEvaluation",
    "kpikit.rule": (
        "AllOf AtLeast AtMost Between Comparator DefinedElsewhere Exactly Exploratory "
        "Improve IncreaseBy Maintain Qualitative Reach ReduceBy RelativeTo Rule RulePart "
        "Unset"
    ),
    "kpikit.summary": "Share Summary",
    "kpikit.table": "Column Layout Role",
    "kpikit.verdict": "Direction Flag Reason Verdict",
}
_LATER: Final = {name: module for module, names in _NAMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name in _LATER:
        value = globals()[name] = getattr(import_module(_LATER[name]), name)
        return value
    if name == "scheme":
        return import_module("kpikit.scheme")
    if name == "__version__":
        return import_module("importlib.metadata").version("kpikit")
    raise AttributeError(f"module 'kpikit' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
