"""Match the tokens of a cell against rows of patterns, each of which takes all of what it matches.

A pattern is written over kinds of tokens, parted by blanks::

    about? number=<number> (~per)? bound=floor|ceiling

``a|b`` is one token of either kind, ``<table>`` what a row of another table matches, ``x?``, ``x*``
and ``x+`` are as in regular expressions, ``(…)`` groups, ``~`` asks that no blank stands before,
``name=`` keeps what was matched. ``$name`` stands for one of the grammar's :attr:`Grammar.words`.

Rows have no order: a table yields every row that matches, and what two rows of the table of cells
say differently is refused. What is found for a sequence of kinds is kept, since it depends on
nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple, TypeAlias

__all__ = ["Grammar", "Item", "Match", "Plan", "Row"]


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

    __slots__ = ("end", "others", "parts", "row", "start")

    def __init__(self, row: Row, start: int, end: int, parts: dict[str, list[Any]]) -> None:
        self.row = row
        #: The first item, and one past the last.
        self.start = start
        self.end = end
        #: Name → what was kept by it: items, or matches of other tables.
        self.parts = parts
        #: The other rows of its table that match the same stretch.
        self.others: tuple[Match, ...] = ()

    def all(self, name: str) -> list[Any]:
        """Return all that was kept by a name."""
        return self.parts.get(name, [])

    def one(self, name: str) -> Any:
        """Return the first that was kept by a name, ``None`` if nothing was."""
        found = self.parts.get(name)
        return found[0] if found else None


class Plan(NamedTuple):
    """What was found for a sequence of kinds."""

    #: The rows of the table of cells that match all of it.
    matches: tuple[Match, ...]
    #: The first token that no row could take.
    stuck: int
    #: Why there are none, ``""`` if there are.
    code: str = ""


_NONE: Final[frozenset[str]] = frozenset()


class _Element:
    """One part of a pattern, and the one that follows."""

    __slots__ = ("first", "glued", "group", "kinds", "least", "many", "name", "tables", "then")

    def __init__(
        self, atoms: str | None, group: _Element | None, name: str, glued: str, times: str
    ) -> None:
        self.kinds, self.tables = _alternatives(atoms) if atoms is not None else (_NONE, ())
        #: The first of the elements between its brackets.
        self.group = group
        self.name = name or (self.tables[0] if self.tables else "")
        #: Whether a blank may stand before it: ``~`` no, ``_`` it must.
        self.glued = glued
        #: Whether it must match; what may match nothing need not.
        self.least: bool = times in ("", "+") and (
            group is None or any(each.least for each in _from(group))
        )
        self.many = times in ("*", "+")
        #: The kinds that it may begin with.
        self.first = self.kinds
        self.then: _Element | None = None


@cache
def _alternatives(atoms: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the kinds and the tables of ``a|<b>``; many elements have the same."""
    parts = atoms.split("|")
    kinds = frozenset(each for each in parts if each[:1] != "<")
    return kinds, tuple(each[1:-1] for each in parts if each[:1] == "<")


def _from(element: _Element | None) -> Iterator[_Element]:
    """Yield an element and those that follow."""
    while element is not None:
        yield element
        element = element.then


class _Form(NamedTuple):
    """A row, ready to match."""

    row: Row
    #: The first element of its pattern.
    pattern: _Element | None
    #: The kinds that it may begin with.
    first: frozenset[str]
    #: Of each of these there must be one among the items that it matches, in this order.
    needs: tuple[frozenset[str], ...]


_ATOM: Final = r"(?:\w+|<\w+>)"
_ELEMENT: Final = re.compile(
    rf"\s*(?P<glued>[~_]?)(?:(?P<name>\w+)=)?(?:(?P<open>\()|(?P<atoms>{_ATOM}(?:\|{_ATOM})*))(?P<times>[?*+]?)"
)
_WORD: Final = re.compile(r"\$(\w+)")
_CLOSE: Final = re.compile(r"\s*\)(?P<times>[?*+]?)")

#: The tables whose rows must match all items.
_WHOLE: Final = frozenset(("cell", "bracket", "note"))


