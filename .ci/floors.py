"""Print the lowest versions that kpikit and its extras for users say they work with.

pip install -c <(python .ci/floors.py) '.[test]'
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

#: Extras of those who work on kpikit itself.
OWN = {"test", "docs", "lint"}
FLOOR = re.compile(r"(?P<name>[\w.-]+)(?:\[[\w,]+\])?>=(?P<version>[\d.]+)")
#: An extra of kpikit that another one includes.
INCLUDED = re.compile(r"kpikit\[[\w,-]+\]")

project = tomllib.loads(Path(__file__).parents[1].joinpath("pyproject.toml").read_text("utf-8"))[
    "project"
]
needed = [*project["dependencies"]]
for extra, packages in project["optional-dependencies"].items():
    needed += [] if extra in OWN else packages
for package in sorted(set(needed)):
    if INCLUDED.fullmatch(package):
        continue
    floor = FLOOR.fullmatch(package)
    if floor is None:
        sys.exit(f"no floor: {package}")
    sys.stdout.write(f"{floor['name']}=={floor['version']}\n")
