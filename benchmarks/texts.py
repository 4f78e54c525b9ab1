"""Reading columns of published texts, beside reading each distinct text once.

    python benchmarks/texts.py --rows ../shared/corpus/rows.tsv [--texts N] [--varied S] [--each K]

Columns of N targets and N actuals are made of the cells of a table of real ones, a share S of them
with other digits. Told are how many texts are distinct, how long they take in bulk, and how long
one by one: to a value, and to the columns that bulk reading makes. Of the latter only each K-th
text is read, and what is read of it must be the same.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from kpikit import read_actual, read_target
from kpikit.frames.bulk import Bulk
from kpikit.frames.shapes import shape_of
from kpikit.frames.texts import ACTUAL, TARGET, Kind

READERS: Final[dict[str, tuple[Kind, Callable[[str], Any]]]] = {
    "target": (TARGET, read_target),
    "actual": (ACTUAL, read_actual),
}


def varied(text: str, chance: random.Random) -> str:
    """Return a text with other digits in the numbers that are of no date."""
    found = shape_of(text)
    if found is None:
        return text
    shape, pieces = found[0], [*found[0].pieces]
    for at in shape.open:
        digits = "".join(
            chance.choice("0123456789") if char in "9９" else char for char in pieces[at]
        )
        pieces[at] = digits if digits[:1] != "0" or pieces[at][0] == "0" else f"5{digits[1:]}"
    return "".join(pieces)


def made(cells: list[str], count: int, share: float) -> Iterator[str]:
    """Yield texts that are as frequent as those of a table."""
    chance = random.Random(1)  # noqa: S311 - the same ones each time
    for cell in chance.choices(cells, k=count):
        yield varied(cell, chance) if chance.random() < share else cell


def timed(act: Callable[[], Any]) -> tuple[float, Any]:
    """Return the time of the processor that something takes, and what it returns."""
    started = time.process_time()
    found = act()
    return time.process_time() - started, found


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--texts", type=int, default=1_000_000)
    parser.add_argument("--varied", type=float, default=0.6)
    parser.add_argument("--each", type=int, default=20)
    args = parser.parse_args()
    with args.rows.open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file, delimiter="\t")]
    differences = 0
    for name, (kind, reader) in READERS.items():
        texts = [*dict.fromkeys(made([row[name] for row in rows], args.texts, args.varied))]
        bulk, read = timed(lambda: Bulk(kind, texts))  # noqa: B023 - it is called at once
        some = slice(None, None, args.each)
        one, _ = timed(lambda: [*map(reader, texts[some])])  # noqa: B023
        own, expected = timed(lambda: [*map(kind.row, texts[some])])  # noqa: B023
        differences += sum(map(dict.__ne__, [*read][some], expected))
        one, own = (each * len(texts) / len(expected) for each in (one, own))
        print(f"{name}: {args.texts:,} texts, {len(texts) / args.texts:.0%} of them distinct")
        print(
            f"  in bulk {bulk:.1f} s, to a value {one:.1f} s, to columns {own:.1f} s each by itself"
        )
        print(f"  {bulk / one:.2f} of the one and {bulk / own:.2f} of the other")
    print(f"differences: {differences}")
    sys.exit(differences > 0)


if __name__ == "__main__":
    main()
