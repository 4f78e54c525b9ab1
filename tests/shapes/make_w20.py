"""Documents w20 to w38: what each is, and why, is said in README_w.md."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from shapes.sheets import Sheet, separated, workbook


def w20(folder: Path) -> Path:
    cells = """
定住促進計画の進捗 | < | < | < | <
指標 | 策定時（R4.3末） | 実績（R6.3末） | 実績（R7.3末） | 目標（R9.3末）
空き家バンク登録件数 | 41件 | 63件 | 70件 | 100件
移住者数（累計） | 112人 | 230人 | 301人 | 500人
"""
    return workbook(folder / "w20_sue.xlsx", Sheet("KPI", cells))


def w21(folder: Path) -> Path:
    cells = """
指標 | 単位 | 2021 | 2022 | 2023 | 2024 | 2025目標
公害苦情件数 | 件 | 88 | 91 | 79 | 84 | 70
緑化面積 | ha | 12.1 | 12.4 | 12.9 | 13.0 | 14.0
登録ボランティア数 | 人 | 2011 | 2019 | 2022 | 2045 | 2100
"""
    return workbook(folder / "w21_seireki.xlsx", Sheet("指標", cells))


def w22(folder: Path) -> Path:
    cells = """
指標名 | 単位 | 目標（R10） | R6 | R5 | R4 | R3 | 基準（R1）
自転車事故件数 | 件 | 30 | 41 | 44 | 52 | 47 | 60
防犯カメラ設置数 | 台 | 200 | 164 | 150 | 131 | 120 | 88
"""
    return workbook(folder / "w22_desc.xlsx", Sheet("一覧", cells))


def w23(folder: Path) -> Path:
    cells = """
令和６年度　教育委員会点検評価　指標一覧 | < | < | < | < | <
指標 | 単位 | 前年度実績 | 本年度目標 | 本年度実績 | 達成状況
図書館貸出冊数 | 千冊 | 412 | 420 | 405 | 未達成
市民講座の受講者数 | 人 | 1203 | 1300 | 1388 | 達成
学校給食の残食率 | ％ | 6.1 | 5.0 | 5.4 | 未達成
"""
    return workbook(folder / "w23_zennendo.xlsx", Sheet("評価", cells))


def w24(folder: Path) -> Path:
    cells = """
政策１　産業 | < | < | < | <
指標 | 単位 | R5実績 | R6実績 | R8目標
事業所数 | 事業所 | 2104 | 2088 | 2150
有効求人倍率 | 倍 | 1.12 | 1.20 | 1.30
政策２　福祉 | < | < | < | <
指標 | 単位 | R4実績 | R6実績 | R9目標
介護予防教室の参加者数 | 人 | 880 | 1012 | 1200
要介護認定率 | ％ | 18.1 | 18.4 | 18.0
"""
    return workbook(folder / "w24_repeat.xlsx", Sheet("全体", cells))


def w25(folder: Path) -> Path:
    cells = """
指標 | R6目標 | R6実績 | 達成率
収納率 | 0.985 | 0.982 | 0.997
利用登録者数 | 12000 | 12871 | 1.073
事業費の削減額 | 35000 | 31200 | 0.891
待ち時間 | 10 | 12.5 | 0.8
"""
    return workbook(
        folder / "w25_formats.xlsx",
        Sheet(
            "KPI",
            cells,
            {
                "B2:C2": "0.0%",
                "D2:D5": "0.0%",
                "B3:C3": '#,##0"人"',
                "B4:C4": '#,##0"千円"',
                "B5:C5": '0.0"分"',
            },
        ),
    )


def w26(folder: Path) -> Path:
    cells = """
指標 | 基準値（R4） | 実績値（R6） | 目標値（R10）
喫煙率↵①男性↵②女性 | ①24.1％↵②7.0％ | ①22.8％↵②6.6％ | ①18％↵②5％
１日の歩数 | 6,920歩 | 7,105歩 | 8,000歩
"""
    return workbook(folder / "w26_stack.xlsx", Sheet("指標", cells))


def w27(folder: Path) -> Path:
    cells = """
番号 | 最終目標↵（R8） | KPI | 実績 | < | 目標 | < | 備考
^ | ^ | ^ | R5 | R6 | R5 | R6 | ^
1 | 50件 | 創業件数 | 38件 | 44件 | 40件 | 42件 |
2 | 300人 | インターンシップ参加者数 | 190人 | 251人 | 200人 | 240人 | 延べ人数
"""
    return workbook(folder / "w27_order.xlsx", Sheet("KPI", cells))


def w28(folder: Path) -> Path:
    cells = """
指標名 | 単位 | R5実績 | R6実績 | 目標値（R8）
出生数 | 人 | 312 | 298 | ―
婚姻件数 | 件 | 201 | 188 | 設定しない
結婚相談会の参加者数 | 人 | 64 | 77 | 100
"""
    return workbook(folder / "w28_nashi.xlsx", Sheet("一覧", cells))


def w29(folder: Path) -> Path:
    cells = """
指標 | 単位 | R4目標 | R4実績 | R5目標 | R5実績 | R6目標 | R6実績
相談件数 | 件 | 100 | 93 | 110 | 121 | 120 | 134
訪問件数 | 件 | 50 | 44 | 55 | 51 | 60 | 58
来所件数 | 件 | 70 | 75 | 80 | 81 | 90 | 84
"""
    return workbook(folder / "w29_hidden.xlsx", Sheet("指標", cells, {}, hidden_columns=("C", "D")))


def w30(folder: Path) -> Path:
    cells = """
