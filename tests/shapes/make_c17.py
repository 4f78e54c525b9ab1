# ruff: noqa: E501 - a row of a table is read in one line
"""Documents c17 to c24, Word, HTML and PDF: what each is, and why, is said in README_c.md."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from shapes import make_b_html, make_b_pdf, make_b_word
from shapes.grid_b import grid


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


# -- Word ------------------------------------------------------------------------------------------


def _within(outer: str, inner: str) -> str:
    """A table in a cell of another one, where that has the text ``表``."""
    return make_b_word.table(grid(outer)).replace(
        make_b_word.paragraph("表"), make_b_word.table(grid(inner)) + make_b_word.paragraph()
    )


def c17(folder: Path) -> Path:
    first = _within(
        """
施策 | {1x3}３－１　農地と担い手を守る
主管課 | 農政課 | 関係課 | 農業委員会事務局
ねらい | {1x3}今後10年で農地を引き継ぐ人を決め、農業を続けられるようにする。
成果指標 | {1x3}表
課題 | {1x3}地域計画のない集落が６つある。話合いは年24回を見込む。
""",
        """
指標名 | 単位 | R4実績 | R5実績 | R6目標 | R6実績 | R9目標
地域計画を定めた集落の数 | 集落 | 4 | 11 | 18 | 17 | 23
農業法人の数 | 法人 | 21 | 22 | 24 | 25 | 30
親元就農への給付を受けた人の数（累計） | 人 | 6 | 9 | 12 | 11 | 20
""",
    )
    second = _within(
        """
施策 | {1x3}３－２　商いを元気にする
主管課 | 商工課 | 関係課 | 都市計画課
ねらい | {1x3}歩いて買い物ができる通りを取り戻す。
成果指標 | {1x3}表
課題 | {1x3}空き店舗は38件あり、うち12件は貸す意向がない。
""",
        """
指標名 | 単位 | R4実績 | R5実績 | R6目標 | R6実績 | R9目標
駅前通りの平日の歩行者数 | 人 | 2,840 | 3,012 | 3,300 | 3,127 | 3,600
空き店舗を使った出店の数 | 件 | 3 | 5 | 6 | 8 | 10
""",
    )
    title = make_b_word.paragraph("施策評価表（令和６年度の振り返り）", "1")
    blocks = (title, first, make_b_word.paragraph(), second)
    return _written(folder / "c17_shisaku_hyouka.docx", make_b_word.document(*blocks))


_C18 = (
    (
        "指標１　保育士の充足率（単位：％）",
        "計画 | 92.0 | 94.0 | 96.0 | 98.0\n実績 | 91.3 | 93.5 | 94.2 |\n差 | ▲0.7 | ▲0.5 | ▲1.8 |",
        "潜在保育士の相談会を４回開き、９人が就職した。",
    ),
    (
        "指標２　一時預かりの延べ利用者数（単位：人日）",
        "計画 | 3,100 | 3,200 | 3,300 | 3,400\n実績 | 2,744 | 3,018 | 3,406 |\n差 | ▲356 | ▲182 | 106 |",
        "予約をスマートフォンに移し、受付は前年度より388件増えた。",
    ),
    (
        "指標３　待機児童の数（単位：人）",
        "計画 | 10 | 5 | 0 | 0\n実績 | 12 | 6 | 3 |\n差 | 2 | 1 | 3 |",
        "３人はいずれも１歳児である。",
    ),
    (
        "指標４　子どもの居場所の数（単位：か所）",
        "計画 | 8 | 10 | 12 | 15\n実績 | 8 | 11 | 12 |\n差 | 0 | 1 | 0 |",
        "小学校区は14あり、２つの校区にまだない。",
    ),
)


def c18(folder: Path) -> Path:
    head = "区分 | 令和４年度 | 令和５年度 | 令和６年度 | 令和７年度\n"
    blocks = [make_b_word.paragraph("こども計画　指標ごとの点検（令和６年度）", "1")]
    for name, rows, said in _C18:
        blocks += [
            make_b_word.paragraph(name, "2"),
            make_b_word.table(grid(head + rows), heads=1),
            make_b_word.paragraph(f"　{said}"),
        ]
    return _written(folder / "c18_kodomo_tenken.docx", make_b_word.document(*blocks))


def c19(folder: Path) -> Path:
    first = """
