"""Tables of indicators as Word documents, written by hand; all figures are invented.

usage: PYTHONPATH=src:tests python tests/shapes/make_b_word.py FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Container, Sequence
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from shapes.grid_b import Cell, Placed, grid, placed, runs, zipped

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: Who changed a tracked change, and when.
_WHO: Final = 'w:id="{0}" w:author="企画課" w:date="2025-06-0{0}T09:00:00Z"'.format

_PARTS: Final = {
    "[Content_Types].xml": f"""{_XML}<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/>
</Types>""",
    "_rels/.rels": f"""{_XML}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>
</Relationships>""",
    "word/_rels/document.xml.rels": f"""{_XML}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>
</Relationships>""",
    "word/styles.xml": f"""{_XML}<w:styles xmlns:w="{_W}">
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="24"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="a3"><w:name w:val="Placeholder Text"/>
<w:rPr><w:color w:val="808080"/></w:rPr></w:style>
</w:styles>""",
}


# -- runs, paragraphs, tables ----------------------------------------------------------------------


def _plain_run(text: str, style: str = "", tag: str = "w:t") -> str:
    inner = "<w:br/>".join(
        part and f'<{tag} xml:space="preserve">{escape(part)}</{tag}>' for part in text.split("⏎")
    )
    return f"<w:r>{style and f'<w:rPr>{style}</w:rPr>'}{inner}</w:r>"


def _run(mark: str, text: str) -> str:
    match mark:
        case "strike":
            return _plain_run(text, "<w:strike/>")
        case "sup":
            return _plain_run(text, '<w:vertAlign w:val="superscript"/>')
        case "ins":
            return f"<w:ins {_WHO(1)}>{_plain_run(text)}</w:ins>"
        case "del":
            return f"<w:del {_WHO(2)}>{_plain_run(text, tag='w:delText')}</w:del>"
        case "sdt":
            return _control(_plain_run(text), "<w:text/>")
        case "list":
            item = f'<w:listItem w:displayText="{text}" w:value="{text}"/>'
            others = '<w:listItem w:displayText="選択してください" w:value="0"/>'
            kind = f"<w:dropDownList>{others}{item}</w:dropDownList>"
            return _control(_plain_run(text), kind)
        case "prompt":
            shown = _plain_run(text, '<w:rStyle w:val="a3"/>')
            return _control(shown, "<w:showingPlcHdr/><w:text/>")
        case "check":
            on = int(text == "☒")
            kind = f'<w14:checkbox><w14:checked w14:val="{on}"/></w14:checkbox>'
            return _control(_plain_run(text, '<w:rFonts w:hint="eastAsia"/>'), kind)
        case _:
            return _plain_run(text)


def _control(content: str, kind: str = "", title: str = "入力欄") -> str:
    properties = f'<w:sdtPr><w:alias w:val="{title}"/>{kind}</w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def paragraph(text: str = "", style: str = "", extra: str = "") -> str:
    named = style and f'<w:pStyle w:val="{style}"/>'
    properties = f"<w:pPr>{named}{extra}</w:pPr>" if named or extra else ""
    return f"<w:p>{properties}{''.join(_run(mark, part) for mark, part in runs(text))}</w:p>"


_BREAK: Final = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def _paragraphs(text: str) -> str:
    """Return a cell's text: ``¶`` ends a paragraph."""
    return "".join(paragraph(part) for part in text.split("¶"))


def _cell(each: Placed, *, first: bool) -> str:
    cell = each.cell
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merge = ""
    if cell.rows > 1:
        merge = '<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>"
    size = f'<w:tcW w:w="{1000 * cell.columns}" w:type="dxa"/>'
    if cell.text.startswith("cell:"):
        shown = paragraph(cell.text.removeprefix("cell:"))
        return _control(f"<w:tc><w:tcPr>{size}{span}{merge}</w:tcPr>{shown}</w:tc>")
    shown = _paragraphs(cell.text) if first else "<w:p/>"
    return f"<w:tc><w:tcPr>{size}{span}{merge}</w:tcPr>{shown}</w:tc>"


def _row(cells: Sequence[Placed], row: int, mark: str) -> str:
    inner = "".join(_cell(each, first=each.row == row) for each in cells)
    return f"<w:tr>{mark and f'<w:trPr>{mark}</w:trPr>'}{inner}</w:tr>"


