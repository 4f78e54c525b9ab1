"""Forms of words that tell whether a phrase describes the noun that it ends in.

週1回以上運動する者 are those who do so, and the number is theirs; 10回以上開催して参加者 is something
that is done, and something else.
"""

from __future__ import annotations

from typing import Final

from kpikit.language.pattern import pattern

__all__ = ["GOING_ON", "describes", "is_described"]

#: What goes on with what was done, behind its name: 取得|した職員, 確保|のため.
GOING_ON: Final = pattern("(?:[すしさ]|のため)[ぁ-ゖ]*")

#: A word in kanji, and the hiragana behind it; を is always one by itself.
_WORD: Final = pattern("([^ぁ-ゖ]*)(を|[ぁ-ゑん-ゖ]+)")
#: How what stands before a noun ends to describe it: 運動した, 多い, 健康な.
_DESCRIBING: Final = pattern(
    "(?:[るうすむぶぐぬなた]|んだ|(?<![多高早深近遠良広無なよ])く|(?<![ずつい])つ|[なしたさきか]い"
    "|[高低多少長短強弱若古遠近良悪無深浅広狭軽重速早遅安厚薄太細暑寒]い)$"
)
#: What leads on to a verb: a particle, or a verb that another follows: 以上で, 集めて, 開催とし.
_LEADING: Final = pattern(
    ".*[がをにでへ]|.*(?<!また)(?<!もしく)(?<!あるい)は|.*(?<!ど)も|.*(?:まで|から|より)"
    "|.*[ぁ-ゖ]て|.*[とに]し|.*(?:ながら|つつ|ずつ|たり|まま|ため|ず)"
)
#: Verbs that only stand between a noun or a number and what it is to another: に対して, を超えて働く.
_LINKS: Final = tuple(
    "とし として 対し 対して 関し 関して 応じて 通じて 向けて 基づいて ついて よって おいて にて "
    "超えて 越えて 上回って 下回って".split()
)
#: Verbs that end in one letter of hiragana, and what ends so and is a noun: 見て, 子育て.
_LETTER: Final = "て"
_NOUNS: Final = tuple("育て 建て 立て 当て 捨て 充て".split())
#: The last letter of a verb that another follows, which may be that of a noun too: 行い, 見守り.
_OPEN: Final = frozenset("いきぎしちびみりえけげせねべめれ")
#: What binds a noun to the next.
_OF: Final = "の"
#: What a phrase ends in that may say of whom a value is however much stands before it.
_SHARES: Final = ("率", "割合")


def describes(phrase: str) -> bool:
    """Return whether a phrase describes the noun that it ends in.

    Where one verb follows another, only the name of a share says that both do.

    >>> describes("以上運動する者の割合"), describes("以上開催して参加者")
    (True, False)
    >>> describes("以上運動して健康な者"), describes("以上運動して健康な者の割合")
    (False, True)
    >>> describes("を超えて働く"), describes("以上運動する子ども")
    (True, True)
    >>> describes("以上集めて"), describes("以上の住戸の2階建て住宅")
    (False, True)
    """
    is_open = is_bound = is_joined = False
    for part in _WORD.finditer(phrase):
        word, ending = part.groups()
        if _DESCRIBING.search(word + ending):
            is_open, is_bound = False, True
        elif part.end() == len(phrase) and not ending.endswith(_LETTER):
            break
        elif _leads_on(word, ending):
            is_open = True
            is_joined = is_joined or _is_verb(word, ending)
        elif ending in _OPEN and word and not is_bound:
            is_open = is_joined = True
        is_bound = is_bound or ending.endswith(_OF)
    return not is_open and (not is_joined or phrase.endswith(_SHARES))


def is_described(phrase: str) -> bool:
    """Return whether a verb or an adjective describes the noun that a phrase ends in.

    >>> is_described("指導した事業所数"), is_described("参加者の数")
    (True, False)
    """
    return any(
        _DESCRIBING.search(part[0]) is not None
        for part in _WORD.finditer(phrase)
        if part.end() < len(phrase)
    )


def _leads_on(word: str, ending: str) -> bool:
    """Whether a verb is to follow a word."""
    if ending == _LETTER:
        return not (word + ending).endswith(_NOUNS)
    return _LEADING.fullmatch(ending) is not None


def _is_verb(word: str, ending: str) -> bool:
    """Whether a word that leads on to a verb is one itself."""
    return ending.endswith((_LETTER, *_OPEN)) and not (word + ending).endswith(_LINKS)
