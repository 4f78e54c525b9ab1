"""Rules that name a number: a floor, a ceiling, a band, a value, or a bare number."""

from __future__ import annotations

from abc import abstractmethod
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, final

import attrs

from kpikit import model
from kpikit.language.errors import InvalidRuleError
from kpikit.model.observation import Observation
from kpikit.model.quantity import Change, Quantity
from kpikit.model.rule.base import FIELDS, NumberRule, Rule, a_point, compared, evolved
from kpikit.model.rule.multiple import a_multiple, bound_of, multiple_of
from kpikit.model.rule.phrase import Phrase, of_rank, phrase
from kpikit.model.rule.zone import beyond, point_of
from kpikit.model.unit import is_rank
from kpikit.model.verdict import Direction, Reason, Verdict

if TYPE_CHECKING:
    from kpikit.model.evidence import Evidence
    from kpikit.model.judgement import Judgement, Meets, Told

__all__ = ["AtLeast", "AtMost", "Between", "Exactly", "LevelRule", "Reach"]


class LevelRule(NumberRule):
    """A rule that names a level: its number, or that multiple of what a reference names.

    >>> AtLeast(Quantity("55", "%")).level
    Quantity('55', '%')
    """

    __slots__ = ()

    @property
    def multiple_of(self) -> str:
        """What its number is a multiple of, ``""`` if of nothing."""
        return str(getattr(self, "reference", ""))

    @property
    def level(self) -> Quantity | None:
        """Its number, unless that is a multiple of something."""
        return None if self.multiple_of else self.number

    @property
    def counts_from(self) -> tuple[Quantity | None, str] | None:
        """What its number is a multiple of."""
        return (None, self.multiple_of) if self.multiple_of else None

    def is_capped(self, actual: Quantity) -> bool:  # noqa: ARG002 - it is the same for all
        """Whether an actual larger than *actual* could come to miss it: it always could."""
        return True

    def zone(self, reference: Quantity | None, actual: Quantity, name: str) -> Quantity | None:  # noqa: ARG002 - it is the same for all
        """Return its number, or that multiple of what it was compared with."""
        number = self.number.exact
        if not self.multiple_of:
            return number
        base = point_of(reference)
        return None if base is None else multiple_of(number, base)

    def _said(self, code: str) -> Phrase:
        """Return its words, in which a multiple is told with what it is of."""
        if not self.multiple_of:
            return phrase(code, text=self.number)
        number = phrase("rule-multiple", text=self.number, reference=self.multiple_of)
        return phrase(code, text=number)


@attrs.frozen(repr=False, field_transformer=FIELDS)
class _Bound(LevelRule):
    """A floor or a ceiling."""

    _holder = "bound"
    #: The floor or the ceiling.
    bound: Quantity = attrs.field(validator=a_point)
    #: Whether the bound itself is not enough.
    strict: bool = attrs.field(default=False, kw_only=True)
    #: What the number is a multiple (倍) or a share (%, 割) of: ``前年``; ``""`` if of nothing.
    reference: str = attrs.field(default="", kw_only=True, validator=a_multiple)

    @property
    @abstractmethod
    def way(self) -> Direction:
        """Higher is better, or lower."""

    @property
    def goal(self) -> Quantity | None:
        """The level of the bound."""
        return self.level

    @property
    def level(self) -> Quantity | None:
        """The bound, unless that is a multiple of something."""
        return None if self.reference else self.bound

    @property
    def accepts(self) -> Quantity:
        """All numbers on this side of the bound."""
        return beyond(self.bound, self.way, strict=self.strict)

    def zone(self, reference: Quantity | None, actual: Quantity, name: str) -> Quantity | None:
        """Return the numbers on this side of the bound, itself too."""
        bound = super().zone(reference, actual, name)
        return bound and beyond(bound, self.way)

    def stricter(self) -> Rule:
        """Return the rule that the bound itself does not meet."""
        return type(self)(self.bound, strict=True, reference=self.reference)

    def on_the_way(self, expected: Quantity) -> Rule:
        """Return the same rule for what a line asks for so far, never for more than itself."""
        nearer = min if self.way is Direction.HIGHER else max
        return type(self)(nearer(expected, self.bound.exact, key=_value), reference=self.reference)

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        return _judge_bound(
            self, evidence, actual, model.comparison.reaching(self.way, strict=self.strict)
        )


