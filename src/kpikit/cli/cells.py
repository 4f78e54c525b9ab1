"""How a cell is read: what it was taken for, piece by piece, or which characters were not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from kpikit.cell import read_actual, read_period, read_quantity, read_target
from kpikit.cli.streams import show
from kpikit.judging.wording import observation_words, period_words, quantity_words, rule_words
from kpikit.language.messages import Language, say
from kpikit.language.width import pad, width
from kpikit.model.reading import Piece, Reading
from kpikit.report.markup import safe
from kpikit.report.rows import one_line

__all__ = ["show_cell"]

_INDENT: Final = " " * 6
_READERS: Final[dict[str, Callable[[str], Reading[Any]]]] = {
    "actual": read_actual,
    "target": read_target,
    "quantity": read_quantity,
    "period": read_period,
}
#: How what was read is said.
_WORDS: Final[dict[str, Callable[[Any, Language], str]]] = {
    "actual": observation_words,
    "target": rule_words,
    "quantity": quantity_words,
    "period": period_words,
}


def show_cell(cell: str, kind: str | None, lang: Language, columns: int | None = None) -> bool:
    """Show how a cell is read, as one kind or as every kind that fits.

    Args:
        cell: The text of the cell.
        kind: What to read it as; ``None`` for everything.
        lang: The language of all but the cell.
        columns: How wide a drawing may be; ``None`` for as wide as need be.

    Returns:
        Whether it could be read.
    """
    kinds = _READERS if kind is None else (kind,)
    readings = {name: _READERS[name](cell) for name in kinds}
    read = {name: reading for name, reading in readings.items() if reading.is_read}
    pieces = next((reading.pieces for reading in read.values() if reading.pieces), ())
    lines = [one_line(cell), *_drawn(cell, pieces, lang, columns)]
    for name, reading in (read or readings).items():
        lines += _lines(name, reading, lang, columns)
    show(safe("\n".join([*lines, "", ""])))
    return bool(read)


def _lines(name: str, reading: Reading[Any], lang: Language, columns: int | None) -> list[str]:
    title = say(f"kind-{name}", lang)
    if not reading.is_read:
        lines = [f"  {title}"]
        for issue in reading.issues:
            caret = issue.caret(None if columns is None else columns - len(_INDENT))
            lines += [
                f"  {issue.message(lang)}",
                *(f"{_INDENT}{each}" for each in caret.split("\n")),
            ]
        return lines
    period = f" [{period_words(reading.period, lang)}]" if reading.period is not None else ""
    value = reading.value
    lines = [f"  {title}  {_WORDS[name](value, lang)}{period}"]
    return [*lines, *(f"{_INDENT}{note.message(lang)}" for note in reading.notes)]


def _drawn(cell: str, pieces: Sequence[Piece], lang: Language, columns: int | None) -> list[str]:
    """Draw each piece below the cell, with what it was taken for; list them if it is too wide."""
    roles = [say(f"role-{piece.role}", lang) for piece in pieces]
    shown = [one_line(cell[piece.start : piece.end]) for piece in pieces]
    room = width(one_line(cell))
    widest = max(map(width, roles), default=0)
    if columns is not None and room + 2 + widest > columns:
        return [f"  {pad(role, widest)}  {text}" for role, text in zip(roles, shown, strict=True)]
    return [
        f"{pad(_marked(cell, piece, text), room)}  {role}"
        for piece, role, text in zip(pieces, roles, shown, strict=True)
    ]


def _marked(cell: str, piece: Piece, shown: str) -> str:
    return " " * width(one_line(cell[: piece.start])) + "^" * max(1, width(shown))
