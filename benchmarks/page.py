"""kpikit in a browser beside a bare interpreter there, and beside the interpreter here.

    python benchmarks/page.py --parts FOLDER [--runs 5] [--json] [FILE ...]
    python benchmarks/page.py --parts FOLDER --verdicts [FILE ...]

With ``--verdicts``, every document of the tests and each FILE is judged by the page opened from
disk, by the page served by this machine, and here; what each comes to is listed, and the exit code
is 1 where it is not the same. Else the exit code is 1 where a limit is passed. What is limited are
ratios of processor time, which the browser tells of all its processes: starts from opening the file
to being ready, in pairs (the page, and the same page that stops where the interpreter runs), and
judging from choosing a file to its whole report (what drives the page is another process), against
the same function here. The seconds by the clock stand beside them. Needs playwright and Chromium.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any, NamedTuple

import attrs
from openpyxl import Workbook
from playwright.sync_api import Page as Tab
from playwright.sync_api import sync_playwright

from kpikit.page import Page, build_page, serving
from kpikit.page.desk import judge

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from chromium import CHROMIUM, FLAGS  # noqa: E402 - a module of the tests

PATIENCE = 300_000
#: Where the thread goes on from the interpreter to kpikit.
GOES_ON = '  say("step", { step: "library" });'
LIMITS = {"start": 1.5, "judging": 4.0}
#: A workbook of so many rows takes at most so many MB.
ROWS, MEMORY = 5000, 700


def bare(page: Page) -> Page:
    """Return the page that is ready where the interpreter runs."""
    assert GOES_ON in page.document
    return attrs.evolve(page, document=page.document.replace(GOES_ON, '  return say("ready");'))


@contextmanager
def served(page: Page) -> Iterator[str]:
    """Serve a page, and yield its address."""
    with serving(page) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


class Spent(NamedTuple):
    """The seconds that something took."""

    clock: float
    #: Of the processor, over all threads.
    processor: float


def processors(browser: Any) -> dict[int, float]:
    """Return the seconds of the processor that each process of the browser has had so far."""
    found = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return {each["id"]: each["cpuTime"] for each in found}


def had_since(browser: Any, before: Mapping[int, float]) -> float:
    """Return the seconds of the processor that the processes of the browser have had since."""
    return sum(now - before.get(process, 0) for process, now in processors(browser).items())


@contextmanager
def opened(browser: Any, address: str) -> Iterator[tuple[Tab, Spent]]:
    """Open a page, and yield it with what it took until it is ready."""
    context = browser.new_context()
    tab = context.new_page()
    tab.set_default_timeout(PATIENCE)
    before, began = processors(browser), time.perf_counter()
    tab.goto(address)
    tab.wait_for_selector("html[data-ready=yes]")
    yield tab, Spent(time.perf_counter() - began, had_since(browser, before))
    context.close()


def start(browser: Any, path: Path) -> Spent:
    with opened(browser, path.as_uri()) as (_, spent):
        return spent


#: Notes when a file is chosen, and when all that is shown of it is there.
NOTES = """() => {
  const files = document.getElementById("files");
  found = null;
  files.value = "";
  window.ended = null;
  const note = () => { began = performance.now(); };
  files.addEventListener("change", note, { capture: true, once: true });
  new MutationObserver((_, watch) => {
    if (found === null || document.body.ariaBusy === "true") return;
    watch.disconnect();
    ended = performance.now();
  }).observe(document.body, { attributes: true, attributeFilter: ["aria-busy"] });
}"""


def found_there(tab: Tab, path: Path) -> dict[str, Any]:
    """Return what a file comes to in the page, with the seconds until it is shown."""
    tab.evaluate(NOTES)
    tab.set_input_files("#files", [str(path)])
    tab.wait_for_function("() => window.ended", polling=10)
    found: dict[str, Any] = tab.evaluate(
        "() => ({ counts: found.counts, fault: found.fault, seconds: (ended - began) / 1000 })"
    )
    return found


def found_here(path: Path) -> dict[str, Any]:
    given = {"lang": "ja", "example": False, "previous": [], "layout": None, "labels": {}}
    files = [{"name": path.name, "content": path.read_bytes()}]
    return judge({**given, "answers": [], "as_of": "", "scheme": "", "files": files}).shown


def spent_there(browser: Any, find: Callable[[], Mapping[str, Any]]) -> Spent:
    """Return what a file takes in the page."""
    before = processors(browser)
    clock: float = find()["seconds"]
    return Spent(clock, had_since(browser, before))


def spent_here(find: Callable[[], object]) -> Spent:
    began, before = time.perf_counter(), time.process_time()
    find()
    return Spent(time.perf_counter() - began, time.process_time() - before)


def middle(spent: Iterable[Spent]) -> Spent:
    """Return the median of each kind of time."""
    return Spent(*map(median, zip(*spent, strict=True)))


def _row(n: int) -> tuple[int | str, ...]:
    figures = f"{n % 97}人", f"{n % 89}人", f"{n % 101}人以上"
    return n, f"施策{n // 50}", f"講座{n}の参加者数", *figures, "企画課"


def workbook(folder: Path, rows: int) -> Path:
    """Write a workbook of so many indicators, with headings over two lines."""
    book = Workbook()
    sheet = book.active
    for row in (
        ("No.", "施策名", "指標名", "現状", None, "目標", "所管課"),
        (None, None, None, "当初値(R2)", "実績値(R5)", "目標値(R6)", None),
        *(_row(number) for number in range(rows)),
    ):
        sheet.append(row)
    sheet.merge_cells("D1:E1")
    path = folder / f"{rows}.xlsx"
    book.save(path)
    return path


def most_memory(browser: Any) -> int:
    """Return the most that a process of a page held at any time, in MB."""
    found = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    kept = [Path(f"/proc/{each['id']}/status") for each in found if each["type"] == "renderer"]
    lines = [line.split() for path in kept for line in path.read_text().splitlines()]
    return max(int(words[1]) for words in lines if words[0] == "VmHWM:") // 1024


def documents(folder: Path) -> list[Path]:
    """Make the documents of the tests that the page reads."""
    sys.path.insert(0, str(ROOT / "tests" / "shapes"))
    from made_documents import made

    kinds = {".csv", ".tsv", ".xlsx", ".xlsm", ".docx", ".html", ".pdf"}
    return [path for paths in made(folder).values() for path in paths if path.suffix in kinds]


def verdicts(tabs: Mapping[str, Tab], paths: Iterable[Path]) -> int:
    """List what each document comes to, and return how many do not come to the same."""
    differing = 0
    ways = "  ".join(f"{way:8}" for way in tabs)
    print(f"{'':44}{'achieved':>9}{'missed':>8}{'unknown':>8}{'not due':>8}  {ways}")
    for path in paths:
        here = found_here(path)
        found = {way: found_there(tab, path) for way, tab in tabs.items()}
        same = {
            way: (here["counts"], here["fault"]) == (there["counts"], there["fault"])
            for way, there in found.items()
        }
        differing += not all(same.values())
        counts = "".join(f"{count:8}" for count in here["counts"].values()) or f"{'refused':>32}"
        told = "  ".join(f"{'the same' if same[way] else there}" for way, there in found.items())
        print(f"{path.name:44} {counts}  {told}", flush=True)
    print(f"{differing} differ")
    return differing


def compared(browser: Any, page: Page, folder: Path, files: Sequence[Path]) -> int:
    """Judge all documents by the page from disk and served, and return how many differ."""
    whole = folder / "whole.html"
    with (
        served(page) as address,
        opened(browser, whole.as_uri()) as (disk, _),
        opened(browser, address) as (other, _),
    ):
        return verdicts({"disk": disk, "served": other}, [*documents(folder), *files])


def limit_of(name: str) -> float:
    return LIMITS["start" if name == "start" else "judging"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parts", required=True, type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--verdicts", action="store_true")
    parser.add_argument("files", nargs="*", type=Path)
    given = parser.parse_args()
    files = [path.resolve() for path in given.files] or [
        ROOT / "examples" / "sagamihara" / name for name in ("measures.tsv", "projects.tsv")
    ]
    page = build_page(given.parts.resolve())
    with TemporaryDirectory() as folder, sync_playwright() as running:
        whole, less = Path(folder) / "whole.html", Path(folder) / "bare.html"
        whole.write_bytes(page.whole())
        less.write_bytes(bare(page).whole())
        browser = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        if given.verdicts:
            sys.exit(bool(compared(browser, page, Path(folder), given.files)))
        pairs = [(start(browser, whole), start(browser, less)) for _ in range(given.runs)]
        rows = {"start": [*map(middle, zip(*pairs, strict=True))]}
        with opened(browser, whole.as_uri()) as (tab, _):
            for path in files:
                there, here = partial(found_there, tab, path), partial(found_here, path)
                there()
                here()
                times = [(spent_there(browser, there), spent_here(here)) for _ in range(given.runs)]
                rows[path.name] = [*map(middle, zip(*times, strict=True))]
            found_there(tab, workbook(Path(folder), ROWS))
            tab.wait_for_timeout(5000)
            memory = most_memory(browser)
        browser.close()
    told = {
        name: {
            "page": there.processor,
            "other": here.processor,
            "ratio": there.processor / here.processor,
            "page by the clock": there.clock,
            "other by the clock": here.clock,
        }
        for name, (there, here) in rows.items()
    }
    over = [name for name, each in told.items() if each["ratio"] > limit_of(name)]
    over += ["memory"] * (memory > MEMORY)
    if given.json:
        print(json.dumps({"bytes": len(page.whole()), "memory": memory, "over": over, **told}))
        sys.exit(bool(over))
    print(f"the page: {len(page.whole()) / 1e6:.1f} MB, {shutil.which('chromium') or CHROMIUM}")
    print(f"{'':24}{'page':>9}{'other':>9}{'ratio':>8}{'limit':>8}{'by the clock':>20}")
    for name, each in told.items():
        spent, others, ratio, *clock = each.values()
        figures = f"{spent:9.2f}{others:9.2f}{ratio:8.2f}{limit_of(name):8.1f}"
        print(f"{name:24}{figures}{clock[0]:12.2f}{clock[1]:8.2f}")
    print(f"{ROWS:,} rows in a workbook: {memory} MB, limit {MEMORY} MB")
    print(f"over the limit: {' '.join(over) or 'none'}")
    sys.exit(bool(over))


if __name__ == "__main__":
    main()