@final
class AtLeast(_Bound):
    """以上 (*strict*: 超, 上回る): the actual reaches a bound.

    >>> AtLeast(Quantity("50", "種類"), strict=True)
    AtLeast(Quantity('50', '種類'), strict=True)
    >>> import kpikit as kk
    >>> floor = kk.Indicator("公開したデータの種類", target=kk.AtLeast(kk.Quantity("50", "種類")))
    >>> kk.evaluate(floor, kk.read_actual("50種類 (R5)").unwrap()).verdict
    Verdict.ACHIEVED
    >>> kk.evaluate(floor, kk.read_actual("約50種類 (R5)").unwrap()).verdict
    Verdict.INDETERMINATE
    """

    __slots__ = ()

    @property
    def way(self) -> Direction:
        """Higher is better."""
        return Direction.HIGHER

    @property
    def phrase(self) -> Phrase:
        """50種類以上, 50種類超."""
        return self._said("rule-above" if self.strict else "rule-at-least")

    def is_capped(self, actual: Quantity) -> bool:  # noqa: ARG002 - it is the same for all
        """Whether an actual larger than *actual* could come to miss it: it never could."""
        return False


@final
class AtMost(_Bound):
    """以下, 以内 (*strict*: 未満, 下回る): the actual stays below a bound.

    >>> from kpikit.model.evidence import Evidence
    >>> AtMost(Quantity("0.1", "%"), strict=True)
    AtMost(Quantity('0.1', '%'), strict=True)
    >>> before = Observation(None, Quantity("1000", "t"))
    >>> now = Observation(None, Quantity("990", "t"))
    >>> rule = AtMost(Quantity("98", "%"), reference="前年")
    >>> rule.judge(Evidence("ごみ排出量", now, previous=before)).verdict
    Verdict.NOT_ACHIEVED
    """

    __slots__ = ()

    @property
    def way(self) -> Direction:
        """Lower is better."""
        return Direction.LOWER

    @property
    def phrase(self) -> Phrase:
        """0.1%以下, 0.1%未満; 10位以内."""
        return self._said(f"{'rule-below' if self.strict else 'rule-at-most'}{of_rank(self.bound)}")


