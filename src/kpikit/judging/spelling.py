"""How a row writes what can be written in more than one way, so that it is told its own words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, final
from unicodedata import normalize

import attrs

from kpikit._value import Value
from kpikit.language.lexicon import CLASSES
from kpikit.language.nouns import CUT
from kpikit.language.numbers import ABOUT, AROUND
from kpikit.language.pattern import pattern
from kpikit.language.references import SET, SETS, SETTING
from kpikit.language.senses import BOUNDS
from kpikit.language.units import MEASURES, MULTIPLIERS, RANK
from kpikit.language.words import either
from kpikit.model.indicator import Indicator

__all__ = ["AS_USUAL", "Spelling"]

_MULTIPLIER: Final = either(" ".join(word for word, _ in MULTIPLIERS))
#: A number in thousands, millions and so on, with what stands behind it: 149百万円.
_MULTIPLIED: Final = pattern(rf"(?<=\d)({_MULTIPLIER})([^\s\d(（、。]+)")
#: One in more than one of them: 1億4,900万円.
_MIXED: Final = pattern(rf"\d{_MULTIPLIER}\d")
_CUT: Final = pattern(either(CUT))
#: A number that is not exact, with the word behind it that says so: 30%程度.
_AROUND: Final = pattern(rf"{either(ABOUT)}\s*\d|\d\S{{0,3}}?({either(AROUND)})")
_ROUGH: Final = pattern(either(AROUND))
#: What another document is to set: …で定める目標.
_SET: Final = pattern(rf"({SETTING}{either(SET)})")
#: A rank with the word right before it, which says among whom: 全国1位.
_RANKED: Final = pattern(rf"([^\W\d_]+)\d+{RANK}")
#: What a unit is per behind a stroke: 円/m3.
_STROKE: Final = "/"
#: A bound, before which a unit ends.
_BOUND: Final = either(" ".join(BOUNDS))
_PER: Final = pattern(rf"[^\W\d_]\d?{_STROKE}([^\W\d_]+?\d?)(?={_BOUND}|\W|$)")
#: A word between two bounds that says that both hold: 80%以上かつ前年度以上.
_ALSO: Final = CLASSES["both"]
_BOTH: Final = pattern(rf"{_BOUND}\S{{0,2}}?({either(_ALSO)})")
_JOINT: Final = pattern(either(_ALSO))


@final
@attrs.frozen(repr=False)
class Spelling(Value):
    """The words of a row for what can be said in more than one way.

    >>> Spelling.found(["149百万円", "約16,000時間削減"])
    Spelling(multiplied=(('百万', '円'),), cut='削減')
    """

    #: What its large numbers are counted in, each with the unit behind it: ``百万``, ``円``.
    multiplied: tuple[tuple[str, str], ...] = ()
    #: Its word for a decrease: ``削減``; ``""`` if it has none.
    cut: str = ""
    #: What it writes before a rank: ``全国``; ``""`` if nothing, or several things.
    scope: str = ""
    #: What it writes behind a number that is not exact: ``程度``; ``""`` if nothing.
    around: str = ""
    #: What it writes behind a document that sets a target: ``で定める目標``; ``""`` if nothing.
    set_there: str = ""
    #: The measures that its units are per, behind a stroke: ``L`` of ``mg/L``.
    per: tuple[str, ...] = ()
    #: What it writes between conditions that must both hold: ``かつ``; ``""`` if nothing.
    both: str = ""

    def multiplier(self, unit: str) -> str:
        """Return what numbers of a unit are counted in, ``""`` if in ones or in several ways.

        >>> Spelling.found(["149百万円", "5,000人"]).multiplier("円")
        '百万'
        """
        if not self.multiplied:
            return ""  # as in most rows
        words = {word for word, behind in self.multiplied if unit and behind.startswith(unit)}
        return words.pop() if len(words) == 1 else ""

    @classmethod
    def of(cls, indicator: Indicator) -> Spelling:
        """Return that of the row that an indicator was read from.

        >>> from kpikit.language.issue import Location
        >>> from kpikit.model.indicator import Cell, Source
        >>> cells = [Cell("実績値", "149百万円"), Cell("目標値", "160百万円")]
        >>> Spelling.of(Indicator("売上高", source=Source(Location("plan.csv", 2), cells)))
        Spelling(multiplied=(('百万', '円'),))
        """
        source = indicator.source
        return cls.found([cell.text for cell in source.cells]) if source else AS_USUAL

    @classmethod
    def found(cls, texts: Iterable[str]) -> Spelling:
        """Return that of some cells; numbers in more than one multiplier tell nothing.

        >>> Spelling.found(["約16,000時間削減", "1億4,900万円"])
        Spelling(cut='削減')
        >>> Spelling.found(["2.0mg/L以下", "80%以上かつ前年度以上"])
        Spelling(per=('L',), both='かつ')
        """
        text = normalize("NFKC", "\n".join(texts))
        joined = "".join(text.split())
        cut = _CUT.search(text)
        pairs = () if _MIXED.search(text) else tuple(_MULTIPLIED.finditer(text))
        multiplied = dict.fromkeys((str(each[1]), str(each[2])) for each in pairs)
        return cls(
            tuple(multiplied),
            cut[0] if cut else "",
            _only(_RANKED, text) if RANK in text else "",
            _only(_AROUND, text) if _ROUGH.search(text) else "",
            _only(_SET, joined) if SETS in joined else "",
            _measures(text) if _STROKE in text else (),
            _only(_BOTH, joined) if _JOINT.search(joined) else "",
        )


def _measures(text: str) -> tuple[str, ...]:
    """Return the measures that stand behind a stroke in a text; 件/年 is told as 年間."""
    found = (str(each[1]) for each in _PER.finditer(text))
    return tuple(dict.fromkeys(each for each in found if each in MEASURES))


def _only(words: re.Pattern[str], text: str) -> str:
    """Return the word that a text has, ``""`` where it has none or several."""
    found = {each[1] or "" for each in words.finditer(text)}
    return found.pop() if len(found) == 1 else ""


#: That of what was read from no row.
AS_USUAL: Final = Spelling()
