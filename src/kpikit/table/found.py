"""Facts into indicators: those of one name, in one place, are the values of one indicator."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import count, pairwise, takewhile
from typing import Final, TypeAlias, final

import attrs

from kpikit.cell import Vocabulary, read_actual, read_period, read_target
from kpikit.cell.vocabulary import USUAL
from kpikit.language.columns import letters
from kpikit.language.headings import FIGURES, INDICATOR, LATEST, SPENT
from kpikit.language.issue import Issue, Location
from kpikit.language.lines import FIGURE_ALONE, NAMELESS, PAPER, SENTENCE_END, SORTING, TOTAL
from kpikit.language.marks import DITTOS, PLACEHOLDER
from kpikit.language.pattern import pattern
from kpikit.language.periods import OF
from kpikit.language.years import DATED
from kpikit.model.evidence import Evidence
from kpikit.model.observation import Status
from kpikit.model.period import Period
from kpikit.model.plan import Chosen
from kpikit.model.verdict import Reason
from kpikit.table.aims_below import ASSUMED
from kpikit.table.cells import Box
from kpikit.table.classes import Class, what_it_says
from kpikit.table.fact import About, Fact, Facts
from kpikit.table.fields import Fields
from kpikit.table.headings import YEARS_OF, Column, Role, folded
from kpikit.table.indicators import read_indicator
from kpikit.table.lines import Row, says
from kpikit.table.names_by_key import stands_for_name
from kpikit.table.read import Node, Tree
from kpikit.table.sections import (
    Heading,
    read_category,
    read_departments,
    read_section_name,
)
from kpikit.table.structure import PRINTED, is_aside
from kpikit.table.sums import sums_of_others

__all__ = ["Found", "Group"]

#: Between the parts of a name that stand in several cells.
_BLANK: Final = "\N{IDEOGRAPHIC SPACE}"
_TOTAL: Final = pattern(TOTAL)
#: What stands for all values of a form that shows how it is filled in: ○○.
_PLACEHOLDER: Final = pattern(PLACEHOLDER)
_NAMELESS: Final = pattern(NAMELESS)
_PAPER: Final = pattern(PAPER)
_DATED: Final = pattern(DATED)
#: A figure with what it counts, before a remark in brackets.
_REMARKED: Final = pattern(r"[\d.,]+[^\d\s()]{0,4}[(]")
_ALONE: Final = pattern(FIGURE_ALONE)
_SORTING: Final = pattern(SORTING)
#: How far below a value its row may go on.
_BELOW: Final = 3
#: How long a word is that makes no name of a year.
_WORD: Final = 3
_LATEST: Final = pattern(LATEST)
_SPENT: Final = pattern(SPENT)
#: What the publisher says of an indicator beside its values.
_BESIDE: Final = (
    Role.NUMBER,
    Role.CATEGORY,
    Role.UNIT,
    Role.DEPARTMENT,
    Role.DIRECTION,
    Role.RATE,
    Role.RESULT,
    Role.CHANGE,
    Role.REMARK,
)
#: What counts for all indicators of a section.
_OF_SECTION: Final = (Role.CATEGORY, Role.DEPARTMENT)
_ORDER: Final = {Role.BASELINE: 0, Role.ACTUAL: 1, Role.TARGET: 2}
_VALUES: Final = frozenset(_ORDER)
_COUNTED: Final = _VALUES | {Role.BENCHMARK}
_NEEDED: Final = frozenset((Role.TARGET, Role.ACTUAL))
#: What names say of values that are none of an indicator.
_COSTING: Final = frozenset(("cost", "staff"))
_WORDED: Final = frozenset((Class.TEXT, Class.WORD))
#: Values in words and signs.
_SAID: Final = _WORDED | {Class.MARK}
#: How many names an issue shows, and how long they are.
_SHOWN: Final = 30
_LONGEST: Final = 60
#: How many figures a row of a table has at least.
_TABLE: Final = 3
#: What parts the words of a heading that lists what stands below it.
_LISTED: Final = pattern("[()、,・/]")
#: A cell as an indicator has it: its column, its text, its row.
_Cell: TypeAlias = tuple[Column, Box]


@final
@attrs.define(eq=False)
class Group:
    """The facts of an indicator."""

    #: Its name as published, with what tells it apart.
    name: str
    #: The cell of its name.
    box: Box
    #: The sections that it stands in, the outermost first.
    path: tuple[str, ...]
    facts: list[Fact] = attrs.field(factory=list[Fact])
    #: What the other cells around its values say of it.
    about: About = attrs.field(factory=dict[Role, list[Box]])
    #: What the publisher works out of its values.
    rated: list[Fact] = attrs.field(factory=list[Fact])

    def add(self, fact: Fact) -> None:
        """Add a fact, with what the cells around it say."""
        self.facts.append(fact)
        for role, boxes in fact.about.items():
            kept = self.about.setdefault(role, [])
            kept += [box for box in boxes if box not in kept]

    def takes(self, fact: Fact) -> bool:
        """Whether no fact of its role and period is there yet."""
        key = fact.role, fact.period
        return all((each.role, each.period) != key for each in self.facts)

    def news(self, facts: Sequence[Fact]) -> list[Fact]:
        """Return what of the values of one more row of its name are new, ``[]`` if that is another.

        A row for each year says the target again, and the value at the start.
        """
        new = [fact for fact in facts if self.takes(fact)]
        again = [fact for fact in facts if fact not in new]
        is_later = any(fact.role is Role.ACTUAL and fact.period for fact in new)
        is_same = not again or (is_later and all(map(self._has, again)))
        return new if is_same else []

    def says_again(self, facts: Sequence[Fact]) -> bool:
        """Whether the row of another year says what others have said, and no value of its year."""
        return all(self._has(fact) and fact.is_of_another_year for fact in facts)

    def _has(self, fact: Fact) -> bool:
        """Whether a value says what one of its role and period does."""
        said = fact.role, fact.period, folded(fact.box.text)
        return said in ((each.role, each.period, folded(each.box.text)) for each in self.facts)

    def year_beside(self, box: Box) -> Period | None:
        """Return the year of the actual in the row of a cell, where other rows have others.

        Where all actuals stand in one row, what is said beside them is of the one that is judged.
        """
        seen = [fact for fact in self.facts if fact.role is Role.ACTUAL]
        own = [fact for fact in seen if fact.box.row == box.row]
        is_of_its_row = len({fact.box.row for fact in seen}) > 1 and len(own) == 1
        return own[0].period if is_of_its_row else None

    @property
    def roles(self) -> set[Role]:
        """Which values it has."""
        return {fact.role for fact in self.facts}

    @property
    def units(self) -> set[str]:
        """What its values are counted in, but for those whose own labels say so."""
        return {fact.unit for fact in self.facts if fact.unit and not fact.has_own_unit}

    @property
    def has_target(self) -> bool:
        """Whether it has a target."""
        return Role.TARGET in self.roles

    @property
    def is_total(self) -> bool:
        """Whether it is the sum or the mean of others."""
        return any(_TOTAL.fullmatch(box.text) for fact in self.facts for box in fact.names)

    @property
    def is_headed_apart(self) -> bool:
        """Whether its values of one kind stand below words of which nobody knows what they part.

        Those of one have a year, those of the other have none, not even one without its era.
        """
        return any(
            one.role is other.role
            and one.period is None
            and not one.is_of_bare_year
            and other.period is not None
            and {box.text for box in one.above} ^ {box.text for box in other.above}
            for one in self.facts
            for other in self.facts
        )

    @property
    def is_titled_apart(self) -> bool:
        """Whether its targets and its actuals stand below lines that do not say which they are."""
        titles: dict[str, set[Role]] = {}
        for fact in self.facts:
            if fact.title is not None:
                titles.setdefault(fact.title.text, set()).add(fact.role)
        is_parted = len(titles) > 1 and not any(roles >= _NEEDED for roles in titles.values())
        words = FIGURES.values()
        return is_parted and not any(word in title for title in titles for word in words)

    @property
    def is_stated(self) -> bool:
        """Whether its name and all its values are sentences, below no heading of indicators."""
        boxes = (self.box, *(fact.box for fact in self.facts))
        stated = (box.text.rstrip().endswith(SENTENCE_END) for box in boxes)
        return Role.INDICATOR not in self.about and all(stated)

    @property
    def is_schedule(self) -> bool:
        """Whether it says in words when something is to be done: 検討 | 実施 | →."""
        kinds = {fact.box.kind for fact in self.facts}
        return self.roles == {Role.TARGET} and not kinds & {Class.FIGURE, Class.DASH}

    @property
    def is_free(self) -> bool:
        """Whether it has dashes alone, and its name says that there is none: （設定なし）."""
        if any(fact.box.kind is not Class.DASH for fact in self.facts):
            return False
        rule = read_target(self.box.text, vocabulary=self.box.vocabulary).value
        return rule is not None and rule.judge(Evidence(self.name, None)).reason is Reason.UNSET

    @property
    def is_indicator(self) -> bool:
        """Whether it has a number, or a target and an actual in words, and is no total.

        That of a form may have nothing but dashes: 未設定. One of a statistic that has no target
        stands beside one that has: 単年度, 累計.
        """
        kinds = {fact.box.kind for fact in self.facts}
        is_empty = kinds <= {Class.TEXT, Class.DASH, Class.MARK}
        is_text = is_empty and any(fact.is_told_by_row for fact in self.facts)
        is_text = is_text and not (kinds == {Class.DASH} and not any(f.head for f in self.facts))
        is_told = Class.FIGURE in kinds or (self.roles >= _NEEDED and not is_text)
        is_beside = self.facts[0].statistic != "" and Role.TARGET not in self.roles
        is_shown = all(_PLACEHOLDER.fullmatch(fact.box.text.strip()) for fact in self.facts)
        return is_told and not (is_beside or self.is_total or is_shown)


@final
@attrs.define(eq=False, slots=False)
class Found:
    """The indicators of a sheet whose values were told by their labels."""

    #: The file it stands in.
    file: str
    #: The sheet of a workbook, or ``""``.
    sheet: str
    facts: Facts
    #: The title of the table, where no line gives it.
    title: str = ""
    #: The hidden rows.
    hidden: frozenset[int] = frozenset()
    #: Whether it is a plan before it runs: its only value is the one at its start.
    ahead: bool = False

    @cached_property
    def groups(self) -> list[Group]:
        """The facts by what they are called."""
        groups: list[Group] = []
        last: dict[tuple[object, ...], Group] = {}
        for facts in _by(self._named, lambda each: (*self._key(each), each.names, each.box.row)):
            key = name, _, path = self._key(facts[0])
            known = last.get(key)
            if known is not None and known.says_again(facts):
                self.facts.passed += [fact.box for fact in facts]
                continue
            new = [] if known is None else known.news(facts)
            known = known if new else None
            for fact in new or facts:
                if known is None or not known.takes(fact):
                    known = last[key] = Group(name, fact.names[0], path)
                    groups.append(known)
                known.add(fact)
        for fact in self.facts.rated:
            rated = last.get((self._called(fact), fact.statistic, _path(fact)))
            if rated is not None:
                rated.rated.append(fact)
        for group in groups:
            group.facts = _in_order(group.facts, ahead=self.ahead)
        return _joined(groups, ahead=self.ahead)

    def _key(self, fact: Fact) -> tuple[str, str, tuple[str, ...]]:
        """Return what facts of one indicator have in common."""
        return self._named[fact], fact.statistic, _path(fact)

    @cached_property
    def _sums(self) -> set[Box]:
        """The names of indicators that are the sums of others."""
        return set(sums_of_others([group.facts for group in self.groups]))

    @cached_property
    def _named(self) -> dict[Fact, str]:
        """The name of each fact, with the heading above it where only that tells it apart."""
        return {fact: self._called(fact) for fact in self.facts.facts}

    @cached_property
    def _several(self) -> set[tuple[Box, ...]]:
        """Names that have several values of one role and period."""
        alike = _by(self.facts.facts, lambda each: (each.names, each.role, each.period))
        return {fact.names for facts in alike for fact in facts if len(facts) > 1}

    def _called(self, fact: Fact) -> str:
        name = _name(fact, with_above=fact.names in self._several)
        return f"{name}（{fact.unit}）" if fact.names in self._counted_apart else name

    @cached_property
    def _counted_apart(self) -> set[tuple[Box, ...]]:
        """Names that several rows have, each with a unit of its own: 居宅介護 時間, 居宅介護 人.

        Targets and actuals may have rows of their own.
        """
        several = [fact for fact in self.facts.facts if fact.names in self._several]
        apart: dict[tuple[Box, ...], set[bool]] = {}
        for facts in _by(several, lambda each: (each.names, each.role)):
            rows = _by(facts, lambda each: (each.box.row,))
            if len(rows) > 1:
                units = [{fact.unit for fact in row} for row in rows]
                apart.setdefault(facts[0].names, set()).add(_are_apart(units))
        return {names for names, told in apart.items() if told == {True}}

    @cached_property
    def doubts(self) -> list[Box]:
        """What is not certain: rows of too few cells, and values that are not told apart."""
        return [
            *self.facts.ragged,
            *self.contradicted,
            *self._untold(),
            *self._halves(),
            *self._aimless_parts(),
            *self._unvalued(),
            *self._undated(),
            *self._titled(),
            *self._unheaded(),
            *self._of_unread_years(),
            *self._named_by_figures(),
            *self._named_by_years(),
            *self._named_by_blanks(),
            *self._left_beside(),
            *self._shifted(),
            *self._of_one_name(),
            *(each.box for each in self.groups if _is_no_name(each)),
            *(each.box for each in self.groups if each.is_titled_apart or each.is_headed_apart),
        ]

    @cached_property
    def contradicted(self) -> list[Box]:
        """Values of which labels say two things, or that stand where others do."""
        return [
            *self.facts.doubts,
            *self._again(),
            *self._of_two_units(),
            *self._shared(),
            *self._parted_values(),
            *self._relabelled(),
            *self._side_by_side(),
            *self._blank(),
        ]

    @property
    def _grouped(self) -> list[Fact]:
        return [fact for group in self.groups for fact in group.facts]

    def _again(self) -> Iterator[Box]:
        """Yield values of one name, role and period."""
        named = self._named
        alike = _by(
            self.facts.facts,
            lambda each: (each.names, named[each], each.statistic, each.role, each.period),
        )
        several = (fact for facts in alike if len(facts) > 1 for fact in facts)
        return (fact.box for fact in several if fact.box.kind is not Class.TEXT)

    @property
    def twice(self) -> list[str]:
        """The names of rows or columns beside their like, whose values nothing tells apart."""
        again = {id(box) for box in (*self._again(), *self._side_by_side())}
        named: dict[str, set[Box]] = {}
        for fact in self.facts.facts:
            if id(fact.box) in again or id(fact.names[0]) in again:
                named.setdefault(self._named[fact], set()).add(fact.names[0])
        return [name for name, boxes in named.items() if len(boxes) > 1]

    def _untold(self) -> Iterator[Box]:
        """Yield actuals that only a year tells, beside others that are told by more."""
        told = {
            id(fact.head)
            for fact in self._grouped
            if (fact.is_told_by_row and not fact.is_target_in_bracket)
            or (fact.role is Role.ACTUAL and fact.is_told_apart)
        }
        for fact in (
            fact for group in self.groups if id(group) not in self._worded for fact in group.facts
        ):
            if (fact.is_assumed and id(fact.head) in told) or self._is_shifted(fact):
                yield fact.box

    def _halves(self) -> Iterator[Box]:
        """Yield the names of actuals right below those of targets: they may be the same."""
        for one, other in pairwise(self.groups):
            if _is_half(one, Role.TARGET) and _is_half(other, Role.ACTUAL):
                yield other.box

    def _of_two_units(self) -> Iterator[Box]:
        for group in self.groups:
            beside = {folded(box.text) for box in group.about.get(Role.UNIT, [])}
            is_open = any(not fact.unit for fact in group.facts)
            if len(group.units) > 1 or (is_open and len(beside) > 1):
                yield from (fact.box for fact in group.facts)

    def _shared(self) -> Iterator[Box]:
        """Yield the values of several indicators that are counted in other units."""
        for facts in _by(self._grouped, lambda each: (each.box,)):
            if len({fact.unit for fact in facts}) > 1:
                yield facts[0].box

    def _parted_values(self) -> Iterator[Box]:
        """Yield the values of a row or a column whose targets and actuals go to several names.

        One cell names all of them, so that they are of one; what parts them is another's value.
        """
        whose = {id(fact): group for group in self.groups for fact in group.facts}
        rows = _by(self._grouped, lambda each: (*_row(each.box), id(each.head)))
        columns = _by(self._grouped, lambda each: (*_column_of(each.box), id(each.head)))
        for facts in (*rows, *columns):
            first, *others = map(_called, facts)
            is_of_one = bool(first.intersection(*others))
            is_both = any(whose[id(fact)].roles >= _NEEDED for fact in facts)
            if {fact.role for fact in facts} >= _NEEDED and is_of_one and not is_both:
                yield from (fact.box for fact in facts)

    def _side_by_side(self) -> Iterator[Box]:
        """Yield names that stand beside their like, with values of one role and period in a row.

        Each is of another indicator, and nothing tells which.
        """
        alike = _by(
            self._named, lambda each: (*self._key(each), each.role, each.period, _row(each.box))
        )
        for facts in alike:
            if len({each.names for each in facts}) > 1:
                yield from (each.names[0] for each in facts)

    def _relabelled(self) -> Iterator[Box]:
        """Yield labels amid a column of figures that say nothing of those above them.

        Those below them may be something else: R6決算 below 目標, with what projects cost.
        """
        rows: dict[tuple[str, int, int], list[int]] = {}
        for fact in self._grouped:
            box = fact.box.published
            if fact.box.kind is Class.FIGURE:
                rows.setdefault((box.sheet, box.column, id(fact.head)), []).append(box.row)
        spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
        for (sheet, column, _), every in rows.items():
            spans.setdefault((sheet, column), []).append((min(every), max(every)))
        for label in self.facts.unused:
            box = label.published
            if any(top < box.row < end for top, end in spans.get((box.sheet, box.column), ())):
                yield label

    def _aimless_parts(self) -> Iterator[Box]:
        """Yield names without a target that stand beside others of the same cells with one."""
        aimed = {fact.names for fact in self._grouped if fact.role is Role.TARGET}
        for group in self.groups:
            is_part = any(fact.names in aimed for fact in group.facts)
            if is_part and not group.has_target and group.facts[0].statistic == "":
                yield group.box

    def _unvalued(self) -> Iterator[Box]:
        """Yield names without values, in tables that have values."""
        heads = {id(fact.head) for fact in self._grouped}
        return (box for box, head in self.facts.unvalued if id(head) in heads)

    def _undated(self) -> Iterator[Box]:
        """Yield actuals without a year beside others with one: they may be newer, or older."""
        for group in self.groups:
            seen = [fact for fact in group.facts if fact.role is Role.ACTUAL and fact.is_firm]
            if any(fact.period is not None for fact in seen):
                yield from (fact.box for fact in seen if fact.period is None and not fact.is_dated)

    def _blank(self) -> Iterator[Box]:
        """Yield targets below a blank, where one heading is above them and others with years."""
        for facts in _by(self._grouped, lambda each: (each.names, each.role)):
            dated = {label for each in facts if each.period is not None for label in each.labels}
            for fact in facts if facts[0].role is Role.TARGET else ():
                heads = _headings(fact)
                is_cut = len(heads) == 1 and heads[0].bottom < fact.head[-1] and heads[0] in dated
                if is_cut and fact.period is None and not fact.is_dated:
                    yield fact.box

    def _titled(self) -> Iterator[Box]:
        """Yield values that only a title dates, below a blank beside those with years."""
        for facts in _by(self._grouped, lambda each: (each.names, each.role)):
            dated = any(fact.period is not None and not fact.is_titled for fact in facts)
            if dated:
                yield from (each.box for each in facts if each.is_titled and not _is_headed(each))

    def _unheaded(self) -> Iterator[Box]:
        """Yield what the year of its row tells, below no word of the values of the others."""
        headed = {id(fact.head) for fact in self._grouped if _is_headed(fact)}
        for fact in self._grouped:
            is_by_row = fact.is_assumed and all(not each.says for each in _headings(fact))
            if is_by_row and id(fact.head) in headed:
                yield fact.box

    def _named_by_figures(self) -> Iterator[Box]:
        """Yield figures that names would have right of values: they are values themselves.

        So are those with a remark: 102百万円 (前年度 98百万円); and left of values all those that
        sort nobody: 3.8％ below a heading that says nothing, and not 65歳以上.
        """
        first: dict[tuple[str, int], int] = {}
        for fact in self._grouped:
            key = fact.box.sheet, fact.box.row
            first[key] = min(fact.box.column, first.get(key, fact.box.column))
        for fact in self._grouped:
            for name in fact.names:
                at = first.get((name.sheet, name.row))
                text, is_figure = folded(name.text), name.kind is Class.FIGURE
                is_right = at is not None and at < name.column
                is_number = is_figure or not any(map(str.isalpha, text))
                is_number = bool(is_number and _ALONE.fullmatch(text) and not _SORTING.search(text))
                if is_number or (is_right and (is_figure or _REMARKED.match(text))):
                    yield name

    def _named_by_years(self) -> Iterator[Box]:
        """Yield names that are a year with a word: R6値 is the heading of a value."""
        names = {name for fact in self._grouped for name in fact.names}
        return (name for name in names if not name.says and _is_dated(name.text))

    def _named_by_blanks(self) -> Iterator[Box]:
        """Yield names that say that a value is not there yet: 集計中 is one itself.

        An empty slot, （該当なし）, has no figures.
        """
        valued = (fact for fact in self._grouped if fact.box.kind is Class.FIGURE)
        for name in dict.fromkeys(name for fact in valued for name in fact.names):
            is_word = name.kind is Class.WORD
            read = read_actual(name.text, vocabulary=name.vocabulary).value if is_word else None
            if read is not None and read.missing is not None:
                yield name

    def _left_beside(self) -> Iterator[Box]:
        """Yield values without a year beside others of their row that no heading explains."""
        left = {(box.sheet, box.row) for box in self.facts.left if box.kind is Class.FIGURE}
        for fact in self._grouped:
            is_beside = (fact.box.sheet, fact.box.row) in left
            if is_beside and fact.is_told_by_row and fact.period is None:
                yield fact.box

    def _shifted(self) -> Iterator[Box]:
        """Yield years of no value in rows whose figures stand below words: they are shifted.

        The years of other rows stand further right.
        """
        words = [*self.facts.apart, *self.facts.left]
        rows = {(box.sheet, box.row) for box in words if box.kind is Class.FIGURE}
        years: dict[tuple[str, int], int] = {}
        for fact in self._grouped:
            labels = (each for each in fact.labels if each.row not in fact.head)
            columns = [each.column for each in labels if each.said.kind is Class.YEAR]
            years |= {(fact.box.sheet, row): min(columns) for row in _rows_below(fact) if columns}
        for box in self.unused_years:
            place = box.sheet, box.row
            if place in rows and box.column < years.get(place, 0):
                yield box

    def _of_unread_years(self) -> Iterator[Box]:
        """Yield what only a title dates, below a heading that names a year among words."""
        for fact in self._grouped:
            heads = (*fact.labels, *fact.above)
            if fact.is_titled and any(
                box.said.kind is Class.UNREAD and _DATED.search(folded(box.text)) for box in heads
            ):
                yield fact.box

    def _of_one_name(self) -> Iterator[Box]:
        """Yield names of which several tables have an indicator each, and nothing says which.

        小学校 in one table and in the next: the line above each may say of what they are. Where all
        that they say is the same, it is the same indicator.
        """
        whole = [each for each in self.indicators if each.roles >= _NEEDED]
        for groups in _alike(whole):
            heads = {id(fact.head) for each in groups for fact in each.facts}
            said = {frozenset(folded(fact.box.text) for fact in each.facts) for each in groups}
            if len(heads) > 1 and len(said) > 1:
                yield from (each.box for each in groups)

    @cached_property
    def _told_above(self) -> set[int]:
        """The headings whose upper rows say which values are below."""
        return {
            id(fact.head)
            for fact in self.facts.facts
            for label in fact.labels
            if label.row in fact.head[:-1] and label.said.column.role in _VALUES
        }

    def _is_shifted(self, fact: Fact) -> bool:
        """Whether a year alone says what a value is, below a blank beside words that say it."""
        above = [label for label in fact.labels if label.row in fact.head]
        is_below = bool(above) and min(label.row for label in above) == fact.head[-1]
        return fact.is_assumed and is_below and id(fact.head) in self._told_above

    @property
    def indicators(self) -> list[Group]:
        """The groups that are indicators."""
        aimed = {id(fact.head) for group in self.groups if group.has_target for fact in group.facts}
        return [
            each
            for each in self.groups
            if each.is_indicator
            and each.box not in self._sums
            and each.box not in self._costing
            and id(each) not in self._worded
            and not (each.is_free and (each.facts[0].head or self._label_of(each) is not None))
            and (any(id(fact.head) in aimed for fact in each.facts) or self._is_aim_blank(each))
        ]

    @cached_property
    def _worded(self) -> set[int]:
        """The groups of tables in sentences beside those of indicators, and of schedules."""
        told: dict[int, list[Group]] = {}
        for group in self.groups:
            told.setdefault(id(group.facts[0].head), []).append(group)
        stated = [each for each in told.values() if all(group.is_stated for group in each)]
        plans = {group.facts[0].names[-1] for group in self.groups if group.is_schedule}
        beside = (group for group in self.groups if group.facts[0].names[-1] in plans)
        done = {id(group) for group in beside if all(fact.is_assumed for fact in group.facts)}
        return done | {id(group) for each in stated if len(stated) < len(told) for group in each}

    def _is_aim_blank(self, group: Group) -> bool:
        """Whether a label of targets stands in one of its rows, and no value beside it."""
        rows = {(fact.box.sheet, fact.box.row) for fact in group.facts}
        return any(
            (box.sheet, box.row) in rows and box.said.column.role is Role.TARGET
            for box in self.facts.unused
        )

    @cached_property
    def _costing(self) -> set[Box]:
        """The names of what something costs, and of what stands beside it: 事業費, 正職員.

        They have no target, and one word stands beside all of them; or they begin further left
        than all names beside a label of indicators: 活動指標 | ① | 相談件数 above 事業費.
        """
        aimless = [each for each in self.groups if not each.has_target or self._is_outside(each)]
        costs = [group for group in aimless if _is_of_cost(group.box)]
        costs += [group for group in self.groups if self._works_beside(group)]
        kinds = {box for group in costs for box in self._kinds(group)} | self._costing_kinds
        beside = [each for each in aimless if not kinds.isdisjoint(self._kinds(each))]
        return {group.box for group in (*costs, *beside, *self._of_accounts())}

    def _works_beside(self, group: Group) -> bool:
        """Whether a name is that of who works on something right beside what that costs."""
        costs = {(box.sheet, box.row) for box in self.facts.costs}
        rows = {group.box.row, group.box.bottom, *(fact.box.row for fact in group.facts)}
        beside = {(group.box.sheet, row) for row in (min(rows) - 1, max(rows) + 1)}
        return group.box.said.of == "staff" and not costs.isdisjoint(beside)

    def _of_accounts(self) -> Iterator[Group]:
        """Yield what has a plan, and no actual beside what came of it in the accounts: 決算."""
        seen = {id(fact.head) for fact in self.facts.facts if fact.role is Role.ACTUAL}
        rows = {(box.sheet, box.row) for box in self.facts.costs}
        for group in self.groups:
            heads = {id(fact.head) for fact in group.facts if fact.head}
            is_beside = all((fact.box.sheet, fact.box.row) in rows for fact in group.facts)
            if heads and heads.isdisjoint(seen) and is_beside:
                yield group

    @property
    def _costing_kinds(self) -> set[Box]:
        """The words beside several rows, one of them told to be what something costs: 投入量."""
        rows = {(box.sheet, box.row) for box in self.facts.costs}
        kinds = {box for group in self.groups for box in group.about.get(Role.CATEGORY, [])}
        return {
            box
            for box in kinds
            if any((box.sheet, row) in rows for row in range(box.row, box.bottom + 1))
        }

    def _is_outside(self, group: Group) -> bool:
        """Whether a name begins left of all those in its table that a label of indicators heads."""
        inner = self._labelled.get(id(group.facts[0].head))
        return inner is not None and group.box.column < inner

    @cached_property
    def _labels(self) -> dict[tuple[str, int], Box]:
        """The labels of indicators beside names, by the rows of a sheet: 活動指標."""
        kinds = (box for group in self.groups for box in group.about.get(Role.CATEGORY, []))
        labels = {
            box for box in (*self.facts.unused, *kinds) if box.said.column.role is Role.INDICATOR
        }
        return {(box.sheet, row): box for box in labels for row in range(box.row, box.bottom + 1)}

    def _label_of(self, group: Group) -> Box | None:
        """Return the label of indicators that a name stands beside."""
        label = self._labels.get((group.box.sheet, group.box.row))
        return label if label is not None and label.right < group.box.column else None

    @cached_property
    def _labelled(self) -> dict[int, int]:
        """The first column of the names that stand beside a label of indicators, by headings."""
        found: dict[int, int] = {}
        for group in self.groups:
            if self._label_of(group) is not None:
                head = id(group.facts[0].head)
                found[head] = min(group.box.column, found.get(head, group.box.column))
        return found

    def _kinds(self, group: Group) -> list[Box]:
        """Return the words left of a name: the nearest, beside it or above."""
        name = group.box
        left = [
            box
            for box in self.facts.apart
            if box.row <= name.row and box.right < name.column and box.sheet == name.sheet
        ]
        nearest = {box.column: box for box in sorted(left, key=_place)}
        below = [box for box in nearest.values() if box.row > max(group.facts[0].head, default=0)]
        return [*group.about.get(Role.CATEGORY, []), *below]

    @property
    def _costs(self) -> list[Box]:
        """What something costs, whether labels of its values or its name say so."""
        named = (group for group in self.groups if group.box in self._costing)
        return [*self.facts.costs, *_figures(named)]

    @property
    def _aimless(self) -> list[Box]:
        """Figures of names that are none of indicators, since their tables have no target."""
        return _figures(each for each in self._others if id(each) not in self._worded)

    def _is_sum(self, group: Group) -> bool:
        return group.is_total or group.box in self._sums

    @property
    def is_whole(self) -> bool:
        """Whether targets and actuals were found, and nothing is in doubt."""
        roles = set[Role]().union(*(group.roles for group in self.indicators))
        return roles >= _NEEDED and not self.doubts

    @property
    def is_plain(self) -> bool:
        """Whether each figure and each label is that of a value, with its year and one name."""
        is_told = self.is_dated and not (self.facts.left or self.facts.unused)
        return self.is_whole and is_told and self.is_named_once

    @property
    def is_named_once(self) -> bool:
        """Whether each name of an indicator stands in one cell."""
        return all(len(fact.names) == 1 for group in self.indicators for fact in group.facts)

    @property
    def dated(self) -> int:
        """How many values of indicators have a year."""
        facts = (fact for group in self.indicators for fact in group.facts)
        return sum(fact.period is not None for fact in facts)

    @property
    def is_dated(self) -> bool:
        """Whether each value of an indicator has its year."""
        return all(fact.period is not None for group in self.indicators for fact in group.facts)

    @property
    def unused_years(self) -> list[Box]:
        """The years that are those of no value."""
        return [box for box in self.facts.unused if box.said.kind is Class.YEAR]

    @property
    def is_told_apart(self) -> bool:
        """Whether each indicator has a name of its own."""
        return len({(each.name, each.path) for each in self.indicators}) == len(self.indicators)

    @property
    def untold(self) -> list[Box]:
        """Labels and text that say nothing of a value."""
        texts = (box for box in self.facts.apart if box.said.kind is not Class.UNIT)
        return [*self.facts.unused, *texts]

    @property
    def account(self) -> tuple[int, ...]:
        """How much it explains: the greater, the more, and by the fewer indicators."""
        facts = [fact for group in self.indicators for fact in group.facts]
        return (
            len(facts) + len(self.facts.passed),
            self.dated + len(self.facts.passed),
            sum(fact.unit != "" for fact in facts),
            -len(self.facts.left),
            -len(self.indicators),
        )

    @property
    def words(self) -> tuple[int, int]:
        """How few words its names have, and how few labels are not used."""
        return -sum(len(group.name) for group in self.indicators), -len(self.facts.unused)

    @property
    def half(self) -> Role | None:
        """The role of all its figures but those at the start, where it has not two of them."""
        figures = [fact for fact in self.facts.facts if fact.box.kind is Class.FIGURE]
        roles = {fact.role for fact in figures} & _NEEDED
        is_told = len(roles) == 1 and not (self.doubts or any(each.is_assumed for each in figures))
        return roles.pop() if is_told else None

    @property
    def aims(self) -> str:
        """Where its targets stand, and of what they may be; ``""`` if there are none."""
        facts = [fact for fact in self.facts.facts if fact.role is Role.TARGET]
        taken = [fact.box for fact in facts if fact.box.kind is not Class.TEXT]
        boxes = {*taken, *self.facts.aimed}
        where = " ".join(self._range(block) for block in _blocks(boxes))
        return f"{where} {self._may_be_of(boxes)}".strip()

    def _may_be_of(self, boxes: Collection[Box]) -> str:
        """Return the words that may be the names of values: left of each, else above it."""
        named = {fact.box: fact.names[0] for fact in self.facts.facts if fact.names}
        words = [box for box in self.facts.apart if box.kind in _WORDED]
        words += [name for name in named.values() if name not in words]
        near = (named.get(box) or _nearest(box, words) for box in sorted(boxes, key=_place))
        texts = dict.fromkeys(" ".join(box.text.split()) for box in near if box is not None)
        names = [f"「{text}」" for text in texts if len(text) <= _LONGEST]
        more = f" (+{len(names) - _SHOWN})" if len(names) > _SHOWN else ""
        return "".join(names[:_SHOWN]) + more

    @property
    def columns(self) -> tuple[Column, ...]:
        """The headings that a layout may name: none, since it was read without one."""
        return ()

    def place(self, box: Box | None = None) -> Location:
        """Return the place of a cell."""
        sheet = box.sheet if box else self.sheet
        return Location(self.file, self.line(box) if box else 1, "", sheet)

    @property
    def _is_turned(self) -> bool:
        """Whether it was read with its rows as columns."""
        return any(fact.box.is_turned for group in self.indicators for fact in group.facts)

    def line(self, box: Box) -> int:
        """Return the line of the file that a cell stands in."""
        row = box.published.row
        return self.facts.numbers.get((box.sheet, row), row)

    def _counted(self, block: Sequence[Box]) -> str:
        """Return where a block stands, and how many cells it has: B3:C9 (14)."""
        if len(block) == 1:
            return f"{letters(block[0].published.column)}{self.line(block[0])}"
        return f"{self._range(block)} ({len(block)})"

    def _range(self, block: Sequence[Box]) -> str:
        """Return where a block stands: B3:C9."""
        boxes = [box.published for box in block]
        top, bottom = min(map(self.line, block)), max(map(self._last_line, block))
        left, right = min(box.column for box in boxes), max(box.right for box in boxes)
        return f"{letters(left)}{top}:{letters(right)}{bottom}"

    def _last_line(self, box: Box) -> int:
        """Return the line of the file that the last row of a cell begins in."""
        row = box.published.bottom
        return self.facts.numbers.get((box.sheet, row), row)

    def tree(self, vocabulary: Vocabulary = USUAL) -> Tree:
        """Return the sections and the indicators."""
        title = self._title()
        root = Node(Heading("table", "", title, ""), title, self.place())
        tree = Tree(root, remarks=list(self._remarks()))
        known: dict[tuple[str, ...], Node] = {}
        for group in self.indicators:
            fields = self._fields(group, vocabulary)
            indicator, issues = read_indicator(fields, group.name)
            node = self._opened(root, group, known)
            if self._paths[id(group)] in self._parted:
                node = self._apart(node, group)
            node.indicators.append(indicator)
            node.category = node.category or read_category(fields.text(Role.CATEGORY))
            for _, text in fields.of(Role.DEPARTMENT):
                node.departments |= dict.fromkeys(read_departments(text))
            tree.issues += issues
        tree.issues += self._issues()
        return tree

    def _title(self) -> str:
        """Return what the sheet is called: by its first line, else by its name."""
        told = {line.row: line.text.strip() for line in self.facts.lines}
        top = takewhile(told.__contains__, count(self.facts.first))
        first = next((told[row] for row in top if not _is_no_title(told[row])), self.sheet)
        return self.title or first

    def _remarks(self) -> Iterator[str]:
        """Yield the lines that are neither the title nor the heading of a section, each once."""
        used = {self._title(), *(text for group in self.indicators for text in group.path)}
        for text in dict.fromkeys(line.text for line in self.facts.lines):
            if text.strip() not in used:
                yield text

    def _opened(self, root: Node, group: Group, known: dict[tuple[str, ...], Node]) -> Node:
        """Return the section of a group, below those around it; *known* keeps those that are."""
        node, path = root, self._paths[id(group)]
        for length, text in enumerate(path, 1):
            inner = known.get(path[:length])
            if inner is None:
                inner = Node(read_section_name(text, ""), text, self.place(group.box))
                known[path[:length]] = inner
                node.put(inner)
            node = inner
        return node

    @cached_property
    def _paths(self) -> dict[int, tuple[str, ...]]:
        """The sections that each indicator stands in, and its levels there: アウトカム, 短期."""
        return {id(each): (*each.path, *self._levels(each)) for each in self.indicators}

    def _levels(self, group: Group) -> Iterator[str]:
        """Yield the level of an indicator, and what another column says of that.

        A column tells levels whose heading lists them; another one tells more of those that its
        heading begins with.
        """
        headings = self.facts.headings
        for box in group.about.get(Role.CATEGORY, []):
            level = folded(box.text)
            heading = headings.get(box, "")  # a row that tells of columns heads nothing
            if level in _LISTED.split(folded(heading)):
                more = self._beside.get(id(group), [])
                of = [each for each in more if folded(headings[each]).startswith(level + OF)]
                yield from dict.fromkeys(each.text.strip() for each in (box, *of))
                return

    @cached_property
    def _parted(self) -> set[tuple[str, ...]]:
        """The sections whose indicators differ in what would count for all below them."""
        whose = {path: set[tuple[str, ...]]() for path in self._paths.values()}
        for each in self.indicators:
            own = self._paths[id(each)]
            said = (box.text for role in _OF_SECTION for box in each.about.get(role, []))
            of = tuple(dict.fromkeys(said))
            for path in whose.keys() & {own[:end] for end in range(len(own) + 1)}:
                whose[path].add(of)
        return {path for path, told in whose.items() if len(told) > 1}

    def _apart(self, node: Node, group: Group) -> Node:
        """Return a section of its own for an indicator."""
        own = Node(Heading(INDICATOR, "", group.name, "row"), "", self.place(group.box))
        node.put(own)
        return own

    def _fields(self, group: Group, vocabulary: Vocabulary) -> Fields:
        """Return the values of an indicator as a row."""
        cells: list[_Cell] = []
        for role in _BESIDE:
            cells += [
                (self._column_beside(group, role, box), box) for box in group.about.get(role, [])
            ]
        cells += [(_column(fact), fact.box) for fact in (*group.rated, *group.facts)]
        beside = self._beside.get(id(group), [])
        cells += [(Column(self.facts.headings[box]), box) for box in beside]
        name = Column(self._heading(group), Role.INDICATOR)
        every = [group.box, *(box for _, box in cells)]
        is_of_one = {box.sheet for box in every} <= {self.sheet}
        row = Row(
            self.line(group.box),
            [group.name, *(box.text for _, box in cells)],
            lines=[self.line(box) for box in every],
            sheets=() if is_of_one else [box.sheet for box in every],
            doubtful=[at for at, (_, box) in enumerate(cells, 1) if box.is_doubtful],
        )
        columns = (name, *(column for column, _ in cells))
        return Fields(self.file, row, columns, self.sheet, vocabulary)

    def _heading(self, group: Group) -> str:
        """Return what heads the name of an indicator: 指標 of one that 区分 tells from others."""
        heads = [self.facts.headings.get(box, "") for box in group.facts[0].names]
        own = (each for each in heads if what_it_says(each).column.role is Role.INDICATOR)
        return next(own, heads[0])

    def _column_beside(self, group: Group, role: Role, box: Box) -> Column:
        """Return what a cell beside the values of an indicator is; a result is that of its row."""
        period = group.year_beside(box) if role in PRINTED else None
        return Column(self.facts.headings.get(box, ""), role, period)

    @cached_property
    def _in_row(self) -> dict[tuple[str, int], Group | None]:
        """The indicator that a row of a sheet is of, ``None`` where it is of several."""
        found: dict[tuple[str, int], Group | None] = {}
        for group in self.indicators:
            for row in {(fact.box.sheet, fact.box.row) for fact in group.facts}:
                found[row] = None if row in found else group
        return found

    @cached_property
    def _beside(self) -> dict[int, list[Box]]:
        """The text in the rows of each indicator of which no heading tells what it is."""
        found: dict[int, list[Box]] = {}
        for box in self.facts.apart:
            found.setdefault(id(self._in_row.get((box.sheet, box.row))), []).append(box)
        return found

    @property
    def _texts(self) -> list[Box]:
        """Text that is no part of an indicator."""
        facts = [fact for group in self._others for fact in group.facts]
        worded = {
            fact.box for group in self.groups if id(group) in self._worded for fact in group.facts
        }
        texts = [fact.box for fact in facts if fact.box.kind in _SAID or fact.box in worded]
        return [*self._beside.get(id(None), []), *texts]

    @property
    def _others(self) -> list[Group]:
        """The groups that are no indicators, no sums and no costs."""
        taken = {id(group) for group in self.indicators}
        others = (each for each in self.groups if id(each) not in taken and not self._is_sum(each))
        return [each for each in others if each.box not in self._costing]

    def _issues(self) -> Iterator[Issue]:
        """Say what is no indicator, what is hidden, and what is left over."""
        totals = [each.box for each in self.groups if self._is_sum(each)]
        facts = (fact for each in self.indicators for fact in each.facts)
        rows = {self.line(fact.box): fact.names[0] for fact in facts}
        for box in [*totals, *self.facts.totals]:
            yield Issue("total-left", box.text, 0, len(box.text), location=self.place(box))
        for row in sorted(self.hidden & rows.keys()):
            text, place = rows[row].text, Location(self.file, row, "", self.sheet)
            yield Issue("row-hidden", text, 0, len(text), location=place)
        for group in self._unread_groups():
            told = f"{self._counted([fact.box for fact in group.facts])} 「{group.name}」"
            text, place = group.box.text, self.place(group.facts[0].box)
            yield Issue("aims-left", text, 0, len(text), told, place)
        yield from self._doubted()
        yield from self._aimless_rows()
        for box in self._unread_years():
            issues = read_period(box.text, era=box.vocabulary.era).issues
            yield from (attrs.evolve(each, location=self.place(box)) for each in issues)
        yield from self._left()

    def _aimless_rows(self) -> Iterator[Issue]:
        """Say which indicators have a blank below a heading of targets, where others have one."""
        heads: dict[int, Box] = {}
        for fact in (fact for group in self.indicators for fact in group.facts):
            if fact.role is Role.TARGET:
                told = (each for each in _headings(fact) if each.said.column.role is fact.role)
                heads |= {id(fact.head): label for label in told}
        for group in self.indicators:
            above = [heads[id(fact.head)] for fact in group.facts if id(fact.head) in heads]
            if above and not group.has_target:
                heading = " ".join(above[0].text.split())
                place = attrs.evolve(self.place(group.box), column=heading)
                yield Issue("empty-cell", "", 0, 0, location=place)

    def _left(self) -> Iterator[Issue]:
        """Say which figures no label explains, at the heading that they stand below."""
        for block in _in_rows(_blocks(self.facts.left)):
            first = block[0]
            told = first.text if len(block) == 1 else self._told_of(block)
            aimed = [box for box in block if box in self.facts.aimed]
            if aimed and not any(group.has_target for group in self._of_rows(block)):
                told = f"{self._counted(block)} {self._may_be_of(block)}".strip()
                yield Issue("aims-left", first.text, 0, len(first.text), told, self.place(first))
                continue
            head = self.facts.above.get(first)
            code, shown = ("column-left", head) if head else ("cell-left", first)
            yield Issue(code, shown.text, 0, len(shown.text), told, self.place(shown))

    def left_outside(self, lines: Collection[int]) -> Iterator[Issue]:
        """Say which figures that stand beside one another are in other lines, and those of nothing.

        Args:
            lines: The lines that tables take.
        """
        figures = [box for box in [*self.facts.left, *self._aimless] if box.kind is Class.FIGURE]
        blocks = _in_rows(_blocks(box for box in figures if self.line(box) not in lines))
        for block in filter(self._is_no_number, blocks):
            first, told = block[0], self._told_of(block)
            yield Issue("cell-left", first.text, 0, len(first.text), told, self.place(first))

    def _is_no_number(self, block: Sequence[Box]) -> bool:
        """Whether figures are more than the number of a page, or those of items, one in a row."""
        return len(block) > len({box.row for box in block}) or block[0] in self.facts.lines

    def left_within(self, tables: Iterable[tuple[int, int]]) -> Iterator[Issue]:
        """Say which tables are not read, since something in them is in doubt.

        Args:
            tables: The first and the last row of each of them.
        """
        facts = self.facts
        figures = [*(fact.box for fact in facts.facts), *facts.left, *facts.aimed, *facts.passed]
        aims = [fact.box for fact in self.facts.facts if fact.role is Role.TARGET]
        aimed = {*map(id, aims), *map(id, self.facts.aimed)}
        for first, last in tables:
            own = [box for box in dict.fromkeys(figures) if first <= self.line(box) <= last]
            doubted = [box for box in self.doubts if first <= self.line(box) <= last]
            shown = min(own or doubted, key=_place)
            told = f"{self._counted(own or doubted)} {self._may_be_of(own)}".strip()
            code = "aims-left" if any(id(box) in aimed for box in own) else "cell-left"
            yield Issue(code, shown.text, 0, len(shown.text), told, self.place(shown))

    def left_without_targets(self) -> list[Issue]:
        """Say which figures no label explains of names with values and no target.

        One of them may be that target, whatever its heading calls it.
        """
        told = (fact for fact in self.facts.facts if not fact.is_assumed)
        is_of_names = any(fact.box.kind is Class.FIGURE for fact in told)
        is_aimed = any(group.has_target for group in self.groups)
        return [*self._left()] if is_of_names and not is_aimed else []

    def _unread_groups(self) -> Iterator[Group]:
        """Yield what has a target in a table of indicators, and no value that can be read."""
        taken = {id(group) for group in self.indicators}
        heads = {id(fact.head) for group in self.indicators for fact in group.facts}
        for group in self.groups:
            boxes = [fact.box for fact in group.facts]
            is_among = any(id(fact.head) in heads for fact in group.facts)
            is_read = id(group) in taken or self._is_sum(group) or group.box in self._costing
            is_text = any(
                box.kind is Class.TEXT and any(map(str.isdigit, box.text)) for box in boxes
            )
            if group.has_target and is_among and is_text and not is_read:
                yield group

    def _told_of(self, block: Sequence[Box]) -> str:
        """Return where figures that are left over stand, and what rows of several may be called."""
        rows = {box.row for box in block}
        is_wide = len(block) >= _TABLE * len(rows) and len(rows) > 1
        return f"{self._counted(block)} {self._may_be_of(block) if is_wide else ''}".strip()

    def _of_rows(self, block: Sequence[Box]) -> list[Group]:
        """Return the indicators that have a value in the rows of cells."""
        rows = {(box.sheet, box.row) for box in block}
        return [
            group
            for group in self.indicators
            if any((fact.box.sheet, fact.box.row) in rows for fact in group.facts)
        ]

    def _unread_years(self) -> Iterator[Box]:
        """Yield the cells for the year of a value that name none, where nothing else tells it."""
        for group in self.indicators:
            undated = {fact.role for fact in group.facts if not (fact.period or fact.is_dated)}
            for year, of in YEARS_OF.items():
                boxes = group.about.get(year, []) if of in undated else []
                yield from (box for box in boxes if says(box.text))

    def _doubted(self) -> Iterator[Issue]:
        """Say which values may be of another year than their heading, once for each note."""
        facts = (each for group in self.indicators for each in group.facts if each.doubted_by)
        for doubted in _by(facts, lambda each: (each.doubted_by,)):
            text, place = doubted[0].box.text, self.place(doubted[0].box)
            note = doubted[0].doubted_by
            if len(doubted) == 1:
                yield Issue("note-of-another-year", text, 0, len(text), note, place)
            else:
                where = " ".join(map(self._counted, _blocks(each.box for each in doubted)))
                yield Issue("note-of-other-years", note, 0, len(note), where, place)

    def taken(self) -> list[Chosen]:
        """Say how the cells were taken."""
        facts = [fact for group in self.indicators for fact in group.facts]
        years = [label.text for fact in facts if fact.is_assumed for label in fact.labels]
        years += [each.text for fact in facts for each in fact.labels if each.said.of == ASSUMED]
        names = [box for fact in facts for box in fact.names if box in self.facts.lines]
        titled = {str(fact.period) for fact in facts if fact.is_titled and fact.period}
        told = {
            "facts": [str(len(self.indicators))],
            "across": [self._range([fact.box for fact in facts])] if self._is_turned else [],
            "years": [f"「{year.strip()}」" for year in dict.fromkeys(years)],
            "title-year": sorted(titled),
            "expected": [f"「{text}」" for text in dict.fromkeys(_expected(facts))],
            "era": self.facts.eras,
            "title-name": [f"「{box.text.strip()}」" for box in dict.fromkeys(names)],
            "no-target": [self._counted(block) for block in _blocks(self._aimless)],
            "costs": [self._counted(block) for block in _blocks(self._costs)],
            "printed": [self._counted(block) for block in _blocks(self.facts.printed)],
            "parts": [self._counted(block) for block in _blocks(self.facts.parts)],
            "passed": [self._counted(block) for block in _blocks(self.facts.passed)],
            "ditto": [self._counted(block) for block in _blocks(self.facts.dittos)],
            "texts": [self._counted(block) for block in _blocks(self._texts)],
        }
        return [Chosen(what, " ".join(each), self.place()) for what, each in told.items() if each]


def _expected(facts: Sequence[Fact]) -> Iterator[str]:
    """Yield the headings of targets that say that they are expected: 見込み."""
    for fact in facts:
        if fact.role is Role.TARGET:
            yield from (
                each.text.strip()
                for each in _headings(fact)
                if each.said.column.status is Status.FORECAST
            )


def _headings(fact: Fact) -> list[Box]:
    """Return the labels of a fact that are headings of columns."""
    return [label for label in fact.labels if label.row in fact.head]


def _is_dated(text: str) -> bool:
    """Whether a text is a year with a word or a number of it, and names nothing: 第6年次(R6)."""
    rest = _DATED.sub("", bare := folded(text))
    return rest != bare and sum(map(str.isalpha, rest)) <= _WORD


def _rows_below(fact: Fact) -> range:
    """Return the rows of a value and the two below it."""
    return range(fact.box.row, fact.box.bottom + _BELOW)


def _is_headed(fact: Fact) -> bool:
    """Whether the heading of a value says what values are below it."""
    return any(each.said.column.role in _NEEDED for each in _headings(fact))


def _is_no_name(group: Group) -> bool:
    """Whether a name is a label or a bare number, and names nothing; 60歳 tells it from others.

    The year or the role of a value is no part of a name either, nor is 〃 or a sentence beside it.
    その他 is no name alone, nor is a letter that stands for one: 成果指標 | Ａ.
    """
    names = group.facts[0].names
    is_alone = len(names) == 1
    is_of_values = any(box.said.column.role in (*_VALUES, *YEARS_OF) for box in names)
    is_again = any(box.text.strip().startswith(DITTOS) for box in names)
    is_told = not is_alone and any(box.text.rstrip().endswith(SENTENCE_END) for box in names)
    return (
        is_again
        or is_told
        or (is_alone and _NAMELESS.fullmatch(group.box.text) is not None)
        or group.box.said.column.role is not None
        or is_of_values
        or (is_alone and group.box.said.kind is Class.FIGURE)
        or (all(map(stands_for_name, names)) and bool(_figures((group,))))
    )


def _is_of_cost(name: Box) -> bool:
    """Whether a name is that of what something costs, or who works on it: 観光費決算額."""
    return name.said.of in _COSTING or _SPENT.search(folded(name.text)) is not None


def _row(box: Box) -> tuple[str, int]:
    return box.sheet, box.published.row


def _column_of(box: Box) -> tuple[str, int]:
    return box.sheet, box.published.column


def _called(fact: Fact) -> frozenset[Box]:
    """Return the cells that name a value, and the words above it."""
    return frozenset((*fact.names, *fact.above))


def _figures(groups: Iterable[Group]) -> list[Box]:
    """Return the figures of groups."""
    boxes = (fact.box for group in groups for fact in group.facts)
    return [box for box in boxes if box.kind is Class.FIGURE]


def _by(facts: Iterable[Fact], key: Callable[[Fact], tuple[object, ...]]) -> list[list[Fact]]:
    """Return facts of one key together."""
    found: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        found.setdefault(key(fact), []).append(fact)
    return list(found.values())


def _alike(groups: Iterable[Group]) -> list[list[Group]]:
    """Return groups of one name, in one place, together."""
    found: dict[tuple[object, ...], list[Group]] = {}
    for group in groups:
        key = group.name, group.path, group.facts[0].statistic
        found.setdefault(key, []).append(group)
    return [*found.values()]


def _joined(groups: Sequence[Group], *, ahead: bool) -> list[Group]:
    """Join the targets of a name in one table with its values in another, if there is one each."""
    named: dict[tuple[str, str], list[Group]] = {}
    for group in groups:
        named.setdefault((group.name, group.facts[0].statistic), []).append(group)
    halves = [each for each in named.values() if _are_halves(each)]
    for one, other in halves:
        for fact in other.facts:
            one.add(fact)
        one.rated += other.rated
        one.facts = _in_order(one.facts, ahead=ahead)
    gone = {id(other) for _, other in halves}
    return [group for group in groups if id(group) not in gone]


def _are_halves(groups: Sequence[Group]) -> bool:
    """Whether of two groups one has the targets and the other the actuals, in other tables."""
    if len(groups) != 2:  # noqa: PLR2004 - halves are two
        return False
    one, other = groups
    heads = {id(fact.head) for fact in one.facts} & {id(fact.head) for fact in other.facts}
    apart = one.has_target != other.has_target and Role.ACTUAL in one.roles ^ other.roles
    return apart and not heads


def _is_half(group: Group, role: Role) -> bool:
    """Whether a group has nothing but the values of one kind, told by labels of rows."""
    return group.roles == {role} and all(fact.is_told_by_row for fact in group.facts)


def _name(fact: Fact, *, with_above: bool) -> str:
    """Return the name of a fact, with the names around it that no heading explains."""
    above = [box for box in fact.above if box.said.of != "statistic"] if with_above else []
    return _BLANK.join(dict.fromkeys(box.text.strip() for box in [*above, *reversed(fact.names)]))


def _path(fact: Fact) -> tuple[str, ...]:
    sections = fact.about.get(Role.SECTION, [])
    return tuple(box.text.strip() for box in sections if box not in fact.names)


def _column(fact: Fact) -> Column:
    """Return what a fact is, by the words of its labels."""
    words = dict.fromkeys(" ".join(label.text.split()) for label in fact.labels)
    told = (said for each in fact.labels if (said := each.said.column.statistic))
    statistic = next(told, fact.total)
    unit = fact.unit if fact.role in _COUNTED or fact.has_own_unit else ""
    heading = fact.whose or " ".join(words)
    return Column(heading, fact.role, fact.period, unit, fact.status, statistic, unread=fact.unread)


# -- the newest value ------------------------------------------------------------------------------


def _is_no_title(line: str) -> bool:
    """Whether a line says what the paper is among others, when it was made, or another aside."""
    return _PAPER.fullmatch(folded(line)) is not None or is_aside(line)


def _are_apart(units: Sequence[set[str]]) -> bool:
    """Whether each of several rows has one unit, which no other row has."""
    every = {unit for row in units for unit in row}
    return "" not in every and 1 < len(every) == len(units) == sum(map(len, units))


def _in_order(facts: Sequence[Fact], *, ahead: bool) -> list[Fact]:
    """Return facts with a newer 現状値 as an actual, and the oldest first."""
    newest = _newest(facts, ahead=ahead)
    found = [attrs.evolve(each, role=Role.ACTUAL) if each is newest else each for each in facts]
    return sorted(found, key=lambda each: (_ORDER[each.role], _end(each)))


def _newest(facts: Sequence[Fact], *, ahead: bool) -> Fact | None:
    """Return the value at the start that is none, since it is newer, or the only value there is.

    It is newer than another one at the start, a dash too, or than an actual. Of a plan before it
    runs the only value is that at its start.
    """
    seen = [each for each in facts if each.role in (Role.BASELINE, Role.ACTUAL)]
    starts = [
        each for each in seen if each.role is Role.BASELINE and each.box.kind is not Class.DASH
    ]
    dated = [each for each in starts if each.period is not None and _is_latest(each)]
    newest = max(dated, key=_end, default=None)
    if newest is None:
        return None
    has_actual = any(each.role is Role.ACTUAL for each in facts)
    known = (each for each in seen if each.role is Role.BASELINE or each.period is not None)
    is_newer = any(_end(each) < _end(newest) for each in known)
    is_only = len(starts) == 1 and not has_actual and not ahead
    return newest if is_newer or is_only else None


def _end(fact: Fact) -> str:
    return "" if fact.period is None else fact.period.end.isoformat()


def _is_latest(fact: Fact) -> bool:
    return any(_LATEST.search(folded(label.text)) for label in fact.labels)


# -- words beside cells ----------------------------------------------------------------------------


def _nearest(box: Box, words: Iterable[Box]) -> Box | None:
    """Return the nearest word left of a cell, else the nearest above it."""
    left, above = list[Box](), list[Box]()
    for word in words:
        if word.row <= box.row <= word.bottom and word.right < box.column:
            left.append(word)
        elif word.column <= box.column <= word.right and word.bottom < box.row:
            above.append(word)
    if left:
        return max(left, key=lambda word: word.column)
    return max(above, key=lambda word: word.row, default=None)


# -- blocks of cells -------------------------------------------------------------------------------


def _blocks(boxes: Iterable[Box]) -> list[list[Box]]:
    """Return cells that touch one another together, from the top."""
    ordered = sorted(boxes, key=_place)
    places = {
        (box.sheet, row, column): box
        for box in ordered
        for row in range(box.row, box.bottom + 1)
        for column in range(box.column, box.right + 1)
    }
    blocks: list[list[Box]] = []
    taken: set[Box] = set()
    for box in ordered:
        if box not in taken:
            block = _touching(box, places, taken)
            blocks.append(sorted(block, key=_place))
    return blocks


def _in_rows(blocks: Iterable[list[Box]]) -> list[list[Box]]:
    """Join blocks of the same rows: figures that words part, 満足度 3.1 重要度 4.2."""
    found: dict[tuple[str, int, int], list[Box]] = {}
    for block in blocks:
        key = block[0].sheet, block[0].row, max(box.bottom for box in block)
        found.setdefault(key, []).extend(block)
    return [*found.values()]


def _place(box: Box) -> tuple[str, int, int]:
    return box.sheet, box.row, box.column


def _touching(first: Box, places: Mapping[tuple[str, int, int], Box], taken: set[Box]) -> list[Box]:
    """Return a cell with all that touch it, or one of them."""
    block, ahead = list[Box](), [first]
    taken.add(first)
    while ahead:
        box = ahead.pop()
        block.append(box)
        for row in range(box.row - 1, box.bottom + 2):
            for column in range(box.column - 1, box.right + 2):
                other = places.get((box.sheet, row, column))
                if other is not None and other not in taken:
                    taken.add(other)
                    ahead.append(other)
    return block
