"""What notes say of when values are: 10.4g※1, ※1 令和5年度の値, ※R5欄はR3年度の値."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, final
from unicodedata import normalize

import attrs

from kpikit.language.lines import (
    AT_LARGE,
    BEFORE_YEAR,
    MOVED_VALUES,
    MOVED_YEAR,
    NUMBERED_NOTE,
    VALUE_OF_ANOTHER_YEAR,
    VALUE_OF_YEAR,
    YEAR_OF_VALUES,
)
from kpikit.language.marks import NOTE_MARK, NOTES
from kpikit.language.pattern import pattern
from kpikit.model.period import Date, Period
from kpikit.table.classes import OTHERS, Class, what_it_says
from kpikit.table.fact import Fact
from kpikit.table.headings import Role
from kpikit.table.structure import FIGURES

__all__ = ["YearNote", "dated_by_notes", "is_mark", "year_notes"]

_MARK: Final = rf"[{NOTES}]\d{{0,2}}"
#: The mark at the end of a value, 10.4g※1, or of words that go on in a bracket: 排出量※1(市域).
_MARKED: Final = pattern(rf"[^{NOTES}]+[(]?((?:{_MARK})+)[)]?(?:[(][^()]*[)])?")
_EACH: Final = pattern(_MARK)
_ALONE: Final = pattern(rf"[(]?{_MARK}[):.]*")
#: A note, up to the next one.
_NOTE: Final = pattern(rf"({_MARK})[:.)]?([^{NOTES}]+)")
_NUMBERED_NOTE: Final = pattern(NUMBERED_NOTE)
_VALUE_OF_YEAR: Final = pattern(VALUE_OF_YEAR)
_YEAR_OF_VALUES: Final = pattern(YEAR_OF_VALUES)
_VALUE_OF_ANOTHER_YEAR: Final = pattern(VALUE_OF_ANOTHER_YEAR)
_AT_LARGE: Final = pattern(AT_LARGE)
_MOVED_VALUES: Final = pattern(MOVED_VALUES)
_MOVED_YEAR: Final = pattern(MOVED_YEAR)
_BEFORE_YEAR: Final = pattern(BEFORE_YEAR)
#: Between the names that a note is of.
_LISTED: Final = pattern("[、,・]")
#: What ends a sentence that does not go on in the next line.
_ENDS: Final = ("。", ")")


@final
@attrs.frozen(eq=False)
class YearNote:
    """A note that says of which year values are."""

    #: What it is of, ``""`` where that is what has its mark.
    subject: str
    #: The year of the values, unless it is told by columns, or not told.
    period: Period | None = None
    #: By the year of a column, that of the values in it.
    moved: Mapping[Period, Period] = attrs.field(factory=dict[Period, Period])
    #: Whether it says that values are of another year, and not of which: 前年の値.
    is_vague: bool = False
    #: Whether it is understood whole.
    is_sure: bool = True
    #: What it says.
    text: str = ""
    #: Its mark, ``""`` where it stands in a row.
    mark: str = ""
    #: Whether any value, name or heading has its mark.
    is_pointed_at: bool = False
    #: The rows that it may be of, where others have its mark; ``None``: any.
    rows: range | None = None

    def year(self, fact: Fact) -> Period | None:
        """Return of which year it says that a value is, ``None`` where that is its own.

        A day behind the end of a year is when the values of that year were counted.
        """
        own = fact.period
        period = self.moved.get(own) if self.moved and own else self.period
        if period is None or own is None or period.start < own.start:
            return period
        is_own = isinstance(period, Date) or period.start <= own.end
        return None if is_own else period


def year_notes(
    lines: Iterable[tuple[int, str]], read: Callable[[str], Period | None]
) -> list[YearNote]:
    """Return the notes that say of which year values are: ※1 令和5年度の値.

    Args:
        lines: The lines of a sheet, each with its row.
        read: Reads a period.

    >>> from kpikit.cell import read_period
    >>> (note,) = year_notes([(9, "※1 R5欄はR3年度の値")], lambda text: read_period(text).value)
    >>> note.mark, note.moved
    ('※1', {FiscalYear(2023): FiscalYear(2021)})
    """
    notes = [*_notes([(row, _plain(text)) for row, text in lines])]
    places: dict[str, list[int]] = {}
    for row, mark, _ in notes:
        places.setdefault(mark, []).append(row)
    told = ((row, mark, _year_note(text, read, mark)) for row, mark, text in notes)
    return [
        attrs.evolve(note, rows=_rows_above(row, places[mark]))
        for row, mark, note in told
        if note is not None
    ]


def _rows_above(row: int, places: Sequence[int]) -> range | None:
    """Return the rows that a note may be of: down from the last one of its mark to itself.

    Args:
        row: The row of the note.
        places: The rows of all notes of its mark; if it is the only one, it may be of any row.
    """
    before = [each for each in places if each < row]
    if len(places) == 1:
        return None
    return range(max(before, default=0), row if places.count(row) == 1 else 0)


def is_mark(text: str) -> bool:
    """Whether a text is the mark of a note alone, which stands in a cell beside it.

    >>> is_mark("※１"), is_mark("（注2）"), is_mark("※新規の数")
    (True, True, False)
    """
    return _ALONE.fullmatch(_plain(text)) is not None


def _notes(lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str, str]]:
    """Yield row, mark and text of each note; one without a year may go on in the next line."""
    for (row, text), (below, more) in pairwise([*lines, (0, "")]):
        own = _NOTE.findall(text)
        if own and not _VALUE_OF_YEAR.search(own[-1][1]) and not text.endswith(_ENDS):
            goes_on = below == row + 1 and not _EACH.match(more)
            own[-1] = own[-1][0], own[-1][1] + (more if goes_on else "")
        yield from ((row, mark, note) for mark, note in own)


def _year_note(text: str, read: Callable[[str], Period | None], mark: str = "") -> YearNote | None:
    """Return what a note says of years, ``None`` where it says nothing of them."""
    moving = _MOVED_VALUES.search(text)
    told = [*_VALUE_OF_YEAR.finditer(text)]
    turned = _YEAR_OF_VALUES.match(text)
    first = moving or next(iter(told), None)
    if first is not None:
        pairs = _MOVED_YEAR.findall(moving[0]) if moving else []
        moved = {read(column): read(year) for column, year in pairs}
        years = {read(each[1]) for each in told}
        subject = _subject(text[: first.start()])
        return YearNote(
            subject or "",
            None if moving else read(told[0][1]),
            {column: year for column, year in moved.items() if column and year},
            is_sure=subject is not None and (moving is not None or len(years) == 1),
            text=text,
            mark=mark,
        )
    if turned is not None:
        return YearNote(turned[1], read(turned[2]), text=text, mark=mark)
    vague = _VALUE_OF_ANOTHER_YEAR.match(text)
    return YearNote(vague[1] or "", is_vague=True, text=text, mark=mark) if vague else None


def _subject(before: str) -> str | None:
    """Return what stands before a year as that of which it is, ``None`` if it may be more."""
    found = _BEFORE_YEAR.fullmatch(before)
    return None if found is None else found[1] or ""


def dated_by_notes(
    facts: Sequence[Fact], notes: Sequence[YearNote], read: Callable[[str], Period | None]
) -> list[Fact]:
    """Return values with the years that notes say they are of, or with what these may say.

    Args:
        facts: The values of a sheet.
        notes: Its notes, but for those in the rows of values.
        read: Reads a period.
    """
    named: dict[tuple[int, ...], list[Fact]] = {}
    for fact in facts:
        named.setdefault(tuple(map(id, fact.names)), []).append(fact)
    boxes = {box for fact in facts for box in (fact.box, *fact.labels, *fact.names)}
    notes = [
        attrs.evolve(note, is_pointed_at=any(_has_mark(note, box.text) for box in boxes))
        for note in notes
    ]
    return [
        _dated(fact, [*notes, *_of_row(fact, read)], named[tuple(map(id, fact.names))])
        for fact in facts
    ]


def _of_row(fact: Fact, read: Callable[[str], Period | None]) -> Iterator[YearNote]:
    """Yield the remarks beside a value that say of which year it is."""
    for box in fact.about.get(Role.REMARK, []):
        note = _year_note(_EACH.sub("", _plain(box.text)), read)
        if note is not None:
            yield note


def _dated(fact: Fact, notes: Sequence[YearNote], of_name: Sequence[Fact]) -> Fact:
    """Return a value with its year by the first note that says one."""
    for note in _applying(notes, fact):
        if note.is_vague and _may_be_of_another_year(note, fact, of_name):
            return attrs.evolve(fact, doubted_by=note.text)
        period = note.year(fact)
        if period is None or not _may_be_of(note, fact, of_name):
            continue
        if _is_of(note, fact, of_name) and not _is_overtaken(period, note, fact, of_name):
            return attrs.evolve(fact, period=period, is_noted=True)
        if fact.period is not None and period.start < fact.period.start:  # 次回は R8 says nothing
            return attrs.evolve(fact, doubted_by=note.text)
    return fact


def _applying(notes: Sequence[YearNote], fact: Fact) -> Iterator[YearNote]:
    """Yield the notes, of those with one mark the one right below a value, if there is one."""
    row = fact.box.row
    below = {note.mark for note in notes if note.rows is not None and row in note.rows}
    for note in notes:
        if note.rows is None or row in note.rows or note.mark not in below:
            yield note


def _may_be_of_another_year(note: YearNote, fact: Fact, of_name: Sequence[Fact]) -> bool:
    """Whether a note that tells no year may say of a value that it is not of its own."""
    is_dated = fact.period is not None and fact.box.kind is Class.FIGURE
    if not is_dated or fact.role is Role.TARGET:
        return False
    if note.is_pointed_at:
        return any(_has_mark(note, each.text) for each in (fact.box, *fact.labels, *fact.names))
    is_told = not note.subject or _AT_LARGE.search(note.subject) or _names(note, fact)
    return fact is _latest(of_name) and bool(is_told)


def _is_overtaken(period: Period, note: YearNote, fact: Fact, of_name: Sequence[Fact]) -> bool:
    """Whether a value of an earlier column, which keeps its year, would be as new."""
    others = (each.period for each in of_name if each.role is fact.role)
    return any(
        other is not None
        and other not in note.moved
        and fact.period is not None
        and period.end <= other.end < fact.period.end
        for other in others
    )


def _may_be_of(note: YearNote, fact: Fact, of_name: Sequence[Fact]) -> bool:
    """Whether a note may be of a value: what has its mark, what it names, all of a column."""
    if fact.box.kind is not Class.FIGURE or _is_of_another(note, fact):
        return False
    if _has_mark(note, fact.box.text):
        return True
    if fact.role is Role.TARGET:
        return False
    if any(_has_mark(note, each.text) for each in fact.labels):
        return True
    is_told = _is_beside(note, fact) or (_names(note, fact) and not note.is_pointed_at)
    if note.moved:
        return is_told or not (note.subject or note.is_pointed_at)
    return is_told and (_is_role(note, fact) or fact is _latest(of_name))


def _is_of(note: YearNote, fact: Fact, of_name: Sequence[Fact]) -> bool:
    """Whether a note is certainly of a value that it may be of."""
    is_told = not note.subject or _is_role(note, fact) or _names(note, fact)
    is_below = note.rows is None or fact.box.row in note.rows
    if not (note.is_sure and is_told and is_below):
        return False
    if any(_has_mark(note, each.text) for each in (fact.box, *fact.labels)):
        return True
    is_named = _is_beside(note, fact) or _name(fact) in _LISTED.split(note.subject)
    return is_named and (bool(note.moved) or _is_role(note, fact) or _is_only(note, of_name))


def _is_of_another(note: YearNote, fact: Fact) -> bool:
    """Whether a note is of the values of another kind, or of other bodies."""
    said = what_it_says(note.subject)
    role = said.column.role
    return said.of in OTHERS or (role in FIGURES and role is not fact.role)


def _is_beside(note: YearNote, fact: Fact) -> bool:
    """Whether a note stands in the row of a value, or its name has the mark of it."""
    return not note.mark or any(_has_mark(note, each.text) for each in fact.names)


def _is_only(note: YearNote, of_name: Sequence[Fact]) -> bool:
    """Whether a name has one actual alone, and no value at the start that a note may be of."""
    seen = [fact for fact in of_name if fact.role is Role.ACTUAL]
    starts = [fact.period for fact in of_name if fact.role is Role.BASELINE]
    is_later = all(note.period and each and each.end < note.period.start for each in starts)
    return len(seen) == 1 and is_later


def _latest(facts: Sequence[Fact]) -> Fact | None:
    """Return the last of the actuals of a name."""
    seen = [fact for fact in facts if fact.role is Role.ACTUAL and fact.box.kind is Class.FIGURE]
    return max(seen, key=_end, default=None)


def _end(fact: Fact) -> str:
    return fact.period.end.isoformat() if fact.period else ""


def _is_role(note: YearNote, fact: Fact) -> bool:
    """Whether a note is of the values of a kind, and of this one: ※1 実績値は令和5年度の値."""
    return what_it_says(note.subject).column.role is fact.role


def _names(note: YearNote, fact: Fact) -> bool:
    """Whether a note names an indicator, or a part of its name, or it with more words."""
    name, subject = _name(fact), note.subject
    return bool(subject) and (subject in name or name in subject)


def _name(fact: Fact) -> str:
    """Return what a value is called, without marks of notes."""
    return "".join(_EACH.sub("", _plain(box.text)) for box in reversed(fact.names))


def _has_mark(note: YearNote, text: str) -> bool:
    marked = _MARKED.fullmatch(_plain(text)) if note.mark else None
    return marked is not None and note.mark in _EACH.findall(marked[1])


def _plain(text: str) -> str:
    """Return a text in one width without blanks, its marks of notes in one form: 注1 as ※1."""
    plain = normalize("NFKC", "".join(text.split()))
    return _NUMBERED_NOTE.sub(lambda found: f"{NOTE_MARK}{found[1] or found[2] or ''}", plain)
