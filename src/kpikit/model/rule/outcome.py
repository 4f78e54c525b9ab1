"""Rules that name no number: an outcome in words, a target set elsewhere, none at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final, final
from unicodedata import normalize

import attrs

from kpikit.language.errors import InvalidRuleError
from kpikit.language.outcomes import CURBED, DONE, MORE_THAN_A_WAY, NOT_YET
from kpikit.model.judgement import Judgement, undecided
from kpikit.model.observation import Missing, Observation
from kpikit.model.quantity import Quantity
from kpikit.model.rule.base import FIELDS, Rule
from kpikit.model.rule.phrase import Phrase, phrase
from kpikit.model.rule.relative import Improve, way_in
from kpikit.model.verdict import Direction, Flag, Reason, Verdict

if TYPE_CHECKING:
    from kpikit.model.evidence import Evidence

__all__ = ["DefinedElsewhere", "Exploratory", "Qualitative", "Unset"]

_MARKS: Final = r"[\s「」『』。、・]+"


def _worded(_instance: object, _attribute: object, value: str) -> None:
    if not _folded(value):
        raise InvalidRuleError.told("rule-no-words")


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
class Qualitative(Rule):
    """設置, 削減: an outcome in words.

    Achieved only when the actual is the targeted outcome, with an optional 済, した or 完了
    behind it, and flagged as not quantified. 未, 予定 and 検討中 never meet it. A number meets
    it where the words say no more than which way (増加, 経費の削減), as :class:`Improve`.

    >>> Qualitative("削減", direction=Direction.LOWER)
    Qualitative('削減', direction=Direction.LOWER)
    >>> import kpikit as kk
    >>> office = kk.Indicator("相談窓口", target=kk.Qualitative("設置"))
    >>> [
    ...     kk.evaluate(office, kk.Observation(kk.FiscalYear(2023), outcome=words)).verdict.name
    ...     for words in ("設置済", "設置予定")
    ... ]
    ['ACHIEVED', 'INDETERMINATE']
    """

    #: The outcome, as the target calls it; not empty.
    outcome: str = attrs.field(validator=_worded)
    #: Which way is better, where the words say so: 増加, 削減.
    direction: Direction | None = attrs.field(default=None, kw_only=True)

    @property
    def phrase(self) -> Phrase:
        """設置(数値でない目標)."""
        return phrase("rule-qualitative", text=self.outcome)

    def is_capped(self, actual: Quantity) -> bool:
        """Whether an actual larger than *actual* could come to miss it."""
        return way_in(self.direction, actual.unit) is not Direction.HIGHER

    def _judge_words(self, _evidence: Evidence, outcome: str) -> Judgement:
        targeted, reported = _folded(self.outcome), _folded(outcome)
        done = reported.startswith(targeted) and re.fullmatch(DONE, reported[len(targeted) :])
        if done and not re.search(NOT_YET, reported):
            return Judgement(Verdict.ACHIEVED, None, (Flag.OUTCOME_IN_WORDS,), self)
        return undecided(Reason.NOT_QUANTIFIED, self)

    def _judge_number(self, evidence: Evidence, _actual: Quantity) -> Judgement:
        words = _folded(self.outcome)
        if self.direction is None or re.search(MORE_THAN_A_WAY, words):
            return undecided(Reason.NOT_QUANTIFIED, self)
        judgement = attrs.evolve(Improve(self.direction).judge(evidence), rule=self)
        if judgement.verdict is Verdict.NOT_ACHIEVED and CURBED in words:
            return undecided(Reason.NOT_QUANTIFIED, self)
        return judgement


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
class DefinedElsewhere(Rule):
    """「…で定める指標」: the target is in another document.

    Indeterminate, unless the actual says that the document set no indicator: then there is
    nothing to meet, and it is not applicable.

    >>> DefinedElsewhere("DX人材育成方針")
    DefinedElsewhere('DX人材育成方針')
    >>> import kpikit as kk
    >>> staff = kk.Indicator("人材の育成", target=kk.DefinedElsewhere("DX人材育成方針"))
    >>> kk.evaluate(staff, kk.read_actual("12人 (R5)").unwrap()).reason
    Reason.DEFINED_ELSEWHERE
    """

    #: The document, as the target calls it.
    document: str

    @property
    def phrase(self) -> Phrase:
        """DX人材育成方針で定める指標."""
        return phrase("rule-defined-elsewhere", text=self.document)

    def _judge_missing(self, seen: Observation | None) -> Judgement:
        if seen is not None and seen.missing is Missing.NOT_SET:
            return Judgement(Verdict.NOT_APPLICABLE, Reason.INDICATOR_NOT_SET, (), self)
        return super()._judge_missing(seen)

    def _judge_words(self, _evidence: Evidence, _outcome: str) -> Judgement:
        return undecided(Reason.DEFINED_ELSEWHERE, self)

    def _judge_number(self, _evidence: Evidence, _actual: Quantity) -> Judgement:
        return undecided(Reason.DEFINED_ELSEWHERE, self)


@attrs.frozen(repr=False, field_transformer=FIELDS)
class _NoTarget(Rule):
    """A rule that says that there is no target."""

    is_none = True
    _reason: ClassVar[Reason]

    #: Why, as the table says it; ``""`` if it does not.
    note: str = ""

    @property
    def phrase(self) -> Phrase:
        """未設定, 未設定(探索型)."""
        return phrase(f"rule-{self._reason.value}")

    def judge(self, evidence: Evidence) -> Judgement:  # noqa: ARG002 - nothing can change it
        """Answer that there is nothing to meet."""
        return Judgement(Verdict.NOT_APPLICABLE, self._reason, (), self)


@final
class Exploratory(_NoTarget):
    """未設定(探索型事業のため): the project explores, and sets no target.

    >>> Exploratory("探索型事業")
    Exploratory(note='探索型事業')
    >>> import kpikit as kk
    >>> trial = kk.Indicator("実証実験", target=kk.read_target("未設定(探索型事業のため)").unwrap())
    >>> kk.evaluate(trial).verdict, kk.evaluate(trial).reason
    (Verdict.NOT_APPLICABLE, Reason.EXPLORATORY)
    """

    __slots__ = ()

    _reason = Reason.EXPLORATORY


@final
class Unset(_NoTarget):
    """未設定, ―: no target is set. Counted apart from :class:`Exploratory`.

    >>> Unset()
    Unset()
    >>> import kpikit as kk
    >>> kk.evaluate(kk.Indicator("利用率", target=kk.Unset())).reason
    Reason.UNSET
    """

    __slots__ = ()

    _reason = Reason.UNSET


def _folded(words: str) -> str:
    return re.sub(_MARKS, "", normalize("NFKC", words))
