"""How long it takes to read 10,000 indicators from a CSV file and from a workbook.

    python benchmarks/files_reading.py [--rows N] [--json]

Each file is written once, and read by a process of its own, three times; the table gives the
median seconds of reading (imports and writing excluded), those that the processor was at work,
what they are in rows a second, and the most memory that a process took.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 3
HEADER = ["No.", "施策名", "指標名", "単位", "当初値(R2)", "実績値(R3)", "実績値(R4)", "実績値(R5)"]
READER = """
import resource, sys, time
import kpikit as kk
kk.evaluate, kk.read_plan
if sys.argv[1].endswith("x"): import openpyxl
start, busy = time.perf_counter(), time.process_time()
plan = kk.read_plan(sys.argv[1])
seconds, busy = time.perf_counter() - start, time.process_time() - busy
assert sum(1 for _ in plan.indicators()) == int(sys.argv[2]), plan.issues[:3]
assert not plan.issues, plan.issues[:3]
print(seconds, busy, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def rows(count: int) -> list[list[str]]:
    """Return a table of distinct figures, written as plans write them."""
    return [[*HEADER, "目標値(R7)", "所管課"], *(row(number) for number in range(count))]


def row(number: int) -> list[str]:
    return [
        str(number),
        f"施策{number // 4}の推進",
        f"指標{number}の利用件数",
        "件",
        f"{number + 1:,}",
        f"{number + 20:,}",
        f"約{number + 30:,}",
        f"{number + 40:,}件 (R5)",
        f"{number + 50:,}件以上",
        "企画課、DX推進課",
    ]


def write_csv(path: Path, table: list[list[str]]) -> None:
    lines = [",".join(f'"{cell}"' for cell in row) for row in table]
    path.write_bytes("\r\n".join(lines).encode("cp932"))


def write_xlsx(path: Path, table: list[list[str]]) -> None:
    import xlsxwriter  # only this file needs it

    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("KPI")
    for line, row in enumerate(table):
        for column, text in enumerate(row):
            bare = text.replace(",", "")
            if line and bare.isdecimal():
                sheet.write_number(line, column, int(bare))
            else:
                sheet.write_string(line, column, text)
    for first in range(1, len(table) - 3, 4):
        sheet.merge_range(first, 1, first + 3, 1, table[first][1])
    book.close()


def timed(path: Path, count: int) -> dict[str, float]:
    runs: list[list[float]] = []
    for _ in range(RUNS):
        command = [sys.executable, "-c", READER, str(path), str(count)]
        done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
        runs.append([float(each) for each in done.stdout.split()])
    seconds = statistics.median(each for each, _, _ in runs)
    return {
        "seconds": round(seconds, 2),
        "CPU seconds": round(statistics.median(each for _, each, _ in runs), 2),
        "rows a second": round(count / seconds),
        "MB": round(max(memory for _, _, memory in runs)),
    }


def main() -> None:
    """Print the table, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    table = rows(args.rows)
    with tempfile.TemporaryDirectory() as folder:
        files = {"CSV, cp932": Path(folder, "plan.csv"), "XLSX, merged": Path(folder, "plan.xlsx")}
        write_csv(files["CSV, cp932"], table)
        write_xlsx(files["XLSX, merged"], table)
        found = {name: timed(path, args.rows) for name, path in files.items()}
    if args.json:
        print(json.dumps({"rows": args.rows, "files": found}, ensure_ascii=False))
        return
    print(f"{args.rows:,} indicators  {'seconds':>8} {'CPU':>6} {'rows/s':>8} {'MB':>6}")
    for name, row in found.items():
        figures = f"{row['seconds']:8.2f} {row['CPU seconds']:6.2f} {row['rows a second']:8,}"
        print(f"{name:18} {figures} {row['MB']:6}")


if __name__ == "__main__":
    main()
