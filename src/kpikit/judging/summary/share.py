"""A share, kept as the two counts that it is made of."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import final

import attrs

from kpikit._value import Value
from kpikit.language.errors import InvalidDefinitionError
from kpikit.model._fields import typed
from kpikit.model.quantity import EXACT

__all__ = ["Share"]


def _at_least_one(_instance: object, _attribute: object, value: int) -> None:
    if value < 1:
        raise InvalidDefinitionError(f"a share is of at least 1, not of {value}")


@final
@attrs.frozen(repr=False, field_transformer=typed(InvalidDefinitionError))
class Share(Value):
    """A share kept as its two counts.

    >>> print(Share(16, 20), Share(16, 20).percent())
    16/20 80
    """

    #: The count above the line.
    numerator: int
    #: The count below the line, at least 1.
    denominator: int = attrs.field(validator=_at_least_one)

    def percent(self, places: int = 0) -> Decimal:
        """Return the share in %, rounded half up to *places* decimals for showing.

        >>> Share(18, 22).percent()
        Decimal('82')
        """
        exact = EXACT.divide(Decimal(100 * self.numerator), Decimal(self.denominator))
        return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)

    def __str__(self) -> str:
        """Return ``numerator/denominator``."""
        return f"{self.numerator}/{self.denominator}"

    @property
    def exact(self) -> Decimal:
        """The share as a number, where 1 is all; 60 digits, for comparing and not for showing.

        >>> Share(4, 5).exact
        Decimal('0.8')
        """
        return EXACT.divide(Decimal(self.numerator), Decimal(self.denominator))
