"""Words of the lines and names of a table: sections, titles, notes, totals, shares."""

from __future__ import annotations

from typing import Final

from kpikit.language.headings import INDICATOR
from kpikit.language.marks import BULLETS, GRADES, NOTES
from kpikit.language.words import either
from kpikit.language.years import DATED, FISCAL_YEAR, INSTANTS, MONTH, YEAR

__all__ = [
    "AGAIN",
    "ASIDE",
    "AT_LARGE",
    "BEFORE_YEAR",
    "BESIDE_TITLE",
    "BRACKETED",
    "CARD_NUMBER",
    "COUNTED",
    "COUNTS_OF_TITLES",
    "DATED_BY",
    "DESCRIBING",
    "EXCEPTED_YEAR",
    "IN_BRACKETS",
    "IS_SO",
    "LEGEND_CODE",
    "LISTED_ITEM",
    "MEASURED",
    "MISSED",
    "MOVED_VALUES",
    "MOVED_YEAR",
    "NAMELESS",
    "NOTE",
    "NO_INDICATOR",
    "NO_NAME_END",
    "NUMBERED_NOTE",
    "OF_AGES",
    "OF_FORESIGHT",
    "PAPER",
    "REMARK",
    "REPEATED",
    "REPEATED_COLUMN",
    "REPEATED_HERE",
    "SAMPLE",
    "SECTIONS",
    "SENTENCE_END",
    "SHARE_ACHIEVED",
    "STATEMENT",
    "SUM_OF",
    "TITLE_MARK",
    "TITLE_NUMBER",
    "TOTAL",
    "VALUE_OF_ANOTHER_YEAR",
    "VALUE_OF_YEAR",
    "YEAR_OF_VALUES",
]

_AIMS: Final = "目標 方針 施策 政策"
#: How titles are counted, each way that of another level: Ⅰ above １, （１）, ①, ア.
COUNTS_OF_TITLES: Final = (
    "第[0-9０-９一二三四五六七八九十]{1,3}[編部章節]",
    "[Ⅰ-Ⅻ]",
    r"[0-9０-９]{1,2}[.．、\s](?![0-9０-９])",
    "[(（][0-9０-９]{1,2}[)）]",
    "[①-⑳]",
    r"[ア-ン][.．、\s]",
    "【",
)
#: Kinds of sections that are known without a mark before them.
SECTIONS: Final = f"(?:{either('基本 重点 政策 施策')}?{either(_AIMS)}|{either('分野 取組 柱')})"
#: What a line has that says in a clause what the title above it is of: 乳幼児を預かる事業.
DESCRIBING: Final = "を"
#: Who is in charge of what a title names, beside it: 【こども政策課】.
BESIDE_TITLE: Final = r"\s*[【\[(（〔][^】\])）〕\d]+[】\])）〕]\s*"
#: A figure with what it counts and its bound, and nothing else: 63.4％, 140件以下; 1日の平均歩数 is a name.
FIGURE_ALONE: Final = (
    rf"[^\w\s(]?[\d.,]+[^\d\sぁ-ん]{{0,4}}?(?:{either('以上 以下 未満 以内 超')})?"
)
#: Figures that sort people or things, and count none: 65歳以上, 小学3年生, 1号認定, 2級.
SORTING: Final = (
    f"\\d(?:{either('歳 才 歳児 か月児 ヶ月児 年生 学年 代 号 級 種 類 期 次 丁目 番')})"
)
_OF_AGE: Final = either("歳 才 歳児 年生")
#: People by their age, from one to another or beyond one: 20～64歳, 75歳以上; 40歳 may be a value.
OF_AGES: Final = rf"\d+(?:{_OF_AGE})?[-~～〜―－]\d+(?:{_OF_AGE})|\d+(?:{_OF_AGE})(?:{either('以上 以下 未満')}|[~～〜])"
#: What is counted: 0-2 歳児保育 has no number before it, nor has 2024-2025 年度.
COUNTED: Final = f"(?:{either('歳児 年生', FISCAL_YEAR)}|[かカヵヶケ]月)"
#: What stands before the number of a table.
TITLE_MARK: Final = "表"
#: What a title between rows is counted by, or the mark before it: １, (2), Ⅱ, ①, ◆, 第3章, 施策1-2.
TITLE_NUMBER: Final = (
    rf"(?:{SECTIONS})?[(（]?[0-9０-９Ⅰ-Ⅻ一二三四五六七八九十ア-ン]{{1,3}}"
    r"(?:[-－ー.．][0-9０-９]{1,2}){0,2}[)）.．、:：]?|[①-⑳◆◇●○◎■□▼▽▲△★☆]"
    "|第[0-9０-９一二三四五六七八九十]{1,3}[編部章節]"
)
#: What a paper is called among others, at its corner: 別紙１, 様式第２号（第７条関係）.
PAPER: Final = (
    rf"\s*[(（【]?{either('別紙 別表 別添 別記 様式 資料 参考資料 付表 付属資料')}(?:様式)?"
    r"(?:第?[\d０-９一二三四五六七八九十①-⑳]+号?(?:[-－ー―の][\d０-９]+)*)?[)）】]?"
    rf"(?:[(（][^()（）]*{either('関係')}[)）])?\s*"
)
#: The code of a category, as a legend explains it.
LEGEND_CODE: Final = "[A-Za-zＡ-Ｚ0-9ア-ンⅠ-Ⅹ]{1,3}"

