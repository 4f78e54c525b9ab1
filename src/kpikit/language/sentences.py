"""Words that join others, and what a text ends in that goes on."""

from __future__ import annotations

from typing import Final

from kpikit.language.words import either

__all__ = ["AND", "UNFINISHED"]

#: Words between the last two of a list.
AND: Final = "及び および 並びに ならびに"
_OR: Final = "又は または 若しくは もしくは あるいは"
_VERBS: Final = "する した して いる ある れる った による"
#: What a text ends in that goes on; だけが goes on, 心がけ is a noun.
UNFINISHED: Final = (
    rf"(?:(?<!け)が|[のをにはへや、・(（「]|{either(_VERBS, AND, _OR)}|[(（][^()（）]*)$"
)
