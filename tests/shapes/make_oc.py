# ruff: noqa: E501 - a row of a table is read in one line
"""Documents oc01 to oc36: what each is, and why, is said in README_oc.md."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from shapes.make_v import word


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write a web page as it stands."""
    path.write_text(text, encoding=encoding, newline="\n")
    return path


def oc01(folder: Path) -> Path:
    text = """
# 第６次あさひ町総合計画　前期基本計画　指標の進捗（令和６年度末）

資料３

施策１　子育て環境の充実 | < | < | < | < | < | < | <
指標名 | 単位 | 基準値↵（R元） | R4 | R5 | R6 | 目標↵（R7） | 見込み
保育所の待機児童数 | 人 | 8 | 3 | 1 | 0 | 0 | ◎
合計特殊出生率 | － | 1.41 | 1.33 | 1.29 | 1.31 | 1.50 | △
施策２　安心して暮らせるまち | < | < | < | < | < | < | <
指標名 | 単位 | 基準値↵（R元） | R4 | R5 | R6 | 目標↵（R7） | 見込み
自主防災組織の組織率 | ％ | 61.5 | 66.0 | 68.4 | 70.2 | 75.0 | ○
交通事故発生件数 | 件 | 92 | 71 | 78 | 69 | 60 | △
施策３　にぎわいのあるまち | < | < | < | < | < | < | <
指標名 | 単位 | 基準値↵（R元） | R4 | R5 | R6 | 目標↵（R7） | 見込み
道の駅の来場者数 | 千人 | 412 | 388 | 431 | 447 | 450 | ◎

見込み　◎：達成見込み　○：おおむね達成見込み　△：達成は困難
"""
    return word(folder / "oc01_sougou_shingikai.docx", text)


def oc02(folder: Path) -> Path:
    text = """
（別紙様式２）

# 令和６年度　最適化活動の点検・評価

都道府県名：みどり県　　農業委員会名：こまち町農業委員会

Ⅰ　農業委員会の状況（令和６年４月１日現在）

農家数 | 農地面積 | 農業委員数 | 推進委員数
612戸 | 1,480ha | 14人 | 11人

Ⅱ　最適化活動の実績

１　農地の集積

指標 | 目標 | 実績 | 達成率
新規集積面積 | 18ha | 14.6ha | 81.1％
集積率 | 58.0％ | 55.9％ | 96.4％

２　遊休農地の解消

指標 | 目標 | 実績 | 達成率
遊休農地の解消面積 | 2.5ha | 2.9ha | 116.0％

３　新規参入の促進

指標 | 目標 | 実績 | 達成率
新規参入者数 | 3経営体 | 2経営体 | 66.7％
新規参入者の取得面積 | 1.2ha | 0.8ha | 66.7％
"""
    return word(folder / "oc02_nougyou_iinkai.docx", text)


def oc03(folder: Path) -> Path:
    text = """
# 人権施策推進計画　令和６年度の取組状況

番号 | 指標 | 目標と実績（令和６年度） | 評価 | 所管課
１ | 人権講演会の参加者数 | 目標：400人↵実績：436人 | ○ | 人権推進課
２ | 人権相談の開設回数 | 目標：24回↵実績：22回 | △ | 人権推進課
３ | 職員研修の受講率 | 目標：95％↵実績：97.8％ | ○ | 人事課

評価は、目標を達成したものを○、達成しなかったものを△としています。
"""
    return word(folder / "oc03_jinken_shisaku.docx", text)


def oc04(folder: Path) -> Path:
    text = """
# 水道事業経営計画　主要指標の進捗状況

区分 | < | 有収率 | 管路更新率 | 経常収支比率 | 給水人口
単位 | < | ％ | ％ | ％ | 人
令和４年度 | 計画 | 88.0 | 0.80 | 104.0 | 41,200
^ | 実績 | 87.1 | 0.74 | 105.2 | 41,050
令和５年度 | 計画 | 88.5 | 0.85 | 103.5 | 40,900
^ | 実績 | 87.9 | 0.81 | 103.1 | 40,712
令和６年度 | 計画 | 89.0 | 0.90 | 103.0 | 40,600
^ | 実績 | 88.2 | 0.93 | 101.7 | 40,388
令和７年度 | 計画 | 89.5 | 0.95 | 102.5 | 40,300
"""
    return word(folder / "oc04_suidou_kouiki.docx", text)


