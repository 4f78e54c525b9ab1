"""A value with what stands around it: the labels of its row, and the headings above it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise, takewhile
from typing import Final

import attrs

from kpikit.language.pattern import pattern
from kpikit.model.period import Period
from kpikit.table.benchmarks import compared_with
from kpikit.table.cells import Box
from kpikit.table.classes import OTHERS, SAYING, Class, Said
from kpikit.table.fact import About
from kpikit.table.headings import Column, Role
from kpikit.table.structure import FIGURES, PRINTED
from kpikit.table.value_labels import BOX, is_label_of_value, label_and_text, label_and_value

__all__ = [
    "COSTING",
    "TELLING",
    "Place",
    "has_labelled",
    "heads_of",
    "names_both",
    "opened",
    "told_left",
]

#: What says of the cells on its right what they are.
TELLING: Final = SAYING | {Class.UNIT}
#: What rows are called whose values are indicators only where they say so.
COSTING: Final = frozenset(("cost", "staff"))
#: What a cell of several values has at least.
_BOTH: Final = frozenset((Role.TARGET, Role.ACTUAL))
#: Between values of one line, and a label behind it.
_PARTING: Final = " \t\N{IDEOGRAPHIC SPACE}、,;；/／"
_LABEL: Final = pattern(
    rf"(?:^|(?<=[{_PARTING}]))([^\d\s:：、,]{{1,10}})(?:[:：]|[ \u3000](?=[\d０-９▲△約]))"
)
#: What stands in a bracket behind a value, and before it.
_BEHIND: Final = pattern(r"(?P<value>[^\n()（）]+)\s*[(（]([^()（）]+)[)）]")
_BRACKETED: Final = pattern(r"[(（]([^()（）]+)[)）]")
#: What parts values in one cell, the wide one first, which no unit has.
_STROKES: Final = ("／", "/")
_STROKE: Final = pattern("[／/]")
#: The words for both values in a bracket behind their year: R5（目標／実績）.
_OF_SEVERAL: Final = pattern(r"[(（]([^()（）／/]+[／/][^()（）／/]+)[)）]$")


@attrs.frozen(eq=False)
class Place:
    """A value with what stands around it."""

    row: int
    box: Box
    #: The cells on its left, and those of them that say what others are.
    left: Sequence[Box]
    telling: Sequence[Box]
    #: The headings above it.
    stack: tuple[Box, ...]
    #: The labels of its row.
    labels: tuple[Box, ...]
    #: What the other cells of its row say.
    about: About

    @property
    def said(self) -> tuple[Box, ...]:
        """All labels: those of its row, and the headings."""
        return (*self.labels, *self.stack)

    @property
    def periods(self) -> list[Period]:
        """The periods that its labels name."""
        every = [box.said.column.period for box in self.said]
        return list(dict.fromkeys(period for period in every if period is not None))

    @property
    def costs(self) -> frozenset[str]:
        """What labels say that it is beside indicators: what something costs, who works on it.

        コスト above the names of indicators does not; 決算額 right of 主な経費 does.
        """
        named = self.about.get(Role.INDICATOR, [])
        sorts = self.about.get(Role.CATEGORY, []) + self.about.get(Role.SECTION, [])
        told = [*named, *(each for each in sorts if any(each.column <= n.right for n in named))]
        every = (*self.telling, *self.stack)
        return frozenset(box.said.of for box in every if box not in told) & COSTING

    @property
    def compared(self) -> Column | None:
        """Whose value it is, where a label says that it is that of other bodies."""
        others = [box for box in (*self.telling, *self.stack) if box.said.of == "others"]
        told = (compared_with(box.text, box.vocabulary) for box in others)
        return next((column for column in told if column is not None), None)

    @property
    def is_computed(self) -> bool:
        """Whether a label says that it is a sum of others, or of other bodies."""
        is_others = any(box.said.of in OTHERS for box in (*self.telling, *self.stack))
        return is_others or any(box.said.of == "total" for box in self.stack)


def told_left(left: Sequence[Box]) -> list[Box]:
    """Return the cells right before a value that say what it is, up to another cell."""
    return [*reversed([*takewhile(lambda box: box.said.kind in TELLING, reversed(left))])]


def opened(place: Place, read: Callable[[str], Said], stacked: Sequence[str] = ()) -> list[Place]:
    """Return each value of a cell that has several, one a line, which labels tell apart.

    The labels stand in the cell, 目標:5件 above 実績:3件, or in the lines of its heading; the
    lower one may be what the publisher works out, （達成率）.

    Args:
        place: The cell.
        read: Tells what a text says by itself.
        stacked: What a line says that the values of cells are, from the top: 目標, 実績.
    """
    place = _rated(place, read)
    lines = _lines(place.box.text, read)
    if len(lines) < len(_BOTH):
        lines = _beside(place, read)
    if len(lines) < len(_BOTH):
        return _labelled_below_year(place, read)
    pairs = [pair for line in lines if (pair := label_and_text(line, read))]
    heads, stack = _heads(place, len(lines), read)
    is_told = len(heads) >= len(lines) and all(
        is_label_of_value(_bare(each), read) for each in heads
    )
    if len(lines) == len(stacked) and not is_told:
        heads, stack = [*stacked], place.stack
    if len(pairs) < len(lines) == len(heads):
        pairs = [(_bare(head), _bare(line)) for head, line in zip(heads, lines, strict=True)]
    else:
        stack = place.stack
    told = [(read(label), text) for label, text in pairs]
    roles = {said.column.role for said, _ in told}
    is_rated = not roles.isdisjoint(_BOTH) and roles <= FIGURES | PRINTED
    if len(roles) < len(lines) or not (roles >= _BOTH or is_rated):
        return []
    boxes = [
        (
            attrs.evolve(place.box, text=said.column.heading, said=said),
            attrs.evolve(place.box, text=text, said=read(text)),
        )
        for said, text in told
    ]
    return [
        attrs.evolve(place, box=box, labels=(label, *place.labels), stack=stack)
        for label, box in boxes
        if box.text
    ]


def _labelled_below_year(place: Place, read: Callable[[str], Said]) -> list[Place]:
    """Return the only value of a cell, where its label stands before it, below a year: 目標 24."""
    is_below_year = bool(place.stack) and place.stack[-1].said.kind is Class.YEAR
    told = label_and_value(place.box, read) if is_below_year else None
    if told is None:
        return []
    label, value = told
    return [attrs.evolve(place, box=value, labels=(label, *place.labels))]


def _rated(place: Place, read: Callable[[str], Said]) -> Place:
    """Return a value with its rate in a bracket as two lines, where the heading has both.

    12回（120％） below 実績（達成率）.
    """
    if not place.stack:
        return place
    *above, last = place.stack
    head, cell = (_BEHIND.fullmatch(each.text.strip()) for each in (last, place.box))
    if head is None or cell is None or read(head[2]).column.role not in PRINTED:
        return place
    parted = attrs.evolve(last, text=f"{head[1]}\n({head[2]})")
    box = attrs.evolve(place.box, text=f"{cell[1]}\n({cell[2]})")
    return attrs.evolve(place, box=box, stack=(*above, parted))


def _bare(text: str) -> str:
    """Return what stands in a bracket: （達成率）, （99.4％）."""
    found = _BRACKETED.fullmatch(text)
    return found[1] if found else text


def _heads(
    place: Place, count: int, read: Callable[[str], Said]
) -> tuple[list[str], tuple[Box, ...]]:
    """Return what the lines of a heading call so many values, and the headings above.

    The first line may be the year of all of them: R5, 目標, 実績.
    """
    *above, last = place.stack or (place.box,)
    heads = heads_of(last)
    told = read(heads[0]) if len(heads) == count + 1 else None
    if told is not None and told.kind is Class.YEAR:
        return heads[1:], (*above, attrs.evolve(last, text=heads[0], said=told))
    return heads, tuple(above)


def heads_of(head: Box) -> list[str]:
    """Return what a heading says in its lines, and in those parts that a stroke parts: 目標／実績.

    >>> from kpikit.table.cells import Cells
    >>> heads_of(Cells.of({(1, 1): "R5 目標／実績"}).boxes[1, 1])
    ['R5', '目標', '実績']
    >>> heads_of(Cells.of({(1, 1): "R5（目標／実績）"}).boxes[1, 1])
    ['R5', '目標', '実績']
    """
    *before, last = _OF_SEVERAL.sub(r" \1", head.text.strip()).split()
    return [*before, *_STROKE.split(last)]


def names_both(head: Box, read: Callable[[str], Said]) -> bool:
    """Whether a heading says that targets and actuals are below it: 目標／実績.

    >>> from kpikit.table.cells import Cells
    >>> from kpikit.table.classes import what_it_says
    >>> sheet = Cells.of({(1, 1): "R5 目標／実績", (1, 2): "R5実績"})
    >>> [names_both(sheet.boxes[1, at], what_it_says) for at in (1, 2)]
    [True, False]
    """
    return {read(each).column.role for each in heads_of(head)} >= _BOTH


def _beside(place: Place, read: Callable[[str], Said]) -> list[str]:
    """Return the values that a stroke parts, as it does the words of a target and an actual above.

    4,300人／4,455人 below R6 目標／実績.
    """
    *_, last = place.stack or (place.box,)
    heads = [head for head in heads_of(last) if read(head).kind is not Class.YEAR]
    if not names_both(last, read):
        return []
    found = ([part.strip() for part in place.box.text.split(sign)] for sign in _STROKES)
    fitting = (parts for parts in found if len(parts) == len(heads) and all(parts))
    return next(fitting, list[str]())


def has_labelled(text: str, read: Callable[[str], Said]) -> bool:
    """Whether a cell holds labels with their values: 目標:5件 above 実績:3件, or beside it."""
    lines = _lines(text, read)
    return len(lines) > 1 and all(label_and_text(line, read) for line in lines)


def _lines(text: str, read: Callable[[str], Said]) -> list[str]:
    """Return the lines of a cell, each label with its value as one, and a value with its year."""
    found: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        is_year = _BRACKETED.fullmatch(line) and read(_bare(line)).kind is Class.YEAR
        found += _in_line(found.pop() + line if is_year and found else line, read)
    return found


def _in_line(line: str, read: Callable[[str], Said]) -> list[str]:
    """Return the labels of a line, each with its value: 目標:5件 実績:3件."""
    starts = _starts(_LABEL, line, read)
    if len(starts) < len(_BOTH):
        starts = _starts(BOX, line, read)
    if len(starts) < len(_BOTH) or starts[0]:
        return [line]
    return [line[one:end].strip(_PARTING) for one, end in pairwise((*starts, len(line)))]


def _starts(label: re.Pattern[str], line: str, read: Callable[[str], Said]) -> list[int]:
    """Return where the labels of values in a line begin."""
    return [found.start() for found in label.finditer(line) if is_label_of_value(found[1], read)]
