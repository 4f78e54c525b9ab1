"""Files and the command line: what they cost beside another version of kpikit, and by themselves.

    PYTHONPATH=src python benchmarks/files.py [--old PYTHON_WITH_THE_OLD_WHEEL] [--json]

Costs are processor time, a row of the file, and medians of five: each figure is taken in a process
of its own, that of this kpikit and of ``--old`` in turn, after both have done the same with a small
file. A ratio is the median of those of the pairs. Without ``--old`` only those figures are given
that stand for themselves: how flat a row is up to the longest table, a line of the national form
beside a row of any other table, a workbook and the pages of PDF files in times of what their
libraries take for the same, sizes, and the most memory. It leaves with 1 if a limit is missed.
"""

from __future__ import annotations

import argparse
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
from pathlib import Path
from typing import Any, Final

from files_reading import rows as table_of
from files_reading import write_csv, write_xlsx

ROOT: Final = Path(__file__).resolve().parents[1]
EXAMPLE: Final = ROOT / "examples" / "sagamihara" / "datapackage.json"
DOCUMENTS: Final = ROOT.parent / "shared" / "documents"
ROWS: Final = (1_000, 10_000, 100_000)
#: So many rows have the files that are written, and read by libraries.
WRITTEN: Final = 10_000
#: So many lines has the national table of targets and results.
NATIONAL: Final = 130_000
SMALL: Final = 100

#: Figure → its limit. A figure without one is told only.
LIMITS: Final = {
    "CSV to plan": 0.4,
    "CSV to plan, flat": 1.2,
    "evaluating": 1.0,
    "evaluating, flat": 1.2,
    "plan to JSON": 0.4,
    "plan to JSON, kB a row": 10,
    "report to JSON": 0.4,
    "report to JSON, kB a row": 10,
    "workbook, times openpyxl": 2,
    "pages, times pypdfium2": 5,
    "import kpikit": 1.05,
    "kpikit --help": 1.05,
    "kpikit --help, times the bare interpreter": 2.5,
    "example to HTML, kB": 250,
    "example to HTML, seconds": 0.3,
    "CSV to HTML, seconds": 6,
    "CSV to HTML, peak MB": 300,
}
#: What the console script does.
PROGRAM: Final = "import sys; from kpikit.cli import main; sys.exit(main())"
#: Processes may keep what they compile, as those of users do.
ENVIRONMENT: Final = {
    key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"
}


# -- in a process of its own -------------------------------------------------------------------


