"""The table that departments fill in: one row an indicator, with what last year's plan knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, final

import attrs

from kpikit._value import Value, to_tuple
from kpikit.io.headed import Figure, column_of, number_of, says
from kpikit.judging.wording import (
    number_words,
    observation_words,
    period_words,
    quantity_words,
    rule_words,
)
from kpikit.language.headings import DIRECTIONS_OF_FORM, HEADINGS_OF_FORM, SECTIONS_OF_FORM
from kpikit.model.indicator import Indicator
from kpikit.model.observation import Observation
from kpikit.model.period import Period
from kpikit.model.plan import Plan, Section
from kpikit.model.quantity import Quantity
from kpikit.table.headings import Role, folded, read_heading
from kpikit.table.units import read_unit

__all__ = ["Entry", "Template", "template_of"]

_JOINED: Final = "、"


@final
@attrs.frozen(repr=False)
class Entry(Value):
    """The row of an indicator."""

    #: The indicator, or ``None`` for an empty row.
    indicator: Indicator | None = None
    #: The kinds and the names of its sections, the outermost first.
    path: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=to_tuple)
    #: The departments in charge.
    departments: tuple[str, ...] = attrs.field(default=(), converter=to_tuple)


@final
@attrs.define(eq=False, slots=False)
class Template:
    """A table to be filled in."""

    #: What it collects the figures of.
    title: str = ""
    #: The year whose actuals are wanted, ``None`` where each row says its own.
    year: Period | None = None
    entries: tuple[Entry, ...] = attrs.field(default=(), converter=to_tuple)

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """The headings of the sections: by their kinds, where these are known and all differ."""
        usual = SECTIONS_OF_FORM[-len(self.kinds) :] if self.kinds else ()
        named = tuple(map(_heading_of, self.kinds))
        return named if all(named) and len(set(named)) == len(named) else usual

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of the sections of the innermost row."""
        deepest = max((each.path for each in self.entries), key=len, default=_USUAL_PATH)
        return tuple(kind for kind, _ in deepest[-len(SECTIONS_OF_FORM) :])

    @cached_property
    def periods(self) -> tuple[Period | None, ...]:
        """The periods of the targets, where any indicator has several."""
        given = [each.indicator for each in self.entries if each.indicator is not None]
        if all(len(each.targets) <= 1 for each in given):
            return ()
        found = {target.period for each in given for target in each.targets}
        dated = sorted((each for each in found if each), key=lambda each: (each.end, each.start))
        return (*dated, *([None] if None in found else []))

    @cached_property
    def before(self) -> Period | None:
        """The year whose actuals stand beside those that are wanted: the last one before it."""
        given = [each.indicator for each in self.entries if each.indicator is not None]
        seen = [each.period for indicator in given for each in indicator.observations]
        known = [each for each in seen if each and self.year and each.end < self.year.start]
        return max(known, key=lambda each: each.end, default=None)

    @cached_property
    def columns(self) -> tuple[tuple[Role, str, Period | None], ...]:
        """The columns: what each holds, its heading, and the period that its heading has."""
        before = [Role.INDICATOR, Role.UNIT, Role.DIRECTION, Role.BASELINE, Role.BASELINE_YEAR]
        aims = [_column(Role.TARGET, period) for period in self.periods]
        usual = [Role.TARGET, Role.TARGET_YEAR] if not aims else []
        seen = [] if self.year else [Role.ACTUAL_YEAR]
        earlier = [_column(Role.ACTUAL, self.before)] if self.before else []
        return (
            *((Role.SECTION, heading, None) for heading in self.sections),
            *map(_column, [*before, *usual]),
            *aims,
            *earlier,
            _column(Role.ACTUAL, self.year),
            *map(_column, [*seen, Role.REMARK, Role.DEPARTMENT]),
        )

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of its columns."""
        return tuple(heading for _, heading, _ in self.columns)

    def cells(self, entry: Entry) -> tuple[str, ...]:
        """Return the cells of a row; the actual that is wanted is empty."""
        writer = self._writer(entry)
        figures = (each for each in self.columns if each[0] is not Role.SECTION)
        return (
            *_placed(entry.path, self.kinds),
            *(writer.text(role, period) for role, _, period in figures),
        )

    def _writer(self, entry: Entry) -> _Writer:
        return _Writer(entry, self.before, is_dated=bool(self.periods))

    def left(self) -> Iterator[tuple[str, str]]:
        """Yield the name of each indicator that has a figure that no cell can say, and which."""
        for entry in self.entries:
            writer = self._writer(entry)
            for (role, heading, period), text in zip(self.columns, self.cells(entry), strict=True):
                if not text and writer.has(role, period):
                    yield writer.name, heading

    def by_department(self) -> dict[str, Template]:
        """Return a table for each department, ``""`` for the rows that none is in charge of."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for department in entry.departments or ("",):
                found.setdefault(department, []).append(entry)
        return {name: _alike(self, entries) for name, entries in found.items()}


