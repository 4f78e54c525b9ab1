"""Files and the command line: how large, how long, how much memory.

``python benchmarks/files.py [--json]`` prints each figure beside its limit, and leaves with 1 if
one is missed. Long work runs in a process of its own, so that its peak of memory is its own.
``--pdf FILE …`` adds how long a page of these files takes, in times of pypdfium2's own text.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

import kpikit as kk
from kpikit.io.document import Document
from kpikit.io.kinds import Kind
from kpikit.io.pdf.reader import sheets_of
from kpikit.io.task import Task
from kpikit.report import render

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "sagamihara" / "datapackage.json"
ROWS = 10_000
TRIES = 40

#: What the console script does.
PROGRAM = "import sys; from kpikit.cli import main; sys.exit(main())"

#: Figure → its limit.
LIMITS = {
    "html of the example, kB": 250,
    "html of the example, seconds after import": 0.5,
    "10,000 rows of CSV to HTML, seconds": 10,
    "10,000 rows of CSV to HTML, peak MB": 500,
    "kpikit --help, times the bare interpreter": 2.5,
}

#: Times that the text alone takes.
PDF_LIMIT = 5

#: What is measured in a process of its own: seconds and the peak of memory in MB.
LONG = """
import resource, sys
from time import perf_counter
started = perf_counter()
import kpikit as kk
from kpikit.report import save_report
save_report(kk.evaluate(kk.read_plan(sys.argv[1])), sys.argv[2])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(perf_counter() - started, peak)
"""


def example() -> tuple[float, float]:
    """Return the size in kB and the seconds from reading to HTML, all modules imported."""
    kk.evaluate(kk.read_plan(EXAMPLE))
    render(kk.evaluate(kk.Plan("計画")), "html")
    started = perf_counter()
    markup = render(kk.evaluate(kk.read_plan(EXAMPLE)), "html")
    return len(markup.encode()) / 1000, perf_counter() - started


def many(folder: Path) -> tuple[float, float]:
    """Return seconds and peak MB of a large table, from CSV to HTML."""
    lines = ["No.,事業名,指標名,当初値,実績値(R5),目標値,所管課,備考"]
    lines += [
        f"{row},窓口第{row}号,第{row}号の利用率,{row % 40}%,{row % 97}%,{row % 89}%以上,課,注{row}"
        for row in range(1, ROWS + 1)
    ]
    table = folder / "plan.csv"
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", LONG, str(table), str(folder / "report.html")],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert page.count('class="chip"') == ROWS
    seconds, peak = map(float, done.stdout.split())
    return seconds, peak


def help_ratio() -> float:
    """Return the quickest start of each, in turns, so that other work disturbs both alike."""
    commands = (["-c", "pass"], ["-c", PROGRAM, "--help"])
    best = [min(times) for times in zip(*(turn(commands) for _ in range(TRIES)), strict=True)]
    return best[1] / best[0]


def pdf_ratio(path: str) -> float:
    """Return the processor time of the grids of a PDF file, in times of that of its bare text."""
    import pypdfium2

    def bare() -> None:
        with pypdfium2.PdfDocument(path) as document:
            for page in document:
                page.get_textpage().get_text_range()

    task = Task(Kind.PDF, Document(path, Path(path).read_bytes()))

    def grids() -> None:
        sheets_of(task)

    grids()
    best = [
        min(times) for times in zip(*((spent(bare), spent(grids)) for _ in range(9)), strict=True)
    ]
    return best[1] / best[0]


def spent(work: Callable[[], None]) -> float:
    started = process_time()
    work()
    return process_time() - started


def turn(commands: tuple[list[str], ...]) -> list[float]:
    return [timed(lambda words=words: start(words)) for words in commands]  # type: ignore[misc]


def timed(work: Callable[[], None]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def start(words: list[str]) -> None:
    subprocess.run([sys.executable, *words], stdout=subprocess.DEVNULL, check=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--pdf", nargs="*", default=[], metavar="FILE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = dict(zip(LIMITS, (*example(), *many(Path(folder)), help_ratio()), strict=True))
    limits = dict(LIMITS)
    for path in options.pdf:
        figures[f"pages of {Path(path).name}, times their text"] = pdf_ratio(path)
        limits[f"pages of {Path(path).name}, times their text"] = PDF_LIMIT
    if options.json:
        print(json.dumps({name: round(value, 3) for name, value in figures.items()}, indent=2))
    else:
        for name, value in figures.items():
            print(f"{name}: {value:.2f} (limit {limits[name]})")
    return int(any(value > limits[name] for name, value in figures.items()))


if __name__ == "__main__":
    sys.exit(main())
