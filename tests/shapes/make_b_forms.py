"""Forms as workbooks (事務事業評価シート, 調書, 個票); all figures are invented.

usage: PYTHONPATH=src:tests python tests/shapes/make_b_forms.py FOLDER
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, PatternFill, Side
from openpyxl.utils import get_column_letter

from shapes.grid_b import grid, placed

_NUMBER: Final = re.compile(r'(-?)([\d,]+)(\.\d+)?(%|"[^"]+")?')
_LINE: Final = Border(*(Side(style="thin") for _ in range(4)))
_SHADE: Final = PatternFill("solid", fgColor="FFE2EFDA")
_MADE: Final = datetime(2025, 6, 2, 9)  # noqa: DTZ001 - what a workbook has, without a zone


# -- sheets ----------------------------------------------------------------------------------------


def form(sheet: Any, text: str, *, top: int = 1, left: int = 1) -> int:
    """Write a form with its merges and lines; return the row after it."""
    rows = grid(text)
    for each in placed(rows):
        row, column, cell = top + each.row, left + each.column, each.cell
        _write(sheet.cell(row, column), cell.text.replace("⏎", "\n"))
        last = (row + cell.rows - 1, column + cell.columns - 1)
        for down in range(row, last[0] + 1):
            for over in range(column, last[1] + 1):
                sheet.cell(down, over).border = _LINE
        if (row, column) != last:
            sheet.merge_cells(
                start_row=row, start_column=column, end_row=last[0], end_column=last[1]
            )
    return top + len(rows)


def _write(cell: Any, text: str) -> None:
    """Write a text; what looks like a number is one, in the format that shows it so."""
    found = _NUMBER.fullmatch(text)
    if found is None:
        cell.value = text.removeprefix("'") or None
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        return
    decimals = found[3] or ""
    number = float(found[1] + found[2].replace(",", "") + decimals)
    places = "0" * (len(decimals) - 1)
    whole = "#,##0" if "," in text else "0"
    cell.value = round(number / 100, 6) if found[4] == "%" else number if decimals else int(number)
    cell.number_format = f"{whole}{decimals and '.'}{places}{found[4] or ''}"
    cell.alignment = Alignment(horizontal="right", vertical="center")


def widths(sheet: Any, sizes: Sequence[float]) -> None:
    for at, size in enumerate(sizes, 1):
        sheet.column_dimensions[get_column_letter(at)].width = size


def shade(sheet: Any, *places: str) -> None:
    for place in places:
        sheet[place].fill = _SHADE


def first(book: Workbook, title: str) -> Any:
    sheet: Any = book.active
    sheet.title = title
    return sheet


def saved(book: Workbook) -> bytes:
    """Return the workbook; the same each time."""
    book.properties.created = _MADE
    stream = io.BytesIO()
    book.save(stream)
    out = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                stamp = f">{_MADE:%Y-%m-%dT%H:%M:%S}Z</dcterms:modified>".encode()
                content = re.sub(rb">[^<]*</dcterms:modified>", stamp, content)
            new.writestr(zipfile.ZipInfo(name, (2025, 6, 2, 9, 0, 0)), content)
    return out.getvalue()


# -- the documents ---------------------------------------------------------------------------------


def b20() -> bytes:
    book = Workbook()
    sheet = first(book, "評価シート")
    form(
        sheet,
        """
{1x13}令和７年度　事務事業評価シート（令和６年度実施事業）
{1x3}事務事業名 | {1x4}高齢者見守りネットワーク事業 | {1x2}所管 | {1x4}福祉部　高齢福祉課
{1x3}総合計画の体系 | {1x10}政策２　支え合うまち　／　施策３　高齢者福祉の充実
{1x3}事業期間 | {1x4}平成24年度～ | {1x2}根拠 | {1x4}市見守りネットワーク事業実施要綱
{1x3}事業の目的 | {1x10}地域の事業者や団体と協力し、異変に早く気付くことで、高齢者の孤立を防ぐ。
{1x13}１　コストの推移（単位：千円）
{1x5}区分 | {1x2}令和４年度決算 | {1x2}令和５年度決算 | {1x2}令和６年度決算 | {1x2}令和７年度予算
{1x5}事業費（Ａ） | {1x2}2,410 | {1x2}2,655 | {1x2}2,982 | {1x2}3,100
{2x2}財源内訳 | {1x3}国・県支出金 | {1x2}1,205 | {1x2}1,327 | {1x2}1,491 | {1x2}1,550
{1x3}一般財源 | {1x2}1,205 | {1x2}1,328 | {1x2}1,491 | {1x2}1,550
{1x5}人件費（Ｂ） | {1x2}3,640 | {1x2}3,720 | {1x2}3,900 | {1x2}3,900
{1x5}従事職員数（人） | {1x2}0.5 | {1x2}0.5 | {1x2}0.5 | {1x2}0.5
{1x5}総コスト（Ａ＋Ｂ） | {1x2}6,050 | {1x2}6,375 | {1x2}6,882 | {1x2}7,000
{1x13}２　指標の推移
区分 | {1x2}指標名 | 単位 |  | {1x2}令和４年度 | {1x2}令和５年度 | {1x2}令和６年度 | {1x2}令和７年度
{4x1}活動指標 | {2x2}協力事業者の数 | {2x1}社 | 目標 | {1x2}80 | {1x2}90 | {1x2}100 | {1x2}110
実績 | {1x2}77 | {1x2}92 | {1x2}104 | {1x2}
{2x2}見守り訪問の延べ件数 | {2x1}件 | 目標 | {1x2}4,000 | {1x2}4,200 | {1x2}4,400 | {1x2}4,600
実績 | {1x2}3,812 | {1x2}4,105 | {1x2}4,371 | {1x2}
{2x1}成果指標 | {2x2}相談できる人がいる高齢者の割合 | {2x1}％ | 目標 | {1x2}85.0 | {1x2}86.0 \
| {1x2}87.0 | {1x2}88.0
実績 | {1x2}83.9 | {1x2}84.6 | {1x2}85.2 | {1x2}
{1x13}３　評価
{1x3}必要性 | {1x2}高い | {1x2}有効性 | {1x2}やや高い | {1x2}効率性 | {1x2}普通
{1x3}所見 | {1x10}協力事業者は100社を超えた。１件当たりの総コストは1,574円で、前年度より21円増えた。
""",
    )
    widths(sheet, [10, 10, 12, 7, 7, *[6.5] * 8])
    shade(sheet, "A6", "A14", "A22")
    return saved(book)


def _b21_block(title: str, name: str, how: str, unit: str, rows: str) -> str:
    return f"""
{{7x1}}{title} | 指標名 | {{1x6}}{name}
算式・説明 | {{1x6}}{how}
単位 | {{1x2}}{unit} | 把握の時期 | {{1x3}}毎年度末
年度 | R3 | R4 | R5 | R6 | R7 | 最終目標（R10）
{rows.strip()}
"""


def b21() -> bytes:
    book = Workbook()
    sheet = first(book, "様式第２号")
    sheet["A1"] = "様式第２号（第５条関係）"
    sheet["B2"] = "事務事業マネジメントシート"
    top = form(
        sheet,
        """
