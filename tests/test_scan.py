"""Splitting a cell into tokens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpikit.cell._fold import fold
from kpikit.cell._scan import Token, scan
from kpikit.cell.vocabulary import USUAL, Vocabulary


def tokens(text: str, vocabulary: Vocabulary = USUAL) -> list[Token]:
    """Scan a text."""
    return scan(fold(text), vocabulary)


def kinds(text: str) -> str:
    """Return each token as kind:text."""
    return " ".join(f"{token.kind}:{token.text}" for token in tokens(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("約80%以上", "approx:約 measure:80% bound:以上"),
        ("R5：30件", "period:R5 colon:: measure:30件"),
        ("①5件", "label:① measure:5件"),
        ("○5件※注", "bullet:○ measure:5件 note:※ word:注"),
        ("10件中8件", "measure:10件 of:中 measure:8件"),
        ("2割削減", "measure:2割 down:削減"),
        ("15%に向上", "measure:15% to:に向上"),
        ("削減率30%", "word:削減率 measure:30%"),
        ("全国平均以上", "reference:全国平均 bound:以上"),
        ("年2回", "per:年 measure:2回"),
        ("R5年4月", "period:R5年4月"),
        ("4月1日現在 5人", "day:4月1日現在 measure:5人"),
        ("小6 80", "word:小 day:6 measure:80"),
        ("小6人", "word:小 measure:6人"),
        ("第3位", "measure:3位"),
        ("第3期", "word:第3期"),
        ("契約5件", "word:契約 measure:5件"),
        ("ゼロカーボン", "word:ゼロカーボン"),
        ("待機児童ゼロ", "word:待機児童 zero:ゼロ"),
        ("八戸市", "word:八戸市"),
        ("八戸", "measure:八戸"),
        ("〇〇件", "word:〇〇件"),
        ("一部", "word:一部"),
        ("5 人 3 件", "measure:5 人 measure:3 件"),
        ("小 64.1 中 46.8", "word:小 measure:64.1 word:中 measure:46.8"),
        ("累計3件", "statistic:累計 measure:3件"),
        ("設計3件", "word:設計 measure:3件"),
        ("22%→27%", "measure:22% arrow:→ measure:27%"),
        ("", ""),
    ],
)
def test_kinds(text: str, expected: str) -> None:
    assert expected == kinds(text)


@pytest.mark.parametrize(
    ("text", "number", "sign", "unit", "per"),
    [
        ("▲ 1,150人", "-1150", "▲", "人", ""),
        ("マイナス5%", "-5", "マイナス", "%", ""),
        ("+5%", "5", "+", "%", ""),
        ("0.4g/人・日", "0.4", "", "g", "人・日"),
        ("5.2kg/10a", "5.2", "", "kg", "10a"),
        ("20 千t-CO 2", "2.0E+4", "", "t-CO2", ""),
        ("928箇 所", "928", "", "箇所", ""),
        ("七", "7", "", "", ""),
        ("七件", "7", "", "件", ""),
        ("100m²", "100", "", "m²", ""),
        ("8", "8", "", "", ""),
    ],
)
def test_measures(text: str, number: str, sign: str, unit: str, per: str) -> None:
    (token,) = tokens(text)
    assert (number, sign, unit, per) == (str(token.number), token.sign, token.unit, token.per)


def test_no_number() -> None:
    assert None is tokens("5万6万人")[0].number


def test_own_units_and_references_come_first() -> None:
    own = Vocabulary(units=("増床",), references=("近隣市平均",))
    assert "増床" == tokens("5増床", own)[0].unit
    assert "reference" == tokens("近隣市平均以上", own)[0].kind


@given(st.text() | st.text("0123456789,.%件年R令和()①※約以上増減千万一〇/~-▲ "))
def test_tokens_cover_all_but_blanks(text: str) -> None:
    folded = fold(text).text
    end = 0
    for token in tokens(text):
        assert folded[token.start : token.end] == token.text
        assert "" == folded[end : token.start].replace("第", "").strip(" ")
        end = token.end
    assert "" == folded[end:].strip(" ")
