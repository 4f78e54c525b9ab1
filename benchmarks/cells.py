"""Processor time of reading cells, beside another version of kpikit, and of the first reading.

    PYTHONPATH=src python benchmarks/cells.py --old PYTHON_WITH_THE_OLD_WHEEL [--json]

Each workload is read five times by a process of this kpikit and by one of ``--old`` in turn,
five pairs; a process has read other cells before. The table gives the medians of processor time a
cell and of the ratio of each pair: of the median of five passes, in which what depends only on
the sequence of kinds of tokens is kept, and of the first pass alone, in which nothing is. No
cache holds texts. Beside that: what a cell ten times as long costs, the first reading of a
target, and the report of the example, each in a new process, against one that imports the
dependencies.
"""

from __future__ import annotations

import argparse
import csv
import gc
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeAlias

ROOT: Final = Path(__file__).resolve().parents[1]
SHARED: Final = ROOT.parent / "shared"
#: The name of a reader, and a text.
Task: TypeAlias = tuple[str, str]

LIMITS: Final = {
    "published cells": 0.45,
    "labelled cells": 0.65,
    "one number": 0.25,
    "periods": 0.85,
    "ten times as long": 12.0,
    "first target": 2.2,
    "report of the example": 4.2,
}
DEPENDENCIES: Final = "import attrs, dateutil.relativedelta"
FIRST: Final = "import kpikit; kpikit.read_target('126件以下')"
#: Processes may keep what they compile, as those of users do.
ENVIRONMENT: Final = {
    key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"
}
#: What is read before the clock starts, so that all modules are there: in no workload.
WARM: Final = [
    f"{number + 70_001}{rest}"
    for number in range(40)
    for rest in ("人以上", "%（R4）", "件増加", "人 70,003人", "前年度比▲3%")
]
#: What makes a long cell: repeated until it has the length.
REPEATED: Final = (
    "126件",
    "126件、",
    "①5件",
    "小 81.9％ 中 64.2％ ",
    "（R5）80%以上、",
    "を目標に取り組む",
    "R5：12人 ",
    "前年度比3%増（うち市内5件）",
    "(",
    "()",
    "1 ",
    "1,",
    "約",
    "全国平均",
    "10%以上",
    "※R5 ",
)
SHORT: Final = 300
TIMES: Final = 10
PASSES: Final = 5


# -- the workloads -----------------------------------------------------------------------------


def published(shared: Path) -> list[Task]:
    """Return every distinct cell of the published rows with the reader of its column."""
    readers = {"baseline": "read_actual", "actual": "read_actual", "target": "read_target"}
    tasks: dict[Task, None] = {}
    path = shared / "corpus" / "rows.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            tasks.update({(reader, row[column] or ""): None for column, reader in readers.items()})
    return [task for task in tasks if task[1].strip()]


