"""Output files: written whole or not at all, and never over another file by accident."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from kpikit.io.reserved import reserved
from kpikit.io.unfinished import unfinished
from kpikit.language.messages import say

__all__ = ["check_output", "write_whole"]

#: Another program has the file open.
_HELD: Final = "path-held"
#: What the system says is wrong → the code of the same in our words.
_CODES: Final = {
    errno.EEXIST: "path-taken",
    errno.ENOENT: "path-no-folder",
    errno.EACCES: _HELD,
    errno.EPERM: "path-forbidden",
    errno.EROFS: "path-refused",
}


def check_output(
    path: str | os.PathLike[str],
    *,
    force: bool = False,
    sources: Iterable[str | os.PathLike[str]] = (),
) -> Path:
    """Return the path if a file can be written there.

    Asked before long work, so that it is not in vain.

    Args:
        path: Where to.
        force: Whether a file that is there already may be replaced.
        sources: Files that are read for it, which are never replaced.

    Raises:
        FileExistsError: A file is there already and *force* was not asked for, it is one of
            *sources*, a link to nothing, or something that is no file (a device), on this
            system or by its name on Windows.
        IsADirectoryError: *path* is a folder.
        FileNotFoundError: There is no such folder.
        PermissionError: The folder is read-only.
    """
    target = Path(path)
    if device := reserved(target.name):
        raise os_error(errno.EEXIST, "path-reserved", target, name=device)
    if target.is_dir():
        raise os_error(errno.EISDIR, "path-folder", target)
    if not target.parent.is_dir():
        raise os_error(errno.ENOENT, "path-no-folder", target.parent)
    if any(_is_same(target, Path(source)) for source in sources):
        raise os_error(errno.EEXIST, "path-source", target)
    if target.is_symlink() and not target.exists():
        raise os_error(errno.EEXIST, "path-nowhere", target)
    if target.exists() and not target.is_file():
        raise os_error(errno.EEXIST, "path-no-file", target)
    if target.exists() and not force:
        raise os_error(errno.EEXIST, "path-taken", target)
    if not os.access(target.parent, os.W_OK):
        raise os_error(errno.EACCES, "path-refused", target.parent)
    return target


def write_whole(
    path: str | os.PathLike[str],
    data: bytes,
    *,
    force: bool = False,
    sources: Iterable[str | os.PathLike[str]] = (),
) -> Path:
    """Write a file by way of a temporary one beside it, so that nobody ever sees half of it.

    Of several writers at once one succeeds, unless they replace. A file that is replaced keeps
    its owner and mode; where its name is a link, the file that it leads to is replaced.

    Args:
        path: Where to.
        data: What to write.
        force: Whether a file that is there already may be replaced.
        sources: Files that are never replaced.

    Raises:
        OSError: As for :func:`check_output`, the disk is full, or the owner of the file that is
            there cannot be kept; nothing was changed.
    """
    target = check_output(path, force=force, sources=sources)
    real = target.resolve()
    try:
        with unfinished(real.parent) as part:
            part.write(data)
            if force and real.exists():
                part.replace(real)
            else:
                part.become(real)
    except OSError as error:
        code = _CODES.get(error.errno or 0, "path-failed")
        if code == _HELD and not real.exists():  # what is not there nobody holds
            code = "path-refused"
        detail = error.strerror or str(error)
        raise os_error(error.errno or errno.EIO, code, target, detail=detail) from error
    return target


def _is_same(one: Path, other: Path) -> bool:
    """Whether both are there and the same file, by whatever names."""
    return one.exists() and other.exists() and one.samefile(other)


def os_error(number: int, code: str, path: object, **values: object) -> OSError:
    """Return the error of the system's number, told in English; its note is Japanese."""
    error = OSError(number, say(code, "en", **values), str(path))
    error.add_note(f"{path}: {say(code, 'ja', **values)}")
    return error
