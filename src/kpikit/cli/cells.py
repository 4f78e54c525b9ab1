"""How a cell is read: what it was taken for, piece by piece, or which characters were not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from kpikit.cell import read_actual, read_period, read_quantity, read_target
from kpikit.cli.streams import show
from kpikit.messages import Language, say
from kpikit.observation import Observation
from kpikit.quantity import Quantity
from kpikit.reading import Piece, Reading
from kpikit.report.markup import safe
from kpikit.report.rows import one_line
from kpikit.rule import Rule
from kpikit.width import pad, width
from kpikit.wording import observation_words, period_words, quantity_words, rule_words

__all__ = ["show_cell"]

_READERS: Final[dict[str, Callable[[str], Reading[Any]]]] = {
    "actual": read_actual,
    "target": read_target,
    "quantity": read_quantity,
    "period": read_period,
}


def show_cell(cell: str, kind: str | None, lang: Language) -> bool:
    """Show how a cell is read, as one kind or as every kind that fits.

    Returns:
        Whether it could be read.
    """
    kinds = _READERS if kind is None else (kind,)
    readings = {name: _READERS[name](cell) for name in kinds}
    read = {name: reading for name, reading in readings.items() if reading.is_read}
    lines = [one_line(cell)]
    for name, reading in (read or readings).items():
        lines += _lines(name, reading, lang)
    pieces = next((reading.pieces for reading in read.values() if reading.pieces), ())
    lines += [_drawn(cell, piece) for piece in pieces]
    show(safe("\n".join([*lines, "", ""])))
    return bool(read)


def _lines(name: str, reading: Reading[Any], lang: Language) -> list[str]:
    title = say(f"kind-{name}", lang)
    if not reading.is_read:
        told = [issue.report(lang).replace("\n", "\n  ") for issue in reading.issues]
        return [f"  {title}", *(f"  {each}" for each in told)]
    period = f" [{period_words(reading.period, lang)}]" if reading.period is not None else ""
    value = reading.value
    lines = [f"  {title}  {_words(value, lang)}{period}", f"      {value!r}"]
    return [*lines, *(f"      {note.message(lang)}" for note in reading.notes)]


def _words(value: Any, lang: Language) -> str:
    match value:
        case Observation():
            return observation_words(value, lang)
        case Rule():
            return rule_words(value, lang)
        case Quantity():
            return quantity_words(value, lang)
        case _:
            return period_words(value, lang)


def _drawn(cell: str, piece: Piece) -> str:
    """Draw a piece below the cell, with what it was taken for."""
    before = width(one_line(cell[: piece.start]))
    marked = max(1, width(one_line(cell[piece.start : piece.end])))
    return f"{pad(' ' * before + '^' * marked, width(one_line(cell)))}  {piece.kind}"
