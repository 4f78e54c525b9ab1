"""Classes of words, and what is made of them: lists of those with a feature, and patterns.

A class is a row: its words, parted by blanks, and the features that they share. Words that mean
the same stand in one class, and whoever needs some of them asks for a feature.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

__all__ = ["KANJI", "KATAKANA", "NOUN", "Words", "either", "having", "inline"]

#: A letter that is neither Latin nor kana; said so, it compiles at once, unlike a long range.
KANJI: Final = r"[^\W0-9A-Za-z_ぁ-ヿ]"
#: The letters of katakana, as they stand in the brackets of a pattern.
KATAKANA: Final = "ァ-ヶー"
#: A letter of a noun in Japanese: kanji or katakana.
NOUN: Final = r"[^\W0-9A-Za-z_ぁ-ゖ]"


class Words(NamedTuple):
    """The words of one class, and its features."""

    #: The words, parted by blanks.
    words: str
    #: What is true of all of them, parted by blanks.
    features: str = ""


def having(classes: Iterable[Words], feature: str) -> tuple[str, ...]:
    """Return all words of the classes with a feature.

    >>> having([Words("平均 月平均", "mean"), Words("累計", "total")], "mean")
    ('平均', '月平均')
    """
    return tuple(
        word for each in classes if feature in each.features.split() for word in each.words.split()
    )


def either(*words: str) -> str:
    """Return the pattern of any of some words, the longest first.

    Args:
        words: Words, parted by blanks.

    >>> either("見込 見込み", "予測")
    '(?:見込み|見込|予測)'
    """
    return f"(?:{inline(*words)})"


def inline(*words: str) -> str:
    """Return the same without a group, to stand beside other alternatives: it is found faster."""
    each = dict.fromkeys(" ".join(words).split())
    return "|".join(map(re.escape, sorted(each, key=len, reverse=True)))
