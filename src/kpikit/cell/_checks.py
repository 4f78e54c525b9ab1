"""What makes a cell unsafe to read: signs and words that may turn its meaning round."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from kpikit.cell._gaps import gap_base
from kpikit.cell._nodes import SPANS, CellFault, Part, Phrase, is_floor
from kpikit.cell._scan import Token
from kpikit.cell.vocabulary import Vocabulary
from kpikit.unit import scale_of

__all__ = ["check_part", "check_preface", "check_signs", "check_unread", "is_base"]

_NEGATION: Final = re.compile(
    "(?<!少)な[いかくけし](?!がら)|(?<![りわ])ず(?=[、。に]|$)|ません|無し|未(?!来|就|婚)|不能|不可|困難|中止|延期|"
    "廃止|以外|除[きくいか]|止ま|^まり|とどめ|留め|^でも|近[いくづ]|割り?込|割れ|を[割切][るっ]|上限|下限|限度|最大|最低|最高|とどま|留ま|届か|(?:した|る|だ)が(?=[、,]|$)|ものの|けれど|にもかかわらず"
)
#: Words before a number that turn it round, or that name a class and no amount.
_TURNS: Final = re.compile(
    "(?:トップ|ベスト|ワースト|上位|下位|氷点下|(?:最[大高低小]|[上下]限)[値額数]?|プラスマイナス|少なくとも|多く[てと]も|せいぜい)$"
)
_NAMES: Final = re.compile(
    "(?:レベル|ランク|ステージ|フェーズ|ステップ|クラス|タイプ|バージョン|モデル|パターン|"
    "等級|段階|震度|[A-Za-z]\\.)$"
)
#: Words that make a sentence of a cell, where several numbers would be a guess.
_SENTENCE: Final = re.compile(
    r"を|[^\W0-9A-Za-z_ぁ-ゖ][はがにで](?=[^\W0-9A-Za-z_ぁ-ゖ]|、)|する|した|こと|ため|うち|又は|または|若しくは|もしくは|"
    "あるいは|いずれ|できれば|なお|ただし|かつ"
)
_PARTICLE: Final = re.compile("[をにがはでとへもやの]|から|より|まで|ごと|毎|おき|置き")
#: The words of an increase or a decrease right before a number: the size of it, or a level?
_CHANGE: Final = re.compile("増加|増|減少|減|削減|短縮|縮減|低減|抑制")
_STROKE_BASIS: Final = re.compile(" ?/ ?[年月週日]")
#: A number that is no number of its own, and may be one all the same: X500件.
_DIGIT_IN_WORD: Final = re.compile("(?<=[A-Za-z])(?<!CO)[0-9]")
#: A bound in English: 60% max.
_ENGLISH: Final = re.compile(
    "(?<![A-Za-z])(?i:max|min|over|under|below|above|less|more|least|most)(?![A-Za-z])"
)
#: No particle, and so no word that goes on from the number that it is attached to: 60%いか.
_FOREIGN: Final = re.compile("(?!など|から)[ぁ-ゖァ-ヺA-Za-z](?<![をにがはでとへもの])|[切割]り")
#: What is measured or timed, and not counted: behind one of these the next number is of it.
_MEASURED: Final = frozenset({"時間", "時", "分", "秒", "日", "年", "泊", "%", "割", "銭", "mm"})
#: Characters that begin no word: a unit was broken before them, as in 2万ト ン.
_NO_BEGINNING: Final = frozenset("ンッァィゥェォャュョーんっぁぃぅぇぉゃゅょ")
#: The end of a word in katakana that a line break cut: タイト|ル.
_SYLLABLE: Final = re.compile(r"(?<=[ァ-ヺー]) [ァ-ヺ][ァ-ヺー]?(?![^\W_ぁ-ゖ])")
#: Signs that may stand right beside a number without changing it.
_HARMLESS: Final = frozenset(" 、。,;:・/※*'\"")
_BARS: Final = frozenset("-~^.=<>?!#&@\\|_`…‥%‰+×÷±")
_BULLETS: Final = frozenset("○●◯■□◆◇▪")


def check_part(part: Part, text: str, vocabulary: Vocabulary) -> None:
    """Refuse signs and words that may turn the meaning, or leave several numbers open.

    Raises:
        CellFault: There are such signs or words.
    """
    check_signs(part, text)
    for phrase in part.phrases:
        if phrase.modifiers and not (phrase.lead and gap_base(phrase)):
            _check_bounds(phrase)
        for node in (*phrase.lead, *phrase.trail):
            if node.kind == "word" and _ENGLISH.search(node.text):
                raise CellFault("not-understood", node.start, node.end)
        if phrase.lead:
            _check_lead(phrase)
            _check_missing(phrase.lead, text, vocabulary)
        if phrase.trail:
            _check_trail(phrase)
            _check_missing(phrase.trail, text, vocabulary)
        if phrase.lead or phrase.groups:
            _check_multipliers([*phrase.groups, *phrase.lead])
            _check_groups(phrase.groups)
    if len(part.phrases) > 1:
        _check_several(part.phrases)


def _check_groups(groups: list[Token]) -> None:
    """Refuse a bracket that only bounds the number before it: 80(以上), 3(回以上)."""
    for group in groups:
        kinds = [token.kind for token in group.inner]
        if kinds and kinds[-1] == "bound" and set(kinds) <= {"word", "bound"}:
            raise CellFault("not-understood", group.start, group.end)


def check_preface(part: Part) -> None:
    """Refuse a condition that stands before the first mark, which no value takes in.

    Raises:
        CellFault: There is one.
    """
    for node in part.lead:
        if node.kind in {"bound", "reference", "keep", "up", "down"}:
            raise CellFault("second-statement", node.start, node.end)


def check_signs(part: Part, text: str) -> None:
    """Refuse numbers that touch a sign or another number: ±5, 10^3, 2.5.1, 3-1, 9:00.

    Raises:
        CellFault: There is one.
    """
    before: Phrase | None = None
    end = -1
    for phrase in part.phrases:
        if phrase.bracket:
            continue
        start = phrase.start
        if before is not None:
            _check_gap(before, phrase, text)
        if end != start:
            _check_edge(text, end, digits=True)
            _check_edge(text, start - 1)
        before, end = phrase, phrase.end
    if text[end:] != ".":
        _check_edge(text, end, digits=True)


def _check_edge(text: str, index: int, *, digits: bool = False) -> None:
    """Refuse a sign beside a number that is no mark of enumeration, and *digits* as well."""
    if not 0 <= index < len(text):
        return
    char = text[index]
    broken = char == " " and (
        text[index + 1 : index + 2] in _NO_BEGINNING or _SYLLABLE.match(text, index) is not None
    )
    if digits and (broken or char.isdecimal()):
        raise CellFault("not-understood", index, index + 1 + broken)
    if char in _HARMLESS or char in _BULLETS or char.isalnum() or char in "→⇒":
        return
    if char in _BARS or unicodedata.category(char)[0] in "SC":
        raise CellFault("not-understood", index, index + 1)


def _check_gap(first: Phrase, second: Phrase, text: str) -> None:
    """Refuse two numbers that nothing but a sign, or nothing at all, keeps apart."""
    gap = text[first.end : second.start]
    fault = CellFault("several-numbers", second.start, second.end)
    units = first.core.unit if first.is_measure else "%", second.unit
    if gap == "":
        units_differ = units[0] != units[1] and not _MEASURED.intersection(units)
        if "" in units or not units_differ or first.modifiers or _NOUN.search(units[0]):
            raise fault
    elif _STROKE_BASIS.fullmatch(gap):
        raise fault
    elif not gap.strip():
        if (not units[0] and units[1]) or (_is_changed(second) and not _is_changed(first)):
            raise fault
    elif not any(char.isalnum() or char in "→⇒([〈【〔「『<" for char in gap):
        is_stroke = "/" in gap and second.unit in _MEASURED | SPANS
        if is_stroke or (gap.strip() not in {"、", ",", "。"} and "" in units):
            raise fault
        if not set(gap) <= set(" 、,。/・"):
            raise fault
    _check_attached(first, second, text)
    if not units[0] and units[1] and second.lead and not (first.lead or first.modifiers):
        raise fault


#: The noun of the next number, which was taken for a unit: 24時間利用者数|50人.
_NOUN: Final = re.compile(".(?:[数率者量額]|割合)$")


def _check_attached(first: Phrase, second: Phrase, text: str) -> None:
    """Refuse a word that is tied to the number before it: 15分圏内 80%, 年10日取得者の割合80%."""
    word = second.lead[0] if second.lead else None
    if (
        word is None
        or word.kind not in {"word", "of"}
        or word.start != first.end
        or word.text[0] in "・及並"
    ):
        return
    differ = scale_of(first.unit).base != scale_of(second.unit).base
    if differ or not first.lead or text[word.end : word.end + 1] == " ":
        raise CellFault("several-numbers", second.start, second.end)


def _check_multipliers(nodes: list[Token]) -> None:
    """Refuse a multiplier that is written apart from its number: 12,345(千円), 千円 12,345."""
    for token in (each for node in nodes for each in node.inner or (node,)):
        if token.kind == "measure" and _MULTIPLIER.fullmatch(token.match["kanji"] or ""):
            raise CellFault("number-malformed", token.start, token.end)


_MULTIPLIER: Final = re.compile("[十百千万億兆]+")


def _check_lead(phrase: Phrase) -> None:
    """Refuse words before a number that bound it, or that leave open what it is."""
    last = phrase.lead[-1]
    between = last.match.string[last.end : phrase.start]
    adjacent = not between
    if last.kind == "group" and adjacent and phrase.is_measure and phrase.core.match["kanji"]:
        raise CellFault("value-in-brackets", last.start, phrase.end)
    if last.kind == "word" and not between.strip(" :"):
        if _TURNS.search(last.text) and phrase.modifier("bound") is None:
            raise CellFault("bound-before-number", last.start, phrase.end)
        if adjacent and not phrase.unit and _NAMES.search(last.text):
            raise CellFault("number-without-unit", last.start, phrase.end)
    for node, head in zip(phrase.lead, [None, *phrase.lead], strict=False):
        of_aside = head is not None and head.kind in {"measure", "day"}
        joins = head is not None and head.kind == "reference" and _OR.match(node.text)
        if joins or (node.kind == "bound" and not of_aside):
            raise CellFault("second-statement", node.start, node.end)
    is_particle = last.kind == "word" and len(last.text) == 1 and last.text in "をはがのに"
    change = phrase.lead[-2] if is_particle and len(phrase.lead) > 1 else last
    if change.kind in {"up", "down"} and _CHANGE.fullmatch(change.text):
        raise CellFault("change-before-number", change.start, phrase.end)


#: What joins a reference to a second condition: 全国平均又は80%以上.
_OR: Final = re.compile("又|また|及|かつ|もしく|若し|あるい")


def _check_bounds(phrase: Phrase) -> None:
    """Refuse two bounds that contradict each other, and one on a cut: ▲46%以上."""
    bounds = [is_floor(each.text) for each in phrase.modifiers if each.kind == "bound"]
    if bounds and phrase.is_measure and phrase.core.sign in {"△", "▲"}:
        raise CellFault("bound-against-change", phrase.start, phrase.end)
    if len(set(bounds)) > 1:
        raise CellFault("not-understood", phrase.modifiers[-1].start, phrase.end)


def _check_trail(phrase: Phrase) -> None:
    """Refuse a bare number that begins a sentence, and a second statement behind the value."""
    words = [node for node in phrase.trail if node.kind not in {"sep", "group", "quote"}]
    bare = phrase.is_measure and not phrase.unit and not phrase.modifiers
    if words and bare and phrase.other is None:
        raise CellFault("number-without-unit", phrase.start, phrase.end)
    attached = bool(words) and words[0].start == phrase.end
    plain = phrase.is_measure and phrase.end == phrase.core.end
    if attached and ((plain and _FOREIGN.match(words[0].text)) or _BEYOND.match(words[0].text)):
        raise CellFault("not-understood", words[0].start, words[0].end)
    for node in words:
        open_change = not (_is_changed(phrase) or phrase.modifier("bound"))
        is_change = node.kind in {"up", "down"} and open_change
        if is_change or node.kind in {"reference", "bound", "arrow"}:
            raise CellFault("second-statement", node.start, node.end)
        if node.kind == "word" and _DIGIT_IN_WORD.search(node.text):
            raise CellFault("not-understood", node.start, node.end)
        found = _NEGATION.search(node.text) if node.kind == "word" else None
        if found:
            raise CellFault("negated", node.start + found.start(), node.end)


#: Right behind a number, it makes a bound or a difference of it: 18時まで, 5人不足.
_BEYOND: Final = re.compile(
    "まで$|不足|超過|マイナス|プラス|カット|オフ|ごと|おき|ずつ|しか|毎|単位"
)


def _is_changed(phrase: Phrase) -> bool:
    """Whether the number is one of a change, or of where it leads."""
    return any(each.kind in {"up", "down", "to"} for each in phrase.modifiers)


def _check_missing(nodes: Iterable[Token], text: str, vocabulary: Vocabulary) -> None:
    """Refuse a label whose value is missing beside others that have one: 女性:―."""
    for node in nodes:
        if node.kind == "dash":
            beside = text[max(0, node.start - 1) : node.start] + text[node.end : node.end + 1]
            is_hyphen = len(beside) == 2 and beside.isalnum()  # noqa: PLR2004 - one on each side
            if not is_hyphen:
                raise CellFault("part-without-number", node.start, node.end)
        elif node.kind == "word" and vocabulary.why_missing(node.text):
            raise CellFault("part-without-number", node.start, node.end)


def check_unread(nodes: list[Token], text: str, vocabulary: Vocabulary) -> None:
    """Refuse a cell that has a number, and none that is understood: (80%), ―(5件), BMI25以上.

    Raises:
        CellFault: It has one.
    """
    in_brackets = [node for node in nodes if node.kind in {"group", "quote"}]
    words = "".join(node.text for node in nodes if node.kind not in {"group", "quote"})
    if not words or vocabulary.why_missing(words):
        for node in in_brackets:
            if any(token.kind == "measure" for token in node.inner):
                raise CellFault("value-in-brackets", node.start, node.end)
    if _SIGNS.fullmatch(text):
        raise CellFault("not-understood", 0, len(text))
    hidden = _HIDDEN.search(text)
    if hidden is not None:
        raise CellFault("number-without-unit", *hidden.span())


#: A number behind letters that is counted or bounded, or a fraction in one character.
_HIDDEN: Final = re.compile(
    r"[¼-¾⅐-⅞]|[A-Za-z][0-9]++(?:\.[0-9]++)?+(?:以上|以下|未満|以内|超|[千万億]|人|件|回|%|社|団体)"
)


#: Signs that say nothing by themselves.
_SIGNS: Final = re.compile("[!\"#$%&'*+,.:;=?@^_`{|}~※ ]+")


def is_base(first: Phrase, phrases: list[Phrase]) -> bool:
    """Whether the first of two numbers is what the second is a change of: 140件の10%減."""
    if len(phrases) != 2 or first is not phrases[0]:  # noqa: PLR2004 - a base and a rate
        return False
    change = phrases[1]
    changes = change.modifier("up") or change.modifier("down") or change.core.kind == "half"
    tied = [node.text for node in first.trail] == ["の"] and not change.lead
    return tied and first.is_measure and not first.modifiers and bool(changes)


def _check_several(phrases: list[Phrase]) -> None:
    """Refuse several numbers in a sentence, which may stand for anything."""
    _check_multipliers([phrase.core for phrase in phrases])
    second = phrases[1]
    for phrase in phrases:
        links = [node for node in phrase.trail if node.kind != "group"][:1]
        if phrase is not phrases[0]:
            links += [node for node in phrase.lead[:2] if node.kind != "period"][:1]
        tied = any(node.kind == "word" and _PARTICLE.match(node.text) for node in links)
        if tied and links[0].text == "の" and is_base(phrase, phrases):
            tied = False
        words = (node for node in (*phrase.lead, *phrase.trail) if node.kind == "word")
        if tied or any(_SENTENCE.search(node.text) for node in words):
            raise CellFault("several-numbers", second.start, second.end)
