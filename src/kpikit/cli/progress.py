"""How far long work has come: a bar on the standard error, only where that is a terminal."""

from __future__ import annotations

import os
import sys
from types import TracebackType
from typing import Any, Final, final

from kpikit.language.messages import Language, say
from kpikit.language.width import pad, width

__all__ = ["Stages"]

#: A smaller file is done before a bar could be read.
_LONG: Final = 200_000
_WIDTH: Final = 24


@final
class Stages:
    """The stages of a command, shown one after the other.

    With the extra ``cli`` the bar is rich's; without it, a plain one.
    """

    def __init__(self, file: str, codes: tuple[str, ...], lang: Language) -> None:
        """Show the stages of that name if *file* is large and there is a terminal."""
        self._words = [say(f"stage-{code}", lang) for code in codes]
        self._at = -1
        self._bar = _bar_of(len(codes)) if _is_long(file) and sys.stderr.isatty() else None

    def __enter__(self) -> Stages:
        """Begin; nothing is shown before the first stage."""
        return self

    def next(self) -> None:
        """Go on to the next stage."""
        self._at += 1
        if self._bar is not None:
            self._bar.show(self._at, self._words[self._at])

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Take the bar away, whatever happened."""
        if self._bar is not None:
            self._bar.close()


def _is_long(file: str) -> bool:
    try:
        return os.path.getsize(file) > _LONG  # noqa: PTH202 - pathlib is slow to import
    except OSError:
        return False


def _bar_of(stages: int) -> _PlainBar | _RichBar:
    try:
        from rich.progress import Progress  # an extra, and slow to import
    except ImportError:
        return _PlainBar(stages)
    return _RichBar(Progress, stages)


@final
class _PlainBar:
    """A bar of blocks that is written over itself."""

    def __init__(self, stages: int) -> None:
        self._stages = stages
        self._length = 0

    def show(self, at: int, words: str) -> None:
        done = _WIDTH * at // self._stages
        line = f"[{'#' * done}{'.' * (_WIDTH - done)}] {at + 1}/{self._stages} {words}"
        sys.stderr.write(f"\r{pad(line, self._length)}")
        sys.stderr.flush()
        self._length = width(line)

    def close(self) -> None:
        sys.stderr.write(f"\r{' ' * self._length}\r")
        sys.stderr.flush()


@final
class _RichBar:
    """The bar of rich, which goes when it is done."""

    def __init__(self, progress: Any, stages: int) -> None:
        from rich.console import Console  # an extra, and slow to import

        self._progress = progress(console=Console(stderr=True), transient=True)
        self._task = self._progress.add_task("", total=stages)
        self._progress.start()

    def show(self, at: int, words: str) -> None:
        self._progress.update(self._task, completed=at, description=words)

    def close(self) -> None:
        self._progress.stop()
