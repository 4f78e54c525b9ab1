"""Tables of indicators as web pages of municipalities; all figures are invented.

usage: PYTHONPATH=src:tests python tests/shapes/make_b_html.py FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Final

from shapes.grid_b import Cell, grid, runs


def _inline(text: str) -> str:
    """Return a text with its marked runs, `⏎` as a break."""
    parts = [
        f"<{mark}>{escape(part)}</{mark}>" if mark else escape(part) for mark, part in runs(text)
    ]
    return "".join(parts).replace("⏎", "<br>")


def _cell(cell: Cell, tag: str) -> str:
    rows = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    columns = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    return f"<{tag}{rows}{columns}>{_inline(cell.text)}</{tag}>"


def table(text: str, *, head: int = 1, caption: str = "") -> str:
    lines = [
        "<tr>" + "".join(_cell(cell, "th" if row < head else "td") for cell in cells) + "</tr>"
        for row, cells in enumerate(grid(text))
    ]
    titled = f"<caption>{_inline(caption)}</caption>\n" if caption else ""
    top, body = "\n".join(lines[:head]), "\n".join(lines[head:])
    return (
        f"<table>\n{titled}<thead>\n{top}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>\n"
        if head
        else f"<table>\n{titled}{body}\n</table>\n"
    )


def page(title: str, body: str) -> bytes:
    return f"""<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<title>{title}｜せせらぎ町</title>
