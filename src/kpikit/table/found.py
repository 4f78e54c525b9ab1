"""Facts into indicators: those of one name, in one place, are the values of one indicator."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final, final

import attrs

from kpikit.cell import Vocabulary
from kpikit.cell.vocabulary import USUAL
from kpikit.language.headings import LATEST
from kpikit.language.issue import Issue, Location
from kpikit.language.lines import TOTAL
from kpikit.model.plan import Chosen
from kpikit.model.period import Period
from kpikit.table.classes import Class
from kpikit.table.facts import Fact, Facts
from kpikit.table.fields import Fields
from kpikit.table.headings import Column, Role, folded
from kpikit.table.indicators import read_indicator
from kpikit.table.lines import Row
from kpikit.table.read import Node, Tree
from kpikit.table.sections import Heading, read_category, read_departments
from kpikit.table.sheet import Box

__all__ = ["Found", "Group"]

_BLANK: Final = "\N{IDEOGRAPHIC SPACE}"
_TOTAL: Final = re.compile(TOTAL)
_LATEST: Final = re.compile(LATEST)
#: What stands before a name and is no part of it.
_BESIDE: Final = (
    Role.NUMBER,
    Role.CATEGORY,
    Role.DEPARTMENT,
    Role.DIRECTION,
    Role.RATE,
    Role.RESULT,
    Role.CHANGE,
    Role.REMARK,
)


@final
@attrs.define(eq=False)
class Group:
    """The facts of an indicator."""

    #: Its name as published, with what tells it apart.
    name: str
    #: The cell of its name.
    box: Box
    #: The sections that it stands in, the outermost first.
    path: tuple[str, ...]
    facts: list[Fact] = attrs.field(factory=list[Fact])
    #: What the other cells of its rows say of it.
    about: dict[Role, list[Box]] = attrs.field(factory=dict[Role, list[Box]])

    @property
    def roles(self) -> set[Role]:
        """Which values it has."""
        return {fact.role for fact in self.facts}

    @property
    def has_figure(self) -> bool:
        """Whether any of its values is a number."""
        return any(fact.box.kind is Class.FIGURE for fact in self.facts)

    @property
    def is_total(self) -> bool:
        """Whether it is the sum or the mean of others."""
        return any(_TOTAL.fullmatch(box.text) for fact in self.facts for box in fact.names)

    def takes(self, fact: Fact) -> bool:
        """Whether a fact adds something: no other is of its role and period."""
        key = fact.role, fact.period
        return all((each.role, each.period) != key for each in self.facts)


@final
@attrs.define(eq=False, slots=False)
class Found:
    """The indicators of a sheet whose cells were told by their labels."""

    file: str
    sheet: str
    facts: Facts
    title: str = ""

    @cached_property
    def groups(self) -> list[Group]:
        """The facts by indicator; those of totals, and of words alone, are none."""
        groups: list[Group] = []
        last: dict[tuple[str, tuple[str, ...]], Group] = {}
        named = self._qualified()
        for fact in self.facts.facts:
            name, path = named[fact], _path(fact, fact.about)
            known = last.get((name, path))
            if known is None or not known.takes(fact):
                known = last[name, path] = Group(name, fact.names[0], path)
                groups.append(known)
            known.facts.append(fact)
            for role, boxes in fact.about.items():
                kept = known.about.setdefault(role, [])
                kept += [box for box in boxes if box not in kept]
        for group in groups:
            group.facts = _in_order(group.facts)
        return groups

    def _qualified(self) -> dict[Fact, str]:
        """Return the name of each fact, with the heading above it where that alone tells apart."""
        seen: dict[tuple[object, ...], list[Fact]] = {}
        for fact in self.facts.facts:
            seen.setdefault((fact.names, fact.role, fact.period), []).append(fact)
        several = {fact.names for facts in seen.values() if len(facts) > 1 for fact in facts}
        named: dict[Fact, str] = {}
        for fact in self.facts.facts:
            above = fact.above if fact.names in several else ()
            named[fact] = _BLANK.join(dict.fromkeys([*(box.text.strip() for box in above), _name(fact)]))
        keys: dict[tuple[object, ...], list[Fact]] = {}
        for fact in self.facts.facts:
            keys.setdefault((fact.names, named[fact], fact.role, fact.period), []).append(fact)
        unclear = {fact for facts in keys.values() if len(facts) > 1 for fact in facts}
        self.facts.doubts += [fact.box for fact in unclear if fact.box.kind is Class.FIGURE]
        self.facts.facts = [fact for fact in self.facts.facts if fact not in unclear]
        return named

    @property
    def indicators(self) -> list[Group]:
        """The groups that are indicators."""
        return [each for each in self.groups if self.is_indicator(each)]

    def is_indicator(self, group: Group) -> bool:
        """Whether a group has values, and is no total."""
        told = group.has_figure or {Role.TARGET, Role.ACTUAL} <= group.roles
        return told and not group.is_total

    @property
    def is_whole(self) -> bool:
        """Whether targets and actuals were found."""
        roles = set[Role]().union(*(group.roles for group in self.indicators))
        return {Role.TARGET, Role.ACTUAL} <= roles and not (self.doubts or self._unvalued)

    @property
    def _unvalued(self) -> list[Box]:
        """Names without a value among those that have some."""
        heads = {id(fact.head) for fact in self.facts.facts}
        return [box for box, head in self.facts.unvalued if id(head) in heads]

    @property
    def doubts(self) -> list[Box]:
        """Values of which labels say two things, or which a label and a year tell by turns."""
        groups = self.groups
        told = {
            id(fact.head) for group in groups for fact in group.facts if fact.is_told_by_row
        }
        assumed = [
            fact.box
            for group in groups
            for fact in group.facts
            if fact.is_assumed and id(fact.head) in told
        ]
        halves = [
            other.box
            for one, other in pairwise(groups)
            if _is_half(one, Role.TARGET) and _is_half(other, Role.ACTUAL)
        ]
        return [*self.facts.doubts, *assumed, *halves]

    @property
    def columns(self) -> tuple[Column, ...]:
        """Headings, which a layout may name."""
        return ()

    def place(self, box: Box | None = None) -> Location:
        """Return the place of a cell."""
        return Location(self.file, box.row if box else 1, "", self.sheet)

    def tree(self, vocabulary: Vocabulary = USUAL) -> Tree:
        """Return the sections and the indicators."""
        root = Node(Heading("table", "", self.title, ""), self.title, self.place())
        tree = Tree(root, remarks=[line.text for line in self.facts.lines])
        for group in self.indicators:
            fields = self.fields(group, vocabulary)
            indicator, issues = read_indicator(fields, group.name)
            node = _opened(root, group, self.place(group.box))
            node.indicators.append(indicator)
            node.category = node.category or read_category(fields.text(Role.CATEGORY))
            names = [name for _, text in fields.of(Role.DEPARTMENT) for name in read_departments(text)]
            node.departments |= dict.fromkeys(names)
            tree.issues += issues
        tree.issues += self.issues()
        return tree

    def issues(self) -> list[Issue]:
        """Say what is no indicator, and what is left over."""
        totals = [each.box for each in self.groups if each.is_total] + self.facts.totals
        found = [
            Issue("row-total", box.text, 0, len(box.text), location=self.place(box))
            for box in totals
        ]
        for block in _blocks(self.facts.left):
            first = block[0]
            told = first.text if len(block) == 1 else f"{_range(block)} ({len(block)})"
            place = self.place(first)
            found.append(Issue("cell-left", first.text, 0, len(first.text), told, place))
        return found

    def taken(self) -> list[Chosen]:
        """Say how the cells were taken."""
        assumed = {label.text.strip() for fact in self.facts.facts if fact.is_assumed for label in fact.labels if label.kind is Class.YEAR}
        told = [Chosen("facts", str(len(self.indicators)), self.place())]
        if assumed:
            told.append(Chosen("years", " ".join(sorted(assumed)), self.place()))
        return told

    def fields(self, group: Group, vocabulary: Vocabulary) -> Fields:
        """Return the values of an indicator as a row."""
        cells: list[tuple[Column, str, int]] = [(Column(text, Role.SECTION), text, group.box.row) for text in group.path]
        for role in _BESIDE:
            for box in group.about.get(role, []):
                cells.append((Column(role.value, role), box.text.strip(), box.row))
        cells.append((Column("", Role.INDICATOR), group.name, group.box.row))
        for fact in group.facts:
            heading = " ".join(dict.fromkeys(" ".join(label.text.split()) for label in fact.labels))
            column = Column(heading, fact.role, fact.period, fact.unit, fact.status)
            cells.append((column, fact.box.text, fact.box.row))
        columns, texts, lines = zip(*cells, strict=True)
        row = Row(group.box.row, texts, lines=lines)
        return Fields(self.file, row, columns, self.sheet, vocabulary)


def _is_half(group: Group, role: Role) -> bool:
    """Whether a group has nothing but the values of one kind, told by labels of rows."""
    return group.roles == {role} and all(fact.is_told_by_row for fact in group.facts)


def _blocks(boxes: Iterable[Box]) -> list[list[Box]]:
    """Return cells that touch one another together, from the top."""
    blocks: list[list[Box]] = []
    for box in sorted(boxes, key=lambda each: (each.row, each.column)):
        touching = [block for block in blocks if any(_touch(box, each) for each in block)]
        for block in touching:
            blocks.remove(block)
        blocks.append([*(each for block in touching for each in block), box])
    return sorted(blocks, key=lambda block: (block[0].row, block[0].column))


def _touch(one: Box, other: Box) -> bool:
    rows = max(one.row, other.row) <= min(one.bottom, other.bottom) + 1
    columns = max(one.column, other.column) <= min(one.right, other.right) + 1
    return rows and columns


def _range(block: Sequence[Box]) -> str:
    """Return where a block stands: B3:C9."""
    top, bottom = min(box.row for box in block), max(box.bottom for box in block)
    left, right = min(box.column for box in block), max(box.right for box in block)
    return f"{_letters(left)}{top}:{_letters(right)}{bottom}"


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = f"{chr(65 + rest)}{letters}"
    return letters


def _in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Return facts with a newer 現状値 as an actual, and the oldest first."""
    found = list(facts)
    actuals = [each for each in found if each.role is Role.ACTUAL]
    starts = [each for each in found if each.role is Role.BASELINE]
    latest = [each for each in starts if each.period is not None and _is_latest(each)]
    if latest and (len(starts) > 1 or (not actuals and len(starts) == 1)):
        newest = max(latest, key=lambda each: each.period.end if each.period else 0)
        if len(starts) == 1 or any(_end(each) < _end(newest) for each in starts):
            found = [attrs.evolve(each, role=Role.ACTUAL) if each is newest else each for each in found]
    return sorted(found, key=lambda each: (_ORDER[each.role], _end(each)))


_ORDER: Final = {Role.BASELINE: 0, Role.ACTUAL: 1, Role.TARGET: 2}


def _end(fact: Fact) -> str:
    return "" if fact.period is None else fact.period.end.isoformat()


def _is_latest(fact: Fact) -> bool:
    return any(_LATEST.search(folded(label.text)) for label in fact.labels)


def _name(fact: Fact) -> str:
    """Return the name of a fact, with the names around it that no heading explains."""
    own = [box.text.strip() for box in reversed(fact.names)]
    return _BLANK.join(dict.fromkeys(own))


def _path(fact: Fact, about: dict[Role, list[Box]]) -> tuple[str, ...]:
    names = set(fact.names)
    return tuple(box.text.strip() for box in about.get(Role.SECTION, []) if box not in names)


def _opened(root: Node, group: Group, place: Location) -> Node:
    """Return the section of a group, below those around it."""
    node = root
    for text in group.path:
        known = next((each for each in node.nodes if each.heading.title == text), None)
        if known is None:
            known = Node(Heading("", "", text, ""), text, place)
            node.nodes.append(known)
        node = known
    return node