class Grammar:
    """Tables of rows, ready to match."""

    def __init__(self, tables: Mapping[str, Sequence[Row]], words: Mapping[str, str]) -> None:
        self.tables = tables
        self.words = words
        self._compiled: dict[str, list[_Form]] = {}
        self._firsts: dict[str, frozenset[str]] = {}
        self._beginning: dict[tuple[str, str, str], list[_Form]] = {}
        self._plans: dict[tuple[str, tuple[str, ...]], Plan] = {}

    def plan(self, kinds: tuple[str, ...], reader: str) -> Plan:
        """Return what the rows make of a sequence of kinds."""
        key = reader, kinds
        plan = self._plans.get(key)
        if plan is None:
            if len(self._plans) > _KEPT:
                self._plans.clear()
            plan = self._plans[key] = _Matcher(self, reader).plan(kinds)
        return plan

    def found(self, kinds: tuple[str, ...], table: str) -> Iterator[Match]:
        """Yield what the rows of a table match, wherever it begins, and as long as may be."""
        matcher = _Matcher(self, "")
        matcher.over(matcher.grouped(kinds, flat=True)[0])
        at = 0
        while at < len(matcher.items):
            matches = matcher.matches(table, at)
            if matches:
                yield matches[0]
                at = matches[0].end
            else:
                at += 1

    def beginning(self, table: str, kind: str, reader: str) -> list[_Form]:
        """Return the rows of a table that may begin with an item of a kind, compiled."""
        key = table, kind, reader
        found = self._beginning.get(key)
        if found is None:
            found = self._beginning[key] = [
                form
                for form in self.rows(table)
                if kind in form.first and form.row.only in ("", reader)
            ]
        return found

    def rows(self, table: str) -> list[_Form]:
        """Return the rows of a table, compiled."""
        found = self._compiled.get(table)
        if found is None:
            found = self._compiled[table] = [self._of_row(table, row) for row in self.tables[table]]
        return found

    def _of_row(self, table: str, row: Row) -> _Form:
        """Return a row with what its pattern is made of."""
        pattern = row.pattern
        while "$" in pattern:
            pattern = _WORD.sub(lambda found: self.words[found[1]], pattern)
        element, end = _elements(pattern, 0)
        if pattern[end:].strip():
            raise ValueError(f"cannot read the pattern from {pattern[end:]!r}")
        if table in _WHOLE:
            element = _ended(element)
        self._find_firsts(element)
        return _Form(row, element, _first(element), tuple(self._needs(element)))

    def _find_firsts(self, pattern: _Element | None) -> None:
        """Let elements know what they may begin with, so that few are tried in vain."""
        for each in _from(pattern):
            if each.group is not None:
                self._find_firsts(each.group)
                each.first = _first(each.group)
            elif each.tables:
                each.first = each.kinds.union(*map(self._first_of, each.tables))

    def _first_of(self, table: str) -> frozenset[str]:
        """Return the kinds that the rows of a table may begin with."""
        found = self._firsts.get(table)
        if found is None:
            found = self._firsts[table] = _NONE.union(*(form.first for form in self.rows(table)))
        return found

    def _needs(self, pattern: _Element | None) -> Iterator[frozenset[str]]:
        """Yield what must be there of each element that must match, in this order."""
        for element in _from(pattern):
            if not element.least:
                continue
            if element.group is not None:
                yield from self._needs(element.group)
            elif len(element.tables) == 1 and not element.kinds:
                first, *others = self.rows(element.tables[0])
                yield from [element.first] if others else first.needs
            else:
                yield element.first


def _ended(pattern: _Element | None) -> _Element:
    """Return a pattern that matches only what nothing follows."""
    *before, end = (*_from(pattern), _Element("", None, "", "", ""))
    if before:
        before[-1].then = end
    return pattern or end


def _first(pattern: _Element | None) -> frozenset[str]:
    """Return the kinds that a pattern may begin with."""
    first = _NONE
    for element in _from(pattern):
        first |= element.first
        if element.least:
            break
    return first


