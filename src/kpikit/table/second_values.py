"""Second values in brackets, of which a line says what they are: （　）内は対前年増減率."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple, final

import attrs

from kpikit.language.lines import IN_BRACKETS
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said, read_class
from kpikit.table.headings import Column, folded

__all__ = ["Parted", "legend_of", "parted"]

_IN_BRACKETS: Final = pattern(IN_BRACKETS)
#: A value, if there is one, and another one in a bracket.
_PARTED: Final = pattern(r"(?P<first>[^()（）]*?)\s*[(（]\s*(?P<second>[^()（）]+?)\s*[)）]")


@final
class Parted(NamedTuple):
    """A cell with a value in a bracket."""

    #: What stands before the bracket, if anything does.
    first: Box | None
    #: What stands in it, and what the line says that it is.
    second: Box
    label: Box


def legend_of(sheet: Cells) -> str:
    """Return what a line of a sheet says that figures in brackets are, ``""`` if none does.

    >>> legend_of(Cells.of({(9, 1): "※（　）内は対前年増減率"}))
    '対前年増減率'
    """
    lines = (line for boxes in sheet.lines.values() for line in boxes[0].text.splitlines())
    found = {told[1].strip() for line in lines if (told := _IN_BRACKETS.search(line))}
    return found.pop() if len(found) == 1 else ""


def parted(box: Box, legend: str, said: Callable[[str], Said]) -> Parted | None:
    """Return the parts of a cell with a figure in a bracket, ``None`` where it has none.

    Args:
        box: The cell.
        legend: What a line says that such figures are.
        said: Tells what a text says by itself.
    """
    found = _PARTED.fullmatch(box.text.strip()) if legend else None
    if found is None or not _is_figure(box, found["second"]):
        return None
    if found["first"] and not _is_figure(box, found["first"]):
        return None
    told = said(folded(legend))
    is_label = told.kind is Class.LABEL
    label = told if is_label else Said(Class.LABEL, Column(legend), "others")
    first, second = (
        attrs.evolve(box, text=text, said=said(text)) for text in (found["first"], found["second"])
    )
    return Parted(
        first if found["first"] else None, second, attrs.evolve(box, text=legend, said=label)
    )


def _is_figure(box: Box, text: str) -> bool:
    return read_class(text.strip(), box.vocabulary) is Class.FIGURE