#: The number of a card with the name of an indicator beside it: A-1, No.3, ②.
CARD_NUMBER: Final = (
    r"[(]?(?:[A-Za-zア-ンⅠ-Ⅻ]{1,3}|No\.?)?[-.]?\d{1,3}(?:[-.]\d{1,3})*[)]?\.?|[①-⑳]|[A-Zア-ン]"
)
_NOTE: Final = "注"
_DAY: Final = either(INSTANTS)
#: How a note begins.
NOTE: Final = f"[{NOTES}{_NOTE}]"
#: The same with its number, and where it stands at the end of a cell: (注1)令和5年度の値, 排出量(注1).
NUMBERED_NOTE: Final = rf"^[(]?{_NOTE}(\d{{0,2}})[):：.]*|[(]?{_NOTE}(\d{{1,2}})[)]?$"
#: How a line begins that is beside the table.
REMARK: Final = (
    rf"\s*(?:{NOTE}|[{BULLETS}]\s|{either('備考 出典 資料 凡例')}"
    rf"|[(（【\[][\s\u3000]*[)）】\]]|[(（【\[]\s*(?:{NOTE}|{either('単位 備考 出典 資料 凡例')})|[(（][^()（）]*{_DAY}[)）]\s*$"
    rf"|{GRADES}\s*[:：=＝])"
)
#: A heading of what is below it, by the brackets around all of it: 【経営の健全化】.
BRACKETED: Final = (
    r"\s*(?:【[^【】]+】|〔[^〔〕]+〕|〈[^〈〉]+〉|《[^《》]+》|＜[^＜＞]+＞|<[^<>]+>)\s*"
)
#: How a line ends that is a sentence, and no title.
SENTENCE_END: Final = "。"
#: How a title ends of what is expected to come, and is no aim: 収支の見通し, 投資・財政計画.
OF_FORESIGHT: Final = (
    rf"{either('見通し 推計 試算 予測 シミュレーション 財政計画 収支計画 資金計画')}"
    rf"{either('表 等 一覧 の概要')}?(?:[(（【][^()（）【】]*[)）】])?\s*$"
)
#: What a line says that the figures in brackets are: （　）内は対前年増減率.
IN_BRACKETS: Final = (
    r"[(（][\s\u3000]*[)）](?:書き|書|内)?(?:の(?:数値|数字|数|値))?は[、,]?\s*"
    rf"([^、。]{{1,12}}?)(?:の(?:数値|値))?(?:{either('である です を示す を表す を示します を表します')})?[。]?\s*$"
)
#: Who made a table, and when: a line in brackets, or a date.
ASIDE: Final = rf"\s*(?:[(（][^()（）]*[)）]|[^()（）]*{either(INSTANTS, '作成')})\s*"

