"""What the page is made of besides kpikit: the interpreter and wheels, at locked versions.

``parts.json`` beside this module names each with its hash. They are fetched by ``npm pack`` and
``pip download``, or taken from a folder or a zip archive that has them.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, final
from zipfile import BadZipFile, ZipFile

import attrs

from kpikit._value import Value
from kpikit.language.errors import FormatError, MissingDependencyError

__all__ = ["Archive", "Parts", "fetched", "locked", "taken_from"]

_LOCK: Final = Path(__file__).with_name("parts.json")


@final
@attrs.frozen(repr=False)
class Archive(Value):
    """Something that the page is made of: an archive at a locked version.

    >>> digest = "0" * 64
    >>> Archive("pyodide", "314.0.7", "pyodide-314.0.7.tgz", digest, "MPL-2.0", "npm").kind
    'npm'
    """

    #: Its name, as its registry has it.
    name: str
    #: Its version.
    version: str
    #: The name of its archive.
    file: str
    #: The SHA-256 of that archive, in hexadecimal digits.
    sha256: str
    #: Its licence, as SPDX writes it.
    licence: str
    #: The registry that it is of: ``npm`` or ``pypi``.
    kind: str

    @property
    def purl(self) -> str:
        """Its package URL.

        >>> locked().interpreter.purl
        'pkg:npm/pyodide@314.0.7'
        """
        return f"pkg:{self.kind}/{self.name}@{self.version}"


@final
@attrs.frozen(repr=False)
class Parts(Value):
    """All parts of the page, and how the wheels are asked for.

    >>> [each.name for each in locked().all if each.kind == "npm"]
    ['pyodide']
    """

    #: The interpreter.
    interpreter: Archive
    #: The wheels.
    wheels: tuple[Archive, ...]
    #: The version of Python that the wheels are for.
    python: str
    #: The platform that they are for.
    platform: str
    #: What of the standard library is of no use in a browser.
    left_out: tuple[str, ...]

    @property
    def all(self) -> tuple[Archive, ...]:
        """The interpreter and the wheels."""
        return (self.interpreter, *self.wheels)

    def without(self, *names: str) -> Parts:
        """Return all but those wheels."""
        return attrs.evolve(self, wheels=tuple(w for w in self.wheels if w.name not in names))


@cache
def locked() -> Parts:
    """Return the parts of the lock.

    >>> locked().interpreter.name
    'pyodide'
    """
    lock: dict[str, Any] = json.loads(_LOCK.read_text("utf-8"))
    return Parts(
        Archive(**lock["interpreter"]),
        tuple(Archive(**each) for each in lock["wheels"]),
        lock["python"],
        lock["platform"],
        tuple(lock["left_out"]),
    )


def taken_from(source: Path, parts: Parts) -> Mapping[str, bytes]:
    """Return the archives by their names, out of a folder or a zip archive.

    Raises:
        FormatError: One is not there, or is not the one of the lock.
        OSError: The folder or archive cannot be read.
    """
    found = {each.file: _checked(each, data) for each, data in _found(source, parts)}
    missing = [each.file for each in parts.all if each.file not in found]
    if missing:
        raise FormatError.told("parts-missing", source=source, names=" ".join(missing))
    return found


def _found(source: Path, parts: Parts) -> Iterator[tuple[Archive, bytes]]:
    if source.is_dir():
        for each in parts.all:
            path = source / each.file
            if path.exists():
                yield each, path.read_bytes()
        return
    try:
        with ZipFile(source) as archive:
            names = {name.rpartition("/")[2]: name for name in archive.namelist()}
            for each in parts.all:
                if each.file in names:
                    yield each, archive.read(names[each.file])
    except BadZipFile as error:
        raise FormatError.told("parts-kind", source=source) from error


def _checked(part: Archive, data: bytes) -> bytes:
    digest = hashlib.sha256(data).hexdigest()
    if digest != part.sha256:
        raise FormatError.told("parts-differ", name=part.file, found=digest, wanted=part.sha256)
    return data


# -- fetched ---------------------------------------------------------------------------------------


def fetched(parts: Parts) -> Mapping[str, bytes]:
    """Fetch the parts by npm and pip, and check them.

    Raises:
        MissingDependencyError: npm or pip is not here, or cannot fetch them.
        FormatError: One is not that of the lock.
    """
    with TemporaryDirectory() as folder:
        _run("npm", _npm(parts.interpreter, folder))
        wanted = Path(folder) / "wanted.txt"
        wanted.write_text("".join(map(_requirement, parts.wheels)), encoding="utf-8")
        _run("pip", _pip(parts, wanted, folder))
        return taken_from(Path(folder), parts)


def _npm(part: Archive, folder: str) -> list[str]:
    return ["npm", "pack", "--silent", f"{part.name}@{part.version}", "--pack-destination", folder]


def _pip(parts: Parts, wanted: Path, folder: str) -> list[str]:
    return [
        *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"),
        *("--only-binary", ":all:", "--platform", parts.platform),
        *("--python-version", parts.python, "--dest", folder, "--requirement", str(wanted)),
    ]


def _requirement(part: Archive) -> str:
    return f"{part.name}=={part.version} --hash=sha256:{part.sha256}\n"


def _run(name: str, command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - of words of our own
    except (OSError, subprocess.CalledProcessError) as error:
        detail = getattr(error, "stderr", b"") or str(error).encode()
        shown = detail.decode(errors="replace").strip().rpartition("\n")[2]
        raise MissingDependencyError.told("parts-not-fetched", name=name, detail=shown) from error
