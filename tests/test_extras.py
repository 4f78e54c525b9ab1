"""What is said where a library is missing: a command that works as it stands."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kpikit.io.extras import missing


@pytest.mark.parametrize(
    ("executable", "started"),
    [
        ("{here}/.venv/bin/python", ".venv/bin/python"),
        ("{here}/my city/bin/python", '"my city/bin/python"'),
        ("/elsewhere/bin/python", "/elsewhere/bin/python"),
        ("", "python"),
    ],
)
def test_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, executable: str, started: str
) -> None:
    """The Python that runs installs it, called as from the folder that one is in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "executable", executable.format(here=Path.cwd()))

    told = f'typst is not installed: run {started} -m pip install "kpikit[pdf]"'
    assert told == str(missing("typst", "pdf"))
