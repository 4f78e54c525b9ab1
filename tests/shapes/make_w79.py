# ruff: noqa: E501 - a row of a table is read in one line
"""Documents w79 to w98: what each is, and why, is said in README_w.md."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from shapes.sheets import Sheet, separated, workbook


def w79(folder: Path) -> Path:
    cells = """
（別紙）　交付金事業の実施結果 | < | < | < | < | <
事業の名称 | 重要業績評価指標（KPI） | < | < | < | 実績値の確定時期
^ | 指標 | 目標値 | 年月 | 実績値 | ^
空き家活用促進事業 | 空き家バンク成約件数 | 12件 | R7.3 | 15件 | R7.4
^ | 移住相談件数 | 150件 | R7.3 | 138件 | R7.4
関係人口創出事業 | ファンクラブ会員数 | 800人 | R7.3 | 911人 | R7.5
"""
    return workbook(folder / "w79_hyou.xlsx", Sheet("様式", cells))


def w80(folder: Path) -> Path:
    cells = """
施策の柱 | 具体的な施策 | 数値目標 | < | < | 進捗状況 | < | 担当課
^ | ^ | 項目 | 基準値 | 目標値 | R5 | R6 | ^
健やかな成長 | 乳幼児健診の充実 | ３歳児健診受診率 | 94.2%↵(R3) | 98%↵(R8) | 95.5% | 96.1% | 健康課
^ | 食育の推進 | 朝食を毎日食べる児童の割合 | 88.0%↵(R3) | 95%↵(R8) | 87.2% | 86.5% | 学校教育課
学びの支援 | 読書活動の推進 | 児童１人当たりの貸出冊数 | 31冊↵(R3) | 40冊↵(R8) | 35冊 | 37冊 | 図書館
"""
    return workbook(folder / "w80_hisseki.xlsx", Sheet("進行管理表", cells))


def w81(folder: Path) -> Path:
    cells = """
成果指標 | 年次目標と実績 | < | < | < | < | <
^ | R4 | < | R5 | < | R6 | <
^ | 目標 | 実績 | 目標 | 実績 | 目標 | 実績
刑法犯認知件数（件） | 350以下 | 341 | 340以下 | 366 | 330以下 | 352
交通安全教室の参加者数（人） | 5000 | 3120 | 5000 | 4705 | 5000 | 5311
街路灯LED化率（%） | 60 | 58.2 | 70 | 71.0 | 80 | 79.9
"""
    return workbook(folder / "w81_nenji.xlsx", Sheet("年次", cells))


def w82(folder: Path) -> Path:
    cells = """
表１　主要な指標の状況 | < | < | < | <
注１）R6は速報値 | < | < | < | <
指標 | 単位 | R5 | R6 | 目標（R7）
市税収入額 | 億円 | 412 | 418 | 420
実質公債費比率 | ％ | 5.1 | 5.4 | 6.0以下
将来負担比率 | ％ | 31.2 | 28.8 | 50.0以下
"""
    return workbook(folder / "w82_chu.xlsx", Sheet("表１", cells))


def w83(folder: Path) -> Path:
    cells = """
取組 | 指標１ | < | < | 指標２ | < | <
^ | 名称 | 目標 | 実績 | 名称 | 目標 | 実績
多文化共生 | 日本語教室の受講者数 | 60人 | 72人 | 通訳の派遣件数 | 40件 | 35件
人権啓発 | 講演会の来場者数 | 300人 | 255人 | 相談件数 | 100件 | 108件
平和事業 | 平和学習の実施校数 | 12校 | 12校 |  |  |
"""
    return workbook(folder / "w83_futatsu.xlsx", Sheet("取組一覧", cells))


def w84(folder: Path) -> Path:
    cells = """
指標 | 目標値 | < | 実績値 | <
^ | 値 | 年度 | 値 | 年度
健康寿命（女性） | 85.0歳 | R9 | 84.1歳 | R4
がんの年齢調整死亡率 | 60.0 | R9 | 66.8 | R5
特定健診受診率 | 60% | R11 | 43.1% | R6
"""
    return workbook(folder / "w84_nen_mixed.xlsx", Sheet("指標", cells))


def w85(folder: Path) -> Path:
    cells = """
