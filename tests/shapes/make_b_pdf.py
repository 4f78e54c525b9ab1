"""Tables of indicators as PDF, as municipalities publish them; all figures are invented.

usage: PYTHONPATH=src:tests python tests/shapes/make_b_pdf.py FOLDER (needs kpikit[pdf])
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from kpikit.report.pdf import FONTS
from shapes.grid_b import Cell, grid, placed

_PAGE: Final = """
#set document(title: {title}, date: none)
#set page(paper: "a4", margin: {margin}, numbering: {numbering})
#set text(font: {fonts}, size: {size}, lang: "ja", cjk-latin-spacing: {gap})
#set par(leading: 0.45em)
#show heading: it => block(above: 1.2em, below: 0.8em, text(size: 1.25em, it.body))
"""


# -- typst -----------------------------------------------------------------------------------------


def page(
    body: str,
    *,
    title: str,
    size: str = "8pt",
    margin: str = "15mm",
    close: bool = False,
    tags: bool = False,
) -> bytes:
    """Set a document; ``close`` leaves no gap between Japanese and figures."""
    import typst

    source = _source(body, title, size, margin, close=close)
    return bytes(typst.compile(source, pdf_tags=tags))


@cache
def _families() -> frozenset[str]:
    """Return the fonts that are here, which takes long to find out."""
    import typst

    return frozenset(typst.Fonts().families())


def _source(body: str, title: str, size: str, margin: str, *, close: bool = False) -> bytes:
    fonts = ", ".join(json.dumps(font) for font in FONTS if font in _families())
    head = _PAGE.format(
        title=_text(title),
        margin=margin,
        numbering='"- 1 -"',
        fonts=f"({fonts},)",
        size=size,
        gap="none" if close else "auto",
    )
    return (head + body).encode()


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _content(text: str) -> str:
    """Return the lines of a cell as typst."""
    return "#linebreak()".join(f"#text({_text(line)})" for line in text.split("⏎") if line)


def _cell(cell: Cell, extra: str = "") -> str:
    spans = f"rowspan: {cell.rows}, colspan: {cell.columns}, {extra}"
    return f"table.cell({spans})[{_content(cell.text)}]"


def table(
    text: str,
    columns: str,
    *,
    head: int = 1,
    repeat: bool = True,
    stroke: str = "0.5pt",
    **options: str,
) -> str:
    rows = grid(text)
    shade = "fill: luma(225), align: center + horizon, " if stroke != "none" else ""
    top = "\n".join(_cell(cell, shade) + "," for row in rows[:head] for cell in row)
    body = "\n".join(_cell(cell) + "," for row in rows[head:] for cell in row)
    header = f"table.header(repeat: {str(repeat).lower()}, {top})," if head else ""
    others = "".join(f"{name}: {value}, " for name, value in options.items())
    return f"#table(columns: {columns}, stroke: {stroke}, {others}\n{header}\n{body}\n)\n"


def heading(text: str) -> str:
    return f"#heading[{_content(text)}]\n"


def line(text: str, *, right: bool = False) -> str:
    return f"#align({'right' if right else 'left'})[{_content(text)}]\n"


# -- PDF by hand, as a printer driver writes it ----------------------------------------------------

_FONT: Final = """
<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5 /Encoding /UniJIS-UCS2-HW-H
/DescendantFonts [5 0 R] /ToUnicode 7 0 R >>

<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiKakuGo-W5
/CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >>
/FontDescriptor 6 0 R /DW 1000 /W [231 389 500] >>

