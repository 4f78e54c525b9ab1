"""Libraries that an extra installs, imported when they are needed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from kpikit.language.errors import MissingDependencyError
from kpikit.language.messages import say

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
        told = {"module": module, "extra": extra}
        missing = MissingDependencyError(say("extra-missing", "en", **told))
        missing.add_note(say("extra-missing", "ja", **told))
        raise missing from error
