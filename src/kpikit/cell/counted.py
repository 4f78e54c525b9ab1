"""What numbers without a unit of their own are counted in, by what stands beside them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

import attrs

from kpikit._value import Value, altered
from kpikit.model.observation import Observation
from kpikit.model.period import Period
from kpikit.model.quantity import Quantity
from kpikit.model.unit import is_ratio

__all__ = ["with_statistic", "with_unit"]

#: What has figures in it: an observation, a rule.
T = TypeVar("T")


def with_unit(value: T, one: Quantity) -> T:
    """Give the numbers of a value that have no unit that of *one*.

    >>> from kpikit.model.rule import AtLeast
    >>> with_unit(AtLeast(Quantity("30")), Quantity("1", "千人"))
    AtLeast(Quantity('30', '千人'))
    """
    given: Any = value
    if given.__class__ is Observation and not (given.parts or given.benchmark):  # as most are
        number = given.quantity
        if number is not None and not number.unit:
            given = altered(given, quantity=number.counted_in(one))
    else:
        given = _changed(given, lambda each: each if each.unit else each.counted_in(one))
    with_it: T = given
    return with_it


def with_statistic(value: T, statistic: str) -> T:
    """Say of the numbers of a value which statistic they are, but for shares.

    >>> from kpikit.model.rule import AtLeast
    >>> with_statistic(AtLeast(Quantity("30", "人")), "累計")
    AtLeast(Quantity('30', '人', statistic='累計'))
    """
    counted: T = _changed(
        value,
        lambda each: (
            each
            if each.statistic or is_ratio(each.unit)
            else attrs.evolve(each, statistic=statistic)
        ),
    )
    return counted


def _changed(value: Any, change: Callable[[Quantity], Quantity]) -> Any:
    if isinstance(value, Quantity):
        return change(value)
    if isinstance(value, tuple):
        parts: tuple[Any, ...] = value  # pyright: ignore[reportUnknownVariableType]
        every = tuple(
            _changed(part, change) if _may_hold(part.__class__) else part for part in parts
        )
        is_same = all(after is before for after, before in zip(every, parts, strict=True))
        return parts if is_same else every
    return _with_fields(value, change)


def _with_fields(value: Any, change: Callable[[Quantity], Quantity]) -> Any:
    """Look into the fields of a value; what has nothing to change stays the same object."""
    kind, is_same = value.__class__, True
    fields: dict[str, Any] = {}
    for name, alias in _names(kind):
        before = after = getattr(value, name)
        if before and _may_hold(before.__class__):
            after = _changed(before, change)
            is_same = is_same and after is before
        fields[alias] = after
    return value if is_same else kind(**fields)


@cache
def _may_hold(kind: Any) -> bool:
    """Whether values of a class are looked into for figures."""
    return issubclass(kind, (Quantity, tuple, Value)) and not issubclass(kind, Period)


@cache
def _names(kind: Any) -> list[tuple[str, str]]:
    """Return the names of the fields of a class, and those that its constructor knows."""
    return [(field.name, field.alias) for field in attrs.fields(kind)]
