"""The third screen: a card for each indicator, folded until it is opened."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from kpikit.judging.standing import Pace
from kpikit.language.messages import Language, say
from kpikit.model.verdict import Verdict
from kpikit.report.cards import Card, card_details
from kpikit.report.chart import bullets_of, trend_of
from kpikit.report.csv import table_csv
from kpikit.report.html.choices import verdicts
from kpikit.report.html.page import Page, key_of, mark, say_in, told
from kpikit.report.markup import element, escape
from kpikit.report.model import ReportGroup, ReportTable
from kpikit.report.rows import column_of, grade_words, one_line
from kpikit.report.svg import bullet_svg, trend_svg
from kpikit.table.headings import Role

if TYPE_CHECKING:
    from kpikit.analysis.scheme.grade import Grade  # only those who grade pay for it

__all__ = ["all_cards"]

#: Of more cards than these, those that are out of sight are not laid out.
_LONG: Final = 300


def all_cards(page: Page) -> Iterator[str]:
    """Write the cards of every table, by heading, with the buttons that filter them."""
    yield f'<section id="cards"><h2>{say_in(page, "cards-title")}</h2>'
    yield from verdicts(page)
    yield '<div class="list long">' if len(page.cards) > _LONG else '<div class="list">'
    place = 0
    for number, table in enumerate(page.report.tables, 1):
        rows = sum(len(group.rows) for group in table.groups)
        yield from _table(page, table, number, page.cards[place : place + rows])
        place += rows
    if page.cards:
        yield f'<p class="shown">{say_in(page, "cards-shown")}</p>'
    yield "</div>"
    yield "</section>"


def _table(page: Page, table: ReportTable, number: int, cards: tuple[Card, ...]) -> Iterator[str]:
    data = page.data_of(card.number for card in cards)
    yield f'<section class="table" id="t{number}" {data}>'
    yield element("h3", escape(table.heading), class_="title")
    yield _download(page, table, cards)
    place = 0
    for position, group in enumerate(table.groups):
        if group.headings:
            yield from _headings(page, table.groups[position:], cards[place:])
        for card in cards[place : place + len(group.rows)]:
            yield "".join(_card(page, card))
        place += len(group.rows)
    yield "</section>"


def _download(page: Page, table: ReportTable, cards: tuple[Card, ...]) -> str:
    """Write a link that has the whole table in it."""
    content = b64encode(table_csv(table, list(cards), page.lang).encode()).decode()
    words = say_in(page, "cards-csv", title=one_line(table.heading))
    name = f"{one_line(page.report.plan.title)}-{table.number}.csv".replace("/", "-")
    link = element("a", words, href=f"data:text/csv;charset=utf-8;base64,{content}", download=name)
    return element("p", link, class_="csv")


def _headings(
    page: Page, groups: tuple[ReportGroup, ...], cards: tuple[Card, ...]
) -> Iterator[str]:
    """Write the headings that open above a group, each with what a filter finds below it."""
    group = groups[0]
    for level, heading in enumerate(group.headings, group.level):
        below = len(group.rows)
        for later in groups[1:]:
            if later.headings and later.level <= level:
                break
            below += len(later.rows)
        data = page.data_of(card.number for card in cards[:below])
        kind = "heading deep" if level else "heading"
        yield f'<h4 class="{kind}" {data}>{escape(heading)}</h4>'


def _card(page: Page, card: Card) -> Iterator[str]:
    row, lang, key = card.row, page.lang, key_of(card.number)
    verdict = row.evaluation.verdict.value
    kind = verdict if card.has_target else f"{verdict} bare"
    yield f'<details class="card {kind}" {page.data(card.number)}><summary>'
    above = f"<small>{escape(card.above)}</small>" if card.above else ""
    yield f'<span class="name">{above}{escape(card.name)}</span>'
    yield _verdict(row.evaluation.verdict, row.pace, lang)
    if card.has_target:
        yield from _facts(card, lang)
    yield "".join(map(_grade, row.grades))
    yield f'</summary><div class="about" id="{key}">'
    yield from _charts(page, card, key)
    yield '<div class="told">'
    yield f'<p class="why">{escape(card.sentence)}</p>'
    yield told(card_details(card, lang), lang)
    yield f"{_published(page, card)}</div></div></details>"


def _published(page: Page, card: Card) -> str:
    """Write the cells of a row, word for word, each below its heading."""
    cells = "".join(
        f"{_below(cell.heading)}{escape(cell.text)}</dd></div>"
        for cell in card.row.cells
        if cell.text.strip()
    )
    title = element("h5", say_in(page, "card-published"))
    return f'{title}<dl class="cells">{cells}</dl>' if cells else ""


@lru_cache(maxsize=1024)
def _below(heading: str) -> str:
    """Open a cell below its heading; the same come again in every row.

    Paper needs the remarks beside what the card says, which are told by their class.
    """
    kind = ' class="remark"' if column_of(heading).role is Role.REMARK else ""
    return f"<div{kind}><dt>{escape(one_line(heading))}</dt><dd>"


def _facts(card: Card, lang: Language) -> Iterator[str]:
    """Write actual, target, due date and gap."""
    yield '<span class="facts">'
    for label, text in zip(_labels(lang), (card.actual, card.target, card.due), strict=True):
        if text:
            yield f"{label}<b>{escape(one_line(text))}</b></span>"
    yield f'</span><span class="gap">{escape(card.gap)}</span>'


@cache
def _labels(lang: Language) -> tuple[str, ...]:
    """Open each fact with its label; the same for every row."""
    return tuple(
        f'<span class="{kind}"><i>{escape(say(f"card-{kind}", lang))}</i> '
        for kind in ("actual", "target", "due")
    )


@cache
def _verdict(verdict: Verdict, pace: Pace | None, lang: Language) -> str:
    """Write a verdict and its pace; the same for many rows."""
    chip = f"{mark(verdict)}{escape(say(f'verdict-{verdict.value}', lang))}"
    written = element("span", chip, class_="chip")
    if pace is not None:
        words = escape(say(f"pace-word-{pace.value}", lang))
        written += element("span", words, class_=f"pace {pace.value}")
    return element("span", written, class_="verdict")


def _grade(grade: Grade) -> str:
    """Write the grade of a scheme."""
    words = f"{escape(grade.scheme)} <b>{escape(grade_words(grade))}</b>"
    return element("span", words, class_="grade", title=grade.title)


def _charts(page: Page, card: Card, key: str) -> Iterator[str]:
    """Draw the way to the target where there are several years, else a bullet for each part."""
    name = card.name
    trend = trend_of(card.row.evaluation, page.lang)
    if trend is not None:
        title = say("chart-trend", page.lang, name=name)
        drawn = trend_svg(trend, f"{key}l", title, page.lang)
        yield element("figure", drawn, class_=card.row.evaluation.verdict.value)
        return
    known = card.lane.bullets if card.lane is not None else ()
    for number, bullet in enumerate(known or bullets_of(card.row.evaluation, page.lang)):
        title = " ".join(filter(None, (name, bullet.label)))
        drawn = bullet_svg(bullet, f"{key}b{number}", title, page.lang)
        caption = element("figcaption", escape(bullet.label)) if bullet.label else ""
        yield element("figure", caption + drawn, class_=bullet.verdict.value)
