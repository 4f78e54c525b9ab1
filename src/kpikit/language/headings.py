"""What heads the columns and the rows of a table."""

from __future__ import annotations

from typing import Final

from kpikit.language.lexicon import PER_WORDS
from kpikit.language.marks import CLOSING, DASHES, NOTES, OPENING
from kpikit.language.statistic import STATISTICS as EVERY_STATISTIC
from kpikit.language.words import either
from kpikit.language.years import (
    DATED,
    ERA_YEAR,
    FIRST_HALVES,
    FISCAL_YEAR,
    HALVES,
    INSTANTS,
    LOWER,
    MONTH,
    ORDINAL,
    QUARTERS,
    UPPER,
)

__all__ = [
    "ABOVE_YEARS",
    "ADDED_UP",
    "ALL_VALUES",
    "BEGUN",
    "BETWEEN_STATEMENTS",
    "CHANGED",
    "COMPARED",
    "COST",
    "COUNTED_KIND",
    "COUNTED_OTHERWISE",
    "DIRECTIONS_OF_FORM",
    "DUE_IN",
    "FIGURES",
    "FORECAST",
    "GAP_FROM",
    "HEADINGS_OF_FORM",
    "INDENTED",
    "INDICATOR",
    "IN_A_BRACKET",
    "JOINING",
    "KEY",
    "KEYED",
    "KINDS",
    "KIND_OF_KEYS",
    "LEADING",
    "LETTER",
    "MARKS",
    "MAY_BE_DUE",
    "NAME",
    "NAMED_PLAN",
    "NAME_OF",
    "NOT_WHEN_DUE",
    "NUMBERED",
    "NUMBER_OF",
    "NUMBER_OF_THINGS",
    "OF_ITS_OWN",
    "OF_PLAN",
    "OF_SOMETHING",
    "OF_VALUE",
    "OF_WHICH",
    "OF_WHOM",
    "OF_YEARS",
    "ORDERED",
    "OWN_SECTION",
    "PROJECT",
    "PROVISIONAL",
    "QUALIFIER",
    "RESULTS",
    "ROLES",
    "SECTION",
    "SECTIONS_OF_FORM",
    "STATUSES_OF_FORM",
    "TIME_OF_VALUE",
    "UNIT",
    "UNIT_WITH_REMARK",
    "VALUES",
    "WITHIN_PLAN",
    "YEARS_OF_PLAN",
    "YEAR_SAID_FIRST",
    "YEAR_SAID_FIRST_OF_ALL",
]

#: Headings of targets that say no more, or only that they are those of the year itself.
PLAIN_TARGETS: Final = (
    rf"(?:(?:{either('本年度 当年度 今年度 年間 年度')})?{either('目標 計画')}[値額数量]?"
    rf"|{either('見込量 量の見込み')})(?:[(][A-Za-z][)])?"
)
#: What is said of a section that may be measured itself: 事業名 | 一時預かり.
PROJECT: Final = either("事業 取組 取り組み プロジェクト サービス 施設")
#: A text that only counts names: ①, (2).
ITEM: Final = r"[①-⑳]|[(（]?[0-9０-９]{1,2}[)）.．]?"
#: A bracket and nothing else: （人）, （単位）.
IN_A_BRACKET: Final = rf"[{OPENING}][^{OPENING}{CLOSING}]+[{CLOSING}]"
#: Role of a column → the words that head it, the usual one first.
ROLES: Final = {
    "number": "No. No ID 番号 項番 通番 整理番号 事業番号 施策番号 指標番号 連番 #",
    "section": """
        施策名 施策 事業名 事業 取組名 取組 取組項目 具体的取組 主な取組 主な事業 計上事業 政策名
        政策 分野 基本目標 基本方針 基本施策 施策目標 政策目標 重点目標 重点施策 施策の方向性
        柱 施策の柱 側面 戦略 重点戦略 基本戦略 重点プロジェクト 取組事項 政策分野 施策分野 分野名
        実施項目 実施事項 推進項目 改革項目
        大項目 中項目 小項目 対象事業 交付対象事業 交付対象事業名
    """,
    "category": "事業区分 区分 分類 種別 事業分類",
    "indicator": """
        指標名 指標 指標の名称 指標名称 成果指標 成果指標名 活動指標 活動指標名 評価指標 管理指標
        進捗指標 数値指標 アウトカム指標 アウトプット指標 KPI KPI名 KGI 数値目標 重要業績評価指標
        重要業績評価指標(KPI) 指標(KPI) 目標指標 項目名 指標項目 指標の内容 指標内容
        活動指標名称 成果指標名称
    """,
    "unit": "単位 指標の単位 (単位)",
    "baseline": """
        当初値 基準値 基準年値 基準年度値 現状値 基準 現状 当初 策定時 策定時の値 策定時の現状値 策定時現状値
        策定時値 計画策定時 計画策定時の値 計画策定時の現状値 計画当初値 初期値 開始時 開始時の値
        現況値 現況 現在値 従前値 ベースライン ベースライン値 事業開始前 開始前 事業実施前 実施前 着手前 導入前 取組前 事業開始時
        ベース値 スタート値 スタート時 スタート時の値 起点値 出発値 事前値 従前 従前の値 計画前 策定前 着手時 基準時 基準実績
        策定当初 当初実績 当初実績値 開始時点の値 策定時点の値 策定時の実績 策定時実績 策定時実績値 戦略策定時 戦略策定時の値
        プラン策定時 計画開始時 計画開始時の値
    """,
    "actual": """
        実績値 実績 実績数値 実績数 最新値 直近値 最新 直近 見込値 見込 実績見込 実績見込値 速報値 中間値 中間評価値
        中間評価時 中間実績 中間実績値 最終値 最終実績 最終実績値 最終評価値 最終評価時 年度実績 年度実績値
        達成値 到達値 進捗値 成果値 測定値 測定結果 調査結果 実施結果 実測値 観測値 報告値 確定値 評価時 評価時の値 今回 今回値
        今回調査 直近の値 最新の値 年度末値 年度末の値 実績等 整備済 整備済み
    """,
    "target": """
        目標値 目標 目標数値 目標水準 最終目標 最終目標値 中間目標 中間目標値 達成目標 計画値
        年度目標 年度目標値 見込量 量の見込み めざす値 目指す値 めざそう値 めざす水準 目指す水準 目標とする値
        めざす数値 目指す数値 目標とする水準 目標ライン 目安 目安値 期待値 プラン値 目標額 目標金額
    """,
    "department": """
        所管課 所管 所管部署 担当部等 担当課等 担当部課 所管課名 所管局 所管部局 担当課 担当 担当部署 担当課名 担当所属
        担当部局 主管課 所属
    """,
    "remark": """
        指標の説明・出典等 指標の説明 説明 出典 出典等 説明・出典等 備考 備考欄 摘要 注 注記
        コメント 算出方法 算定方法 指標の定義 定義 考え方 設定の考え方 特記事項
        事業期間 実施期間 事業実施期間 実施計画期間 取組期間
    """,
}
#: What heads a text about targets or indicators: why they are what they are, how they are counted.
REASONED: Final = (
    rf"(?:(?:{either('目標 目標値 数値目標 目標水準 指標 成果指標 評価指標 KPI')})の?"
    rf"(?:{either('設定 選定 算出 算定')})?|{either('設定 選定 算出 算定')})"
    rf"の?{either('考え方 根拠 理由 背景 方法 趣旨 説明 定義')}等?"
)
#: What heads the time at which a project begins or ends, which is that of no value: 開始年度.
BEGUN: Final = (
    rf"(?:{either('事業 取組 補助 制度 実施')}の?)?(?:{either('始期 終期')}|{either('開始 終了 着手 完了 創設')}"
    rf"(?:予定)?の?(?:{either('年 年月 年月日 時期', FISCAL_YEAR)}))"
)
#: Words of headings below which it stands where figures come from, or how they are worked out.
ORIGINS: Final = tuple("出典 資料 調査 データ 算出 算定 定義 説明 根拠 把握方法 測定方法".split())
#: A heading of names, whose bracket says what stands below them: 指標名（算式・出典）.
NAME_AND_ORIGIN: Final = rf".{{0,6}}指標名?[(][^()]*{either(*ORIGINS, '算式 計算式 式')}[^()]*[)]"

