"""Every document of ``tests/shapes`` that is made is one that something is expected of."""

from __future__ import annotations

import csv
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

from kpikit.report.pdf import FONTS
from shapes import (
    make_b_forms,
    make_b_html,
    make_b_pdf,
    make_b_word,
    make_c,
    make_d,
    make_h,
    make_i,
)

SHAPES = Path(__file__).parent / "shapes"
NAMED = (make_b_pdf, make_b_word, make_b_html, make_b_forms)
Maker = Callable[[Path], Path]


def has_typst() -> bool:
    if find_spec("typst") is None:
        return False
    import typst

    return bool(set(FONTS) & set(typst.Fonts().families()))


def expected(letter: str) -> list[dict[str, str]]:
    with (SHAPES / f"expected_{letter}.tsv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


def test_each_name_has_expectations() -> None:
    assert {line["file"] for line in expected("b")} == {
        name for maker in NAMED for name in maker.DOCUMENTS
    }


@pytest.mark.parametrize("maker", NAMED)
def test_documents_are_the_same_each_time(maker: ModuleType, tmp_path: Path) -> None:
    if maker is make_b_pdf and not has_typst():
        pytest.skip("typst or a font for Japanese is not here")
    first = [path.read_bytes() for path in maker.make(tmp_path)]
    assert first == [path.read_bytes() for path in maker.make(tmp_path)]


@pytest.mark.parametrize(
    ("letter", "makers", "plain"),
    [
        ("c", make_c.DOCUMENTS, 22),
        ("d", make_d.DOCUMENTS, 15),
        ("h", make_h.DOCUMENTS, 20),
        ("i", make_i.DOCUMENTS, 19),
    ],
)
def test_each_document_has_expectations(
    letter: str, makers: list[Maker], plain: int, tmp_path: Path
) -> None:
    pytest.importorskip("openpyxl")
    made = {make(tmp_path).name for make in (makers if has_typst() else makers[:plain])}
    names = {line["file"] for line in expected(letter)}
    assert made == {name for name in names if has_typst() or not name.endswith("pdf")}


@pytest.mark.parametrize("letter", ["b", "c", "d", "h", "i"])
def test_each_indicator_is_told_apart(letter: str) -> None:
    names = [(line["file"], line["indicator"], line["under"]) for line in expected(letter)]
    assert len(names) == len(set(names))
