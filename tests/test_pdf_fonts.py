"""Text in fonts that a file does not bring along reads the same whatever fonts a machine has."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import pdf_files
from kpikit.io.pdf.page import page_of
from pdf_files import Paper, write_pdf

pdfium = pytest.importorskip("pypdfium2")

#: Starts the library anew with a list of folders of fonts that has none, and reads a page.
WITHOUT_FONTS = """
import ctypes, json, sys
import pypdfium2, pypdfium2.raw as raw
from kpikit.io.pdf.page import page_of

none = (ctypes.POINTER(ctypes.c_char) * 1)(None)
started = raw.FPDF_LIBRARY_CONFIG(version=2)
started.m_pUserFontPaths = ctypes.cast(none, type(started.m_pUserFontPaths))
raw.FPDF_DestroyLibrary()
raw.FPDF_InitLibraryWithConfig(started)
with pypdfium2.PdfDocument(sys.argv[1]) as document:
    print(json.dumps(page_of(document[0], 1, 1000).glyphs))
"""


def glyphs(path: Path) -> list[list[object]]:
    """Return the characters of a page as they are read with the fonts that are here."""
    with pdfium.PdfDocument(path) as document:
        page = page_of(document[0], 1, 1000)
    assert page is not None
    return [[*glyph] for glyph in page.glyphs]


def without_fonts(path: Path) -> list[list[object]]:
    command = [sys.executable, "-c", WITHOUT_FONTS, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: list[list[object]] = json.loads(done.stdout)
    return found


def drawn(text: str, *, matrix: str = "1 0 0 1", size: int = 10, more: str = "") -> Paper:
    """Return a page with a text that begins at (300, 300), counted from below."""
    paper = Paper()
    code = text.encode("utf-16-be").hex()
    paper.raw(f"BT /F {size} Tf {more} {matrix} 300 300 Tm <{code}> Tj ET")
    return paper


#: The box of each character: its font reaches 0.88 of its size up and 0.12 down, letters of Latin
#: are half as wide as others.
PLAIN = [(300, 491.2, 310, 501.2), (310, 491.2, 315, 501.2), (315, 491.2, 325, 501.2)]
AFTER_A_TURN = [(300, 291.2, 310, 301.2), (310, 291.2, 315, 301.2), (315, 291.2, 325, 301.2)]


class TestPlaces:
    """Where a character begins, and the width that the file states, tell its place."""

    @pytest.mark.wide
    @pytest.mark.parametrize(
        ("paper", "boxes"),
        [
            (drawn("いW指"), PLAIN),
            (drawn("い"), PLAIN[:1]),
            (drawn("いW指", matrix="0 1 -1 0"), AFTER_A_TURN),
            (drawn("い", matrix="0 1 -1 0"), AFTER_A_TURN[:1]),
            (drawn("い", matrix="-1 0 0 -1"), AFTER_A_TURN[:1]),
            (drawn("い", more="50 Tz"), [(300, 491.2, 305, 501.2)]),
            (drawn("い", size=20), [(300, 482.4, 320, 502.4)]),
            (drawn("い", size=0), []),
            (drawn("い", matrix="0 0 0 0"), []),
        ],
    )
    def test_box(
        self, tmp_path: Path, paper: Paper, boxes: Sequence[tuple[float, float, float, float]]
    ) -> None:
        path = write_pdf(tmp_path / "plan.pdf", paper)
        found = glyphs(path)
        assert [pytest.approx(box) for box in boxes] == [glyph[1:5] for glyph in found]
        assert found == without_fonts(path)

    def test_form(self, tmp_path: Path) -> None:
        """What is drawn as a part of its own is text too."""
        paper = Paper(form=drawn("い").content[0])
        paper.raw("q 1 0 0 1 20 -10 cm /Form Do Q")
        path = write_pdf(tmp_path / "plan.pdf", paper)
        assert [["い", *map(pytest.approx, (320, 501.2, 330, 511.2, 10))]] == glyphs(path)
        assert glyphs(path) == without_fonts(path)

    def test_upright_writing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The step of such a font goes down; its letters are as wide as they are high."""
        font = pdf_files._FONT.replace(b"UniJIS-UCS2-H", b"UniJIS-UCS2-V")
        monkeypatch.setattr(pdf_files, "_FONT", font)
        path = write_pdf(tmp_path / "plan.pdf", drawn("いろ"))
        found = glyphs(path)
        boxes = [("い", 295, 500, 305, 510, 10), ("ろ", 295, 510, 305, 520, 10)]
        assert [[each[0], *map(pytest.approx, each[1:])] for each in boxes] == found
        assert found == without_fonts(path)

    def test_too_many(self, tmp_path: Path) -> None:
        """No more characters are looked at than may be on a page."""
        path = write_pdf(tmp_path / "plan.pdf", drawn("いろはに"))
        with pdfium.PdfDocument(path) as document:
            assert page_of(document[0], 1, 4) is not None
            assert page_of(document[0], 1, 3) is None

    def test_no_width(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where a file states that a character has none, the library's box stands."""
        font = pdf_files._FONT.replace(b"/DW 1000", b"/DW 0")
        monkeypatch.setattr(pdf_files, "_FONT", font)
        path = write_pdf(tmp_path / "plan.pdf", drawn("いA"))
        assert ["い", "A"] == [glyph[0] for glyph in glyphs(path)]


class TestTable:
    """No cell is lost where no font has a picture of what stands in it."""

    ROWS = (["指標名", "実績値", "目標値"], ["い", "60%", "な"], ["ろ", "12,408", "に"])

    @pytest.mark.parametrize("rotate", [0, 90])
    def test_cells_of_one_letter(self, tmp_path: Path, rotate: int) -> None:
        paper = Paper(rotate=rotate)
        paper.table([[*row] for row in self.ROWS])
        if rotate:
            paper.content = ["q 0 1 -1 0 700 100 cm", *paper.content, "Q"]
        path = write_pdf(tmp_path / "plan.pdf", paper)
        read = without_fonts(path)
        assert sorted("".join(map("".join, self.ROWS))) == sorted(str(each[0]) for each in read)
        assert glyphs(path) == read
