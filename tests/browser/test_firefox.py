"""The page in Firefox: opened from disk and served, silent, the same verdicts.

Needs Firefox, node, the npm package ``puppeteer-core`` in the folder ``KPIKIT_NODE_MODULES``, and
the parts of the page in the folder ``KPIKIT_PAGE_PARTS``; what is missing skips the tests.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from pathlib import Path
from typing import Any

import pytest

import kpikit as kk
from kpikit.page import Page, build_page, serving
from sagamihara import EXAMPLE

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
NODE = shutil.which("node")
MODULES = os.environ.get("KPIKIT_NODE_MODULES", "")
PARTS = os.environ.get("KPIKIT_PAGE_PARTS", "")
pytestmark = [
    pytest.mark.skipif(FIREFOX is None or NODE is None, reason="firefox or node is not here"),
    pytest.mark.skipif(not MODULES, reason="KPIKIT_NODE_MODULES names no folder of npm"),
    pytest.mark.skipif(not PARTS, reason="KPIKIT_PAGE_PARTS names no folder of parts"),
]
TABLE = "指標名,実績値,目標値\n利用率,60%,55%以上\n参加者数,3人,5人以上\n"


@pytest.fixture(scope="module")
def page() -> Page:
    return build_page(PARTS)


def found_in_firefox(address: str, *paths: Path) -> dict[str, Any]:
    script = Path(__file__).with_name("firefox.mjs")
    command = [NODE, str(script), MODULES, FIREFOX, address, *map(str, paths)]
    done = subprocess.run([*filter(None, command)], capture_output=True, check=True, timeout=900)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def counts(path: Path) -> dict[str, int]:
    found = kk.evaluate(kk.read_plan(path)).summary()
    names = ("achieved", "not_achieved", "indeterminate", "not_due")
    return {name: getattr(found, name) for name in names}


def test_from_disk(page: Page, tmp_path: Path) -> None:
    """What is asked for is in the page itself, and a wrong file gets its message."""
    (tmp_path / "kpikit.html").write_bytes(page.whole())
    table, wrong = tmp_path / "plan.csv", tmp_path / "wrong.xlsx"
    table.write_text(TABLE, encoding="utf-8")
    wrong.write_bytes(b"no workbook")
    told = found_in_firefox((tmp_path / "kpikit.html").as_uri(), table, wrong)
    example, judged, refused = told["found"]

    assert [] == told["said"]
    assert {url.partition(":")[0] for url in told["asked"]} <= {"file", "data", "blob", "about"}
    assert counts(EXAMPLE / "datapackage.json") == example["counts"]
    assert (counts(table), "") == (judged["counts"], judged["fault"])
    assert "wrong.xlsx" in refused["fault"]


def test_served(page: Page) -> None:
    with serving(page) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        told = found_in_firefox(f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()
        thread.join()
    assert counts(EXAMPLE / "datapackage.json") == told["found"][0]["counts"]