def labelled(shared: Path) -> list[Task]:
    """Return every labelled cell with the reader of its kind."""
    readers = {"target": "read_target", "period": "read_period"}
    tasks: dict[Task, None] = {}
    for path in sorted((shared / "corpus").glob("gold*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            label = json.loads(line)
            tasks[readers.get(label["kind"], "read_actual"), label["text"]] = None
    return list(tasks)


def one_number(count: int = 2000) -> list[Task]:
    """Return cells of one number and a unit in the usual ways, read as targets and actuals."""
    forms: tuple[Callable[[int], str], ...] = (
        lambda n: f"{n}件",
        lambda n: f"{n / 10:.1f}%",
        lambda n: f"{n + 1000:,}人",
        lambda n: f"{n}回",
        lambda n: f"{n / 10:.1f}％",
        lambda n: f"{n}団体",
        lambda n: f"{n + 2000:,}千円",
        lambda n: f"{n} 件",
        lambda n: f"{n}か所",
        lambda n: f"{n}",
    )
    texts = [forms[n % len(forms)](n) for n in range(1, count + 1)]
    readers = ("read_actual", "read_target")
    return [(readers[n // len(forms) % 2], text) for n, text in enumerate(texts)]


def periods(count: int = 2000) -> list[Task]:
    """Return texts of periods in the usual ways."""
    return [("read_period", text) for text in islice(dict.fromkeys(_period_texts()), count)]


def _period_texts() -> Iterator[str]:
    years = [*(("令和", "R", year, 2018) for year in range(1, 13))]
    years += [("平成", "H", year, 1988) for year in range(13, 31)]
    for era, short, year, before in years:
        west = year + before
        yield from (
            f"{short}{year}",
            f"{era}{year}年度",
            f"{west}年度",
            f"{west}年",
            f"({era}{year})",
        )
        yield from (f"{short}{year}年度末", f"{short}{year}~{year + 3}", f"{west}～{west + 2}年度")
        for month in range(1, 13):
            yield from (f"{short}{year}.{month}", f"{era}{year}年{month}月", f"{west}/{month}/1")
            yield from (f"{short}{year}.{month}.15時点", f"{era}{year}年{month}月末現在")


# -- reading, in a process of its own ----------------------------------------------------------


def run_workload(path: str) -> None:
    """Read the tasks of a file five times, and print the processor time of each pass."""
    import kpikit as kk

    tasks = json.loads(Path(path).read_text(encoding="utf-8"))
    calls = [(getattr(kk, name), text) for name, text in tasks]
    for reader in {name for name, _ in tasks}:
        for text in WARM:
            getattr(kk, reader)(text)
    passes: list[float] = []
    for _ in range(PASSES):
        gc.collect()
        start = time.process_time()
        for reader, text in calls:
            reader(text)
        passes.append(time.process_time() - start)
    print(json.dumps(passes))


def run_lengths() -> None:
    """Print, for each repeated text, how much longer a cell ten times as long takes."""
    import kpikit as kk

    ratios: dict[str, float] = {}
    for text in REPEATED:
        for reader in (kk.read_actual, kk.read_target):
            for warm in WARM:
                reader(warm)
            short, long = (_cost(reader, text, SHORT * times) for times in (1, TIMES))
            key = f"{text!r} {reader.__name__}"
            ratios[key] = long / short
    print(json.dumps(ratios))


def _cost(reader: Callable[[str], object], text: str, length: int) -> float:
    """Return the least processor time of reading a text repeated to a length, of distinct ones."""
    runs: list[float] = []
    for number in range(7):
        cell = f"{number + 1}{text * (length // len(text))}"
        rounds = [f"{cell}{each}" for each in range(max(1, 4 * SHORT // length * 4))]
        start = time.process_time()
        for each in rounds:
            reader(each)
        runs.append((time.process_time() - start) / len(rounds))
    return min(runs)


# -- measuring ---------------------------------------------------------------------------------


def output_of(python: str, *options: str) -> str:
    """Return what this script prints under a Python; another one brings its own kpikit."""
    environment = dict(ENVIRONMENT)
    if python != sys.executable:
        environment.pop("PYTHONPATH", None)
    command = [python, __file__, *options]
    run = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return run.stdout


def pairs(tasks: list[Task], old: str, runs: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """Read tasks with the new and the old reader in turn: the median of passes, and the first."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tasks.json"
        path.write_text(json.dumps(tasks), encoding="utf-8")
        passes = [
            [
                json.loads(output_of(python, "--workload", str(path)))
                for python in (sys.executable, old)
            ]
            for _ in range(runs)
        ]
    kept = [[statistics.median(each) for each in pair] for pair in passes]
    first = [[each[0] for each in pair] for pair in passes]
    return _compared(kept, len(tasks)), _compared(first, len(tasks))


def _compared(seconds: list[list[float]], cells: int) -> dict[str, Any]:
    """Return what pairs of times say: the new beside the old."""
    new_cell, old_cell = (
        statistics.median(column) / cells * 1e6 for column in zip(*seconds, strict=True)
    )
    ratios = [new / before for new, before in seconds]
    return {
        "cells": cells,
        "new, µs": round(new_cell, 1),
        "old, µs": round(old_cell, 1),
        "ratio": round(statistics.median(ratios), 3),
        "spread": [round(min(ratios), 3), round(max(ratios), 3)],
    }


def processor_time(*arguments: str) -> float:
    """Return the processor time of a whole process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def processes(arguments: Iterable[str], runs: int) -> dict[str, Any]:
    """Run a process and one that imports the dependencies in turn."""
    command = list(arguments)
    processor_time(*command)
    times = [(processor_time(*command), processor_time("-c", DEPENDENCIES)) for _ in range(runs)]
    ratios = [new / reference for new, reference in times]
    return {
        "new, ms": round(statistics.median(new for new, _ in times) * 1000),
        "dependencies, ms": round(statistics.median(each for _, each in times) * 1000),
        "ratio": round(statistics.median(ratios), 3),
        "spread": [round(min(ratios), 3), round(max(ratios), 3)],
    }


def measured(args: argparse.Namespace) -> dict[str, dict[str, Any]]:
    """Return the figures of each measure, its limit beside."""
    workloads = {"one number": one_number(), "periods": periods()}
    if args.shared.exists():
        corpus = {
            "published cells": published(args.shared),
            "labelled cells": labelled(args.shared),
        }
        workloads = corpus | workloads
    rows: dict[str, dict[str, Any]] = {}
    for name, tasks in workloads.items():
        rows[name], rows[f"{name}, first pass"] = pairs(tasks, args.old, args.runs)
    lengths = json.loads(output_of(sys.executable, "--lengths"))
    worst = max(lengths, key=lengths.__getitem__)
    rows["ten times as long"] = {"ratio": round(lengths[worst], 2), "worst": worst}
    rows["first target"] = processes(["-c", FIRST], args.runs)
    rows["report of the example"] = processes([str(args.example)], args.runs)
    return {name: {**row, "limit": LIMITS.get(name, 0)} for name, row in rows.items()}


def print_rows(rows: dict[str, dict[str, Any]]) -> None:
    """Print a line for each measure."""
    print(f"{'':30}{'ratio':>8}{'limit':>8}  of what")
    for name, row in rows.items():
        rest = {key: value for key, value in row.items() if key not in {"ratio", "limit"}}
        over = "  over" if row["ratio"] > row["limit"] > 0 else ""
        limit = f"{row['limit']:8.2f}" if row["limit"] else " " * 8
        what = "  ".join(f"{key} {value}" for key, value in rest.items())
        print(f"{name:30}{row['ratio']:8.3f}{limit}  {what}{over}")


def main() -> None:
    """Print the table, or one JSON object; or what one of its processes does."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--old", help="the Python whose kpikit is the old one")
    parser.add_argument("--shared", type=Path, default=SHARED, help="where corpus/ is")
    example = ROOT / "examples" / "sagamihara" / "report.py"
    parser.add_argument("--example", type=Path, default=example)
    parser.add_argument("--runs", type=int, default=5, help="how many pairs")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--workload", help=argparse.SUPPRESS)
    parser.add_argument("--lengths", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.workload:
        run_workload(args.workload)
    elif args.lengths:
        run_lengths()
    elif args.old is None:
        parser.error("--old is required")
    else:
        rows = measured(args)
        if args.json:
            print(json.dumps(rows, ensure_ascii=False))
        else:
            print_rows(rows)


if __name__ == "__main__":
    main()
