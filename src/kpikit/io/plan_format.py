"""A plan as JSON: the format ``kpikit-plan``, version 1.

Everything of a plan is kept, so that ``plan_from(plan_content(plan), …) == plan``. The schema is
``schema/plan-1.json``; a change that a reader of version 1 would not understand takes a new
version, and older ones keep loading.
"""

from __future__ import annotations

from typing import Any, Final

from kpikit.errors import FormatError
from kpikit.indicator import Cell, Indicator, Reduction, ShareAchieved, Source, Sum, Target
from kpikit.io.forms import (
    BAD,
    Choice,
    Digits,
    Flag,
    Form,
    Later,
    Many,
    Member,
    Named,
    PeriodText,
    Record,
    Text,
    Whole,
)
from kpikit.observation import Benchmark, Missing, Observation, Part, Status
from kpikit.plan import Category, Chosen, Plan, Section
from kpikit.quantity import Change, Quantity
from kpikit.reading import Issue, Location, Note
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
    RulePart,
    Unset,
)
from kpikit.table.faults import Fault, all_faults, table_error
from kpikit.verdict import Direction

__all__ = ["FORMAT", "VERSION", "plan_content", "plan_from"]

#: What a file of this format says it is.
FORMAT: Final = "kpikit-plan"
#: The version that is written, and the last that is read.
VERSION: Final = 1


def plan_content(plan: Plan) -> dict[str, Any]:
    """Return a plan as objects, lists and text. Inverse of :func:`plan_from`.

    Raises:
        TableError: A rule of it is none of kpikit's own.
    """
    return {"format": FORMAT, "version": VERSION, "plan": _PLAN.write(plan)}


def plan_from(content: dict[str, Any], file: str = "") -> Plan:
    """Return the plan that a file holds. Inverse of :func:`plan_content`.

    Args:
        content: What the JSON of the file says.
        file: The file, for the messages.

    Raises:
        FormatError: It is no such plan, or of a later version; everything that is wrong is
            listed, each with its path.
    """
    name, version = content.get("format"), content.get("version")
    if name != FORMAT:
        raise table_error("format-unknown", FormatError, file=file, name=name)
    if type(version) is int and version > VERSION:
        raise table_error("format-newer", FormatError, file=file, version=version, known=VERSION)
    faults: list[Fault] = []
    try:
        read = _FILE.read(content, "$", faults)
    except RecursionError as error:
        raise table_error("json-deep", FormatError, file=file) from error
    if not faults and version != VERSION:
        faults.append(Fault("$.version", "one-of", str(VERSION)))
    if faults or read is BAD:
        raise all_faults(file, faults)
    plan: Plan = read
    return plan


class _Numbers:
    """A quantity: a ``value``, or the ends of an interval."""

    def write(self, value: Quantity) -> dict[str, Any]:
        written: dict[str, Any] = {}
        if value.is_point:
            written["value"] = str(value.lower)
        for name in () if value.is_point else ("lower", "upper"):
            end = getattr(value, name)
            if end is not None:
                written[name] = str(end)
                if not getattr(value, f"{name}_closed"):
                    written[f"{name}_closed"] = False
        return written | _MORE.write(value)

    def read(self, given: Any, path: str, faults: list[Fault]) -> Any:
        return _QUANTITY_READ.read(given, path, faults)


def _optional(form: Form) -> Member:
    return Member(form, None)


_MORE_MEMBERS: Final = {
    "unit": Member(Text, ""),
    "margin": _optional(Digits),
    "change": Member(Named(Change), Change.LEVEL),
    "per": Member(Text, ""),
    "statistic": Member(Text, ""),
}
_MORE: Final = Record(dict, _MORE_MEMBERS)
_QUANTITY_READ: Final = Record(
    Quantity,
    {
        "value": _optional(Digits),
        "lower": _optional(Digits),
        "upper": _optional(Digits),
        "lower_closed": Member(Flag, usual=True),
        "upper_closed": Member(Flag, usual=True),
        **_MORE_MEMBERS,
    },
)
_QUANTITY: Final[Form] = _Numbers()

