"""Split a folded cell into tokens: measures, periods, bounds, changes, words.

A *measure* is a number with its sign, unit and basis (``▲ 1,150人``, ``0.4g/人・日``). Units are
open: a unit is the run of letters behind a number up to a word of the grammar. Whatever is
no token of its own belongs to a run of words. Every character belongs to one token.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from kpikit.cell._fold import Folded
from kpikit.cell._numbers import KANJI_NUMBER, NUMBER, number
from kpikit.cell._periods import PERIOD_PATTERN
from kpikit.cell.vocabulary import Vocabulary

__all__ = ["Token", "scan"]


class Token:
    """A stretch of the folded text and its kind."""

    __slots__ = ("end", "kind", "match", "start", "text")

    def __init__(self, kind: str, text: str, start: int, end: int, match: re.Match[str]) -> None:
        self.kind = kind
        self.text = text
        self.start = start
        self.end = end
        #: What the scanner matched, for the groups of a measure.
        self.match = match

    @property
    def number(self) -> Decimal | None:
        """The value of a measure, its sign included; ``None`` if it makes no number."""
        value = number(self.match["number"] or self.match["kanji"])
        return -value if value is not None and self.match["sign"] in _NEGATIVE else value

    @property
    def unit(self) -> str:
        """The unit of a measure, ``""`` if it has none."""
        found = self.match
        return found["unit"] or found["far_unit"] or found["kanji_unit"] or ""

    @property
    def per(self) -> str:
        """What stands behind the stroke of a measure, ``""`` if nothing."""
        return self.match["per_unit"] or ""


_NEGATIVE: Final = ("△", "▲", "-")

#: Words that end a unit.
_AFTER_UNIT: Final = (
    "以上|以下|以内|未満|超|上回|下回|程度|前後|増|減|半減|倍増|削減|短縮|縮減|低減|拡大|向上|改善|上昇|低下|"
    "時点|現在|維持|継続|達成|確保|実施|設置|整備|開催|導入|策定|登録|開設|当たり|当り|全国平均|累計|合計|見込|"
    "[弱強](?=$|[ )、。])|平均"
)
_UNIT_CHAR: Final = "一-龠々〆ァ-ヺー・A-Za-zμΩ℃°㎏²³"
_UNIT_WORDS: Final = (
    "%ポイント|ポイント|%|‰|℃|(?:pt|m[23²³]|km[2²]|k?t-?CO2|kg-CO2|km|m)(?![A-Za-z0-9])|[かヶヵカケ]所|[かヶヵカケ]国|[かヶヵカケ]月|[かヶヵカケ]年|[かヶヵカケ]村|"
    "人泊|人日|つ"
)
#: A verb made of two kanji is no part of the unit before it: 12年間分|閲覧できる.
_VERB: Final = "[一-龠]{2}(?=でき|する|した|して|され|し[、た])"
_UNIT: Final = (
    rf"(?:{_UNIT_WORDS}|"
    rf"(?:(?!{_AFTER_UNIT}|{_VERB})[{_UNIT_CHAR}]){{1,12}}+(?:-?CO2)?)"
)
#: Behind a blank a unit is short: 3 日本ブランド発信事業 is a heading.
_FAR_UNIT: Final = _UNIT.replace("{1,12}", "{1,5}") + f"(?![{_UNIT_CHAR}])"
_PER: Final = rf"(?:(?!{_AFTER_UNIT})[{_UNIT_CHAR}]){{1,8}}+"
#: Counters that make a number of the kanji before them.
_COUNTER: Final = (
    "人|件|部|割|回|か所|箇所|%|円|名|社|校|戸|台|本|冊|棟|歳|世帯|団体|市|町|村|事業|施設|種類|"
    "時間|分|点|万|館|項目|品目|地区|組|店|者|日|年|月|基|件数|$"
)

_BOUND: Final = (
    "以上|以下|以内|未満|を?超え(?:る|て|た)?|超(?!過|勤)|"
    "を? ?上 ?回(?:る|り|った)?|を? ?下 ?回(?:る|り|った)?|並み?|(?:と ?)?同(?:水準|程度|等|率|数)|"
    "より(?:も)? ?(?:多|高|大き|上昇|増加|向上|拡大)[いくさ]?|"
    "より(?:も)? ?(?:少な|低|小さ|減少|低下|削減|縮小|短縮)[いくさ]?"
)
_UP: Final = "増加|増や|増え|増(?!床|設|便|加)|拡大|向上|上昇|伸長|改善|引き?上げ|UP|アップ"
_DOWN: Final = "削減|減少|減ら|減(?!免|災|少)|短縮|縮減|低減|低下|縮小|抑制|引き?下げ|DOWN|ダウン"
_NOUN_TAIL: Final = "(?![数量額率幅])"
_STATISTIC: Final = "累計|累積|延べ|のべ|延(?=[0-9])|年平均|月平均|平均|合計|総計|年間|計"
#: Of whom an average may be.
_WHOSE: Final = (
    "全国|都道府県|都|道|府|県内?|国|市町村|政令指?定?都?市|類似団体|中核市|九州|近畿|県内市町村"
)
_REFERENCE: Final = (
    f"(?:前年度?(?:の)?調査に(?:おける|よる) ?の?)?(?:{_WHOSE})の? ?平均(?:値|点|正答率)?|"
    "(?:対?(?:前|昨)(?:年度?|回|期)|現状|基準|当初(?!予算)|現在|(?:計画)?策定時|初期|初回調査)"
    "(?:年度?|時)?の?(?:実績|調査|値|水準|比)*|過去最[高低多少](?:値)?|法定雇用率|"
    "過去 ?[0-9]{1,2} ?[かヶカ]?年間?の?(?:最[高低多少大小]|平均)(?:値)?|"
    "平均(?:値)?(?=以上|以下|未満|超|を上回|を下回)"
)

_TEMPLATE: Final = r"""
(?P<blank>\ +)
|(?P<label>[①-⑳㉑-㉟㊱-㊿❶-❿])
|(?P<bullet>[○●◯■□◆◇▪]|(?<![^\ 。])・)
|(?P<note>[※*])
|(?P<per>(?:人口|千|一|1|[0-9][0-9,]*+)[^\ 、。:;()\[\]]{{0,10}}?(?:当たり|あたり|当り|につき|対))
|(?P<period>{period})
|(?P<measure>(?:(?P<sign>(?<![^\ (\[〈【「:、,~約べ計均])[△▲+-]|[△▲])\ *+)?+
    (?:(?P<number>(?<![A-Za-z第])(?:{number}))(?:(?P<unit>{unit})|\ (?P<far_unit>{far_unit}))?+
      |(?P<kanji>(?<![一-龠々ァ-ヺぁ-ゖー])(?:{kanji})(?=\ ?(?:{counter})))
       (?:\ ?(?P<kanji_unit>{unit}))?+)
    (?:\ ?/\ ?(?P<per_unit>{per}))?+)
|(?P<nearly>限りなく\ ?(?:ゼロ|0))
|(?P<zero>ゼロ|皆無)
|(?P<half>半減)
|(?P<double>倍増)
|(?P<approx>約|おおむね|概ね|およそ|ほぼ)
|(?P<around>程度|前後|[弱強](?=$|[\ )、。])|台(?=$|[\ )、。に]))
|(?P<bound>{bound})
|(?P<to>(?:に|へ|まで(?:に)?|となるよう)\ ?(?:{up}|{down}))
|(?P<up>(?:[のを]\ ?)?(?:{up}){tail})
|(?P<down>(?:[のを]\ ?)?(?:{down}){tail})
|(?P<keep>(?:[のを]\ ?)?(?:維持|継続|現状維持)(?!管理))
|(?P<statistic>(?:{statistic})(?=\ ?約?\ ?[△▲+-]?[0-9])
    |(?:累計|累積|延べ|平均|合計|計)(?=\ *(?:$|\))))
