"""Every text that kpikit says, in Japanese and English, by stable code.

Texts are templates of :meth:`str.format`. Nothing else in the package holds a
sentence, and nothing here imports anything of the package. Each area of texts is a module;
that of the command line is enough for its help, and the others are loaded when one is needed.
"""

from __future__ import annotations

from kpikit.language.messages.command_line import TEXTS

__all__ = ["CATALOGUE", "Language", "say"]

TYPE_CHECKING = False  # typing itself is slow to import, and `kpikit --help` needs these texts
if TYPE_CHECKING:
    from typing import Any, Final, Literal

    #: The languages that everything can be said in.
    Language = Literal["ja", "en"]

    #: Code → (Japanese, English).
    CATALOGUE: dict[str, tuple[str, str]]

#: The areas that are loaded later.
_AREAS: Final = (
    "cells",
    "definitions",
    "editions",
    "files",
    "findings",
    "periods",
    "rates",
    "reports",
    "schemes",
    "tables",
    "trends",
    "verdicts",
    "wording",
)
#: The texts that are loaded.
_LOADED: Final = dict(TEXTS)


def __getattr__(name: str) -> Any:
    if name == "CATALOGUE":
        return _load()
    if name != "Language":
        raise AttributeError(f"module 'kpikit.language.messages' has no attribute {name!r}")
    from typing import Literal  # see above

    return Literal["ja", "en"]


def __dir__() -> list[str]:
    return __all__


def say(code: str, lang: Language, /, **values: object) -> str:
    """Return the text of *code* with *values* filled in.

    Raises:
        KeyError: There is no such code.

    >>> say("not-understood", "en", shown="x")
    'cannot understand 「x」'
    """
    texts = _LOADED if code in _LOADED else _load()
    return texts[code][lang == "en"].format(**values)


def _load() -> dict[str, tuple[str, str]]:
    """Load the texts of all areas."""
    from importlib import import_module  # the help does without it

    for area in _AREAS:
        _LOADED.update(import_module(f"kpikit.language.messages.{area}").TEXTS)
    return _LOADED
