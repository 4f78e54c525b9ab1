"""Two editions of a plan side by side: what came, went, was renamed, moved or judged anew.

Indicators are matched before they are compared: by section and name, then by a name that is
the only one of its kind in both editions, then, within a section, by names that are much alike.
Where several indicators share a name, the name alone never matches them. What is matched by
likeness is *taken as renamed* and said to be so; what cannot be told apart is said to be
unmatched, which is neither added nor dropped.

A target is loosened if every actual that met the old one meets the new one, and more do; it is
tightened the other way round. Where that cannot be told, or the date moved as well, it has
*changed*.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from difflib import SequenceMatcher
from enum import unique
from itertools import product, zip_longest
from typing import Final, TypeAlias, final
from unicodedata import normalize

import attrs

from kpikit._value import Code, Value, to_tuple
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.judge import evaluate
from kpikit.judging.result import PlanEvaluation, SectionEvaluation
from kpikit.judging.wording import observation_words, period_words, rule_words
from kpikit.language.headings import INDICATOR
from kpikit.language.messages import Language, say
from kpikit.language.pattern import pattern
from kpikit.language.years import DATED
from kpikit.model._given import check_given
from kpikit.model.comparison import at_least, at_most
from kpikit.model.indicator import Target
from kpikit.model.observation import Observation
from kpikit.model.period import Period
from kpikit.model.plan import Plan, Section
from kpikit.model.quantity import Quantity
from kpikit.model.rule import Rule
from kpikit.model.unit import scale_of
from kpikit.model.verdict import Verdict

__all__ = ["Comparison", "Difference", "Entry", "Kind", "Match", "compare"]


@unique
class Kind(Code):
    """What is different between two editions.

    >>> import kpikit as kk
    >>> usage = kk.Indicator("利用率", target=kk.AtLeast(kk.Quantity("55", "%")))
    >>> old = kk.Plan("計画", sections=[kk.Section("施策", "1", "窓口", indicators=[usage])])
    >>> [each.kind for each in compare(old, kk.Plan("計画")).differences]
    [Kind.DROPPED]
    """

    #: The new edition has an indicator that the old one has not.
    ADDED = "added"
    #: The old edition has an indicator that the new one has not.
    DROPPED = "dropped"
    #: Several indicators share its name, and which is which cannot be told.
    UNMATCHED = "unmatched"
    #: It is taken as the same, under another name.
    RENAMED = "renamed"
    #: It stands in another section.
    MOVED = "moved"
    #: The target is easier to meet than it was.
    TARGET_LOOSENED = "target-loosened"
    #: The target is harder to meet than it was.
    TARGET_TIGHTENED = "target-tightened"
    #: The target is another one, and whether it is easier cannot be told.
    TARGET_CHANGED = "target-changed"
    #: The target is the same, for another time.
    TARGET_REDATED = "target-redated"
    #: The value at the start is another one.
    BASELINE_CHANGED = "baseline-changed"
    #: The verdict is another one.
    VERDICT_CHANGED = "verdict-changed"

    @property
    def mirrored(self) -> Kind:
        """What it is when the editions change places.

        >>> Kind.TARGET_LOOSENED.mirrored
        Kind.TARGET_TIGHTENED
        """
        return _MIRRORED.get(self, self)


_MIRRORED: Final = {
    Kind.ADDED: Kind.DROPPED,
    Kind.DROPPED: Kind.ADDED,
    Kind.TARGET_LOOSENED: Kind.TARGET_TIGHTENED,
    Kind.TARGET_TIGHTENED: Kind.TARGET_LOOSENED,
}


@final
@attrs.frozen(repr=False)
class Entry(Value):
    """One indicator of an edition, and where it stands.

    >>> import kpikit as kk
    >>> section = kk.Section("施策", "1-2", "窓口の改善")
    >>> Entry([section], 1, kk.evaluate(kk.Indicator("利用率"))).where
    '施策 1-2 窓口の改善'
    """

    #: The sections above it, the topmost first.
    sections: tuple[Section, ...] = attrs.field(converter=to_tuple)
    #: Which of the indicators of its section it is, counted from 1.
    position: int
    #: Its evaluation, which has the indicator.
    evaluation: Evaluation

    @property
    def name(self) -> str:
        """The indicator's name, as published."""
        return self.evaluation.indicator.name

    @property
    def where(self) -> str:
        """The section, by its code and title."""
        nearest = [each for each in self.sections if each.kind != INDICATOR] or self.sections
        return _section_words(nearest[-1])


