"""Split a folded cell into tokens, whose kinds are the classes of the lexicon.

Signs, numbers, periods and runs of letters are told apart by one pattern; a run of letters is
then divided by the lexicon (:func:`segments`). Every character belongs to one token, blanks to
none: a kind that begins with a blank says that one stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Final, NamedTuple

from kpikit.cell._fold import Folded
from kpikit.cell._numbers import KANJI_NUMBER, NUMBER
from kpikit.cell._periods import PERIOD_PATTERN
from kpikit.language.lexicon import (
    CLASSES,
    COUNTERS,
    DIMENSIONS,
    HEAD_NOUNS,
    SOFT,
    expanded,
)

__all__ = ["Tokens", "Words", "scan"]

#: A letter of a word, a unit sign among them.
_LETTER: Final = "[^\\W0-9_²³¹①-⓿❶-➓㉈-㊿Ⅰ-ↈ¼-¾〇〃]"
_ERA: Final = "令和|平成|昭和|大正|明治|[令平昭](?=[0-9元])|(?<![A-Za-z])[RH](?= ?[0-9元])|FY"
_STROKE: Final = (
    r"(?<=[ムgnLlトン])毎(?:人・日|人|日|秒|時|分|年)|/ ?(?:[0-9]{1,2}(?:[かヶケ]?年間?|[かヶケ]月|日)(?![0-9])|N?(?:km2|m[23])(?![A-Za-z0-9])|10{0,5}万?(?:a|g|kg|L|l|ha|m|km|m2|km2|人|t)(?![A-Za-z0-9])"
    rf"|(?:人・日|(?!全|計)(?:{_LETTER}|[%℃・]){{1,8}}?)(?=$| +(?![0-9:△▲+-])|[^\w:・/ ]|[(]|以|未|を|の|に|程|増|減|超|維|平|前)(?! *:))"
)
_UNIT_SIGNS: Final = "%‰℃°"
_LEVEL_COUNTER: Final = (
    "人|件|部|割|回|[かヶケカ箇]所|%|円|名|社|校|戸|台|本|冊|棟|歳|世帯|団体|市|町|村|事業|施設|種類|"
    "時間|分|点|館|項目|品目|地区|組|店|者|年|基|つ|倍|位"
)
#: Where a line break may part a word of two letters: 以 上, 程 度.
_BROKEN: Final = (
    "以 上|以 下|以 内|未 満|程 度|前 後|削 減|増 加|減 少|維 持|継 続|向 上|改 善|拡 大|短 縮|箇 所|か 所|ヶ 所|カ 所|か 月|か 年|か 国|平 均|累 計|延 べ|合 計|定 め|目 標|時 点|半 減|策 定|設 置|実 施"
)
_BROKEN_AT: Final = "|".join(f"(?<={each[0]}) (?={each[2]})" for each in _BROKEN.split("|")).replace(" ", chr(92) + " ")
_SPLIT: Final = re.compile(
    rf"""
(?P<blank>\ +)
|(?P<period>{PERIOD_PATTERN.replace(" ", chr(92) + " ")})
|(?P<day>(?<![0-9.,/])(?:1[0-2]|[1-9])月(?!間|当|あ|平|末?累|以)(?:[0-9]{{1,2}}日|末日?|初め?|[上中下]旬)?+(?:頃|ごろ)?+)
|(?P<word>第[0-9]{{1,3}}(?:期|次|回|号|章|条)(?![0-9]))
|(?P<order>第(?=[0-9]++\ ?位))
|(?P<num>(?:(?<![A-Za-z])|(?=[0-9]{{1,3}},[0-9]{{3}}))(?:{NUMBER.replace(" ", chr(92) + " ")}))
|(?P<kanji>(?:(?<!{_LETTER})|(?<=割))(?!(?<=[(〔【〈\[])[千百万億]+[円人][)〕】〉\]])(?!〇++(?![一二三四五六七八九・])|一部|一般|一定|一円|一時|十分|千?[万億兆百千十]$)
    {KANJI_NUMBER}(?=$|\ ?(?:{_LEVEL_COUNTER})(?:$|[^\w]|[0-9以未を増減程の削に超当平一二三四五六七八九])))
