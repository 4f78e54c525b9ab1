"""Layouts as files: TOML, or a draft that somebody corrected in a spreadsheet."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import PurePath
from typing import Any, Final, TypeAlias, final

import attrs

from kpikit.cell import read_period
from kpikit.io.child import sheets_of
from kpikit.io.document import Document, taken
from kpikit.io.draft_words import (
    DIRECTIONS,
    LANGUAGES,
    QUESTIONS,
    ROLES,
    UNUSED,
    YEAR,
    headings_of,
    meanings,
    parts_of_draft,
)
from kpikit.io.grid import Grid
from kpikit.io.kinds import Kind
from kpikit.io.limits import USUAL_LIMITS, Limits
from kpikit.io.task import Task
from kpikit.language.errors import FormatError
from kpikit.language.fault import Fault
from kpikit.language.messages import say
from kpikit.language.pattern import pattern
from kpikit.model.period import Period
from kpikit.model.verdict import Direction
from kpikit.table.answers import Answer
from kpikit.table.headings import Column, Role, folded
from kpikit.table.layout import Layout

__all__ = ["read_layout"]

_WORKBOOKS: Final = (".xlsx", ".xlsm")
_DIGEST: Final = pattern(r"\b[0-9a-f]{64}\b")
#: A row of a sheet: where it stands, and its cells.
_Row: TypeAlias = tuple[str, Sequence[str]]


def read_layout(path: str | os.PathLike[str], *, limits: Limits = USUAL_LIMITS) -> Layout:
    r"""Read a layout: a TOML file, or a workbook that :func:`write_draft` wrote.

    Of a draft holds what was corrected and answered. The periods that were given to labels hold
    for the file that the draft was made of, and for no other.

    Raises:
        OSError: The file cannot be opened.
        FormatError: It is no layout; everything that is wrong is listed.
        TableError: It is damaged or too large.
        MissingDependencyError: It is a workbook, and openpyxl is not here.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = f"{folder}/layout.toml"
    ...     with open(file, "w", encoding="utf-8") as opened:
    ...         _ = opened.write('[columns]\n"到達" = "actual"\n')
    ...     read_layout(file).columns[0].role
    Role.ACTUAL
    """
    file = os.fspath(path)
    if PurePath(file).suffix.lower() not in _WORKBOOKS:
        return Layout.from_toml(file)
    return _Reader(_sheets(taken(file, limits), limits), file).layout()


def _sheets(document: Document, limits: Limits) -> dict[str, Grid]:
    """Return the sheets of a draft by their codes.

    Raises:
        FormatError: It is none.
    """
    task = Task(Kind.XLSX, document, limits=limits)
    parts = parts_of_draft({each.title: each.grid for each in sheets_of(task)})
    if not parts:
        raise FormatError.told("layout-kind", file=document.name)
    return parts


@final
@attrs.define(eq=False, slots=False)
class _Reader:
    """Reads a draft that was corrected."""

    sheets: Mapping[str, Grid]
    file: str
    faults: list[Fault] = attrs.field(factory=list[Fault])

    def layout(self) -> Layout:
        """Return what was corrected and answered.

        Raises:
            FormatError: A word is none of those that are offered, or two cells contradict.
        """
        labels = [*self._labels()]
        answers = [*self._answers()]
        if self.faults:
            raise FormatError.of_file(self.file, self.faults)
        about = " ".join(self.sheets["about"].texts.values()) if "about" in self.sheets else ""
        digest = _DIGEST.search(about)
        return Layout(labels=labels, answers=answers, made_for=digest[0] if digest else "")

    def _rows(self, code: str) -> Iterator[_Row]:
        """Yield the rows below the headings of a sheet."""
        grid = self.sheets[code]
        width = len(headings_of(code, LANGUAGES[0]))
        title = say(f"draft-sheet-{code}", LANGUAGES[0])
        for row in sorted({row for row, _ in grid.texts if row > 1}):
            cells = [grid.texts.get((row, at), "").strip() for at in range(1, width + 1)]
            yield f"{title}!{row}", cells

    def _labels(self) -> Iterator[Column]:
        """Yield the labels that were corrected, or whose period was asked for and answered."""
        for place, cells in self._rows("labels"):
            text, _, *taken, role, period, unit = cells
            asked = self._periods.get(folded(text), "")
            if len({self._period(place, each) for each in (period, asked)} - {None}) > 1:
                self._complain(place, "draft-contradiction", text)
            elif any((role, period, unit, asked)):
                told = ((role, taken[0]), (period, asked, taken[1]), (unit, taken[2]))
                yield from self._label(place, text, [next(filter(None, each), "") for each in told])

    def _label(self, place: str, text: str, told: Sequence[str]) -> Iterator[Column]:
        known = meanings("draft-role-", ROLES)
        role, period = known.get(told[0]), self._period(place, told[1])
        if role is None and (told[0] or not period):
            self._complain(place, "draft-no-role", told[0] or text)
        elif role in (None, YEAR, UNUSED):
            yield Column(text, None, None if role == UNUSED else period)
        else:
            yield Column(text, Role(role), period, told[2])

    @cached_property
    def _periods(self) -> dict[str, str]:
        """The periods that were answered, by the labels that they were asked for."""
        known = meanings("draft-what-", QUESTIONS)
        rows = [cells for _, cells in self._rows("questions")]
        return {folded(cells[3]): cells[5] for cells in rows if known.get(cells[0]) == "period"}

    def _period(self, place: str, text: str) -> Period | None:
        found = read_period(text).value if text else None
        if text and found is None:
            self._complain(place, "draft-no-period", text)
        return found

    def _answers(self) -> Iterator[Answer]:
        """Yield what was answered of indicators, each once."""
        found: dict[tuple[str, str], Answer] = {}
        known = meanings("draft-what-", QUESTIONS)
        for place, cells in self._rows("questions"):
            what, _, section, subject, _, text, _ = cells
            told = {"unit": self._unit, "direction": self._direction}.get(known.get(what, ""))
            if told is None or not text:
                continue
            empty = Answer(subject, section)
            found[empty.key] = attrs.evolve(found.get(empty.key, empty), **told(place, text))
        yield from found.values()

    def _unit(self, _: str, text: str) -> dict[str, Any]:
        return {"unit": text}

    def _direction(self, place: str, text: str) -> dict[str, Any]:
        code = meanings("draft-direction-", DIRECTIONS).get(text)
        if code is None:
            self._complain(place, "draft-no-direction", text)
            return {}
        return {"direction": Direction(code)}

    def _complain(self, place: str, code: str, text: str) -> None:
        fault = Fault(code, place, {"text": text})
        if fault not in self.faults:
            self.faults.append(fault)
