"""Years that name no era, 5年度実績, are of the only era that their sheet names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

import attrs

from kpikit.cell import Vocabulary, read_period
from kpikit.language.headings import RUNNING
from kpikit.language.pattern import pattern
from kpikit.language.years import ERA_NAMES, ERA_YEAR, FIRST, FISCAL_YEAR, NO_FISCAL_YEAR, YEAR
from kpikit.model.era import era_called
from kpikit.model.period import Period, Span
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said, what_it_says
from kpikit.table.headings import folded

__all__ = [
    "bare_year",
    "has_bare_year",
    "in_one_era",
    "with_years_in_turn",
    "without_bare_year",
    "year_beside",
    "years_named",
]

#: A fiscal year without its era.
_BARE: Final = pattern(
    rf"(?<![\d.,{''.join(ERA_NAMES.split())}A-Za-z第])(?:{FIRST}|\d{{1,2}}){FISCAL_YEAR}"
)
#: One of a heading, which is no number of years; 5年度累計 may be either.
_IN_HEADING: Final = pattern(rf"{_BARE.pattern}(?![{NO_FISCAL_YEAR}])(?:{RUNNING})?")
_TOTAL: Final = pattern(RUNNING)
_ERA_YEAR: Final = pattern(rf"({ERA_YEAR})年?")
#: A calendar year with its era, and one without: 令和5年, 6年.
_CALENDAR: Final = pattern(rf"({ERA_YEAR}){YEAR}")
_NEXT: Final = pattern(rf"(\d{{1,2}}){YEAR}")
_DIGITS: Final = pattern(rf"(?:{FIRST}|\d+)$")
_NUMBER: Final = pattern(r"\d{1,2}")
#: How far years of one table lie from those that its sheet names with their era.
_NEAR: Final = 12


def has_bare_year(text: str) -> bool:
    """Whether a text, folded, names a fiscal year without its era.

    >>> has_bare_year("5年度計画"), has_bare_year("令和5年度計画"), has_bare_year("第5年度")
    (True, False, False)
    """
    return _BARE.search(text) is not None


def bare_year(text: str) -> str:
    """Return the fiscal year that a heading names without its era, ``""`` if it names none.

    >>> bare_year("目標値（31年度）"), bare_year("目標値（平成31年度）"), bare_year("3年度間の目標")
    ('31年度', '', '')
    """
    found = _IN_HEADING.search(folded(text))
    return found[0] if found else ""


def without_bare_year(text: str) -> str:
    """Return a text, folded, without the fiscal year in it that names no era, if it has one.

    >>> without_bare_year("6年度(目標)"), without_bare_year("令和6年度目標")
    ('(目標)', '令和6年度目標')
    """
    return _BARE.sub("", text)


def year_beside(said: str, texts: Iterable[str]) -> Period | None:
    """Return a year that names no era by the only era of the years that stand beside it.

    Args:
        said: The year.
        texts: What stands beside it.

    Returns:
        ``None`` where the texts name no era, or two, or where the year would lie far from theirs.

    >>> year_beside("31年度", ["実績値（平成28年度）", "80件"])
    FiscalYear(2019)
    >>> year_beside("5年度", ["平成28年度"]), year_beside("31年度", ["平成28年度", "R2"])
    (None, None)
    >>> year_beside("30年度", ["平成32年度（令和2年度）"])
    FiscalYear(2018)
    """
    named = [each for text in texts for each in _years_in(text)]
    eras = {_era(each) for each in named}
    if len(eras) != 1:
        return None
    known, era = _starts(named), eras.pop()
    years = _whole(_TOTAL.sub("", said), era)  # of 28~30年度累計 it is plain which are meant
    found = years if isinstance(years, Span) else _whole(said, era)
    is_near = found is not None and _is_near([found.start.year], known)
    return found if is_near else None


def _whole(said: str, era: str) -> Period | None:
    """Return the period that a text is, by the era that it does not name, if it is no more."""
    reading = read_period(said, era=era)
    is_more = any(note.code == "words-beside-period" for note in reading.notes)
    return None if is_more else reading.value


def in_one_era(sheet: Cells, vocabulary: Vocabulary) -> tuple[Cells, str]:
    """Return a sheet in which headings have the era of its other years, and that era.

    A sheet that names none has that of the other sheets of its document. Where there are two, it
    is that of titles that name one of the years, else nothing is known of them, nor where they
    lie far apart. Numbers that count on below 年度 are years
    too, where one of them is that of a year with its era.

    >>> texts = {(1, 1): "令和6年度の評価", (2, 1): "5年度実績"}
    >>> sheet, era = in_one_era(Cells.of(texts), Vocabulary())
    >>> sheet.boxes[2, 1].said.column.period, era
    (FiscalYear(2023), '令和')
    """
    bare = [box for box in _boxes(sheet) if _is_bare(box)]
    counted = _counted(sheet)
    named = _named(sheet) if (bare or counted) and vocabulary.era is None else []
    if len({_era(each) for each in named}) > 1:
        named = _titled(sheet, bare)
    eras = {_era(each) for each in named}
    if len(eras) != 1:
        return sheet, ""
    (era,) = eras
    of_era = attrs.evolve(vocabulary, era=era)
    told = [(box, _said(box, sheet, of_era)) for box in bare]
    told += [
        (box, what_it_says(f"{era}{_digits(box)}{FISCAL_YEAR}", vocabulary=vocabulary))
        for line in counted
        if {int(_digits(box)) for box in line} & _numbers(named)
        for box in line
    ]
    years = [said.column.period.start.year for _, said in told if said.column.period]
    if not years or not _is_near(years, _starts(named)):
        return sheet, ""
    for box, said in told:
        if said.column.period is not None:
            sheet.put(attrs.evolve(box, said=said))
    return sheet, era


def with_years_in_turn(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet in which what follows a year with its era are the years after it.

    6年 by itself is as long as six years are; behind 令和5年 it is the next year.

    >>> sheet = Cells.of({(1, 1): "令和5年", (1, 2): "6年", (1, 3): "7年", (1, 4): "9年"})
    >>> [str(box.said.column.period) for box in with_years_in_turn(sheet, Vocabulary()).lines[1]]
    ['2023', '2024', '2025', 'None']
    """
    boxes = _boxes(sheet)
    for first in (box for box in boxes if _CALENDAR.fullmatch(folded(box.text))):
        for beside in (_right_of, _below):
            _tell_years_after(sheet, first, beside, vocabulary)
    return sheet


