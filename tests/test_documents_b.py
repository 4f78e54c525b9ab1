"""The documents b01 to b26 are those that something is expected of, and the same each time."""

from __future__ import annotations

import csv
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

from kpikit.report.pdf import FONTS
from shapes import make_b_forms, make_b_html, make_b_pdf, make_b_word

MAKERS = (make_b_pdf, make_b_word, make_b_html, make_b_forms)
EXPECTED = Path(__file__).parent / "shapes" / "expected_b.tsv"


def has_typst() -> bool:
    if find_spec("typst") is None:
        return False
    import typst

    return bool(set(FONTS) & set(typst.Fonts().families()))


def test_each_document_has_expectations() -> None:
    with EXPECTED.open(encoding="utf-8", newline="") as stream:
        expected = {line["file"] for line in csv.DictReader(stream, delimiter="\t")}
    assert expected == {name for maker in MAKERS for name in maker.DOCUMENTS}


@pytest.mark.parametrize("maker", MAKERS)
def test_documents_are_the_same_each_time(maker: ModuleType, tmp_path: Path) -> None:
    if maker is make_b_pdf and not has_typst():
        pytest.skip("typst or a font for Japanese is not here")
    first = [path.read_bytes() for path in maker.make(tmp_path)]
    assert first == [path.read_bytes() for path in maker.make(tmp_path)]