施策 | 評価指標 | 単位 | 区分 | R5 | R6 | R7 | R8 | R9
{4x1}住まい | {2x1}耐震改修の補助件数（累計） | {2x1}件 | 目標 | 40 | 80 | 120 | 160 | 200
実績 | 36 | 71 | | |
{2x1}住宅の省エネ改修の補助件数 | {2x1}件 | 目標 | 30 | 30 | 35 | 35 | 40
実績 | 28 | 34 | | |
{2x1}公園 | {2x1}公園に愛着を持つ市民の割合 | {2x1}％ | 目標 | 55.0 | 57.0 | 58.0 | 59.0 | 60.0
実績 | 54.2 | 57.8 | | |
"""
    second = """
{4x1}道路 | {2x1}通学路の安全対策を終えた箇所の割合 | {2x1}％ | 目標 | 60.0 | 70.0 | 80.0 | 90.0 | 100
実績 | 58.5 | 66.2 | | |
{2x1}橋りょうの点検数 | {2x1}橋 | 目標 | 42 | 42 | 42 | 42 | 42
実績 | 42 | 45 | | |
{2x1}水辺 | {2x1}川の清掃活動への参加者数 | {2x1}人 | 目標 | 900 | 950 | 1,000 | 1,050 | 1,100
実績 | 1,012 | 884 | | |
"""
    written = make_b_word.document(
        make_b_word.paragraph("都市計画マスタープラン　評価指標の年度別目標と実績", "1"),
        make_b_word.table(grid(first), heads=1),
        make_b_word.paragraph("－ 7 －"),
        make_b_word.paragraph("（前ページからの続き）"),
        make_b_word.table(grid(second)),
        make_b_word.paragraph("※　R7以降の実績は、各年度の終了後に記入する。"),
        landscape=True,
    )
    return _written(folder / "c19_toshi_master.docx", written)


# -- HTML ------------------------------------------------------------------------------------------

_C20 = (
    (
        "基本目標１　みんなで支え合う",
        (
            (
                "ボランティアセンターの登録者数",
                "486人",
                "530人",
                "561人",
                "600人",
                "順調",
                "40歳未満は72人である。",
            ),
            (
                "見守り協定を結んだ事業者の数",
                "31社",
                "34社",
                "35社",
                "50社",
                "遅れ",
                "新聞販売店など４業種",
            ),
        ),
    ),
    (
        "基本目標２　安心して暮らす",
        (
            (
                "福祉の相談窓口を知っている町民の割合",
                "52.8％",
                "－",
                "55.0％",
                "70.0％",
                "遅れ",
                "２年に１度の調査",
            ),
            (
                "避難に支援が要る人の個別計画の作成数",
                "18人",
                "64人",
                "112人",
                "100人以上",
                "達成",
                "対象は約310人",
            ),
            ("民生委員の欠員数", "３人", "２人", "４人", "０人", "遅れ", "定数は58人"),
        ),
    ),
)
_C20_LABELS = (
    "指標名",
    "基準値（令和４年度）",
    "実績値（令和５年度）",
    "実績値（令和６年度）",
    "目標値（令和８年度）",
    "進捗",
    "備考",
)


def c20(folder: Path) -> Path:
    body = ""
    for goal, indicators in _C20:
        body += f"<details open>\n<summary>{goal}</summary>\n"
        for said in indicators:
            lines = "".join(
                f'<tr><th scope="row">{label}</th><td>{text}</td></tr>\n'
                for label, text in zip(_C20_LABELS, said, strict=True)
            )
            body += f"<table>\n<tbody>\n{lines}</tbody>\n</table>\n"
        body += "</details>\n"
    return _written(
        folder / "c20_chiiki_fukushi.html", make_b_html.page("地域福祉計画の指標", body)
    )


def c21(folder: Path) -> Path:
    head = """<tr><th rowspan="2">指標</th><th rowspan="2">単位</th><th colspan="2">令和５年度</th>\
