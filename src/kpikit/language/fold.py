"""Fold the ways of writing one character into one, with a map back to the original.

Unlike NFKC, nothing is folded that would make two things of a cell run together: ``①5件`` keeps
its circle (it is not 15), ``10²`` its exponent, ``½`` stays one character, and so do ``Ⅷ``, ``…``,
``△`` and the squares that begin with a digit (``㏠`` is the first of the month).

=========================  =====================================================
full-width ASCII           ASCII; half-width katakana become full-width ones
dashes, minus signs        ``-``; ``ー`` as well unless it prolongs a kana
waves, tildes              ``~``
blanks, tabs, line breaks  one blank each
squares (``㍻``, ``㎡``)     the characters they abbreviate (平成, m2)
characters without width   dropped; kana with a voicing mark are composed
radicals, twin ideographs  the ideograph they look like (PDF files are full of them)
=========================  =====================================================
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import Final, NamedTuple
from unicodedata import normalize

from kpikit.language.radicals import RADICALS

__all__ = ["Folded", "fold", "is_blank"]

#: All that is drawn like a hyphen, dash or minus sign, but for ``ー``.
_DASHES: Final = (
    "\u02d7\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2500\u2501\u2796\u2e3a\u2e3b"
    "\ufe58\ufe63\uff0d"
)
#: All that is drawn like a wave or tilde.
_WAVES: Final = "\u02dc\u2053\u223c\u223e\u301c\u3030\uff5e"
#: All that is blank, and the pieces that large brackets are drawn of.
_BLANKS: Final = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
) + "".join(map(chr, range(0x239B, 0x23B4)))
#: A fraction and a division slash, a micro sign, a script l, an index 2, quotes and a prime.
_SINGLE: Final = "\u2044\u2215\xb5\u2113\u2082\u2019\u2018\u2032"
#: Blocks of twins: radicals, compatibility ideographs, small, full-width and half-width forms.
_TWINS: Final = (
    *(range(0x2E80, 0x2FE0), range(0xF900, 0xFB00), range(0xFE10, 0xFE1A)),
    *(range(0xFE50, 0xFE6C), range(0xFF01, 0xFF9E), range(0xFFE0, 0xFFE7)),
)
#: Characters that take no room: bidirectional marks, joiners, variation selectors.
_DROPPED: Final = (
    *(range(0x09), range(0x0E, 0x1C), range(0x200B, 0x2010), range(0x202A, 0x202F)),
    *(range(0x2060, 0x2070), range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0)),
    frozenset(map(ord, "\x7f\xad\u034f\u061c\u180e\ufeff")),
)
#: Voicing marks (濁点, 半濁点) that join the kana before, and what they are by themselves.
_VOICING: Final = {
    "\u3099": ("\u3099", "\u3099"),
    "\u309a": ("\u309a", "\u309a"),
    "\uff9e": ("\u3099", "\u309b"),
    "\uff9f": ("\u309a", "\u309c"),
}
#: What stands for all that does not fold one to one: itself it is dropped.
_UNEVEN: Final = "\0"
#: What a square stands for, of those that were met.
_SQUARES: Final = {"㌫": "%", "㋿": "令和"}


def _is_in(code: int, blocks: Iterable[Container[int]]) -> bool:
    return any(code in block for block in blocks)


class _Even(dict[int, str]):
    """What folds one to one, looked up when it is first met."""

    def __missing__(self, code: int) -> str:
        """Return what a character folds to; of a square that is kept beside."""
        even = chr(code)
        if "\u3300" <= even < "\u3400" and not normalize("NFKC", even)[0].isdecimal():
            _SQUARES.setdefault(even, normalize("NFKC", even).translate(self))
        if _is_in(code, _DROPPED) or even in _SQUARES or even in _VOICING:
            even = _UNEVEN
        elif _is_in(code, _TWINS) and len(normalize("NFKC", even)) == 1:
            even = normalize("NFKC", even)
        self[code] = even
        return even


_EVEN: Final = _Even(
    {
        **{ord(radical): ideograph for radical, ideograph in RADICALS.items()},
        **dict.fromkeys(map(ord, _DASHES), "-"),
        **dict.fromkeys(map(ord, _WAVES), "~"),
        **dict.fromkeys(map(ord, _BLANKS), " "),
        **dict(zip(map(ord, _SINGLE), "//μl2'''", strict=True)),
    }
)
#: ``ー`` after anything but a kana is a dash.
_BAR: Final = "(?<![ぁ-ゖァ-ヺ゛゜ゝゞヽヾㇰ-ㇿー\u3099\u309a])ー+"


class Folded(NamedTuple):
    """A text, how it folds, and which character came from where."""

    #: The folded text, which is what readers scan.
    text: str
    #: The text as it was published.
    original: str
    #: For each folded character where its original begins and ends; ``None``: at the same place.
    places: tuple[tuple[int, int], ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the folded characters from *start* to *end* stand in the original.

        >>> fold("㍻30年").span(0, 2)
        (0, 1)
        """
        places = self.places
        if places is None:
            return start, end
        if start < end:
            return places[start][0], places[end - 1][1]
        place = places[start][0] if start < len(places) else len(self.original)
        return place, place

    def without(self, dropped: Container[int]) -> Folded:
        """Return the text without some of its folded characters.

        >>> fold("18団 体").without({3}).span(2, 4)
        (2, 5)
        """
        kept = [index for index in range(len(self.text)) if index not in dropped]
        places = tuple(self.span(index, index + 1) for index in kept)
        return Folded("".join([self.text[index] for index in kept]), self.original, places)


def fold(text: str) -> Folded:
    """Fold *text*. Folding what was folded changes nothing; time is linear.

    >>> fold("１６，０００時間（Ｒ２〜５）").text
    '16,000時間(R2~5)'
    >>> fold("①5件").text
    '①5件'
    """
    if text.isascii() and text.isprintable():
        return Folded(text, text)
    even = text.translate(_EVEN)
    if _UNEVEN not in even:
        return Folded(_bars(even) if "ー" in even else even, text)
    chars: list[str] = []
    places: list[tuple[int, int]] = []
    for index, (char, folded) in enumerate(zip(text, even, strict=True)):
        if char in _VOICING:
            _voice(char, index, chars, places)
            continue
        known = _SQUARES.get(char, "") if folded == _UNEVEN else folded
        chars.extend(known)
        places.extend([(index, index + 1)] * len(known))
    return Folded(_bars("".join(chars)), text, tuple(places))


def is_blank(text: str) -> bool:
    """Whether a text has nothing that is seen.

    >>> is_blank(" \u3000\u200b"), is_blank("0")
    (True, False)
    """
    return not text[:1].isalnum() and not fold(text).text.strip()


def _voice(mark: str, index: int, chars: list[str], places: list[tuple[int, int]]) -> None:
    """Compose the last kana with *mark*, or append the mark where there is no such kana."""
    joining, alone = _VOICING[mark]
    composed = normalize("NFC", chars[-1] + joining) if chars else ""
    if len(composed) == 1:
        chars[-1] = composed
        places[-1] = (places[-1][0], index + 1)
    else:
        chars.append(alone)
        places.append((index, index + 1))


def _bars(text: str) -> str:
    """Make a dash of each ``ー`` that prolongs nothing."""
    return re.sub(_BAR, lambda bar: "-" * len(bar[0]), text)
