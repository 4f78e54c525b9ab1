"""The JSON Schema of plans, made of the fields that the format itself is made of.

A new field of a value is a new member of the schema: ``python -m kpikit.io.plan_schema`` prints
what ``schema/plan-1.json`` is to hold, and a test sees to it that it does.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final, TypeAlias, get_args

import attrs

from kpikit.io import plan_format as form
from kpikit.model._annotation import is_choice, is_list, is_optional, some
from kpikit.model.codec import members, tag
from kpikit.model.indicator import Reduction, ShareAchieved, Sum
from kpikit.model.observation import Observation
from kpikit.model.period import Period
from kpikit.model.plan import Plan
from kpikit.model.printed import Printed
from kpikit.model.quantity import Quantity
from kpikit.model.rule import Rule

__all__ = ["plan_schema"]

_Schema: TypeAlias = dict[str, Any]

_DAY: Final = "FY[0-9]{4}(-[HQ][0-9])?|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
#: What stands in a file as something else.
_PLAIN: Final[Mapping[Any, _Schema]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Decimal: {"$ref": "#/$defs/digits"},
    Period: {"$ref": "#/$defs/period"},
}
_UNIONS: Final = {
    Quantity | Observation: "baseline",
    Sum | Reduction | ShareAchieved: "derivation",
    Printed: "printed",
    Rule: "rule",
}
#: What a value must have beside the kinds of its members.
_OBJECTS: Final[Mapping[type, _Schema]] = {
    Quantity: {
        "oneOf": [
            {"required": ["value"], "properties": {"lower": False, "upper": False}},
            {"required": ["lower"], "properties": {"value": False}},
            {"required": ["upper"], "properties": {"value": False, "lower": False}},
        ]
    },
    Observation: {
        "oneOf": [{"required": [each]} for each in ("quantity", "missing", "outcome", "parts")]
    },
}
#: What a member must be beside its kind, and what there is to say of it.
_MEMBERS: Final[Mapping[tuple[str, str], _Schema]] = {
    ("all-of", "parts"): {"minItems": 1},
    ("benchmark", "name"): {"minLength": 1},
    ("indicator", "name"): {"minLength": 1},
    ("indicator", "printed"): {"description": "What the publisher prints beside the values."},
    ("indicator", "observations"): {"description": "In the order of the columns."},
    ("observation", "column"): {"description": "The period of the column that it stands in."},
    ("observation", "missing"): {"description": "Why there is no value. Missing is never zero."},
    ("observation", "outcome"): {"description": "The value in words."},
    ("observation", "parts"): {"minItems": 1},
    ("qualitative", "outcome"): {"minLength": 1},
    ("quantity", "margin"): {"description": "How far an approximate number may be off."},
    ("relative-to", "lag"): {"description": "Fiscal years before the actual."},
    ("target", "period"): {"description": "By the end of when."},
}


def plan_schema() -> _Schema:
    """Return the schema (2020-12) of the version that is written.

    >>> plan_schema()["$defs"]["target"]["required"]
    ['rule']
    """
    period: _Schema = {"type": "string", "pattern": f"^({_DAY})(/({_DAY}))?$"}
    defs: dict[str, _Schema] = {
        "digits": {
            "description": "A decimal number as text, with the digits that it was written with.",
            "type": "string",
            "pattern": f"^{form.DIGITS}$",
        },
        "period": {
            "description": (
                "FY2023 (a fiscal year from April), 2023, 2023-06, 2023-06-20, FY2023-H1, "
                "FY2023-Q4, or two of them with a stroke between: FY2020/FY2023; or an object "
                "that has the label of the table too."
            ),
            "anyOf": [period, _record(form.WrittenPeriod, {})],
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:kpikit:schema:plan:{form.VERSION}",
        "title": f"kpikit plan, version {form.VERSION}",
        "description": (
            "The KPI tables of a plan of a Japanese municipality. Numbers are text, so that no "
            "digit is lost. A member that is left out has its usual value."
        ),
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            "format": {"const": form.FORMAT},
            "version": {"const": form.VERSION},
            "plan": _of(Plan, defs),
        },
        "required": ["format", "version", "plan"],
        "additionalProperties": False,
        "$defs": defs,
    }


def _of(kind: Any, defs: dict[str, _Schema]) -> _Schema:
    """Return the schema of a kind of values; those of classes are added to *defs*."""
    kind = some(kind)
    if kind in _PLAIN:
        return _PLAIN[kind]
    if is_choice(kind):
        return {"enum": [each.value for each in kind]}
    if kind == form.PARTS:
        return {"type": "array", "items": _of(form.LabelledQuantity, defs)}
    if is_list(kind):
        return {"type": "array", "items": _of(get_args(kind)[0], defs)}
    name = _UNIONS.get(kind) or tag(kind)
    if name not in defs:
        defs[name] = {}  # it may hold itself
        defs[name] |= _union(kind, defs) if kind in _UNIONS else _record(kind, defs)
    return {"$ref": f"#/$defs/{name}"}


def _union(kind: Any, defs: dict[str, _Schema]) -> _Schema:
    return {"oneOf": [_record(each, defs, tagged=True) for each in form.UNIONS[kind]]}


def _record(kind: type, defs: dict[str, _Schema], *, tagged: bool = False) -> _Schema:
    """Return the schema of the objects of a class."""
    fields = members(form.WrittenQuantity if kind is Quantity else kind)
    properties: _Schema = {"type": {"const": tag(kind)}} if tagged else {}
    properties |= {
        name: _of(field.type, defs) | _usual(field) | _MEMBERS.get((tag(kind), name), {})
        for name, field in fields.items()
    }
    needed = [name for name, field in fields.items() if _is_needed(field)]
    return {
        "type": "object",
        "properties": properties,
        "required": ["type", *needed] if tagged else needed,
        "additionalProperties": False,
        **_OBJECTS.get(kind, {}),
    }


def _is_needed(field: attrs.Attribute[Any]) -> bool:
    return field.default is attrs.NOTHING and not is_optional(field.type)


def _usual(field: attrs.Attribute[Any]) -> _Schema:
    """Return the value of a member that is left out, where it is one."""
    usual: Any = field.default
    if usual is attrs.NOTHING or usual is None:
        return {}
    return {"default": [] if usual == () else getattr(usual, "value", usual)}


if __name__ == "__main__":
    import json
    import sys

    sys.stdout.write(json.dumps(plan_schema(), ensure_ascii=False, indent=1) + "\n")
