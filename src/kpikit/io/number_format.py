"""What a spreadsheet shows for a stored number: 0.985 as 98.5%, 12345 as 12,345件.

The stored digits are kept, never those that are shown: 0.98765 in the format ``0%`` is 98.765%,
so that nothing is judged on a rounded figure. What a format adds, a sign, a unit, a percent, is
added. A format that is not understood (fractions, conditions, times) gives ``None``.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Context, Decimal
from typing import Final, final

import attrs

from kpikit.language.formats import COLOUR, COLOURS, GENERAL
from kpikit.language.pattern import pattern
from kpikit.language.units import PERCENT, YEN
from kpikit.language.years import DAY, MONTH, YEAR
from kpikit.model.era import era_of

__all__ = [
    "Shown",
    "is_date_format",
    "plain_date",
    "plain_number",
    "shown_date",
    "shown_number",
    "stored_in",
]

#: A spreadsheet keeps so many digits; what stands behind them is an artefact.
_KEPT: Final = Context(prec=15)
#: A difference of two such numbers may leave artefacts in the last two of these as well: after a
#: number of so few digits and a row of zeros they mean nothing.
_MEANT: Final = Context(prec=13)
_FEW: Final = 6
_PLAIN: Final = pattern(rf"@?|{GENERAL}", re.IGNORECASE)
_TOKEN: Final = pattern(
    r'"(?P<quoted>[^"]*)"'
    r"|\\(?P<escaped>.)"
    rf"|(?P<skipped>_.|\*.|\[(?:{COLOURS}|"
    rf"(?:Color|{COLOUR}) ?\d+|DBNum\d|\$-[\w,-]+)\])"
    r"|\[\$(?P<currency>[^\]-]*)(?:-[\w,-]+)?\]"
    r"|(?P<digits>[0#?](?:[0#?,]*[0#?])?(?:\.[0#?]*)?)(?P<scale>,*)"
    r"|(?P<percent>%)"
    rf"|(?P<general>(?i:{GENERAL}))"
    r"|(?P<strange>\[|/|[Ee][+-]|[yYmMdDhHsSgGeEaA])"
    r"|(?P<plain>.)",
    re.DOTALL,
)
#: A figure in what is shown.
_FIGURE: Final = pattern(r"(?P<digits>\d[\d,]*(?:\.\d+)?|\.\d+)")
#: By how many places the digits that are shown may be moved: in thousands, in millions.
_SCALES: Final = (0, -3, -6)
_YEN: Final = frozenset("¥￥")
_DATE: Final = pattern(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<skipped>_.|\*.|\[[^\]]*\]|;.*)'
    rf"|{GENERAL}"
    r"|(?P<token>y+|m+|d+|g+|e+|a+|h+|s+)|(?P<plain>.)",
    re.DOTALL | re.IGNORECASE,
)
_LITERAL_OR_END: Final = pattern(r'"[^"]*"|\\.|(?P<end>;)')
_SIGNS: Final = frozenset("-−－△▲")
_TWO: Final = 2


@final
@attrs.frozen
class Shown:
    """A number as it is shown, with the digits that are stored."""

    #: The text.
    text: str
    #: Whether more digits are stored than the format shows.
    longer: bool = False
    #: Whether the format shows a zero as something else: a dash, nothing.
    disguised: bool = False


def plain_number(value: float) -> str:
    """Return the digits of a stored number, without artefacts of binary fractions.

    >>> plain_number(0.1 + 0.2), plain_number(0.891 - 0.9), plain_number(3.0)
    ('0.3', '-0.009', '3')
    """
    return f"{_exact(value).normalize():f}"


def shown_number(value: float, code: str) -> Shown | None:
    """Return a number as its format shows it, or ``None`` if the format is not understood.

    Args:
        value: The stored number, finite.
        code: The number format.

    >>> shown_number(0.985, "0.0%").text, shown_number(-12345, '#,##0"件";△#,##0"件"').text
    ('98.5%', '△12,345件')
    """
    if _PLAIN.fullmatch(code):
        return Shown(plain_number(value))
    sections, number = _sections(code), _exact(value)
    if number < 0 and len(sections) > 1:
        return _negative(_in_section(sections[1], -number))
    usual = _in_section(sections[0], number)
    if number != 0 or usual is None or len(sections) <= _TWO:
        return _or_digits(usual, value)
    zero = _in_section(sections[2], number)
    if zero is None or _has_digits(zero.text):
        return zero
    return _or_digits(attrs.evolve(usual, disguised=True), value)


def stored_in(text: str, value: float, *, is_share: bool = False) -> Shown | None:
    """Return a text that shows a number, with the digits that are stored in place of its own.

    Args:
        text: What is shown.
        value: The stored number, finite.
        is_share: Whether the number is of one and the text of a hundred.

    Returns:
        ``None`` if the text shows another number, for all that can be told.

    >>> stored_in("98.8%", 0.98765, is_share=True).text, stored_in("△1,234件", -1234.0).text
    ('98.765%', '△1,234件')
    >>> stored_in("3/4", 0.75)
    """
    exact = _exact(value).scaleb(2 if is_share else 0, _KEPT)
    if not _has_digits(text):
        sign = PERCENT if is_share else ""
        return Shown(f"0{sign}", disguised=True) if exact == 0 else None
    figures = list(_FIGURE.finditer(text))
    if len(figures) != 1 or (is_share and PERCENT not in text):
        return None
    written = figures[0]["digits"]
    number, places = Decimal(written.replace(",", "")), len(written.partition(".")[2])
    scaled = (abs(exact).scaleb(by, _KEPT) for by in _SCALES)
    stored = next((each for each in scaled if _is_rounded(each, number, places)), None)
    if stored is None:
        return None
    is_longer = stored != number
    digits = f"{stored.normalize():f}" if is_longer else written
    shown = Shown(f"{text[: figures[0].start()]}{digits}{text[figures[0].end() :]}", is_longer)
    return _negative(shown) if exact < 0 else shown


def _is_rounded(stored: Decimal, shown: Decimal, places: int) -> bool:
    """Whether a number is shown as another of so many places."""
    return abs(stored - shown) * _TWO <= Decimal(1).scaleb(-places)


def is_date_format(code: str) -> bool:
    """Whether a format shows a date; those of Japanese eras are not known to every library.

    >>> is_date_format("[$-411]ge"), is_date_format("0.0E+00"), is_date_format('0"e"')
    (True, False, False)
    """
    if _PLAIN.fullmatch(code):
        return False
    tokens = [found["token"] for found in _DATE.finditer(code) if found["token"]]
    digits = any(found["plain"] in ("0", "#", "?") for found in _DATE.finditer(code))
    return bool(tokens) and not digits


def plain_date(day: date) -> str:
    """Return a date as Japanese tables write it.

    >>> plain_date(date(2024, 3, 31))
    '2024年3月31日'
    """
    return f"{day.year}{YEAR}{day.month}{MONTH}{day.day}{DAY}"


def shown_date(value: date, code: str) -> str:
    """Return a date as its format shows it, or in full if the format is not understood.

    >>> shown_date(date(2021, 4, 1), 'ggge"年度"'), shown_date(date(2021, 4, 1), "[$-411]ge")
    ('令和3年度', 'R3')
    """
    pieces: list[str] = []
    for found in _DATE.finditer(code):
        token = (found["token"] or "").lower()
        if token.startswith(("h", "s", "a")):
            return plain_date(value)
        literal = found["quoted"] or found["escaped"] or found["plain"] or ""
        pieces.append(_of_date(value, token) if token else literal)
    text = "".join(pieces).strip()
    return text if _has_digits(text) else plain_date(value)


def _of_date(value: date, token: str) -> str:
    """Return the part of a date that a token stands for."""
    day = date(value.year, value.month, value.day)  # a point in time is no date to compare with
    era = era_of(day)
    if token[0] == "g" and era is not None:
        return (era.letter, era.short, era.name)[min(len(token), 3) - 1]
    if token[0] == "e" and era is not None:
        return f"{day.year - era.first.year + 1:0{len(token)}}"
    if token[0] == "y":
        return str(day.year) if len(token) > _TWO else f"{day.year % 100:02}"
    number = day.month if token[0] == "m" else day.day
    return f"{number:02}" if len(token) == _TWO else str(number)


def _exact(value: float) -> Decimal:
    """Return a stored number to 15 digits, as a spreadsheet keeps it, without what is no digit."""
    kept = _KEPT.plus(Decimal(repr(value)))
    meant = _MEANT.plus(kept)
    is_whole = kept == kept.to_integral_value()
    few = len(meant.normalize().as_tuple().digits) <= _FEW
    return meant if few and not is_whole else kept


def _sections(code: str) -> list[str]:
    """Split a format into those for positive numbers, negative ones, zero and text."""
    sections: list[str] = []
    start = 0
    for found in _LITERAL_OR_END.finditer(code):
        if found["end"]:
            sections.append(code[start : found.start()])
            start = found.end()
    return [*sections, code[start:]]


def _negative(shown: Shown | None) -> Shown | None:
    """Write the sign where a format shows it by brackets, by a colour, or not at all."""
    if shown is None or not _SIGNS.isdisjoint(shown.text):
        return shown
    bare = shown.text.removeprefix("(").removesuffix(")")
    return attrs.evolve(shown, text=f"-{bare}") if _has_digits(bare) else None


def _or_digits(shown: Shown | None, value: float) -> Shown | None:
    """Return what is shown, or the digits that are stored where it has none."""
    if shown is None or _has_digits(shown.text):
        return shown
    return Shown(plain_number(value), disguised=True)


def _has_digits(text: str) -> bool:
    return any(char.isdigit() for char in text)


def _in_section(section: str, number: Decimal) -> Shown | None:
    """Write a number by one section of a format."""
    found = list(_TOKEN.finditer(section))
    if sum(map(_is_number, found)) > 1 or any(token["strange"] for token in found):
        return None
    moved = sum(2 * bool(token["percent"]) - 3 * len(token["scale"] or "") for token in found)
    stored = number.scaleb(moved, _KEPT)
    pieces: list[str] = []
    longer = False
    currency = ""
    for token in found:
        if _is_number(token):
            text, longer = _digits(abs(stored), token["digits"] or "0.##############")
            pieces.append(text)
        elif _literal(token) in _YEN:
            currency = YEN
        else:
            pieces.append(_literal(token))
    sign = "-" * (number < 0)
    return Shown(f"{sign}{''.join(pieces).strip()}{currency}", longer)


def _is_number(token: re.Match[str]) -> bool:
    return bool(token["digits"] or token["general"])


def _literal(token: re.Match[str]) -> str:
    kinds = ("quoted", "escaped", "currency", "percent", "plain")
    return next((token[kind] for kind in kinds if token[kind]), "")


def _digits(number: Decimal, pattern: str) -> tuple[str, bool]:
    """Write digits by a pattern such as ``#,##0.0``: at least as many as it asks for."""
    before, _, after = pattern.partition(".")
    whole = number.to_integral_value()
    stored = "" if number == whole else f"{number.normalize():f}".partition(".")[2]
    places = max(len(after.rstrip("#?")), len(stored))
    least = before.count("0")
    integer, _, fraction = f"{number:.{places}f}".partition(".")
    integer = integer.zfill(least)
    if "," in before:
        integer = f"{int(integer):,}"
    return f"{integer}.{fraction}" if fraction else integer, len(stored) > len(after)
