"""Spoil files of every kind, and look for one of which kpikit shows a traceback.

    python benchmarks/fuzz_files.py [--count 10000] [--seed SEED] [--only NUMBER] [--keep FOLDER]

Prints the seed, how many files of each kind were refused and how many were read, and what went
wrong, each with the number that makes the same file again. Exit 1 if anything did.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import warnings
from collections import Counter
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))
from corrupted import KINDS, check, corrupted


def main() -> int:
    """Spoil them all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    parser.add_argument("--only", type=int, help="one number of a run before")
    parser.add_argument("--keep", type=Path, help="where to keep what goes wrong")
    given = parser.parse_args()
    numbers = range(given.count) if given.only is None else range(given.only, given.only + 1)
    print("seed", given.seed, flush=True)
    warnings.simplefilter("always")
    counts: Counter[str] = Counter()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, case in zip(numbers, corrupted(Path(folder), given.seed, numbers), strict=True):
            counts[case.kind] += 1
            if told := check(case):
                wrong += 1
                print(f"\n{number} {case.kind}: {' '.join(case.words)}\n{told[-2000:]}", flush=True)
                if given.keep:
                    given.keep.mkdir(exist_ok=True)
                    kept = given.keep / f"{number}{case.path.suffix}"
                    kept.write_bytes(case.path.read_bytes())
    print(f"{sum(counts.values())} files of {len(KINDS)} kinds, {wrong} told wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