#: What lies between two values, and the same with that which it is counted from: 計画値との乖離.
_GAPS: Final = "差 差額 差異 差分 差引 乖離 かい離 開き"
GAP_FROM: Final = (
    rf"(?:{either('目標 目標値 計画 計画値 見込 見込値 プラン 前年 前年度 前回')})との"
    rf"(?:{either(_GAPS)})(?:[(][^()]*[)])?"
)


def _made(forms: str, words: str) -> str:
    """Return each word in each form: 対{}差 of 目標 is 対目標差."""
    return " ".join(form.format(word) for form in forms.split() for word in words.split())


#: Role → the words of labels that say of a value what it is not: its year, what the publisher
#: works out of it.
LABELS: Final = {
    "target-year": """
        目標年度 目標年 目標時期 達成年度 達成目標年度 目標達成年度 目標値年度 期限 目標期限 達成期限
        達成時期 目標達成時期 目標年月 目標年月日 目標期日 目標時点 達成年 達成年月 達成目標年 目標達成年
        目標達成年月 最終目標年度 目標値の年度
    """,
    "actual-year": """
        実績年度 実績年 調査年度 測定年度 最新年度 最新年 直近年度 調査年 実績値年度 最新値年度 把握年度 調査時点 調査時期
        実績時点 測定時期 把握時期 把握時点 最新時点 実績年月 実績時期 調査年月 調査年月日 測定年 測定年月 測定時点 測定年月日 把握年 把握年月
        直近年 直近値年度 実績値の年度
    """,
    "baseline-year": """
        基準年度 基準年 策定年度 現状年度 当初年度 基準値年度 現状値年度 基準時点 現状時点 策定時点 基準年月 基準時期
        現状年 当初年 当初値年度 現状値の年度 基準値の年度
    """,
    "benchmark": "比較値 比較対象値 比較する値 ベンチマーク",
    "direction": "望ましい方向 望ましい方向性 目指す方向 目指す方向性 改善の方向 改善方向 改善の上向き/下向き",
    "rate": f"""
        達成率 進捗率 達成度 進捗度 目標達成率 目標達成度 目標進捗率 対目標
        {_made("{}比 対{}比 {}対比", "目標 計画 見込")}
    """,
    "result": "評価 判定 達成状況 進捗 進捗状況 達成度評価 進捗評価 総合評価 目標達成状況 達成判定 結果",
    "change": f"""
        増減 増減率 過不足 過不足数 過不足量 差引額 差引値 乖離値 乖離額 乖離幅 乖離率 かい離幅 かい離率
        {_GAPS} {_made("{}比 対{}比 {}対比", "前年度 前年 前回")} 対前年 対前年度
        {_made("{}差 対{}差 {}との差", "目標 計画 見込 前年度 前年 前回")} 目標値との差 計画値との差
    """,
}
#: The headings of the sections in a table that people fill in, the innermost last.
SECTIONS_OF_FORM: Final = ("政策名", "基本目標", "施策名", "事業名")
#: Role → the heading of its column there.
HEADINGS_OF_FORM: Final = {
    "indicator": "指標名",
    "unit": "単位",
    "direction": "望ましい方向",
    "baseline": "基準値",
    "baseline-year": "基準年度",
    "target": "目標値",
    "target-year": "目標年度",
    "actual": "実績値",
    "actual-year": "実績年度",
    "remark": "備考",
    "department": "担当課",
}
#: Direction → how it is written there.
DIRECTIONS_OF_FORM: Final = {"higher": "↑", "lower": "↓"}
#: What may stand there instead of a value.
STATUSES_OF_FORM: Final = ("集計中", "未公表", "調査なし", "該当なし")
#: What a section is called that is an indicator's own row.
INDICATOR: Final = "指標"
#: What a section is called of which nothing else is known.
SECTION: Final = "施策"
#: A heading that names its own kind of section: 窓口事業名.
OWN_SECTION: Final = f"[^()]*{either('事業 取組 政策', SECTION)}名称?"
#: A heading that names its own kind of indicators: 環境指標, サービス指標名.
OWN_INDICATOR: Final = rf"[^()\d]{{1,8}}{INDICATOR}名?"
#: What such a heading says of what stands behind each name: 取組指標（単位）.
OF_UNIT: Final = "[(]単位[)]$"
#: A heading that says whose number it is: 施策番号, 指標番号.
NUMBER_OF: Final = "(.+)番号"
#: A heading of what only tells rows apart: 予算事業ID, 建制順, 優先順位, 頁; 認知度順位 is a value.
ORDERED: Final = rf"(?:.+{either('番号 ID コード 順 No No.')}|{either('優先 表示 掲載 記載 整理')}順位|{either('頁 ページ 掲載ページ 掲載頁 該当ページ 行')})"
#: How a heading ends that asks for the name of something.
NAME: Final = "名称?$"
#: What such a heading has behind what it names: 項目名.
NAME_OF: Final = "名"
#: A unit in a heading, by its word.
UNIT: Final = "単位[:は]?(.+)"

