"""How a published figure should follow from others."""

from __future__ import annotations

from time import process_time

import pytest

from kpikit import Quantity
from kpikit.cell.derivations import may_derive, read_derivations
from kpikit.cell.vocabulary import Vocabulary
from kpikit.model.indicator import Derivation, Reduction, Sum
from kpikit.model.quantity import Change

FIGURE = Quantity("126", "件")
CUT = Reduction(Quantity("140", "件"), Quantity("10", "%"), FIGURE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平成30年度に140件発生した障害の10%減を目標とする", (CUT,)),
        ("126件以下（平成30年度に140件発生した障害の10％減）", (CUT,)),
        ("140件の1割減", (Reduction(Quantity("140", "件"), Quantity("1", "割"), FIGURE),)),
        (
            "＜内訳＞R2:56件、R3:70件",
            (Sum([("R2", Quantity("56", "件")), ("R3", Quantity("70", "件"))], FIGURE),),
        ),
        (
            "内訳：市内56件 市外70件",
            (Sum([("市内", Quantity("56", "件")), ("市外", Quantity("70", "件"))], FIGURE),),
        ),
        ("140件", ()),
        ("10%減", ()),
        ("140人の10%減", ()),
        ("140件と150件の10%減", ()),
        ("140件の10%増", ()),
        ("内訳：126件", ()),
        ("内訳：56件、70人", ()),
        ("内訳：56件以上、70件", ()),
        ("内訳：なし", ()),
        ("内訳：56件+70件", ()),
        ("140件の10%減（", (Reduction(Quantity("140", "件"), Quantity("10", "%"), FIGURE),)),
        ("", ()),
    ],
)
def test_examples(text: str, expected: tuple[Derivation, ...]) -> None:
    assert expected == read_derivations(text, FIGURE)


def test_the_sum_of_a_change_is_its_size() -> None:
    figure = Quantity("126", "件", change=Change.INCREASE)
    (derivation,) = read_derivations("内訳：A:56件、B:70件", figure)
    assert isinstance(derivation, Sum)
    assert Quantity("126", "件") == derivation.total


def test_nothing_follows_where_the_figure_is_no_point() -> None:
    text = "140件の10%減"
    assert () == read_derivations(text, None) == read_derivations(text, Quantity(lower="9"))


def test_own_units() -> None:
    own = Vocabulary(units=("増床",))
    figure = Quantity("3", "増床")
    assert 1 == len(read_derivations("内訳：A:1増床、B:2増床", figure, vocabulary=own))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("140件の10%減", True),
        ("１４０件の１割減", True),
        ("百四十件の一割減", True),
        ("内訳：A:56件、B:70件", True),
        ("半減(140件→70件)", True),
        ("89%以上", False),  # one number
        ("1,234.5%", False),
        ("１，２３４．５％", False),
        ("1万6千%", False),
        ("内訳：126件", False),
        ("140件、126件", False),  # no word for it
        ("", False),
    ],
)
def test_what_may_tell_one(text: str, expected: bool) -> None:  # noqa: FBT001 - a case
    assert may_derive(text) is expected


@pytest.mark.parametrize("text", ["140件の10%減", "１４０件の１割減", "内訳：A:56件、B:70件"])
def test_nothing_that_is_told_is_passed_over(text: str) -> None:
    assert read_derivations(text, FIGURE)
    assert may_derive(text)


def test_a_long_text_is_looked_at_once() -> None:
    """No place is looked at again for each place before it."""
    begin = process_time()
    assert not may_derive("5" + "、これは長い説明である" * 20_000)
    assert process_time() - begin < 1
