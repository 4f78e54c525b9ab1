"""The HTML report in a real browser: silent, closed, accessible, filtering, printing.

Needs Chromium, the Python package ``playwright`` and, for the audit of accessibility, the path
of ``axe.min.js`` (npm package ``axe-core``) in ``KPIKIT_AXE``; what is missing skips the tests.
"""

from __future__ import annotations

import os
import re
import runpy
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import pytest

import kpikit as kk
from kpikit.report import render
from plans import ATTACKS, hostile, of_every_kind, wide
from sagamihara import EXAMPLE, EXPECTED
from shared import ROOT

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = os.environ.get("KPIKIT_AXE", "")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not here")

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = [1280, 390]
SCHEMES = ["light", "dark"]
LANGUAGES = ["ja", "en"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> dict[str, kk.PlanEvaluation]:
    workbook = tmp_path_factory.mktemp("kakuu") / "kakuu.xlsx"
    runpy.run_path(str(ROOT / "examples" / "kakuu" / "make_workbook.py"))["make"](workbook)
    return {
        "workbook": kk.evaluate(kk.read_plan(workbook)),
        "example": kk.evaluate(kk.read_plan(EXAMPLE / "datapackage.json")),
        "every kind": kk.evaluate(of_every_kind()),
        "hostile": kk.evaluate(hostile("".join(ATTACKS))),
        "wide": kk.evaluate(wide()),
    }


#: Whether what is focused is seen where it stands, rather than something above it.
ON_TOP = """(() => {
    const focused = document.activeElement;
    const box = focused.getBoundingClientRect();
    const seen = document.elementFromPoint(box.left + 8, box.top + box.height / 2);
    return seen !== null && focused.contains(seen);
})()"""


class Visit:
    """A page, and all that it said or asked for while it was open."""

    def __init__(
        self, browser: Any, path: Path, *, width: int = 1280, scheme: str = "light"
    ) -> None:
        self.said: list[str] = []
        self.asked: list[str] = []
        size = {"width": width, "height": 900}
        self.context = browser.new_context(viewport=size, color_scheme=scheme)
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: self.said.append(dialog.message))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(path.as_uri())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_arguments: object) -> None:
        self.context.close()


def written(result: kk.PlanEvaluation, folder: Path, lang: Any = "ja") -> Path:
    path = folder / "report.html"
    path.write_text(render(result, "html", lang=lang), encoding="utf-8")
    return path


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("plan", ["example", "every kind", "hostile", "wide"])
class TestEverywhere:
    """Wide and narrow, light and dark, in both languages, whatever the plan."""

    def test_page(
        self,
        browser: Any,
        plans: Any,
        tmp_path: Path,
        plan: str,
        width: int,
        scheme: str,
        lang: str,
    ) -> None:
        path = written(plans[plan], tmp_path, lang)
        with Visit(browser, path, width=width, scheme=scheme) as visit:
            page = visit.page
            over = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

            assert [] == visit.said
            assert [path.as_uri()] == visit.asked
            assert page.evaluate(over) <= 0
            for details in page.query_selector_all("details"):
                details.evaluate("each => each.open = true")
            assert page.evaluate(over) <= 0
            assert all(each.is_visible() for each in page.query_selector_all("details dl"))
            if AXE:
                assert [] == violations(page)


def violations(page: Any) -> list[str]:
    """Return what axe finds that is serious; its policy must let the audit in."""
    page.evaluate(Path(AXE).read_text(encoding="utf-8"))
    found = page.evaluate("async () => (await axe.run()).violations")
    return [
        f"{each['id']}: {each['nodes'][0]['html']}"
        for each in found
        if each["impact"] in {"serious", "critical"}
    ]


