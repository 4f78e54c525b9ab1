"""Every word that decides how a cell is read, by class.

The name of a class is the kind of token that the scanner makes of its words, and what the rows of
the reader's tables are written in. Words of one class may replace each other without changing
what is read. ``増加~`` stands for 増加 and for it with each of :data:`VERB_ENDINGS`,
``高め+`` for 高め with each of :data:`STEM_ENDINGS`.

Words match at word edges only; where a class differs in what an edge is, one of the sets below
says so. A city adds words of its own by :class:`kpikit.cell.Vocabulary`.
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "ABOUT_THEN",
    "ABSENT",
    "ADVERBS",
    "AFTER_KANJI",
    "AFTER_MEASURES",
    "AFTER_NUMBERS",
    "AGAINST",
    "ALIKE",
    "ALL_OF",
    "AMOUNTS",
    "AND_OTHERS",
    "ANSWERING",
    "ANYWHERE",
    "AT_MOST",
    "BASES",
    "BEFORE_MINUS",
    "BEFORE_NUMBERS",
    "BESIDE",
    "BETWEEN",
    "BOTH",
    "BRACKETED",
    "BY",
    "CHANGES",
    "CLASSES",
    "CLAUSE_ENDS",
    "CLOSING",
    "COUNTERS",
    "DEED_END",
    "DIMENSIONS",
    "DOES",
    "DURATIONS",
    "EACH",
    "EVERY",
    "EXCESSES",
    "EXPLORED",
    "FOLLOWING",
    "FOR_EVERY",
    "FOR_WHEN",
    "FOR_WHOM",
    "FOUND",
    "FREE",
    "FULL_MARKS",
    "GRADE",
    "HALVES",
    "HEAD_NOUNS",
    "HIDDEN",
    "HIGH_HALF",
    "HOPED",
    "IN_BRACKETS",
    "IN_MONTHS",
    "ITEMS",
    "JOINED",
    "LASTING",
    "LEVEL",
    "LEVEL_COUNTERS",
    "LOWEST",
    "LOW_HALF",
    "MARKS",
    "MEASURED",
    "MISSING",
    "MORE_OR_LESS",
    "MYRIAD",
    "NEGATED",
    "NEW",
    "NOT_DONE",
    "NOT_YET",
    "NOUN_TAILS",
    "NO_ABOUT",
    "NO_DEEDS",
    "NO_FURTHER",
    "NO_MEASURE",
    "NO_MONTH",
    "NO_NAMES",
    "NO_NUMBERS",
    "NO_TIME",
    "NO_UNIT",
    "NUMBERED",
    "ONES",
    "ONE_OF",
    "ORDERED",
    "OTHERS",
    "OTHER_GOALS",
    "OWN",
    "PARTED",
    "PARTICLES",
    "PASSING",
    "PEOPLE",
    "PERSONS",
    "PERSON_DAYS",
    "PER_MANY",
    "PER_WORDS",
    "PHYSICAL",
    "PLANNED",
    "PREFIXES",
    "PRESENT",
    "PUBLISHED",
    "RECOVERY",
    "REGAINED",
    "RULED",
    "SAME_UNITS",
    "SETTING",
    "SIDES",
    "SIZES_OF_UNITS",
    "STANDS_ALONE",
    "STEM_ENDINGS",
    "STEPS",
    "SUBJECT",
    "SURE_COUNTERS",
    "SURE_DIMENSIONS",
    "SURE_NOUNS",
    "TENTHS",
    "TIED",
    "TO",
    "TON",
    "TOP",
    "TURNING",
    "UNIT_ENDS",
    "VERBS",
    "VERB_ENDINGS",
    "WATCHED",
    "WITHIN",
    "WITH_SIZES",
    "YEAR_TO_DAY",
    "expanded",
]

#: What makes a verb of a noun of action.
VERB_ENDINGS: Final = (
    *("する", "させる", "させた", "した", "して", "し", "すること", "させること"),
    *("される", "された", "している", "傾向", "傾向に", "傾向へ", "していく"),
    *("します", "しました", "させます"),
)
#: What makes forms of a verb of its stem: 高め.
STEM_ENDINGS: Final = ("る", "た", "て", "ます", "ました", "ること", "ている", "ていく", "ています")

#: Class → its words, parted by blanks.
CLASSES: Final[dict[str, str]] = {
    "floor": """
        以上を超える 以上 以上の 以上で 以上に 以上を を下回らない を下まわらない 下回らない 下まわらない を下回らず を下まわらず 下回らず 下まわらず を下回らないこと
        を下まわらないこと 下回らないこと 下まわらないこと を下限とする を下限として を割らない 割らない を切らない 切らない を割り込まない 割り込まない 同等以上 と同等以上 同程度以上 と同程度以上
        同水準以上 と同水準以上 並以上 並み以上
    """,
    "above": """
        超 超え を超える を超えて を超えた を超えること を超え 超える 超えて 超えた 超えること を越える を越えて を越えた を越えること 越える 越えて 越えた 越えること
        を上回る を上回り を上回った を上回って を上回ること を上まわる 上回る 上回り 上回った 上回って 上回ること 上まわる を超えている 超えている を上回っている 上回っている より多く より多い よりも高く よりも高い
        より高く より高い より大きく より大きい 越え よりも多く よりも多い よりも大きく よりも大きい
    """,
    "ceiling": """
        以下 以下の 以下で 以下に 以下を 以内 以内の を上限とする を上限として を上限に を限度とする を上回らない を上まわらない 上回らない 上まわらない を上回らないこと 上回らないこと を上回らず 上回らず を超えない
        超えない を超えないこと 超えないこと を超えず 超えず を越えない 越えない 同等以下 と同等以下 並以下 並み以下 以下に収める 以下に収まる 以下にとどめる 以下に留める
    """,
    "within": "以内に 以内で 以内に収める 以内に収まる 以内にとどめる 以内に留める",
    "below": """
        未満 未満の 未満に 未満で 未満に収める 未満にとどめる 未満に留める に満たない に満たず を下回る を下回り を下回った を下回って を下回ること を下まわる 下回る 下回り 下回った 下回って 下回ること 下まわる を下回っている 下回っている より少なく
        より少ない よりも低く よりも低い より低く より低い より小さく より小さい よりも少なく よりも少ない よりも小さく よりも小さい より短く より短い
    """,
    "noun": "残高 延べ床面積 延床面積 延べ面積 削減量 増減量 加減量 社会増減 自然増減",
    "same": "並み 並 と同水準 同水準 と同程度 と同等 同程度 同等 同率 同数 同じ と同じ と同率 と同数 程度の水準",
    "least": "下限値 下限額 少なくとも 最低 最低でも 最低限 下限 最小 最低で",
    "most": "上限値 上限額 多くとも 多くても 最大 最大でも 最大で 最大限 上限 せいぜい 最高 長くとも 長くても 遅くとも",
    "about": "約 おおむね 概ね おおよそ おおよそで およそ ほぼ 凡そ",
    "around": "程度 程度の 程度に 程度を 前後 前後の 前後に ほど くらい ぐらい 位程度 弱 強 余 余り 程",
    "decade": "台 台を 台に 台前半 台前半を 台前半に 台後半 台後半を 台後半に",
    "up": """
        純増 増 微増 増加~ 増やす 増やし 増やします 増やした 増やすこと 増える 増えた 増え 増大~ 拡大~ 上昇~ 向上~ 伸長~ 延伸~ 伸延~ 伸び 伸びる 伸ばす 延ばす 延びる 成長~
        アップ~ UP up 引上げ 引き上げ 引上げ+ 引き上げ+ 高め+ 高まる 上げ+ 伸ばすこと 伸ばします ふやす ふやした あげ+ のばす たかめ+ 増やしていく 増進~ 増員~ 拡充~ 増収 上向き 底上げ~ 増額~ 右肩上がり
    """,
    "down": """
        純減 減 微減 減少~ 減らす 減らし 減らします 減らした 減らすこと 減る 減った 削減~ 縮小~ 低下~ 低減~ 節減~ 抑止~ 短縮~ 縮減~ 圧縮~ 抑制~ 抑え おさえる おさえた へらす へらした さげる カット~ 抑え+ 引下げ
        引き下げ 引下げ+ 引き下げ+ 下げ+ 減らしていく 下がる ダウン~ DOWN down 軽減~ 減量~ 減額~ 縮め+ 減収 減員~ 逓減~
    """,
    "better": "改善~ 好転~",
    "worse": "悪化~",
    "nomore": "増やさない 増やさず 増加させず 増加させない 上昇させない 拡大させない 増加しない",
    "noless": "減らさない 減らさず 低下させず 低下させない 減少させない 縮小させない 下げない 減少しない",
    "noworse": "悪化させない 悪化しない",
    "more": "高い 高く 高める 多い 多く 長い 長く 大きい 大きく",
    "less": "低い 低く 少ない 少なく 短い 短く 小さい 小さく",
    "halved": "半減~",
    "doubled": "倍増~ 倍増加~",
    "keep": "維持~ 継続~ 現状維持~ 横ばい 横這い 維持継続 維持・継続 据え置き 据置 水準維持 キープ 堅持~ たもつ 保つ 現状維持とする",
    "zero": "ゼロ 皆無 実質ゼロ",
    "nearly": "限りなくゼロ 限りなく0 ゼロに近づける ゼロに近づく ゼロに近づけること",
    "half": "半数 半分",
    "majority": "過半数",
    "statistic": """
        平均 中央値 最頻値 年平均 月平均 平均値 平均で 累計 累計で 累計値 累積 延べ のべ 延 合計 合計で 計 総計 通算 年間 年間で 平均して 日平均 累計額 累計数
        延べ数 合計値 延べで 年度計 年計 月計 各月平均
    """,
    "each": "年率 隔年 隔月 隔週 年 月 週 日 毎年 毎年度 毎月 毎週 毎日 各月 各週 各日 年に 月に 週に 日に 各年度 各年 半年に 四半期に 日量 毎年度、 毎年、 一日 1日 年度内 年度内に",
    "per": "当たり あたり 当り につき 当たりの あたりの 対",
    "every": "ごと 毎 ごとの ごとに 毎に おき おきに",
    "portion": "ずつ",
    "average": """
        全国平均 全国平均値 県平均 県平均値 都平均 道平均 府平均 国平均 都道府県平均 都道府県の平均 全国の平均 全国の平均値 国の平均 県の平均 県の平均値 市町村平均
        県内平均 県内市町村平均 政令市平均 政令指定都市平均 類似団体平均 類似団体平均値 中核市平均 九州平均 近畿平均 管内平均 全道平均 全県平均 他都市平均 類似団体の平均
        類団平均 全国平均正答率 国の平均値 都道府県平均値 府平均値 県内市町平均 道内平均 全市平均 市平均 区平均 三大都市圏平均
    """,
    "before": """
        前年度 前年 前回 昨年度 昨年 前期 前年同期 前年同月 前年同数 前年度同数 前年度同期 対前年度 対前年 対前回 前年度実績 前年実績 前回実績 昨年度実績 前年度値 前回調査 前年度水準
        前年度実績値 前回値 前年値 前々年度 前年度末 全年度 対全年度 前年度同月 前年度調査 前回調査値 前年度の実績 前年の実績 前回調査結果 昨年実績 前年度数値 前回の実績
        前回計画時 前回策定時 前計画時 前計画 前年同月期 昨年同期 昨年同月 昨年度同期
    """,
    "now": """
        従来 現状 現状値 現況 現況値 基準値 基準年 基準年度 基準 当初 当初値 現在値 計画策定時 策定時 初期値 初回調査 初回調査値 現行 現状水準 計画当初 直近値 最新値
        直近の実績値 直近実績値 直近の実績 直近実績 直近の値 計画策定時の値 計画当初値 策定時値 計画策定時の実績 計画開始時 現状の値 当初実績 基準年値 基準年度値 現在の水準 策定時の値 計画策定時点 目標設定時 目標設定時点 改定時 改定時点 計画改定時 基準時 計画開始年度 策定年度 計画策定年度 計画策定年 計画初年度
    """,
    "record": "過去最高 過去最低 過去最多 過去最少 過去最高値 過去最低値 過去最大 過去最小 最高値 最低値 最高記録",
    "legal": """
        法定雇用率 環境基準 環境基準値 国の基準 国の基準値 国基準 国の目標 国の目標値 県の目標 県の目標値 水質基準 水質基準値 法定基準 国の指針 国の水準 県の水準
        市の基準
    """,
    "versus": "比 比で 対比 対比で に比べ に比べて と比べ と比べて に対し に対して を基準に を基準にして を基準として を基準とし を基準年度として を基準年度とし を基準年として を基準年とし と比較して と比較した場合 と比較した場合に と比べた場合 に比べた場合 を基準とした場合 に比較して 比較で に比して",
    "based": "を基に をもとに を元に をベースに を基にして をもとにして を元にして をベースにして",
    "seen": "であった でした だった となりました",
    "both": "かつ 且つ かつ、",
    "plus": "プラス",
    "minus": "マイナス",
    "positive": "プラス プラス成長",
    "negative": "マイナス マイナス成長",
    "top": "上位",
    "place": "全国 県内 都内 道内 府内 全国第 県内第 九州 政令市 中核市 政令指定都市",
    "unitword": "単位",
    "degree": "やや とても あまり まあまあ まあ どちらかといえば どちらかと言えば どちらかというと 比較的",
    "measure": "BOD COD SS pH DO T-N T-P NOx NO2 SOx SO2 SPM",
    "state": "カーボンニュートラル ゼロカーボン ネットゼロ 脱炭素 随時 適宜 都度 通年 常時 トップクラス トップレベル 最高水準 最高レベル 計画どおり 計画通り 予定どおり 予定通り 計画どおり進捗 順調 概ね順調 おおむね順調 やや遅れ やや遅れている 遅れ 遅れている 適合 不適合 良好 不検出 検出されず 基準値内 基準内 異常なし 問題なし",
    "apiece": "各",
    "fullmarks": "段階評価 段階評価の 満点 満点中 満点で 段階評価で 段階中 段階評価中 満点のうち",
    "hence": "今後",
    "everything": "各学年 全学年 各教科 全教科 各項目 全項目 全科目 各科目 各種目 全種目 各校 各園 各地区 各施設 各課 各所属 各団体 各学校 各自治会 各市町村 年中無休 全市町村 全校 全学校 全校種 全地区 全域 全施設 全戸 全世帯 全て すべて 全員 全件 全区 全職員 全町内 全国民 全事業所",
    "lately": "過去 直近 最近",
    "overall": "いずれも それぞれ 全体の 全体で 全体に対する",
    "group": """
        大卒 高卒 短大卒 院卒 国内 外国人 年度当初 年度途中 小学生 中学生 高校生 大学生 短大 男性 女性 男子 女子 男 女 男女計 男女とも 全体 成人 高齢者 市内 市外 乳児 幼児 一般 大人
        子ども 児童 生徒 職員 管理職 教員 市民 県民 区民 町民
    """,
    "school": "小 中 高 小学 中学 高校 小学校 中学校 高等学校",
    "populace": "人口 総人口 出生 出産 老年人口 生産年齢人口",
    "perhead": "人口千人当たり 人口千人あたり 人口万人当たり 人口千対 人口万対 出生千対 人口千人対 出産千対 一人当たり 一人あたり 一世帯当たり 一校当たり 一人 一校 一世帯 1人1日当たり 一人一日当たり",
    "whose": "国 県 都 道 府 全国値 県値 県全体 国値 全県 本県 類似団体 本市 市",
    "breakdown": "内訳",
    "ofwhich": "うち",
    "footnote": "注 注釈",
    "done": "済 済み 済みである 済である",
    "among": "中 のうち",
    "together": "共同 合同 広域 共催 連携 連合 共同設置 共同実施 共同運営 広域設置 広域実施 広域連携",
    "whole": "全",
    "either": "又は または もしくは 若しくは あるいは いずれか",
    "actual": "実績 実績値 実績額 実績数 の実績",
    "forecast": "予算 予算額 当初予算 当初予算額 予測 予測値 推計 推計値 見込み 見込 見込値 見込み値 実績見込 実績見込み 見込まれる 予想 予想値 見通し 見通し値",
    "provisional": "速報 速報値 暫定 暫定値 参考値",
    "aside": "参考",
    "firm": """
        確報 確報値 確定 確定値 調査 調査値 調査時 調査時点 調査結果 決算 決算値 時点 現在 末時点 末現在 結果 データ 公表値 公表 数値 分 卒 卒業 修了 修了者
        卒業者 集計 大会結果 国勢調査 国調 住調 アンケート 市民アンケート 意識調査 統計 統計書 統計年鑑 年鑑 年報 白書 住民基本台帳 調べ 見直し時 入学者 卒業生 入所者 判明 センサス 経済センサス 推定値 住基
    """,
    "during": "中に 内に 中 内",
    "after": "後 後に 後の 後には",
    "due": "春頃 夏頃 秋頃 冬頃 春ごろ 夏ごろ 秋ごろ 冬ごろ 頃 頃に ごろ まで までに までの 末まで 末までに 時点で 時点において 以降",
    "link": """
        において における により による によって として に関する に対する に対して に向けた に向けて に基づき に基づく には では とは での への にて に係る
        に係わる に関わる に伴う を踏まえ を踏まえて を受けて に基づいて に応じて に合わせて を通じて を通じた を対象とした に応じた をはじめ のうち などの など 等の 等を 等に ことにより ことで ために ための
        うえで 上で ように ような という といった に資する 見込みのある に掲げた 新たに 既に 確実に 着実に 引き続き
    """,
    "reason": "のため ため",
    "goal": "目標 目標値 最終目標 中間目標 最終目標値 中間目標値 単年度目標 当面の目標 長期目標 短期目標 中期目標 ストレッチ目標 数値目標 達成目標 目標年度 目標年 目標数 目標数値 努力目標 挑戦的な目標",
    "including": "を含む 含む を含み を含めた を含めて を含む。 含めて",
    "approach": "に近づける に近づく に近づけること に近づけていく に近づける。 へ近づける",
    "turned": """
        最高額 最低額 最大値 最小値 残り 残 あと 不足 超過 余剰 過年度 次年度 翌年度 来年度 次回 予定 ワースト ベスト トップ 下位 オーバー アンダー
        オフ MAX MIN 氷点下 零下 プラスマイナス 割れ 割り込む を切る 連続 以前 以後 増減 逆算 未達成率
    """,
    "planned": "計画値 計画額 計画数 見積 見積り 見積額 想定 想定値",
    "missed": "未達 未達成",
    "once": "コロナ前 コロナ禍前 コロナ禍以前 コロナ以前 新型コロナ前 震災前 発災前 変更前 見直し前 見直前 改定前 改訂前 修正前",
    "quality": "高さ 低さ 多さ 少なさ 長さ 短さ 大きさ 小ささ 良さ 速さ",
    "gap": "差 格差 かい離 乖離 との差 の差 との格差 差分",
    "except": "除く 除き 除いた を除く を除き を除いた 以外 は除く を除く。",
    "not": "ない なく なかった せず できず ず 未 不 非 不可 不能 困難 ません 止まる とどまる 留まる とどめる でき ものの が、 近づ 近い",
    "stopped": "中止 廃止 延期 休止 休止中 中断 中断中 見送り 見合わせ 見合せ 取りやめ 取り止め 取止め",
    "to": "に へ となるよう",
    "of": "の",
    "by": "を",
    "subject": "は が も について については",
    "with": "と や 及び および 並びに ならびに",
    "from": "から より よりも からの",
    "at": "で にて にあたり",
    "along": "とともに と共に とあわせて と併せて と同時に つつ つつも ながら ながらも ほか",
    "term": "計画期間中 計画期間中に 計画期間内 計画期間内に 計画期間で 期間中 期間中に 期間内に 任期中 任期中に",
    "next": "また さらに 更に あわせて 併せて その後 加えて",
    "aim": """
        とする とした とすること とします としている としています を目標とします を目標としています にします となります されている されていること しています を目途に を目途とする を目処に を目処とする をめどに を目指す を目指し を目指します を目指した を目指しています 目指す に転じる に転じさせる に転換 に転換する に転換させる 転じる 転じさせる を図る を図り を目標とする を目標とした を目標としている を目標 となる となった になる
        になった にする にした とし する した させる させた である である。 となっている となっています となります であること です とな となること を達成する を達成 を達成した を達成します を実現する を実現します に努める に努めます を得る 得る を進める を進めます を確保する を確保
        させることを目指す することを目指す を見込む する。 こと させることを目標としている することを目標とする することを目標としている させることを目標とする とする目標
        される された されること されることを目指す を想定 とすることを目指す を予定 にすること させ する します させる なくす をなくす をはかる をはかり をめざす をめざし をめざします につとめる 努める 努めます を期す を期する を目標に掲げる を目標に掲げ を目標に掲げます を目標に設定 を目標に設定する を目標に に取り組む に取り組んだ に取り組み に取り組みます に取組む で推移 で推移する で推移させる で推移した で推移している 入る 入ること
        ことを目標としています することを目標としています させることを目標としています ことを目標にしています
        目標とする 目標とした 目標とします 目標としている
        行う 行った を行う を行った を実施する を実施した を実施 を実現 できる できた できるようになった できるようにする
    """,
    "doing": "し して",
    "unset": "設けず 設けない 未設定 設定なし 設定せず 設定しない 目標未設定 目標値未設定 目標設定なし 数値目標は設定しない 目標値は設定しない 設定無し 目標なし",
    "elsewhere": "で定める に定める で定めた において定める により定める で定められた で規定する に掲げる で掲げる で示す に示す に準じる に準ずる に準拠 に準拠する に従う に則る",
    "pointer": "別紙 別紙参照 別紙のとおり 別添 別添参照 同上 〃 々 同左 下記参照 下記のとおり 次のとおり 次の通り 欄外参照 参照 上記 前掲 以下のとおり",
    "deed": """
        作業 推移 運営 経営 監視 清掃 巡回 配備 整理 確立 醸成 形成 拡張 移行 終了 継承 承継 伝承 発電 防止 定着 徹底 検挙 展開 進捗 検討 協議 研究 開発 企画 準備 実施 開催 設置 整備 導入 策定 作成 配置 登録 認定 認証 参加 受講 受診 達成 確保 開設 締結 採択 支援 取得 完了 養成 育成 建立 輸送 解消 充足 更新
        改定 改訂 制定 構築 推進 公開 運用 開始 試行 検証 活用 普及 促進 強化 充実 普及啓発 実現 着手 完成 供用 供用開始 開通 開業 移転 統合 再編 見直し 登用
        採用 雇用 就業 就職 移住 定住 創出 創業 起業 誘致 立地 販売 出荷 生産 収穫 植栽 造成 保全 再生 回収 処理 処分 撤去 除却 改修 改築 建設 建築 耐震化
        電子化 デジタル化 オンライン化 共同化 一元化 標準化 集約 集約化 法人化 無電柱化 水洗化 長寿命化 効率化 実用化 事業化 製品化 商品化 提供 配布 配信 発信 発行
        発行済 提出 提案 提言 報告 周知 広報 啓発 訪問 相談 対応 派遣 受入 受入れ 受け入れ 交流 連携 協定締結 協働 参画 出展 出店 来場 来館 利用 使用 貸出
        閲覧 ダウンロード 掲載 投稿 研修 修了 卒業 合格 進学 入学 入所 入居 指定 選定 選任 任命 委嘱 委託 契約 購入 調達 把握 分析 評価 点検 診断 調査実施
        測定 監査 検査 審査 承認 許可 認可 宣言 表明 加入 加盟 組織化 組織 設立 設定 位置付け 反映 適用 遵守 履行 回復 改良 改革 復旧 復興 保護 保存 管理
        維持管理 放流 放鳥 捕獲 駆除 防除 予防 接種 治療 健診 検診 訓練 防災訓練 避難 点灯 表彰 募集 応募 助成 補助 交付 給付 貸付 融資 徴収 収納 納付 償還
        返済 黒字化 黒字 均衡 解決 解散 廃棄 指導 助言 教育 学習 体験 体験実施 講演 発表 展示 上演 公演 貢献 寄与 到達 成功 成立 成約 マッチング 譲渡 引取
        返還 回避 全廃 凍結 間伐 植林 造林 修繕 補修 舗装 拡幅 施行 搬入 搬出 検討会開催 見える化 推奨 転換 転入 参入 輸出 輸入 受注 発注 着工 竣工 立ち上げ 立ち上げる
        設計 施工 測量 工事 創設 増設 移設 移管 統廃合 敷設 布設 架設 発足 リリース オープン 開館 開園 開校 開講 開所 公募 制作 実証 実装 共有 通知 就農 植樹 申請 届出
        到着 引継ぎ 引き継ぎ 切替 切り替え 更改 刷新 統一 平準化 適正化 最適化 公売 売却 処遇 昇任 昇格 異動 兼務 巡視 見守り 見回り 声かけ 声掛け 登記 賦課 課税 免除 督促 差押 納税 納入 入札 落札 請負 発掘 認知 理解 浸透 共感 参列 入場 入園 通園 通学 登校
        復学 復職 復帰 退院 入院 転院 往診 検温 投薬 服薬 配食 調理 試食 食育 摂取 禁煙 創エネ 蓄電 売電 送電 給水 配水 取水 断水 浄水 排水 放水 貯水 散水 消毒 除草 草刈り 草刈 剪定 伐採 下刈り 下刈 枝打ち 主伐 再造林 植付 植え付け 種まき
        収集 運搬 分別 リサイクル リユース リデュース 焼却 埋立 乗車 乗降 運行 運航 就航 寄港 着岸 入港 発着 離着陸 通行 通航 駐車 駐輪 停車 配達 宅配 搬送 出動 出場 救助 救命 消火 鎮火 通報 検知 探知 予知 警戒 監督 取締り 取締 摘発 解体 撤退 撤収 退去 立退き 転居
        引越 居住 入植 帰農 営農 作付 作付け 栽培 飼育 飼養 繁殖 養殖 漁獲 水揚げ 加工 製造 試作 考案 発明 特許 出願 審議 答申 諮問 議決 可決 裁決 裁定 仲裁 調停 和解 示談 提訴 告訴 受理 受付 決定 選挙 投票 開票 当選 就任 再任 退任 辞任 解任 罷免 配属 配分 分配
        分散 集中 集積 蓄積 貯蓄 積立 積み立て 繰入 繰出 繰越 繰上償還 借入 借換 起債 引受 出資 投資 清算 精算 決済 支払 支給 還付 還元 返納 返戻 贈呈 寄附 寄付 寄贈 献血 採取 採血 採水 採掘 掘削 試掘 埋設 埋戻し 盛土 切土 塗装 塗替え 防水 遮音 断熱 耐震 免震
        制震 補強 補填 補充 補完 補償 保証 保健指導 面談 面接 聞き取り ヒアリング 観察 観測 計測 計量 記載 記入 入力 出力 印刷 製本 刊行 出版 編集 編纂 翻訳 通訳 収録 録画 録音 放送 放映 掲示 貼付 掲揚 連結 接続 遮断 閉鎖 閉校 閉園 閉館 閉会 廃校 休校 休園
        開会 出席 欠席 傍聴 参観 見学 視察 訪日 来日 来訪 来庁 来園 来店 来校 模索 試算 選考 招集 設営 起草 起案 供給 供与 提示 開示 公示 告示 告知 予告 案内 勧奨 推薦 振興 奨励 研鑽 練習 演習 実習 講習 聴講 履修 習得 修得 執筆 創作 撮影 採集 収容 収束 終結 完結 落成 起工 改造 改装 増築 新築 建替え 建て替え 架替え 架け替え 塗替
        布設替え 取替 取替え 交換 換装 補植 植替え 移植 播種 移送 移動 循環 運送 稼働 稼動 始動 起動 診察 救護 救援 応援 参拝 渡航 留学 就学 編入 転職 配架 配送 頒布 散布 塗布 添付 付与 授与 受賞 入賞 顕彰 許諾 承諾 同意 合意 決議 議論 討議 捜索 探査 踏査 点呼
        立証 証明 説明 解説 講話 口演 朗読 読書 購読 購買 仕入れ 換金 振替 送金 納品 減免 控除 完済 決裁 委任 任用 起用 解約 改正 修正 訂正 是正 補正 修理 修復 復元 再建 再興 再開 再開発 再利用 再資源化 転用 利活用 併用 共用 後援 協賛 協力 連絡 接遇 対処 処置 優遇 選択 選別
        出演 出品 出稿 寄稿 投入 開院 開店 開放 開拓 開墾 開港 創立 創刊 発刊 発送 発見 応札 進展 進出 伝達 伝授 引渡し 譲受 受託 受検 受験 受給 執行 実行 遂行 励行 順守 保守 保管 保有 携行 装着 着用 整頓 製作 増産 量産 輩出 排除 除去 除染 除雪 排雪 立案 提唱 拠出
        分担 担保 保障 獲得 習熟 洗浄 掃除 刈払い 耕作 輪作 クリア エントリー リニューアル アップデート サポート
        貸出し 繰越し 引越し 貸し出し 繰り越し 引っ越し
        滞在 宿泊 延泊 周遊 観光 集客 誘客 誘導 誘引 招致 招聘 招待 歓迎 送迎 送付 送信 受信 受領 領収 照会 回答 応答 応対 対話 懇談 意見交換 結論
    """,
}

#: Classes whose words may stand right before any other letter; of the rest only behind a number,
#: or where a word of the lexicon, a particle or nothing follows.
ANYWHERE: Final = frozenset(
    "to of by subject with from at link aim gap except perhead fullmarks breakdown ofwhich "
    "both either nearly notset during among degree".split()
)
#: Classes whose words belong to the number before them, whatever follows.
TIED: Final = frozenset(
    "floor ceiling within above below around among together decade fullmarks".split()
)
#: Those of which no other word may follow, and which stand behind a number only.
CLOSING: Final = ("among", "together")
#: Classes whose words end a clause: of no word that goes on.
CLAUSE_ENDS: Final = frozenset(("along", "next"))
#: Classes whose words count only right before a number.
BEFORE_NUMBERS: Final = frozenset("plus minus whole apiece".split())
#: Classes whose words are a noun where one of :data:`NOUN_TAILS` follows: 増加率 is no increase.
TURNING: Final = frozenset("up down better worse halved doubled deed keep".split())
NOUN_TAILS: Final = frozenset("数率量額幅分値者化性型用力費度比的")
#: Classes whose words are no part of a longer noun before them: 都市平均 is not 市平均.
STANDS_ALONE: Final = frozenset(("average", "now"))
#: Classes of one or two letters of hiragana that stand between nouns.
PARTICLES: Final = frozenset("to of by subject with from at".split())
#: Kinds that say nothing by themselves, and are gathered into one stretch of words.
FREE: Final = PARTICLES - {"from"} | frozenset("link word kana noun text deed aim degree".split())
#: Ends of verbs and adjectives that deny.
NEGATED: Final = ("ない", "なく", "ず", "なかった", "ません")

#: Kind of unit → what is measured or ranked in it. What stands in none of these is counted.
DIMENSIONS: Final[dict[str, str]] = {
    "pct": "% ‰ パーセント ％",
    "point": "ポイント %ポイント pt Pt",
    "wari": "割",
    "minute": "分 分間",
    "rin": "厘",
    "hour": "時間 h",
    "second": "秒",
    "rank": "位",
    "times": "倍",
    "year": "年",
    "span": "年間 か年 ヶ年 カ年 ヵ年 ケ年 箇年 か年間 カ年間 ヵ年間 ヶ年間 日間 週間 か月間 ヶ月間 カ月間 ヵ月間 ケ月間 月間 年間分 年分",
    "plan": "か年計画 ヶ年計画 カ年計画 ヵ年計画 年計画 年間計画",
    "month": "か月 ヶ月 カ月 ヵ月 ケ月 箇月",
    "day": "日 週 泊 営業日",
    "age": "歳 才",
    "agegroup": "歳児 か月児 ヶ月児 カ月児 年生 歳代 代 歳以下児",
    "clock": "時",
}

#: Counters and measures that are known as such behind a blank, and where a word follows.
COUNTERS: Final = """
    人 名 者 社 件 回 校 店 円 台 本 冊 個 組 点 部 種 種類 品 品目 項目 団体 事業 施設 世帯 戸 棟 館 園 市 町 村 区 市町 市町村 区市町村 町村 都道府県 県
    国 か国 ヶ国 カ国 ヵ国 箇国 ケ国 か所 ヶ所 カ所 ヵ所 ケ所 箇所 個所 か村 地区 地域 区域 区間 路線 系統 便 隻 頭 羽 匹 尾 柱 株 枚 通 票 口 口座 床 室 席 基 機 両 艘 艇 着 足
    件数 人数 人泊 人日 人日分 人時 人月 人回 人分 延べ人 泊 泊数 事業所 事業者 企業 法人 組合 農家 経営体 集落 自治会 町内会 クラブ チーム グループ サークル 教室 講座 コース 講義 科目 単位 学級 クラス
    学校 小中学校 小・中学校 大学 保育園 こども園 認定こども園 保育所 幼稚園 病院 診療所 医療機関 機関 課 部署 部局 手続 手続き 業務 システム サービス アプリ アカウント サイト ページ アクセス PV 再生 フォロワー ダウンロード DL ビュー view
    町歩 自治体 事業体 kw KW Kw 案件 案 計画 プラン 協定 条例 制度 取組 取り組み 活動 行事 イベント 大会 会議 公演 作品 商品 製品 銘柄 ブランド 店舗 区画 筆 団地 公園 橋 橋梁 トンネル 河川 港 漁港 空港 駅 バス停 か寺 寄港地
    票 議席 期 巻 箱 袋 杯 杯分 皿 食 膳 樽 俵 玉 束 缶 瓶 滴 粒 錠 包 回線 局 拠点 ポイント数 例 事例 症例 検体 試料 論文 報 題 問 語 字 文字 行 頁 歩 段 段階 階 級 段位 星 つ 名分 社分 件分 回分 日分 棟分
    m km cm mm m2 km2 m3 m² km² m³ ha a g kg t mg μg kt L mL kL kl l ml リットル トン キロ キログラム グラム メートル キロメートル ヘクタール アール 平方メートル 立方メートル 坪 mmHg kcal ℃ °C dB ppm ppb W kW MW GW kWh MWh GWh Wh J kJ MJ GJ TJ PJ
    t-CO2 tCO2 kt-CO2 kg-CO2 g-CO2 トンCO2 t-CO2eq tCO2eq トン-CO2 t-C Nm3 m3N MPN CFU cfu NTU ng pg ng-TEQ pg-TEQ TEU 千TEU bit Mbps Gbps GB MB TB Hz bps hPa ミリ ミリメートル
    人・日 人/日 TEU 円/人 エリア 圏域 地点 観測点 測定局 団 班 分団 隊 群 家族 親子 夫婦 児童 生徒 学生 職員 教員 会員 隊員 団員 委員 議員 世代 農地 作物 品種 科 属 目 ルート コマ セット キット 式 ロット 工区 工事 現場 事務所 支所 出張所 窓口 か園
    組織 営農組織 企業・団体 工場 支店 営業所 発電所 圃場 牧場 漁協 農協 森林組合 商店街 商店 金融機関 診療科 薬局 事案 事件 事故 火災 ケース テーマ モデル プロジェクト 案内 作業 部門 分野 圏 市区町村 大学等 校区 学区 小学校区 中学校区 小学校 中学校 高校 か年度 都市 か国語 言語 ケ国語 か国・地域 カ国・地域 ヶ国・地域 ヵ国・地域 国・地域 台・時 台・km 人・km トン・km
    サロン カフェ スポット ステーション プログラム メニュー 講演 演目 ベッド ユニット 機種 車両 車種 航路 街区 画地 物件 住戸 サポーター リーダー フォーラム シンポジウム ワークショップ セミナー キャンペーン 直売所 農園 協議会 委員会 部会 研究会 業種 職種 魚種 樹種 個体 史跡 文化財
    動画 記事 カード 試合 種目 コート ホール ブース 枠 停留所 交差点 端末 パソコン タブレット サーバー データセット 様式 帳票 アイデア
    都県 府県 道県 道府県 都府県 市区 市区町
    """

#: Units of physics, and what makes others of them: mSv, kBq.
PHYSICAL: Final = "Sv Bq Pa"
PREFIXES: Final = "μ m k M G".split()

#: Counters of two letters that are no label of the number behind them: 5 世帯 3 件.
SURE_COUNTERS: Final = frozenset(
    "か所 箇所 ヶ所 カ所 ヵ所 世帯 団体 時間 事業 施設 トン ha km km2 m3 ポイント".split()
)
#: Words that a blank may part all the same: R6年度 内定者.
PARTED: Final = frozenset(("年度内", "年度内に"))
#: Units that stand in brackets: 500(人).
IN_BRACKETS: Final = frozenset(
    "% 円 千円 百万円 万円 億円 人 千人 件 回 名 台 本 冊 社 校 戸 点 歳 世帯 団体 事業 施設 か所 箇所 "
    "ヶ所 カ所 ヵ所 ha km 時間 ポイント".split()
)

#: What the noun of an indicator ends in.
HEAD_NOUNS: Final = tuple(
    (
        "転入超過 転出超過 効果 者 増加分 減少分 改善幅 増加幅 減少幅 数 率 割合 額 量 値 面積 比率 指数 得点 点数 費 収入 所得 人口 寿命 シェア 頻度 距離 延長 高 時間 度 規模 構成比 比率 件 売上 速度 濃度 水準 満足 単価 価格 合計点 "
        "カバー 密度 台数 本数 額面 年齢 歳入 残高 人員 実績"
    ).split()
)

#: Those that end a noun wherever they stand in a word: 受診率|他市.
SURE_NOUNS: Final = "率 割合 額 件数 者数 人数 日数 台数 戸数 点数 量 費"
#: What is an amount, and no group of those who may be counted: 経費, 利用率.
AMOUNTS: Final = (*SURE_NOUNS.split(), "経費", "人件費", "コスト")

# -- letters and words that decide where a token ends --------------------------------------------

#: What before a deed says that it was not done.
NOT_YET: Final = "未"
#: What stands behind a deed that was not done: 実施せず. The longest first.
NOT_DONE: Final = tuple("できなかった していない しなかった できず せず".split())
#: What joins two conditions.
BOTH: Final = "かつ 且つ"
#: What is joined by a dot and is one word.
PERSON_DAYS: Final = "人・日"
#: What something is counted for, in some time: g/人/日.
FOR_WHOM: Final = "人 名 世帯 戸 校 団体 施設 か所 箇所 店 社 便 台 件 ha km km2"
FOR_WHEN: Final = "日 週 月 年 年度"
#: What makes another word of one of these: 年間, 日本人.
NO_TIME: Final = "間度数当単齢本例末初平"
JOINED: Final = f"PM2.5 小・中学校 {PERSON_DAYS} 企業・団体 台・時 台・km 人・km トン・km か国・地域 カ国・地域 ヶ国・地域 ヵ国・地域 国・地域"
#: Before what something is counted for, behind a unit that ends in one of some letters: トン毎年.
EVERY: Final = "毎"
#: How words of each time begin, of which 年率 and 5%/年 are none: 毎年度, 各年.
EACH_TIME: Final = (EVERY, "各")
UNIT_ENDS: Final = "ムgnLlトン"
FOR_EVERY: Final = "人 日 秒 時 分 年"
#: Behind a stroke and a number: 件/3年間, 回/6か月.
DURATIONS: Final = "h 時間 年 年間 か年 か年間 か月 ヶ年 ヶ年間 ヶ月 ケ年 ケ年間 ケ月 日"
#: Behind a stroke and a power of ten: 件/10万人.
PER_MANY: Final = "a g kg L l mL ml ha m km m2 km2 m3 人 t"
MYRIAD: Final = "万"
#: Letters that a word behind a stroke does not begin with, and those that begin what follows it.
NO_MEASURE: Final = "全計"
AFTER_NUMBERS: Final = "以未をのに程増減超平"
AFTER_MEASURES: Final = f"{AFTER_NUMBERS}維前"
#: What follows 月 where it is no month of the year: 3月間, 5月以上, 6月末累計.
NO_MONTH: Final = "間 当 あ 平 累 末累 以"
#: When in a month, and about when.
IN_MONTHS: Final = "末 末日 初 初め 上旬 中旬 下旬"
ABOUT_THEN: Final = "頃 ごろ"
#: The letters of a list: ア) イ).
ITEMS: Final = "アイウエオカキク"
#: What has a number in an order and is only named: 第3期.
ORDERED: Final = "期 次 回 号 章 条"
#: What a number in kanji stands before, and the letters that follow one without a counter.
LEVEL_COUNTERS: Final = """
    人 件 部 割 回 か所 ヶ所 ケ所 カ所 箇所 % 円 名 社 校 戸 台 本 冊 棟 歳 世帯 団体 市 町 村 事業 施設 種類
    時間 分 点 館 項目 品目 地区 組 店 者 年 基 つ 倍 位
