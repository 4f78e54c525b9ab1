"""What kpikit needs: every requirement has a floor, and what is pinned is what is said."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from shared import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
PINS = dict(
    re.findall(r"^([\w-]+)==([\w.]+)$", (ROOT / ".ci/tools.txt").read_text("utf-8"), re.MULTILINE)
)


def name_and_floor(requirement: str) -> tuple[str, str]:
    """Return the name of a package, and the lowest version that is said to do."""
    name, _, rest = requirement.partition(">=")
    return name.partition("[")[0].lower().replace("_", "-"), rest.partition(",")[0]


def is_own(requirement: str) -> bool:
    """Whether it is another extra of kpikit."""
    return requirement.startswith("kpikit[")


@pytest.mark.parametrize("extra", ["", *EXTRAS])
def test_floors(extra: str) -> None:
    """A package without a floor could be one that is too old, which nobody would have tried."""
    needed = EXTRAS[extra] if extra else PROJECT["dependencies"]

    assert [] == [each for each in needed if not is_own(each) and not name_and_floor(each)[1]]


@pytest.mark.parametrize("extra", ["docs", "lint"])
def test_tools(extra: str) -> None:
    """For those who work on kpikit the floor is the version that ``.ci/run`` has."""
    pins = {name.lower().replace("_", "-"): version for name, version in PINS.items()}

    for name, floor in map(name_and_floor, filter(lambda each: not is_own(each), EXTRAS[extra])):
        assert (name, pins[name]) == (name, floor)


def test_constraints() -> None:
    """``.ci/full`` tries the lowest versions of all that users install, and of what tests need."""
    done = subprocess.run(
        [sys.executable, ROOT / ".ci/floors.py"], capture_output=True, check=True, encoding="utf-8"
    )
    tried = [tuple(line.split("==")) for line in done.stdout.splitlines()]

    needed = [*PROJECT["dependencies"]]
    for extra, packages in EXTRAS.items():
        needed += [] if extra in {"docs", "lint"} else packages
    assert sorted({name_and_floor(each) for each in needed if not is_own(each)}) == tried


class TestLicences:
    """A part of which an SBOM says no licence gets the one that its metadata declare."""

    @staticmethod
    def completed(there: Path, *names: str) -> tuple[int, list[object], str]:
        """Return how the command ends, the licences of each part, and what it says."""
        sbom = there / "sbom.json"
        sbom.write_text(json.dumps({"components": [{"name": name} for name in names]}), "utf-8")
        done = subprocess.run(
            [sys.executable, ROOT / ".ci/licences.py", sbom, there],
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        parts = json.loads(sbom.read_text("utf-8"))["components"]
        return done.returncode, [part["licenses"] for part in parts], done.stdout

    @staticmethod
    def installed(there: Path, name: str, *declared: str, **texts: str) -> None:
        """Lay out the metadata of a package, with what they declare and the texts beside them."""
        folder = there / f"{name}-1.0.dist-info"
        (folder / "licenses").mkdir(parents=True)
        told = [f"Name: {name}", "Version: 1.0", *declared]
        (folder / "METADATA").write_text("\n".join(told), "utf-8")
        for path, text in texts.items():
            (folder / path).write_text(text, "utf-8")

    def test_words_and_texts(self, tmp_path: Path) -> None:
        """The words come first, then each text, beside the metadata or in their folder."""
        self.installed(tmp_path, "old", "License: BSD", "License-File: LICENSE", LICENSE="")
        (tmp_path / "old-1.0.dist-info/LICENSE").write_bytes(b"\xa9 Three clauses")
        new = {"licenses/COPYING": "All of it"}
        self.installed(tmp_path, "new", "License-File: COPYING", **new)

        declared = {"acknowledgement": "declared"}
        plain = {"contentType": "text/plain"}
        words = {"license": {**declared, "name": "BSD"}}
        text = {**plain, "content": "© Three clauses"}
        file = {"license": {**declared, "name": "LICENSE", "text": text}}
        whole = {**plain, "content": "All of it"}
        other = {"license": {**declared, "name": "COPYING", "text": whole}}
        expected = (0, [[words, file], [other]], "parts without a licence: none\n")
        assert expected == self.completed(tmp_path, "old", "new")

    def test_none(self, tmp_path: Path) -> None:
        """What nothing tells is named, and the command fails."""
        self.installed(tmp_path, "silent")

        assert (1, [[]], "parts without a licence: silent\n") == self.completed(tmp_path, "silent")
