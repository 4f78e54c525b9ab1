"""The second screen: counts by section and department, which are the filters of the cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kpikit.judging.standing import Pace
from kpikit.language.messages import say
from kpikit.report import blocks
from kpikit.report.bars import Bar
from kpikit.report.changes import changes_of
from kpikit.report.html.page import Page, mark, say_in, told
from kpikit.report.markup import element, escape, start
from kpikit.report.rows import one_line
from kpikit.report.stack import stack_svg

__all__ = ["choices", "counts", "verdicts"]


def choices(page: Page) -> Iterator[str]:
    """Write the bars of sections and departments, the changes, and the recomputed shares."""
    yield f'<section id="by"><h2>{say_in(page, "by-title")}</h2>'
    if page.sections or page.departments:
        yield f'<p class="note hint">{say_in(page, "by-click")}</p>'
        yield '<div class="by">'
        yield from _bars(page, "by-section", "s", page.sections)
        yield from _bars(page, "by-department", "d", page.departments)
        yield "</div>"
    yield counts(page)
    yield from _changes(page)
    for headline in page.report.headlines:
        title = element("summary", say_in(page, "report-headlines"))
        items = told(blocks.headline_items(headline, page.lang), page.lang)
        yield element("details", title + items, class_="headline")
    yield "</section>"


def _bars(page: Page, legend: str, name: str, bars: tuple[Bar, ...]) -> Iterator[str]:
    """Write a bar for each of some sections or departments; each is a button."""
    if not bars:
        return
    yield f'<fieldset class="bars"><legend>{say_in(page, legend)}</legend>'
    yield start("input", type="radio", name=name, id=f"{name}-all", checked=True)
    yield element("label", say_in(page, "html-all"), for_=f"{name}-all", class_="all")
    for index, bar in enumerate(bars):
        key = f"{name}-{index}"
        label = one_line(bar.label)
        words = element("span", escape(label), class_="label", title=label)
        count = element("span", escape(bar.describe(page.lang)), class_="count")
        yield start("input", type="radio", name=name, id=key)
        deep = f"deep{min(bar.level, 2)}" if bar.level else None
        yield element("label", words + stack_svg(bar) + count, for_=key, class_=deep)
    yield "</fieldset>"


def counts(page: Page) -> str:
    """Write the counts as tables, with their shares and bounds; open where no bar shows them."""
    title = element("summary", say_in(page, "by-tables"))
    tables = "".join(
        part for matrix in blocks.total_matrices(page.report) for part in _matrix(matrix)
    )
    shown = not (page.sections or page.departments)
    return element("details", title + tables, id="totals", class_="screen", open=shown)


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


def _changes(page: Page) -> Iterator[str]:
    """Write what is different from the edition before, if there is one."""
    comparison = page.report.changes
    if comparison is None:
        return
    yield f'<section class="changes"><h3>{say_in(page, "changes-title")}</h3>'
    changed = changes_of(comparison, page.lang)
    if not changed:
        yield f"<p>{say_in(page, 'changes-none')}</p>"
    for each in changed:
        title = say_in(page, "changes-titled", title=each.title, count=len(each.lines))
        lines = "".join(element("li", escape(line)) for line in each.lines)
        yield f"<details><summary>{title}</summary><ul>{lines}</ul></details>"
    yield "</section>"


# -- the buttons above the cards -------------------------------------------------------------------


def verdicts(page: Page) -> Iterator[str]:
    """Write the buttons for verdicts, paces and categories."""
    if not page.cards:
        return
    yield start("form", class_="filters", aria_label=say("html-filters", page.lang))
    yield from _buttons(page, "html-by-verdict", "v", _by_verdict(page))
    if page.categories:
        yield from _buttons(page, "total-by-category", "c", _by_category(page))
    yield "</form>"


def _by_verdict(page: Page) -> Iterator[tuple[str, str, int]]:
    summary = page.report.mid_term.summary
    for each in blocks.counts_of(page.report):
        if each.number:
            shape = mark(each.verdict) if each.verdict else ""
            yield each.name, shape + escape(each.words), each.number
        if each.name == "not_due" and each.number:
            for pace in Pace:
                yield (
                    pace.value,
                    say_in(page, f"pace-word-{pace.value}"),
                    getattr(summary, pace.value),
                )


def _by_category(page: Page) -> Iterator[tuple[str, str, int]]:
    titles = {each.code: each.title for each in page.report.plan.categories}
    rows = [card.row for card in page.cards]
    codes = [row.category.code for row in rows if row.category is not None]
    for index, code in enumerate(page.categories):
        words = f"{code} {titles.get(code, '')}".strip()
        yield str(index), escape(words), codes.count(code)


def _buttons(
    page: Page, legend: str, name: str, buttons: Iterable[tuple[str, str, int]]
) -> Iterator[str]:
    """Write a button for all, and one for each choice: its key, its words, how many it has."""
    yield f"<fieldset><legend>{say_in(page, legend)}</legend>"
    for key, words, number in (("all", say_in(page, "html-all"), len(page.cards)), *buttons):
        button = f"{name}-{key}"
        yield start("input", type="radio", name=name, id=button, checked=key == "all")
        yield element("label", f"{words} {number}", for_=button)
    yield "</fieldset>"
