"""The first screen: the answer, what to look at first, and where every indicator stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from kpikit.language.messages import say
from kpikit.language.width import width
from kpikit.report.answer import answer_words, clear_words
from kpikit.report.bars import bar_of
from kpikit.report.blocks import share_words
from kpikit.report.concern import FIRST, Concern
from kpikit.report.html.page import Page, key_of, mark, say_in
from kpikit.report.lanes import lane_marks
from kpikit.report.markup import element, escape
from kpikit.report.rows import one_line
from kpikit.report.scale import Lane, LaneGroup, Span
from kpikit.report.stack import stack_svg

__all__ = ["first_screen"]

#: With more indicators than these, the lanes of a section are folded, and the worst come first.
_MOST_LANES: Final = 60
_MOST_WORST: Final = 36
#: With more than these, only the worst have a lane: the others have a drawing on their cards.
_MOST_DRAWN: Final = 1000
#: So wide may the values of a lane be as published, in half-width characters.
_ROOM: Final = 30


def first_screen(page: Page) -> Iterator[str]:
    """Write the title, the answer, the counts, what to look at first, and the common scale."""
    report = page.report
    yield f'<header class="top"><h1>{escape(report.plan.title)}</h1>'
    if report.dated:
        yield element("p", escape(report.dated), class_="dated")
    yield "</header>"
    yield '<section id="answer">'
    yield element("p", escape(answer_words(report)), class_="answer")
    if page.cards:
        yield _whole(page)
    yield '<div class="first">'
    yield from _concerns(page)
    yield from _scale(page)
    yield "</div>"
    yield _contents(page)
    yield "</section>"


def _whole(page: Page) -> str:
    """Draw the counts of all rows as one bar, with its words."""
    bar = bar_of((card.number, card.row) for card in page.cards)
    described = bar.describe(page.lang)
    drawn = stack_svg(bar, say("html-summary", page.lang), described, "st")
    lines = share_words(page.report.mid_term.summary, page.lang)
    shares = "".join(f" <span>{escape(line)}</span>" for line in lines)
    words = element("p", f"{escape(described)}{shares}", class_="counts")
    return f'<div class="whole">{drawn}{words}</div>'


def _concerns(page: Page) -> Iterator[str]:
    found = page.concerns
    yield f'<section class="concerns"><h2>{say_in(page, "first-title")}</h2>'
    if not found:
        yield f"<p>{escape(clear_words(page.report))}</p></section>"
        return
    yield "<ol>"
    for concern in found[:FIRST]:
        yield _concern(page, concern)
    yield "</ol>"
    if len(found) > FIRST:
        yield f'<p class="note">{say_in(page, "first-more", count=len(found) - FIRST)}</p>'
    yield "</section>"


def _concern(page: Page, concern: Concern) -> str:
    """Write one of them: its name, its verdict, how far it is off, its numbers."""
    lane = concern.lane
    row, card = lane.row, page.cards[lane.number]
    name = element("a", escape(card.name), href=f"#{key_of(lane.number)}")
    word = f"{mark(row.evaluation.verdict)}{escape(_word(lane, page))}"
    verdict = element("span", word, class_="word")
    values = say("first-values", page.lang, actual=card.actual, target=card.target)
    off = element("b", escape(concern.explain(page.lang)))
    told = element("span", escape(one_line(values)), class_="values")
    kind = row.evaluation.verdict.value
    return f'<li class="{kind}">{name} {verdict} <span class="off">{off}</span> {told}</li>'


def _word(lane: Lane, page: Page) -> str:
    """Return the word of a verdict; of what is open, that of its pace."""
    pace = lane.row.pace
    code = f"verdict-{lane.row.evaluation.verdict.value}" if pace is None else "lane-open"
    words = say(f"pace-word-{pace.value}", page.lang) if pace is not None else ""
    return say(code, page.lang, pace=words)


# -- the common scale ------------------------------------------------------------------------------

#: The marks of the key: what they are of, and how they are said.
_KEY: Final = (
    ("achieved", "verdict-achieved"),
    ("not_achieved", "verdict-not_achieved"),
    ("not_due", "verdict-not_due"),
    ("indeterminate", "verdict-indeterminate"),
    ("right", "lane-beyond"),
)


def _scale(page: Page) -> Iterator[str]:
    scale = page.scale
    if not scale.groups:
        return
    yield f'<section class="scale"><h2>{say_in(page, "lane-title")}</h2>'
    yield f'<p class="axis" aria-hidden="true"><span>{say_in(page, "lane-start")}</span>'
    yield f"<span>{say_in(page, 'lane-target')}</span>"
    yield f"<span>{say_in(page, 'lane-twice')}</span></p>"
    number = sum(len(group.lanes) for group in scale.groups)
    if number > _MOST_LANES:
        yield from _worst(page)
    write = _folded if number > _MOST_LANES else _group
    for group in scale.groups if number <= _MOST_DRAWN else ():
        yield from write(page, group)
    yield "".join(_key(page))
    yield "</section>"


def _worst(page: Page) -> Iterator[str]:
    """Write the lanes of what was missed and is behind, worst first, where all are too many."""
    lanes = tuple(concern.lane for concern in page.concerns)
    shown = lanes[:_MOST_WORST]
    if not shown:
        return
    title = say_in(page, "lane-worst", count=len(lanes))
    if len(lanes) > len(shown):
        title += say_in(page, "lane-worst-first", count=len(shown))
    screen = ' class="screen"' if len(list(page.scale.lanes())) <= _MOST_DRAWN else ""
    yield f"<div{screen}><h3>{title}</h3>"
    yield from _lanes(page, shown)
    yield "</div>"


def _folded(page: Page, group: LaneGroup) -> Iterator[str]:
    """Write the lanes of a section so that they open on demand, or close where none is above."""
    title = _heading(group) or say("lane-all", page.lang)
    opened = "" if page.concerns else " open"
    yield f"<details{opened}><summary>{escape(title)} ({len(group.lanes)})</summary>"
    yield from _lanes(page, group.lanes)
    yield "</details>"


def _group(page: Page, group: LaneGroup) -> Iterator[str]:
    if group.headings:
        yield element("h3", escape(_heading(group)))
    yield from _lanes(page, group.lanes)


def _heading(group: LaneGroup) -> str:
    return " / ".join(map(one_line, group.headings))


def _lanes(page: Page, lanes: Sequence[Lane]) -> Iterator[str]:
    yield '<ul class="lanes">'
    for lane in lanes:
        yield _lane(page, lane)
    yield "</ul>"


def _lane(page: Page, lane: Lane) -> str:
    card = page.cards[lane.number]
    verdict = lane.row.evaluation.verdict
    values = card.values(_ROOM)
    if lane.span is None:
        short = " short" if width(values) <= _ROOM else ""
        drawn, values = f'<span class="unplaced{short}">{escape(values)}</span>', ""
    else:
        drawn = f'<svg aria-hidden="true">{lane_marks(lane)}</svg>'
    name = escape(card.name)
    return (
        f'<li class="{verdict.value}"><a href="#{key_of(lane.number)}" title="{name}">'
        f'<span class="name">{name}</span><span class="values">{escape(values)}</span>{drawn}'
        f'<span class="word">{mark(verdict)}{escape(_word(lane, page))}</span></a></li>'
    )


def _key(page: Page) -> Iterator[str]:
    """Say what the marks of the lanes are, those that there are."""
    lanes = list(page.scale.lanes())
    used = {lane.row.evaluation.verdict.value for lane in lanes}
    if any(lane.span is not None and _is_cut(lane.span) for lane in lanes):
        used.add("right")
    yield f'<p class="note">{say_in(page, "lane-note")}'
    if len(lanes) > _MOST_DRAWN:
        yield " " * (page.lang == "en") + say_in(page, "lane-others")
    for code, count in (
        ("lane-without", page.scale.without_target),
        ("lane-unplaced", page.scale.unplaced),
    ):
        if count:
            yield " " * (page.lang == "en") + say_in(page, code, count=count)
    yield '</p><ul class="key">'
    for name, code in _KEY:
        if name in used:
            yield _item(f'<use href="#m-{name}" x="10" y="8"/>', say_in(page, code), name)
    if any(lane.span is not None and not lane.span.is_point for lane in lanes):
        drawn = '<rect class="maybe" x="1" y="3" width="18" height="10" fill="url(#m-hatch)"/>'
        yield _item(drawn, say_in(page, "lane-interval"))
    if any(lane.expected is not None for lane in lanes):
        yield _item('<use href="#m-asked" x="10" y="8"/>', say_in(page, "lane-asked"))
    yield "</ul>"


def _is_cut(span: Span) -> bool:
    """Whether an arrow says that some of it lies beyond the scale."""
    return span.is_below(Fraction(0)) or span.is_beyond(Fraction(2))


def _item(drawn: str, words: str, kind: str = "") -> str:
    svg = f'<svg viewBox="0 0 20 16" aria-hidden="true">{drawn}</svg>'
    return element("li", svg + words, class_=kind or None)


def _contents(page: Page) -> str:
    links = [("by", say("by-title", page.lang)), ("cards", say("cards-title", page.lang))]
    links.append(("officer", say("officer-title", page.lang)))
    items = "".join(f'<li><a href="#{key}">{escape(words)}</a></li>' for key, words in links)
    return element("nav", f"<ul>{items}</ul>", aria_label=say("html-contents", page.lang))