def oc05(folder: Path) -> Path:
    text = """
# 第４次子ども読書活動推進計画　成果指標

成果指標 | < | 計画策定時 | 実績 | < | 目標
^ | ^ | R2 | R5 | R6 | R8
不読率↵（１か月に１冊も本を読まない児童生徒の割合） | 小学生 | 6.8％ | 6.1％ | 5.9％ | 5.0％
^ | 中学生 | 18.4％ | 17.2％ | 17.6％ | 14.0％
^ | 高校生 | 48.1％ | 45.3％ | 43.8％ | 40.0％
児童書の年間貸出冊数（12歳以下１人当たり） | < | 14.2冊 | 15.8冊 | 16.3冊 | 18.0冊
学校図書館図書標準の達成校数 | 小学校 | 9校 | 11校 | 12校 | 14校
^ | 中学校 | 4校 | 5校 | 5校 | 7校
"""
    return word(folder / "oc05_dokusho_keikaku.docx", text)


def oc06(folder: Path) -> Path:
    text = """
# 指定管理者モニタリング結果（令和６年度）

施設名 | 市民文化ホール | 指定管理者 | 株式会社あおば
指定期間 | 令和４年度～令和８年度 | 所管課 | 文化振興課

１　成果指標の達成状況

指標 | 単位 | 目標値 | 実績値 | < | < | 達成率 | 評価
^ | ^ | ^ | 令和４年度 | 令和５年度 | 令和６年度 | ^ | ^
ホール稼働率 | ％ | 62.0 | 54.3 | 58.9 | 63.1 | 101.8％ | Ａ
自主事業の参加者数 | 人 | 5,000 | 3,912 | 4,405 | 4,688 | 93.8％ | Ｂ
利用者満足度 | ％ | 90.0 | 88.0 | 89.4 | 91.2 | 101.3％ | Ａ

２　収支の状況（単位：千円）

区分 | 令和４年度 | 令和５年度 | 令和６年度
収入 | 98,400 | 101,220 | 104,870
支出 | 97,900 | 100,540 | 103,100
"""
    return word(folder / "oc06_shitei_kanri.docx", text)


def oc07(folder: Path) -> Path:
    text = """
# 観光振興プラン2030　数値目標の進捗

数値目標 | 目標値 | 実績値 | < | < | 基準値
^ | 2030年 | 2024年 | 2023年 | 2022年 | 2019年
年間観光入込客数（千人） | 3,200 | 2,846 | 2,612 | 2,190 | 2,905
^ | ^ | (+9.0%) | (+19.3%) | (+41.2%) | ^
外国人宿泊者数（人泊） | 60,000 | 48,210 | 31,870 | 3,420 | 42,600
^ | ^ | (+51.3%) | (+831.9%) | (+210.4%) | ^
観光消費額単価（円） | 9,000 | 8,140 | 7,620 | 7,015 | 6,880
^ | ^ | (+6.8%) | (+8.6%) | (+2.2%) | ^

※（　）内は対前年増減率
"""
    return word(folder / "oc07_kankou_kyokai.docx", text)


def oc08(folder: Path) -> Path:
    text = """
# 令和７年第３回定例会　決算特別委員会資料

指標1　ＩＣＴ相談窓口の相談件数

区分 | 令和４年度 | 令和５年度 | 令和６年度
目標値（件） | 300 | 350 | 400
実績値（件） | 287 | 366 | 421
達成率（％） | 95.7 | 104.6 | 105.3

指標2　空き家バンク成約件数

区分 | 令和４年度 | 令和５年度 | 令和６年度
目標値（件） | 12 | 14 | 16
実績値（件） | 9 | 13 | 11
達成率（％） | 75.0 | 92.9 | 68.8

指標3　防犯カメラ設置台数（累計）

区分 | 令和４年度 | 令和５年度 | 令和６年度
目標値（台） | 40 | 55 | 70
実績値（台） | 40 | 57 | 70
達成率（％） | 100.0 | 103.6 | 100.0
"""
    return word(folder / "oc08_gikai_shiryou.docx", text)


def oc09(folder: Path) -> Path:
    text = """
# 令和６年度　学校評価書（市立みなみ小学校）

重点目標 | 評価指標 | 目標値 | 実績 | < | 達成度 | 改善の方策
^ | ^ | ^ | 前期 | 年間 | ^ | ^
確かな学力 | 授業が分かると答えた児童の割合 | 90％ | 86.2％ | 88.5％ | Ｂ | 少人数指導を拡大する。
^ | 家庭学習時間の達成率 | 80％ | 79.0％ | 82.4％ | Ａ | 手引きを見直す。
豊かな心 | いじめの解消率 | 100％ | 92.3％ | 97.0％ | Ｂ | 組織的な見守りを続ける。
^ | あいさつができると答えた保護者の割合 | 85％ | 83.1％ | 86.0％ | Ａ | 地域と連携する。
健やかな体 | 体力テストの総合Ｃ以上の割合 | 75％ | － | 73.8％ | Ｂ | 業間運動を工夫する。
"""
    return word(folder / "oc09_gakkou_hyouka.docx", text)