社会資本総合整備計画　成果目標 | < | < | < | < | <
計画の成果目標（定量的指標） | < | 定量的指標の現況値及び目標値 | < | < | 備考
^ | < | 当初現況値 | 中間目標値 | 最終目標値 | ^
^ | < | （R2当初） | （R4末） | （R6末） | ^
① | 下水道処理人口普及率 | 78.2% | 80.0% | 82.0% |
② | 雨水対策整備率 | 41.5% | 44.0% | 47.0% |
"""
    return workbook(folder / "w85_setsubi.xlsx", Sheet("整備", cells))


def w86(folder: Path) -> Path:
    cells = """
指標番号 | 指標名 | 目標値_R6 | 実績値_R6 | 目標値_R10 | 単位 | 担当部署
A-01 | 観光消費額 | 120 | 131.5 | 150 | 億円 | 観光課
A-02 | 外国人宿泊者数 | 80 | 92.1 | 120 | 千人泊 | 観光課
B-01 | 農業産出額 | 95 | 90.8 | 100 | 億円 | 農政課
"""
    return separated(folder / "w86_plain.csv", cells, "utf-8-sig")


def w87(folder: Path) -> Path:
    cells = """
プロジェクト名 | 指標 | R6の状況
駅前再生 | 歩行者通行量（休日） | 目標 12,000人／日　実績 11,340人／日
^ | 空き店舗率 | 目標 10％以下　実績 12.4％
産業創出 | 創業支援件数 | 目標 50件　実績 63件
"""
    return workbook(folder / "w87_gaiyou.xlsx", Sheet("概要", cells))


def w88(folder: Path) -> Path:
    cells = """
NO | 計画名 | 指標 | 策定時 | < | 最新 | < | 目標 | <
^ | ^ | ^ | 年度 | 数値 | 年度 | 数値 | 年度 | 数値
1 | 環境基本計画 | 二酸化炭素排出量（千t） | H25 | 812 | R4 | 601 | R12 | 410
2 | 自殺対策計画 | 自殺死亡率（人口10万対） | H27 | 19.8 | R5 | 17.1 | R8 | 13.0
3 | 住生活基本計画 | 住宅の耐震化率（％） | H30 | 85.1 | R5 | 91.3 | R12 | 95
"""
    return workbook(folder / "w88_kaku.xlsx", Sheet("一覧", cells))


def w89(folder: Path) -> Path:
    cells = """
指標 | 目標 | R4 | 判定 | R5 | 判定 | R6 | 判定
ごみの減量率（％） | 10以上 | 7.1 | × | 8.8 | △ | 10.2 | ○
公用車のEV化（台） | 20 | 6 | × | 11 | △ | 19 | △
"""
    return workbook(folder / "w89_hantei.xlsx", Sheet("指標", cells))


def w90(folder: Path) -> Path:
    cells = """
分類 | KPI | 目標 | 実績 | 備考
インプット | 研修受講時間 | 年20時間／人 | 年23.5時間／人 |
アウトプット | 改善提案件数 | 月10件以上 | 月8.3件 | 12か月の平均
アウトカム | 職員満足度 | 3.5点以上（5点満点） | 3.62点 |
"""
    return workbook(folder / "w90_rikai.xlsx", Sheet("KPI", cells))


def w91(folder: Path) -> Path:
    cells = """
指標：出前講座の開催回数（回） | < | < | < | <
地区 | R5目標 | R5実績 | R6目標 | R6実績
中央地区 | 10 | 9 | 12 | 14
東地区 | 8 | 8 | 8 | 7
西地区 | 6 | 4 | 6 | 6
計 | 24 | 21 | 26 | 27
"""
    return workbook(folder / "w91_shibu.xlsx", Sheet("地区", cells))


def w92(folder: Path) -> Path:
    cells = """
項目 | 現状（令和５年度末） | 令和６年度末 | 目標（令和１１年度末）
認知症カフェの設置数 | 9か所 | 11か所 | 15か所
成年後見の市民後見人養成数 | 14人 | 18人 | 40人
"""
    return workbook(folder / "w92_genzai.xlsx", Sheet("指標", cells))


def w93(folder: Path) -> Path:
    sheet_1 = """
