"""What lines date that say of years: headings by their word, and targets without a year.

策定時：平成25年度　中間：平成30年度, 最新値は令和６年度の値である, 目標値は令和８年度末.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final

import attrs

from kpikit.cell import Vocabulary, read_actual, read_target
from kpikit.language.headings import PLAIN_TARGETS, VALUE
from kpikit.language.lines import EXCEPTED_YEAR
from kpikit.language.pattern import pattern
from kpikit.model.period import Period
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said, what_it_says
from kpikit.table.fact import Fact
from kpikit.table.headings import YEARS_OF, Role, folded
from kpikit.table.said_years import (
    SaidYear,
    Statement,
    may_be_due,
    said_year,
    statements,
    tells_years,
)
from kpikit.table.sections import is_remark
from kpikit.table.structure import Structure, is_aside

__all__ = ["dated", "dated_by_lines", "holds_for"]

_EXCEPTED: Final = pattern(EXCEPTED_YEAR)
_PLAIN_TARGETS: Final = pattern(PLAIN_TARGETS)
#: How many a line tells at least, which otherwise may say something else.
_SEVERAL: Final = 2


def dated(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet with the years that its lines tell of headings.

    >>> texts = {(1, 1): "当初：H25年度　中間：H30年度", (2, 1): "指標", (2, 2): "中間"}
    >>> dated(Cells.of(texts), Vocabulary()).boxes[2, 2].said.column.period
    FiscalYear(2018)
    """
    told = _told(sheet) or _told_before(sheet, vocabulary)
    if told:
        for box in {id(box): box for box in sheet.boxes.values()}.values():
            said = _said(box, told, vocabulary)
            if said is not None:
                sheet.put(attrs.evolve(box, said=said))
    return sheet


def _told(sheet: Cells) -> dict[str, str]:
    """Return the words of lines with their years, of which only one can be meant."""
    lines = {row: statements(own[0].text) for row, own in sheet.lines.items() if len(own) == 1}
    said = {row: told for row, told in lines.items() if _is_of_values(told)}
    heads: dict[str, list[Box]] = {}
    for box in sheet.boxes.values() if said else ():
        heads.setdefault(folded(box.text), []).append(box)
    found: dict[str, set[str]] = {}
    for row, told in said.items():
        is_excepted = _EXCEPTED.search(folded(sheet.lines[row][0].text)) is not None
        for each in told:
            is_sure = not is_excepted and each.is_sure(heads)
            is_sure = is_sure and _is_of_all(sheet, row, heads.get(each.word, []))
            found.setdefault(each.word, set()).add(each.year if is_sure else "")
    return {word: min(years) for word, years in found.items() if len(years) == 1 and all(years)}


def _told_before(sheet: Cells, vocabulary: Vocabulary) -> dict[str, str]:
    """Return what a line of a page before it tells, where both have the same labels of values.

    基準値：令和５年度　目標値：令和11年度 stands once above cards that go on over pages.
    """
    for texts in reversed(sheet.pages_before()):
        rows = Counter(row for row, _ in texts)
        lines = (statements(text) for (row, _), text in texts.items() if rows[row] == 1)
        told = {each.word: each.year for line in lines if len(line) >= _SEVERAL for each in line}
        if told:
            said = (
                (text, what_it_says(text.strip(), vocabulary=vocabulary)) for text in texts.values()
            )
            before = {folded(text) for text, each in said if _labels_values(each)}
            own = {folded(box.text) for box in sheet.boxes.values() if _labels_values(box.said)}
            return told if own == before else {}
    return {}


def _labels_values(said: Said) -> bool:
    """Whether a cell is the label of values, or a year."""
    return said.kind is Class.YEAR or said.column.role in YEARS_OF.values()


def _is_of_values(told: Sequence[Statement]) -> bool:
    """Whether a line speaks of values: it says so, or tells more than one year."""
    return len(told) >= _SEVERAL or any(each.values for each in told)


def _is_of_all(sheet: Cells, row: int, heads: Sequence[Box]) -> bool:
    """Whether a line is of all headings of a word: there is one, or it is above all titles.

    Those of targets may have a year in each row, and are dated by other means.
    """
    rows = {box.row for box in heads}
    if any(box.said.column.role is Role.TARGET for box in heads):
        return False
    if len(rows) < _SEVERAL:
        return True
    first, lines = min(rows), sheet.lines
    return any(row < at < first and len(own) == 1 for at, own in lines.items())


def _said(box: Box, told: dict[str, str], vocabulary: Vocabulary) -> Said | None:
    """Return what a cell says with the year of its word, ``None`` where that is nothing new."""
    year = told.get(folded(box.text))
    if year is None or box.said.column.period is not None:
        return None
    said = what_it_says(f"{box.text.strip()}({year})", vocabulary=vocabulary)
    return None if said.column.period is None else said


def dated_by_lines(
    facts: Iterable[Fact],
    lines: Sequence[Box],
    structure: Structure,
    read: Callable[[str], Period | None],
) -> list[Fact]:
    """Return values, those without a year with that which a note below their table says.

    A line that may say of another year is what a target is doubted by.

    Args:
        facts: The values of a sheet.
        lines: Its lines.
        structure: Its headings.
        read: Reads a period.
    """
    facts = [*facts]
    undated = Counter((fact.role, fact.names) for fact in facts if fact.period is None)
    told = {
        role: [(line, found) for line in lines if (found := said_year(line.text, role))]
        for role in YEARS_OF.values()
    }
    told[Role.TARGET] += _guessed(facts, lines, read)
    return [
        _dated(fact, [*_of_its_table(fact, told[fact.role], structure)], read)
        if told.get(fact.role) and _may_be_dated(fact, undated[fact.role, fact.names])
        else fact
        for fact in facts
    ]


