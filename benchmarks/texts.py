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
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from kpikit import read_actual, read_target
from kpikit.frames.bulk import Bulk
from kpikit.frames.texts import ACTUAL, TARGET, Kind

READERS: Final[dict[str, tuple[Kind, Callable[[str], Any]]]] = {
    "target": (TARGET, read_target),
    "actual": (ACTUAL, read_actual),
}


#: Digits that may be others, which those of dates and names may not.
_DIGITS: Final = re.compile(
    r"(?<![A-Za-zＡ-Ｚａ-ｚ和成第/~～0-9.,])(?!(?<=[(（])[0-9]{4}[)）])"
    r"[0-9][0-9,.]*(?![0-9,.年月日期/~～]| 年)"
)


def varied(text: str, chance: random.Random) -> str:
    """Return a text with other digits in the numbers that are of no date."""

    def other(found: re.Match[str]) -> str:
        digits = [chance.choice("0123456789") if char.isdecimal() else char for char in found[0]]
        first = found[0][0] if found[0][0] == "0" else chance.choice("123456789")
        return first + "".join(digits[1:])

    return _DIGITS.sub(other, text)


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