def table(
    rows: list[list[Cell]],
    *,
    heads: int = 0,
    inserted: Container[int] = (),
    deleted: Container[int] = (),
    controls: Container[int] = (),
) -> str:
    """Return a table; a row's number says whether it was put in, taken out, or is a control."""
    everything = list(placed(rows))
    width = max(each.column + each.cell.columns for each in everything)
    written = []
    for number in range(len(rows)):
        over = [each for each in everything if each.row <= number < each.row + each.cell.rows]
        mark = "<w:tblHeader/>" if number < heads else ""
        mark += f"<w:ins {_WHO(3)}/>" if number in inserted else ""
        mark += f"<w:del {_WHO(4)}/>" if number in deleted else ""
        line = _row(sorted(over, key=lambda each: each.column), number, mark)
        written.append(_control(line, title="行") if number in controls else line)
    columns = '<w:gridCol w:w="1000"/>' * width
    style = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{style}<w:tblGrid>{columns}</w:tblGrid>{''.join(written)}</w:tbl>"


def document(*blocks: str, landscape: bool = False) -> bytes:
    turned = ' w:orient="landscape"' if landscape else ""
    width, height = (16838, 11906) if landscape else (11906, 16838)
    section = f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"{turned}/></w:sectPr>'
    head = f'<w:document xmlns:w="{_W}" xmlns:w14="{_W14}">'
    body = f"{_XML}{head}<w:body>{''.join(blocks)}{section}</w:body></w:document>"
    return zipped(_PARTS | {"word/document.xml": body})


# -- the documents ---------------------------------------------------------------------------------


def b09() -> bytes:
    rows = """
{3x1}施　策 | {3x1}成果指標 | {3x1}単位 | {1x4}実績値 | {1x2}目標値 | {3x1}指標の説明
計画策定時 | {1x3}前期計画期間 | 中間目標 | 最終目標
令和２年度 | 令和４年度 | 令和５年度 | 令和６年度 | 令和７年度 | 令和12年度
{2x1}１　観光の振興 | 宿泊客数 | 千人 | 96 | 118 | 141 | 152 | 160 | 200 | 観光動態調査による。
観光案内所の外国語対応件数 | 件 | 214 | 380 | 1,066 | 1,420 | 1,500 | 2,500 \
| 英語、中国語及び韓国語による対応の件数
{3x1}２　農林業の振興 | 認定農業者数 | 経営体 | 188 | 184 | 181 | 179 | 190 | 200 | 年度末の数
有害鳥獣による農作物被害額 | 千円 | 12,640 | 11,015 | 9,870 | 10,204 | 9,000以下 | 7,000以下 \
| 共済組合調べ
間伐実施面積（年間） | ha | 74.5 | 80.2 | 83.0 | 85.6 | 85.0 | 90.0 | 県補助を受けたもの
３　商工業の振興 | 商店街の空き店舗率 | ％ | 21.4 | 20.8 | 19.6 | 18.9 | 18.0以下 | 15.0以下 \
| 毎年10月に調査
"""
    return document(
        paragraph("第２次せせらぎ町総合計画　前期基本計画　指標一覧（産業分野）", "1"),
        paragraph("１　次の表は、令和６年度末時点の実績をまとめたものです。"),
        table(grid(rows), heads=3),
        paragraph("（注）金額は税込みです。"),
        landscape=True,
    )


def b10() -> bytes:
    rows = """
指標 | 令和５年度⏎実績 | 令和６年度⏎目標 | 令和６年度⏎実績 | 担当
生活困窮者の相談受付件数 | 402件 | 450件 | {del:438}{ins:441}件 | 福祉課
就労支援により就職した人の数 | 31人 | {del:30}{ins:35}人 | 38人 | 福祉課
{del:フードバンクの利用世帯数} | {del:96世帯} | {del:100世帯} | {del:88世帯} | {del:福祉課}
{ins:ひきこもり相談の延べ件数} | {ins:75件} | {ins:80件} | {ins:92件} | {ins:福祉課}
手話通訳者の派遣件数 | 118件 | 120件 | 1{del:2}{ins:0}4件 | 障害福祉課
障害者{ins:雇用の}優先調達の契約額 | 4,180千円 | 4,500千円 | 4,{del:360}{ins:630}千円 | 障害福祉課
福祉施設から一般就労へ移行した人の数 | 12人 | 14人{del:以上} | 11人 | 障害福祉課
"""
    old = (
        f"<w:p><w:pPr><w:rPr><w:del {_WHO(5)}/></w:rPr></w:pPr>"
        f"{_run('del', '　令和６年度の目標はすべて達成した。')}</w:p>"
    )
    shown = "<w:b/><w:rPrChange " + _WHO(6) + "><w:rPr/></w:rPrChange>"
    bold = f"<w:p>{_plain_run('　次の指標により評価した。', shown)}</w:p>"
    return document(
        paragraph("地域福祉計画の進捗（令和{del:５}{ins:６}年度）", "1"),
        old,
        bold,
        table(grid(rows), heads=1, inserted={4}, deleted={3}),
        paragraph("{ins:　障害者の就労支援については、関係機関との連絡会を月１回開く。}"),
    )


