"""A cell that is being read, and what a statement in it says."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from kpikit.cell._engine import Item, Match
from kpikit.cell._periods import Conventions, PeriodFault, parse_period_text
from kpikit.cell.vocabulary import Vocabulary
from kpikit.language.errors import InvalidDefinitionError
from kpikit.language.fold import Folded
from kpikit.language.issue import Note
from kpikit.model.observation import Benchmark, Missing, Status
from kpikit.model.period import Period
from kpikit.model.quantity import Quantity
from kpikit.model.rule import Rule
from kpikit.model.verdict import Direction


class Fault(Exception):  # noqa: N818 - a fault of a cell, which becomes an issue
    """Tokens that a row took and that make no value all the same."""

    def __init__(self, code: str, start: int, end: int, detail: str = "") -> None:
        """Keep the code of the issue and which tokens it is about."""
        super().__init__(code, start, end, detail)
        self.code, self.start, self.end, self.detail = code, start, end, detail


def telling(fault: Fault | None, other: Fault) -> Fault:
    """Return the fault of two that points at the earlier token, whichever was found first."""
    if fault is None:
        return other
    return min(fault, other, key=lambda each: (each.start, each.end, each.code, each.detail))


class Context(NamedTuple):
    """What the row of a cell knows."""

    #: The unit column.
    unit: str = ""
    #: The name of the indicator.
    name: str = ""
    #: A quantity of another cell of the row.
    like: Quantity | None = None
    #: The period of the column.
    column: Period | None = None


class Cell:
    """A cell that is being read: its text, its tokens, and what is noted of it."""

    __slots__ = ("context", "conventions", "folded", "is_target", "notes", "spans", "vocabulary")

    def __init__(
        self,
        folded: Folded,
        spans: list[tuple[int, int]],
        reader: str,
        conventions: Conventions,
        vocabulary: Vocabulary,
        context: Context,
    ) -> None:
        """Keep what actions need."""
        self.folded = folded
        self.spans = spans
        self.is_target = reader == "target"
        self.conventions = conventions
        self.vocabulary = vocabulary
        self.context = context
        self.notes: list[Note] = []

    def text(self, item: Item) -> str:
        """Return the folded text of an item."""
        text = self.folded.text[self.spans[item.start][0] : self.spans[item.end - 1][1]]
        return text.replace(" ", "")

    def is_attached(self, item: Item) -> bool:
        """Return whether an item stands right behind another; a mark parts what it is between."""
        before = self.spans[item.start - 1][1]
        return self.spans[item.start][0] == before and item.kind not in ("mark", "bullet")

    def is_before_digit(self, item: Item) -> bool:
        """Return whether a digit stands right behind an item: −984."""
        return self.folded.text[self.spans[item.end - 1][1] :][:1].isnumeric()

    def stretch(self, items: Sequence[Item]) -> str:
        """Return the folded text from the first of some items to the last."""
        first = min(each.start for each in items)
        last = max(each.end for each in items)
        return self.folded.text[self.spans[first][0] : self.spans[last - 1][1]]

    def original(self) -> str:
        """Return the cell as published."""
        return self.folded.original.strip()

    def why_missing(self, word: str) -> Missing:
        """Return why a word stands for no value."""
        return self.vocabulary.why_missing(word)

    def note(self, code: str, item: Item, detail: str = "") -> None:
        """Note something of an item."""
        span = self.folded.span(self.spans[item.start][0], self.spans[item.end - 1][1])
        self.notes.append(Note(code, *span, detail))

    def fault(self, code: str, first: Item, last: Item | None = None, detail: str = "") -> Fault:
        """Return a fault that points at the items from *first* to *last*."""
        return Fault(code, first.start, (last or first).end, detail)

    def period_or_none(self, item: Item) -> Period | None:
        """Return the period of an item; a year that names no era is noted, and is none."""
        try:
            return self.period(item)
        except Fault as fault:
            if fault.code != "era-unknown":
                raise
        self.note("period-without-era", item, self.text(item))
        return None

    def period(self, item: Item) -> Period:
        """Return the period of an item."""
        start, end = self.spans[item.start][0], self.spans[item.end - 1][1]
        found = parse_period_text(self.folded, start, end, conventions=self.conventions)
        if isinstance(found, PeriodFault):
            raise self.fault(found.code, item, detail=found.detail)
        self.notes += found.notes
        return found.period


class Amount(NamedTuple):
    """A number as written: an interval, its unit, its basis."""

    lower: Decimal | None
    upper: Decimal | None
    unit: str = ""
    per: str = ""
    upper_closed: bool = True
    lower_closed: bool = True
    sign: str = ""
    is_band: bool = False
    #: 2/3 is a share only where a bound says so.
    is_fraction: bool = False


class Said(NamedTuple):
    """What one statement says."""

    quantity: Quantity | None = None
    #: What only a target can say.
    rule: Rule | None = None
    #: Which way leads to the number, where the words say so.
    way: Direction | None = None
    keep: bool = False
    reference: str = ""
    base: Quantity | None = None
    period: Period | None = None
    status: Status = Status.FINAL
    benchmarks: tuple[Benchmark, ...] = ()
    label: str = ""
    missing: Missing | None = None
    #: When a value that is missing is to be known.
    due: Period | None = None
    #: Further values that stand in brackets behind it, each with its label.
    others: tuple[Said, ...] = ()


def items_of(match: Match | Item | None) -> list[Item]:
    """Return all items below a match, in the order of the cell."""
    if match is None:
        return []
    return [match] if isinstance(match, Item) else match.items


def label_of(cell: Cell, items: Sequence[Item]) -> str:
    """Return a label as published."""
    if not items:
        return ""
    first = cell.spans[min(each.start for each in items)][0]
    last = cell.spans[max(each.end for each in items) - 1][1]
    start, end = cell.folded.span(first, last)
    return cell.folded.original[start:end].strip(" :：").strip()


def do(cell: Cell, match: Match) -> Any:
    """Carry out what a row makes of a match; where several rows match, they must say the same."""
    if not match.others:
        return match.row.action(cell, match)
    values: list[Any] = []
    fault: Fault | None = None
    for each in (match, *match.others):
        try:
            value = each.row.action(cell, each)
        except Fault as found:
            fault = telling(fault, found)
        except InvalidDefinitionError:
            items = items_of(each)
            fault = telling(fault, cell.fault("number-malformed", items[0], items[-1]))
        else:
            if value not in values:
                values.append(value)
    if len(values) == 1:
        return values[0]
    if fault is not None and not values:
        raise fault
    items = items_of(match)
    raise cell.fault("ambiguous", items[0], items[-1])
