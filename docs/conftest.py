"""Run the examples of the pages and of the README: ``python`` fences that begin with ``>>>``."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser

collect_ignore = ["conf.py", "build.py", "floors.py", "links.py", "pictures.py", "sheet.py"]
collect_ignore += ["_extensions"]

_EXAMPLES = Sybil(
    parsers=[PythonCodeBlockParser()],
    path=str(Path(__file__).resolve().parents[1]),
    patterns=["docs/*.md", "docs/**/*.md", "README*.md"],
)


#: What the examples of data frames are run on, and where they stand.
_ENGINES = ("narwhals", "pandas", "polars", "pyarrow", "duckdb")
_OF_FRAMES = ("src/kpikit/frames/", "docs/howto/many-rows.md")
#: What else makes one.
_TO_FRAME = "kpikit.model.plan.Plan.to_frame"
#: The example that sets a PDF.
_OF_PDF = "kpikit.report.pdf.render_pdf"


def _sets_pdf() -> bool:
    """Tell whether typst is here, and a font for Japanese."""
    if find_spec("typst") is None:
        return False
    import typst

    from kpikit.report.pdf import FONTS

    return not {*FONTS}.isdisjoint(typst.Fonts().families())


class _Examples:
    pytest_collect_file = staticmethod(_EXAMPLES.pytest())

    @staticmethod
    def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
        """Skip the examples of data frames where an engine is missing, and that of a PDF."""
        missing = [name for name in _ENGINES if find_spec(name) is None]
        frames = pytest.mark.skip(reason=f"not here: {' '.join(missing)} (kpikit[engines])")
        pdf = pytest.mark.skip(reason="typst or a font for Japanese is not here (kpikit[pdf])")
        for item in items:
            is_of_frames = any(place in item.path.as_posix() for place in _OF_FRAMES)
            if missing and (is_of_frames or item.name == _TO_FRAME):
                item.add_marker(frames)
            if item.name == _OF_PDF and not _sets_pdf():
                item.add_marker(pdf)


def pytest_configure(config: pytest.Config) -> None:
    """Register for the whole tree: a hook of this file alone would not see the README."""
    config.pluginmanager.register(_Examples(), "kpikit-examples")
