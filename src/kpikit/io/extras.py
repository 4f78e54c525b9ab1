"""Libraries that an extra installs, imported when they are needed."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from kpikit.language.errors import MissingDependencyError

__all__ = ["missing", "required"]


def required(module: str, extra: str) -> Any:
    """Import a library.

    Raises:
        MissingDependencyError: It is not here; the message says which extra installs it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        if error.name != module:
            raise
        raise missing(module, extra) from error


def missing(module: str, extra: str) -> MissingDependencyError:
    """Return the error that a library is not here, with the command that installs it.

    The command is for the Python that runs, and holds in any folder: pip knows kpikit as what is
    installed there already, be it from a clone.
    """
    command = f'{_python()} -m pip install "kpikit[{extra}]"'
    return MissingDependencyError.told("extra-missing", module=module, command=command)


def _python() -> str:
    """Return what starts this Python from the folder that one is in."""
    path, here = Path(sys.executable or "python"), Path.cwd()
    shown = str(path.relative_to(here) if path.is_relative_to(here) else path)
    return f'"{shown}"' if " " in shown else shown