@final
@attrs.frozen(repr=False)
class Match(Value):
    """An indicator of the old edition and the one of the new edition that it is taken for.

    >>> import kpikit as kk
    >>> section = kk.Section("施策", "1", "窓口")
    >>> old, new = (
    ...     Entry([section], 1, kk.evaluate(kk.Indicator(name))) for name in ("利用率", "利用 率")
    ... )
    >>> Match(old, new).new.name
    '利用 率'
    """

    #: In the old edition.
    old: Entry
    #: In the new edition.
    new: Entry


@final
@attrs.frozen(repr=False)
class Difference(Value):
    """One thing that is different between two editions.

    >>> import kpikit as kk
    >>> entry = Entry([kk.Section("施策", "1", "窓口")], 1, kk.evaluate(kk.Indicator("利用率")))
    >>> Difference(Kind.DROPPED, entry, None).old.name
    '利用率'
    """

    #: What.
    kind: Kind
    #: The indicator in the old edition, ``None`` if it has none.
    old: Entry | None
    #: The indicator in the new edition, ``None`` if it has none.
    new: Entry | None
    #: The targets in question, where it is about targets: the old one and the new one.
    targets: tuple[Target | None, Target | None] = (None, None)

    def explain(self, lang: Language = "ja") -> str:
        """Say it in one sentence."""
        entry = self.new or self.old
        old, new = _sides(self, lang)
        name, where = (entry.name, entry.where) if entry else ("", "")
        return say(f"edition-{self.kind.value}", lang, name=name, where=where, old=old, new=new)


@final
@attrs.frozen(repr=False)
class Comparison(Value):
    """Two editions of a plan side by side.

    >>> plan = evaluate(Plan("計画"))
    >>> Comparison(plan, plan, (), ()).explain()
    ''
    """

    #: The old edition, evaluated.
    old: PlanEvaluation
    #: The new edition, evaluated.
    new: PlanEvaluation
    #: What was taken for the same, in the order of the new edition.
    matches: tuple[Match, ...] = attrs.field(converter=to_tuple)
    #: What is different: by indicator in the order of the new edition, then what was dropped.
    differences: tuple[Difference, ...] = attrs.field(converter=to_tuple)

    def of(self, *kinds: Kind) -> tuple[Difference, ...]:
        """Return the differences of some kinds."""
        return tuple(each for each in self.differences if each.kind in kinds)

    def explain(self, lang: Language = "ja") -> str:
        """Say every difference, one a line; ``""`` if there is none."""
        return "\n".join(each.explain(lang) for each in self.differences)


