"""Text and elements of HTML and SVG, escaped."""

from __future__ import annotations

from typing import Final

from kpikit.language.pattern import pattern
from kpikit.language.printable import UNSAFE, safe

__all__ = ["element", "escape", "safe", "start"]

_TROUBLE: Final = pattern(f"{UNSAFE.pattern[:-1]}&<>\"'\r]")
_SPECIAL: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": " "}
)


def escape(text: object) -> str:
    """Return *text* for an element or an attribute in quotes.

    >>> escape("<b>'A' & B")
    '&lt;b&gt;&#39;A&#39; &amp; B'
    """
    shown = str(text)
    if _TROUBLE.search(shown) is None:
        return shown  # most text: one look is enough
    return safe(shown).translate(_SPECIAL)


def start(name: str, /, **attributes: object) -> str:
    """Write a start tag; ``class_`` stands for ``class``, ``data_v`` for ``data-v``.

    An attribute that is ``None`` or ``False`` is left out, one that is ``True`` has no value.

    >>> start("td", class_="verdict", colspan=2, hidden=None)
    '<td class="verdict" colspan="2">'
    """
    written = [name]
    for key, value in attributes.items():
        word = key.rstrip("_").replace("_", "-")
        if value is True:
            written.append(word)
        elif value is not None and value is not False:
            written.append(f'{word}="{escape(value)}"')
    return f"<{' '.join(written)}>"


def element(name: str, content: str, /, **attributes: object) -> str:
    """Write an element around *content*, which is markup already.

    >>> element("h2", escape("A & B"), id="a")
    '<h2 id="a">A &amp; B</h2>'
    """
    return f"{start(name, **attributes)}{content}</{name}>"
