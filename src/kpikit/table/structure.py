"""What the rows of a sheet are: headings, forms, lines, rows of values.

A row that only says what others are is one of headings. A label with what it says beside it is a
pair of a form. A cell alone in its row is a line; the columns above it end there if nothing below
it has a value in them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain, pairwise, takewhile
from typing import Final, final

import attrs

from kpikit.cell import Vocabulary
from kpikit.cell.vocabulary import USUAL
from kpikit.language.headings import (
    BEGUN,
    CHANGED,
    FORMULA,
    IN_A_BRACKET,
    ITEM,
    NAME,
    NAME_OF,
    NAMED_PLAN,
    OBSERVED,
    OF_TIMES,
    OF_UNIT,
    OF_YEARS,
    OUTCOMES,
    OWN_INDICATOR,
    PAIRED,
    PLANNED,
    UNIT_LINE,
    YEAR_OF_ALL,
)
from kpikit.language.lines import (
    BESIDE_TITLE,
    DATED_BY,
    DESCRIBING,
    FIGURE_ALONE,
    NOTE,
    SENTENCE_END,
    STATEMENT,
)
from kpikit.language.marks import DASHES, STROKE
from kpikit.language.pattern import pattern
from kpikit.model.observation import Status
from kpikit.model.period import Span
from kpikit.table.aims import told_in_title
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said, what_it_says
from kpikit.table.eras import has_bare_year
from kpikit.table.headings import YEARS_OF, Role, folded
from kpikit.table.printed import read_direction
from kpikit.table.sections import counting_of, is_statement
from kpikit.table.units import is_counter

__all__ = ["ABOUT", "BARE", "FIGURES", "PRINTED", "Pair", "Structure", "is_aside"]

#: What is a value of an indicator.
FIGURES: Final = frozenset((Role.TARGET, Role.ACTUAL, Role.BASELINE))
#: What the publisher works out of the values, or says of them.
PRINTED: Final = frozenset((Role.RATE, Role.RESULT, Role.CHANGE))
#: What says of a row or a form something that is no value.
ABOUT: Final = frozenset(Role) - FIGURES - PRINTED - {Role.BENCHMARK}
_BOTH: Final = frozenset((Role.TARGET, Role.ACTUAL))
#: What labels tell of that is none of an indicator.
_COSTS: Final = frozenset(("cost", "staff"))
#: What names the columns of values.
_OF_NAMES: Final = frozenset((Role.INDICATOR, Role.SECTION, Role.CATEGORY))
#: What stands beside the title of a form.
_OF_FORM: Final = frozenset((Role.NUMBER, Role.DEPARTMENT))
#: What stands below a heading of values.
_FILLED: Final = frozenset((Class.FIGURE, Class.WORD, Class.DASH))
_WORDED: Final = frozenset((Class.TEXT, Class.WORD))
_ALONE: Final = pattern(FIGURE_ALONE)
_BESIDE_TITLE: Final = pattern(BESIDE_TITLE)
_BRACKET_BEHIND: Final = pattern(r"[(][^()]*[)]$")
#: How many letters the last word of a title has that says what it names.
_WORD: Final = 2
_ITEM: Final = pattern(ITEM)
_PLANNED: Final = pattern(PLANNED)
_NAMED_PLAN: Final = pattern(NAMED_PLAN)
_NAME: Final = pattern(NAME)
_BEGUN: Final = pattern(BEGUN)
_CHANGED: Final = pattern(CHANGED)
#: A number and no more, which names nothing.
BARE: Final = pattern(r"\s*[\d,.]+\s*")
_YEAR_OF_ALL: Final = pattern(YEAR_OF_ALL)
_FORMULA: Final = pattern(FORMULA)
_MINUS: Final = frozenset(DASHES)
#: A figure in a bracket: （+9.0％）.
_IN_BRACKETS: Final = pattern(r"[(][^()\w]?[\d,.]+[^()\d]{0,4}[)]")
_BEHIND_NAMES: Final = pattern(IN_A_BRACKET)
#: Between the words of a heading: 年度・区分.
_JOINED: Final = pattern(r"[・/＼\\]")
#: What says how a value is worked out, or of when it is: 算式：収益÷費用.
#: So does a bracket, or the unit of all that is below.
_STATEMENT: Final = pattern(
    rf"{STATEMENT}|[(（]?{NOTE}.*|\s*[(（][^()（）]*[)）]\s*|\s*{UNIT_LINE}\s*", re.DOTALL
)
_OWN_INDICATOR: Final = pattern(OWN_INDICATOR)
#: What a heading of names says of what stands behind them: （単位）.
_OF_UNIT: Final = pattern(OF_UNIT)
_OBSERVED: Final = pattern(OBSERVED)
#: A figure that may be a grade.
_GRADE: Final = pattern(r"\s*[0-9０-９]\s*点?\s*")
#: A figure with what it counts, which no share has: 37冊.
_COUNTING: Final = pattern(r"\s*[\d.,]+\s*[^\d\s.,%％()（）]")
#: A figure with any unit: 88.4％.
_OUTCOME: Final = pattern(OUTCOMES)
_WITH_UNIT: Final = pattern(r"\s*[\d.,]+\s*([^\d\s.,()（）]+)")
#: A bracket at the end of a name.
_COUNTED: Final = pattern(r"[(]([^()]+)[)]$")
#: A label and what it says, in one cell: 指標名：利用率.
_INNER: Final = pattern(r"([^:：\s]{1,12})\s*[:：]\s*(\S.*)", re.DOTALL)
#: A line that is no title: in what all is counted, a note.
_ASIDE: Final = pattern(
    rf"{DATED_BY}|^\s*[(（]?\s*{UNIT_LINE}|^\s*{NOTE}|^\s*[(（][^()（）]*[)）]\s*$|。\s*$"
)
#: How many cells such a row has at least: a label, and what it says of two columns.
_COLUMNS: Final = 3
#: How many rows of attributes may stand above the first row of values.
_NEAR: Final = 8
#: No word that is a unit among others is longer.
_UNIT: Final = 4
#: Beyond all columns.
_FAR: Final = 1 << 30


@final
@attrs.frozen(eq=False)
class Pair:
    """A label of a form, and what it says."""

    label: Box
    value: Box
    #: The first and the last column that it holds for.
    left: int = 0
    right: int = _FAR

    @property
    def role(self) -> Role | None:
        """What its value is."""
        return self.label.said.column.role

    @property
    def is_year_of_all(self) -> bool:
        """Whether it says of which year all values below it are: 評価対象年度 | 令和5年度."""
        if self.value.said.kind is not Class.YEAR:
            return False
        is_told = _YEAR_OF_ALL.fullmatch(folded(self.label.text)) is not None
        return self.label.said.of == "years" or (is_told and not self.label.says)

    def covers(self, column: int) -> bool:
        """Whether it holds for a column."""
        return self.left <= column <= self.right

    def overlaps(self, other: Pair) -> bool:
        """Whether it holds for a column that another one holds for."""
        return self.left <= other.right and other.left <= self.right


@final
@attrs.define(eq=False, slots=False)
class Structure:
    """What the rows of a sheet are."""

    sheet: Cells
    vocabulary: Vocabulary = USUAL

    @cached_property
    def rows(self) -> list[int]:
        """The rows that hold anything."""
        return sorted(self.sheet.lines)

    def own(self, row: int) -> list[Box]:
        """Return the cells that begin in a row."""
        line = self.sheet.lines.get(row, [])
        return [box for box in line if box.row == row] if row in self._reached else line

    @cached_property
    def _reached(self) -> frozenset[int]:
        """The rows that cells of a row above reach down to."""
        return frozenset(
            row for row, line in self.sheet.lines.items() for box in line if box.row != row
        )

    # -- headings ----------------------------------------------------------------------------

    @cached_property
    def heads(self) -> list[list[int]]:
        """The rows of headings, those that stand below one another together."""
        groups: list[list[int]] = []
        for row in self.rows:
            joined = bool(groups) and groups[-1][-1] == row - 1
            if joined and self._is_reached(row):
                groups[-1].append(row)
                continue
            is_heading = self._is_heading(row, below=joined)
            is_heading = is_heading or (joined and self._is_amid_headings(row))
            is_heading = is_heading or (joined and self._is_below_parted(row, groups[-1]))
            if not is_heading and not self._is_unknown_heading(row, groups[-1] if groups else []):
                continue
            if groups and (self._is_dated_row(row, groups[-1]) or self._is_dated_line(row)):
                continue
            if groups and self.lacks_value(row):
                continue
            if joined:
                groups[-1].append(row)
                continue
            group = [row]
            while self._heads_headings(group[0] - 1):
                group.insert(0, group[0] - 1)
            groups.append(group)
        return [
            group
            for group in groups
            if not (self._heads_form(group[-1] + 1) or self._counts_columns(group))
        ]

    def _is_reached(self, row: int) -> bool:
        """Whether a row has nothing of its own, and all above it reaches down to it."""
        return all(box.row < row for box in self.sheet.lines[row])

    def _counts_columns(self, group: Sequence[int]) -> bool:
        """Whether headings only count the columns below them, which the next row names: 指標１."""
        corner, *own = [box for row in group for box in self.own(row)]
        own = [corner, *own] if corner.says or not own else own
        roles = {box.said.column.role for box in own}
        is_plain = len(group) == 1 and len(roles) == 1
        return is_plain and self._names_columns(group[0] + 1) and self._has_names(group[0] + 1)

    def _has_names(self, row: int) -> bool:
        """Whether a row that says something of columns, or one right below it, names them."""
        first = self.own(row)[0].column
        while (own := self.own(row)) and own[0].column == first and self._tells(row):
            if self.column_role(row) in _OF_NAMES:
                return True
            row += 1
        return False

    def _is_amid_headings(self, row: int) -> bool:
        """Whether a row of words stands below headings of two columns, and above other headings."""
        own = self.own(row)
        above = [self.sheet.at(row - 1, box.column) for box in own]
        is_parting = all(box is not None and box.right > box.column for box in above)
        is_words = bool(own) and all(box.kind in _WORDED for box in own)
        return is_words and is_parting and self._is_heading(row + 1, below=True)

    def _is_below_parted(self, row: int, group: Sequence[int]) -> bool:
        """Whether words part a heading above them, and others reach down to them: 自己, 外部."""
        own = self.own(row)
        reaching = [box for box in self.sheet.lines[row] if box.row in group]
        above = [self.sheet.at(row - 1, box.column) for box in own]
        is_parting = all(box is not None and box.right > box.column for box in above)
        is_words = bool(own) and all(box.says or box.kind in _WORDED for box in own)
        return is_words and is_parting and sum(box.says for box in reaching) > 1

    def _is_dated_row(self, row: int, group: Sequence[int]) -> bool:
        """Whether a row is a name below its heading with dates below headings of values."""
        first, *rest = self.own(row)
        if first.says or any(each not in self.sheet.lines for each in range(group[-1], row)):
            return False
        heads = [
            [box for line in group if (box := self.sheet.at(line, each.column))]
            for each in (first, *rest)
        ]
        roles = [{box.said.column.role for box in boxes} for boxes in heads]
        if {each.said.column.role for each in rest} >= _BOTH:
            return False  # 効果指標 | 最新値(R6) | 目標値(R20): the headings of another table
        if any(each.said.of in _COSTS for each in rest):
            return False  # R6決算 of projects below the years of indicators
        return Role.INDICATOR in roles[0] and any(
            not FIGURES.isdisjoint(each) for each in roles[1:]
        )

    def _is_dated_line(self, row: int) -> bool:
        """Whether a row is a year alone, right below the first heading: that of rows below."""
        box, *more = self.own(row)
        above = self.own(row - 1)[:1]
        is_below = any(each.column == box.column and each.is_label for each in above)
        is_of_values = any(each.said.column.role in FIGURES for each in above)
        return is_below and not (more or is_of_values) and box.said.kind is Class.YEAR

    def lacks_value(self, row: int) -> bool:
        """Whether a row lacks its value: its year and its kind stand where those beside it do.

        2021 | 基準 with a blank, above 2022 | 実績 | 8420. It may have one like a year: 2015.
        """
        return any(
            self._goes_as(row, beside)
            for beside in (row - 1, row + 1)
            if beside in self.sheet.lines and _has_values(self.own(beside))
        )

    def _goes_as(self, row: int, beside: int) -> bool:
        """Whether the years and labels of a row stand where those of a row of values do."""
        pairs = [(box, self.sheet.at(beside, box.column)) for box in self.own(row) if box.says]
        told = [
            (box, other) for box, other in pairs if not (_is_figure(other) and box.text.isdigit())
        ]
        return len(told) > 1 and all(self._is_said_again(box, other) for box, other in told)

    def _is_said_again(self, box: Box, other: Box | None) -> bool:
        """Whether a cell is a year as another one is, or a label of values."""
        if other is None:
            return False
        if box.said.kind is Class.YEAR:
            return other.said.kind is Class.YEAR
        return all(each.said.column.role in FIGURES for each in (box, other))

    def _heads_form(self, row: int) -> bool:
        """Whether a row begins a form: headings above it are titles of forms side by side.

        Years are none.
        """
        if any(box.said.kind is Class.YEAR for box in self.sheet.lines.get(row - 1, ())):
            return False
        pairs = self.pairs(row)
        return bool(pairs) and all(pair.label.is_label for pair in pairs)

    def _is_unknown_heading(self, row: int, group: Sequence[int]) -> bool:
        """Whether a row of text stands above figures as headings do.

        Below other headings it stands where figures do.
        """
        own = self.own(row)
        if len(own) <= 1 or _has_values(own, plainly=True):
            return False
        if any(box.kind not in _WORDED for box in own if not box.says):
            return False
        first, *rest = own
        is_about = first.said.column.role is not None and not any(box.says for box in rest)
        if self.pairs(row) or is_about:
            return False
        if group and (self._is_amid_of_one(row) or self._has_outcomes(own, group)):
            return False
        if group and any(box.row in group and row < box.bottom for box in self.sheet.lines[row]):
            return True  # a corner goes on beside it, and down to others: 年度 | A204 | A401
        figures = sum(self._is_above_figures(box) for box in own)
        corner = self._corner_of_labels(row)
        if corner is not None:
            named = own if corner < first.column else rest
            below = (self.sheet.at(box.bottom + 1, box.column) for box in named)
            return sum(box is not None and box.kind in _FILLED for box in below) > 1
        if self._heads_columns_again(row):
            return True
        if not group or group[-1] == row - 1 or self._heads_again(row, group):
            return figures > 1 or (figures == 1 and any(box.says for box in own))
        among = [box for box in own if _is_figure(self.sheet.at(row - 1, box.column))]
        return figures > 1 and len(among) > 1

    def _heads_again(self, row: int, group: Sequence[int]) -> bool:
        """Whether a row below a blank or a line begins as headings above it do: 項目 | 甲 | 乙."""
        is_first = row - 1 not in self.sheet.lines or self._is_alone(row - 1)
        corner, known = self.own(row)[0], self.own(group[0])[0]
        is_same = (corner.column, folded(corner.text)) == (known.column, folded(known.text))
        return is_first and is_same

    def _is_amid_of_one(self, row: int) -> bool:
        """Whether a cell goes on from the row of values above: all its rows are of it.

        The row is one of them, with words for its values.
        """
        return any(
            box.row < row <= box.bottom and not box.says
            for box in self.sheet.lines[row]
            if any(_is_figure(self.sheet.at(row - 1, each.column)) for each in self.own(row))
        )

    def _corner_of_labels(self, row: int) -> int | None:
        """Return the column of labels of values below the corner of a row, right below a line.

        A row below a blank or a line begins with a word above them, 項目, or with a blank.
        """
        if row - 1 in self.sheet.lines and not self._is_alone(row - 1):
            return None
        first = self.own(row)[0]
        left = first.column - 1
        corners = [(first.bottom, first.column)]
        corners += [(row, left)] if self.sheet.at(row, left) is None else []
        below = ((self.sheet.at(bottom + 1, column), column) for bottom, column in corners)
        labelled = (at for box, at in below if box and box.said.column.role in FIGURES)
        return next(labelled, None)

    def _heads_columns_again(self, row: int) -> bool:
        """Whether words below a blank or a line stand right of labels, each above values of them.

        So they do in a second table that is turned round: its corner is blank, and the labels of
        its rows say which values are in them.
        """
        own = self.own(row)
        is_first = row - 1 not in self.sheet.lines or self._is_alone(row - 1)
        is_worded = len(own) > 1 and all(box.kind is Class.TEXT for box in own)
        if not (is_first and is_worded and all(map(self._is_above_figures, own))):
            return False
        roles = set[Role | None]()
        below = row + 1
        while (line := self.sheet.lines.get(below)) and line[0].right < own[0].column:
            if not line[0].says:
                return False
            roles.add(Role.ACTUAL if _is_year(line[0]) else line[0].said.column.role)
            below += 1
        return not roles.isdisjoint(FIGURES)

    def _has_outcomes(self, own: Sequence[Box], group: Sequence[int]) -> bool:
        """Whether a word for a value stands below a heading of values, beside targets: 未策定.

        The years of these may stand in a row of their own, between them and the words.
        """
        heads = [(box, self._roles_above(group, box.column)) for box in own]
        return any(Role.TARGET in roles for _, roles in heads) and any(
            box.kind is Class.WORD and not FIGURES.isdisjoint(roles) for box, roles in heads
        )

    def _roles_above(self, group: Sequence[int], column: int) -> set[Role | None]:
        """Return what the cells of headings say of a column, each row by itself."""
        heads = (self.sheet.at(row, column) for row in group)
        return {head.said.column.role for head in heads if head is not None}

    def _is_above_figures(self, box: Box) -> bool:
        return bool(self._figures_below([box]))

    def _figures_below(self, boxes: Sequence[Box]) -> set[Box]:
        """Return the figures below cells, or below the units, and what is said, below them."""
        below = (self._value_below(box) for box in boxes)
        return {box for box in below if box is not None and _is_figure(box)}

    def _value_below(self, box: Box) -> Box | None:
        """Return what stands below a cell, beyond its unit and rows that say more of columns."""
        below = self.sheet.at(box.bottom + 1, box.column)
        while below is not None and (
            below.said.kind is Class.UNIT or self._tells_right(below.row, below.column)
        ):
            below = self.sheet.at(below.bottom + 1, box.column)
        return below

    def _tells_right(self, row: int, column: int) -> bool:
        """Whether a row is a label and what it says of columns on its right: 所管課 | 甲課."""
        own = self.own(row)
        return len(own) >= _COLUMNS and own[0].right < column and self._tells(row)

    @cached_property
    def headings(self) -> frozenset[int]:
        """All rows of headings."""
        return frozenset(row for group in self.heads for row in group)

    def _is_heading(self, row: int, *, below: bool) -> bool:
        """Whether a row only says what others are.

        Args:
            row: The row.
            below: Whether it stands right below one of headings.
        """
        own = self.own(row)
        saying = sum(box.says for box in own)
        if below and own and all(box.said.kind is Class.UNIT for box in own):
            return True
        told = [box for box in own if saying * 2 <= len(own) or not _is_of_text(box)]
        if not saying or _has_values(told) or self._is_of_numbers(own):
            return False
        if self.pairs(row) or self._alternates(row) or self._is_of_named_columns(row):
            return False
        if below and len(own) == 1 and (self._is_over_columns(own[0]) or self._is_kind(own[0])):
            return False
        if saying > 1 or (len(own) == 1 and self._heads_column(own[0])):
            return True
        if own[0].said.column.role in FIGURES and len(own) > 1:  # 計画 before 検討, 一部実施
            return False
        if below and saying * 2 >= len(own):
            return True
        return any(box.said.of == "years" for box in own)

    def _is_over_columns(self, box: Box) -> bool:
        """Whether a cell alone in its row is below several headings: 活動指標 over its rows."""
        above = {self.sheet.at(box.row - 1, at) for at in range(box.column, box.right + 1)}
        return len(above - {None}) > 1

    def _is_kind(self, box: Box) -> bool:
        """Whether a label alone in its row is the kind of the names below, which a heading heads.

        アウトカム指標 in the first column, below 区分 | 評価指標 and their years.
        """
        above = [each for row in (box.row - 1, box.row - 2) for each in self.own(row)]
        heads = [each for each in above if each.said.column.role is Role.INDICATOR]
        is_headed = any(each.column > box.right for each in heads)
        return box.said.column.role is Role.INDICATOR and is_headed

    def _heads_column(self, box: Box) -> bool:
        """Whether a year alone stands above a value that a label on its left tells: 目標値 5件."""
        below = self.sheet.at(box.bottom + 1, box.column)
        if below is None or below.kind not in _FILLED or box.said.kind is not Class.YEAR:
            return False
        left = self.own(below.row)[:1]
        return any(each.column < box.column and each.said.column.role in FIGURES for each in left)

    def _is_of_numbers(self, own: Sequence[Box]) -> bool:
        """Whether years may all be numbers: 2024 among names, and no label."""
        bare = any(box.said.kind is Class.YEAR and box.text.strip().isdigit() for box in own)
        names = sum(not box.says for box in own)
        return bare and names > 1 and not any(box.is_label for box in own)

    def is_of_figures(self, row: int, column: int) -> bool:
        """Whether a bare number that is no year stands in a column of values."""
        key = self.group(row)[-1], column
        if key not in self._figures:
            boxes = (self.sheet.at(each, column) for each in self.rows if each > key[0])
            self._figures[key] = any(
                box is not None and box.said.kind is Class.FIGURE and BARE.fullmatch(box.text)
                for box in boxes
            )
        return self._figures[key]

    @cached_property
    def _figures(self) -> dict[tuple[int, int], bool]:
        return {}

    def _alternates(self, row: int) -> bool:
        """Whether a row has by turns a label of values and a word: 目標値 増加 実績値 維持."""
        own = self.own(row)
        labels, values = own[::2], own[1::2]
        if len(labels) != len(values) or any(box.says for box in values):
            return False
        below = [self.sheet.at(row + 1, box.column) for box in labels]
        return all(box.said.column.role in FIGURES for box in labels) and not any(
            box is not None and box.kind is Class.FIGURE for box in below
        )

    def _heads_headings(self, row: int) -> bool:
        """Whether a row of text stands above headings: its cells reach down or over two."""
        own = self.own(row)
        spanning = sum(box.bottom > row or self._spans_two(box) for box in own)
        if _has_values(own) or (self.pairs(row) and spanning < len(own)):
            return False
        is_over = self._heads_alike(own) or self._heads_in_corner(own)
        return spanning > 1 or is_over or self._heads_groups(own)

    def _heads_in_corner(self, own: list[Box]) -> bool:
        """Whether years stand above headings, right of a word with a blank below it: 項目 | R6."""
        if len(own) < 2 or own[0].kind not in _WORDED:  # noqa: PLR2004 - a corner and a year
            return False
        below, years = self.own(own[0].row + 1), own[1:]
        is_corner = bool(below) and below[0].column == years[0].column
        return is_corner and len(below) > len(years) and all(map(_is_year, years))

    def _heads_groups(self, own: Sequence[Box]) -> bool:
        """Whether words stand above the first of several headings each: 輸送 above 人員, 走行キロ.

        All headings below are in one of their groups, but for the corner, and nothing is above.
        """
        row = own[0].row if own else 0
        below = self.own(row + 1) if own else []
        words = [box for box in own if below and box.column >= below[0].column]
        is_top = row - 1 not in self.sheet.lines or self._is_alone(row - 1)
        is_worded = all(box.kind in _WORDED and box.bottom == row for box in words)
        if len(words) < 2 or not (is_top and is_worded):  # noqa: PLR2004 - groups are several
            return False
        columns = [box.column for box in below]
        starts = [box.column for box in words]
        is_over = starts[0] == columns[0] and set(starts) <= set(columns)
        is_parted = all(box.kind in _WORDED and not box.says for box in below)
        return is_over and is_parted and len(columns) > len(starts) and len(own) - len(words) <= 1

    def _heads_alike(self, own: Sequence[Box]) -> bool:
        """Whether cells, each with the blanks on its right, stand above the same headings."""
        below = self.own(own[0].row + 1) if own else []
        starts = [box.column for box in own if below and box.column >= below[0].column]
        if len(starts) < 2:  # noqa: PLR2004 - of one there is nothing alike
            return False
        zones = [
            [folded(box.text) for box in below if start <= box.column < end]
            for start, end in zip(starts, [*starts[1:], _FAR], strict=True)
        ]
        is_first = below[0].column == starts[0]
        is_alike = len(set(map(len, zones))) == 1 and len({tuple(zone[:2]) for zone in zones}) == 1
        return is_first and len(zones[0]) > 1 and is_alike

    def _spans_two(self, box: Box) -> bool:
        below = {self.sheet.at(box.bottom + 1, at) for at in range(box.column, box.right + 1)}
        return len(below - {None}) > 1

    # -- what stands above a cell ------------------------------------------------------------

    @cached_property
    def _last_rows(self) -> list[int]:
        return [group[-1] for group in self.heads]

    def group(self, row: int) -> list[int]:
        """Return the headings that hold for a row, ``[]`` if none do."""
        known = self._groups.get(row)
        if known is None:
            known = self._groups[row] = self._group(row)
        return known

    @cached_property
    def _groups(self) -> dict[int, list[int]]:
        return {}

    def _group(self, row: int) -> list[int]:
        at = bisect_right(self._last_rows, row - 1)
        if not at:
            return []
        group = self.heads[at - 1]
        end = bisect_right(self._ends, group[-1])
        return [] if end < len(self._ends) and self._ends[end] < row else group

    def begin(self, row: int) -> int:
        """Return the last row of the headings before those of a row: lines above hold no more."""
        at = bisect_right(self._last_rows, row - 1) - (1 if self.group(row) else 0)
        return self.heads[at - 1][-1] if at else 0

    def over_alike(self, row: int) -> range:
        """Return the rows above the title of the first of tables that have the same headings."""
        at = bisect_right(self._last_rows, row - 1) - 1
        return self._over_alike[at] if self.group(row) else range(0)

    @cached_property
    def _over_alike(self) -> list[range]:
        """The same by the number of a table."""
        found: list[range] = []
        for at, group in enumerate(self.heads):
            if at and self._heading_texts(self.heads[at - 1]) == self._heading_texts(group):
                found.append(found[-1])
                continue
            title = self.title(group[-1] + 1)
            begin = self.heads[at - 1][-1] + 1 if at else 0
            found.append(range(begin, title.row) if title else range(0))
        return found

    def _heading_texts(self, group: Sequence[int]) -> list[tuple[int, str]]:
        """Return the headings of a table, each with its column."""
        return [(box.column, folded(box.text)) for row in group for box in self.own(row)]

    def has_years(self, row: int) -> bool:
        """Whether headings of years alone stand above a row."""
        boxes = (box for line in self.group(row) for box in self.sheet.lines[line])
        return any(box.said.kind is Class.YEAR for box in boxes)

    def is_axis(self, row: int, box: Box) -> bool:
        """Whether a year is that of its row: its heading says 年度, or nothing.

        That of one value stands below 時点, right of a value, or left of one that was at the start.
        """
        stack = self.stack(row, box.column)
        is_of_row = all(
            each.said.of in ("years", "own")
            or each.said.kind is Class.YEAR
            or each.said.column.role in (Role.INDICATOR, Role.SECTION)
            for each in stack
        )
        is_of_row = is_of_row or self.is_over_table(row, box.column)
        is_of_row = is_of_row or self._holds_years(row, box.column)
        is_blank = not stack or (
            stack[-1].right > stack[-1].column and stack[-1].bottom < self.group(row)[-1]
        )
        if is_blank and self._is_among_values(row, box):
            return False
        return is_of_row and (not stack or not self.is_of_value(row, box.column))

    def _holds_years(self, row: int, column: int) -> bool:
        """Whether a heading names years beside something else, and years alone stand below it."""
        stack = self.stack(row, column)
        pieces = _JOINED.split(folded(stack[-1].text)) if stack and not stack[-1].says else []
        return not OF_YEARS.isdisjoint(pieces) and self.has_years_below(row, column)

    def has_years_below(self, row: int, column: int) -> bool:
        """Whether years alone stand in a column of a table, but for lines."""
        below = self.below(self.group(row), column) if self.group(row) else []
        years = [box for box in below if not self._is_alone(box.row)]
        return bool(years) and all(map(_is_year, years))

    def _is_among_values(self, row: int, box: Box) -> bool:
        """Whether a year below a blank heading is none of its row: right of values, or several.

        R7.3 between a target and an actual may be that of either.
        """
        period = box.said.column.period
        is_several = isinstance(period, Span)
        columns = range(1, box.column) if self.group(row) else ()
        return is_several or any(self.role(row, column) in FIGURES for column in columns)

    def is_over_table(self, row: int, column: int) -> bool:
        """Whether the headings above one of years are over a target and an actual too.

        They are the name of a table that stands beside others.
        """
        stack = self.stack(row, column)
        if len(stack) < 2 or stack[-1].said.of != "years":  # noqa: PLR2004 - a name above it
            return False
        roles = set[Role | None]()
        while self.stack(row, column := column + 1)[:-1] == stack[:-1]:
            roles.add(self.role(row, column))
        return roles >= _BOTH

    def is_of_value(self, row: int, column: int) -> bool:
        """Whether a column of years is of the values beside it, and not of whole rows."""
        if not self._heads_years(row, column):
            return False
        if folded(self.stack(row, column)[-1].text) in OF_TIMES:
            return True
        above = self.stack(row, column)[:-1]
        if any(each.said.column.role in FIGURES for each in above):
            return True
        if self.role(row, column + 1) is Role.BASELINE:
            return True
        left = [at for at in range(1, column) if self._heads_years(row, at)]
        if left:  # a table beside another, or another year of a value
            return self.is_of_value(row, left[0])
        return any(self.role(row, at) in FIGURES for at in range(1, column))

    def _heads_years(self, row: int, column: int) -> bool:
        stack = self.stack(row, column)
        return bool(stack) and stack[-1].said.of == "years"

    def owner(self, row: int, column: int) -> int | None:
        """Return the column of the value whose year stands in a column, ``None`` if unclear.

        All years of a table stand on the same side of their values.
        """
        above = self.stack(row, column)[:-1]
        for beside in (column - 1, column + 1) if above else ():
            is_same = self.stack(row, beside)[:-1] == above
            if is_same and self.role(row, beside) in FIGURES:
                return beside
        width = max(box.right for box in self.sheet.lines[row])
        years = [at for at in range(1, width + 1) if self.is_of_value(row, at)]
        is_behind, is_before = (
            all(self.role(row, at + side) in FIGURES for at in years) for side in (-1, 1)
        )
        if is_behind and is_before:  # the heading of one of them names its year
            is_behind, is_before = (
                not any(self._is_dated_column(row, at + side) for at in years) for side in (-1, 1)
            )
        if is_behind == is_before:
            return None
        return column - 1 if is_behind else column + 1

    def _is_dated_column(self, row: int, column: int) -> bool:
        return any(each.said.column.period is not None for each in self.stack(row, column))

    def is_text(self, row: int, column: int) -> bool:
        """Whether a column holds more text than figures below the headings of a row."""
        group = self.group(row)
        key = group[-1], column
        known = self._texts.get(key)
        if known is None:
            head = self._heading_at(group, group[-1], column)
            every = self.below(group, column)
            boxes = [box for box in every if head is None or box.right <= head.right]
            texts = sum(box.kind in _WORDED for box in boxes)
            known = self._texts[key] = texts > sum(map(_is_figure, boxes))
        return known

    @cached_property
    def _texts(self) -> dict[tuple[int, int], bool]:
        return {}

    @cached_property
    def _ends(self) -> list[int]:
        """The lines behind which the columns above do not go on."""
        ends: list[int] = []
        full: int | None = None  # the next row of more than one cell
        for row in reversed(self.rows):
            is_line = self._is_alone(row)
            after = full if is_line else row if row - 1 not in self.sheet.lines else None
            full = full if is_line else row
            heads = bisect_right(self._last_rows, row - 1)
            is_free = bool(heads) and row not in self.headings
            if is_free and (self._begins_table(row) or self._begins_form(row)):
                ends.append(row - 1)
                continue
            if row in self.headings or after is None or after in self.headings or not heads:
                continue
            if not self._fits(after, self.heads[heads - 1]):
                ends.append(row if is_line else row - 1)
        ends.reverse()
        return ends

    def _begins_table(self, row: int) -> bool:
        """Whether a row is one of labels right above headings: what they say is of these.

        So is one that names an indicator, above others of labels that say more of it: 定義.
        """
        if not self._is_labelling(row):
            return False
        below = row + 1
        if any(pair.role is Role.INDICATOR for pair in self.pairs(row)):
            while below in self.sheet.lines and self._is_labelling(below):
                below += 1
        return below in self.headings

    def _is_labelling(self, row: int) -> bool:
        """Whether a row has labels, each with what it says beside it."""
        return any(pair.label.is_label for pair in self.pairs(row))

    def _begins_form(self, row: int) -> bool:
        """Whether a row is labels and words by turns, and the next one begins with a label, too.

        Right below values it is the first row of a form: 事業名 | 移住促進事業 | 担当課 | 企画課.
        One that comes again does so for the next name, whose values have years of their own.
        """
        pairs, below = self.pairs(row), self.own(row + 1)
        of_all = [each for each in self.own(row)[:1] if each.bottom > row]  # left of the form
        is_full = len(self.own(row)) - len(of_all) == 2 * len(pairs)
        is_told = is_full and all(
            pair.label.is_label and pair.role in ABOUT and _is_worded(pair.value) for pair in pairs
        )
        is_named = any(pair.role in _OF_NAMES for pair in pairs)
        is_below = bool(below) and below[0].is_label
        above = self.own(row - 1) if row - 1 not in self.headings else []
        is_again = any(each.said.column.period is not None for each in below)  # years of their own
        is_below = is_below and (any(map(_is_figure, above)) or (len(above) > 1 and is_again))
        return is_told and is_named and is_below and (is_again or not self.recurs(row))

    def begins_years(self, row: int) -> bool:
        """Whether a row is of years alone, right below values: the columns may go on with them."""
        is_below = len(self.sheet.lines.get(row - 1, ())) > 1
        if not is_below or not self.headings.isdisjoint((row - 1, row + 1)):
            return False
        own = self.own(row)
        heads = {box.column for line in self.group(row - 1) for box in self.sheet.lines[line]}
        columns = {box.column for box in own if box.said.kind is Class.YEAR}
        is_inner = min(heads, default=0) < min(columns, default=0)
        return is_inner and len(columns) == len(own) and heads >= columns

    def _is_alone(self, row: int) -> bool:
        """Whether a cell stands alone in its row, but for what is said beside a title."""
        return len(self.sheet.lines[row]) == 1 or row in self._titled_rows

    @cached_property
    def _titled_rows(self) -> dict[int, Box]:
        """Titles with something beside them: ① 収支比率 | 算式：収益÷費用, A-1 | 有収率（％）."""
        lines = self.sheet.lines
        stated = {row: line[0] for row, line in lines.items() if self._is_titled(row, line)}
        cards = {row: lines[row][-1] for row in self.sheet.titles if row in lines}
        return {row: box for row, box in cards.items() if box.right > box.column} | stated

    def line(self, row: int) -> Box:
        """Return the cell that a row is as a line: its title, where there is more beside that."""
        return self._titled_rows.get(row) or self.sheet.lines[row][0]

    def _is_titled(self, row: int, line: Sequence[Box]) -> bool:
        first, *more = line
        is_row = bool(more) and all(box.row == box.bottom == row for box in line)
        if is_row and counting_of(first.text) and _is_beside_title(more):
            return True
        is_stated = is_row and all(_STATEMENT.fullmatch(box.text) for box in more)
        is_first = not first.says and first.kind is Class.TEXT and not is_aside(first.text)
        is_above = any(box.says for box in self.sheet.lines.get(row + 1, ()))
        is_parted = row - 1 not in self.sheet.lines or len(self.sheet.lines[row - 1]) == 1
        return is_stated and is_first and is_above and is_parted

    def is_between(self, row: int) -> bool:
        """Whether rows of values stand right above a row and below it, if any row does."""
        group = self.group(row)
        below = bisect_right(self.rows, row)
        ends = below == len(self.rows) or self._fits(self.rows[below], group)
        above = row - 1 in self.sheet.lines and row - 1 not in self.headings
        return ends and above and self._fits(row - 1, group)

    def _fits(self, row: int, group: Sequence[int]) -> bool:
        """Whether a row has a value in a column of values, and is none of a form."""
        if any(pair.label.is_label for pair in self.pairs(row)) or self._is_of_pairs(row, group):
            return False
        if self._is_dated_otherwise(row, group):
            return False
        for box in self.own(row):
            above = (self._heading_at(group, line, box.column) for line in group)
            said = [each.said.column for each in above if each is not None]
            is_column = any(each.role in FIGURES or each.period is not None for each in said)
            if is_column and box.kind in _FILLED:
                return True
        return False

    def _is_dated_otherwise(self, row: int, group: Sequence[int]) -> bool:
        """Whether a row begins with a label of a year, below years that are none: 目標値（R7）."""
        years = {box.said.column.period for line in group for box in self.own(line)} - {None}
        label = next(iter(self.own(row)), None)
        if label is None or label.said.column.role not in FIGURES or not years:
            return False
        return label.said.column.period not in {None, *years}

    def _is_of_pairs(self, row: int, group: Sequence[int]) -> bool:
        """Whether a row is words and figures by turns, some of the words below years."""
        own = self.own(row)
        words, values = own[::2], own[1::2]
        if len(words) != len(values) or len(words) < len(_BOTH):
            return False
        if any(box.kind in _FILLED for box in words) or any(box.kind in _WORDED for box in values):
            return False
        heads = (self._heading_at(group, group[-1], box.column) for box in words)
        return any(head is not None and head.said.kind is Class.YEAR for head in heads)

    @cached_property
    def _stacks(self) -> dict[tuple[int, int], tuple[Box, ...]]:
        return {}

    def stack(self, row: int, column: int) -> tuple[Box, ...]:
        """Return the headings above a cell, the outermost first."""
        group = self.group(row)
        if not group:
            return ()
        key = group[0], column
        known = self._stacks.get(key)
        if known is None:
            above = (self._heading_at(group, line, column) for line in group)
            known = self._stacks[key] = tuple(dict.fromkeys(box for box in above if box))
        return known

    def heading(self, row: int, column: int) -> str:
        """Return the headings above a cell as one text."""
        stack = self.stack(row, column)
        known = self._headings.get(stack)
        if known is None:
            known = " ".join(" ".join(each.text.split()) for each in stack)
            self._headings[stack] = known
        return known

    @cached_property
    def _headings(self) -> dict[tuple[Box, ...], str]:
        return {}

    def _heading_at(self, group: Sequence[int], row: int, column: int) -> Box | None:
        """Return the heading of a column in a row; one on its left goes on above other headings."""
        box = self.sheet.at(row, column)
        if box is not None:
            return box if box.row >= group[0] and box.bottom <= group[-1] else None
        if row == group[-1]:
            return None
        below = self._heading_at(group, row + 1, column)
        if below is None or below.row != row + 1:
            return None
        return self._on_the_left(group, row, column) if self._is_even(group, row) else None

    def _is_even(self, group: Sequence[int], row: int) -> bool:
        """Whether each heading of the row below has one above it, or one further left."""
        return all(
            self.sheet.at(row, box.column) is not None or self._on_the_left(group, row, box.column)
            for box in self.own(row + 1)
        )

    def _on_the_left(self, group: Sequence[int], row: int, column: int) -> Box | None:
        """Return the heading on the left that may go on above a column.

        A blank between has no heading of its own below it, or one that goes on there too.
        """
        for left in range(column - 1, 0, -1):
            if self._heading_at(group, row + 1, left) is None:
                return None
            box = self.sheet.at(row, left)
            if box is not None:
                return box if box.right == box.column and box.bottom == box.row else None
        return None

    def is_of_one(self, box: Box) -> bool:
        """Whether the columns that a cell covers have one heading each, and the same."""
        stacks = {self.stack(box.row, column) for column in range(box.column, box.right + 1)}
        said = {
            tuple((each.said.column.role, each.said.column.period) for each in stack)
            for stack in stacks
        }
        return len(said) <= 1

    def title(self, row: int) -> Box | None:
        """Return the line right above the headings that hold for a row.

        Of several lines it is the nearest that the document says is a heading, if one is. One
        beyond a blank is none where a line over several columns belongs to the table itself. A line
        with a number above what something cost holds for what is below that, too.
        """
        group = self.group(row)
        at = bisect_right(self.rows, group[0]) - 2 if group else -1
        lines, at = self._lines_up(at)
        titles = [line for line in lines if self._is_title(line)]
        if at >= 0 and not titles and self._is_of_costs(self.rows[at]):
            while at >= 0 and self._is_of_costs(self.rows[at]):
                at -= 1
            above = [line for line in self._lines_up(at)[0] if self._is_title(line)]
            titles = [line for line in above[:1] if counting_of(line.text)]
        titles = _behind_what_describes([each for each in titles if not _is_count(each)] or titles)
        marked = [line for line in titles if line.row in self.sheet.titles]
        nearest = next(iter(titles), None)
        if nearest is not None and nearest.right > nearest.column:
            within = [*takewhile(lambda line: self._is_joined(line.row, group[0]), titles)]
            marked = [line for line in marked if line in within or nearest not in within]
        return next(iter(marked), nearest)

    def _lines_up(self, at: int) -> tuple[list[Box], int]:
        """Return the lines from a row upwards, the nearest first, and where they end."""
        lines = list[Box]()
        while at >= 0 and self.rows[at] not in self.headings and self._is_alone(self.rows[at]):
            lines.append(self.line(self.rows[at]))
            at -= 1
        return lines, at

    def _is_of_costs(self, row: int) -> bool:
        """Whether a row is one of a table whose headings all say what something cost."""
        group = self.group(row) if row not in self.headings else (row,)
        heads = [box for each in group for box in self.own(each)]
        is_cost = any(box.said.of == "cost" for box in heads)
        is_of_values = any(box.said.column.role or box.said.kind is Class.YEAR for box in heads)
        return is_cost and not is_of_values and not self._is_alone(row)

    def _is_joined(self, row: int, other: int) -> bool:
        """Whether no blank row is between two rows."""
        return all(each in self.sheet.lines for each in range(row, other))

    def titles_over(self, title: Box) -> list[Box]:
        """Return the titles that a title stands below, the outermost first: Ⅰ above １.

        One is counted in another way, and stands right above the first of those below it.
        """
        own = counting_of(title.text)
        inner: Box | None = title
        at = bisect_right(self.rows, title.row) - 2
        while own and at >= 0:
            row = self.rows[at]
            line = self.line(row)
            at -= 1
            if not self._is_alone(row) or row in self.headings or not self._is_title(line):
                inner = None
                continue
            way = counting_of(line.text)
            if inner is not None and way not in ("", own) and counting_of(inner.text) == own:
                return [*self.titles_over(line), line]
            inner = line
        return []

    def _is_title(self, line: Box) -> bool:
        if SENTENCE_END in line.text.rstrip()[:-1]:
            return False  # what was done, and goes on: 券を交付した。交付者は
        is_aside_or_pair = is_aside(line.text) or self.in_cell(line) is not None
        return not is_aside_or_pair or self._tells_values(line)

    def _tells_values(self, line: Box) -> bool:
        """Whether a line says by itself what values are: （目標値）."""
        said = (
            what_it_says(text, labels=self.sheet.labels, vocabulary=self.vocabulary)
            for text in told_in_title(line.text)
        )
        return any(each.column.role in FIGURES for each in said)

    def role(self, row: int, column: int) -> Role | None:
        """Return what the cells of a column are, by the innermost heading that says so."""
        group = self.group(row)
        key = group[0] if group else 0, column
        if key not in self._roles:
            stack = _without_unit_of_names(self.stack(row, column))
            found = next((each for each in reversed(stack) if self.role_of(each) is not None), None)
            is_of_all = found is None or self._is_right_of_names(group, found, column)
            self._roles[key] = None if found is None or is_of_all else self.role_of(found)
        return self._roles[key]

    def _is_right_of_names(self, group: Sequence[int], above: Box, column: int) -> bool:
        """Whether a column stands right of that of names, below a heading of both: 成果指標."""
        if above.right == above.column or self.role_of(above) is not Role.INDICATOR:
            return False
        rows = (row for row in group if row > above.bottom)
        left = (box for row in rows for box in self.own(row) if above.column <= box.column < column)
        return any(self.role_of(each) is Role.INDICATOR for each in left)

    @cached_property
    def _roles(self) -> dict[tuple[int, int], Role | None]:
        return {}

    def is_over_both(self, row: int, column: int) -> bool:
        """Whether a heading of targets stands above years whose rows are both: 前期計画.

        It names the time that was planned, and the rows say what their values are.
        """
        return self.is_over_years(row, column) and self.has_both(row)

    def is_over_years(self, row: int, column: int) -> bool:
        """Whether a heading of targets stands above years: 前期計画."""
        stack = self.stack(row, column)
        if not stack or stack[-1].said.kind is not Class.YEAR:
            return False
        wide = [box for box in stack[:-1] if box.right > box.column]
        return any(self.role_of(box) is Role.TARGET for box in wide)

    def has_both(self, row: int) -> bool:
        """Whether the labels of the rows of a table say which are targets, and which actuals."""
        group = self.group(row)
        return bool(group) and self._kinds_below(group) >= _BOTH

    def _kinds_below(self, group: Sequence[int]) -> frozenset[Role]:
        """Return what the labels of the rows below headings say that their values are."""
        key = group[-1]
        if key not in self._kinds:
            below = (row for row in self.rows if row not in self.headings)
            rows = [row for row in below if self.group(row) == group]
            own = [box.said.column.role for row in rows for box in self.own(row) if box.is_label]
            self._kinds[key] = frozenset(role for role in own if role in FIGURES)
        return self._kinds[key]

    def heads_aims_only(self, row: int, column: int) -> bool:
        """Whether a heading is of targets, and no row below it: 目標（R8） right of years, 実績."""
        stack = self.stack(row, column)
        is_aim = bool(stack) and self.role_of(stack[-1]) is Role.TARGET
        return is_aim and Role.TARGET not in self._kinds_below(self.group(row))

    def is_of_targets(self, row: int) -> bool:
        """Whether headings tell targets and actuals, and no row below them what something costs."""
        group = self.group(row)
        roles = {box.said.column.role for line in group for box in self.own(line)}
        below = (each for each in self.rows if self.group(each) == group)
        costs = (box for each in below for box in self.own(each) if box.said.of == "cost")
        return roles >= _BOTH and next(costs, None) is None

    @cached_property
    def _kinds(self) -> dict[int, frozenset[Role]]:
        return {}

    @cached_property
    def paired(self) -> dict[Box, Role]:
        """Headings of one noun that say by a word which value it is: 目標効果額, 実績効果額.

        Beside 目標 and 実績 themselves they are values of something else; 計画と実績 are both.
        """
        found: dict[str, dict[Role, list[Box]]] = {}
        for row in self.headings:
            own = self.own(row)
            is_told = {box.said.column.role for box in own} >= _BOTH
            for box in () if is_told else filter(_may_be_paired, own):
                for role, words in PAIRED:
                    rest = _without(folded(box.text), words)
                    if rest and not has_bare_year(rest):
                        found.setdefault(rest, {}).setdefault(Role(role), []).append(box)
        return (
            self._reached_beside(found)
            | self._aimed_beside(found)
            | {
                box: role
                for by_role in found.values()
                if len(by_role) > 1
                for role, boxes in by_role.items()
                for box in boxes
            }
        )

    def _reached_beside(self, found: dict[str, dict[Role, list[Box]]]) -> dict[Box, Role]:
        """Return the headings of what was done, beside that of a target: 量の見込み, 利用実績.

        No other heading below the same one says which is the actual.
        """
        told: dict[Box, Role] = {}
        for noun, by_role in found.items():
            is_free = not self._said_of(noun) and set(by_role) == {Role.ACTUAL}
            for box in by_role[Role.ACTUAL] if is_free else ():
                above = self._above_heading(box)
                beside = [
                    each.said.column.role
                    for each in self.own(box.row)
                    if self._above_heading(each) is above
                ]
                if Role.TARGET in beside and Role.ACTUAL not in beside:
                    told[box] = Role.ACTUAL
        return told

    def _aimed_beside(self, found: dict[str, dict[Role, list[Box]]]) -> dict[Box, Role]:
        """Return the headings of aims above years, right of those of actuals: 削減目標.

        No other heading says which are the targets.
        """
        told: dict[Box, Role] = {}
        for noun, by_role in found.items():
            is_free = not self._said_of(noun) and set(by_role) == {Role.TARGET}
            for box in by_role[Role.TARGET] if is_free else ():
                own = self.own(box.row)
                roles = {each.said.column.role: each.column for each in own}
                columns = range(box.column, box.right + 1)
                below = [self.sheet.at(box.bottom + 1, at) for at in columns]
                is_over_years = all(each is not None and _is_year(each) for each in below)
                is_behind = roles.get(Role.ACTUAL, _FAR) < box.column
                if is_over_years and is_behind and Role.TARGET not in roles:
                    told[box] = Role.TARGET
        return told

    def _above_heading(self, box: Box) -> Box | None:
        """Return the heading right above another one."""
        group: Sequence[int] = next((each for each in self.heads if box.row in each), ())
        return self._heading_at(group, box.row - 1, box.column) if box.row - 1 in group else None

    def _said_of(self, text: str) -> str:
        """Return what a word tells of that has no role: what something costs."""
        return what_it_says(text, labels=self.sheet.labels, vocabulary=self.vocabulary).of

    def role_of(self, box: Box) -> Role | None:
        """Return what a heading says of the cells that it heads."""
        named = self.named.get(box) or self.observed.get(box) or self._expected.get(box)
        named = named or self._worked_out.get(box)
        return named or box.said.column.role or self.paired.get(box)

    @cached_property
    def _worked_out(self) -> dict[Box, Role]:
        """Headings that work out a value from those beside them: 実績／計画."""
        found: dict[Box, Role] = {}
        for row in self.headings:
            own = self.own(row)
            if {self._role_beside(box) for box in own} >= _BOTH:
                told = ((box, self._role_of_formula(box, own)) for box in own)
                found |= {box: role for box, role in told if role is not None}
            found |= {box: Role.CHANGE for box in own if self._is_of_beside(box, own)}
        return found

    def _is_of_beside(self, box: Box, own: Sequence[Box]) -> bool:
        """Whether a heading is worked out of the value beside it: 削減率 beside 排出量, 目標."""
        above = None if box.says or not _CHANGED.fullmatch(folded(box.text)) else box
        above = above and self._above_heading(above)
        if above is None or not (self._heads_values(above) and above.right > above.column):
            return False
        beside = [each for each in own if self._above_heading(each) is above and each is not box]
        return any(not _CHANGED.fullmatch(folded(each.text)) for each in beside)

    def _role_of_formula(self, box: Box, own: Sequence[Box]) -> Role | None:
        """Return what the formula is that a heading is, if it is one of a target and an actual."""
        parts = _FORMULA.fullmatch(folded(box.text))
        if parts is None:
            return None
        roles = {self._role_in_formula(parts[each], own) for each in ("one", "other")}
        if not roles >= _BOTH:
            return None
        return Role.CHANGE if parts["sign"] in _MINUS else Role.RATE

    def _role_in_formula(self, part: str, own: Sequence[Box]) -> Role | None:
        """Return what a part of a formula is: a heading beside may say it in full.

        見込 of 実績/見込 is 見込量, and 量の見込み too.
        """
        plain = (each for each in own if not _FORMULA.fullmatch(folded(each.text)))
        in_full = {self._role_beside(each) for each in plain if part in folded(each.text)}
        if len(in_full) == 1:
            return in_full.pop()
        said = what_it_says(part, labels=self.sheet.labels, vocabulary=self.vocabulary)
        return said.column.role

    def _role_beside(self, box: Box) -> Role | None:
        """Return what a heading is that a formula beside it may name."""
        return self._expected.get(box) or box.said.column.role

    @cached_property
    def _expected(self) -> dict[Box, Role]:
        """Headings of what a plan expects, below the same year as what came of it: 予定, 実績.

        Below later years the same word is that too. Where another heading says what the target
        is, it is what is seen to come.
        """
        found: dict[Box, Role] = {}
        for group in self.heads:
            last = [(box, self._above_heading(box)) for box in self.own(group[-1])]
            told = [(box, above, box.said.column) for box, above in last]
            firm = {
                above
                for _, above, column in told
                if column.role is Role.ACTUAL and column.status is Status.FINAL
            } & self._free_of_targets(group)
            beside = [box for box, above, _ in told if above and above in firm]
            planned = {folded(box.text) for box in beside if self._is_planned(box)}
            expected = (box for box, above in last if above and folded(box.text) in planned)
            found |= dict.fromkeys(expected, Role.TARGET)
        return found

    def _free_of_targets(self, group: Sequence[int]) -> set[Box | None]:
        """Return the headings above others below which no target may stand.

        All are, if no heading is one of targets. If each is one of the indicator of a form, so is
        another noun beside that: 効果額 beside 指標, which is above 目標 and 実績.
        """
        boxes = [box for row in group for box in self.own(row)]
        aims = [box for box in boxes if box.said.column.role is Role.TARGET]
        above = {self._above_heading(box) for box in self.own(group[-1])}
        of_aims = {self._above_heading(box) for box in aims}
        return {box for box in above - of_aims if not aims or (box and self.is_beside_own(box))}

    def is_beside_own(self, head: Box) -> bool:
        """Whether a heading is a noun beside that of the indicator which a form names.

        年度 | 指標 | 効果額（千円）, the last two above 目標 and 実績 each: it is of its own.
        """
        if head.row not in self.headings or head.says or head.kind not in _WORDED:
            return False
        return any(self._heads_own(box) for box in self.own(head.row) if box is not head)

    def _heads_own(self, head: Box) -> bool:
        """Whether a heading only says that what is below it are values of the indicator: 指標."""
        below = self.sheet.at(head.bottom + 1, head.column)
        is_over = below is not None and below.row in self.headings
        is_of_values = is_over and below is not None and below.said.column.role in FIGURES
        return is_of_values and head.said.column.role is Role.INDICATOR

    def _is_planned(self, box: Box) -> bool:
        """Whether a heading is a word of a plan, or one plan's name above figures: 強化プラン."""
        word = folded(box.text)
        is_named = _NAMED_PLAN.fullmatch(word) is not None and self._is_above_figures(box)
        return is_named or _PLANNED.fullmatch(word) is not None

    @cached_property
    def observed(self) -> dict[Box, Role]:
        """Headings of values that were looked at in a year: 中間評価(R5) above figures.

        What stands above years, and has things that are counted below, are values too: 進捗状況.
        So are figures with a unit below 結果, beside 目標 and no label of actuals.
        """
        found: dict[Box, Role] = {}
        for group in self.heads:
            boxes = [box for row in group for box in self.own(row)]
            roles = {box.said.column.role for box in boxes}
            for box in boxes:
                if box.said.column.role is Role.RESULT and (
                    self._is_of_values(box, group, is_told=Role.ACTUAL in roles)
                    or (roles & _BOTH == {Role.TARGET} and self._is_outcome(box, group, boxes))
                ):
                    found[box] = Role.ACTUAL
        return found

    def _is_outcome(self, box: Box, group: Sequence[int], heads: Sequence[Box]) -> bool:
        """Whether all that stands below 結果 counts what the target beside it does: 88.4％.

        95％ beside 100件 is how much of it was reached.
        """
        is_outcome = _OUTCOME.fullmatch(folded(box.text)) is not None
        below = self.below(group, box.column) if is_outcome else []
        said = [each for each in below if each.kind is not Class.DASH]
        aims = [head.column for head in heads if head.said.column.role is Role.TARGET]
        return bool(said) and all(self._counts_alike(each, aims) for each in said)

    def _counts_alike(self, box: Box, aims: Sequence[int]) -> bool:
        """Whether a figure has the unit of a target in its row."""
        found = _WITH_UNIT.match(folded(box.text)) if box.kind is Class.FIGURE else None
        beside = (self.sheet.at(box.row, column) for column in aims)
        return found is not None and any(each and found[1] in folded(each.text) for each in beside)

    def _is_of_values(self, box: Box, group: Sequence[int], *, is_told: bool) -> bool:
        """Whether figures below a heading of results, and below a year, are values.

        Args:
            box: The heading.
            group: The rows of headings.
            is_told: Whether another heading says that it is one of actuals.
        """
        columns = range(box.column, box.right + 1)
        below = (self.sheet.at(box.bottom + 1, at) for at in columns if box.bottom < group[-1])
        years = [each is not None and each.said.kind is Class.YEAR for each in below]
        is_above_years = bool(years) and all(years)
        texts = [each.text for at in columns for each in self.below(group, at) if _is_figure(each)]
        if _OBSERVED.match(folded(box.text)):
            is_dated = is_above_years or box.said.column.period is not None
            return is_dated and not all(map(_GRADE.fullmatch, texts))
        return is_above_years and not is_told and any(map(_COUNTING.match, texts))

    @cached_property
    def named(self) -> dict[Box, Role]:
        """Headings that their rows tell: 環境指標 alone of its kind, 目標 left of names.

        What stands below a second 目標 on the left of the names is a goal that they serve.
        """
        found: dict[Box, Role] = {}
        for group in self.heads:
            boxes = [box for row in group for box in self.own(row)]
            names = [box.column for box in boxes if box.said.column.role is Role.INDICATOR]
            goals = [box for box in boxes if box.said.column.role is Role.TARGET]
            first = min(names, default=0)
            if any(box.column > first for box in goals):
                left = (box for box in goals if box.column < first)
                found |= {box: Role.SECTION for box in left if not self._figures_below([box])}
            if not names:
                found |= {
                    box: Role.INDICATOR for box in goals[:1] if self._is_of_aims(box, goals, group)
                }
            found |= {box: Role.BASELINE_YEAR for box in boxes if self._is_of_start(box, boxes)}
            marked = ((box, self._of_marks(box, group)) for box in boxes)
            found |= {box: role for box, role in marked if role is not None}
            found |= {box: Role.UNIT for box in boxes if first and self._is_of_units(box, group)}
        for row in self.headings:
            own = [box for box in self.own(row) if box.kind is Class.TEXT]
            named = [box for box in own if self._heads_own_indicators(box)]
            roles = {box.said.column.role for box in self.own(row)}
            if len(named) == 1 and Role.INDICATOR not in roles:
                found[named[0]] = Role.INDICATOR
        return found

    def _heads_own_indicators(self, box: Box) -> bool:
        """Whether a heading is that of names: 環境指標, 取組指標（単位）, but not above years."""
        text = _OF_UNIT.sub("", folded(box.text))
        below = [self.sheet.at(box.bottom + 1, at) for at in range(box.column, box.right + 1)]
        years = [each for each in below if each is not None and _is_year(each)]
        is_over_years = len(below) > 1 and len(years) == len(below)
        return _OWN_INDICATOR.fullmatch(text) is not None and not is_over_years

    def _is_of_aims(self, box: Box, goals: Sequence[Box], group: Sequence[int]) -> bool:
        """Whether what is aimed at is named below a heading, left of how much: 目標 | 目標値.

        Names may have two columns: 人口 | 総人口, 人口 | 社会増減.
        """
        columns = range(box.column, box.right + 1)
        below = [*dict.fromkeys(chain(*(self.below(group, column) for column in columns)))]
        rows = (each for each in below if not self._is_alone(each.row))  # a line is no row of it
        names = [each for each in rows if each.kind is not Class.DASH]
        is_named = bool(names) and all(each.kind in _WORDED for each in names)
        beside = [each.column for each in goals if each.column > box.right]
        return is_named and any(_is_figure(each) for at in beside for each in self.below(group, at))

    def _is_of_start(self, box: Box, heads: Sequence[Box]) -> bool:
        """Whether a heading of when something began is that of the value beside it: 開始年度."""
        starts = [each for each in heads if each.said.column.role is Role.BASELINE]
        is_begun = _BEGUN.fullmatch(folded(box.text)) is not None
        is_open = len(starts) == 1 and starts[0].said.column.period is None
        return is_begun and is_open and starts[0].column in (box.column - 1, box.right + 1)

    def _of_marks(self, box: Box, group: Sequence[int]) -> Role | None:
        """Return what a heading that says nothing has below it, if that is marks alone.

        Right of values they are results, ランク; left of them arrows are what is better. What is
        seen to come, 見込み, is a result too.
        """
        is_foreseen = box.said.column.status is Status.FORECAST and box.said.column.period is None
        is_open = box.kind in _WORDED or is_foreseen
        if not is_open or box.bottom != group[-1] or box.right > box.column:
            return None
        every = [each for each in self.below(group, box.column) if each.column == box.column]
        below = [each for each in every if each.kind is not Class.DASH]
        if {each.said.kind for each in below} != {Class.MARK}:
            return None
        left = (each for row in group for each in self.sheet.lines[row] if each.right < box.column)
        if any(each.says and self._heads_values(each) for each in left):
            return Role.RESULT
        is_way = all(read_direction(each.text) is not None for each in below)
        return Role.DIRECTION if is_way else None

    def _is_of_units(self, box: Box, group: Sequence[int]) -> bool:
        """Whether a heading that says nothing has units below it, right beside the names."""
        beside = self.sheet.at(box.row, box.column - 1)
        is_beside = beside is not None and beside.said.column.role is Role.INDICATOR
        if not is_beside or box.kind is not Class.TEXT or box.bottom != group[-1]:
            return False
        below = self.below(group, box.column)
        units = sum(each.said.kind is Class.UNIT for each in below)
        return units > 1 and 2 * units >= len(below) and all(map(_may_be_unit, below))

    def _heads_values(self, box: Box) -> bool:
        return box.said.kind is Class.YEAR or box.said.column.role in FIGURES

    def below(self, group: Sequence[int], column: int) -> list[Box]:
        """Return the cells of a column below headings, up to the next ones."""
        start, end = bisect_right(self.rows, group[-1]), bisect_right(self._last_rows, group[-1])
        last = self.heads[end][0] if end < len(self.heads) else _FAR
        boxes = (self.sheet.at(each, column) for each in self.rows[start:] if each < last)
        return [box for box in boxes if box is not None]

    def label_above(self, row: int, column: int) -> Box | None:
        """Return the label of values that goes on from above, where it is blank left of a column.

        目標 beside the first of several names, 実績 beside the first of as many.
        """
        group = self.group(row)
        for left in range(1, column) if group else ():
            if self.sheet.at(row, left) is None:
                labels = self._labels_of_rows(group, left)
                at = bisect_right(labels, row, key=lambda box: box.row)
                if at:
                    return labels[at - 1]
        return None

    def _labels_of_rows(self, group: Sequence[int], column: int) -> list[Box]:
        """Return the cells of a column that says which values the rows have, from the top."""
        key = group[-1], column
        if key not in self._row_labels:
            every = dict.fromkeys(self.below(group, column))
            boxes = [box for box in every if not self._is_alone(box.row)]
            roles = {box.said.column.role for box in boxes if box.is_label}
            is_whole = all(
                box.is_label and box.said.column.role in FIGURES | PRINTED for box in boxes
            )
            self._row_labels[key] = boxes if is_whole and roles >= _BOTH else []
        return self._row_labels[key]

    @cached_property
    def _row_labels(self) -> dict[tuple[int, int], list[Box]]:
        return {}

    # -- forms -------------------------------------------------------------------------------

    @cached_property
    def _pairs(self) -> dict[int, list[Pair]]:
        return {}

    def pairs(self, row: int) -> list[Pair]:
        """Return the labels of a row with what they say beside them, if it has nothing else."""
        known = self._pairs.get(row)
        if known is None:
            inner = {box: pair for box in self.own(row) if (pair := self.in_cell(box))}
            is_whole = len(inner) == len(self.own(row))
            found = [] if is_whole else self._in_turn(row, inner)
            known = self._pairs[row] = _zoned(found or ([*inner.values()] if is_whole else []))
        return known

    def _in_turn(self, row: int, inner: Mapping[Box, Pair]) -> list[Pair]:
        """Return the pairs of a row that is labels and what they say by turns.

        Args:
            row: The row.
            inner: Cells that are pairs each by itself: 指標名 | 利用率 | 担当：企画課.
        """
        own = [box for box in self.own(row) if box not in inner]
        is_block = bool(own) and own[0].bottom > row
        is_counted = not is_block and _is_counted(own)
        own = self._with_blanks(_named_by_block(own[0], own[1:]) if is_counted else own)
        if len(own) % 2 and (is_block or _is_title(own)):  # the name of several rows
            own = _named_by_block(own[0], own[1:])
        labels, values = own[::2], own[1::2]
        found = [Pair(*each) for each in zip(labels, values, strict=False)]
        about = [pair for pair in found if not _is_value(pair)]
        if len(found) == 1 and labels[0].said.of == "years":  # 年度 R6 above 目標 5
            return []
        is_known = any(pair.label.is_label or pair.is_year_of_all for pair in about)
        if not is_known or len(labels) != len(values) or not all(map(_may_pair, about)):
            return []
        figures = self._figures_below(values)
        others = {each for each in self._figures_below(labels) if not self._is_labelled(each)}
        is_heading = bool(figures and others - figures)  # 決算 目標額
        return [] if is_heading and not self.recurs(row) else [*about, *inner.values()]

    def _is_labelled(self, box: Box) -> bool:
        """Whether a label of values stands right before a figure: 実績 38.4."""
        left = self.sheet.at(box.row, box.column - 1)
        return left is not None and left.said.column.role in FIGURES

    def recurs(self, row: int) -> bool:
        """Whether the labels of a row of pairs stand in another one too: 評価 B 担当課 甲課."""
        labels = self._labels_of(row)
        return bool(labels) and self._recurring[labels] > 1

    @cached_property
    def _recurring(self) -> Counter[tuple[tuple[int, str], ...]]:
        return Counter(map(self._labels_of, self.rows))

    def _labels_of(self, row: int) -> tuple[tuple[int, str], ...]:
        """Return the labels of a row that is labels and words by turns, with their columns."""
        own = self.own(row)
        labels, values = own[::2], own[1::2]
        if len(labels) != len(values) or any(box.says for box in values):
            return ()
        told = all(box.said.column.role in ABOUT | PRINTED for box in labels)
        heads = ((box.column, folded(box.said.column.heading)) for box in labels)
        return tuple(heads) if told else ()

    def _with_blanks(self, own: list[Box]) -> list[Box]:
        """Return cells with a dash for what a label says again and leaves blank: 指標名."""
        filled = {label.said.column.role for label, value in pairwise(own) if not value.says} - {
            None
        }
        made: list[Box] = []
        for at, box in enumerate(own):
            made.append(box)
            is_blank = at + 1 == len(own) or own[at + 1].says
            is_blank = is_blank and box.bottom == box.row
            if is_blank and box.said.column.role in filled & ABOUT and len(own) > 1:
                made.append(attrs.evolve(box, text="", said=Said(Class.DASH)))
        return made

    def vertical(self, row: int) -> list[Pair]:
        """Return what the only row below headings says, where other headings follow: 施設名."""
        own, group = self.own(row), self.group(row)
        if not group or row != group[-1] + 1 or row + 1 not in self.headings:
            return []
        if any(box.kind in (Class.FIGURE, Class.DASH, Class.WORD, Class.LABEL) for box in own):
            return self._vertical_beside_values(row)
        stacks = [(self.stack(row, box.column), box) for box in own]
        pairs = [Pair(stack[-1], box) for stack, box in stacks if stack and stack[-1].is_label]
        return [
            attrs.evolve(pair, left=pair.value.column, right=_right(pair))
            if sum(each.role is pair.role for each in pairs) > 1
            else pair
            for pair in pairs
        ]

    def _vertical_beside_values(self, row: int) -> list[Pair]:
        """Return the name of an indicator below its heading, whose other values stand further down.

        Beside it is a value at the start; what it reached and aims for has headings of its own.
        """
        roles = {self.role(row, box.column): box for box in self.own(row)}
        below = {box.said.column.role for box in self.own(row + 1)}
        name = roles.get(Role.INDICATOR)
        if name is None or not below >= _BOTH or roles.keys() & _BOTH or Role.INDICATOR in below:
            return []
        told = ((self.stack(row, box.column), box) for role, box in roles.items() if role in ABOUT)
        return [Pair(stack[-1], box) for stack, box in told if not box.says]

    def of_block(self, row: int) -> list[Pair]:
        """Return what the names of several rows say beside them: 成果指標 above its values.

        A heading of the rows below, 指標 beside 補助額（千円） above years, names no block.
        """
        own = [box for box in self.own(row) if not _ITEM.fullmatch(box.text.strip())]
        last = next((group[-1] for group in self.heads if row in group), row)
        return [
            Pair(label, value)
            for label, value in pairwise(own)
            if label.said.column.role is Role.INDICATOR
            and label.bottom > last
            and value.kind is Class.TEXT
            and value.bottom <= label.bottom
            and not self._is_one_of_several(label, value)
            and not self._heads_names_of(label, value)
        ]

    def _heads_names_of(self, label: Box, word: Box) -> bool:
        """Whether a word beside years heads the names of a block below it: 数値目標 | 項目 | R5.

        Each name has rows of both kinds. Where the word does not ask for a name, several with
        units are below it, since parts of what it names could be: 利用率 above 全体 and 女性.
        """
        if word.row not in self.headings:
            return False
        names = list[Box]()
        below = self.sheet.at(word.bottom + 1, word.column)
        while below is not None and below.bottom <= label.bottom and below is not label:
            names.append(below)
            below = self.sheet.at(below.bottom + 1, word.column)
        roles = [{box.said.column.role for box in self._right_of(name)} for name in names]
        is_named = all(name.kind in _WORDED and not name.says for name in names)
        is_of_both = bool(roles) and is_named and all(each >= _BOTH for each in roles)
        asked = what_it_says(f"{word.text.strip()}{NAME_OF}", vocabulary=self.vocabulary)
        is_asked = asked.column.role is Role.INDICATOR
        units = [_COUNTED.search(folded(name.text)) for name in names]
        are_counted = len(names) > 1 and any(unit and is_counter(unit[1]) for unit in units)
        return is_of_both and (is_asked or are_counted)

    def _right_of(self, name: Box) -> list[Box]:
        """Return the cells right of a name, in all of its rows."""
        rows = range(name.row, name.bottom + 1)
        return [box for row in rows for box in self.own(row) if box.column > name.right]

    def _is_one_of_several(self, label: Box, name: Box) -> bool:
        """Whether names of as many rows stand below one another beside one label, each a block."""
        height, last = name.bottom - name.row, name
        if not height or name.bottom == label.bottom:
            return False
        while last.bottom < label.bottom:
            below = self.sheet.at(last.bottom + 1, name.column)
            is_like = below is not None and (below.right, below.says) == (name.right, False)
            if below is None or not is_like or below.bottom - below.row != height:
                return False
            last = below
        return True

    def in_cell(self, box: Box) -> Pair | None:
        """Return the pair that a cell is by itself: 単位：件."""
        parts = _INNER.fullmatch(box.text.strip())
        if parts is None or box.kind is not Class.TEXT:
            return None
        label, value = (
            attrs.evolve(
                box,
                text=part,
                said=what_it_says(part, labels=self.sheet.labels, vocabulary=self.vocabulary),
            )
            for part in parts.groups()
        )
        is_pair = label.said.column.role in ABOUT and not value.is_label
        return Pair(label, value) if is_pair else None

    def is_line(self, row: int) -> bool:
        """Whether a row is one cell of text, and no value below a heading."""
        if not self._is_alone(row) or not self.own(row):
            return False
        box = self.sheet.lines[row][0]
        is_value = box.kind in (Class.FIGURE, Class.DASH, Class.WORD)
        is_value = is_value or _IN_BRACKETS.fullmatch(folded(box.text)) is not None
        return not (is_value and self.role(row, box.column) in FIGURES)

    def tells_columns(self, row: int) -> bool:
        """Whether a row is a label, and what it says of each column of values below it."""
        stacks = [self.stack(row, box.column) for box in self.own(row)[1:]]
        is_free = not any(stacks)
        is_named = bool(stacks) and not any(each.says for stack in stacks for each in stack)
        is_more = is_named and self.column_role(row) not in _OF_NAMES
        return (is_free or is_more) and self._names_columns(row)

    def _names_columns(self, row: int) -> bool:
        """Whether a row is a label, what it says of columns, and then rows of their values."""
        own = self.own(row)
        if len(own) < _COLUMNS or not self._tells(row):
            return False
        first, *rest = own
        columns = {box.column for box in rest}
        at = bisect_right(self.rows, row)
        for after in self.rows[at : at + _NEAR]:
            below = self.own(after)
            if not below or below[0].column != first.column or self._is_alone(after):
                return False
            if self._is_heading(after, below=False):
                return False
            head, *values = below
            if not head.says and head.kind is not Class.TEXT:
                return False
            if len(columns & {box.column for box in values if box.kind is Class.FIGURE}) > 1:
                return head.said.kind is Class.YEAR or head.said.column.role in FIGURES
        return False

    def rows_of_columns(self, row: int) -> list[int]:
        """Return the rows that say something of the same columns as one that does, and itself.

        What one says again holds from there on: 単位 above 目標, and another 単位 above 実績.
        """
        first, found = self.own(row)[0].column, [row]
        roles = {self.column_role(row)}
        after = row + 1
        while after in self.sheet.lines and after not in self.headings:
            own = self.own(after)
            if not own or own[0].column != first:
                break
            role = self.column_role(after)
            found += [after] if self._tells(after) and role not in roles else []
            roles.add(role)
            after += 1
        return found

    def column_role(self, row: int) -> Role | None:
        """Return what a row says of its columns: the name of its own kind of indicators too."""
        first = self.own(row)[0]
        is_own = first.kind is Class.TEXT and _OWN_INDICATOR.fullmatch(folded(first.text))
        return Role.INDICATOR if is_own else first.said.column.role

    def _tells(self, row: int) -> bool:
        """Whether a row is a label and something that is no value, or the years of values."""
        first, *rest = self.own(row)
        role = self.column_role(row)
        if role in YEARS_OF:
            return first.said.column.period is None and all(map(_is_year, rest))
        return role in ABOUT and not any(box.says for box in rest)

    def _is_of_named_columns(self, row: int) -> bool:
        """Whether the years of a row are those of values in columns that a row above names."""
        first = self.own(row)[0]
        if first.said.column.role not in YEARS_OF or not self._tells(row):
            return False
        above = row - 1
        while (own := self.own(above)) and own[0].column == first.column:
            if self.column_role(above) is Role.INDICATOR:
                return len(own) >= _COLUMNS and not own[1].says
            above -= 1
        return False


