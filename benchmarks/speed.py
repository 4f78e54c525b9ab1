"""How long it takes to import kpikit, to run the example, and to evaluate.

    python benchmarks/speed.py [--example PATH] [--json]

Whole processes are timed from start to end, five times each, and compared with a process
that imports the two dependencies. The table gives medians and the spread of the five runs
(largest less smallest, over the median), which is the noise of the machine.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import kpikit as kk

EXAMPLE = Path(__file__).parents[1] / "examples" / "sagamihara" / "report.py"
RUNS = 5
EVALUATIONS = 50_000


def timed(work: Callable[[], object]) -> list[float]:
    """Return the seconds of five runs, after one that warms the caches."""
    work()
    seconds: list[float] = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return seconds


def process(*arguments: str) -> Callable[[], object]:
    """Return what runs a Python process to its end."""
    command = [sys.executable, *arguments]
    return lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def evaluate_many() -> None:
    """Evaluate distinct point actuals against simple rules, keeping each full result."""
    for indicator, observation in CASES:
        kk.evaluate(indicator, observation)


CASES = [
    (
        kk.Indicator(f"指標{number}", target=rule(kk.Quantity("5000", "件"))),
        kk.Observation(kk.FiscalYear(2023), kk.Quantity(number, "件")),
    )
    for number in range(EVALUATIONS // 2)
    for rule in (kk.AtLeast, kk.AtMost)
]


def main() -> None:
    """Print the table, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--example", type=Path, default=EXAMPLE)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    seconds = {
        "bare interpreter": timed(process("-c", "pass")),
        "dependencies": timed(process("-c", "import attrs, dateutil.relativedelta")),
        "import kpikit": timed(process("-c", "import kpikit; kpikit.evaluate")),
        "whole example": timed(process(str(args.example))),
        f"{EVALUATIONS:,} evaluations": timed(evaluate_many),
    }
    reference = statistics.median(seconds["dependencies"])
    rows = {
        name: {
            "seconds": round(statistics.median(runs), 4),
            "times dependencies": round(statistics.median(runs) / reference, 2),
            "spread": round((max(runs) - min(runs)) / statistics.median(runs), 2),
        }
        for name, runs in seconds.items()
    }
    rate = EVALUATIONS / statistics.median(seconds[f"{EVALUATIONS:,} evaluations"])
    if args.json:
        print(json.dumps({"rows": rows, "evaluations per second": round(rate)}))
        return
    print(f"{'':22} {'seconds':>8} {'× deps':>7} {'spread':>7}")
    for name, row in rows.items():
        print(
            f"{name:22} {row['seconds']:8.4f} {row['times dependencies']:7.2f} {row['spread']:7.0%}"
        )
    print(f"{round(rate):,} evaluations a second")


if __name__ == "__main__":
    main()
