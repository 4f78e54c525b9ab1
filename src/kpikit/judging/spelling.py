"""How a row writes what can be written in more than one way, so that it is told its own words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.language.nouns import CUT
from kpikit.language.units import MULTIPLIERS, YEN
from kpikit.language.words import either
from kpikit.model.indicator import Indicator

__all__ = ["AS_USUAL", "Spelling"]

_MULTIPLIERS: Final = " ".join(word for word, _ in MULTIPLIERS)
_MULTIPLIED: Final = re.compile(rf"(?<=\d){either(_MULTIPLIERS)}")
_CUT: Final = re.compile(either(CUT))


@final
@attrs.frozen(repr=False)
class Spelling(Value):
    """The words that a row has for sums of yen and for a decrease."""

    #: What its sums of yen are counted in: ``百万``; ``""`` as budgets have them, 1億4,900万円.
    yen: str = ""
    #: Its word for a decrease: ``削減``; ``""`` if it has none.
    cut: str = ""

    @classmethod
    def of(cls, indicator: Indicator) -> Spelling:
        """Return that of the row that an indicator was read from.

        >>> from kpikit.language.issue import Location
        >>> from kpikit.model.indicator import Cell, Source
        >>> cells = [Cell("実績値", "149百万円"), Cell("目標値", "160百万円")]
        >>> Spelling.of(Indicator("売上高", source=Source(Location("plan.csv", 2), cells)))
        Spelling(yen='百万')
        """
        source = indicator.source
        return cls.found([cell.text for cell in source.cells]) if source else AS_USUAL

    @classmethod
    def found(cls, texts: Iterable[str]) -> Spelling:
        """Return that of some cells; two words for sums of yen are none.

        >>> Spelling.found(["約16,000時間削減", "1億4,900万円"])
        Spelling(cut='削減')
        """
        text = "\n".join(texts)
        cut = _CUT.search(text)
        counted = {str(found[0]) for found in _MULTIPLIED.finditer(text)}
        yen = counted.pop() if YEN in text and len(counted) == 1 else ""
        return cls(yen, cut[0] if cut else "")


#: That of what was read from no row.
AS_USUAL: Final = Spelling()
