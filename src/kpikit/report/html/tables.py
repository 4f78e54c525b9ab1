"""The published tables, row by row: the cells, the verdict, the charts, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, final

import attrs

from kpikit.analysis.scheme.grade import Grade
from kpikit.judging.standing import Pace
from kpikit.language.messages import Language, say
from kpikit.model.verdict import Verdict
from kpikit.report.blocks import details_of
from kpikit.report.chart import bullets_of, trend_of
from kpikit.report.html.page import Page, mark, say_in, told
from kpikit.report.markup import element, escape, start
from kpikit.report.model import ReportGroup, ReportTable
from kpikit.report.rows import ReportRow, column_of, grade_words
from kpikit.report.svg import bullet_svg, trend_svg
from kpikit.table.headings import Role

__all__ = ["table_of"]

#: A table of more columns scrolls sideways.
_MOST_COLUMNS: Final = 9


@final
@attrs.frozen
class _Columns:
    """The columns of a table: their headings, what they hold, and which are shown in the row."""

    headings: tuple[str, ...]
    roles: tuple[Role | None, ...]
    shown: tuple[int, ...]
    #: The start tag of a cell, of an empty one, and the end tag; for each column.
    tags: tuple[tuple[str, str, str], ...]

    @property
    def span(self) -> int:
        """How many columns there are, with the verdict."""
        return len(self.shown) + 1


def _tags(heading: str, role: Role | None) -> tuple[str, str, str]:
    """Return the tags of the cells of a column, which are written once for all its rows."""
    name = "th" if role is Role.INDICATOR else "td"
    scope = "row" if name == "th" else None
    kind = role.value if role is not None else None
    filled = start(name, scope=scope, class_=kind, data_h=heading)
    empty = start(name, scope=scope, class_=f"{kind or ''} empty".strip(), data_h=heading)
    return filled, empty, f"</{name}>"


def table_of(page: Page, table: ReportTable, number: int) -> Iterator[str]:
    """Write a table as it was published, with what became of each row."""
    roles = tuple(column_of(heading).role for heading in table.columns)
    shown = tuple(index for index, role in enumerate(roles) if role is not Role.REMARK)
    columns = _Columns(table.columns, roles, shown, tuple(map(_tags, table.columns, roles)))
    wide = columns.span > _MOST_COLUMNS
    heading = escape(table.heading)
    yield f'<section class="table" id="t{number}"><h2 id="h{number}">{heading}</h2>'
    if wide:
        yield start("div", class_="wide", tabindex=0, role="region", aria_labelledby=f"h{number}")
    yield start("table", class_="plan" if wide else "plan fits", aria_labelledby=f"h{number}")
    yield from _head(page, columns)
    for position, group in enumerate(table.groups):
        yield "<tbody>"
        yield from _headings(page, table.groups, position, columns)
        for row in group.rows:
            yield from _row(page, row, columns)
        yield "</tbody>"
    yield f"</table>{'</div>' if wide else ''}</section>"


def _head(page: Page, columns: _Columns) -> Iterator[str]:
    yield "<thead><tr>"
    for index in columns.shown:
        role = columns.roles[index]
        kind = role.value if role is not None else None
        yield element("th", escape(columns.headings[index]), scope="col", class_=kind)
    yield f'<th scope="col" class="verdict">{say_in(page, "report-verdict")}</th></tr></thead>'


def _headings(
    page: Page, groups: Sequence[ReportGroup], position: int, columns: _Columns
) -> Iterator[str]:
    """Write the headings of a group, each with what a filter finds below it."""
    group = groups[position]
    for level, heading in enumerate(group.headings, group.level):
        below = [group]
        for later in groups[position + 1 :]:
            if later.headings and later.level <= level:
                break
            below.append(later)
        rows = [row for each in below for row in each.rows]
        found = dict.fromkeys(word for row in rows for word in _words_of(page, row))
        kind = "heading deep" if level else "heading"
        yield start("tr", class_=kind, data_has=" ".join(found))
        yield element("th", escape(heading), scope="rowgroup", colspan=columns.span)
        yield "</tr>"


def _words_of(page: Page, row: ReportRow) -> Iterator[str]:
    """Yield what a filter may find a row by: its count, its pace, its category."""
    yield row.count
    if row.counts and row.pace is not None:
        yield row.pace.value
    if row.category is not None and row.category.code in page.categories:
        yield f"c{page.categories.index(row.category.code)}"


def _row(page: Page, row: ReportRow, columns: _Columns) -> Iterator[str]:
    verdict = row.evaluation.verdict.value
    number = next(page.numbers)
    key = f"r{number}"
    texts = row.texts(len(columns.headings))
    data = _data(page, row)
    yield f'<tr class="row {verdict}" id="{key}" {data}>'
    for index in columns.shown:
        filled, empty, end = columns.tags[index]
        text = texts[index]
        yield f"{filled if text.strip() else empty}{escape(text)}{end}"
    grades = "".join(map(_grade, row.grades))
    yield f"{_verdict_cell(row.evaluation.verdict, row.pace, page.lang)}{grades}</td></tr>"
    yield f'<tr class="more {verdict}" {data}>'
    yield f'<td colspan="{columns.span}"><div class="about">'
    yield from _charts(page, row, key)
    summary = element("summary", say_in(page, "html-why"))
    about = told(details_of(row, page.lang), page.lang)
    yield f"<details>{summary}{about}</details></div></td></tr>"


def _data(page: Page, row: ReportRow) -> str:
    """Return the attributes that filters look at."""
    pace = row.pace.value if row.pace is not None and row.counts else "-"
    data = f'data-v="{row.count}"' + (f' data-p="{pace}"' if page.has_standings else "")
    if not page.categories:
        return data
    code = row.category.code if row.category is not None else None
    return f'{data} data-c="{page.categories.index(code) if code in page.categories else "-"}"'


@cache
def _verdict_cell(verdict: Verdict, pace: Pace | None, lang: Language) -> str:
    """Open the cell of a verdict, and write its word in it; the same for every row."""
    words = f"{mark(verdict)}{escape(say(f'verdict-{verdict.value}', lang))}"
    opened = start("td", class_="verdict", data_h=say("report-verdict", lang))
    chip = element("span", words, class_="chip")
    if pace is None:
        return opened + chip
    told = escape(say(f"pace-word-{pace.value}", lang))
    return f"{opened}{chip}{element('span', told, class_=f'pace {pace.value}')}"


def _grade(grade: Grade) -> str:
    """Write the grade of a scheme below the verdict."""
    told = f"{escape(grade.scheme)} <b>{escape(grade_words(grade))}</b>"
    return element("span", told, class_="grade", title=grade.title)


def _charts(page: Page, row: ReportRow, key: str) -> Iterator[str]:
    """Draw what can be drawn: a bullet for each part, a line where there are several years."""
    name = row.evaluation.indicator.name
    for number, bullet in enumerate(bullets_of(row.evaluation, page.lang)):
        title = " ".join(filter(None, (name, bullet.label)))
        drawn = bullet_svg(bullet, f"{key}b{number}", title, page.lang)
        caption = element("figcaption", escape(bullet.label)) if bullet.label else ""
        yield element("figure", caption + drawn, class_=bullet.verdict.value)
    trend = trend_of(row.evaluation, page.lang)
    if trend is not None:
        title = say("chart-trend", page.lang, name=name)
        yield element("figure", trend_svg(trend, f"{key}l", title, page.lang))
