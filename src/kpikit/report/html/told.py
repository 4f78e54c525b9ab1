"""Labelled statements, as a list of descriptions."""

from __future__ import annotations

from collections.abc import Iterable

from kpikit.report.blocks import Item
from kpikit.report.markup import element, escape

__all__ = ["told"]


def told(items: Iterable[Item]) -> str:
    """Write labelled statements."""
    written: list[str] = []
    for item in items:
        entries = "".join(
            element("li", escape(f"{name}:{text}" if text else name)) for name, text in item.entries
        )
        below = f"<ul>{entries}</ul>" if entries else ""
        written.append(f"<dt>{escape(item.label)}</dt><dd>{escape(item.text)}{below}</dd>")
    return f'<dl class="told">{"".join(written)}</dl>'
