"""An error in the words of a language, as the command line and the page tell it."""

from __future__ import annotations

from kpikit.language.messages import CATALOGUE, Language, say
from kpikit.language.printable import one_line

__all__ = ["told"]


def told(error: BaseException | None, lang: Language) -> str:
    """Say an error, in Japanese if it can be.

    >>> told(FileNotFoundError(2, "No such file or directory", "plan.csv"), "en")
    'plan.csv: there is no such file: check the path'
    """
    issues = getattr(error, "issues", None)
    if issues:
        return "\n".join(issue.report(lang) for issue in issues)
    notes: list[str] = getattr(error, "__notes__", [])
    if notes and lang == "ja":
        return _with_one_line(notes[0], error)
    if isinstance(error, OSError) and error.filename is not None:
        code = f"file-{type(error).__name__}"
        foreign = not notes and code in CATALOGUE
        detail = say(code, lang) if foreign else error.strerror
        return f"{one_line(str(error.filename))}: {detail}"
    return _with_one_line(str(error), error)


def _with_one_line(text: str, error: BaseException | None) -> str:
    """Return what is said of an error with the name of its file on one line."""
    name = str(getattr(error, "filename", None) or "")
    return text.replace(name, one_line(name)) if name else text
