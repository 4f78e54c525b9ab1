"""What the pages show: pictures and a workbook that are kept beside the examples."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

import kpikit as kk
from kpikit.cli import main
from sagamihara import EXAMPLE
from shared import ROOT

KAKUU = ROOT / "examples" / "kakuu"


@pytest.mark.parametrize(("lang", "name"), [("en", "overview.svg"), ("ja", "overview.ja.svg")])
def test_overview(lang: str, name: str, tmp_path: Path) -> None:
    """The picture of the README is what ``kpikit chart`` makes today."""
    target = tmp_path / "charts"
    source = str(EXAMPLE / "datapackage.json")
    assert 0 == main(["--lang", lang, "chart", source, "-o", str(target)])
    overview = min(target.iterdir())
    assert overview.read_text(encoding="utf-8") == (EXAMPLE / name).read_text(encoding="utf-8")


def test_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The workbook that is kept holds what its script makes."""
    made = tmp_path / "kakuu.xlsx"
    runpy.run_path(str(KAKUU / "make_workbook.py"))["make"](made)
    monkeypatch.chdir(KAKUU)
    kept = kk.read_plan("kakuu.xlsx")
    monkeypatch.chdir(tmp_path)
    assert kk.read_plan("kakuu.xlsx") == kept
