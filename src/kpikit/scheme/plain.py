"""A scheme as plain values, such as a TOML file has, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, Final, TypeVar

import attrs

from kpikit.errors import InvalidSchemeError
from kpikit.rates import Formula
from kpikit.scheme.band import Band, Position, decimal
from kpikit.scheme.choices import Against, Known, Measure, Rounding, RoundingMode, Tolerance
from kpikit.scheme.definition import Scheme
from kpikit.verdict import Verdict

__all__ = ["from_dict", "to_dict"]

E = TypeVar("E", bound=Enum)

#: What a file calls the classes: a table for each.
_CLASSES: Final = "classes"
#: The fields that a file writes as a table of its own keys.
_TABLES: Final = ("elapsed", "verdicts", "ungraded")


def to_dict(scheme: Scheme) -> dict[str, Any]:
    """Return the scheme as text, numbers, lists and tables, defaults left out.

    Inverse of :func:`from_dict`.
    """
    plain = _without_defaults(scheme)
    for name in _TABLES:
        if name in plain:
            plain[name] = {
                key.value if isinstance(key, Enum) else str(key): value
                for key, value in getattr(scheme, name)
            }
    if "bands" in plain:
        plain[_CLASSES] = [_without_defaults(band) for band in plain.pop("bands")]
    return plain


def _without_defaults(value: attrs.AttrsInstance) -> dict[str, Any]:
    return {
        field.name: _plain(getattr(value, field.name))
        for field in attrs.fields(type(value))
        if field.init and getattr(value, field.name) != field.default
    }


def _plain(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case frozenset():
            return [each.value for each in Position if each in value]
        case tuple():
            return [*value]
        case Measure() | Rounding() | Tolerance():
            return _without_defaults(value)
        case _:
            return value


def from_dict(plain: Mapping[str, Any]) -> Scheme:
    """Make a scheme of what :func:`to_dict` returns.

    Raises:
        InvalidSchemeError: A key is unknown or missing, or its value is of the wrong kind.
    """
    given = _converted("the scheme", plain, _OF_SCHEME)
    missing = [name for name in _REQUIRED if name not in given]
    if missing:
        raise InvalidSchemeError(f"the scheme has no {missing[0]}")
    given["bands"] = given.pop(_CLASSES, ())
    return Scheme(**given)


_Converter = Callable[[str, Any], Any]


def _converted(
    where: str, plain: Mapping[str, Any], converters: Mapping[str, _Converter]
) -> dict[str, Any]:
    """Convert each value by its key; a key that nobody knows is refused."""
    unknown = [name for name in plain if name not in converters]
    if unknown:
        known = ", ".join(converters)
        raise InvalidSchemeError(f"{where} has no key {unknown[0]!r}; the keys are {known}")
    return {name: converters[name](name, value) for name, value in plain.items()}


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise InvalidSchemeError(f"{name} must be text, not {value!r}")
    return value


def _truth(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise InvalidSchemeError(f"{name} must be true or false, not {value!r}")
    return value


def _list(name: str, value: Any) -> list[Any]:
    match value:
        case [*each]:
            return each
        case _:
            raise InvalidSchemeError(f"{name} must be a list, not {value!r}")


def _table(name: str, value: Any) -> dict[str, Any]:
    match value:
        case {**pairs}:
            return {str(key): each for key, each in pairs.items()}
        case _:
            raise InvalidSchemeError(f"{name} must be a table, not {value!r}")


def _texts(name: str, value: Any) -> list[str]:
    return [_text(name, each) for each in _list(name, value)]


def _same(_name: str, value: Any) -> Any:
    """Leave a number to the value that it is for."""
    return value


def _one_of(kind: type[E]) -> Callable[[str, Any], E]:
    def convert(name: str, value: Any) -> E:
        try:
            return kind(value)
        except ValueError as error:
            known = ", ".join(str(each.value) for each in kind)
            raise InvalidSchemeError(f"{name} must be one of {known}, not {value!r}") from error

    return convert


def _made(
    make: Callable[..., Any], converters: Mapping[str, _Converter], *required: str
) -> _Converter:
    def convert(name: str, value: Any) -> Any:
        given = _converted(name, _table(name, value), converters)
        for each in required:
            if each not in given:
                raise InvalidSchemeError(f"{name} has no {each}")
        return make(**given)

    return convert


def _positions(name: str, value: Any) -> list[Position]:
    return [_one_of(Position)(name, each) for each in _list(name, value)]


def _bands(name: str, value: Any) -> list[Band]:
    convert = _made(Band, _OF_BAND, "label")
    return [convert("a class", each) for each in _list(name, value)]


def _shares(name: str, value: Any) -> dict[int, Any]:
    years = _table(name, value)
    for year in years:
        if not year.isdecimal():
            raise InvalidSchemeError(f"{name} is by fiscal year, such as 2022, not {year!r}")
    return {int(year): decimal(share) for year, share in years.items()}


def _verdicts(name: str, value: Any) -> dict[Verdict, str]:
    return {
        _one_of(Verdict)(name, verdict): _text(name, label)
        for verdict, label in _table(name, value).items()
    }


def _marks(name: str, value: Any) -> dict[str, str]:
    return {code: _text(name, mark) for code, mark in _table(name, value).items()}


_formula: Final = _one_of(Formula)
_measure: Final = _made(Measure, {"higher": _formula, "lower": _formula})
_OF_BAND: Final[dict[str, _Converter]] = {
    "label": _text,
    **dict.fromkeys(("at_least", "above", "at_most", "below"), _same),
    "target": _positions,
    "baseline": _positions,
}
_REQUIRED: Final = ("name", "version", "title", "publisher", "document")
_OF_SCHEME: Final[dict[str, _Converter]] = {
    **dict.fromkeys(_REQUIRED, _text),
    "source": _text,
    "known": _one_of(Known),
    **dict.fromkeys(("notes", "by_hand", "marks"), _texts),
    "against": _one_of(Against),
    "without_baseline": _formula,
    "marked": _formula,
    "floor": _same,
    "cap": _same,
    "above_hundred": _text,
    "below_zero": _text,
    "rate": _measure,
    "kept": _measure,
    "elapsed": _shares,
    "rounding": _made(
        Rounding,
        {"places": _same, "mode": _one_of(RoundingMode), "exact_classes": _truth},
        "places",
    ),
    "tolerance": _made(Tolerance, {"better": _same, "worse": _same}),
    "verdicts": _verdicts,
    "ungraded": _marks,
    _CLASSES: _bands,
}