<< /Type /FontDescriptor /FontName /HeiseiKakuGo-W5 /Flags 4 /FontBBox [-92 -250 1010 922]
/ItalicAngle 0 /Ascent 752 /Descent -271 /CapHeight 737 /StemV 114 >>
"""


def _to_unicode() -> str:
    """Return a map of codes to letters: each code is its letter, in UCS-2."""
    ranges = [f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in range(256)]
    blocks = [ranges[start : start + 100] for start in range(0, 256, 100)]
    maps = [f"{len(each)} beginbfrange {' '.join(each)} endbfrange" for each in blocks]
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def "
        "/CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange "
        f"{' '.join(maps)} endcmap end end"
    )


def _stream(text: str) -> bytes:
    content = zlib.compress(text.encode("latin-1"))
    head = f"<< /Length {len(content)} /Filter /FlateDecode >>\nstream\n".encode()
    return head + content + b"\nendstream"


def sheet(drawn: str, width: int, height: int) -> bytes:
    """Return a page that lies on its side: it is turned by what shows it."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {height} {width}] /Rotate 90 "
            "/Contents 8 0 R /Resources << /Font << /F1 4 0 R >> >> >>"
        ).encode(),
        *(each.encode() for each in _FONT.strip().split("\n\n")),
        _stream(_to_unicode()),
        _stream(f"q 0 1 -1 0 {height} 0 cm\n{drawn}\nQ"),
    ]
    written = b"%PDF-1.5\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    size = len(objects) + 1
    entries = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{entries}trailer\n<< /Size {size} /Root 1 0 R >>"
    return written + f"{tail}\nstartxref\n{len(written)}\n%%EOF\n".encode()


def _em(text: str) -> float:
    return sum(0.5 if letter.isascii() else 1 for letter in text)


def _wrapped(text: str, room: float) -> list[str]:
    """Return the lines of a text in a cell that is so many letters wide."""
    lines: list[str] = []
    for part in text.split("⏎"):
        lines.append("")
        for letter in part:
            if _em(lines[-1] + letter) > room:
                lines.append("")
            lines[-1] += letter
    return lines


def _shown(text: str, x: float, y: float, size: float) -> str:
    """Return a line of text whose letters are each placed, as some drivers write them."""
    codes = " 0 ".join(f"<{letter.encode('utf-16-be').hex()}>" for letter in text)
    return f"BT /F1 {size} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm [{codes}] TJ ET"


def _bar(x: float, y: float, width: float, height: float) -> str:
    return f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re f"


def drawn_table(
    text: str, widths: Sequence[int], heights: Sequence[int], corner: tuple[int, int]
) -> str:
    """Return a table whose rules are thin filled boxes, each cell with its own."""
    size = 7.5
    out = []
    for each in placed(grid(text)):
        cell, row, column = each.cell, each.row, each.column
        x, y = corner[0] + sum(widths[:column]), corner[1] - sum(heights[:row])
        width = sum(widths[column : column + cell.columns])
        height = sum(heights[row : row + cell.rows])
        out += [_bar(x, y, width, 0.5), _bar(x, y - height, width, 0.5)]
        out += [_bar(x, y - height, 0.5, height), _bar(x + width, y - height, 0.5, height)]
        lines = _wrapped(cell.text, (width - 4) / size)
        base = y - (height - 9 * len(lines)) / 2 - size
        number = cell.text[:1].isdigit() or cell.text[:1] in "△▲"
        for at, said in enumerate(lines):
            start = x + width - 3 - size * _em(said) if number else x + 3
            out.append(_shown(said, start, base - 9 * at, size))
    return "\n".join(out)


#: A chart of bars with their figures, in a frame.
_BARS: Final = """
#block(width: 100%, height: 147mm, stroke: 0.7pt, inset: 4mm)[
  図１　65歳以上人口の推移（人）
  #for (at, (year, number)) in (
    ("令和２年度", 18204), ("令和３年度", 18455), ("令和４年度", 18530),
    ("令和５年度", 18571), ("令和６年度", 18602),
  ).enumerate() {
    let high = 110mm * (number - 15000) / 4000
    place(bottom + left, dx: 10mm + at * 31mm, dy: -7mm, rect(width: 16mm, height: high,
      fill: luma(190), stroke: 0.4pt))
    place(bottom + left, dx: 12mm + at * 31mm, dy: -9mm - high, str(number))
    place(bottom + left, dx: 9mm + at * 31mm, year)
  }
]
"""