def _elements(pattern: str, at: int) -> tuple[_Element | None, int]:
    """Return the first of the elements from a place on, and where the last ends."""
    first: _Element | None = None
    last: _Element | None = None
    while found := _ELEMENT.match(pattern, at):
        at = found.end()
        group, times = None, found["times"]
        if found["open"]:
            group, at = _elements(pattern, at)
            close = _CLOSE.match(pattern, at)
            if close is None:
                raise ValueError(f"no bracket closes in {pattern!r}")
            at, times = close.end(), close["times"]
        element = _Element(found["atoms"], group, found["name"], found["glued"], times)
        if last is None:
            first = element
        else:
            last.then = element
        last = element
    return first, at


_KEPT: Final = 20_000
#: How many steps are taken for a sequence before it is given up.
_STEPS: Final = 40_000


#: What a pattern has kept: a name, what is kept by it, and what was kept before.
_Kept: TypeAlias = "tuple[str, Item | Match, _Kept] | None"
#: A place where a pattern may end, and what it keeps if it ends there.
_Way: TypeAlias = tuple[int, _Kept]


class _Matcher:
    """Matches the rows of a grammar against one sequence."""

    def __init__(self, grammar: Grammar, reader: str) -> None:
        self.grammar = grammar
        self.reader = reader
        self.items: list[Item] = []
        #: The kind of each item, and ``""`` behind the last.
        self.kinds: list[str] = []
        #: The kinds from each item on.
        self.ahead: list[frozenset[str]] = []
        #: Whether rows are left out that need what does not follow.
        self.is_hurried = True
        self.far = 0
        self.steps = 0
        #: Where a bracket or a note begins that no row takes → the token in it that none could.
        self.stuck_in: dict[int, int] = {}
        self._found: dict[tuple[str, int], list[Match]] = {}

    def plan(self, kinds: tuple[str, ...]) -> Plan:
        """Return what the rows make of a sequence of kinds."""
        found = self._plan(kinds)
        if found.code:  # how far rows come is seen where each is tried
            self.is_hurried = False
            self.stuck_in.clear()
            found = self._plan(kinds)
        return found

    def _plan(self, kinds: tuple[str, ...]) -> Plan:
        items, unclosed = self.grouped(kinds)
        if unclosed >= 0:
            return Plan((), unclosed, "bracket-not-closed")
        matches = self.whole(items, "cell")
        stuck = items[self.far].start if self.far < len(items) else len(kinds) - 1
        stuck = self.stuck_in.get(stuck, stuck)
        code = "" if matches else _code_of(kinds, stuck)
        return Plan(tuple(matches), stuck, code)

    def whole(self, items: list[Item], table: str) -> list[Match]:
        """Return the rows of a table that match all of the items."""
        self.over(items)
        return self.matches(table, 0)

    def over(self, items: list[Item]) -> None:
        """Begin to match a sequence of items."""
        self.items, self.far, self.steps, self._found = items, 0, 0, {}
        self.kinds = [*(each.kind for each in items), ""]
        self.ahead = [frozenset(self.kinds[at:]) for at in range(len(self.kinds))]

    def grouped(self, kinds: tuple[str, ...], *, flat: bool = False) -> tuple[list[Item], int]:
        """Make one item of each pair of brackets, and of each note to its end, unless *flat*."""
        items: list[Item] = []
        index = 0
        while index < len(kinds):
            kind = kinds[index]
            gap = kind[0] == " "
            kind = kind.lstrip(" ")
            end = index + 1
            match = None
            if flat:
                kind = {"(": "open", ")": "close"}.get(kind, kind)
            if kind == "(":
                end = _closing(kinds, index)
                if end < 0:
                    return items, index
                kind, match = self.named(kinds[index + 1 : end - 1], index + 1, "bracket")
            elif kind == "note" and not flat:
                end = _end_of_note(kinds, index)
                if (
                    index == 0
                    and kinds[1:2]
                    and kinds[1] in _PLAIN_MARK
                    and kinds[2:3]
                    and kinds[2][0] == " "
                ):
                    kind, end = "notemark", index + 2
                elif end == index + 1 or index == 0:
                    kind, end = "notemark", index + 1
                elif _is_mark(kinds, index, end):
                    kind = "notemark"
                else:
                    kind, match = self.named(kinds[index + 1 : end], index + 1, "note")
            elif kind == "footnote" and (closed := _end_of_mark(kinds, index)):
                kind, end = "notemark", closed
            items.append(Item(kind, gap, index, end, match))
            index = end
        kept = [each for each in items if each.kind not in ("notemark", "g_footnote")]
        if any(each.kind == "g_empty" for each in kept) and not any(
            each.kind == "subject" for each in kept
        ):
            kept = [each for each in kept if each.kind != "g_empty"]
        return kept, -1

    def named(self, kinds: tuple[str, ...], offset: int, table: str) -> tuple[str, Match | None]:
        """Return the kind of what stands between two brackets, and what was found there."""
        if kinds[:1] in _MARKS and all(each in _PLAIN_MARK for each in kinds[1:]):
            return "g_footnote", None
        inner, unclosed = self.grouped(kinds)
        if unclosed >= 0:
            return "g_other", None
        if not inner:
            return "g_empty", None
        if len(inner) == 1 and inner[0].kind.startswith("g_") and inner[0].kind != "g_other":
            return inner[0].kind, _moved(inner[0].match, offset)
        moved = [
            each._replace(
                start=each.start + offset, end=each.end + offset, match=_moved(each.match, offset)
            )
            for each in inner
        ]
        found = self.whole(moved, table)
        if not found:
            stuck = moved[min(self.far, len(moved) - 1)].start
            self.stuck_in[offset - 1] = self.stuck_in.get(stuck, stuck)
        if len({each.row.name for match in found for each in (match, *match.others)}) != 1:
            has_number = any(kind.lstrip(" ") in _COUNTING for kind in kinds)
            return "g_other" if has_number or found else "g_words", None
        match = found[0]
        return match.row.name, _bound(match, moved)

    def matches(self, table: str, at: int) -> list[Match]:
        """Return what the rows of a table match from an item on, the longest first."""
        key = table, at
        known = self._found.get(key)
        if known is not None:
            return known
        self._found[key] = []
        found: list[Match] = []
        is_missing = self.ahead[at].isdisjoint
        for row, pattern, _, needs in self.grammar.beginning(table, self.kinds[at], self.reader):
            if self.is_hurried and (any(map(is_missing, needs)) or not self._has(needs, at)):
                continue
            for end, kept in self.sequence(pattern, at, None, []):
                if end > at:
                    match = Match(row, at, end, _named(kept))
                    if not any(_is_same(each, match) for each in found):
                        found.append(match)
        if not found and at > self.far:
            self.far = at
        result = self._found[key] = found if table == "cell" else _by_end(found)
        return result

    def _has(self, needs: tuple[frozenset[str], ...], at: int) -> bool:
        """Return whether there is what a row needs, in the order in which it does."""
        kinds = self.kinds
        for need in needs:
            while at < len(kinds) and kinds[at] not in need:
                at += 1
            if at == len(kinds):
                return False
            at += 1
        return True

    def sequence(
        self,
        element: _Element | None,
        at: int,
        kept: _Kept,
        found: list[_Way],
        *,
        met: bool = False,
    ) -> list[_Way]:
        """Add each way in which a pattern may match, and return all.

        Args:
            element: The element that is to match next; ``None`` at the end of the pattern.
            at: The first item.
            kept: What the elements before keep.
            found: The ways found so far.
            met: Whether that element, which may be repeated, has matched before.
        """
        self.steps += 1
        if self.steps > _STEPS:
            return found
        kind = self.kinds[at]
        while element is not None:
            if kind in element.first:
                if not kind:  # all items are matched
                    found.append((at, kept))
                    break
                again = element.many
                following = element if again else element.then
                for end, now in self.once(element, at, kept):
                    if end > at:
                        self.sequence(following, end, now, found, met=again)
            if element.least and not met:
                break
            element = element.then
            met = False
        else:
            found.append((at, kept))
        return found

    def once(self, element: _Element, at: int, kept: _Kept) -> list[_Way]:
        """Return the ways in which one element matches once an item that it may begin with."""
        item = self.items[at]
        if element.glued and item.gap == (element.glued == "~"):
            return []
        if element.group is not None:
            return self.sequence(element.group, at, kept, [])
        name = element.name
        found: list[_Way] = []
        for table in element.tables:
            found += [(match.end, (name, match, kept)) for match in self.matches(table, at)]
        if item.kind in element.kinds:
            if at >= self.far:
                self.far = at + 1
            found.append((at + 1, (name or item.kind, item, kept)))
        return found


