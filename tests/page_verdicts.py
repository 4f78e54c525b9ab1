"""What the page in a browser is compared with: the same files judged by this interpreter."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import kpikit as kk
from kpikit.language.errors import KpikitError
from made_documents import Documents

__all__ = ["COUNTS", "KINDS", "counts_here", "counts_of_each", "readable"]

#: The kinds of files that the page reads.
KINDS = {".csv", ".tsv", ".xlsx", ".xlsm", ".ods", ".docx", ".html", ".pdf"}
COUNTS = ("achieved", "not_achieved", "indeterminate", "not_due")


def readable(documents: Documents) -> list[Path]:
    """Return the documents of the tests that the page reads."""
    return [each for made in documents.values() for each in made if each.suffix in KINDS]


def counts_here(*paths: Path) -> dict[str, int]:
    """Return what files come to in this interpreter, nothing where they are refused."""
    try:
        counts = kk.evaluate(kk.read_plan(paths[0] if len(paths) == 1 else paths)).summary()
    except (KpikitError, OSError):
        return {}
    return {name: getattr(counts, name) for name in COUNTS}


def counts_of_each(paths: Iterable[Path]) -> dict[str, dict[str, int]]:
    """Return what each file comes to, by its name."""
    return {path.name: counts_here(path) for path in paths}
