"""The fourth screen, which is not printed: what whoever keeps the table should check and mend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kpikit.analysis.findings import Finding, Place, Severity
from kpikit.language.messages import say
from kpikit.model.question import Question
from kpikit.report import blocks
from kpikit.report.cards import spot
from kpikit.report.html.page import Page, key_of, say_in
from kpikit.report.markup import element, escape
from kpikit.report.rows import advice_words
from kpikit.report.taken import taken_lines

__all__ = ["officer", "remarks"]


def officer(page: Page) -> Iterator[str]:
    """Write questions, warnings, notes, arithmetic, and what could not be read."""
    yield f'<section id="officer"><h2>{say_in(page, "officer-title")}</h2>'
    yield f'<p class="note">{say_in(page, "officer-note")}</p>'
    yield from _questions(page)
    yield from _undecided(page)
    found = page.report.findings
    if not found:
        yield f"<p>{say_in(page, 'html-no-findings')}</p>"
    yield from _warnings(page, [each for each in found if each.severity is Severity.WARNING])
    yield from _notes(page, [each for each in found if each.severity is not Severity.WARNING])
    yield from _checks(page)
    yield from _issues(page)
    yield from _taken(page)
    yield "</section>"
    yield element("p", escape(blocks.officer_words(page.report)), class_="printed")


def remarks(page: Page) -> Iterator[str]:
    """Write the lines that stand beside the tables."""
    if page.report.plan.remarks:
        lines = escape("\n".join(page.report.plan.remarks))
        title = element("summary", say_in(page, "report-remarks"))
        yield f'<details id="remarks">{title}<pre>{lines}</pre></details>'


def _questions(page: Page) -> Iterator[str]:
    """Write what only a person can answer, with the answer that would settle it."""
    asked = page.report.questions
    if not asked:
        return
    more, less = asked[0].words
    yield '<section id="questions">'
    yield element("h3", say_in(page, "report-questions", count=len(asked)))
    yield element("p", say_in(page, "officer-settle", more=more, less=less), class_="note")
    yield "<ul>"
    for each in asked:
        yield element("li", f"{_of(page, each)}{escape(each.message(page.lang))}")
    yield "</ul></section>"


def _of(page: Page, question: Question) -> str:
    """Return a link to the row that a question is of."""
    source = question.indicator.source
    key = page.keys.get(spot(source.location)) if source else None
    if source is None or key is None:
        return ""
    return element("a", escape(blocks.place_words(source.location)), href=f"#{key}") + " "


def _undecided(page: Page) -> Iterator[str]:
    """Write what to write so that more can be decided, and of which indicators."""
    wanted: dict[str, list[str]] = {}
    for card in page.cards:
        advice = advice_words(card.row.evaluation, page.lang)
        if advice:
            link = element("a", escape(card.name), href=f"#{key_of(card.number)}")
            wanted.setdefault(advice, []).append(link)
    if not wanted:
        return
    count = sum(map(len, wanted.values()))
    yield element("h3", say_in(page, "officer-undecided", count=count))
    yield "<ul>"
    for advice, links in wanted.items():
        yield element("li", f"{escape(advice)} {say_in(page, 'chart-comma').join(links)}")
    yield "</ul>"


def _warnings(page: Page, found: Sequence[Finding]) -> Iterator[str]:
    if not found:
        return
    yield element("h3", say_in(page, "officer-warnings", count=len(found)))
    yield '<ul class="findings">'
    for each in found:
        yield f"<li>{_places(page, [each])}: {escape(each.message(page.lang))}</li>"
    yield "</ul>"


def _notes(page: Page, found: Sequence[Finding]) -> Iterator[str]:
    """Write notes, those of one kind together, each place on demand."""
    if not found:
        return
    yield element("h3", say_in(page, "officer-notes", count=len(found)))
    for each in blocks.alike(found):
        title = element("summary", escape(each.message(page.lang)))
        places = _places(page, each.findings)
        yield f'<details class="note">{title}<p>{places}</p></details>'


def _places(page: Page, found: Sequence[Finding]) -> str:
    linked = (_linked(page, place) for each in found for place in each.places)
    return say_in(page, "chart-comma").join(dict.fromkeys(linked))


def _linked(page: Page, place: Place) -> str:
    words = escape(blocks.finding_place(place))
    key = page.keys.get(spot(place.location)) if place.location else None
    return f'<a href="#{key}">{words}</a>' if key else words


def _checks(page: Page) -> Iterator[str]:
    """Write the published figures that were worked out again."""
    if not page.report.checks:
        return
    yield f'<section id="checks"><h3>{say_in(page, "report-checks")}</h3><ul class="checks">'
    for item in blocks.check_items(page.report):
        lines = "".join(f"<br>{escape(line)}" for line in item.lines)
        yield f"<li>{escape(item.label)}{lines}</li>"
    yield "</ul></section>"


def _issues(page: Page) -> Iterator[str]:
    """Write what could not be read."""
    unread = blocks.unread_issues(page.report.plan.issues)
    if unread:
        title = say("report-issues", page.lang, count=len(unread))
        lines = escape("\n".join(issue.report(page.lang) for issue in unread))
        yield f'<section id="issues"><h3>{escape(title)}</h3>'
        yield element("pre", lines, class_="issues", tabindex=0, role="region", aria_label=title)
        yield "</section>"
    else:
        yield element("p", say_in(page, "report-no-issues"), class_="note")


def _taken(page: Page) -> Iterator[str]:
    """Write what was left out or taken for something."""
    lines = taken_lines(page.report.plan, page.lang)
    if lines:
        title = element("summary", say_in(page, "report-taken"))
        yield f'<details id="taken">{title}<pre>{escape(chr(10).join(lines))}</pre></details>'
