"""The open elements of a web page, ended where a browser ends them.

Pages leave out end tags, and close elements in another order than they were opened in. What
matters here is which cell a text stands in, and whether it is struck out, raised or hidden.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, final

import attrs

from kpikit.language.pattern import pattern

__all__ = ["BLOCKS", "FORMATTING", "SILENT", "VOID", "Element", "Shown", "shown_by"]


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Elements without content.
VOID: Final = _names("area base br col embed hr img input link meta param source track wbr")
#: Elements whose content is no text of the page.
SILENT: Final = _names(
    "script style template noscript title select textarea button nav svg math rt rp "
    "iframe object audio video canvas"
)
#: Elements that begin and end a line.
BLOCKS: Final = _names(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre "
    "section summary table td th tr ul"
)
#: Those of them that are headings.
HEADINGS: Final = _names("h1 h2 h3 h4 h5 h6")
#: Elements that go on behind the end of what they were opened in.
FORMATTING: Final = _names("a b big code em font i nobr s small strike strong tt u")
_STRUCK: Final = frozenset(("s", "strike", "del"))
_LINE_THROUGH: Final = pattern(r"text-decoration[\w-]*\s*:[^;]*line-through")
_SUPER: Final = pattern(r"vertical-align\s*:\s*super")
_HIDDEN: Final = pattern(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)")


@final
@attrs.frozen
class Shown:
    """How an element is shown."""

    struck: bool = False
    raised: bool = False
    hidden: bool = False
    silent: bool = False


@final
@attrs.frozen
class Element:
    """An element that is open."""

    tag: str
    shown: Shown
    #: Whether it is a part of a table that is being made.
    made: bool = False


def shown_by(tag: str, values: Mapping[str, str], styles: Mapping[str, str]) -> Shown:
    """Return how an element is shown, by its kind, its own style and its classes.

    Args:
        tag: Its kind.
        values: Its attributes.
        styles: What the style sheets of the page say of classes.

    >>> shown_by("td", {"class": "x"}, {"x": "text-decoration:line-through"}).struck
    True
    """
    own = values.get("style", "").lower()
    classes = values.get("class", "").split()
    style = ";".join([own, *(styles.get(name, "") for name in classes)])
    return Shown(
        struck=tag in _STRUCK or bool(_LINE_THROUGH.search(style)),
        raised=tag == "sup" or bool(_SUPER.search(style)),
        hidden="hidden" in values or bool(_HIDDEN.search(own)),
        silent=tag in SILENT,
    )