def _without_unit_of_names(stack: tuple[Box, ...]) -> tuple[Box, ...]:
    """Return headings without the last, where it says what stands behind names: （単位）."""
    if len(stack) < 2:  # noqa: PLR2004 - a heading of names, and its bracket
        return stack
    *_, above, last = stack
    is_unit = last.said.column.role is Role.UNIT and above.said.column.role is Role.INDICATOR
    return stack[:-1] if is_unit and _BEHIND_NAMES.fullmatch(folded(last.text)) else stack


def _named_by_block(block: Box, own: list[Box]) -> list[Box]:
    """Return cells behind the label of a block, whose 名称 is that of what the block is."""
    is_named = bool(own) and own[0].said.of == "values" and _NAME.search(own[0].text)
    if not is_named or block.said.column.role is not Role.INDICATOR:
        return own
    label = attrs.evolve(own[0], said=Said(Class.LABEL, block.said.column))
    return [label, *own[1:]]


def _is_beside_title(more: Sequence[Box]) -> bool:
    """Whether a cell beside a title says who is in charge: 【こども政策課】, but not （120人）."""
    return len(more) == 1 and _BESIDE_TITLE.fullmatch(more[0].text) is not None


def _behind_what_describes(titles: Sequence[Box]) -> list[Box]:
    """Return lines from the nearest with a number on, where those nearer say what it is of.

    They call it what it is called itself: （１）延長保育事業, 乳幼児を預かる事業.
    """
    before = [*takewhile(lambda line: not counting_of(line.text), titles)]
    rest = [*titles[len(before) :]]
    is_said = bool(before and rest) and all(
        DESCRIBING in line.text and _called(line) == _called(rest[0]) for line in before
    )
    return rest if is_said else [*titles]


