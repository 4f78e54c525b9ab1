"""What a document is called: the largest lines of its first page, above all tables."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from statistics import median
from typing import Final

from kpikit.io.pdf.blocks import Laid, Line
from kpikit.language.fold import fold
from kpikit.language.marks import CLOSING, OPENING

__all__ = ["title_of"]

#: How much larger than most lines a title is, and by how much its own lines may differ.
_LARGER: Final = 1.15
_ALIKE: Final = 0.95
#: A title has no more lines.
_MOST: Final = 3


def title_of(laid: Laid) -> str:
    """Return the title of a page, ``""`` where no lines are larger than the others.

    Lines of one size below one another are one title.
    """
    lines = [block for block in laid.lanes[0] if isinstance(block, Line)] if laid.lanes else []
    sizes = [line.box.bottom - line.box.top for line in lines]
    if not lines or max(sizes) < _LARGER * median(sizes):
        return ""
    large = [size >= _ALIKE * max(sizes) for size in sizes]
    first = large.index(True)
    count = len([*takewhile(bool, large[first:])])
    return _joined([line.text.strip() for line in lines[first : first + count][:_MOST]])


def _joined(texts: Sequence[str]) -> str:
    """Join lines by blanks, but for one that goes on in a bracket that it opens."""
    title = texts[0]
    for above, below in pairwise(texts):
        signs = fold(above).text
        is_open = sum(map(signs.count, OPENING)) > sum(map(signs.count, CLOSING))
        title += below if is_open else f" {below}"
    return title
