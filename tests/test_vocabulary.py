"""The words that a city adds."""

from __future__ import annotations

import attrs
import pytest

import kpikit as kk
from kpikit.cell import Vocabulary, read_actual, read_quantity, read_target
from kpikit.cell.vocabulary import USUAL
from kpikit.language.errors import InvalidPeriodError
from kpikit.model.observation import Missing
from kpikit.model.rule import AtLeast, Comparator, RelativeTo


def test_units_that_the_grammar_would_cut_short() -> None:
    assert "no-form" == read_quantity("30 増床").issues[0].code
    own = Vocabulary(units=("増床",))
    assert kk.Quantity("30", "増床") == read_quantity("30増床", vocabulary=own).value
    assert kk.Quantity("30", "増床") == read_quantity("30 増床", vocabulary=own).value
    assert AtLeast(kk.Quantity("30", "増床")) == read_target("30増床以上", vocabulary=own).value


def test_a_unit_may_be_any_text() -> None:
    own = Vocabulary(units=("人(*)", "点 満点"))
    assert "人(*)" == read_quantity("5人(*)", vocabulary=own).unwrap().unit
    assert "点満点" == read_quantity("5点 満点", vocabulary=own).unwrap().unit


def test_missing_marks() -> None:
    own = Vocabulary(missing={"後日": Missing.PENDING, "―": Missing.NOT_PUBLISHED})
    assert Missing.PENDING is read_actual("後日", vocabulary=own).unwrap().missing
    assert Missing.PENDING is read_actual("（後日）", vocabulary=own).unwrap().missing
    assert kk.Unset("後日") == read_target("後日", vocabulary=own).value
    assert "no-form" == read_actual("後日").issues[0].code


def test_missing_marks_are_folded_as_cells_are() -> None:
    own = Vocabulary(missing={"―": Missing.NOT_PUBLISHED, "Ｎ／Ｄ": Missing.PENDING})
    assert Missing.NOT_PUBLISHED is read_actual("－", vocabulary=own).unwrap().missing
    assert Missing.PENDING is read_actual("N/D", vocabulary=own).unwrap().missing


def test_references() -> None:
    own = Vocabulary(references=("近隣３市の平均",))
    expected = RelativeTo("近隣3市の平均", Comparator.AT_LEAST)
    assert expected == read_target("近隣3市の平均以上", vocabulary=own).value
    expected = RelativeTo("近隣３市の平均", Comparator.AT_LEAST)
    assert expected == read_target("近隣３市の平均以上", vocabulary=own).value


def test_an_era_and_what_a_bare_year_is() -> None:
    own = Vocabulary(era="平成", fiscal_year_default=False)
    assert kk.CalendarYear(2020) == read_target("5件（32年）", vocabulary=own).period
    assert kk.CalendarYear(2023) == read_target("5件（R5）", vocabulary=own).period


def test_an_unknown_era_raises() -> None:
    with pytest.raises(InvalidPeriodError):
        read_target("5件", vocabulary=Vocabulary(era="大化"))


def test_a_vocabulary_is_a_value() -> None:
    own = Vocabulary(units=["増床"], missing={"後日": Missing.PENDING})
    assert own == Vocabulary(units=("増床",), missing={"後日": Missing.PENDING})
    assert own != USUAL
    assert hash(own) == hash(attrs.evolve(own))
    assert "増床" in repr(own)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        own.era = "令和"  # type: ignore[misc]
