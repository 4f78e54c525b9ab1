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
from kpikit.cell._numbers import KANJI, KANJI_NUMBER, NOUN, NUMBER, number
from kpikit.cell._periods import PERIOD_PATTERN
from kpikit.cell.vocabulary import Vocabulary

__all__ = ["Group", "Token", "scan"]


class Token:
    """A stretch of the folded text and its kind."""

    __slots__ = ("_unit", "end", "kind", "match", "start", "text")

    #: The tokens between the brackets of a :class:`Group`.
    inner: tuple[Token, ...] = ()

    def __init__(self, kind: str, text: str, start: int, end: int, match: re.Match[str]) -> None:
        self.kind = kind
        self.text = text
        self.start = start
        self.end = end
        #: What the scanner matched, for the groups of a measure.
        self.match = match
        self._unit: str | None = None

    @property
    def number(self) -> Decimal | None:
        """The value of a measure, its sign included; ``None`` if it makes no number."""
        value = number(self.match["number"] or self.match["kanji"])
        if not value or self.sign not in _NEGATIVE:
            return value
        return value.copy_negate()

    @property
    def sign(self) -> str:
        """The sign of a measure as written, ``""`` if it has none."""
        return self.match["sign"] or ""

    @property
    def unit(self) -> str:
        """The unit of a measure, ``""`` if it has none."""
        unit = self._unit
        if unit is None:
            found = self.match
            unit = found["unit"] or found["far_unit"] or found["boxed_unit"] or ""
            unit = unit.replace(" ", "").replace("₂", "2")
            self._unit = unit = "人日" if unit == "人日分" else unit
        return unit

    @property
    def per(self) -> str:
        """What stands behind the stroke of a measure, ``""`` if nothing."""
        return self.match["per_unit"] or ""


class Group(Token):
    """A bracket, what it holds, and its other bracket."""

    __slots__ = ("inner",)

    def __init__(self, kind: str, text: str, opening: Token, end: int, *inner: Token) -> None:
        super().__init__(kind, text, opening.start, end, opening.match)
        self.inner = inner


#: Between two letters that are neither Latin nor kana.
_BETWEEN_KANJI: Final = re.compile(f"(?<={KANJI})(?={KANJI})")


def _broken(pattern: str) -> str:
    """Let a blank stand between the kanji of the words of a pattern, its classes left out."""
    return "".join(
        each if each.startswith("[") else _BETWEEN_KANJI.sub(" ?", each)
        for each in re.split(r"(\[[^\]]*\])", pattern)
    )


_NEGATIVE: Final = ("△", "▲", "-", "マイナス")

