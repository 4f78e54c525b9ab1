"""The page made: its parts fetched or taken, put together, written."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from kpikit.io.files import check_output, write_whole
from kpikit.page.built import Page, built
from kpikit.page.parts import fetched, locked, taken_from

__all__ = ["build_page", "write_page"]

#: What reads PDF files, and makes the page a third larger.
_PDF: Final = "pypdfium2"


def build_page(parts: str | os.PathLike[str] | None = None, *, pdf: bool = True) -> Page:
    """Put the page together.

    Args:
        parts: A folder, or a zip archive, with the archives of :func:`locked`; by default they
            are fetched by ``npm pack`` and ``pip download``.
        pdf: Whether it reads PDF files.

    Raises:
        FormatError: A part is missing, or is not the one that is locked.
        MissingDependencyError: The parts cannot be fetched.
        OSError: The folder or archive cannot be read.

    >>> build_page("no-such-folder")
    Traceback (most recent call last):
    FileNotFoundError: [Errno 2] No such file or directory: 'no-such-folder'
    """
    wanted = locked() if pdf else locked().without(_PDF)
    archives: Mapping[str, bytes]
    archives = fetched(wanted) if parts is None else taken_from(Path(parts), wanted)
    return built(archives, wanted)


def write_page(
    path: str | os.PathLike[str],
    parts: str | os.PathLike[str] | None = None,
    *,
    pdf: bool = True,
    force: bool = False,
) -> Path:
    """Write the page as one file.

    Args:
        path: Where to.
        parts: As for :func:`build_page`.
        pdf: Whether it reads PDF files.
        force: Whether a file that is there already may be replaced.

    Raises:
        FormatError: A part is missing, or is not the one that is locked.
        MissingDependencyError: The parts cannot be fetched.
        OSError: A folder or archive cannot be read, or the file cannot be written.

    >>> write_page("kpikit.html", "no-such-folder")
    Traceback (most recent call last):
    FileNotFoundError: [Errno 2] No such file or directory: 'no-such-folder'
    """
    check_output(path, force=force)
    return write_whole(path, build_page(parts, pdf=pdf).whole(), force=force)
