"""Documents w01 to w98: what each is, and why, is said in README_w.md."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from shapes import make_w01, make_w20, make_w39, make_w59, make_w79

#: What makes each document.
DOCUMENTS: list[Callable[[Path], Path]] = [
    *make_w01.DOCUMENTS,
    *make_w20.DOCUMENTS,
    *make_w39.DOCUMENTS,
    *make_w59.DOCUMENTS,
    *make_w79.DOCUMENTS,
]


def make_all(folder: Path) -> list[Path]:
    """Make every document in the folder; say where they are."""
    return [make(folder) for make in DOCUMENTS]