#: What a line of a list in a cell begins with: ・, ①, (1), １．, ア）.
LISTED_ITEM: Final = (
    rf"^\s*(?:[{BULLETS}●○◯■□◆◇▪•※➢]\s*|[①-⑳]\s*|[(（][0-9０-９ア-ン]{{1,2}}[)）]\s*"
    r"|[0-9０-９]{1,2}[.．)）、][\s\u3000]*(?![0-9０-９])|[ア-ン][.．)）、][\s\u3000]*)"
)
#: How a text ends that goes on behind it, and is no name: 前年度に比べ, 参加者は.
NO_NAME_END: Final = rf"(?:{either('は が を に で と も へ や から より まで ため おり あり たり 比べ 対し 伴い')}|[、，])$"

#: What is named before a colon by a title or the heading of a section: 基本目標：, 計画名：.
_HEADING: Final = (
    f"(?:{either(_AIMS, '分野 取組 柱 事業 章 節 表 図', INDICATOR)}|{either('計画')})名?"
)
#: A line that says one thing, and is no title: 計画期間：令和6年度～令和10年度. A title may have a
#: number before its colon: 表1：達成状況.
STATEMENT: Final = rf"\s*(?![^:：]*{_HEADING}\s*[:：])[^\W\d_０-９]{{1,10}}\s*[:：](?!//)\s*\S.*"

_MADE: Final = (
    rf"(?:\S{{2,6}}{YEAR}\s*\S{{1,2}}{MONTH}(?:\s*\S{{1,2}}日)?"
    r"|(?:[HR]\d{1,2}|(?:19|20)\d{2})[./]\d{1,2}(?:[./]\d{1,2})?)"
)
_OFFICE: Final = rf"[^\s\d()（）]*{either('課 部 局 室 係 委員会 事務局 担当')}(?:作成|調べ)?"
#: When a document was made, and by whom: 令和７年８月　農業振興課, 環境課（令和７年９月）, R7.3.31現在.
DATED_BY: Final = (
    rf"^\s*[(（]?{_MADE}(?:{either(INSTANTS)})?(?:{either('作成 公表 更新')})?[)）]?(?:\s*{_OFFICE})*\s*$"
    rf"|^\s*{_OFFICE}\s*[(（]?{_MADE}(?:{either('作成 公表 更新')})?[)）]?\s*$"
)

#: What a line says of values that may be of another year than others, and not of which.
EXCEPTED_YEAR: Final = rf"(?:ただし|なお).*(?:{DATED}|{either('前年度 前年 一部 異なる 以前')})"

