"""What a reader of sheets is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from kpikit._value import to_tuple
from kpikit.io.document import Document
from kpikit.io.kinds import Kind
from kpikit.io.limits import USUAL_LIMITS, Limits

if TYPE_CHECKING:
    from kpikit.cell import Vocabulary
    from kpikit.table.layout import Layout

__all__ = ["Task"]


@final
@attrs.frozen
class Task:
    """A document whose sheets are wanted."""

    #: What kind of document it is.
    kind: Kind
    #: The document.
    document: Document
    #: The sheets that are asked for by name; ``()`` for all that can be seen.
    wanted: tuple[str, ...] = attrs.field(default=(), converter=to_tuple)
    #: How its text is encoded, where the caller says so.
    encoding: str | None = None
    #: How large it may be, and how long reading it may take.
    limits: Limits = USUAL_LIMITS
    #: What tells a header, and the words of its cells, where the reader looks for one.
    layout: Layout | None = None
    vocabulary: Vocabulary | None = None

    @property
    def file(self) -> str:
        """What messages call the document."""
        return self.document.name

    def wants(self, title: str, *, visible: bool) -> bool:
        """Whether the cells of a sheet are to be read.

        >>> Task(Kind.XLSX, Document("plan.xlsx")).wants("KPI", visible=False)
        False
        """
        return title in self.wanted if self.wanted else visible
