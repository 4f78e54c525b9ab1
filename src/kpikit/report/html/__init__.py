"""The report as one HTML file: no script, no outside request, a drawing for every number.

The page filters by ``:has()`` and radio buttons alone, prints on A4 with everything unfolded,
and follows the light or dark scheme of its reader. A policy in the page itself forbids it to
fetch or run anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pkgutil import get_data
from typing import Final

from kpikit.language.messages import say
from kpikit.model.verdict import Verdict
from kpikit.report.html.cards import all_cards
from kpikit.report.html.choices import choices
from kpikit.report.html.first import first_screen
from kpikit.report.html.officer import officer, remarks
from kpikit.report.html.page import Page, page_of, say_in
from kpikit.report.lanes import mark_shapes
from kpikit.report.markup import element, escape, start
from kpikit.report.model import Report, check_report
from kpikit.report.rows import one_line
from kpikit.report.stack import patterns

__all__ = ["html_bytes", "render_html"]

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
    """Write the report as one HTML file.

    >>> import kpikit as kk
    >>> from kpikit.report import build_report
    >>> render_html(build_report(kk.evaluate(kk.Plan("計画"))))[:15]
    '<!doctype html>'
    """
    check_report("render_html", report)
    return "".join(_pieces(report))


def html_bytes(report: Report) -> bytes:
    """Write the report as one HTML file in UTF-8, which holds it only once at any time.

    >>> import kpikit as kk
    >>> from kpikit.report import build_report
    >>> html_bytes(build_report(kk.evaluate(kk.Plan("計画"))))[:15]
    b'<!doctype html>'
    """
    written = BytesIO()
    written.writelines(piece.encode() for piece in _pieces(report))
    return written.getvalue()


def _pieces(report: Report) -> Iterator[str]:
    page = page_of(report)
    yield "<!doctype html>\n"
    yield start("html", lang=report.lang)
    yield _head(page)
    yield "<body>"
    yield element("a", say_in(page, "html-skip"), class_="skip", href="#cards")
    yield _symbols()
    yield "<main>"
    yield from first_screen(page)
    yield from choices(page)
    yield from all_cards(page)
    yield from remarks(page)
    yield from officer(page)
    yield "</main>"
    yield element("footer", say_in(page, "html-made"))
    yield "</body></html>\n"


@cache
def _style() -> str:
    return (get_data("kpikit.report.html", "report.css") or b"").decode()


def _head(page: Page) -> str:
    title = escape(page.report.plan.title)
    return (
        '<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>{title}</title>"
        f"<style>\n{_style()}{''.join(_rules(page))}</style></head>"
    )


def _rules(page: Page) -> Iterator[str]:
    """Write what hides the rows that do not fit a choice, and says so where none is left."""
    yield "@media screen{"
    for name, chosen, shown, number in (
        ("s", "#by", "#cards", len(page.sections)),
        ("d", "#by", "#cards", len(page.departments)),
        ("c", ".filters", ".list", len(page.categories)),
    ):
        for index in range(number):
            yield (
                f"{chosen}:has(#{name}-{index}:checked) ~ {shown} "
                f'[data-{name}]:not([data-{name}~="{index}"]){{display:none}}'
            )
    yield "}"
    none = _quoted(say("cards-none", page.lang))
    yield f"@counter-style found{{system:fixed 0;symbols:{none};fallback:decimal}}"
    title = _quoted(one_line(page.report.plan.title))
    yield f"@page{{@top-left{{content:{title}}}}}"


def _quoted(text: str) -> str:
    """Write a text as a string of a style sheet, with nothing in it that could end it."""
    return '"' + "".join(each if each.isalnum() else f"\\{ord(each):x} " for each in text) + '"'


def _symbols() -> str:
    shapes = "".join(
        f'<symbol id="s-{verdict.value}" viewBox="0 0 16 16">{shape}</symbol>'
        for verdict, shape in _SHAPES.items()
    )
    drawn = f"{shapes}{mark_shapes()}<defs>{patterns()}</defs>"
    return f'<svg class="symbols" aria-hidden="true">{drawn}</svg>'
