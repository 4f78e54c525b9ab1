"""The page in a real browser: opened from disk and served, silent, closed, the same verdicts.

Needs Chromium, the Python package ``playwright``, and the parts of the page in the folder
``KPIKIT_PAGE_PARTS``; what is missing skips the tests.
"""

from __future__ import annotations

import gzip
import io
import os
import re
import runpy
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar, Self
from zipfile import ZipFile

import pytest

import kpikit as kk
from chromium import AXE, CHROMIUM
from kpikit.analysis.editions import compare
from kpikit.cli import main
from kpikit.io.layouts import read_layout
from kpikit.language.messages import Language, say
from kpikit.page import Page, build_page, locked, serving
from kpikit.page.desk import FORMS
from made_documents import Documents
from page_verdicts import COUNTS, counts_here, counts_of_each, readable
from sagamihara import EXAMPLE
from shared import ROOT, shared_path

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

PARTS = os.environ.get("KPIKIT_PAGE_PARTS", "")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not here"),
    pytest.mark.skipif(not PARTS, reason="KPIKIT_PAGE_PARTS names no folder of parts"),
]

#: How long the interpreter may take to start here, in milliseconds.
PATIENCE = 240_000


#: The ways out that a browser knows.
WAYS = {
    f"/{way}"
    for way in (
        *("fetch", "beacon", "socket", "events", "image"),
        *("background", "style", "form", "iframe", "script"),
    )
}
#: What a program in a page may try to get something out.
ESCAPES = """async (to) => {
    const tries = [
        () => fetch(to + "fetch"),
        () => navigator.sendBeacon(to + "beacon", "x"),
        () => new WebSocket(to.replace("http", "ws") + "socket"),
        () => new EventSource(to + "events"),
        () => { new Image().src = to + "image"; },
        () => { document.body.style.backgroundImage = `url(${to}background)`; },
        () => {
            const link = document.createElement("link");
            Object.assign(link, { rel: "stylesheet", href: to + "style" });
            document.head.append(link);
        },
        () => {
            const form = document.createElement("form");
            Object.assign(form, { action: to + "form", method: "post", target: "_blank" });
            document.body.append(form);
            form.submit();
            form.remove();
        },
        ...["iframe", "script"].map((name) => () => {
            const element = document.createElement(name);
            element.src = to + name;
            document.body.append(element);
            setTimeout(() => element.remove(), 400);
        }),
    ];
    for (const each of tries) {
        try { await each(); } catch { /* refused, as it should be */ }
    }
    await new Promise((resolve) => setTimeout(resolve, 600));
}"""


#: The same from the thread that the interpreter runs in, which has lost what fetches already.
ESCAPES_OF_THREAD = """async (to) => {
    const tries = [
        () => fetch(to + "fetch"),
        () => Object.getPrototypeOf(self).fetch?.call(self, to + "fetch"),
        () => WorkerGlobalScope.prototype.fetch?.call(self, to + "fetch"),
        () => {
            const asked = new XMLHttpRequest();
            asked.open("GET", to + "request", false);
            asked.send();
        },
        () => new WebSocket(to.replace("http", "ws") + "socket"),
        () => new EventSource(to + "events"),
        () => import(to + "module"),
        () => WorkerGlobalScope.prototype.importScripts.call(self, to + "script"),
    ];
    for (const each of tries) {
        try { await each(); } catch { /* refused, as it should be */ }
    }
    await new Promise((resolve) => setTimeout(resolve, 600));
}"""


#: The names of all that a browser keeps for a page.
KEPT = """async () => [
    ...Object.keys(localStorage), ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...document.cookie.split(";").filter((each) => each.trim()),
]"""


@pytest.fixture(scope="module")
def page() -> Page:
    return build_page(PARTS)


class Visit:
    """The page, open; and all that it said or asked for."""

    def __init__(self, browser: Any, address: str, *, width: int = 1280) -> None:
        self.said: list[str] = []
        self.asked: list[str] = []
        self.context = browser.new_context(viewport={"width": width, "height": 900})
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(address)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_arguments: object) -> None:
        self.context.close()

    def ready(self) -> Self:
        self.page.wait_for_selector("html[data-ready=yes]")
        return self

    def judge(self, *paths: Path) -> Any:
        """Choose files, and return what was found."""
        files = [str(path) for path in paths]
        self.page.evaluate("() => { document.getElementById('files').value = ''; }")
        return self.after(lambda: self.page.set_input_files("#files", files))

    def after(self, act: Callable[[], object]) -> Any:
        """Do something that has a table judged, and return what was found."""
        self.page.evaluate("() => { found = null; }")
        act()
        return self.found()

    def found(self) -> Any:
        self.page.wait_for_function("() => found !== null && document.body.ariaBusy !== 'true'")
        return self.page.evaluate("() => ({ counts: found.counts, fault: found.fault })")