#: The sections of a table that nobody has filled in yet.
_USUAL_PATH: Final = tuple((each, "") for each in SECTIONS_OF_FORM[-2:])


def _heading_of(kind: str) -> str:
    """Return the heading of the sections of a kind, ``""`` where none is known."""
    found = (f"{kind}{end}" for end in ("名", "") if kind)
    return next((each for each in found if read_heading(each).role is Role.SECTION), "")


def _placed(path: Sequence[tuple[str, str]], kinds: Sequence[str]) -> list[str]:
    """Return the names of sections, each in the column of its kind, else from the right."""
    found = dict(path)
    if len(found) == len(path) and found.keys() <= set(kinds) and len(set(kinds)) == len(kinds):
        return [found.get(kind, "") for kind in kinds]
    names = [name for _, name in path]
    beyond = max(0, len(names) - len(kinds))
    kept = [_JOINED.join(names[: beyond + 1]), *names[beyond + 1 :]] if names else []
    return [""] * (len(kinds) - len(kept)) + kept


def _alike(whole: Template, entries: Iterable[Entry]) -> Template:
    """Return a part of a table with the same columns, so that what comes back is merged."""
    part = Template(whole.title, whole.year, entries)
    part.__dict__ |= {
        "kinds": whole.kinds,
        "periods": whole.periods,
        "before": whole.before,
    }
    return part


def template_of(plan: Plan, year: Period | None = None) -> Template:
    """Return the table that collects the actuals of a year for the indicators of a plan.

    >>> from kpikit.model.indicator import Indicator
    >>> plan = Plan("甲", sections=[Section("施策", "1", "窓口", indicators=[Indicator("利用率")])])
    >>> table = template_of(plan)
    >>> dict(zip(table.headings, table.cells(table.entries[0])))["指標名"]
    '利用率'
    """
    entries = [entry for section in plan.sections for entry in _entries(section, (), ())]
    return Template(plan.title, year, entries)


def _column(role: Role, period: Period | None = None) -> tuple[Role, str, Period | None]:
    heading = HEADINGS_OF_FORM[role.value]
    return role, f"{heading}({period_words(period)})" if period else heading, period


def _entries(
    section: Section, path: tuple[tuple[str, str], ...], departments: tuple[str, ...]
) -> Iterator[Entry]:
    """Yield the rows of a section and of those below it, in source order."""
    own = section.departments or departments
    inner = (*path, (section.kind, name)) if (name := _name(section)) else path
    for indicator in section.indicators:
        is_own = folded(section.title) == folded(indicator.name)
        yield Entry(indicator, path if is_own else inner, own)
    for below in section.sections:
        yield from _entries(below, inner, own)


def _name(section: Section) -> str:
    """Return what a section is called in its column; a table is none."""
    if section.kind == "table":
        return ""
    return section.heading or " ".join(filter(None, (section.code, section.title)))


@attrs.frozen
class _Writer:
    """Writes what is known of an indicator into the cells of its row."""

    entry: Entry
    #: The year whose actuals are known.
    before: Period | None
    #: Whether each column of targets is that of a period.
    is_dated: bool = attrs.field(kw_only=True)

    @property
    def name(self) -> str:
        """The name of the indicator, ``""`` of an empty row."""
        return self.entry.indicator.name if self.entry.indicator else ""

    def text(self, role: Role, period: Period | None) -> str:
        """Return the cell of a column."""
        indicator = self.entry.indicator
        if role is Role.DEPARTMENT:
            return _JOINED.join(self.entry.departments)
        if role is Role.INDICATOR:
            return self.name
        if indicator is None or role in (Role.ACTUAL_YEAR, Role.REMARK):
            return ""
        if role is Role.ACTUAL:
            return _actual(indicator, period) if period and period == self.before else ""
        if role is Role.TARGET:
            return _target(indicator, period, is_dated=self.is_dated)
        return _TEXTS[role](indicator, period)

    def has(self, role: Role, period: Period | None) -> bool:
        """Whether the indicator has a figure for a column."""
        indicator = self.entry.indicator
        if indicator is None:
            return False
        if role is Role.BASELINE:
            return _has_start(indicator)
        if role is Role.ACTUAL:
            return period == self.before is not None and bool(_seen(indicator, period))
        aims = [each for each in indicator.targets if not each.rule.is_none]
        dated = [each for each in aims if not self.is_dated or each.period == period]
        return role is Role.TARGET and bool(dated)


