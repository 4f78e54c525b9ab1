"""What a value is called: by the cells of its row, its form, its column or a title."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, takewhile
from typing import Final

import attrs

from kpikit.language.headings import INDICATOR, ITEM, PROJECT
from kpikit.language.lines import FIGURE_ALONE, OF_AGES, PAPER, SORTING
from kpikit.language.pattern import pattern
from kpikit.table.captions import captions_of
from kpikit.table.cells import Box
from kpikit.table.classes import Class
from kpikit.table.fact import About
from kpikit.table.headings import Role, folded
from kpikit.table.names_by_number import NamesByNumber
from kpikit.table.place import Place, has_labelled
from kpikit.table.scope import Scope
from kpikit.table.sections import counting_of, is_remark, is_statement, read_table_title
from kpikit.table.structure import BARE, FIGURES, PRINTED, Pair

__all__ = ["NAMING", "Names"]

_ITEM: Final = pattern(ITEM)
_PAPER: Final = pattern(PAPER)
_PROJECT: Final = pattern(PROJECT)
_OF_AGES: Final = pattern(OF_AGES)
_ALONE: Final = pattern(FIGURE_ALONE)
_SORTING: Final = pattern(SORTING)

#: What may be a name.
NAMING: Final = frozenset((Class.TEXT, Class.WORD))
#: What a name goes on with where it is blank.
_CARRIED: Final = (Role.INDICATOR, Role.UNIT, Role.SECTION, Role.CATEGORY)
#: What goes on where it is blank left of a name.
_OUTER: Final = (Role.SECTION, Role.CATEGORY)
#: What headings of values say.
_BOTH: Final[frozenset[Role | None]] = frozenset((Role.TARGET, Role.ACTUAL))
#: What is a value, or is worked out of values.
_GIVEN: Final = FIGURES | PRINTED
#: Headings of names that are none of indicators.
_OF_NAMES: Final = frozenset((None, Role.SECTION, Role.CATEGORY))


@attrs.define(eq=False, slots=False)
class Names:
    """Finds the names of values, from the top of a sheet to its bottom."""

    scope: Scope
    #: Lets a pair of a form hold.
    begin: Callable[[Pair], None]
    #: What rows say of indicators whose values stand elsewhere, by their numbers.
    numbered: NamesByNumber = attrs.field(factory=NamesByNumber)
    #: The last row with a name, for those whose name is blank: its headings, and what it says.
    named: tuple[list[int], About] | None = None
    #: By the column of the innermost, the names of the last row that is named by text: its
    #: headings, and the lines before it. The last of all of them stands behind 0, too.
    outer: dict[int, tuple[list[int], int, tuple[Box, ...]]] = attrs.field(
        factory=dict[int, "tuple[list[int], int, tuple[Box, ...]]"]
    )
    #: Column → the names there that go on, each with the columns from which it does.
    going_on: dict[int, dict[Box, set[int]]] = attrs.field(factory=dict[int, dict[Box, set[int]]])
    #: Row → the unit that goes on from the row above with the names that do.
    units: dict[int, list[Box]] = attrs.field(factory=dict[int, list[Box]])
    #: What the last row of a kind (目標, 実績) is about, and its headings.
    last: tuple[list[int], tuple[Box, ...], About] | None = None
    #: Row → whether its name is blank.
    unnamed: dict[int, bool] = attrs.field(factory=dict[int, bool])
    #: Headings and column → the names there of which words beside them tell rows apart,
    #: ``None`` for all.
    parted: dict[tuple[int, int], frozenset[str] | None] = attrs.field(
        factory=dict[tuple[int, int], "frozenset[str] | None"]
    )
    #: First row of headings and column of years → whether a form names the indicator of these.
    formed: dict[tuple[int, int], bool] = attrs.field(factory=dict[tuple[int, int], bool])
    #: Headings and column → whether figures stand there, and not names.
    counting: dict[tuple[int, int], bool] = attrs.field(factory=dict[tuple[int, int], bool])
    #: Row → its cells that are names, the pair of a name, or values.
    beside: dict[int, list[tuple[Box, bool, Pair | None]]] = attrs.field(
        factory=dict[int, list[tuple[Box, bool, "Pair | None"]]]
    )

    @cached_property
    def captions(self) -> Mapping[int, Box]:
        """The lines that name the values below them."""
        return captions_of(self.scope.structure)

    def keep(self, place: Place, names: tuple[Box, ...], about: About) -> None:
        """Keep the names of a value for the next row of another kind: 実績 below 目標."""
        if place.labels and place.labels[0].said.column.role is not None:
            self.last = self.scope.structure.group(place.row), names, about

    def carry(self, row: int, about: About, *, is_lower: bool = False) -> None:
        """Let the cell above go on where the name of an indicator is blank, with its unit.

        Args:
            row: The row.
            about: What its cells say of it.
            is_lower: Whether it has the lower of two values, where a line says what these are.
        """
        group = self.scope.structure.group(row)
        if about.get(Role.INDICATOR):
            self._carry_outer(group, about)
            self._carry_first(row, group, about)
            self.named = group, {key: about[key] for key in _CARRIED if key in about}
            return
        columns = range(1, max((box.right for box in self.scope.sheet.lines[row]), default=0) + 1)
        has_name = any(self.scope.structure.role(row, at) is Role.INDICATOR for at in columns)
        if not has_name or self.named is None or self.named[0] != group:
            return
        said = self.named[1]
        is_told = is_lower or any(box.says for box in self.scope.structure.own(row))
        is_parted = any(self._tells_rows_apart(row, box) for box in self._own(row))
        is_same = _texts_of(about, Role.UNIT) in (_texts_of(said, Role.UNIT), [])
        if is_parted or (is_told and is_same):
            for key, boxes in said.items():
                about.setdefault(key, list(boxes))
        elif self._is_in_another_unit(row, about, said):
            about[Role.INDICATOR] = list(said[Role.INDICATOR])

    def _is_in_another_unit(self, row: int, about: About, said: About) -> bool:
        """Whether a row has only another unit where the one above has a name and its unit.

        居宅介護 | 人 above a blank and 時間.
        """
        units = about.get(Role.UNIT, [])
        names = said.get(Role.INDICATOR, [])
        if not (units and names and said.get(Role.UNIT)) or units[0].row != row:
            return False
        first, *rest = self._own(row)
        is_plain = first is units[0] and not any(box.says for box in rest)
        return is_plain and names[-1].right < first.column

    def _carry_outer(self, group: list[int], about: About) -> None:
        """Let the section above go on where it is blank, left of a name."""
        if self.named is None or self.named[0] != group:
            return
        name = about[Role.INDICATOR][0]
        for role in _OUTER:
            first = min([name.column, *(box.column for box in about.get(role, []))])
            known = [box for box in self.named[1].get(role, []) if box.column < first]
            if known:
                about[role] = [*known, *about.get(role, [])]

    def _carry_first(self, row: int, group: list[int], about: About) -> None:
        """Let the first names of the row above go on where they are blank, below one heading.

        貨物量 | 輸出 above a blank and 輸入.
        """
        if self.named is None or self.named[0] != group or not group:
            return
        first = about[Role.INDICATOR][0]
        stack = self.scope.structure.stack(row, first.column)
        known = [
            box
            for box in self.named[1].get(Role.INDICATOR, [])
            if box.right < first.column
            and self.scope.sheet.at(row, box.column) is None
            and self.scope.structure.stack(row, box.column) == stack
        ]
        about[Role.INDICATOR] = [*known, *about[Role.INDICATOR]]

    def of(self, place: Place) -> tuple[tuple[Box, ...], About]:
        """Return the names of a value, and what the cells around it say."""
        names, about = self._names(place), place.about
        title = self.scope.structure.title(place.row)
        is_unnamed = not names or names == (title,)
        group = self.scope.structure.group(place.row)
        if is_unnamed and place.labels and self.last is not None and not self._is_dashed(place):
            last, before, said = self.last
            is_same = _texts_of(about, Role.UNIT) in (_texts_of(said, Role.UNIT), [])
            if not self.scope.columns and last == group and is_same:
                return before, {**said, **about}
        numbers = names or self._number(place.row, about)
        elsewhere = self.numbered.find(group, numbers[0].text, about) if numbers else None
        if elsewhere is None:
            return names, about
        return tuple(elsewhere[Role.INDICATOR][:1]), {**about, **elsewhere}

    def _number(self, row: int, about: About) -> tuple[Box, ...]:
        """Return the number of a row in whose table no names stand: they stand elsewhere."""
        is_named = bool(about.get(Role.INDICATOR)) or self._has_names(row)
        return () if is_named else tuple(about.get(Role.NUMBER, ()))

    def _is_dashed(self, place: Place) -> bool:
        """Whether a dash stands for the name of its indicator."""
        names = place.about.get(Role.INDICATOR, [])
        is_dash = any(each.said.kind is Class.DASH for each in names)
        return is_dash or self.scope.form.is_dashed(place.box.column)

    def _names(self, place: Place) -> tuple[Box, ...]:
        """Return what a value is called, the innermost name first."""
        column = place.box.column
        indicators = place.about.get(Role.INDICATOR, [])
        named = [box for box in indicators if box.column < column]
        named = named or [box for box in indicators[:1] if not self._is_of_block(place, box)]
        if named:
            return self._with_groups(place, named) if _may_be_called(named[-1]) else ()
        texts = tuple(box for box in self._texts(place) if not self._is_around(box, column))
        texts = self._without_groups(place.row, texts)
        if self.is_unnamed(place.row) and not self._may_name(place.row, texts):
            texts = ()  # no category is a name
        if self.is_year_of_form(place.row):
            texts = ()  # what was done in the year
        texts = texts or self._of_row_above(place)
        block = [box for box in self.scope.form.block(place.row) if self._goes_on(box, place.row)]
        if texts and not block:
            return self._with_outer(place, texts)
        pairs = self.scope.form.of(Role.INDICATOR, column)
        told = block or [pair.value for pair in pairs]
        if told:
            noun = () if block else self._of_own_noun(place)
            is_struck_out = self._is_struck_out(place, told[-1].column)
            return noun or (() if is_struck_out else _named_by(told[-1]))
        if column in self.scope.columns.get(Role.INDICATOR, {}):
            return (self.scope.columns[Role.INDICATOR][column],)
        is_of_years = all(box.said.kind is Class.YEAR for box in place.stack)
        if place.row in self.captions and is_of_years:
            return (self.captions[place.row],)
        above = tuple(box for box in reversed(place.stack) if box.kind in NAMING)
        title = self.scope.structure.title(place.row) or self._line_above(place.row)
        section = self._section_above(place) if title is None or self._is_of_all(title) else None
        if section is not None and not above:
            return _named_by(section)
        is_name = title is not None and read_table_title(title.text)[1] != ""  # not 表１
        is_unnamed = not self._has_names(place.row) or self._is_of_years(place.row)
        return above or ((title,) if title and is_name and is_unnamed else ())

    def _of_own_noun(self, place: Place) -> tuple[Box, ...]:
        """Return the noun above a value beside the heading of the indicator of a form: 効果額."""
        return tuple(box for box in place.stack if self.scope.structure.is_beside_own(box))[:1]

    def _is_struck_out(self, place: Place, column: int) -> bool:
        """Whether a dash stands in a row where a name stands above it, and is no value: － | －."""
        structure, box = self.scope.structure, self.scope.sheet.at(place.row, column)
        if box is None or box.said.kind is not Class.DASH or box.column >= place.box.column:
            return False
        is_labelled = any(
            each.is_label and each.said.column.role in FIGURES
            for each in self._own(place.row)
            if each.column < column
        )
        heads = structure.stack(place.row, column)
        is_dated = any(each.said.column.period is not None for each in heads)
        is_of_value = is_labelled or is_dated or structure.role(place.row, column) in _GIVEN
        return bool(heads) and not is_of_value

    def _without_groups(self, row: int, texts: tuple[Box, ...]) -> tuple[Box, ...]:
        """Leave out what a heading says is a group, right of which a text names: 基本目標."""
        own = tuple(box for box in texts if not self._is_group(row, box.column))
        return own if own[:1] == texts[:1] else texts

    def _is_group(self, row: int, column: int) -> bool:
        """Whether a heading says of a column that it has groups, and no projects."""
        is_section = self.scope.structure.role(row, column) is Role.SECTION
        return is_section and not _PROJECT.search(self.scope.structure.heading(row, column))

    def is_year_of_form(self, row: int) -> bool:
        """Whether a row is a year of the indicator that a form names right above its headings.

        Each year has one row, so that words beside it tell none apart.
        """
        structure = self.scope.structure
        group, own = structure.group(row), structure.own(row)
        first = next((box for box in own if box.said.kind is Class.YEAR), None)
        if not group or first is None or any(box.says for box in own[: own.index(first)]):
            return False
        stack = structure.stack(row, first.column)
        is_axis = bool(stack) and stack[-1].said.of == "years"
        key = group[0], first.column
        if is_axis and key not in self.formed:
            is_form = first is own[0] and self._is_form_above(group, first.column)
            is_named = self._is_once(group, first.column) and self._is_named_over_both(group)
            self.formed[key] = is_form or is_named
        return is_axis and self.formed[key]

    def _is_form_above(self, group: list[int], column: int) -> bool:
        """Whether only pairs stand between a name and headings of targets and actuals.

        Below them each year stands once.
        """
        structure = self.scope.structure
        roles = {structure.role_of(box) for row in group for box in structure.own(row)}
        pairs = self.scope.form.of(Role.INDICATOR, column)
        between = range(pairs[-1].label.row, group[0]) if pairs else ()
        is_form = bool(between) and all(map(structure.pairs, between))
        return is_form and self._is_once(group, column) and roles >= _BOTH

    def _is_once(self, group: list[int], column: int) -> bool:
        """Whether each year of a column stands in one row."""
        boxes = self.scope.structure.below(group, column)
        years = [*takewhile(lambda box: box.said.kind is Class.YEAR, boxes)]
        return len({box.said.column.period for box in years}) == len(years)

    def _is_named_over_both(self, group: list[int]) -> bool:
        """Whether headings of targets and actuals stand below the name that they are of."""
        structure = self.scope.structure
        boxes = [box for row in group for box in structure.own(row)]
        return any(
            box.kind in NAMING
            and not box.is_label
            and {structure.role_of(each) for each in boxes if _is_below(each, box)} >= _BOTH
            for box in boxes
        )

    def _section_above(self, place: Place) -> Box | None:
        """Return what a form is of, right above the headings of a value that none names: 事業名.

        It is what is measured: 事業名 | 延長保育 above 年度, 量の見込み and 実績.
        """
        group = self.scope.structure.group(place.row)
        pairs = self.scope.form.of(Role.SECTION, place.box.column) if group else []
        is_right_above = bool(pairs) and pairs[-1].label.bottom + 1 == group[0]
        return pairs[-1].value if is_right_above and not self._has_names(place.row) else None

    def _is_of_all(self, line: Box) -> bool:
        """Whether a line is the title of a document: above all tables, and not counted."""
        is_first = line.row < min(self.scope.structure.headings)
        return is_first and counting_of(line.text) == "" and INDICATOR not in line.text

    def _is_of_block(self, place: Place, name: Box) -> bool:
        """Whether a name right of a value stands below another heading of several columns."""
        above = self.scope.structure.stack(place.row, name.column)[:-1]
        return bool(above and place.stack[:-1]) and above[0] is not place.stack[0]

    def _is_around(self, box: Box, column: int) -> bool:
        """Whether a cell reaches down beside a name of the form, and is that of all of it."""
        names = self.scope.form.of(Role.INDICATOR, column)
        return any(
            box.row <= pair.label.row < box.bottom and box.right < pair.label.column
            for pair in names
        )

    def _goes_on(self, name: Box, row: int) -> bool:
        """Whether no other name is counted below that of a block, ②, or stands in its column."""
        below = chain(*(self._own(each) for each in range(name.bottom + 1, row + 1)))
        before = (box for box in below if box.column <= name.right)  # no value is a number of one
        if any(_ITEM.fullmatch(box.text.strip()) for box in before):
            return False
        is_told = any(box.says for box in self._own(row))
        other = self.scope.sheet.at(row, name.column)
        return is_told or other is None or other is name or not self._may_be_name(other)

    def _line_above(self, row: int) -> Box | None:
        """Return the line above a form, where only its pairs are between it and the values."""
        structure, lines = self.scope.structure, self.scope.lines
        group = structure.group(row)
        if not group or not lines:
            return None
        between = [each for each in structure.rows if lines[-1].row < each < group[0]]
        is_form = all(structure.pairs(each) for each in between)
        is_aside = is_remark(lines[-1].text) or is_statement(lines[-1].text)
        return lines[-1] if is_form and not is_aside else None

    def _is_of_years(self, row: int) -> bool:
        """Whether a year stands where names do: the title is the name of all rows."""
        return any(
            box.said.kind is Class.YEAR
            and self.scope.structure.role(row, box.column) is Role.INDICATOR
            for box in self.scope.sheet.lines[row]
        )

    def is_unnamed(self, row: int) -> bool:
        """Whether the cell below the heading of names is blank."""
        if row not in self.unnamed:
            roles = {
                self.scope.structure.role(row, box.column) for box in self.scope.sheet.lines[row]
            }
            self.unnamed[row] = Role.INDICATOR not in roles and self._has_names(row)
        return self.unnamed[row]

    def _may_name(self, row: int, texts: Sequence[Box]) -> bool:
        """Whether a text stands where its heading does not say that it names something else."""
        return any(self.scope.structure.role(row, box.column) is None for box in texts)

    def _with_outer(self, place: Place, names: tuple[Box, ...]) -> tuple[Box, ...]:
        """Return names with those that go on from the row above, where a cell is blank."""
        row = place.row
        group, line = self.scope.structure.group(row), len(self.scope.lines)
        last = self.outer.get(names[0].column) or self.outer.get(0)
        known = last[2] if last and last[:2] == (group, line) else ()
        first = min(box.column for box in names)
        more = [
            box for box in known if box.right < first and not self.scope.sheet.at(row, box.column)
        ]
        if more:
            self._carry_unit(place, more[0])
        names = tuple(dict.fromkeys((*names, *more)))
        self._end_outer(names)
        for column in (0, names[0].column):
            self._forget_outer(column)
            self.outer[column] = group, line, names
            for box in names:
                self.going_on.setdefault(box.column, {}).setdefault(box, set()).add(column)
        return names

    def _end_outer(self, names: Sequence[Box]) -> None:
        """End names that go on, where one of others stands below one of them."""
        own = {*names}
        ended = {
            column
            for column in {box.column for box in names}
            for other, columns in self.going_on.get(column, {}).items()
            if other not in own
            for column in columns
        }
        for column in ended:
            self._forget_outer(column)

    def _forget_outer(self, column: int) -> None:
        """Let the names that go on from a column do so no more."""
        *_, names = self.outer.pop(column, (0, 0, ()))
        for box in names:
            kept = self.going_on[box.column]
            kept[box].discard(column)
            if not kept[box]:
                del kept[box]

    def _of_row_above(self, place: Place) -> tuple[Box, ...]:
        """Return the names of the row above, where a row begins with another unit than that has."""
        row, structure = place.row, self.scope.structure
        first = next(iter(self._own(row)), None)
        group, line, names = self.outer.get(0, ([], 0, ()))
        is_same = group == structure.group(row) != [] and line == len(self.scope.lines)
        if first is None or not is_same or first.said.kind is not Class.UNIT:
            return ()
        if any(box.says for box in self._own(row)):
            return ()
        above = self.scope.sheet.at(row - 1, first.column)
        is_other = above is not None and above.said.kind is Class.UNIT
        is_other = is_other and folded(above.text) != folded(first.text) if above else False
        return names if is_other and names[0].right < first.column else ()

    def _carry_unit(self, place: Place, name: Box) -> None:
        """Let a unit go on where it is blank, beside a name that goes on."""
        row, structure = place.row, self.scope.structure
        if Role.UNIT in place.about:
            self.units[row] = place.about[Role.UNIT]
            return
        above = self.units.get(row - 1) or [
            box
            for box in self.scope.sheet.lines.get(name.row, [])
            if structure.role(row, box.column) is Role.UNIT and box.said.kind is not Class.FIGURE
        ]
        units = [box for box in above if self.scope.sheet.at(row, box.column) is None]
        if units:
            self.units[row] = place.about[Role.UNIT] = units

    def _has_names(self, row: int) -> bool:
        """Whether a column of names stands in the table of a row."""
        group = self.scope.structure.group(row)
        boxes = {box for line in group for box in self.scope.sheet.lines[line]}
        return any(box.said.column.role is Role.INDICATOR for box in boxes)

    def _with_groups(self, place: Place, named: Sequence[Box]) -> tuple[Box, ...]:
        """Return a name with those below the same heading, and the word that tells rows apart."""
        name = named[-1]
        stack = self.scope.structure.stack(place.row, name.column)
        same = [box for box in named if self.scope.structure.stack(place.row, box.column) == stack]
        named_so = [box for box in same if not _ITEM.fullmatch(box.text.strip())] or same
        names = tuple(dict.fromkeys(reversed(named_so)))
        is_alone = name.bottom == name.row and name.row == place.row
        if is_alone and not self._are_parted(place.row, name):
            return names
        between = [
            box
            for box in place.left
            if box.column > name.right and self._tells_rows_apart(place.row, box)
        ]
        return (*reversed(between), *names)

    def _own(self, row: int) -> list[Box]:
        return self.scope.structure.own(row)

    def _are_parted(self, row: int, name: Box) -> bool:
        """Whether words beside the names of a table tell rows of one name apart."""
        group = self.scope.structure.group(row)
        key = (group[-1] if group else 0), name.column
        if key not in self.parted:
            names = self.scope.structure.below(group, name.column) if group else []
            is_blank = any(self._goes_on_below(each) or self._is_wider(each) for each in names)
            self.parted[key] = None if is_blank else frozenset(self._repeated(names))
        texts = self.parted[key]
        return texts is None or folded(name.text) in texts

    def _repeated(self, names: Sequence[Box]) -> Iterator[str]:
        """Yield the names that several rows have, which words beside them tell apart."""
        beside: dict[str, list[list[str]]] = {}
        for name in dict.fromkeys(names):
            own = self._own(name.row)
            texts = [folded(box.text) for box in own if self._is_beside(name, box)]
            beside.setdefault(folded(name.text), []).append(texts)
        for text, rows in beside.items():
            if len({tuple(each) for each in rows}) == len(rows) > 1:
                yield text

    def _is_beside(self, name: Box, box: Box) -> bool:
        return box.column > name.right and self._tells_rows_apart(name.row, box)

    def _is_wider(self, name: Box) -> bool:
        """Whether words beside a name of several rows are each of fewer: 男性 above 女性."""
        if name.bottom == name.row:
            return False
        own = self._own(name.row)
        return any(self._is_beside(name, box) and box.bottom < name.bottom for box in own)

    def _goes_on_below(self, name: Box) -> bool:
        """Whether words alone tell the next row from that of a name: 男性 above 女性."""
        sheet, row = self.scope.sheet, name.bottom + 1
        if sheet.at(row, name.column) is not None or self.scope.structure.group(row) == []:
            return False
        return any(
            box.column > name.right
            and self._tells_rows_apart(row, box)
            and sheet.at(name.row, box.column) is not None
            for box in self._own(row)
        )

    def _tells_rows_apart(self, row: int, box: Box) -> bool:
        """Whether a cell is beside a name and no value: below a word, or text below nothing."""
        stack = self.scope.structure.stack(row, box.column)
        is_free = self.scope.structure.role(row, box.column) is None
        is_free = is_free and not any(each.says for each in stack)
        if not (is_free or self._is_kind_beside(row, box)):
            return False
        is_more = not BARE.fullmatch(box.text)
        return box.kind is Class.TEXT or (bool(stack) and box.kind is Class.FIGURE and is_more)

    def _is_kind_beside(self, row: int, box: Box) -> bool:
        """Whether a cell sorts the rows of one name, right of which it stands: 区分 of 指標."""
        structure = self.scope.structure
        is_beside = structure.role(row, box.column - 1) is Role.INDICATOR
        return is_beside and structure.role(row, box.column) is Role.CATEGORY

    def _may_be_name(self, box: Box) -> bool:
        """Whether a cell is text, or who works on something, which may have a target."""
        if _ITEM.fullmatch(box.text.strip()) or has_labelled(box.text, self.scope.said):
            return False
        if _PAPER.fullmatch(box.text):
            return False
        return box.kind in NAMING or box.said.of == "staff"

    def is_beside_name(self, place: Place, box: Box) -> bool:
        """Whether a label is right of the own name of a row, and tells no rows apart: 3か年平均."""
        names = place.about.get(Role.INDICATOR, [])
        own = [each for each in names if each.row == each.bottom and each.right < box.column]
        return bool(own) and not self._are_parted(place.row, own[-1])

    def is_counted(self, row: int, box: Box) -> bool:
        """Whether a cell is a name with a number, left of all values of a table: １号認定."""
        stack = self.scope.structure.stack(row, box.column)
        first = self.scope.sheet.lines[row][0]
        is_first = first is box and len(self._own(row)) > 1 and bool(stack)
        is_word = box.said.kind is Class.UNREAD and box.kind is Class.FIGURE
        telling = [each for each in stack if each.says]
        return is_first and is_word and all(each.said.column.role in _OUTER for each in telling)

    def _sorts_names(self, row: int, box: Box) -> bool:
        """Whether a cell says of whom a name is, below a word and left of all values: 20～64歳."""
        stack = self.scope.structure.stack(row, box.column)
        is_word = bool(stack) and not any(each.says for each in stack)
        if not (is_word and _OF_AGES.fullmatch(folded(box.text))):
            return False
        left = (each for each in self._own(row) if each.column < box.column)
        return not any(each.says or each.kind is Class.FIGURE for each in left)

    def _texts(self, place: Place) -> Iterator[Box]:
        """Yield the names on the left of a value, up to the values of another."""
        found = False
        for box, is_name, pair in reversed(self._beside(place.row)):
            if box.column >= place.box.column:
                continue
            if pair is not None:
                self.begin(pair)
            elif is_name:
                found = True
                yield box
            elif found:
                return

    def _beside(self, row: int) -> list[tuple[Box, bool, Pair | None]]:
        """Return the cells of a row that are names, the pair of a name, or values."""
        known = self.beside.get(row)
        if known is None:
            known = self.beside[row] = [*self._names_and_values(row)]
        return known

    def _names_and_values(self, row: int) -> Iterator[tuple[Box, bool, Pair | None]]:
        head = max(self.scope.structure.group(row), default=0)
        for box in self.scope.sheet.lines[row]:
            if box in self.scope.form.told or box.row <= head:  # beside all of the table
                continue
            role = self.scope.structure.role(row, box.column)
            pair = self.scope.structure.in_cell(box) if role in _OF_NAMES else None
            may_be = self._may_be_name(box) or self.is_counted(row, box)
            may_be = may_be or self._sorts_names(row, box)
            is_name = role in _OF_NAMES and may_be and not self._is_told(row, box)
            is_name = is_name and not self._is_labelled(row, box)
            is_name = is_name and not self._is_among_figures(row, box)
            is_value = role in FIGURES or self._is_told_beside(row, box)
            if pair is not None or is_name or (box.kind is Class.FIGURE and is_value):
                yield box, is_name, pair

    def _is_among_figures(self, row: int, box: Box) -> bool:
        """Whether words stand in a column of figures, below words that name these: 休館中."""
        stack = self.scope.structure.stack(row, box.column)
        if not stack or stack[-1].says or stack[-1].right > stack[-1].column:
            return False
        key = self.scope.structure.group(row)[-1], box.column
        if key not in self.counting:
            self.counting[key] = self._counts(row, box.column)
        return self.counting[key]

    def _counts(self, row: int, column: int) -> bool:
        """Whether a column has more figures than words, but for those that sort people: 40歳."""
        below = self.scope.structure.below(self.scope.structure.group(row), column)
        every = dict.fromkeys(below)
        texts = [folded(each.text) for each in every if each.kind is Class.FIGURE]
        figures = [text for text in texts if _ALONE.fullmatch(text)]
        counted = [text for text in figures if not _SORTING.search(text)]
        return len(counted) > sum(each.kind in NAMING for each in every)

    def _is_told_beside(self, row: int, box: Box) -> bool:
        """Whether a cell below no heading is a value by the label or the year left of it."""
        left = self.scope.sheet.at(row, box.column - 1)
        is_told = left is not None and (left.said.kind is Class.YEAR or left.is_label)
        return is_told and not self.scope.structure.stack(row, box.column)

    def _is_labelled(self, row: int, box: Box) -> bool:
        """Whether words are the value of the label right before them: 実績値 削減 目標値 削減."""
        if self.scope.structure.stack(row, box.column):
            return False
        own = self._own(row)
        at = own.index(box) if box in own else 0
        label, after = own[at - 1] if at else box, own[at + 1 :]
        is_value = label.is_label and label.said.column.role in FIGURES
        return is_value and (not after or after[0].is_label)

    def _is_told(self, row: int, box: Box) -> bool:
        """Whether a heading says of a text that it is a part of a year, or the value of one."""
        stack = self.scope.structure.stack(row, box.column)
        is_time = bool(stack) and stack[-1].said.of == "years"
        if box.kind is not Class.WORD or is_time:
            return is_time or self._is_among_years(row, box)
        is_named = box.column in self.scope.columns.get(Role.INDICATOR, {})
        is_of_year = any(each.said.kind is Class.YEAR for each in stack)
        return is_of_year or ((is_named or bool(stack)) and self._is_value_row(row, box))

    def _is_among_years(self, row: int, box: Box) -> bool:
        """Whether words stand below a year, right of a figure below another: 11月公表."""
        below = [each for each in self.scope.sheet.lines[row] if self._is_below_year(row, each)]
        return box in below and any(
            each.kind is Class.FIGURE and each.right < box.column for each in below
        )

    def _is_below_year(self, row: int, box: Box) -> bool:
        stack = self.scope.structure.stack(row, box.column)
        return bool(stack) and stack[-1].said.kind is Class.YEAR

    def _is_value_row(self, row: int, box: Box) -> bool:
        """Whether a label left of a word says which values its row has: R6実績 before 未実施."""
        left = (each for each in self.scope.sheet.lines[row] if each.right < box.column)
        return any(each.is_label and each.said.column.role in FIGURES for each in left)


def _is_below(box: Box, head: Box) -> bool:
    """Whether a heading stands right below another one."""
    return box.row == head.bottom + 1 and head.column <= box.column <= head.right


def _named_by(box: Box) -> tuple[Box, ...]:
    """Return the name that a cell is; a dash or another mark is none."""
    return (box,) if _may_be_called(box) else ()


def _may_be_called(box: Box) -> bool:
    """Whether a text has anything that may be said in it: ◎ has not."""
    return any(map(str.isalnum, box.text))


def _texts_of(about: About, role: Role) -> list[str]:
    return [folded(box.text) for box in about.get(role, [])]
