"""PDF files with a text layer, as the grids that workbooks become.

The steps, each a module: *page* (what is drawn: characters, rules, filled boxes), *rules* (rules
that meet are a lattice of cells), *text* (characters become lines, lines the text of a cell),
*blocks* (the tables and lines of a page), *joined* (tables that go on over pages), *seam* (rows
that the end of a page cuts), *reader* (a file becomes grids), *tables* (grids become tables).
"""

from __future__ import annotations

__all__: list[str] = []
