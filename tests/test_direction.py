"""Which way is better, where the target does not say so."""

from __future__ import annotations

import pytest

from kpikit import Change, Direction, Flag, Quantity
from kpikit.model.direction import resolve_direction

HIGHER, LOWER = Direction.HIGHER, Direction.LOWER


def q(text: str) -> Quantity:
    return Quantity.parse(text)


class TestOrder:
    """The caller; a rank; zero; the name; the baseline."""

    @pytest.mark.parametrize(
        ("target", "name", "baseline", "given", "expected"),
        [
            ("0 件", "死者数", "5 件", HIGHER, (HIGHER, None)),
            ("0 位", "数", None, None, (LOWER, None)),
            ("10 位", "順位", "5 位", None, (LOWER, None)),
            ("0 件", "件数", None, None, (LOWER, Flag.DIRECTION_FROM_ZERO)),
            ("0 %", "率", "0 %", None, (LOWER, Flag.DIRECTION_FROM_ZERO)),
            ("0 件", "死者数", None, None, (LOWER, Flag.DIRECTION_FROM_ZERO)),
            ("0 人", "社会増減", "-5 人", None, (HIGHER, Flag.DIRECTION_FROM_BASELINE)),
            ("0 人", "人数", "-5 人", None, (HIGHER, Flag.DIRECTION_FROM_BASELINE)),
            ("0 人", "社会増減", None, None, (None, None)),
            ("0 人", "人数", "(-∞,5] 人", None, (None, None)),
            ("5 人", "死者数", "3 人", None, (LOWER, Flag.DIRECTION_FROM_NAME)),
            ("12 種類", "数", "3 種類", None, (HIGHER, Flag.DIRECTION_FROM_BASELINE)),
            ("12 種類", "数", "[3,12) 種類", None, (HIGHER, Flag.DIRECTION_FROM_BASELINE)),
            ("12 種類", "数", "[3,12] 種類", None, (None, None)),
            ("12 種類", "数", "[3,∞) 種類", None, (None, None)),
            ("34.0 万人", "乗降客", "37.9 万人", None, (None, None)),
            ("12 種類", "数", "12 種類", None, (None, None)),
            ("12 種類", "数", None, None, (HIGHER, Flag.DIRECTION_ASSUMED)),
            ("-46 %", "排出量の増減率", None, None, (None, None)),
            ("-46 %", "排出量の増減率", "-50 %", None, (HIGHER, Flag.DIRECTION_FROM_BASELINE)),
            ("-46 %", "率", None, LOWER, (LOWER, None)),
        ],
    )
    def test_resolve(
        self,
        target: str,
        name: str,
        baseline: str | None,
        given: Direction | None,
        expected: tuple[Direction | None, Flag | None],
    ) -> None:
        start = None if baseline is None else q(baseline)
        assert resolve_direction(q(target), name=name, baseline=start, given=given) == expected


class TestChange:
    """Of a change more is better, unless it goes the wrong way."""

    @pytest.mark.parametrize(
        ("change", "name", "given", "expected"),
        [
            (Change.DECREASE, "排出量", None, HIGHER),
            (Change.DECREASE, "数", None, HIGHER),
            (Change.DECREASE, "数", HIGHER, LOWER),
            (Change.DECREASE, "数", LOWER, HIGHER),
            (Change.DECREASE, "電力の削減率", HIGHER, HIGHER),
            (Change.INCREASE, "死者数", None, LOWER),
            (Change.INCREASE, "数", None, HIGHER),
        ],
    )
    def test_resolve(
        self, change: Change, name: str, given: Direction | None, expected: Direction
    ) -> None:
        target = Quantity("10", "%", change=change)
        assert resolve_direction(target, name=name, baseline=None, given=given)[0] is expected
