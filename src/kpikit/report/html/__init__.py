"""The report as one HTML file: no script, no outside request, a drawing for every number.

The page filters by ``:has()`` and radio buttons alone, prints on A4 with everything unfolded,
and follows the light or dark scheme of its reader. A policy in the page itself forbids it to
fetch or run anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pkgutil import get_data
from typing import Final

from kpikit.model.verdict import Verdict
from kpikit.report.html.around import (
    checks,
    filters,
    findings,
    issues,
    questions,
    remarks,
    summary,
    taken,
    totals,
)
from kpikit.report.html.page import Page, page_of, say_in
from kpikit.report.html.tables import table_of
from kpikit.report.markup import element, escape, start
from kpikit.report.model import Report

__all__ = ["render_html"]

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
#: Verdict → its shape: each has an outline of its own, so that nothing hangs on colour.
_SHAPES: Final = {
    Verdict.ACHIEVED: '<circle cx="8" cy="8" r="6.5"/><path d="M5 8.2l2.2 2.2L11.2 6"/>',
    Verdict.NOT_ACHIEVED: '<path d="M8 1.5l6.5 6.5L8 14.5 1.5 8z"/><path d="M6 6l4 4m0-4l-4 4"/>',
    Verdict.INDETERMINATE: (
        '<path d="M2 2h12v12H2z"/><path d="M6.2 6.4a1.9 1.9 0 1 1 2.6 2c-.6.3-.8.6-.8 1.2m0 2v0"/>'
    ),
    Verdict.NOT_DUE: '<path d="M4 2h8M4 14h8M5 2c0 4 6 8 6 12M11 2c0 4-6 8-6 12"/>',
    Verdict.NOT_APPLICABLE: '<path d="M2.5 8h11"/>',
}


def render_html(report: Report) -> str:
    """Write the report as one HTML file."""
    page = page_of(report)
    return "".join(
        [
            "<!doctype html>\n",
            start("html", lang=report.lang),
            _head(page),
            "<body>",
            element("a", say_in(page, "html-skip"), class_="skip", href="#tables"),
            _symbols(),
            *_header(page),
            "<main>",
            *summary(page),
            *filters(page),
            '<div id="tables">',
            *(
                part
                for number, table in enumerate(report.tables, 1)
                for part in table_of(page, table, number)
            ),
            "</div>",
            *totals(page),
            *checks(page),
            *findings(page),
            *issues(page),
            *taken(page),
            *remarks(page),
            *questions(page),
            "</main>",
            element("footer", say_in(page, "html-made")),
            "</body></html>\n",
        ]
    )


@cache
def _style() -> str:
    return (get_data("kpikit.report.html", "report.css") or b"").decode()


def _head(page: Page) -> str:
    by_category = "".join(
        f'body:has(#c-{index}:checked) :is([data-c]:not([data-c="{index}"]),'
        f'[data-has]:not([data-has~="c{index}"])){{display:none}}'
        for index in range(len(page.categories))
    )
    return (
        '<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>{escape(page.report.plan.title)}</title>"
        f"<style>\n{_style()}@media screen{{{by_category}}}</style></head>"
    )


def _symbols() -> str:
    shapes = "".join(
        f'<symbol id="s-{verdict.value}" viewBox="0 0 16 16">{shape}</symbol>'
        for verdict, shape in _SHAPES.items()
    )
    return f'<svg class="symbols" aria-hidden="true">{shapes}</svg>'


def _header(page: Page) -> Iterator[str]:
    report = page.report
    yield f"<header><h1>{escape(report.plan.title)}</h1>"
    if report.dated:
        yield element("p", escape(report.dated), class_="dated")
    yield "</header>"
