"""Run the examples of the pages and of the README: ``python`` fences that begin with ``>>>``."""

from __future__ import annotations

from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser

collect_ignore = ["conf.py"]

_EXAMPLES = Sybil(
    parsers=[PythonCodeBlockParser()],
    path=str(Path(__file__).resolve().parents[1]),
    patterns=["docs/*.md", "docs/**/*.md", "README*.md"],
)


class _Markdown:
    pytest_collect_file = staticmethod(_EXAMPLES.pytest())


def pytest_configure(config: pytest.Config) -> None:
    """Register for the whole tree: a hook of this file alone would not see the README."""
    config.pluginmanager.register(_Markdown(), "kpikit-markdown-examples")
