"""The changes that the page on the architecture shows are made, in a copy, and do what it says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from shared import ROOT

PAGE = ROOT / "docs" / "architecture.md"
FENCE = re.compile(r"^```(diff|py)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def fences(kind: str) -> list[str]:
    """Return what stands in the fences of a kind, in their order."""
    return [text for found, text in FENCE.findall(PAGE.read_text("utf-8")) if found == kind]


def apply(diff: str, root: Path) -> None:
    """Change the files that a diff names; each place that it shows is there once."""
    for part in re.split(r"^--- ", diff, flags=re.MULTILINE)[1:]:
        name, _, body = part.partition("\n")
        path = root / name
        for place in re.split(r"^@@\n", body, flags=re.MULTILINE):
            lines = place.splitlines(keepends=True)
            old = "".join(line[1:] for line in lines if line[0] in " -")
            new = "".join(line[1:] for line in lines if line[0] in " +")
            text = path.read_text("utf-8") if old else ""
            assert not old or 1 == text.count(old), f"{name}: {old}"
            path.write_text(text.replace(old, new) if old else new, encoding="utf-8")


def test_every_addition_is_shown() -> None:
    """A word, a form, an era, a unit, a role, a rule, a scheme, a format of reports."""
    assert 8 == len(fences("diff")) == PAGE.read_text("utf-8").count("\n### … ")


@pytest.mark.wide
def test_changes(tmp_path: Path) -> None:
    copy = tmp_path / "src"
    shutil.copytree(ROOT / "src", copy, ignore=shutil.ignore_patterns("__pycache__"))
    for diff in fences("diff"):
        apply(diff, copy)
    said = tmp_path / "said.txt"
    said.write_text("\n".join(fences("py")), encoding="utf-8")
    # Of a copy nothing is measured.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(
        [sys.executable, "-m", "doctest", str(said)],
        env={**kept, "PYTHONPATH": str(copy), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (0, "") == (done.returncode, done.stdout + done.stderr)


def test_a_place_that_is_not_there(tmp_path: Path) -> None:
    """A change whose place is gone is told, and not left out."""
    Path(tmp_path, "a.py").write_text("one\n", encoding="utf-8")
    with pytest.raises(AssertionError, match=r"a\.py: two"):
        apply("--- a.py\n two\n+three\n", tmp_path)
