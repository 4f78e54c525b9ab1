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

import sys

TYPE_CHECKING = False  # typing itself is slow to import, and `kpikit --help` does without it
if TYPE_CHECKING:
    from typing import Any, Final

    from kpikit import frames
    from kpikit.analysis import scheme
    from kpikit.analysis.findings import Finding, audit, audit_plan
    from kpikit.analysis.reconcile import Reconciliation, reconcile
    from kpikit.cell import read_actual, read_period, read_quantity, read_target, read_targets
    from kpikit.io import Limits, read_plan, write_plan
    from kpikit.judging.evaluation import Evaluation
    from kpikit.judging.judge import evaluate
    from kpikit.judging.result import PlanEvaluation, SectionEvaluation
    from kpikit.judging.standing import Pace, Standing
    from kpikit.judging.summary import MidTerm, Share, Summary
    from kpikit.language.errors import (
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
    from kpikit.language.issue import Issue, Location, Note
    from kpikit.model.indicator import Indicator, Target
    from kpikit.model.observation import Benchmark, Missing, Observation, Part, Status
    from kpikit.model.period import (
        CalendarYear,
        Date,
        FiscalHalf,
        FiscalQuarter,
        FiscalYear,
        Month,
        Span,
        parse_period,
    )
    from kpikit.model.plan import Category, Chosen, Plan, Section
    from kpikit.model.quantity import Change, Quantity
    from kpikit.model.reading import Reading
    from kpikit.model.rule import (
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
    from kpikit.model.verdict import Direction, Flag, Reason, Verdict
    from kpikit.table import Column, Layout, Role

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
    "MidTerm",
    "Missing",
    "MissingDependencyError",
    "Month",
    "Note",
    "Observation",
    "Pace",
    "Part",
    "Plan",
    "PlanEvaluation",
    "Qualitative",
    "Quantity",
    "Reach",
    "Reading",
    "ReadingError",
    "Reason",
    "Reconciliation",
    "ReduceBy",
    "RelativeTo",
    "Role",
    "Rule",
    "RulePart",
    "Section",
    "SectionEvaluation",
    "Share",
    "Span",
    "Standing",
    "Status",
    "Summary",
    "TableError",
    "Target",
    "UnitMismatchError",
    "Unset",
    "Verdict",
    "__version__",
    "audit",
    "audit_plan",
    "evaluate",
    "frames",
    "parse_period",
    "read_actual",
    "read_period",
    "read_plan",
    "read_quantity",
    "read_target",
    "read_targets",
    "reconcile",
    "scheme",
    "write_plan",
]

#: Module → the names that are imported from it on first use.
_NAMES: Final = {
    "kpikit.analysis.findings": "Finding audit audit_plan",
    "kpikit.analysis.reconcile": "Reconciliation reconcile",
    "kpikit.cell": "read_actual read_period read_quantity read_target read_targets",
    "kpikit.io": "Limits read_plan write_plan",
    "kpikit.judging.evaluation": "Evaluation",
    "kpikit.judging.judge": "evaluate",
    "kpikit.judging.result": "PlanEvaluation SectionEvaluation",
    "kpikit.judging.standing": "Pace Standing",
    "kpikit.judging.summary": "MidTerm Share Summary",
    "kpikit.language.errors": (
        "FormatError InvalidDefinitionError InvalidIndicatorError InvalidPeriodError "
        "InvalidQuantityError InvalidRuleError InvalidSchemeError KpikitError "
        "MissingDependencyError ReadingError TableError UnitMismatchError"
    ),
    "kpikit.language.issue": "Issue Location Note",
    "kpikit.model.indicator": "Indicator Target",
    "kpikit.model.observation": "Benchmark Missing Observation Part Status",
    "kpikit.model.period": (
        "CalendarYear Date FiscalHalf FiscalQuarter FiscalYear Month Span parse_period"
    ),
    "kpikit.model.plan": "Category Chosen Plan Section",
    "kpikit.model.quantity": "Change Quantity",
    "kpikit.model.reading": "Reading",
    "kpikit.model.rule": (
        "AllOf AtLeast AtMost Between Comparator DefinedElsewhere Exactly Exploratory Improve "
        "IncreaseBy Maintain Qualitative Reach ReduceBy RelativeTo Rule RulePart Unset"
    ),
    "kpikit.model.verdict": "Direction Flag Reason Verdict",
    "kpikit.table": "Column Layout Role",
}
_MODULES: Final = {"frames": "kpikit.frames", "scheme": "kpikit.analysis.scheme"}
_LATER: Final = {name: module for module, names in _NAMES.items() for name in names.split()}

#: What is directly in the package; all else that is looked for there may have moved.
_ROOMS: Final = {
    *("__main__", "_moved", "_value"),
    *("analysis", "cell", "cli", "frames", "io", "judging", "language", "model", "page", "report"),
    "table",
}


def _imported(name: str) -> Any:
    """Import a module by itself: ``importlib`` is what most of ``import kpikit`` would take."""
    __import__(name)
    return sys.modules[name]


class _OldPaths:
    @staticmethod
    def find_spec(name: str, _path: object = None, _target: object = None, /) -> Any:
        """Find a module by the path that it had in the version before."""
        if not name.startswith("kpikit.") or name.split(".", 2)[1] in _ROOMS:
            return None
        return _imported("kpikit._moved").find(name)


sys.meta_path.insert(0, _OldPaths)


def __getattr__(name: str) -> Any:
    if name in _LATER:
        value = globals()[name] = getattr(_imported(_LATER[name]), name)
        return value
    if name in _MODULES:
        return _imported(_MODULES[name])
    if name == "__version__":
        return _imported("importlib.metadata").version("kpikit")
    if _OldPaths.find_spec(f"kpikit.{name}"):
        return _imported(f"kpikit.{name}")
    raise AttributeError(f"module 'kpikit' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
