"""What is read: bytes, and the name that messages call them by.

Whatever a caller gives, a path, bytes, a stream, is taken in here and once: no reader opens a
file. What is no regular file (a device, a pipe) may never end, and is refused.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from stat import S_ISDIR, S_ISREG
from typing import IO, Final, TypeAlias, TypeGuard, final

import attrs

from kpikit.io.files import os_error
from kpikit.io.limits import Limits, too_large

__all__ = ["Document", "Readable", "is_folder", "is_several", "taken"]

#: What can be read: a file or folder, or what was in one.
Readable: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview | IO[bytes] | IO[str]
#: What bytes are called that nobody named.
_UNNAMED: Final = "input"
_CHUNK: Final = 1 << 20


@final
@attrs.frozen
class Document:
    """What is read.

    >>> Document("plan.CSV").suffix
    '.csv'
    """

    #: What messages call it: the path as the caller wrote it, or another name.
    name: str
    #: Its bytes.
    data: bytes = attrs.field(default=b"", repr=False)
    #: The folder that it stands in, or ``None`` if it is no file.
    folder: Path | None = None

    @property
    def suffix(self) -> str:
        """How its name ends, in lower case."""
        return PurePath(self.name).suffix.lower()


def is_several(source: Readable | Iterable[Readable]) -> TypeGuard[Iterable[Readable]]:
    """Whether a caller gives several documents: streams and bytes could be gone through too."""
    is_one = isinstance(source, str | bytes | bytearray | memoryview | os.PathLike)
    return not is_one and not hasattr(source, "read")


def is_folder(source: object) -> TypeGuard[str | os.PathLike[str]]:
    """Whether it is the path of a folder."""
    # A path with a NUL is none to os.path, and an error to pathlib.
    return isinstance(source, str | os.PathLike) and os.path.isdir(os.fspath(source))  # noqa: PTH112


def taken(source: Readable, limits: Limits, name: str = "") -> Document:
    """Take in what is to be read.

    Args:
        source: A path, bytes, or a stream, which is read to its end and left open.
        limits: How large it may be.
        name: What messages call it, by default its path or the name of the stream.

    Raises:
        OSError: It cannot be opened, or is no file.
        TableError: It is larger than *limits* allow.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        if len(source) > limits.size:
            raise too_large(name or _UNNAMED, "size", limits.size)
        return Document(name or _UNNAMED, bytes(source))
    if isinstance(source, str | os.PathLike):
        return _of_file(os.fspath(source), limits, name)
    own = getattr(source, "name", None)
    called = name or (own if isinstance(own, str) and own else _UNNAMED)
    return Document(called, _within(called, _chunks(source), limits))


def _of_file(file: str, limits: Limits, name: str) -> Document:
    try:
        status = os.stat(file)  # noqa: PTH116 - the path is text
    except (FileNotFoundError, ValueError) as error:  # no path has a NUL
        raise os_error(errno.ENOENT, "path-missing", file) from error
    if S_ISDIR(status.st_mode):
        raise os_error(errno.EISDIR, "path-folder", file)
    if not S_ISREG(status.st_mode):
        raise os_error(errno.EINVAL, "path-endless", file)
    called = name or file
    if status.st_size > limits.size:
        raise too_large(called, "size", limits.size)
    with Path(file).open("rb") as stream:
        return Document(called, _within(called, _chunks(stream), limits), Path(file).parent)


def _chunks(stream: IO[bytes] | IO[str]) -> Iterator[bytes]:
    """Read a stream; what text it has is bytes again."""
    while piece := stream.read(_CHUNK):
        yield piece.encode("utf-8", "surrogatepass") if isinstance(piece, str) else piece


def _within(name: str, pieces: Iterable[bytes], limits: Limits) -> bytes:
    data = bytearray()
    for piece in pieces:
        data += piece
        if len(data) > limits.size:
            raise too_large(name, "size", limits.size)
    return bytes(data)