#: What says of a year which it is beside others: 前年度(R5), 当年度(R6).
WHICH_YEAR: Final = either(*(f"{which}年 {which}年度" for which in "前当今昨本翌"))
#: When values were looked at, where a year says more: 中間評価(R5), 前回調査(R2).
OBSERVED: Final = f"{either('中間 最終 前回 今回 直近')}{either('評価 調査')}時?"
#: What heads values as well as what they come to: 結果 beside 目標, R5結果, 結果(R5).
OUTCOMES: Final = rf"(?:{DATED}の?)?結果(?:[(]{DATED}[)])?"
#: The same behind the year of a survey, or before it in brackets: R6調査, 今回(R6調査).
OF_SURVEY: Final = rf"^{either('前回 今回 直近 最新 初回')}(?=[(])|{either('調査 アンケート')}(?:{either('結果 時 時点 値')})?(?=[)]?$)"
#: Statistics that head columns beside others: a total so far, and a single year.
STATISTICS: Final = "累計 単年度 単年 年間 累積"
#: Those of them that are a total so far, and those that are not.
RUNNING: Final = either("累計 累積")
SINGLE: Final = either("単年度 単年")
#: Behind years that all values below are added up over: R4~R8計.
ADDED_UP: Final = rf"(?P<years>{DATED}[~～\-]{DATED})の?{either('合計 計 総額')}"
#: A heading that says since when its values are added up: 令和4年度からの累計.
TOTAL_SO_FAR: Final = rf"(?:{DATED}から(?:の)?|計画期間(?:の)?){RUNNING}"
#: Who is named by a heading that is no section.
_NO_NAME: Final = "者課係部局室氏人会"
#: A heading that names something, and is no person and no office: 施設名, 交付対象事業の名称.
NAMED: Final = rf".{{1,6}}(?<![{_NO_NAME}])名称?|.{{1,12}}(?<![{_NO_NAME}])(?<!{INDICATOR})の名称"
#: What a heading says of targets that are due by the end of the plan: 目標値（計画期間内）.
WITHIN_PLAN: Final = f"計画期間(?:{either('内 中 末 終了時')})?"
#: From when to when a plan runs, as its title or a line says: 計画（R3～R7）, 計画期間：R3～R7.
YEARS_OF_PLAN: Final = rf"(?:{either('計画 プラン 戦略 ビジョン 期間')})[(:はの]{{0,2}}{DATED}(?:から)?[~～\-]?({DATED})"
#: Between a word of values and the year that a line says they are of: 目標値：R8, 目標値＝R8.
_SAYS: Final = "(?:[:：=]|は)"
#: Role → what a line says of the years of values below it: 目標年度：令和８年度.
SAID_OF_YEARS: Final = {
    role: rf"(?:(?<!\w)|(?<=の))(?:{either(LABELS[role])}){_SAYS}({DATED})"
    for role in ("target-year", "actual-year", "baseline-year")
}
#: Whose values a line speaks of that speaks of all: 各指標の目標値.
_OF_ALL: Final = (
    rf"(?:{either('各 全 全ての すべての 本 各々の')})?"
    rf"(?:{either('成果 数値 評価 管理')})?{either('項目 計画 プラン 戦略 ビジョン KPI', INDICATOR)}(?:ごと)?の"
)
#: Whose it speaks of where others have been told: その他の目標値.
_OF_REST: Final = f"(?:{either('その他 それ以外 そのほか ほか 他 上記以外 左記以外 残り')})の"
#: What may stand before it, which is the last one of the plan: 計画の最終年度である令和８年度.
_LAST_ONE: Final = rf"(?:[^、,。:(]{{0,24}}{either('最終 目標 終了 満了 完了')}(?:年度|年)(?:である|の|に当たる|[:=(])?)?"
#: What may stand behind the year of values, up to what ends the statement: 末の値とする.
_YEAR_HOLDS: Final = (
    rf"末?(?:{either(INSTANTS)})?(?:まで)?に?(?:{either('達成すべき 達成する 達成を目指す 目指す めざす 到達すべき')})?"
    rf"(?P<values>の?(?:{either('値 数値 目標値 目標 水準 もの 実績 実績値')}))?"
    rf"(?:{either('である です とする とします とした としている としています となる となります を示す を示しています')})?"
)
#: Role → what all its values are called, and not some of them: 中間目標 is none.
ALL_VALUES: Final = {
    "target": "目標値 目標 目標数値 数値目標 計画値 目標額",
    "actual": "実績値 実績 最新値 最新 直近値 直近",
    "baseline": "基準値 当初値 策定時 計画策定時 現状 現状値",
}
_OF_ALL_AT_ONCE: Final = f"(?:{either('いずれも 全て すべて 原則 原則として')}[、,]?)?"
#: What a line says of when values are, each with the word for them: 実績は令和６年度, 目標値（R8）. What is said
#: of some of them has more before the word; 表では is no word for values.
SAID_BESIDE: Final = (
    rf"(?<![\w)])(?P<rest>{_OF_REST})?(?:{_OF_ALL})?(?P<word>[^\W\d_]{{2,8}}?)"
    rf"(?:の(?:{either('値 数値')}))?(?:(?P<bracket>[(])(?={DATED}(?:末|時点)?[)])"
    rf"|(?:の(?:{either('年度 時点 達成年度 目標年度')}))?(?:[:：=]|(?<![でにと])は)[、,]?{_OF_ALL_AT_ONCE}{_LAST_ONE})"
    rf"(?P<year>{DATED})"
)
#: The same up to its end: 目標値は令和８年度末（特に記載のあるものを除く）, 策定時の値は令和２年度、最新値は令和６
#: 年度の値である, 当初：H25年度.
SAID_OF_VALUES: Final = rf"{SAID_BESIDE}{_YEAR_HOLDS}(?=$|[(、,)/・])"
_CALLED_VALUES: Final = " ".join(ALL_VALUES.values()).split()
_CALLED: Final = either(
    *(LABELS[f"{role}-year"] for role in ALL_VALUES),
    *(word for word in _CALLED_VALUES if word.endswith("値")),
)
#: The year before the word for values, or for their year: 令和８年度を目標年度.
YEAR_SAID_FIRST: Final = rf"(?P<year>{DATED})末?を(?P<word>{_CALLED})"
#: Up to its end: 令和８年度を目標年度とする.
YEAR_SAID_FIRST_OF_ALL: Final = (
    rf"{YEAR_SAID_FIRST}(?=$|[、,]|と(?:する|した|し、|し$|しま|してい|なる|定め|設定))"
)
#: Role → of which year a line says that some values of it are, whichever.
SAID_OF_SOME: Final = {
    role: rf"(?:{either(ROLES[role])}){_SAYS}[、,]?({DATED})" for role in ALL_VALUES
}
#: A year that a line says is that of targets or of values at the start, be it of one indicator.
SAID_OF_OTHERS: Final = (
    rf"(?<!{either('基本')})(?<!{either('施策')})(?<!{either('政策')})(?<!{either('重点')})"
    rf"(?:{either(ROLES['target'], '基準値 当初値 策定時 計画策定時')})(?:の(?:{either('年度 時点')}))?"
    rf"(?:[:：]|は)[、,]?{DATED}(?![年度月日\d]|の?(?:{either('実績 進捗 達成 状況 評価 結果')}))"
)
#: What is before the year of values that is said of some of them: No.2は, 再掲の.
OF_SOMETHING: Final = (
    rf"[^、,]*?(?<!{either('値')})(?<!{either('目標')})は|{either('その他 一部 No')}"
)
_AIMED_AT: Final = either("目標 目標値 数値目標 目標年度 計画値 達成")
#: What may say when targets are due, in words that nobody knows: 令和９年度の達成を目指す.
MAY_BE_DUE: Final = rf"{_AIMED_AT}[^。]{{0,20}}?({DATED})|({DATED})[^。、,]{{0,20}}?{_AIMED_AT}"
#: What else is done to targets in a year, or is of it.
NOT_WHEN_DUE: Final = either(
    "見直 改定 改訂 設定 策定 検討 公表 決定 変更 実績 現状 基準 当初 開始 評価 調査 予算 決算 前計画 次期 旧"
)
#: What is said behind that of values that are of other years, and where those say so themselves.
EXCEPTED: Final = either("除く 除き 除いて 以外 ただし 一部 別途 異なる")
SAYING_SO: Final = either("記載 明記 表示 表記 注記 記述 示す 示した 付記 併記")
#: What parts the statements of a line.
BETWEEN_STATEMENTS: Final = (
    r"\N{IDEOGRAPHIC SPACE}+|\s{2,}|[\n。]"
    rf"|\s(?=(?:{_OF_ALL})?(?:{either(*ALL_VALUES.values())})[:：＝=はの(（]|[^\W\d_]{{2,8}}[:：])"
)
#: A difference from a year: 2019年比.
SINCE: Final = rf"(?:{DATED}|{either('前回 当初 計画 策定時 前期 基準 基準年 現状 現況', f'基準{FISCAL_YEAR}')})比"
#: What is worked out of the value beside it, below one heading: 削減率 beside 排出量.
CHANGED: Final = (
    rf"(?:{either('削減 減少 増加 増減 伸び 上昇 低下 改善 縮減 変化')})[率量幅](?:[(][^()]*[)])?"
)
#: What a bracket behind a year says that changes nothing of it: 令和5年度(決算).
SETTLED: Final = either("決算 決算額 決算値 確定 確定値 確報 公表")
#: What a bracket behind a year says of its place in the plan: (第9期), (最終年度), (計画2年目).
PLACE_IN_PLAN: Final = (
    rf"(?:計画|計画期間)?の?(?:{ORDINAL}?\d{{1,2}}(?:[期次](?:計画)?|年[目次])"
    rf"|{either('初 最終 中間 開始 終了 策定')}(?:{FISCAL_YEAR}|年))"
)
#: Which year of a plan or a project a year is, before it: 1年目(令和4年度).
YEAR_OF_PLAN: Final = (
    rf"(?:{either('計画 事業 取組 実施')}の?)?"
    rf"(?:{ORDINAL}?\d{{1,2}}年[目次]|{ORDINAL}\d{{1,2}}{FISCAL_YEAR}|初{FISCAL_YEAR})"
)
#: Whose values are no actuals of the body's own, and whose are.
_WHOSE: Final = (
    f"(?:{either('国 県 都 道 府 全国 都道府県 県内 類似団体 類似都市 中核市 近隣市 他市')})"
    rf"(?:{either('の')})?(?:{either('平均 平均値 値 実績 全体')})?"
)
_ASIDE: Final = rf"[(]?(?:{either('参考')})?[)]?[:：]?[(]?"
OTHERS: Final = (
    rf"[(]?{either('参考 参考値')}[)]?|{_ASIDE}{_WHOSE}[)]?"
    rf"|{either('社人研 国立社会保障・人口問題研究所')}[^()]*"
)
#: The same with whose value it is, which that of the body may be compared with: 参考(県平均).
COMPARED: Final = rf"{_ASIDE}({_WHOSE})[)]?"
_BEFORE: Final = "前年度 前年 昨年度 前回 前回調査 前回値 前々年度"
#: What a bracket says of values that are not those of the body in its year: 実績値(全国), (前年度).
NOT_ITS_OWN: Final = either(_BEFORE, "前期 旧 変更前 見直し前 改定前 改訂前")
#: How a value came to be known, before the word for it: 公表値, 調査結果.
_KNOWN_BY: Final = either("公表 発表 確定 確報 速報 決算 把握 測定 計測 調査 集計 算定 算出")
#: A heading of such values: 前年度実績, 前回値, 前年公表値.
NOT_OF_ITS_YEAR: Final = (
    rf"{either(_BEFORE)}の?(?:(?:{_KNOWN_BY})?の?(?:{either('実績 実績値 値 数値 結果')}))?"
)
_SEXES: Final = "男 女 男性 女性 男子 女子"
#: A name that says no more than of whom it is, below that of the whole: 健康寿命 above 男性.
OF_WHOM: Final = rf"[\s　・└├┗]*[(（]?(?:{either(_SEXES)}|総数|全体)[)）]?\s*"
#: How a name begins that stands below another one and is of a part of it.
INDENTED: Final = r"(?:\u3000|[ ]{2}|[ ]?[・└├┗])[\s\u3000]*(?=\S)"
#: A part of the whole: うち市民, 男性, 北地区.
PART_OF_ALL: Final = (
    rf"(?:うち|内訳|内数).*|{either(_SEXES)}|男女別"
    rf"|(?![全各本当])[^\W\d_]{{1,6}}{either('区 地区 地域 圏域 支所 出張所')}"
)
#: How the name of a part begins, which says nothing without that of its whole: うち女性, (内数)市外.
OF_WHICH: Final = (
    rf"[\s　・└├┗]*[(（【]?(?:{either('うち 内 内訳 内数')}[)）】:：]+|うち(?!わ|エコ|読|どく|の|[^\W\d]*診断)"
    rf"|内数|内(?=[\s　]))"
)
#: An item of a list within a cell, behind its mark: ①８校 ②33団体.
ITEMIZED: Final = r"([①-⑳])([^①-⑳]*)"
#: What a bracket may say of values that changes nothing of them: the plan that they are of, when
#: that was made or changed, where they come from, that they are of all, a letter for them, and the
#: noun of what is counted: 計画（確保量）, 実績（利用者数）.
REMARK_OF_VALUES: Final = (
    rf".*{either('計画 戦略 プラン ビジョン 大綱 期 次')}"
    rf"(?:{either('期間 値 時')}|に{either('定める 掲げる 基づく')}(?:{either('もの 値')})?)?"
    rf"|.*{either('年 年月 年月日 時点 時期 期限 期日', FISCAL_YEAR)}"
    rf"|.*{either('調査 アンケート 統計')}(?:{either('結果 より 値')})?"
    rf"|.*{either('変更 見直し 改定 改訂 修正 策定')}{either('後 時')}?"
    rf"|{either('当初 計画時 最新 直近 確定 確定値 確報')}"
    rf"|全[^\W\d_]{{1,3}}|{either('合計 計 総計 総数 全数 平均 延べ 実数 実人数 公表 公表値 決算 予算')}"
    rf"|[^\W\d_]{{1,6}}{either('量 人数 者数 件数 回数 日数 か所数 箇所数')}"
    rf"|{either('決算額 予算額 実績 実績値 目標 目標値')}|[A-Za-zア-ン甲乙丙①-⑳]|\d{{1,2}}|{ITEM}"
)
#: Role → what a bracket calls values of another one: 実績値(目標), 目標値(決算).
OPPOSED: Final = {
    "target": either("実績 実績値 決算 決算額"),
    "actual": either("目標 目標値 計画 計画値 予算 予算額"),
    "baseline": either("目標 目標値 計画 計画値 予算 予算額"),
}
#: A span of months: 4月~9月, 4~9月, 9月末.
MONTHS: Final = rf"\d{{1,2}}{MONTH}?[~～\-ー〜から]+\d{{1,2}}{MONTH}(?:末|分|まで)?|\d{{1,2}}{MONTH}(?:末|分|まで|時点|現在)"
#: A part of a year, beside the whole of it.
PART_OF_YEAR: Final = rf"{ORDINAL}?[1-4一二三四]{QUARTERS.split()[0]}|[1-4]Q|{either(*HALVES, '上期 下期')}|\d{{1,2}}{MONTH}"
#: A part of a year beside the heading of all of it, and that: 前期 beside 年間.
PART_BESIDE_YEAR: Final = rf"(?:{either(*FIRST_HALVES.split(), '下期 後期 後半')}|[1-3一二三]学期)(?:末|{either('まで 時点')})?"
WHOLE_YEAR: Final = either("年間 通年 通期 年度 年度末 年度計 年間計 年計")
#: Those that together are a year, and how many of them are.
PARTS_OF_YEAR: Final = (
    (rf"\d{{1,2}}{MONTH}", 12),
    (rf"{ORDINAL}?[1-4一二三四]{QUARTERS.split()[0]}|[1-4]Q", 4),
    (either(*HALVES, "上期 下期"), 2),
)
OWN: Final = either("市 町 村 区 本市 当市 本町 当町 本村 市全体 町全体 本県 市平均")
#: A body that others call so too, and how the row of one's own is called.
OF_BODY: Final = "[都道府県]"
OWN_ROW: Final = "市"
#: Words that tell targets from actuals where the same noun stands beside both: 目標効果額.
PAIRED: Final = (("target", "目標 計画"), ("actual", "実績"))
#: What a heading says that is of targets: 数値目標, 目標値(KPI).
AIM: Final = "目標"
#: A line that says what two values above one another are: 上段：目標値 下段：実績値.
STACKED: Final = (
    rf"([{UPPER}{LOWER}])(?:段|の?行)[^\S\n]*(?:[(（][^\S\n]*[)）])?[^\S\n]*[:：はがを=]?[^\S\n]*"
    rf"([^\s、,)）/／。]+?)(?:である|であり|です|で|を(?:示す|示し|表す|表し|記載)\w*)?"
    rf"(?=[\s、,)）/／。]|[{UPPER}{LOWER}](?:段|の?行)|$)"
)
#: Of what such a line says so: 年度ごとの欄は、上段が.
STACKED_OF: Final = r"([^\s、。,※*(]+?)(?:の?欄)?(?:について)?(?:は|では|の)[、,]?\s*$"
#: That is the values of all years, and nothing apart from them.
OF_ALL_VALUES: Final = (
    rf"(?:{either('各 毎 年度 年 年次 ごと 毎 別 の 欄 枠 表 中 内 値 数値 成果 指標 項目 推移 目標 実績 計画 と 及び')}"
    rf"|{either('上記 下記 上 下 以下 期間')})+"
)
#: A goal that is that of its year, and not of the end of a plan.
OF_ONE_YEAR: Final = "単年度目標"
#: Behind what is counted: 業務数.
NUMBER_OF_THINGS: Final = "数"
#: Between the labels of a name and of its value that one heading joins: 指標と目標値.
JOINING: Final = rf"{either('と 及び および')}|[・/／]"
_LETTER: Final = "[A-ZＡ-ＺⒶ-Ⓩア-ンｱ-ﾝ㋐-㋾]"
_COUNT: Final = "[①-⑳]|[(（][0-9０-９]{1,2}[)）]"
_PARTING: Final = r"[\s.．:：]"
#: What stands for a name that is said elsewhere: Ａ, ①, (1).
KEY: Final = f"{_LETTER}|{_COUNT}"
#: The same there, before the name: Ａ　利用率, ①利用者数, 1. 件数; ①5件 and 1 5件 may be values.
KEYED: Final = (
    rf"(?P<key>{_LETTER}(?={_PARTING})|(?:{_COUNT})(?={_PARTING}*[^\W\d])|[0-9０-９]{{1,2}}(?={_PARTING}+[^\W\d]))"
    rf"{_PARTING}*(?P<name>\S.*)"
)
#: A letter that tells kinds of indicators apart, as text is compared: 活動指標ア.
LETTER: Final = "[a-zア-ン]"
#: The heading of such names, or the word for one: ⑤ 成果指標, 活動指標（名称）.
KIND_OF_KEYS: Final = (
    rf"(?:[(]?\d{{1,2}}[.)、]?)?([^\W\d_]{{0,6}}{INDICATOR})(?:名|[(](?:{INDICATOR})?名称?[)])?"
)
#: The same with its key behind it, in one width: 成果指標1, KPI(2), 活動指標ア.
COUNTED_KIND: Final = (
    rf"(?P<kind>.*\D)(?P<key>\d{{1,2}}|[(]\d{{1,2}}[)]|(?:(?<={INDICATOR})|(?<=K[PG]I))[A-Zア-ン])"
)
#: Between the labels of a value at the start and of the one aimed at, and between these: 現状値→目標値.
LEADING: Final = r"\s*[→⇒➡➔]\s*"
#: A heading that says no more than that its values are those of now.
NOW: Final = rf"^{either('現在 現時点')}(?=$|[(])"
#: What such values are called.
VALUES_OF_NOW: Final = "現在値"
#: What heads a value that is newer than the one at the start.
LATEST: Final = either("現状 直近 最新 現況 現在")
#: A line, or the end of one, that says in what all figures are counted: (単位:千円).
UNIT_LINE: Final = (
    r"単位\s*[:：]\s*([^()（）\s、,]+(?:[^\S\n][A-Za-z][^()（）\s、,]*(?=\s*[)）]))?)"
)
#: A unit with remarks behind it: ％（集団回収を含む。）, 日、年度末現在, 億円（税抜）。▲は赤字.
UNIT_WITH_REMARK: Final = (
    rf"([^\s()。、,{NOTES}]+)\s*(?:[(]([^()]*)[)]\s*(?:[。、,{NOTES}]\s*([^()]*))?"
    rf"|[。、,{NOTES}]\s*([^()]+)|\s([^()]+))"
)
#: What a remark has that says that something is counted otherwise: ただし, は件, t.
COUNTED_OTHERWISE: Final = (
    rf"[A-Za-z%/]|{either('単位')}|は\S{{1,3}}$|{EXCEPTED}|{either(*PER_WORDS)}"
    rf"|^(?:{either(*(each.words for each in EVERY_STATISTIC))})$"
)
#: What stands above a value and says no more: 最新値 above 年度 and 値.
VALUES: Final = "値 数値 数量 名称 名 内容 年度計 年間計 年計 通年 通期"
#: How the heading of a value ends, and what its years are called behind its stem: 評価値, 評価年度.
VALUE: Final = "値"
#: The same with の before it: 直近の値, 最新の数値.
OF_VALUE: Final = r"の数?値(?=$|[(])"
YEARS_OF_VALUES: Final = rf"{either('値')}?の?{either('年 年月 年月日 時点 時期', FISCAL_YEAR)}"
#: A number before a label: 2.目標値, ①目標.
NUMBERED: Final = r"^(?:[(]?\d{1,2}[.):、]|[①-⑳])"
#: The number of a line: １　目標値, （２）実績値.
LINE_NUMBER: Final = (
    r"^\s*(?:[(（]?[0-9０-９]{1,2}[)）.．、:：]?[\s\u3000]+|[(（][0-9０-９]{1,2}[)）]|[①-⑳])"
)
#: A mark or a letter by which a publisher says how it went, and arrows.
MARKS: Final = "[◎○〇●△▲×✕✖☆★□■↑↓→↗↘⇧⇩⇒]|[A-Ea-eS]|[A-E][+-]"
#: What something costs: no indicator.
COST: Final = (
    rf"[①-⑳\d.()]*(?:(?:{ERA_YEAR})?{FISCAL_YEAR}|{ERA_YEAR})?"
    rf"(?:{either('直接 総 概算 職員 年間 うち 当初 補正 補正後 最終 対象 執行 その他 特定 一般')})*"
    rf"(?:{either('予算現額 支出済額 不用額 繰越額 翌年度繰越額 交付決定額 充当額 交付金充当額 決算見込額')}"
    rf"|{either('事業費 人件費 経費 コスト トータルコスト 総コスト 予算 決算 予算額 決算額 執行額')}"
    rf"|{either('財源 財源内訳 国庫支出金 国支出金 県支出金 都道府県支出金 国県支出金 地方債')}"
    rf"|{either('市債 町債 起債 一般会計 財政負担 執行率 交付金 補助金 うち交付金')}"
    rf"|{either('補助率 補助割合 補助額 補助単価 補助上限額 補助限度額')}"
    rf")(?:額|計|の推移|内訳)?(?:[(][^()]*[)])*"
)
#: How the name of what was spent on something ends, and what a bracket says of a year: 観光費決算額,
#: R7年度（予算）.
SPENT: Final = (
    f"(?:{either('予算 予算額 決算 決算額 執行額 事業費 人件費 経費')}(?:[(][^()]*[)])?"
    rf"|年度?\s*[(]{either('予算 予算額 当初予算')}[)])$"
)
#: What heads the names of projects, right of which sums of money are what these cost: 主な事業名.
PROJECTS: Final = ".{0,6}事業(?:の?名称?)?"
#: What a project was to cost, and what it did: 計画額 beside 実績額.
SUM_PLANNED: Final = f"{either('計画額 予定額 見込額 申請額')}(?:[(][^()]*[)])?"
SUM_SPENT: Final = f"{either('実績額 支出額 精算額 執行額 決算額')}(?:[(][^()]*[)])?"
#: What a title of such sums has in it where they are what a project brings in: 効果額, 歳入確保.
SUMS_EARNED: Final = either("効果 歳入 収入 収益 寄附 寄付 売却 売上 削減 縮減 節減")
#: What a part of it was paid from, or what it differs by: うち過疎債, 差額.
SUM_WITHIN: Final = f"うち.+|{either('差額 差引額 残額')}(?:[(][^()]*[)])?"
#: What heads what came of a year, where names of indicators stand left of it: 決算 beside 目標値.
#: 決算額 is what was spent.
OF_ACCOUNTS: Final = r"決算(?:値|実績)?(?=見込|[(]|$)"
#: What heads what was granted, beside what came of it.
BUDGET: Final = "予算"
#: Who works on it: no indicator, unless it has a target.
STAFF: Final = (
    rf"(?:{either('うち 正規 正 常勤 非常勤 一般 会計年度任用 任期付 再任用 従事 担当 配置 所要 必要 延べ 年間 投入 職員')})*"
    rf"(?:{either('人工 職員 従事者 従事人員 人員 要員 従事')}(?:数|量|人数)|{either('人工 職員数 従事人数 従事人員 業務量 投入人員 投入人数')}"
    rf")(?:[(][^()]*[)])*"
)

