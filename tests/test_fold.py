"""Folding: what becomes what, what must not, and the way back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpikit.language.fold import fold

#: Text with much that folds.
TEXTS = st.text() | st.text(
    "R2５〜-−ーｰかガｶﾊﾞﾟﾞ\u3099\u309a\u200b\ufe0f㍻㎡㌔㌫㏠①½²　\t\u00a0ア亜⽇(（", max_size=20
)


class TestFold:
    """By hand."""

    @pytest.mark.parametrize(
        ("text", "folded"),
        [
            ("", ""),
            ("１２３件", "123件"),
            ("０．１％", "0.1%"),
            ("１６，０００", "16,000"),
            ("（Ｒ５）：／＋￥", "(R5):/+¥"),
            ("ｶﾞｲﾄﾞ", "ガイド"),
            ("ﾊﾟｿｺﾝ", "パソコン"),
            ("ﾃﾞｰﾀ", "データ"),
            ("か\u3099", "が"),
            ("ﾞ", "゛"),
            ("アﾟ", "ア゜"),
            ("カ\u200bﾞ", "ガ"),
            ("R2〜5", "R2~5"),
            ("R2～5", "R2~5"),
            ("R2∼5", "R2~5"),
            ("‐‑‒–—―−－﹣─", "----------"),
            ("−3%", "-3%"),
            ("データ", "データ"),
            ("サーバー5台", "サーバー5台"),
            ("スーーパー", "スーーパー"),
            ("2ー5", "2-5"),
            ("R2ーR5", "R2-R5"),
            ("ー", "-"),
            ("ーー", "--"),
            ("eーTax", "e-Tax"),
            ("①5件", "①5件"),
            ("②市:82.6%", "②市:82.6%"),
            ("10²件", "10²件"),
            ("½", "½"),
            ("第Ⅷ期", "第Ⅷ期"),
            ("△5.0%", "△5.0%"),
            ("▲5.0%", "▲5.0%"),
            ("…‥", "…‥"),
            ("㎡", "m2"),
            ("㎥", "m3"),
            ("㎢", "km2"),
            ("㏊㎞㎏㎎㎝㎜ℓ", "hakmkgmgcmmml"),
            ("㎧", "m/s"),
            ("㌔㌫㌢㍍", "キロ%センチメートル"),
            ("㍻30年㋿5年㍼㍽㍾", "平成30年令和5年昭和大正明治"),
            ("5㏠", "5㏠"),
            ("5㍘", "5㍘"),
            ("A　B\u00a0C\tD\nE\u2009F", "A B C D E F"),
            ("令\ufe00和\u200b5\u00ad年", "令和5年"),
            ("\ufeff⽇⽉⻑\uf9a8和", "日月長令和"),
        ],
    )
    def test_examples(self, text: str, folded: str) -> None:
        assert fold(text).text == folded

    @given(TEXTS)
    def test_folding_twice_changes_nothing(self, text: str) -> None:
        once = fold(text).text
        assert fold(once).text == once


class TestSpan:
    """Offsets of the folded text map back."""

    @pytest.mark.parametrize(
        ("text", "part", "original"),
        [
            ("㍻30年", "平成", "㍻"),
            ("㍻30年", "平", "㍻"),
            ("㍻30年", "30", "30"),
            ("約ｶﾞｲﾄﾞ数", "ガイド", "ｶﾞｲﾄﾞ"),
            ("令\u200b和５年", "和5", "和５"),
            ("令\u200b和５年", "令和", "令\u200b和"),
            ("Ｒ５", "5", "５"),
        ],
    )
    def test_examples(self, text: str, part: str, original: str) -> None:
        folded = fold(text)
        start = folded.text.index(part)
        first, last = folded.span(start, start + len(part))
        assert text[first:last] == original

    def test_nothing_stands_somewhere(self) -> None:
        folded = fold("㍻30\u200b")
        assert folded.span(2, 2) == (1, 1)
        assert folded.span(4, 4) == (4, 4)
        assert fold("R5").span(2, 2) == (2, 2)

    @given(TEXTS, st.data())
    def test_a_part_folds_as_it_stands(self, text: str, data: st.DataObject) -> None:
        folded = fold(text)
        start = data.draw(st.integers(0, len(folded.text)))
        end = data.draw(st.integers(start, len(folded.text)))
        first, last = folded.span(start, end)
        assert 0 <= first <= last <= len(text)
        part, again = folded.text[start:end], fold(text[first:last]).text
        assert part.replace("ー", "-") in again.replace("ー", "-")
        assert folded.original == text