def oc10(folder: Path) -> Path:
    text = """
# 国民健康保険の状況

区分 | 令和４年度 | 令和５年度 | 令和６年度
被保険者数（人） | 18,420 | 17,655 | 16,902
１人当たり医療費（円） | 402,118 | 415,660 | 421,337
収納率（％） | 94.8 | 95.1 | 95.4

令和７年度の収納率は、前年度並みを見込んでいる。
"""
    return word(folder / "oc10_toukei.docx", text)


def oc11(folder: Path) -> Path:
    text = """
# 移住定住促進アクションプラン　ＫＰＩの達成状況

計画期間：令和４年度～令和８年度

ＫＰＩ | 単位 | 令和４年度 | < | 令和５年度 | < | 令和６年度 | < | 最終目標↵令和８年度 | 進捗率
^ | ^ | 目標 | 実績 | 目標 | 実績 | 目標 | 実績 | ^ | ^
移住相談件数 | 件 | 150 | 162 | 170 | 188 | 190 | 181 | 230 | 78.7％
移住者数（累計） | 人 | 40 | 37 | 80 | 85 | 120 | 139 | 200 | 69.5％
お試し住宅の利用率 | ％ | 50 | 41.7 | 55 | 52.0 | 60 | 58.3 | 70 | 83.3％
定住奨励金の交付世帯数（累計） | 世帯 | 10 | 11 | 20 | 19 | 30 | 集計中 | 50 | －
"""
    return word(folder / "oc11_ijuu_teijuu.docx", text)


def oc12(folder: Path) -> Path:
    text = """
# 都市再生整備計画　事後評価シート

地区名 | 中央駅周辺地区 | 面積 | 84ha | 交付期間 | 令和２年度～令和６年度

１）都市再生整備計画に記載した数値目標の達成状況

指標 | 単位 | 従前値 | < | 目標値 | < | 評価値 | < | 目標達成度
^ | ^ | 数値 | 基準年度 | 数値 | 目標年度 | 数値 | 評価年度 | ^
歩行者・自転車通行量 | 人/日 | 6,420 | R元 | 7,000 | R6 | 7,215 | R6 | ○
空き店舗数 | 店 | 31 | R元 | 20 | R6 | 24 | R6 | △
まちなか居住人口 | 人 | 3,120 | R元 | 3,200 | R6 | 3,254 | R6 | ○
"""
    return word(folder / "oc12_toshi_saisei.docx", text)


def oc13(folder: Path) -> Path:
    text = """
<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>KPI</title></head><body><h1>デジタル田園都市構想総合戦略　ＫＰＩの状況</h1><p>令和6年度末の状況です。</p><section><h2>基本目標　しごとをつくる</h2><article><h3>創業件数（累計）</h3><dl><dt>基準値</dt><dd>22件（令和元年度）</dd><dt>目標値</dt><dd>60件（令和6年度）</dd><dt>実績値</dt><dd>64件（令和6年度）</dd><dt>達成率</dt><dd>106.7％</dd></dl></article><article><h3>農産物直売所の販売額</h3><dl><dt>基準値</dt><dd>310百万円（令和元年度）</dd><dt>目標値</dt><dd>360百万円（令和6年度）</dd><dt>実績値</dt><dd>342百万円（令和6年度）</dd><dt>達成率</dt><dd>95.0％</dd></dl></article></section><section><h2>基本目標　ひとの流れ</h2><article><h3>転入者数</h3><dl><dt>基準値</dt><dd>1,204人（令和元年）</dd><dt>目標値</dt><dd>1,300人（令和6年）</dd><dt>実績値</dt><dd>1,188人（令和6年）</dd><dt>達成率</dt><dd>91.4％</dd></dl></article><article><h3>ふるさと住民登録者数</h3><dl><dt>基準値</dt><dd>0人（令和元年度）</dd><dt>目標値</dt><dd>500人（令和6年度）</dd><dt>実績値</dt><dd>718人（令和6年度）</dd><dt>達成率</dt><dd>143.6％</dd></dl></article></section><footer>企画課</footer></body></html>
"""
    return written(folder / "oc13_kpi_cards.html", text)


def oc14(folder: Path) -> Path:
    text = """
<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>数値目標</title></head><body><h1>男女共同参画課　数値目標の達成状況</h1><h2>令和5年度</h2><table><tr><th>指標</th><th>目標</th><th>実績</th><th>評価</th></tr>
<tr><td>審議会等の女性委員の割合</td><td>38.0％</td><td>36.4％</td><td>△</td></tr>
<tr><td>女性の管理職登用率</td><td>20.0％</td><td>18.2％</td><td>△</td></tr>
<tr><td>育児休業取得率（男性）</td><td>40％</td><td>52.1％</td><td>○</td></tr>
</table>
<h2>令和6年度</h2><table><tr><th>指標</th><th>目標</th><th>実績</th><th>評価</th></tr>
<tr><td>審議会等の女性委員の割合</td><td>39.0％</td><td>39.6％</td><td>○</td></tr>
<tr><td>女性の管理職登用率</td><td>22.0％</td><td>19.0％</td><td>△</td></tr>
<tr><td>育児休業取得率（男性）</td><td>50％</td><td>71.4％</td><td>○</td></tr>
</table>
</body></html>
"""
    return written(folder / "oc14_nendo_betsu.html", text)