def compare(old: Plan | PlanEvaluation, new: Plan | PlanEvaluation) -> Comparison:
    """Compare two editions of a plan.

    What is not evaluated yet is so as :func:`kpikit.evaluate` does it by default: at the end of
    its own latest column.

    Args:
        old: The edition before, such as that of R4.
        new: The edition after, such as that of R5.

    >>> import kpikit as kk
    >>> def edition(target):
    ...     usage = kk.Indicator("利用率", target=kk.AtLeast(kk.Quantity(target, "%")))
    ...     return kk.Plan("計画", sections=[kk.Section("施策", "1", "窓口", indicators=[usage])])
    >>> print(compare(edition("55"), edition("50")).explain("en"))
    The target of 「利用率」 (施策 1 窓口) was loosened: at least 55% → at least 50%.
    """
    for name, each in (("compare(old)", old), ("compare(new)", new)):
        check_given(name, each, "Plan | PlanEvaluation", Plan, PlanEvaluation)
    before, after = (
        each if isinstance(each, PlanEvaluation) else evaluate(each) for each in (old, new)
    )
    one_table = _is_one_table(before.plan) and _is_one_table(after.plan)
    pairing = _Pairing(tuple(_entries(before)), tuple(_entries(after)), one_table)
    for step in (_by_place, _by_name, _by_likeness):
        step(pairing)
    by_new = {there: here for here, there in pairing.pairs.items()}
    matches = [Match(pairing.old[by_new[there]], pairing.new[there]) for there in sorted(by_new)]
    return Comparison(before, after, matches, _differences(pairing, by_new))


# -- matching ------------------------------------------------------------------------------------

#: How alike two names must be, from 0 to 1, to be taken for one that was changed.
_ALIKE: Final = 0.6

#: The kind of section that says where an indicator is printed, not what it belongs to.
_TABLE: Final = "table"
#: A year, and the month of it, as the titles of tables have them: 令和5年度, R5.3, 2023年6月.
_YEAR: Final = pattern(DATED)


@attrs.define
class _Pairing:
    """The indicators of both editions, and which belong together, by their indexes."""

    old: tuple[Entry, ...]
    new: tuple[Entry, ...]
    #: Whether each edition is one table, which is then the same whatever its title.
    one_table: bool
    pairs: dict[int, int] = attrs.Factory(dict[int, int])

    def place(self, entry: Entry) -> tuple[tuple[str, str], ...]:
        """Return what tells a section from others: its code, or its title, and those above it."""
        sections = entry.sections[1:] if self.one_table else entry.sections
        return tuple(
            (each.kind, each.code or _lasting(each)) for each in sections if each.kind != INDICATOR
        )

    @property
    def open_old(self) -> list[int]:
        return [here for here in range(len(self.old)) if here not in self.pairs]

    @property
    def open_new(self) -> list[int]:
        taken = set(self.pairs.values())
        return [there for there in range(len(self.new)) if there not in taken]


def _entries(result: PlanEvaluation) -> Iterator[Entry]:
    """Yield every indicator of an edition, in source order."""

    def walk(section: SectionEvaluation, above: tuple[Section, ...]) -> Iterator[Entry]:
        sections = (*above, section.section)
        for position, evaluation in enumerate(section.evaluations, 1):
            yield Entry(sections, position, evaluation)
        for each in section.sections:
            yield from walk(each, sections)

    for section in result.sections:
        yield from walk(section, ())


def _is_one_table(plan: Plan) -> bool:
    return [section.kind for section in plan.sections] == [_TABLE]


def folded(text: str) -> str:
    """Return a name without what is only typography."""
    return "".join(normalize("NFKC", text).split())


def _lasting(section: Section) -> str:
    """Return a title without what changes from one edition to the next: the years of a table."""
    title = folded(section.title)
    return _YEAR.sub("", title) if section.kind == _TABLE else title


def _name(entry: Entry) -> str:
    return folded(entry.name)


_Group: TypeAlias = tuple[list[int], list[int]]


def _grouped(
    pairing: _Pairing,
    here: Iterable[int],
    there: Iterable[int],
    key: Callable[[Entry], Hashable],
) -> Iterable[_Group]:
    """Return which of the indicators in question share a key: in the old edition, in the new."""
    groups: dict[Hashable, _Group] = {}
    for index in here:
        groups.setdefault(key(pairing.old[index]), ([], []))[0].append(index)
    for index in there:
        groups.setdefault(key(pairing.new[index]), ([], []))[1].append(index)
    return groups.values()