def _has_start(indicator: Indicator) -> bool:
    start = indicator.baseline_observation
    return start is not None and start.missing is None


def _unit(indicator: Indicator, _: Period | None = None) -> str:
    """Return the unit as it was published, else the one that all its figures have."""
    published = _published(indicator, Role.UNIT)
    if published:
        return published[0].strip()
    start = indicator.baseline_observation
    figures: list[Figure] = [*indicator.observations, *([start] if start else [])]
    figures += [target.rule for target in indicator.targets]
    numbers = map(number_of, figures)
    units = {_unit_words(each) for each in numbers if each is not None}
    return units.pop() if len(units) == 1 else ""


def _unit_words(number: Quantity) -> str:
    """Return a unit as a cell says it: 人/日."""
    return f"{number.unit}/{number.per}" if number.per else number.unit


def _direction(indicator: Indicator, _: Period | None) -> str:
    if indicator.direction is not None:
        return DIRECTIONS_OF_FORM[indicator.direction.value]
    return indicator.given_direction.text.strip() if indicator.given_direction else ""


def _baseline(indicator: Indicator, _: Period | None) -> str:
    start = indicator.baseline_observation
    if start is None or start.missing is not None:
        return "".join(_published(indicator, Role.BASELINE)[:1])
    return _saying(start, Role.BASELINE, observation_words(start), indicator)


def _seen(indicator: Indicator, period: Period | None) -> list[Observation]:
    """Return the values of a year, the last one first."""
    return [
        each
        for each in reversed(indicator.observations)
        if each.period == period and each.missing is None
    ]


def _actual(indicator: Indicator, period: Period) -> str:
    for seen in _seen(indicator, period)[:1]:
        return _saying(seen, Role.ACTUAL, observation_words(seen), indicator)
    return ""


def _baseline_year(indicator: Indicator, _: Period | None) -> str:
    start = indicator.baseline_observation
    return period_words(start.period) if start and start.period else ""


def _target(indicator: Indicator, period: Period | None, *, is_dated: bool) -> str:
    """Return the target of a period; the only target there is where columns are not dated."""
    own = [each for each in indicator.targets if not is_dated or each.period == period]
    if not own:
        return "" if indicator.targets else "".join(_published(indicator, Role.TARGET)[:1])
    return _saying(own[0].rule, Role.TARGET, rule_words(own[0].rule), indicator)


def _target_year(indicator: Indicator, _: Period | None) -> str:
    period = indicator.targets[0].period if indicator.targets else None
    return period_words(period) if period else ""


def _saying(figure: Figure, role: Role, words: str, indicator: Indicator) -> str:
    """Return the text that is read as a figure, the published one first; ``""`` if none is.

    The unit has a column of its own, and words that begin with a number may do without it.
    """
    one = read_unit(_unit(indicator))
    number = number_of(figure)
    plain = quantity_words(number) if number else ""
    bare = words.replace(plain, number_words(number.value), 1) if number and number.is_point else ""
    unknown = _published(indicator, None)
    for text in (*_published(indicator, role), *unknown, words, bare):
        if text and says(text, figure, unit=one, name=indicator.name):
            return text
    return ""


def _published(indicator: Indicator, role: Role | None) -> list[str]:
    """Return the cells of a role as they were published; ``None``: those of no known one."""
    cells = indicator.source.cells if indicator.source else ()
    return [
        each.text for each in cells if each.text.strip() and column_of(each.heading).role is role
    ]


#: Role → how its cell is written.
_TEXTS: Final[dict[Role, Callable[[Indicator, Period | None], str]]] = {
    Role.UNIT: _unit,
    Role.DIRECTION: _direction,
    Role.BASELINE: _baseline,
    Role.BASELINE_YEAR: _baseline_year,
    Role.TARGET_YEAR: _target_year,
}