def oc15(folder: Path) -> Path:
    text = """
<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>ごみ</title></head><body><h1>ごみ処理基本計画の進捗</h1><table><caption>計画目標と実績</caption><thead><tr><th>年度</th><th>1人1日当たりごみ排出量<br>（g/人・日）</th><th>リサイクル率<br>（％）</th><th>最終処分量<br>（t/年）</th></tr>
</thead><tbody>
<tr><th>令和2年度（基準）</th><td>921</td><td>18.2</td><td>4,120</td></tr>
<tr><th>令和4年度</th><td>894</td><td>18.9</td><td>3,866</td></tr>
<tr><th>令和5年度</th><td>871</td><td>19.4</td><td>3,702</td></tr>
<tr><th>令和6年度</th><td>858</td><td>20.1</td><td>3,655</td></tr>
<tr><th>令和8年度（中間目標）</th><td>840</td><td>22.0</td><td>3,500</td></tr>
<tr><th>令和13年度（最終目標）</th><td>800</td><td>25.0</td><td>3,000</td></tr>
</tbody></table>
<p>※令和6年度の最終処分量は速報値です。</p></body></html>
"""
    return written(folder / "oc15_gomi_suii.html", text)


def oc16(folder: Path) -> Path:
    text = """
<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>地域公共交通</title></head><body><h1>地域公共交通計画の評価</h1><table border=1><tr><th rowspan=2>評価指標</th><th rowspan=2>区分</th><th colspan=2>前期</th><th colspan=2>後期</th></tr>
<tr><th>令和4年度</th><th>令和5年度</th><th>令和6年度</th><th>令和7年度</th></tr>

<tr><th rowspan=2>路線バスの年間利用者数（千人）</th><td>目標</td><td>1,420</td><td>1,440</td><td>1,460</td><td>1,480</td></tr>
<tr><td>実績</td><td>1,388</td><td>1,431</td><td>1,472</td><td></td></tr>

<tr><th rowspan=2>デマンド交通の登録者数（人）</th><td>目標</td><td>800</td><td>900</td><td>1,000</td><td>1,100</td></tr>
<tr><td>実績</td><td>764</td><td>871</td><td>968</td><td></td></tr>

<tr><th rowspan=2>公共交通の公的負担額（百万円）</th><td>目標</td><td>210以下</td><td>210以下</td><td>205以下</td><td>200以下</td></tr>
<tr><td>実績</td><td>208</td><td>214</td><td>219</td><td></td></tr>
</table>
</body></html>
"""
    return written(folder / "oc16_koukyou_koutsuu.html", text)


def oc17(folder: Path) -> Path:
    text = """
<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>産業</title></head><body><table width="100%"><tr><td colspan="2"><h1>産業振興ビジョンの進捗</h1></td></tr>
<tr><td valign="top"><b>農業分野</b><table border="1"><tr><th>指標</th><th>現状値（R2）</th><th>実績値（R6）</th><th>目標値（R8）</th></tr>
<tr><td>認定農業者数</td><td>84人</td><td>91人</td><td>95人</td></tr>
<tr><td>農地集積率</td><td>41.2％</td><td>47.7％</td><td>55.0％</td></tr>
</table>
</td><td valign="top"><b>観光分野</b><table border="1"><tr><th>指標</th><th>現状値（R2）</th><th>実績値（R6）</th><th>目標値（R8）</th></tr>
<tr><td>観光入込客数</td><td>52万人</td><td>49万人</td><td>60万人</td></tr>
<tr><td>宿泊者数</td><td>38,100人</td><td>35,420人</td><td>42,000人</td></tr>
</table>
</td></tr>
</table>
</body></html>
"""
    return written(folder / "oc17_layout.html", text)


def oc18(folder: Path) -> Path:
    text = """
<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>介護予防</title></head><body><h1>介護予防・日常生活支援総合事業の評価</h1><p>令和6年度は、3指標のうち2指標で目標を達成しました。</p><table><tr><th>評価項目<sup>※1</sup></th><th>目標値<br>（令和6年度）</th><th>実績値<br>（令和6年度）</th><th>前年度実績</th><th>達成状況</th></tr>
<tr><td>週1回以上の通いの場への参加率</td><td>8.0％</td><td>8.4％</td><td>7.6％</td><td>達成</td></tr>
<tr><td>要介護認定率</td><td>18.5％以下</td><td>18.9％</td><td>18.8％</td><td>未達成</td></tr>
<tr><td>介護予防サポーターの養成数<sup>※2</sup></td><td>40人</td><td>46人</td><td>38人</td><td>達成</td></tr>
</table>
<p>※1　市が独自に設定した項目<br>※2　令和6年度中に養成講座を修了した人数</p></body></html>
"""
    return written(folder / "oc18_kaigo_yobou.html", text)


