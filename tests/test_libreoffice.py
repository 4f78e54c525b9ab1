"""Workbooks pass through LibreOffice: what it writes again is the same plan.

Needs ``soffice`` (Debian's package libreoffice-calc); ``.ci/full`` installs it.
"""

from __future__ import annotations

import runpy
import shutil
import subprocess
from pathlib import Path

import pytest

import kpikit as kk
from kpikit.report import save_report
from sagamihara import EXAMPLE, EXPECTED
from shared import ROOT

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(SOFFICE is None, reason="soffice (LibreOffice) is not here"),
]


def converted(path: Path, form: str) -> Path:
    """Open a file in LibreOffice without a screen, and write it in another format."""
    folder = path.parent / "converted"
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", form, "--outdir", str(folder)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120)
    return folder / f"{path.stem}.{form}"


def content(plan: kk.Plan) -> list[tuple[str, object, object, object]]:
    """Return all that is read of each indicator, but for where it stands."""
    return [
        (each.name, each.baseline, [seen.quantity for seen in each.observations], each.targets)
        for each in plan.indicators()
    ]


def test_the_published_tables(tmp_path: Path) -> None:
    plan = kk.read_plan(EXAMPLE / "datapackage.json")
    path = tmp_path / "tables.xlsx"
    kk.write_plan(plan, path)
    again = kk.read_plan(converted(path, "xlsx"))

    assert content(plan) == content(again)
    assert [row[3] for row in EXPECTED] == [each.verdict.value for each in kk.evaluate(again).all()]


def test_a_workbook_with_merged_cells_and_percentages(tmp_path: Path) -> None:
    path = tmp_path / "kakuu.xlsx"
    runpy.run_path(str(ROOT / "examples" / "kakuu" / "make_workbook.py"))["make"](path)
    again = kk.read_plan(converted(path, "xlsx"))

    assert content(kk.read_plan(path)) == content(again)


def test_the_report(tmp_path: Path) -> None:
    """It opens, and its pages can be printed."""
    path = tmp_path / "report.xlsx"
    save_report(kk.evaluate(kk.read_plan(EXAMPLE / "datapackage.json")), path)
    printed = converted(path, "pdf")

    assert printed.read_bytes().startswith(b"%PDF")