# -- the documents ---------------------------------------------------------------------------------


def b01() -> bytes:
    rows = """
基本施策 | 指標名 | 単位 | 基準値⏎（R1） | R4⏎実績 | R5⏎実績 | R6⏎実績 | 目標値⏎（R8） | 担当課 \
| 備考
{2x1}子育て支援の充実 | 保育所等の待機児童数（４月１日現在） | 人 | 12 | 5 | 3 | 1 | 0 \
| こども保育課 | 国の定義による。
「子育てしやすいまちだと思う」と答えた保護者の割合 | ％ | 61.4 | 63.0 | 64.8 | 66.1 | 70.0以上 \
| 子育て支援課 | 市民意識調査による。
{3x1}健康づくりの推進 | 特定健康診査の受診率 | ％ | 38.2 | 36.5 | 40.1 | 41.7 | 50.0 \
| 保険年金課 | 法定報告値
１日３０分以上の運動を週２回以上行っている市民の割合 | ％ | 33.9 | 35.2 | 34.8 | 37.0 | 40.0 \
| 健康推進課 | 市民意識調査による。
自殺者数 | 人 | 24 | 21 | 19 | 20 | 15以下 | 健康推進課 | 人口動態統計による。
{2x1}安全・安心なまちづくり | 刑法犯認知件数 | 件 | 1,012 | 840 | 855 | 831 | 800以下 \
| 市民安全課 | 県警公表値
自主防災組織の組織率 | ％ | 78.3 | 79.0 | 80.2 | 81.5 | 90.0 | 危機管理課 |
{2x1}循環型社会の形成 | 市民１人１日当たりの家庭系ごみ排出量 | ｇ | 612 | 598 | 587 | 579 \
| 550以下 | 環境政策課 | 資源物を除く。
リサイクル率 | ％ | 19.1 | 18.7 | 18.9 | 19.4 | 25.0 | 環境政策課 | 集団回収を含む。
"""
    columns = "(17mm, 29mm, 9mm, 15mm, 14mm, 14mm, 14mm, 17mm, 17mm, 22mm)"
    body = heading("第６次みどり野市総合計画　施策の成果指標（令和６年度実績）")
    body += line("※ 基準値は計画策定時の値である。", right=True)
    return page(body + table(rows, columns, align="left + horizon"), title="施策の成果指標")


