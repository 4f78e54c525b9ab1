"""Tokens into phrases."""

from __future__ import annotations

import pytest

from kpikit.cell._fold import fold
from kpikit.cell._grammar import LONGEST, parse
from kpikit.cell._nodes import Cell, CellFault, Phrase, is_floor, qualifies
from kpikit.cell.vocabulary import USUAL


def parsed(text: str) -> Cell:
    """Parse a text."""
    return parse(fold(text), USUAL)


def phrases(text: str) -> list[Phrase]:
    """Return the phrases of a text with one part."""
    (part,) = parsed(text).parts
    return part.phrases


def words(phrase: Phrase) -> str:
    """Return the label, the modifiers, the groups and the words behind a number."""
    lists = phrase.lead, phrase.modifiers, phrase.groups, phrase.trail
    return "|".join(" ".join(token.text for token in each) for each in lists)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("80%", ["80% |||"]),
        ("男性 約80%以上（R5）を維持", ["80% 男性|約 以上 を維持|(|"]),
        ("男性80%、女性70%", ["80% 男性|||", "70% 女性|||"]),
        ("80%を超え、その後70%", ["80% |を超え||", "70% その後|||"]),
        ("80%の達成と70%", ["80% |||の達成と", "70% |||"]),
        ("(a)5件(b)6件", ["5件 (|||", "6件 (|||"]),
        ("平均(17.3%)以上", ["17.3% 平均|以上||"]),
        ("22%→27%", ["27% |||"]),
        ("23.4%[25.6%]", ["23.4% |||", "25.6% |||"]),
        ("12人(▲3人)", ["12人 ||(|"]),
        ("5件以上/年", ["5件 |以上 年||"]),
        ("65歳以上の者 30%", ["30% 65歳 以上 の者|||"]),
        ("30%（65歳以上）", ["30% ||(|"]),
        ("30% 5年以内に", ["30% |||5年 以内 に"]),
        ("全国平均以上を5年以内に", []),
        ("「10件」", []),
    ],
)
def test_phrases(text: str, expected: list[str]) -> None:
    found = [f"{phrase.core.text} {words(phrase)}" for phrase in phrases(text)]
    assert expected == found


def test_a_range_and_a_band_are_one_phrase() -> None:
    for text in ("5~10件", "5件以上10件以下"):
        (phrase,) = phrases(text)
        assert phrase.other is not None
        assert (0, len(text)) == (phrase.start, phrase.end)


def test_a_number_of_two_units_is_one_phrase() -> None:
    (phrase,) = phrases("2時間30分以内")
    assert phrase.other is not None
    assert ("分", 8) == (phrase.other.unit, phrase.end)
    assert ["以内"] == [token.text for token in phrase.modifiers]


def test_a_fraction_keeps_what_it_is_of() -> None:
    for text in ("8件/10件", "10件中8件", "8/10件"):
        (phrase,) = phrases(text)
        assert phrase.whole is not None
        assert ("10件", 0, len(text)) == (phrase.whole.text, phrase.start, phrase.end)


def test_marks_and_notes() -> None:
    cell = parsed("前置き①5件②6件※R5調査※注")
    assert ["", "①", "②"] == [part.mark for part in cell.parts]
    assert ["前置き"] == [token.text for token in cell.parts[0].lead]
    assert [["R5", "調査"], ["注"]] == [[token.text for token in note] for note in cell.notes]


def test_a_note_in_brackets_or_at_the_start_ends_nothing() -> None:
    assert [] == parsed("5件(※速報)").notes
    assert ["5件"] == [phrase.core.text for phrase in phrases("※5件")]


def test_bullets_are_no_labels() -> None:
    (part,) = parsed("○5件").parts
    assert "" == part.label


@pytest.mark.parametrize(
    ("text", "code", "span"),
    [
        ("80%(90", "bracket-not-closed", (3, 4)),
        ("5,5%", "number-malformed", (0, 4)),
        ("あ" * (LONGEST + 1), "cell-too-long", (LONGEST, LONGEST + 1)),
    ],
)
def test_faults(text: str, code: str, span: tuple[int, int]) -> None:
    with pytest.raises(CellFault) as caught:
        parsed(text)
    assert (code, *span) == (caught.value.code, caught.value.start, caught.value.end)


def test_an_empty_cell_has_one_empty_part() -> None:
    (part,) = parsed("").parts
    assert ("", [], []) == (part.mark, part.phrases, part.lead)


@pytest.mark.parametrize(
    ("text", "expected"), [("以上", True), ("より多く", True), ("下回る", False), ("以内", False)]
)
def test_floors(text: str, expected: bool) -> None:  # noqa: FBT001 - the answer
    assert expected is is_floor(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("5件(R5~8累計)", True), ("5件(5年間)", True), ("5件(新規)", False), ("5件()", False)],
)
def test_brackets_that_qualify(text: str, expected: bool) -> None:  # noqa: FBT001 - the answer
    (group,) = phrases(text)[0].groups
    assert expected is qualifies(group)
