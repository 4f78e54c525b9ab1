"""Whether a sheet may have targets at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpikit.table.aims import may_aim
from kpikit.table.cells import Cells
from kpikit.table.facts import facts_of
from kpikit.table.headings import Column, Role


def sheet(*rows: str, labels: tuple[Column, ...] = ()) -> Cells:
    texts = {
        (row, column): text
        for row, line in enumerate(rows, 1)
        for column, text in enumerate(line.split("|"), 1)
    }
    return Cells.of(texts, labels=labels)


class TestMayAim:
    """What says of values that they are targets."""

    @pytest.mark.parametrize(
        "rows",
        [
            ("指標|目標値", "甲|5"),
            ("指標|R5目標(%)", "甲|5"),
            ("２　目標値", "指標|R5", "甲|5"),
            ("上段：目標値　下段：実績値|x", "甲|5"),
            ("甲|目標：5件\n実績：3件",),
            ("指標|目標\n実績", "甲|5\n3"),
            ("指標|目標効果額|実績効果額", "甲|5|3"),
        ],
    )
    def test_said(self, rows: tuple[str, ...]) -> None:
        assert may_aim(sheet(*rows))

    @pytest.mark.parametrize(
        "rows",
        [
            ("指標|実績値", "甲|5"),
            ("総合計画の推進|R5", "甲|5"),
            ("環境計画|文化振興計画", "甲|乙"),
            ("目標を立てた。|見直す",),
        ],
    )
    def test_unsaid(self, rows: tuple[str, ...]) -> None:
        assert not may_aim(sheet(*rows))

    def test_label_of_a_layout(self) -> None:
        own = (Column("到達点", Role.TARGET),)

        assert may_aim(sheet("指標|到達点", labels=own))
        assert may_aim(sheet("指標|値", labels=own))

    WORDS = st.sampled_from(
        [
            *("指標名", "目標値", "実績値", "R5", "R6年度", "目標", "計画", "計画値", "実績", "5"),
            *("120", "80%", "甲", "目標効果額", "実績効果額", "目標：5件\n実績：3件", "―", "単位"),
            *("上段：目標値 下段：実績値", "（１）目標値", "計画額", "実績額", "達成率", ""),
        ]
    )

    @given(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=5))
    def test_no_target_is_missed(self, rows: list[list[str]]) -> None:
        """Where nothing aims, no fact is a target."""
        cells = sheet(*("|".join(row) for row in rows))
        targets = [fact for fact in facts_of(cells).facts if fact.role is Role.TARGET]

        assert may_aim(cells) or targets == []
