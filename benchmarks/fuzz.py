"""Feed the readers whatever a coverage-guided fuzzer finds; any exception stops it.

    pip install atheris
    python benchmarks/fuzz.py -max_total_time=600 [CORPUS_DIRECTORY]

Besides not raising, each reading must have a value or an issue, spans within the text, and
messages and carets that can be drawn.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["kpikit.cell"]):
    import kpikit as kk
    from kpikit.cell.derivations import read_derivations

FIGURE = kk.Quantity("126", "件")
READERS = (kk.read_target, kk.read_actual, kk.read_quantity, kk.read_period)
SCRAPS = Path(__file__).parents[1] / "tests" / "cells" / "scraps.txt"
#: What cells are made of: one byte of input stands for one of these.
PIECES = [
    *SCRAPS.read_text(encoding="utf-8").split("\n", 1)[1].split(),
    *" \u3000\n\u200b\u202e\ud800\x00",
]


def text_of(data: bytes) -> str:
    """Make half of the texts of pieces, and half of any characters."""
    if data[:1] < b"\x80":
        return "".join(PIECES[byte % len(PIECES)] for byte in data[1:])
    return data[1:].decode("utf-8", "surrogatepass" if data[:1] < b"\xc0" else "replace")


def test_one_input(data: bytes) -> None:
    """Read one text with every reader."""
    try:
        text = text_of(data)
    except UnicodeDecodeError:
        return
    read_derivations(text, FIGURE)
    for read in READERS:
        reading = read(text)
        assert (reading.value is None) == bool(reading.issues), text
        for each in (*reading.pieces, *reading.notes, *reading.issues):
            assert 0 <= each.start <= each.end <= len(text), text
        for issue in reading.issues:
            issue.report("ja")
            issue.report("en")
        for note in reading.notes:
            note.message("ja")
            note.message("en")


if __name__ == "__main__":
    atheris.Setup(sys.argv, test_one_input)
    atheris.Fuzz()