def spent(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the processor seconds of some work, and what it made.

    What was there before is collected before it: whose turn that is, is luck.
    """
    gc.collect()
    start = time.process_time()
    made = work()
    return time.process_time() - start, made


def steps(small: str, path: str) -> dict[str, float]:
    """Read a plan, evaluate it, and write it and its report, after a small one."""
    import kpikit as kk
    from kpikit.report import render

    def once(file: str) -> dict[str, float]:
        read, plan = spent(lambda: kk.read_plan(file))
        count = sum(1 for _ in plan.indicators())
        evaluated = [spent(lambda: kk.evaluate(plan)) for _ in range(3)]
        found = {
            "CSV to plan": read / count * 1e6,
            "evaluating": statistics.median(each for each, _ in evaluated) / count * 1e6,
            "rows": count,
        }
        if count > WRITTEN:
            return found
        output = Path(file).with_suffix(f".{os.getpid()}.json")
        plan_out, _ = spent(lambda: kk.write_plan(plan, output))
        report_out, report = spent(lambda: render(evaluated[0][1], "json"))
        written = output.stat().st_size
        output.unlink()
        return found | {
            "plan to JSON": plan_out / count * 1e6,
            "plan to JSON, kB a row": written / count / 1e3,
            "report to JSON": report_out / count * 1e6,
            "report to JSON, kB a row": len(report.encode()) / count / 1e3,
        }

    once(small)
    return once(path)


def lines(small: str, path: str) -> dict[str, float]:
    """Read a table whose lines are no indicators by themselves."""
    import kpikit as kk

    kk.read_plan(small)
    limits = kk.Limits(cells=20_000_000)  # 82 columns, most of them blank
    read, plan = spent(lambda: kk.read_plan(path, limits=limits))
    count = Path(path).read_bytes().count(b"\n") - 1
    return {"line": read / count * 1e6, "indicators": sum(1 for _ in plan.indicators())}


def workbook(small: str, path: str) -> dict[str, float]:
    """Read a workbook by openpyxl and by the reader of sheets, each after a small one."""
    import openpyxl

    from kpikit.io.document import Document
    from kpikit.io.kinds import Kind
    from kpikit.io.task import Task
    from kpikit.io.workbook import sheets_of

    def cells(file: str) -> int:
        book = openpyxl.load_workbook(file)
        return sum(
            cell.value is not None for sheet in book for row in sheet.iter_rows() for cell in row
        )

    def grids(file: str) -> int:
        (sheet,) = sheets_of(Task(Kind.XLSX, Document(file, Path(file).read_bytes())))
        return len(sheet.grid.texts)

    cells(small)
    grids(small)
    library, there = spent(lambda: cells(path))
    ours, read = spent(lambda: grids(path))
    assert read >= there
    return {"ratio": ours / library, "openpyxl, s": library, "kpikit, s": ours}


def pages(small: str, path: str) -> dict[str, float]:
    """Take the text of a PDF file by pypdfium2 alone, and its grids."""
    import pypdfium2

    from kpikit.io.document import Document
    from kpikit.io.kinds import Kind
    from kpikit.io.pdf.reader import sheets_of
    from kpikit.io.task import Task

    def bare() -> None:
        with pypdfium2.PdfDocument(path) as document:
            for page in document:
                page.get_textpage().get_text_range()

    del small
    task = Task(Kind.PDF, Document(path, Path(path).read_bytes()))
    sheets_of(task)
    library, ours = (
        statistics.median(spent(work)[0] for _ in range(9))
        for work in (bare, lambda: sheets_of(task))
    )
    return {"ratio": ours / library, "pypdfium2, ms": library * 1e3, "kpikit, ms": ours * 1e3}


def example(small: str, path: str) -> dict[str, float]:
    """Turn the example into a page, all modules imported."""
    import kpikit as kk
    from kpikit.report import render

    del small
    kk.evaluate(kk.read_plan(path))
    render(kk.evaluate(kk.Plan("計画")), "html")
    seconds, page = spent(lambda: render(kk.evaluate(kk.read_plan(path)), "html"))
    return {"seconds": seconds, "kB": len(page.encode()) / 1000}


def whole(small: str, path: str) -> dict[str, float]:
    """Turn a large table into a page, with all that is imported for it."""
    import kpikit as kk
    from kpikit.report import render

    del small
    seconds, page = spent(lambda: render(kk.evaluate(kk.read_plan(path)), "html"))
    assert page.count('class="chip"') == WRITTEN
    return {
        "seconds": seconds,
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


WORKS: Final = {work.__name__: work for work in (steps, lines, workbook, pages, example, whole)}


# -- tables --------------------------------------------------------------------------------------


def national(count: int) -> Iterator[str]:
    """Yield a table of the form of the national review: four lines an indicator, 54 years."""
    years = range(2007, 2061)
    heads = (
        "シート種別,事業年度,予算事業ID,事業名,府省庁の建制順,政策所管府省庁,府省庁,局・庁,部,課,室,班,係,"
        "事業に関連するKPIが定められている閣議決定等の名称,事業に関連するKPIが定められている閣議決定等の該当箇所,"
        "事業に関連するKPIが定められている閣議決定等のURL,アクティビティ・アウトプット・アウトカムの番号,"
        "種別（アクティビティ・アウトプット・アウトカム）,アウトカムの期間,成果目標の種類,"
        "アクティビティ／活動目標／成果目標,活動指標／成果指標,単位,改善の上向き／下向き,"
        "成果実績及び目標値の根拠として用いた統計・データ名（出典）,定性的なアウトカム目標を設定している理由,"
        "定性的なアウトカムに関する成果実績,目標年度／目標値／実績値／達成率"
    )
    yield ",".join([heads, *map(str, years)])
    for number in range(count // 4):
        base = 100 + number % 400
        figures: list[tuple[str, dict[int, object]]] = [
            ("1.目標年度", {2024: "○"}),
            ("2.目標値", {2022: base, 2023: base + 20, 2024: base + 40}),
            ("3.実績値", {2022: base - 2, 2023: base + 30}),
            ("4.達成率", {2022: f"{(base - 2) / base * 100:.1f}"}),
        ]
        head = (
            f"レビューシート,2024,{number // 3},事業{number // 3},1,庁,庁,,,企画課,,,,,,,"
            f"{number % 3 + 1},"
            f"アウトプット,,定量的,手続{number}のオンライン化,手続{number}の件数,件,上向き,本庁調べ,,"
        )
        for kind, by_year in figures:
            yield ",".join([head, kind, *(str(by_year.get(year, "")) for year in years)])


# -- measuring ---------------------------------------------------------------------------------


class Measure:
    """Runs work in processes, those of this kpikit and of the old one in turn."""

    def __init__(self, folder: Path, old: str | None, runs: int) -> None:
        self.folder, self.old, self.runs = folder, old, runs
        self.small = self.csv(SMALL)
        self.figures: dict[str, dict[str, Any]] = {}

    def csv(self, count: int) -> Path:
        path = self.folder / f"{count}.csv"
        write_csv(path, table_of(count))
        return path

    def file(self, name: str, count: int, write: Callable[[Path, Any], None]) -> Path:
        path = self.folder / name
        write(path, table_of(count))
        return path

    def tell(self, name: str, kind: str, value: float, **more: Any) -> None:
        """Keep a figure; its limit is that of its kind."""
        limit = LIMITS.get(kind)
        self.figures[name] = {"value": round(value, 3), "limit": limit, **more}

    def pairs(self, work: str, path: Path, *, beside: bool = True) -> list[list[dict[str, float]]]:
        """Do some work as often as is asked for; each turn has what came of the new and the old."""
        pythons = [sys.executable, *([self.old] if self.old and beside else [])]
        small = self.small if path.suffix != ".xlsx" else self.folder / "small.xlsx"
        return [
            [result_of(python, "--work", work, str(small), str(path)) for python in pythons]
            for _ in range(self.runs)
        ]

    def compared(self, name: str, kind: str, pairs: list[list[float]]) -> None:
        """Tell how the new stands to the old, or nothing where there is no old one."""
        new = statistics.median(pair[0] for pair in pairs)
        if len(pairs[0]) == 1:
            self.tell(f"{name}, new", "", new)
            return
        ratios = [new / old for new, old in pairs]
        self.tell(
            name,
            kind,
            statistics.median(ratios),
            new=round(new, 3),
            old=round(statistics.median(old for _, old in pairs), 3),
            spread=[round(min(ratios), 3), round(max(ratios), 3)],
        )


def result_of(python: str, *options: str) -> dict[str, float]:
    """Return what this script prints under a Python; another one brings its own kpikit."""
    environment = dict(ENVIRONMENT)
    if python != sys.executable:
        environment.pop("PYTHONPATH", None)
    done = subprocess.run(
        [python, __file__, *options], check=True, capture_output=True, text=True, env=environment
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def processor_time(python: str, *arguments: str) -> float:
    """Return the processor time of a whole process."""
    environment = dict(ENVIRONMENT)
    if python != sys.executable:
        environment.pop("PYTHONPATH", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [python, *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure_plans(measure: Measure, counts: Iterable[int]) -> None:
    """From CSV to a plan, its evaluation, and JSON of both, by the length of the table."""
    found: dict[int, list[list[dict[str, float]]]] = {}
    for count in sorted(counts):
        found[count] = measure.pairs("steps", measure.csv(count))
        for kind in found[count][0][0]:
            if kind == "rows":
                continue
            values = [[each[kind] for each in pair] for pair in found[count]]
            if kind in LIMITS and "kB" in kind:
                measure.tell(f"{kind}, {count:,} rows", kind, values[0][0])
            else:
                measure.compared(f"{kind}, {count:,} rows", kind, values)
    least, most = min(found), max(found)
    for kind in ("CSV to plan", "evaluating"):
        short, long = (
            statistics.median(pair[0][kind] for pair in found[count]) for count in (least, most)
        )
        measure.tell(f"{kind}, flat", f"{kind}, flat", long / short, rows=[least, most])


def measure_national(measure: Measure, count: int) -> None:
    """A line of the national form beside a row of any table."""
    path = measure.folder / "national.csv"
    path.write_text("\n".join(national(count)) + "\n", encoding="utf-8")
    (runs,) = zip(*measure.pairs("lines", path, beside=False), strict=True)
    measure.tell(
        "national form, µs a line",
        "",
        statistics.median(each["line"] for each in runs),
        lines=count,
        indicators=runs[0]["indicators"],
    )


def measure_libraries(measure: Measure, documents: Iterable[Path]) -> None:
    """Workbooks and PDF files in times of what their libraries take by themselves."""
    measure.file("small.xlsx", SMALL, write_xlsx)
    book = measure.file("plan.xlsx", WRITTEN, write_xlsx)
    for name, work, path in (
        ("workbook, times openpyxl", "workbook", book),
        *(("pages, times pypdfium2", "pages", path) for path in documents),
    ):
        (runs,) = zip(*measure.pairs(work, path, beside=False), strict=True)
        middle = sorted(runs, key=lambda each: each["ratio"])[len(runs) // 2]
        measure.tell(f"{name}: {path.name}", name, **middle_of(middle))


def middle_of(run: dict[str, float]) -> dict[str, Any]:
    rest = {name: round(value, 3) for name, value in run.items() if name != "ratio"}
    return {"value": run["ratio"], **rest}


def measure_starts(measure: Measure) -> None:
    """What it takes to import kpikit, and to say how it is used."""
    pythons = [sys.executable, *([measure.old] if measure.old else [])]
    starts = {"import kpikit": ["-c", "import kpikit"], "kpikit --help": ["-c", PROGRAM, "--help"]}
    runs = range(measure.runs * 4)
    for name, arguments in starts.items():
        for python in pythons:
            processor_time(python, *arguments)
        pairs = [[processor_time(each, *arguments) * 1e3 for each in pythons] for _ in runs]
        measure.compared(f"{name}, ms", name, pairs)
    bare = [
        (
            processor_time(sys.executable, *starts["kpikit --help"]),
            processor_time(sys.executable, "-c", "pass"),
        )
        for _ in runs
    ]
    name = "kpikit --help, times the bare interpreter"
    measure.tell(name, name, statistics.median(program / none for program, none in bare))


def measure_pages(measure: Measure) -> None:
    """A page of the example, and of a large table."""
    table = measure.folder / "page.csv"
    lines = ["No.,事業名,指標名,当初値,実績値(R5),目標値,所管課,備考"]
    lines += [
        f"{row},窓口第{row}号,第{row}号の利用率,{row % 40}%,{row % 97}%,{row % 89}%以上,課,注{row}"
        for row in range(1, WRITTEN + 1)
    ]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for head, work, path in (
        ("example to HTML", "example", EXAMPLE),
        ("CSV to HTML", "whole", table),
    ):
        (runs,) = zip(*measure.pairs(work, path, beside=False), strict=True)
        for figure in runs[0]:
            name = f"{head}, {figure}"
            measure.tell(name, name, statistics.median(each[figure] for each in runs))


def print_figures(figures: dict[str, dict[str, Any]]) -> None:
    """Print a line for each figure."""
    print(f"{'':44}{'figure':>9}{'limit':>7}")
    for name, figure in figures.items():
        rest = {key: value for key, value in figure.items() if key not in {"value", "limit"}}
        limit = "" if figure["limit"] is None else f"{figure['limit']:.2f}"
        what = "  ".join(f"{key} {value}" for key, value in rest.items())
        missed = "  missed" if is_missed(figure) else ""
        print(f"{name:44}{figure['value']:9.3f}{limit:>7}  {what}{missed}")


def is_missed(figure: dict[str, Any]) -> bool:
    return figure["limit"] is not None and figure["value"] > figure["limit"]


def main() -> int:
    """Print the table, or one JSON object; or what one of its processes did."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--old", help="the Python whose kpikit is the old one")
    parser.add_argument("--rows", type=int, nargs="*", default=ROWS, help="lengths of tables")
    parser.add_argument("--lines", type=int, default=NATIONAL, help="lines of the national form")
    parser.add_argument("--runs", type=int, default=5, help="how many pairs")
    parser.add_argument("--pdf", type=Path, nargs="*", metavar="FILE", help="PDF files")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--work", nargs=3, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.work:
        name, small, path = args.work
        print(json.dumps(WORKS[name](small, path)))
        return 0
    documents = sorted(DOCUMENTS.glob("*.pdf")) if args.pdf is None else args.pdf
    with tempfile.TemporaryDirectory() as folder:
        measure = Measure(Path(folder), args.old, args.runs)
        measure_plans(measure, args.rows)
        measure_national(measure, args.lines)
        measure_libraries(measure, documents)
        measure_starts(measure)
        measure_pages(measure)
    if args.json:
        print(json.dumps(measure.figures, ensure_ascii=False))
    else:
        print_figures(measure.figures)
    return int(any(map(is_missed, measure.figures.values())))


if __name__ == "__main__":
    sys.exit(main())