def _may_be_dated(fact: Fact, count: int) -> bool:
    """Whether a value has no year; of a kind that a name has twice, only targets say which."""
    return fact.period is None and (fact.role is Role.TARGET or count == 1)


def _guessed(
    facts: Sequence[Fact], lines: Sequence[Box], read: Callable[[str], Period | None]
) -> Iterator[tuple[Box, SaidYear]]:
    """Yield the lines that may say when targets are due: in a year behind those of all actuals."""
    ends = [fact.period.end for fact in facts if fact.period and fact.role is not Role.TARGET]
    for line in lines if ends else ():
        found = may_be_due(line.text)
        period = read(found.year) if found else None
        if found and period is not None and period.start > max(ends):
            yield line, found


def holds_for(line: Box, row: int, structure: Structure) -> bool:
    """Whether a line above a row is of its table: not between the headings of others, or below one.

    >>> from kpikit.table.cells import Cells
    >>> texts = {
    ...     (1, 1): "目標値は令和8年度",
    ...     (2, 1): "指標",
    ...     (2, 2): "目標値",
    ...     (3, 1): "甲",
    ...     (3, 2): "5",
    ... }
    >>> structure = Structure(Cells.of(texts))
    >>> holds_for(structure.line(1), 3, structure)
    True
    """
    first = min(structure.headings, default=0)
    if line.row >= row or first < line.row <= structure.begin(row):
        return False
    return line.row < first or not _is_note_below(line, structure)


def _is_note_below(line: Box, structure: Structure) -> bool:
    """Whether a line is a note right below a table, and not below the title of the next one.

    Without a mark it may be above the next table as well, but for a title between them.
    """
    is_note = is_remark(line.text) or _is_before_title(line, structure)
    return is_note and _is_below_values(line, structure)


def _is_below_values(line: Box, structure: Structure) -> bool:
    """Whether only notes stand between a line and the row of several cells above it."""
    at = bisect_left(structure.rows, line.row)
    above = (structure.own(row) for row in reversed(structure.rows[:at]))
    own = next((own for own in above if len(own) != 1 or not _is_note(own[0])), None)
    return own is not None and (len(own) != 1 or own[0].says)


def _is_note(box: Box) -> bool:
    return is_remark(box.text) or tells_years(box.text)


def _is_before_title(line: Box, structure: Structure) -> bool:
    """Whether a title stands between a line and the next headings."""
    end = _next_headings(line.row, structure)
    rows = takewhile(lambda row: end is None or row < end, _rows_below(line.row, structure))
    own = (structure.own(row) for row in rows)
    return any(len(boxes) == 1 and _is_title(boxes[0]) for boxes in own)


def _is_title(box: Box) -> bool:
    return not (box.says or is_aside(box.text.strip()) or _is_note(box))


def _rows_below(row: int, structure: Structure) -> Sequence[int]:
    return structure.rows[bisect_right(structure.rows, row) :]


def _next_headings(row: int, structure: Structure) -> int | None:
    """Return the first row of the headings below a row, ``None`` if there are none."""
    return next((group[0] for group in structure.heads if group[0] > row), None)


def _of_its_table(
    fact: Fact, told: Sequence[tuple[Box, SaidYear]], structure: Structure
) -> Iterator[tuple[Box, SaidYear]]:
    """Yield what lines say of the table of a value, those above it and then its notes.

    A line right above the next headings may be of that table, or of this one.
    """
    row = fact.box.row
    yield from (each for each in reversed(told) if holds_for(each[0], row, structure))
    end = _next_headings(row, structure)
    for line, found in told:
        if line.row <= row or (end is not None and line.row > end):
            continue
        if end is None or _is_note_below(line, structure):
            yield line, found
        elif _is_below_values(line, structure):
            yield line, attrs.evolve(found, is_sure=False)


def _dated(
    fact: Fact, told: Sequence[tuple[Box, SaidYear]], read: Callable[[str], Period | None]
) -> Fact:
    """Return a value that has no year with that of the first line that says it."""
    own = [(line, found) for line, found in told if _is_called(fact, found.word)]
    if not own or not _is_plain(fact):
        return fact
    line, found = min(own, key=lambda each: each[1].is_guessed)
    period = read(found.year) if found.is_sure else None
    if period is None:
        is_aim = fact.role is Role.TARGET
        return attrs.evolve(fact, doubted_by=line.text.strip()) if is_aim else fact
    return attrs.evolve(fact, period=period, is_noted=True)


def _is_called(fact: Fact, word: str) -> bool:
    """Whether a label calls a value as a line does that tells its year: 基準値, and 基準."""
    stem = word.removesuffix(VALUE)
    labels = (box for box in fact.labels if box.said.column.role is fact.role)
    return fact.role is Role.TARGET or any(stem in folded(box.text) for box in labels)


def _is_plain(fact: Fact) -> bool:
    """Whether a value has no own year, and a target is called nothing more than that."""
    if fact.unread:
        return False
    if fact.role is not Role.TARGET:
        read = read_actual(fact.box.text, vocabulary=fact.box.vocabulary).value
        return read is None or read.period is None
    labels = [box for box in fact.labels if box.said.column.role is Role.TARGET]
    if not all(_PLAIN_TARGETS.fullmatch(folded(box.text)) for box in labels):
        return False
    return read_target(fact.box.text, vocabulary=fact.box.vocabulary).period is None