def _called(line: Box) -> str:
    """Return the word that a line ends with, before a bracket: 事業."""
    return _BRACKET_BEHIND.sub("", folded(line.text))[-_WORD:]


def _is_title(own: Sequence[Box]) -> bool:
    """Whether a row begins with the title of a form, before the number of it: 個票 整理番号 1."""
    title, *rest = own
    is_wide = bool(rest) and max(title.right, rest[0].column - 1) > title.column
    return is_wide and title.kind is Class.TEXT and rest[0].said.column.role in _OF_FORM


def _may_be_unit(box: Box) -> bool:
    return box.said.kind is Class.UNIT or len(box.text.strip()) <= _UNIT


def _is_year(box: Box) -> bool:
    return box.said.kind is Class.YEAR


def _is_counted(own: Sequence[Box]) -> bool:
    """Whether a label that counts stands before pairs of labels and words: 指標１ 指標名 利用率."""
    labels, words = own[1::2], own[2::2]
    is_in_turn = bool(words) and all(box.is_label for box in labels)
    return is_in_turn and _is_count(own[0]) and not any(box.says for box in words)


def _is_count(line: Box) -> bool:
    """Whether a line only counts the indicator that another one names: KPI1-1."""
    return line.said.column.role is Role.INDICATOR and any(map(str.isdigit, line.text))