事業名 | {1x3}若者就労支援事業 | 担当課 | {1x3}商工労政課
対象 | {1x7}市内に住む15歳から49歳までの無業の人
手段 | {1x7}個別相談（週５日）、職場体験、合同企業説明会
""",
        top=4,
    )
    blocks = [
        _b21_block(
            "活動指標１",
            "個別相談の延べ件数",
            "サポートステーションの相談記録による。",
            "件",
            """
目標値 | 900 | 950 | 1,000 | 1,050 | 1,100 | 1,200
実績値 | 874 | 962 | 1,018 | 1,037 |  |
達成度 | 97.1% | 101.3% | 101.8% | 98.8% |  |
""",
        ),
        _b21_block(
            "成果指標１",
            "就職が決まった人の数",
            "相談者のうち、週20時間以上の仕事に就いた人",
            "人",
            """
目標値 | 60 | 65 | 70 | 75 | 80 | 90
実績値 | 48 | 61 | 72 | 79 |  |
達成度 | 80.0% | 93.8% | 102.9% | 105.3% |  |
""",
        ),
        _b21_block(
            "成果指標２",
            "就職後６か月の定着率",
            "（６か月後も働いている人÷前年度に就職した人）×100",
            "％",
            """
目標値 | 70.0 | 72.0 | 74.0 | 76.0 | 78.0 | 80.0
実績値 | 66.7 | 70.8 | 73.8 | 73.6 |  |
達成度 | 95.3% | 98.3% | 99.7% | 96.8% |  |
""",
        ),
        _b21_block(
            "成果指標３",
            "",
            "",
            "",
            """
