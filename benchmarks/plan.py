"""How long a large plan takes: 10,000 indicators evaluated, rolled up and audited.

    python benchmarks/plan.py [--count N] [--until YEAR] [--json]

One process on one core; medians of the processor time of five runs, after one that warms the
caches. The plan has 500 projects below 20 measures, ten departments, three categories, baselines,
several years of actuals, and a fault of some kind in about one row of ten. Its targets are due
by the year of the last actuals, or by *YEAR*: with 2027 those that are not met have a standing.
The step with the edition before is not part of the total.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Any, Final

import kpikit as kk
from kpikit.judging.summary import Tally, WeightedSummary

RUNS: Final = 5
LIMIT: Final = 3.0
YEARS: Final = [kk.FiscalYear(year) for year in range(2021, 2024)]
CATEGORIES: Final = [kk.Category(code) for code in "ABC"]
UNITS: Final = ("件", "人", "%", "時間")


def indicator(number: int, until: int = YEARS[-1].year) -> kk.Indicator:
    """Return one of many indicators, no two of them with the same figures."""
    unit = UNITS[number % len(UNITS)]
    base = 10 + number % 70
    values = [base + step * (number % 7) for step in range(1, 4)]
    rule = (kk.AtLeast, kk.Reach, kk.AtMost)[number % 3]
    name = f"第{number}の{'参加率' if number % 40 == 0 else '指標'}"
    shifted = number % 30 == 0  # the actual of the year before stands in the column
    return kk.Indicator(
        name,
        target=kk.Target(rule(kk.Quantity(base + number % 20, unit)), kk.FiscalYear(until)),
        baseline=kk.Observation(kk.FiscalYear(2020), kk.Quantity(base, unit)),
        observations=[
            kk.Observation(
                year.previous() if shifted else year, kk.Quantity(value, unit), column=year
            )
            for year, value in zip(YEARS, values, strict=True)
        ],
    )


def plan_of(count: int, below: int = 20, until: int = YEARS[-1].year) -> kk.Plan:
    """Return a plan of *count* indicators, *below* of them in each project, due by *until*."""
    projects = [
        kk.Section(
            "事業",
            str(start // below + 1),
            f"事業{start}",
            category=CATEGORIES[start % 3],
            departments=[f"課{start % 10}", f"課{(start + 1) % 10}"],
            indicators=[indicator(each, until) for each in range(start, min(start + below, count))],
        )
        for start in range(0, count, below)
    ]
    measures = [
        kk.Section("施策", str(number), f"施策{number}", sections=projects[start : start + 25])
        for number, start in enumerate(range(0, len(projects), 25), 1)
    ]
    return kk.Plan("計画", sections=[kk.Section("table", "1", "表", sections=measures)])


def rolled_up(result: kk.PlanEvaluation) -> list[Any]:
    """Count verdicts at every level, by category and department, weighted and by key."""
    return [
        result.by_section(),
        result.by_category(),
        result.by_department(),
        result.roll_up(partial(WeightedSummary.of, weight=lambda _: 1)),
        result.by_category(partial(Tally.of, key=lambda each: each.verdict)),
    ]


def timed(work: Callable[[], object]) -> list[float]:
    """Return the processor seconds of five runs, after one that warms the caches."""
    work()
    seconds: list[float] = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return seconds


def measured(plan: kk.Plan) -> dict[str, list[float]]:
    """Time each step, and all three one after the other."""
    result = kk.evaluate(plan)

    def everything() -> None:
        evaluated = kk.evaluate(plan)
        rolled_up(evaluated)
        kk.audit(evaluated)

    return {
        "evaluated": timed(lambda: kk.evaluate(plan)),
        "rolled up": timed(lambda: rolled_up(result)),
        "audited": timed(lambda: kk.audit(result)),
        "all three": timed(everything),
        "audited beside the edition before": timed(lambda: kk.audit(result, previous=plan)),
    }


def main() -> None:
    """Print the table, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--until", type=int, default=YEARS[-1].year, metavar="YEAR")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    plan = plan_of(args.count, until=args.until)
    medians = {name: round(statistics.median(runs), 3) for name, runs in measured(plan).items()}
    findings = len(kk.audit(plan))
    within = medians["all three"] < LIMIT
    if args.json:
        told = {"indicators": args.count, "findings": findings, "seconds": medians}
        print(json.dumps(told | {"limit": LIMIT, "within": within}))
        return
    print(f"{args.count:,} indicators, {findings:,} findings, medians of {RUNS} runs")
    for name, value in medians.items():
        print(f"{name:36} {value:7.3f} s")
    print(f"limit {LIMIT} s: {'met' if within else 'missed'}")


if __name__ == "__main__":
    main()
