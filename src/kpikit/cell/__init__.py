"""What a cell of a KPI table says: text in, :class:`kpikit.reading.Reading` out.

Reading is layered: fold (one way of writing each character, offsets kept), tokens of the lexicon,
one row of the tables of forms, an action that makes a value of the model. A cell that no row takes
is reported with the first token that none could take: a wrong reading is far worse than a refusal.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

import attrs

from kpikit.cell._actions import Cell, Fault, Said, do, observation_of, rule_of
from kpikit.cell._fold import Folded, fold
from kpikit.cell._periods import Conventions
from kpikit.cell._rules import GRAMMAR
from kpikit.cell._tokens import Words, scan
from kpikit.cell.period_reading import read_period
from kpikit.cell.vocabulary import USUAL, Vocabulary
from kpikit.era import era_called
from kpikit.observation import Missing, Observation, Part
from kpikit.period import Period
from kpikit.quantity import Quantity
from kpikit.reading import Issue, Piece, Reading
from kpikit.rule import AllOf, Qualitative, Rule, RulePart, Unset

__all__ = ["Vocabulary", "read_actual", "read_period", "read_quantity", "read_target"]

T = TypeVar("T")
LONGEST = 2000
MOST_TOKENS = 120


@lru_cache(maxsize=32)
def _words(vocabulary: Vocabulary) -> Words:
    return Words(vocabulary.units)


@lru_cache(maxsize=32)
def _conventions(vocabulary: Vocabulary) -> Conventions:
    era = None if vocabulary.era is None else era_called(vocabulary.era)
    return Conventions(vocabulary.fiscal_year_default, era)


def read_actual(
    text: str, *, column: Period | None = None, vocabulary: Vocabulary = USUAL
) -> Reading[Observation]:
    if not text.strip():
        return Reading(text, Observation(column, missing=Missing.BLANK, column=column))
    return _read(text, vocabulary, "actual", lambda cell, said: _observed(cell, said, column))


def _observed(cell: Cell, said: list[Said], column: Period | None) -> tuple[Observation, Period | None]:
    if len(said) == 1:
        only = said[0]
        if isinstance(only.rule, Qualitative):
            return Observation(column, outcome=only.rule.outcome, column=column), None
        seen = observation_of(cell, only, column)
        return (seen if column is None else attrs.evolve(seen, column=column)), None
    parts = [Part(each.label, observation_of(cell, each, column)) for each in said]
    period = said[0].period if len({each.period for each in said}) == 1 else None
    return Observation(period or column, parts=tuple(parts), column=column), None


def read_quantity(text: str, *, vocabulary: Vocabulary = USUAL) -> Reading[Quantity]:
    def only(cell: Cell, said: list[Said]) -> tuple[Quantity, None]:
        if len(said) != 1 or said[0].quantity is None:
            raise Fault("no-quantity", 0, len(cell.spans))
        return said[0].quantity, None

    return _read(text, vocabulary, "actual", only)


def read_target(text: str, *, vocabulary: Vocabulary = USUAL) -> Reading[Rule]:
    if not text.strip():
        return Reading(text, issues=(Issue("empty-cell", text, 0, 0),))
    return _read(text, vocabulary, "target", _demanded)


def _demanded(cell: Cell, said: list[Said]) -> tuple[Rule, Period | None]:
    if len(said) == 1:
        only = said[0]
        if only.missing is not None:
            return Unset("" if only.missing is Missing.NONE else cell.original()), only.period
        return rule_of(cell, only), only.period
    periods = {each.period for each in said}
    if len(periods) == 1:
        return AllOf([RulePart(each.label, rule_of(cell, each)) for each in said]), periods.pop()
    return AllOf([RulePart(each.label, rule_of(cell, each), period=each.period) for each in said]), None


def _read(
    text: str,
    vocabulary: Vocabulary,
    reader: str,
    build: Callable[[Cell, list[Said]], tuple[T, Period | None]],
) -> Reading[T]:
    folded = fold(text)
    tokens = scan(folded, _words(vocabulary))
    spans = tokens.spans
    if len(spans) > MOST_TOKENS:
        return _refused(folded, "cell-too-long", (0, len(folded.text)), str(MOST_TOKENS))
    plan = GRAMMAR.plan(tokens.kinds, reader)
    if not plan.matches:
        index = min(plan.stuck, len(spans) - 1)
        code = "bracket-not-closed" if plan.unclosed >= 0 else "not-understood"
        return _refused(folded, code, spans[index] if spans else (0, len(folded.text)))
    values = []
    fault = None
    for match in plan.matches:
        cell = Cell(folded, spans, is_target=reader == "target", conventions=_conventions(vocabulary))
        try:
            values.append((*build(cell, do(cell, match)), cell.notes, match))
        except Fault as found:
            fault = found
    if fault is not None and not values:
        return _refused(folded, fault.code, (spans[fault.start][0], spans[fault.end - 1][1]), fault.detail)
    if len(values) > 1 and any(other[:2] != values[0][:2] for other in values[1:]):
        return _refused(folded, "ambiguous", (0, len(folded.text)), ' '.join(v[3].row.name for v in values))
    value, period, notes, match = values[0]
    pieces = tuple([Piece(kind.strip(), *folded.span(*span)) for kind, span in zip(tokens.kinds, spans, strict=True)])
    return Reading(text, value, notes=tuple(notes), pieces=pieces, period=period)


def _refused(folded: Folded, code: str, place: tuple[int, int], detail: str = "") -> Reading[Any]:
    issue = Issue(code, folded.original, *folded.span(*place), detail)
    return Reading(folded.original, issues=(issue,))
