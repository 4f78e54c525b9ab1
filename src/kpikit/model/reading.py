"""What reading a cell returns: a value, what was noted, what was not understood.

Positions are offsets in the *original* text, start inclusive, end exclusive.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar, final

import attrs

from kpikit._value import Value
from kpikit.language.errors import ReadingError
from kpikit.language.issue import Issue, Location, Note

if TYPE_CHECKING:
    from kpikit.model.period import Period

__all__ = ["Issue", "Location", "Note", "Piece", "Reading"]

T_co = TypeVar("T_co", covariant=True)


@final
@attrs.frozen(repr=False)
class Piece(Value):
    """A stretch of the cell and what it was taken for.

    >>> Piece("number", 0, 3).end
    3
    """

    #: ``number``, ``sign``, ``unit``, ``bound``, ``approximation``, ``change``, ``keep``,
    #: ``comparison``, ``reference``, ``period``, ``status``, ``statistic``, ``basis``, ``label``,
    #: ``population``, ``source``, ``breakdown``, ``outcome``, ``missing``, ``words``,
    #: ``particle``, ``remark``, ``rank``, ``mark``, ``bracket``, ``separator``.
    role: str
    #: First character.
    start: int
    #: One past the last character.
    end: int


@final
@attrs.frozen(repr=False)
class Reading(Value, Generic[T_co]):
    """What a cell says, or why that could not be told.

    A reading has a value or at least one issue, never both.

    >>> import kpikit as kk
    >>> reading = kk.read_actual("→ 48.2% (R5)")
    >>> reading.value.quantity, reading.issues
    (Quantity('48.2', '%'), ())
    """

    #: The cell as it was published.
    text: str
    #: What it says, or ``None``.
    value: T_co | None = None
    #: What a careful reader would want to know: assumptions, overruns.
    notes: tuple[Note, ...] = ()
    #: What was not understood.
    issues: tuple[Issue, ...] = ()
    _pieces: tuple[Piece, ...] | Callable[[], tuple[Piece, ...]] = attrs.field(
        default=(), eq=False, repr=False
    )
    #: The period that the cell names beside its value, or ``None``.
    period: Period | None = None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The stretches of the text and what each was taken for: of a cell all that is not blank.

        There are none where the cell was refused.
        """
        pieces = self._pieces
        return pieces() if callable(pieces) else pieces

    @property
    def unread(self) -> str:
        """The periods that the cell names beside its values without an era, ``""`` if none.

        >>> import kpikit as kk
        >>> kk.read_target("16年度までに2,000か所").unread
        '16年度'
        """
        if self.period is not None:
            return ""
        said = (each.detail for each in self.notes if each.code == "period-without-era")
        return "、".join(dict.fromkeys(said))

    @property
    def is_read(self) -> bool:
        """Whether there is a value."""
        return not self.issues

    def unwrap(self) -> T_co:
        """Return the value.

        Raises:
            ReadingError: There is none.
        """
        if self.value is None:
            raise ReadingError(self.issues)
        return self.value