def _is_same(one: Match, other: Match) -> bool:
    """Return whether two matches are of rows of one name, and give each name the same."""
    return (
        one.end == other.end
        and one.row.name == other.row.name
        and _signature(one) == _signature(other)
    )


def _signature(match: Match) -> tuple[Any, ...]:
    """Return what tells two matches of a row apart: what each name was given to."""
    return tuple(
        (
            name,
            tuple(
                [
                    (each.start, each.end, each.row.name if isinstance(each, Match) else "")
                    for each in kept
                ]
            ),
        )
        for name, kept in sorted(match.parts.items())
    )


def _by_end(found: list[Match]) -> list[Match]:
    """Return one match for each place where some end, with the others that end there."""
    if len(found) < 2:  # noqa: PLR2004 - nothing to sort
        return found
    ends: dict[int, list[Match]] = {}
    for each in found:
        ends.setdefault(each.end, []).append(each)
    result: list[Match] = []
    for end in sorted(ends, reverse=True):
        first, *others = ends[end]
        first.others = tuple(others)
        result.append(first)
    return result


def _named(kept: _Kept) -> dict[str, list[Any]]:
    parts: dict[str, list[Any]] = {}
    while kept is not None:
        name, what, kept = kept
        parts.setdefault(name, []).insert(0, what)
    return parts


