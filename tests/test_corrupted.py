"""Spoilt files of every kind: refused or read, and never answered with a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from corrupted import KINDS, check, corrupted

pytest.importorskip("openpyxl")
pytest.importorskip("xlsxwriter")
pytest.importorskip("python_calamine")
pytest.importorskip("pypdfium2")


@pytest.mark.wide
@pytest.mark.parametrize("name", KINDS)
def test_good(tmp_path: Path, name: str) -> None:
    """What is spoilt was good: it is read, so that what is spoilt reaches the readers."""
    kind = KINDS[name]
    path = tmp_path / f"plan{kind.suffix}"
    path.write_bytes(kind.make(tmp_path).read_bytes())
    if name == "package":
        for each in kind.make(tmp_path).parent.glob("*.tsv"):
            (tmp_path / each.name).write_bytes(each.read_bytes())
    from kpikit.cli import main

    assert main([str(path) if word == "%" else word for word in kind.words]) == 0


@pytest.mark.wide
def test_spoilt(tmp_path: Path) -> None:
    """The same few at every run; there are more in `benchmarks/fuzz_files.py`."""
    told = {
        number: outcome
        for number, case in enumerate(corrupted(tmp_path, 13, range(39)))
        if (outcome := check(case))
    }
    assert told == {}


def test_a_traceback_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fuzz itself: a reader that fails in another way than it says is found."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("odd")

    monkeypatch.setattr("kpikit.io.text.read_text", fail)
    monkeypatch.setattr("kpikit.io.read.read_text", fail, raising=False)
    found = [check(case) for case in corrupted(tmp_path, 13, range(1))]
    assert "ZeroDivisionError: odd" in found[0]