def b02() -> bytes:
    rows = """
No. | 重要業績評価指標（KPI） | 基準値⏎（R5） | 実績値⏎（R6） | 目標値⏎（R6） | 目標値⏎（R10） \
| 評価 | 取組状況・今後の課題
{1x8}基本目標１　しごとをつくり、安心して働けるようにする
1 | 市内新規創業者数 | 31人 | 38人 | 35人 | 50人 | Ａ | 創業塾を４回開催し、延べ62人が受講した。受\
講後の伴走支援を商工会議所と続け、空き店舗の紹介も行った。
2 | 企業誘致件数（累計） | 2件 | 3件 | 4件 | 12件 | Ｃ \
| 候補地の造成が遅れ、契約は１件にとどまった。令和７年度に第２工区の引渡しを予定している。
3 | 新規就農者数 | 6人 | 7人 | 8人 | 10人 | Ｂ | 就農相談会を東京都内で２回開いた。農地と住まいを一\
体で紹介する仕組みが課題である。
4 | 地元企業に就職した高校生の割合 | 28.4％ | 30.2％ | 30.0％ | 35.0％ | Ａ \
| 市内企業24社による合同説明会を高校３校で実施した。
5 | 農産物直売所の売上額 | 182百万円 | 176百万円 | 190百万円 | 220百万円 | Ｂ \
| 夏場の高温により葉物の出荷が減った。出荷者の高齢化への対応を検討する。
{1x8}基本目標２　新しい人の流れをつくる
6 | 移住相談窓口を通じた移住者数 | 22人 | 29人 | 25人 | 40人 | Ａ \
| オンライン相談を始め、相談は118件に増えた。お試し住宅の利用は14組であった。
7 | 空き家バンク成約件数 | 11件 | 9件 | 14件 | 20件 | Ｃ \
| 登録物件が不足している。固定資産税の通知に案内を同封し、登録を呼びかける。
8 | ふるさと納税寄附件数 | 8,420件 | 10,115件 | 9,000件 | 15,000件 | Ａ \
| 返礼品を36品追加し、ポータルサイトを３つから５つに増やした。
9 | 観光入込客数 | 412千人 | 455千人 | 450千人 | 520千人 | Ａ \
| 道の駅の改修が終わり、来客が戻った。滞在時間を延ばす周遊の仕組みが必要である。
10 | 市公式SNSの登録者数 | 5,310人 | 6,248人 | 7,000人 | 12,000人 | Ｂ \
| 投稿を週５回に増やした。防災情報の登録と合わせた呼びかけを続ける。
11 | 市外からのふるさとワーキングホリデー参加者数 | 0人 | 12人 | 10人 | 30人 | Ａ \
| 令和６年度に始めた事業である。農家６戸が受け入れた。
{1x8}基本目標３　結婚・出産・子育ての希望をかなえる
12 | 出生数 | 148人 | 139人 | 150人 | 150人 | Ｂ | 妊婦健診と産後ケアの助成を広げた。若い世帯の転出\
が続いており、住まいの支援を検討する。
13 | 子育て支援センターの利用者数 | 9,840人 | 10,512人 | 10,000人 | 11,000人 | Ａ \
| 土曜日の開所を月２回とした。父親の利用は全体の14％であった。
14 | 放課後児童クラブの待機児童数 | 9人 | 4人 | 0人 | 0人 | Ｃ \
| 第二小学校の余裕教室を使い定員を20人増やしたが、申込みも増えた。
15 | 婚活イベントでのカップル成立数 | 7組 | 8組 | 8組 | 12組 | Ａ \
| ２回開催し、男女各40人が参加した。近隣２市と共同で開くことを協議している。
{1x8}基本目標４　安心して暮らせる地域をつくる
16 | デマンド交通の年間利用者数 | 14,260人 | 15,902人 | 16,000人 | 18,000人 | Ｂ \
| 予約受付を前日から１時間前までに改めた。運転手の確保が課題である。
17 | 地域の集いの場の数 | 42か所 | 47か所 | 46か所 | 60か所 | Ａ \
| 社会福祉協議会の地域担当と立上げを支えた。
18 | 市民一人当たりの公共施設延床面積 | 4.62㎡ | 4.58㎡ | 4.55㎡ | 4.30㎡以下 | Ｂ \
| 旧中央公民館の解体は令和７年度に繰り越した。
19 | 要介護認定率 | 18.9％ | 18.6％ | 19.0％以下 | 19.5％以下 | Ａ \
| 通いの場での体操を週１回以上行う団体が31団体になった。
"""
    columns = "(9mm, 33mm, 21mm, 21mm, 21mm, 21mm, 10mm, 1fr)"
    body = heading("第３期みどり野市まち・ひと・しごと創生総合戦略　重要業績評価指標の進捗状況")
    body += line("評価　Ａ：達成　Ｂ：未達成（80％以上）　Ｃ：未達成（80％未満）", right=True)
    return page(
        body + table(rows, columns, inset="8pt", align="left + horizon"),
        title="総合戦略の進捗状況",
        size="10.5pt",
        margin="(x: 16mm, y: 36mm)",
        tags=True,
    )