目標値 |  |  |  |  |  |
実績値 |  |  |  |  |  |
達成度 |  |  |  |  |  |
""",
        ),
    ]
    for block in blocks:
        top = form(sheet, block, top=top + 1)
    form(
        sheet,
        """
事業費（千円） | R3 | R4 | R5 | R6 | R7
決算（R7は予算） | 5,120 | 5,344 | 5,610 | 5,702 | 5,980
""",
        top=top + 1,
    )
    widths(sheet, [14, 12, 11, 11, 11, 11, 11, 15])
    return saved(book)


def b22() -> bytes:
    book = Workbook()
    sheet = first(book, "調書")
    sheet["B1"] = "行政評価調書（令和６年度分）"
    form(
        sheet,
        """
{1x5}事業名 | {1x4}所属 | {1x3}開始年度
{1x5}地域猫活動支援事業 | {1x4}環境衛生課 | {1x3}平成28年度
{1x4}令和６年度予算額（千円） | {1x4}令和６年度決算額（千円） | {1x4}執行率
{1x4}1,850 | {1x4}1,622 | {1x4}87.7%
{1x12}活動指標
{1x3}指標名 | {1x1}単位 | {1x2}令和６年度⏎目標値 | {1x2}令和６年度⏎実績値 | {1x2}達成率 \
| {1x2}令和７年度⏎目標値
{1x3}不妊去勢手術の助成件数 | 件 | {1x2}220 | {1x2}241 | {1x2}109.5% | {1x2}240
{1x3}指標名 | {1x1}単位 | {1x2}令和６年度⏎目標値 | {1x2}令和６年度⏎実績値 | {1x2}達成率 \
| {1x2}令和７年度⏎目標値
{1x3}活動団体の登録数 | 団体 | {1x2}30 | {1x2}27 | {1x2}90.0% | {1x2}32
{1x12}成果指標
{1x3}指標名 | {1x1}単位 | {1x2}令和６年度⏎目標値 | {1x2}令和６年度⏎実績値 | {1x2}達成率 \
| {1x2}令和７年度⏎目標値
{1x3}猫に関する苦情の件数 | 件 | {1x2}150以下 | {1x2}163 | {1x2}91.3% | {1x2}140以下
{1x12}指標の分析
{1x12}助成件数は前年度の208件から33件増えた。苦情は減っているが、目標の150件には届かなかった。
{1x4}１次評価 | {1x4}２次評価 | {1x4}今後の方向
{1x4}Ｂ | {1x4}Ｂ | {1x4}現状のまま継続
""",
        top=3,
        left=2,
    )
    widths(sheet, [2, *[9] * 12])
    shade(sheet, "B3", "G3", "K3", "B5", "F5", "J5", "B7", "B12")
    return saved(book)


def b23() -> bytes:
    book = Workbook()
    sheet = first(book, "施策評価")
    form(
        sheet,
        """
{1x9}令和７年度　施策評価表
施策番号 | 4-2 | 施策名 | {1x4}災害に強いまちづくり | 主管課 | 危機管理課
{1x9}１　施策の成果指標
番号 | {1x4}指標名 | 単位 | {1x3}指標を選んだ理由
① | {1x4}住宅の耐震化率 | ％ | {1x3}建物の倒壊による被害を減らすため
② | {1x4}個別避難計画を作成した人の数 | 人 | {1x3}避難に助けが要る人の備えを見るため
③ | {1x4}防災メールの登録者数 | 人 | {1x3}情報が届く人の数を見るため
④ | {1x4}洪水による床上浸水の家屋数 | 戸 | {1x3}治水の効果を見るため
{1x9}２　指標の推移
{1x2}指標 | 区分 | 令和２年度 | 令和３年度 | 令和４年度 | 令和５年度 | 令和６年度 | 令和７年度
{2x2}① | 目標 | 85.0 | 86.0 | 87.0 | 88.0 | 89.0 | 90.0
実績 | 84.6 | 85.3 | 86.1 | 87.2 | 88.0 |
{2x2}② | 目標 | ― | 100 | 250 | 400 | 550 | 700
実績 | 12 | 88 | 231 | 419 | 604 |
{2x2}③ | 目標 | 9,000 | 10,000 | 11,000 | 12,000 | 13,000 | 14,000
実績 | 9,214 | 10,480 | 11,236 | 11,904 | 12,655 |
{2x2}④ | 目標 | 0 | 0 | 0 | 0 | 0 | 0
実績 | 0 | 3 | 0 | 0 | 2 |
{1x9}３　評価
成果の動向 | {1x8}①は目標を1.0ポイント下回った。②は福祉事業所への委託を始め、１年で185人増えた。
課題 | {1x8}④について、令和６年９月の大雨で２戸が浸水した。排水機場の整備を進める。
""",
        top=2,
    )
    widths(sheet, [10, 8, 9, 11, 11, 11, 11, 11, 11])
    return saved(book)


def _b24_form(number: str, name: str, office: str, rows: str) -> str:
    return f"""
{{1x4}}取組カード　{number}
取組名 | {{1x3}}{name}
担当課 | {{1x3}}{office}
{rows.strip()}
"""


def b24() -> bytes:
    book = Workbook()
    sheet = first(book, "取組一覧")
    sheet["A1"] = "第５次行政改革大綱　令和６年度の取組結果"
    cards = [
        _b24_form(
            "No.1",
            "行政手続のオンライン化",
            "デジタル推進課",
            """
