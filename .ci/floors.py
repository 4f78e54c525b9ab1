"""Print the lowest versions that kpikit, its extras for users and its tests say they work with.

pip install -c <(python .ci/floors.py) '.[test]'
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

#: Extras whose floors are the versions that `.ci/run` has.
PINNED = {"docs", "lint"}
FLOOR = re.compile(r"(?P<name>[\w.-]+)(?:\[[\w,]+\])?>=(?P<version>[\d.]+)(?:,<\d+)?")
#: An extra of kpikit that another one includes.
INCLUDED = re.compile(r"kpikit\[[\w,-]+\]")

project = tomllib.loads(Path(__file__).parents[1].joinpath("pyproject.toml").read_text("utf-8"))[
    "project"
]
floors = set()
for extra, packages in {"": project["dependencies"], **project["optional-dependencies"]}.items():
    for package in packages:
        if INCLUDED.fullmatch(package):
            continue
        floor = FLOOR.fullmatch(package)
        if floor is None:
            sys.exit(f"no floor: {package}")
        if extra not in PINNED:
            floors.add(f"{floor['name']}=={floor['version']}\n")
sys.stdout.writelines(sorted(floors))