_LOCATION: Final = Record(
    Location,
    {
        "file": Member(Text),
        "line": Member(Whole),
        "column": Member(Text, ""),
        "sheet": Member(Text, ""),
    },
)
_NOTE: Final = Record(
    Note,
    {
        "code": Member(Text),
        "start": Member(Whole, 0),
        "end": Member(Whole, 0),
        "detail": Member(Text, ""),
    },
)
_ISSUE: Final = Record(
    Issue,
    {
        "code": Member(Text),
        "text": Member(Text),
        "start": Member(Whole),
        "end": Member(Whole),
        "detail": Member(Text, ""),
        "location": _optional(_LOCATION),
    },
)
_BENCHMARK: Final = Record(
    Benchmark,
    {"name": Member(Text), "quantity": Member(_QUANTITY), "period": _optional(PeriodText)},
)
_OBSERVATION: Final = Record(
    Observation,
    {
        "period": _optional(PeriodText),
        "quantity": _optional(_QUANTITY),
        "missing": _optional(Named(Missing)),
        "outcome": _optional(Text),
        "parts": Member(Many(Later(lambda: _PART)), ()),
        "status": Member(Named(Status), Status.FINAL),
        "benchmark": _optional(_BENCHMARK),
        "other_benchmarks": Member(Many(_BENCHMARK), ()),
        "column": _optional(PeriodText),
    },
)
_PART: Final[Form] = Record(Part, {"label": Member(Text), "observation": Member(_OBSERVATION)})


class _Baseline:
    """A baseline: a quantity with its ``type``, or an observation with its own."""

    def write(self, value: Quantity | Observation) -> dict[str, Any]:
        if isinstance(value, Quantity):
            return {"type": "quantity", **_QUANTITY.write(value)}
        return {"type": "observation", **_OBSERVATION.write(value)}

    def read(self, given: Any, path: str, faults: list[Fault]) -> Any:
        return _BASELINES.read(given, path, faults)


_BASELINES: Final = Choice(
    {"quantity": (Quantity, _QUANTITY_READ), "observation": (Observation, _OBSERVATION)}
)
_OF: Final = {"reference": Member(Text, "")}
_BOUND: Final = {"bound": Member(_QUANTITY), "strict": Member(Flag, usual=False), **_OF}
_VALUE: Final = {"value": Member(_QUANTITY)}
_CHANGE: Final = {
    "by": Member(_QUANTITY),
    "strict": Member(Flag, usual=False),
    "base": _optional(_QUANTITY),
    **_OF,
}
_WAY: Final = _optional(Named(Direction))
_RULE: Final = Choice(
    {
        "at-least": (AtLeast, Record(AtLeast, _BOUND)),
        "at-most": (AtMost, Record(AtMost, _BOUND)),
        "between": (Between, Record(Between, {"band": Member(_QUANTITY), **_OF})),
        "exactly": (Exactly, Record(Exactly, _VALUE)),
        "reach": (Reach, Record(Reach, {**_VALUE, "direction": _WAY, **_OF})),
        "reduce-by": (ReduceBy, Record(ReduceBy, _CHANGE)),
        "increase-by": (IncreaseBy, Record(IncreaseBy, _CHANGE)),
        "relative-to": (
            RelativeTo,
            Record(
                RelativeTo,
                {
                    "reference": Member(Text),
                    "comparator": Member(Named(Comparator)),
                    "lag": _optional(Whole),
                    "margin": _optional(_QUANTITY),
                },
            ),
        ),
        "maintain": (
            Maintain,
            Record(
                Maintain,
                {
                    "value": _optional(_QUANTITY),
                    "reference": Member(Text, "現状"),
                    "direction": _WAY,
                },
            ),
        ),
        "improve": (
            Improve,
            Record(Improve, {"direction": _WAY, "reference": Member(Text, "現状")}),
        ),
        "qualitative": (
            Qualitative,
            Record(Qualitative, {"outcome": Member(Text), "direction": _WAY}),
        ),
        "all-of": (AllOf, Record(AllOf, {"parts": Member(Many(Later(lambda: _RULE_PART)))})),
        "defined-elsewhere": (
            DefinedElsewhere,
            Record(DefinedElsewhere, {"document": Member(Text)}),
        ),
        "exploratory": (Exploratory, Record(Exploratory, {"note": Member(Text, "")})),
        "unset": (Unset, Record(Unset, {"note": Member(Text, "")})),
    }
)
_RULE_PART: Final[Form] = Record(RulePart, {"label": Member(Text), "rule": Member(_RULE)})
_TARGET: Final = Record(Target, {"rule": Member(_RULE), "period": _optional(PeriodText)})