指標 | {1x3}オンラインで申請できる手続の数
目標（R6） | 120件 | 実績（R6） | 134件
判定 | ◎ | 目標（R7） | 150件
結果 | {1x3}子育てと介護の26手続を先に行った。電子申請の利用は年間18,402件であった。
""",
        ),
        _b24_form(
            "No.2",
            "会議のペーパーレス化",
            "総務課",
            """
指標 | {1x3}コピー用紙の購入枚数
目標（R6） | 640万枚以下 | 実績（R6） | 655万枚
判定 | △ | 目標（R7） | 600万枚以下
結果 | {1x3}会議室12室に大型の画面を置いた。選挙の事務で12万枚を使った。
""",
        ),
        _b24_form(
            "No.3",
            "時間外勤務の縮減",
            "人事課",
            """
指標 | {1x3}職員１人当たりの月平均時間外勤務時間
目標（R6） | 11.0時間以下 | 実績（R6） | 10.4時間
判定 | ○ | 目標（R7） | 10.0時間以下
結果 | {1x3}毎週水曜日に加え、給料日を定時退庁の日とした。
""",
        ),
        _b24_form(
            "No.4",
            "広告収入の確保",
            "財政課",
            """
指標 | {1x3}広告収入の額
目標（R6） | 9,500千円 | 実績（R6） | 8,870千円
判定 | △ | 目標（R7） | 9,500千円
結果 | {1x3}封筒の広告主が３社減った。庁舎の動画広告は１枠空いている。
""",
        ),
    ]
    for at, card in enumerate(cards):
        form(sheet, card, top=3 + 9 * (at // 2), left=1 + 5 * (at % 2))
    widths(sheet, [11, 14, 11, 14, 3, 11, 14, 11, 14])
    return saved(book)


def _b25_form(book: Workbook, code: str, title: str, office: str, name: str, rows: str) -> None:
    sheet = book.create_sheet(code)
    sheet["A1"] = "子ども・若者計画　事業進捗管理票"
    form(
        sheet,
        f"""
事業番号 | '{code} | 担当課 | {{1x2}}{office}
事業名 | {{1x4}}{title}
指標 | {{1x4}}{name}
年度 | 令和５年度 | 令和６年度 | 令和７年度 | 令和11年度（最終）
{rows.strip()}
""",
        top=3,
    )
    widths(sheet, [14, 16, 16, 16, 18])


def b25() -> bytes:
    book = Workbook()
    cover = first(book, "目次")
    form(
        cover,
        """
事業番号 | 事業名 | 担当課 | 評価
'1-1 | 地域子育て支援拠点事業 | 子育て支援課 | Ａ
'1-2 | 養育支援訪問事業 | こども家庭センター | Ｂ
'2-1 | 放課後子ども教室事業 | 生涯学習課 | Ａ
'2-2 | 若者相談事業 | 青少年課 | Ｂ
""",
        top=3,
        left=2,
    )
    cover["B1"] = "子ども・若者計画　事業進捗管理票（令和６年度）"
    notes = book.create_sheet("記入要領")
    for row, text in enumerate(
        (
            "１　実績は、年度末の数を記入すること。",
            "２　評価は、達成率が100％以上をＡ、80％以上100％未満をＢ、80％未満をＣとする。",
            "３　提出期限は、令和７年５月16日（金）とする。",
        ),
        2,
    ):
        notes.cell(row, 1, text)
    _b25_form(
        book,
        "1-1",
        "地域子育て支援拠点事業",
        "子育て支援課",
        "拠点の年間利用者数（延べ）",
        """
