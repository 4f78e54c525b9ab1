"""Match the tokens of a cell against rows of patterns, each of which takes all of what it matches.

A pattern is written over kinds of tokens, parted by blanks::

    about? number=<number> (~per)? bound=floor|ceiling

``a|b`` is one token of either kind, ``<table>`` what a row of another table matches, ``x?``, ``x*``
and ``x+`` are as in regular expressions, ``(…)`` groups, ``~`` asks that no blank stands before,
``name=`` keeps what was matched. ``$name`` stands for one of the grammar's :attr:`Grammar.words`.

Rows have no order: a table yields every row that matches, and what two rows of the table of cells
say differently is refused. What is found for a sequence of kinds is kept, since it depends on
nothing else.

The rows are followed all at once, from the first item to the last, as Earley does: where those of
a table stand is a set of places in their patterns, and what was found for the first items is kept
for the sequences that go on differently. What a row keeps by its names is looked for only where
it is known to match.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeAlias

__all__ = ["COUNTING", "Grammar", "Item", "Match", "Plan", "Row", "closed_at"]


class Row(NamedTuple):
    """A form: what it is called, what it looks like, what it makes, and examples."""

    name: str
    pattern: str
    action: Callable[..., Any]
    examples: tuple[str, ...] = ()
    #: ``target`` or ``actual`` where it is a form of such cells only.
    only: str = ""


class Item(NamedTuple):
    """A token, or the group of tokens between two brackets."""

    kind: str
    gap: bool
    #: The first of its tokens, and one past the last.
    start: int
    end: int
    #: What was found between the brackets.
    match: Match | None = None


class Match:
    """A row that matched: its parts by name."""

    __slots__ = ("_items", "act", "others", "parts", "row", "settled")

    def __init__(self, row: Row, parts: dict[str, list[Any]]) -> None:
        self.row = row
        #: What carries it out on a cell, once that is settled.
        self.act: Callable[[Any], Any] | None = None
        #: The same of actions of other rows that its own makes use of.
        self.settled: dict[object, Callable[[Any], Any]] = {}
        #: Name → what was kept by it: items, or matches of other tables.
        self.parts = parts
        #: The other rows of its table that match the same stretch.
        self.others: tuple[Match, ...] = ()
        self._items: list[Item] | None = None

    def all(self, name: str) -> list[Any]:
        """Return all that was kept by a name."""
        return self.parts.get(name, [])

    def one(self, name: str) -> Any:
        """Return the first that was kept by a name, ``None`` if nothing was."""
        found = self.parts.get(name)
        return found[0] if found else None

    @property
    def items(self) -> list[Item]:
        """All items below it, in the order of the cell."""
        if self._items is None:
            found: list[Item] = []
            for kept in self.parts.values():
                for each in kept:
                    found += each.items if isinstance(each, Match) else [each]
            self._items = sorted(found, key=attrgetter("start"))
        return self._items


class Plan(NamedTuple):
    """What was found for a sequence of kinds."""

    #: The rows of the table of cells that match all of it.
    matches: tuple[Match, ...]
    #: The first token that no row could take.
    stuck: int
    #: Why there are none, ``""`` if there are.
    code: str = ""


_KEPT: Final = 20_000
#: For how many sequences only what they need is compiled, so that a first one is soon matched.
_FEW: Final = 8
#: How many steps are taken for a sequence before it is given up.
_STEPS: Final = 40_000
#: In how many ways a row may match a stretch before that is given up.
_WAYS: Final = 1_000

# -- patterns -------------------------------------------------------------------------------------

_ATOM: Final = r"(?:[$]?\w+|<\w+>)"
#: A bracket that opens, one that closes, or what a step keeps and takes, and how often.
_ELEMENT: Final = re.compile(
    rf"(\()|(\))([?*+]?)|([~_]?)(?:(\w+)=)?({_ATOM}(?:\|{_ATOM})*)([?*+]?)|\S"
)
_WORD: Final = re.compile(r"\$(\w+)")

#: Some steps of a table, one bit for each.
Places: TypeAlias = int


#: Where a stretch of a pattern may begin, the steps that it may end with, whether it may take
#: nothing, and how often it stands, where a bracket closes behind it.
_Stretch: TypeAlias = tuple[Places, list[int], bool, str | None]
#: The steps of a part of patterns, as if nothing stood before it, and the stretch that it is.
_Phrase: TypeAlias = "tuple[_Steps, _Stretch]"


class _Steps:
    """The steps of patterns, one behind the other."""

    def __init__(self, phrases: Mapping[str, _Phrase]) -> None:
        #: For each step the name by which it keeps what it takes and what that is, as the pattern
        #: has it (``~a|<b>``), and what may follow.
        self.steps: list[tuple[str, str]] = []
        self.then: list[Places] = []
        self.phrases = phrases

    def sequence(self, elements: Iterator[tuple[str, ...]]) -> _Stretch:
        """Return the stretch that the elements of a pattern are, up to a bracket that closes."""
        then = self.then
        begins, ends, may_be_empty = 0, list[int](), True
        for opens, closes, closed, glue, name, taken, often in elements:
            if closes:
                return begins, ends, may_be_empty, closed
            if opens:
                first, last, leaves_out, times = self.sequence(elements)
            elif taken in self.phrases:
                first, last, leaves_out, times = *self._put(self.phrases[taken]), often
            else:
                first, last, leaves_out, times = 1 << len(then), [len(then)], False, often
                self.steps.append((name, glue + taken))
                then.append(0)
            if times is None or not (opens or taken):
                raise ValueError("what stands in a pattern is no element, or no bracket closes")
            for at in (*ends, *last) if times and times in "*+" else ends:
                then[at] |= first
            if may_be_empty:
                begins |= first
            leaves_out = leaves_out or times in ("?", "*")
            ends = [*ends, *last] if leaves_out else last
            may_be_empty = may_be_empty and leaves_out
        return begins, ends, may_be_empty, None

    def _put(self, phrase: _Phrase) -> tuple[Places, list[int], bool]:
        """Add the steps of a phrase behind those that there are."""
        (inner, (begins, ends, may_be_empty, _)), at = phrase, len(self.then)
        self.steps += inner.steps
        self.then += [places << at for places in inner.then]
        return begins << at, [at + each for each in ends], may_be_empty


class _Table(_Steps):
    """The rows of a table, followed at once."""

    def __init__(self, grammar: Grammar, name: str) -> None:
        super().__init__(grammar.phrases)
        self.name = name
        #: For all that is taken which steps take it.
        self.taking: dict[str, Places] = {}
        #: The last step of each row, which takes nothing: the row and where it begins.
        self.rows: dict[int, tuple[Row, Places]] = {}
        for row in grammar.tables[name]:
            self._add(row, grammar.inner)
        for at, (_, taken) in enumerate(self.steps):
            self.taking[taken] = self.taking.get(taken, 0) | 1 << at
        self.ends = _all([1 << end for end in self.rows])
        self._grammar = grammar
        self._taken: dict[str, list[_Taker]] = {}
        #: The steps of which is known what they take, and what that is.
        self._known: Places = 0
        self._compiled: set[str] = set()
        #: The kinds that a row may begin with.
        self.first = self._firsts(_all([begin for _, begin in self.rows.values()]))
        #: Which of the tables it is.
        self.key = grammar.count(self) << _AT
        self._starts: dict[str, Places] = {}
        self._arcs: dict[tuple[Places, str], tuple[_Taker, ...]] = {}
        self._turns: dict[tuple[Places, str], list[_Turn]] = {}

    def _add(self, row: Row, inner: Mapping[str, str]) -> None:
        """Add the steps of a row."""
        pattern = _filled_in(row.pattern, inner)
        begin, last, may_be_empty, closed = self.sequence(_elements(pattern))
        if closed is not None:
            raise ValueError(f"a bracket too many closes in {pattern!r}")
        end = len(self.then)
        self.steps.append(("", ""))
        self.then.append(0)
        for at in last:
            self.then[at] |= 1 << end
        self.rows[end] = row, begin | (1 << end if may_be_empty else 0)

    def start(self, reader: str) -> Places:
        """Return where the rows begin that are forms of what a reader reads."""
        found = self._starts.get(reader)
        if found is None:
            begins = [begin for row, begin in self.rows.values() if row.only in ("", reader)]
            found = self._starts[reader] = _all(begins)
        return found

    def _firsts(self, places: Places) -> frozenset[str]:
        """Return the kinds that some steps may begin with, and compile the tables they name."""
        self._known |= places
        named = [each for each, at in self.taking.items() if at & places]
        if not self._compiled.issuperset(named):
            self._compiled.update(named)
            self._taken.clear()
        return frozenset[str]().union(*[self._grammar.first(each) for each in named])

    def taken(self, places: Places, symbol: str) -> list[_Taker]:
        """Return which of some steps take an item: by rows of a table, or by themselves."""
        if places & ~self._known:
            self._firsts(places if len(self._grammar.plans) < _FEW else ~0)
        found = self._taken.get(symbol)
        if found is None:
            kind = symbol.lstrip(" ")
            barred = "~" if kind != symbol else "_"
            by_table: dict[_Table | None, Places] = {}
            takers = self._grammar.takers[kind]
            for taken in self.taking.keys() & takers.keys():
                for table in takers[taken] if taken[0] != barred else ():
                    by_table[table] = by_table.get(table, 0) | self.taking[taken]
            found = self._taken[symbol] = list(by_table.items())
        return found

    def arcs(self, places: Places, symbol: str) -> tuple[_Taker, ...]:
        """Return for each table that takes an item at some steps what may follow it."""
        key = places, symbol
        found = self._arcs.get(key)
        if found is None:
            found = self._arcs[key] = tuple(
                [
                    (table, _all([self.then[at] for at in _bits(places & takers)]))
                    for table, takers in self.taken(places, symbol)
                    if places & takers
                ]
            )
        return found

    def turns(self, places: Places, symbol: str) -> list[_Turn]:
        """Return each way in which some steps take and keep an item, and what may follow."""
        key = places, symbol
        found = self._turns.get(key)
        if found is None:
            kind = symbol.lstrip(" ")
            takers = self._grammar.takers[kind]
            turns: dict[tuple[str, _Table | None], Places] = {}
            for at in _bits(places & _all([taking for _, taking in self.taken(places, symbol)])):
                name, taken = self.steps[at]
                for table in takers[taken]:
                    how = name or (kind if table is None else table.name), table
                    turns[how] = turns.get(how, 0) | self.then[at]
            found = self._turns[key] = [(*how, then) for how, then in turns.items()]
        return found


def _elements(pattern: str) -> Iterator[tuple[str, ...]]:
    """Return the elements of a pattern."""
    return chain.from_iterable(map(_between_blanks, pattern.split()))


@cache
def _between_blanks(word: str) -> list[tuple[str, ...]]:
    """Return the elements that stand between two blanks, most of them in many rows."""
    return _ELEMENT.findall(word)


def _filled_in(pattern: str, words: Mapping[str, str]) -> str:
    """Return a pattern with the words that it names."""
    return _WORD.sub(lambda found: words.get(found[1], found[0]), pattern)


#: A table that takes an item (``None``: it is taken by itself), and some steps.
_Taker: TypeAlias = tuple[_Table | None, Places]
#: By what name an item is kept, the table that takes it, and what may follow.
_Turn: TypeAlias = tuple[str, _Table | None, Places]


def _all(each: Iterable[Places]) -> Places:
    """Return all of some places."""
    found = 0
    for places in each:
        found |= places
    return found


def _bits(places: Places) -> Iterator[int]:
    """Yield which bits are set."""
    while places:
        last = places & -places
        yield last.bit_length() - 1
        places ^= last


class Grammar:
    """Tables of rows, ready to match."""

    def __init__(self, tables: Mapping[str, Sequence[Row]], words: Mapping[str, str]) -> None:
        self.tables = tables
        self.words = words
        #: Those that are a name and what it keeps, which more may belong to: ``$tail|g_other``.
        self.inner = {name: word for name, word in words.items() if "=" in word and " " not in word}
        #: Those of several elements; each stands behind those that it has in it.
        self.phrases: dict[str, _Phrase] = {}
        for name, word in words.items():
            if " " in word:
                steps = _Steps(self.phrases)
                self.phrases[f"${name}"] = steps, steps.sequence(_elements(word))
        #: Those that are compiled, in that order.
        self.compiled: list[_Table] = []
        self._firsts: dict[str, frozenset[str]] = {}
        #: Kind → what steps take it, each with what of it does: tables, or it by itself (``None``).
        self.takers: defaultdict[str, dict[str, tuple[_Table | None, ...]]] = defaultdict(dict)
        self._named: dict[str, _Table] = {}
        self._roots: dict[tuple[str, str], _Column] = {}
        self.plans: dict[tuple[str, tuple[str, ...]], Plan] = {}
        #: What was found for a stretch of items, and for what stands between brackets.
        self.stretches: dict[tuple[Any, ...], Match] = {}
        self.groups: dict[tuple[str, str, tuple[str, ...]], Group] = {}

    def plan(self, kinds: tuple[str, ...], reader: str) -> Plan:
        """Return what the rows make of a sequence of kinds."""
        key = reader, kinds
        plan = self.plans.get(key)
        if plan is None:
            if len(self.plans) > _KEPT:
                self.forget()
            plan = self.plans[key] = _planned(self, kinds, reader)
        return plan

    def forget(self) -> None:
        """Forget what was found for sequences of kinds, and what actions settled of it."""
        for found in (self.plans, self._roots, self.stretches, self.groups):
            found.clear()

    def found(self, kinds: tuple[str, ...], table: str) -> Iterator[Match]:
        """Yield what the rows of a table match, wherever it begins, and as long as may be."""
        signs = {"(": "open", ")": "close"}
        bare = [kind.lstrip(" ") for kind in kinds]
        items = [
            Item(signs.get(kind, kind), kinds[at][0] == " ", at, at + 1)
            for at, kind in enumerate(bare)
        ]
        begins = self.table(table).first
        at = 0
        while at < len(items):
            if items[at].kind not in begins:
                at += 1
                continue
            chart = self.chart(table, "", items[at:])
            key = chart.table.key
            end = at + max(
                end for end, each in enumerate(chart.columns) if key in each.done or not end
            )
            matches = self.chart(table, "", items[at:end]).whole()
            if matches:
                matches[0].others = tuple(matches[1:])
                yield matches[0]
            at = max(end, at + 1)

    def chart(self, table: str, reader: str, items: list[Item]) -> _Chart:
        """Return what the rows of a table match from the first of some items on."""
        root = self._roots.setdefault((reader, table), _Column())
        return _Chart(self, self.table(table), reader, root, items)

    def table(self, name: str) -> _Table:
        """Return the rows of a table, compiled."""
        found = self._named.get(name)
        if found is None:
            found = self._named[name] = _Table(self, name)
        return found

    def count(self, table: _Table) -> int:
        """Return how many tables were compiled before one."""
        self.compiled.append(table)
        return len(self.compiled) - 1

    def first(self, taken: str) -> frozenset[str]:
        """Return the kinds of items that a step may begin with, by what it takes: ``~a|<b>``."""
        found = self._firsts.get(taken)
        if found is None:
            whole = _filled_in(taken, self.words) if "$" in taken else taken
            parts = whole.lstrip("~_").split("|") if taken else []
            own = frozenset([each for each in parts if each[0] != "<"])
            tables = [self.table(each[1:-1]) for each in parts if each[0] == "<"]
            for table, kinds in (*((each, each.first) for each in tables), (None, own)):
                alone = (table,)
                for kind in kinds:
                    takers = self.takers[kind]
                    takers[taken] = (*takers[taken], table) if taken in takers else alone
            found = self._firsts[taken] = own.union(*[each.first for each in tables])
        return found


# -- matching -------------------------------------------------------------------------------------

#: A table and the item that its rows begin at, as one number: the key of the table and the item.
_Begun: TypeAlias = int
_AT: Final = 16
#: What a row keeps from an item on: a name, an item or a table and a stretch of it, and the rest.
_Kept: TypeAlias = "tuple[str, Item | tuple[_Table, int, int], _Kept] | None"
#: What a row may keep, by its table, the steps that are next, and a stretch of items.
_Ways: TypeAlias = dict[tuple[Places, int], list[_Kept]]


class _TooManyError(Exception):
    """A row matches in more ways than are looked for."""


class _Column:
    """What is found between two items: where the rows stand that took all before."""

    __slots__ = ("done", "next", "places", "steps", "waiting")

    def __init__(self, steps: int = 0) -> None:
        #: How many steps were taken up to it.
        self.steps = steps
        #: Where the rows of each table go on, and where they end.
        self.places: dict[_Begun, Places] = {}
        self.done: dict[_Begun, Places] = {}
        #: By the key of a table that begins at the item before: what waits for it, to go on where.
        self.waiting: dict[int, dict[_Begun, Places]] = {}
        #: What is found behind a next item.
        self.next: dict[str, _Column] = {}


class _Chart:
    """Matches the rows of a grammar against one sequence of items."""

    def __init__(
        self, grammar: Grammar, table: _Table, reader: str, root: _Column, items: list[Item]
    ) -> None:
        self.grammar = grammar
        self.table = table
        self.reader = reader
        self.items = items
        self.symbols = [f" {each.kind}" if each.gap else each.kind for each in items]
        #: What is found before each item, up to the first that no row takes.
        self.columns = [root]
        for symbol in self.symbols:
            last = self.columns[-1]
            column = last.next.get(symbol)
            if column is None:
                column = last.next[symbol] = self._behind(last, symbol)
            if not (column.places or column.done):
                break
            self.columns.append(column)

    def _behind(self, last: _Column, symbol: str) -> _Column:
        """Return what is found behind a next item."""
        made = _Column(last.steps)
        here = len(self.columns) - 1
        standing = list(last.places.items())
        if here == 0:
            standing = [(self.table.key, self.table.start(self.reader))]
        taken: list[tuple[_Begun, Places]] = []
        tables = self.grammar.compiled
        for key, places in standing:
            for inner, after in tables[key >> _AT].arcs(places, symbol):
                if inner is None:
                    taken.append((key, after))
                    continue
                waiting = made.waiting.get(inner.key)
                if waiting is None:
                    waiting = made.waiting[inner.key] = {}
                    standing.append((inner.key | here, inner.start(self.reader)))
                waiting[key] = after
        self._put(made, taken, here)
        return made

    def _put(self, made: _Column, taken: list[tuple[_Begun, Places]], here: int) -> None:
        """Let rows go on in a column; where some end, those go on that wait for their table."""
        places, done, columns = made.places, made.done, self.columns
        for key, after in taken:  # grows
            made.steps += 1
            if made.steps > _STEPS:
                return
            table = self.grammar.compiled[key >> _AT]
            ends = after & table.ends
            if ends != after:
                places[key] = places.get(key, 0) | (after ^ ends)
            if ends:
                if key not in done:
                    at = key & (1 << _AT) - 1
                    waiting = made.waiting if at == here else columns[at + 1].waiting
                    taken += waiting.get(table.key, {}).items()
                done[key] = done.get(key, 0) | ends

    def whole(self) -> list[Match]:
        """Return the rows that match all items."""
        end = len(self.items)
        if len(self.columns) <= end or self.table.key not in self.columns[end].done:
            return []
        try:
            return self.matches(self.table, 0, end)
        except _TooManyError:
            return []

    def match(self, table: _Table, at: int, end: int) -> Match:
        """Return a row of a table that matches a stretch, with the others that do."""
        key = self.reader, table.key, *self.items[at:end]
        known = self.grammar.stretches.get(key)
        if known is None:
            known, *others = self.matches(table, at, end)
            known.others = tuple(others)
            self.grammar.stretches[key] = known
        return known

    def matches(self, table: _Table, at: int, end: int) -> list[Match]:
        """Return each row of a table that matches a stretch, in each way in which it does."""
        ways: _Ways = {}
        found: list[Match] = []
        for bit in _bits(self.columns[end].done[table.key | at]):
            row, begin = table.rows[bit]
            kept = self._kept(table, begin, at, end, ways)
            found += [Match(row, self._parts(each)) for each in kept]
        if len(found) > 1:
            told: dict[tuple[Any, ...], Match] = {}
            for each in found:
                told.setdefault(_signature(each), each)
            found = list(told.values())
        return found

    def _parts(self, kept: _Kept) -> dict[str, list[Any]]:
        """Return what a row keeps by name."""
        parts: dict[str, list[Any]] = {}
        while kept is not None:
            name, what, kept = kept
            each = what if isinstance(what, Item) else self.match(*what)
            parts.setdefault(name, []).append(each)
        return parts

    def _kept(self, table: _Table, places: Places, at: int, end: int, ways: _Ways) -> list[_Kept]:
        """Return what a row may keep from an item on if it is to end at another."""
        if at == end:
            return [None] if places & table.ends else []
        key = places, at
        known = ways.get(key)
        if known is not None:
            return known
        found: list[_Kept] = []
        for name, inner, then in table.turns(places, self.symbols[at]):
            if inner is None:
                rests = self._kept(table, then, at + 1, end, ways)
                found += [(name, self.items[at], rest) for rest in rests]
                continue
            for last in range(end, at, -1):
                if inner.key | at in self.columns[last].done:
                    rests = self._kept(table, then, last, end, ways)
                    found += [(name, (inner, at, last), rest) for rest in rests]
        if len(found) > _WAYS:
            raise _TooManyError
        ways[key] = found
        return found


def _signature(match: Match) -> tuple[Any, ...]:
    """Return what tells a match from others of rows of its name: what each name was given to."""
    kept = [(name, each) for name, parts in match.parts.items() for each in parts]
    told = [
        (name, each.items[0].start, each.items[-1].end, each.row.name)
        if isinstance(each, Match)
        else (name, each.start)
        for name, each in kept
    ]
    return match.row.name, *sorted(told)


class Group(NamedTuple):
    """What was found between two brackets."""

    kind: str
    match: Match | None
    #: The token that no row could take, -1 if all were.
    stuck: int = -1


def _planned(grammar: Grammar, kinds: tuple[str, ...], reader: str) -> Plan:
    """Return what the rows of cells make of a sequence of kinds."""
    items, unclosed, stuck_in = _grouped(grammar, reader, kinds)
    if unclosed >= 0:
        return Plan((), unclosed, "bracket-not-closed")
    chart = grammar.chart("cell", reader, items)
    matches = chart.whole()
    if matches:
        return Plan(tuple(matches), -1)
    stuck = _stuck(chart, stuck_in, len(kinds) - 1)
    turned = _turned_before(kinds, stuck, reader)
    return Plan((), stuck, _code_of(kinds, stuck)) if turned < 0 else Plan((), turned, "turned")


def _stuck(chart: _Chart, stuck_in: Mapping[int, int], last: int) -> int:
    """Return the first token that no row could take, in the bracket that it is."""
    far = len(chart.columns) - 1
    stuck = chart.items[far].start if far < len(chart.items) else last
    return stuck_in.get(stuck, stuck)


def _turned_before(kinds: Sequence[str], stuck: int, reader: str) -> int:
    """Return the word that makes another thing of a number which no row could go on from: 残り5件.

    It is -1 where there is none.
    """
    before = [kind.lstrip(" ") for kind in kinds[: stuck + 1]]
    if _NUMBERS.isdisjoint(before):
        return -1
    turning = _TURNING | {"goal"} if reader == "actual" else _TURNING
    return next((at for at, kind in enumerate(before) if kind in turning), -1)


def _grouped(
    grammar: Grammar, reader: str, kinds: tuple[str, ...]
) -> tuple[list[Item], int, dict[int, int]]:
    """Make one item of each pair of brackets, and of each note to its end.

    Returns:
        The items, the bracket that none closes (-1: there is none), and for each bracket that no
        row takes where it begins, and the token in it that none could.
    """
    items: list[Item] = []
    stuck_in: dict[int, int] = {}
    index, last_index = _within_marks(kinds)
    while index < last_index:
        kind, match = kinds[index].lstrip(" "), None
        table, last, end = "", 0, index + 1
        if kind in _OPENING:
            table, last, end = _extent(kinds, index)
        if end < 0:
            return items, index, stuck_in
        if table in _WHOLE:
            kind, match, stuck = _group(grammar, reader, kinds[index + 1 : last], table)
            match = _moved(match, index + 1)
            if stuck >= 0:
                stuck_in[index] = index + 1 + stuck
        if table != "mark" and kind != "g_footnote":
            items.append(Item(kind, kinds[index][0] == " ", index, end, match))
        index = end
    if not any(each.kind == "subject" for each in items):
        items = [each for each in items if each.kind != "g_empty"]
    return items, -1, stuck_in


def _within_marks(kinds: tuple[str, ...]) -> tuple[int, int]:
    """Return what stands between the bullet before all of it and the stop behind it, if any do."""
    first, end = 0, len(kinds)
    if kinds[-1:] and kinds[-1].lstrip(" ") == "stop":
        end -= 1
    others = _BULLETS.get(kinds[0]) if kinds else None
    if others is not None and others.isdisjoint([*kinds[1:end], *map(str.lstrip, kinds[1:end])]):
        first = 1
    return (first, end) if first < end else (0, len(kinds))


_NUMBERS: Final = frozenset(("num", "one"))
#: What may be a value.
COUNTING: Final = _NUMBERS | {"zero", "half", "majority", "figures", "halved", "doubled"}
#: What parts those of a list.
_PARTING: Final = frozenset(("bullet", " bullet", " dot"))
#: What may stand before all of a cell, and what parts those of a list, of which it is the first.
_BULLETS: Final = {
    "bullet": _PARTING,
    "dot": _PARTING,
    "mark": frozenset(("mark",)),
    "note": COUNTING | {"note", "(", "missing"},
}
#: The kinds of tokens that more may belong to.
_OPENING: Final = frozenset(("(", "note", "footnote"))
#: The tables of what stands between brackets, and behind the sign of a note.
_WHOLE: Final = frozenset(("bracket", "note"))


def _extent(kinds: Sequence[str], index: int) -> tuple[str, int, int]:
    """Return what begins at a token (a bracket, a note, a mark of one), and where that ends.

    Returns:
        Its table, ``mark`` or nothing; where what it holds ends; where it ends, -1 if nowhere.
    """
    kind = kinds[index].lstrip(" ")
    table, end = "", index + 1
    if kind == "(":
        end = closed_at(kinds, index)
        return "bracket", end - 1, end
    if kind == "note":
        if index:
            end = _end_of_note(kinds, index)
        elif kinds[1:2] and kinds[1] in _PLAIN_MARK and _is_said(kinds[2:]):
            end = index + 2
        table = "mark" if end == index + 1 or _is_mark(kinds, index, end) else "note"
    elif kind == "footnote" and (closed := _end_of_mark(kinds, index)):
        table, end = "mark", closed
    return table, end, end


def _is_said(kinds: Sequence[str]) -> bool:
    """Whether a value, or that there is none, stands behind a mark and a blank: ※1 5件."""
    is_apart = bool(kinds) and kinds[0][0] == " "
    return is_apart and not _SAID.isdisjoint([kind.lstrip(" ") for kind in kinds])


def _group(grammar: Grammar, reader: str, kinds: tuple[str, ...], table: str) -> Group:
    """Return what stands between two brackets: its kind, and what was found there."""
    key = reader, table, kinds
    found = grammar.groups.get(key)
    if found is None:
        found = grammar.groups[key] = _named(grammar, reader, kinds, table)
    return found


def _named(grammar: Grammar, reader: str, kinds: tuple[str, ...], table: str) -> Group:
    if kinds[:1] in _MARKS and all(each in _PLAIN_MARK for each in kinds[1:]):
        return Group("g_footnote", None)
    items, unclosed, stuck_in = _grouped(grammar, reader, kinds)
    if unclosed >= 0:
        return Group("g_other", None)
    if not items:
        return Group("g_empty", None)
    if len(items) == 1 and items[0].kind.startswith("g_") and items[0].kind != "g_other":
        return Group(items[0].kind, items[0].match)
    chart = grammar.chart(table, reader, items)
    found = chart.whole()
    if not found:
        has_number = any(kind.lstrip(" ") in COUNTING for kind in kinds)
        kind = "g_other" if has_number else "g_words"
        return Group(kind, None, _stuck(chart, stuck_in, items[-1].start))
    match, *others = found
    if any(each.row.name != match.row.name for each in others):
        return Group("g_other", None)
    match.others = tuple(others)
    return Group(match.row.name, match, items[0].start if match.row.name == _AIMED else -1)


#: A bracket that tells what is before it, or makes another thing of it: a refusal points into it.
_AIMED: Final = "g_aimed"
#: Words that make another thing of a number; a target is one only beside what was reached.
_TURNING: Final = frozenset(("turned", "planned", "missed"))
#: Kind of a token that no row could take → the code of the issue.
_CODES: Final = {
    **dict.fromkeys(("not", "except", "stopped", "undone"), "negated"),
    **dict.fromkeys((*_TURNING, "goal"), "turned"),
    **dict.fromkeys(("dash", "missing", "dots"), "part-without-number"),
    **dict.fromkeys(("floor", "ceiling", "above", "below", "within"), "second-statement"),
    **dict.fromkeys(("average", "before", "now", "legal", "record", "either"), "second-statement"),
}
#: What says of a value, or that there is none.
_SAID: Final = COUNTING | {"dash", "missing", "dots", "undone", "deed", "deeds", "keep"}


def _code_of(kinds: Sequence[str], stuck: int) -> str:
    """Return what to say of the first token that no row could take."""
    if not 0 <= stuck < len(kinds):
        return "no-form"
    kind = kinds[stuck].lstrip(" ")
    before = {each.lstrip(" ") for each in kinds[:stuck]}
    if kind in _NUMBERS and before & _NUMBERS:
        return "several-numbers"
    return _CODES.get(kind, "no-form") if before else "no-form"


def _moved(match: Match | None, offset: int) -> Match | None:
    """Return a match whose items stand *offset* tokens later."""
    if match is None:
        return None
    parts = {name: [_shifted(each, offset) for each in kept] for name, kept in match.parts.items()}
    moved = Match(match.row, parts)
    moved.others = tuple(each for each in (_moved(other, offset) for other in match.others) if each)
    return moved


def _shifted(each: Any, offset: int) -> Any:
    if isinstance(each, Item):
        start, end = each.start + offset, each.end + offset
        return Item(each.kind, each.gap, start, end, _moved(each.match, offset))
    return _moved(each, offset)


def closed_at(kinds: Sequence[str], start: int) -> int:
    """Return one past the bracket that closes the one at *start*, -1 if none does.

    What is no bracket closes by itself.
    """
    depth = 0
    for index in range(max(start, 0), len(kinds)):
        kind = kinds[index].lstrip(" ")
        depth += (kind == "(") - (kind == ")")
        if depth == 0:
            return index + 1
    return -1


_AFTER_MARK: Final = frozenset(
    [
        "floor",
        "ceiling",
        "above",
        "below",
        "by",
        "of",
        "to",
        "subject",
        "with",
        "at",
        "from",
        "keep",
        "up",
        "down",
        "per",
        "stroke",
        "decade",
        "around",
        "same",
        "comma",
        "stop",
        "aim",
    ]
)
#: Units, which a mark may stand before: 1,032*件.
_UNITS: Final = frozenset(["unit", "pct", "point", "open", "times"])
_PLAIN_MARK: Final = frozenset(["num", "one"])
#: What begins a mark in brackets: （注2）, （※1）.
_MARKS: Final = (("note",), ("footnote",))


def _end_of_note(kinds: Sequence[str], start: int) -> int:
    """Return where a note ends: a mark by itself, or all up to the next note."""
    after = [kind.lstrip(" ") for kind in kinds[start + 1 :]]
    if not after or after[0] in _AFTER_MARK | _UNITS or after[0] in ("(", ")", "colon"):
        if after and after[0] == "(" and closed_at(kinds, start + 1) < len(kinds):
            return len(kinds)
        return start + 1
    is_behind = start > 0 and kinds[start] == "note" and kinds[start + 2 : start + 3] != ()
    is_apart = is_behind and kinds[start + 2][0] in " ("  # 4.1%*3 男性 5%, 71%*2(市内)
    if kinds[start + 1] in _PLAIN_MARK and (len(after) == 1 or after[1] in _AFTER_MARK or is_apart):
        return start + 2
    depth = 0
    for index in range(start + 1, len(kinds)):
        kind = kinds[index].lstrip(" ")
        depth += (kind == "(") - (kind == ")")
        if kind == "note" or depth < 0:
            return index
    return len(kinds)


def _end_of_mark(kinds: Sequence[str], start: int) -> int:
    """Return where a mark ends that only a bracket closes, 0 if it is none: 注1)."""
    end = start + 1 + (kinds[start + 1 : start + 2] != () and kinds[start + 1] in _PLAIN_MARK)
    return end + 1 if kinds[end : end + 1] == (")",) else 0


def _is_mark(kinds: Sequence[str], start: int, end: int) -> bool:
    return end == start + 2 and kinds[start + 1] in _PLAIN_MARK