def _a_band(_instance: object, _attribute: object, value: Quantity) -> None:
    if value.lower is None or value.upper is None or value.is_point:
        raise InvalidRuleError.told("rule-band", value=value)


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
class Between(LevelRule):
    """40%以上60%以下: the actual lies in a band, whose ends belong to it as they say.

    >>> Between(Quantity(lower="40", upper="60", unit="%")).band.lower_closed
    True
    >>> import kpikit as kk
    >>> share = kk.Indicator("男性の割合", target=kk.read_target("40%以上60%以下").unwrap())
    >>> kk.evaluate(share, kk.read_actual("61% (R5)").unwrap()).verdict
    Verdict.NOT_ACHIEVED
    """

    _holder = "band"
    #: The band, bounded on both sides.
    band: Quantity = attrs.field(validator=_a_band)
    #: What the number is a multiple (倍) or a share (%, 割) of: ``前年``; ``""`` if of nothing.
    reference: str = attrs.field(default="", kw_only=True, validator=a_multiple)

    @property
    def accepts(self) -> Quantity:
        """The band."""
        return self.band

    @property
    def phrase(self) -> Phrase:
        """40%以上60%以下."""
        return self._said("rule-between")

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        return _judge_bound(self, evidence, actual, _lies_in)


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
class Exactly(LevelRule):
    """ちょうど, 同数: the actual is one number.

    >>> Exactly(Quantity("27", "館"))
    Exactly(Quantity('27', '館'))
    >>> import kpikit as kk
    >>> halls = kk.Indicator("Wi-Fiのある公民館", target=kk.Exactly(kk.Quantity("27", "館")))
    >>> kk.evaluate(halls, kk.read_actual("28館 (R5)").unwrap()).verdict
    Verdict.NOT_ACHIEVED
    """

    #: The number.
    value: Quantity = attrs.field(validator=a_point)

    @property
    def accepts(self) -> Quantity:
        """The number."""
        return self.value.exact

    @property
    def phrase(self) -> Phrase:
        """ちょうど27館."""
        return self._said("rule-exactly")

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        return _judge_bound(self, evidence, actual, equal)


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
class Reach(LevelRule):
    """A bare number: whether it is a floor or a ceiling is open until it is judged.

    See :func:`kpikit.model.direction.resolve_direction` for the order in which that is told; words
    such as 15%に減少 tell it here.

    >>> Reach(Quantity("12", "種類"))
    Reach(Quantity('12', '種類'))
    >>> import kpikit as kk
    >>> def judged(name):
    ...     indicator = kk.Indicator(name, target=kk.Reach(kk.Quantity("12", "件")))
    ...     return kk.evaluate(indicator, kk.read_actual("10件 (R5)").unwrap())
    >>> judged("交通事故の発生件数").rule, judged("講座の参加者数").rule
    (AtMost(Quantity('12', '件')), AtLeast(Quantity('12', '件')))
    >>> judged("相談件数").reason
    Reason.DIRECTION_UNKNOWN
    """

    #: The number.
    value: Quantity = attrs.field(validator=a_point)
    #: Which way leads to it, where the words say so; the caller's word comes before.
    direction: Direction | None = attrs.field(default=None, kw_only=True)
    #: What the number is a multiple (倍) or a share (%, 割) of: ``前年``; ``""`` if of nothing.
    reference: str = attrs.field(default="", kw_only=True, validator=a_multiple)

    @property
    def goal(self) -> Quantity | None:
        """The level of the number."""
        return self.level

    @property
    def is_undirected(self) -> bool:
        """Evidence tells it: the caller and a column come before its words."""
        return True

    @property
    def phrase(self) -> Phrase:
        """12種類."""
        return self._said("rule-reach")

    def resolved(self, evidence: Evidence) -> Rule:
        """Return the floor or the ceiling that it would be judged as, as far as that is known."""
        if self.reference:
            way = evidence.direction or self.direction
            return self if way is None else _towards(way)(self.value, reference=self.reference)
        probe = attrs.evolve(evidence, observation=Observation(None, self.value))
        return self.judge(probe).rule or self

    def told(self, evidence: Evidence) -> Told | None:
        """Tell which way is better, unless its words or its unit do."""
        has_say = self.direction is not None or self.reference or is_rank(self.value.unit)
        if has_say or self.value.change is not Change.LEVEL:
            return None
        return told_of(self.value, evidence)

    def on_the_way(self, expected: Quantity) -> Rule:
        """Return just what a line asks for so far: which way is better is not known."""
        return Exactly(expected)

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        if self.direction is not None and evidence.direction is None:
            evidence = attrs.evolve(evidence, direction=self.direction)
        if self.reference:
            return self._judge_multiple(evidence, actual)
        told = told_of(self.value, evidence)
        if told.direction is None:
            return _judge_equality(self, self.value, evidence, actual)
        bound = self._floor if told.direction is Direction.HIGHER else self._ceiling
        return bound.judge(evidence).flagged(told.flag)

    @cached_property
    def _floor(self) -> AtLeast:
        """The floor that it may be, the same one whenever it is judged."""
        return AtLeast(self.value)

    @cached_property
    def _ceiling(self) -> AtMost:
        """The ceiling that it may be."""
        return AtMost(self.value)

    def _judge_multiple(self, evidence: Evidence, actual: Quantity) -> Judgement:
        bound = bound_of(self.value, self.reference, evidence, actual)
        if isinstance(bound, Reason):
            return model.judgement.undecided(bound, self)
        # What it is a multiple of is where it starts from.
        evidence = attrs.evolve(evidence, baseline=Observation(None, bound.start))
        told = told_of(bound.number, evidence)
        if told.direction is None:
            rule = self if bound.base is not None else attrs.evolve(self, reference="")
            judgement = _judge_equality(rule, bound.number, evidence, actual)
            return attrs.evolve(judgement, reference=bound.base).flagged(*bound.flags)
        found = _towards(told.direction)(self.value, reference=self.reference)
        return found.judge(evidence).flagged(told.flag)


