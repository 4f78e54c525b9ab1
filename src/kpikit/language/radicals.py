"""Characters that a document holds in place of the one that is drawn alike.

Programs that write PDF files look for a character by its picture, and find the radical ⺠ where
民 was typed, or the hyphenation point ‧ where it was the middle dot ・.
"""

from __future__ import annotations

from typing import Final
from unicodedata import normalize

__all__ = ["RADICALS", "typed"]

#: The supplement of radicals, as Unicode equates them with ideographs.
_SUPPLEMENT: Final = "⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
_IDEOGRAPHS: Final = "厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒㓁冗羊耂肀聿肉艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
#: Radicals of the other block whose Japanese ideograph is another than the one Unicode names.
_JAPANESE: Final = {"⼾": "戸"}
#: Signs that are drawn alike.
_SIGNS: Final = {"‧": "・", "∙": "・", "⋅": "・", "∕": "/", "⁄": "/"}

#: Radical → ideograph, of both blocks.
RADICALS: Final = {
    **{radical: normalize("NFKC", radical) for radical in map(chr, range(0x2F00, 0x2FD6))},
    **_JAPANESE,
    **dict(zip(_SUPPLEMENT, _IDEOGRAPHS, strict=True)),
}
_TYPED: Final = {ord(drawn): typed for drawn, typed in {**RADICALS, **_SIGNS}.items()}


def typed(text: str) -> str:
    """Return a text of a document as it was typed.

    >>> typed("市⺠の⻭科健診‧受診率（%∕年）")
    '市民の歯科健診・受診率（%/年）'
    """
    return text.translate(_TYPED)
