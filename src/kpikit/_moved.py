"""Where modules stood before they were sorted into rooms: the old paths work for one version.

An old path is the module itself under a second name, so that values which were pickled under it
are equal to those of today. What type checkers see of it is in ``kpikit-stubs``.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, Final
from warnings import warn

_ROOMS: Final = {
    "analysis": "editions findings scheme trend",
    "judging": "evaluation judge rates result summary wording",
    "language": "errors messages width",
    "model": (
        "comparison direction era evidence indicator naming observation period plan quantity "
        "reading rule unit verdict"
    ),
}
#: Old path → new path.
MOVED: Final = {
    f"kpikit.{name}": f"kpikit.{room}.{name}"
    for room, names in _ROOMS.items()
    for name in names.split()
}


def find(name: str) -> ModuleSpec | None:
    """Return how to import *name* where it is an old path, or inside a package of one."""
    loader: Any = _Loader
    return ModuleSpec(name, loader) if _top(name) in MOVED else None


class _Loader:
    @staticmethod
    def create_module(_spec: ModuleSpec, /) -> None:
        """Let the interpreter make one, which is thrown away."""

    @staticmethod
    def exec_module(module: ModuleType, /) -> None:
        """Warn, and put the module of today in the place of *module*."""
        old = module.__name__
        new = MOVED[_top(old)] + old.removeprefix(_top(old))
        warn(f"{old} is now {new}", DeprecationWarning, stacklevel=2)
        sys.modules[old] = import_module(new)


def _top(name: str) -> str:
    return ".".join(name.split(".", 2)[:2])
