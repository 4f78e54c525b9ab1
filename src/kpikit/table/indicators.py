"""One row of a table into an indicator."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain
from typing import Final, TypeVar
from unicodedata import normalize

import attrs

from kpikit._value import altered
from kpikit.cell import read_actual, read_period, read_target
from kpikit.cell.counted import with_statistic
from kpikit.cell.derivations import may_derive, read_derivations
from kpikit.language.issue import Issue, Note
from kpikit.language.lexicon import CLASSES, expanded
from kpikit.language.lines import (
    AGAIN,
    IS_SO,
    MISSED,
    NO_INDICATOR,
    REPEATED,
    REPEATED_COLUMN,
    REPEATED_HERE,
    SHARE_ACHIEVED,
)
from kpikit.language.pattern import pattern
from kpikit.language.words import either
from kpikit.model import indicator as model
from kpikit.model.observation import Benchmark, Missing, Observation, Part, Status
from kpikit.model.period import Period
from kpikit.model.plan import Category
from kpikit.model.quantity import Quantity
from kpikit.model.reading import Reading
from kpikit.model.rule import Rule
from kpikit.model.unit import is_ratio, scale_of
from kpikit.table.benchmarks import with_benchmarks
from kpikit.table.eras import bare_year, has_bare_year, year_beside
from kpikit.table.fields import Fields
from kpikit.table.firmness import FIRM, firmness_of
from kpikit.table.headings import Column, Role, folded
from kpikit.table.lines import says
from kpikit.table.named_within import label_within
from kpikit.table.parts import TOTAL
from kpikit.table.printed import direction_of, printed_of
from kpikit.table.units import stated_unit

__all__ = ["read_indicator", "with_share"]

#: What has figures in it.
Counted = TypeVar("Counted", Observation, Rule)

_NOT_SET: Final = pattern(either(*expanded(CLASSES["unset"]), NO_INDICATOR))
#: Between the years of a cell that has several.
_SEVERAL: Final = "、"
#: What has a time.
_TIMED: Final = (Role.BASELINE, Role.ACTUAL, Role.TARGET)
#: What is known of an indicator, beside what is aimed for.
_KNOWN: Final = (Role.BASELINE, Role.ACTUAL)
_PLUS: Final = pattern(r"\+\d")
_PLAIN: Final = pattern(r"\d")
_SIGNED: Final = pattern(r"[^\w\s]\d")
#: What a spreadsheet shows for a formula that failed.
_ERROR: Final = pattern(r"#(?:N/A|DIV/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")
_REPEATED: Final = pattern(REPEATED)
_REPEATED_HERE: Final = pattern(REPEATED_HERE)
_MARKING: Final = pattern(REPEATED_COLUMN)
_IS_SO: Final = pattern(IS_SO)


def _unit_of_row(reader: _Reader) -> Quantity | None:
    fields = reader.fields
    return stated_unit(fields.text(Role.UNIT), fields.vocabulary)


def _labels_of_targets(reader: _Reader) -> frozenset[str]:
    fields = reader.fields
    told = (label_within(text, fields.vocabulary) for _, text in fields.of(Role.TARGET))
    return frozenset(folded(label) for label, _ in filter(None, told))


@attrs.define
class _Reader:
    """Reads the cells of one row, and keeps what there is to say of them."""

    fields: Fields
    name: str
    issues: list[Issue] = attrs.field(factory=list[Issue])
    notes: dict[str, tuple[Note, ...]] = attrs.field(factory=dict[str, tuple[Note, ...]])
    #: Of the actuals, what says when they are and names no era, ``""`` where nothing does.
    unread: set[str] = attrs.field(factory=set[str])
    #: One of the unit of the row.
    of_row: Quantity | None = attrs.field(
        init=False, default=attrs.Factory(_unit_of_row, takes_self=True)
    )
    #: The words before the only figure in each of its targets.
    labels_of_targets: frozenset[str] = attrs.field(
        init=False, default=attrs.Factory(_labels_of_targets, takes_self=True)
    )

    def actual(self, column: Column, text: str) -> Observation:
        """Read an actual that is of what the targets of its row are of."""
        if not self.is_of_targets(text):
            self.refuse("actual-of-something-else", column, text)
            return Observation(None, missing=Missing.UNREADABLE, column=column.period)
        return self.observation(column, text)

    def is_of_targets(self, text: str) -> bool:
        """Whether the words before an actual are those before a target, where both have any."""
        if not self.labels_of_targets:
            return True  # as in nearly all rows
        own = label_within(text, self.fields.vocabulary)
        return own is None or folded(own[0]) in self.labels_of_targets

    def observation(self, column: Column, text: str) -> Observation:
        reading = self.read(column, text, partial(read_actual, column=column.period))
        if reading is None or reading.value is None:
            return Observation(None, missing=Missing.UNREADABLE, column=column.period)
        seen = self.counted(column, reading.value)
        when, unread = self.when(column, text, reading)
        self.unread.add(unread)
        if when is not None:
            seen = altered(seen, period=when, unread="")
        elif unread and has_bare_year(folded(unread)) and not (seen.parts and reading.unread):
            seen = altered(seen, unread=unread)
        if column.status is not Status.FINAL and seen.status is Status.FINAL:
            return altered(seen, status=column.status)
        return seen

    def target(self, column: Column, text: str) -> tuple[model.Target, ...]:
        if not text[:1].isalnum() and _PLUS.match(folded(text)) and self.is_unsigned():
            self.refuse("sign-unclear", column, text)
            return ()
        reading = self.read(column, text, read_target)
        if reading is None or reading.value is None:
            return ()
        rule = self.counted(column, reading.value)
        own, headed = reading.period, column.period
        if own and headed and (own.end < headed.start or headed.end < own.start):
            self.refuse("target-of-another-year", column, text)
        when, unread = self.when(column, text, reading)
        is_of_actual = self.unread == {unread}  # 27年度 of both is one year, whichever it is
        return model.targets_of(rule, own or headed or when, unread="" if is_of_actual else unread)

    def is_unsigned(self) -> bool:
        """Whether what is known of the indicator are plain numbers: none is of a change."""
        texts = [folded(text) for role in _KNOWN for _, text in self.fields.of(role)]
        return any(map(_PLAIN.match, texts)) and not any(map(_SIGNED.match, texts))

    def when(
        self, column: Column, text: str, reading: Reading[Counted]
    ) -> tuple[Period | None, str]:
        """Return when a value is that has a year without an era, by the era of the other years.

        Where these do not tell it, return the words of that year.
        """
        if column.period is not None or reading.period is not None:
            return None, ""
        said = reading.unread or column.unread or bare_year(column.heading)
        beside = (
            each
            for role in _TIMED
            for other, cell in self.fields.of(role)
            for each in (other.heading, cell, _label(other.period))
        )
        found = year_beside(said, beside) if said and _SEVERAL not in said else None
        if found is None:
            return None, said
        told = Note("era-of-row", 0, len(text), said)
        others = (each for each in reading.notes if each.code != "period-without-era")
        self.notes[column.heading] = tuple(chain(others, [told]))
        return found, ""

    def read(
        self,
        column: Column,
        text: str,
        reader: Callable[..., Reading[Counted]],
    ) -> Reading[Counted] | None:
        """Read a cell with what the others say of it, ``None`` where that cannot be done."""
        if _ERROR.fullmatch(text.strip()):
            self.refuse("formula-error", column, text)
            return None
        fields, unit = self.fields, self.unit(column)
        reading = reader(text, counted_in=unit, name=self.name, vocabulary=fields.vocabulary)
        self.notes[column.heading] = reading.notes
        if reading.issues:
            self.issues += fields.issues(column, reading)
        if not fields.row.doubtful or reading.value is None:  # as of most
            return reading
        if fields.is_doubtful(column) and (unit is None or is_ratio(unit.unit)):
            self.refuse("number-format-absent", column, text)
            return None
        return reading

    def refuse(self, code: str, column: Column, text: str) -> None:
        """Say of a whole cell why it has no value."""
        self.issues.append(self.fields.refused(code, column, text))

    def unit(self, column: Column) -> Quantity | None:
        """Return one of the unit that the heading gives, else the row."""
        return stated_unit(column.unit, self.fields.vocabulary) if column.unit else self.of_row

    def counted(self, column: Column, value: Counted) -> Counted:
        """Give numbers the statistic that the heading says they are."""
        return with_statistic(value, column.statistic) if column.statistic else value

    def check_unit(self) -> None:
        """Say if the unit of the row is none."""
        for column, text in self.fields.of(Role.UNIT):
            if says(text) and stated_unit(text, self.fields.vocabulary) is None:
                self.refuse("unit-not-understood", column, text)

    def compare_units(self) -> None:
        """Say if the headings of all values count them in another unit than the row does."""
        if self.of_row is None or not self.fields.heads.have_units:
            return  # all of them are of the unit of the row
        if len(self.fields.of(Role.UNIT)) > 1:
            return
        cells = [*self.fields.of(Role.TARGET), *self.fields.of(Role.ACTUAL)]
        of_row = scale_of(self.of_row.unit)
        columns = [column for column, text in cells if says(text)]
        units = [one for each in columns if (one := self.unit(each)) is not None]
        if units and all(scale_of(one.unit) != of_row for one in units):
            self.refuse("unit-differs", columns[0], self.fields.text(Role.UNIT))

    def benchmarks(self) -> list[Benchmark]:
        """Return what other bodies have, each with whose it is and when."""
        cells = self.fields.of(Role.BENCHMARK)
        seen = [(column, self.observation(column, text)) for column, text in cells if says(text)]
        return [
            Benchmark(column.heading, each.quantity, each.placed)
            for column, each in seen
            if each.quantity is not None
        ]

    def targets(self) -> list[model.Target]:
        cells = self.fields.of(Role.TARGET)
        given = [(column, text) for column, text in cells if says(text)]
        unset = _unset(self.name)
        if unset is not None and not given:
            return [model.Target(unset)]
        return [target for cell in given or cells for target in self.target(*cell)]

    def baseline(self) -> Observation | None:
        for column, text in self.fields.of(Role.BASELINE):
            if says(text):
                return self.observation(column, text)
        return None


def read_indicator(fields: Fields, name: str) -> tuple[model.Indicator, list[Issue]]:
    """Read the row of an indicator.

    Args:
        fields: The row.
        name: What to call it where the row gives no name.

    Returns:
        The indicator, and the issues of the row and of its cells.
    """
    reader = _Reader(fields, fields.text(Role.INDICATOR), [*fields.width_issues()])
    column = next(iter(fields.of(Role.INDICATOR)), None)
    own = column[1] if column and column[1].strip() else ""
    if column and not own:
        reader.refuse("indicator-unnamed", column[0], fields.row.text)
    if column and TOTAL.fullmatch(own):
        reader.refuse("row-total", column[0], own)
    reader.check_unit()
    reader.compare_units()
    baseline = reader.baseline()
    remarks = [text for _, text in fields.of(Role.REMARK) if says(text)]
    firmness = firmness_of(remarks, (), fields.vocabulary) if remarks else FIRM
    actuals = (reader.actual(*cell) for cell in fields.of(Role.ACTUAL))
    seen = [firmness.firm(one) for actual in actuals for one in _of_each_time(actual)]
    seen = with_benchmarks(seen, reader.benchmarks())
    targets = reader.targets()
    direction, unclear = direction_of(fields, [target.rule for target in targets])
    printed, unread = printed_of(fields)
    indicator = model.Indicator(
        own or name,
        target=targets,
        baseline=baseline,
        observations=seen,
        given_direction=direction,
        printed=printed,
        derivations=_derivations(fields, seen, targets),
        repeated=_is_repeated(fields),
        source=fields.source(reader.notes),
    )
    return indicator, [*reader.issues, *unclear, *unread]


def _label(period: Period | None) -> str:
    """Return what a period was written with."""
    return "" if period is None else period.label


def _of_each_time(seen: Observation) -> tuple[Observation, ...]:
    """Return the values of a cell that has one for each of several times: 216件(R4) 443件(R5)."""
    parts = seen.parts
    if not parts:  # as most
        return (seen,)
    times = {part.observation.period for part in parts}
    if not 1 < len(times) == len(parts) or not all(map(_is_of_time, parts)):
        return (seen,)
    return tuple(attrs.evolve(part.observation, column=seen.column) for part in parts)


def _is_of_time(part: Part) -> bool:
    """Whether the label of a part says when it is and nothing else."""
    period = part.observation.period
    return period is not None and read_period(part.label).value == period


def _is_repeated(fields: Fields) -> bool:
    """Whether a name, a remark that says nothing else, or a column of its own marks it 再掲."""
    if not (fields.heads.say_again or AGAIN in "".join(fields.cells)):
        return False  # as most
    names = [fields.text(Role.INDICATOR), *(text for _, text in fields.of(Role.SECTION))]
    remarks = (text for _, text in fields.of(Role.REMARK))
    marks = (text for column, text in fields.of(None) if _MARKING.fullmatch(column.heading))
    return (
        any(map(_REPEATED.search, names))
        or any(map(_REPEATED_HERE.fullmatch, remarks))
        or any(map(_IS_SO.fullmatch, marks))
    )


def _derivations(
    fields: Fields, seen: list[Observation], targets: list[model.Target]
) -> tuple[model.Derivation, ...]:
    """Return what the cells say of how the figures came about.

    The parts of a sum make the actual; what a reduction leaves is the target.
    """
    cells = fields.cells
    texts = [cells[at] for at in fields.heads.telling if may_derive(cells[at])]
    if not texts:
        return ()
    actual = next((each.quantity for each in reversed(seen) if each.quantity), None)
    aim = next((figure for each in targets if (figure := _figure(each.rule))), None)
    found = [
        each
        for text in texts
        for figure, kind in ((actual, model.Sum), (aim, model.Reduction))
        for each in read_derivations(text, figure, kinds=[kind], vocabulary=fields.vocabulary)
    ]
    return tuple(dict.fromkeys(found))


def _figure(rule: Rule) -> Quantity | None:
    return rule.level if rule.level is not None and rule.level.is_point else None


def _unset(name: str) -> Rule | None:
    """Return the rule of a name that says that there is no indicator."""
    if not _NOT_SET.match(name):
        return None
    rule = read_target(name).value
    return rule if rule is not None and rule.is_none else None


# -- a figure that other rows of the same plan should yield ----------------------------------------

_NAME: Final = pattern(SHARE_ACHIEVED)
_MISSED: Final = pattern(MISSED)
_ITEM: Final = pattern(r"[\s\n]・")


def with_share(indicator: model.Indicator, categories: Iterable[Category]) -> model.Indicator:
    """Return the indicator, with what its figure should follow from if its name says so.

    The name is that of a category and 「の成果指標達成率」; a note may count and list the
    projects that were not achieved.
    """
    named = _NAME.fullmatch(indicator.name.strip())
    if named is None:
        return indicator
    category = next((each for each in categories if each.title == named[1]), None)
    share = next((each.quantity for each in indicator.observations if each.quantity), None)
    if category is None or share is None or not is_ratio(share.unit):
        return indicator
    missed, titles = _missed(indicator)
    figure = model.ShareAchieved(category.code, share, missed, titles)
    return attrs.evolve(indicator, derivations=(*indicator.derivations, figure))


def _missed(indicator: model.Indicator) -> tuple[int | None, tuple[str, ...]]:
    """Return how many a note says were not achieved, and which it lists."""
    for cell in indicator.source.cells if indicator.source else ():
        found = _MISSED.search(cell.text)
        if found:
            _, *titles = _ITEM.split(cell.text[found.end() :])
            return int(normalize("NFKC", found[1])), tuple(title.strip() for title in titles)
    return None, ()
