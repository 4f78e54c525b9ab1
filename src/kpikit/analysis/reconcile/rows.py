"""Printed rates and results beside what their rows yield by the rule of their column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Any, Final, TypeAlias, final, overload

import attrs

from kpikit._value import Value
from kpikit.judging.evaluation import Evaluation
from kpikit.language.messages import Language, say
from kpikit.model.printed import Printed
from kpikit.model.verdict import Direction

__all__ = ["NOTHING", "PrintedRow", "PrintedRows", "Yielded"]

#: What a row yields: the rate, whether it is what is printed, the way that it alone tells, and the
#: class.
Yielded: TypeAlias = tuple[Decimal | None, bool | None, Direction | None, str]
#: What a row yields that cannot be compared.
NOTHING: Final[Yielded] = (None, None, None, "")


@final
@attrs.frozen(repr=False)
class PrintedRow(Value):
    """A printed rate, result or change, and what its row yields by the rule of its column.

    >>> import kpikit as kk
    >>> from kpikit.model.printed import PrintedRate
    >>> usage = kk.evaluate(kk.Indicator("利用率"))
    >>> printed = PrintedRate("87.6%", quantity=kk.Quantity("87.6", "%"))
    >>> PrintedRow(usage, printed, Decimal("87.6"), agrees=True).yields
    '87.6%'
    """

    #: The indicator that it is printed beside, as it was judged.
    evaluation: Evaluation
    #: What is printed.
    printed: Printed
    #: The rate in %: as the rule would print it, or the one that a class rests on; ``None`` where
    #: there is none.
    computed: Decimal | None = None
    #: Whether what is printed is what the rule yields; ``None`` where nothing can be compared.
    agrees: bool | None = None
    #: Which way is better, where nothing but what is printed tells it.
    direction: Direction | None = None
    #: The class that the row falls into; ``""`` for a rate.
    label: str = ""
    #: What the number is counted in that was computed: of a change it may be anything.
    unit: str = "%"

    @property
    def yields(self) -> str:
        """What the row yields, as it would be printed: ``100.8%``, ``B (84.9%)``, ``達成``.

        ``""`` where nothing can be compared.
        """
        rate = "" if self.computed is None else f"{self.computed:f}{self.unit}"
        return f"{self.label} ({rate})" if self.label and rate else self.label or rate

    def explain(self, lang: Language = "ja") -> str:
        """Say what is printed and what was computed."""
        name, printed, computed = self.evaluation.indicator.name, self.printed.text, self.yields
        code = "reconcile-row" if computed else "reconcile-row-open"
        return say(code, lang, name=name, printed=printed, computed=computed)


@final
@attrs.frozen(eq=False, repr=False)
class PrintedRows(Sequence[PrintedRow]):
    """The rows of a column, which is all that is kept of them: one is made when it is asked for.

    They are equal to the same rows as a tuple.

    >>> PrintedRows.of([])
    ()
    """

    #: The indicator of each row, as it was judged.
    evaluations: tuple[Evaluation, ...]
    #: What is printed beside each.
    printed: tuple[Printed, ...]
    #: The rate of each, ``None`` where there is none.
    computed: tuple[Decimal | None, ...]
    #: Whether each is printed as the rule yields it; ``None`` where nothing can be compared.
    agrees: tuple[bool | None, ...]
    #: Which way is better, of each of which nothing else tells it.
    directions: tuple[Direction | None, ...]
    #: The class of each, ``""`` for a rate.
    labels: tuple[str, ...]
    #: What the number of each is counted in.
    units: tuple[str, ...]

    @classmethod
    def of(cls, rows: Iterable[PrintedRow]) -> PrintedRows:
        """Return rows as such; those that are stay as they are.

        >>> rows = PrintedRows.of([])
        >>> PrintedRows.of(rows) is rows
        True
        """
        if isinstance(rows, cls):
            return rows
        rows = tuple(rows)
        names = (field.name for field in attrs.fields(PrintedRow))
        return cls(*(tuple(map(attrgetter(name), rows)) for name in names))

    @classmethod
    def beside(
        cls,
        evaluations: Iterable[Evaluation],
        printed: Iterable[Printed],
        yielded: Iterable[Yielded],
        units: Sequence[str] = (),
    ) -> PrintedRows:
        """Return the rows of indicators, of what is printed beside them and of what they yield.

        Args:
            evaluations: The indicators.
            printed: What is printed beside each.
            yielded: What each yields.
            units: What the number of each is counted in, ``()`` where all are in %.

        >>> PrintedRows.beside([], [], [])
        ()
        """
        computed, agrees = list[Decimal | None](), list[bool | None]()
        directions, labels = list[Direction | None](), list[str]()
        for rate, is_so, way, label in yielded:
            computed.append(rate)
            agrees.append(is_so)
            directions.append(way)
            labels.append(label)
        return cls(
            tuple(evaluations),
            tuple(printed),
            tuple(computed),
            tuple(agrees),
            tuple(directions),
            tuple(labels),
            tuple(units) or ("%",) * len(labels),
        )

    @property
    def columns(self) -> tuple[tuple[Any, ...], ...]:
        """The fields, each with what all rows have in it, in the order of :class:`PrintedRow`."""
        return attrs.astuple(self, recurse=False)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.printed)

    @overload
    def __getitem__(self, index: int) -> PrintedRow: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[PrintedRow, ...]: ...
    def __getitem__(self, index: int | slice) -> PrintedRow | tuple[PrintedRow, ...]:
        """Return a row, or several of them."""
        if isinstance(index, slice):
            return tuple(self)[index]
        return PrintedRow(*(column[index] for column in self.columns))

    def __iter__(self) -> Iterator[PrintedRow]:
        """Yield each, as it is made."""
        return map(PrintedRow, *self.columns)

    def __eq__(self, other: object) -> bool:
        """Whether all rows are the same, those of a tuple too."""
        several: Any = other
        return isinstance(other, PrintedRows | tuple) and tuple(self) == tuple(several)

    def __hash__(self) -> int:
        """Return the hash of the same rows as a tuple."""
        return hash(tuple(self))

    def __repr__(self) -> str:
        """Return the code of the same rows as a tuple."""
        return repr(tuple(self))