class _Labelled:
    """A labelled part of a sum."""

    def write(self, value: tuple[str, Quantity]) -> dict[str, Any]:
        return {"label": value[0], "quantity": _QUANTITY.write(value[1])}

    def read(self, given: Any, path: str, faults: list[Fault]) -> Any:
        return _LABELLED.read(given, path, faults)


def _pair(label: str, quantity: Quantity) -> tuple[str, Quantity]:
    return label, quantity


_LABELLED: Final = Record(_pair, {"label": Member(Text), "quantity": Member(_QUANTITY)})
_DERIVATION: Final = Choice(
    {
        "sum": (
            Sum,
            Record(Sum, {"parts": Member(Many(_Labelled())), "total": Member(_QUANTITY)}),
        ),
        "reduction": (
            Reduction,
            Record(
                Reduction,
                {
                    "base": Member(_QUANTITY),
                    "rate": Member(_QUANTITY),
                    "result": Member(_QUANTITY),
                },
            ),
        ),
        "share-achieved": (
            ShareAchieved,
            Record(
                ShareAchieved,
                {
                    "category": Member(Text),
                    "share": Member(_QUANTITY),
                    "missed": _optional(Whole),
                    "titles": Member(Many(Text), ()),
                },
            ),
        ),
    }
)
_CELL: Final = Record(
    Cell, {"heading": Member(Text), "text": Member(Text), "notes": Member(Many(_NOTE), ())}
)
_SOURCE: Final = Record(Source, {"location": Member(_LOCATION), "cells": Member(Many(_CELL), ())})


def _indicator(*, targets: tuple[Target, ...], **fields: Any) -> Indicator:
    return Indicator(target=targets, **fields)


_INDICATOR: Final = Record(
    _indicator,
    {
        "name": Member(Text),
        "targets": Member(Many(_TARGET), ()),
        "baseline": _optional(_Baseline()),
        "observations": Member(Many(_OBSERVATION), ()),
        "direction": _WAY,
        "derivations": Member(Many(_DERIVATION), ()),
        "repeated": Member(Flag, usual=False),
        "source": _optional(_SOURCE),
    },
)
_CATEGORY: Final = Record(
    Category,
    {"code": Member(Text), "title": Member(Text, ""), "meaning": Member(Text, "")},
)
_SECTION: Final[Form] = Record(
    Section,
    {
        "kind": Member(Text),
        "code": Member(Text),
        "title": Member(Text),
        "category": _optional(_CATEGORY),
        "departments": Member(Many(Text), ()),
        "indicators": Member(Many(_INDICATOR), ()),
        "sections": Member(Many(Later(lambda: _SECTION)), ()),
        "heading": Member(Text, ""),
        "location": _optional(_LOCATION),
    },
)
_CHOSEN: Final = Record(
    Chosen,
    {"what": Member(Text), "value": Member(Text), "location": _optional(_LOCATION)},
)
_PLAN: Final = Record(
    Plan,
    {
        "title": Member(Text),
        "sections": Member(Many(_SECTION), ()),
        "categories": Member(Many(_CATEGORY), ()),
        "issues": Member(Many(_ISSUE), ()),
        "remarks": Member(Many(Text), ()),
        "chosen": Member(Many(_CHOSEN), ()),
    },
)


def _file(*, plan: Plan, **_: object) -> Plan:
    return plan


_FILE: Final = Record(
    _file,
    {
        "$schema": Member(Text, ""),
        "format": Member(Text),
        "version": Member(Whole),
        "plan": Member(_PLAN),
    },
)
