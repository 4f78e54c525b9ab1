"""How a file is read, put forward to be corrected: its values, its labels, what is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final, final

import attrs

from kpikit.cell import Vocabulary
from kpikit.cell.vocabulary import USUAL
from kpikit.io.document import Readable, taken
from kpikit.io.draft_values import ValueRead, values_of
from kpikit.io.fitting import digest_of, fitted
from kpikit.io.kinds import Kind, kind_of
from kpikit.io.limits import USUAL_LIMITS, Limits
from kpikit.io.places import Places
from kpikit.io.read import planned, tables_of
from kpikit.io.source import Request
from kpikit.language.errors import TableError
from kpikit.language.issue import Issue
from kpikit.model.indicator import Indicator
from kpikit.model.plan import Plan
from kpikit.table.answers import Answer, asked_as
from kpikit.table.blocks import Table
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import Column, Role, folded, label_of
from kpikit.table.layout import PLAIN, Layout

__all__ = ["Draft", "Label", "OpenQuestion", "draft_of"]

#: No label is longer.
_LENGTH: Final = 40
#: So many labels make a row one of headings.
_HEADINGS: Final = 2
#: Of a column with more cells on the left of figures none is a label.
_NAMES: Final = 30
_ASKED: Final = (Role.ACTUAL, Role.TARGET)


@final
@attrs.frozen
class Label:
    r"""A heading or a label of a file.

    >>> draft = draft_of("指標名\t目標値\t実績値\n利用率\t55%以上\t48.2%".encode())
    >>> [(label.text, label.place, label.count) for label in draft.labels][1]
    ('目標値', 'B1', 1)
    """

    #: Its text, word for word.
    text: str
    #: Where it stands first.
    place: str
    #: How often it stands in the file.
    count: int
    #: What it was taken for.
    taken: Said
    #: What a layout said of it, ``None`` where none did.
    given: Column | None = None


@final
@attrs.frozen
class OpenQuestion:
    """Something that only a person can answer.

    >>> OpenQuestion("direction", "A2", "ごみの量").what
    'direction'
    """

    #: What it asks for: ``period`` of a label, ``unit`` or ``direction`` of an indicator; or
    #: ``issue``: what could not be read, which only the file itself can put right.
    what: str
    #: Where it stands.
    place: str
    #: The label, or the name of the indicator.
    subject: str
    #: The section of the indicator.
    section: str = ""
    #: What could not be read.
    issue: Issue | None = None
    #: What a layout answered.
    answer: str = ""
    #: Which values are asked for the period of.
    role: Role | None = None


@final
@attrs.define(eq=False, slots=False)
class Draft:
    r"""How a file is read.

    >>> draft = draft_of("指標名\t目標値\t実績値\n利用率\t55%以上\t48.2%".encode())
    >>> draft.fault, [each.name for each in draft.plan.indicators()]
    (None, ['利用率'])
    """

    #: The file, and what was asked of its reading.
    request: Request
    #: The layout as it was given.
    layout: Layout
    #: What was read, ``None`` where the file was refused.
    plan: Plan | None = None
    #: Why it was refused.
    fault: TableError | None = None
    #: The columns of the tables that were found.
    columns: tuple[Column, ...] = ()

    @property
    def file(self) -> str:
        """The file."""
        return self.request.file

    @property
    def digest(self) -> str:
        """What tells the file from every other one."""
        return digest_of(self.request.document)

    @cached_property
    def places(self) -> Places:
        """Where everything stands."""
        looked = self.request.looked.items()
        return Places({title: cells() for (_, title), cells in looked})

    @cached_property
    def values(self) -> list[ValueRead]:
        """The values as read."""
        indicators = self.plan.indicators() if self.plan else ()
        labels = self.request.layout.labels
        return [told for each in indicators for told in values_of(each, labels)]

    def place(self, told: ValueRead) -> str:
        """Return where a value stands."""
        source = told.indicator.source
        heading, text = (told.cell.heading, told.cell.text) if told.cell else ("", "")
        return self.places.find(source.location if source else None, heading, text)

    @cached_property
    def labels(self) -> list[Label]:
        """The headings and labels, each text once, from the top."""
        heads = _Heads(self.places, self._names)
        found: dict[str, list[tuple[str, Box]]] = {}
        for title, box in heads.found():
            found.setdefault(folded(box.text), []).append((title, box))
        return [self._label(boxes) for boxes in found.values()]

    @property
    def _names(self) -> set[str]:
        """What indicators and sections are called: no labels."""
        if self.plan is None:
            return set()
        names = [each.name for each in self.plan.indicators()]
        return {folded(name) for name in (*names, *(each.title for each in self.plan.walk()))}

    def _label(self, boxes: Sequence[tuple[str, Box]]) -> Label:
        title, box = boxes[0]
        text = box.text.strip()
        told = [each for each in self.columns if folded(each.heading) == folded(text)]
        known = next((each for each in told if each.role), None)
        taken = Said(Class.LABEL, known) if known else box.said
        place = self.places.name(title, box)
        return Label(text, place, len(boxes), taken, label_of(text, self.layout.labels))

    @cached_property
    def questions(self) -> list[OpenQuestion]:
        """What only a person can answer."""
        if self.plan is None:
            return []
        return [*self._of_periods(), *self._of_indicators(self.plan), *self._of_issues(self.plan)]

    def _of_periods(self) -> Iterator[OpenQuestion]:
        """Ask for the period of each label whose values have none."""
        labels = {folded(each.text): each for each in self.labels}
        asked: set[str] = set()
        for told in self.values:
            if told.period is not None or told.cell is None or told.role not in _ASKED:
                continue
            words = (told.cell.heading, *reversed(told.cell.heading.split()))
            label = next((labels[key] for key in map(folded, words) if key in labels), None)
            if label is not None and label.text not in asked:
                asked.add(label.text)
                yield OpenQuestion("period", label.place, label.text, role=told.role)

    def _of_indicators(self, plan: Plan) -> Iterator[OpenQuestion]:
        """Ask for the unit of an indicator that has none, and for its direction."""
        open_ones = {id(each.indicator) for each in plan.questions}
        given = {each.key: each for each in self.layout.answers}
        for indicator, empty in asked_as(plan):
            known = given.get(empty.key, empty)
            for what, is_asked, answer in (
                ("unit", self._has_no_unit(indicator) or known.unit, known.unit),
                (
                    "direction",
                    id(indicator) in open_ones or known.direction,
                    known.direction.value if known.direction else "",
                ),
            ):
                if is_asked:
                    yield self._asked(what, indicator, empty, answer)

    def _asked(self, what: str, indicator: Indicator, empty: Answer, answer: str) -> OpenQuestion:
        source = indicator.source
        place = self.places.find(source.location if source else None, "", indicator.name)
        return OpenQuestion(what, place, indicator.name, empty.section, answer=answer)

    def _has_no_unit(self, indicator: Indicator) -> bool:
        own = [each.quantity for each in self.values if each.indicator is indicator]
        found = [each for each in own if each is not None]
        return bool(found) and not any(each.unit for each in found)

    def _of_issues(self, plan: Plan) -> Iterator[OpenQuestion]:
        for issue in plan.issues:
            where = issue.location
            place = self.places.find(where, where.column if where else "", issue.text)
            yield OpenQuestion("issue", place, issue.text, issue=issue)


@attrs.frozen
class _Heads:
    """Finds what heads values, or stands beside them."""

    places: Places
    #: What is called so is none.
    names: set[str]

    def found(self) -> Iterator[tuple[str, Box]]:
        """Yield the labels, from the top."""
        beside = {
            id(box)
            for cells in self.places.sheets.values()
            for box in (*_in_head_rows(cells), *_on_the_left(cells))
            if self._may_be(box)
        }
        for title, box in self.places.boxes():
            if box.says or id(box) in beside:
                yield title, box

    def _may_be(self, box: Box) -> bool:
        text = folded(box.text)
        is_text = box.kind in (Class.TEXT, Class.WORD) and len(text) <= _LENGTH
        return is_text and text not in self.names


def _in_head_rows(cells: Cells) -> Iterator[Box]:
    """Yield the cells of the rows without figures that head figures, or are labels themselves."""
    rows = {row for row, line in cells.lines.items() if sum(box.says for box in line) >= _HEADINGS}
    above: dict[int, Box] = {}
    for row in sorted(cells.lines):
        for box in cells.lines[row]:
            if not _is_figure(box):
                above.update(dict.fromkeys(range(box.column, box.right + 1), box))
            elif box.column in above:
                rows.add(above[box.column].row)
    for row in rows:
        if not any(map(_is_figure, cells.lines[row])):
            yield from cells.lines[row]


def _on_the_left(cells: Cells) -> Iterator[Box]:
    """Yield the cells on the left of figures, unless a column has so many that they are names.

    A word behind a figure is a value: 集計中.
    """
    found: dict[int, list[Box]] = {}
    for line in cells.lines.values():
        kinds = {Class.TEXT, Class.WORD}
        for left, box in pairwise(line):
            if _is_figure(left):
                kinds.discard(Class.WORD)
            elif _is_figure(box) and left.kind in kinds:
                found.setdefault(left.column, []).append(left)
    for boxes in found.values():
        yield from boxes if len(boxes) <= _NAMES else ()


def _is_figure(box: Box) -> bool:
    return box.kind is Class.FIGURE


def draft_of(
    source: Readable,
    *,
    name: str = "",
    layout: Layout | None = None,
    encoding: str | None = None,
    vocabulary: Vocabulary = USUAL,
    limits: Limits = USUAL_LIMITS,
) -> Draft:
    r"""Read a file and put forward how, also where it is refused as no table of indicators.

    Args:
        source: A path, bytes, or a stream.
        name: What messages call bytes or a stream.
        layout: What is known of it already.
        encoding: How a text file is encoded.
        vocabulary: The words that cells are read by.
        limits: How large it may be.

    Raises:
        OSError: It cannot be opened.
        TableError: It cannot be read at all: too large, damaged, encrypted, JSON.
        MissingDependencyError: Its kind is read by a library that an extra installs.

    >>> draft = draft_of("何を\t到達\n利用率\t48%\n".encode())
    >>> [label.text for label in draft.labels], draft.plan
    (['何を', '到達', '利用率'], None)
    """
    document, layout = taken(source, limits, name), layout or PLAIN
    request = Request(document, fitted(layout, document), encoding, vocabulary, limits)
    kind = kind_of(document)
    if kind is Kind.JSON:
        raise TableError.told("draft-json", file=document.name)
    try:
        found = tables_of(request, kind)
        columns = _columns(found.tables)
        return Draft(request, layout, planned(found, request, layout), columns=columns)
    except TableError as error:
        if not request.looked:
            raise
        return Draft(request, layout, fault=error)


def _columns(tables: Iterable[object]) -> tuple[Column, ...]:
    return tuple(column for table in tables if isinstance(table, Table) for column in table.columns)