<style>table {{ border-collapse: collapse }} th, td {{ border: 1px solid #999 }}</style>
<script>var pages = 3; if (pages < 4) {{ document.title += " 1/3"; }}</script>
</head>
<body>
<header><a href="/">せせらぎ町</a>
<ul><li><a href="/kurashi/">くらし</a></li><li><a href="/gyosei/">行政情報</a></li></ul></header>
<main>
<h1>{title}</h1>
<p>更新日：2025年8月29日　ページ番号：1004127</p>
{body}</main>
<footer><p>〒000-0000 せせらぎ町本町１番１号　電話：0000-12-3456</p></footer>
</body>
</html>
""".encode()


# -- the documents ---------------------------------------------------------------------------------


def b15() -> bytes:
    rows = """
{3x1}目標 | {3x1}指標 | {3x1}基準値⏎令和元年度 | {1x3}実績値 | {1x2}目標値 | {3x1}担当課
{1x2}前期 | 後期 | {2x1}中間⏎令和７年度 | {2x1}最終⏎令和11年度
令和４年度 | 令和５年度 | 令和６年度
{3x1}１　健やかな体 | 定期的に運動する町民の割合 | 46.8％ | 44.2％ | 48.0％ | 49.3％ | 52.0％ \
| 55.0％ | スポーツ課
総合型地域スポーツクラブの会員数 | 612人 | 540人 | 575人 | 601人 | 650人 | 700人 | スポーツ課
体育施設の利用者数 | 128,400人 | 97,205人 | 113,930人 | 121,088人 | 130,000人 | 135,000人 \
| スポーツ課
{2x1}２　学びと文化 | 文化芸術を鑑賞した町民の割合 | 38.5％ | 35.7％ | {1x2}調査実施なし \
| 42.0％ | 45.0％ | 文化課
町民大学の修了者数（累計） | 210人 | 262人 | 291人 | 318人 | 350人 | 450人 | 生涯学習課
３　協働 | 公募の委員がいる審議会の割合 | 22.2％ | 25.0％ | 27.8％ | 30.6％ | 35.0％ | 40.0％ \
| 企画課
"""
    return page("教育大綱の指標", table(rows, head=3))


def b16() -> bytes:
    return """<HTML>
<HEAD>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=Shift_JIS">
<TITLE>下水道事業の経営指標</TITLE>
</HEAD>
<BODY BGCOLOR="#FFFFFF">
<TABLE WIDTH="760" BORDER="0" CELLPADDING="0"><TR><TD COLSPAN="2">
<FONT SIZE="5">せせらぎ町役場　上下水道課</FONT>
<TR><TD WIDTH="160" VALIGN="top">
<TABLE BORDER="0"><TR><TD><A HREF="index.html">トップ</A><TR><TD><A HREF="r05.html">令和５年度</A>
<TR><TD><A HREF="r06.html">令和６年度</A></TABLE>
<TD WIDTH="600"><H2>下水道事業経営戦略の達成状況</H2>
<P>経営戦略（令和３年度～令和１２年度）に掲げた指標の状況は、次のとおりです。
<TABLE BORDER="1" CELLSPACING="0">
<TR BGCOLOR="#CCFFFF"><TD ROWSPAN="2">指標<TD ROWSPAN="2">単位<TD COLSPAN="2">令和５年度<TD COLSPAN\
="2">令和６年度<TD ROWSPAN="2">令和１２年度<BR>目標値
<TR BGCOLOR="#CCFFFF"><TD>目標値<TD>実績値<TD>目標値<TD>実績値
<TR><TD>水洗化率<TD ALIGN="center">％<TD ALIGN="right">91.0<TD ALIGN="right">90.8<TD ALIGN="right">\
91.5<TD ALIGN="right">91.3<TD ALIGN="right">94.0
<TR><TD>経費回収率<TD ALIGN="center">％<TD ALIGN="right">84.0<TD ALIGN="right">82.6<TD ALIGN="right\
">85.0<TD ALIGN="right">86.1<TD ALIGN="right">100.0
<TR><TD>汚水処理原価<TD ALIGN="center">円<TD ALIGN="right">178以下<TD ALIGN="right">181.4<TD ALIGN=\
"right">176以下<TD ALIGN="right">177.9<TD ALIGN="right">165以下
<TR><TD>マンホールポンプの&nbsp;更新基数<TD ALIGN="center">基<TD ALIGN="right">4<TD ALIGN="right">4\
<TD ALIGN="right">5<TD ALIGN="right">3<TD ALIGN="right">6
<TR><TD>使用料の収納率（現年度分）<TD ALIGN="center">％<TD ALIGN="right">99.2<TD ALIGN="right">99.3\
<TD ALIGN="right">99.3<TD ALIGN="right">99.4<TD ALIGN="right">99.5
</TABLE>
<P><FONT SIZE="2">※汚水処理原価は、有収水量１立方メートル当たりの値です。</FONT>
<TR><TD><TD ALIGN="right"><HR>最終更新日　令和7年8月1日
</TABLE>
</BODY>
</HTML>
""".encode("cp932")


def _b17_form(name: str, wrapped: str, pairs: list[tuple[str, str]]) -> str:
    lines = [f"<dt>{term}</dt><dd>{_inline(said)}</dd>" for term, said in pairs]
    if wrapped:
        lines = [f'<div class="{wrapped}">{line}</div>' for line in lines]
    inner = "\n".join(lines)
    return f"<section>\n<h3>{name}</h3>\n<dl>\n{inner}\n</dl>\n</section>\n"


def b17() -> bytes:
    forms = [
        (
            "指標１　ごみの分別が分かりやすいと思う町民の割合",
            [
                ("目標値（令和６年度）", "75.0％"),
                ("実績値（令和６年度）", "71.8％"),
                ("前年度の実績値", "70.2％"),
                ("達成状況", "未達成"),
                ("主な取組", "分別アプリの登録者が2,140人となった。冊子を全戸に配った。"),
            ],
        ),
        (
            "指標２　生ごみ処理機の購入補助件数",
            [
                ("目標値（令和６年度）", "60件"),
                ("実績値（令和６年度）", "73件"),
                ("前年度の実績値", "52件"),
                ("達成状況", "達成"),
                ("主な取組", "補助率を２分の１から３分の２に改めた。"),
            ],
        ),
        (
            "指標３　最終処分場への搬入量",
            [
                ("目標値（令和６年度）", "1,850ｔ以下"),
                ("実績値（令和６年度）", "1,902ｔ"),
                ("前年度の実績値", "1,966ｔ"),
                ("達成状況", "未達成"),
                ("主な取組", "焼却灰の資源化を始め、⏎年間120ｔを見込む。"),
            ],
        ),
        (
            "指標４　不法投棄の通報件数",
            [
                ("目標値（令和６年度）", "40件以下"),
                ("実績値（令和６年度）", "35件"),
                ("前年度の実績値", "44件"),
                ("達成状況", "達成"),
                ("主な取組", "監視カメラを６台増やした。"),
            ],
        ),
    ]
    body = "<h2>一般廃棄物処理基本計画の指標</h2>\n"
    for at, (name, pairs) in enumerate(forms):
        body += _b17_form(name, "row" if at > 1 else "", pairs)
    return page("ごみ減量の取組状況", body)


def b18() -> bytes:
    rows = """
{1x2}年度 | 救急車の平均到着時間⏎（分） | 火災件数⏎（件） | 住宅用火災警報器の設置率⏎（％） \
| 応急手当講習の受講者数⏎（人）
{2x1}令和４年度 | 目標 | 9.0以下 | 18以下 | 80.0 | 900
実績 | 9.6 | 22 | 77.4 | 682
{2x1}令和５年度 | 目標 | 9.0以下 | 18以下 | 82.0 | 1,000
実績 | 9.4 | 16 | 79.9 | 958
{2x1}令和６年度 | 目標 | 8.8以下 | 17以下 | 84.0 | 1,100
実績 | 9.1 | 19 | 80.6 | 1,143
令和９年度 | 目標 | 8.5以下 | 15以下 | 90.0 | 1,200
"""
    body = "<p>消防本部では、次の指標により業務の成果を点検しています。</p>\n"
    return page("消防業務の指標", body + table(rows, caption="表１　指標の推移"))


def b19() -> bytes:
    rows = """
施策の方向 | 指標 | 基準値⏎（2018年度） | 直近値⏎（2024年度） | 目標値⏎（2030年度） | 備考
温暖化対策 | 町域のCO{sub:2}排出量{sup:※１} | 96.4千t-CO{sub:2} | 81.7千t-CO{sub:2} \
| 52.0千t-CO{sub:2} | {del:暫定値}確定値
温暖化対策 | 公用車に占める⏎電動車の割合 | 4.0％ | {del:16.2％}18.5％{sup:※２} | 50.0％ | ―
緑の保全 | 町民１人当たりの⏎都市公園面積 | 9.8m{sup:2} | 10.3m{sup:2} | 11.0m{sup:2} | ―
緑の保全 | 保存樹木の指定本数 | 62本 | 58本{sup:3)} | {del:70本}⏎65本 | 目標を見直し
水環境 | 河川の水質（BOD）の基準達成率 | 80.0％ | 100％ | 100％ | ４地点⏎年６回測定
水環境 | 雨水貯留タンクの補助基数{sup:※１}⏎（累計） | 145基 | 231基 | 300基 \
| {s:令和５年度で終了}継続
"""
    notes = """<p><small>※１ 推計の方法は環境省のマニュアル（Ver.2.1）による。<br>
※２ 令和７年３月31日現在<br>3) 台風で４本が倒れたため減少した。</small></p>
"""
    return page("環境基本計画の進み具合", table(rows) + notes)


DOCUMENTS: Final[dict[str, Callable[[], bytes]]] = {
    "b15_kyoiku_taiko.html": b15,
    "b16_gesuido_keiei.html": b16,
    "b17_gomi_genryo.html": b17,
    "b18_shobo_shihyo.html": b18,
    "b19_kankyo_kihon.html": b19,
}


def make(folder: Path) -> list[Path]:
    """Write the documents into a folder and return their paths."""
    for name, document in DOCUMENTS.items():
        (folder / name).write_bytes(document())
    return [folder / name for name in DOCUMENTS]


if __name__ == "__main__":
    make(Path(sys.argv[1]))
