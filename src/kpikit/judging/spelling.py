"""How a row writes what can be written in more than one way, so that it is told its own words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, final
from unicodedata import normalize

import attrs

from kpikit._value import Value
from kpikit.language.nouns import CUT
from kpikit.language.pattern import pattern
from kpikit.language.units import MULTIPLIERS, RANK
from kpikit.language.words import either
from kpikit.model.indicator import Indicator

__all__ = ["AS_USUAL", "Spelling"]

_MULTIPLIER: Final = either(" ".join(word for word, _ in MULTIPLIERS))
#: A number in thousands, millions and so on, with what stands behind it: 149百万円.
_MULTIPLIED: Final = pattern(rf"(?<=\d)({_MULTIPLIER})([^\s\d(（、。]+)")
#: One in more than one of them: 1億4,900万円.
_MIXED: Final = pattern(rf"\d{_MULTIPLIER}\d")
_CUT: Final = pattern(either(CUT))
#: A rank with the word right before it, which says among whom: 全国1位.
_RANKED: Final = pattern(rf"([^\W\d_]+)\d+{RANK}")


@final
@attrs.frozen(repr=False)
class Spelling(Value):
    """The words that a row has for large numbers, for a decrease and before a rank."""

    #: What its large numbers are counted in, each with the unit behind it: ``百万``, ``円``.
    multiplied: tuple[tuple[str, str], ...] = ()
    #: Its word for a decrease: ``削減``; ``""`` if it has none.
    cut: str = ""
    #: What it writes before a rank: ``全国``; ``""`` if nothing, or several things.
    scope: str = ""

    def multiplier(self, unit: str) -> str:
        """Return what numbers of a unit are counted in, ``""`` if in ones or in several ways.

        >>> Spelling.found(["149百万円", "5,000人"]).multiplier("円")
        '百万'
        """
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
        """
        text = normalize("NFKC", "\n".join(texts))
        cut = _CUT.search(text)
        pairs = () if _MIXED.search(text) else tuple(_MULTIPLIED.finditer(text))
        multiplied = dict.fromkeys((str(each[1]), str(each[2])) for each in pairs)
        scopes = set(_RANKED.findall(text))
        scope = scopes.pop() if len(scopes) == 1 else ""
        return cls(tuple(multiplied), cut[0] if cut else "", scope)


#: That of what was read from no row.
AS_USUAL: Final = Spelling()
