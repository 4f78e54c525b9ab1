"""The documents c01 to c24, made into a folder."""

from __future__ import annotations

from pathlib import Path

from shapes import make_c01, make_c09, make_c17

#: What makes each document, in order of their numbers.
DOCUMENTS = [*make_c01.DOCUMENTS, *make_c09.DOCUMENTS, *make_c17.DOCUMENTS]


def make_all(folder: Path) -> list[Path]:
    """Make every document in the folder; say where they are."""
    return [make(folder) for make in DOCUMENTS]