def _judge_bound(rule: LevelRule, evidence: Evidence, actual: Quantity, meets: Meets) -> Judgement:
    """Judge by the number of a rule, or by that multiple of what its reference names."""
    if not rule.multiple_of:
        return compared(rule, actual, rule.number, evidence.name, meets)
    asked = bound_of(rule.number, rule.multiple_of, evidence, actual)
    if isinstance(asked, Reason):
        return model.judgement.undecided(asked, rule)
    if asked.base is None:
        rule = evolved(rule, reference="")
    return compared(rule, actual, asked.number, evidence.name, meets, asked.base, asked.flags)


def _lies_in(actual: Quantity, band: Quantity) -> Verdict:
    low, high = _ends(band)
    floor = model.comparison.at_least(actual, low, strict=not band.lower_closed)
    return _both(floor, model.comparison.at_most(actual, high, strict=not band.upper_closed))


def one_sided(value: Quantity) -> AtLeast | AtMost | None:
    """Return the floor or ceiling that an interval with one open end is, else ``None``."""
    point = attrs.evolve(
        value,
        lower=value.upper if value.lower is None else value.lower,
        upper=value.lower if value.upper is None else value.upper,
        lower_closed=True,
        upper_closed=True,
    )
    if value.upper is None:
        return AtLeast(point, strict=not value.lower_closed)
    return AtMost(point, strict=not value.upper_closed) if value.lower is None else None


def judge_reach(rule: Rule, value: Quantity, evidence: Evidence, actual: Quantity) -> Judgement:
    """Judge *value* as the floor or ceiling that the evidence shows it to be."""
    told = told_of(value, evidence)
    if told.direction is None:
        return _judge_equality(rule, value, evidence, actual)
    return _towards(told.direction)(value).judge(evidence).flagged(told.flag)


def _towards(direction: Direction) -> type[AtLeast | AtMost]:
    return AtLeast if direction is Direction.HIGHER else AtMost


def told_of(value: Quantity, evidence: Evidence) -> Told:
    """Tell which way is better of a bare number."""
    baseline, target = _comparable(evidence.baseline, value, evidence.name)
    return model.direction.resolve_direction(target, baseline, evidence)


def _comparable(
    baseline: Observation | None, value: Quantity, name: str
) -> tuple[Quantity | None, Quantity]:
    """Return baseline and target in one unit.

    A baseline that cannot be compared tells nothing but that it is negative.
    """
    was = baseline.quantity if baseline is not None else None
    if was is None:
        return None, value
    if model.comparison.are_of_one_kind(was, value):
        return was, value
    pair = model.comparison.align(was, value, name)
    if isinstance(pair, model.comparison.Aligned):
        return pair.actual, pair.bound
    negative = was.lower is None or was.lower < 0
    return attrs.evolve(value, lower=None, margin=None) if negative else None, value


def _judge_equality(rule: Rule, value: Quantity, evidence: Evidence, actual: Quantity) -> Judgement:
    """Judge a number of unknown direction: equal is achieved, anything else is open."""
    judgement = compared(rule, actual, value, evidence.name, equal)
    is_open = judgement.reason is Reason.INTERVAL_STRADDLES
    if is_open or judgement.verdict is Verdict.NOT_ACHIEVED:
        return judgement.changed_to(Verdict.INDETERMINATE, Reason.DIRECTION_UNKNOWN)
    return judgement


def equal(actual: Quantity, bound: Quantity) -> Verdict:
    """Judge whether every number of *actual*, or none, is *bound*."""
    return _both(
        model.comparison.at_least(actual, bound, strict=False),
        model.comparison.at_most(actual, bound, strict=False),
    )


def _both(floor: Verdict, ceiling: Verdict) -> Verdict:
    """Return the three-valued *and* of two verdicts on one interval."""
    for worse in (Verdict.NOT_ACHIEVED, Verdict.INDETERMINATE):
        if worse in (floor, ceiling):
            return worse
    return Verdict.ACHIEVED


def _value(quantity: Quantity) -> Decimal:
    return quantity.value


def _ends(band: Quantity) -> tuple[Quantity, Quantity]:
    low = attrs.evolve(band, upper=band.lower, lower_closed=True, upper_closed=True)
    high = attrs.evolve(band, lower=band.upper, lower_closed=True, upper_closed=True)
    return low, high
