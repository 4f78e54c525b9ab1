"""What a rule answers, and what says which way is better."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, final

import attrs

from kpikit._value import Value
from kpikit.language.errors import InvalidRuleError
from kpikit.model.observation import Observation
from kpikit.model.quantity import Quantity
from kpikit.model.verdict import Direction, Flag, Reason, Verdict

if TYPE_CHECKING:
    from kpikit.model.rule import Rule

__all__ = [
    "Held",
    "Judgement",
    "Meets",
    "PartJudgement",
    "Told",
    "all_of",
    "undecided",
    "with_flags",
]

#: How an actual is held against a bound in its unit.
Meets: TypeAlias = Callable[[Quantity, Quantity], Verdict]


class Told(NamedTuple):
    """Which way is better, and what says so.

    >>> Told(Direction.LOWER).flag is None
    True
    """

    #: Which way it is, ``None`` if nothing tells.
    direction: Direction | None = None
    #: What it was told by; ``None`` if by the caller, a column or the target itself.
    flag: Flag | None = None
    #: What disagrees, so that neither counts.
    opposed: tuple[Flag, ...] = ()
    #: Whether the baseline lies on the far side of the target, which tells nothing.
    is_beyond: bool = False


class Held(NamedTuple):
    """What was held against what, in one unit and one sense, and how.

    >>> from kpikit.model.rule import AtLeast
    >>> from kpikit.model.evidence import Evidence
    >>> from kpikit.model.observation import Observation
    >>> seen = Observation(None, Quantity("9", "割"))
    >>> AtLeast(Quantity("80", "%")).judge(Evidence("利用率", seen)).held.actual
    Quantity('90', '%')
    """

    #: All that the actual may stand for.
    actual: Quantity
    #: The number, or the numbers, that it was compared with.
    bound: Quantity
    #: What tells the verdict on such an actual.
    meets: Meets


@final
@attrs.frozen(repr=False)
class PartJudgement(Value):
    """The judgement of one labelled part.

    >>> PartJudgement("男性", Judgement(Verdict.ACHIEVED)).judgement.verdict
    Verdict.ACHIEVED
    """

    #: The label, ``""`` where only the order tells.
    label: str
    #: What became of it.
    judgement: Judgement
    #: The part's actual, or ``None``.
    observation: Observation | None = None


@final
@attrs.frozen(repr=False)
class Judgement(Value):
    """What a rule answers: a verdict, why not if there is none, and what was taken as read.

    >>> Judgement(Verdict.ACHIEVED).flagged(Flag.EARLY)
    Judgement(Verdict.ACHIEVED, flags=(Flag.EARLY,))
    """

    #: The verdict.
    verdict: Verdict
    #: Why it is neither achieved nor not achieved, else ``None``.
    reason: Reason | None = None
    #: What was taken as read.
    flags: tuple[Flag, ...] = ()
    #: The rule as it was resolved: a bare number has become a floor or a ceiling.
    rule: Rule | None = None
    #: What the rule compared with, where it is not in the rule: a baseline, a benchmark.
    reference: Quantity | None = None
    #: The parts of a target or an actual that has several.
    parts: tuple[PartJudgement, ...] = ()
    #: The comparison that answered, ``None`` where none did: its fields, each in a slot of its own,
    #: for a plan has one for every indicator. It follows from all the rest.
    _actual: Quantity | None = attrs.field(default=None, eq=False, repr=False)
    _bound: Quantity | None = attrs.field(default=None, eq=False, repr=False)
    _meets: Meets | None = attrs.field(default=None, eq=False, repr=False)

    @property
    def held(self) -> Held | None:
        """What was held against what, ``None`` where no comparison answered."""
        pair, meets = self.pair, self._meets
        return None if pair is None or meets is None else Held(*pair, meets)

    @property
    def pair(self) -> tuple[Quantity, Quantity] | None:
        """The two numbers of :attr:`held`, in one unit; ``None`` where none were compared."""
        actual, bound = self._actual, self._bound
        return None if actual is None or bound is None else (actual, bound)

    @property
    def level(self) -> Quantity | None:
        """The level that the rule names; see :attr:`kpikit.model.rule.Rule.level`."""
        return self.rule.level if self.rule is not None else None

    def changed_to(self, verdict: Verdict, reason: Reason) -> Judgement:
        """Return the same judgement with another answer."""
        return self._with(verdict, reason, self.flags)

    def flagged(self, *flags: Flag | None) -> Judgement:
        """Return the same judgement with more flags; ``None`` is no flag."""
        told = with_flags(self.flags, flags)
        return self if told is self.flags else self._with(self.verdict, self.reason, told)

    def _with(self, verdict: Verdict, reason: Reason | None, flags: tuple[Flag, ...]) -> Judgement:
        return Judgement(
            verdict,
            reason,
            flags,
            self.rule,
            self.reference,
            self.parts,
            self._actual,
            self._bound,
            self._meets,
        )


@lru_cache(maxsize=4096)
def with_flags(known: tuple[Flag, ...], more: tuple[Flag | None, ...]) -> tuple[Flag, ...]:
    """Return flags with more of them, each once; ``None`` is no flag.

    The same flags are the same tuple: they come again in every row of a table.

    >>> with_flags((Flag.EARLY,), (None, Flag.FORECAST, Flag.EARLY))
    (Flag.EARLY, Flag.FORECAST)
    """
    added = tuple(flag for flag in dict.fromkeys(more) if flag is not None and flag not in known)
    return known + added if added else known


def undecided(reason: Reason, rule: Rule, flags: Iterable[Flag] = ()) -> Judgement:
    """Answer that it cannot be told, and why.

    >>> from kpikit.model.rule import Unset
    >>> undecided(Reason.NO_ACTUAL, Unset("未定")).reason
    Reason.NO_ACTUAL
    """
    return Judgement(Verdict.INDETERMINATE, reason, tuple(flags), rule)


_WORST_FIRST: Final = (
    Verdict.NOT_ACHIEVED,
    Verdict.INDETERMINATE,
    Verdict.ACHIEVED,
    Verdict.NOT_APPLICABLE,
)


def all_of(rule: Rule, parts: Iterable[PartJudgement]) -> Judgement:
    """Answer for parts that must all be met: the worst of them decides.

    Not achieved if any part is, else indeterminate if any part is, with its reason. Parts
    without a target take no part, but where none has one.

    Raises:
        InvalidRuleError: There are no parts.

    >>> from kpikit.model.rule import Unset
    >>> verdicts = [Verdict.ACHIEVED, Verdict.NOT_ACHIEVED, Verdict.INDETERMINATE]
    >>> all_of(Unset("未定"), [PartJudgement("", Judgement(each)) for each in verdicts]).verdict
    Verdict.NOT_ACHIEVED
    """
    parts = tuple(parts)
    judgements = [part.judgement for part in parts]
    flags = tuple(dict.fromkeys(flag for each in judgements for flag in each.flags))
    for verdict in _WORST_FIRST:
        for judgement in judgements:
            if judgement.verdict is verdict:
                return Judgement(verdict, judgement.reason, flags, rule, parts=parts)
    raise InvalidRuleError.told("rule-no-parts")
