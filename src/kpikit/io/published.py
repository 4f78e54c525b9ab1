"""A plan as the tables that it was read from: titles, headers, section lines, rows, a legend."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto, unique
from itertools import chain
from typing import final

import attrs

from kpikit.language.errors import TableError
from kpikit.language.headings import SECTION
from kpikit.model.indicator import Indicator
from kpikit.model.plan import Plan, Section
from kpikit.table.headings import Role, read_heading
from kpikit.table.sections import is_remark, read_heading_line

__all__ = ["Line", "LineKind", "published_lines"]


@unique
class LineKind(Enum):
    """What a line of the published layout is."""

    #: Nothing.
    BLANK = auto()
    #: The title of a table.
    TITLE = auto()
    #: The headings of its columns.
    HEADER = auto()
    #: The heading of a section.
    SECTION = auto()
    #: The row of an indicator.
    ROW = auto()
    #: A remark, or a line of the legend.
    REMARK = auto()


@final
@attrs.frozen
class Line:
    """A line of the published layout."""

    kind: LineKind
    cells: tuple[str, ...] = ()
    #: How many of the first cells of a row stand in the row above already.
    shared: tuple[int, ...] = ()


@attrs.frozen
class _Layout:
    """How the sections of one table are laid out: as lines, or as columns."""

    headings: tuple[str, ...]
    kinds: tuple[str, ...]


def published_lines(plan: Plan) -> list[Line]:
    """Lay a plan out as it was published.

    Raises:
        TableError: An indicator of it was not read from a table.
    """
    early = [text for text in plan.remarks if not is_remark(text.strip())]
    late = [text for text in plan.remarks if is_remark(text.strip())]
    lines = [Line(LineKind.REMARK, tuple(text.split("\t"))) for text in early]
    for table in plan.sections:
        lines += [Line(LineKind.BLANK)] if lines else []
        lines += _table(table)
    lines += [Line(LineKind.BLANK)] if late else []
    return lines + [Line(LineKind.REMARK, tuple(text.split("\t"))) for text in late]


def _table(table: Section) -> Iterator[Line]:
    layout = _layout(table)
    if table.heading:
        yield Line(LineKind.TITLE, (table.heading,))
    yield Line(LineKind.HEADER, (*layout.kinds, *layout.headings))
    yield from _rows(table, layout, ())


def _layout(table: Section) -> _Layout:
    indicators = [each for section in table.walk() for each in section.indicators]
    headings: tuple[str, ...] = ()
    for indicator in indicators:
        own = _headings(indicator)
        shorter, longer = sorted((own, headings), key=len)
        if longer[: len(shorter)] != shorter:
            raise TableError.told("not-published", name=indicator.name)
        headings = longer
    paths = [*chain.from_iterable(map(_paths, table.sections))]
    if all(_is_line(section) for path in paths for section in path):
        return _Layout(headings, ())
    deepest = max(paths, key=len)
    return _Layout(headings, tuple(_column_of(section) for section in deepest))


def _headings(indicator: Indicator) -> tuple[str, ...]:
    if indicator.source is None or not indicator.source.cells:
        raise TableError.told("not-published", name=indicator.name)
    return tuple(cell.heading for cell in indicator.source.cells)


def _paths(section: Section) -> list[tuple[Section, ...]]:
    """Return the sections with a heading of their own, from the outermost to each innermost."""
    if not section.heading:
        return [()]
    below = [path for inner in section.sections for path in _paths(inner)] or [()]
    return [(section, *path) for path in below]


def _is_line(section: Section) -> bool:
    """Whether the heading of a section is known for one where it stands alone."""
    return read_heading_line(section.heading) is not None


def _column_of(section: Section) -> str:
    known = read_heading(section.kind).role is Role.SECTION
    return section.kind if known else SECTION


def _rows(section: Section, layout: _Layout, path: tuple[str, ...]) -> Iterator[Line]:
    for position, indicator in enumerate(section.indicators):
        cells = [cell.text for cell in indicator.source.cells] if indicator.source else []
        outer = (*path, *[""] * (len(layout.kinds) - len(path)))
        row = (*outer, *cells, *[""] * (len(layout.headings) - len(cells)))
        yield Line(LineKind.ROW, row, _shared(row, layout) if position else ())
    for inner in section.sections:
        deeper = path
        if inner.heading and layout.kinds:
            deeper = (*path, inner.heading)
        elif inner.heading:
            yield Line(LineKind.SECTION, (inner.heading,))
        yield from _rows(inner, layout, deeper)


def _shared(row: tuple[str, ...], layout: _Layout) -> tuple[int, ...]:
    """Return the cells of a further indicator that hold what the one above says."""
    outer = len(layout.kinds)
    shared = {Role.NUMBER, Role.SECTION, Role.CATEGORY, Role.DEPARTMENT}
    return tuple(
        at
        for at, heading in enumerate((*layout.kinds, *layout.headings))
        if at < outer or (read_heading(heading).role in shared and not row[at].strip())
    )