def _by_place(pairing: _Pairing) -> None:
    """Match what has the same name in the same section, as often in both editions."""

    def named(entry: Entry) -> Hashable:
        return pairing.place(entry), _name(entry)

    for here, there in _grouped(pairing, pairing.open_old, pairing.open_new, named):
        if len(here) == len(there):
            pairing.pairs.update(_in_order(pairing, here, there))


def _in_order(pairing: _Pairing, here: list[int], there: list[int]) -> Iterator[tuple[int, int]]:
    """Match those of one name: first what has the same target and baseline, then by place."""
    groups = _grouped(pairing, here, there, _promise)
    same = dict(pair for group in groups for pair in zip(*group, strict=False))
    yield from same.items()
    rest = [index for index in there if index not in same.values()]
    for one, other in zip([index for index in here if index not in same], rest, strict=True):
        if _may_be_one(pairing.old[one], pairing.new[other]):
            yield one, other


def _promise(entry: Entry) -> Hashable:
    indicator = entry.evaluation.indicator
    return indicator.targets, indicator.baseline_observation


def _by_name(pairing: _Pairing) -> None:
    """Match what has a name that occurs once in each edition: it has moved."""
    everything = range(len(pairing.old)), range(len(pairing.new))
    for here, there in _grouped(pairing, *everything, _name):
        if len(here) == len(there) == 1 and here[0] not in pairing.pairs:
            pairing.pairs[here[0]] = there[0]


def _by_likeness(pairing: _Pairing) -> None:
    """Match, within a section, what is like only one other: it is taken as renamed."""
    namesakes = _namesakes(pairing)
    candidates = [
        (here, there)
        for group in _grouped(pairing, pairing.open_old, pairing.open_new, pairing.place)
        for here, there in product(*group)
        if namesakes.isdisjoint((_name(pairing.old[here]), _name(pairing.new[there])))
        and _is_like(pairing.old[here], pairing.new[there])
    ]
    rivals_of_old = Counter(here for here, _ in candidates)
    rivals_of_new = Counter(there for _, there in candidates)
    for here, there in candidates:
        if rivals_of_old[here] == rivals_of_new[there] == 1:
            pairing.pairs[here] = there


def _namesakes(pairing: _Pairing) -> set[str]:
    """Return the names that both editions have, of indicators that could not be matched."""
    old = {_name(pairing.old[index]) for index in pairing.open_old}
    return old & {_name(pairing.new[index]) for index in pairing.open_new}


def _is_like(old: Entry, new: Entry) -> bool:
    """Whether one may be the other renamed: by its name, or by its position and baseline.

    A new name does not change the value at the start: 転入者数 is not 転出者数.
    """
    if not _may_be_one(old, new):
        return False
    baselines = _baseline(old), _baseline(new)
    if None not in baselines:
        if not _is_same_value(*baselines):
            return False
        if old.position == new.position:
            return True
    return is_alike(*sorted((_name(old), _name(new))), at_least=_ALIKE)


def is_alike(one: str, other: str, *, at_least: float) -> bool:
    """Whether two names are as much alike, from 0 to 1, and not told apart by a number."""
    digits = [[letter for letter in name if letter.isdigit()] for name in (one, other)]
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return ratio >= at_least and digits[0] == digits[1]


def _may_be_one(old: Entry, new: Entry) -> bool:
    """Whether nothing speaks against it: their units, where both have one, are of one dimension."""
    one, other = _dimension(old), _dimension(new)
    return one is None or other is None or one == other


def _dimension(entry: Entry) -> str | None:
    """Return the base unit that an indicator is given in, ``None`` if it has no number."""
    indicator = entry.evaluation.indicator
    seen = [indicator.baseline_observation, *indicator.observations]
    bounds = [each.rule.accepts for each in indicator.targets if not each.rule.is_multiple]
    numbers = [*bounds, *(each.quantity for each in seen if each)]
    return next((scale_of(each.unit).base for each in numbers if each), None)


# -- differences ---------------------------------------------------------------------------------


