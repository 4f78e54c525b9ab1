"""Years that name no era, 5年度実績, are of the only era that their sheet names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from kpikit.cell import Vocabulary, read_period
from kpikit.language.pattern import pattern
from kpikit.language.years import ERA_NAMES, ERA_YEAR, FIRST, FISCAL_YEAR
from kpikit.model.era import era_called
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said, what_it_says
from kpikit.table.headings import folded

__all__ = ["has_bare_year", "in_one_era", "years_named"]

#: A fiscal year without its era.
_BARE: Final = pattern(
    rf"(?<![\d.,{''.join(ERA_NAMES.split())}A-Za-z第])(?:{FIRST}|\d{{1,2}}){FISCAL_YEAR}"
)
_ERA_YEAR: Final = pattern(rf"({ERA_YEAR})年?")
_DIGITS: Final = pattern(rf"(?:{FIRST}|\d+)$")
#: How far years of one table lie from those that its sheet names with their era.
_NEAR: Final = 12


def has_bare_year(text: str) -> bool:
    """Whether a text, folded, names a fiscal year without its era.

    >>> has_bare_year("5年度計画"), has_bare_year("令和5年度計画"), has_bare_year("第5年度")
    (True, False, False)
    """
    return _BARE.search(text) is not None


def in_one_era(sheet: Cells, vocabulary: Vocabulary) -> tuple[Cells, str]:
    """Return a sheet in which headings have the era of its other years, and that era.

    A sheet that names none has that of the other sheets of its document. Where there are two, or
    the years lie far apart, nothing is known of them.

    >>> texts = {(1, 1): "令和6年度の評価", (2, 1): "5年度実績"}
    >>> sheet, era = in_one_era(Cells.of(texts), Vocabulary())
    >>> sheet.boxes[2, 1].said.column.period, era
    (FiscalYear(2023), '令和')
    """
    bare = [box for box in _boxes(sheet) if _is_bare(box)]
    named = _named(sheet) if bare and vocabulary.era is None else []
    eras = {era_called(_DIGITS.sub("", text)).name for text in named}
    if len(eras) != 1:
        return sheet, ""
    (era,) = eras
    of_era = attrs.evolve(vocabulary, era=era)
    told = [(box, _said(box, sheet, of_era)) for box in bare]
    years = [said.column.period.start.year for _, said in told if said.column.period]
    known = _years(named, vocabulary)
    if not years or min(known) - min(years) > _NEAR or max(years) - max(known) > _NEAR:
        return sheet, ""
    for box, said in told:
        if said.column.period is not None:
            sheet.put(attrs.evolve(box, said=said))
    return sheet, era


def _boxes(sheet: Cells) -> list[Box]:
    """Return the cells of a sheet, each once."""
    return [*dict.fromkeys(sheet.boxes.values())]


def _is_bare(box: Box) -> bool:
    is_open = box.said.kind is Class.UNREAD or (box.is_label and box.said.column.period is None)
    return is_open and has_bare_year(folded(box.text))


def _said(box: Box, sheet: Cells, vocabulary: Vocabulary) -> Said:
    return what_it_says(box.text.strip(), labels=sheet.labels, vocabulary=vocabulary)


def years_named(texts: Mapping[tuple[int, int], str], name: str = "") -> list[str]:
    """Return the years with their era that the titles of a sheet name, and its own name.

    Titles are what stands alone in its row, and what stands in the first one.

    >>> years_named({(1, 1): "令和6年度の評価", (1, 9): "様式1", (2, 1): "指標", (2, 2): "R5"})
    ['令和6']
    """
    rows: dict[int, list[str]] = {}
    for (row, _), text in texts.items():
        rows.setdefault(row, []).append(text)
    first = min(rows, default=0)
    titles = [text for row, own in rows.items() if len(own) == 1 or row == first for text in own]
    return [year for text in (*titles, name) for year in _ERA_YEAR.findall(folded(text))]


def _named(sheet: Cells) -> list[str]:
    """Return the years with their era that labels and titles name, else those of other sheets."""
    labels = [box.text for box in _boxes(sheet) if box.says]
    own = [year for text in labels for year in _ERA_YEAR.findall(folded(text))]
    texts = {(box.row, box.column): box.text for box in _boxes(sheet)}
    return own + years_named(texts, sheet.name) or [*sheet.years_beside()]


def _years(named: list[str], vocabulary: Vocabulary) -> list[int]:
    """Return years that are named with their era."""
    read = (read_period(f"{text}{FISCAL_YEAR}", era=vocabulary.era) for text in named)
    return [each.value.start.year for each in read if each.value is not None]
