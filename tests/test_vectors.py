"""Results that other systems published, computed anew."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from types import ModuleType

import pytest

from shared import ROOT, shared_path

SCRIPT = ROOT / "benchmarks" / "agreement_vectors.py"


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("agreement_vectors", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


VECTORS = _script()
#: File → how many rows should agree, and how many have a reason to differ.
EXPECTED = {
    "statcan_series.tsv": (374, 0),
    "statcan_indicator_mean.tsv": (214, 5),
    "eustat_eurostat_variant_series.tsv": (13, 0),
    "eustat_eurostat_variant_indicator_mean.tsv": (3, 0),
    "open_sdg_site_behat.tsv": (2, 0),
    "servicenow_target_status.tsv": (5, 2),
    "servicenow_rollup.json": (6, 0),
    "operately_target_progress.tsv": (6, 5),
    "infobase_status.tsv": (56, 1),
}


class TestVectors:
    """Every published row agrees, but for those that have a reason."""

    def test_every_file_is_compared(self) -> None:
        assert sorted(EXPECTED) == sorted(VECTORS.SOURCES)

    @pytest.mark.parametrize("name", EXPECTED)
    def test_file(self, name: str) -> None:
        cases = tuple(VECTORS.SOURCES[name](shared_path("vectors", name)))
        found = VECTORS.Agreement(name, cases)

        assert () == found.faults
        assert EXPECTED[name] == (found.agreeing, len(found.explained))
        assert found.agreeing == found.compared

    def test_script(self) -> None:
        command = [sys.executable, str(SCRIPT), "--vectors", str(shared_path("vectors")), "--json"]
        printed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout

        assert EXPECTED == {
            each["source"]: (each["agreeing"], len(each["differences"]))
            for each in json.loads(printed)
        }