def _differences(pairing: _Pairing, by_new: dict[int, int]) -> Iterator[Difference]:
    namesakes = _namesakes(pairing)
    for there, new in enumerate(pairing.new):
        if there in by_new:
            yield from _between(pairing, pairing.old[by_new[there]], new)
        else:
            kind = Kind.UNMATCHED if _name(new) in namesakes else Kind.ADDED
            yield Difference(kind, None, new)
    for here in pairing.open_old:
        old = pairing.old[here]
        kind = Kind.UNMATCHED if _name(old) in namesakes else Kind.DROPPED
        yield Difference(kind, old, None)


def _between(pairing: _Pairing, old: Entry, new: Entry) -> Iterator[Difference]:
    """Yield what is different between an indicator and what it was."""
    if _name(old) != _name(new):
        yield Difference(Kind.RENAMED, old, new)
    if pairing.place(old) != pairing.place(new):
        yield Difference(Kind.MOVED, old, new)
    for before, after in _paired_targets(_targets(old), _targets(new)):
        kind = _target_kind(before, after)
        if kind is not None:
            yield Difference(kind, old, new, (before, after))
    if not _is_same_value(_baseline(old), _baseline(new)):
        yield Difference(Kind.BASELINE_CHANGED, old, new)
    if old.evaluation.verdict is not new.evaluation.verdict:
        yield Difference(Kind.VERDICT_CHANGED, old, new)


def _targets(entry: Entry) -> list[Target]:
    """Return the targets, a bare number as the floor or the ceiling that it is judged as."""
    evidence = entry.evaluation.evidence
    return [
        attrs.evolve(target, rule=target.rule.resolved(evidence))
        for target in entry.evaluation.indicator.targets
    ]


_TargetPair: TypeAlias = tuple[Target | None, Target | None]


def _paired_targets(old: list[Target], new: list[Target]) -> Iterator[_TargetPair]:
    """Yield the targets that belong together: those for the same time, or the only ones."""
    if len(old) == len(new) == 1:
        yield old[0], new[0]
        return
    for period in dict.fromkeys(each.period for each in (*new, *old)):
        yield from zip_longest(
            [each for each in old if each.period == period],
            [each for each in new if each.period == period],
        )


def _target_kind(old: Target | None, new: Target | None) -> Kind | None:
    """Return what became of a target, ``None`` if nothing did."""
    if old is None or new is None:
        return Kind.TARGET_CHANGED
    shift = _shift(old, new)
    change = _change(old.rule, new.rule)
    if change is None:
        return None if old.period == new.period else Kind.TARGET_REDATED
    if (change, shift) in _CLEAR:
        return change
    return Kind.TARGET_CHANGED


#: Changes of a target and of its date (1 is later) that do not speak against each other.
_CLEAR: Final = frozenset(
    {
        (Kind.TARGET_LOOSENED, 0),
        (Kind.TARGET_LOOSENED, 1),
        (Kind.TARGET_TIGHTENED, 0),
        (Kind.TARGET_TIGHTENED, -1),
    }
)


def _shift(old: Target, new: Target) -> int | None:
    """Return 1 if the new date is later, -1 if earlier, 0 if neither, ``None`` if unknown."""
    if old.period is None or new.period is None:
        return 0 if old.period is new.period else None
    one, other = old.period.end, new.period.end
    return (other > one) - (other < one)


def _change(old: Rule, new: Rule) -> Kind | None:
    """Return whether a rule became easier or harder to meet, ``None`` if it is the same."""
    if old == new:
        return None
    pair = _alike(old.accepts, new.accepts)
    if pair is None or old.counts_from != new.counts_from:
        return Kind.TARGET_CHANGED
    was, is_now = pair
    looser, tighter = _contains(is_now, was), _contains(was, is_now)
    if looser and tighter:
        return None
    if looser:
        return Kind.TARGET_LOOSENED
    return Kind.TARGET_TIGHTENED if tighter else Kind.TARGET_CHANGED


