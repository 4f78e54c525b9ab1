"""Verbs by which names say what people do well, or badly, in the forms that clauses have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from kpikit.language.words import Words, having

__all__ = ["ABLE", "BADLY", "EXPECTED", "WELL", "Verbs", "able", "done", "unable", "undone"]


#: Verbs as a dictionary has them. Of those with the feature ``five`` the last letter changes (学ぶ,
#: 学ばない), those with ``one`` lose it (訪れる, 訪れない).
Verbs: TypeAlias = "tuple[Words, ...]"

#: Good to do, whatever it is done to, unless that is some harm.
WELL: Final[Verbs] = (
    Words(
        "学ぶ 泊まる 立ち寄る 足を運ぶ 集う 楽しむ 親しむ 触れ合う 語り合う 話し合う 励まし合う 学び合う 教え合う 認め合う 支え合う 助け合う 見守る つなぐ つながる 役立つ 済む 終わる 間に合う 行き渡る 整う 磨く 歩く 泳ぐ 耕す 生かす 活かす 守る 譲る 手伝う 話を聞く 語り継ぐ 受け継ぐ 身につく 身に付く 取り戻す 立ち直る",
        "five",
    ),
    Words(
        "差し伸べる 訪れる 訪ねる 引き受ける 決める 支える 助ける 済ませる 終える 仕上げる 確かめる 整える 打ち明ける 教える 育てる 出迎える 伝える 鍛える 通い続ける 住み続ける 働き続ける 学び続ける 乗り越える",
        "one",
    ),
)
#: What it is good to be able to do, and bad not to be.
ABLE: Final[Verbs] = (
    Words(
        "払う 支払う 入る 買う 通る 行く 乗る 取る 持つ 思う 話す 休む 働く 会う 選ぶ 眠る 歩く 通う 泊まる 頼む 読む 書く 動く 住む 暮らす 過ごす 戻る 帰る 守る 学ぶ 遊ぶ 楽しむ 使う 頼る 申し込む 聞き取る 読み取る 見いだす 逃げ切る ついていく 就く 断る 集まる 踏み出す 取り組む 言う",
        "five",
    ),
    Words("見つける 得る 続ける 答える 集める", "one"),
)
#: What is wanted to come about, so that it is bad where it does not.
EXPECTED: Final[Verbs] = (
    Words(
        "決まる 見つかる 届く 備わる 追いつく 定まる 行き届く 伝わる 根付く 進む 立つ 鳴る 続く 手に入る",
        "five",
    ),
    Words(
        "足りる",
        "one",
    ),
)
#: Bad to do, or to come about, whatever it is of.
BADLY: Final[Verbs] = (
    Words(
        "失う 逃す 見逃す 見落とす 聞き逃す 偏る 迷う 怠る サボる 損なう 滞る 落ち込む ためらう 転ぶ 困る 傷つく 見過ごす 拒む 苦しむ 殴る 怒鳴る しぶる 渋る 嫌がる 散らかる 閉じこもる 引きこもる",
        "five",
    ),
    Words(
        "忘れる 遅れる 途切れる 腐る 枯れる 崩れる 潰れる 壊れる 倒れる 漏れる 途絶える 疲れる 溺れる 傷つける 衰える",
        "one",
    ),
)
#: The last letter → what stands for it before ない, before る of what can be done, and before て.
_CHANGES: Final = {
    "う": ("わ", "え", "って"),
    "く": ("か", "け", "いて"),
    "ぐ": ("が", "げ", "いで"),
    "す": ("さ", "せ", "して"),
    "つ": ("た", "て", "って"),
    "ぶ": ("ば", "べ", "んで"),
    "む": ("ま", "め", "んで"),
    "る": ("ら", "れ", "って"),
}
_PAST: Final = {"て": "た", "で": "だ"}
_NOT: Final = ("ない", "なかった")
_NEVER: Final = ("ことがない", "ことのない", "ことがなかった")


#: A verb (学ぶ), and it before ない (学ば), before る of what can be done and of what others do (学べ,
#: 学ばれ), and before いる (学んで).
_Stems: TypeAlias = "tuple[str, str, str, str, str]"


def _stems(verbs: Iterable[Words]) -> Iterator[_Stems]:
    for verb in having(verbs, "five"):
        stem, (negative, able, going_on) = verb[:-1], _CHANGES[verb[-1]]
        undone = stem + negative
        yield verb, undone, stem + able, f"{undone}れ", stem + going_on
    for verb in having(verbs, "one"):
        stem = verb[:-1]
        yield verb, stem, f"{stem}られ", f"{stem}られ", f"{stem}て"


def done(verbs: Iterable[Words]) -> frozenset[str]:
    """Return the forms of what is done, or can be.

    >>> sorted(done([Words("訪れる", "one")]))[:3]
    ['訪れた', '訪れている', '訪れられた']
    """
    return able(verbs).union(*(_done(*each) for each in _stems(verbs)))


def _done(verb: str, _: str, __: str, passive: str, going_on: str) -> Iterator[str]:
    yield verb
    for each in (going_on, f"{passive}て"):
        yield from (_past(each), f"{each}いる")


def able(verbs: Iterable[Words]) -> frozenset[str]:
    """Return the forms of what can be done.

    >>> sorted(able([Words("学ぶ", "five")]))
    ['学べた', '学べる']
    """
    return frozenset(stem + end for _, _, stem, *_ in _stems(verbs) for end in ("る", "た"))


def undone(verbs: Iterable[Words]) -> frozenset[str]:
    """Return the forms of what is not done, or cannot be.

    >>> {"訪れない", "訪れていない", "訪れたことがない"} <= undone([Words("訪れる", "one")])
    True
    """
    return unable(verbs).union(*(_undone(*each) for each in _stems(verbs)))


def _undone(_: str, negative: str, __: str, passive: str, going_on: str) -> Iterator[str]:
    yield from (negative + end for end in _NOT)
    yield from (f"{going_on}い{end}" for end in _NOT)
    yield f"{passive}ていない"
    yield from (_past(going_on) + end for end in _NEVER)


def unable(verbs: Iterable[Words]) -> frozenset[str]:
    """Return the forms of what cannot be done.

    >>> sorted(unable([Words("学ぶ", "five")]))
    ['学べていない', '学べない', '学べなかった']
    """
    ends = (*_NOT, "ていない")
    return frozenset(stem + end for _, _, stem, *_ in _stems(verbs) for end in ends)


def _past(going_on: str) -> str:
    return going_on[:-1] + _PAST[going_on[-1]]