指標 | 現状値（R5） | 最新値（R6） | 目標値（R10）
市民満足度 | 71.4％ | 72.0％ | 80～90％
講座の参加者数 | 28人 | 33人 | 30人程度
地域活動への参加率 | 41.2％ | 40.8％ | 現状以上
街頭犯罪件数 | 152件 | 149件 | 前年比減
市債残高 | 312億円 | 305億円 | 300億円以下を維持
"""
    return workbook(folder / "w30_words.xlsx", Sheet("指標", cells))


def w31(folder: Path) -> Path:
    cells = """
総合戦略　評価結果（令和６年度） | < | < | < | < | <
１　評価の集計 | < | < | < | < | <
評価 | A | B | C | D | 計
件数 | 12 | 8 | 3 | 1 | 24
割合 | 50.0% | 33.3% | 12.5% | 4.2% | 100%
 |  |  |  |  |
２　指標の状況 | < | < | < | < | <
指標 | 単位 | R6目標 | R6実績 | 達成率 | 評価
起業支援件数 | 件 | 40 | 45 | 112.5% | A
空き店舗活用件数 | 件 | 10 | 8 | 80.0% | B
"""
    return workbook(folder / "w31_summary.xlsx", Sheet("評価結果", cells))


def w32(folder: Path) -> Path:
    cells = """
KGI | 目標（R8） | 実績（R6） | KPI | 目標（R8） | 実績（R6）
人口の社会増減 | ▲50人 | ▲83人 | 移住相談件数 | 400件 | 377件
^ | ^ | ^ | お試し住宅の利用組数 | 40組 | 46組
市内総生産 | 2,100億円 | 2,034億円 | 企業立地件数 | 10件 | 7件
"""
    return workbook(folder / "w32_kgi.xlsx", Sheet("KGI・KPI", cells))


def w33(folder: Path) -> Path:
    cells = """
事業名 | 予算・決算（千円） | < | 活動指標 | < | < | < | 担当課
^ | R6予算 | R6決算 | 指標名 | 単位 | R6計画 | R6実績 | ^
移動図書館事業 | 8200 | 7914 | 巡回箇所数 | か所 | 24 | 24 | 図書館
読書活動推進事業 | 1500 | 1377 | おはなし会の開催回数 | 回 | 48 | 44 | 図書館
文化財公開事業 | 3300 | 3021 | 公開施設の入場者数 | 人 | 9000 | 10233 | 文化課
"""
    return workbook(folder / "w33_cost.xlsx", Sheet("事業一覧", cells))


def w34(folder: Path) -> Path:
    cells = """
公共施設等総合管理計画　成果指標（上段：目標値、下段：実績値） | < | < | < | < | <
指標 | 単位 | R4 | R5 | R6 | R7
施設の延床面積 | 千㎡ | 312 | 310 | 306 | 300
^ | ^ | 311.5 | 309.8 | 307.2 |
施設の利用率 | ％ | 50 | 52 | 54 | 56
^ | ^ | 46.2 | 49.9 | 55.1 |
"""
    return workbook(folder / "w34_jouge.xlsx", Sheet("指標", cells))


def w35(folder: Path) -> Path:
    cells = """
第2期子どもの読書活動推進計画 指標 |  |  |  |
 |  |  |  |
施策 | 指標 | 目標値(令和8年度) | 令和5年度実績値 | 令和6年度実績値
家庭 | ブックスタート配布率(%) | 98 | 95.1 | 96.6
学校 | 学校図書館図書標準達成率(%) | 100 | 88.0 | 91.4
地域 | 児童書の貸出冊数(冊) | 150,000 | 131,204 | 140,881
"""
    return separated(folder / "w35_csv.csv", cells, "utf-8-sig")


def w36(folder: Path) -> Path:
    cells = """
指標 | 単位 | 計画期間の目標（R5～R9累計） | R5実績 | R6実績 | 累計 | 進捗率
住宅耐震改修補助件数 | 件 | 150 | 22 | 31 | 53 | 35.3%
狭あい道路の整備延長 | ｍ | 5000 | 840 | 910 | 1750 | 35.0%
"""
    return workbook(folder / "w36_ruikei.xlsx", Sheet("指標", cells))


def w37(folder: Path) -> Path:
    cells = """
地域包括ケア計画　指標（令和６年度） | < | < | < | < | < | <
指標 | 東部 | < | 西部 | < | 全市 | <
^ | 目標 | 実績 | 目標 | 実績 | 目標 | 実績
通いの場の数（か所） | 20 | 22 | 15 | 13 | 35 | 35
サロン参加者数（人） | 400 | 431 | 300 | 275 | 700 | 706
"""
    return workbook(folder / "w37_area.xlsx", Sheet("地区別", cells))


def w38(folder: Path) -> Path:
    cells = """
市民意識調査による指標 | < | < | < | < | <
施策 | 指標 | 策定時（R3調査） | 今回（R6調査） | 目標（R8） | 判定
防災 | 災害への備えをしている市民の割合 | 48.8％ | 53.2％ | 60％ | ↗
交通 | 公共交通が便利だと感じる市民の割合 | 33.0％ | 30.5％ | 40％ | ↘
緑 | 公園や緑に満足している市民の割合 | 62.7％ | 62.9％ | 70％ | →
"""
    return workbook(folder / "w38_manzoku.xlsx", Sheet("アンケート", cells))


#: What makes each document.
DOCUMENTS: list[Callable[[Path], Path]] = [
    w20,
    w21,
    w22,
    w23,
    w24,
    w25,
    w26,
    w27,
    w28,
    w29,
    w30,
    w31,
    w32,
    w33,
    w34,
    w35,
    w36,
    w37,
    w38,
]