def _alike(one: Quantity | None, other: Quantity | None) -> tuple[Quantity, Quantity] | None:
    """Return both in one unit, ``None`` unless they are of one dimension, sense and basis."""
    if one is None or other is None or _aspect(one) != _aspect(other):
        return None
    mine, its = scale_of(one.unit), scale_of(other.unit)
    return (
        one.times(mine.numerator * its.denominator, mine.base),
        other.times(its.numerator * mine.denominator, mine.base),
    )


def _aspect(quantity: Quantity) -> Hashable:
    base = scale_of(quantity.unit).base
    return base, quantity.change, quantity.per, quantity.statistic


def _contains(outer: Quantity, inner: Quantity) -> bool:
    """Whether every number of *inner* is one of *outer*."""
    low, high = (None if end is None else Quantity(end) for end in (outer.lower, outer.upper))
    ends: list[Verdict] = []
    if low is not None:
        ends.append(at_least(inner, low, strict=not outer.lower_closed))
    if high is not None:
        ends.append(at_most(inner, high, strict=not outer.upper_closed))
    return all(end is Verdict.ACHIEVED for end in ends)


def _baseline(entry: Entry) -> Observation | None:
    """Return the value at the start, ``None`` if there is none."""
    seen = entry.evaluation.baseline
    return None if seen is None or seen.missing is not None else seen


def _is_same_value(old: Observation | None, new: Observation | None) -> bool:
    """Whether two values are the same, for the same time where both say for which."""
    if old is None or new is None:
        return old is new
    if None not in (old.period, new.period) and old.period != new.period:
        return False
    pair = _alike(old.quantity, new.quantity)
    if pair is not None:
        return pair[0] == pair[1]
    return content(old) == content(new)


def content(seen: Observation) -> Hashable:
    """Return what an observation says, whatever it is for."""
    return seen.quantity, seen.outcome, seen.parts


# -- in words ------------------------------------------------------------------------------------


def _sides(difference: Difference, lang: Language) -> tuple[str, str]:
    """Say what stood in the old edition, and what stands in the new one."""
    kind, (before, after) = difference.kind, difference.targets
    if kind in _OF_TARGETS:
        return _target_words(kind, before, lang), _target_words(kind, after, lang)
    return _entry_words(kind, difference.old, lang), _entry_words(kind, difference.new, lang)


_OF_TARGETS: Final = frozenset(
    {Kind.TARGET_LOOSENED, Kind.TARGET_TIGHTENED, Kind.TARGET_CHANGED, Kind.TARGET_REDATED}
)


def _target_words(kind: Kind, target: Target | None, lang: Language) -> str:
    if target is None:
        return say("edition-none", lang)
    text = _dated(rule_words(target.rule, lang), target.period, lang)
    undated = kind is Kind.TARGET_REDATED and target.period is None
    return say("edition-undated", lang, text=text) if undated else text


def _dated(text: str, period: Period | None, lang: Language) -> str:
    if period is None:
        return text
    return say("edition-dated", lang, text=text, period=period_words(period, lang))


def _entry_words(kind: Kind, entry: Entry | None, lang: Language) -> str:
    if entry is None:
        return ""
    match kind:
        case Kind.MOVED:
            return " ".join(
                _section_words(each) for each in entry.sections if each.kind != INDICATOR
            )
        case Kind.BASELINE_CHANGED:
            seen = _baseline(entry)
            if seen is None:
                return say("edition-none", lang)
            return _dated(observation_words(seen, lang), seen.period, lang)
        case Kind.VERDICT_CHANGED:
            return say(f"verdict-{entry.evaluation.verdict.value}", lang)
        case _:
            return entry.name


def _section_words(section: Section) -> str:
    kind = "" if section.kind == _TABLE else section.kind
    return " ".join(filter(None, (kind, section.code, section.title)))