<th colspan="4">令和６年度</th></tr>
<tr><th>目標</th><th>実績</th><th>目標</th><th>実績</th><th>対前年</th><th>達成率</th></tr>
"""
    goals = (
        (
            "産業",
            (
                "<ruby>空<rt>あ</rt></ruby>き<ruby>工場<rt>こうじょう</rt></ruby>の活用件数|件|4|3|5|6|＋3|120.0％",
                "高校生の企業見学会の参加者数|人|200|214|220|208|－6|94.5％",
                "町内総生産|億円|1,480|1,466|1,500|集計中|－|－",
            ),
        ),
        (
            "観光",
            (
                "<ruby>湯治<rt>とうじ</rt></ruby>体験の宿泊者数|人泊|2,000|1,874|2,200|2,315|＋441|105.2％",
                "観光案内板の多言語化率|％|60.0|58.3|70.0|71.7|＋13.4|102.4％",
                "レンタサイクルの貸出台数|台|3,000|2,651|3,000|2,498|－153|83.3％",
            ),
        ),
    )
    rows = ""
    for goal, lines in goals:
        rows += f'<tr><th colspan="8">{goal}</th></tr>\n{head}'
        for line in lines:
            cells = "".join(f"<td>{text}</td>" for text in line.split("|"))
            rows += f"<tr>{cells}</tr>\n"
    foot = '<tfoot><tr><td colspan="8">達成した指標は６指標のうち３指標（集計中を除く）。</td></tr></tfoot>\n'
    body = f"<table>\n<caption>産業観光プランの指標</caption>\n<tbody>\n{rows}</tbody>\n{foot}</table>\n"
    return _written(
        folder / "c21_sangyou_kankou.html", make_b_html.page("産業観光プランの達成状況", body)
    )


def c22(folder: Path) -> Path:
    targets = """
指標 | 単位 | 計画策定時⏎（令和３年度） | 目標値⏎（令和７年度）
文化ホールの入場者数 | 人 | 18,240 | 24,000
図書館の登録者数 | 人 | 11,305 | 12,500
史跡めぐりの参加者数 | 人 | 142 | 300
スポーツを週に１回以上する町民の割合 | ％ | 46.1 | 55.0
公民館を使う団体の数 | 団体 | 96 | 100
"""
    actuals = """
指標 | 令和４年度 | 令和５年度 | 令和６年度
文化ホールの入場者数 | 19,877人 | 22,140人 | 23,518人
図書館の登録者数 | 11,480人 | 11,652人 | 11,930人
史跡めぐりの参加者数 | 201人 | 288人 | 317人
スポーツを週に１回以上する町民の割合 | 45.7％ | 48.0％ | 49.6％
公民館を使う団体の数 | 95団体 | 97団体 | 94団体
"""
    buildings = """
施設 | 建築年 | 延床面積 | 令和６年度の開館日数
文化ホール | 1992年 | 4,120㎡ | 302日
図書館 | 2004年 | 1,850㎡ | 288日
中央公民館 | 1981年 | 2,064㎡ | 340日
"""
    body = (
        "<h2>１　指標と目標値</h2>\n"
        + make_b_html.table(targets)
        + "<p>目標値は、計画の最終年度に達する水準です。</p>\n<h2>２　実績値の推移</h2>\n"
        + make_b_html.table(actuals)
        + "<h2>３　主な施設の状況</h2>\n"
        + make_b_html.table(buildings)
    )
    return _written(
        folder / "c22_bunka_sports.html", make_b_html.page("文化・スポーツ計画の点検", body)
    )


# -- PDF -------------------------------------------------------------------------------------------

_C23_AIM = "指標 | 基準値⏎（R4） | R5 | R6 | 目標値⏎（R9）\n"
_C23_KPI = "施策 | ＫＰＩ | 基準値⏎（R4） | R5⏎実績 | R6⏎実績 | R9⏎目標 | 進捗 | 備考\n"
_C23 = (
    (
        "基本目標１　人を呼び、つなぐ",
        "移住者数（人） | 96 | 104 | 118 | 150\n関係人口の登録者数（人） | 1,020 | 1,377 | 1,790 | 2,500",
        """{2x1}移住の促進 | お試し移住の参加組数 | 12組 | 15組 | 19組 | 24組 | ○ | 首都圏から14組