# -- beside the word of a role -----------------------------------------------------------------

#: The values below are not known yet.
FORECAST: Final = "(?:見込み?|予測|推計)値?"
#: The values below may still change.
PROVISIONAL: Final = "(?:速報|暫定)値?"
_FIRM: Final = f"{FORECAST}|{PROVISIONAL}"
_VALUES: Final = either("実績 実績値 数値 値 データ 結果")
#: What a line says of how firm the values of a year are, or all: ※令和6年度は見込値.
FIRM_LINE: Final = (
    rf"(?:({DATED})(?:の?{_VALUES})?|(?<![^\s(※注*:]){_VALUES})\s*(?:は|:)[、,]?\s*({_FIRM})"
)
#: How a title or the name of a sheet ends whose values are not final: R6見込, KPI一覧(速報).
FIRM_TITLE: Final = rf"(?:({DATED})|^|[\W_]|{either('実績')})[(【\[]?({_FIRM})版?[)】\]]?$"
#: The plan that values are of, before their word: 中期計画の目標値, 第３次総合計画の目標.
OF_PLAN: Final = (
    r"(?:第[0-9一二三四五六七八九十]{1,2}[次期])?"
    rf"(?:{either('中期 長期 中長期 短期 本 当 総合 基本 実施 推進 行動 経営 事業 振興')}){{0,2}}"
    rf"{either('計画 戦略 プラン ビジョン')}の"
)
#: When in its year a value was set or seen, before its word: 年度当初の目標, 年度末の実績.
WITHIN_YEAR: Final = (
    rf"(?<![\d元])(?:{either('年度当初 年度初め 年度始め 年度末 年末 期首 期末')})(?:時点)?の?"
    rf"(?={either('目標 実績 計画 見込')})"
)
#: Behind the year that something is due in: 令和7年までに, R8までの目標.
DUE_IN: Final = (
    rf"(?<=[\d元年度月末]){either('までに までの')}(?=$|[)）]|{either('目標 計画 達成')})"
)
#: Whose own values are, before the word for them: 市の目標値, 本市の実績.
OF_ITS_OWN: Final = rf"^{either('市 町 村 区 本市 当市 本町 当町 本村 当村 本県 当県')}の(?={either('目標 実績 現状 計画')})"
#: When a value was seen or is due, behind the word for it: 最新値の年月.
TIME_OF_VALUE: Final = (
    rf"^({either('実績 最新 直近 目標 基準 現状 当初')}){VALUE}の?"
    rf"(?:{either('年 年月 年月日 年次 時点 時期 期日', FISCAL_YEAR)})$"
)
#: Nouns of values that other words may be joined to.
COMPOUND: Final = either("目標 計画 実績 値の推移")
#: What says of a target which one it is, before its word; those of later years only with the year.
KIND_OF_AIM: Final = (
    rf"(?:{either('到達 設定 年次 必達 KPI 成果 整備 活動 全体 管理 経営 運営')})(?=目標{either('値 数値 量 数 件数 額 水準')})"
    rf"|(?:{either('到達 設定 年次 必達 KPI 管理')})(?=目標(?:[(]|$))"
    rf"|(?:{either('短期 中期 長期 将来')})(?=目標.*\d)"
)
#: That values are those of one year each, before their word or behind it: 年度別目標値, 目標値の推移.
OF_EACH_YEAR: Final = (
    rf"(?:{either('年度別 年次別 年別 年度ごとの 年度毎の 年ごとの 毎年度の 毎年の 各年度の 各年の 各年 年次')}の?)"
    rf"(?={either('目標 計画値 実績')})"
    rf"|(?<={either('値')})の推移$|(?<={either('目標 計画 実績')})の推移$"
    rf"|(?<={either('値 標 画 績')})[(]{either('年度別 年次別 年別 推移')}[)]$"
)
#: What is counted of a target, behind its word: 目標件数; and the usual word for it.
AMOUNT_OF_AIM: Final = rf"(?<=目標)(?:{either('値等 量 数 件数 額 人数 回数 の数値 の値')})(?=[(]|$)|(?<=計画)(?:{either('量 数 件数 人数 回数')})(?=[(]|$)"
#: Words that change nothing of a role.
QUALIFIER: Final = either(
    "中間 最終 前期 後期 直近 最新 累計 単年度 各年度 本年度 当年度 今年度 年間 計画期間 計画期間内 計画期間中 計画期間末 計画期間終了時 計画 プラン 策定時 の"
)
#: What says of a target that it is the first one, and that it stands in place of that.
UNREVISED: Final = "当初 変更前 見直し前 見直前 改定前 改訂前 修正前 旧"
REVISED: Final = "変更後 見直し後 見直後 改定後 改訂後 修正後 再設定後"
#: What stands there where the first one holds.
UNCHANGED: Final = (
    "変更なし 変更無し 見直しなし 修正なし 改定なし 据置 据置き 据え置き 同左 当初のとおり"
)
#: What may stand above years and says no more than they do.
OF_YEARS: Final = frozenset(
    (FISCAL_YEAR, *["年次", "会計年度", "計画年度", "年", *"時点 時期".split()])
)
#: Those of them that head the time of one value rather than that of a row.
OF_TIMES: Final = frozenset(["時点", "時期"])
#: What stands above years whose values have not been seen.
PLANNED: Final = (
    rf"(?:{either('計画 プラン 目標 予定 見込 見込み 見通し 推計 予測 将来 展望 めざす 目指す 期待 想定')})"
    r"(?:値|額|数|量|水準)?(?:[(][^()]*[)])?$"
)
#: What such values are called by the plan that they are of: 強化プラン beside 実績.
NAMED_PLAN: Final = rf"[^\W\d]{{1,10}}{either('計画 プラン')}"
#: What the words of values end with before the letter of their column: 計画値Ａ, 実績Ｂ.
NUMBERED_WORD_ENDS: Final = "値 数 量 額 画 績 標"
#: The number of a label, 2 rows of which are taken from one another: ①目標, ②－③, B/A(%).
COUNTED_LABEL: Final = (
    r"^[①-⑳](?=[^\W\d])|(?<=[^\W\d_])[①-⑳]$|(?<=[)）])[①-⑳]$|(?<=[^\W\d])\s*その[0-9０-９①-⑳]{1,2}$"
    rf"|(?<=[^\W\d])[\s\u3000]+[A-ZＡ-Ｚ](?:[{DASHES}-][A-ZＡ-Ｚ])?$"
    rf"|(?<=[{''.join(NUMBERED_WORD_ENDS.split())}])[A-ZＡ-Ｚ]$"
)
_NUMBERED: Final = "(?:[①-⑳A-ZＡ-Ｚ]|[(（][A-Za-zＡ-Ｚａ-ｚ][)）])"
DIFFERENCE: Final = rf"[(（]?{_NUMBERED}(?:[{DASHES}+＋]{_NUMBERED})+[)）]?"
QUOTIENT: Final = rf"[(（]?{_NUMBERED}[÷/／]{_NUMBERED}(?:[×*✕]100)?[)）]?(?:[(（][%％割][)）])?"
#: The same of words: 実績/計画, (実績÷目標)×100, 実績-目標(件).
FORMULA: Final = (
    rf"[(]?(?P<one>[^()/÷{DASHES}-]+)(?P<sign>[/÷{DASHES}-])(?P<other>[^()/÷{DASHES}-]+)[)]?"
    r"(?:[×*✕]100)?(?:[(][^()]*[)])?"
)
#: What a body provides for what it expects, which is not what it aims for: 確保方策 beside 量の見込み.
PROVISION: Final = rf"{either('確保')}の?{either('方策 内容 量 数 見込 見込み')}(?:[(][^()]*[)])?"
#: What would come of it if nothing more was done, which is no aim: すう勢値 beside 目標値.
TREND: Final = (
    rf"{either('すう勢 趨勢 成り行き 成行き 成行 BAU トレンド')}(?:{either('値 ケース 推計 推計値 シナリオ')})?"
    r"(?:[(][^()]*[)])?"
)
#: What a heading calls times to come, where its bracket says what is below: 将来展望(目標).
FORESEEN: Final = rf"(?:{either('将来 将来の')})?(?:{either('展望 見通し 人口展望')})[(]([^()]+)[)]"
#: The year whose values a line says are below it: 令和6年度実績, R6末現在.
OF_ACTUALS: Final = rf"({DATED})(?:末?の?{either('実績 決算 実施 達成状況 現在 時点')}|分(?=[)）]))"
#: What stands before the year of all values: 評価対象年度, 実施年度.
YEAR_OF_ALL: Final = rf".{{0,6}}{either('対象 実施')}{FISCAL_YEAR}"
#: What a line says of a year that is not that of the values below it.
NOT_OF_VALUES: Final = (
    f"{either('更新 作成 公表 発行 掲載 開始 着手 策定 改定 改訂 目標年 期間 終期 始期 会議 開催 予算 計画年 から')}"
    "|(?<!量の)見込(?!量)|第[0-9０-９一二三四五六七八九十]{1,3}回"
)

# -- rows of kinds -----------------------------------------------------------------------------

_GOAL: Final = either("目標 計画")
_REACHED: Final = either("達成 進捗")
#: Role → what its rows are called where targets and actuals stand in rows of their own.
FIGURES: Final = {"target": "目標", "actual": "実績"}
#: Words of such rows that head no columns, each with its role.
KINDS: Final = (("計画", "target"), ("プラン", "target"), ("見込み", "actual"))
#: Such rows that are kept as text.
RESULTS: Final = (
    rf"(?:{_GOAL}?{_REACHED}[率度]|{_REACHED}状況|対?{_GOAL}比"
    rf"|{either('評価 判定')})(?:\([%割]\))?|{either(LABELS['change'])}(?:\([^()]*\))?|{GAP_FROM}"
)
#: What may stand above all the years.
ABOVE_YEARS: Final = f"(?:{_GOAL}値?[・/／]?実績値?|実績値?[・/／]?{_GOAL}値?|{FISCAL_YEAR})[ \n]+"