def _tell_years_after(
    sheet: Cells, first: Box, beside: Callable[[Cells, Box], Box | None], vocabulary: Vocabulary
) -> None:
    """Tell the years of the cells that go on from one with its era, each by one more."""
    *_, year = _CALENDAR.findall(folded(first.text))
    era, number = _era(year), int(_DIGITS.findall(year)[0].replace(FIRST, "1"))
    box = beside(sheet, first)
    while box is not None and (found := _NEXT.fullmatch(folded(box.text))):
        number += 1
        if int(found[1]) != number:
            return
        said = what_it_says(f"{era}{number}{YEAR}", vocabulary=vocabulary)
        sheet.put(attrs.evolve(box, said=said))
        box = beside(sheet, box)


def _right_of(sheet: Cells, box: Box) -> Box | None:
    return sheet.at(box.row, box.right + 1)


def _below(sheet: Cells, box: Box) -> Box | None:
    return sheet.at(box.bottom + 1, box.column)


def _is_near(years: Sequence[int], known: Sequence[int]) -> bool:
    """Whether years lie about those that are known."""
    return min(known) - min(years) <= _NEAR and max(years) - max(known) <= _NEAR


def _boxes(sheet: Cells) -> list[Box]:
    """Return the cells of a sheet, each once."""
    return [*dict.fromkeys(sheet.boxes.values())]


def _is_bare(box: Box) -> bool:
    is_open = box.said.kind is Class.UNREAD or (box.is_label and box.said.column.period is None)
    return is_open and has_bare_year(folded(box.text))


def _counted(sheet: Cells) -> list[list[Box]]:
    """Return the numbers that count on below one heading 年度, each line of them: 4 5 6 7.

    What begins with 1 may count the years of a plan.
    """
    found = list[list[Box]]()
    for head in _boxes(sheet):
        if folded(head.text) == FISCAL_YEAR and head.right > head.column:
            below = [sheet.at(head.bottom + 1, at) for at in range(head.column, head.right + 1)]
            line = [box for box in dict.fromkeys(below) if box is not None]
            numbers = [int(digits) for box in line if (digits := _digits(box))]
            first = next(iter(numbers), 0)
            is_in_turn = numbers == [*range(first, first + len(line))]
            if is_in_turn and first > 1 and len(line) > 1:
                found.append(line)
    return found


def _digits(box: Box) -> str:
    """Return the number of at most two digits that a cell is, ``""`` if it is none."""
    found = _NUMBER.fullmatch(folded(box.text))
    return found[0] if found else ""


def _numbers(named: Iterable[str]) -> set[int]:
    """Return the numbers of years that name their era."""
    return {int(_DIGITS.findall(year)[0].replace(FIRST, "1")) for year in named}


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
    return [year for text in (*titles, name) for year in _years_in(text)]


def _named(sheet: Cells) -> list[str]:
    """Return the years with their era that labels and titles name, else those of other sheets."""
    labels = [box.text for box in _boxes(sheet) if box.says]
    own = [year for text in labels for year in _years_in(text)]
    texts = {(box.row, box.column): box.text for box in _boxes(sheet)}
    return own + years_named(texts, sheet.name) or [*sheet.years_beside()]


def _titled(sheet: Cells, bare: Sequence[Box]) -> list[str]:
    """Return the years of titles, where one of them is named without its era: 6年度実績.

    始期 平成15年度 says something else.
    """
    texts = {(box.row, box.column): box.text for box in _boxes(sheet)}
    named = years_named(texts, sheet.name)
    told = (year for box in bare for year in _IN_HEADING.findall(folded(box.text)))
    numbers = _numbers(year.partition(FISCAL_YEAR)[0] for year in told)
    return [] if numbers.isdisjoint(_numbers(named)) else named


def _years_in(text: str) -> list[str]:
    """Return the years with their era that a text names, one that it tells again only once.

    In 平成32年度（令和2年度） years are counted as the first one is.
    """
    named = _ERA_YEAR.findall(folded(text))
    return [
        year
        for at, year in enumerate(named)
        if at == 0
        or _era(year) == _era(named[at - 1])
        or _starts([year]) != _starts([named[at - 1]])
    ]


def _era(year: str) -> str:
    """Return the name of the era that a year names."""
    return era_called(_DIGITS.sub("", year)).name


def _starts(years: Iterable[str]) -> list[int]:
    """Return when years begin that name their era."""
    read = (read_period(f"{text}{FISCAL_YEAR}") for text in years)
    return [each.value.start.year for each in read if each.value is not None]