def oc19(folder: Path) -> Path:
    text = """
# 子ども・子育て支援事業計画　実施状況調書

事業名 | 地域子育て支援拠点事業 | < | 担当課 | こども課
年度 | 量の見込み（人日） | 実績（人日） | 進捗率 | 備考
令和４年度 | 12,600 | 10,884 | 86.4％ | 感染症の影響
令和５年度 | 12,900 | 12,310 | 95.4％ |
令和６年度 | 13,200 | 13,475 | 102.1％ |
事業名 | 病児・病後児保育事業 | < | 担当課 | 保育課
年度 | 量の見込み（人日） | 実績（人日） | 進捗率 | 備考
令和４年度 | 820 | 514 | 62.7％ |
令和５年度 | 850 | 793 | 93.3％ |
令和６年度 | 880 | 911 | 103.5％ | 定員を２名増員
"""
    return word(folder / "oc19_kosodate_chousho.docx", text)


def oc20(folder: Path) -> Path:
    text = """
# 文化芸術推進ビジョン　成果指標

№ | 成果指標 | 単位 | 策定時 | 前年度 | 今年度 | 目標 | 達成見通し
^ | ^ | ^ | R3 | R5 | R6 | R8 | ^
1 | 文化施設の来館者数 | 千人 | 214 | 251 | 268 | 300 | 高い
2 | 文化活動を行う市民の割合 | ％ | 24.6 | 26.9 | 26.1 | 35.0 | 低い
3 | 市民芸術祭の出品点数 | 点 | 612 | 655 | 701 | 700 | 達成済
4 | 無形民俗文化財の継承団体数 | 団体 | 18 | 17 | 17 | 18 | どちらともいえない
"""
    return word(folder / "oc20_bunka_vision.docx", text)


def oc21(folder: Path) -> Path:
    text = """
# 令和６年度 主要事業一覧（産業部）

事業名 | 予算額↵（千円） | 決算額↵（千円） | 成果指標 | < | < | 今後の方向性
^ | ^ | ^ | 指標名 | 目標 | 実績 | ^
商店街活性化事業 | 12,500 | 11,980 | 空き店舗への出店数 | 5店 | 4店 | 改善
企業誘致事業 | 38,000 | 35,214 | 誘致企業数 | 2社 | 2社 | 継続
観光宣伝事業 | 9,800 | 9,655 | 観光サイトの閲覧数 | 250,000回 | 312,480回 | 継続
中小企業振興事業 | 54,200 | 50,033 | 経営相談件数 | 120件 | 98件 | 改善
合計 | 114,500 | 106,882 |  |  |  |
"""
    return word(folder / "oc21_jigyou_ichiran.docx", text)


def oc22(folder: Path) -> Path:
    text = """
# がん検診受診率の目標と実績

がん検診の種類 | 男性 | < | < | 女性 | < | <
^ | R5実績 | R6実績 | R8目標 | R5実績 | R6実績 | R8目標
胃がん | 12.4％ | 13.1％ | 20.0％ | 10.8％ | 11.2％ | 20.0％
大腸がん | 21.7％ | 22.9％ | 30.0％ | 19.9％ | 20.4％ | 30.0％
肺がん | 25.0％ | 26.3％ | 35.0％ | 23.1％ | 24.8％ | 35.0％
"""
    return word(folder / "oc22_kenshin_danjo.docx", text)


def oc23(folder: Path) -> Path:
    text = """
# 第５次行財政改革大綱　取組項目の進捗

取組項目 | 数値目標（令和８年度） | 令和４年度実績 | 令和５年度実績 | 令和６年度実績 | 進捗
経常収支比率 | 90％以下 | 93.8％ | 94.2％ | 92.7％ | ○
市税収納率 | 98.5％以上 | 97.9％ | 98.1％ | 98.4％ | ○
職員数 | 520人以内 | 534人 | 529人 | 526人 | ○
時間外勤務の削減（令和３年度比） | 20％減 | 3.1％減 | 8.8％減 | 11.5％減 | △
指定管理者制度の導入施設数 | 12施設 | 9施設 | 9施設 | 10施設 | △
"""
    return word(folder / "oc23_gyoukaku_torikumi.docx", text)


