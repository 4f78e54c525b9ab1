"""What kpikit needs: every requirement has a floor, and what is pinned is what is said."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib

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