|(?P<stroke>{_STROKE.replace(" ", chr(92) + " ")})
|(?P<run>(?:人・日|企業・団体|CO\ ?2|(?!(?<=[ムgnLlトン])毎(?:人|日|秒|時|分|年))(?!(?<=割)[一二三四五六七八九]分)(?!{_ERA.replace(" ", chr(92) + " ")}){_LETTER}|(?<=[A-Za-z])(?![0-9]{{1,3}},[0-9]{{3}})[0-9²³]+|[{_UNIT_SIGNS}]
    |{_BROKEN_AT}|(?<=[A-Za-z])[-&.](?=[A-Za-z])|(?<=[ァ-ヶー])・(?=[ァ-ヶー]))++)
|(?P<roman>[Ⅰ-ↈ]+)
|(?P<mark>[①-⑳㉑-㉟㊱-㊿❶-❿])
|(?P<sign>.)
""",
    re.VERBOSE | re.DOTALL,
)

_SIGNS: Final = {
    **dict.fromkeys("([〈【「『<", "("),
    **dict.fromkeys(")]〉】」』>", ")"),
    "〔": "(",
    "〕": ")",
    **dict.fromkeys("○●◯■□◆◇▪", "bullet"),
    **dict.fromkeys("△▲", "neg"),
    **dict.fromkeys("→⇒", "arrow"),
    **dict.fromkeys("、,;", "comma"),
    "。": "stop",
    ":": "colon",
    "~": "wave",
    "±": "pm",
    **dict.fromkeys("≧≥", "least"),
    **dict.fromkeys("≦≤", "most"),
    "+": "plus",
    "/": "slash",
    "-": "dash",
    "※": "note",
    "*": "note",
    "・": "dot",
    "×": "times_sign",
    "〇": "circle",
    "…": "dots",
    "‥": "dots",
    "〃": "pointer",
}
_CLOSING: Final = dict(zip("([〈【「『<〔", ")]〉】」』>〕", strict=True))
_HIRAGANA: Final = frozenset(chr(code) for code in range(0x3041, 0x3097))
_KATAKANA: Final = frozenset(chr(code) for code in range(0x30A1, 0x30FD)) | {"ー"}
_PARTICLES: Final = {
    particle: kind
    for kind in ("to", "of", "by", "subject", "with", "from", "at")
    for particle in expanded(CLASSES[kind])
}
_NOUN_TAILS: Final = frozenset("数率量額幅分値者化性型用力費度比的")
#: Kinds that words without meaning of their own are gathered into.
_FREE: Final = frozenset(
    ("link", "word", "kana", "noun", "text", "deed", "to", "of", "by", "subject", "with", "at", "aim")
)
_LONGEST_UNIT: Final = 8


class Words:
    """The words of the lexicon, and those that a city adds, ready to be looked up."""

    def __init__(self, units: tuple[str, ...] = (), extra: Mapping[str, str] = {}) -> None:  # noqa: B006 - never changed
        self.units = units
        self.extra = extra
        self._memo: dict[tuple[str, int, bool], tuple[tuple[str, int], ...]] = {}

    @cached_property
    def kinds(self) -> dict[str, tuple[str, ...]]:
        """Word → its classes: 中 may say of how many, or name a school."""
        found: dict[str, tuple[str, ...]] = {}
        for kind, words in CLASSES.items():
            for word in expanded(words):
                known = found.get(word, ())
                found[word] = (kind, *known) if kind in _TIED else (*known, kind)
        return found | {word: (kind,) for word, kind in self.extra.items()}

    @cached_property
    def by_letter(self) -> dict[str, list[str]]:
        """First letter → the words that begin with it, the longest first."""
        found: dict[str, list[str]] = {}
        for word in sorted(self.kinds, key=len, reverse=True):
            found.setdefault(word[0], []).append(word)
        return found

    @cached_property
    def measures(self) -> dict[str, str]:
        """Unit → its kind."""
        known = dict.fromkeys(COUNTERS.split(), "unit")
        known |= {unit: kind for kind, units in DIMENSIONS.items() for unit in units.split()}
        return known | dict.fromkeys(self.units, "unit")

    def segments(self, run: str, place: int, *, before_number: bool) -> tuple[tuple[str, int], ...]:
        """Divide a run of letters into kinds and lengths.

        Args:
            run: The letters.
            place: 0 for words, 1 right behind a number, 2 behind a number and a blank.
            before_number: Whether a number follows.
        """
        key = run, place, before_number
        known = self._memo.get(key)
        if known is None:
            if len(self._memo) > _KEPT:
                self._memo.clear()
            known = self._memo[key] = tuple(self._divide(run, place, before_number=before_number))
        return known

    def _divide(self, run: str, place: int, *, before_number: bool) -> list[tuple[str, int]]:
        parts: list[tuple[str, int]] = []
        start = 0
        if place and place != _BEHIND_PERIOD:
            unit = self._unit(run, place, before_number=before_number)
            if unit is not None:
                parts.append(unit)
                start = unit[1]
        position = begun = start
        while position < len(run):
            tied = place if position == start else 0
            word, kind = self._word(run, position, begun, before_number=before_number, place=tied)
            if not word:
                position += 1
                continue
            if begun < position:
                parts.append((_plain(run[begun:position]), position - begun))
            parts.append((kind, len(word)))
            position = begun = position + len(word)
        if begun < len(run):
            parts.append((_plain(run[begun:]), len(run) - begun))
        return parts

    def _unit(self, run: str, place: int, *, before_number: bool) -> tuple[str, int] | None:
        """Return the unit that a run begins with, ``None`` if it begins with something else."""
        measures = self.measures
        first = None
        for length in range(min(len(run), 10), 0, -1):
            kind = measures.get(run[:length])
            if kind is None:
                continue
            first = first or (kind, length)
            if length == len(run) and place == 2 and before_number and length > 1:  # noqa: PLR2004
                return (kind, length) if run in _SURE else None
            if self._ends(run, length, before_number=before_number and place == 1):
                return kind, length
        if self._word(run, 0, 0, before_number=before_number, place=place)[0] or run[0] in _HIRAGANA:
            return None
        if first is not None:
            return first if place == 1 else None
        if place == 2:  # noqa: PLR2004
            return None
        if run[0].isascii():
            return None
        end = 1
        while end < len(run) and run[end] not in _HIRAGANA:
            if self._word(run, end, end, before_number=False, place=1)[0]:
                break
            end += 1
        if end > _LONGEST_UNIT or run.startswith(_NO_UNIT):
            return None
        return "open", end

    def _ends(self, run: str, length: int, *, before_number: bool) -> bool:
        """Whether a known unit may end here."""
        if length == len(run) or run[length] in _HIRAGANA:
            return True
        if self._word(run, length, length, before_number=before_number, place=1)[0]:
            return True
        return before_number and not any(char in _HIRAGANA for char in run[length:])

    def _word(
        self, run: str, at: int, begun: int, *, before_number: bool, place: int = 0
    ) -> tuple[str, str]:
        """Return the longest word of the lexicon at a place and its class, else nothing."""
        for word in self.by_letter.get(run[at], ()):
            if not run.startswith(word, at):
                continue
            for kind in self.kinds[word]:
                if kind == "during":
                    if place == _BEHIND_PERIOD:
                        return word, kind
                    continue
                tied = bool(place) and at == begun and kind in _TIED
                if tied and (kind != "among" or (place == 1 and before_number and run[at + len(word) :] == "")):
                    return word, kind
                if self._stands(run, at, begun, word, kind, before_number=before_number):
                    return word, kind
        return "", ""

    def _stands(
        self, run: str, at: int, begun: int, word: str, kind: str, *, before_number: bool
    ) -> bool:
        """Whether a word stands at its edges, and is no part of another one."""
        end = at + len(word)
        before = run[at - 1] if begun < at else ""
        after = run[end : end + 1]
        if word[0] in _KATAKANA and before in _KATAKANA:
            return False
        if word[-1] in _KATAKANA and after in _KATAKANA and after:
            return False
        if word.isascii():
            return not before and not (after.isascii() and after.isalpha())
        if kind == "among" or (kind in _SIGN_WORDS and not (before_number and not after)):
            return False
        if kind in _CHANGES and after in _NOUN_TAILS and after:
            return False
        if word in _PARTICLES:
            return self._is_particle(run, at, begun, word)
        if all(char in _HIRAGANA for char in word) and before in _HIRAGANA and before and kind not in {"aim", "per", "above", "below", "floor", "ceiling", "due", "keep", "both", "either"}:
            return False
        if (len(word) == 1 or kind == "average") and before and before not in _HIRAGANA:
            return False
        if kind == "about" and after:
            return False
        if kind not in SOFT or not after or after in _HIRAGANA:
            return True
        if word[-1] in _HIRAGANA and (len(word) > 2 or word[0] not in _HIRAGANA):  # noqa: PLR2004
            return True
        return bool(self._word(run, end, end, before_number=before_number)[0])

    def _is_particle(self, run: str, at: int, begun: int, word: str) -> bool:
        end = at + len(word)
        if begun < at and run[at - 1] in _HIRAGANA:
            return False
        if end == len(run) or run[end] not in _HIRAGANA:
            return True
        return bool(self._word(run, end, end, before_number=False)[0])


#: Words that belong to the number before them, whatever follows.
_TIED: Final = frozenset(("floor", "ceiling", "within", "above", "below", "around", "among", "decade", "fullmarks"))
#: Words that count only right before a number.
_SIGN_WORDS: Final = frozenset(("plus", "minus", "whole"))
#: Words that a noun of measure makes a noun of: 増加率.
_CHANGES: Final = frozenset(("up", "down", "better", "worse", "halved", "doubled", "deed", "keep"))
_KEPT: Final = 4096
_SURE: Final = frozenset(("か所", "箇所", "ヶ所", "カ所", "ヵ所", "世帯", "団体", "時間", "事業", "施設", "トン", "ha", "km", "km2", "m3", "ポイント"))
_NO_UNIT: Final = ("年度", "月", "次", "数", "余", "億", "万", "兆")
_NEGATED: Final = ("ない", "なく", "ず", "なかった", "ません")
_HEADS: Final = tuple(HEAD_NOUNS.split())


def _plain(word: str) -> str:
    """Return the kind of a stretch that the lexicon does not know."""
    if word.endswith(_NEGATED):
        return "not"
    if all(char in _HIRAGANA for char in word):
        return "kana"
    if word[0].isascii() and word[-1].isdecimal():
        return "code"
    return "noun" if word.endswith(_HEADS) else "word"


class Tokens(NamedTuple):
    """The tokens of a cell: a tuple of kinds, and where each stands."""

    kinds: tuple[str, ...]
    spans: list[tuple[int, int]]


_BEHIND_PERIOD: Final = 3
_CLOSERS: Final = frozenset(")]〉】〕")
#: Units that stand in brackets: 500(人).
_BOXED: Final = frozenset(
    "% 円 千円 百万円 万円 億円 人 千人 件 回 名 台 本 冊 社 校 戸 点 歳 世帯 団体 事業 施設 か所 箇所 ヶ所 カ所 ヵ所 ha km 時間 ポイント".split()
)
_PLACES: Final = {"num": 1, "one": 1, "dash": 1, "period": _BEHIND_PERIOD}


def scan(folded: Folded, words: Words) -> Tokens:
    """Return the tokens of a cell."""
    text = folded.text
    kinds: list[str] = []
    spans: list[tuple[int, int]] = []
    gap = ""
    last = ""
    for match in _SPLIT.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        if kind == "blank":
            gap = " "
            continue
        if kind == "run":
            if last == "(" and match[0] in _BOXED and text[end : end + 1] in _CLOSERS:
                kinds.append(words.measures.get(match[0], "unit"))
                spans.append((start, end))
                last = "unit"
                continue
            place = _PLACES.get(last, 0)
            follows = text[end : end + 2].lstrip(" △▲")[:1].isdecimal()
            run = match[0]
            compact = run.replace(" ", "")
            found = words.segments(compact, place + (place == 1 and bool(gap)), before_number=follows)
            if compact != run:
                found = _respaced(found, run)
            for each, length in found:
                kinds.append(gap + each)
                spans.append((start, start + length))
                start += length
                gap = ""
                last = each
            continue
        if kind == "roman" or (kind == "mark" and not gap and last in _FREE and text[end : end + 1] == " "):
            kind = "word"
        if kind == "sign":
            kind = _sign(text, start, match[0])
        elif kind == "num" and match[0] == "1":
            kind = "one"
        elif kind == "kanji":
            kind = "one" if match[0] == "一" else "num"
        kinds.append(gap + kind)
        spans.append((start, end))
        gap, last = "", kind
    return _gathered(kinds, spans)


def _respaced(segments: tuple[tuple[str, int], ...], run: str) -> list[tuple[str, int]]:
    """Return segments of a run without blanks as those of the run that has them."""
    found: list[tuple[str, int]] = []
    at = 0
    for kind, length in segments:
        end = at
        while length:
            length -= run[end] != " "
            end += 1
        found.append((kind, end - at))
        at = end
    return found


def _sign(text: str, start: int, char: str) -> str:
    """Return the kind of a sign: a hyphen right before a number that nothing precedes is a minus."""
    kind = _SIGNS.get(char, "sign")
    if kind == "dash" and text[start + 1 : start + 2].isdecimal():
        before = text[start - 1] if start else " "
        if before in " (〔[〈【:,、約比均計":
            return "minus"
    return kind


def _gathered(kinds: list[str], spans: list[tuple[int, int]]) -> Tokens:
    """Join the words that stand between what has a meaning, up to the particle at their end."""
    out: list[str] = []
    places: list[tuple[int, int]] = []
    index = 0
    while index < len(kinds):
        end = index
        while end < len(kinds) and kinds[end].lstrip(" ") in _FREE:
            end += 1
        if end - index < 2:  # noqa: PLR2004
            out.append(kinds[index])
            places.append(spans[index])
            index += 1
            continue
        out_kinds, out_spans = _joined(kinds[index:end], spans[index:end])
        out += out_kinds
        places += out_spans
        index = end
    return Tokens(tuple(out), places)


_EDGES: Final = frozenset(("link", "to", "of", "by", "subject", "with", "at", "aim"))


def _joined(
    kinds: list[str], spans: list[tuple[int, int]]
) -> tuple[list[str], list[tuple[int, int]]]:
    """Join words and the particles between them; those at either end stay by themselves."""
    first, last = 0, len(kinds)
    while first < last and kinds[first].lstrip(" ") in _EDGES:
        first += 1
    while last > first and kinds[last - 1].lstrip(" ") in _EDGES:
        last -= 1
    body = [kind.lstrip(" ") for kind in kinds[first:last]]
    if len(body) < 2:  # noqa: PLR2004
        return kinds, spans
    out = kinds[:first]
    places = spans[:first]
    end = body[-1]
    plain = all(kind in ("word", "noun") for kind in body)
    if plain:
        kind = end
    elif end in ("noun", "deed"):
        kind = "nouns" if end == "noun" else "deeds"
    else:
        kind = "text"
    gap = " " if kinds[first].startswith(" ") else ""
    out.append(gap + kind)
    places.append((spans[first][0], spans[last - 1][1]))
    return out + kinds[last:], places + spans[last:]