移住者の定着率（３年後） | 71.4％ | 73.1％ | 70.9％ | 80.0％ | × | 令和３年度の移住者86人
つながりづくり | ふるさと応援団の会員数 | 640人 | 811人 | 977人 | 1,200人 | ○ | 年会費は無料""",
    ),
    (
        "基本目標２　働く場をつくる",
        "市内での新設事業所の数（社） | 14 | 17 | 未公表 | 25\n若者の市内就職率（％） | 38.2 | 39.0 | 40.7 | 45.0",
        """{2x1}起業 | 起業家育成塾の修了者数（累計） | 22人 | 31人 | 43人 | 80人 | ○ | うち女性19人
共同オフィスの入居率 | 55.0％ | 65.0％ | 85.0％ | 90.0％以上 | ○ | 20室
ものづくり | 技術展示会への出展社数 | ６社 | ８社 | ７社 | 15社 | △ | ２会場""",
    ),
)


def c23(folder: Path) -> Path:
    pages = []
    for goal, aims, kpis in _C23:
        body = make_b_pdf.heading(goal) + make_b_pdf.line("【数値目標】")
        body += make_b_pdf.table(_C23_AIM + aims, "(60mm, 24mm, 18mm, 18mm, 24mm)")
        body += "#v(4mm)\n" + make_b_pdf.line("【重要業績評価指標（ＫＰＩ）】")
        widths = "(24mm, 42mm, 19mm, 16mm, 16mm, 20mm, 11mm, 1fr)"
        body += make_b_pdf.table(_C23_KPI + kpis, widths)
        pages.append(body + make_b_pdf.line("進捗　○：順調　△：やや遅れ　×：後退"))
    written = make_b_pdf.page(
        "#pagebreak()\n".join(pages), title="総合戦略　指標の進捗", size="9pt"
    )
    return _written(folder / "c23_senryaku_shinchoku.pdf", written)


def c24(folder: Path) -> Path:
    rows = """
{2x2}指標 | {2x1}単位 | 策定時 | {1x2}実績 | {1x2}目標 | {2x1}評価 | {2x1}備考
R2 | R5 | R6 | 中間⏎R7 | 最終⏎R12
{2x1}肥満の人の割合 | 男性 | ％ | 34.8 | 36.1 | 35.5 | 32.0 | 28.0 | Ｃ | 20～60歳代
女性 | ％ | 21.0 | 20.7 | 19.4 | 19.0 | 17.0 | Ａ | 40～60歳代
{2x1}運動の習慣がある人の割合 | 男性 | ％ | 28.3 | 30.9 | 32.2 | 33.0 | 38.0 | Ｂ | １日30分以上
女性 | ％ | 24.6 | 25.1 | 24.0 | 30.0 | 35.0 | Ｃ | １日30分以上
{1x2}野菜を１日５皿食べる人の割合 | ％ | 12.7 | 14.0 | 15.8 | 15.0 | 20.0 | Ａ | 回答1,430人
{1x2}健康づくり推進員の数 | 人 | 88 | 91 | 94 | 100 | 120 | Ｂ | 15地区
{1x2}受動喫煙の機会がある人の割合 | ％ | 24.9 | 21.3 | 集計中 | 15以下 | 10以下 | － | 職場を含む。
"""
    deaths = """
死因 | R2 | R3 | R4 | R5 | R6
悪性新生物 | 142 | 150 | 147 | 155 | 151
心疾患 | 81 | 79 | 88 | 90 | 86
脳血管疾患 | 44 | 41 | 47 | 39 | 42
老衰 | 62 | 70 | 77 | 83 | 91
"""
    widths = "(34mm, 14mm, 11mm, 15mm, 15mm, 15mm, 17mm, 17mm, 12mm, 1fr)"
    body = make_b_pdf.heading("健康づくり計画　指標の達成状況") + make_b_pdf.table(
        rows, widths, head=2
    )
    body += make_b_pdf.line("評価　Ａ：中間目標に向けて順調　Ｂ：改善　Ｃ：変わらないか悪化")
    body += "#pagebreak()\n" + make_b_pdf.heading("参考　主な死因別の死亡数（人）")
    body += make_b_pdf.table(deaths, "(50mm, 1fr, 1fr, 1fr, 1fr, 1fr)")
    written = make_b_pdf.page(body, title="健康づくり計画", size="9pt")
    return _written(folder / "c24_kenkou_shihyou.pdf", written)


DOCUMENTS: list[Callable[[Path], Path]] = [c17, c18, c19, c20, c21, c22, c23, c24]
