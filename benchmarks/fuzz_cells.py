"""Read cells composed by rules, and look for what gets lost: number × unit × bound × change × …

    python benchmarks/fuzz_cells.py [--cells 1000000] [--seed SEED] [--spent ROLE …] [--json]

No reader may raise. Where a reading has a value, its pieces cover every character that is no
blank; and each number, bound, change, reference, year and negation that was composed is in the
value or the period, in a piece of a role that accounts for it, or in a note that does. What else
was composed (units, labels, words such as 目標 and 残り …) is counted beside. What is left out in
roles that take anything (a remark) is counted by role, so that they are no way out.

The seed is printed, and gives the same cells again. It ends with 1 if a reader raised or
something that must be kept was lost.
"""

from __future__ import annotations

import argparse
import json
import secrets
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeAlias

import kpikit as kk

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))
from composed_cells import (
    CONSERVED,
    SPENT,
    Composed,
    cover,
    distinct,
    lost,
)

Reader: TypeAlias = Callable[[str], Any]
READERS: Final = ("read_actual", "read_target", "read_quantity", "read_targets", "read_period")
#: Readers of nothing but periods: other cells are not for them, and brackets are no piece there.
WHOLE: Final = frozenset({"read_period"})
UNCOVERED: Final = "(uncovered)"
RAISED: Final = "(raised)"


class Tally:
    """What was found, by reader and kind, with the first examples of each."""

    def __init__(self, spent: tuple[str, ...], show: int) -> None:
        self.spent = spent
        self.show = show
        self.read: Counter[str] = Counter()
        self.faulty: Counter[str] = Counter()
        self.found: dict[str, Counter[str]] = defaultdict(Counter)
        self.roles: Counter[str] = Counter()
        self.examples: dict[str, list[list[str]]] = defaultdict(list)

    def take(self, cell: Composed, name: str, reader: Reader) -> None:
        """Read a cell and keep what is wrong with the reading."""
        try:
            reading = reader(cell.text)
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            self._keep(name, RAISED, cell.text, "", repr(error))
            return
        if reading.value is None:
            return
        self.read[name] += 1
        self._count_roles(cell, reading)
        value = repr(reading.value)
        uncovered = "" if name in WHOLE else cover(reading)
        if uncovered:
            self._keep(name, UNCOVERED, cell.text, uncovered, value)
        missing = lost(cell, reading, self.spent)
        for bit in missing:
            self._keep(name, bit.slot, cell.text, bit.text, value)
        self.faulty[name] += any(bit.slot in CONSERVED for bit in missing)

    def _count_roles(self, cell: Composed, reading: Any) -> None:
        """Count what must be kept and stands in a piece that accounts for it."""
        pieces = [piece for piece in reading.pieces if piece.role in self.spent]
        if not pieces:
            return
        for bit, start, end in cell.spans():
            if bit.slot in CONSERVED:
                self.roles.update(
                    piece.role for piece in pieces if piece.start <= start and end <= piece.end
                )

    def _keep(self, name: str, slot: str, *example: str) -> None:
        self.found[slot][name] += 1
        if len(self.examples[slot]) < self.show:
            self.examples[slot].append([name, *example])

    @property
    def faults(self) -> int:
        """How often something that must be kept was lost, or a reader raised."""
        slots = (*CONSERVED, UNCOVERED, RAISED)
        return sum(sum(self.found[slot].values()) for slot in slots if slot in self.found)


def print_tally(tally: Tally, names: list[str], cells: int) -> None:
    """Print the counts by what was lost, those that must be kept first, and examples."""
    print(f"{'':16}" + "".join(f"{name:>15}" for name in names))
    print(f"{'read':16}" + "".join(f"{tally.read[name]:15,}" for name in names) + f" of {cells:,}")
    print(f"{'lost something':16}" + "".join(f"{tally.faulty[name]:15,}" for name in names))
    first = [RAISED, UNCOVERED, *CONSERVED]
    others = sorted(slot for slot in tally.found if slot not in first)
    for title, slots in (("must be none", first), ("beside", others)):
        print(title)
        for slot in slots:
            counts = "".join(f"{tally.found[slot][name]:15,}" for name in names)
            print(f"  {slot:14}{counts}")
    kept = "  ".join(f"{role} {count:,}" for role, count in tally.roles.most_common())
    print(f"kept in pieces by role: {kept or 'none'}")
    for slot in (*first, *others):
        for name, text, what, value in tally.examples[slot]:
            print(f"{slot:14} {what!r:16} {name:14} {text!r}\n{'':15}{value}")
    print(f"{tally.faults:,} faults, limit 0")


def main() -> int:
    """Read the cells, print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cells", type=int, default=10**6)
    parser.add_argument("--seed", type=int, default=None, help="drawn if not given")
    parser.add_argument("--spent", nargs="+", default=SPENT, help="roles that account for a word")
    parser.add_argument("--show", type=int, default=3, help="how many examples of each")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    args = parser.parse_args()
    seed = secrets.randbelow(10**9) if args.seed is None else args.seed
    if not args.json:
        print(f"seed {seed}", flush=True)
    readers = {name: getattr(kk, name) for name in READERS if hasattr(kk, name)}
    tally = Tally(tuple(args.spent), args.show)
    for cell in distinct(args.cells, seed):
        for name, reader in readers.items():
            if name in WHOLE and set(cell.form.split()) - {"year", "day"}:
                continue
            tally.take(cell, name, reader)
    if args.json:
        result = {
            "seed": seed,
            "cells": args.cells,
            "read": tally.read,
            "lost something": tally.faulty,
            "found": tally.found,
            "roles": tally.roles,
            "examples": tally.examples,
            "faults": tally.faults,
        }
        print(json.dumps(result, ensure_ascii=False))
    else:
        print_tally(tally, list(readers), args.cells)
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
