"""Classes of words, and what is made of them: lists of those with a feature, and patterns.

A class is a row: its words, parted by blanks, and the features that they share. Words that mean
the same stand in one class, and whoever needs some of them asks for a feature.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

__all__ = [
    "KANJI",
    "KATAKANA",
    "NOUN",
    "Words",
    "compiled",
    "either",
    "having",
    "inline",
    "occurrences",
]

#: A letter that is neither Latin nor kana; said so, it compiles at once, unlike a long range.
KANJI: Final = r"[^\W0-9A-Za-z_ぁ-ヿ]"
#: The letters of katakana, as they stand in the brackets of a pattern.
KATAKANA: Final = "ァ-ヶー"
#: A letter of a noun in Japanese: kanji or katakana.
NOUN: Final = r"[^\W0-9A-Za-z_ぁ-ゖ]"


class Words(NamedTuple):
    """The words of one class, and its features.

    >>> Words("平均 月平均", "mean").words.split()
    ['平均', '月平均']
    """

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
    """Return the same without a group, to stand beside other alternatives: it is found faster.

    >>> inline("見込 見込み", "予測")
    '見込み|見込|予測'
    """
    each = dict.fromkeys(" ".join(words).split())
    return "|".join(map(re.escape, sorted(each, key=len, reverse=True)))


def occurrences(words: frozenset[str], text: str, behind: str = "") -> Iterator[tuple[int, int]]:
    """Yield where any of many words stands in a text, the longest first, and where it ends.

    Args:
        words: The words; so many make a pattern that takes long to compile.
        text: What they are looked for in.
        behind: The pattern of what is to stand behind the word; it belongs to what is found.

    >>> list(occurrences(frozenset(["利用", "利用料"]), "窓口の利用者数", "者?数"))
    [(3, 7)]
    """
    places = _places(words, text)
    if not places:
        return
    match = compiled(behind).match
    for start, end in places:
        rest = match(text, end)
        if rest is not None:
            yield start, rest.end()


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern, compiled once: the cache of ``re`` is too small for so many.

    >>> compiled("者?数").fullmatch("者数") is not None
    True
    """
    return re.compile(pattern)


@lru_cache(maxsize=256)
def _places(words: frozenset[str], text: str) -> tuple[tuple[int, int], ...]:
    """Return where any of some words stands; a text is mostly asked for more than once."""
    index = _by_beginning(words)
    return tuple(
        (start, start + len(word))
        for start, letter in enumerate(text)
        if letter in index
        for word in index[letter].get(text[start + 1 : start + 2], index[letter][""])
        if text.startswith(word, start)
    )


@lru_cache(maxsize=64)
def _by_beginning(words: frozenset[str]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return words by their first and their second letter, the longest first.

    That of one letter stands behind the others, and where no other goes on.
    """
    index: dict[str, dict[str, tuple[str, ...]]] = {}
    every = sorted(" ".join(words).split(), key=len, reverse=True)
    for word in every:
        following = index.setdefault(word[0], {"": ()})
        following[word[1:2]] = (*following.get(word[1:2], ()), word)
    for following in index.values():
        for second in following.keys() - {""}:
            following[second] += following[""]
    return index
