"""A plan as JSON: the format ``kpikit-plan``, version 1.

Everything of a plan is kept but the folders of this machine. The schema is
``schema/plan-1.json``; a change that a reader of version 1 would not understand takes a new
version, and older ones keep loading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache, partial
from operator import eq
from typing import TYPE_CHECKING, Any, Final, final, get_args

import attrs

from kpikit.language.errors import FormatError
from kpikit.language.fault import Fault
from kpikit.language.issue import Location, Note
from kpikit.model import rule
from kpikit.model._annotation import some
from kpikit.model.codec import named_file, new_converter, read, tagged, wanted
from kpikit.model.indicator import Indicator, Reduction, ShareAchieved, Source, Sum
from kpikit.model.observation import Observation
from kpikit.model.period import Period, parse_period
from kpikit.model.plan import Plan, Section
from kpikit.model.printed import Printed, PrintedChange, PrintedRate, PrintedResult
from kpikit.model.quantity import Change, Quantity

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = [
    "DIGITS",
    "FORMAT",
    "LISTED",
    "PARTS",
    "UNIONS",
    "VERSION",
    "LabelledQuantity",
    "PlanFile",
    "WrittenPeriod",
    "WrittenQuantity",
    "plan_from",
    "plan_text",
]

#: What a file of this format says it is.
FORMAT: Final = "kpikit-plan"
#: The version that is written, and the last that is read.
VERSION: Final = 1
#: The members whose items stand on lines of their own.
LISTED: Final = ("categories", "chosen", "indicators", "issues", "plan", "remarks", "sections")
#: What fields call a value of one of several classes, and the classes.
UNIONS: Final[Mapping[Any, tuple[type, ...]]] = {
    Quantity | Observation: (Quantity, Observation),
    Sum | Reduction | ShareAchieved: (Sum, Reduction, ShareAchieved),
    Printed: (PrintedRate, PrintedResult, PrintedChange),
    rule.Rule: tuple(
        each
        for each in (getattr(rule, name) for name in rule.__all__)
        if issubclass(each, rule.Rule) and attrs.has(each)
    ),
}
#: The parts of a sum, as its field has them.
PARTS: Final = tuple[tuple[str, Quantity], ...]
#: How a number is written.
DIGITS: Final = r"-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]+)?"
#: So many digits may a number have, before its point or behind it.
_LONGEST: Final = 1000


def _one(_instance: object, _attribute: object, version: int) -> None:
    if version != VERSION:
        raise FormatError.of_file("", [Fault("wanted-one-of", "version", {"known": str(VERSION)})])


@final
@attrs.frozen
class PlanFile:
    """What a file holds."""

    #: What it says it is.
    format: str
    #: The version of the format.
    version: int = attrs.field(validator=_one)
    #: The plan.
    plan: Plan
    #: The schema that an editor checks it by.
    schema: str = attrs.field(default="", metadata={"member": "$schema"})


@final
@attrs.frozen
class WrittenQuantity:
    """A quantity in a file: its value, or the ends of an interval."""

    value: Decimal | None = None
    lower: Decimal | None = None
    lower_closed: bool = True
    upper: Decimal | None = None
    upper_closed: bool = True
    unit: str = ""
    margin: Decimal | None = None
    change: Change = Change.LEVEL
    per: str = ""
    statistic: str = ""

    @classmethod
    def of(cls, quantity: Quantity) -> WrittenQuantity:
        """Return what is written of a quantity."""
        lower, upper, is_point = quantity.lower, quantity.upper, quantity.is_point
        return cls(
            lower if is_point else None,
            None if is_point else lower,
            quantity.lower_closed or lower is None,
            None if is_point else upper,
            quantity.upper_closed or upper is None,
            quantity.unit,
            quantity.margin,
            quantity.change,
            quantity.per,
            quantity.statistic,
        )

    def made(self) -> Quantity:
        """Return the quantity."""
        return Quantity(**attrs.asdict(self, recurse=False))


@final
@attrs.frozen
class WrittenPeriod:
    """A period in a file whose table writes it otherwise."""

    #: Its canonical text.
    period: str
    #: How the table writes it.
    label: str


@final
@attrs.frozen
class LabelledQuantity:
    """A part of a sum in a file."""

    label: str
    quantity: Quantity


def plan_text(plan: Plan) -> str:
    """Return a plan as the text of a file, a line for each indicator.

    Raises:
        TableError: A rule of it is none of kpikit's own.
    """
    from kpikit.io.json_text import json_text  # only what is written pays for it

    return json_text(PlanFile(FORMAT, VERSION, plan), apart=LISTED, opened=_opener())


@cache
def _opener() -> Callable[[Any], Any]:
    """Return what makes a value plain, but for what is listed in it.

    A plan as a whole would be some ten objects for each of its values, which are all looked at
    again and again for what is no longer used.
    """
    made = _new_converter()
    makers = {
        each: made.get_unstructure_hook(each) for each in (PlanFile, Plan, Section, Indicator)
    }
    for each in makers:
        made.register_unstructure_hook(each, _itself)
    return lambda value: makers[value.__class__](value)


def _itself(value: object) -> object:
    return value


def plan_from(content: dict[str, Any], file: str = "") -> Plan:
    """Return the plan that a file holds. Inverse of :func:`plan_text`.

    Args:
        content: What the JSON of the file says.
        file: The file, for the messages.

    Raises:
        FormatError: It is no such plan, or of a later version; everything that is wrong is
            listed, each with its path.
    """
    name, version = content.get("format"), content.get("version")
    if name != FORMAT:
        raise FormatError.told("format-unknown", file=file, name=name)
    if type(version) is int and version > VERSION:
        raise FormatError.told("format-newer", file=file, version=version, known=VERSION)
    try:
        return read(plan_converter(), content, PlanFile, file=file).plan
    except RecursionError as error:
        raise FormatError.told("json-deep", file=file) from error


@cache
def plan_converter() -> Converter:
    """Return the converter of plans."""
    return _new_converter()


def _new_converter() -> Converter:
    """Make one: what does not stand in a file as its fields is said here."""
    made = new_converter()
    for union, kinds in UNIONS.items():
        tagged(made, union, kinds)
    made.register_structure_hook(Decimal, _digits)
    made.register_unstructure_hook(Decimal, str)
    _as_quantities(made)
    _as_periods(made)
    located = made.get_unstructure_hook(Location)
    made.register_unstructure_hook(Location, lambda place: _without_folders(located(place)))
    _as_cells(made)
    return made


def _without_folders(written: dict[str, Any]) -> dict[str, Any]:
    """Name the file of a place without the folders of this machine."""
    written["file"] = named_file(written["file"])
    return written


def _as_cells(made: Converter) -> None:
    """Write the cells of a row without making them, which is most of what a plan holds."""
    located, noted = made.get_unstructure_hook(Location), made.get_unstructure_hook(Note)

    def to_file(source: Source) -> dict[str, Any]:
        content = {"location": located(source.location)}
        cells = [
            {"heading": heading, "text": text, "notes": [*map(noted, notes)]}
            if notes
            else {"heading": heading, "text": text}
            for heading, text, notes in source.told()
        ]
        return content | {"cells": cells} if cells else content

    made.register_unstructure_hook(Source, to_file)


def _as_quantities(made: Converter) -> None:
    made.register_structure_hook(
        Quantity, lambda given, _: made.structure(given, WrittenQuantity).made()
    )
    written = made.get_unstructure_hook(WrittenQuantity)
    made.register_unstructure_hook(
        Quantity,
        lambda value: _number(value) if _is_number(value) else written(WrittenQuantity.of(value)),
    )
    parts = tuple[LabelledQuantity, ...]
    made.register_structure_hook_func(
        partial(eq, PARTS),
        lambda given, _: tuple(
            (part.label, part.quantity) for part in made.structure(given, parts)
        ),
    )
    made.register_unstructure_hook_func(
        partial(eq, PARTS),
        lambda value: [made.unstructure(LabelledQuantity(*part)) for part in value],
    )


def _is_number(value: Quantity) -> bool:
    """Whether a quantity is a number, perhaps about that, with at most a unit, as most are."""
    said = value.per or value.statistic
    return value.is_point and not said and value.change is Change.LEVEL


def _number(value: Quantity) -> dict[str, Any]:
    content = {"value": str(value.lower)}
    if value.unit:
        content["unit"] = value.unit
    if value.margin is not None:
        content["margin"] = str(value.margin)
    return content


def _as_periods(made: Converter) -> None:
    def from_file(given: Any, _: Any) -> Period:
        if isinstance(given, dict):
            written = made.structure(given, WrittenPeriod)
            return attrs.evolve(parse_period(written.period), label=written.label)
        if not isinstance(given, str):
            raise wanted("period")
        return parse_period(given)

    def to_file(period: Period) -> Any:
        text = str(period)
        return {"period": text, "label": period.label} if period.label else text

    made.register_structure_hook_func(partial(eq, Period), from_file)
    # A field says that it is any of them: which one makes no difference.
    made.register_unstructure_hook_func(lambda kind: some(kind) == Period, to_file)
    for kind in get_args(Period):
        made.register_unstructure_hook(kind, to_file)


def _digits(given: Any, _: Any) -> Decimal:
    if isinstance(given, str) and re.fullmatch(DIGITS, given):
        try:
            number = Decimal(given)
        except InvalidOperation:
            number = None
        if number is not None and _is_written(number):
            return number
    raise wanted("digits")


def _is_written(number: Decimal) -> bool:
    """Whether a number can be written out: 1E+1000000 would be a million digits."""
    return max(abs(number.adjusted()), len(number.as_tuple().digits)) <= _LONGEST