def is_aside(text: str) -> bool:
    """Whether a line is no title: in what all is counted, a note, a label and what it says."""
    return _ASIDE.search(text) is not None or is_statement(text)


def _has_values(boxes: Sequence[Box], *, plainly: bool = False) -> bool:
    """Whether there is a figure or a dash among cells; *plainly*: one that needs no reading."""
    struck = [box for box in boxes if folded(box.text) == STROKE]  # the corner of headings, too
    if any(box.said.kind in (Class.FIGURE, Class.DASH) for box in boxes if box not in struck):
        return True
    return not plainly and any(box.kind is Class.FIGURE for box in boxes)


def _is_worded(box: Box) -> bool:
    """Whether a cell is words, a unit, or a name with a number in it: 割合（中３）."""
    return box.kind in _WORDED or box.kind is Class.UNIT or _is_of_text(box)


def _is_of_text(box: Box) -> bool:
    """Whether a figure stands in a text: 割合（中３）, 令和６年度の主な取組."""
    return _is_figure(box) and _ALONE.fullmatch(folded(box.text)) is None


def _is_figure(box: Box | None) -> bool:
    return box is not None and box.kind is Class.FIGURE


def _may_be_paired(box: Box) -> bool:
    """Whether a heading is words, those of one role at most."""
    words = folded(box.text)
    named = [role for role, each in PAIRED if any(word in words for word in each.split())]
    return box.kind is Class.TEXT and len(named) == 1


