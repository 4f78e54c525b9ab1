"""Every document of ``tests/shapes`` that is made is one that something is expected of."""

from __future__ import annotations

import csv
from pathlib import Path
from types import ModuleType

import pytest

from made_documents import FEW, NAMED, SETS, Documents, has_typst
from shapes import make_b_pdf

SHAPES = Path(__file__).parent / "shapes"


def expected(letter: str) -> list[dict[str, str]]:
    with (SHAPES / f"expected_{letter}.tsv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


def test_each_name_has_expectations() -> None:
    assert {line["file"] for line in expected("b")} == {
        name for maker in NAMED for name in maker.DOCUMENTS
    }


@pytest.mark.wide
@pytest.mark.parametrize(
    "maker",
    [pytest.param(each, marks=pytest.mark.long if each is make_b_pdf else ()) for each in NAMED],
)
def test_documents_are_the_same_each_time(
    maker: ModuleType, documents: Documents, tmp_path: Path
) -> None:
    if maker is make_b_pdf and not has_typst():
        pytest.skip("typst or a font for Japanese is not here")
    first = {path.name: path.read_bytes() for path in documents["b"]}
    for path in maker.make(tmp_path):
        assert first[path.name] == path.read_bytes()


@pytest.mark.parametrize(
    "letter",
    [
        pytest.param(each, marks=() if each in FEW else pytest.mark.wide)
        for each in sorted({*SETS} - {"a", "b"})
    ],
)
def test_each_document_has_expectations(letter: str, documents: Documents) -> None:
    made = {path.name for path in documents[letter]}
    names = {line["file"] for line in expected(letter)}
    assert made == {name for name in names if has_typst() or not name.endswith("pdf")}


@pytest.mark.parametrize("letter", sorted({*SETS} - {"a"}))
def test_each_indicator_is_told_apart(letter: str) -> None:
    keys = ("file", "sheet", "indicator", "under")
    names = [tuple(line[key] for key in keys) for line in expected(letter)]
    assert len(names) == len(set(names))
