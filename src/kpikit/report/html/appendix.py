"""What stands behind the tables: totals, arithmetic, findings, what was not read, remarks."""

from __future__ import annotations

from collections.abc import Iterator

from kpikit.analysis.findings import Finding, Place
from kpikit.language.messages import say
from kpikit.report.blocks import Matrix, check_items, total_matrices
from kpikit.report.details import finding_place
from kpikit.report.html.page import Page, say_in, spot
from kpikit.report.markup import element, escape

__all__ = ["checks", "findings", "issues", "remarks", "totals"]


def totals(page: Page) -> Iterator[str]:
    """Write the counts by section, by category and by department."""
    yield f'<section id="totals"><h2>{say_in(page, "report-totals")}</h2>'
    for matrix in total_matrices(page.report):
        yield from _matrix(matrix)
    yield "</section>"


def _matrix(matrix: Matrix) -> Iterator[str]:
    yield '<div class="scroll" tabindex="0" role="region" '
    yield f'aria-label="{escape(matrix.title)}"><table class="totals"><thead><tr>'
    yield element("th", escape(matrix.title), scope="col")
    for words in matrix.counts:
        yield element("th", escape(words), scope="col", class_="figure")
    for words in matrix.shares:
        yield element("th", escape(words), scope="col")
    yield "</tr></thead><tbody>"
    last = len(matrix.counts)
    for label, *figures in matrix.rows:
        cells = [
            element("td", escape(figure), class_="figure" if index < last else None)
            for index, figure in enumerate(figures)
        ]
        yield f'<tr><th scope="row">{escape(label)}</th>{"".join(cells)}</tr>'
    yield "</tbody></table></div>"
    if matrix.note:
        yield element("p", escape(matrix.note), class_="note")


def checks(page: Page) -> Iterator[str]:
    """Write the published figures that were worked out again."""
    if not page.report.checks:
        return
    yield f'<section id="checks"><h2>{say_in(page, "report-checks")}</h2><ul class="checks">'
    for item in check_items(page.report):
        told = "".join(
            f"<br>{escape(formula)}  {escape(result)}" for formula, result in item.entries
        )
        yield f"<li>{escape(item.label)}{told}</li>"
    yield "</ul></section>"


def findings(page: Page) -> Iterator[str]:
    """Write what the audit found, with links to the rows."""
    found = page.report.findings
    title = say_in(page, "html-findings", count=len(found))
    yield f'<section id="findings"><h2>{title}</h2>'
    if not found:
        yield f"<p>{say_in(page, 'html-no-findings')}</p></section>"
        return
    yield '<table class="findings"><thead><tr>'
    for code in ("finding-severity", "finding-place", "finding-message"):
        yield f'<th scope="col">{say_in(page, code)}</th>'
    yield "</tr></thead><tbody>"
    for finding in found:
        yield _finding(page, finding)
    yield "</tbody></table></section>"


def _finding(page: Page, finding: Finding) -> str:
    severity = finding.severity.value
    places = "<br>".join(_linked(page, place) for place in finding.places)
    return (
        f'<tr><td class="{severity}">{say_in(page, f"severity-{severity}")}</td>'
        f"<td>{places}</td><td>{escape(finding.message(page.lang))}</td></tr>"
    )


def _linked(page: Page, place: Place) -> str:
    words = escape(finding_place(place))
    key = place.location and page.keys.get(spot(place.location))
    return f'<a href="#{key}">{words}</a>' if key else words


def issues(page: Page) -> Iterator[str]:
    """Write what could not be read."""
    unread = page.report.plan.issues
    if unread:
        title = say("report-issues", page.lang, count=len(unread))
        told = escape("\n".join(issue.report(page.lang) for issue in unread))
        yield f'<section id="issues"><h2>{escape(title)}</h2>'
        yield element("pre", told, class_="issues", tabindex=0, role="region", aria_label=title)
        yield "</section>"
    else:
        yield element("p", say_in(page, "report-no-issues"), class_="note")


def remarks(page: Page) -> Iterator[str]:
    """Write the lines that stand beside the tables."""
    if page.report.plan.remarks:
        told = escape("\n".join(page.report.plan.remarks))
        title = element("h2", say_in(page, "report-remarks"))
        yield f'<section id="remarks">{title}<pre>{told}</pre></section>'
