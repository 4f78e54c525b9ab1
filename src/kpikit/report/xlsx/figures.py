"""Numbers of a workbook, each with the format that shows it with its unit."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.language.pattern import pattern

__all__ = ["PERCENT", "PLAIN", "Figure", "figure_in", "figure_of"]

#: The format of a rate: 0.876 is shown as 87.6%.
PERCENT: Final = "0.0%"
#: The format of a number that is shown as it is.
PLAIN: Final = "General"
#: A spreadsheet keeps so many digits of a number.
_KEPT: Final = 15
#: A number with more decimals came out of a calculation: it is stored whole, and shown rounded.
_MOST_PLACES: Final = 6
_THOUSAND: Final = 1000
#: What a number format may hold as a unit: no mark that means something there or in a formula.
_UNIT: Final = r"[^\d\s.,;:\"'\\\[\]{}()<>=+*/#?@_!&|^`~-]{1,40}"
_IS_UNIT: Final = pattern(_UNIT)
_FIGURE: Final = pattern(
    r"(?P<number>-?(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)(?:\.[0-9]+)?)"
    rf"(?P<unit>{_UNIT})?"
)


@final
@attrs.frozen(repr=False)
class Figure(Value):
    """A number, and the format that it is shown in."""

    #: The number.
    number: float
    #: The number format.
    form: str


def figure_of(number: Decimal | None, unit: str = "") -> Figure | None:
    """Return a number with its unit, ``None`` where a spreadsheet cannot keep all its digits.

    A unit that a number format cannot hold is left out.

    >>> figure_of(Decimal("48.2"), "%")
    Figure(48.2, '0.0"%"')
    >>> figure_of(Decimal("47511"), "人")
    Figure(47511.0, '#,##0"人"')
    """
    if number is None or not _is_kept(number):
        return None
    places = max(0, -int(number.as_tuple().exponent))
    shown = unit if _IS_UNIT.fullmatch(unit) and unit.isprintable() else ""
    return Figure(float(number), _form(places, shown, marked=abs(number) >= _THOUSAND))


def figure_in(text: str) -> Figure | None:
    """Return the number that a cell is, ``None`` where a number would not be shown just so.

    >>> figure_in("47,511人"), figure_in("9割以上")
    (Figure(47511.0, '#,##0"人"'), Figure(9.0, '0"割以上"'))
    >>> figure_in("約16,000時間"), figure_in("007"), figure_in("3 (R5)")
    (None, None, None)
    """
    found = _FIGURE.fullmatch(text)
    if found is None:
        return None
    written, unit = found["number"], found["unit"] or ""
    number = Decimal(written.replace(",", ""))
    if not (_is_kept(number) and unit.isprintable()):
        return None
    places = len(written.partition(".")[2])
    return Figure(float(number), _form(places, unit, marked="," in written))


def _is_kept(number: Decimal) -> bool:
    """Whether a spreadsheet keeps all digits of a number; of a minus zero it keeps none."""
    digits = len(number.normalize().as_tuple().digits)
    return digits <= _KEPT and not (number == 0 and number.is_signed())


def _form(places: int, unit: str, *, marked: bool) -> str:
    whole = "#,##0" if marked else "0"
    decimals = f".{'0' * min(places, _MOST_PLACES)}" if places else ""
    return f'{whole}{decimals}"{unit}"' if unit else f"{whole}{decimals}"
