"""Units that stand beside a figure: in a column of their own, or in a heading."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Final
from unicodedata import normalize

import attrs

from kpikit.cell import Vocabulary, read_quantity
from kpikit.cell.vocabulary import USUAL
from kpikit.language.headings import COUNTED_OTHERWISE, UNIT_WITH_REMARK
from kpikit.language.lexicon import COUNTERS, SURE_DIMENSIONS
from kpikit.language.pattern import pattern
from kpikit.language.statistic import REPEATED
from kpikit.language.units import IN_HEADINGS, MULTIPLIERS
from kpikit.language.words import NOUN, inline
from kpikit.model.quantity import Quantity
from kpikit.model.reading import Reading
from kpikit.model.unit import Scale, scale_of

__all__ = ["is_counter", "read_unit", "stated_unit"]

_ONE: Final = Decimal(1)
#: Between units of one count.
_AND: Final = "・"
#: A unit that no date has.
_COUNTER: Final = COUNTERS.split()[0]
#: A noun that is a unit because it stands where units do.
_UNKNOWN: Final = pattern(f"(?!{inline(*(word for word, _ in MULTIPLIERS))}){NOUN}{{1,6}}")


_REMARKED: Final = pattern(UNIT_WITH_REMARK)
_OTHERWISE: Final = pattern(COUNTED_OTHERWISE)
_COUNTERS: Final = frozenset(COUNTERS.split())
#: What is measured in nothing else, and no noun: ポイント, 倍.
_SURE: Final = frozenset(SURE_DIMENSIONS.split())
_MULTIPLIERS: Final = "".join(dict.fromkeys(sign for word, _ in MULTIPLIERS for sign in word))


def is_counter(unit: str) -> bool:
    """Whether a word in brackets is what something is counted in, and no remark.

    >>> [is_counter(each) for each in ("千件数", "人泊", "トン-CO2", "倍", "男性")]
    [True, True, True, True, False]
    """
    if unit in _SURE:
        return True
    bare = unit.lstrip(_MULTIPLIERS)
    is_scaled = len(unit) > 1 and scale_of(unit) != Scale(unit, _ONE)
    if bare in IN_HEADINGS or bare not in _COUNTERS:
        return bare in IN_HEADINGS or is_scaled
    return is_scaled or bare != unit or {bare[:1], bare[1:]} <= IN_HEADINGS


@lru_cache(maxsize=1024)
def read_unit(text: str, vocabulary: Vocabulary = USUAL) -> Quantity | None:
    """Return one of a unit as it is published, or ``None`` where the text is no unit.

    >>> print(read_unit("百万円"), read_unit("件／年"), read_unit("延べ千人"), read_unit("—"))
    1 百万円 1 件 per=年 1 千人 statistic=延べ None
    >>> print(read_unit("人・団体"))
    1 人・団体
    """
    bare = normalize("NFKC", text).strip()
    if not bare or bare[0].isdigit():
        return None
    lead = next((word for word in REPEATED if bare.startswith(word)), "")
    rest = bare.removeprefix(lead)
    reading = read_quantity(f"{lead}1{rest}", vocabulary=vocabulary)
    one = reading.value
    if one is not None and one.unit == rest:  # 日
        return one
    if one is None or not (one.is_point and one.unit) or _says_more(reading):
        is_named = _UNKNOWN.fullmatch(rest) is not None or _are_several(rest, vocabulary)
        return Quantity("1", rest) if is_named else _for_each(rest, vocabulary)
    return _as_published(one, rest)


def stated_unit(text: str, vocabulary: Vocabulary = USUAL) -> Quantity | None:
    """Return one of the unit that a cell for it says, behind which may be a remark.

    One that may count something otherwise leaves no unit.

    >>> print(stated_unit("％　（集団回収を含む。）"), stated_unit("日、年度末現在"))
    1 % 1 日
    >>> stated_unit("％（ただし事業系はt）"), stated_unit("円（千円）")
    (None, None)
    """
    own = read_unit(text, vocabulary)
    found = _REMARKED.fullmatch(normalize("NFKC", text).strip()) if own is None else None
    if found is None:
        return own
    remarks = [each.strip() for each in found.groups()[1:] if each]
    is_other = any(_OTHERWISE.search(each) or is_counter(each) for each in remarks)
    return None if is_other else read_unit(found[1], vocabulary)


def _are_several(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is several units of one count: 人・団体."""
    units = text.split(_AND)
    return len(units) > 1 and all(read_unit(unit, vocabulary) is not None for unit in units)


def _for_each(text: str, vocabulary: Vocabulary) -> Quantity | None:
    """Return one of a unit in each span of time that with its number would be a date: 日/月."""
    unit, _, per = text.rpartition("/")
    counted = read_quantity(f"1{_COUNTER}/{per}", vocabulary=vocabulary).value if unit else None
    if counted is None or counted.unit != _COUNTER or not counted.per:
        return None
    one = read_unit(unit, vocabulary)
    return None if one is None or one.per else attrs.evolve(one, per=counted.per)


#: What no unit has beside it.
_MORE: Final = frozenset(
    ("label", "words", "remark", "outcome", "population", "breakdown", "rank", "source", "period")
)


def _says_more(reading: Reading[Quantity]) -> bool:
    return any(piece.role in _MORE for piece in reading.pieces)


def _as_published(one: Quantity, text: str) -> Quantity | None:
    """Put the multiplier of a unit back before it: 1,000,000 円 is one 百万円."""
    words = (text[:length] for length in range(len(text)))
    multiplier = next((word for word in words if scale_of(word) == Scale("", one.value)), None)
    if multiplier is None:
        return None
    return attrs.evolve(one, lower=_ONE, upper=_ONE, unit=f"{multiplier}{one.unit}")
