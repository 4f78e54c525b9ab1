"""The archives that the page is made of: real ones where they are, and small ones like them."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from collections.abc import Mapping
from zipfile import ZipFile

from kpikit.page import Archive, Parts


def archive_of_npm(files: Mapping[str, bytes]) -> bytes:
    """Return a package as npm packs it."""
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w:gz") as package:
        for name, data in files.items():
            told = tarfile.TarInfo(f"package/{name}")
            told.size = len(data)
            package.addfile(told, io.BytesIO(data))
    return whole.getvalue()


def zip_of(files: Mapping[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with ZipFile(whole, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return whole.getvalue()


LIBRARY = {
    "os.py": b"1",
    "re/": b"",
    "unittest/": b"",
    "unittest/case.py": b"2",
    "unittests.py": b"3",
}
#: Which Python it is, and what else could be fetched.
LOCK = json.dumps({"info": {"python": "3.14.2"}, "packages": {"numpy": {}}}).encode()
ARCHIVES = {
    "interpreter.tgz": archive_of_npm(
        {
            "pyodide.asm.wasm": b"wasm",
            "pyodide.asm.mjs": b"asm",
            "pyodide.mjs": b"mjs",
            "python_stdlib.zip": zip_of(LIBRARY),
            "pyodide-lock.json": LOCK,
        }
    ),
    "attrs.whl": zip_of({"attrs/__init__.py": b"4", "attrs-1.dist-info/METADATA": b"5"}),
}


def small_parts() -> Parts:
    """Return parts of which a page can be put together that no browser could run."""
    interpreter, wheel = (
        Archive(name, "1", file, hashlib.sha256(ARCHIVES[file]).hexdigest(), "MIT", kind)
        for name, file, kind in (
            ("pyodide", "interpreter.tgz", "npm"),
            ("attrs", "attrs.whl", "pypi"),
        )
    )
    return Parts(interpreter, (wheel,), "3.14", "wasm32", ("unittest",))