|(?P<reference>{reference})
|(?P<open>[(\[〈【〔「『<])
|(?P<close>[)\]〉】〕」』>])
|(?P<colon>:)
|(?P<arrow>→|⇒)
|(?P<range>~)
|(?P<slash>/)
|(?P<dash>-)
|(?P<sep>[、,;。]+)
|(?P<word>(?<=[A-Za-z第])[0-9]++(?:\.[0-9]++)?+|[^\ ])
"""


@lru_cache(maxsize=32)
def _scanner(units: tuple[str, ...], references: tuple[str, ...]) -> re.Pattern[str]:
    own_units = "".join(f"{re.escape(unit)}|" for unit in sorted(units, key=len, reverse=True))
    own = "".join(f"{re.escape(word)}|" for word in sorted(references, key=len, reverse=True))
    return re.compile(
        _TEMPLATE.format(
            period=_verbose(PERIOD_PATTERN),
            number=_verbose(NUMBER),
            kanji=KANJI_NUMBER,
            unit=_verbose(own_units + _UNIT),
            far_unit=_verbose(own_units + _FAR_UNIT),
            per=_PER,
            counter=_COUNTER,
            bound=_verbose(_BOUND),
            up=_UP,
            down=_DOWN,
            tail=_NOUN_TAIL,
            statistic=_STATISTIC,
            reference=_verbose(own + _REFERENCE),
        ),
        re.VERBOSE,
    )


def _verbose(pattern: str) -> str:
    """Keep the blanks of a pattern that is put into a verbose one."""
    return pattern.replace(" ", r"\ ").replace("#", r"\#")


def scan(folded: Folded, vocabulary: Vocabulary) -> list[Token]:
    """Return the tokens of a cell, blanks left out and runs of words joined.

    Words that a blank parts stay two tokens, since PDF cells break words anywhere and a
    label ends at a blank.
    """
    tokens: list[Token] = []
    text = folded.text
    joins = False
    for match in _scanner(vocabulary.units, vocabulary.references).finditer(text):
        kind = match.lastgroup or "word"
        start, end = match.span()
        if kind == "blank":
            joins = False
        elif kind == "word" and joins:
            last = tokens[-1]
            last.end = end
        else:
            tokens.append(Token(kind, "", start, end, match))
            joins = kind == "word"
    for token in tokens:
        token.text = text[token.start : token.end]
    return tokens
