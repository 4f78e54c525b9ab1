"""Labelled statements, as a list of descriptions."""

from __future__ import annotations

from collections.abc import Iterable

from kpikit.language.messages import Language, say
from kpikit.report.blocks import Item
from kpikit.report.markup import element, escape

__all__ = ["told"]


def told(items: Iterable[Item], lang: Language) -> str:
    """Write labelled statements."""
    written: list[str] = []
    for item in items:
        entries = "".join(element("li", escape(_entry(*each, lang))) for each in item.entries)
        below = f"<ul>{entries}</ul>" if entries else ""
        written.append(f"<dt>{escape(item.label)}</dt><dd>{escape(item.text)}{below}</dd>")
    return f'<dl class="told">{"".join(written)}</dl>'


def _entry(name: str, text: str, lang: Language) -> str:
    return say("report-labelled", lang, label=name, text=text) if text else name
