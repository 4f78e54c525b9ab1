"""Libraries that an extra installs, imported when they are needed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from kpikit.language.errors import MissingDependencyError

__all__ = ["required"]


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
        raise MissingDependencyError.told("extra-missing", module=module, extra=extra) from error