目標 | 52,000"人" | 54,000"人" | 55,000"人" | 60,000"人"
実績 | 51,377"人" | 55,902"人" |  |
評価 | Ｂ | Ａ |  |
説明 | {1x4}令和６年７月に４か所目を開いた。
""",
    )
    _b25_form(
        book,
        "1-2",
        "養育支援訪問事業",
        "こども家庭センター",
        "訪問した家庭の数",
        """
目標 | 40"家庭" | 45"家庭" | 50"家庭" | 60"家庭"
実績 | 37"家庭" | 41"家庭" |  |
評価 | Ｂ | Ｂ |  |
説明 | {1x4}１家庭当たりの訪問は平均6.2回であった。
""",
    )
    _b25_form(
        book,
        "2-1",
        "放課後子ども教室事業",
        "生涯学習課",
        "教室を開いた小学校の割合",
        """
目標 | 75.0% | 83.3% | 91.7% | 100.0%
実績 | 75.0% | 83.3% |  |
評価 | Ａ | Ａ |  |
説明 | {1x4}12校のうち10校で開いた。
""",
    )
    _b25_form(
        book,
        "2-2",
        "若者相談事業",
        "青少年課",
        "相談から支援につながった人の割合",
        """
目標 | 60.0% | 62.0% | 64.0% | 70.0%
実績 | 57.4% | 60.5% |  |
評価 | Ｂ | Ｂ |  |
説明 | {1x4}相談した162人のうち98人を支援につないだ。
""",
    )
    return saved(book)


def b26() -> bytes:
    book = Workbook()
    sheet = first(book, "点検評価票")
    form(
        sheet,
        """
{1x8}事業点検評価票（令和６年度）
事業名 | {1x3}外国人住民の日本語学習支援 | 担当 | {1x3}国際交流課
区分 | {1x7}□新規　■継続　□拡充　□廃止
実施方法 | {1x7}□直営　■委託（NPO法人）　□補助　□その他（　　　）
事業の内容 | {1x7}日本語教室を市内５会場で週１回開く。受講料は１回100円、定員は各会場20人とする。令\
和６年度は、子ども向けの教室を夏休みに10日間開いた。
{1x8}【成果指標１】
指標名 | {1x7}日本語教室の受講者数
令和６年度目標値 | {1x3}180人 | 令和６年度実績値 | {1x3}196人
達成状況 | {1x7}■達成　□概ね達成（８割以上）　□未達成
{1x8}【成果指標２】
指標名 | {1x7}学習支援ボランティアの登録者数
令和６年度目標値 | {1x3}70人 | 令和６年度実績値 | {1x3}62人
達成状況 | {1x7}□達成　■概ね達成（８割以上）　□未達成
{1x8}【点検】
必要性 | {1x3}■高い　□普通　□低い | 効率性 | {1x3}□高い　■普通　□低い
点検の結果 | {1x7}受講者は前年度の164人から32人増え、目標の180人を超えた。ボランティアは新たに11人\
が登録したが、９人が辞めた。令和７年度は養成講座を２回から３回に増やし、75人の登録を目指す。
決算額 | {1x3}3,276千円 | うち一般財源 | {1x3}1,638千円
""",
    )
    widths(sheet, [16, 10, 10, 10, 16, 10, 10, 10])
    return saved(book)


DOCUMENTS: Final[dict[str, Callable[[], bytes]]] = {
    "b20_hyoka_sheet.xlsx": b20,
    "b21_management_sheet.xlsx": b21,
    "b22_gyosei_chosho.xlsx": b22,
    "b23_shisaku_hyoka.xlsx": b23,
    "b24_torikumi_card.xlsx": b24,
    "b25_kodomo_shinchoku.xlsx": b25,
    "b26_tenken_hyoka.xlsx": b26,
}


def make(folder: Path) -> list[Path]:
    """Write the documents into a folder and return their paths."""
    for name, document in DOCUMENTS.items():
        (folder / name).write_bytes(document())
    return [folder / name for name in DOCUMENTS]


if __name__ == "__main__":
    make(Path(sys.argv[1]))
