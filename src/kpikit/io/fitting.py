"""Whether a layout fits a document: what of it no longer does is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from kpikit.io.document import Document
from kpikit.io.source import Request, Source, quoted
from kpikit.language.errors import TableError
from kpikit.language.issue import Issue
from kpikit.model.plan import Chosen
from kpikit.table.headings import Column, folded, read_heading
from kpikit.table.layout import Layout

__all__ = ["check_columns", "digest_of", "fitted", "labels_left"]

#: What a label says that has no role.
_TEXT: Final = "text"


def digest_of(document: Document) -> str:
    """Return what tells a document from every other one."""
    from hashlib import sha256  # only those who use a draft pay for it

    return sha256(document.data).hexdigest()


def fitted(layout: Layout, document: Document) -> Layout:
    """Return a layout without the periods that it gives to the labels of another document.

    Next year's table has the same labels for other years: a label keeps its role and its unit,
    and its own words say its period, if any do.
    """
    if not layout.made_for or layout.made_for == digest_of(document):
        return layout
    dated = [each for each in layout.labels if _is_dated(each)]
    labels = [_undated(each) if each in dated else each for each in layout.labels]
    return attrs.evolve(layout, labels=[each for each in labels if each is not None])


def _is_dated(label: Column) -> bool:
    """Whether a label has a period that its own words do not say."""
    return label.period is not None and read_heading(label.heading).period != label.period


def _undated(label: Column) -> Column | None:
    """Return a label without the period that was given to it, ``None`` if nothing is left."""
    if label.role is None:
        return None
    return attrs.evolve(label, period=read_heading(label.heading).period)


def check_columns(source: Source, request: Request) -> None:
    """Refuse a file without a column that the layout names."""
    found = _headings(source)
    known = {folded(heading) for heading in found}
    absent = [
        column.heading for column in request.layout.columns if folded(column.heading) not in known
    ]
    if absent:
        raise TableError.told(
            "layout-columns",
            file=request.file,
            wanted=quoted(absent),
            found=quoted(heading for heading in found if heading.strip()),
        )


def _headings(source: Source) -> list[str]:
    return [column.heading for table in source.tables for column in table.columns]


def labels_left(given: Layout, source: Source, request: Request) -> Iterator[Issue]:
    """Say which labels of a layout the file does not have, and which of its periods were left.

    Args:
        given: The layout as it was given.
        source: What was read.
        request: How it was read; its layout is the one that was used.
    """
    if not given.labels:
        return
    known, used = _texts(source, request), set(request.layout.labels)
    for label in given.labels:
        absent = folded(label.heading) not in known
        if absent or label not in used:
            code = "layout-label-absent" if absent else "layout-period-left"
            end, period = len(label.heading), str(label.period or "")
            yield Issue(code, label.heading, 0, end, period, request.place())
    applied = [_words(each) for each in request.layout.labels if folded(each.heading) in known]
    if applied:
        source.chosen.append(Chosen("labels", " ".join(applied), request.place()))


def _texts(source: Source, request: Request) -> set[str]:
    """Return what stands in the cells of a file, and its whole headings."""
    boxes = [box for cells in request.looked.values() for box in cells().boxes.values()]
    return {folded(text) for text in (*(box.text for box in boxes), *_headings(source))}


def _words(label: Column) -> str:
    """Say what a label was taken for."""
    said = (label.role.value if label.role else "", str(label.period or ""), label.unit)
    return f"「{' '.join(label.heading.split())}」→{' '.join(filter(None, said)) or _TEXT}"