def b03() -> bytes:
    rows = """
指標 | 現状値⏎令和3年度 | 実績値⏎令和5年度 | 実績値⏎令和6年度 | 目標値⏎令和7年度 | 取組の内容と評価
認知症サポーター養成講座の受講者数（累計） | 3,120人 | 3,866人 | 4,205人 | 4,500人 \
| 小中学校での講座を５校で開き、児童生徒212人が受講した。企業からの申込みは金融機関を中心に６件あっ\
た。受講後に活動する人を増やすため、ステップアップ講座を年２回開く。
通いの場に参加する高齢者の割合 | 6.1％ | 6.8％ | 7.4％ | 8.0％ \
| 週１回以上開く団体への補助を続けた。会場までの移動が難しい人が多いことから、送迎を行う団体への加\
算を令和６年度に設けた。加算を受けた団体は９団体であった。
在宅医療と介護の連携に関する研修を受けた専門職（医師、看護師、薬剤師、介護支援専門員等）のうち、内\
容を業務に生かしていると答えた人の割合 | 71.5％ | 74.0％ | 78.9％ | 80.0％ \
| 多職種研修会を年４回開き、延べ318人が参加した。事例検討を中心とした回の評価が高かった。一方で、診\
療所の医師の参加は全体の５％にとどまり、開催の時間帯を見直す必要がある。研修の動画を後日見られるよ\
うにし、視聴は146回であった。次期計画では、退院時の情報共有の様式を市内の病院と統一することを目指す\
。令和７年度は、開催日を平日の夜間から土曜日の午後に改めた回を２回設け、参加者の数を比べることとす\
る。あわせて、訪問看護ステーションの職員を講師とする少人数の勉強会を圏域ごとに開く。
介護予防把握事業による訪問件数 | 420件 | 512件 | 498件 | 600件 \
| 健診を受けていない75歳以上の人を対象に保健師が訪問した。不在が３割を超えたため、地区の民生委員と\
訪問の日程を合わせることとした。
成年後見制度の市長申立件数 | 5件 | 9件 | 11件 | 10件 | 中核機関への相談は64件で、うち11件を申立てに\
つなげた。
介護人材確保のための就職相談会の来場者数 | 38人 | 57人 | 61人 | 70人 \
| 市内の22事業所が出展し、９人が採用された。
"""
    columns = "(34mm, 19mm, 19mm, 19mm, 19mm, 1fr)"
    body = heading("高齢者福祉計画・第９期介護保険事業計画　重点指標の状況")
    body += line(
        "　本市では、高齢者が住み慣れた地域で暮らし続けられるよう、三つの基本方針の下に"
        "施策を進めている。ここでは、重点指標として定めた六つの指標について、令和６年度までの"
        "実績と取組を評価する。"
    )
    body += line(
        "　評価は、高齢者福祉課が実績を取りまとめ、介護保険運営協議会の意見を聴いて行った。"
        "実績は各年度末（３月31日）のものである。"
    )
    body += _BARS + line("表　重点指標の実績と評価")
    return page(
        body + table(rows, columns, repeat=False, inset="5pt"),
        title="重点指標の状況",
        size="9.5pt",
        margin="20mm",
        close=True,
    )


