"""What somebody answers of single indicators, and the plan with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeAlias, final

import attrs

from kpikit._value import Value
from kpikit.cell import Vocabulary
from kpikit.cell.counted import with_unit
from kpikit.cell.vocabulary import USUAL
from kpikit.language.issue import Issue
from kpikit.model.indicator import Indicator
from kpikit.model.plan import Plan, Section
from kpikit.model.quantity import Quantity
from kpikit.model.verdict import Direction
from kpikit.table.headings import FIELDS, folded
from kpikit.table.units import read_unit

__all__ = ["Answer", "answered", "asked_as"]

#: What an indicator is asked for by: the name of its section, and its own.
_Key: TypeAlias = tuple[str, str]


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
class Answer(Value):
    """What somebody says of an indicator that its table does not.

    >>> Answer("ごみの量", unit="g", direction=Direction.LOWER).unit
    'g'
    """

    #: Its name, blanks and width aside.
    indicator: str
    #: The name of the section that it stands in, ``""`` where it has none of its own.
    section: str = ""
    #: What its figures are counted in, where they do not say; ``""``: nothing is said.
    unit: str = attrs.field(default="", kw_only=True)
    #: Which way is better; ``None``: nothing is said.
    direction: Direction | None = attrs.field(default=None, kw_only=True)

    @property
    def key(self) -> _Key:
        """What the indicator is known by."""
        return folded(self.section), folded(self.indicator)


def asked_as(plan: Plan) -> Iterator[tuple[Indicator, Answer]]:
    """Yield each indicator with the answer that says nothing of it yet."""
    for section in plan.walk():
        for indicator in section.indicators:
            yield indicator, _empty(section, indicator)


def _empty(section: Section, indicator: Indicator) -> Answer:
    own = "" if folded(section.title) == folded(indicator.name) else section.title
    return Answer(indicator.name, own)


def answered(plan: Plan, answers: Sequence[Answer], vocabulary: Vocabulary = USUAL) -> Plan:
    """Return a plan with what is answered of its indicators.

    A unit is given to figures that have none. An answer that no indicator has, or several, is an
    issue (``answer-left``), and so is a unit that is none.

    >>> plan = Plan("甲", sections=[Section("table", "", "", indicators=[Indicator("事故件数")])])
    >>> answers = [Answer("事故件数", direction=Direction.LOWER)]
    >>> [each.direction for each in answered(plan, answers).indicators()]
    [Direction.LOWER]
    """
    if not answers:
        return plan
    counts = Counter(empty.key for _, empty in asked_as(plan))
    known = {each.key: each for each in answers}
    used = {key: each for key, each in known.items() if counts[key] == 1}
    left = [each for each in answers if not _fits(each, used, vocabulary)]
    sections = [_told(section, used, vocabulary) for section in plan.sections]
    return attrs.evolve(plan, sections=sections, issues=(*plan.issues, *map(_issue, left)))


def _fits(answer: Answer, used: dict[_Key, Answer], vocabulary: Vocabulary) -> bool:
    has_unit = not answer.unit or read_unit(answer.unit, vocabulary) is not None
    return used.get(answer.key) == answer and has_unit


def _issue(answer: Answer) -> Issue:
    name = answer.indicator
    return Issue("answer-left", name, 0, len(name), answer.section)


def _told(section: Section, answers: dict[_Key, Answer], vocabulary: Vocabulary) -> Section:
    indicators: list[Indicator] = []
    for indicator in section.indicators:
        answer = answers.get(_empty(section, indicator).key)
        indicators.append(_with(indicator, answer, vocabulary) if answer else indicator)
    below = [_told(each, answers, vocabulary) for each in section.sections]
    return attrs.evolve(section, indicators=indicators, sections=below)


def _with(indicator: Indicator, answer: Answer, vocabulary: Vocabulary) -> Indicator:
    one = read_unit(answer.unit, vocabulary)
    counted = indicator if one is None else _counted(indicator, one)
    return attrs.evolve(counted, direction=answer.direction or indicator.direction)


def _counted(indicator: Indicator, one: Quantity) -> Indicator:
    targets = [
        attrs.evolve(target, rule=with_unit(target.rule, one)) for target in indicator.targets
    ]
    start = indicator.baseline_observation
    return attrs.evolve(
        indicator,
        target=targets,
        baseline=start and with_unit(start, one),
        observations=[with_unit(each, one) for each in indicator.observations],
    )
