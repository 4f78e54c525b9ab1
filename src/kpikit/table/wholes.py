"""Names of parts, うち65歳以上, with that of the whole, which stands before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from kpikit.cell import read_actual, read_target
from kpikit.language.headings import INDENTED, OF_WHICH, OF_WHOM
from kpikit.language.lines import TOTAL
from kpikit.language.nouns import MEASURED
from kpikit.language.pattern import pattern
from kpikit.model.naming import head
from kpikit.table.cells import Box
from kpikit.table.counted import unit_in
from kpikit.table.fact import Fact
from kpikit.table.sections import is_remark

__all__ = ["is_indented", "is_of_whole", "is_part", "whole_name", "with_wholes"]

_OF_WHICH: Final = pattern(OF_WHICH)
_OF_WHOM: Final = pattern(OF_WHOM)
_INDENTED: Final = pattern(INDENTED)
_TOTAL: Final = pattern(TOTAL)
_MEASURED: Final = pattern(MEASURED)
#: Beyond all columns.
_FAR: Final = 1 << 30
#: Between the names of a whole and its part.
_BLANK: Final = "\N{IDEOGRAPHIC SPACE}"


def is_part(name: str) -> bool:
    """Whether a name says that it is of a part of what was named before.

    >>> is_part("　うち65歳以上"), is_part("（うち女性）"), is_part("うちエコ診断の受診者数")
    (True, True, False)
    """
    return _OF_WHICH.match(name) is not None


def is_indented(name: str) -> bool:
    """Whether a name begins further right than others of its column, with a blank or a branch.

    >>> is_indented("\N{IDEOGRAPHIC SPACE}小学校"), is_indented("└ 中学校"), is_indented("小学校")
    (True, True, False)
    """
    return _INDENTED.match(name) is not None


def whole_name(whole: str, name: str) -> str:
    """Return the name of a part behind that of its whole.

    >>> whole_name("交通事故件数", "うち高齢者").split()
    ['交通事故件数', 'うち高齢者']
    """
    return f"{whole.strip()}{_BLANK}{name.strip()}"


@attrs.frozen(eq=False)
class _Named:
    """A name, and where its values begin."""

    names: tuple[Box, ...]
    #: The first column of its values; that beyond all where it has none.
    column: int
    #: Whether its values stand in other rows than it does.
    is_above: bool

    @property
    def box(self) -> Box:
        """The innermost name."""
        return self.names[0]


def is_of_whole(name: str) -> bool:
    """Whether a name says little without that of a whole: うち女性, and 女性 alone.

    >>> is_of_whole("うち高齢者"), is_of_whole("男性"), is_of_whole("女性の参加者数")
    (True, True, False)
    """
    return is_part(name) or _OF_WHOM.fullmatch(name) is not None


def with_wholes(
    facts: Sequence[Fact], named: Iterable[Fact], others: Iterable[Box], lines: Sequence[Box]
) -> list[Fact]:
    """Return values of parts with the name of their whole behind their own.

    What they are counted in is that of the whole, where neither they nor their names say it.

    Args:
        facts: The values.
        named: All values that have names.
        others: Names without values, which may be those of wholes too.
        lines: What stands alone in its row, by which a table goes on with something else.
    """
    parts = [fact for fact in facts if _is_part(fact)]
    if not parts:
        return list(facts)
    named = [*named]
    bare = [_Named((box,), _FAR, is_above=False) for box in others]
    wholes = [each for each in (*_named(named), *bare) if _may_be_whole(each.box)]
    above = [each for each in bare if each in wholes]
    found = {
        each.box: _whole(each, wholes if is_part(each.box.text) else above, lines)
        for each in _named(parts)
    }
    told = [_with(fact, found.get(fact.names[0]) if _is_part(fact) else None) for fact in facts]
    return [_counted(one, fact, named) for one, fact in zip(told, facts, strict=True)]


def _counted(told: Fact, fact: Fact, named: Iterable[Fact]) -> Fact:
    """Return a value of a part in the unit of its whole, where nothing says its own."""
    if told is fact or told.unit or _MEASURED.search(head(fact.names[0].text)):
        return told
    units = {each.unit for each in named if each.names[0] is told.names[1]}
    units = units or {unit_in(told.names[1].text, told.box.vocabulary)}
    return attrs.evolve(told, unit=units.pop()) if len(units) == 1 and _is_bare(told.box) else told


def _is_bare(box: Box) -> bool:
    """Whether a value does not say by itself what it is counted in."""
    seen = read_actual(box.text, vocabulary=box.vocabulary).value
    rule = read_target(box.text, vocabulary=box.vocabulary).value
    levels = (seen.quantity if seen else None, rule.level if rule else None)
    return not any(level.unit for level in levels if level is not None)


def _is_part(fact: Fact) -> bool:
    """Whether a name is that of a part; one of whom it is goes on from a name without values.

    So does one that begins further right than that.
    """
    name = fact.names[0].text
    is_of_whom = is_of_whole(name) or is_indented(name)
    return is_part(name) or (len(fact.names) == 1 and is_of_whom)


def _may_be_whole(box: Box) -> bool:
    name = box.text.strip()
    is_of_part = is_part(name) or is_indented(box.text)
    is_of_part = is_of_part or any(each.fullmatch(name) for each in (_OF_WHOM, _TOTAL))
    return not (box.says or is_of_part)


def _named(facts: Iterable[Fact]) -> Iterator[_Named]:
    """Yield the names of values, each once."""
    first: dict[Box, Fact] = {}
    columns: dict[Box, int] = {}
    for fact in facts:
        name, column = fact.names[0], fact.box.column
        first.setdefault(name, fact)
        columns[name] = min(column, columns.get(name, column))
    for box, fact in first.items():
        is_above = not box.row <= fact.box.row <= box.bottom
        yield _Named(fact.names, columns[box], is_above)


def _whole(part: _Named, wholes: Sequence[_Named], lines: Sequence[Box]) -> _Named | None:
    """Return what a part is a part of: the nearest name on its left, else the nearest above it."""
    beside = [each for each in wholes if _is_beside(each, part)]
    if beside:
        return max(beside, key=lambda each: each.box.column)
    above = [each for each in wholes if _is_over(each, part)]
    whole = max(above, key=lambda each: (each.box.row, each.box.column), default=None)
    return None if whole is None or _is_parted(whole.box, part.box, lines) else whole


def _is_beside(whole: _Named, part: _Named) -> bool:
    """Whether a name stands in one row with that of a part, each above its values."""
    one, other = whole.box, part.box
    is_in_row = (one.sheet, one.row) == (other.sheet, other.row) and one.right < other.column
    return is_in_row and whole.is_above and part.is_above


def _is_over(whole: _Named, part: _Named) -> bool:
    """Whether a name stands above that of a part, with no values between their columns."""
    one, other = whole.box, part.box
    if one.sheet != other.sheet or one.row >= other.row:
        return False
    is_in_column = one.column == other.column
    return is_in_column or (one.column < other.column < whole.column and not part.is_above)


def _is_parted(whole: Box, part: Box, lines: Sequence[Box]) -> bool:
    """Whether a line that is no note stands between two names."""
    return any(
        whole.row < line.row < part.row
        and line.sheet == part.sheet
        and line is not whole
        and not is_remark(line.text)
        for line in lines
    )


def _with(fact: Fact, whole: _Named | None) -> Fact:
    """Return a value that the name of its whole names too, where none of its names does."""
    if whole is None or whole.box in fact.names:
        return fact
    own, *outer = fact.names
    between = [box for box in whole.names if box not in outer]
    return attrs.evolve(fact, names=(own, *between, *outer))
