"""Make the pictures of the site, in each language, into ``docs/pictures``.

They need Chromium and the package playwright, that of the page in a browser its parts
(``KPIKIT_PAGE_PARTS``) too. What cannot be made here is a blank, and is named.
"""

from __future__ import annotations

import base64
import os
import tempfile
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from runpy import run_path
from typing import TYPE_CHECKING, Any

from floors import page_of as floors_of
from openpyxl import load_workbook
from sheet import page_of

import kpikit as kk
from kpikit.io import draft_of, write_draft
from kpikit.report import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
TARGET = HERE / "pictures"
LANGUAGES = ("en", "ja")
#: A picture of nothing: one transparent point.
BLANK = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
#: The browser, as the tests look with it.
CHROMIUM = run_path(str(HERE.parent / "tests" / "chromium.py"))
WIDE = {"width": 1280, "height": 900}
#: How long the page may take on a machine that has much to do, in milliseconds.
_PATIENCE = 300_000
#: How many rows of the draft are drawn: the heading and the first indicators.
DRAWN = 16


class AbsentError(Exception):
    """What a picture needs is not here."""


def report(browser: Any, lang: str, folder: Path) -> Iterator[tuple[str, Any]]:
    """The first screen of a report, its chart, and a card that is open."""
    path = folder / f"report.{lang}.html"
    plan = kk.read_plan(EXAMPLES / "sagamihara" / "datapackage.json")
    path.write_text(render(kk.evaluate(plan), "html", lang=lang), encoding="utf-8")
    with _opened(browser, path, lang) as page:
        yield "report", page.screenshot()
        yield "overview", page.locator("section.scale").screenshot()
        card = page.locator("details.card").first
        card.locator("summary").click()
        yield "card", card.screenshot()


def in_browser(browser: Any, lang: str, folder: Path) -> Iterator[tuple[str, Any]]:
    """The page for those without Python, when the example was judged."""
    parts = os.environ.get("KPIKIT_PAGE_PARTS")
    if not parts:
        raise AbsentError("KPIKIT_PAGE_PARTS")
    from kpikit.page import build_page

    path = folder / "kpikit.html"
    if not path.exists():
        path.write_bytes(build_page(parts).whole())
    with _opened(browser, path, lang) as page:
        if lang == "en":
            page.click("#language")
        yield "page-start", page.screenshot()
        page.wait_for_selector("html[data-ready=yes]", timeout=_PATIENCE)
        page.set_input_files("#files", [str(EXAMPLES / "kakuu" / "kakuu.xlsx")])
        page.wait_for_function(
            "() => found !== null && document.body.ariaBusy !== 'true'", timeout=_PATIENCE
        )
        page.wait_for_timeout(1000)  # until the frame of the report is drawn
        yield "page", page.screenshot()
        page.click("#tab-read")
        yield "page-read", page.screenshot()


def draft(browser: Any, lang: str, folder: Path) -> Iterator[tuple[str, Any]]:
    """The draft of how a workbook is read, its first sheet."""
    book, path = folder / f"draft-{lang}.xlsx", folder / f"draft.{lang}.html"
    write_draft(draft_of(EXAMPLES / "kakuu" / "kakuu.xlsx", name="kakuu.xlsx"), book, lang=lang)
    path.write_text(page_of(load_workbook(book), DRAWN), encoding="utf-8")
    with _opened(browser, path, lang) as page:
        yield "draft", page.locator("body").screenshot()


def floors(browser: Any, lang: str, folder: Path) -> Iterator[tuple[str, Any]]:
    """The floors of the house, and what a cell is on each."""
    path = folder / f"floors.{lang}.html"
    path.write_text(floors_of(lang), encoding="utf-8")
    with _opened(browser, path, lang) as page:
        yield "floors", page.locator("body").screenshot()


@contextmanager
def _opened(browser: Any, path: Path, lang: str) -> Iterator[Any]:
    if browser is None:
        raise AbsentError("Chromium, playwright")
    context = browser.new_context(viewport=WIDE, locale=lang)
    page = context.new_page()
    page.goto(path.as_uri())
    try:
        yield page
    finally:
        context.close()


@contextmanager
def _browser() -> Iterator[Any]:
    chromium = CHROMIUM["CHROMIUM"]
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        chromium = None
    if chromium is None:
        yield None
        return
    with sync_playwright() as running:
        started = running.chromium.launch(executable_path=chromium, args=CHROMIUM["FLAGS"])
        yield started
        started.close()


#: What makes pictures, by the names of these.
MAKERS: dict[Callable[..., Iterator[tuple[str, Any]]], tuple[str, ...]] = {
    report: ("report", "overview", "card"),
    in_browser: ("page-start", "page", "page-read"),
    draft: ("draft",),
    floors: ("floors",),
}


def place() -> None:
    """Put a blank where a picture was not made yet, so that pages can be read without."""
    TARGET.mkdir(exist_ok=True)
    for name in chain.from_iterable(MAKERS.values()):
        for lang in LANGUAGES:
            if not _path(name, lang).exists():
                _path(name, lang).write_bytes(BLANK)


def make() -> None:
    """Make every picture in every language; say which could not be made, and why."""
    place()
    with _browser() as browser, tempfile.TemporaryDirectory() as folder:
        for maker, names in MAKERS.items():
            for lang in LANGUAGES:
                _make(maker, names, browser, lang, Path(folder))


def _make(maker: Any, names: tuple[str, ...], browser: Any, lang: str, folder: Path) -> None:
    try:
        for name, data in maker(browser, lang, folder):
            _path(name, lang).write_bytes(data)
    except AbsentError as absent:
        print(f"pictures: no {', '.join(names)} ({lang}): not here: {absent}")


def _path(name: str, lang: str) -> Path:
    """English has the plain name, and Japanese ``NAME.ja.png``, where Sphinx looks for it."""
    return TARGET / (f"{name}.png" if lang == "en" else f"{name}.{lang}.png")


if __name__ == "__main__":
    make()
