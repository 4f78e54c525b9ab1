"""Feed the readers whatever a coverage-guided fuzzer finds; any exception stops it.

    pip install atheris
    python benchmarks/fuzz.py -max_total_time=600 [CORPUS_DIRECTORY]

Besides not raising, each reading must have a value or an issue, spans within the text, and
messages and carets that can be drawn.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["kpikit.cell"]):
    import kpikit as kk
    from kpikit.cell.derivations import read_derivations

FIGURE = kk.Quantity("126", "件")
READERS = (kk.read_target, kk.read_actual, kk.read_quantity, kk.read_period)
#: What cells are made of: one byte of input stands for one of these.
PIECES = (
    "0 1 2 3 5 9 10 100 1,234 0.5 % 割 分 厘 時間 秒 人 件 円 位 年 年度 月 日 末 R H 令和 平成 S T 以上 以下 "
    "以内 未満 超 を超える を上回る 下回る より多い 約 程度 台 前後 弱 強 余り 増 減 削減 半減 倍増 に増加 まで "
    "の減少 維持 継続 全国平均 前年度 前年度比 現状 基準値 過去最高 過去3年の平均 累計 延べ 平均 合計 年間 月平均 ① ② "
    "○ ● ・ ※ ( ) [ ] 〈 〉 【 】 「 」 : 、 , 。 / ~ - ▲ △ + → ± ゼロ 過半数 半数 皆無 中 のうち の を に は が で "
    "と も より から 比 対 当たり につき 人口10万 一 二 三 七 十 百 千 万 億 兆 〇 小 中3 高 男性 女性 歳 歳児 "
    "か月 ヶ所 km2 ㎡ t-CO2 g L kg ポイント pt ない 未 中止 以外 うち 又は できれば 第 トップ マイナス 全 1人 "
    "月1回 分の 半 数 集計中 未公表 … x なし 未設定 探索 で定める 目標 指標 実績 見込み 速報 調査 現在 時点 4月1日 各年 "
    "3年に \u3000 \n \u200b \u202e \ud800 \x00 ｶ ﾞ ㍻ ㎢ é 😀 A Z ー ～ － ％ １ 件： 内訳"
).split(" ")


def text_of(data: bytes) -> str:
    """Make half of the texts of pieces, and half of any characters."""
    if data[:1] < b"\x80":
        return "".join(PIECES[byte % len(PIECES)] for byte in data[1:])
    return data[1:].decode("utf-8", "surrogatepass" if data[:1] < b"\xc0" else "replace")


def test_one_input(data: bytes) -> None:
    """Read one text with every reader."""
    try:
        text = text_of(data)
    except UnicodeDecodeError:
        return
    read_derivations(text, FIGURE)
    for read in READERS:
        reading = read(text)
        assert (reading.value is None) == bool(reading.issues), text
        for each in (*reading.pieces, *reading.notes, *reading.issues):
            assert 0 <= each.start <= each.end <= len(text), text
        for issue in reading.issues:
            issue.report("ja")
            issue.report("en")
        for note in reading.notes:
            note.message("ja")
            note.message("en")


if __name__ == "__main__":
    atheris.Setup(sys.argv, test_one_input)
    atheris.Fuzz()
