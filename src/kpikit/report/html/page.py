"""The page that is written: the report, its keys, and what its parts are written with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Final, final

import attrs

from kpikit.language.issue import Location
from kpikit.language.messages import Language, say
from kpikit.model.verdict import Verdict
from kpikit.report.blocks import Item
from kpikit.report.markup import element, escape
from kpikit.report.model import Report

__all__ = ["Page", "mark", "page_of", "say_in", "spot", "told"]

#: More categories than these are too many buttons.
_MOST_CATEGORIES: Final = 12


@final
@attrs.frozen
class Page:
    """The report, and the keys by which its parts refer to each other."""

    report: Report
    #: Where a row was published → the id of the row.
    keys: dict[tuple[str, int], str]
    #: The category codes that can be filtered by, in the order of the rows.
    categories: tuple[str, ...]
    #: Whether any target is open, so that its standing is told.
    has_standings: bool
    #: The numbers of the rows, in source order.
    numbers: Iterator[int] = attrs.field(factory=count)

    @property
    def lang(self) -> Language:
        """The language of all but the published cells."""
        return self.report.lang


def page_of(report: Report) -> Page:
    """Give every row its key, and every category its number."""
    keys: dict[tuple[str, int], str] = {}
    categories: dict[str, None] = {}
    for number, row in enumerate(report.rows()):
        source = row.evaluation.indicator.source
        if source is not None:
            keys.setdefault(spot(source.location), f"r{number}")
        if row.category is not None:
            categories[row.category.code] = None
    usable = 1 < len(categories) <= _MOST_CATEGORIES
    has_standings = bool(report.mid_term.summary.not_due)
    return Page(report, keys, tuple(categories) if usable else (), has_standings)


def spot(location: Location) -> tuple[str, int]:
    """Return the file and line of a place, whatever its column."""
    return f"{location.file}\n{location.sheet}", location.line


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
        entries = "".join(element("li", escape(_entry(*each, lang))) for each in item.entries)
        below = f"<ul>{entries}</ul>" if entries else ""
        written.append(f"<dt>{escape(item.label)}</dt><dd>{escape(item.text)}{below}</dd>")
    return f'<dl class="told">{"".join(written)}</dl>'


def _entry(name: str, text: str, lang: Language) -> str:
    return say("report-labelled", lang, label=name, text=text) if text else name
