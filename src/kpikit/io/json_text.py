"""Content as JSON text: readable where it can be."""

from __future__ import annotations

__all__ = ["json_text"]


def json_text(content: object, *, indent: int) -> str:
    r"""Write content as JSON, with a line end.

    Letters stand as they are; all that is not ASCII is escaped where half of a surrogate pair is
    among it, which a file cannot hold otherwise.

    >>> json_text(["割"], indent=1)
    '[\n "割"\n]\n'
    """
    import json  # only this kind pays for it

    text = json.dumps(content, ensure_ascii=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = json.dumps(content, indent=indent)
    return f"{text}\n"