def _without(text: str, words: str) -> str:
    """Return a text without the word that it begins or ends with, ``""`` if it has none."""
    for word in words.split():
        if text.startswith(word):
            return text.removeprefix(word)
        if text.endswith(word):
            return text.removesuffix(word)
    return ""


def _right(pair: Pair) -> int:
    return max(pair.value.right, pair.label.right)


def _is_value(pair: Pair) -> bool:
    """Whether a cell is a value of an indicator, which stands beside its label: 目標値 5件."""
    return pair.role in FIGURES and pair.value.kind in _FILLED


def _may_pair(pair: Pair) -> bool:
    """Whether a cell says what the one beside it is, and that is no value of an indicator."""
    label, value = pair.label, pair.value
    if value.says:
        is_told = pair.role in YEARS_OF or pair.role is Role.REMARK  # 実施期間 | R5～R10
        is_counted = pair.role is Role.REMARK and value.said.of == "statistic"  # R2からの累計
        return pair.is_year_of_all or is_counted or (is_told and _is_year(value))
    if not label.is_label:
        return label.kind in (Class.TEXT, Class.WORD)
    return label.said.of in ("cost", "staff") or pair.role in ABOUT or pair.role in PRINTED


def _zoned(pairs: list[Pair]) -> list[Pair]:
    """Give pairs of one role, side by side, the columns up to the next of them."""
    made: list[Pair] = []
    for pair in pairs:
        again = sorted(each.label.column for each in pairs if each.role is pair.role)
        own = pair.label.column
        right = min((at for at in again if at > own), default=_FAR + 1) - 1
        made.append(attrs.evolve(pair, left=own if own > again[0] else 0, right=right))
    return made
