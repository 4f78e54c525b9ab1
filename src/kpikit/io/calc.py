"""Workbooks of LibreOffice (.ods): every sheet that can be seen, its cells as they are shown.

A cell has what is shown as text, beside the number that is stored. The stored digits are put into
the text in place of those that are shown, which may be rounded; a percentage says that it is one.
Comments, shapes, tracked changes and readings of kanji are left out.
"""

from __future__ import annotations

from typing import Final
from zipfile import ZipFile

from kpikit.io.archive import DAMAGE, OpenTally, check_archive, damaged, opened
from kpikit.io.calc_cells import Cells
from kpikit.io.calc_styles import Styles
from kpikit.io.elements import parse
from kpikit.io.grid import Sheet
from kpikit.io.task import Task
from kpikit.language.errors import TableError

__all__ = ["sheets_of"]

#: What installs the reader of XML.
_EXTRA: Final = "xlsx"
_CONTENT: Final = "content.xml"
_STYLES: Final = "styles.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_ENCRYPTED: Final = b"encryption-data"


def sheets_of(task: Task) -> list[Sheet]:
    """Return the sheets of a workbook of LibreOffice.

    Raises:
        MissingDependencyError: defusedxml is not here.
        TableError: It is too large, damaged or encrypted.
    """
    check_archive(task.document, task.limits, OpenTally())
    try:
        with opened(task.document) as archive:
            return _read(task, archive)
    except TableError:
        raise
    except DAMAGE as error:
        raise damaged(task.file, error) from error


def _read(task: Task, archive: ZipFile) -> list[Sheet]:
    """Read the styles that have names, and the content with its own."""
    names = set(archive.namelist())
    if _MANIFEST in names and _ENCRYPTED in archive.read(_MANIFEST):
        raise TableError.told("file-encrypted", file=task.file)
    cells = Cells(task, Styles())
    if _STYLES in names:
        parse(archive.read(_STYLES), cells.styles, _EXTRA)
    parse(archive.read(_CONTENT), cells, _EXTRA)
    return cells.sheets
