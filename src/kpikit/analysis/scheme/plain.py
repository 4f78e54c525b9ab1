"""A scheme as plain values, such as a TOML file has, and back."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from kpikit.analysis.scheme.band import decimal
from kpikit.analysis.scheme.definition import Scheme
from kpikit.language.errors import InvalidSchemeError
from kpikit.model.codec import new_converter, read

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["from_dict", "to_dict"]


def to_dict(scheme: Scheme) -> dict[str, Any]:
    """Return the scheme as text, numbers, lists and tables, defaults left out.

    Inverse of :func:`from_dict`.
    """
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
    """
    return read(_converter(), dict(plain), Scheme, InvalidSchemeError, file)


@cache
def _converter() -> Converter:
    """Return the converter of schemes: numbers are those of TOML, exact ones."""
    made = new_converter()
    made.register_structure_hook(Decimal, lambda given, _: decimal(given))
    return made