#: Words that end a unit.
_AFTER_UNIT: Final = _broken(
    "以上|以下|以内|未満|超|上回|下回|程度|前後|増|減|半減|倍増|削減|短縮|縮減|低減|拡大|向上|改善|上昇|低下|"
    "時点|現在|維持|継続|達成|確保|実施|設置|整備|開催|導入|策定|登録|開設|当たり|当り|全国平均|累計|合計|見込|"
    "中止|廃止|止ま|又|及|並び|若し|中(?= ?(?:上位|下位)?[0-9])|余(?=$|[ )、。り])|"
    "(?:オーバー|アンダー|カット|オフ|マイナス|プラス)(?![ァ-ヺー])|"
    "最[大小低高]|[上下]限|[多高低短長][いく]|少な|"
    "未|不足|超過|連続|純(?=[増減])|越え|延伸|成長(?=$|[ )、。])|毎|単位|"
    "(?:支援|採択|取得|認証|認定|完了|終了|修了|締結|交付|圏内|参加|受講|受診|来場|対応)(?![者数書率])|"
    "(?<=[%人円件回歳点割位])台(?=$|[ )、。に])|[弱強](?=$|[ )、。以])|平均"
)
#: What is no letter of a unit: signs, digits, hiragana, numbers in circles.
_NO_LETTER: Final = r"\W0-9_ぁ-ゖ①-⓿❶-➓㉈-㊿Ⅰ-ↈ¼-¾〇"
#: A dot stands within a unit only, and no number behind it: 人・日, but 5人・女性3人.
_UNIT_CHAR: Final = (
    f"(?:[^{_NO_LETTER}]|[℃°]|・(?=[^{_NO_LETTER}]{{1,8}}+(?![^{_NO_LETTER}]| ?[:約△▲+0-9-])))"
)
#: The second line: a counter and the label of the next number, 5人|女性3人.
_UNIT_WORDS: Final = (
    "%ポイント|ポイント|%|‰|℃|"
    "(?:pt|m[23²³]|km[2²]|(?:k?t-?|kg-)CO ?[2₂](?:-?eq)?|km|m)(?![A-Za-z0-9])|"
    "[かヶヵカケ箇] ?所|[かヶヵカケ]国|[かヶヵカケ]月|[かヶヵカケ]年|[かヶヵカケ]村|"
    "(?:人|件|回|名|校|社|円|台|本|冊|組|店|歳)(?=[^\\W0-9]{1,8}約?[0-9])|"
    "年(?=(?:男|女)[性子]?[ :]?[0-9])|"
    "人泊|人日分?|つ|割(?=[0-9一二三四五六七八九])"
)
#: A verb made of two kanji is no part of the unit before it: 12年間分|閲覧できる.
_VERB: Final = f"{KANJI}{{2}}(?=でき|する|した|して|され|し[、た])"
_UNIT: Final = (
    rf"(?:{_UNIT_WORDS}|"
    rf"(?![²³])(?:(?!{_AFTER_UNIT}|{_VERB}|CO ?[2₂]){_UNIT_CHAR}){{1,12}}+(?:-?CO ?[2₂](?:-?eq)?)?)"
)
#: Counters that are no label of the number behind them: 5 人 3 件.
_SURE_COUNTER: Final = (
    "(?:%|[千万億兆]?(?:人|件|回|円|名|台|本|冊|世帯|団体|戸|点|時間|分|日|年|事業|施設|トン)|[かヶヵカケ箇]所|ha)"
    f"(?=$|[{_NO_LETTER}]|{_AFTER_UNIT})"
)
#: Behind a blank a unit is short: 3 日本ブランド発信事業 is a heading. And it is a label, not
#: a unit, where another number follows: 小 64.1 中 46.8.
_FAR_UNIT: Final = (
    f"(?:{_SURE_COUNTER}|{_UNIT.replace('{1,12}', '{1,5}')}(?=$|(?!・)[{_NO_LETTER}]|{_AFTER_UNIT})"
    r"(?! *(?::|[△▲+-]? *[0-9])))"
)
#: Units that stand in brackets: 500(人).
_BOXED_UNIT: Final = (
    "%|(?:千|百万|万|億)?円|千?人|件|回|名|台|本|冊|社|校|戸|点|歳|世帯|団体|事業|施設|[かヶヵカケ箇]所|"
    "ha|km|時間|ポイント"
)
#: What a stroke counts by: 人・日, 10a. Before a number it is a label: 小81.9/中64.2.
_PER: Final = (
    r"(?:10{0,5}万?(?:a|g|kg|L|ha|m|km|m2|km2|人|t)(?![A-Za-z0-9])|"
    rf"(?:[年月週日回人件校]|N?m[23²³]|km[2²])(?=$|(?![:0-9・])[{_NO_LETTER}]|{_AFTER_UNIT})|"
    rf"(?:(?!{_AFTER_UNIT}){_UNIT_CHAR}){{1,8}}+(?! ?[:0-9]))"
)
#: Counters that make a number of the kanji before them.
_COUNTER: Final = (
    "人|件|部|割|回|か所|箇所|%|円|名|社|校|戸|台|本|冊|棟|歳|世帯|団体|市|町|村|事業|施設|種類|"
    "時間|分|点|万|館|項目|品目|地区|組|店|者|日|年|月|基|件数"
)
#: What follows such a counter: 八戸市 and 二本松 are names.
_AFTER_COUNTER: Final = rf"$|[\W0-9A-Za-z_]|[一二三四五六七八九]|{_AFTER_UNIT}|[をにのがはでと]"
#: Words that begin like a number, and the circles that stand for some number or for yes.
_NO_KANJI_NUMBER: Final = "〇++(?![一二三四五六七八九・])|一$|一部|十分|一時|一般|一円|一定"

