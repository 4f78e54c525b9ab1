"""The HTML report in a real browser: silent, closed, accessible, filtering, printing.

Needs Chromium, the Python package ``playwright`` and, for the audit of accessibility, the path
of ``axe.min.js`` (npm package ``axe-core``) in ``KPIKIT_AXE``; what is missing skips the tests.
"""

from __future__ import annotations

import re
import runpy
import shutil
import subprocess
from pathlib import Path
from typing import Any, Self

import pytest

import kpikit as kk
from chromium import AXE, CHROMIUM
from kpikit.report import render
from plans import ATTACKS, hostile, of_every_kind, wide
from sagamihara import EXAMPLE, EXPECTED
from shared import ROOT

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not here")

WIDTHS = [1280, 390]
SCHEMES = ["light", "dark"]
LANGUAGES = ["ja", "en"]


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
            assert all(each.is_visible() for each in page.query_selector_all(".about"))
            if AXE:
                assert [] == violations(page)


def spoken(visit: Visit) -> set[str]:
    """Return all that a screen reader is told, what the style sheet counts included."""
    client = visit.context.new_cdp_session(visit.page)
    nodes = client.send("Accessibility.getFullAXTree")["nodes"]
    return {str(each.get("name", {}).get("value", "")).strip() for each in nodes}


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
                ".card", "cards => cards.map(card => card.dataset.v)"
            )

            assert [row[3] for row in EXPECTED] == rows
            assert all(each.is_visible() for each in visit.page.query_selector_all(".chip"))

    @pytest.mark.parametrize("width", WIDTHS)
    def test_filters(self, browser: Any, plans: Any, tmp_path: Path, width: int) -> None:
        """Rows and headings that do not belong go, without a script."""
        with Visit(browser, written(plans["example"], tmp_path), width=width) as visit:
            page = visit.page

            def shown() -> list[str]:
                rows = page.query_selector_all(".card")
                return [row.get_attribute("data-v") for row in rows if row.is_visible()]

            page.click("label[for=v-not_achieved]")
            assert ["not_achieved"] * 6 == shown()
            page.click("label[for=c-0]")
            assert ["not_achieved"] * 4 == shown()
            page.click("label[for=v-indeterminate]")
            headings = [
                each.inner_text()
                for each in page.query_selector_all(".heading")
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

    @pytest.mark.parametrize("width", WIDTHS)
    def test_bars_filter(self, browser: Any, plans: Any, tmp_path: Path, width: int) -> None:
        """A section or a department leaves as many cards as its bar counts; none says so."""
        with Visit(browser, written(plans["example"], tmp_path), width=width) as visit:
            page = visit.page

            def shown() -> int:
                cards = page.query_selector_all(".card")
                return sum(each.is_visible() for each in cards)

            assert "42" in spoken(visit)
            page.click("label[for=s-2]")
            assert shown() == 9  # 4 achieved, 2 missed and 3 without a target
            assert "9" in spoken(visit)
            page.click("label[for=d-18]")  # 生涯学習課 has one project, in another goal
            assert shown() == 0
            assert any("条件に合う指標はない" in each for each in spoken(visit))

    def test_long(self, browser: Any, tmp_path: Path) -> None:
        """Cards that are out of sight are counted, filtered and reached as all others are."""
        rows = [
            kk.Indicator(
                f"講座{number}",
                target=kk.AtLeast(kk.Quantity("60", "人")),
                observations=[kk.Observation(kk.FiscalYear(2023), kk.Quantity(actual, "人"))],
            )
            for number, actual in enumerate(["59", "60"] * 600)
        ]
        plan = kk.Plan("計画", sections=[kk.Section("表", "1", "講座", indicators=rows)])
        with Visit(browser, written(kk.evaluate(plan), tmp_path)) as visit:
            visit.page.evaluate("document.getElementById('v-not_achieved').click()")
            assert "600" in spoken(visit)
            visit.page.click(".concerns a >> nth=4")
            assert visit.page.query_selector("#r8").is_visible()
            paint = visit.page.evaluate("performance.getEntriesByType('paint')[0].startTime")
            assert paint < 2000

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
                "[...document.querySelectorAll('svg:is(.bullet, .trend) text')].map(text => {"
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
            page.focus(".card > summary >> nth=0")
            for key in ["Tab"] * 7 + ["Shift+Tab"] * 7:
                page.keyboard.press(key)
                assert page.evaluate(ON_TOP)

    def test_linked_card_opens_in_sight(self, browser: Any, plans: Any, tmp_path: Path) -> None:
        with Visit(browser, written(plans["example"], tmp_path)) as visit:
            page = visit.page
            page.click(".lanes a[href='#r30']")
            about = page.query_selector("#r30")
            summary = page.query_selector(".card:has(#r30) > summary")
            buttons = page.query_selector(".filters").bounding_box()

            assert about.is_visible()
            assert buttons["y"] + buttons["height"] <= summary.bounding_box()["y"] + 1 <= 300

    def test_buttons_stay(self, browser: Any, plans: Any, tmp_path: Path) -> None:
        with Visit(browser, written(plans["example"], tmp_path)) as visit:
            visit.page.evaluate(
                "document.querySelector('.card:has(#r30)').scrollIntoView({behavior: 'instant'})"
            )
            box = visit.page.query_selector(".filters").bounding_box()

            assert 0 <= box["y"] <= 60

    @pytest.mark.parametrize(("width", "most"), [(1280, 5000), (390, 12000)])
    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_height(
        self, browser: Any, plans: Any, tmp_path: Path, width: int, most: int, lang: str
    ) -> None:
        """42 rows are read in a few screens while the cards are closed."""
        with Visit(browser, written(plans["example"], tmp_path, lang), width=width) as visit:
            assert visit.page.evaluate("document.documentElement.scrollHeight") <= most

    def test_first_screen(self, browser: Any, plans: Any, tmp_path: Path) -> None:
        """The answer, what to look at first and every lane stand above the fold."""
        with Visit(browser, written(plans["example"], tmp_path)) as visit:
            lanes = visit.page.query_selector_all(".lanes li")
            boxes = [
                each.bounding_box() for each in (*lanes, visit.page.query_selector(".concerns"))
            ]

            assert len(lanes) == 30
            assert max(box["y"] + box["height"] for box in boxes) <= 900

    def test_what_is_told_has_room(self, browser: Any, plans: Any, tmp_path: Path) -> None:
        with Visit(browser, written(plans["workbook"], tmp_path)) as visit:
            page = visit.page
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            told = [each.bounding_box()["width"] for each in page.query_selector_all(".why")]

            assert min(told) > 200

    def test_labels_are_large_enough(self, browser: Any, plans: Any, tmp_path: Path) -> None:
        """Words of a drawing have 12 pixels on the screen."""
        with Visit(browser, written(plans["workbook"], tmp_path)) as visit:
            page = visit.page
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            sizes = page.evaluate(
                "[...document.querySelectorAll('svg.trend, svg.bullet')].map(svg => "
                "12 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)"
            )

            assert sizes
            assert min(sizes) >= 12

    def test_download(self, browser: Any, plans: Any, tmp_path: Path) -> None:
        with Visit(browser, written(plans["example"], tmp_path)) as visit:
            with visit.page.expect_download() as waiting:
                visit.page.click(".csv a >> nth=0")
            path = tmp_path / "table.csv"
            waiting.value.save_as(path)

            assert path.read_text(encoding="utf-8-sig").startswith("No.,施策名,指標名")

    def test_findings_lead_to_rows(self, browser: Any, plans: Any, tmp_path: Path) -> None:
        with Visit(browser, written(plans["example"], tmp_path)) as visit:
            visit.page.click("#officer .findings a >> nth=0")

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

        assert done.stdout.count(b"\f") <= 6
        assert "担当者向け" not in text
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

        assert re.search(rb"Pages: +[2-4]\n", done.stdout)


def said(sentence: str, text: str) -> bool:
    return re.sub(r"\s", "", sentence)[:40] in text
