"""The language of KPI tables: every Japanese word that a reader acts on, in one place.

One module a noun, each with its classes of words: those of cells (``kpikit.language.lexicon``),
of headings, lines, units, years, statistics and names. What is told to people is no part of it.
"""

from __future__ import annotations

__all__: list[str] = []