_BOUND: Final = _broken(
    "を? ?(?:上 ?回ら|下 ?回ら|超え)ない|"
    "以上|以下|以内|未満|を?[超越]え(?:る|て|た)?|超(?![過勤高音])|"
    "を? ?上 ?回(?:る|り|った)?|を? ?下 ?回(?:る|り|った)?|並み?|(?:と ?)?同(?:水準|程度|等|率|数)|"
    "より(?:も)? ?(?:多|高|大き|上昇|増加|向上|拡大)[いくさ]?|"
    "より(?:も)? ?(?:少な|低|小さ|減少|低下|削減|縮小|短縮)[いくさ]?"
)
_UP: Final = _broken(
    "増加|増や|増え|増(?!床|設|便|加)|拡大|向上|上昇|伸長|延伸|"
    "[伸延]び(?![率や])|成長(?=$|[ )、。])|改善|引き?上げ|"
    "(?<![A-Za-z])(?:UP|up)(?![A-Za-z])|(?:(?<![ァ-ヺー])|(?<=ポイント))アップ"
)
_DOWN: Final = _broken(
    "削減|減少|減ら|減(?!免|災|少)|短縮|縮減|低減|低下|縮小|圧縮|抑制|抑え|引き?下げ|"
    "(?<![A-Za-z])(?:DOWN|down)(?![A-Za-z])|(?:(?<![ァ-ヺー])|(?<=ポイント))ダウン"
)
_NOUN_TAIL: Final = "(?![数量額率幅])"
#: Over how long a total or an average is taken: 3か年平均, 5年間計.
_OVER: Final = "(?<![0-9.,])[0-9]{1,2}(?:[かヶヵカケ箇]?年間?|[かヶヵカケ箇]月間?)の? ?"
_STATISTIC: Final = (
    f"(?:{_OVER})?+(?:累計|累積|延べ|のべ|年平均|月平均|平均|合計|総計|(?:(?<!{KANJI})|(?<=[年月間]))計)|"
    f"(?<!{KANJI})延(?=[0-9])|年間"
)
#: Of whom an average may be.
_WHOSE: Final = (
    "全国|都道府県|都|道|府|県内?|国|市町村|政令指?定?都?市|類似団体|中核市|九州|近畿|県内市町村"
)
_REFERENCE: Final = (
    f"(?<!{KANJI})(?:国|都|道|府|県|市|町|村|法令?|条例)(?:の|で定める)(?:基準|目標|水準|指針)値?|"
    f"(?:前年度?(?:の)?調査に(?:おける|よる) ?の?)?(?:{_WHOSE})の? ?平均(?:値|点|正答率)?|"
    f"(?:対?(?:前|昨)(?:年度?(?:同[月期])?|回|期(?=比|の|以|よ|を|並|と同))|現状|(?:(?<!{KANJI})|(?<=年度)|(?<=年))基準|当初(?!予算)|現在|(?:計画)?策定時|初期|初回調査)"
    "(?:年度?|時)?の?(?:実績|調査|値|水準|比)*|過去最[高低多少](?:値)?|法定雇用率|"
    "過去 ?[0-9]{1,2} ?[かヶカ]?年間?の?(?:最[高低多少大小]|平均)(?:値)?|"
    "平均(?:値)?(?=以上|以下|未満|超|を上回|を下回)"
)

#: A bound before its number: 最低3人, 多くても50人. 過去最大50人 is none.
_LIMIT: Final = (
    "(?:少なくとも|(?:多|長|遅)くとも|(?:多|長|遅)くて(?:も)?|せいぜい|"
    f"(?:(?<!{NOUN})|(?<=1[日人回]))(?:最低(?:でも?|限)?|最小|下限|上限|最大(?:でも?|限)?|最高))"
    "(?= ?(?:約|年|月|週|1日|延べ|累計)? ?[0-9一二三四五六七八九十])"
)