#: A survey with its name, behind its year: 県民健康・栄養調査.
_SURVEY: Final = r"[^\W\d_](?:[^\W\d_]|・){0,20}(?:調査|統計)(?:結果|の結果)?"
_OF_VALUES: Final = (
    f"[)]?の?(?:(?!{either('目標 計画 見込 予測 基準 当初')})[^\\W\\d_]{{0,8}}?{either('値 実績 実績値 数値 データ 調査 調査結果 確定値 速報値')}|{_SURVEY})"
    rf"(?=$|[(。、]|{either('である です であり となる による を用い を使用 を掲載 を記載 を計上')})"
)
_WHEN: Final = rf"({DATED})末?(?:{_DAY})?"
#: What a note says of the year of a value: 令和5年度の値, R5調査.
VALUE_OF_YEAR: Final = rf"({DATED}末?)(?:{_DAY})?{_OF_VALUES}"
#: The same the other way round: 実績値は令和5年度.
YEAR_OF_VALUES: Final = (
    rf"([^、。は]{{0,40}}{either('値 実績 データ 結果')})は[、,]?({DATED}末?)(?:{_DAY})?"
    rf"(?=$|[(。、]|{either('である です であり のもの')})"
)
#: What a note says of values that are of some other year: 未公表の指標は前年の値.
VALUE_OF_ANOTHER_YEAR: Final = (
    rf"(?:([^。は]{{1,60}})(?:は|{either('について')}は?)[、,]?)?"
    rf"(?:[^。は]{{1,40}}{either('ため により から 関係で 関係上 都合で 都合上 ので')}[、,]?)?"
    rf"{either('前年 前年度 昨年度 前々年度 前回 前回調査 直近 最新 過去')}の?(?:{either('調査')}の?)?"
    rf"{either('値 実績 実績値 数値 データ 結果 調査結果 確定値 公表値')}"
    rf"(?=$|[(。、]|{either('である です であり となる による を用い を使用 を掲載 を記載 を計上')})"
)
#: How the name of such values ends that are not told one by one: 一部の指標, 実績値, 未公表のもの.
AT_LARGE: Final = f"{either('指標 項目 もの 一部 値 数値 実績 データ')}$"
#: What stands before that: what the value is of, and why it is of another year.
BEFORE_YEAR: Final = (
    r"(?:([^。は]{1,60})は[、,]?)?"
    rf"(?:[^。は]{{1,40}}{either('ため により から 関係で 関係上 都合で 都合上 ので')}[、,]?)?"
)
#: The year of a column, and that of the values in it: R5年度欄にはR3年度.
MOVED_YEAR: Final = rf"{_WHEN}の?(?:{either('欄 列 値 実績 実績値 数値')})?に?は[、,]?{_WHEN}"
#: What a note says of the years of columns: R4欄はR2年度、R5欄はR3年度の値.
MOVED_VALUES: Final = rf"{MOVED_YEAR}(?:[、,]?{MOVED_YEAR})*{_OF_VALUES}"
#: How a sheet is called that shows how another one is filled in: 記入例, 様式1_見本.
SAMPLE: Final = (
    rf"{either('記入例 記載例 入力例 作成例')}"
    rf"|(?:^|[\W_]){either('見本 サンプル sample example')}(?:$|[\W_\d])"
)
#: What is counted where the values of several bodies or years are summed: 3館合計, 支所計.
_BODIES: Final = either(
    "館 校 園 所 支所 施設 地区 区 市 町 村 課 か所 箇所 カ所 ヶ所 団体 社 棟 路線"
)
_SPANS: Final = either("年 年間 か年 カ年")
#: A name that says only that it is of all others: 合計, 3館合計.
TOTAL: Final = (
    r"\s*(?:(?:総|合|小|総合)\s*)?計\s*|\s*(?:全体\s*)?平均値?\s*"
    rf"|\s*[\d０-９]+\s*(?:{_BODIES}|{_SPANS})の?(?:合計|計|平均)\s*"
    rf"|\s*{_BODIES}の?(?:合計|計)\s*"
    rf"|\s*(?:計画)?期間の?{either('合計 計 累計 平均')}\s*"
)
#: A name that says what is counted, and not only that others are added up: 総排出量, but not 総数.
MEASURED: Final = (
    rf".*(?!{either('総 合計 計 小計')})[^\W\d_][数量額率高](?:[(（][^()（）]*[)）])?\s*"
)
#: What ends with the word for a sum, a blank before it: 文化施設　計, 効果額　計画計.
SUM_OF: Final = (
    rf"\S[ \u3000](?:[小合総][ \u3000]*|{either('計画 目標 見込 実績 予算 決算')}の?合?)?計\s*$"
)
#: A name that says nothing by itself, and only that it is none of those beside it.
NAMELESS: Final = rf"\s*{either('その他 そのほか ほか 上記以外')}\s*"
#: What says of anything that it is shown here again and counted elsewhere.
AGAIN: Final = "再掲"
#: A name that says so.
REPEATED: Final = rf"[(（【\[〔]?{AGAIN}[)）】\]〕]?"
#: A remark that says so: 再掲, 施策2-1の再掲, 再掲(1-1).
REPEATED_HERE: Final = rf"[※＊*]?\s*(?:[^、。]{{1,12}}の)?{REPEATED}(?:[(（、。].*)?\s*"
#: The heading of a column that says so, and the marks in it: 再掲 above ○.
REPEATED_COLUMN: Final = (
    rf"\s*[(（【\[]?{AGAIN}[)）】\]]?(?:の?(?:有無|区分|表示|フラグ|指標|項目))?\s*"
)
IS_SO: Final = (
    rf"\s*(?:[○〇◯●◎✓✔☑■★レ]|{either('有 あり はい 該当 再 再掲 YES Yes yes TRUE True true')})\s*"
)
#: A name that says that there is no indicator.
NO_INDICATOR: Final = f"{INDICATOR}なし"

#: 重点事業の成果指標達成率: a figure that other rows of the plan should yield.
SHARE_ACHIEVED: Final = f"(.+)の{either('成果指標 目標', INDICATOR)}の?達成率"
#: How many of them a note says were not achieved.
MISSED: Final = rf"未達成(?:事業)?数?\s?[:：]\s?([0-9０-９]+)\s?{either('事業 件', INDICATOR)}?"
