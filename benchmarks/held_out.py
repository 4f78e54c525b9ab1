"""How labelled cells of publishers that no form was made for are read, publisher by publisher.

    PYTHONPATH=src python benchmarks/held_out.py [LABELS.jsonl …] [--scorer SCORER.py] [--json]

Each label says what a careful person reads in a cell, and where it has one its publisher. The
worst publisher stands beside the mean, since a form that is missing fails where it is in use.
``--scorer`` is another scorer than that of ``reading.py``: a script with ``score(label)``, which
returns a mapping with an ``outcome``. It ends with 1 if more than ``--most-wrong`` per cent of all
cells are read wrongly.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeAlias

from reading import score_gold

ROOT: Final = Path(__file__).resolve().parents[1]
HELD_OUT: Final = ROOT / "tests" / "held_out"
OUTCOMES: Final = ("right", "wrong", "refused")
#: What became of each cell of a file, in its order.
Scorer: TypeAlias = Callable[[Path], list[str]]


def our_own(path: Path) -> list[str]:
    """Return what became of each cell by the scorer of this folder."""
    return [outcome for outcome, *_ in score_gold(path, None, {})]


def of_script(script: Path) -> Scorer:
    """Return the scorer that a script has."""
    spec = importlib.util.spec_from_file_location("scorer", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def outcomes(path: Path) -> list[str]:
        return [str(module.score(label)["outcome"]) for label in labels(path)]

    return outcomes


def labels(path: Path) -> list[dict[str, Any]]:
    """Return the labels of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def by_publisher(paths: list[Path], scorer: Scorer) -> dict[str, Counter[str]]:
    """Count what became of the cells of each publisher, or of each file that names none."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for path in paths:
        for label, outcome in zip(labels(path), scorer(path), strict=True):
            found[label.get("publisher") or path.stem][outcome] += 1
    return found


def shares(counts: Counter[str]) -> dict[str, float]:
    """Return the outcomes in per cent of all that are one of them."""
    total = sum(counts[outcome] for outcome in OUTCOMES) or 1
    return {outcome: round(100 * counts[outcome] / total, 1) for outcome in OUTCOMES}


def measured(paths: list[Path], scorer: Scorer) -> dict[str, Any]:
    """Return the shares of each publisher, of the worst and of all cells."""
    found = by_publisher(paths, scorer)
    rows = {name: {"cells": counts.total(), **shares(counts)} for name, counts in found.items()}
    order = sorted(rows, key=lambda name: (-rows[name]["wrong"], rows[name]["right"], name))
    everything: Counter[str] = sum(found.values(), Counter())
    return {
        "all": {"cells": everything.total(), **shares(everything)},
        "worst": {"publisher": order[0], **rows[order[0]]} if order else {},
        "publishers": {name: rows[name] for name in order},
    }


def print_table(result: dict[str, Any]) -> None:
    """Print a line for each publisher, the worst first, and one for all."""
    print(f"{'cells':>6}{'right':>8}{'wrong':>8}{'refused':>9}")
    for name, row in (*result["publishers"].items(), ("all", result["all"])):
        print(
            f"{row['cells']:6}{row['right']:8.1f}{row['wrong']:8.1f}{row['refused']:9.1f}  {name}"
        )


def main() -> None:
    """Print the table, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("labels", nargs="*", type=Path, default=sorted(HELD_OUT.glob("*.jsonl")))
    parser.add_argument("--scorer", type=Path, help="a script with another scorer")
    parser.add_argument("--most-wrong", type=float, default=0.6, help="per cent of all cells")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    args = parser.parse_args()
    result = measured(args.labels, of_script(args.scorer) if args.scorer else our_own)
    if args.json:
        print(json.dumps(result, ensure_ascii=False))
    else:
        print_table(result)
    sys.exit(result["all"]["wrong"] > args.most_wrong)


if __name__ == "__main__":
    main()