def b04() -> bytes:
    head = """
{2x1}サービスの種類 | {1x3}令和５年度 | {1x3}令和６年度
計画値 | 実績値 | 対計画比 | 計画値 | 実績値 | 対計画比
"""
    users = """
訪問介護 | 410 | 402 | 98.0% | 420 | 389 | 92.6%
通所介護 | 655 | 671 | 102.4% | 670 | 690 | 103.0%
短期入所生活介護 | 148 | 131 | 88.5% | 150 | 137 | 91.3%
福祉用具貸与 | 1,020 | 1,066 | 104.5% | 1,060 | 1,103 | 104.1%
"""
    costs = """
訪問介護 | 318,400 | 309,125 | 97.1% | 326,000 | 301,774 | 92.6%
通所介護 | 702,100 | 716,940 | 102.1% | 718,500 | 741,208 | 103.2%
短期入所生活介護 | 139,800 | 122,316 | 87.5% | 142,000 | 128,950 | 90.8%
福祉用具貸与 | 164,300 | 170,472 | 103.8% | 170,100 | 177,633 | 104.4%
合計 | 1,324,600 | 1,318,853 | 99.6% | 1,356,600 | 1,349,565 | 99.5%
"""
    columns = "(44mm, 1fr, 1fr, 1fr, 1fr, 1fr, 1fr)"
    body = heading("２　居宅サービスの計画と実績")
    body += line("　令和６年度は、通所介護と福祉用具貸与で利用者数、給付費とも計画を上回った。")
    for title, unit, rows in (
        ("表２－１　１月当たりの利用者数", "（単位：人）", users),
        ("表２－２　給付費", "（単位：千円）", costs),
    ):
        body += "#v(6mm)\n#strong[" + _content(title) + "]\n" + line(unit, right=True)
        body += table(head.strip() + rows, columns, head=2, align="right")
    body += line("※ 端数処理の関係で、合計が一致しないことがある。")
    return page(body, title="居宅サービスの計画と実績", size="9pt", margin="22mm", close=True)


def b05() -> bytes:
    rows = """
{2x1}分　野 | {2x1}環境指標 | {2x1}単位 | 基準年度 | {1x2}令和４年度 | {1x2}令和５年度 \
| {1x3}令和６年度 | 最終目標
平成30年度 | 目標 | 実績 | 目標 | 実績 | 目標 | 実績 | 達成状況 | 令和12年度
{2x1}脱炭素 | 市の事務事業による温室効果ガス排出量 | t-CO2 | 21,480 | 17,900 | 18,355 | 16,800 \
| 17,210 | 15,700 | 16,042 | 未達成 | 10,700
太陽光発電設備の設置容量 | kW | 18,200 | 24,000 | 25,130 | 26,000 | 27,885 | 28,000 | 30,240 \
| 達成 | 40,000
{2x1}資源循環 | 家庭ごみの資源化率 | ％ | 22.4 | 24.0 | 23.1 | 25.0 | 23.8 | 26.0 | 24.5 \
| 未達成 | 32.0
食品ロス削減協力店の数 | 店 | ― | 30 | 33 | 40 | 41 | 50 | 56 | 達成 | 100
{2x1}自然共生 | 市民緑地の面積 | ha | 6.20 | 6.60 | 6.60 | 6.80 | 6.75 | 7.00 | 7.10 | 達成 | 8.00
自然観察会の参加者数 | 人 | 1,150 | 900 | 764 | 1,000 | 1,028 | 1,100 | 1,096 | 未達成 | 1,400
安全・安心 | 河川のBOD環境基準達成率 | ％ | 83.3 | 100 | 91.7 | 100 | 100 | 100 | 91.7 | 未達成 \
| 100
"""
    widths = (52, 120, 38, 58, 52, 52, 52, 52, 52, 52, 56, 64)
    heights = (18, 18, 26, 26, 26, 26, 26, 26, 26)
    drawn = [
        _shown("第３次みどり野市環境基本計画　環境指標の進捗状況", 60, 530, 12),
        _shown("【令和６年度年次報告書】", 60, 512, 9),
        drawn_table(rows, widths, heights, (60, 490)),
        _shown("注　達成状況は、令和６年度の目標と実績を比べたもの。", 60, 240, 8),
        _shown("- 12 -", 410, 30, 8),
    ]
    return sheet("\n".join(drawn), 842, 595)