@pytest.fixture(scope="module")
def from_disk(
    browser: Any, page: Page, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visit]:
    """The page opened from disk, once."""
    path = tmp_path_factory.mktemp("page") / "kpikit.html"
    path.write_bytes(page.whole())
    with Visit(browser, path.as_uri()) as visit:
        yield visit


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """Serve nothing; yield the address, and what was asked for there."""
    heard: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_POST = do_GET  # noqa: N815 - a name of the standard library

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - of its base
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server, running(server):
        yield f"http://127.0.0.1:{server.server_port}/", heard


@contextmanager
def running(server: ThreadingHTTPServer) -> Iterator[None]:
    """Let a server run."""
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()


class TestFromDisk:
    """One file, opened by a double click."""

    def test_something_to_read_at_once(self, from_disk: Visit) -> None:
        """The report of the example is there before the interpreter is."""
        assert "16/20" in from_disk.page.inner_text("#what")
        frame = from_disk.page.frame_locator("#report")
        frame.get_by_role("heading", name="相模原市ICT総合戦略").first.wait_for()

    def test_example(self, from_disk: Visit) -> None:
        from_disk.ready()
        from_disk.page.click("#example")
        found = from_disk.found()
        assert (counts_here(EXAMPLE / "datapackage.json"), "") == (found["counts"], found["fault"])

    def test_sizes(self, page: Page) -> None:
        assert len(page.whole()) < 14_000_000
        assert len(build_page(PARTS, pdf=False).whole()) < 10_500_000

    def test_nothing_leaves(self, browser: Any, from_disk: Visit, tmp_path: Path) -> None:
        """Whatever a program in the page tries, no connection is made; elsewhere each is."""
        with listening() as (to, heard):
            from_disk.ready().page.evaluate(ESCAPES, to)
            (worker,) = from_disk.page.workers
            worker.evaluate(ESCAPES_OF_THREAD, to)
            assert [] == heard
            schemes = {url.partition(":")[0] for url in from_disk.asked if to not in url}
            assert schemes <= {"file", "blob", "data", "about"}

            (tmp_path / "open.html").write_text("<body>", encoding="utf-8")
            with Visit(browser, (tmp_path / "open.html").as_uri()) as elsewhere:
                elsewhere.page.evaluate(ESCAPES, to)
                for _ in range(100):  # a machine with more to do hears of some of them later
                    if {*heard} >= WAYS:
                        break
                    elsewhere.page.wait_for_timeout(100)
        assert {*heard} >= WAYS

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("broken.xlsx", b"PK\x03\x04 no workbook"),
            ("broken.docx", b"PK\x03\x04 no document"),
            ("broken.pdf", b"%PDF-1.5 cut"),
            ("plan.json", b"{"),
            ("empty.csv", b""),
            ("letter.csv", "お知らせ,本文\n甲,乙\n".encode()),
            ("picture.png", b"\x89PNG\r\n\x1a\n"),
            ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut"),
        ],
    )
    def test_wrong_file(
        self,
        from_disk: Visit,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        name: str,
        content: bytes,
    ) -> None:
        """The message is that of the command line, and never a traceback."""
        (tmp_path / name).write_bytes(content)
        found = from_disk.ready().judge(tmp_path / name)
        assert found["fault"] == from_disk.page.inner_text("#fault")
        report = from_disk.page.frame_locator("#report").locator("body")
        assert not report.inner_text()  # what was judged before is not shown beside it

        monkeypatch.chdir(tmp_path)
        assert 3 == main(["evaluate", name, "--lang", "ja"])
        told = capsys.readouterr().err.strip()
        if name == "old.xls":  # what reads it is not in the page
            assert "xlsx" in found["fault"]
        else:
            assert told.removeprefix("kpikit: ") == found["fault"]
        assert "Traceback" not in found["fault"]

    def test_answer(self, from_disk: Visit, tmp_path: Path) -> None:
        """A question is answered by a click, and taken back by another."""
        path = tmp_path / "plan.csv"
        path.write_text("指標名,実績値,目標値\n窓口の数,3か所,5か所\n", encoding="utf-8")
        page = from_disk.ready().page
        assert 1 == from_disk.judge(path)["counts"]["indeterminate"]
        assert "1件" in page.inner_text("#state")
        page.click("#tab-read")
        answer = page.get_by_role("button", name="大きいほど良い(以上)")
        assert 1 == from_disk.after(answer.click)["counts"]["not_achieved"]
        assert page.is_visible("#panel-read")  # where the reader stands
        back = page.get_by_role("button", name="取り消す")
        assert 1 == from_disk.after(back.click)["counts"]["indeterminate"]

    def test_headings(self, from_disk: Visit, tmp_path: Path) -> None:
        """Headings that say nothing are assigned by a list, which takes that back too."""
        path = tmp_path / "plan.csv"
        path.write_text("何を,到達,めざす\n利用率,60%,55%以上\n講座の数,3回,5回以上\n", "utf-8")
        page = from_disk.ready().page
        assert "指標の表がない" in from_disk.judge(path)["fault"]
        assert page.is_visible("#panel-read")
        for text, role in (("何を", "indicator"), ("到達", "actual")):
            choose = partial(page.get_by_label(text, exact=True).select_option, role)
            assert "指標の表がない" in from_disk.after(choose)["fault"]
        choose = partial(page.get_by_label("めざす", exact=True).select_option, "target")
        found = from_disk.after(choose)
        assert (1, 1) == (found["counts"]["achieved"], found["counts"]["not_achieved"])
        page.click("#tab-read")
        found = from_disk.after(lambda: page.get_by_label("到達", exact=True).select_option(""))
        assert "指標の表がない" in found["fault"]

    def test_what_was_read(self, from_disk: Visit, tmp_path: Path) -> None:
        """The report, and how it came about: headings, audit, reconciliation."""
        page = from_disk.ready().page
        from_disk.judge(ROOT / "examples" / "kakuu" / "kakuu.xlsx")
        report = page.frame_locator("#report")
        assert 9 == report.locator("details.card").count()
        page.click("#tab-read")
        assert {"実績値", "R6"} <= {*page.locator("#panel-read label").all_inner_texts()}
        assert "[KPI一覧]:9" in page.inner_text("#panel-read")
        page.click("#tab-audit")
        assert "direction-inferred" in page.inner_text("#panel-audit")
        page.click("#tab-changed")
        assert "詳しい設定" in page.inner_text("#panel-changed")
        path = tmp_path / "plan.csv"
        path.write_text("指標名,実績値,目標値,達成率\n利用者数,60人,50人以上,90%\n", "utf-8")
        from_disk.judge(path)
        page.click("#tab-reconcile")
        assert "達成率" in page.inner_text("#panel-reconcile")

    def test_settings(self, from_disk: Visit, tmp_path: Path) -> None:
        """Last year's table is compared with; a scheme and a day are chosen."""
        page = from_disk.ready().page
        path, before = tmp_path / "plan.csv", tmp_path / "before.csv"
        path.write_text("指標名,実績値(R6),目標値(R7)\n利用率,60%,55%以上\n", encoding="utf-8")
        before.write_text("指標名,実績値(R5),目標値(R7)\n利用率,50%,57%以上\n", "utf-8")
        from_disk.judge(path)
        if page.is_hidden("#more"):
            page.click("#more-open")
        from_disk.after(lambda: page.set_input_files("#previous", str(before)))
        page.click("#tab-changed")
        assert compare(kk.read_plan(before), kk.read_plan(path)).explain() == (
            page.inner_text("#panel-changed")
        )
        from_disk.after(lambda: page.select_option("#scheme", "miyagi"))
        page.click("#tab-report")
        page.frame_locator("#report").get_by_text("miyagi").first.wait_for()
        from_disk.after(lambda: page.fill("#as-of", "2026-03-31"))
        page.frame_locator("#report").get_by_text("令和8年3月31日").first.wait_for()
        from_disk.after(lambda: page.fill("#as-of", ""))
        from_disk.after(lambda: page.select_option("#scheme", ""))

    def test_dropped_and_pasted(self, from_disk: Visit) -> None:
        """Files are dropped anywhere, several make one plan, and a table can be pasted."""
        page = from_disk.ready().page
        table = "指標名\t実績値\t目標値\n利用率\t60%\t55%以上\n"
        dropped = page.evaluate_handle(
            """([table]) => {
                const data = new DataTransfer();
                for (const name of ["a.tsv", "b.tsv"]) {
                    data.items.add(new File([table.replace("利用", name)], name));
                }
                return data;
            }""",
            [table],
        )
        found = from_disk.after(
            lambda: page.dispatch_event("header", "drop", {"dataTransfer": dropped})
        )
        assert ({"achieved": 2}, "") == (
            {name: count for name, count in found["counts"].items() if count},
            found["fault"],
        )
        page.click("#paste-open")
        page.fill("#pasted", table)
        assert 1 == from_disk.after(lambda: page.click("#paste-judge"))["counts"]["achieved"]
        page.click("#paste-open")

    @pytest.mark.parametrize("form", FORMS)
    def test_download(self, from_disk: Visit, tmp_path: Path, form: str) -> None:
        """All that can be saved is a file of its kind; a plan, tables and a layout are read."""
        path = tmp_path / "plan.csv"
        path.write_text("指標名,実績値,目標値\n利用率,60%,55%以上\n", encoding="utf-8")
        from_disk.ready().judge(path)
        from_disk.page.click("#tab-save")
        with from_disk.page.expect_download() as waiting:
            from_disk.page.click(f"[data-form={form}]")
        assert waiting.value.suggested_filename == f"plan{FORMS[form][1]}"
        saved = tmp_path / f"saved{FORMS[form][1]}"
        waiting.value.save_as(saved)
        begins = {"html": b"<!doctype html>", "xlsx": b"PK", "docx": b"PK", "markdown": b"# plan"}
        assert saved.read_bytes().startswith(begins.get(form, b""))
        if form in ("docx", "plan"):
            assert ["利用率"] == [each.name for each in kk.read_plan(saved).indicators()]
        elif form == "layout":
            assert kk.read_plan(path, layout=read_layout(saved)).sections
        else:
            assert "利用率".encode() in saved.read_bytes() or form == "xlsx"

    def test_same_file_again(self, from_disk: Visit, tmp_path: Path) -> None:
        """A file that was changed is chosen again, and judged as it is now."""
        path = tmp_path / "plan.csv"
        visit = from_disk.ready()
        for seen, name in (("60%", "achieved"), ("50%", "not_achieved")):
            path.write_text(f"指標名,実績値,目標値\n利用率,{seen},55%以上\n", encoding="utf-8")
            visit.page.evaluate("() => { found = null; }")
            with visit.page.expect_file_chooser() as waiting:
                visit.page.click("#files")
            waiting.value.set_files(str(path))
            assert 1 == visit.found()["counts"][name]

    def test_keys_alone(self, from_disk: Visit, tmp_path: Path) -> None:
        """Each control is reached by Tab and named; arrows turn the tabs; focus is not lost."""
        path = tmp_path / "plan.csv"
        path.write_text("指標名,実績値,目標値\n窓口の数,3か所,5か所\n", encoding="utf-8")
        page = from_disk.ready().page
        from_disk.judge(path)
        assert "found" == page.evaluate("() => document.activeElement.id")
        page.keyboard.press("Tab")
        assert "tab-report" == page.evaluate("() => document.activeElement.id")
        page.keyboard.press("ArrowRight")
        assert "tab-read" == page.evaluate("() => document.activeElement.id")
        assert page.is_visible("#panel-read")
        page.keyboard.press("Tab")
        assert "panel-read" == page.evaluate("() => document.activeElement.id")
        page.keyboard.press("Tab")
        assert "大きいほど良い(以上)" == page.evaluate("() => document.activeElement.textContent")
        found = from_disk.after(lambda: page.keyboard.press("Enter"))
        assert 1 == found["counts"]["not_achieved"]
        assert "tab-read" == page.evaluate("() => document.activeElement.id")
        reached = set()
        for _ in range(60):
            page.keyboard.press("Tab")
            reached.add(page.evaluate("() => document.activeElement.id"))
        buttons = {"language", "about-open", "files", "example", "paste-open", "more-open"}
        assert {*buttons, "answer-0", "label-0", "label-2"} <= reached

    @pytest.mark.parametrize("lang", ["ja", "en"])
    def test_phone(self, from_disk: Visit, lang: str) -> None:
        """At 390 pixels nothing is wider than the window, whatever is open."""
        page = from_disk.ready().page
        from_disk.judge(ROOT / "examples" / "kakuu" / "kakuu.xlsx")
        if lang != page.get_attribute("html", "lang"):
            page.click("#language")
            from_disk.found()
        page.set_viewport_size({"width": 390, "height": 844})
        for button, box in (("#paste-open", "#paste"), ("#more-open", "#more")):
            if page.is_hidden(box):
                page.click(button)
        for panel in ("read", "audit", "reconcile", "changed", "save", "report"):
            page.click(f"#tab-{panel}")
            assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
        page.set_viewport_size({"width": 1280, "height": 900})
        page.click("#paste-open")
        page.click("#more-open")
        if lang == "en":
            page.click("#language")
            from_disk.found()

    def test_kept_only_if_asked(self, browser: Any, page: Page, tmp_path: Path) -> None:
        """Nothing is left in the browser, but the layout where somebody presses keep."""
        (tmp_path / "kpikit.html").write_bytes(page.whole())
        path = tmp_path / "plan.csv"
        path.write_text("何を,到達,めざす\n利用率,60%,55%以上\n", encoding="utf-8")
        with Visit(browser, (tmp_path / "kpikit.html").as_uri()) as visit:
            tab = visit.ready().page
            assert "閉じれば何も残らない" in tab.inner_text("header")
            visit.judge(path)
            for text, role in (("何を", "indicator"), ("到達", "actual"), ("めざす", "target")):
                choose = partial(tab.get_by_label(text, exact=True).select_option, role)
                visit.after(choose)
            assert [] == tab.evaluate(KEPT)
            tab.click("#more-open")
            tab.click("#keep")
            tab.wait_for_function("() => document.getElementById('kept').textContent")
            assert ["kpikit-layout"] == tab.evaluate(KEPT)
            tab.reload()
            assert 1 == visit.ready().judge(path)["counts"]["achieved"]  # of its own accord
            tab.click("#more-open")
            tab.click("#forget")
            assert [] == tab.evaluate(KEPT)
            assert "指標の表がない" in visit.judge(path)["fault"]

    def test_answers_clicks_while_it_works(self, from_disk: Visit, tmp_path: Path) -> None:
        path = tmp_path / "plan.csv"
        rows = "".join(f"講座{n}の参加者数,{n}人,{n + 1}人以上\n" for n in range(400))
        path.write_text(f"指標名,実績値,目標値\n{rows}", encoding="utf-8")
        visit = from_disk.ready()
        visit.page.evaluate("() => { found = null; }")
        visit.page.set_input_files("#files", [str(path)])
        visit.page.wait_for_selector("body[aria-busy=true]")
        was = visit.page.get_attribute("#more-open", "aria-expanded")
        visit.page.click("#more-open")
        assert was != visit.page.get_attribute("#more-open", "aria-expanded")
        assert visit.page.evaluate("() => document.body.ariaBusy === 'true'")
        assert 400 == visit.found()["counts"]["not_achieved"]

    @pytest.mark.skipif(not AXE, reason="KPIKIT_AXE names no axe.min.js")
    @pytest.mark.parametrize("lang", ["ja", "en"])
    def test_accessible(self, from_disk: Visit, lang: str) -> None:
        page = from_disk.ready().page
        if lang != page.get_attribute("html", "lang"):
            page.click("#language")
            from_disk.found()
        for button in ("#paste-open", "#more-open"):
            page.click(button)
        for panel in ("read", "audit", "reconcile", "changed", "save", "about", "report"):
            page.click("#about-open" if panel == "about" else f"#tab-{panel}")
            page.evaluate(Path(AXE).read_text("utf-8"))
            found = page.evaluate("() => axe.run(document, { iframes: false })")
            serious = [v for v in found["violations"] if v["impact"] in ("serious", "critical")]
            assert [] == [(v["id"], [n["html"] for n in v["nodes"]]) for v in serious]
            if panel == "about":
                page.click("#about-close")
        for button in ("#paste-open", "#more-open"):
            page.click(button)

    @pytest.mark.long
    def test_same_bytes(self, page: Page, tmp_path: Path) -> None:
        """From the same parts, by another process, at another place and time."""
        unlike = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
        command = [sys.executable, "-m", "kpikit", "page", "-o", "kpikit.html", "--parts"]
        command.append(str(Path(PARTS).resolve()))
        path = os.pathsep.join(sys.path)
        env = {**os.environ, **unlike, "PYTHONPATH": path}
        subprocess.run(command, check=True, cwd=tmp_path, env=env, capture_output=True)
        assert page.whole() == (tmp_path / "kpikit.html").read_bytes()

    def test_licences(self, page: Page) -> None:
        """The licence of each wheel, and of kpikit, is in the file."""
        with ZipFile(io.BytesIO(gzip.decompress(dict(page.parts)["site.zip"]))) as site:
            found = [name.lower() for name in site.namelist() if ".dist-info/" in name]
        for each in ("kpikit", *(part.name.replace("-", "_") for part in locked().wheels)):
            its = [name for name in found if name.startswith(f"{each}-")]
            assert any("licen" in name.partition("/")[2] for name in its), each

    def test_shared_documents(self, from_disk: Visit) -> None:
        """What cities make comes to the same as in the interpreter here."""
        folders = [shared_path(name) for name in ("files", "documents")]
        kinds = (".xlsx", ".csv", ".pdf", ".docx")
        paths = sorted(each for f in folders for each in f.iterdir() if each.suffix in kinds)
        from_disk.ready()
        found = {path.name: from_disk.judge(path)["counts"] for path in paths}
        assert counts_of_each(paths) == found


