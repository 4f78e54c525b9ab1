"""How the cells and runs of a workbook of LibreOffice are shown, and which sheets are."""

from __future__ import annotations

from typing import Final, final

import attrs

from kpikit.io.elements import Element
from kpikit.io.run_style import PLAIN_RUN, RunStyle

__all__ = ["Styles"]

#: How many styles may rest upon one another.
_DEEPEST: Final = 20
_RAISED: Final = "super"
_NONE: Final = "none"


@final
@attrs.define
class Styles:
    """Takes the styles of a part."""

    #: The styles by name: what each says itself, and the style that it rests upon.
    runs: dict[str, tuple[RunStyle, str]] = attrs.field(factory=dict[str, tuple[RunStyle, str]])
    #: The styles of sheets that cannot be seen.
    unseen: set[str] = attrs.field(factory=set[str])
    _open: str = ""

    def start(self, element: Element) -> None:
        """Take the start of an element."""
        values = element.values
        match element.name:
            case "style:style":
                self._open = values.get("name", "")
                self.runs[self._open] = PLAIN_RUN, values.get("parent-style-name", "")
            case "style:text-properties" if self._open:
                _, parent = self.runs[self._open]
                self.runs[self._open] = _run(element), parent
            case "style:table-properties" if values.get("display") == "false":
                self.unseen.add(self._open)
            case _:
                pass

    def end(self, name: str, parents: list[str]) -> None:  # noqa: ARG002 - as of all readers
        """Take the end of an element."""
        if name == "style:style":
            self._open = ""

    def data(self, text: str, parents: list[str]) -> None:
        """Take text: styles have none."""

    def run(self, name: str) -> RunStyle:
        """Return how text of a style is shown.

        >>> Styles().run("ce1").struck
        """
        found = PLAIN_RUN
        for _ in range(_DEEPEST):
            own, name = self.runs.get(name, (PLAIN_RUN, ""))
            found = found.over(own)
            if not name:
                break
        return found


def _run(element: Element) -> RunStyle:
    """Return what the properties of text say."""
    struck = element.values.get("text-line-through-style")
    place = element.values.get("text-position")
    return RunStyle(
        None if struck is None else struck != _NONE,
        None if place is None else place.startswith(_RAISED),
    )
