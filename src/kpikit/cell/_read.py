"""From the text of a cell to what its statements say: fold, scan, match, act.

What is found for a sequence of kinds of tokens is kept by the grammar; here it is carried out on
the text. Where several rows match, they must say the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any, Final, Generic, NamedTuple, TypeVar

from kpikit.cell._amounts import Bare, usual_unit, written_out
from kpikit.cell._cell import Cell, Context, Fault, Said, act_of, do, items_of, telling
from kpikit.cell._clauses import checked
from kpikit.cell._engine import COUNTING, Item, Match, Plan, closed_at
from kpikit.cell._numbers import plain_number
from kpikit.cell._periods import Conventions
from kpikit.cell._rules import GRAMMAR, TABLES, WRAPPED
from kpikit.cell._tokens import Tokens, Words, mended, number_alone, scan
from kpikit.cell.counted import with_unit
from kpikit.cell.vocabulary import Vocabulary
from kpikit.language.errors import InvalidDefinitionError
from kpikit.language.fold import Folded, fold
from kpikit.language.issue import Issue, Note
from kpikit.model.era import era_called
from kpikit.model.period import Period
from kpikit.model.quantity import Quantity
from kpikit.model.reading import Piece, Reading

__all__ = ["Reader", "matches_in", "read_cell"]

T = TypeVar("T")


class Reader(NamedTuple, Generic[T]):
    """What a reader makes of a cell: a value, and the period that the cell names beside it."""

    #: ``actual`` or ``target``: some forms are of one of them only.
    name: str
    #: What it makes of statements …
    build: Callable[[Cell, list[Said]], tuple[T, Period | None]]
    #: … and of one that is no more than a number, perhaps with a period.
    build_bare: Callable[[Context, Quantity, Period | None], tuple[T, Period | None]]


#: Digits with commas between them, and the codes that they explain better: 8,21 is no number.
_GROUPED: Final = "[0-9]+(?:,[0-9]+)+"
_IN_THREES: Final = "[1-9][0-9]{0,2}(?:,[0-9]{3})+"
_VAGUE: Final = frozenset(("no-form", "several-numbers"))
#: A text of more characters, or of more tokens, is no cell of a table.
_LONGEST: Final = 10_000
_MOST_TOKENS: Final = 150

_CLOSING: Final = dict(zip("([〈【「『<〔《≪", ")]〉】」』>〕》≫", strict=True))
#: What a token was taken for, by the name that a row keeps it under …
_NAMED_ROLES: Final = {
    "label": "label",
    "text": "words",
    "end": "words",
    "population": "population",
    "source": "source",
    "name": "reference",
    "whose": "reference",
    "of": "basis",
    "beside": "reference",
    "rank": "rank",
}
#: … and else by its kind.
_KIND_ROLES: Final = {
    **dict.fromkeys(("num", "one", "zero", "half", "majority"), "number"),
    **dict.fromkeys(("neg", "minus", "plus", "pm"), "sign"),
    **dict.fromkeys(
        ("floor", "ceiling", "within", "above", "below", "least", "most", "fewer", "beyond"),
        "bound",
    ),
    **dict.fromkeys(("about", "around", "decade", "nearly"), "approximation"),
    **dict.fromkeys(
        ("up", "down", "better", "worse", "halved", "doubled", "positive", "negative"), "change"
    ),
    **dict.fromkeys(("nomore", "noless", "noworse", "keep"), "keep"),
    **dict.fromkeys(("period", "day", "during", "due", "after", "term"), "period"),
    **dict.fromkeys(("actual", "forecast", "provisional", "firm"), "status"),
    **dict.fromkeys(("each", "per", "every", "perhead", "stroke", "fullmarks", "among"), "basis"),
    **dict.fromkeys(
        ("average", "before", "now", "record", "legal", "versus", "based"), "reference"
    ),
    **dict.fromkeys(("same", "more", "less"), "comparison"),
    **dict.fromkeys(("deed", "deeds", "elsewhere", "unset", "notset", "done", "undone"), "outcome"),
    **dict.fromkeys(("dash", "dots", "missing", "not", "turned", "planned", "missed"), "missing"),
    **dict.fromkeys(("mark", "bullet", "note", "arrow"), "mark"),
    **dict.fromkeys(("(", ")"), "bracket"),
    **dict.fromkeys(("comma", "stop", "colon", "slash", "dot", "wave", "equals"), "separator"),
    **dict.fromkeys(
        (
            *("to", "of", "by", "subject", "with", "from", "at", "link", "aim", "seen"),
            *("along", "next"),
        ),
        "particle",
    ),
    **dict.fromkeys(("word", "noun", "nouns", "text", "kana", "code", "degree"), "words"),
    **dict.fromkeys(("school", "group", "place", "whose", "populace", "overall"), "label"),
    "statistic": "statistic",
    "both": "comparison",
    "either": "comparison",
    "goal": "label",
    "rank": "unit",
}
#: Rows whose numbers say of whom a value is.
_LABEL_ROWS: Final = frozenset(
    row.name for name in ("clause", "condition", "bound", "joined") for row in TABLES[name]
)
#: What the words in a bracket of a kind are.
_GROUP_ROLES: Final = {
    "g_name": "remark",
    "g_remark": "remark",
    "g_reason": "remark",
    "g_words": "remark",
    "g_scope": "population",
    "g_bound": "population",
    "g_label": "label",
    "g_whole": "basis",
    "g_breakdown": "breakdown",
    "g_derivation": "breakdown",
    "g_labels": "label",
    "g_rank": "rank",
    "g_change": "remark",
    "g_course": "breakdown",
    "g_product": "breakdown",
    "g_span": "remark",
    "g_noera": "period",
    "g_to_come": "missing",
    "g_next": "remark",
    "g_statistic": "statistic",
}


@lru_cache(maxsize=32)
def _known_by(vocabulary: Vocabulary) -> tuple[Words, Conventions]:
    """Return the words of a table, and what it leaves unsaid of its periods."""
    era = None if vocabulary.era is None else era_called(vocabulary.era)
    conventions = Conventions(vocabulary.fiscal_year_default, era)
    return Words(vocabulary.units, vocabulary.classed()), conventions


def read_cell(text: str, vocabulary: Vocabulary, reader: Reader[T], context: Context) -> Reading[T]:
    """Read a cell.

    Args:
        text: The cell.
        vocabulary: The words of the table.
        reader: What it is read as.
        context: What the row of the cell knows.
    """
    if len(text) > _LONGEST:
        return _refused(Folded(text, text), "cell-too-long", (_LONGEST, len(text)), f"{_LONGEST:,}")
    words, conventions = _known_by(vocabulary)
    alone = _alone(text, words, reader, context)
    if alone is not None:
        return alone
    folded = mended(fold(text), words)
    kinds, spans = tokens = written = scan(folded, words)
    if len(spans) > _MOST_TOKENS:
        return _refused(folded, "cell-too-many-words", _place(tokens, _MOST_TOKENS, len(spans)))
    plan = GRAMMAR.plan(kinds, reader.name)
    if not plan.matches and _is_in_brackets(kinds):
        plan, tokens = _unwrapped(plan, tokens, reader)
    if not plan.matches:
        place = _place(tokens, plan.stuck, max(closed_at(kinds, plan.stuck), plan.stuck + 1))
        detail = _CLOSING.get(folded.text[slice(*place)], "")
        return _refused(folded, plan.code, place, detail)
    cell = Cell(folded, tokens.spans, reader.name, conventions, vocabulary, context)
    found = _carried_out(plan, cell, reader)
    if isinstance(found, Fault):
        return _refused(folded, found.code, _place(tokens, found.start, found.end), found.detail)
    (value, period), notes, match = found
    one = context.counted_in
    if one is not None and (counted := with_unit(value, one)) is not value:
        value, notes = counted, notes + _from_beside(len(text), one.unit)
    pieces = partial(_pieces, folded, tokens, match, cell.taken, written)
    return Reading(text, value, notes, (), pieces, period)


def _alone(text: str, words: Words, reader: Reader[T], context: Context) -> Reading[T] | None:
    """Read a cell that is a number with its unit and no more."""
    plain = plain_number(text)
    if plain is None:
        return None
    year, digits, written = plain.groups()
    found = _unit_alone(written, words, reader.name, behind_year=year is not None)
    value = None if found is None else written_out(digits + found.size)
    if found is None or value is None:
        return None
    notes: tuple[Note, ...] = ()
    unit, one = found.unit, context.counted_in
    if unit or one is None:
        quantity = Quantity(value, unit)
    else:
        quantity = Quantity(value, one.unit, per=one.per, statistic=one.statistic)
        notes = _from_beside(len(text), one.unit)
    made, period = reader.build_bare(context, quantity, None)
    pieces = partial(_pieces_of, text, words, found.match)
    return Reading(text, made, notes, (), pieces, period)


@lru_cache(maxsize=1024)
def _from_beside(length: int, unit: str) -> tuple[Note, ...]:
    """Return the note of a number that has its unit from beside it: one for all of that length."""
    return (Note("unit-from-column", 0, length, unit),)


def _is_in_brackets(kinds: Sequence[str]) -> bool:
    """Whether a cell is one bracket without a number: 【減少】."""
    is_one = kinds[:1] == ("(",) and closed_at(kinds, 0) == len(kinds)
    return is_one and _NUMBERED.isdisjoint(kind.lstrip(" ") for kind in kinds)


_NUMBERED: Final = COUNTING | {"period", "day"}


def _unwrapped(plan: Plan, tokens: Tokens, reader: Reader[Any]) -> tuple[Plan, Tokens]:
    """Return what is found for the words in the one bracket of a cell, if anything is."""
    inner = Tokens(tokens.kinds[1:-1], tokens.spans[1:-1])
    found = GRAMMAR.plan(inner.kinds, reader.name)
    matches = tuple(each for each in found.matches if each.row.name in WRAPPED)
    return (found._replace(matches=matches), inner) if matches else (plan, tokens)


class _Unit(NamedTuple):
    """What is written behind a number that is all of a cell."""

    #: What multiplies the number: 千 of 千円.
    size: str
    unit: str
    #: The row of the grammar that takes the two.
    match: Match


@lru_cache(maxsize=1024)
def _unit_alone(written: str, words: Words, reader: str, *, behind_year: bool) -> _Unit | None:
    """Return what is written behind a number that is the rest of a cell, if it is its unit.

    Most cells are that and no more, and which number it is makes no difference but where it may
    be a year. The rows of the grammar tell it of the tokens; there is nothing to note, and what
    the row of the table knows says nothing of it.
    """
    any_number = "2024" if behind_year else "7"
    alone = number_alone(mended(fold(any_number + written), words).text, words)
    if alone is None:
        return None
    kinds, digits, unit = alone
    size = digits.removeprefix(any_number)
    matches = GRAMMAR.plan(kinds, reader).matches
    bare = _bare_of(matches[0]) if len(matches) == 1 else None
    if bare is None or (unit and bare.unit is None) or any(each.isascii() for each in size):
        return None
    return _Unit(size, usual_unit(unit), matches[0])


def _pieces_of(text: str, words: Words, match: Match) -> tuple[Piece, ...]:
    folded = mended(fold(text), words)
    return _pieces(folded, scan(folded, words), match, {})


def _malformed(folded: Folded) -> tuple[int, int] | None:
    """Return where digits stand that make no number: 8,21."""
    for match in re.finditer(_GROUPED, folded.text):
        if re.fullmatch(_IN_THREES, match[0]) is None:
            return match.span()
    return None


def _carried_out(
    plan: Plan, cell: Cell, reader: Reader[T]
) -> tuple[tuple[T, Period | None], tuple[Note, ...], Match] | Fault:
    """Carry out the rows that match, which must all say the same; one with few notes knows more."""
    first: tuple[tuple[T, Period | None], tuple[Note, ...], Match] | None = None
    fault: Fault | None = None
    for match in plan.matches:
        cell.notes = []
        try:
            value = _made(cell, match, reader)
        except Fault as found:
            fault = telling(fault, found)
            continue
        except InvalidDefinitionError:  # numbers that no value can be made of
            fault = telling(fault, Fault("number-malformed", 0, len(cell.spans)))
            continue
        if first is not None and first[0] != value:
            return Fault("ambiguous", 0, len(cell.spans))
        if first is None or len(cell.notes) < len(first[1]):
            first = value, tuple(cell.notes), match
    if first is not None:
        return first
    assert fault is not None  # noqa: S101 - a row is carried out or has a fault
    return fault


def _made(cell: Cell, match: Match, reader: Reader[T]) -> tuple[T, Period | None]:
    """Carry out a row, and make a value of what it says."""
    bare = _bare_of(match)
    if bare is None:
        return reader.build(cell, checked(cell, match))
    number, unit, period = bare.parts(cell)
    quantity = Quantity(number, unit, approximate=bare.is_about)
    return reader.build_bare(cell.context, quantity, period)


def _bare_of(match: Match) -> Bare | None:
    """Return how to carry out a row that takes a number and no more than a bare one has."""
    act = match.act or act_of(match)
    return act if isinstance(act, Bare) else None


def _place(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """Return where some tokens stand in the folded text; nowhere, where there are none."""
    if not tokens.spans:
        return 0, 0
    last = len(tokens.spans) - 1
    return tokens.spans[min(start, last)][0], tokens.spans[min(end - 1, last)][1]


def _refused(folded: Folded, code: str, place: tuple[int, int], detail: str = "") -> Reading[Any]:
    malformed = _malformed(folded) if code in _VAGUE else None
    if malformed is not None:
        code, place = "number-malformed", malformed
    issue = Issue(code, folded.original, *folded.span(*place), detail)
    return Reading(folded.original, issues=(issue,))


def _pieces(
    folded: Folded,
    tokens: Tokens,
    match: Match,
    taken: Mapping[Match, Match],
    written: Tokens | None = None,
) -> tuple[Piece, ...]:
    """Return what each token was taken for, the brackets around them among those written."""
    roles = ["mark"] * len(tokens.spans)
    _name_roles(match, taken, roles, tokens)
    spans = tokens.spans if written is None else written.spans
    if len(spans) > len(roles):
        roles = ["bracket", *roles, "bracket"]
    return tuple(Piece(role, *folded.span(*span)) for role, span in zip(roles, spans, strict=True))


def _name_roles(
    match: Match, taken: Mapping[Match, Match], roles: list[str], tokens: Tokens
) -> None:
    """Fill in the role of each token below a match, by the row that was carried out."""
    for name, kept in taken.get(match, match).parts.items():
        for each in kept:
            if isinstance(each, Match) and each.row.name in _LABEL_ROWS:
                for item in items_of(each):
                    _name_role(item, "population", roles, tokens)
            elif isinstance(each, Match):
                _name_roles(each, taken, roles, tokens)
            elif each.kind.startswith("g_"):
                _name_group(each, roles, tokens)
            else:
                _name_role(each, _NAMED_ROLES.get(name), roles, tokens)


def _name_group(group: Item, roles: list[str], tokens: Tokens) -> None:
    """Fill in the roles of a bracket or a note and of what it holds."""
    role = _GROUP_ROLES.get(group.kind)
    _name_role(group, role, roles, tokens)
    if group.match is not None and role is None:
        for each in group.match.items:
            if each.kind.startswith("g_"):
                _name_group(each, roles, tokens)
            else:
                _name_role(each, None, roles, tokens)


def _name_role(item: Item, role: str | None, roles: list[str], tokens: Tokens) -> None:
    for index in range(item.start, item.end):
        kind = tokens.kinds[index].lstrip(" ")
        own = _KIND_ROLES.get(kind, "unit")
        roles[index] = own if role is None or own in ("bracket", "mark") else role


def matches_in(text: str, table: str, vocabulary: Vocabulary) -> Iterator[Any]:
    """Yield what the rows of a table make of the stretches of a text, wherever they stand."""
    if len(text) > _LONGEST:
        return
    words, conventions = _known_by(vocabulary)
    folded = mended(fold(text), words)
    tokens = scan(folded, words)
    cell = Cell(folded, tokens.spans, "target", conventions, vocabulary, Context())
    for match in GRAMMAR.found(tokens.kinds[:_MOST_TOKENS], table):
        try:
            value = do(cell, match)
        except Fault:
            continue
        if value is not None:
            yield value
