"""The built site in a real browser: what its search finds, and what fits on a telephone.

Needs Chromium, the Python package ``playwright``, and the site (``python docs/build.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from chromium import CHROMIUM
from shared import ROOT

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

SITE = ROOT / "docs" / "_build" / "html"
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not here"),
    pytest.mark.skipif(not (SITE / "ja").exists(), reason="the site is not built"),
]

#: What is searched for, and the page that defines it.
DEFINED = {
    "達成率": "explain/rates.html",
    "判定不能": "explain/verdicts.html",
    "期限前": "explain/verdicts.html",
    "achievement": "explain/rates.html",
    "全国平均": "howto/compare-with-an-average.html",
}
#: Short words of tables that stand on more than one line.
BROKEN = """() => [...document.querySelectorAll("td, th")].filter((cell) => {
    const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const tops = new Set();
    while (text.nextNode()) {
        if (!text.currentNode.data.trim()) continue;
        range.selectNodeContents(text.currentNode);
        for (const box of range.getClientRects()) tops.add(Math.round(box.top));
    }
    return cell.innerText.trim().length <= 2 && tops.size > 1;
}).map((cell) => cell.innerText)"""

#: Words of two kanji or katakana that a line of a table breaks, within longer text too, code aside.
TORN = """() => {
    const torn = [], words = new Intl.Segmenter("ja", {granularity: "word"});
    const range = document.createRange();
    const top = (node, at) => {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getClientRects()[0]?.top;
    };
    for (const cell of document.querySelectorAll("td, th")) {
        const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        while (text.nextNode()) {
            const node = text.currentNode;
            if (node.parentElement.closest("code")) continue;
            for (const {segment, index} of words.segment(node.data)) {
                if (!/^([一-鿿]{2}|[ァ-ヺー]{2})$/.test(segment)) continue;
                if (Math.abs(top(node, index) - top(node, index + 1)) > 3)
                    torn.push(`${segment}: ${node.data}`);
            }
        }
    }
    return torn;
}"""


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("word", DEFINED)
def test_search(page: Any, lang: str, word: str) -> None:
    page.goto(f"{(SITE / lang / 'search.html').as_uri()}?q={word}")
    first = page.locator("#search-results li a").first
    first.wait_for()
    assert DEFINED[word] == first.get_attribute("href").partition("?")[0].partition("#")[0]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_telephone(page: Any, lang: str) -> None:
    """Nothing goes over the edge of a narrow screen, and no short word of a table is broken."""
    faults = []
    for path in sorted((SITE / lang).rglob("*.html")):
        page.goto(path.as_uri())
        width = page.evaluate("document.documentElement.scrollWidth")
        broken = [*page.evaluate(BROKEN), *page.evaluate(TORN)]
        faults += [(path.name, width, broken)] if width > 390 or broken else []
    assert [] == faults


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_glossary_from_each_page(lang: str) -> None:
    """Every page leads to the words that it uses."""
    pages = (SITE / lang).rglob("*.html")
    assert [] == [path.name for path in pages if "glossary.html" not in path.read_text("utf-8")]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_switch(page: Any, lang: str) -> None:
    """Each page leads to itself in the other language."""
    page.goto((SITE / lang / "explain" / "rates.html").as_uri())
    other = {"en": "ja", "ja": "en"}[lang]
    target = page.locator(f".sidebar-language a[hreflang={other}]").get_attribute("href")
    assert (SITE / other / "explain" / "rates.html").resolve() == (
        SITE / lang / "explain" / target
    ).resolve()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_signature(page: Any, lang: str) -> None:
    """A signature reads as Python does."""
    page.goto((SITE / lang / "reference" / "rule.html").as_uri())
    shown = page.locator("[id='kpikit.model.rule.AllOf']").inner_text()
    assert "final class kpikit.model.rule.AllOf(parts: Iterable[Any])" == shown


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_words_of_the_theme(page: Any, lang: str) -> None:
    """What the theme says itself is in the language of the page."""
    page.goto((SITE / lang / "tutorial.html").as_uri())
    said = page.locator(".related-pages .next-page .context").inner_text()
    assert {"en": "Next", "ja": "次"}[lang] == said
    assert page.get_by_role("link", name={"en": "Glossary", "ja": "用語集"}[lang]).count()


@pytest.mark.parametrize(("locale", "lang"), [("ja-JP", "ja"), ("en-GB", "en"), ("de-DE", "en")])
def test_front(browser: Any, locale: str, lang: str) -> None:
    """Who opens the site reads it in the language of the browser, or in English."""
    context = browser.new_context(locale=locale)
    page = context.new_page()
    page.goto((SITE / "index.html").as_uri())
    page.wait_for_url(f"**/{lang}/index.html")
    context.close()