def oc24(folder: Path) -> Path:
    text = """
# 広報・広聴の状況

指標 | 目標 | 実績 |  | 指標 | 目標 | 実績
市公式ＳＮＳの登録者数 | 30,000人 | 28,114人 |  | 市民意見箱の回答率 | 100％ | 100％
広報紙の閲読率 | 75％ | 71.8％ |  | パブリックコメントの実施件数 | 10件 | 12件
ホームページの閲覧数 | 400万件 | 437万件 |  | タウンミーティングの参加者数 | 200人 | 163人

いずれも令和６年度の数値である。
"""
    return word(folder / "oc24_kouhou_futatsu.docx", text)


def oc25(folder: Path) -> Path:
    text = """
# 市民病院中期経営計画　令和６年度の実績評価

項目 | 令和５年度 | < | 令和６年度 | < | < | < | 令和７年度
^ | 計画 | 実績 | 計画 | 実績 | 増減 | 達成率 | 計画
収益的指標（％） | < | < | < | < | < | < | <
経常収支比率 | 98.5 | 97.1 | 99.2 | 96.8 | ▲2.4 | 97.6 | 99.8
医業収支比率 | 88.0 | 86.4 | 89.1 | 85.9 | ▲3.2 | 96.4 | 90.0
患者数等（人） | < | < | < | < | < | < | <
１日平均入院患者数 | 182 | 176 | 186 | 179 | ▲7 | 96.2 | 190
１日平均外来患者数 | 415 | 421 | 418 | 433 | 15 | 103.6 | 420
"""
    return word(folder / "oc25_byouin_chuuki.docx", text)


def oc26(folder: Path) -> Path:
    text = """
<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>地域福祉</title></head><body><h1>地域福祉計画の指標</h1><table border=1><tr><th>指標</th><th>計画策定時</th><th>直近値</th><th>目標値</th><th>評価</th></tr>
<tr><td>民生委員の充足率</td><td>96.1％<br>（R3.4.1）</td><td>94.7％<br>（R7.4.1）</td><td>100％<br>（R8.4.1）</td><td>後退</td></tr>
<tr><td>地域福祉活動に参加している市民の割合</td><td>18.9％<br>（令和2年度）</td><td>22.4％<br>（令和6年度）</td><td>25.0％<br>（令和7年度）</td><td>前進</td></tr>
<tr><td>成年後見制度の相談件数</td><td>142件<br>（令和2年度）</td><td>236件<br>（令和6年度）</td><td>250件<br>（令和7年度）</td><td>前進</td></tr>
</table>
</body></html>
"""
    return written(folder / "oc26_chiiki_fukushi.html", text)


def oc27(folder: Path) -> Path:
    text = """
<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>総合戦略</title></head><body><h1>第2期総合戦略の効果検証</h1><h2>KPIの達成状況（令和6年度）</h2><table border=1><tr><th>基本目標</th><th>KPI数</th><th>達成</th><th>未達成</th><th>達成割合</th></tr>
<tr><td>1 しごと</td><td>2</td><td>1</td><td>1</td><td>50.0%</td></tr>
<tr><td>2 ひと</td><td>2</td><td>1</td><td>1</td><td>50.0%</td></tr>
<tr><td>計</td><td>4</td><td>2</td><td>2</td><td>50.0%</td></tr>
</table>
<h2>KPI一覧</h2><table border=1><tr><th>基本目標</th><th>KPI</th><th>基準値<br>（R元）</th><th>目標値<br>（R6）</th><th>実績値<br>（R6）</th><th>判定</th></tr>
<tr><td rowspan=2>1 しごと</td><td>新規就業者数（累計）</td><td>-</td><td>150人</td><td>162人</td><td>達成</td></tr>
<tr><td>製造品出荷額等</td><td>1,204億円</td><td>1,300億円</td><td>1,268億円</td><td>未達成</td></tr>
<tr><td rowspan=2>2 ひと</td><td>社会増減数</td><td>▲86人</td><td>0人</td><td>▲31人</td><td>未達成</td></tr>
<tr><td>移住相談件数</td><td>88件</td><td>120件</td><td>173件</td><td>達成</td></tr>
</table>
</body></html>
"""
    return written(folder / "oc27_sougou_senryaku.html", text)


def oc28(folder: Path) -> Path:
    text = """
<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>水環境</title></head><body><h1>水環境保全計画 年次報告</h1><table border=1><thead><tr><th>目標項目</th><th>単位</th><th>基準年度<br>(2018)</th><th>2021</th><th>2022</th><th>2023</th><th>2024</th><th>目標年度<br>(2028)</th><th>傾向</th></tr>
</thead><tbody><tr><td>汚水処理人口普及率</td><td>%</td><td>84.2</td><td>87.0</td><td>88.1</td><td>89.0</td><td>89.6</td><td>95.0</td><td>↗</td></tr>
<tr><td>湖心のCOD（75%値）</td><td>mg/L</td><td>7.9</td><td>7.6</td><td>8.1</td><td>7.4</td><td>7.2</td><td>6.5</td><td>↘</td></tr>
<tr><td>水生生物観察会の参加者数</td><td>人</td><td>412</td><td>96</td><td>210</td><td>388</td><td>405</td><td>600</td><td>↗</td></tr>
</tbody></table>
</body></html>
"""
    return written(folder / "oc28_mizu_kankyou.html", text)


