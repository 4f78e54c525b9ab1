"""Workbooks and Word files pass through LibreOffice: what it writes again is the same plan.

Needs ``soffice`` (Debian's packages libreoffice-calc and libreoffice-writer); ``.ci/full``
installs them.
"""

from __future__ import annotations

import re
import runpy
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest

import kpikit as kk
from kpikit.report import save_report
from plans import of_every_kind
from sagamihara import EXAMPLE, EXPECTED
from shared import ROOT

openpyxl = pytest.importorskip("openpyxl")
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


def test_a_workbook_of_its_own_kind(tmp_path: Path) -> None:
    """An .ods file has what is shown beside what is stored: percentages, units, merges."""
    path = tmp_path / "kakuu.xlsx"
    runpy.run_path(str(ROOT / "examples" / "kakuu" / "make_workbook.py"))["make"](path)
    one, other = kk.read_plan(path), kk.read_plan(converted(path, "ods"))

    assert content(one) == content(other)
    assert [(each.code, each.text) for each in one.issues] == [
        (each.code, each.text) for each in other.issues
    ]


def evaluated(name: str, folder: Path) -> kk.PlanEvaluation:
    if name == "sagamihara":
        return kk.evaluate(kk.read_plan(EXAMPLE / "datapackage.json"))
    if name == "every kind":
        return kk.evaluate(of_every_kind())
    path = folder / "kakuu.xlsx"
    runpy.run_path(str(ROOT / "examples" / "kakuu" / "make_workbook.py"))["make"](path)
    return kk.evaluate(kk.read_plan(path))


def without_results(path: Path) -> None:
    """Take from a workbook what its formulas came to, so that it must be worked out again."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", data))


def results(path: Path, formulas: Sequence[tuple[str, str]]) -> list[float | None]:
    """Return what formulas come to, each by its sheet and its cell; nothing is ``None``."""
    book = openpyxl.load_workbook(path, data_only=True)
    found = [book[sheet][cell].value for sheet, cell in formulas]
    return [None if each in (None, "") else round(float(each), 9) for each in found]


def formulas_of(path: Path) -> list[tuple[str, str]]:
    book = openpyxl.load_workbook(path)
    cells = [(sheet.title, cell) for sheet in book for row in sheet for cell in row]
    return [(title, cell.coordinate) for title, cell in cells if cell.data_type == "f"]


@pytest.mark.parametrize("name", ["sagamihara", "kakuu", "every kind"])
def test_the_report_worked_out_again(name: str, tmp_path: Path) -> None:
    """The formulas come to the same rates where another program works them out."""
    path = tmp_path / "report.xlsx"
    save_report(evaluated(name, tmp_path), path)
    formulas = formulas_of(path)
    ours = results(path, formulas)
    without_results(path)

    assert any(each is not None for each in ours)
    assert [None] * len(formulas) == results(path, formulas)
    assert ours == results(converted(path, "xlsx"), formulas)


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_the_report(form: str, tmp_path: Path) -> None:
    """It opens, and its pages can be printed."""
    path = tmp_path / f"report.{form}"
    save_report(evaluated("sagamihara", tmp_path), path)
    printed = converted(path, "pdf")

    assert printed.read_bytes().startswith(b"%PDF")


def test_the_word_file_says_the_same_after_it_was_saved_again(tmp_path: Path) -> None:
    result = evaluated("sagamihara", tmp_path)
    path = tmp_path / "report.docx"
    save_report(result, path)
    again = kk.evaluate(kk.read_plan(converted(path, "docx")), as_of=result.as_of)

    assert [each.verdict for each in result.all()] == [each.verdict for each in again.all()]
