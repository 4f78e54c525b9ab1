"""The page put together: kpikit, the interpreter and wheels, in one file of HTML.

The same parts and the same kpikit make the same bytes, by the same version of zlib.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from importlib.metadata import distribution, version
from pathlib import Path
from typing import Any, Final, final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import attrs

from kpikit._value import Value
from kpikit.analysis.scheme import shipped
from kpikit.io.read import read_plan
from kpikit.judging.judge import evaluate
from kpikit.language.messages import CATALOGUE
from kpikit.page import example
from kpikit.page.parts import Archive, Parts
from kpikit.report import build_report, render
from kpikit.report.answer import answer_words

__all__ = ["Page", "built"]

_ROOM: Final = Path(__file__).parent
_ASSETS: Final = _ROOM / "assets"
#: What of the interpreter's archive is used.
_INTERPRETER: Final = ("pyodide.asm.wasm", "pyodide.asm.mjs", "pyodide.mjs")
_LIBRARY: Final = "python_stdlib.zip"
_SITE: Final = "site.zip"
_REPORT: Final = "example.html"
#: What is left out of what is installed: nobody types commands there, or has a data frame.
_LEFT_OUT: Final = ("__pycache__", "assets", "cli", "example", "frames")
#: The earliest time that a zip archive knows: no file has one of its own.
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
#: Nor does one tell on which system it was written.
_NO_SYSTEM: Final = 0
_METADATA: Final = "Metadata-Version: 2.1\nName: kpikit\nVersion: {}\n"


@final
@attrs.frozen(repr=False)
class Page(Value):
    """The page, as one file or in pieces for a server.

    >>> page = Page("<html>", (("kpikit.zip", b"PK"),), "{}", "")
    >>> [address.rpartition("/")[2] for address in page.addresses()]
    ['kpikit.zip']
    """

    #: The document around its parts, with a gap for them, its words and its program.
    document: str
    #: Its parts, packed by gzip, by their names.
    parts: tuple[tuple[str, bytes], ...]
    #: What its program is told of them.
    facts: str
    #: The program.
    script: str

    def whole(self) -> bytes:
        """Return it as one file, which connects to nothing."""
        written = "".join(_part(name, data) for name, data in self.parts)
        return self._filled(written, "'none'")

    def around(self) -> bytes:
        """Return it without its parts, which a server on the same address has."""
        names = {address.rpartition("/")[2]: address for address in self.addresses()}
        return self._filled(_data("served", names), "'self'")

    def addresses(self) -> dict[str, bytes]:
        """Return its parts by addresses that say what is in them."""
        return {f"{_digest(data)[:16]}/{name}": data for name, data in self.parts}

    def _filled(self, parts: str, connects: str) -> bytes:
        digest = base64.b64encode(hashlib.sha256(self.script.encode()).digest()).decode()
        policy = _POLICY.format(script=digest, connects=connects)
        fillings = {"policy": policy, "facts": self.facts, "parts": parts, "script": self.script}
        return _fill(self.document, fillings).encode()


#: Nothing but the page's own program runs, and nothing leaves.
_POLICY: Final = (
    "default-src 'none'; script-src 'sha256-{script}' blob: 'wasm-unsafe-eval'; worker-src blob:; "
    "style-src 'unsafe-inline'; img-src data:; connect-src {connects}; form-action 'none'; "
    "base-uri 'none'; frame-src 'none'; object-src 'none'"
)


def built(archives: Mapping[str, bytes], parts: Parts) -> Page:
    """Put the page together.

    Args:
        archives: The parts as archives, by the names of their files.
        parts: Which these are.

    Raises:
        FormatError: An archive lacks what is needed of it.
    """
    interpreter = _unpacked(archives[parts.interpreter.file])
    library = _smaller(interpreter[_LIBRARY], parts.left_out)
    wheels = [archives[each.file] for each in parts.wheels]
    found = evaluate(read_plan(example.folder() / example.PACKAGE))
    lock = json.loads(interpreter["pyodide-lock.json"]) | {"packages": {}}
    python = lock["info"]["python"]
    packed = {
        **{name: interpreter[name] for name in _INTERPRETER},
        _LIBRARY: library,
        _SITE: _site(wheels),
        _REPORT: render(found, "html").encode(),
    }
    facts = {
        "parts": [name for name in packed if name != _REPORT],
        "lock": json.dumps(lock),
        "schemes": shipped(),
        "made_of": "\n".join(_made_of(parts, python)),
        "example": answer_words(build_report(found, "ja")),
    }
    words = {
        code: {"ja": japanese, "en": english}
        for code, (japanese, english) in CATALOGUE.items()
        if code.startswith("page-")
    }
    document = _fill(
        _asset("page.html"),
        {
            "style": _asset("page.css"),
            "words": _data("words", words),
            "sbom": _data("sbom", _sbom(parts, python), "application/vnd.cyclonedx+json"),
            "worker": _asset("worker.js"),
        },
    )
    return Page(
        document,
        tuple((name, _gzip(data)) for name, data in packed.items()),
        _data("facts", facts),
        _asset("page.js"),
    )


def _fill(document: str, fillings: Mapping[str, str]) -> str:
    for name, text in fillings.items():
        before, gap, after = document.partition(f"@{name}@")
        document = before + text + after if gap else document
    return document


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text("utf-8")


def _data(name: str, value: object, kind: str = "text/plain") -> str:
    """Return a block of data, which no markup can end."""
    text = json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="{kind}" id="{name}">{text}</script>'


def _part(name: str, data: bytes) -> str:
    """Return a part as a block of data."""
    text = base64.b64encode(data).decode()
    return f'<script type="text/plain" id="part-{name}">{text}</script>\n'


_gzip: Final = partial(gzip.compress, compresslevel=9, mtime=0)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


# -- archives --------------------------------------------------------------------------------------


def _unpacked(archive: bytes) -> dict[str, bytes]:
    """Return the files of a package of npm by their bare names."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as package:
        files = {each.name.rpartition("/")[2]: package.extractfile(each) for each in package}
        return {name: file.read() for name, file in files.items() if file is not None}


