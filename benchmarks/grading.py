"""How many indicators are rated and graded in a second.

    python benchmarks/grading.py [--count NUMBER] [--scheme NAME] [--json]

Distinct indicators with a baseline, a bare-number target and an actual are graded by a scheme:
once from their evaluations, and once with the evaluating; no grade is kept. Each is timed five
times on one core; the figures are medians of the processor time, with the spread of the five
(largest less smallest, over the median).
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections import deque
from collections.abc import Callable, Iterator

import kpikit as kk
from kpikit.analysis.scheme import Scheme

RUNS = 5
DAY = kk.FiscalYear(2023).end
#: A rate over the target with classes; progress; positions; all that a scheme can have.
SCHEMES = ("osaka-library", "gifu", "nagayo", "miyagi")


def timed(work: Callable[[], object]) -> list[float]:
    """Return the seconds of five runs, after one that warms the caches."""
    work()
    seconds: list[float] = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return seconds


def indicators(count: int) -> list[tuple[kk.Indicator, kk.Observation]]:
    """Make indicators whose baselines, targets and actuals all differ."""
    return [
        (
            kk.Indicator(
                f"指標{number}",
                target=kk.Reach(kk.Quantity(2 * number + 100, "件")),
                baseline=kk.Quantity(number, "件"),
            ),
            kk.Observation(kk.FiscalYear(2023), kk.Quantity(3 * number // 2, "件")),
        )
        for number in range(count)
    ]


def works(
    scheme: Scheme, cases: list[tuple[kk.Indicator, kk.Observation]]
) -> dict[str, Callable[[], object]]:
    """Return what is timed: grading alone, and with evaluating."""
    evaluations = [kk.evaluate(*case) for case in cases]
    return {
        "grade": lambda: consume(scheme.grade(each, DAY) for each in evaluations),
        "evaluate and grade": lambda: consume(
            scheme.grade(kk.evaluate(*each), DAY) for each in cases
        ),
    }


def consume(grades: Iterator[object]) -> None:
    """Take each grade as it comes, and keep none."""
    deque(grades, maxlen=0)


def figures(runs: list[float], count: int) -> dict[str, float]:
    """Return the median and the spread of some runs."""
    median = statistics.median(runs)
    return {
        "per second": round(count / median),
        "spread": round((max(runs) - min(runs)) / median, 2),
    }


def main() -> None:
    """Print the figures, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=30_000)
    parser.add_argument("--scheme", action="append")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    cases = indicators(args.count)
    told = {
        f"{name}: {what}": figures(timed(work), args.count)
        for name in args.scheme or SCHEMES
        for what, work in works(kk.scheme.load(name), cases).items()
    }
    if args.json:
        print(json.dumps(told))
        return
    for name, each in told.items():
        print(f"{name:34} {each['per second']:>8,} a second, spread {each['spread']:.0%}")


if __name__ == "__main__":
    main()
