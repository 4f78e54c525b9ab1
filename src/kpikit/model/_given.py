"""What a caller gave, beside what is taken: a constructor says what it expected."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from kpikit.language.errors import InvalidDefinitionError, KpikitError


def check(
    error: type[KpikitError],
    name: str,
    given: object,
    wanted: str,
    *kinds: type,
) -> None:
    """Refuse what is of none of the *kinds*, which are called *wanted*."""
    if not isinstance(given, kinds):
        raise error.told("given-other", name=name, wanted=wanted, given=repr(given)[:60])


def check_text(given: object) -> None:
    """Refuse what is no text, where a reader takes the text of a cell."""
    if not isinstance(given, str):
        check(InvalidDefinitionError, "text", given, "str", str)


def check_given(name: str, given: object, wanted: str, *kinds: type) -> None:
    """Refuse what a function is given of another kind than it takes."""
    if not isinstance(given, kinds):
        check(InvalidDefinitionError, name, given, wanted, *kinds)


def check_each(name: str, given: Any, wanted: str, *kinds: type) -> tuple[Any, ...]:
    """Return what a function is given several of; refuse any of another kind than it takes."""
    check_given(name, given, f"[{wanted}, …]", Iterable)
    every = tuple(given)
    for each in every:
        if not isinstance(each, kinds):
            check_given(name, each, wanted, *kinds)
    return every


def check_day(name: str, given: object) -> None:
    """Refuse what is no day: a text, a period, a point in time."""
    is_day = isinstance(given, date) and not isinstance(given, datetime)
    if given is not None and not is_day:
        check(InvalidDefinitionError, name, given, "datetime.date")


def check_language(name: str, given: object) -> None:
    """Refuse a language that nothing is told in."""
    if given not in ("ja", "en"):
        check(InvalidDefinitionError, name, given, "'ja' | 'en'")
