"""Output files: written whole or not at all, and never over another file by accident."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from kpikit.errors import KpikitError
from kpikit.messages import say

__all__ = ["OutputError", "check_output", "write_whole"]


class OutputError(KpikitError, OSError):
    """A file cannot be written where it was asked for."""


def check_output(path: str | os.PathLike[str], *, force: bool = False) -> Path:
    """Return the path if a file can be written there.

    Asked before long work, so that it is not in vain.

    Raises:
        OutputError: There is no such folder, it is read-only, *path* is a folder, or a file is
            there already and *force* was not given.
    """
    target = Path(path)
    if target.is_dir():
        raise _output_error("output-folder", path=target)
    if not target.parent.is_dir():
        raise _output_error("output-no-folder", path=target.parent)
    if target.exists() and not force:
        raise _output_error("output-exists", path=target)
    if not os.access(target.parent, os.W_OK):
        raise _output_error("output-read-only", path=target.parent)
    return target


def write_whole(path: str | os.PathLike[str], content: bytes, *, force: bool = False) -> Path:
    """Write a file whole or not at all.

    It is written beside its place under another name, and renamed.

    Args:
        path: Where to.
        content: What to write.
        force: Whether a file that is there already may be replaced.

    Raises:
        OutputError: As for :func:`check_output`, or the disk is full.
    """
    target = check_output(path, force=force)
    beside = target.with_name(f".{target.name}.{token_hex(4)}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        detail = error.strerror or str(error)
        raise _output_error("output-failed", path=target, detail=detail) from error
    return target


def _output_error(code: str, **values: object) -> OutputError:
    error = OutputError(say(code, "en", **values))
    error.add_note(say(code, "ja", **values))
    return error
