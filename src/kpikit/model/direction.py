"""Which way is better, for a target that does not say so.

In this order: the caller; a column of the table (望ましい方向); a rank (位), where smaller is
better; a target of zero; a baseline below the target, and the nouns of the name; the publisher's
own results, where only one way leads to them. Every step after the first three is flagged with its
source. Where baseline and name disagree, neither counts, nor do results that contradict the name;
and where none of all this tells, the direction stays unknown, unless the caller assumes one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from kpikit.model.judgement import Told
from kpikit.model.naming import is_difference, stated_change
from kpikit.model.quantity import Change, Quantity
from kpikit.model.unit import is_rank
from kpikit.model.verdict import Direction, Flag

if TYPE_CHECKING:
    from kpikit.model.evidence import Evidence
    from kpikit.model.sense import Aim

__all__ = ["known_direction", "resolve_direction", "shared_direction"]


#: What counts only where nothing of the indicator itself tells.
_LAST: Final = frozenset({Flag.DIRECTION_FROM_PRINTED, Flag.DIRECTION_ASSUMED})


def resolve_direction(target: Quantity, baseline: Quantity | None, evidence: Evidence) -> Told:
    """Return which way is better and what says so.

    Args:
        target: The number to reach. That of a change is better the larger it is, but
            for a change that goes the wrong way (5人増 of 死者数).
        baseline: The value at the start, in the unit of *target*, or ``None``.
        evidence: What else is known of the indicator.

    A baseline above the target tells nothing: that may be a cut, or a floor in decline. Neither
    does one below it of what comes unasked, such as calls for an ambulance: that may be foreseen.
    A difference of zero may be come to from either side.

    >>> from kpikit.model.evidence import Evidence
    >>> start, target = Quantity("3", "種類"), Quantity("12", "種類")
    >>> resolve_direction(target, start, Evidence("数", None))[:2]
    (Direction.HIGHER, Flag.DIRECTION_FROM_BASELINE)
    >>> resolve_direction(target, start, Evidence("事故の数", None)).direction is None
    True
    """
    if target.change is not Change.LEVEL:
        known = known_direction(target.unit, evidence)
        return known._replace(direction=_of_change(target.change, known.direction, evidence.name))
    if evidence.direction is not None or is_rank(target.unit):
        return Told(evidence.direction or Direction.LOWER)
    if evidence.told is not None:
        return evidence.told
    is_zero = target.is_point and target.value == 0  # a multiple of an interval is no point
    if is_zero and not (_is_negative(baseline) or is_difference(evidence.name)):
        return Told(Direction.LOWER, Flag.DIRECTION_FROM_ZERO)
    return _by_evidence(target, baseline, evidence)


def known_direction(unit: str, evidence: Evidence) -> Told:
    """Return which way is better as far as it is known without looking at any number.

    >>> from kpikit.model.evidence import Evidence
    >>> known_direction("位", Evidence("順位", None)).direction
    Direction.LOWER
    """
    if evidence.direction is not None or is_rank(unit):
        return Told(evidence.direction or Direction.LOWER)
    named = _by_name(evidence)
    return Told(named, Flag.DIRECTION_FROM_NAME) if named else _last(evidence)


def shared_direction(
    told: Sequence[Told], ways: Iterable[Direction], evidence: Evidence
) -> list[Told]:
    """Return which way is better for each bare number of an indicator's parts: one for all.

    Args:
        told: What the evidence of each part says.
        ways: The ways of the parts that have a bound word: they count where they all agree.
        evidence: That of the whole.

    Of baselines on both sides of their targets none tells.

    >>> from kpikit.model.evidence import Evidence
    >>> above, nothing = Told(Direction.HIGHER, Flag.DIRECTION_FROM_NAME), Told()
    >>> [each.flag for each in shared_direction([above, nothing], [], Evidence("数", None))]
    [Flag.DIRECTION_FROM_NAME, Flag.DIRECTION_FROM_PARTS]
    >>> shared_direction([above, nothing], [Direction.LOWER], Evidence("数", None))[0].direction
    """
    one_sided = not any(each.is_beyond for each in told)
    own = [each for each in told if _counts(each, one_sided=one_sided)]
    found = {each.direction for each in own}
    words = set(ways)
    if len(words) == 1:
        found |= words
    if len(found) == 1:
        shared = Told(found.pop(), Flag.DIRECTION_FROM_PARTS)
        return [each if each in own else shared for each in told]
    said = [flag for each in told for flag in each.opposed]
    if found:
        said += [each.flag for each in own if each.flag] + [Flag.DIRECTION_FROM_PARTS] * bool(words)
    return [_last(evidence)._replace(opposed=tuple(dict.fromkeys(said)))] * len(told)


def _counts(told: Told, *, one_sided: bool) -> bool:
    """Whether what tells the direction of one part tells it of the others too."""
    if told.direction is None or told.flag in _LAST:
        return False
    return one_sided or told.flag is not Flag.DIRECTION_FROM_BASELINE


def _by_name(evidence: Evidence) -> Direction | None:
    from kpikit.model.sense import sense  # a table of words, of which who judges nothing has no use

    return sense(evidence.name, evidence.nouns, evidence.body)


def _aim(evidence: Evidence) -> Aim | None:
    from kpikit.model.sense import aim_of

    return aim_of(evidence.name, evidence.nouns, evidence.body)


def _may_be_foreseen(evidence: Evidence) -> bool:
    """Whether a target above the baseline need not be what is wanted: 出動件数, 医療費の抑制."""
    from kpikit.model.sense import comes_unasked

    return _aim(evidence) is not None or comes_unasked(evidence.name)


def _by_evidence(target: Quantity, baseline: Quantity | None, evidence: Evidence) -> Told:
    """Tell it by the baseline and the name, which must not disagree, else by what comes last.

    A name that says that a rise is to be held agrees with a target above the baseline.
    """
    named, aim = _by_name(evidence), _aim(evidence)
    if aim is not None and aim.is_held:
        return Told(aim.way, Flag.DIRECTION_FROM_NAME)
    if baseline is not None and _is_below(baseline, target):
        if named is None and _may_be_foreseen(evidence):
            return _last(evidence)
        if named is Direction.LOWER:
            opposed = Flag.DIRECTION_FROM_BASELINE, Flag.DIRECTION_FROM_NAME
            return _last(evidence, named)._replace(opposed=opposed)
        told = Told(Direction.HIGHER, Flag.DIRECTION_FROM_BASELINE)
        return told if named else _unless_contradicted(told, evidence)
    is_beyond = baseline is not None and _is_below(target, baseline)
    if named is None and aim is not None and is_beyond:
        named = aim.way
    told = Told(named, Flag.DIRECTION_FROM_NAME) if named else _last(evidence)
    return _unless_contradicted(told, evidence)._replace(is_beyond=is_beyond)


def _unless_contradicted(told: Told, evidence: Evidence) -> Told:
    """Return what one witness tells, unless the publisher's own results are come to the other way.

    Then neither counts.
    """
    if told.flag is None or evidence.printed in (None, told.direction):
        return told
    opposed = told.flag, Flag.DIRECTION_FROM_PRINTED
    return _last(evidence, told.direction)._replace(opposed=opposed)


def _last(evidence: Evidence, named: Direction | None = None) -> Told:
    """Tell it by the publisher's own results, else by what the caller assumes.

    No result overrules what the name says.
    """
    if evidence.printed is not None and named in (None, evidence.printed):
        return Told(evidence.printed, Flag.DIRECTION_FROM_PRINTED)
    return Told(evidence.assumed, Flag.DIRECTION_ASSUMED) if evidence.assumed else Told()


def _of_change(change: Change, direction: Direction | None, name: str) -> Direction:
    """Return which way the size of a change is better, by which way its level is.

    Of an indicator that is itself the change (削減率), more of it is better.
    """
    if direction is Direction.HIGHER and stated_change(name) is change:
        return direction
    wrong_way = Direction.LOWER if change is Change.INCREASE else Direction.HIGHER
    return Direction.LOWER if direction is wrong_way else Direction.HIGHER


def _is_below(one: Quantity, other: Quantity) -> bool:
    """Whether all numbers of one quantity lie below those of another."""
    end, start = one.upper, other.lower
    if end is None or start is None:
        return False
    return end < start or (end == start and not (one.upper_closed and other.lower_closed))


def _is_negative(baseline: Quantity | None) -> bool:
    return baseline is not None and (baseline.lower is None or baseline.lower < 0)