"""
AFTER_KANJI: Final = f"{AFTER_NUMBERS}削当"
#: What begins with a digit in kanji and is no number; units that begin with a size: (千円).
NO_NUMBERS: Final = "一部 一般 一定 一円 一時 十分"
SIZES_OF_UNITS: Final = "百千万億"
WITH_SIZES: Final = "円人"
#: Tenths, whose own tenths are no minutes: 七割五分.
TENTHS: Final = ("割", "分")
#: Behind which a hyphen belongs to the unit: トン-CO2.
TON: Final = "トン"
#: Letters that end what stands before a negative number: 前年比-3%.
BEFORE_MINUS: Final = "約比均計"
#: What makes another word of a 約 behind it: 契約.
NO_ABOUT: Final = "契予要条節公誓制集規婚解特倹成違確売密"
#: What no unit begins with.
NO_UNIT: Final = tuple("年度 月 末 次 数 余 億 万 兆 対 桁".split())

# -- words that actions tell apart -----------------------------------------------------------------

#: A unit with a word more, or its sign, and the unit.
SAME_UNITS: Final = {"人日分": "人日", "¥": "円"}
#: How the verb begins that makes a deed of any noun: 巡視する, 補植した, 摘発される.
DOES: Final = "すしさ"
#: What the name of a deed ends in, and what ends so and is none: 自動化, 文化.
DEED_END: Final = "化"
NO_DEEDS: Final = ("文化", "変化", "進化")
#: What no word before a number makes a name of: 再エネ電力100%.
SURE_DIMENSIONS: Final = "% 円 m m2 L g Wh W t-CO2 ポイント 倍"
#: What a number of a target is called that another word for the goal would be: 計画:40件.
PLANNED: Final = "計画"
#: Goals beside the one of the row: 中間目標40%.
OTHER_GOALS: Final = frozenset(
    "中間目標 中間目標値 最終目標 最終目標値 長期目標 中期目標 短期目標 当面の目標 単年度目標 ストレッチ目標".split()
)
#: What says that those that are named are some among others.
AND_OTHERS: Final = ("等", "など", "ほか", "その他")
#: What something takes, from when it begins: 申請から30日以内.
LASTING: Final = frozenset(
    "秒 分 分間 時間 日 日間 営業日 週 週間 か月 ヶ月 カ月 ヵ月 か月間 年 年間".split()
)
#: How the name of all there are begins: 全小中学校（22校）.
ALL_OF: Final = "全"
#: What is measured or timed, and not counted.
MEASURED: Final = "歳 年 か月 日 時間 m % 分 倍"
#: What a number may be for one of, without a word that says so: 1人1台.
ONE_OF: Final = "校区 学区 小学校区 中学校区 地区 圏域 市町村 集落 自治会 小学校 中学校 日 人 回 校 世帯 戸 館 団体 施設 園 学級 クラス か所 件 台 課 部署 地域 行政区 町会 町内会 学校 学年"
#: What stands behind what there is one in.
TO: Final = "に"
#: What stands between two nouns of a phrase.
BETWEEN: Final = ("の", "に", "へ", "を")
#: In what people are counted.
PERSONS: Final = ("人", "名", "世帯", "戸")
#: Times that something may be for one of, the longest first.
YEAR_TO_DAY: Final = "年月週日"
#: How what is one of something begins.
ONES: Final = ("1", "一")
#: What is done to what is named before it, whose number is a part of its name: 震度7に対応.
ANSWERING: Final = frozenset("対応 対処 適合 適応 準拠".split())
#: In what something is numbered or aged, and not counted: 1級河川の清掃, 2期工事の完成.
NUMBERED: Final = frozenset("級 期 階 世代 代 段階".split())
#: What says that a number is a little more or less, and without a unit how strong something is.
MORE_OR_LESS: Final = ("強", "弱")
#: Behind what a number is counted by.
PER_WORDS: Final = "当たりの あたりの 当たり あたり 当り につき 対 ごとに ごとの ごと".split()
#: In what marks are given, and out of what: 5段階, 100満点.
MARKS: Final = "点"
FULL_MARKS: Final = "満点"
STEPS: Final = "段階"
#: Other words for what a number is counted by.
BASES: Final = {
    "年率": "年",
    "年度": "年",
    "年度内": "年",
    "日量": "日",
    "隔年": "2年",
    "隔月": "2か月",
    "隔週": "2週",
}
#: How bounds begin that only stress the word of their number: 少なくとも.
ADVERBS: Final = tuple("少なく 多く 長く 遅く せい".split())
#: The bound that no rank has, and the one that a distance has.
AT_MOST: Final = "以下"
NO_FURTHER: Final = "以内"
#: How a noun ends that names what a law or a body sets: 早期健全化基準.
RULED: Final = ("基準", "基準値", "規制値", "指針値")
#: Whose an own value is, beside those of others.
OWN: Final = tuple("市 本市 当市 町 本町 村 本村 区 本区 本県 本都 本府 本道".split())
#: What is now, which a value may be compared with.
PRESENT: Final = "現在"
#: How the name begins of what a number is set against: 対前年度.
AGAINST: Final = "対"
#: What stands behind all of which something is said: 全項目で.
WITHIN: Final = "で"
#: What ends the subject of a sentence.
SUBJECT: Final = "が"
#: How verbs begin that say by how much something is passed: 前年度を5件上回る, but not 5件超.
PASSING: Final = ("上", "下", "超え", "越え")
#: What begins a bound that a reference stands before: 98%を下回る.
BY: Final = "を"
#: How high something is: 県水準.
LEVEL: Final = "水準"
#: How a level of before is reached again.
RECOVERY: Final = "回復"
#: How it is said that a level of before is reached again.
REGAINED: Final = ("水準に回復", "水準への回復", "水準まで回復", "状態に回復")
#: Words in a record that call it the lowest.
LOWEST: Final = "最低 最少 最小"
#: What a second value is called that stands in brackets without a name.
BRACKETED: Final = "括弧内"
#: A grade: A, S評価, Bランク, 評価B.
GRADE: Final = "(?:(?:総合)?(?:評価|判定|評定)|ランク)?[A-ES](?:ランク|評価|判定|評定|等級|クラス)?"
#: What makes an outcome of a word that else says what a value is: 策定・公表.
PUBLISHED: Final = ("公表",)
#: How something is said to be absent, which is no denial of what is to be reached.
ABSENT: Final = "なし 無し なく"
#: How the name of a number ends that a value stands beside, and has no part of: 計画18ha, 定員20人.
BESIDE: Final = tuple("計画 定員 定数 基準数 必要数 分母 母数".split())
#: How the name begins of those that one is compared with: 同規模市平均.
ALIKE: Final = tuple("同 他 類似 近隣 周辺 隣接".split())
#: How a label begins that is of another time, of another body, or of the opposite: 旧基準, 未耐震.
OTHERS: Final = tuple("旧新元前先昨翌次過未非不無他仮")
#: How one ends that tells what a number is, and not whose: 分母 30件, 純増 5人.
NO_NAMES: Final = tuple(
    (
        "計画 対象 分母 母数 定員 追加 内数 外数 規模 推移 重複 公約 指標 辞退 失敗 "
        "比 差 期 掲 除 算 市 町 村 県 国 増 減 増し 減り 伸び 上げ 下げ 積み 乗せ 割れ 割引 超 残 欠 "
        "欠員 増員 減員 満員 要員 赤字 年 月 週 日"
    ).split()
)
#: What ends one too that tells when or where, but in a word of two letters: 改定前, 対象外.
SIDES: Final = tuple("外 時 前 後 末 内".split())
#: What the name of those ends in that a share is of.
PEOPLE: Final = tuple("者 人 児童 生徒 世帯 児 員 民 家庭 学生 企業 事業所 団体 施設".split())
#: What a verb ends in that says what is to be done.
VERBS: Final = tuple("るうくすつむぶぐ")
#: How it is said that something is new, and has no value of a time before.
NEW: Final = "新規 新規事業 新規項目 新規設定 新規指標 新規取組 新設 新規のため"
#: How it is said that a number is not told, since it is small.
HIDDEN: Final = "非公表 非開示 秘匿"
#: Which half of a band of ten a value is in: 80%台前半, 80%台後半.
LOW_HALF: Final = "前半"
HIGH_HALF: Final = "後半"
HALVES: Final = ("台前半", "台後半")
#: More that come than go, or the other way round.
EXCESSES: Final = "転入超過 転出超過 社会増 社会減 自然増 自然減 入超 出超"
#: How a noun ends that is itself a change: 減少幅の縮小.
CHANGES: Final = ("減少幅", "増加幅", "下げ幅", "上げ幅")
#: The best of all.
TOP: Final = "トップ"
#: What is only looked at, and has no target.
WATCHED: Final = frozenset(
    "モニタリング指標 モニタリングのみ モニター指標 モニタリング項目 参考指標".split()
)
#: What begins the name of each of something.
EACH: Final = "各"
#: How it is said that a value is still to be reached.
HOPED: Final = tuple(
    "を目指 をめざ に努め につとめ を図 をはか を目標と を目途 を目処 をめど を期す を見込 を想定 を予定".split()
)
#: What is done to a value that is not known yet: 調査後に設定.
SETTING: Final = "設定 決定 算定 算出"
#: What stands between it and what comes before: 調査結果を踏まえて設定.
FOLLOWING: Final = "踏まえ 踏まえて 受けて"
#: How a value is found by a survey: アンケートで把握.
FOUND: Final = "把握 測定 計測 集計 算定 算出"
#: A target that is still to be found.
EXPLORED: Final = "探索"

#: What is done before there is a value, what it is of, and how it is said that it was not done.
_DOINGS: Final = "調査 測定 計測 集計 算定 算出 把握 回答 公表 発表 確認 精査 審査".split()
_OF: Final = ("", *"データ 数値 実績 実績値 結果".split())
_UNDONE: Final = "なし 無し 不能 不可 未実施 せず できず していない".split()


def _missing() -> dict[str, str]:
    """Return what stands for no value, and why (codes of :class:`kpikit.model.observation.Missing`)."""
    nothing = "記載 記入 対象 対象事業 対象施設 該当 該当者 対象者 実績 実績値 データ".split()
    none = [f"{what}{no}" for what in ("", *nothing) for no in ("なし", "無し")]
    later = "今後検討する 今後設定する 今後決定する 別途設定 別途定める 別に定める 今後設定 今後検討 今後調整 今後策定 今後決定 今後算定 今後把握 今後調査 今後公表 今後集計 調整中 未確定 未定 設定中 基準値設定中 目標値設定中 検討中 確定待ち 未集計 調整 精査中"
    deeds = [(what, doing) for doing in _DOINGS for what in _OF]
    undone = [f"{what}未{doing}" for what, doing in deeds]
    undone += [f"{what}{doing}{end}" for what, doing in deeds for end in _UNDONE]
    soon = [f"{what}{doing}{end}" for what, doing in deeds for end in ("中", "待ち", "予定")]
    return {
        **dict.fromkeys(undone, "not-published"),
        **dict.fromkeys([*none, *"N/A n/a NA N.A. N.A n.a. n.a".split()], "none"),
        **dict.fromkeys(later.split(), "pending"),
        **dict.fromkeys("非公表 公表前 不明 数値なし".split(), "not-published"),
        **dict.fromkeys("x X χ *** ****".split(), "suppressed"),
        **dict.fromkeys(soon, "pending"),
        **dict.fromkeys("対象外 調査対象外 集計対象外".split(), "none"),
        **dict.fromkeys(
            "調査年外 調査年度外 調査年でない 調査年度でない 調査年ではない 調査年度ではない".split(),
            "not-published",
        ),
    }


CLASSES["noun"] += f" {EXCESSES}"
MISSING: Final = _missing()
CLASSES["missing"] = " ".join(MISSING)
_AIMS: Final = ("目標", "目標値", "目標設定", "数値目標", "指標")
CLASSES["unset"] += " ".join(
    ["", "未設定", "設定なし", "設定無し"]
    + [aim + no for aim in _AIMS for no in ("なし", "無し", "未設定", "設定なし", "は設定しない")]
)
CLASSES["notset"] = " ".join(
    what + particle + verb
    for what in ("指標", "目標", "数値目標", "目標値")
    for particle in ("を", "は", "が")
    for verb in (
        *("定めなかった", "定めていない", "定めない", "設定していない", "設定しなかった"),
        *("設定しない", "設けなかった", "設けていない", "設けない", "設定されていない"),
    )
)


def expanded(words: str) -> list[str]:
    """Return each word of a class, its endings written out.

    >>> expanded("増 増加~")[:4]
    ['増', '増加', '増加する', '増加させる']
    >>> expanded("高め+")[:2]
    ['高める', '高めた']
    """
    if "~" not in words and "+" not in words:
        return words.split()
    found: list[str] = []
    for word in words.split():
        if word.endswith("+") and len(word) > 1:
            found += [word[:-1] + ending for ending in STEM_ENDINGS]
            continue
        stem = word.removesuffix("~")
        found.append(stem)
        if stem != word:
            found += [stem + ending for ending in VERB_ENDINGS]
    return found
