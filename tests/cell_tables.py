"""The tables of made-up cells below ``cells/``."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

__all__ = ["Case", "cases", "scraps"]


class Case(NamedTuple):
    """One line of a table: a cell and what a careful person reads there."""

    #: The heading that it stands below.
    section: str
    text: str
    #: The value as its constructor call, or ``!`` where the cell is refused.
    expected: str
    #: The period beside the value of a target, ``""`` if none; of a cell that is refused the code
    #: of its issue, where the table says so.
    period: str
    #: The codes of the notes; of a cell that is refused what its issue points at.
    notes: str


def cases(name: str) -> list[Case]:
    """Return the lines of ``cells/NAME.tsv``; those that begin with ``#`` are headings."""
    path = Path(__file__).parent / "cells" / f"{name}.tsv"
    section = ""
    found: list[Case] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            section = line.removeprefix("# ")
        else:
            fields = [*line.split("\t"), "", ""]
            found.append(Case(section, *fields[:4]))
    return found


def scraps(name: str) -> list[str]:
    """Return the words of ``cells/NAME.txt``, where ``_`` is a blank."""
    path = Path(__file__).parent / "cells" / f"{name}.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    words = " ".join(line for line in lines if not line.startswith("# ")).split(" ")
    return [word.replace("_", " ") for word in words]
