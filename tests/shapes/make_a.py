"""The documents a01 to a48, made into a folder."""

from __future__ import annotations

from pathlib import Path

from shapes import make_a01, make_a11, make_a21, make_a35

#: What makes each document, in order of their numbers.
DOCUMENTS = [
    *make_a01.DOCUMENTS,
    *make_a11.DOCUMENTS,
    *make_a21.DOCUMENTS,
    *make_a35.DOCUMENTS,
]


def make_all(folder: Path) -> list[Path]:
    """Make every document in the folder; say where they are."""
    return [make(folder) for make in DOCUMENTS]