参考指標の推移（目標を設定しない指標） | < | < | <
指標 | R4 | R5 | R6
人口 | 48210人 | 47802人 | 47390人
世帯数 | 20110世帯 | 20201世帯 | 20288世帯
"""
    sheet_2 = """
指標 | R5実績 | R6実績 | R6目標
社会増減 | ▲120人 | ▲88人 | ▲80人
出生数 | 301人 | 288人 | 300人
"""
    return workbook(
        folder / "w93_nashi_mokuhyo.xlsx", Sheet("参考", sheet_1), Sheet("指標", sheet_2)
    )


def w94(folder: Path) -> Path:
    cells = """
指標名 | 単位 | 実績（R5） | 目標（R6）① | 実績（R6）② | 達成率↵②／①×100 | 評価
資源化率 | ％ | 21.1 | 22.0 | 21.6 | 98.2 | B
苦情処理件数 | 件 | 88 | 80 | 76 | 105.3 | A
"""
    return workbook(folder / "w94_column_note.xlsx", Sheet("R6", cells))


def w95(folder: Path) -> Path:
    cells = """
目標項目 | ベースライン | 中間評価 | 最終評価 | 目標値
^ | H25 | H30 | R5 | R5
適正体重の者の割合（20～60歳代男性） | 66.1％ | 63.4％ | 62.0％ | 72％
野菜摂取量の平均値 | 281ｇ | 272ｇ | 265ｇ | 350ｇ
睡眠時間が６時間未満の者の割合 | 35.2％ | 38.8％ | 41.1％ | 30％
"""
    return workbook(folder / "w95_kekka.xlsx", Sheet("結果", cells))


def w96(folder: Path) -> Path:
    cells = """
政策体系 | < | 指標 | < | < | 評価 | <
施策 | 事務事業 | 指標名 | 目標 | 実績 | 一次 | 二次
1-1 生涯学習 | 公民館運営事業 | 利用者数（人） | 60000 | 58210 | B | B
^ | 文化講座事業 | 受講者数（人） | 900 | 1011 | A | A
1-2 スポーツ | 体育施設管理事業 | 利用率（％） | 55 | 49.7 | C | B
"""
    return workbook(folder / "w96_hyoka2.xlsx", Sheet("評価", cells))


def w97(folder: Path) -> Path:
    cells = """
指標 | 区分 | R2 | R3 | R4 | R5 | R6 | 単位
国保特定健診受診率 | 目標 | 45 | 48 | 51 | 54 | 60 | ％
^ | 実績 | 38.1 | 40.2 | 41.5 | 42.2 | － | ^
^ | 県平均 | 35.0 | 38.2 | 39.9 | 40.4 | － | ^
特定保健指導実施率 | 目標 | 30 | 35 | 40 | 45 | 60 | ％
^ | 実績 | 28.8 | 30.5 | 33.9 | 36.0 | － | ^
^ | 県平均 | 31.0 | 31.2 | 32.8 | 33.3 | － | ^
"""
    return workbook(folder / "w97_suii.xlsx", Sheet("推移", cells))


def w98(folder: Path) -> Path:
    cells = """
項目 ＼ 年度 | < | R5 | < | R6 | <
^ | < | 計画 | 実績 | 計画 | 実績
保育所 | 施設数（か所） | 18 | 18 | 19 | 18
^ | 定員（人） | 1620 | 1620 | 1710 | 1620
認定こども園 | 施設数（か所） | 6 | 6 | 7 | 7
^ | 定員（人） | 840 | 840 | 980 | 975
"""
    return workbook(folder / "w98_naname.xlsx", Sheet("計画", cells))


#: What makes each document.
DOCUMENTS: list[Callable[[Path], Path]] = [
    w79,
    w80,
    w81,
    w82,
    w83,
    w84,
    w85,
    w86,
    w87,
    w88,
    w89,
    w90,
    w91,
    w92,
    w93,
    w94,
    w95,
    w96,
    w97,
    w98,
]
