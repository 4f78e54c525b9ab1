"""Patterns of names that say which way is better, made of the table of nouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kpikit.language.nouns import (
    AGENTS,
    ALIKE,
    AMOUNTS_SPENT,
    BAD_ACTS,
    BAD_FEELINGS,
    BODIES,
    CALLED,
    CALLED_OUT,
    CHERISHED,
    COPING,
    COSTS,
    CUT,
    DISPOSABLE,
    DWELLINGS,
    ENDED,
    ERRANDS,
    FEELINGS,
    FORGONE,
    HANDLED,
    HARM,
    HEAD_NOUNS,
    HELP,
    LEAVING,
    LISTED,
    MEASURES,
    NEEDED,
    OFFERED,
    OWN_NOUNS,
    PESTS,
    PLACES,
    PREJUDICES,
    RUNNING,
    SAVED,
    SCARCE,
    SOUGHT,
    SWINDLES,
    TAKEN,
    UNEARTHED,
    UNSOUGHT,
    USED_AGAIN,
    USED_UP,
    VEHICLES,
    WAITED_FOR,
    WASTE,
    WORTH_SPENDING,
    Noun,
)
from kpikit.language.nouns import DOING as _DOING
from kpikit.language.nouns import GOODS as _GOODS
from kpikit.language.nouns import MORE as _MORE
from kpikit.language.words import NOUN, either, having, inline

__all__ = [
    "ABOVE",
    "ABSENT",
    "ACCEPTING",
    "AGED",
    "AGREED",
    "AIMED_DOWN",
    "AIMED_UP",
    "AIMS",
    "AMONG",
    "AMONG_THEM",
    "ANSWER",
    "AREA",
    "ASKED_ABOUT",
    "ASKING",
    "AT_LEAST",
    "BADLY_MARKED",
    "BAD_ACT",
    "BAD_FEELING",
    "BELOW",
    "BODY_LETTERS",
    "BOUGHT",
    "BOUND",
    "BOUNDS",
    "BY_VEHICLE",
    "CARRIED",
    "CARRYING",
    "CHANGED",
    "CLAUSED",
    "CLAUSE_BEFORE",
    "COME_TO",
    "COMPARED",
    "COMPARING",
    "COPED",
    "COPED_WITH",
    "COSTING",
    "COST_NOUNS",
    "COUNTED",
    "DISCARDED",
    "DISLIKED",
    "DOING",
    "DONE",
    "DUG",
    "ENDS",
    "EXCEEDING",
    "FALL",
    "FALLEN",
    "FATHERS",
    "FELT",
    "FEWER",
    "FORESEEN",
    "FORETOLD",
    "FORMULA",
    "GOODS",
    "GOOD_CLAUSES",
    "GROWING",
    "GROWN",
    "GROWN_LESS",
    "GROWN_MORE",
    "HALF_REMARK",
    "HANDLING",
    "HARMED",
    "HARMFUL",
    "HARMLESS",
    "HARMS",
    "HARM_COUNTED",
    "HELD_DOWN",
    "HELD_UP",
    "HELPING",
    "HOURS",
    "ILLS",
    "INFEST",
    "INFESTED",
    "INNER_REMARK",
    "IN_CLAUSES",
    "IN_DANGER",
    "IRREGULAR",
    "KEPT_FROM",
    "KNOWN",
    "LEFT",
    "LEFTOVERS",
    "LESS",
    "LEVELLED",
    "LEVELS_OF",
    "LISTED_WITH",
    "LONGER",
    "LOOKED_FOR",
    "MARKING",
    "MISSING",
    "MORE",
    "NEGATED",
    "NEITHER",
    "NO",
    "NONE_LEFT",
    "NOTE",
    "NOT_FELT",
    "NOT_GROWN",
    "NOUGHT",
    "NOUNS_OF_BODIES",
    "OF",
    "OF_AGENT",
    "OF_ANY_BODY",
    "OF_BODIES",
    "OF_MEASURE",
    "OF_TWO",
    "ON_ERRANDS",
    "OPENED",
    "OPPOSED",
    "OVER",
    "PAID",
    "PER_UNIT",
    "POPULATION",
    "PREJUDICED",
    "PUT_RIGHT",
    "QUALIFIED",
    "QUALIFYING",
    "QUOTED",
    "RANGES",
    "RATE",
    "RATIO",
    "RECURRING",
    "REDUCED",
    "REFUSED",
    "REMOVED",
    "REMOVED_AGAIN",
    "REPROACHED",
    "RUN",
    "SAVING",
    "SERVED",
    "SERVING",
    "SHARE",
    "SHARES",
    "SOURCE",
    "SPANS",
    "SPARED",
    "SPARING",
    "SPELLINGS",
    "SPENT",
    "SPREAD",
    "STANCES",
    "STAR",
    "STATED",
    "STATED_COUNT",
    "STATES",
    "STATISTIC",
    "STATISTICS",
    "STAY",
    "STOPPING",
    "SUFFERED",
    "SUPPLIED",
    "SWINDLED",
    "TAKEN_OF",
    "TAKING",
    "THERE",
    "THRIVE",
    "THRIVING",
    "TITLE",
    "TOO_LONG",
    "TURNED_BEFORE",
    "TWO_SIDED",
    "UNCONCERNED",
    "UNDER",
    "UNDERGONE",
    "UNDER_AVERAGE",
    "UNDONE",
    "UNFINISHED",
    "UNKNOWN",
    "UNREALISED",
    "UNWANTED",
    "VICTIMS",
    "WANTED_TOO",
    "WELL_MARKED",
    "WHOLE",
    "WITHIN",
    "WOMEN",
    "WOMEN_COUNTED",
    "WORTHWHILE",
    "YET",
]


def _of(nouns: Iterable[Noun], *features: str) -> tuple[str, ...]:
    """Return the nouns of the rows that have these features, told in this order, and no other."""
    told = " ".join(features)
    return tuple(word for each in nouns if each.features == told for word in each.words.split())


def _spelled(nouns: Iterable[str]) -> frozenset[str]:
    """Return nouns with those that are the same in another spelling."""
    text = f" {' '.join(nouns)} "
    for parts in (row.split() for row in ALIKE):
        text += " ".join(other for part in parts for other in _alike(text, part, parts)) + " "
    return frozenset(text.split())


def _alike(text: str, part: str, parts: Iterable[str]) -> Iterator[str]:
    """Yield the words of a text that have a part, with it spelled in its other ways."""
    start = text.find(part)
    while start >= 0:
        end = text.index(" ", start)
        word = text[text.rindex(" ", 0, start) + 1 : end]
        own = max((each for each in parts if each in word), key=len)
        yield from (word.replace(own, other) for other in parts)
        start = text.find(part, end)


# -- words ---------------------------------------------------------------------------------------

#: Nouns that names end in, where less is better, and where more is.
LESS: Final = _spelled(_of(HEAD_NOUNS, "less"))
MORE: Final = _spelled(_of(HEAD_NOUNS, "more"))
#: Nouns of which neither is better of all.
NEITHER: Final = _spelled(_of(HEAD_NOUNS, "neither"))
#: Nouns of harm, which is better the less of it is counted.
HARMS: Final = _spelled(_of(HARM, "less"))
#: What is better not thought.
PREJUDICED: Final = frozenset(PREJUDICES.split())
#: Those that somebody has or feels, and all words of harm.
FELT: Final = PREJUDICED.union(HARMS, _spelled(_of(HARM, "beside", "felt")))
HARMFUL: Final = FELT.union(_spelled(_of(HARM, "beside")))
#: Verbs of doing and using, and those that say so in a clause only.
DOING: Final = _spelled(_of(_DOING, "more"))
IN_CLAUSES: Final = _spelled(_of(_DOING, "more", "clause"))
#: What is wanted to be there, and states and materials that are.
STATES: Final = _spelled(_of(_GOODS, "more", "state"))
GOODS: Final = STATES.union(_spelled(_of(_GOODS, "more")))
#: Verbs of what is done about some harm.
HANDLING: Final = frozenset(f"{ENDED} {HANDLED}".split()) - {"改善"}
_SENSES_OF_BODIES: Final = tuple(
    (body, sense == "less", _of(HEAD_NOUNS, sense, body))
    for body in ("town", "company")
    for sense in ("less", "more")
)
#: Noun → kind of body → whether less is better of it.
OF_BODIES: Final = {
    noun: {body: is_less for body, is_less, own in _SENSES_OF_BODIES if noun in own}
    for noun in (word for *_, own in _SENSES_OF_BODIES for word in own)
}
#: Word of a title or a name → the kind of body that it is of.
OF_ANY_BODY: Final = {word: body for body in ("town", "company") for word in having(BODIES, body)}
#: Kind of body → nouns of which only such a body has an indicator.
NOUNS_OF_BODIES: Final = {body: having(OWN_NOUNS, body) for body in ("town", "company")}
#: The letters that these begin with: most texts have none of them.
BODY_LETTERS: Final = frozenset(word[0] for word in OF_ANY_BODY)

# -- pieces --------------------------------------------------------------------------------------

_AGENT: Final = either(AGENTS)
_PLACE: Final = either(PLACES)
#: What is measured, as a name ends in it.
_MEASURE: Final = f"総?{either(*(row.nouns for row in MEASURES), '隻数 延長 日数 金額 本数 棟数 箇所数 冊数 材積 点数 校数 社数 店数 区画数 世帯数 地区数 地点数 集落数 路線数 橋数 井戸数 組数 匹数 羽数 人口')}"
OF_MEASURE: Final = f"の?(?:推計|推定)?{_MEASURE}$"
_COUNT: Final = either(
    "頻度 数 回数 件数 人数 人員 者数 枚数 部数 日数 台数 戸数 基数 本数 頭数 棟数 箇所数 か所数 ヶ所数 カ所数 ヵ所数 区画数 校数 園数 隻数 社数 店数 隻数 点数 冊数 個数 組数 灯数 編数 曲数 作品数 単位数 口数 時間数 コマ数 種数 尾数 部屋数 区間数 語数 株数 羽数 床数 席数 室数 面数 便数 "
    "量 面積 延長 容量 率 割合"
)
_SPAN: Final = either("想定 総 延べ 延 実 新規 年間 累計 平均 合計")
_WHO: Final = either(
    "構成員 少年 人員 該当 空き家 空家 事例 申立 申立て 申し立て 児 者 高齢者 児童 生徒 世帯 人 子ども 子供 若者 学生 高校生 中学生 小学生 園児 幼児 乳児 妊婦 妊産婦 母親 父親 保護者 女性 男性 職員 教職員 教員 従業員 労働者 就業者 市民 住民 区民 町民 村民 県民 企業 会社 法人 事業者 事業所 公営企業 局 測定局 検体 箇所 か所 校 施設 車両 台 隻 店舗 住宅 家屋 発生 出現 確認 残存 該当者 リスク者 リスク該当者 リスク保有者 リスク 傾向の者 発症者 患者 井戸 搬送 救急搬送 居住 対象物 運転 行為 事案 地点 人口 橋 橋梁 トンネル 管路 建物 建築物 設備 機器 木 物件 区間 路線 地区 区域 地域 集落 学級 水域 海域 河川 職場 事業場 家賃 税 料金 債権 資料 図書"
)
_OFTEN: Final = either(
    "毎日 ほぼ毎日 毎朝 毎食 毎食後 毎週 毎月 日常的に 積極的に 定期的に 習慣的に 主体的に 自主的に 進んで 日頃から 普段から 計画的に 継続的に 適切に 意識的に 常に いつも よく"
)
_DONE: Final = (
    f"(?:(?:した)?(?:こと|経験)?[のが]あ(?:る|った)|(?:を?する)?の?(?:予定|意向|意思|意欲|考え)[のが]あ(?:る|った)|[をにがと]?{_OFTEN}?(?:た|く|い(?:た|て(?:いる|おり))|認め(?:る|た|ている)|つなが(?:る|った|っている)|済みの?|済の?|む|る|う|する|した|し|できる|できた|し?て(?:いる|いた|おり)|できている|され(?:た|ている)|させ(?:た|る|ている)|られ(?:た|る|ている)|んでいる|んだ|でいる|"
    "って(?:いる|いた)|った|[をに]?(?:行(?:う|った|っている)|受け(?:る|た|ている)|感じ(?:る|た|ている)|[持も](?:つ|った|っている)|[と取](?:る|った|っている)|得(?:る|た|ている)|結(?:ぶ|んだ|んでいる)|有(?:する|した|している)|講じ(?:る|た|ている)|設け(?:る|た|ている)|図(?:る|った|っている|られる|られた)|進め(?:る|た|ている)|終え(?:た|ている)|迎え(?:る|た|ている)|考え(?:る|た|ている)|検討し(?:た|ている)|目指(?:す|している)|希望(?:する|した|している)|決め(?:る|た|ている)|交わ(?:す|した|している)|続け(?:る|た|ている)|深め(?:る|た|ている)|守(?:る|った|っている)))|に至(?:る|った|っている))"
)
_REST: Final = "[^、。]{0,16}$"

# -- names and shares ----------------------------------------------------------------------------

#: A note behind a name, and a mark that there is one.
NOTE: Final = "※"
STAR: Final = "*"
#: Behind a blank what the values are taken from, and who tells it: 出生数 人口動態統計(厚生労働省).
SOURCE: Final = (
    rf"(?<=\S)\s+[^\s()]+{either('統計 調査 計算 年報 集計 集計結果 推計')}[^\s()]*\s*"
    r"\([^()]*[部省庁局課調]\)\s*$"
)
#: A remark in a remark, and one that has lost its end to a note: (民間(30人以上)), (県※知事部局).
INNER_REMARK: Final = r"\([^()]*\)(?=[^()]*\)$)"
HALF_REMARK: Final = r"(?<=.)\([^()]*$"
#: A remark that says how a value is worked out: (転入者数-転出者数).
FORMULA: Final = r"[^\x00-\x7f][-−÷×/=][^\x00-\x7f]"
#: Words at the end of a name that change nothing of what it counts.
STATISTICS: Final = tuple(
    "累計 延べ 年間 平均 合計 実績 平均値 年平均 年平均値 日平均値 1時間値 98%値 75%値 推計 調査".split()
)
STATISTIC: Final = f"(?:の?{either(*STATISTICS)})+$"
#: What a share ends in.
SHARES: Final = tuple("割合 比率 シェア 構成比".split())
#: A share, of what it is one, without the span that it is told for.
SHARE: Final = rf"(?P<of>.+?)(?:の?[月年日]ごと|が占める)?(?:の?{either('数量 金額 重量')}(?:ベース)?)?の?(?:全国|国内)?{either(*SHARES)}$"
#: What stands before what a share is of: 来館者数に対する利用件数.
WHOLE: Final = (
    f".*{either('のうち、 のうち うち、 うち に占める における に対する に対して に対し')}"
)
#: What takes a share of something else: 困難事案が全搬送に占める割合.
TAKEN_OF: Final = "に占める"
TAKING: Final = f"(?P<of>[^、。]+)が[^、。が]+{TAKEN_OF}{either(*SHARES)}$"
#: Those of whom something is told: 入所者のうち、地域生活への移行者数.
AMONG: Final = "のうち、"
#: Of a count, which is no share of them, a comma is not needed.
AMONG_THEM: Final = AMONG.removesuffix("、")
#: How the name of a ratio ends.
RATIO: Final = "比率"
#: Two things, of which neither is the one that is better: 日帰り客と宿泊客の比率.
OF_TWO: Final = f"{NOUN}と(?:の?[^、。がをに]*の)?{NOUN}+の?比率?$"
#: Between the two of a ratio, of which the first counts: 企業債残高対給水収益比率.
OVER: Final = "(?<![絶反相敵])対(?![象策応話立面抗処価外内人照])"
#: Women in office, which they may hold in a body.
_OFFICES: Final = either(
    "委員 管理職 職員 教員 議員 役員 代表者 役職者 リーダー 校長 管理職登用 候補者 参画 会長 理事 警察官 吏員 団員 隊員 防災士 係長 課長 部長 技術者 研究者 経営者 起業家 農業者 自治会長 教授 医師"
)
#: And how many of them there are: 女性農業委員の人数.
WOMEN_COUNTED: Final = f"女性の?{NOUN}{{0,6}}?{_OFFICES}(?:の?(?:人数|数|割合))$"
WOMEN: Final = f"女性|.*女性の?(?:市|町|村|県|都|府|道|区)?(?:議会)?{NOUN}{{0,6}}?{_OFFICES}|.*女性の?(?:管理職|役員)がいる.*"

#: Men at home.
FATHERS: Final = f".*{either('男性 夫 父 父親')}.*{either('家事 育児 介護')}.*時間"

#: A bound in what is counted: 待ち時間1時間以上の患者, 時間外勤務が月45時間を超える職員.
BOUND: Final = r"(?:1?[年月週日](?:間|平均|に)?)?\d[\d.,]*[^\d、。がはをの]{0,6}?"
_MEASURED_BY: Final = f"(?P<of>[^、。]{{2,}}?)[がはを]?{BOUND}"
ABOVE: Final = f"{_MEASURED_BY}(?:以上|を?超|を?上回)[^、。]*"
#: The words of bounds, one of which stands where there is one.
BOUNDS: Final = tuple("以上 超 上回 以下 以内 未満 下回".split())
#: One that takes nothing from what is done: 家庭学習を1時間以上する児童.
AT_LEAST: Final = f"{BOUND}以上(?!の?[者人])"
BELOW: Final = f"{_MEASURED_BY}(?:以下|以内|未満|を?下回)[^、。]*"
#: Those of whom something lies within two bounds: 睡眠時間が6~9時間の者.
WITHIN: Final = rf"(?P<of>[^、。]{{2,}}?)[がはを]?{BOUND}(?:[~〜]|以上)\d[\d.,]*[^\d、。がはをの]{{0,6}}(?:未満|以下|以内)?の[^、。]*"
#: One of these stands where there are two bounds.
RANGES: Final = ("~", "〜", "以上")
#: What is bad when it is too much and when it is too little.
TWO_SIDED: Final = ("BMI",)
#: The unit of what takes too long, and a bound of it from above.
HOURS: Final = "時間"
LONGER: Final = "以上|を?超|を?上回"
_SCREEN: Final = "(?:スマートフォン|スマホ|携帯電話|テレビ|ゲーム|メディア|ネット(?!ワーク)|SNS)"
#: Those who work for so many hours, and those who sit before a screen for any.
TOO_LONG: Final = (
    rf"(?:週(?:間|平均)?の?(?:4[5-9]|[5-9]\d|1\d\d)|月(?:間|平均)?の?(?:4[5-9]|[5-9]\d|1\d\d)|年間?の?(?:3[6-9]\d|[4-9]\d\d|[12],?\d{{3}}))時間(?:以上|以下|以内|未満|を?超|を?上回|を?下回)[^、。]*{either('労働 勤務 働 就業 残業 雇用 従業 医師 教員 教諭 教職員')}",
    r"座[っる位][^、。]{0,8}\d時間(?:以上|以下|以内|未満|を?超)|\d時間(?:以上|以下|以内|未満|を?超)[^、。]{0,6}座[っる位]",
    rf"(?<!学習){_SCREEN}[^、。]{{0,16}}\d時間(?:以上|以下|以内|未満|を?超)|\d時間(?:以上|以下|以内|未満|を?超)[^、。]{{0,8}}{_SCREEN}",
)

# -- what turns a sense round --------------------------------------------------------------------

#: A change that somebody makes of something bad, and one that comes about.
REDUCED: Final = f"{either(CUT.replace('減少', '').replace('低下', ''))}{_MEASURE}$"
FALLEN: Final = f"(?P<of>.*?)の?{either('減少 低下 縮小')}{_MEASURE}$"
GROWN: Final = f"(?P<of>.*?)の?{either('増加 増大 拡大 上昇 向上 伸び')}{_MEASURE}$"
#: What somebody has saved, in a clause: 削減した業務時間.
SAVING: Final = f"{either(SAVED)}(?:した|された|できた)(?!{NOUN}*{either(OFFERED)}){NOUN}*?{either('時間 時間数 額 金額 経費 費用 コスト 量')}$"
#: Of these a remark may tell what there is, and not how it has changed: 入所者削減数(入所者数).
CHANGED: Final = (REDUCED, f"^{FALLEN}", f"^{GROWN}")
_UP: Final = either(_MORE.replace("向上", "伸び"))
_DOWN: Final = either("減少 減 低下 縮小")
_HOLDING: Final = "抑制 抑止 抑える 鈍化 防止 阻止 緩和 食い止め"
_HELD: Final = f"[のを]?{either(_HOLDING)}$"
_LEVEL: Final = "(?:割合|率|数|者|面積|量|額|度|単価|平均値|平均点)"
#: The words that the aims end in.
AIMS: Final = tuple(f"{CUT} {_MORE} {_HOLDING}".split())
#: A rise, or a fall, that is to be held: 割合の増加の抑制, 加入率の低下の防止. The fall of what is
#: no level may itself be what is counted: 社会減の抑制.
HELD_DOWN: Final = f".+{_UP}{_HELD}"
HELD_UP: Final = f".*{_LEVEL}の?{_DOWN}{_HELD}"
#: A fall, which is no number that may be held.
FALL: Final = f"{_DOWN}$"
#: Which way a number is to go, as a name has it: 参加者の増加, 有病率の減少.
AIMED_UP: Final = f"(?P<of>.*(?:{_LEVEL}|{_AGENT}))の{either(_MORE)}$"
AIMED_DOWN: Final = f"(?P<of>.+)の{either(CUT)}$"
#: A word that takes the sense from a noun behind it: 非正規雇用者数, 未登録者数.
TURNED_BEFORE: Final = (
    f"(?:誤|非|不|無|未|再|(?<![削低軽縮加増節])減|{either('合流式下水道 下水 未処理下水 汚水 不正 不法 違法 無断 無許可 誤認 虚偽 悪質 迷惑 不審 過剰 流出 非正規 離職 退職 休職 失踪 死亡 転出 廃業 倒産 撤退 閉鎖 閉館 廃止 中止 休止 運休 欠航 欠便 滞留 停滞 解約 除名 除籍 期限切れ 取消 取り消 解散 無効 棄権 返品 赤字 違反 滞納 不足 空き 放置 遊休 荒廃 老朽')})"
    f"(?:した|している|された|中)?の?(?:{NOUN}{{1,4}}・)?$"
)
#: What goes on, or comes to be, of whatever stands before it: 喫煙の継続率, 要介護への移行率.
CARRYING: Final = ("継続", "移行", "到達", "保有", "維持", "設置", "普及")
CARRIED: Final = "(?:状態)?等?(?:への|の)?$"
#: What is not as it should be, before what is counted in it: 認可外保育施設の入所児童数.
IRREGULAR: Final = "(?:認可外|無認可)[^、。]*$"
#: Unless it is told how many of them are as they should be: 認可外保育施設の基準適合率.
RATE: Final = "率"
#: A list that goes on behind a harm: 苦情・意見件数.
LISTED_WITH: Final = f"等?(?:・|{LISTED})(?:{NOUN}{{1,4}}(?:・|{LISTED}))?$"
#: What is done to something bad, so that a word before it turns nothing: 違反の是正率.
PUT_RIGHT: Final = tuple(f"{ENDED} {HANDLED} 検挙".split())
#: What lies where it is in danger: 浸水想定区域内の避難所数.
IN_DANGER: Final = f"{either('浸水 危険 災害 津波 警戒 空白')}[^の]{{0,8}}{either('区域 地域 地区 エリア 箇所')}内?の?$"
#: Who lives where it is in danger, and in what: 警戒区域内の住宅戸数.
ENDANGERED: Final = f"{IN_DANGER.removesuffix('$')}{either(DWELLINGS)}の?{_MEASURE}$"
#: What a clause or a bound before a noun ends in.
QUALIFYING: Final = "(?:(?<!よ)(?<!おけ)(?<!係)(?<!かか)(?<!関す)(?<!対す)[たるうく]|ない|[し悪良高低多少弱強]い|(?:以上|超|未満|以下|以内)の?)$"
#: Fewer than so many of what is counted in it; below an age or a time is no such bound.
FEWER: Final = r"\d[^\d歳才年月日]{0,4}(?:未満|以下)の?$"
EXCEEDING: Final = "(?:超の|超える|超えた|超えている|上回る|上回った)$"
#: What has come about of a harm, as a clause has it: 死亡した従業員, 休職中の医師.
UNDERGONE: Final = (
    "(?:[をにがと]?(?:し(?:た|ている)|され(?:た|ている)|(?:遭|あ|至|な|陥|かか)った)(?:(?:こと|経験)[がの]ある)?|"
    "[のがを]?(?:ある|あった|多い|抱える|抱えた|発生した|生じた|起きた))$"
)
#: How the table would spell a name, where it has a word: 紙の使用枚数, 到着平均時間, 防災士の人数, PM2.5の濃度.
SPELLINGS: Final = (
    ("の", "", "の"),
    ("の?平均", "", "平均"),
    ("年間", "", "年間"),
    ("の?年間の?(?=件数|回数|人数)", "", "年間"),
    ("の?年度末の?", "", "年度末"),
    ("の?人数$", "数", "人数"),
    ("の?[実現]員数$", "数", "員数"),
    ("金額$", "額", "金額"),
    ("の?濃度$", "", "濃度"),
    ("等(?=(?:件|者|総)?[数額率量]$)", "", "等"),
    ("の?新規の?", "", "新規"),
    ("の?1(?:人|世帯|戸|日|人1日|世帯1日)当たりの?", "", "当たり"),
    ("[「」!]", "", "「"),
)
#: How long, or for how many, something is told between what it is of and its noun, which tells
#: nothing: の年間, の月平均, の1日当たり.
SPANS: Final = rf"の(?:(?:1?(?:年|月|週|日)(?:間|平均)|年度末|月末|(?<![員士師官長者手医ー]の)(?:1?人)?\d*[^\d、。のがはを]{{1,5}}?(?:当たり|あたり|当り)(?:年間|月間|1日)?|{either('総 延べ 平均 推計 推定 想定 合計')})の?){{1,3}}(?={NOUN})"
#: A word that says no.
_FINE: Final = "".join(
    f"(?<!{each})"
    for each in "少 抵抗が 抵抗感が 抵抗は いけ 否定でき 壊れ 倒れ 取り残さ 切れ目の 切れ目 途切れ 問わ つ の段差の 段差が 段差の 絶え間 無理の 支障の 障壁の かけがえの".split()
)
NEGATED: Final = f"{_FINE}ない|なかっ|なく|(?<!恐れ)(?<!問わ)(?<!困ら)(?<!迷わ)(?<!忘れ)(?<!遅れ)(?<!待た)(?<!あきらめ)(?<!諦め)(?<!休ま)(?<!残さ)(?<!欠かさ)ず[、に]|未(?!来|就学|就園|満)|不(?!動産|燃|妊|便|満|安|定期|特定)|非(?!常|構造)|無(?!電柱|線|料|料化|形)|反対|(?:や|辞)め[たるて]|断念|諦め|あきらめ|以外の(?=使用|利用|供給)|要(?=ケア|訓練|指導|観察|確認|点検|検査|処置)"
#: Harm that is looked for, so that more of it may be found: いじめの認知件数.
LOOKED_FOR: Final = f"{either('いじめ 虐待')}の?$"
#: A clause before a harm: 支援を受けた不登校児童; 発生した事故 is none.
QUALIFIED: Final = "(?<!でき)(?<!可能であ)(?<!漏え)(?<!とす)(?<!とな)(?<!にな)(?<!起因す)(?<!関係す)(?<!関与す)(?<!由来す)(?<!伴)(?<!絡)(?<!絡んでい)(?<!関わ)(?<!生じ)(?<!遭っ)(?<!あっ)(?<!発生し)(?<!起き)(?<!起こし)(?<!よ)(?<!おけ)(?<!係)(?<!かか)(?<!関す)(?<!対す)[たるい](?:[^\\W0-9A-Za-z_ぁ-ゖ]{1,4}な)?$"
#: Harm that is met is none: 事故防止, 虐待対策.
HARMLESS: Final = f"(?:受給)?(?:者|世帯|児)?等?(?:からの?|の|に(?:対する|関する|係る|関わる|ついての)|への)?(?:(?=(?:分け方|出し方|減らし方)[をにがのは])|を(?:{either('減らす なくす 無くす 防ぐ 抑える 減らそう なくそう 防止する 予防する 解消する 抑制する 削減する')}(?:ため(?!の)|よう|(?:ための?|と)?(?={either('取組 取り組み 工夫 活動 行動 運動 努力 対策 研修 講座 授業 講習 教室 学習')}))|恐れ(?:ず|ない)(?:に|で)?|(?:活用|利活用|改修|再生|転用|解体|除却)し(?:(?=たい)|た(?!い)|て))|(?:が|の|も|は)?な(?:く|しに|しで)(?!な)|(?:と[^、。]{{0,4}}され|にな[っり]|があ[っり]|を抱え|にかか[っり])て?も|から(?=[^、。]{{1,8}}(?:できるように|戻|復帰|回復|抜け出|脱却))|(?<=心肺停止)(?:の?傷病者)?|(?<=目撃)(?:した|された|のあった)心肺停止(?:の?傷病者)?|時(?:等)?(?:に|の|でも)|(?<=危険)物|(?<=がん)ば|(?=検診|健診)|(?=出しの?(?:ルール|マナー|決まり)|の?水切り|を分別)|(?<=一時停止)|(?<=低公害)車|を(?:感じ|覚え|抱え)て(?!い)|(?=の?自己(?:触診|検診))|(?<=DV)D|支援(?=を|事業|員|計画|体制|センター|団体|ネットワーク|サービス)|{either('傷病者に 傷病者へ 患者へ 被害者へ 被災者へ 負傷者に 患者に 被害者に 被災者に サポーター チェック 適正化 出前講座 検査 スクリーニング コーディネーター 支援コーディネーター 相談員 支援員 専門員 患者会 防止ネットワーク 団排除 集積所 シェルター 転換 削減 軽減 低減 縮減 抑制 監視 調査 訓練 対応訓練 研修 教室 講座 手続 手続き 講習 講習会 講演会 学習会 勉強会 説明会 セミナー ワークショップ シンポジウム 相談会 協議会 連絡会 見学会 教育 啓発 プログラム パトロール 追放 追放運動 被害者支援 就労 就職 自立 社会復帰 地域生活 地域移行 防止 予防 重症化予防 発症予防 再発予防 発生予防 重症化防止 対策 抑止 解消 撲滅 根絶 廃止 出し支援 収集支援 処理機 処理容器 堆肥化 たい肥化 減量 分別 避難 防除 防災 警報 報知 回収活動 回収事業 清掃活動 駆除活動 除去活動 撤去活動 保険 バンク')})"

# -- clauses -------------------------------------------------------------------------------------

#: What stands behind a harm: むし歯のない者, 犯罪被害にあったことのない人.
ABSENT: Final = f"等?[のがはを]?[ぁ-ん感抱受経験機会]{{0,8}}(?:ない|なかった){_REST}"
#: むし歯のある者, 不安を感じる人.
HARMED: Final = (
    f"等?(?:の{either('電話 メール 訪問 勧誘 連絡 請求 投稿 書き込み')}[をがに])?[のがをにと]?(?:経験[のがを]?|機会[のがを]?)?"
    f"(?:{either('な と判定された と診断された と認定された が起きる が起きた が起きている が起こる が起こった が発生する が出る が出た が出ている ができた ができている が進む が進んだ が進んでいる された されている である であった だった 可能性を否定できない 可能性がある 可能性のある おそれがある おそれのある 該当する 発生している 発生した 生じている 想定される みられる 見られる 継続している 続けている 繰り返す 強く疑われる 疑われる 疑いのある 疑いがある を発症した を発症してから に罹患した にかかった 取得した 取得している 状態にある 状態の にある にあった られる られた られている で働く で働いている として働く を聞いた を見た を見かけた を目撃した であると感じる だと感じる が気になる が気になっている を用いる を用いた を振るう を振るった が著しい が激しい がひどい が深刻な がちな がちである が目立つ が目につく に悩む に苦しむ に遭遇した したい 見込まれる が見込まれる 予想される が予想される が予測される 懸念される が懸念される が心配される が危惧される が想定される 訴える リスクが高い リスクの高い リスクがある リスクのある 悩まされている 悩んでいる 苦しんでいる 見聞きした していた 受けている ある あった あう 遭いそうになった あいそうになった 持たれている 向けられている 遭った いる 有する 受けた 受ける 感じる 感じた 感じている 抱える 抱えている 抱えたまま 抱く 抱いた 抱いている 覚える 覚えた 募らせている 持つ 持っている する した している')}|{either('実施した 実施している 行った 行っている 行われた 行われている')}(?!.*{either('検挙 摘発 指導 通報 是正 逮捕 処分')}))"
    "(?:」?と(?:感じる|感じた|感じ|思う|思った|思っ|答えた|回答した))?(?:(?:こと|経験)[がのを])?(?:障がい|[^、。をにが]){0,16}$"
)
#: Who has come to some harm: 要介護へ移行した者.
COME_TO: Final = f"(?:の?状態)?[へにと](?:移行し|進行し|悪化し|転落し|陥っ|な(?:っ|り)|声を(?:か|掛)けられ|襲われ|つきまとわれ)(?:た|て(?:いる|おり)){_REST}|(?:により|で|のため)(?:救急)?(?:搬送|入院|死亡|通院|休職)(?:され|し)(?:た|て(?:いる|おり)){_REST}"
#: Who keeps from some harm: 飲酒を控えている人.
KEPT_FROM: Final = f"を(?:控え|やめ|止め|減らし|避け)(?:た|て(?:いる|おり)){_REST}"
#: ユニバーサルデザインを知っている人: it may be a harm that is known.
KNOWN: Final = f"(?:(?:知って|(?:認知|理解|把握|認識)して)いる|(?:把握|確認)し(?:て(?:いる|いた)|た(?:こと|経験)[がの]ある)){_REST}"
#: The end of a word that says no.
NO: Final = "な"
#: 美術館に行ったことがある人, and who has not.
_EXPERIENCE: Final = f"{either('について考え 話し合っ 声をかけ 声を掛け 取り組ん 調べ 手伝っ 交流し 見 聞い 読ん 行っ 参加し 利用し 訪れ 触れ 使っ 学ん 体験し')}たことが"
EXPERIENCED: Final = f"{_EXPERIENCE}ある{_REST}"
#: 制度を知らない人.
UNKNOWN: Final = f"(?:(?:知|分か|わか)らない|(?:言葉|名称|名前)を(?:見?聞い|見聞きし)たことがない|(?:認知|理解)していない){_REST}"
#: Those whom something does not concern, be it a harm: 食品ロスに関心がない市民.
UNCONCERNED: Final = (
    f"に(?:対する|関する|ついての)?{either('関心 興味 意識 理解 知識')}"
    f"[がはのも]?(?:い?ない|い?なかった|低い|薄い){_REST}"
)
#: Who takes no part: いずれにも関わらない市民.
_PERSON: Final = either(
    "市民 区民 町民 村民 県民 住民 人 者 世帯 家庭 若者 児童 生徒 学生 職員 高齢者 女性 男性 企業 団体"
)
_UNINVOLVED: Final = f"に[はも]?{either('まったく 全く ほとんど あまり 一切')}?関わ(?:ら|って(?:い)?)な(?:い|かった)(?:{_PERSON})(?:の?(?:人数|数))?$"
#: 学校に行きたくない児童, 生きがいがないと感じる人.
NOT_FELT: Final = f"(?:{_EXPERIENCE}ない|(?<!影響)(?<!勧誘)を受けな(?:い|かった)|(?:時間|(?<!ある)(?<!いる)場所|余裕|ゆとり)がない|頼れる[^、。]{{0,6}}[がの]いない|{either('取れて とれて 就けて 眠れて 得られて 受けられて 食べられて')}い?な(?:い|かった)|{either(FEELINGS)}(?:が(?:ある|高い|多い)|な?(?!こと)[^、。をにがな]{{0,6}})?(?:だ|である)?」?とは?(?:思わ|感じ|感じられ|答え|回答し)な(?:い|かった)|{_UNINVOLVED}|を(?:一度も)?受けたことが(?:一度も)?ない|つながらな(?:い|かった)|日[がはも]「?(?:ほとんど|全く|まったく|あまり)?ない」?|{either('受け取れ 得られ 手に入れられ 通え 持て 受けられ 聞こえ 届か 食べ 食べられ 使え 行け 眠れ 頼れ 続けられ 買え 受け入れられ 応じられ 間に合わ 会え 連絡が取れ')}な(?:い|かった)|(?:基準|水準|要件)値?(?:を(?:満た(?:さ|して?い)|達成(?:し|できて?い))|に(?:達し|達してい|適合し|適合してい))な(?:い|かった)|たくない|{either(FEELINGS, '関心 意欲 相談相手 居場所 習慣 機会 付き合い 交流 会話 外出 つながり')}[がはもので]?(?:(?:[年月週日]に)?\\d+[回日人]も|ほとんど|全く|まったく|あまり)?(?:い?ない|い?なかった|なく)){_REST}"
#: 住みにくいと感じる市民.
BAD_FEELING: Final = f"(?:{either(BAD_FEELINGS)}|{either('料金 費用 家賃 物価 価格 税 税金 保険料 教育費 授業料')}[がは]高い)[とにだを]?と?{either('思 感じ 考え 答え 回答 評価')}(?P<behind>{_REST})"
#: Of whom or what something lies below that of others: 正答率が全国平均を下回る教科.
UNDER_AVERAGE: Final = f"(?P<of>[^、。]+)[がは][^、。がは]{{0,6}}{either('平均 平均値 水準')}を下回(?:る|った|って(?:いる|おり)){_REST}"
UNDER: Final = "を下回"
#: The words for what is thought of something, one of which stands where it is told.
STANCES: Final = tuple("反対 否定 とらわれな 賛成 同意 同感 肯定 共感 べき".split())
#: What stands behind a prejudice: 役割分担意識に反対する人, に賛成する人.
OPPOSED: Final = f"」?だ?とは?(?:考え|思わ)ない{_REST}|.{{0,16}}(?:反対|否定|とらわれな|(?:賛成|同意|同感|肯定|共感)しない){_REST}"
AGREED: Final = f"」?だ?と(?:考え|思){_REST}|.{{0,16}}(?:賛成|同意|同感|肯定|共感){_REST}"
#: 学校は楽しいと思う児童.
DISLIKED: Final = f"が{either('嫌い きらい 苦手')}な?(?P<behind>[^、。]{{0,8}})$"
FEELING: Final = (
    f"{either(FEELINGS)}.*{either('思 感じ 考え 答え 回答 評価 いる ある 高い 当てはまる')}[^、。]*$|"
    f"が{either('好き 楽しい 得意 良い よい 分かる わかる')}な?[^、。]{{0,8}}$"
)


# -- what stands behind a word of the table ------------------------------------------------------

#: A count, or a share, of what does or is done: 利用者数, 実施率.
COUNTED: Final = (
    f"(?:開始|完了)?(?:(?:・|{LISTED})(?!処理|処分){NOUN}{{1,6}})?(?:した|する|している|済み?)?等?の?{_SPAN}*"
    f"(?:{_AGENT}{{1,3}}等?の?{_SPAN}*{_COUNT}?|(?:{_AGENT}|{_PLACE}){{0,3}}等?の?{_SPAN}*{_COUNT})$"
)
#: What counts some harm: 事故件数, 肥満傾向児の出現率.
HARM_COUNTED: Final = f"等?(?:な|した|している|のある|がある|が進んだ|が進行した)?(?:[の・]?(?:{_SPAN})?{_WHO})*の?{_SPAN}*(?:{_MEASURE}|状況)?$"
#: What a name ends in that says no more than that something is done: 計画の策定, 整備状況.
ENDS: Final = f"等?(?:の?{either('状況 促進 推進 取組 取り組み')})?$"
#: A count of what there is to be, or nothing but its name: 協定数, 認定こども園.
SUPPLIED: Final = f"等?の?(?:{_AGENT}{{0,3}}|{_PLACE})等?(?:の?{_SPAN}*{_COUNT})?$"
#: And of what is of a state or a material, or made of it: 適正処理率, 県産材の使用割合.
STATED_COUNT: Final = f"等?{NOUN}{{0,3}}?(?:な|の)?{either('使用 利用 活用 供給 調達 購入 処理 管理 保有 表示 排出 配置 保管 施工 運用 分別')}{_AGENT}{{0,3}}等?の?{_SPAN}*{_COUNT}$"
#: A clause before a noun: 認定を受けた企業.
CLAUSE_BEFORE: Final = (
    "(?:(?<!よ)(?<!おけ)(?<!係)(?<!かか)(?<!関す)(?<!対す)[たるうく]|ない|[し悪良高低多少弱強]い)$"
)
#: Those of whom a clause tells something, at the end of what a share is of.
CLAUSED: Final = (
    f"(?:(?<!よ)(?<!おけ)(?<!係)(?<!かか)(?<!関す)(?<!対す)[たるうく]|ない){NOUN}{{1,8}}$"
)
#: Those who do something, at the end of a name: 認定を受けた企業.
OF_AGENT: Final = f"{either('企業 事業者 事業所 団体 法人 市町村 市町 市町村等 自治体 者 人 児童 生徒 世帯 母親 父親 親 市民 区民 町民 村民 県民 府民 住民 学生 家庭')}$"
#: 健全な橋梁, 良好な者.
STATED: Final = f"(?:[なに]|だ(?:った)?|である|であった){_REST}"
#: What can be done, and what is wanted to be: 過ごせる母親, 対処できる親, 住み続けたい人.
ABLE: Final = f"(?:できる|(?:(?<!が)|(?<=ことが))でき(?:た|て(?:いる|おり))|見つけられ|{either('言え 聞け 頼め 任せられ 読め 書け 行え 眠れ 通え 会え 見つけられ 味わえ 楽しめ 触れられ 受け取れ 持て 過ごせ 働け 暮らせ 使え 選べ 話せ 歩け 頼れ 学べ 泳げ 遊べ 集え 助け合え 支え合え 相談し合え 行け 答えられ 受けられ 得られ 続けられ 伝えられ 考えられ いられ')}(?:る|た|て(?:いる|おり))){_REST}"
WISHED: Final = f"^(?!.*(?:東京|首都圏|都会|大都市)).*(?<!やめ)(?<!辞め)(?<!引っ越し)(?<!転居し)(?<!離れ)(?<!移り)(?<!出)(?<!避け)(?<!手放し)(?<!断り)(?<!逃げ)(?<!忘れ)(?<!帰り)(?<!消え)(?<!死に)たい(?!へん){_REST}"
#: Words at the end of a comparison.
COMPARING: Final = ("比", "比較値", "比率")
#: 全国平均を上回る教科, 基準を満たす施設.
ABOVE_AVERAGE: Final = f"(?:平均|水準|(?<!が)目標値?)を上回(?:る|った|っている){_REST}|平均値?以上の?{either('項目 教科 科目 種目 学年 学校')}$|(?:基準|水準|要件)値?(?:を(?:満た|達成|クリア)|に(?:達し|適合)){_REST}"
#: 端末をほぼ毎日使う学校.
USED: Final = f"{either('端末 タブレット コンピュータ コンピューター パソコン ICT ICT機器 電子黒板 デジタル教科書')}を[^、。]{{0,12}}(?:使う|使った|使っている|用いる|用いた|用いている|(?:使用|活用|利用)(?:する|した|している)){_REST}"
#: What is done by car, and outside the place that the plan is of.
_BY_CAR: Final = (
    f"{either('車 自家用車 マイカー 自動車 自家用自動車')}で(?:の?送迎|通勤|通学|登園|登校)"
)
_AWAY: Final = f"{either('市 町 村 県 区 府 島 圏域 管内')}外[^、。をがに]{{0,6}}で[^、。がに]{{0,10}}(?:買|購入|消費)|{either('市 町 村 県 区 府 島')}外[でにへ][^、。]{{0,8}}{either('暮らし 住み 働き 就職し 進学し 移り 出')}たい|買い物を(?:主に)?{either('市 町 村 県 区 府 島')}外で"
#: たばこを吸う人, 食事に困ったことがある世帯.
BAD_ACT: Final = f"(?:{_SCREEN}を?[^、。を]{{0,6}}ながら[^、。]{{0,6}}(?:食|歩|運転|夕食|朝食|勉強|自転車|寝)|{_BY_CAR}|{_AWAY}|{either(DISPOSABLE)}を[^、。をがに]{{0,8}}(?:使[うっ]|もら[うっ])|{either(LEAVING)}(?:を(?:考え|検討し|希望し|予定し)て(?:いる|おり)|を(?:希望|予定)する|の?(?:意向|予定)[がの]ある|したい)|(?:人を避け|手放し|逃げ出し)たい|{either('空白 不便 危険 警戒 浸水')}[^の、。]{{0,8}}{either('区域 地域 地区 集落')}内?に{either('居住する 居住している 住む 住んでいる 暮らす')}|勤務時間を\\d+時間(?:以上)?を?超|(?:就寝|寝る|起床|夕食)[^、。]{{0,10}}時(?:半)?以降|時(?:半)?以降に(?:夕食|食事|食べ|飲食)|{inline(BAD_ACTS)}|{either('仕事 職 会社 勤め 学校 農業 事業 部活動')}を(?:(?:辞|や)め(?!ずに|させ)|離れ|休(?:ん|むこと))|{either('制限され 規制され 閉鎖され 封鎖され 遮断され 軽視され 監視され 束縛され 強要され 脅かされ 断られ 拒まれ 巻き込まれ 閉じ込められ 脅され 見捨てられ 無視され 責められ 押し付けられ 追い出され だまし取られ 騙し取られ 盗まれ 奪われ 荒らされ 壊され 傷つけられ 襲われ 捨てられ')}(?:る|た|ている)|{either(PESTS)}に[^、。をがに]{{0,6}}られ(?:た|ている)|要(?:介護|支援)度?\\d?(?:以上)?の?認定を受け(?:た|て(?:いる|い))|{either(TAKEN)}を[^、。をがに]{{0,8}}(?:飲|吸|食べ|摂|と[るっ]|する)|{either(WAITED_FOR)}を待(?:つ|っ|たされ|ち続け)|{either(NEEDED)}を断(?:る|っ|られ)|{either(FORGONE)}を(?:控え|避け|見合わせ|諦め|あきらめ|断念し|中断し|[^、。をがに]{{0,6}}?やめ(?!ずに)))(?!た?(?:とき|時|際|場合))(?!.*(?:人|者|子|児童|生徒|世帯|家庭)[をにへと])(?P<behind>{_REST})"
#: Nobody, or nothing, of what is wanted to be there: 後継者のいない農家.
_HAVING: Final = "(?:取り?)?付け|つけ|備え|備え付け|置い|持っ|所有し|所持し|購入し|かぶっ|身に[付つ着]け|着け|着用し|設け|設置し|用意し|雇っ"
MISSING: Final = f"等?(?:[のがは](?:[一1]人も|1つも|一つも|全く|まだ)?(?:い?ない|不在の|未定の|未確保の|(?:決まって|見つかって|確保できて|定まって|置かれて|付いて)い?な(?:い|かった)|(?:決まら|見つから|足り|確保でき)な(?:い|かった))|を(?:まだ)?(?:(?:{_HAVING})てい?|持た|備え|設け|置か|付け)な(?:い|かった)){_REST}"
#: Women where they are to be, as an entry of the table of what is wanted.
WANTED_TOO: Final = frozenset(
    "女性の委員 女性の議員 女性の管理職 女性の役員 女性 女性委員 女性議員 女性管理職 女性職員 女性役員".split()
)
#: Who asks about something that people move towards: 移住相談件数.
ASKING: Final = ("相談", "問", "引き合い")
ASKED_ABOUT: Final = f"{either(SOUGHT)}[^、。]{{0,12}}(?:相談|問い?合わ?せ|引き合い){NOUN}{{0,2}}の?{_AGENT}?の?{_SPAN}*{_COUNT}$"
#: How many posts there are for one who is hard to find: 保育士の有効求人倍率.
SHORTAGE: Final = f"{either(SCARCE)}[^、。]{{0,8}}求人倍率$"
#: The word between a noun and what it is of.
OF: Final = "の"
#: What the number of those who live somewhere ends in.
POPULATION: Final = "人口"
#: What one can do without: 来庁せずに手続できた人.
SPARED: Final = f"{either('訪れ 来庁せ 出向か 行か 待た 並ば 書か')}ずに?|{either('書かない 行かない 待たない 並ばない')}窓口"
SPARING: Final = ("ずに", "ない窓口")
#: 不法投棄の回収量: how much of some harm there was.
REMOVED: Final = f"物?等?の?{_SPAN}*{either('回収 駆除 収集')}"
#: 話を聞いてくれる先生, 手伝ってもらえる人.
RECEIVED: Final = f"て(?:くれ|もらえ|もらっ)(?:る|た|て(?:いる|おり)){_REST}"
#: What compares a value with that of others: 正答率の全国比, 件数の全国平均との比較値.
COMPARED: Final = (
    rf"(?P<of>.+?)の?(?:{either('全国 全国平均 全国平均値 県平均 国 県')}との?)?"
    rf"(?:{either('比較値 全国比 全国平均比 対全国比 全国平均に対する比率 全国比率')})$"
)
#: The brackets that a title begins with.
OPENED: Final = ("「", "『")
#: The brackets that an answer ends in.
QUOTED: Final = ("」", "』")
#: What something is called, before what it is: 「暴力をなくそう」出前講座の受講者数.
TITLE: Final = f"[「『][^「」『』]*[」』](?=の?[^、。]{{0,8}}?{either('講座 教室 研修 セミナー 講演会 フォーラム シンポジウム イベント キャンペーン 運動 事業 プロジェクト プログラム 条例 制度 計画 宣言 サイト アプリ 冊子 リーフレット 受講者 参加者 利用者 登録者')})"
#: An answer at the end of a name: 満足度「非常に満足」.
ANSWER: Final = "(?<=.)[「『][^「」『』]*[」』]$"
#: A clause of what does, or is done: 制度を利用した職員.
DONE: Final = f"等?{_DONE}{_REST}"
#: A clause of what somebody does about a trouble; that it was told somewhere is none: 相談のあった職場.
COPED_WITH: Final = f"(?![のが]あ){DONE}"
#: A clause of what does not, or is not done: 参加していない人.
UNDONE: Final = (
    f"[をがは]?(?:{either('まったく 全く ほとんど あまり 十分 十分に')})?"
    f"(?:{either('行わ 行って 行えて 受け とら 取ら してこ もた 持た 持って もって して できて でき されて 受けて とれて 取れて に至ら に至って って て んで し ま わ ら か さ べ')})?(?:でき?る{either('人 相手 場所 機会')}が)?い?な(?:い|かった){_REST}"
)
#: What stands before and behind what is not done: 未実施率.
YET: Final = "未"
LEFT: Final = f"の?(?:{_AGENT}|{_PLACE})?の?{_COUNT}$"
#: What is thought wrong: いじめはいけないことだと思う児童.
REPROACHED: Final = f"いけない(?:こと)?だ?と{either('思 考え 答え')}{_REST}"
#: 主食・主菜・副菜を組み合わせた食事をする日: the meals of the national plan for health.
BALANCED: Final = "主食・?主菜・?副菜(?:を組み合わせ|[がの](?:揃|そろ))[^、。]*$"
#: 夜10時までに寝る児童.
IN_TIME: Final = f"同じ(?:くらいの|ぐらいの)?(?:時刻|時間)に(?:寝|起き|就寝|起床){_REST}|時(?:半)?(?:まで|前)に(?:は)?(?:寝|就寝|起き|起床){_REST}"
#: 英検3級相当以上の英語力を有する生徒.
LEVELS: Final = "(?:英検|CEFR|TOEIC|TOEFL)[^、。]*以上[^、。]*$"
MARKING: Final = ("評価", "判定", "評定", "ランク")
_MARKS: Final = f"{either(*MARKING)}[がは]?"
_AND: Final = "(?:又は|または|及び|および|と|か|・|,)?"
#: Those who are marked well or badly by a letter: 総合評価がD又はEの生徒.
WELL_MARKED: Final = f"{_MARKS}(?:[SA]{_AND}B?|[A-C]以上){either(*MARKING)}?の?{NOUN}+$"
BADLY_MARKED: Final = f"{_MARKS}(?:D{_AND}E?|E|[C-E]以下){either(*MARKING)}?の?{NOUN}+$"
#: Those of whom something is large or small, many or few: 学力の低い児童, 満足度の高い施設.
LEVELLED: Final = "(?P<of>[^、。]{2,}?)[のが](?:(?P<few>低|少な|小さ|短)|(?P<bad>弱|悪)|高|多|強|良|大き|長)い[^、。をにが]{1,16}$"
LEVELS_OF: Final = tuple(
    "低い 少ない 弱い 悪い 小さい 短い 高い 多い 強い 良い 大きい 長い".split()
)
#: Of whom something has grown less, or more: 外出の回数が減っている高齢者.
GROWING: Final = tuple(
    "減 少なく 低下 増 多く 拡大 広がっ 上回 上がら 伸び 伸ば 向上 高まら 広がら 改善".split()
)
GROWN_LESS: Final = "(?:.*(?:比べて?|より))?(?P<of>[^、。]+?)が(?:減(?:って|った|少し)|少なくな(?:って|った)|低下し)[^、。をにが]*$"
NOT_GROWN: Final = "(?P<of>[^、。]+?)が(?:増え|上がら|伸び|伸ばせ|向上し|高まら|広がら|改善し)(?:てい)?な(?:い|かった)[^、。をにが]*$"
AREA: Final = "面積"
GROWN_MORE: Final = "(?:.*(?:比べて?|より))?(?P<of>[^、。]+?)が(?:増え(?:て|た)|増加し|拡大し|広がっ|多くな(?:って|った)|(?:前年度?|昨年度?|目標|計画)を上回)[^、。をにが]*$"
#: What is wanted is there, or somebody has it: 公園がある市民, 感震ブレーカーを付けている世帯.
THERE: Final = f"等?(?:が(?:ある|いる|決まった|決まっている)|を(?:(?:取り?)?付け|つけ|備え|備え付け|置い|持っ|所有し|所持し|購入し|かぶっ|使っ|使用し|利用し|活用し|用い|身に[付つ着]け|着け|着用し)(?:た|ている)|を(?:結んだ|結んでいる|得た|得ている|書いた|書いている)){_REST}"
#: What is done without a car, at home, for one's health, or with others: バスで通勤している市民.
WELL_DONE: Final = (
    f"(?:{either('バス 路線バス 電車 鉄道 公共交通 公共交通機関')}で[^、。がに]{{0,4}}(?:通勤|通学|移動|来)|{either('自転車 徒歩')}で(?:通勤|通学|移動|来)|"
    f"(?<!夜の){either('市 町 村 県 区 府 島 地元 商店街 地域')}(?:内(?:の(?:店舗?|商店街?|事業者|直売所|道の駅|個人商店))?)?で[^、。がに]{{0,10}}(?:買|購入)|"
    f"階段を(?:使|利用|上)|続ける(?:意向|意思|意欲)[のが]ある|に(?:は)?抵抗感?[がは]ない|水道水を[^、。がに]{{0,6}}飲(?:む|ん)|{either('体重 血圧 体脂肪 歩数')}を(?:[^、。]{{0,4}}(?:測|計|量|はか)|記録)|{either('表示 栄養成分表示 食品表示')}を[^、。]{{0,4}}(?:見|確認|参考|活用)|"
    f"家族(?:で|と)?(?:そろって|揃って|一緒に|みんなで)[^、。]{{0,6}}食|家族と(?:一緒に)?[^、。がに]{{0,4}}食|(?:について|と)[^、。がに]{{0,2}}話を?(?:する|し(?:た|て(?:いる|おり)))|"
    f"{either('ルール マナー 交通ルール 決まり きまり')}を守|"
    f"(?:を|について|と)(?:決めて|話し合って|工夫して|記録して)(?:いる|おり))"
    f"(?!た?(?:とき|時|際|場合)){_REST}"
)
#: What is better refused is refused: レジ袋を断った人.
REFUSED: Final = f"{either(DISPOSABLE)}を[^、。をがに]{{0,8}}(?:断(?:る|った|って)|辞退し?|控え|減らし?|(?:使わ|もらわ|受け取ら|買わ)ない){_REST}"
#: What is wanted of a state or a material is bought or used: 地元産の農産物を購入している市民.
BOUGHT: Final = f"で(?:建て|作っ|造っ|整備し)(?:た|ている){_REST}|[^、。をがに]{{0,8}}を[^、。がに]{{0,8}}(?:購入|利用|使用|選|買|食べ|使|取り入れ|心掛け|意識){_REST}"
#: What lies within reach of where people live: 最寄り駅から徒歩圏に住む人口.
WITHIN_REACH: Final = f"{either('徒歩圏 徒歩圏内 居住誘導区域 居住誘導区域内 誘導区域 誘導区域内 公共交通沿線 公共交通沿線地域')}(?:内)?(?:に|の|で)?{either('住む 住んでいる 居住する 暮らす 居住')}?の?{either('人口 人 市民 住民 世帯')}$"
#: What is taken as right, or as nothing to be done about: 体罰は仕方がないと思う人.
ACCEPTING: Final = f"(?:当然|当たり前|当り前|仕方|しかた|やむを得|構わ|かまわ)[^、。]{{0,8}}と{either('思 感じ 考え 答え 回答')}(?P<behind>{_REST})"
#: Something is chosen: ロケ地として使われた作品.
CHOSEN: Final = f"{either('として使われ として選ばれ に選ばれ に選出され に取り上げられ で紹介され に紹介され')}(?:た|ている){_REST}"
#: Clauses of what is well, with or without a verb of doing.
GOOD_CLAUSES: Final = (
    LEVELS,
    BALANCED,
    IN_TIME,
    FEELING,
    ABLE,
    WISHED,
    ABOVE_AVERAGE,
    RECEIVED,
    EXPERIENCED,
    USED,
    CHOSEN,
    WELL_DONE,
    WITHIN_REACH,
)
#: What has been left undone: 未処理人口, 未返却冊数.
UNFINISHED: Final = f"(?:未(?!{either('収金 然 来 就学 就園 満 成年 明 経験 婚 熟 病 使用')}){NOUN}{{2,5}}?|{either('通行規制 通行止め 架替え 撤去 修繕 修理 保存修理 補修 改修 対策 措置 保全 更新 治療 改善 是正')}(?:が必要な|が必要である|が必要と(?:され|判定され|診断され|判断され|評価され)た|を要する|を必要とする|を講ずべき|を講じるべき|をすべき|すべき|が急がれる|を急ぐ)(?:(?:状態|段階|区分|損傷|箇所)(?:にある|の))?{NOUN}{{0,6}}?(?:の?もの)?)(?:{_AGENT}|{_WHO})?の?(?:{_MEASURE}|{_COUNT})$"
#: Harm of which there is none: 待機児童ゼロの市町村, 死亡事故ゼロの継続日数.
NONE_LEFT: Final = "ゼロ"
NOUGHT: Final = "等?数?の?ゼロ"
#: What is not felt, or not thought, to be so: 情報を得られていないと感じる人.
UNREALISED: Final = (
    f"^(?!.*(?:遅れて|劣って|疲れて|変わって|減って)).*[てで]いない」?と{either('思 感じ')}{_REST}"
)
#: Harm that comes again as often as it is taken away.
RECURRING: Final = frozenset(
    "漂着物 放置自転車 放置駐輪 違法駐輪 迷惑駐輪 違法駐車 路上駐車 違反広告物 違法看板 落書き 不法投棄 ポイ捨て 散乱ごみ 漂着ごみ 海洋ごみ".split()
)
REMOVED_AGAIN: Final = f"物?等?の?{_SPAN}*{either('撤去 除却 除去 移動 消去')}{NOUN}{{0,3}}?[数量]$"
#: One of these stands where something is left undone.
LEFTOVERS: Final = ("未", "必要", "要する", "べき", "急")
#: 悩みを相談できる人, ストレスを解消できていない人: the trouble is another's word for it.
COPED: Final = frozenset(COPING.split())
#: What helps them.
HELPING: Final = frozenset(HELP.split())
#: Too many of some living thing: シカの推定生息数.
_LIVING: Final = "(?:の?(?:生息|侵入|定着|出没|発生|繁殖|営巣|産卵|飛来|自生|生育))?が(?:確認|発見|報告|目撃|観察|記録)され(?:た|て(?:いる|いた|おり))|が(?:生息|侵入|定着|出没|発生|繁殖|営巣|飛来|自生|生育|繁茂)し(?:た|て(?:いる|いた|おり))"
INFESTED: Final = f"等?(?:{_LIVING})[^、。]{{1,10}}$|の?(?:推定)?{either('群れ 種類 種 生息 個体 目撃 出没 確認 侵入 定着 繁殖 繁茂 分布 発見 営巣 飛来 生育')}{NOUN}{{0,3}}?(?:{_MEASURE}|密度|指数|範囲)$"
INFEST: Final = frozenset(PESTS.split())
#: Living things that are wanted to be there: ホタルの生息地点数.
THRIVING: Final = f"等?(?:{_LIVING})[^、。]{{1,10}}$|の?(?:推定)?{either('種類 種 生息 個体 確認 飛来 営巣 産卵 遡上 飛翔 生育 上陸')}{NOUN}{{0,3}}?(?:{_MEASURE}|密度)$"
THRIVE: Final = frozenset(CHERISHED.split())
#: Before one of them: what makes it one of which there are too many.
UNWANTED: Final = tuple("外来 外来の 外来種の 有害 危険 侵入 害".split())
#: What may come to be, where that is feared: 倒れるおそれのあるブロック塀の数.
FEARED: Final = f"(?:(?:おそれ|恐れ)[のが]ある|[がの](?:懸念|危惧|心配)される|が危ぶまれる|{either('浸水 冠水 氾濫 津波 土砂災害 山地災害')}[がの](?:見込まれ|想定され|予想され|予測され|発生す)る|(?:浸水|冠水|倒壊)する){NOUN}{{1,8}}の?{_MEASURE}$"
_AGING: Final = either(
    "管 管路 管きょ 施設 設備 建物 建築物 建造物 構造物 橋 橋梁 トンネル 車両 車 バス 船舶 機器 機械 器具 遊具 住宅 校舎 庁舎 棟 システム ポンプ"
)
#: What is older than it should be: 布設後40年を超える配水管の割合.
AGED: Final = f"(?:(?:\\d年(?:以上)?を?|{either('耐用年数 更新時期 使用期限 標準使用年数 更新基準年数')}[をに]?)(?:超え|超過し|経過し|過ぎ|迎え|達し)(?:る|た|ている)|(?:築|経過年数が?)\\d+年(?:以上|超)の?){NOUN}*?{_AGING}{NOUN}{{0,2}}?の?(?:{_MEASURE}|割合|比率)$"
#: What can serve somebody, and so is wanted in more places: 外国語対応施設数.
SERVED: Final = "対応"
SERVING: Final = f"対応(?:が?可能な?|できる|した|している|済み?)?の?(?:{_AGENT}|{_PLACE}){{0,3}}の?(?:人数|者数|施設数|店舗数|箇所数|か所数|台数|車両数|言語数|校数|病院数|機関数|事業所数|路線数|品目数)$"
#: How many fall for a message that was sent to try them.
TRIED: Final = f"{either('標的型 標的型攻撃 訓練メール 不審メール')}[^、。]*{either('開封率 クリック率 開封者数 開封割合')}$"
#: What is used up for an amount of work: 汚水1m3を処理するために使用した電力量.
SPENT: Final = f"(?:(?<!発電す)[うくぐすつむる]|{either(RUNNING)}の)ため(?:に|、)(?:使用|消費|使|要|投入)(?:した|する|った|う){either(USED_UP)}の?(?:使用|消費)?の?(?:量|総量)?$"
#: How many cars a body has for its own use, where it is not told which.
FLEET: Final = "(?:^|[市町村区県府庁]の?|(?:保有|所有|使用)する|全)公用車の?(?:総)?(?:保有|所有)?の?(?:台数|数)$"
#: What is better the less of it is told, whatever harm is in it.
ILLS: Final = (SHORTAGE, ENDANGERED, FEARED, AGED, TRIED, FLEET, SPENT)
#: What comes upon a body unasked, as a name ends in it without の.
FORESEEN: Final = f"(?:{either(CALLED_OUT)}(?:出動|出場)(?:件数|回数)|{either(CALLED)}(?:通報|入電)?(?:受理|受信|受付)?件数|{either(UNSOUGHT)})$"
#: What is looked at, or told, because somebody builds where something lies in the ground.
DUG: Final = f"(?:試掘|{either(UNEARTHED)}.*{either('調査 届出 通知 照会 立会 立会い 工事立会')})(?:調査|・確認調査|等|実施|の|受理|対応)*(?:件数|箇所数|か所数|面積)$"
#: A remark that says that a value is foreseen: (計画値).
FORETOLD: Final = r"[(\[【](?:[^()]*[の・、,]|実績|推計)?(?:計画(?:値|量)|(?:見込み?|予測|将来推計)(?:値|量)?)[)\]】]$"
#: What something costs, with what it is for: 処理するために要した費用, 運用に係る経費.
COSTING: Final = f"(?P<of>.+?)(?:に(?:係る|かかる|かかった|掛かる|要する|要した)|(?:の|する)ための|ため(?:に|、)[^、。]{{0,6}}?(?:した|する|た|る)){NOUN}{{0,4}}?{either(COSTS)}(?:の?(?:総額|合計|合計額|額|年額|月額))?$"
#: One of which stands in it.
COST_NOUNS: Final = tuple("費用 経費 コスト".split())
#: What of that is to cost less, and what may well cost more.
RUN: Final = either(RUNNING)
WORTHWHILE: Final = either(WORTH_SPENDING)
PER_UNIT: Final = "^.*\\d(?:m3|t|kg|km|円|件|食|台|枚|通|便|回)"
#: How they came, as a clause has it: レンタカーで来訪した観光客.
BY_VEHICLE: Final = f"(?<!{NOUN}){either(VEHICLES)}[でを][^、。がに]{{0,6}}{either('来 訪 移動 利用し 入場 観光 周遊')}{_REST}"
#: How far places, groups or their extremes lie apart: 職種間の開き, 地域間格差.
SPREAD: Final = f"^(?!.*{either('賃金 給与 給料 報酬')}).*(?:(?:健康寿命と?の?平均寿命|平均寿命と?の?健康寿命)と?の?(?:差|開き|かい離|乖離)|男女の?[^、。]{{0,8}}?の?(?:差|開き)|格差|(?:間|別|最大[^の]{{0,3}}と最小[^の]{{0,3}}|男女)の?(?:差|開き|隔たり|ばらつき|偏り))$"
#: Where drivers stop for people on foot.
STOPPING: Final = "横断歩道.*(?:停止|停車)率$|横断歩道[^、。]*(?:止ま|停止し|停車し)(?:る|た|て(?:いる|くれる|くれた))[^、。]{0,6}$"
#: What is brought in to be thrown away, and what is mixed into it.
DISCARDED: Final = f"^(?!.*{either(USED_AGAIN)}).*{either(WASTE)}(?:[^、。]*?(?:搬入|持込|持ち込み)量|に(?:占める|含まれる|混入する|混入している)[^、。]+割合)$"
#: A stay that is better the shorter it is, before the noun for it.
ON_ERRANDS: Final = f"{either(ERRANDS)}(?:での?|内での?|の|における)?(?:平均)?$"
STAY: Final = ("滞在時間", "平均滞在時間")
_BEHIND: Final = "[^、。がを]{0,20}$"
_MET: Final = "[にをが](?:遭|あ|受け|巻き込まれ|かか)(?:った|って(?:いる|いた)|た|て(?:いる|いた))"
#: Those who came to some harm, before what is measured of them: 被害に遭った者の契約額.
VICTIMS: Final = f"等?{_MET}{_BEHIND}"
#: And what was told of it: トラブルに関する相談の契約額.
SUFFERED: Final = f"等?(?:{_MET}|に(?:関する|係る|よる)(?:消費生活)?(?:相談|申出|苦情)|の(?:消費生活)?相談)[^、。がを]{{0,28}}$"
#: What they paid.
PAID: Final = AMOUNTS_SPENT
#: How they were made to.
SWINDLED: Final = SWINDLES
