"""Units that stand beside a figure: in a column of their own, or in a heading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Final, TypeVar
from unicodedata import normalize

import attrs

from kpikit._value import Value, altered
from kpikit.cell import Vocabulary, read_quantity
from kpikit.cell.vocabulary import USUAL
from kpikit.language.lexicon import COUNTERS, SURE_DIMENSIONS
from kpikit.language.pattern import pattern
from kpikit.language.statistic import REPEATED
from kpikit.language.units import IN_HEADINGS, MULTIPLIERS
from kpikit.language.words import NOUN, inline
from kpikit.model.observation import Observation
from kpikit.model.period import Period
from kpikit.model.quantity import Quantity
from kpikit.model.reading import Reading
from kpikit.model.rule import Rule
from kpikit.model.unit import Scale, is_ratio, scale_of

__all__ = ["Counted", "is_counter", "read_unit", "with_statistic", "with_unit"]

#: What has figures in it.
Counted = TypeVar("Counted", Observation, Rule)
_ONE: Final = Decimal(1)
#: Between units of one count.
_AND: Final = "・"
#: A unit that no date has.
_COUNTER: Final = COUNTERS.split()[0]
#: A noun that is a unit because it stands where units do.
_UNKNOWN: Final = pattern(f"(?!{inline(*(word for word, _ in MULTIPLIERS))}){NOUN}{{1,6}}")


_COUNTERS: Final = frozenset(COUNTERS.split())
#: What is measured in nothing else, and no noun: ポイント, 倍.
_SURE: Final = frozenset(SURE_DIMENSIONS.split())
_MULTIPLIERS: Final = "".join(dict.fromkeys(sign for word, _ in MULTIPLIERS for sign in word))


def is_counter(unit: str) -> bool:
    """Whether a word in brackets is what something is counted in, and no remark.

    >>> [is_counter(each) for each in ("千件数", "人泊", "トン-CO2", "倍", "男性")]
    [True, True, True, True, False]
    """
    if unit in _SURE:
        return True
    bare = unit.lstrip(_MULTIPLIERS)
    is_scaled = len(unit) > 1 and scale_of(unit) != Scale(unit, _ONE)
    if bare in IN_HEADINGS or bare not in _COUNTERS:
        return bare in IN_HEADINGS or is_scaled
    return is_scaled or bare != unit or {bare[:1], bare[1:]} <= IN_HEADINGS


@lru_cache(maxsize=1024)
def read_unit(text: str, vocabulary: Vocabulary = USUAL) -> Quantity | None:
    """Return one of a unit as it is published, or ``None`` where the text is no unit.

    >>> print(read_unit("百万円"), read_unit("件／年"), read_unit("延べ千人"), read_unit("—"))
    1 百万円 1 件 per=年 1 千人 statistic=延べ None
    >>> print(read_unit("人・団体"))
    1 人・団体
    """
    bare = normalize("NFKC", text).strip()
    if not bare or bare[0].isdigit():
        return None
    lead = next((word for word in REPEATED if bare.startswith(word)), "")
    rest = bare.removeprefix(lead)
    reading = read_quantity(f"{lead}1{rest}", vocabulary=vocabulary)
    one = reading.value
    if one is not None and one.unit == rest:  # 日
        return one
    if one is None or not (one.is_point and one.unit) or _says_more(reading):
        is_named = _UNKNOWN.fullmatch(rest) is not None or _are_several(rest, vocabulary)
        return Quantity("1", rest) if is_named else _for_each(rest, vocabulary)
    return _as_published(one, rest)


def _are_several(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is several units of one count: 人・団体."""
    units = text.split(_AND)
    return len(units) > 1 and all(read_unit(unit, vocabulary) is not None for unit in units)


def _for_each(text: str, vocabulary: Vocabulary) -> Quantity | None:
    """Return one of a unit in each span of time that with its number would be a date: 日/月."""
    unit, _, per = text.rpartition("/")
    counted = read_quantity(f"1{_COUNTER}/{per}", vocabulary=vocabulary).value if unit else None
    if counted is None or counted.unit != _COUNTER or not counted.per:
        return None
    one = read_unit(unit, vocabulary)
    return None if one is None or one.per else attrs.evolve(one, per=counted.per)


#: What no unit has beside it.
_MORE: Final = frozenset(
    ("label", "words", "remark", "outcome", "population", "breakdown", "rank", "source", "period")
)


def _says_more(reading: Reading[Quantity]) -> bool:
    return any(piece.role in _MORE for piece in reading.pieces)


def _as_published(one: Quantity, text: str) -> Quantity | None:
    """Put the multiplier of a unit back before it: 1,000,000 円 is one 百万円."""
    words = (text[:length] for length in range(len(text)))
    multiplier = next((word for word in words if scale_of(word) == Scale("", one.value)), None)
    if multiplier is None:
        return None
    return attrs.evolve(one, lower=_ONE, upper=_ONE, unit=f"{multiplier}{one.unit}")


def with_unit(value: Counted, one: Quantity) -> Counted:
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
    with_it: Counted = given
    return with_it


def with_statistic(value: Counted, statistic: str) -> Counted:
    """Say of the numbers of a value which statistic they are, but for shares.

    >>> from kpikit.model.rule import AtLeast
    >>> with_statistic(AtLeast(Quantity("30", "人")), "累計")
    AtLeast(Quantity('30', '人', statistic='累計'))
    """
    counted: Counted = _changed(
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