def _b11_form(number: str, rows: str) -> str:
    return paragraph(f"施策評価シート（令和６年度実績）　No.{number}") + table(grid(rows))


def b11() -> bytes:
    first = """
施策名 | {1x3}結婚・出産への支援 | 主管課 | 子ども未来課
施策の目標 | {1x5}安心して子どもを産み育てられるよう、妊娠期から切れ目なく支える。
{1x6}成果指標１
指標名 | {1x5}産後ケア事業の利用率
指標の説明 | {1x5}産後１年までに利用した産婦の割合
目標値（令和６年度） | 25.0％ | 実績値（令和６年度） | 27.3％ | 達成度 | Ａ
{1x6}成果指標２
指標名 | {1x5}妊婦歯科健診の受診率
指標の説明 | {1x5}母子健康手帳の交付数に対する割合
目標値（令和６年度） | 50.0％ | 実績値（令和６年度） | 44.1％ | 達成度 | Ｂ
{1x6}評価と今後の方向
今後の方向 | {1x5}○拡充　・継続　・縮小　・廃止
課題 | {1x5}里帰り先で受けられる施設が３か所に限られる。¶電子申請の割合は62％となった。
"""
    second = """
施策名 | {1x3}地域公共交通の確保 | 主管課 | 交通政策課
施策の目標 | {1x5}車を運転しなくても暮らせるよう、移動の手段を守る。
{1x6}成果指標１
指標名 | {1x5}コミュニティバスの１便当たり利用者数
指標の説明 | {1x5}全６路線の平均
目標値（令和６年度） | 6.5人 | 実績値（令和６年度） | 6.9人 | 達成度 | Ａ
{1x6}成果指標２
指標名 | {1x5}運転免許証の自主返納者数
指標の説明 | {1x5}市内に住所がある人の年間の数
目標値（令和６年度） | 300人 | 実績値（令和６年度） | 287人 | 達成度 | Ｂ
{1x6}評価と今後の方向
今後の方向 | {1x5}・拡充　○継続　・縮小　・廃止
課題 | {1x5}運転手は定員18人に対して15人である。
"""
    third = """
施策名 | {1x3}空き家対策の推進 | 主管課 | 住宅政策課
施策の目標 | {1x5}管理されない空き家を減らし、使える空き家を生かす。
{1x6}成果指標１
指標名 | {1x5}管理不全な空き家の件数
指標の説明 | {1x5}年度末において是正されていないもの
目標値（令和６年度） | 60件以下 | 実績値（令和６年度） | 66件 | 達成度 | Ｂ
{1x6}成果指標２
指標名 | {1x5}－
指標の説明 | {1x5}－
目標値（令和６年度） | － | 実績値（令和６年度） | － | 達成度 | －
{1x6}評価と今後の方向
今後の方向 | {1x5}○拡充　・継続　・縮小　・廃止
課題 | {1x5}所有者が分からない空き家が21件ある。
"""
    return document(
        _b11_form("1", first), _BREAK, _b11_form("2", second), _BREAK, _b11_form("3", third)
    )


def b12() -> bytes:
    head = "指標 | 基準値⏎（令和３年度） | 実績値⏎（令和６年度） | 目標値⏎（令和９年度） | 備考\n"
    work = """
多様な働き方を進める企業の認定数 | 12社 | 27社 | 40社 | 累計
相談件数 | 164件 | 231件 | 260件 | 女性の就労相談
"""
    violence = """
ＤＶの相談窓口を知っている市民の割合 | 58.6％ | 63.1％ | 75.0％ | 市民意識調査
相談件数 | 305件 | 352件 | 400件 | 配偶者暴力相談支援センター
"""
    decision = """
審議会等における女性委員の割合 | 31.2％ | 34.8％ | 40.0％ | ４月１日現在
市の管理職に占める女性の割合 | 17.5％ | 20.3％ | 25.0％以上 | 教育職を除く
女性委員のいない審議会等の数 | 7機関 | 3機関 | 0機関 | 休止中のものを除く
"""
    return document(
        paragraph("第４次男女共同参画プラン　年次報告書", "1"),
        paragraph("　本報告書は、プランの指標について令和６年度の状況をまとめたものである。"),
        paragraph("基本目標Ⅰ　働く場における男女共同参画", "2"),
        paragraph("　市内企業への訪問を48社に行い、制度の案内を続けた。"),
        table(grid(head + work.strip()), heads=1),
        paragraph(),
        paragraph("基本目標Ⅱ　あらゆる暴力の根絶", "2"),
        table(grid(head + violence.strip()), heads=1),
        paragraph("　相談件数は、電話、面接及びＳＮＳによるものの合計である。"),
        paragraph("基本目標Ⅲ　政策・方針決定過程への女性の参画", "2"),
        table(grid(head + decision.strip()), heads=1),
        paragraph("基本目標Ⅳ　推進体制の充実", "2"),
        paragraph("　庁内推進会議を２回開催した。この目標に指標は設けていない。"),
    )