def _smaller(library: bytes, left_out: Iterable[str]) -> bytes:
    """Return the standard library without what is of no use in a browser."""
    gone = tuple(left_out)
    with ZipFile(io.BytesIO(library)) as archive:
        return _zipped(
            (each, archive.read(each))
            for each in archive.namelist()
            if not any(each == name or each.startswith(f"{name}/") for name in gone)
        )


def _site(wheels: Iterable[bytes]) -> bytes:
    """Return kpikit and the wheels as one archive of what is imported."""
    return _zipped([*_of_wheels(wheels), *_of_kpikit()])


def _of_wheels(wheels: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    for each in wheels:
        with ZipFile(io.BytesIO(each)) as wheel:
            yield from ((name, wheel.read(name)) for name in wheel.namelist())


def _of_kpikit() -> Iterator[tuple[str, bytes]]:
    root = _ROOM.parent
    for path in sorted(root.rglob("*")):
        inner = path.relative_to(root)
        if path.is_file() and not set(_LEFT_OUT) & {*inner.parts}:
            yield f"kpikit/{inner.as_posix()}", path.read_bytes()
    for path in sorted(example.folder().iterdir()):
        if path.suffix in (".json", ".tsv"):
            yield f"kpikit/page/example/{path.name}", path.read_bytes()
    number = version("kpikit")
    yield f"kpikit-{number}.dist-info/METADATA", _METADATA.format(number).encode()
    licence = distribution("kpikit").read_text("licenses/LICENSE") or ""
    yield f"kpikit-{number}.dist-info/licenses/LICENSE", licence.encode()


def _zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip archive of files, always the same of the same."""
    whole = io.BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in sorted(files):
            if not name.endswith("/"):
                told = ZipInfo(name, _NO_TIME)
                told.create_system = _NO_SYSTEM
                archive.writestr(told, data, ZIP_DEFLATED, 9)
    return whole.getvalue()


# -- what it is made of ----------------------------------------------------------------------------

#: The licence of Python, which the interpreter is built of.
_PYTHON: Final = "PSF-2.0"


def _made_of(parts: Parts, python: str) -> Iterator[str]:
    yield f"kpikit {version('kpikit')} (MIT)"
    yield f"Python {python} ({_PYTHON})"
    for each in parts.all:
        yield f"{each.name} {each.version} ({each.licence})"


def _sbom(parts: Parts, python: str) -> dict[str, Any]:
    """Return what the page is made of, as CycloneDX 1.6 writes it."""
    inner = {"type": "platform", "name": "python", "version": python}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "library",
                "name": "kpikit",
                "version": version("kpikit"),
                "licenses": [{"expression": "MIT"}],
            }
        },
        "components": [
            inner | {"licenses": [{"expression": _PYTHON}]},
            *map(_component, parts.all),
        ],
    }


def _component(part: Archive) -> dict[str, Any]:
    return {
        "type": "library",
        "name": part.name,
        "version": part.version,
        "purl": part.purl,
        "hashes": [{"alg": "SHA-256", "content": part.sha256}],
        "licenses": [{"expression": part.licence}],
    }