def _b06_form(number: str, name: str, office: str, aim: str, rows: str, costs: str) -> str:
    columns = "(30mm, 14mm, 16mm, 1fr, 1fr, 1fr, 1fr)"
    form = f"""
事業番号 | {{1x2}}{number} | 担当課 | {{1x3}}{office}
事業名 | {{1x6}}{name}
事業の目的 | {{1x6}}{aim}
{{1x7}}１　事業の指標
指標名 | 単位 | 区分 | 令和４年度 | 令和５年度 | 令和６年度 | 令和７年度
{rows.strip()}
{{1x7}}２　事業費（千円）
{{1x3}}区分 | 令和４年度決算 | 令和５年度決算 | 令和６年度決算 | 令和７年度予算
{costs.strip()}
"""
    return heading("令和７年度　事務事業評価　個票") + table(
        form, columns, head=0, inset="6pt", align="left + horizon"
    )


def b06() -> bytes:
    forms = [
        _b06_form(
            "03-012",
            "ブックスタート事業",
            "図書館",
            "乳児と保護者が絵本を介して触れ合うきっかけをつくり、家庭での読み聞かせを広げる。",
            """
{3x1}絵本を手渡した乳児の割合 | {3x1}％ | 目標 | 95.0 | 95.0 | 96.0 | 96.0
実績 | 93.8 | 95.4 | 96.7 |
達成率 | 98.7％ | 100.4％ | 100.7％ |
{3x1}おはなし会の参加者数 | {3x1}人 | 目標 | 800 | 1,000 | 1,200 | 1,300
実績 | 642 | 985 | 1,174 |
達成率 | 80.3％ | 98.5％ | 97.8％ |
""",
            """
{1x3}事業費 | 1,204 | 1,288 | 1,310 | 1,402
{1x3}うち一般財源 | 1,204 | 1,288 | 1,310 | 1,402
""",
        ),
        _b06_form(
            "03-027",
            "学校給食地産地消推進事業",
            "学校給食課",
            "地場産の農産物を給食に使い、児童生徒の食への関心を高めるとともに、市内の農業を支える。\
",
            """
{3x1}給食における地場産農産物の使用割合（重量ベース） | {3x1}％ | 目標 | 24.0 | 25.0 | 26.0 | 27.0
実績 | 23.1 | 25.6 | 24.9 |
達成率 | 96.3％ | 102.4％ | 95.8％ |
{3x1}給食の食べ残し率 | {3x1}％ | 目標 | 6.0以下 | 6.0以下 | 5.5以下 | 5.5以下
実績 | 6.8 | 6.1 | 5.2 |
達成率 | 86.7％ | 98.3％ | 105.5％ |
""",
            """
{1x3}事業費 | 8,450 | 8,912 | 9,306 | 9,800
{1x3}うち一般財源 | 6,450 | 6,912 | 7,106 | 7,600
""",
        ),
        _b06_form(
            "03-031",
            "不登校児童生徒支援事業",
            "教育支援センター",
            "学校に行きづらい児童生徒が、自分に合った場で学び、人と関われるようにする。",
            """
{3x1}教育支援センターの通室者数 | {3x1}人 | 目標 | 40 | 45 | 50 | 55
実績 | 38 | 49 | 57 |
達成率 | 95.0％ | 108.9％ | 114.0％ |
{3x1}相談支援につながった児童生徒の割合 | {3x1}％ | 目標 | 80.0 | 85.0 | 90.0 | 95.0
実績 | 76.4 | 81.2 | 88.6 |
達成率 | 95.5％ | 95.5％ | 98.4％ |
""",
            """
{1x3}事業費 | 14,020 | 15,655 | 18,240 | 19,100
{1x3}うち一般財源 | 9,400 | 10,310 | 12,180 | 12,900
""",
        ),
    ]
    said = line("総合評価：継続　　所見：指標の推移を踏まえ、実施の方法を毎年度見直すこと。")
    body = "#pagebreak()\n".join(form + said for form in forms)
    return page(body, title="事務事業評価個票", size="9pt", margin="20mm", close=True)


