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
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import pytest

from kpikit.page import Page, build_page, serving
from made_documents import Documents
from page_verdicts import counts_here, counts_of_each, readable
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
    done = subprocess.run([*filter(None, command)], capture_output=True, check=True, timeout=3600)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


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
    assert counts_here(EXAMPLE / "datapackage.json") == example["counts"]
    assert (counts_here(table), "") == (judged["counts"], judged["fault"])
    assert "wrong.xlsx" in refused["fault"]


@contextmanager
def served(page: Page) -> Iterator[str]:
    with serving(page) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def test_served(page: Page) -> None:
    """Nothing but its own address is asked."""
    with served(page) as address:
        told = found_in_firefox(address)
    assert [] == told["said"]
    assert all(url.startswith((address, "blob:", "data:", "about:")) for url in told["asked"])
    assert counts_here(EXAMPLE / "datapackage.json") == told["found"][0]["counts"]


@pytest.mark.long
@pytest.mark.parametrize("way", ["disk", "served"])
def test_all_documents(page: Page, tmp_path: Path, documents: Documents, way: str) -> None:
    """Every document of the tests comes to the same as in the interpreter here."""
    paths = readable(documents)
    (tmp_path / "kpikit.html").write_bytes(page.whole())
    disk = nullcontext((tmp_path / "kpikit.html").as_uri())
    with served(page) if way == "served" else disk as address:
        _, *found = found_in_firefox(address, *paths)["found"]
    assert counts_of_each(paths) == {
        path.name: each["counts"] for path, each in zip(paths, found, strict=True)
    }