#: A page of another tool, which hands in the tables that it is asked to, and keeps what it hears.
AROUND = """<!doctype html><title>another tool</title>
<iframe id="kpikit" src="kpikit.html" style="width: 100%; height: 90vh"></iframe>
<script>
  const heard = [];
  addEventListener("message", ({ data }) => heard.push(data));
  const hand = (files) =>
    document.getElementById("kpikit").contentWindow.postMessage({ kpikit: "judge", files }, "*");
</script>"""


class TestTutorial:
    """The tutorial for officers, as it is written: ``docs/tutorial-page.md``."""

    PAGE = (ROOT / "docs" / "tutorial-page.md").read_text("utf-8")
    JAPANESE = ROOT / "docs" / "locale" / "ja" / "LC_MESSAGES" / "tutorial-page.po"
    #: What the tutorial calls a thing of the page → the code of its text there.
    CALLED: ClassVar[dict[str, str]] = {
        "Paste a table": "page-paste",
        "Judge": "page-judge",
        "How it was read": "page-tab-read",
        "Audit": "page-tab-audit",
        "Reconciliation": "page-tab-reconcile",
        "Save": "page-tab-save",
        "Headings for next year": "page-form-layout",
        "More settings": "page-more",
        "Print or PDF": "page-print",
        "Report": "page-tab-report",
        "Last year's table": "page-previous",
        "Changes": "page-tab-changed",
    }

    def test_names(self) -> None:
        """What is pressed is called as it is on the page, in both languages."""
        emphasised = set(re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", self.PAGE))
        japanese = self.JAPANESE.read_text("utf-8")

        assert {*self.CALLED} == emphasised - {"cannot be told", "missed"}
        for name, code in self.CALLED.items():
            said, called = say(code, "en"), say(code, "ja")
            assert said.startswith(name)
            assert f"「{re.split('[(（]', called)[0]}" in japanese, called

    @pytest.mark.parametrize("lang", ["ja", "en"])
    def test_six_lines(self, browser: Any, page: Page, tmp_path: Path, lang: Language) -> None:
        lines = re.search(r"```text\n(.+?)```", self.PAGE, re.DOTALL)
        assert lines is not None
        (tmp_path / "kpikit.html").write_bytes(page.whole())
        with Visit(browser, (tmp_path / "kpikit.html").as_uri()) as visit:
            if lang == "en":
                visit.page.click("#language")
            visit.ready()
            visit.page.click("#paste-open")
            visit.page.fill("#pasted", lines[1])
            visit.page.evaluate("() => { found = null; }")
            visit.page.click("#paste-judge")
            assert [2, 1, 2, 0] == [visit.found()["counts"][name] for name in COUNTS]

            visit.page.click("#tab-read")
            assert "34人／年/月" in visit.page.inner_text("#panel-read")
            assert "/月" == visit.page.inner_text("#panel-read mark")
            assert "窓口での相談件数" in visit.page.inner_text(".question")

            visit.page.click("#tab-reconcile")
            assert "100.8%" in visit.page.inner_text("#panel-reconcile")

            visit.page.click("#tab-read")
            visit.page.evaluate("() => { found = null; }")
            visit.page.locator(".question button").last.click()  # less is better
            assert [3, 1, 1, 0] == [visit.found()["counts"][name] for name in COUNTS]

            visit.page.click("#tab-changed")
            assert say("page-no-previous", lang) == visit.page.inner_text("#panel-changed")


class TestEmbedded:
    """The page within another: takes files by message, and says what became of them."""

    def test_embedded(self, browser: Any, page: Page, tmp_path: Path) -> None:
        (tmp_path / "kpikit.html").write_bytes(page.whole())
        around = tmp_path / "around.html"
        around.write_text(AROUND, encoding="utf-8")
        table = "指標名,実績値,目標値\n利用率,60%,55%以上\n"
        with Visit(browser, around.as_uri()) as visit:
            tab = visit.page
            tab.wait_for_function("() => heard.some((each) => each.kpikit === 'ready')")
            for name, text in (("plan.csv", table), ("plan.xlsx", "no workbook")):
                tab.evaluate("() => { heard.length = 0; }")
                tab.evaluate(
                    "([name, text]) => hand([{ name, content: new TextEncoder().encode(text) }])",
                    [name, text],
                )
                tab.wait_for_function("() => heard.length")
                told = tab.evaluate("() => heard[0]")
                assert "judged" == told["kpikit"]
                if name == "plan.csv":
                    assert (1, "") == (told["counts"]["achieved"], told["fault"])
                    assert "1件" in told["answer"]
                else:
                    assert "plan.xlsx" in told["fault"]
            tab.evaluate("() => { heard.length = 0; hand(null); }")
            tab.wait_for_function("() => heard.length")
            assert tab.evaluate("() => heard[0].fault")


@contextmanager
def served(page: Page) -> Iterator[str]:
    """Serve the page; yield its address."""
    with serving(page) as server, running(server):
        yield f"http://127.0.0.1:{server.server_port}/"


class TestServed:
    """The same from the loopback address."""

    def test_served(self, browser: Any, page: Page) -> None:
        """Only that address is asked, and when the page is opened again, for the page alone."""
        with served(page) as address, Visit(browser, address, width=390) as visit:
            visit.ready().page.click("#example")
            assert counts_here(EXAMPLE / "datapackage.json") == visit.found()["counts"]
            assert visit.page.evaluate("() => document.documentElement.scrollWidth") <= 390
            assert all(url.startswith((address, "blob:", "data:", "about:")) for url in visit.asked)

            parts = [url for url in visit.asked if url.startswith(address) and url != address]
            assert len(page.addresses()) == len(parts)
            came = "(name) => performance.getEntriesByName(name)[0].transferSize"
            visit.page.reload()
            visit.ready()
            assert {0} == {visit.page.evaluate(came, part) for part in parts}  # kept by the browser

    def test_nothing_leaves(self, browser: Any, page: Page) -> None:
        """To no other address than its own."""
        with listening() as (to, heard), served(page) as address, Visit(browser, address) as visit:
            visit.ready().page.evaluate(ESCAPES, to)
            (worker,) = visit.page.workers
            worker.evaluate(ESCAPES_OF_THREAD, to)
        assert [] == heard


@pytest.mark.long
class TestAllDocuments:
    """Every document of the tests comes to the same as in the interpreter here."""

    def check(self, visit: Visit, documents: Documents) -> None:
        paths = readable(documents)
        assert len(paths) > 100
        visit.ready()
        found = {path.name: visit.judge(path)["counts"] for path in paths}
        assert counts_of_each(paths) == found

    def test_from_disk(self, from_disk: Visit, documents: Documents) -> None:
        self.check(from_disk, documents)

    def test_served(self, browser: Any, page: Page, documents: Documents) -> None:
        with served(page) as address, Visit(browser, address) as visit:
            self.check(visit, documents)


@pytest.mark.long
class TestSizes:
    """What a page may take, where it is asked for much."""

    def test_memory(self, browser: Any, page: Page, tmp_path: Path) -> None:
        """A workbook of 5,000 rows takes less than 700 MB, and the page answers meanwhile."""
        (tmp_path / "kpikit.html").write_bytes(page.whole())
        book = runpy.run_path(str(ROOT / "benchmarks" / "page.py"))
        path = book["workbook"](tmp_path, 5000)
        with Visit(browser, (tmp_path / "kpikit.html").as_uri()) as visit:
            visit.ready()
            counts = visit.judge(path)["counts"]
            visit.page.wait_for_timeout(3000)
            assert 5000 == sum(counts.values())
            assert book["most_memory"](browser) < 700
