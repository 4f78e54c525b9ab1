"""Schemes as plain values and in TOML files: those that kpikit ships, and a city's own."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from kpikit.analysis.scheme._terms import decimal
from kpikit.analysis.scheme.definition import Scheme
from kpikit.language.errors import InvalidSchemeError
from kpikit.language.pattern import pattern
from kpikit.model._given import check_given, check_text
from kpikit.model.codec import new_converter, read

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["dumps", "from_dict", "load", "loads", "shipped", "to_dict"]

_SUFFIX: Final = ".toml"
#: A key that needs no quotes.
_BARE: Final = pattern(r"[A-Za-z0-9_-]+")
#: How a TOML string writes what may not stand in it as it is.
_ESCAPES: Final = str.maketrans(
    {
        **{chr(code): f"\\u{code:04x}" for code in (*range(32), 127)},
        '"': '\\"',
        "\\": "\\\\",
    }
)


def load(path_or_name: str | PathLike[str]) -> Scheme:
    """Load a scheme that kpikit ships by its name, or one of your own by its path.

    Args:
        path_or_name: A name of :func:`shipped`, or the path of a file that ends in ``.toml``.

    Raises:
        InvalidSchemeError: There is no such scheme, or the file has a fault.
        OSError: The file cannot be opened.

    >>> load("hamamatsu-library").labels
    ('5', '4', '3', '2', '1')
    """
    given = fspath(path_or_name)
    if given.endswith(_SUFFIX):
        return _loaded(_text(Path(given).read_bytes(), given), given)
    if given not in shipped():
        raise InvalidSchemeError.told("scheme-unknown", name=given, known=", ".join(shipped()))
    return _shipped(given)


def _text(data: bytes, path: str) -> str:
    """Decode a file; an editor may have put a byte order mark before it."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidSchemeError.told("scheme-encoding", file=path) from error


@cache
def shipped() -> tuple[str, ...]:
    """Return the names of the schemes that kpikit ships, in order.

    >>> "miyagi" in shipped()
    True
    """
    folder = files("kpikit").joinpath("schemes")
    names = (each.name for each in folder.iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)))


@cache
def _shipped(name: str) -> Scheme:
    path = files("kpikit").joinpath("schemes", f"{name}{_SUFFIX}")
    return loads(path.read_text(encoding="utf-8"))


def loads(text: str) -> Scheme:
    """Read a scheme from TOML. Inverse of :func:`dumps`.

    Raises:
        InvalidSchemeError: It is no TOML, or no scheme; all that is wrong is listed.

    >>> loads(dumps(load("miyagi"))) == load("miyagi")
    True
    """
    check_text(text)
    return _loaded(text)


def _loaded(text: str, file: str = "") -> Scheme:
    import tomllib  # on first use

    try:
        plain = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        where = f"{file}: " if file else ""
        raise InvalidSchemeError.told("scheme-toml", where=where, detail=str(error)) from error
    return from_dict(plain, file=file)


def dumps(scheme: Scheme) -> str:
    """Write a scheme as TOML. Inverse of :func:`loads`.

    >>> dumps(load("miyagi")).splitlines()[0]
    'name = "miyagi"'
    """
    plain = to_dict(scheme)
    classes: list[Mapping[str, Any]] = plain.pop("classes", [])
    tables: dict[str, Mapping[str, Any]] = {
        name: plain.pop(name) for name in list(plain) if isinstance(plain[name], dict)
    }
    lines = _pairs(plain)
    for name, table in tables.items():
        lines += ["", f"[{name}]", *_pairs(table)]
    for band in classes:
        lines += ["", "[[classes]]", *_pairs(band)]
    return "\n".join([*lines, ""])


def _pairs(table: Mapping[str, Any]) -> list[str]:
    """Write keys and values."""
    return [f"{_key(name)} = {_value(value)}" for name, value in table.items()]


def _key(name: str) -> str:
    """Write a key; that of a label is in quotes."""
    return name if _BARE.fullmatch(name) else _value(name)


def _value(value: Any) -> str:
    match value:
        case str():
            return f'"{value.translate(_ESCAPES)}"'
        case bool():
            return str(value).lower()
        case [*each]:
            return f"[{', '.join(map(_value, each))}]"
        case dict():
            return f"{{{', '.join(_pairs(cast('dict[str, Any]', value)))}}}"
        case Decimal():
            return f"{value:f}"
        case _:
            return str(value)


# -- plain values ----------------------------------------------------------------------------------


def to_dict(scheme: Scheme) -> dict[str, Any]:
    """Return the scheme as text, numbers, lists and tables, defaults left out.

    Inverse of :func:`from_dict`.

    >>> to_dict(load("miyagi"))["name"]
    'miyagi'
    """
    check_given("scheme", scheme, "Scheme (kpikit.scheme.load(…))", Scheme)
    plain: dict[str, Any] = _converter().unstructure(scheme)
    return plain


def from_dict(plain: Mapping[str, Any], *, file: str = "") -> Scheme:
    """Make a scheme of what :func:`to_dict` returns.

    Args:
        plain: Text, numbers, lists and tables.
        file: Where they are from, for the message.

    Raises:
        InvalidSchemeError: A key is unknown or missing, or its value is of the wrong kind; all
            that is wrong is listed, each with its path.

    >>> from_dict(to_dict(load("miyagi"))) == load("miyagi")
    True
    """
    check_given("plain", plain, "Mapping (of to_dict)", Mapping)
    return read(_converter(), dict(plain), Scheme, InvalidSchemeError, file)


@cache
def _converter() -> Converter:
    """Return the converter of schemes: numbers are those of TOML, exact ones."""
    made = new_converter()
    made.register_structure_hook(Decimal, lambda given, _: decimal(given))
    return made