def b07() -> bytes:
    rows = """
番号 | 指　標 | 策定時⏎（令和元年度） | 現状⏎（令和６年度） | 目標⏎（令和７年度） | 所管
1 | 全国学力・学習状況調査で、国語の授業の内容がよく分かると答えた児童の割合 | 82.1％ | 84.7％ \
| 86.0％以上 | 指導課
2 | 朝食を毎日食べている生徒の割合 | 83.0％ | 80.4％ | 90.0％以上 | 保健体育課
3 | 新体力テストで総合評価がＣ以上の児童の割合 | 75.2％ | 70.9％ | 78.0％ | 保健体育課
4 | 学校図書館の児童１人当たりの年間貸出冊数 | 48.3冊 | 61.5冊 | 60.0冊 | 指導課
5 | コミュニティ・スクールを導入した学校の数 | 4校 | 21校 | 23校 | 学校教育課
6 | 校舎の屋上防水改修を終えた学校の割合 | 45.7％ | 78.3％ | 87.0％ | 教育施設課
7 | 時間外在校等時間が月45時間を超える教職員の割合 | 52.6％ | 33.9％ | 30.0％以下 | 教職員課
8 | 公民館講座の受講者数 | 6,804人 | 5,931人 | 7,200人 | 生涯学習課
9 | 指定文化財の数 | 102件 | 108件 | 110件 | 文化財課
"""
    columns = "(12mm, 58mm, 28mm, 28mm, 28mm, 1fr)"
    body = heading("資料２　第２期みどり野市教育振興基本計画の指標一覧")
    body += line("　計画の進行管理に用いる指標は、次のとおりである。") + "#v(3mm)\n"
    made = table(
        rows,
        columns,
        stroke="none",
        align="(center, left, right, right, right, left)",
        inset="(x: 4pt, y: 4.5pt)",
    )
    tail = line("　（注）番号２及び３は令和６年度に全校で実施した調査による。")
    return page(body + made + tail, title="指標一覧", size="9.5pt", margin="20mm")


def b08() -> bytes:
    import typst

    rows = """
指標名 | 単位 | 令和６年度目標 | 令和６年度実績 | 達成状況
防災訓練に参加した自治会の割合 | ％ | 75.0 | 71.2 | 未達成
木造住宅の耐震診断件数 | 件 | 60 | 64 | 達成
消防団員数 | 人 | 420 | 398 | 未達成
救急講習の受講者数 | 人 | 1,500 | 1,612 | 達成
"""
    columns = "(60mm, 16mm, 1fr, 1fr, 24mm)"
    body = heading("地域防災計画　数値目標の達成状況") + table(rows, columns, inset="7pt")
    source = _source(body, "数値目標", "10pt", "20mm")
    picture = typst.compile(source, format="png", ppi=110)
    scan = ", ".join(str(byte) for byte in bytes(picture))
    paper = '#set document(date: none)\n#set page(paper: "a4", margin: 0mm)\n'
    whole = f"{paper}#image(bytes(({scan})), width: 100%)"
    return bytes(typst.compile(whole.encode(), pdf_tags=False))


DOCUMENTS: Final[dict[str, Callable[[], bytes]]] = {
    "b01_seika_shihyo.pdf": b01,
    "b02_sogo_senryaku.pdf": b02,
    "b03_koreisha_keikaku.pdf": b03,
    "b04_kaigo_jisseki.pdf": b04,
    "b05_kankyo_nenji.pdf": b05,
    "b06_jimu_kohyo.pdf": b06,
    "b07_kyoiku_ichiran.pdf": b07,
    "b08_bosai_scan.pdf": b08,
}


def make(folder: Path) -> list[Path]:
    """Write the documents into a folder and return their paths."""
    for name, document in DOCUMENTS.items():
        (folder / name).write_bytes(document())
    return [folder / name for name in DOCUMENTS]


if __name__ == "__main__":
    make(Path(sys.argv[1]))