def b13() -> bytes:
    top = """
所属 | {list:生涯学習課} | 記入日 | {sdt:令和７年５月20日}
事業名 | {1x3}{sdt:公民館活動の活性化}
評価 | {1x3}{check:☐} 達成　{check:☒} 概ね達成　{check:☐} 未達成
"""
    rows = """
活動・成果指標 | 単位 | 令和５年度実績 | 令和６年度目標 | 令和６年度実績 | 目標未達の理由
{sdt:主催講座の延べ受講者数} | {list:人} | {sdt:2,866} | {sdt:3,000} | {sdt:3,145} \
| {prompt:クリックまたはタップしてテキストを入力してください。}
{sdt:登録団体数} | {list:団体} | cell:128 | cell:130 | cell:126 \
| cell:高齢化により解散した団体があった。
{sdt:貸室の稼働率} | {list:％} | {sdt:41.7} | {sdt:43.0} | {sdt:44.2} \
| {prompt:クリックまたはタップしてテキストを入力してください。}
{sdt:講座後も学習を続けている人の割合} | {list:％} | {sdt:52.0} | {sdt:55.0}以上 | {sdt:53.6} \
| cell:追跡の調査が遅れた。
"""
    return document(
        paragraph("令和６年度　社会教育事業　自己点検票", "1"),
        _control(table(grid(top)), title="基本情報"),
        paragraph("１　指標の達成状況"),
        table(grid(rows), heads=1, controls={1, 2, 3, 4}),
        paragraph("２　点検委員会の意見"),
        _control(
            paragraph("{sdt:若い世代の受講が15％にとどまる。夜間の講座を月２回は設けること。}"),
            title="意見",
        ),
    )


def b14() -> bytes:
    rows = """
No. | 指標 | 計画策定時⏎（令和元年度） | 実績⏎（令和６年度） | 目標⏎（令和８年度） | 状況
1 | 水道管路の耐震適合率{sup:注１} | 38.4％ | 45.9％ | {strike:50.0％}48.0％{sup:注２} | ↗
2 | 有収率 | 90.2％ | 91.3％{sup:1} | 92.0％ | ↗
3 | 給水収益に対する企業債残高の割合 | 312％ | {strike:288％}⏎286％ | 270％以下 | ↗
4 | 漏水調査の延長{sup:注３} | 120km | 164km{sup:2)} | 180km | ↗
5 | 料金の口座振替利用率 | 81.5％ | 79.2％ | 85.0％ | ↘
6 | 断水を伴う事故の件数 | 3件 | {strike:1}2件 | 0件 | ↗
7 | 災害時の給水拠点の数（か所） | 18 | 24{sup:3} | 30 | ↗
"""
    return document(
        paragraph("水道事業ビジョン　指標の進捗状況（{strike:案}）", "1"),
        paragraph("取消線は、令和７年６月の協議会で改めた箇所である。"),
        paragraph("状況　↗：改善　↘：悪化（いずれも計画策定時との比較）"),
        table(grid(rows), heads=1),
        paragraph("注１　耐震適合性のある管を含む。"),
        paragraph("注２　令和６年度の計画変更により改めた。"),
        paragraph("注３　年間の延長"),
        paragraph("1 メーター検針の日の違いを補正している。"),
        paragraph("2) 衛星画像による調査を除く。"),
        paragraph("3 震災対策用貯水槽を含む。"),
    )


DOCUMENTS: Final[dict[str, Callable[[], bytes]]] = {
    "b09_sogo_keikaku.docx": b09,
    "b10_fukushi_rireki.docx": b10,
    "b11_shisaku_sheet.docx": b11,
    "b12_danjo_hokoku.docx": b12,
    "b13_tenkenhyo.docx": b13,
    "b14_suido_vision.docx": b14,
}


def make(folder: Path) -> list[Path]:
    """Write the documents into a folder and return their paths."""
    for name, written in DOCUMENTS.items():
        (folder / name).write_bytes(written())
    return [folder / name for name in DOCUMENTS]


if __name__ == "__main__":
    make(Path(sys.argv[1]))