def _bound(match: Match, items: list[Item]) -> Match:
    """Keep the items that a match of another sequence was found over."""
    match.parts["items"] = items
    return match


#: Kind of a token that no row could take → the code of the issue.
_CODES: Final = {
    **dict.fromkeys(("not", "except", "stopped"), "negated"),
    **dict.fromkeys(("turned", "goal"), "turned"),
    **dict.fromkeys(("dash", "missing", "dots"), "part-without-number"),
    **dict.fromkeys(("floor", "ceiling", "above", "below", "within"), "second-statement"),
    **dict.fromkeys(("average", "before", "now", "legal", "record", "either"), "second-statement"),
}
_NUMBERS: Final = frozenset(("num", "one"))
#: What may be a value.
_COUNTING: Final = _NUMBERS | {"zero", "half", "majority", "figures", "halved", "doubled"}


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
    moved = Match(match.row, match.start, match.end, parts)
    moved.others = tuple(each for each in (_moved(other, offset) for other in match.others) if each)
    return moved


def _shifted(each: Any, offset: int) -> Any:
    if isinstance(each, Item):
        return each._replace(
            start=each.start + offset, end=each.end + offset, match=_moved(each.match, offset)
        )
    return _moved(each, offset)


def _closing(kinds: Sequence[str], start: int) -> int:
    """Return one past the bracket that closes the one at *start*, -1 if none does."""
    depth = 0
    for index in range(start, len(kinds)):
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
_PLAIN_MARK: Final = frozenset(["num", "one"])
#: What begins a mark in brackets: （注2）, （※1）.
_MARKS: Final = (("note",), ("footnote",))


def _end_of_note(kinds: Sequence[str], start: int) -> int:
    """Return where a note ends: a mark by itself, or all up to the next note."""
    after = [kind.lstrip(" ") for kind in kinds[start + 1 :]]
    if not after or after[0] in _AFTER_MARK or after[0] in ("(", ")", "colon"):
        if after and after[0] == "(" and _closing(kinds, start + 1) < len(kinds):
            return len(kinds)
        return start + 1
    if after[0] in _PLAIN_MARK and (len(after) == 1 or after[1] in _AFTER_MARK):
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
