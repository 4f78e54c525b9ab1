"""What only a person can answer of a plan: which way is better, where nothing tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar, final

import attrs

from kpikit._value import Value, to_tuple
from kpikit.language.directions import AT_LEAST, AT_MOST
from kpikit.language.messages import Language, say
from kpikit.model.evidence import Evidence
from kpikit.model.indicator import Indicator, sharing_of
from kpikit.model.judgement import Judgement, Told
from kpikit.model.reproduced import Columns, with_printed
from kpikit.model.rule import Rule
from kpikit.model.sense import Body, body_beside, body_of
from kpikit.model.series import first_value, given_start, latest
from kpikit.model.verdict import Flag, Reason, Verdict

__all__ = ["Question", "asked_once", "open_direction", "questions_of"]


@final
@attrs.frozen(repr=False)
class Question(Value):
    """Which way is better of an indicator: one word behind its target would decide it.

    >>> question = Question(Indicator("窓口の数"), "相談")
    >>> question.what, question.words
    ('direction', ('以上', '以下'))
    """

    #: What is asked for.
    what: ClassVar[str] = "direction"
    #: The words of which one behind the target decides it: at least, or at most.
    words: ClassVar[tuple[str, str]] = (AT_LEAST, AT_MOST)
    #: What it is asked of.
    indicator: Indicator
    #: The title of the section that it stands in.
    section: str = ""
    #: What tells different ways, so that neither counts.
    opposed: tuple[Flag, ...] = attrs.field(default=(), converter=to_tuple)

    def message(self, lang: Language = "ja") -> str:
        """Ask it in one sentence, and name what disagrees.

        >>> print(Question(Indicator("窓口の数")).message("en"))
        Is more of 「窓口の数」 better (以上), or less (以下)?
        """
        more, less = self.words
        text = say("question-direction", lang, name=self.indicator.name, more=more, less=less)
        if not self.opposed:
            return text
        sources = [say(f"question-{flag.value}", lang) for flag in self.opposed]
        return text + say("question-opposed", lang, sources=say("question-and", lang).join(sources))


def questions_of(
    indicators: Iterable[tuple[str, Indicator]], plan: str = ""
) -> tuple[Question, ...]:
    """Return what is to be asked of indicators, each once, in their order.

    Args:
        indicators: The indicators, each with the title of the section that it stands in.
        plan: The title of the plan.

    >>> questions_of([("窓口", Indicator("利用率"))])
    ()
    """
    placed = list(indicators)
    columns = Columns(indicator for _, indicator in placed)
    names: dict[str, list[str]] = {}
    for section, indicator in placed:
        names.setdefault(section, []).append(indicator.name)
    bodies = {section: body_of([section, plan]) or body_beside(names[section]) for section in names}
    return asked_once(
        (section, indicator, _open(indicator, bodies[section], columns))
        for section, indicator in placed
    )


def asked_once(found: Iterable[tuple[str, Indicator, Told | None]]) -> tuple[Question, ...]:
    """Return a question for each indicator of a section of which something is open.

    >>> [each.indicator.name for each in asked_once([("窓口", Indicator("数"), Told())] * 2)]
    ['数']
    """
    asked: dict[tuple[str, str], Question] = {}
    for section, indicator, told in found:
        if told is not None:
            question = Question(indicator, section, told.opposed)
            asked.setdefault((section, indicator.name), question)
    return tuple(asked.values())


def _open(indicator: Indicator, body: Body | None, columns: Columns) -> Told | None:
    """Return what is told of the direction of an indicator, if that is open."""
    column = indicator.given_direction
    seen = latest(indicator.observations, None)
    start = given_start(indicator.baseline_observation)
    start = start or first_value(indicator.observations, seen)
    for target in indicator.targets:
        known = Evidence(
            indicator.name,
            seen,
            start,
            direction=indicator.direction or (column.direction if column else None),
            body=body_of([indicator.name]) or body,
        )
        known = with_printed(known, indicator, target.rule, columns)
        told = open_direction(target.rule, sharing_of(indicator.targets, target, known))
        if told is not None:
            return told
    return None


def open_direction(rule: Rule, evidence: Evidence) -> Told | None:
    """Return what is told of a direction that is open, ``None`` where none is.

    >>> from kpikit.model.rule import AtLeast
    >>> from kpikit.model.quantity import Quantity
    >>> open_direction(AtLeast(Quantity("55", "%")), Evidence("利用率", None)) is None
    True
    """
    judgement = rule.judge(evidence)
    if judgement.verdict is Verdict.ACHIEVED:
        return None
    told = [way for each in rule.each() if (way := each.told(evidence)) is not None]
    unknown = [each for each in told if each.direction is None]
    if Reason.DIRECTION_UNKNOWN in _reasons(judgement):
        return next(iter(unknown), Told())
    is_judged = judgement.verdict is Verdict.NOT_ACHIEVED or judgement.parts
    return None if is_judged else next(iter(unknown), None)


def _reasons(judgement: Judgement) -> Iterator[Reason | None]:
    yield judgement.reason
    for part in judgement.parts:
        yield from _reasons(part.judgement)