def oc29(folder: Path) -> Path:
    text = """
<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>教育</title></head><body><h1>教育大綱の指標</h1><table border=1><tr><th>指標名</th><td colspan=5>全国学力・学習状況調査の平均正答率（算数・全国比）</td></tr>
<tr><th>単位</th><td>ポイント</td><th>現状値（令和2年度）</th><td>▲1.8</td><th>目標値（令和7年度）</th><td>+1.0</td></tr>
<tr><th>実績値（令和6年度）</th><td>▲0.4</td><th>評価</th><td colspan=3>Ｃ</td></tr>
</table>
<br><table border=1><tr><th>指標名</th><td colspan=5>不登校児童生徒の支援につながった割合</td></tr>
<tr><th>単位</th><td>％</td><th>現状値（令和2年度）</th><td>71.0</td><th>目標値（令和7年度）</th><td>90.0</td></tr>
<tr><th>実績値（令和6年度）</th><td>84.3</td><th>評価</th><td colspan=3>Ｂ</td></tr>
</table>
<br><table border=1><tr><th>指標名</th><td colspan=5>学校給食の地場産物使用割合</td></tr>
<tr><th>単位</th><td>％</td><th>現状値（令和2年度）</th><td>28.4</td><th>目標値（令和7年度）</th><td>40.0</td></tr>
<tr><th>実績値（令和6年度）</th><td>41.2</td><th>評価</th><td colspan=3>Ａ</td></tr>
</table>
<br></body></html>
"""
    return written(folder / "oc29_kyouiku_form.html", text)


def oc30(folder: Path) -> Path:
    text = """
# 消防力整備計画の進捗（令和６年度末現在）

整備項目 | R4計画 | R4実績 | R5計画 | R5実績 | R6計画 | R6実績 | 最終計画（R9）
消防ポンプ自動車（台） | 22 | 22 | 23 | 23 | 24 | 23 | 25
救急隊員の養成数（人） | 8 | 8 | 8 | 7 | 8 | 9 | 8
耐震性貯水槽の設置基数（累計）（基） | 61 | 61 | 63 | 62 | 65 | 64 | 70
住宅用火災警報器の設置率（％） | 84.0 | 82.1 | 86.0 | 83.4 | 88.0 | 84.9 | 92.0
"""
    return word(folder / "oc30_shoubou.docx", text)


def oc31(folder: Path) -> Path:
    text = """
# 図書館評価　館別の状況

館 | 令和６年度目標 | 令和６年度実績 | 増減 | 令和７年度目標
貸出冊数（冊） | < | < | < | <
中央館 | 310,000 | 318,422 | 8,422 | 320,000
北分館 | 84,000 | 80,156 | ▲3,844 | 84,000
来館者数（人） | < | < | < | <
中央館 | 205,000 | 211,903 | 6,903 | 212,000
北分館 | 52,000 | 50,871 | ▲1,129 | 52,000
"""
    return word(folder / "oc31_toshokan.docx", text)


def oc32(folder: Path) -> Path:
    text = """
# 特定事業主行動計画に基づく取組の状況

# 数値目標　管理職に占める女性職員の割合

目標値（令和７年度） | 25.0％以上 | < | <
年度 | 令和４年度 | 令和５年度 | 令和６年度
実績値 | 18.2％ | 19.0％ | 21.4％

# 数値目標　年次休暇の平均取得日数

目標値（令和７年度） | 14日以上 | < | <
年度 | 令和４年度 | 令和５年度 | 令和６年度
実績値 | 11.6日 | 12.9日 | 14.3日
"""
    return word(folder / "oc32_koudou_keikaku.docx", text)


def oc33(folder: Path) -> Path:
    text = """
# 第７期障害福祉計画　活動指標の実績

各年度の上段は見込量、下段は実績である。

サービス名 | 単位 | 種別 | 令和６年度 | 令和７年度 | 令和８年度
居宅介護 | 時間/月 | 見込量 | 1,240 | 1,270 | 1,300
^ | ^ | 実績 | 1,198 |  |
生活介護 | 人日/月 | 見込量 | 2,880 | 2,910 | 2,940
^ | ^ | 実績 | 2,936 |  |
就労継続支援Ｂ型 | 人/月 | 見込量 | 164 | 172 | 180
^ | ^ | 実績 | 179 |  |
"""
    return word(folder / "oc33_shougai_fukushi.docx", text)


