"""The files and documents beside the repository are read right, by their own checkers."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from shared import ROOT, shared_path


@pytest.mark.wide
@pytest.mark.parametrize(
    ("folder", "script", "told"),
    [
        ("files", "check_files.py", "13 files, 65 indicators: 13 right; 0 rows silently wrong"),
        ("documents", "check_docs.py", "read right without help: 4/4 = 100% (goal 100%)"),
    ],
)
def test_all_are_right(folder: str, script: str, told: str) -> None:
    path = shared_path(folder, script)
    done = subprocess.run(
        [sys.executable, str(path)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert told in done.stdout, done.stdout + done.stderr
