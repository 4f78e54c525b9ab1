"""Headings of indicators that are above targets, beside others that are above names."""

from __future__ import annotations

import pytest

from kpikit.table.aimed import heads_aims
from kpikit.table.cells import Cells
from test_forms_and_blocks import sheet, values


def cells(*rows: str) -> Cells:
    return Cells.of(
        {
            (row, column): text
            for row, line in enumerate(rows, 1)
            for column, text in enumerate(line.split("|"), 1)
        }
    )


class TestBesideNames:
    """ＫＰＩ right before 実績, right of the names that 重要業績評価指標 heads."""

    def test_words_among_figures(self) -> None:
        found = sheet(
            "重要業績評価指標（ＫＰＩ）|令和６年度||",
            "|ＫＰＩ|実績|結果",
            "申請率|96.0％以上|96.3％|達成",
            "回収率|対前年度以上|58.47％|未達成",
            "査定率|0.143％以上|0.131％|未達成",
            merges=((1, 1, 2, 1), (1, 2, 1, 4)),
        )

        assert [
            "回収率 actual FY2024 58.47％",
            "回収率 target FY2024 対前年度以上",
            "査定率 actual FY2024 0.131％",
            "査定率 target FY2024 0.143％以上",
            "申請率 actual FY2024 96.3％",
            "申請率 target FY2024 96.0％以上",
        ] == sorted(values(found))

    def test_once_for_each_year(self) -> None:
        found = sheet(
            "指標|令和５年度||令和６年度|",
            "|ＫＰＩ|実績|ＫＰＩ|実績",
            "申請率|95％以上|96％|96％以上|97％",
            "講座数|5件|6件|7件|8件",
            merges=((1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 1, 5)),
        )

        told = {*values(found)}
        assert 8 == len(told)
        assert told >= {
            "申請率 target FY2023 95％以上",
            "申請率 target FY2024 96％以上",
            "講座数 actual FY2024 8件",
        }

    @pytest.mark.parametrize(
        ("heads", "words", "expected"),
        [
            ("指標|ＫＰＩ|実績", ("5件", "6件", "増加", "現状維持"), True),
            ("指標|ＫＰＩ|実績", ("5件", "増加", "増加", "現状維持"), False),
            ("指標|ＫＰＩ|実績", ("5件", "6件", "電子申請の開始"), False),
            ("取組|ＫＰＩ|実績", ("5件", "6件", "増加"), False),
            ("指標|ＫＰＩ|備考|実績", ("5件", "6件", "7件"), False),
            ("ＫＰＩ|指標|実績", ("5件", "6件", "7件"), False),
            ("成果指標|活動指標|実績", ("5件", "6件", "7件"), False),
        ],
    )
    def test_what_is_below(self, heads: str, words: tuple[str, ...], expected: bool) -> None:  # noqa: FBT001 - a parameter
        more = "|" * (heads.count("|") - 1)
        found = cells(heads, *(f"講座の数|{word}{more}4件" for word in words))
        (head,) = (box for box in found.lines[1] if box.text in ("ＫＰＩ", "活動指標"))

        assert expected is heads_aims(found, head)