def oc34(folder: Path) -> Path:
    text = """
<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>生涯学習</title></head><body><h1>生涯学習推進計画の指標</h1><table border=1><tr><th>指標</th><th>令和5年度<br>目標／実績</th><th>令和6年度<br>目標／実績</th><th>担当</th></tr>
<tr><td>公民館講座の受講者数</td><td>4,200人／4,018人</td><td>4,300人／4,455人</td><td>公民館</td></tr>
<tr><td>学習ボランティアの登録者数</td><td>180人／176人</td><td>190人／201人</td><td>生涯学習課</td></tr>
<tr><td>文化財施設の入館者数</td><td>35,000人／36,912人</td><td>36,000人／33,870人</td><td>文化財課</td></tr>
</table>
</body></html>
"""
    return written(folder / "oc34_slash.html", text)


def oc35(folder: Path) -> Path:
    text = """
<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>事務事業</title></head><body><h1>令和7年度事務事業評価</h1><h2>高齢者見守り事業</h2><table border=1><tr><th>区分</th><th>項目</th><th>単位</th><th>令和4年度<br>実績</th><th>令和5年度<br>実績</th><th>令和6年度<br>目標</th><th>令和6年度<br>実績</th><th>令和7年度<br>目標</th></tr>
<tr><td>活動指標</td><td>見守り訪問回数</td><td>回</td><td>3,120</td><td>3,388</td><td>3,400</td><td>3,512</td><td>3,600</td></tr>
<tr><td>成果指標</td><td>見守り協力事業所数</td><td>事業所</td><td>41</td><td>46</td><td>50</td><td>49</td><td>55</td></tr>
<tr><td rowspan=2>事業費</td><td>直接事業費</td><td>千円</td><td>6,210</td><td>6,480</td><td>6,700</td><td>6,544</td><td>6,900</td></tr>
<tr><td>人件費</td><td>千円</td><td>2,100</td><td>2,100</td><td>2,150</td><td>2,150</td><td>2,200</td></tr>
</table>
<h2>配食サービス事業</h2><table border=1><tr><th>区分</th><th>項目</th><th>単位</th><th>令和4年度<br>実績</th><th>令和5年度<br>実績</th><th>令和6年度<br>目標</th><th>令和6年度<br>実績</th><th>令和7年度<br>目標</th></tr>
<tr><td>活動指標</td><td>配食数</td><td>食</td><td>18,204</td><td>19,011</td><td>19,500</td><td>18,760</td><td>19,500</td></tr>
<tr><td>成果指標</td><td>利用者の満足度</td><td>％</td><td>88.1</td><td>89.4</td><td>90.0</td><td>91.3</td><td>92.0</td></tr>
<tr><td>事業費</td><td>直接事業費</td><td>千円</td><td>9,870</td><td>10,120</td><td>10,400</td><td>10,015</td><td>10,400</td></tr>
</table>
</body></html>
"""
    return written(folder / "oc35_jimu.html", text)


def oc36(folder: Path) -> Path:
    text = """
<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>市民意識</title></head><body><h1>総合計画の成果指標（市民意識調査）</h1><table border=1><tr><th>施策</th><th>成果指標</th><th>前回調査<br>（令和4年）</th><th>今回調査<br>（令和6年）</th><th>目標<br>（令和8年）</th><th>達成度</th></tr>
<tr><td>子育て</td><td>子育てしやすいと感じる市民の割合</td><td>58.4％</td><td>61.0％</td><td>65.0％</td><td>93.8％</td></tr>
<tr><td>医療</td><td>医療体制に満足している市民の割合</td><td>49.7％</td><td>47.2％</td><td>55.0％</td><td>85.8％</td></tr>
<tr><td>交通</td><td>公共交通が便利だと感じる市民の割合</td><td>31.5％</td><td>30.8％</td><td>40.0％</td><td>77.0％</td></tr>
</table>
</body></html>
"""
    return written(folder / "oc36_shimin_ishiki.html", text)


DOCUMENTS: tuple[Callable[[Path], Path], ...] = (
    oc01,
    oc02,
    oc03,
    oc04,
    oc05,
    oc06,
    oc07,
    oc08,
    oc09,
    oc10,
    oc11,
    oc12,
    oc13,
    oc14,
    oc15,
    oc16,
    oc17,
    oc18,
    oc19,
    oc20,
    oc21,
    oc22,
    oc23,
    oc24,
    oc25,
    oc26,
    oc27,
    oc28,
    oc29,
    oc30,
    oc31,
    oc32,
    oc33,
    oc34,
    oc35,
    oc36,
)


def make_all(folder: Path) -> list[Path]:
    """Make all documents that can be made here."""
    return [make(folder) for make in DOCUMENTS]
