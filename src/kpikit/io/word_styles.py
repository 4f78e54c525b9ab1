"""How the runs of a Word file are shown, by themselves or by a style: struck, raised, hidden."""

from __future__ import annotations

from typing import Final, final

import attrs

from kpikit.io.elements import Element
from kpikit.io.run_style import PLAIN_RUN, RunStyle

__all__ = ["Styles", "told"]

#: Values of a property that is switched off.
_OFF: Final = frozenset(("0", "false", "off", "none"))
#: How many styles may rest upon one another.
_DEEPEST: Final = 20
#: Property of a run → what it says of it.
_KNOWN: Final = {
    "w:strike": "struck",
    "w:dstrike": "struck",
    "w:vanish": "hidden",
    "w:specVanish": "hidden",
    "w:webHidden": "hidden",
    "w:vertAlign": "raised",
    "w:position": "raised",
}


def told(style: RunStyle, name: str, value: str) -> RunStyle:
    """Return a style with another property.

    >>> told(PLAIN_RUN, "w:strike", "").struck, told(PLAIN_RUN, "w:strike", "0").struck
    (True, False)
    """
    match _KNOWN.get(name):
        case None:
            return style
        case "raised":
            return attrs.evolve(style, raised=_is_raised(value))
        case what:
            return attrs.evolve(style, **{what: value not in _OFF})


def _is_raised(value: str) -> bool:
    return value == "superscript" or (value.isdigit() and int(value) > 0)


@final
@attrs.define
class Styles:
    """The styles of a file by their names."""

    own: dict[str, RunStyle] = attrs.field(factory=dict[str, RunStyle])
    based_on: dict[str, str] = attrs.field(factory=dict[str, str])
    _open: str = ""

    def start(self, element: Element) -> None:
        """Take the start of an element of the part that holds the styles."""
        if element.name == "w:style":
            self._open = element.values.get("styleId", "")
            self.own[self._open] = PLAIN_RUN
        elif element.name == "w:basedOn":
            self.based_on[self._open] = element.value
        elif element.parents[-2:] == ["w:style", "w:rPr"]:
            self.own[self._open] = told(self.own[self._open], element.name, element.value)

    def end(self, name: str, parents: list[str]) -> None:
        """Take the end of an element, which says nothing here."""

    def data(self, text: str, parents: list[str]) -> None:
        """Take text, which says nothing here."""

    def style(self, name: str) -> RunStyle:
        """Return all that a style says, with those that it rests upon."""
        told = PLAIN_RUN
        for _ in range(_DEEPEST):
            told = told.over(self.own.get(name, PLAIN_RUN))
            name = self.based_on.get(name, "")
        return told
