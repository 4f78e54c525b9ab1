"""How far long work has come: a bar on the standard error, only where that is a terminal.

The bar moves as long as the work goes on, also where one stage takes long.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import cycle
from threading import Event, Thread
from time import monotonic
from types import TracebackType
from typing import Any, Final, final

from kpikit.cli.sizes import size_of
from kpikit.language.messages import Language, say
from kpikit.language.width import pad, width

__all__ = ["Stages"]

#: A smaller file is done before a bar could be read.
_LONG: Final = 200_000
_WIDTH: Final = 24
#: How often the bar moves, in seconds.
_PAUSE: Final = 0.15
#: What turns behind the bar.
_SPINNER: Final = "|/-\\"


@final
class Stages:
    """The stages of a command, shown one after the other.

    With the extra ``cli`` the bar is rich's; without it, a plain one.
    """

    def __init__(self, files: Sequence[str], codes: tuple[str, ...], lang: Language) -> None:
        """Show the stages of that name if *files* are large and there is a terminal."""
        self._words = [say(f"stage-{code}", lang) for code in codes]
        self._at = -1
        self._bar = _bar_of(len(codes)) if sys.stderr.isatty() and _are_long(files) else None

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


def _are_long(files: Sequence[str]) -> bool:
    """Whether files, and what is in folders, are large all together."""
    return sum(map(size_of, files)) > _LONG


def _bar_of(stages: int) -> _PlainBar | _RichBar:
    try:
        from rich.progress import Progress  # an extra, and slow to import
    except ImportError:
        return _PlainBar(stages)
    return _RichBar(Progress, stages)


@final
class _PlainBar:
    """A bar of blocks that is written over itself, with the seconds that have passed."""

    def __init__(self, stages: int) -> None:
        self._stages = stages
        self._length = 0
        self._line = ""
        self._begun = monotonic()
        self._over = Event()
        self._mover = Thread(target=self._move, daemon=True)
        self._mover.start()

    def show(self, at: int, words: str) -> None:
        done = _WIDTH * at // self._stages
        self._line = f"[{'#' * done}{'.' * (_WIDTH - done)}] {at + 1}/{self._stages} {words}"
        self._write(self._line)

    def close(self) -> None:
        self._over.set()
        self._mover.join()
        self._write("")
        self._write("")

    def _move(self) -> None:
        """Turn the spinner and count the seconds until the work is over."""
        for mark in cycle(_SPINNER):  # pragma: no branch - it never ends
            if self._over.wait(_PAUSE):
                return
            if self._line:
                self._write(f"{self._line} {mark} {monotonic() - self._begun:.0f}s")

    def _write(self, line: str) -> None:
        sys.stderr.write(f"\r{pad(line, self._length)}")
        sys.stderr.flush()
        self._length = width(line)


@final
class _RichBar:
    """The bar of rich, which turns, counts the seconds, and goes when it is done."""

    def __init__(self, progress: Any, stages: int) -> None:
        from rich.console import Console  # an extra, and slow to import
        from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn

        self._progress = progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._progress.add_task("", total=stages)
        self._progress.start()

    def show(self, at: int, words: str) -> None:
        self._progress.update(self._task, completed=at, description=words)

    def close(self) -> None:
        self._progress.stop()
