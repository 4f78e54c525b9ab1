"""An indicator: what is measured, from where, and what is to be met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias, final

import attrs

from kpikit._value import Value, several, unchecked
from kpikit.language.errors import InvalidIndicatorError
from kpikit.language.issue import Location, Note
from kpikit.model._fields import typed
from kpikit.model._given import check
from kpikit.model.evidence import Evidence
from kpikit.model.observation import Observation
from kpikit.model.period import Period
from kpikit.model.printed import GivenDirection, Printed
from kpikit.model.quantity import Quantity
from kpikit.model.rule import Rule
from kpikit.model.rule.base import sharing
from kpikit.model.verdict import Direction

__all__ = [
    "Cell",
    "Derivation",
    "Indicator",
    "Reduction",
    "ShareAchieved",
    "Source",
    "Sum",
    "Target",
    "sharing_of",
    "targets_of",
]


_FIELDS: Final = typed(InvalidIndicatorError)
#: What a target may be given as; the readers make it of text.
_TARGET: Final = "Rule | Target (kpikit.read_target(…).value)"


@final
@attrs.frozen(repr=False, field_transformer=_FIELDS)
class Target(Value):
    """A rule and the period by the end of which it is to be met.

    >>> from kpikit.model.period import FiscalYear
    >>> from kpikit.model.rule import AtLeast
    >>> Target(AtLeast(Quantity("55", "%")), FiscalYear(2027)).period
    FiscalYear(2027)
    """

    #: What is to be met.
    rule: Rule
    #: By the end of when, or ``None`` where the plan does not say.
    period: Period | None = None
    #: What the table says instead, of which no period could be read: ``31年度`` without its era;
    #: ``""`` where it says nothing. Such a target is not taken as due.
    unread: str = ""


def targets_of(rule: Rule, period: Period | None = None, *, unread: str = "") -> tuple[Target, ...]:
    """Return a rule as targets: several where its parts are for several periods.

    Args:
        rule: What is to be met.
        period: By the end of when, where a part says nothing else.
        unread: What is said of that, where no period could be read of it.

    >>> from kpikit.model.period import FiscalYear
    >>> from kpikit.model.rule import AllOf, AtLeast, RulePart
    >>> steps = {2025: AtLeast(Quantity("12", "か所")), 2029: AtLeast(Quantity("20", "か所"))}
    >>> rule = AllOf([RulePart("", each, period=FiscalYear(year)) for year, each in steps.items()])
    >>> [str(target.period) for target in targets_of(rule)]
    ['FY2025', 'FY2029']
    """
    return tuple(
        [
            Target(each, own or period, "" if own or period else unread)
            for own, each in rule.by_period
        ]
    )


def sharing_of(targets: Sequence[Target], one: Target, evidence: Evidence) -> Evidence:
    """Return the evidence for one of several targets: their bare numbers share a direction.

    >>> from kpikit.model.rule import AtLeast
    >>> one = Target(AtLeast(Quantity("55", "%")))
    >>> evidence = Evidence("利用率", None)
    >>> sharing_of([one], one, evidence) is evidence
    True
    """
    if len(targets) <= 1:
        return evidence
    rules = [each.rule for each in targets]
    shared = sharing(rules, [evidence] * len(targets), are_steps=True)
    return next(own for each, own in zip(targets, shared, strict=True) if each is one)


@final
@attrs.frozen(repr=False, field_transformer=_FIELDS)
class Sum(Value):
    """内訳: a figure and the parts that it is the sum of.

    >>> parts = [("男性", Quantity("3", "人")), ("女性", Quantity("4", "人"))]
    >>> Sum(parts, Quantity("7", "人")).total
    Quantity('7', '人')
    """

    #: The parts, each with its label.
    parts: tuple[tuple[str, Quantity], ...] = attrs.field(converter=several)
    #: The figure that they should add up to.
    total: Quantity


@final
@attrs.frozen(repr=False, field_transformer=_FIELDS)
class Reduction(Value):
    """140件の10%減: a figure that should be a base less a rate of it.

    >>> Reduction(Quantity("140", "件"), Quantity("10", "%"), Quantity("126", "件")).result
    Quantity('126', '件')
    """

    #: What is reduced.
    base: Quantity
    #: By which share of it.
    rate: Quantity
    #: What should be left.
    result: Quantity


@final
@attrs.frozen(repr=False, field_transformer=_FIELDS)
class ShareAchieved(Value):
    """重点事業の成果指標達成率: a figure that other rows of the same plan should yield.

    >>> ShareAchieved("A", Quantity("80", "%"), missed=4).share
    Quantity('80', '%')
    """

    #: The category of the projects that count.
    category: str
    #: The published share.
    share: Quantity
    #: How many the note says were not achieved, or ``None``.
    missed: int | None = None
    #: The projects that the note lists as not achieved.
    titles: tuple[str, ...] = attrs.field(default=(), converter=several)


#: How a published figure should follow from others; what the audit checks.
Derivation: TypeAlias = Sum | Reduction | ShareAchieved


@final
@attrs.frozen(repr=False, field_transformer=_FIELDS)
class Cell(Value):
    """A cell as it was published.

    >>> Cell("実績値", "→ 48.2% (R5)").text
    '→ 48.2% (R5)'
    """

    #: The heading of its column.
    heading: str
    #: Its text, word for word.
    text: str
    #: What was noted when it was read.
    notes: tuple[Note, ...] = attrs.field(default=(), converter=several)


#: A cell out of what a reader has read.
_READ: Final = unchecked(Cell)


class _OfRow(Value):
    """What makes its cells when they are first asked for: of most rows nobody does."""

    __slots__ = ("_headings", "_notes", "_texts")

    if TYPE_CHECKING:
        #: The headings of its cells.
        _headings: Sequence[str]
        #: What stands in them.
        _texts: Sequence[str]
        #: What was noted of each.
        _notes: Sequence[tuple[Note, ...]]
    else:

        def __getattr__(self, name: str) -> tuple[Cell, ...]:
            """Make the cells, which are not there yet."""
            if name != "cells":
                raise AttributeError(name, name=name, obj=self)
            cells = tuple(map(_READ, self._headings, self._texts, self._notes))
            object.__setattr__(self, name, cells)
            return cells


@final
@attrs.frozen(repr=False, field_transformer=_FIELDS)
class Source(_OfRow):
    """Where an indicator was published, and its cells word for word.

    >>> cells = [Cell("目標値", "55%以上"), Cell("実績値", "48.2%")]
    >>> Source(Location("plan.csv", 2), cells).text("目標値")
    '55%以上'
    """

    #: The file and line.
    location: Location
    #: The cells of its row, in the order of the columns.
    cells: tuple[Cell, ...] = attrs.field(default=(), converter=several)

    @classmethod
    def of_row(
        cls,
        location: Location,
        headings: Sequence[str],
        texts: Sequence[str],
        notes: Sequence[tuple[Note, ...]],
    ) -> Source:
        """Return the source of a row, whose cells are not made before they are asked for.

        Args:
            location: The file and line.
            headings: The headings of its columns.
            texts: Its texts, one below each heading.
            notes: What was noted when each was read.

        >>> Source.of_row(Location("plan.csv", 2), ["目標値"], ["55%以上"], [()]).cells
        (Cell('目標値', '55%以上'),)
        """
        made = cls.__new__(cls)
        object.__setattr__(made, "location", location)
        object.__setattr__(made, "_headings", headings)
        object.__setattr__(made, "_texts", texts)
        object.__setattr__(made, "_notes", notes)
        return made

    def told(self) -> Iterator[tuple[str, str, tuple[Note, ...]]]:
        """Return the heading, the text and the notes of each cell, for what needs no cells.

        >>> [*Source(Location("plan.csv", 2), [Cell("目標値", "55%以上")]).told()]
        [('目標値', '55%以上', ())]
        """
        headings = getattr(self, "_headings", None)
        if headings is not None:
            return zip(headings, self._texts, self._notes, strict=True)
        return ((cell.heading, cell.text, cell.notes) for cell in self.cells)

    def text(self, heading: str) -> str:
        """Return the text below *heading*, ``""`` if there is no such column."""
        return next((cell.text for cell in self.cells if cell.heading == heading), "")


def _targets(given: Rule | Target | Iterable[Target | Rule] | None) -> tuple[Target, ...]:
    if given is None:
        return ()
    several = [*given] if isinstance(given, Iterable) else [given]
    targets = [each if isinstance(each, Target) else _target(each, given) for each in several]
    return tuple([part for each in targets for part in _by_period(each)])


def _target(rule: Rule, given: object) -> Target:
    """Return a rule as a target; refuse what is none, a text among them as a whole."""
    shown = given if isinstance(given, str) else rule
    check(InvalidIndicatorError, "Indicator.target", shown, _TARGET, Rule)
    return Target(rule)


def _by_period(target: Target) -> tuple[Target, ...]:
    """Return a target as several where its parts are for several periods; else, itself."""
    (own, _), *others = target.rule.by_period
    is_one = own is None and not others and not (target.period and target.unread)
    return (target,) if is_one else targets_of(target.rule, target.period, unread=target.unread)


def _named(_instance: object, _attribute: object, value: str) -> None:
    if not value.strip():
        raise InvalidIndicatorError.told("indicator-needs-name")


@final
@attrs.frozen(repr=False, field_transformer=_FIELDS)
class Indicator(Value):
    """What is measured, with its targets and what was observed.

    Raises:
        InvalidIndicatorError: The name is empty, or something is of another type.

    >>> from kpikit.model.rule import AtLeast
    >>> Indicator("利用率", target=AtLeast(Quantity("55", "%"))).targets
    (Target(AtLeast(Quantity('55', '%'))),)
    """

    #: Its name, as published.
    name: str = attrs.field(validator=_named)
    #: What is to be met: a rule, or a target for each of several periods.
    targets: tuple[Target, ...] = attrs.field(
        default=(), converter=_targets, alias="target", kw_only=True
    )
    #: The value at the start.
    baseline: Quantity | Observation | None = attrs.field(default=None, kw_only=True)
    #: What was observed, in the order of the columns.
    observations: tuple[Observation, ...] = attrs.field(default=(), converter=several, kw_only=True)
    #: Which way is better, where the caller knows.
    direction: Direction | None = attrs.field(default=None, kw_only=True)
    #: Which way is better as a column of the table says it; the caller's word comes before.
    given_direction: GivenDirection | None = attrs.field(default=None, kw_only=True)
    #: What the publisher prints beside them: rates, results, changes, in the order of the columns.
    printed: tuple[Printed, ...] = attrs.field(default=(), converter=several, kw_only=True)
    #: How its figures should follow from others.
    derivations: tuple[Derivation, ...] = attrs.field(default=(), converter=several, kw_only=True)
    #: Whether it is marked 再掲: shown here again, counted elsewhere.
    repeated: bool = attrs.field(default=False, kw_only=True)
    #: Where it was published.
    source: Source | None = attrs.field(default=None, kw_only=True)

    @property
    def baseline_observation(self) -> Observation | None:
        """The value at the start as an observation, whose period may be unknown."""
        if isinstance(self.baseline, Quantity):
            return Observation(None, self.baseline)
        return self.baseline
