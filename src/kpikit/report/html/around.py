"""What stands around the tables: counts, filters, arithmetic, findings, what was not read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final

from kpikit.analysis.findings import Place
from kpikit.judging.standing import Pace
from kpikit.language.messages import say
from kpikit.model.question import Question
from kpikit.report import blocks
from kpikit.report.html.page import Page, mark, say_in, spot, told
from kpikit.report.markup import element, escape, start
from kpikit.report.taken import taken_lines

__all__ = [
    "checks",
    "filters",
    "findings",
    "issues",
    "questions",
    "remarks",
    "summary",
    "taken",
    "totals",
]


def summary(page: Page) -> Iterator[str]:
    """Write the counts, the share, the published share, and where everything is."""
    counts = blocks.counts_of(page.report)
    yield f'<section id="summary"><h2>{say_in(page, "html-summary")}</h2>'
    if page.report.open_words:
        yield element("p", escape(page.report.open_words), class_="open")
    yield '<ul class="cards">'
    for count in filter(attrgetter("is_told"), counts):
        word = f"{mark(count.verdict) if count.verdict else ''}{escape(count.words)}"
        below = element("small", escape(count.below)) if count.below else ""
        yield f'<li class="{count.name}">{word}<b>{count.number}</b>{below}</li>'
    yield from _share(page)
    yield "</ul>"
    yield _stack(page, counts)
    for headline in page.report.headlines:
        title = element("h3", say_in(page, "report-headlines"))
        items = told(blocks.headline_items(headline, page.lang), page.lang)
        yield element("div", title + items, class_="headline")
    yield f"{_key(page)}{_contents(page)}</section>"


def _share(page: Page) -> Iterator[str]:
    """Write the share achieved, with what it would be if all the open ones were missed or met."""
    counted = page.report.mid_term.summary
    if counted.rate is None:
        return
    yield f'<li class="share">{say_in(page, "total-rate")}<b>{counted.rate.percent()}%</b>'
    yield from (element("small", escape(line)) for line in blocks.share_lines(counted, page.lang))
    yield "</li>"


def _stack(page: Page, counts: Sequence[blocks.Count]) -> str:
    """Draw the counts as one bar."""
    whole = sum(count.number for count in counts)
    if not whole:
        return ""
    described = say("chart-comma", page.lang).join(
        f"{count.words} {count.number}" for count in counts
    )
    drawn: list[str] = []
    at = 0
    for count in counts:
        if count.number:
            drawn.append(f'<rect class="{count.name}" x="{at}" width="{count.number}" height="1"/>')
        at += count.number
    return (
        f'<svg class="stack" role="img" viewBox="0 0 {whole} 1" preserveAspectRatio="none" '
        f'aria-labelledby="st sd"><title id="st">{say_in(page, "html-summary")}</title>'
        f'<desc id="sd">{escape(described)}</desc>{"".join(drawn)}</svg>'
    )


_KEY: Final = (
    (
        "chart-key-actual",
        '<path class="bar" d="M0 8h22"/><circle class="point" cx="22" cy="8" r="4.5"/>',
    ),
    ("chart-key-aim", '<path class="aim" d="M16 0v16"/>'),
    ("chart-key-zone", '<rect class="zone" x="0" y="2" width="32" height="12"/>'),
    ("chart-key-start", '<path class="start" d="M16 0v16"/>'),
)


def _key(page: Page) -> str:
    """Say what the marks of the charts are."""
    items = "".join(
        f'<li><svg class="bullet" viewBox="0 0 32 16" aria-hidden="true">{drawn}</svg>'
        f"{say_in(page, code)}</li>"
        for code, drawn in _KEY
    )
    return f'<ul class="key">{items}</ul>'


def _contents(page: Page) -> str:
    report = page.report
    links = [(f"t{number}", table.heading) for number, table in enumerate(report.tables, 1)]
    links.append(("totals", say("report-totals", page.lang)))
    if report.checks:
        links.append(("checks", say("report-checks", page.lang)))
    links.append(("findings", say("html-findings", page.lang, count=len(report.findings))))
    if report.plan.issues:
        links.append(("issues", say("report-issues", page.lang, count=len(report.plan.issues))))
    if report.questions:
        links.append(("questions", _asked(page)))
    items = "".join(f'<li><a href="#{key}">{escape(words)}</a></li>' for key, words in links)
    return element("nav", f"<ul>{items}</ul>", aria_label=say("html-contents", page.lang))


# -- filters ---------------------------------------------------------------------------------------


def filters(page: Page) -> Iterator[str]:
    """Write the radio buttons that the style sheet filters by."""
    rows = list(page.report.rows())
    if not rows:
        return
    counts = blocks.counts_of(page.report)
    by_verdict = [(each.name, each.words, each.number) for each in counts if each.number]
    label = say("html-filters", page.lang)
    yield start("form", class_="filters", aria_label=label)
    yield from _choices(page, "html-by-verdict", "v", len(rows), by_verdict)
    if page.has_standings:
        yield from _choices(page, "html-by-standing", "p", len(rows), _by_pace(page))
    if page.categories:
        titles = {each.code: each.title for each in page.report.plan.categories}
        codes = [row.category.code for row in rows if row.category is not None]
        by_code = [
            (str(index), f"{code} {titles.get(code, '')}".strip(), codes.count(code))
            for index, code in enumerate(page.categories)
        ]
        yield from _choices(page, "total-by-category", "c", len(rows), by_code)
    yield "</form>"


def _by_pace(page: Page) -> Iterator[tuple[str, str, int]]:
    summary = page.report.mid_term.summary
    for each in Pace:
        words = say(f"pace-word-{each.value}", page.lang)
        yield each.value, words, getattr(summary, each.value)


def _choices(
    page: Page, legend: str, name: str, total: int, choices: Iterable[tuple[str, str, int]]
) -> Iterator[str]:
    """Write a button for all, and one for each choice: its key, its words, how many it has."""
    yield f"<fieldset><legend>{say_in(page, legend)}</legend>"
    for key, words, number in (("all", say("html-all", page.lang), total), *choices):
        button = f"{name}-{key}"
        yield start("input", type="radio", name=name, id=button, checked=key == "all")
        yield element("label", escape(f"{words} {number}"), for_=button)
    yield "</fieldset>"


def totals(page: Page) -> Iterator[str]:
    """Write the counts by section, by category and by department."""
    yield f'<section id="totals"><h2>{say_in(page, "report-totals")}</h2>'
    for matrix in blocks.total_matrices(page.report):
        yield from _matrix(matrix)
    yield "</section>"


def _matrix(matrix: blocks.Matrix) -> Iterator[str]:
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
    for item in blocks.check_items(page.report):
        told = "".join(f"<br>{escape(line)}" for line in item.lines)
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
    for each in blocks.alike(found):
        yield _alike(page, each)
    yield "</tbody></table></section>"


def _alike(page: Page, alike: blocks.Alike) -> str:
    severity = alike.first.severity.value
    linked = (_linked(page, place) for each in alike.findings for place in each.places)
    return (
        f'<tr><td class="{severity}">{say_in(page, f"severity-{severity}")}</td>'
        f"<td>{'<br>'.join(dict.fromkeys(linked))}</td>"
        f"<td>{escape(alike.message(page.lang))}</td></tr>"
    )


def _linked(page: Page, place: Place) -> str:
    words = escape(blocks.finding_place(place))
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


def taken(page: Page) -> Iterator[str]:
    """Write what was left out or taken for something."""
    lines = taken_lines(page.report.plan, page.lang)
    if lines:
        title = element("summary", say_in(page, "report-taken"))
        yield f'<details id="taken">{title}<pre>{escape(chr(10).join(lines))}</pre></details>'


def remarks(page: Page) -> Iterator[str]:
    """Write the lines that stand beside the tables."""
    if page.report.plan.remarks:
        told = escape("\n".join(page.report.plan.remarks))
        title = element("h2", say_in(page, "report-remarks"))
        yield f'<section id="remarks">{title}<pre>{told}</pre></section>'


def questions(page: Page) -> Iterator[str]:
    """Write what only a person can answer."""
    asked = page.report.questions
    if asked:
        items = "".join(
            element("li", f"{_of(page, each)}{escape(each.message(page.lang))}") for each in asked
        )
        title = element("h2", escape(_asked(page)))
        yield f'<section id="questions">{title}<ul>{items}</ul></section>'


def _asked(page: Page) -> str:
    return say("report-questions", page.lang, count=len(page.report.questions))


def _of(page: Page, question: Question) -> str:
    """Return a link to the row that a question is of."""
    source = question.indicator.source
    key = page.keys.get(spot(source.location)) if source else None
    if source is None or key is None:
        return ""
    return element("a", escape(blocks.place_words(source.location)), href=f"#{key}") + " "