#: What a number is counted by, before it: 人口10万人当たり, 10万対, 1人1台, 月1回.
_BASIS: Final = (
    r"(?:人口 ?)?(?:[0-9][0-9,]{0,15}+|[一十百千])(?:k?m2|[^ 、。:;()\[\]0-9]{0,10}?)"
    "(?:当たり|あたり|当り|につき)|"
    f"(?<![0-9,.])(?<!{NOUN})[1-9][0-9]?(?:年|[かヶヵカケ箇]月|週間?|日)に(?=約?[0-9]{{1,3}}[回度件冊人](?![0-9]))|"
    r"(?:人口|出生)[^ 、。:;()\[\]]{0,8}?対|[0-9]{0,4}+[千万]人?対(?= ?[0-9]|$|\))|"
    "(?<![0-9.,])[1一](?:日|人|回|校|世帯|戸|館|団体|施設|園|学級|クラス|か所|件|台)"
    "(?=(?:平均|最[大低]|少なくとも)?約?[0-9])|"
    f"(?<![か0-9/])(?<!{NOUN})(?:毎(?:年度?|月|週|日)|[年月週]に?|半年に|四半期に)(?=約?[0-9][0-9,.]{{0,15}}+(?![年月]))|"
    "(?<![か毎翌昨前同今来ァ-ヺ0-9/])[年月週](?=[0-9.]{1,5}(?:時間|回))"
)
#: What a sign right behind it compares with: 前年度+2件.
_SIGNED: Final = (
    "(?<=から)|(?<=より)|(?<=[前昨]年)|(?<=[前昨]年度)|(?<=前回)|(?<=現状)|"
    "(?<=(?:現状|基準|当初)値)"
)
#: A day or month of no year.
_DAY: Final = (
    "(?:[各毎同]年度?)?(?:1[0-2]|[1-9])月(?!間)(?:[0-9]{1,2}日|末日?|初め?)?+(?:現在|時点)?+"
)
#: A school year is a label: 小6, 中3.
_GRADE: Final = rf"(?<=(?<!{KANJI})[小中高])[1-6](?=$|[ :(・年男女国算数英理])(?:年生?)?"
#: 契約 and the like are no approximation.
_ABOUT: Final = "(?<![契予節規公条誓要集制解婚括倹簡協盟特確売密口])約|おおむね|概ね|およそ|ほぼ"
_EDGE: Final = r"(?=$|[ )、。])"
#: The kinds that are words of the grammar, which a line break may part: 以 上.
_WORDS: Final = frozenset({"around", "bound", "to", "up", "down", "keep"})

