"""The page that is written: the report, its keys, and what its parts are written with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, final

import attrs

from kpikit.language.messages import Language, say
from kpikit.model.verdict import Verdict
from kpikit.report.bars import Bar, bars_by_department, bars_by_section
from kpikit.report.blocks import Item
from kpikit.report.cards import Card, cards_of, spot
from kpikit.report.concern import Concern, concerns_of
from kpikit.report.markup import element, escape
from kpikit.report.model import Report
from kpikit.report.scale import Scale, scale_of

__all__ = ["Page", "key_of", "mark", "page_of", "say_in", "told"]

#: More sections, departments or categories than these are too many buttons.
_MOST_BARS: Final = 60
_MOST_CATEGORIES: Final = 12


@final
@attrs.frozen
class Page:
    """The report, and the keys by which its parts refer to each other."""

    report: Report
    scale: Scale
    cards: tuple[Card, ...]
    concerns: tuple[Concern, ...]
    sections: tuple[Bar, ...]
    departments: tuple[Bar, ...]
    #: The category codes that can be filtered by, in the order of the rows.
    categories: tuple[str, ...]
    #: Where a row was published → the id of its card.
    keys: dict[tuple[str, int], str]
    #: What filters look at: of each row the attributes, with a word for each choice that shows it.
    words: tuple[tuple[tuple[str, tuple[str, ...]], ...], ...]

    @property
    def lang(self) -> Language:
        """The language of all but the published cells."""
        return self.report.lang

    def data(self, number: int) -> str:
        """Write the attributes by which a row can be found."""
        return " ".join(f'data-{name}="{" ".join(each)}"' for name, each in self.words[number])

    def data_of(self, numbers: Iterable[int]) -> str:
        """Write the attributes by which any of some rows can be found."""
        found: dict[str, dict[str, None]] = {}
        for number in numbers:
            for name, words in self.words[number]:
                found.setdefault(name, {}).update(dict.fromkeys(words))
        return " ".join(f'data-{name}="{" ".join(words)}"' for name, words in found.items())


def page_of(report: Report) -> Page:
    """Lay out a report: give every row its key, and the words that filters find it by."""
    scale = scale_of(report)
    cards = cards_of(report, scale)
    keys: dict[tuple[str, int], str] = {}
    categories: dict[str, None] = {}
    for card in cards:
        source = card.row.evaluation.indicator.source
        if source is not None:
            keys.setdefault(spot(source.location), key_of(card.number))
        if card.row.category is not None:
            categories[card.row.category.code] = None
    usable = tuple(categories) if 1 < len(categories) <= _MOST_CATEGORIES else ()
    sections, departments = _few(bars_by_section(report)), _few(bars_by_department(report))
    words = _words(cards, {"s": sections, "d": departments}, usable)
    concerns = concerns_of(scale)
    return Page(report, scale, cards, concerns, sections, departments, usable, keys, words)


def _few(bars: tuple[Bar, ...]) -> tuple[Bar, ...]:
    """Return bars that can be chosen: more than one, and not too many."""
    return bars if 1 < len(bars) <= _MOST_BARS else ()


def _words(
    cards: tuple[Card, ...], bars: dict[str, tuple[Bar, ...]], categories: tuple[str, ...]
) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], ...]:
    """Return of each row the words that a filter may find it by: count, pace, places, category."""
    found: list[dict[str, list[str]]] = [
        {"v": _counted(card), **{name: [] for name in bars if bars[name]}} for card in cards
    ]
    for name, each in bars.items():
        for index, bar in enumerate(each):
            for number in bar.rows:
                found[number][name].append(str(index))
    for card in cards if categories else ():
        code = card.row.category.code if card.row.category is not None else None
        found[card.number]["c"] = [str(categories.index(code))] if code in categories else []
    return tuple(tuple((name, tuple(each)) for name, each in one.items()) for one in found)


def _counted(card: Card) -> list[str]:
    """Return what a row counts as, and its pace."""
    row = card.row
    return [row.count, row.pace.value] if row.counts and row.pace is not None else [row.count]


def key_of(number: int) -> str:
    """Return the id of a card."""
    return f"r{number}"


def say_in(page: Page, code: str, **values: object) -> str:
    """Return a text in the language of the page, escaped."""
    return escape(say(code, page.lang, **values))


def mark(verdict: Verdict) -> str:
    """Draw the shape of a verdict."""
    return f'<svg class="mark" aria-hidden="true"><use href="#s-{verdict.value}"/></svg>'


def told(items: Iterable[Item], lang: Language) -> str:
    """Write labelled statements."""
    written: list[str] = []
    for item in items:
        below = _listed(item.entries, lang) if item.entries else ""
        written.append(f"<dt>{escape(item.label)}</dt><dd>{escape(item.text)}{below}</dd>")
    return f'<dl class="told">{"".join(written)}</dl>'


def _listed(entries: Iterable[tuple[str, str]], lang: Language) -> str:
    return f"<ul>{''.join(element('li', escape(_entry(*each, lang))) for each in entries)}</ul>"


def _entry(name: str, text: str, lang: Language) -> str:
    return say("report-labelled", lang, label=name, text=text) if text else name
