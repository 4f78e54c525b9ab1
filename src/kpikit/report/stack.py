"""Counts drawn as one bar whose parts are told apart without colour: by pattern, gap and number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kpikit.report.bars import Bar
from kpikit.report.markup import escape

__all__ = ["patterns", "stack_svg"]

#: Count → what its part is filled with, for the counts that are not one plain colour.
_PATTERNS: Final = {
    "not_achieved": '<path d="M-2 2L2-2M-2 10L10-2M6 10L10 6"/>',
    "indeterminate": '<circle cx="2" cy="2" r="1.4"/><circle cx="6" cy="6" r="1.4"/>',
    "not_due": '<path d="M0 2h8M0 6h8"/>',
    "forecast": '<path d="M2 0v8M6 0v8"/>',
}
_HIGH: Final = 20
#: A number needs so much of the bar to stand in it, in %.
_LEAST: Final = 4


def patterns() -> str:
    """Return what the parts of bars are filled with, for the head of a page.

    >>> patterns().count("<pattern")
    4
    """
    return "".join(
        f'<pattern id="p-{name}" class="{name}" width="8" height="8" '
        f'patternUnits="userSpaceOnUse"><rect width="8" height="8"/>{shape}</pattern>'
        for name, shape in _PATTERNS.items()
    )


def stack_svg(bar: Bar, title: str = "", described: str = "", key: str = "") -> str:
    """Draw counts as one bar, all of them as its whole width.

    Args:
        bar: The counts.
        title: What the drawing is called; without it the words beside it say all.
        described: The counts in words.
        key: What the ids of the drawing begin with.
    """
    drawn = "".join(_parts(bar))
    if not title:
        return f'<svg class="stack" aria-hidden="true">{drawn}</svg>'
    return (
        f'<svg class="stack" role="img" aria-labelledby="{key}t {key}d">'
        f'<title id="{key}t">{escape(title)}</title>'
        f'<desc id="{key}d">{escape(described)}</desc>{drawn}</svg>'
    )


def _parts(bar: Bar) -> Iterator[str]:
    done = 0
    for name, count in bar.counts:
        at, wide = 100 * done / bar.total, 100 * count / bar.total
        fill = f' fill="url(#p-{name})"' if name in _PATTERNS else ""
        yield (
            f'<rect class="{name}" x="{at:.2f}%" y="1" width="{wide:.2f}%" '
            f'height="{_HIGH - 2}"{fill}/>'
        )
        if wide >= _LEAST:
            yield f'<text x="{at + wide / 2:.2f}%" y="15">{count}</text>'
        done += count
