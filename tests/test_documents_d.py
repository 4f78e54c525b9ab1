"""The documents d01 to d16 are those that something is expected of."""

from __future__ import annotations

import csv
from importlib.util import find_spec
from pathlib import Path

import pytest

from kpikit.report.pdf import FONTS
from shapes.make_d import DOCUMENTS, make_all

EXPECTED = Path(__file__).parent / "shapes" / "expected_d.tsv"


@pytest.fixture
def expected() -> list[dict[str, str]]:
    with EXPECTED.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


def has_typst() -> bool:
    if find_spec("typst") is None:
        return False
    import typst

    return bool(set(FONTS) & set(typst.Fonts().families()))


def test_each_document_has_expectations(expected: list[dict[str, str]], tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    made = make_all(tmp_path) if has_typst() else [make(tmp_path) for make in DOCUMENTS[:15]]
    named = {line["file"] for line in expected if has_typst() or not line["file"].endswith("pdf")}
    assert named == {path.name for path in made}


def test_each_indicator_is_told_apart(expected: list[dict[str, str]]) -> None:
    names = [(line["file"], line["indicator"], line["under"]) for line in expected]
    assert len(names) == len(set(names))
