"""What is known of a sheet where one of its rows is read."""

from __future__ import annotations

import attrs

from kpikit.cell import Vocabulary, read_period
from kpikit.model.period import Period
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Said, what_it_says
from kpikit.table.form import Form
from kpikit.table.headings import Role
from kpikit.table.structure import Structure

__all__ = ["Scope"]


@attrs.frozen(eq=False)
class Scope:
    """The sheet, and what its rows have said of those further below."""

    structure: Structure
    vocabulary: Vocabulary
    #: The lines of text so far.
    lines: list[Box]
    #: The form that is read.
    form: Form = attrs.field(factory=Form)
    #: What rows say of the columns below them: 指標名, 単位 of a transposed table.
    columns: dict[Role, dict[int, Box]] = attrs.field(factory=dict[Role, dict[int, Box]])

    @property
    def sheet(self) -> Cells:
        """The cells."""
        return self.structure.sheet

    def said(self, text: str) -> Said:
        """Return what a text says by itself."""
        return what_it_says(text, labels=self.sheet.labels, vocabulary=self.vocabulary)

    def period(self, text: str) -> Period | None:
        """Return the period that a text is."""
        default, era = self.vocabulary.fiscal_year_default, self.vocabulary.era
        return read_period(text, fiscal_year_default=default, era=era).value
