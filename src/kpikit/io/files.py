"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path

from kpikit.messages import say

__all__ = ["write_whole"]


def write_whole(path: str | os.PathLike[str], data: bytes, *, force: bool = False) -> None:
    """Write a file by way of a temporary one beside it, so that nobody ever sees half of it.

    Args:
        path: The file.
        data: Its content.
        force: Whether a file that is there already is replaced.

    Raises:
        FileExistsError: There is such a file, and *force* was not asked for.
        OSError: It cannot be written; nothing was changed.
    """
    target = Path(path)
    if target.is_dir():
        raise _told(IsADirectoryError, errno.EISDIR, "path-folder", target)
    if target.exists() and not force:
        raise _told(FileExistsError, errno.EEXIST, "path-taken", target)
    part = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        _write(part, data)
        part.replace(target)
    except FileNotFoundError as error:
        raise _told(FileNotFoundError, errno.ENOENT, "path-no-folder", target) from error
    except PermissionError as error:
        raise _told(PermissionError, errno.EACCES, "path-refused", target) from error
    finally:
        part.unlink(missing_ok=True)


def _write(part: Path, data: bytes) -> None:
    with part.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _told(kind: type[OSError], number: int, code: str, path: Path) -> OSError:
    error = kind(number, say(code, "en"), str(path))
    error.add_note(f"{path}: {say(code, 'ja')}")
    return error
