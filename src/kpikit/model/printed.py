"""What a publisher prints beside an indicator: how it is rated, judged, changed, meant to go.

It is kept as published and judges nothing. Only which way is better is taken from it, where a
column says so (望ましい方向); see :mod:`kpikit.model.direction` for what comes before and after.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, TypeAlias, final

import attrs

from kpikit._value import Value
from kpikit.language.errors import InvalidIndicatorError
from kpikit.language.units import PERCENT
from kpikit.model._fields import typed
from kpikit.model.period import Period
from kpikit.model.quantity import Quantity
from kpikit.model.unit import is_ratio
from kpikit.model.verdict import Direction

__all__ = ["GivenDirection", "Printed", "PrintedChange", "PrintedRate", "PrintedResult"]

_FIELDS: Final = typed(InvalidIndicatorError)


@final
@attrs.frozen(repr=False, field_transformer=_FIELDS)
class PrintedRate(Value):
    """達成率, 進捗率: a rate that the publisher worked out.

    >>> PrintedRate("109.2%", "達成率", quantity=Quantity("109.2", "%")).heading
    '達成率'
    """

    #: The cell, without blanks around it.
    text: str
    #: The heading of its column, or the label of its row.
    heading: str = ""
    #: What it is for, where the heading or the cell says so.
    period: Period | None = attrs.field(default=None, kw_only=True)
    #: Its number, in the unit of the cell or of the heading; ``None`` where none can be read.
    quantity: Quantity | None = attrs.field(default=None, kw_only=True)

    @property
    def percent(self) -> Decimal | None:
        """Its number in %, ``None`` where it is not one number or no one says that it is in %.

        A number without a unit may be a percentage or a share: 0.98 is 98 % in one table, and
        in another one less than 1 %.

        >>> PrintedRate("9割", "達成率", quantity=Quantity("9", "割")).percent
        Decimal('90')
        >>> PrintedRate("0.98", "達成率", quantity=Quantity("0.98")).percent is None
        True
        """
        number = self.quantity
        if number is None or not number.is_point:
            return None
        if number.unit != PERCENT:
            number = number.to(PERCENT) if is_ratio(number.unit) else None
        return number and number.lower


@final
@attrs.frozen(repr=False, field_transformer=_FIELDS)
class PrintedResult(Value):
    """評価, 判定, 達成状況: how the publisher judges it, by a mark, a letter or a word.

    What ◎, A or 達成 means is the publisher's own: ○ is 達成 in one table and less than that
    in another.

    >>> PrintedResult("◎", "達成状況").text
    '◎'
    """

    #: The cell, without blanks around it.
    text: str
    #: The heading of its column, or the label of its row.
    heading: str = ""
    #: What it is for, where the heading or the cell says so.
    period: Period | None = attrs.field(default=None, kw_only=True)


@final
@attrs.frozen(repr=False, field_transformer=_FIELDS)
class PrintedChange(Value):
    """前年度比, 増減, 差: the change from another value, as the publisher has it.

    >>> PrintedChange("2.3ポイント減", "増減", quantity=Quantity("-2.3", "ポイント")).heading
    '増減'
    """

    #: The cell, without blanks around it.
    text: str
    #: The heading of its column, or the label of its row.
    heading: str = ""
    #: What it is for, where the heading or the cell says so.
    period: Period | None = attrs.field(default=None, kw_only=True)
    #: Its number, negative for a decrease; ``None`` where none can be read.
    quantity: Quantity | None = attrs.field(default=None, kw_only=True)


@final
@attrs.frozen(repr=False, field_transformer=_FIELDS)
class GivenDirection(Value):
    """望ましい方向, 改善の上向き／下向き: which way is better, as the publisher says it.

    >>> GivenDirection("減少", "望ましい方向", direction=Direction.LOWER).direction
    Direction.LOWER
    """

    #: The cell, without blanks around it.
    text: str
    #: The heading of its column, or the label of its row.
    heading: str = ""
    #: Which way that is; ``None`` where it is neither.
    direction: Direction | None = attrs.field(default=None, kw_only=True)


#: What a publisher prints beside the values of an indicator.
Printed: TypeAlias = PrintedRate | PrintedResult | PrintedChange
