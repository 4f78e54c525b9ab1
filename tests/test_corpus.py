"""Published cells where they lie: labelled by hand, listed, and drawn at random and checked.

The scores are those of ``benchmarks/reading.py``, which is imported from its path.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

import kpikit as kk
from kpikit.cell import Vocabulary
from shared import ROOT, shared_path

BENCHMARKS = ROOT / "benchmarks"
#: The era of the tables, which their cells leave out: 8年度.
ERA = "令和"


def _benchmark() -> Any:
    """Import ``benchmarks/reading.py``."""
    path = BENCHMARKS / "reading.py"
    if not path.exists():
        pytest.skip("benchmarks/ is not here", allow_module_level=True)
    spec = spec_from_file_location("benchmark_reading", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


reading = _benchmark()


def rows(path: Path) -> list[list[str]]:
    """Return the fields of a table, its heading and remarks left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


def disputed() -> dict[str, str]:
    """Return the labels believed wrong, and why."""
    return {ident: why for ident, why, *_ in rows(BENCHMARKS / "disputed.tsv")}


def shares(scores: list[tuple[str, ...]]) -> dict[str, float]:
    """Return the share of each outcome."""
    counts = Counter(outcome for outcome, *_ in scores)
    return {outcome: counts[outcome] / len(scores) for outcome in ("right", "refused", "wrong")}


def test_labelled_cells() -> None:
    scores = reading.score_gold(shared_path("corpus", "gold.jsonl"), ERA, disputed())
    found = shares(scores)
    assert found["right"] >= 0.91
    assert found["wrong"] <= 0.005


@pytest.mark.parametrize("name", ["composed", "published"])
def test_cells_labelled_for_this_project(name: str) -> None:
    path = Path(__file__).parent / "held_out" / f"{name}.jsonl"
    found = shares(reading.score_gold(path, None, {}))
    assert found["right"] >= 0.82
    assert found["wrong"] <= 0.006


def test_periods() -> None:
    scores = reading.score_cases(shared_path("japanese_cases.tsv"))
    assert {"right": 1, "refused": 0, "wrong": 0} == shares(scores)


def test_other_cells() -> None:
    cells = reading.distinct_cells(shared_path("corpus", "rows.tsv"))
    read = [reading.read(kind, text, ERA)[0] is not None for kind, text in cells]
    assert sum(read) / len(read) >= 0.85


class TestChecked:
    """The cells that were drawn at random and checked by eye are read as they were then."""

    def test_at_most_one_in_a_hundred_was_wrong(self) -> None:
        verdicts = Counter(verdict for _, _, verdict, _ in rows(BENCHMARKS / "checked.tsv"))
        assert 200 == verdicts.total()
        assert verdicts["wrong"] <= 2

    def test_readings(self) -> None:
        own = Vocabulary(era=ERA)
        cells = {
            hashlib.sha256(f"{kind}\t{text}".encode()).hexdigest()[:16]: (kind, text)
            for kind, text in reading.distinct_cells(shared_path("corpus", "rows.tsv"))
        }
        for digest, expected, _, _ in rows(BENCHMARKS / "checked.tsv"):
            kind, text = cells[digest]
            read = kk.read_target if kind == "target" else kk.read_actual
            found: kk.Reading[Any] = read(text, vocabulary=own)
            said = repr(found.value) if found.is_read else f"!{found.issues[0].code}"
            assert expected == said, text
