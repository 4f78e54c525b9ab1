"""A cell that is being read, and what a statement in it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, Generic, NamedTuple, TypeAlias, TypeVar

from kpikit.cell._engine import Item, Match
from kpikit.cell._periods import Conventions, PeriodFault, parse_period_text
from kpikit.cell._tokens import NOTE_SIGNS
from kpikit.cell.vocabulary import Vocabulary
from kpikit.language.errors import InvalidDefinitionError
from kpikit.language.fold import Folded
from kpikit.language.issue import Note
from kpikit.language.statistic import MEANS
from kpikit.language.words import either
from kpikit.language.years import ERA_NAMES, RECENT_LETTERS
from kpikit.model.era import era_called
from kpikit.model.observation import Benchmark, Missing, Status
from kpikit.model.period import Period
from kpikit.model.quantity import Change, Quantity
from kpikit.model.rule import Rule
from kpikit.model.unit import is_multiple, is_rank
from kpikit.model.verdict import Direction

T = TypeVar("T")

#: What stands somewhere in a cell: an item, some in the order of the cell, what a row matched.
Where: TypeAlias = Item | Match | Sequence[Item]


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
    #: One of what a number without a unit is counted in.
    counted_in: Quantity | None = None


class Cell:
    """A cell that is being read: its text, its tokens, and what is noted of it."""

    __slots__ = (
        "context",
        "conventions",
        "folded",
        "is_target",
        "line",
        "notes",
        "spans",
        "taken",
        "vocabulary",
    )

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
        self.line = folded.text
        self.spans = spans
        self.is_target = reader == "target"
        self.conventions = conventions
        self.vocabulary = vocabulary
        self.context = context
        self.notes: list[Note] = []
        #: Of several rows that match one stretch the one that was carried out, by the first.
        self.taken: dict[Match, Match] = {}

    def text(self, where: Where) -> str:
        """Return the folded text of something, without blanks."""
        start, end = (where.start, where.end) if type(where) is Item else _ends(where)
        spans = self.spans
        return self.line[spans[start][0] : spans[end - 1][1]].replace(" ", "")

    def inside(self, group: Where) -> str:
        """Return the folded text in a bracket, or behind the sign that begins a note."""
        text = self.text(group)
        return text[1:] if text[0] in NOTE_SIGNS else text[1:-1]

    def stretch(self, where: Where) -> str:
        """Return the folded text from the first token of something to the last."""
        start, end = _ends(where)
        return self.line[self.spans[start][0] : self.spans[end - 1][1]]

    def is_attached(self, item: Item) -> bool:
        """Return whether an item stands right behind another; a mark parts what it is between."""
        before = self.spans[item.start - 1][1]
        return self.spans[item.start][0] == before and item.kind not in ("mark", "bullet")

    def is_glued(self, item: Item) -> bool:
        """Return whether an item stands right behind a letter, a digit or a bracket."""
        start = self.spans[item.start][0]
        return self.is_attached(item) and self.line[start - 1] not in _PARTING

    def is_before_digit(self, item: Item) -> bool:
        """Return whether a digit stands right behind an item: −984."""
        return self.line[self.spans[item.end - 1][1] :][:1].isnumeric()

    def original(self) -> str:
        """Return the cell as published."""
        return self.folded.original.strip()

    def why_missing(self, word: str) -> Missing:
        """Return why a word stands for no value."""
        return self.vocabulary.why_missing(word)

    def note(self, code: str, where: Where, detail: str = "") -> None:
        """Note something of what stands there."""
        start, end = _ends(where)
        span = self.folded.span(self.spans[start][0], self.spans[end - 1][1])
        self.notes.append(Note(code, *span, detail))

    def note_words(self, code: str, where: Where) -> None:
        """Note something with the words that stand there, of a bracket those in it."""
        is_bracket = isinstance(where, Item) and where.kind.startswith("g_")
        self.note(code, where, self.inside(where) if is_bracket else self.text(where))

    def fault(self, code: str, first: Where, last: Item | None = None, detail: str = "") -> Fault:
        """Return a fault that points at something, or from its first token to *last*."""
        start, end = _ends(first)
        return Fault(code, start, end if last is None else last.end, detail)

    def period_or_none(self, item: Item) -> Period | None:
        """Return the period of an item; a year that names no era is noted, and is none."""
        try:
            return self.period(item)
        except Fault as fault:
            if fault.code != "era-unknown":
                raise
        known = self._of_era_before(item)
        if known is None:
            self.note_words("period-without-era", item)
        return known

    def _of_era_before(self, item: Item) -> Period | None:
        """Return a year by the era of the one before it, which is earlier: R6 5件、7年度 10件."""
        start, end = self.spans[item.start][0], self.spans[item.end - 1][1]
        before = [*re.finditer(_ERA_YEAR, self.line[:start])]
        number = re.match(_DIGITS, self.line[start:end])
        if not (before and number) or int(number[0]) <= int(before[-1][2]):
            return None
        conventions = self.conventions._replace(era=era_called(before[-1][1]))
        found = parse_period_text(self.folded, start, end, conventions=conventions)
        return None if isinstance(found, PeriodFault) else found.period

    def period(self, item: Item) -> Period:
        """Return the period of an item."""
        start, end = self.spans[item.start][0], self.spans[item.end - 1][1]
        folded = self.folded
        if folded.places is None:
            first = max(start - _SEEN, 0)
            texts = folded.text[first:end], folded.original[first:end]
            known = _plain_period(*texts, start - first, self.conventions)
            if known is not None:
                return known
        found = parse_period_text(folded, start, end, conventions=self.conventions)
        if isinstance(found, PeriodFault):
            raise self.fault(found.code, item, detail=found.detail)
        self.notes += found.notes
        return found.period


#: What parts one statement from another.
_PARTING: Final = frozenset("、,・/:。")
#: A year of an era, and how one begins that names none.
_ERA_YEAR: Final = f"({either(ERA_NAMES)}|(?<![A-Za-z])[{RECENT_LETTERS}]) ?([0-9]{{1,2}})(?![0-9])"
_DIGITS: Final = "[0-9]{1,2}(?![0-9])"
#: How far before a period its parser looks.
_SEEN: Final = 2


@lru_cache(maxsize=1024)
def _plain_period(text: str, original: str, start: int, conventions: Conventions) -> Period | None:
    """Return a period of which there is nothing to note; a table has the same ones in each row."""
    found = parse_period_text(Folded(text, original), start, conventions=conventions)
    return None if isinstance(found, PeriodFault) or found.notes else found.period


class Amount(NamedTuple):
    """A number with what is said of it: an interval, its unit, its basis."""

    lower: Decimal | None
    upper: Decimal | None
    unit: str = ""
    per: str = ""
    lower_closed: bool = True
    upper_closed: bool = True
    #: The kind of the sign before it.
    sign: str = ""
    is_about: bool = False
    statistic: str = ""
    change: Change = Change.LEVEL
    #: What a second value in brackets is called.
    label: str = ""
    #: Whether it is told to hold each time: 毎年度90%.
    is_each_time: bool = False

    @property
    def basis(self) -> str:
        """What it is for one of; a share that is to be had each year is that of all there is.

        >>> share = Amount(Decimal(90), None, "%", per="年", is_each_time=True)
        >>> share.basis, share.changed(Change.INCREASE).basis, share._replace(unit="件").basis
        ('', '年', '年')
        """
        if not self.is_each_time:
            return self.per
        is_level = self.change is Change.LEVEL and (is_multiple(self.unit) or is_rank(self.unit))
        return "" if is_level else self.per

    @property
    def is_point(self) -> bool:
        """Whether it is one number."""
        return self.lower is self.upper or self.lower == self.upper

    @property
    def is_zero(self) -> bool:
        """Whether it says that there is none."""
        return self.is_point and not self.lower

    @property
    def is_counted(self) -> bool:
        """Whether it is for one of something, other than by its mean: 月平均."""
        return self.per != "" and not (self.statistic in MEANS and len(self.per) == 1)

    def bounded(self, *, low: bool, strict: bool) -> Amount:
        """Return all from a number on, or all up to it."""
        return Amount(
            self.lower if low else None,
            None if low else self.upper,
            self.unit,
            self.per,
            low and not strict,
            not (low or strict),
            self.sign,
            self.is_about,
            self.statistic,
            self.change,
            self.label,
            self.is_each_time,
        )

    def changed(self, change: Change) -> Amount:
        """Return the size of a change, without the sign."""
        lower, upper = (None if end is None else abs(end) for end in (self.lower, self.upper))
        return self._replace(lower=lower, upper=upper, sign="", change=change)

    def of_statistic(self, statistic: str) -> Amount:
        """Return it with a statistic; a mean by month is one for each month.

        >>> Amount(Decimal(5), Decimal(5), "件").of_statistic("月平均").quantity()
        Quantity('5', '件', per='月', statistic='平均')
        """
        if statistic[1:] in MEANS:
            return self._replace(statistic=statistic[1:], per=self.per or statistic[0])
        return self._replace(statistic=statistic)

    def quantity(self) -> Quantity:
        """Return the value of the model."""
        lower, upper, unit, _, from_lower, to_upper, _, is_about, statistic, change, _, _ = self
        per = self.basis if self.is_each_time else self.per
        if lower is upper and not is_about:
            return Quantity(lower, unit, change=change, per=per, statistic=statistic)
        return Quantity(
            lower=lower,
            upper=upper,
            unit=unit,
            lower_closed=from_lower,
            upper_closed=to_upper,
            approximate=is_about,
            change=change,
            per=per,
            statistic=statistic,
        )


class Said(NamedTuple):
    """What one statement says."""

    amount: Amount | None = None
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

    @property
    def quantity(self) -> Quantity | None:
        """The value of the model that its number is."""
        return None if self.amount is None else self.amount.quantity()


def _ends(where: Where) -> tuple[int, int]:
    """Return the first token of something, and one past the last."""
    if isinstance(where, Item):
        return where.start, where.end
    items = where.items if isinstance(where, Match) else where
    return items[0].start, items[-1].end


def items_of(match: Match | Item | None) -> list[Item]:
    """Return all items below a match, in the order of the cell."""
    if match is None:
        return []
    return [match] if isinstance(match, Item) else match.items


def label_of(cell: Cell, where: Where | None) -> str:
    """Return a label as published."""
    if where is None:
        return ""
    first, last = _ends(where)
    start, end = cell.folded.span(cell.spans[first][0], cell.spans[last - 1][1])
    return cell.folded.original[start:end].strip(" :：").strip()


#: What is carried out on a cell.
Act: TypeAlias = Callable[[Cell], T]


class Ahead(Generic[T]):
    """An action that is settled once for a match, as far as it depends on kinds of tokens alone.

    It is written as a function of the match, which returns what is left to do on a cell.
    """

    def __init__(self, settle: Callable[[Match], Act[T]]) -> None:
        """Keep the function."""
        self.settle = settle

    def __call__(self, cell: Cell, match: Match) -> T:
        """Carry it out, as any other action."""
        act = match.settled.get(self)
        if act is None:
            act = match.settled[self] = self.settle(match)
        return act(cell)


def do(cell: Cell, match: Match) -> Any:
    """Carry out what a row makes of a match; where several rows match, they must say the same."""
    return (match.act or act_of(match))(cell)


def act_of(match: Match) -> Act[Any]:
    """Return what carries out a match on a cell."""
    if match.act is None:
        acts = [_act_of_row(each) for each in (match, *match.others)]
        match.act = acts[0] if len(acts) == 1 else lambda cell: _agreed(cell, match, acts)
    return match.act


def _act_of_row(match: Match) -> Act[Any]:
    action = match.row.action
    settle: Callable[[Match], Act[Any]] | None = getattr(action, "settle", None)
    return (lambda cell: action(cell, match)) if settle is None else settle(match)


def _agreed(cell: Cell, match: Match, acts: list[Act[Any]]) -> Any:
    """Return what all rows say that match the same stretch; one with few notes knows more."""
    values: list[Any] = []
    fault: Fault | None = None
    before, noted = cell.notes, cell.notes
    for each, act in zip((match, *match.others), acts, strict=True):
        cell.notes = [*before]
        try:
            value = act(cell)
        except Fault as found:
            fault = telling(fault, found)
            continue
        except InvalidDefinitionError:
            fault = telling(fault, cell.fault("number-malformed", each))
            continue
        if value not in values:
            values.append(value)
        if noted is before or len(cell.notes) < len(noted):
            noted, cell.taken[match] = cell.notes, each
    cell.notes = noted
    if len(values) == 1:
        return values[0]
    if fault is not None and not values:
        raise fault
    raise cell.fault("ambiguous", match)
