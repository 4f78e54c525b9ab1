"""Lines of a cell that are a name with its values: ・通いの場の箇所数　R6：42か所　R7：45か所."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Final, final

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.lines import LISTED_ITEM, NO_NAME_END, SENTENCE_END
from kpikit.language.pattern import pattern
from kpikit.table.classes import Class, Said, read_class, what_it_says
from kpikit.table.headings import Column, Role

__all__ = ["Line", "Value", "read_lines"]

_ROLES: Final = frozenset((Role.TARGET, Role.ACTUAL, Role.BASELINE))
_VALUES: Final = frozenset((Class.FIGURE, Class.WORD, Class.DASH))
_ITEM: Final = pattern(LISTED_ITEM)
_NO_NAME: Final = pattern(NO_NAME_END)
#: What parts a name from its values.
_PARTING: Final = pattern(r"[\s:：…‥]+")
#: What parts labels from values, and these from one another; no comma within a number does.
_BETWEEN: Final = pattern(r"[\s:：…‥、，；;]+|[／/](?=[^\d]*[:：\s])|(?<=\D),|,(?=\D)")
_NUMBER: Final = pattern(r"[-▲△]?[\d,.]+")
#: Items of one line: ①5件 ②3件.
_ITEMS: Final = pattern(r"(?<=\S)\s*(?=[①-⑳])")
#: No name is longer, and no line with its values.
_LONG: Final = 60
_LONGEST: Final = 400


@final
@attrs.frozen
class Value:
    """A value in a line, and what the labels before it say."""

    #: What the labels say together: which value it is, and when; nothing where there are none.
    column: Column
    #: What stands there.
    text: str
    #: What it is: a figure, a word that stands for one, a dash.
    kind: Class


@final
@attrs.frozen
class Line:
    """A line of a cell: a name with its values, or anything else, which has none."""

    text: str
    name: str = ""
    values: tuple[Value, ...] = ()

    @property
    def has_figures(self) -> bool:
        """Whether it is a name with a figure."""
        return any(each.kind is Class.FIGURE for each in self.values)


def read_lines(text: str, vocabulary: Vocabulary) -> tuple[Line, ...]:
    r"""Return the lines of a cell; a name may go on in the next line, which has no mark.

    >>> told = "・相談件数　R6：42件　R7：45件\n参加者が88人増加した。"
    >>> [(line.name, len(line.values)) for line in read_lines(told, Vocabulary())]
    [('相談件数', 2), ('', 0)]
    """
    lines = list[Line]()
    for each in _single(text):
        last = lines[-1] if lines else None
        line = _read(each, vocabulary)
        may_go_on = last is not None and not last.values and _ITEM.match(last.text)
        if last is not None and may_go_on and not _ITEM.match(each):
            joined = _read(last.text + each, vocabulary)
            if joined.values:
                lines[-1] = joined
                continue
        lines.append(line)
    return tuple(lines)


def _single(text: str) -> Iterator[str]:
    """Yield the lines, each item of a line by itself."""
    for line in filter(None, map(str.strip, text.splitlines())):
        yield from _ITEMS.split(line)


def _read(text: str, vocabulary: Vocabulary) -> Line:
    """Return a line; a sentence has no values."""
    bare = _ITEM.sub("", text).strip()
    if SENTENCE_END in bare or len(bare) > _LONGEST:
        return Line(text)
    for found in takewhile(lambda each: each.start() <= _LONG, _PARTING.finditer(bare)):
        name = bare[: found.start()]
        values = _values(bare[found.end() :], vocabulary)
        if values and _is_name(name, vocabulary):
            return Line(text, name, values)
    return Line(text)


def _is_name(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text may be the name of an indicator."""
    if len(text) <= 1 or _NO_NAME.search(text):
        return False
    said = what_it_says(text, vocabulary=vocabulary)
    is_other = said.kind in (Class.YEAR, Class.UNIT) or said.column.role in _ROLES
    return not is_other and read_class(text, vocabulary) is not Class.FIGURE


def _values(text: str, vocabulary: Vocabulary) -> tuple[Value, ...]:
    """Return the values that a text is, several each behind a label, ``()`` if it is more."""
    found, before = list[Value](), list[Said]()
    for part in filter(None, _BETWEEN.split(text)):
        said = what_it_says(part, vocabulary=vocabulary)
        if said.kind is Class.YEAR or said.column.role in _ROLES:
            before.append(said)
        elif said.kind is Class.UNIT and found and not before and _NUMBER.fullmatch(found[-1].text):
            found[-1] = attrs.evolve(found[-1], text=found[-1].text + part)
        else:
            kind = said.kind if said.kind is Class.DASH else read_class(part, vocabulary)
            if kind not in _VALUES:
                return ()
            found.append(_value(before, part, kind))
            before = []
    is_told = len(found) == 1 or all(each.column.heading for each in found)
    return tuple(found) if is_told and not before else ()


def _value(before: list[Said], text: str, kind: Class) -> Value:
    """Return a value with what is said before it."""
    columns = [said.column for said in before]
    told = next((each for each in columns if each.role is not None), Column(""))
    period = next((each.period for each in columns if each.period is not None), None)
    heading = " ".join(each.heading for each in columns)
    return Value(attrs.evolve(told, heading=heading, period=period), text, kind)