_TEMPLATE: Final = r"""
(?P<blank>\ +|第(?=[0-9]++\ ?位))
|(?P<label>[①-⑳㉑-㉟㊱-㊿❶-❿])
|(?P<bullet>[○●◯■□◆◇▪]|(?<![^\ 。])・)
|(?P<note>[※*])
|(?P<limit>(?=[少多長遅せ最下上]){limit})
|(?P<per>(?=[人出0-9一十百千万毎年月週半四])(?:{basis}))
|(?P<period>{period})
|(?P<day>(?=[0-9各毎同])(?:(?<![0-9]){day}|{grade}))
|(?P<statistic>(?=[0-9累延の年月平合総計])(?:{statistic})
    (?=[\ :]*約?\ ?[△▲+-]?[0-9]|\ *(?:$|[)\]】〕〉])))
|(?P<measure>(?=[△▲+マプ0-9〇零一二三四五六七八九壱弐参十百千万億兆拾廿-])(?:(?P<sign>
        (?<![^\ (\[〈【「:、,~約べ計均比])(?:[△▲+-]|マイナス|プラス)
        |(?:{signed})(?:\+|マイナス|プラス)|[△▲])\ *+)?+
    (?:(?P<number>(?<![A-Za-z])(?:(?<!第)|(?=[0-9]++\ ?位))(?:{number}))
      |(?P<kanji>(?:(?<![^\WA-Za-z0-9_])|(?<=割))(?!{no_number})
        (?:{kanji})(?=$|\ ?(?:{counter})(?:{after_counter}))))
    (?:(?P<unit>{unit})|\ (?P<far_unit>{far_unit})|\ ?\((?P<boxed_unit>{boxed_unit})\))?+
    (?:\ ?/\ ?(?P<per_unit>{per}))?+)
|(?P<nearly>限りなく\ ?(?:ゼロ|0))
|(?P<zero>ゼロ(?=$|(?!・)[\W0-9_ぁ-ゖ]|件|人|名|{after_unit})|皆無)
|(?P<majority>過?半数|半分)
|(?P<half>半減(?!期))
|(?P<double>倍増(?!計画))
|(?P<approx>(?=[約お概ほ])(?:{about}))
|(?P<around>{around}|ほど|[くぐ]らい|余り?|あまり|[弱強]{edge}|台(?=$|[\ )、。に]))
|(?P<bound>{bound})
|(?P<to>(?:に|へ|まで(?:に)?|となるよう)\ ?(?:{up}|{down}))
|(?P<up>(?:[のを]\ ?)?(?:{up}){tail})
|(?P<down>(?:[のを]\ ?)?(?:{down}){tail})
|(?P<keep>(?:[のを]\ ?)?(?:{keep})(?!管理))
|(?P<reference>{reference})
|(?P<open>[(\[〈【〔「『<])
|(?P<close>[)\]〉】〕」』>])
|(?P<colon>:)
|(?P<arrow>→|⇒)
|(?P<range>~)
|(?P<spread>±)
|(?P<slash>/(?:\ ?[全計](?=[0-9]))?)
|(?P<dash>-)
|(?P<of>(?<![\ /])(?:のうち|中)(?=\ ?[0-9]))
|(?P<sep>[、,;。]+)
|(?P<word>(?<=[A-Za-z第])[0-9]++(?:\.[0-9]++)?+|[^\ ])
"""


@lru_cache(maxsize=32)
def _scanner(units: tuple[str, ...], references: tuple[str, ...]) -> re.Pattern[str]:
    own_units, own = _alternatives(units), _alternatives(references)
    return re.compile(
        _TEMPLATE.format(
            period=_verbose(PERIOD_PATTERN),
            basis=_verbose(_BASIS),
            limit=_verbose(_LIMIT),
            day=_verbose(_DAY),
            signed=_SIGNED,
            grade=_verbose(_GRADE),
            number=_verbose(NUMBER),
            kanji=KANJI_NUMBER,
            no_number=_NO_KANJI_NUMBER,
            unit=own_units + _verbose(_UNIT),
            far_unit=own_units + _verbose(_FAR_UNIT),
            boxed_unit=_BOXED_UNIT,
            per=_verbose(_PER),
            counter=_COUNTER,
            after_counter=_verbose(_AFTER_COUNTER),
            after_unit=_verbose(_AFTER_UNIT),
            around=_verbose(_broken("程度|前後")),
            keep=_verbose(_broken("維持|継続|現状維持")),
            about=_ABOUT,
            edge=_verbose(_EDGE),
            bound=_verbose(_BOUND),
            up=_verbose(_UP),
            down=_verbose(_DOWN),
            tail=_NOUN_TAIL,
            statistic=_verbose(_STATISTIC),
            reference=own + _verbose(_REFERENCE),
        ),
        re.VERBOSE,
    )


def _alternatives(words: tuple[str, ...]) -> str:
    """Return the beginning of a pattern that matches any of *words*, the longest first."""
    return "".join(f"{re.escape(word)}|" for word in sorted(words, key=len, reverse=True))


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
        if kind == "word" and joins:
            tokens[-1].end = match.end()
        elif kind == "blank":
            joins = False
        else:
            found = match[0].replace(" ", "") if kind in _WORDS else match[0]
            tokens.append(Token(kind, found, match.start(), match.end(), match))
            joins = kind == "word"
    for token in tokens:
        if token.kind == "word":
            token.text = text[token.start : token.end]
    return tokens