class TestPage:
    """What a reader does with it."""

    def test_every_verdict(self, browser: Any, plans: Any, tmp_path: Path) -> None:
        with Visit(browser, written(plans["example"], tmp_path)) as visit:
            rows = visit.page.eval_on_selector_all(
                "tr.row", "rows => rows.map(row => row.dataset.v)"
            )

            assert [row[3] for row in EXPECTED] == rows
            assert all(each.is_visible() for each in visit.page.query_selector_all(".chip"))

    @pytest.mark.parametrize("width", WIDTHS)
    def test_filters(self, browser: Any, plans: Any, tmp_path: Path, width: int) -> None:
        """Rows and headings that do not belong go, without a script."""
        with Visit(browser, written(plans["example"], tmp_path), width=width) as visit:
            page = visit.page

            def shown() -> list[str]:
                rows = page.query_selector_all("tr.row")
                return [row.get_attribute("data-v") for row in rows if row.is_visible()]

            page.click("label[for=v-not_achieved]")
            assert ["not_achieved"] * 6 == shown()
            page.click("label[for=c-0]")
            assert ["not_achieved"] * 4 == shown()
            page.click("label[for=v-indeterminate]")
            headings = [
                each.inner_text()
                for each in page.query_selector_all("tr.heading")
                if each.is_visible()
            ]
            assert ["indeterminate"] == shown()
            assert [
                "◆ 基本目標2 経営資源を最大限に活用した行財政改革",
                "○ 施策2-1 「行政事務における電子化の推進」",
            ] == headings
            page.click("label[for=v-all]")
            page.click("label[for=c-all]")
            assert 42 == len(shown())

    def test_filters_by_keyboard(self, browser: Any, plans: Any, tmp_path: Path) -> None:
        with Visit(browser, written(plans["example"], tmp_path)) as visit:
            visit.page.focus("#v-all")
            visit.page.keyboard.press("ArrowRight")

            assert visit.page.is_checked("#v-achieved")

    @pytest.mark.parametrize("plan", ["example", "workbook", "every kind"])
    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_words_of_drawings_are_inside_them(
        self, browser: Any, plans: Any, tmp_path: Path, plan: str, lang: str
    ) -> None:
        """A % sign is wider than a digit: what stands near an edge is set from there."""
        with Visit(browser, written(plans[plan], tmp_path, lang)) as visit:
            words = visit.page.evaluate(
                "[...document.querySelectorAll('svg[role=img] text')].map(text => {"
                "const box = text.getBBox(), whole = text.ownerSVGElement.viewBox.baseVal;"
                "return [text.textContent, box.x, whole.width - box.x - box.width]; })"
            )

            assert [] == [each for each in words if min(each[1:]) < -1]

    @pytest.mark.parametrize("plan", ["example", "workbook"])
    def test_what_is_focused_is_in_sight(
        self, browser: Any, plans: Any, tmp_path: Path, plan: str
    ) -> None:
        """Forwards and backwards, it is not below what sticks to the top."""
        with Visit(browser, written(plans[plan], tmp_path)) as visit:
            page = visit.page
            page.focus("tr.more summary >> nth=0")
            for key in ["Tab"] * 7 + ["Shift+Tab"] * 7:
                page.keyboard.press(key)
                assert page.evaluate(ON_TOP)

    def test_linked_row_is_in_sight(self, browser: Any, plans: Any, tmp_path: Path) -> None:
        with Visit(browser, written(plans["example"], tmp_path)) as visit:
            visit.page.goto(f"{visit.page.url}#r30")
            row = visit.page.query_selector("#r30").bounding_box()
            head = visit.page.query_selector("#t2 thead").bounding_box()

            assert head["y"] + head["height"] <= row["y"] + 1 <= 200

    def test_header_stays(self, browser: Any, plans: Any, tmp_path: Path) -> None:
        with Visit(browser, written(plans["example"], tmp_path)) as visit:
            visit.page.evaluate(
                "document.querySelector('#r30').scrollIntoView({behavior: 'instant'})"
            )
            box = visit.page.query_selector("#t2 thead th").bounding_box()

            assert 0 <= box["y"] <= 60

    def test_verdict_of_a_wide_table_stays_in_sight(
        self, browser: Any, plans: Any, tmp_path: Path
    ) -> None:
        with Visit(browser, written(plans["wide"], tmp_path)) as visit:
            box = visit.page.query_selector(".wide .chip").bounding_box()

            assert box["x"] + box["width"] <= 1280

    def test_years_in_columns_fit_a_screen(self, browser: Any, plans: Any, tmp_path: Path) -> None:
        """The last target is not hidden behind the verdict, and what is told has room."""
        with Visit(browser, written(plans["workbook"], tmp_path)) as visit:
            page = visit.page
            wide = page.query_selector(".wide")
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            told = [each.bounding_box()["width"] for each in page.query_selector_all("details dd")]

            assert wide.evaluate("each => each.scrollWidth - each.clientWidth") <= 0
            assert min(told) > 200

    def test_findings_lead_to_rows(self, browser: Any, plans: Any, tmp_path: Path) -> None:
        with Visit(browser, written(plans["example"], tmp_path)) as visit:
            visit.page.click(".findings a >> nth=0")

            assert re.search(r"#r\d+$", visit.page.url)

    def test_print(self, browser: Any, plans: Any, tmp_path: Path) -> None:
        """Paper has everything, whatever is filtered or folded on the screen."""
        command = shutil.which("pdftotext")
        if command is None:
            pytest.skip("pdftotext (poppler-utils) is not here")
        path = tmp_path / "report.pdf"
        with Visit(browser, written(plans["example"], tmp_path), scheme="dark") as visit:
            visit.page.click("label[for=v-not_achieved]")
            visit.page.pdf(path=str(path), prefer_css_page_size=True)
        done = subprocess.run([command, "-raw", str(path), "-"], capture_output=True, check=True)
        text = re.sub(r"\s", "", done.stdout.decode())

        assert 10 <= done.stdout.count(b"\f") <= 18
        missing = [each for each in plans["example"].all() if not said(each.explain(), text)]
        assert len(missing) <= 3  # a page may end inside a sentence

    def test_print_of_years_in_columns(self, browser: Any, plans: Any, tmp_path: Path) -> None:
        """Nine rows need no more paper than they fill."""
        command = shutil.which("pdfinfo")
        if command is None:
            pytest.skip("pdfinfo (poppler-utils) is not here")
        path = tmp_path / "report.pdf"
        with Visit(browser, written(plans["workbook"], tmp_path)) as visit:
            visit.page.pdf(path=str(path), prefer_css_page_size=True)
        done = subprocess.run([command, str(path)], capture_output=True, check=True)

        assert re.search(rb"Pages: +[4-7]\n", done.stdout)


def said(sentence: str, text: str) -> bool:
    return re.sub(r"\s", "", sentence)[:40] in text
