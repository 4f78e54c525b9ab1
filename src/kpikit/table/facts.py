"""Cells into facts: what every figure of a sheet is, of which indicator, of which year.

Nothing is known of the form of a table beforehand. A value is told by the labels above it and to
its left, whichever of them say its role, its year, its unit and its name. Each figure is a fact,
something that is no indicator, or left over; what is left over is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import chain, count, pairwise, takewhile
from typing import Final

import attrs

from kpikit.cell import Vocabulary, read_actual, read_target
from kpikit.cell.vocabulary import USUAL
from kpikit.language.headings import ITEM, NOT_OF_ITS_YEAR, PLANNED, SPENT
from kpikit.language.lines import BRACKETED, FIGURE_ALONE, SENTENCE_END, SORTING
from kpikit.language.marks import DASHES
from kpikit.language.pattern import pattern
from kpikit.language.units import YEN
from kpikit.language.words import either
from kpikit.language.years import DATED, INSTANTS, YEAR
from kpikit.model.observation import Status
from kpikit.model.period import Period
from kpikit.model.unit import is_ratio
from kpikit.table.aims import told_in_title
from kpikit.table.cells import Box, Cells
from kpikit.table.choice import by_revision, by_statistic, seen, statistic_of, with_now
from kpikit.table.classes import OTHERS, SAYING, Class, Said, read_class, what_it_says
from kpikit.table.counted import UNIT_OF_ALL, Units, unit_in
from kpikit.table.dated import dated_by_lines
from kpikit.table.fact import About, Fact, Facts
from kpikit.table.foresight import is_of_foresight
from kpikit.table.form import WITHIN
from kpikit.table.headings import YEARS_OF, Column, Role, folded
from kpikit.table.items import with_items
from kpikit.table.naming import NAMING, Names
from kpikit.table.notes import dated_by_notes, is_mark, year_notes
from kpikit.table.nouns import noun_of
from kpikit.table.part_year import of_parts
from kpikit.table.place import COSTING, TELLING, Place, names_both, opened, told_left
from kpikit.table.prepared import prepared
from kpikit.table.said_years import tells_years
from kpikit.table.scope import Scope
from kpikit.table.second_values import legend_of, parted
from kpikit.table.sections import is_remark, read_counted_line, read_heading_line
from kpikit.table.stacked import Stacked
from kpikit.table.structure import (
    ABOUT,
    FIGURES,
    PRINTED,
    Pair,
    Structure,
    is_aside,
)
from kpikit.table.sums import over_years
from kpikit.table.tallies import counts_of_results
from kpikit.table.units import stated_unit
from kpikit.table.units_within import with_units_within
from kpikit.table.wholes import is_indented, with_wholes
from kpikit.table.worded import structure_of
from kpikit.table.years import Years

__all__ = ["facts_of"]

_VALUES: Final = frozenset(Class) - SAYING - {Class.UNIT}
#: Values in words.
_WORDED: Final = frozenset((Class.TEXT, Class.WORD, Class.MARK))
#: What labels and headings say that a value is.
_GIVEN: Final = FIGURES | PRINTED | YEARS_OF.keys() | {Role.BENCHMARK}
_BEFORE: Final = pattern(NOT_OF_ITS_YEAR)
_ITEM: Final = pattern(ITEM)
#: Two values above one another, each with a figure or a dash.
_VALUE: Final = rf"[^\n]*[\d０-９{''.join(DASHES)}-][^\n]*"
_TWO_LINES: Final = pattern(rf"{_VALUE}\n{_VALUE}")
_BRACKETED: Final = pattern(BRACKETED)
_DATED: Final = pattern(DATED)
_PLANNED: Final = pattern(PLANNED)
_INSTANT: Final = pattern(either(INSTANTS))
_SPENT: Final = pattern(SPENT)
_BRACKET_BEHIND: Final = pattern(r"[^()][(][^()]+[)]$")
_SORTING: Final = pattern(SORTING)
#: A figure with what it counts, and nothing else: 63.4％, 140以下.
_ALONE: Final = pattern(FIGURE_ALONE)
_IN_BRACKETS: Final = pattern(r"[(\[]([^()\[\]]+)[)\]]")
#: What is longer is a remark.
_SHORT: Final = 40
#: So many figures below one another are no numbers of pages.
_FEWEST_LONE: Final = 3
_MONEY: Final = pattern(rf"{YEN}(?:\([^()]*\))?$")
#: What headings tell of a table of indicators.
_NEEDED: Final[frozenset[Role | None]] = frozenset((Role.INDICATOR, Role.TARGET))
_BOTH: Final = frozenset((Role.ACTUAL, Role.TARGET))
#: What labels say of an actual at the start.
_AT_START: Final = frozenset((Role.ACTUAL, Role.BASELINE))
#: What is no value, unless a label of its row says that all of it are values.
_BESIDE: Final = frozenset((Role.REMARK, Role.NUMBER))
#: What a form says of its indicator, be it above its values or below them.
_ALSO_BELOW: Final[frozenset[Role | None]] = (ABOUT | PRINTED) - {
    *YEARS_OF,
    Role.SECTION,
    Role.NUMBER,
    Role.INDICATOR,
}

#: A label and what it says are so many cells.
_PAIR: Final = 2
#: What a form says of a noun beside its indicator: it has none of its units, and belongs to it.
_OF_OWN: Final[dict[Role | None, Role | None]] = {Role.UNIT: None, Role.INDICATOR: Role.SECTION}


def facts_of(sheet: Cells, vocabulary: Vocabulary = USUAL) -> Facts:
    """Return what a sheet says.

    >>> texts = {(1, 1): "年度", (1, 2): "利用率", (2, 1): "R5実績", (2, 2): "48%"}
    >>> (fact,) = facts_of(Cells.of(texts)).facts
    >>> fact.role, fact.period, fact.names[0].text
    (Role.ACTUAL, FiscalYear(2023), '利用率')
    """
    told, era = prepared(sheet, vocabulary)
    found = _Reader(structure_of(told, vocabulary), vocabulary).read()
    found.eras += [era] if era else []
    return found


@attrs.define(eq=False, slots=False)
class _Reader:
    """Reads one sheet from top to bottom."""

    structure: Structure
    vocabulary: Vocabulary
    found: Facts = attrs.field(factory=Facts)
    #: The names of the facts, each with the headings and the row of its last value.
    valued: dict[Box, tuple[list[int], int]] = attrs.field(factory=dict[Box, tuple[list[int], int]])
    #: The last year of rows, with its headings.
    year: tuple[list[int], Box] | None = None
    #: Values below a heading that says that they are sums.
    sums: list[Fact] = attrs.field(factory=list[Fact])
    #: Sums of money of which no label says what they are.
    money: list[Box] = attrs.field(factory=list[Box])
    #: The rows that say something of the columns of others.
    columned: set[int] = attrs.field(factory=set[int])
    #: By its column, the last value above rows that say more of columns.
    lowest: dict[int, Fact] = attrs.field(factory=dict[int, Fact])
    #: Names without values, of which those below them are parts.
    wholes: list[Box] = attrs.field(factory=list[Box])
    #: The rows that have a result below values.
    rated: set[int] = attrs.field(factory=set[int])
    #: The labels of values in brackets.
    bracketed: set[Box] = attrs.field(factory=set[Box])

    @cached_property
    def scope(self) -> Scope:
        return Scope(self.structure, self.vocabulary, self.found.lines)

    @cached_property
    def names(self) -> Names:
        return Names(self.scope, self._begin)

    @cached_property
    def years(self) -> Years:
        return Years(self.scope)

    @cached_property
    def stacked(self) -> Stacked:
        return Stacked(self.structure, self.vocabulary)

    @cached_property
    def units(self) -> Units:
        return Units(self.scope)

    @cached_property
    def sheet(self) -> Cells:
        return self.structure.sheet

    def _said(self, text: str) -> Said:
        """Return what a text says by itself."""
        return what_it_says(text, labels=self.sheet.labels, vocabulary=self.vocabulary)

    def read(self) -> Facts:
        """Return what the sheet says."""
        self.found.first = next(iter(self.structure.rows), 0)
        self.found.dittos, self.found.numbers = self.sheet.dittos, self.sheet.numbers
        self.found.left += self.sheet.rests
        for row in self.structure.rows:
            for pair in self.structure.of_block(row):
                self._begin(pair)
            if row not in self.structure.headings:
                self._read_row(row)
            elif self.structure.begins_years(row):
                self.found.doubts += self.structure.own(row)
        self._doubt_words()
        self._date_by_notes()
        self._choose()
        found, units = with_units_within(self.found.facts, self.structure, self.vocabulary)
        self.found.facts, self.found.told = found, [*self.found.told, *units]
        self._keep_apart()
        self._name_wholes()
        self._keep_missed()
        self._keep_unused()
        self._keep_lone_figures()
        named = {fact.names[0] for fact in self.found.facts}
        self.found.doubts += [box for box in named if box.row in self.sheet.unsure]
        with_items(self.found)
        return self.found

    def _name_wholes(self) -> None:
        """Give parts, うち女性, the names of what they are parts of."""
        named = [*self.found.facts, *self.found.rated]
        rows = {box.row for box in self.found.left}
        others = [*self.wholes, *(box for box, _ in self.found.unvalued)]
        others += [
            box
            for box in self.found.apart
            if box.kind in NAMING
            and (box.row in rows or self.structure.role(box.row, box.column) is Role.INDICATOR)
        ]
        others += [line for line in self.found.lines if unit_in(line.text, self.vocabulary)]
        for facts in (self.found.facts, self.found.rated):
            facts[:] = with_wholes(facts, named, others, self.found.lines)
        self.found.facts = [self._dated_with_whole(fact) for fact in self.found.facts]
        wholes = {box for fact in self.found.facts for box in fact.names[1:]}
        unvalued = [each for each in self.found.unvalued if each[0] not in wholes]
        self.found.unvalued = unvalued
        told = {*self.found.told}
        self.found.apart = [box for box in self.found.apart if box not in told]

    def _dated_with_whole(self, fact: Fact) -> Fact:
        """Return the value of a part with the year in the row of its whole: 健康寿命 | 2016年."""
        if fact.period is not None or len(fact.names) == 1:
            return fact
        year = self.sheet.at(fact.names[1].row, fact.box.column)
        if year is None or year.said.kind is not Class.YEAR or year not in self.found.apart:
            return fact
        self.found.told.append(year)
        return attrs.evolve(fact, period=year.said.column.period)

    def _doubt_words(self) -> None:
        """Doubt headings of words alone right below the names and values of others.

        They may be values too, and all below them would be told by nothing.
        """
        for above, group in pairwise(self.structure.heads):
            own = [*chain(*map(self.structure.own, group))]
            is_cut = not any(box.says for box in own) and group[0] - 1 in self.sheet.lines
            is_cut = is_cut and self.structure.group(group[0] - 1) == above
            roles = {self.structure.role(group[0] - 1, box.column) for box in own}
            if is_cut and roles >= _NEEDED and not roles.isdisjoint(_AT_START):
                self.found.doubts += own[:1]

    def _date_by_notes(self) -> None:
        """Give values the years that notes say they are of."""
        lines, read = sorted(self._lines()), self.scope.period
        facts = dated_by_notes(self.found.facts, year_notes(lines, read), read)
        self.found.facts = dated_by_lines(facts, self.found.lines, self.structure, read)

    def _lines(self) -> Iterator[tuple[int, str]]:
        """Yield the lines, and the rows of a mark with its note, each with its number."""
        yield from ((line.row, line.text) for line in self.found.lines)
        for row in self.structure.rows:
            own = self.structure.own(row)
            if len(own) > 1 and is_mark(own[0].text):
                yield row, "".join(box.text for box in own)

    def _choose(self) -> None:
        """Keep of several values those that hold."""
        self._part_by_statistic()
        rows = {fact.box.row for fact in self.found.facts}
        meant = {row: said for row in rows if (said := self._statistic(row))}
        chosen = by_statistic(self.found.facts, meant)
        newest = by_revision(with_now(chosen.kept))
        firm = seen(newest.kept)
        self.found.facts = firm.kept
        passed = (*chosen.passed, *newest.passed, *firm.passed)
        self.found.passed += [fact.box for fact in passed]
        self._take_once()
        self._take_sums()

    def _part_by_statistic(self) -> None:
        """Call by their words what rows of one name are: 単年度 and 累計, each with both values."""
        named: dict[tuple[Box, ...], dict[Box, list[Fact]]] = {}
        for fact in self.found.facts:
            words = [box for box in self.sheet.lines[fact.box.row] if box.said.of == "statistic"]
            for word in words[:1]:
                named.setdefault(fact.names, {}).setdefault(word, []).append(fact)
        called = {
            id(fact): word
            for words in named.values()
            if len(words) > 1 and all({each.role for each in of} >= _BOTH for of in words.values())
            for word, of in words.items()
            for fact in of
        }
        self.found.facts = [
            attrs.evolve(fact, names=(called[id(fact)], *fact.names))
            if id(fact) in called
            else fact
            for fact in self.found.facts
        ]

    def _take_once(self) -> None:
        """Take once what is printed twice: a target in its year, and as 目標値（R6）."""
        known = set[tuple[object, ...]]()
        kept = list[Fact]()
        for fact in self.found.facts:
            key = fact.names, fact.role, fact.period, fact.above, folded(fact.box.text)
            is_again = fact.period is not None and key in known
            (self.found.passed.append(fact.box) if is_again else kept.append(fact))
            known.add(key)
        self.found.facts = kept

    def _take_sums(self) -> None:
        """Take totals of years for the actuals of targets for all of these years."""
        named: dict[tuple[Box, ...], list[Fact]] = {}
        for fact in self.found.facts if self.sums else ():
            named.setdefault(fact.names, []).append(fact)
        found = (
            over_years(total, named.get(total.names, []), is_meant=self._means_totals(total))
            for total in self.sums
        )
        taken = [each for each in found if each is not None]
        years = {id(year): year.box for _, parts in taken for year in parts}
        self.found.told += dict.fromkeys(
            label for _, parts in taken for year in parts for label in year.labels
        )
        totals = {actual.box for actual, _ in taken}
        kept = [fact for fact in self.found.facts if id(fact) not in years]
        self.found.facts = [*kept, *(actual for actual, _ in taken)]
        self.found.passed += years.values()
        self.found.left = [box for box in self.found.left if box not in totals]
        self.found.printed = [box for box in self.found.printed if box not in totals]

    def _means_totals(self, total: Fact) -> bool:
        """Whether a cell of the row of a total says what its heading does: 累計 below 区分."""
        meant = self._statistic(total.box.row)
        return meant != "" and meant == statistic_of(box.text for box in total.above)

    def _statistic(self, row: int) -> str:
        """Return the statistic that a cell of a row says is meant."""
        every = self.sheet.lines[row]
        return statistic_of(box.text for box in every if box.said.of == "statistic")

    def _keep_apart(self) -> None:
        """Keep the text that nothing has taken, with its headings."""
        self._keep_money()
        self._drop_words()
        names = {box for fact in self.found.facts for box in fact.names}
        names = {box for box in names if box.kind is Class.FIGURE}  # 20歳以上
        self.found.left = [
            box
            for box in self.found.left
            if box not in names and _place(box) not in self.names.numbered.used
        ]
        self._leave_years()
        self._leave_measures()
        self._leave_parts()
        self.found.told += self._years_beside()
        taken = self.found.taken
        rows = [row for row in self.structure.rows if row not in self.structure.headings]
        every = chain(*map(self.structure.own, rows))
        apart = [box for box in every if (box.row, box.column) not in taken and not box.is_label]
        valued = {fact.box.row for fact in self.found.facts}
        years = self._untaken_years(apart) | {box for box in apart if self._is_unread_year(box)}
        for box in apart:
            stack = self.structure.stack(box.row, box.column)
            is_figure = any(each.says for each in stack) and self._is_in_brackets(box)
            is_figure = is_figure or self._is_unread_value(box, valued)
            (self.found.left if box in years or is_figure else self.found.apart).append(box)
            self.found.headings.setdefault(box, self.structure.heading(box.row, box.column))
        self._leave_newer()
        self._keep_sums_of_costs()
        self._keep_counts()
        for box in self.found.left:
            stack, group = self.structure.stack(box.row, box.column), self.structure.group(box.row)
            blank = attrs.evolve(box, row=group[-1], bottom=group[-1]) if group else box
            self.found.above |= {box: stack[-1] if stack else blank} if group else {}

    def _keep_sums_of_costs(self) -> None:
        """Take what is right below costs for their sum, which is no row of indicators: 計."""
        rows = {box.bottom for box in self.found.costs}
        self.found.totals = [box for box in self.found.totals if box.row - 1 not in rows]

    def _keep_counts(self) -> None:
        """Take what counts results for what the publisher works out."""
        counted = counts_of_results(self.structure, self.found.left, self.found.totals)
        self.found.printed += [box for box in self.found.left if box in counted]
        self.found.left = [box for box in self.found.left if box not in counted]
        self.found.totals = [box for box in self.found.totals if box not in counted]

    def _keep_missed(self) -> None:
        """Keep the figures of rows of values that are used for nothing: they are left over.

        A figure below a heading of names is used if it is a part of a name (72人 is none, right of
        the target below 指標1), and one below a heading that says nothing if it stands in a text.
        Who is sorted, 60歳, a name may say itself.
        """
        facts = self.found.facts
        used = {(box.row, box.column) for fact in facts for box in (fact.box, *fact.names)}
        taken = self.found.taken
        beside = {(box.row, box.column) for box in self.found.headings}
        for row in sorted({fact.box.row for fact in facts}):
            for box in self.sheet.lines[row]:
                place, role = (row, box.column), self.structure.role(row, box.column)
                is_known = place in taken or (
                    place in beside and (role is not None or not _ALONE.fullmatch(folded(box.text)))
                )
                is_used = place in used or (is_known and role is not Role.INDICATOR)
                is_used = is_used or _SORTING.search(folded(box.text)) is not None
                if box.row == row and not is_used and box.kind is Class.FIGURE:
                    self.found.left.append(box)

    def _keep_unused(self) -> None:
        """Keep the labels that say nothing of any value; years among them are left over.

        That is those above headings, and those that a label in a line of values names.
        """
        taken = self.found.taken
        told = " ".join(map(folded, dict.fromkeys(self.found.headings.values())))
        rows = {fact.box.row for fact in self.found.facts}
        columns = {fact.box.column for fact in self.found.facts}
        self.found.left += self._unread_years_above()
        for box in dict.fromkeys(self.sheet.boxes.values()):
            is_taken = (box.row, box.column) in taken or folded(box.text) in told
            if box.says and not is_taken:
                is_year = box.said.kind is Class.YEAR and self._is_over_headings(box)
                is_dated = box.is_label and box.said.column.period is not None
                is_year = is_year or (is_dated and (box.row in rows or box.column in columns))
                (self.found.left if is_year else self.found.unused).append(box)

    def _keep_lone_figures(self) -> None:
        """Keep figures that stand below one another, each alone in its row: no line of words is.

        Such are the cells of a table that was not seen to be one; the numbers of items count.
        """
        rows = [line for line in self.found.lines if len(self.sheet.lines[line.row]) == 1]
        alone = {line.row: line for line in rows if self._is_figure(line)}
        for first in (row for row in alone if row - 1 not in alone):
            run = [alone[row] for row in takewhile(alone.__contains__, count(first))]
            texts = [folded(line.text).strip("()") for line in run]
            counts = texts == [str(number) for number in range(1, len(run) + 1)]
            self.found.left += run if len(run) >= _FEWEST_LONE and not counts else []

    def _is_figure(self, box: Box) -> bool:
        """Whether a text is a figure, wherever it stands: one below names may be called text."""
        text = folded(box.text).strip("()")
        is_figure = read_class(text, self.vocabulary) is Class.FIGURE
        return is_figure and _ALONE.fullmatch(text) is not None

    def _unread_years_above(self) -> Iterator[Box]:
        """Yield headings in words that name a year, where no label says when their values were."""
        undated = (fact for fact in self.found.facts if fact.period is None)
        heads = (
            head
            for fact in undated
            for head in self.structure.stack(*_place(fact.box))
            if head not in fact.names
        )
        for head in dict.fromkeys(heads):
            if head.kind in NAMING and _DATED.search(folded(head.text)):
                yield head

    def _is_over_headings(self, box: Box) -> bool:
        """Whether a cell stands right above one of headings, but is none of them."""
        is_none = box.row not in self.structure.headings
        below = self.sheet.at(box.bottom + 1, box.column)
        return is_none and below is not None and below.row in self.structure.headings

    def _is_in_brackets(self, box: Box) -> bool:
        """Whether a text is a figure in brackets, of which nobody knows what they say: （86）."""
        found = _IN_BRACKETS.fullmatch(folded(box.text))
        return found is not None and read_class(found[1], self.vocabulary) is Class.FIGURE

    def _untaken_years(self, apart: Sequence[Box]) -> set[Box]:
        """Return the years beside values that are of none of them.

        A column of one year throughout says when all was written.
        """
        valued = {fact.box.row for fact in self.found.facts}
        columns: dict[tuple[int, int], list[Box]] = {}
        for box in apart:
            if box.said.kind is Class.YEAR and box.row in valued:
                head = next(iter(self.structure.group(box.row)), 0)
                is_known = self.structure.is_of_value(box.row, box.column)
                if not is_known or self.structure.owner(box.row, box.column) is None:
                    columns.setdefault((head, box.column), []).append(box)
        return {
            box
            for boxes in columns.values()
            if len(boxes) == 1 or len({each.said.column.period for each in boxes}) > 1
            for box in boxes
        }

    def _is_unread_value(self, box: Box, valued: Collection[int]) -> bool:
        """Whether a text with figures stands below a heading of values, or a year, in their row."""
        if box.kind is not Class.TEXT or box.row not in valued or box.right > box.column:
            return False
        is_short = len(box.text) <= _SHORT and any(map(str.isdigit, box.text))
        stack = self.structure.stack(box.row, box.column)
        is_below = self.structure.role(box.row, box.column) in FIGURES
        is_below = is_below or (bool(stack) and stack[-1].said.kind is Class.YEAR)
        return is_short and is_below

    def _is_unread_year(self, box: Box) -> bool:
        """Whether a text with figures stands where the year of a value does: R7(3/31)."""
        if box.kind is not Class.TEXT or not any(map(str.isdigit, box.text)):
            return False
        return self.structure.is_of_value(box.row, box.column)

    def _years_beside(self) -> Iterator[Box]:
        """Yield the years that stand in cells beside the values that they are of."""
        valued = {(fact.box.row, fact.box.column) for fact in self.found.facts}
        for row in sorted({row for row, _ in valued}):
            for box in self.structure.own(row):
                is_year = box.said.kind is Class.YEAR and self.structure.is_of_value(
                    row, box.column
                )
                if is_year and (row, self.structure.owner(row, box.column)) in valued:
                    yield box

    def _drop_words(self) -> None:
        """Forget words below years, where labels of rows say what is a value: 実施 in 工程."""
        told = {id(fact.head) for fact in self.found.facts if fact.is_told_by_row}
        self.found.facts = [
            fact
            for fact in self.found.facts
            if not (fact.is_assumed and fact.box.kind is Class.WORD and id(fact.head) in told)
        ]

    def _leave_years(self) -> None:
        """Leave over what only a year tells, beside an actual of its name that has none: 実績値."""
        undated = {
            (id(fact.head), fact.names)
            for fact in self.found.facts
            if fact.role is Role.ACTUAL and fact.period is None and not fact.is_assumed
        }
        kept = list[Fact]()
        for fact in self.found.facts:
            is_left = fact.is_assumed and (id(fact.head), fact.names) in undated
            (self.found.left.append(fact.box) if is_left else kept.append(fact))
        self.found.facts = kept

    def _leave_measures(self) -> None:
        """Leave out what only a year tells, below words beside a heading of actuals: 効果額(千円).

        It is something else, since they say in what it is counted; in money what it is worth.
        """
        told = {
            (id(fact.head), fact.names)
            for fact in self.found.facts
            if fact.role is Role.ACTUAL and not fact.is_assumed
        }
        kept = list[Fact]()
        for fact in self.found.facts:
            heads = (box.text for box in fact.above if box.row in fact.head)
            is_other = any(unit_in(text, self.vocabulary) for text in heads)
            if fact.is_assumed and is_other and (id(fact.head), fact.names) in told:
                left = self.found.costs if _MONEY.search(fact.unit) else self.found.left
                left += [fact.box] if fact.box.kind is Class.FIGURE else []
            else:
                kept.append(fact)
        self.found.facts = kept

    def _leave_parts(self) -> None:
        """Leave out values of a part of a year that are no actuals of the year."""
        parts = of_parts(self.found.facts)
        self.found.parts += [fact.box for fact in parts]
        gone = set(map(id, parts))
        self.found.facts = [fact for fact in self.found.facts if id(fact) not in gone]

    def _read_row(self, row: int) -> None:
        if self._is_ragged(row):
            self.found.ragged += self.structure.own(row)[:1]
        if row in self.columned:
            return
        if self.scope.columns and self._is_of_other_names(row):
            self.scope.columns.clear()
        if self.structure.tells_columns(row):
            self._tell_columns(row)
            return
        if self.structure.own(row) and self._tell_above(row):
            return
        if self._is_remark(row):
            self.found.left += [box for box in self.structure.own(row) if box.kind is Class.FIGURE]
            return
        pairs = self.structure.pairs(row)
        is_told = any(self.structure.role(row, pair.value.column) for pair in pairs)
        pairs = [] if is_told and not self.structure.recurs(row) else pairs
        pairs = pairs or self.structure.vertical(row)
        for pair in pairs:
            self._begin(pair)
            self.scope.form.told |= {pair.label, pair.value}
        if pairs:
            self._read_values(row)
            return
        if self.stacked.is_line(row) or (self.structure.is_line(row) and not self._is_name(row)):
            title = self.structure.line(row)
            stated = [box for box in self.sheet.lines[row] if box is not title]
            self.found.lines += [*stated, title]
        else:
            self._read_values(row)

    def _is_remark(self, row: int) -> bool:
        """Whether a row is called a remark where names stand, whatever is below the headings."""
        labels = [box for box in self.structure.own(row) if box.said.column.role is Role.REMARK]
        return any(self.structure.role(row, box.column) is Role.INDICATOR for box in labels)

    def _is_of_other_names(self, row: int) -> bool:
        """Whether headings of names begin below rows that say something of columns."""
        group = self.structure.group(row)
        is_below = bool(group) and max(self.columned) < group[0]
        heads = chain(*map(self.structure.own, group)) if is_below else ()
        return any(self.structure.role_of(each) is Role.INDICATOR for each in heads)

    def _is_ragged(self, row: int) -> bool:
        """Whether a row has too few cells for its headings, or a row of these for one below it."""
        group, lines = self.structure.group(row), self.sheet.lines
        is_cut = any(
            above in self.sheet.ragged and lines[above][-1].right < lines[below][-1].column
            for above, below in pairwise(group)
        )
        is_short = row in self.sheet.ragged and not self.structure.recurs(row)
        return is_cut or (bool(group) and is_short)

    def _is_name(self, row: int) -> bool:
        """Whether a cell alone in its row is a name between those of indicators, and no heading."""
        box = self.sheet.lines[row][0]
        text = box.text.strip()
        stack = self.structure.stack(row, box.column)
        is_wide = bool(stack) and box.right > stack[-1].right
        role = self.structure.role(row, box.column)
        if is_wide or box.says or is_remark(text) or _BRACKETED.fullmatch(text):
            return False
        if text.endswith(SENTENCE_END) or tells_years(text):
            return False
        if role in (None, Role.INDICATOR) and self._is_whole(row, box):
            self.wholes.append(box)
            return True
        if role is not Role.INDICATOR:
            return False
        is_line = read_heading_line(text) is not None or self._is_as_first(row, box)
        is_line = is_line or self._counts_on(row, box)
        return self.structure.is_between(row) and not is_line

    def _is_whole(self, row: int, box: Box) -> bool:
        """Whether the name below a cell begins further right, and others of the table do not."""
        beneath, group = self.sheet.at(row + 1, box.column), self.structure.group(row)
        is_over = beneath is not None and is_indented(beneath.text)
        is_over = is_over and len(self.sheet.lines[row + 1]) > 1
        if not (is_over and group) or is_indented(box.text):
            return False
        below = self.structure.below(group, box.column)
        names = [each.text for each in below if len(self.sheet.lines[each.row]) > 1]
        return not all(map(is_indented, names))

    def _counts_on(self, row: int, box: Box) -> bool:
        """Whether a cell has the number behind that of the title above headings: １ 指標, ２ 経費.

        The names below them have none.
        """
        number, group = _number(box), self.structure.group(row)
        titles = [line for line in self.found.lines if group and line.row < group[0]]
        before = [found for line in titles if (found := _number(line))]
        below = self.structure.below(group, box.column)
        names = (each for each in below if len(self.sheet.lines[each.row]) > 1)
        is_next = bool(number and before) and number == before[-1] + 1
        return is_next and not any(map(_number, names))

    def _is_as_first(self, row: int, box: Box) -> bool:
        """Whether a cell is a line as the one that stands right below the headings."""
        group = self.structure.group(row)
        first = self.sheet.lines.get(group[-1] + 1, []) if group else []
        is_alike = len(first) == 1 and (first[0].column, first[0].right) == (box.column, box.right)
        return is_alike and first[0] in self.found.lines

    # -- what holds for values further below ---------------------------------------------------

    def _begin(self, pair: Pair) -> None:
        """Let a pair hold, and end those of its role and those within.

        The year of all values below it is a line: 評価対象年度 | 令和5年度.
        """
        if pair.is_year_of_all:
            text = f"{pair.label.text.strip()}: {pair.value.text.strip()}"
            self.found.lines.append(attrs.evolve(pair.label, right=pair.value.right, text=text))
            return
        self.found.headings[pair.value] = pair.label.text.strip()
        above = self._facts_above(pair)
        for fact in above:
            assert pair.role is not None  # noqa: S101 - what stands below values has one
            fact.about[pair.role] = [pair.value]
        if above:
            return
        self._leave(self.scope.form.begin(pair), pair)
        if pair.label.said.of == "cost" and pair.value.kind is Class.FIGURE:
            self.found.costs.append(pair.value)

    def _facts_above(self, pair: Pair) -> list[Fact]:
        """Return the values of the form above of which a pair below them says something new.

        A blank row parts it from what begins the next form; beside a name it is about that.
        """
        row, role = pair.label.row, pair.role
        if any(each.role is Role.INDICATOR for each in self.structure.pairs(row)):
            return []
        if role in _ALSO_BELOW and self.structure.group(row) and self.structure.recurs(row):
            return [fact for fact in self.found.facts if fact.box.row == row - 1]
        if role not in _ALSO_BELOW or (role in WITHIN and self._begins_form(row, role)):
            return []
        names = {
            other.value
            for other in self.scope.form.pairs
            if other.role is Role.INDICATOR and other.overlaps(pair)
        }
        names = names or self._titling(row)
        facts = [fact for fact in self.found.facts if not names.isdisjoint(fact.names)]
        if role is Role.UNIT:  # of each value that stands right above it: 5 千人, 3000 人
            facts = [fact for fact in facts if role not in fact.about]
        return [] if any(role in fact.about for fact in facts) else facts

    def _titling(self, row: int) -> set[Box]:
        """Return the name of the form above a row that is no pair of it but its title."""
        last = self.found.facts[-1] if self.found.facts else None
        if last is None or any(name.row >= last.box.row for name in last.names):
            return set()
        is_alone = len(self.sheet.lines[last.box.row]) == _PAIR
        goes_on = all(map(self.structure.pairs, range(last.box.bottom + 1, row)))
        return set(last.names) if is_alone and goes_on else set()

    def _begins_form(self, row: int, role: Role) -> bool:
        """Whether a row is the first of a form: below a blank, or as that of the first form."""
        first = self.found.facts[0].box.row if self.found.facts else row
        above = (box for line in range(self.found.first, first) for box in self.structure.own(line))
        return row - 1 not in self.sheet.lines or any(box.said.column.role is role for box in above)

    def _leave(self, pairs: Sequence[Pair], following: Pair) -> None:
        """Say which names end without a value, and doubt them right above other names."""
        for pair in pairs:
            name = pair.value
            if name in self.valued or _place(name) == _place(following.value):
                continue
            if pair.role is Role.INDICATOR and name.kind in NAMING:
                is_right_above = pair.label.bottom + 1 == following.label.row
                is_again = following.role is pair.role and is_right_above
                kept = self.found.doubts if is_again else self.found.left
                kept.append(name)

    def _tell_columns(self, row: int) -> None:
        """Keep what rows say of the columns of values; new names begin a new table."""
        told = {
            each: self.structure.column_role(each) for each in self.structure.rows_of_columns(row)
        }
        if told[row] is Role.CATEGORY and self._are_names(row, told.values()):
            told[row] = Role.INDICATOR
        if Role.INDICATOR in told.values():
            self.scope.columns.clear()
        for each, role in told.items():
            assert role is not None  # noqa: S101 - what tells columns has one
            self.scope.columns[role] = {
                column: box
                for box in self.structure.own(each)[1:]
                for column in range(box.column, box.right + 1)
            }
        self.columned |= told.keys()

    def _tell_above(self, row: int) -> bool:
        """Let a row below values say more of their columns, whose names stand above: 担当課."""
        label, *rest = self.structure.own(row)
        role = self.structure.column_role(row)
        above = self.lowest if row - 1 in self.columned else self._columns_above(row)
        is_below = len(rest) > 1 and all(box.column in above for box in rest)
        if role not in _ALSO_BELOW or not is_below or any(box.says for box in rest):
            return False
        assert role is not None  # noqa: S101 - it is one of those that stand below values
        boxes = [box for box in rest if box.kind is not Class.DASH]
        for box in boxes:
            names = above[box.column].names
            for fact in self.found.facts:
                if fact.names == names and role not in fact.about:
                    fact.about[role] = [box]
            self.found.headings[box] = label.text.strip()
        self.found.told.append(label)
        self.lowest = above
        self.columned.add(row)
        return True

    def _columns_above(self, row: int) -> dict[int, Fact]:
        """Return the values right above a row that are called by words above them."""
        facts = (fact for fact in self.found.facts if fact.box.bottom == row - 1)
        return {
            fact.box.column: fact
            for fact in facts
            if all(name.column <= fact.box.column <= name.right for name in fact.names)
        }

    def _are_names(self, row: int, told: Collection[Role | None]) -> bool:
        """Whether what a row sorts its columns by are their names, since nothing else names them.

        区分 | 移住者数 | 登録件数 above 目標値 and 実績値.
        """
        own = self.structure.own(row)[1:]
        is_named = Role.INDICATOR in told or self.scope.form.of(Role.INDICATOR, own[0].column)
        return not is_named and all(box.kind in NAMING for box in own)

    # -- values --------------------------------------------------------------------------------

    def _read_values(self, row: int) -> None:
        """Find the facts of a row, but for the cells that are pairs of a form."""
        self._count_years(row)
        line = [box for box in self.sheet.lines[row] if box not in self.scope.form.told]
        about = self._about(row)
        self._carry_names(row, about)
        used = {*chain(*about.values()), *self._begin_within(row)}
        is_valued = any(box.kind in _VALUES and box not in used for box in line)
        self._keep_beside_values(row, about, is_valued=is_valued)
        if self._is_unclear_year(row):
            self.found.left += [box for box in line if box.kind is Class.FIGURE and box.row == row]
            return
        for place in self._places(row, line, about, used):
            stacked = [] if self._is_one_of_two(place) else self.stacked.words(row)
            several = opened(place, self._said, stacked) or self._of_each_year(place)
            for each in several or self._without_second(place):
                self._read_value(each)

    def _carry_names(self, row: int, about: About) -> None:
        """Keep the name of a row by its number, and let that above it go on where it is blank."""
        self.names.numbered.keep(self.structure.group(row), about)
        above = self.names.named[1].get(Role.INDICATOR, []) if self.names.named else []
        is_lower = bool(above) and above[0].bottom == row - 1 and self._is_stacked(row, above[0])
        self.names.carry(row, about, is_lower=is_lower)

    def _begin_within(self, row: int) -> Iterator[Box]:
        """Let the pairs hold that are cells of a row, and yield these."""
        for pair in filter(None, map(self.structure.in_cell, self.structure.own(row))):
            yield self.sheet.boxes[row, pair.label.column]
            self._begin(pair)

    def _keep_beside_values(self, row: int, about: About, *, is_valued: bool) -> None:
        """Keep what a row has that is no value: a name without one, a unit of all, a doubt."""
        own = self._own_names(row, about)
        if own and not (is_valued or self.structure.lacks_value(row) or self._is_across(row)):
            self._keep_unvalued(row, own, about)
        cells = self.structure.own(row)
        self.found.doubts += [box for box in cells if self._is_number(row, box)]
        self.found.lines += [box for box in cells if UNIT_OF_ALL.search(box.text) and not about]

    def _own_names(self, row: int, about: About) -> list[Box]:
        """Return the names that begin in a row."""
        return [box for box in about.get(Role.INDICATOR, []) if box.row == row]

    def _places(
        self, row: int, line: Sequence[Box], about: About, used: Collection[Box]
    ) -> Iterator[Place]:
        """Yield the values of a row, each with what says what it is.

        Args:
            row: The row.
            line: Its cells, but for those that are pairs of a form.
            about: What they say of it.
            used: Those that say it.
        """
        telling: list[Box] = [*self._year_above(row)]
        self._keep_year(row)
        is_table = bool(self.structure.group(row)) or bool(self.scope.columns)
        own = self._own_names(row, about)
        is_named = is_table and (bool(own) or self.names.is_year_of_form(row))
        for at, box in enumerate(line):
            is_text = is_named and self._is_plain_text(row, box, telling)
            if box not in used and self._may_be_value(row, box) and not is_text:
                stack = self.structure.stack(row, box.column)
                told = self._labels(row, telling if is_table else told_left(line[:at]))
                labels = tuple(each for each in told if not self._is_of_another(row, box, each))
                if not any(each.is_label for each in labels):
                    labels += self._labels_above(row, box)
                yield Place(row, box, line[:at], telling[:], stack, labels, about)
            if (box.said.kind in TELLING or box.said.of) and not self._is_done_in_year(row, box):
                telling.append(box)

    def _may_be_value(self, row: int, box: Box) -> bool:
        """Whether a cell is a value by what it is, and is one of a row."""
        is_here = box.row == row or self._is_shared(row, box)
        is_value = is_here and box.kind in _VALUES and not self._is_text_for_year(row, box)
        if is_value and box.kind in _WORDED and self._is_over_values(row):
            return False
        return is_value and not self._is_done_in_year_of_form(row, box)

    @cached_property
    def _legend(self) -> str:
        """What a line says that figures in brackets are."""
        return legend_of(self.sheet)

    def _without_second(self, place: Place) -> list[Place]:
        """Return the values of a cell, but for one in a bracket that a line tells of: （+9%）."""
        parts = parted(place.box, self._legend, self._said)
        if parts is None:
            return [place]
        first, second, label = parts
        found = [attrs.evolve(place, box=first)] if first is not None else []
        if label.said.column.role in FIGURES:
            self.bracketed.add(label)
            labels = (label, *place.labels)
            return [*found, attrs.evolve(place, box=second, labels=labels)]
        self.found.printed.append(second)
        return found

    def _of_each_year(self, place: Place) -> list[Place]:
        """Return a target that covers several years once for each: a share, 毎年度100人, 維持.

        A number of things may be that of all the years together.
        """
        box, row = place.box, place.row
        if not self._is_over_targets(place) or not self._is_yearly(place):
            return []
        columns = range(box.column, box.right + 1)
        parts = [
            attrs.evolve(
                place,
                box=attrs.evolve(box, column=column, right=column),
                stack=self.structure.stack(row, column),
            )
            for column in columns
        ]
        years = [tuple(each.periods) for each in parts]
        is_told = len(set(years)) == len(years) and all(len(each) == 1 for each in years)
        return parts if is_told else []

    def _is_over_targets(self, place: Place) -> bool:
        """Whether a cell covers several columns, all of them of targets."""
        box, row = place.box, place.row
        columns = range(box.column, box.right + 1)
        roles = {self.structure.role(row, column) for column in columns}
        return len(columns) > 1 and roles == {Role.TARGET}

    def _is_yearly(self, place: Place) -> bool:
        """Whether a target is that of each year by what it is counted in; words always are."""
        rule = read_target(place.box.text, vocabulary=self.vocabulary).value
        names, _ = self.names.of(place)
        if rule is None or not names:
            return False
        level = rule.level
        if level is None:
            return True
        unit = stated_unit(self.units.of(place, names), self.vocabulary)
        return level.per == YEAR or is_ratio(level.unit or (unit.unit if unit else ""))

    def _labels_above(self, row: int, box: Box) -> tuple[Box, ...]:
        """Return the label that goes on from above, left of the own name or the year of a row."""
        names = self._about(row).get(Role.INDICATOR, [])
        own = [each.column for each in names if each.row == row and each.column < box.column]
        first, *_ = self.structure.own(row) or [box]
        is_year = first.said.kind is Class.YEAR and first.column < box.column
        own += [first.column] if is_year and not own else []
        label = self.structure.label_above(row, min(own)) if own else None
        return () if label is None else (label,)

    def _is_done_in_year(self, row: int, box: Box) -> bool:
        """Whether a word is what is done in one of the years above: 計画 below R4."""
        stack = self.structure.stack(row, box.column)
        beside = self.structure.stack(row, box.right + 1)
        is_below_year = bool(stack and beside) and stack[-1].said.kind is Class.YEAR
        return is_below_year and box.is_label and beside[-1].said.kind is Class.YEAR

    def _is_of_another(self, row: int, box: Box, label: Box) -> bool:
        """Whether a label on its left is none of a value: of one of its rows, of a table beside."""
        is_year = label.said.kind is Class.YEAR and self.structure.is_over_table(row, label.column)
        if is_year and self._above_own(row, label) != self._above_own(row, box):
            return True
        return self._is_of_more_rows(box, label)

    def _above_own(self, row: int, box: Box) -> tuple[Box, ...]:
        return self.structure.stack(row, box.column)[:-1]

    def _is_of_more_rows(self, box: Box, label: Box) -> bool:
        """Whether a value that its heading tells reaches down below the label of its first row."""
        is_deeper = box.row <= label.row and box.bottom > label.bottom
        return is_deeper and self.structure.role(box.row, box.column) in FIGURES

    def _is_text_for_year(self, row: int, box: Box) -> bool:
        """Whether a cell is words where years stand, or a dash: 毎年度."""
        stack = self.structure.stack(row, box.column)
        is_words = box.kind in (Class.TEXT, Class.WORD, Class.DASH)
        return is_words and len(stack) > 1 and stack[-1].said.of == "years"

    def _is_plain_text(self, row: int, box: Box, telling: Sequence[Box]) -> bool:
        """Whether a cell of a named row is text of which nothing says that it is a value."""
        if box.kind is not Class.TEXT or any(each.is_label for each in telling):
            return False
        is_line = len(box.text.splitlines()) == 1
        stack = self.structure.stack(row, box.column)
        is_line = is_line and not any(names_both(each, self._said) for each in stack)
        return is_line and self.structure.role(row, box.column) not in _GIVEN

    def _is_done_in_year_of_form(self, row: int, box: Box) -> bool:
        """Whether words say what was done in a year, beside its target and its actual: 7品追加."""
        is_word = box.said.kind is Class.UNREAD and self.names.is_year_of_form(row)
        return is_word and self.structure.role(row, box.column) not in _GIVEN

    def _is_shared(self, row: int, box: Box) -> bool:
        """Whether a value of the row above reaches down to this one, which has values of its own.

        85% beside several names is the target of each.
        """
        role = self.structure.role(row, box.column)
        if role not in FIGURES or box.kind is not Class.FIGURE:
            return False
        own = self.structure.own(row)
        has_value = any(
            each.kind is Class.FIGURE and self.structure.role(row, each.column) in FIGURES - {role}
            for each in own
        )
        return has_value and not any(each.is_label for each in own)

    def _keep_unvalued(self, row: int, names: Sequence[Box], about: About) -> None:
        """Say that a name has no value: its values may stand elsewhere, if nothing is beside it.

        A number alone is the place of one that the form leaves blank: ②.
        """
        if len(self.structure.own(row)) > len(names):
            self.found.left += [] if Role.NUMBER in about else names
            self.names.numbered.keep_counted(self.structure.group(row), names[0], about)
        else:
            named = (box for box in names if not _ITEM.fullmatch(box.text.strip()))
            self.found.unvalued += [(box, self.structure.group(row)) for box in named]

    def _is_across(self, row: int) -> bool:
        """Whether a text reaches from below one heading to below others: no row of the table."""
        stacks = ((box, self.structure.stack(row, box.column)) for box in self.structure.own(row))
        return any(stack and box.right > stack[-1].right for box, stack in stacks)

    def _is_over_values(self, row: int) -> bool:
        """Whether a text reaches from beside values to below their headings: no row of theirs."""
        roles = (
            (self.structure.role(row, box.column), self.structure.role(row, box.right))
            for box in self.structure.own(row)
            if box.right > box.column and not box.says
        )
        return any(first not in FIGURES and last in _BOTH for first, last in roles)

    @cached_property
    def _first(self) -> int:
        """The first column of all."""
        return min((box.column for box in self.sheet.boxes.values()), default=1)

    def _axis(self, row: int) -> int | None:
        """Return the column whose years are those of rows, left of all else, if there is one."""
        stack = self.structure.stack(row, self._first)
        is_axis = bool(stack) and stack[-1].said.of == "years"
        is_axis = is_axis or self._goes_on_by_year(row)
        return self._first if is_axis and not self.structure.is_of_value(row, self._first) else None

    def _goes_on_by_year(self, row: int) -> bool:
        """Whether a row begins with a label of values, right of a column of years alone."""
        own = self.structure.own(row)
        is_labelled = (
            bool(own) and own[0].column > self._first and own[0].said.column.role in _GIVEN
        )
        return is_labelled and self.structure.has_years_below(row, self._first)

    def _year_above(self, row: int) -> Iterator[Box]:
        """Yield the year that goes on from the row above, where its cell is blank."""
        column = self._axis(row)
        if column is None:
            return
        box, group = self.sheet.at(row, column), self.structure.group(row)
        if box is None and self.year is not None and self.year[0] == group:
            yield self.year[1]
        elif box is not None and box.said.kind is Class.YEAR:
            self.year = group, box

    def _keep_year(self, row: int) -> None:
        """Keep the year that begins a row, for those below it that say what their values are."""
        box = self.sheet.at(row, self._first)
        if box is not None and box.said.kind is Class.YEAR and self.structure.group(row):
            self.year = self.structure.group(row), box

    def _is_unclear_year(self, row: int) -> bool:
        """Whether a row has text for its year: 令和6年度(9月末)."""
        column = self._axis(row)
        box = None if column is None else self.sheet.at(row, column)
        if box is None or box.row != row:
            return False
        return box.said.of == "others" or box.kind is Class.TEXT

    def _count_years(self, row: int) -> None:
        """Take a year for a number where others of its column are numbers: 2024 below 74.9."""
        for at, box in enumerate(self.sheet.lines[row]):
            may_be = self._is_number(row, box) or self._is_number_of_costs(row, box)
            if may_be and self.structure.is_of_figures(row, box.column):
                number = attrs.evolve(box, said=Said(Class.FIGURE))
                self.sheet.lines[row][at] = self.sheet.boxes[row, box.column] = number

    def _is_number(self, row: int, box: Box) -> bool:
        """Whether a year may be a number: 2024 below a heading of values, or right of its year."""
        if box.said.kind is not Class.YEAR or not box.text.strip().isdigit():
            return False
        stack = self.structure.stack(row, box.column)
        told = [head.said for head in stack if head.said.kind is not Class.UNIT][-1:]
        return any(
            said.column.role in FIGURES
            or said.of == "values"
            or said.column.period is not None
            or self._is_of_year(row, box)
            for said in told
        )

    def _is_of_year(self, row: int, box: Box) -> bool:
        """Whether a cell stands right of what says which row it is, below no heading of years."""
        column = self._axis(row)
        year = None if column is None else self.sheet.at(row, column)
        heads = self.structure.stack(row, box.column)
        is_right = year is not None and year.says and year.right < box.column
        return is_right and not any(head.said.of == "years" for head in heads)

    def _is_number_of_costs(self, row: int, box: Box) -> bool:
        """Whether a year stands below what something costs: 1995 below 予算額."""
        stack = self.structure.stack(row, box.column)
        is_bare = box.said.kind is Class.YEAR and box.text.strip().isdigit()
        return is_bare and bool(stack) and stack[-1].said.of in COSTING

    def _about(self, row: int) -> About:
        """Return what the cells of a row say of it, by the headings of their columns."""
        found: About = {}
        for box in self.sheet.lines[row]:
            role, own = self.structure.role(row, box.column), box.said.column.role
            is_kind = own in FIGURES or own in PRINTED or own in YEARS_OF
            is_year = role in YEARS_OF and box.said.column.period is not None
            if box.is_label and is_kind and not is_year:
                continue  # 目標 below 区分 says what the row is; 2022目標 below 目標年度 a year
            if role is Role.INDICATOR and (box.said.kind is Class.YEAR or own is role):
                continue  # R5, or 成果指標, below 指標: it says what the row is, or its kind
            if role is Role.INDICATOR and self._is_of_years(row, box):
                continue  # 累計 below the years that stand below 指標
            if (role in YEARS_OF or role is Role.UNIT) and box.said.kind is Class.FIGURE:
                continue  # no year, and no unit
            if self._is_beside_about(row, box, role):
                continue
            if role in ABOUT or role in PRINTED:
                found.setdefault(role, []).append(box)
                self.found.headings[box] = self.structure.heading(row, box.column)
            elif role in FIGURES and box.said.kind is Class.YEAR:
                year = next(each for each, of in YEARS_OF.items() if of is role)
                found.setdefault(year, []).append(box)
        for role, box in self._years_labelled(row):
            found.setdefault(role, []).append(box)
        return found

    def _is_beside_about(self, row: int, box: Box, role: Role | None) -> bool:
        """Whether a cell says nothing of its row, for all its heading.

        5件 below 備考, 3 below 登録番号, right of 実績 of several indicators; 公募 below 取組計画,
        beside a year of the indicator that the form names.
        """
        if role is Role.SECTION:
            return self.names.is_year_of_form(row)
        if role not in _BESIDE or box.kind is not Class.FIGURE or not self._is_of_values(row):
            return False
        return role is Role.REMARK or any(
            each.kind is Class.FIGURE and self.structure.role(row, each.column) not in _BESIDE
            for each in self.structure.own(row)
        )

    def _is_of_values(self, row: int) -> bool:
        """Whether a row begins with what all its values are: 実績, left of several indicators."""
        first = self.structure.own(row)[:1]
        return any(box.is_label and box.said.column.role in FIGURES for box in first)

    def _years_labelled(self, row: int) -> Iterator[tuple[Role, Box]]:
        """Yield the years of a row of a form, each with the label before it: 目標年月 R7.3."""
        for label, box in pairwise(self.structure.own(row)):
            role = label.said.column.role
            is_label = label.is_label and label.said.column.period is None
            is_year = box.said.kind is Class.YEAR and not self.structure.stack(row, box.column)
            if role in YEARS_OF and is_label and is_year:
                yield role, box

    def _is_of_years(self, row: int, box: Box) -> bool:
        """Whether a cell says what is worked out of the values of the years above it: 累計."""
        if box.said.of not in ("statistic", "total"):
            return False
        below = self.structure.below(self.structure.group(row), box.column)
        return any(each.said.kind is Class.YEAR for each in below)

    def _labels(self, row: int, left: Sequence[Box]) -> Iterator[Box]:
        """Yield the nearest label of values on the left, and the nearest year."""
        has_role = has_year = is_aim = False
        for box in reversed(left):
            column = box.said.column
            is_role = column.role in FIGURES or column.role in PRINTED or column.role in YEARS_OF
            if box.is_label and is_role and not has_role:
                yield box
                has_role, has_year = True, has_year or column.period is not None
                is_aim = column.role is Role.TARGET
            elif is_aim and _INSTANT.search(folded(box.text)):
                continue  # R7.3.31現在 left of 目標値 says when all of it was written
            elif self._is_dating(box) and not has_year and self.structure.is_axis(row, box):
                yield box
                has_year = True

    @staticmethod
    def _is_dating(box: Box) -> bool:
        """Whether a cell is a year, or one that says that values are those at the start of it."""
        column = box.said.column
        is_at_start = column.role is Role.BASELINE and column.period is not None
        return box.said.kind is Class.YEAR or is_at_start

    def _read_value(self, place: Place) -> None:
        """Tell what a value is: a fact, none of an indicator, or left over."""
        headed = self._of_before(place)
        place = self._beside_years(headed)
        box, is_figure = place.box, place.box.kind is Class.FIGURE
        given = self._roles(place)
        self._keep_sum(place, given)
        if self._is_told_to_be_none(place, given):
            return
        self.found.aimed += [box] if Role.TARGET in given and is_figure else []
        names, about = self.names.of(place)
        if self._is_named_to_be_none(place, names):
            return
        role, is_assumed = self._role(place, given, names)
        if is_assumed and names and names[0].said.of in COSTING:
            self.found.costs.append(box)
            return
        if len(given) > 1 or self._may_be_another(place, names):
            self.found.doubts += [box] if is_figure else []
            return
        if box.kind is Class.TEXT and names and names[0] in place.stack:
            return  # text below a form whose names stand above its values
        is_one = self._is_one(place, is_apart=place is not headed)
        if role is None or not names or not is_one or self._is_undated(place, names):
            if names and box.kind is Class.TEXT and self._is_over_targets(place):
                self.found.left.append(box)
            self._leave_over(place, is_value=role is not None and is_one)
            return
        self._keep_place(place, names, about)
        told = attrs.evolve(place, about=about)
        self.found.facts.append(self._fact(told, role, names, is_assumed=is_assumed))

    def _is_named_to_be_none(self, place: Place, names: tuple[Box, ...]) -> bool:
        """Keep what its name or its table says is no value: of others, foreseen, a cost."""
        kept = [place.box] if place.box.kind is Class.FIGURE else []
        if self._is_of_others(place.row, names):
            self.found.printed += kept
            return True
        is_foreseen = self._is_of_foresight(place, names)
        self.found.told += place.stack if is_foreseen else ()
        is_none = is_foreseen or any(self._is_below_cost(place.row, each) for each in names)
        self.found.costs += kept if is_none else []
        return is_none

    def _may_be_another(self, place: Place, names: tuple[Box, ...]) -> bool:
        """Whether a value may be that of another name, in another unit, or of another year."""
        return (
            len(place.periods) > 1
            or self.scope.form.cuts(names, place.labels)
            or self.units.are_two(place, names)
            or (not place.periods and self._is_before_year(place))
            or self._is_below_another_year(place)
            or (not names and self._is_part_of_no_name(place))
        )

    def _is_one(self, place: Place, *, is_apart: bool) -> bool:
        """Whether a cell is one value, and not what is said of several rows or columns.

        Args:
            place: The cell.
            is_apart: Whether it is none of the years above it, all of which it covers.
        """
        is_one = is_apart or self.structure.is_of_one(place.box)
        return is_one and self._are_rows_alike(place) and not self._is_said_of_all(place)

    def _keep_place(self, place: Place, names: tuple[Box, ...], about: About) -> None:
        """Keep where a name has a value, for the rows below it."""
        self.names.keep(place, names, about)
        if self._goes_on_too_long(place, names[0]):
            self.found.doubts.append(place.box)
        self.valued |= dict.fromkeys(names, (self.structure.group(place.row), place.row))

    def _of_before(self, place: Place) -> Place:
        """Return a value of 前回 as an actual of the year that its own cell says it is of."""
        *above, last = place.stack or (place.box,)
        is_before = last.said.of == "others" and _BEFORE.fullmatch(folded(last.text)) is not None
        read = read_actual(place.box.text, vocabulary=self.vocabulary).value if is_before else None
        if read is None or read.period is None or place.periods:
            return place
        said = Said(Class.LABEL, Column(last.text, Role.ACTUAL, read.period))
        label = attrs.evolve(last, said=said)
        return attrs.evolve(place, stack=(*above,), labels=(label, *place.labels))

    def _beside_years(self, place: Place) -> Place:
        """Return the only value of a row without the years above it, all of which it covers.

        A value at the start is of none of them, and a target only where its cell names its year.
        """
        box, group = place.box, self.structure.group(place.row)
        heads = [*chain(*map(self.structure.own, group))]
        years = [each for each in heads if each.said.kind is Class.YEAR]
        covered = [each for each in heads if box.column <= each.column and each.right <= box.right]
        roles = {each.said.column.role for each in place.labels} & FIGURES
        if len(years) <= 1 or covered != years or len(roles) != 1:
            return place
        own = read_target(box.text, vocabulary=self.vocabulary).period
        is_apart = Role.BASELINE in roles or (Role.TARGET in roles and own is not None)
        return attrs.evolve(place, stack=()) if is_apart else place

    def _is_told_to_be_none(self, place: Place, given: frozenset[Role]) -> bool:
        """Keep what labels say is no value of an indicator: a total, a year, a cost, a rate."""
        box, is_figure = place.box, place.box.kind is Class.FIGURE
        sums = (each for each in place.telling if each.said.of == "total")
        totals = [each for each in sums if not self.names.is_beside_name(place, each)]
        if any(each.said.column.role is Role.NUMBER for each in place.telling[-1:]):
            is_left = is_figure and not given.isdisjoint(FIGURES)
            self.found.left += [box] if is_left else []
            return True  # a page, a place in an order
        if totals:
            self.found.totals += [totals[0]] if totals[0] not in self.found.totals else []
            self.found.printed += [box] if is_figure else []
        elif given & YEARS_OF.keys() and is_figure:
            self.found.left.append(box)
        elif (is_cost := self._is_cost(place)) or place.is_computed or given & (_GIVEN - FIGURES):
            kept = self.found.costs if is_cost else self.found.printed
            kept += [box] if is_figure else []
            self._rate(place, given)
        else:
            return False
        return True

    def _is_of_foresight(self, place: Place, names: tuple[Box, ...]) -> bool:
        """Whether a table is one of what is expected to come, and has no aims: 収支の見通し."""
        if not place.periods or not names:
            return False
        is_of_all = Role.UNIT not in place.about and not unit_in(names[0].text, self.vocabulary)
        is_money = is_of_all and _MONEY.search(self.units.of(place, names)) is not None
        key = next(iter(self.structure.group(place.row)), 0), is_money
        if key not in self._foresight:
            self._foresight[key] = is_of_foresight(self.structure, place.row, is_money=is_money)
        return self._foresight[key]

    @cached_property
    def _foresight(self) -> dict[tuple[int, bool], bool]:
        return {}

    def _is_cost(self, place: Place) -> bool:
        """Whether a label says that a value is what something costs, or who works on it.

        Who works is an indicator where a label of values says so, and where headings say which
        values are targets and actuals and no row below them is what something costs.
        """
        if "cost" in place.costs or not place.costs:
            return bool(place.costs)
        is_labelled = any(each.said.column.role in FIGURES for each in place.labels)
        is_headed = self.structure.role(place.row, place.box.column) in FIGURES
        return not (is_labelled or (is_headed and self.structure.is_of_targets(place.row)))

    def _is_of_others(self, row: int, names: tuple[Box, ...]) -> bool:
        """Whether a name, or a line above it, says that values are those of other bodies."""
        line = self._line_within(row)
        return any(box.said.of in OTHERS for box in (*names[:1], *([line] if line else [])))

    def _keep_sum(self, place: Place, given: frozenset[Role]) -> None:
        """Keep a value that may be the sum of those of years on its left, or above it: 累計."""
        nearest = (*place.stack[-1:], *place.telling[-1:])
        is_sum = any(each.said.of in ("statistic", "total") for each in nearest)
        if is_sum and not given and place.box.kind is Class.FIGURE:
            names, about = self.names.of(place)
            if names:
                told = attrs.evolve(place, about=about)
                self.sums.append(self._fact(told, Role.ACTUAL, names, is_assumed=False))

    def _rate(self, place: Place, given: frozenset[Role]) -> None:
        """Keep what the publisher works out of the values of an indicator."""
        role, *more = given or (None,)
        is_own = not (self._is_cost(place) or place.is_computed or more)
        if role in PRINTED and is_own and place.box.kind is not Class.DASH:
            if self._is_of_several(place):
                self.found.printed.append(place.box)
            else:
                self._keep_beside(place, role)
        elif self._is_compared(place, given):
            self._keep_beside(place, Role.BENCHMARK)

    def _is_of_several(self, place: Place) -> bool:
        """Whether a result is that of all indicators above it: 進捗評価 left of their names."""
        group, label = self.structure.group(place.row), next(iter(place.labels), None)
        if not group or label is None or label.row != place.row:
            return False
        self.rated.add(place.row)
        above = max([group[-1], *(row for row in self.rated if row < place.row)])
        facts = (fact for fact in self.found.facts if above < fact.box.row < place.row)
        names = {name for fact in facts for name in fact.names[:1] if label.right < name.column}
        return len(names) > 1 and not names.isdisjoint(self.names.of(place)[0])

    def _is_compared(self, place: Place, given: frozenset[Role]) -> bool:
        """Whether a figure is what another body has, and nothing else."""
        if place.box.kind is not Class.FIGURE or not given <= {Role.BENCHMARK}:
            return False
        return bool(given) or place.compared is not None

    def _keep_beside(self, place: Place, role: Role) -> None:
        """Keep what stands beside the values of an indicator, where it has a name."""
        names, about = self.names.of(place)
        if names:
            told = attrs.evolve(place, about=about)
            self.found.rated.append(self._fact(told, role, names, is_assumed=False))

    def _leave_over(self, place: Place, *, is_value: bool) -> None:
        """Keep a figure that is none of an indicator; a sum of money is what something costs."""
        box = place.box
        is_prose = not is_value and box.text.strip().endswith(SENTENCE_END)
        is_name = is_prose or self.names.is_counted(place.row, box)
        is_name = is_name or self._counts_name(place) or self._is_of_words(place)
        if box.kind is Class.FIGURE and not (is_name or self._is_among_text(place)):
            if any(_SPENT.search(folded(each.text)) for each in place.stack):
                self.found.costs.append(box)
                return
            is_money = not is_value and self._is_money(place)
            (self.money if is_money else self.found.left).append(box)

    def _is_of_words(self, place: Place) -> bool:
        """Whether a word stands right before a figure with more, elsewhere before prose: 要因."""
        own = self.structure.own(place.row)
        is_more = place.box.said.kind is Class.UNREAD and any(map(str.isspace, place.box.text))
        if not is_more or place.stack or len(own) != 2 or own[0].kind is not Class.TEXT:  # noqa: PLR2004 - a word and a text
            return False
        beside = self._beside_words.get((own[0].column, folded(own[0].text)), [])
        return sum(box.kind is Class.TEXT for box in beside) * 2 > len(beside)

    @cached_property
    def _beside_words(self) -> dict[tuple[int, str], list[Box]]:
        """What stands beside the first word of rows of two cells, by the column and the word."""
        found: dict[tuple[int, str], list[Box]] = {}
        for row in self.structure.rows:
            own = self.structure.own(row)
            if len(own) == 2:  # noqa: PLR2004 - a word and what it says
                word, beside = own
                found.setdefault((word.column, folded(word.text)), []).append(beside)
        return found

    def _counts_name(self, place: Place) -> bool:
        """Whether a figure only counts the name right beside it, below a blank: 1 | 開館日数."""
        beside = self.sheet.at(place.row, place.box.right + 1)
        is_first = _ITEM.fullmatch(place.box.text.strip()) is not None and not place.stack
        return is_first and beside is not None and beside.kind in NAMING and not beside.says

    def _is_money(self, place: Place) -> bool:
        """Whether a value is a sum of money by itself, or by the words right before it."""
        if _MONEY.search(folded(place.box.text)):
            return True
        *_, last = place.left or (place.box,)
        is_label = last.kind is Class.TEXT and not place.stack
        return is_label and _MONEY.search(unit_in(last.text, self.vocabulary)) is not None

    def _keep_money(self) -> None:
        """Take sums of money for costs, but not where other figures stand below their heading."""
        columns = {self._column(box) for box in self.found.left if self.structure.group(box.row)}
        for box in self.money:
            is_mixed = self._column(box) in columns
            (self.found.left if is_mixed else self.found.costs).append(box)

    def _column(self, box: Box) -> tuple[int, int]:
        return next(iter(self.structure.group(box.row)), 0), box.column

    def _leave_newer(self) -> None:
        """Doubt figures below words with a year that is newer than those of the actuals beside.

        What is told to be at the start may be all that is told of the values of a row.

        現在値(R6) is an actual, whatever it is called, if the others are of R5 and before.
        """
        newest: dict[int, str] = {}
        seen = {fact.box.row for fact in self.found.facts if fact.role is Role.ACTUAL}
        for fact in self.found.facts:
            is_start = fact.role is Role.BASELINE and fact.box.row not in seen
            if (fact.role is Role.ACTUAL or is_start) and fact.period is not None:
                end = fact.period.end.isoformat()
                newest[fact.box.row] = max(end, newest.get(fact.box.row, ""))
        apart = [box for box in self.found.apart if any(map(str.isdigit, box.text))]
        for box in [*self.found.left, *apart]:
            year = self._year_of_words(box)
            if year is not None and "" < newest.get(box.row, "") < year.end.isoformat():
                self.found.doubts.append(box)

    def _year_of_words(self, box: Box) -> Period | None:
        """Return the year of a figure below words that nobody knows: theirs, or one above them."""
        stack = self.structure.stack(box.row, box.column)
        if not stack or stack[-1].kind is not Class.TEXT:
            return None
        if _PLANNED.fullmatch(_DATED.sub("", folded(stack[-1].text))):
            return None  # R7見通し
        years = {self.scope.period(found[0]) for found in _DATED.finditer(stack[-1].text)}
        years |= {each.said.column.period for each in stack} - {None}
        return years.pop() if len(years) == 1 else None

    def _goes_on_too_long(self, place: Place, name: Box) -> bool:
        """Whether other text stands between two tables that a form has one name for."""
        group = self.structure.group(place.row)
        before, last = self.valued.get(name, (group, place.row))
        if group == before or not self.scope.form.is_name(name):
            return False
        between = range(last + 1, group[0] if group else place.row)
        rows = [row for row in between if self.structure.own(row)]
        return any(not self.structure.pairs(row) for row in rows)

    def _is_before_year(self, place: Place) -> bool:
        """Whether a year stands right behind a value without one, and may be that of the next."""
        beside = self.sheet.at(place.row, place.box.right + 1)
        if beside is None or beside.said.kind is not Class.YEAR:
            return False
        stack = self.structure.stack(place.row, beside.column)
        is_of_years = bool(stack) and stack[-1].said.of == "years"
        return is_of_years and self.structure.owner(place.row, beside.column) is None

    def _is_below_another_year(self, place: Place) -> bool:
        """Whether the last line above a value is a year, and not that of its headings."""
        line = self._line_within(place.row) if place.periods else None
        period = line.said.column.period if line and line.said.kind is Class.YEAR else None
        return period is not None and period not in place.periods

    def _is_said_of_all(self, place: Place) -> bool:
        """Whether a word and what it says are all of a row, below headings of several values.

        That is a sentence, 総括 | 全体に順調である。, or it reaches over several of these headings.
        """
        own = self.structure.own(place.row)
        if len(own) != 2 or own[0].says:  # noqa: PLR2004 - a word and a sentence
            return False
        word, told = own
        is_sentence = told.text.strip().endswith(SENTENCE_END)
        is_of_word = self.structure.role(place.row, word.column) in FIGURES
        is_wide = is_of_word and not self.structure.is_of_one(told)
        if place.box is word and not is_of_word:
            return False
        heads = chain(*map(self.structure.own, self.structure.group(place.row)))
        is_of_several = sum(each.said.column.role in FIGURES for each in heads) > 1
        return is_of_several and (is_sentence or (is_wide and told.kind is not Class.FIGURE))

    def _are_rows_alike(self, place: Place) -> bool:
        """Whether the rows that a value covers say the same of it, or its heading says all."""
        if self.structure.role(place.row, place.box.column) in FIGURES:
            return True
        rows = range(place.row, place.box.bottom + 1)
        return len({self._said_left(row, place.box.column) for row in rows}) == 1

    def _said_left(self, row: int, column: int) -> frozenset[tuple[Role | None, Period | None]]:
        """Return what the labels and the years left of a column say."""
        left = (box for box in self.sheet.lines.get(row, ()) if box.right < column)
        said = (box.said.column for box in left if box.is_label or box.said.kind is Class.YEAR)
        return frozenset((each.role, each.period) for each in said)

    def _is_part_of_no_name(self, place: Place) -> bool:
        """Whether a label says which value it is, and the name is blank that others have."""
        is_told = any(each.said.column.role in FIGURES for each in place.labels)
        return is_told and self.names.is_unnamed(place.row)

    def _is_below_cost(self, row: int, name: Box) -> bool:
        """Whether a name is that of something of which the table says what it costs."""
        line = self._line_within(row)
        stack = self.structure.stack(row, name.column)
        return any(each.said.of == "cost" for each in (*stack, *([line] if line else [])))

    def _roles(self, place: Place) -> frozenset[Role]:
        """Return what labels and headings say that a value is."""
        own = [each.said.column.role for each in place.labels if each in self.bracketed]
        if own:
            return frozenset(role for role in own if role is not None)
        labels = (each for each in place.labels if not self._is_of_headed(place.row, each))
        every = [each.said.column.role for each in labels]
        if Role.TARGET in every and self._is_foreseen(place):
            return frozenset((Role.TARGET,))
        at = place.row, place.box.column
        is_of_time = bool(every) and self.structure.is_over_both(*at)
        if not (is_of_time or (self._has_stacked(place.row) and self.structure.is_over_years(*at))):
            every.append(self.structure.role(place.row, place.box.column))
        found = frozenset(role for role in every if role is not None and role in _GIVEN)
        if found == _AT_START:  # 実績 at the time of 基準値
            return frozenset((Role.BASELINE,))
        if found == _BOTH and self.structure.heads_aims_only(place.row, place.box.column):
            return frozenset((Role.TARGET,))
        is_value = place.box.kind is not Class.TEXT and place.stack and place.stack[-1].says
        return found or (
            self._role_of_title(place.row) - self._headed(place.row) if is_value else found
        )

    def _is_foreseen(self, place: Place) -> bool:
        """Whether a year is headed as foreseen, which only its actual is: R7年度（見込み）.

        So it is with one that a bracket says has been seen, R6年度（実績）, above rows of both.
        """
        columns = [each.said.column for each in place.stack]
        is_dated = any(each.period is not None for each in columns)
        roles = {each.role for each in columns} & FIGURES
        foreseen = any(each.status is Status.FORECAST for each in columns)
        is_remark = all(_BRACKET_BEHIND.search(folded(each.text)) for each in place.stack)
        is_of_actual = foreseen or (is_remark and self.structure.has_both(place.row))
        return is_dated and is_of_actual and roles == {Role.ACTUAL}

    def _is_of_headed(self, row: int, label: Box) -> bool:
        """Whether a label begins beside headings that say of values which they are: 計画（Ｐ）.

        It is the name of the table then, beside 基準値 and 目標値.
        """
        group = self.structure.group(row)
        heads = chain(*map(self.structure.own, group)) if label.row in group else ()
        return label.bottom >= row and any(
            each.column > label.right and self.structure.role_of(each) in FIGURES for each in heads
        )

    def _headed(self, row: int) -> frozenset[Role | None]:
        """Return what headings say of values: below others, a title says that of none."""
        heads = chain(*map(self.structure.own, self.structure.group(row)))
        return frozenset(map(self.structure.role_of, heads))

    def _role_of_title(self, row: int) -> frozenset[Role]:
        """Return what the title of a table says that all its values are: ２　実績値."""
        title = self.structure.title(row)
        texts = told_in_title(title.text if title else "")
        whole, *roles = (self._said(part).column.role for part in (*texts, self.sheet.name))
        if whole in PRINTED:
            return frozenset((whole,))
        return frozenset([role for role in (whole, *roles) if role in FIGURES][:1])

    def _role(
        self, place: Place, given: frozenset[Role], names: tuple[Box, ...]
    ) -> tuple[Role | None, bool]:
        """Return what a value is, and whether only its year says so."""
        if given:
            return next(iter(given)), False
        if not place.periods or not self._may_be_seen(place.box):
            return None, False
        if any(names_both(each, self._said) for each in place.stack):
            return None, False  # 目標／実績 above one value
        if place.stack and place.stack[-1].kind is Class.TEXT and not self._is_dated(place.labels):
            return None, False  # 2024年 above a word that nobody knows
        if names and self._is_stacked(place.row, names[0]):
            return self.stacked.roles(place.row)[place.row != names[0].row], False
        is_half = bool(names) and self._is_alone_among_stacked(place.row, names[0])
        if is_half or self._is_of_plan(place):
            return None, False
        stacked = self._of_two_lines(place.row)
        if stacked:
            return self._role_beside(place, stacked), False
        above = self._word_above(place)
        if above is not None and _PLANNED.fullmatch(folded(above.text)):
            return None, False
        return Role.ACTUAL, True

    def _is_of_plan(self, place: Place) -> bool:
        """Whether a value is one of a plan: 年次計画 above its year, 見通し left of it."""
        words = [box for box in place.stack if box.kind in NAMING]
        left = (box for box in place.left if box.kind in NAMING)
        return any(_PLANNED.search(box.text) for box in words) or any(
            _PLANNED.fullmatch(folded(box.text)) for box in left
        )

    def _word_above(self, place: Place) -> Box | None:
        """Return the word that goes on from above, where it is blank left of the year of a row."""
        first, *_ = self.structure.own(place.row) or [place.box]
        column, row = first.column - 1, place.row - 1
        if first.said.kind is not Class.YEAR or self.sheet.at(place.row, column) is not None:
            return None
        while row in self.sheet.lines and row not in self.structure.headings:
            above = self.sheet.at(row, column)
            if above is not None:
                return above
            row -= 1
        return None

    def _of_two_lines(self, row: int) -> list[Box]:
        """Return the cells of a row that have two values, where a line says what these are."""
        own = self.structure.own(row) if self._has_stacked(row) else []
        return [box for box in own if _TWO_LINES.fullmatch(box.text.strip())]

    def _role_beside(self, place: Place, stacked: Sequence[Box]) -> Role | None:
        """Return what the only value of a cell is, where others have a target and an actual.

        After the last year of all of them it is the target; any other may be either, a dash both.
        """
        if place.box.kind is not Class.FIGURE:
            return None
        columns = [each.column for each in stacked]
        years = [self.structure.stack(place.row, column) for column in columns]
        periods = {each.said.column.period for stack in years for each in stack} - {None}
        own = place.periods[0].start
        is_after = bool(periods) and all(each is not None and each.end < own for each in periods)
        return (
            Role.TARGET
            if is_after and Role.TARGET in self.stacked.roles(place.row).values()
            else None
        )

    def _is_one_of_two(self, place: Place) -> bool:
        """Whether a cell is one of two values above one another beside its name."""
        names = place.about.get(Role.INDICATOR, [])
        is_row = place.box.row == place.box.bottom
        return is_row and bool(names) and self._is_stacked(place.row, names[0])

    def _is_stacked(self, row: int, name: Box) -> bool:
        """Whether two values stand above one another beside a name, where a line says so."""
        if not self._has_stacked(row):
            return False
        below = self.structure.own(name.bottom + 1)
        is_blank = bool(below) and below[0].column > name.right
        return name.row < name.bottom or is_blank

    def _is_alone_among_stacked(self, row: int, name: Box) -> bool:
        """Whether a name has one row of values, where others of its table have two."""
        if not self._has_stacked(row) or not self.structure.group(row):
            return False
        beside = self.structure.below(self.structure.group(row), name.column)
        return any(each.kind in NAMING and self._is_stacked(row, each) for each in beside)

    def _has_stacked(self, row: int) -> bool:
        """Whether a line says what the upper and the lower of two values are."""
        return len(self.stacked.roles(row)) == 2  # noqa: PLR2004 - an upper and a lower one

    def _may_be_seen(self, box: Box) -> bool:
        """Whether a cell is a figure, an outcome, or says that there is none: 集計中, ―."""
        if box.kind is not Class.WORD:
            return box.kind in (Class.FIGURE, Class.DASH)
        seen = read_actual(box.text, vocabulary=self.vocabulary).value
        return seen is not None and (seen.missing is not None or seen.outcome is not None)

    def _is_undated(self, place: Place, names: tuple[Box, ...]) -> bool:
        """Whether a value stands below a word that nobody knows, among columns of years."""
        if self._is_beside_years(place):
            return True
        if not place.stack or place.stack[-1].kind is not Class.TEXT or place.periods:
            return False
        return place.stack[-1] not in names and self.structure.has_years(place.row)

    def _is_beside_years(self, place: Place) -> bool:
        """Whether a word stands above labels of values as years do above the same ones beside it.

        It may be another time, and is no name: R5 | 翌々年 above 計画 and 実績.
        """
        for box in place.stack[:-1]:
            is_wide = box.kind is Class.TEXT and box.right > box.column
            wide = (each for each in self.structure.own(box.row) if each.right > each.column)
            if is_wide and any(each.said.kind is Class.YEAR for each in wide):
                return not place.periods
        return False

    def _is_among_text(self, place: Place) -> bool:
        """Whether a value stands in a column of text, whose heading says nothing of values."""
        if not place.stack or any(each.says for each in place.stack):
            return False
        return self.structure.is_text(place.row, place.box.column)

    def _is_dated(self, labels: Sequence[Box]) -> bool:
        return any(each.said.column.period is not None for each in labels)

    def _fact(self, place: Place, role: Role, names: tuple[Box, ...], *, is_assumed: bool) -> Fact:
        period, is_titled = self.years.of(place, role)
        compared = place.compared if role is Role.BENCHMARK else None
        firm = (each.said.column.status for each in place.said)
        return Fact(
            place.box,
            role,
            names,
            (compared and compared.period) or period,
            self.units.of(place, names),
            next((each for each in firm if each is not Status.FINAL), Status.FINAL),
            place.said,
            self._all_about(place, names),
            tuple(self._above(place, names)),
            is_assumed,
            is_titled,
            title=next(
                (line for line in reversed(self.found.lines) if not is_remark(line.text)), None
            ),
            head=self.structure.group(place.row),
            whose=compared.heading if compared else "",
        )

    def _all_about(self, place: Place, names: tuple[Box, ...]) -> About:
        """Return what its row, its form, its column and its title say of a value."""
        about = {key: self._of_its_own(place, boxes) for key, boxes in place.about.items()}
        column = place.box.column
        is_own = self.structure.is_beside_own(names[0])
        for pair in self.scope.form.pairs:
            role = _OF_OWN.get(pair.role, pair.role) if is_own else pair.role
            if role is not None and pair.covers(column):
                about.setdefault(role, []).append(pair.value)
        for key, told in self.scope.columns.items():
            if column in told:
                about.setdefault(key, []).append(told[column])
        sections = self._sections(place, names)
        if sections:
            about[Role.SECTION] = [*sections, *about.get(Role.SECTION, [])]
        return about

    def _sections(self, place: Place, names: tuple[Box, ...]) -> list[Box]:
        """Return the title of the table, and the last line within it, by which it goes on."""
        title = self.structure.title(place.row)
        if title is not None and (title in names or title.row <= self.structure.rows[0]):
            title = None
        above = [title] if title and not self._role_of_title(place.row) else []
        above = [*self.structure.titles_over(title), *above] if title and above else above
        last = self._line_within(place.row)
        if last is None or last in names:
            return above
        return [last] if above and _level(last) == _level(above[-1]) else [*above, last]

    def _line_within(self, row: int) -> Box | None:
        """Return the last line between the headings of a table and one of its rows."""
        head = (self.structure.group(row) or [row])[-1]
        within = takewhile(lambda line: line.row > head, reversed(self.found.lines))
        telling = (line for line in within if not (is_aside(line.text) or is_remark(line.text)))
        return next(telling, None)

    def _of_its_own(self, place: Place, boxes: Sequence[Box]) -> list[Box]:
        """Return what is printed below the same heading as a value, where several are printed."""
        printed = [box for box in boxes if self.structure.role(box.row, box.column) in PRINTED]
        if len(printed) < 2:  # noqa: PLR2004 - of one there is nothing to choose
            return list(boxes)
        above = {box: self.structure.stack(box.row, box.column)[:-1] for box in printed}
        others = {box for box in printed if above[box] and above[box] != place.stack[:-1]}
        return [box for box in boxes if box not in others]

    def _above(self, place: Place, names: tuple[Box, ...]) -> Iterator[Box]:
        """Yield the words above a value that are no labels."""
        for each in place.stack:
            is_word = each.kind in NAMING or each.said.of == "statistic"
            if is_word and each not in names and self.structure.role_of(each) is None:
                yield each
            noun = self._noun(each)
            if noun is not None:
                yield noun

    def _noun(self, head: Box) -> Box | None:
        """Return what a heading names that says by a word which value is below: 稼働率実績."""
        if head not in self._nouns:
            is_told = head.is_label and self._said(head.text).column.role is None
            _, noun = noun_of(head.text) if is_told else (None, "")
            said = Said(Class.TEXT)
            self._nouns[head] = attrs.evolve(head, text=noun, said=said) if noun else None
        return self._nouns[head]

    @cached_property
    def _nouns(self) -> dict[Box, Box | None]:
        return {}


def _place(box: Box) -> tuple[int, int]:
    return box.row, box.column


def _level(line: Box) -> str:
    """Return what tells how deep the heading of a section is."""
    heading = read_heading_line(line.text)
    return heading.level if heading else ""


def _number(box: Box) -> int:
    """Return the number that a line begins with, 0 if it has none."""
    counted = read_counted_line(box.text)
    return int(counted.code) if counted is not None and counted.code.isdigit() else 0
