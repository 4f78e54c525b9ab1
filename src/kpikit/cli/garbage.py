"""How often the garbage collector looks through everything there is.

A plan of many rows is a million values that live until the command ends and never form a circle.
Every look through all of them is in vain, and there are the more of them the more rows there are.
A library leaves the collector to its caller; a command may tell it to look at what is new only,
and when its process ends, at nothing more: what is still there goes with it.
"""

from __future__ import annotations

import atexit
import gc
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

__all__ = ["seldom_collected"]

#: So many values are made before the new ones are looked through, so often before the less new
#: ones are, and so often again before all are.
_SELDOM: Final = (100_000, 20, 1_000)


@contextmanager
def seldom_collected() -> Generator[None]:
    """Let the collector look at new values only, and be as it was afterwards.

    At the end of the process, and once that is asked to end, it looks at nothing more.

    >>> with seldom_collected():
    ...     gc.get_threshold()
    (100000, 20, 1000)
    """
    usual = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    atexit.unregister(gc.freeze)  # once is enough
    atexit.register(gc.freeze)
    try:
        yield
    except SystemExit:  # at once it would look through all that was new
        usual = _SELDOM
        raise
    finally:
        gc.set_threshold(*usual)
