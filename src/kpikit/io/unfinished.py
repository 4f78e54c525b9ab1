"""A file that is being written: under a name of its own, gone at the end, locked meanwhile.

What a killed writer left behind is no longer locked, and the next writer in the folder clears it
away. Where files cannot be locked (Windows), what has lain there for a day is taken for such.
"""

from __future__ import annotations

import os
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE
from typing import BinaryIO, Final, final

import attrs

__all__ = ["Unfinished", "unfinished"]

#: The name of such a file; it does not hold the name that it will have, which may be too long.
_NAME: Final = ".kpikit-{number}.part"
_A_DAY: Final = 24 * 60 * 60
#: An open file cannot be renamed there, nothing is replaced by it, and files have no such owners.
_IS_WINDOWS: Final = os.name == "nt"


@final
@attrs.frozen
class Unfinished:
    """A file that nobody sees yet under its name."""

    path: Path
    stream: BinaryIO

    def write(self, data: bytes) -> None:
        """Write it whole, down to the disk."""
        self.stream.write(data)
        self.stream.flush()
        os.fsync(self.stream.fileno())

    def become(self, target: Path) -> None:
        """Give it the name, which nothing has yet.

        Raises:
            FileExistsError: Something has that name, a link to nothing too.
            OSError: The system says no.
        """
        if _IS_WINDOWS:
            self.stream.close()
            self.path.rename(target)  # which there fails if something has that name
            return
        try:
            os.link(self.path, target)
        except FileExistsError:
            raise
        except (OSError, AttributeError):  # no second names: on a memory stick, in a browser
            target.touch(exist_ok=False)  # it is ours from now on, empty for a moment
            try:
                self.path.replace(target)
            except OSError:
                target.unlink()
                raise

    def replace(self, target: Path) -> None:
        """Put it in the place of a file, with that file's mode and owner.

        Raises:
            PermissionError: The owner is somebody else, and cannot be kept.
            OSError: The system says no.
        """
        if _IS_WINDOWS:
            self.stream.close()
        else:
            before, number = target.stat(), self.stream.fileno()
            os.fchown(number, before.st_uid, before.st_gid)
            os.fchmod(number, S_IMODE(before.st_mode))
        self.path.replace(target)


@contextmanager
def unfinished(folder: Path) -> Generator[Unfinished]:
    """Begin a file in a folder, which is gone at the end unless it got another name."""
    for left in folder.glob(_NAME.format(number="*")):
        if _is_left(left):
            with suppress(OSError):
                left.unlink()
    part, stream = _begun(folder)
    try:
        with stream:
            yield Unfinished(part, stream)
    finally:
        with suppress(OSError):
            part.unlink()


def _begun(folder: Path) -> tuple[Path, BinaryIO]:
    """Return a new file, locked: again where a writer took it for left before it was."""
    while True:
        part = folder / _NAME.format(number=os.urandom(8).hex())
        stream = part.open("xb")
        _lock(stream, wait=True)
        if part.exists():  # its name is of no other, so whoever clears it away now finds it locked
            return part, stream
        stream.close()


def _is_left(part: Path) -> bool:
    """Whether nobody writes it any more."""
    try:
        with part.open("rb") as stream:
            return _lock(stream) or time.time() - part.stat().st_mtime > _A_DAY
    except OSError:  # gone, or somebody else's
        return False


def _lock(stream: BinaryIO, *, wait: bool = False) -> bool:
    """Lock a file until it is closed; say whether that could be done."""
    try:
        import fcntl  # not on Windows

        fcntl.flock(stream, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (ImportError, OSError):
        return False
    return True
