"""The forms of cells: what stands between brackets, statements, whole cells.

Each row says what it is called, what it looks like in kinds of tokens, what makes a value of it, and
examples, which the tests read. Rows have no order, and what no row takes is refused.
"""

from __future__ import annotations

from typing import Final

from kpikit.cell import _amounts as amounts
from kpikit.cell import _around as brackets
from kpikit.cell import _parts as cells
from kpikit.cell import _statements as statements
from kpikit.cell._engine import Grammar, Row

__all__ = ["GRAMMAR", "TABLES", "WRAPPED"]

# A form is read in one line.
# fmt: off

#: Stretches that stand in several patterns.
WORDS: Final = {
    "n": "num|one",
    "u": "pct|point|wari|minute|rin|hour|second|rank|times|year|span|month|day|age|unit|open",
    "bound": "floor|ceiling|within|above|below",
    "way": "up|down",
    #: What an actual or a baseline is called.
    "role": "now|actual|forecast|provisional",
    "sign": "neg|minus|plus",
    "noun": "everything|lately|populace|school|group|whose|word|noun|nouns|deed|deeds|code|text",
    "firm": "actual|forecast|provisional|firm",
    #: What may stand behind a period that is beside a value.
    "when": "(source=$noun (dot source=$noun)* status=firm)? when=period|day|g_period (dot|slash ~when=period)? (of? source=$noun status=firm from?)? (at|to|link)? (status=$firm)* (of statistic)? (statistic|due|during|at|to|link)* (colon|comma|subject|slash)?",
    #: Words that only lead to a value, or on from it.
    "said": "from|reason|firm|each|everything|goal|kana|populace|school|group|word|noun|nouns|text|deed|deeds|code|place|whose|link|of|by|subject|with|to|at|comma|g_name|g_label|g_scope|statistic|dot|gap|aim|slash|<clause>|<span>",
    "dated": "when=period|day|g_period (due|during|to|at|link|colon|comma)+",
    "txt": "overall|reason|everything|kana|populace|firm|measure|school|group|word|noun|nouns|text|deed|deeds|code|place|whose|link|of|by|subject|with|to|at|comma|g_name|g_label|g_scope|statistic|dot|gap|aim|from|either|stop|after|<clause>|<span>",
    "stay": "reason|everything|kana|populace|school|group|word|noun|nouns|text|deed|deeds|code|place|whose|link|of|by|subject|with|to|at|comma|g_name|g_label|g_scope|statistic|dot|gap|aim|either|stop|after|<clause>|<span>",
    "lead": "(($when of? text=$stay)? (text=$txt)? (text=<per_basis> text=of?)? (text=each text=of)? (text=up|down|better|keep text=subject|of|with)? (text=keep text=to|comma|link)?)* ($when of?)? (text=by|to|subject|at|comma|link|aim|<span>) ($when)? (comma)?",
    #: A name that a colon or a blank closes: what it says is of whom, and not how much.
    "name": "everything|populace|school|group|word|noun|nouns|text|deed|deeds|measure|code|kana",
    "called": "((label=$name|place|whose|link|of|by|subject|with|to|at|gap|aim|actual|firm|now|perhead|g_name|g_label|g_scope)? (label=not|up|down|keep|better|except label=of?)? (label=$n (label=wave label=$n)? label=agegroup|age ~label=of|$name)? (label=$name label=dot)?)*",
    "notes": "tail=g_labels|g_meaning",
    "plain": "lately|populace|school|group|whose|word|noun|code",
    "tail": "tail=g_role|g_period|g_course|g_product|g_statistic|g_status|g_rank|g_benchmark|g_benchmarks|g_name|g_change|g_basis|g_base|g_remark|g_breakdown|g_derivation|g_whole|g_span|g_next|g_noera|g_keep|g_scope|g_label|g_several|g_bound",
}

SPANS: Final = (
    Row("span", "hence? $n year|span|month|day within|after", brackets.in_brackets, ("5年以内に",)),
    Row("when", "(word|text|deed)? after? $n year firm|due link|of", brackets.in_brackets, ("終了後8年時点での",)),
    Row("plan", "$n plan g_period?", brackets.in_brackets, ("6か年計画",)),
    Row("over", "hence? $n span|year at", brackets.in_brackets, ("10年間で",)),
)

NUMBERS: Final = (
    Row("number", "sign=$sign? order? n=$n unit=$u?", amounts.number, ("126件", "▲5%", "第3位", "48.2")),
    Row("placed", "place|whose|word|same|top order? n=$n unit=rank", amounts.number, ("全国1位",)),
    Row("boxed_before", "box=g_unit n=$n", amounts.number, ("(人)580",)),
    Row("unit_first", "first=unitfirst n=$n", amounts.number, ("千円 12,800",)),
    Row("boxed", "sign=$sign? n=$n box=g_unit", amounts.number, ("300(人)",)),
    Row("zero", "(label=$noun)* zero unit=unit?", amounts.zero, ("ゼロ",)),
    Row("half", "half", amounts.half, ("半数",)),
    Row("majority", "majority", amounts.majority, ("過半数",)),
    Row("hours", "n=num|one first=hour n=$n second=minute (n=$n third=second)?", amounts.compound, ("2時間30分",)),
    Row("minutes", "n=num|one first=minute n=$n second=second", amounts.compound, ("1分30秒",)),
    Row("tenths", "n=num|one first=wari n=$n second=minute (n=$n third=rin)?", amounts.compound, ("7割5分",)),
    Row("years", "n=num|one first=year n=$n second=month", amounts.compound, ("1年6か月",)),
    Row("range", "low=num|one unit=$u? wave high=num|one unit=$u?", amounts.band, ("5～10件", "20%～30%")),
    Row("spread", "n=num unit=$u? pm off=num unit=$u", amounts.spread, ("50±5%",)),
    Row("within", "pm off=num unit=$u? ceiling?", amounts.within, ("±2ポイント以内",)),
    Row("decade", "n=num unit=$u? decade", amounts.decade, ("80%台",)),
    Row("part_of", "(place|whose)? order? n=$n unit=unit|open|rank? slash whole? of=num unit=unit|open", amounts.share, ("31/34島", "50校／全60校")),
    Row("out_of", "n=$n unit=unit? slash of=num unit=unit? fullmarks", amounts.share, ("4.2点/5点満点",)),
    Row("among", "(group|place)? whole? of=num unit=$u among whole? n=$n unit=$u?", amounts.share, ("10件中8件",)),
    Row("fraction", "n=$n slash of=num", amounts.fraction, ("2/3",)),
)

BASES: Final = (
    Row("counted_by", "(word|noun)? populace? n=num|one unit=$u? (n=num|one unit=$u)? per", amounts.counted_by, ("人口10万人当たり",)),
    Row("for_each", "(word|noun)? perhead", amounts.counted_by, ("住民一人当たり",)),
    Row("marks", "n=num unit=unit? fullmarks (at|among)?", amounts.counted_by, ("4点満点で",)),
    Row("each_one", "one each per", amounts.counted_by, ("1月当たり",)),
    Row("one_day", "one ~unit=unit one ~day|month", amounts.one_each, ("1人1日",)),
    Row("one_each", "one ~unit=unit|day", amounts.one_each, ("1人",)),
    Row("once_in", "n=num|one unit=year|span|month|day ~to", amounts.counted_by, ("3年に",)),
)

LEVELS: Final = (
    Row("level", "(lately? whole? (about=about)? (limit=least|most|fewer|beyond at?)? ((years=$n years=year|span of?)? statistic (at|of|colon)?)? ((years=$n years=year|span of?) actual)? (each)? (basis=<basis> ~noun? of?)? (basis=<per_basis> _noun of?)? overall? apiece?)* m=<number> around=around? stroke? ((g_name|g_scope)? (start=g_change|g_was)? bound=$bound)? around=around? stroke?", amounts.level, ("126件以下", "少なくとも年5回")),
)

BENCHMARKS: Final = (
    Row("average", "(period of? firm?)? (whose=$plain of?)* (whose=whose whose=dot)? name=average", statements.named, ("全国平均",)),
    Row("surveyed", "before firm? (of|due|link)? of? name=average", statements.surveyed, ("前年度調査における全国平均",)),
    Row("legal", "(period of)? ($plain of?)? legal", statements.named, ("法定雇用率",)),
    Row("lately", "($plain of?)? n=num|one year|span of? statistic noun?", statements.named, ("直近3か年平均",)),
    Row("mean", "(period of?)? ($plain of?)+ statistic", statements.named, ("前計画期間平均",)),
    Row("mean_alone", "(period of)? name=statistic", statements.average_alone, ("平均",)),
)
PAST: Final = (
    Row("before", "before (g_period)? (of? (firm|actual|noun|word|deed))?", statements.bare, ("前年度",)),
    Row("now_dated", "now g_period", statements.named, ("基準年(2013年度)",)),
    Row("now_of", "period ~now", statements.named, ("H14現況",)),
    Row("now_of_plan", "word ~now", statements.named, ("第2期計画策定時",)),
    Row("now", "per? now (of? (actual|firm|noun|nouns|word))?", statements.bare, ("現状",)),
    Row("dated", "period of? (actual|firm|noun|word) (of? (firm|noun|word|actual))?", statements.named, ("令和5年度実績",)),
)
REFERENCES: Final = (
    *BENCHMARKS,
    *PAST,
    Row("record", "(word|noun)? name=record", statements.named, ("過去最高",)),
    Row("gap", "<benchmark> gap", statements.named, ("全国平均との差",)),
    Row("planned", "turned statistic", statements.named, ("計画値平均",)),
)

NOUNS: Final = (
    Row("named", "((whose|word) g_period? of)? name=noun|nouns", statements.named, ("国の改善幅",)),
)

SAID: Final = (
    Row("plain", "<level>", statements.plain, ("126件以下",)),
    Row("changed", "<level> (each=every)? (of|by|at)? way=$way (of? bound=$bound)? stroke?", statements.changed, ("7割削減", "5件の増")),
    Row("change_first", "way=$way <level>", statements.changed, ("縮小10人",)),
    Row("changed_noun", "<level> of word|noun|code|group (~word|noun)? of? by? way=$way", statements.changed, ("300tのCO2削減",)),
    Row("changed_beside", "said=<change> was=g_was", statements.changed_beside, ("20%削減（R5：1,200t）",), "target"),
    Row("halved", "(about)? (halved|doubled) bound=floor?", statements.halved, ("半減",)),
    Row("led", "<level> to=to|due by? way=up|down|better|worse", statements.led, ("15%に減少",)),
    Row("from_to", "<level> (g_period)? link=from <level> (when=g_period)? (to|due)? way=up|down|better|worse?", statements.from_to, ("35%から45%に増加",)),
    Row("doubled_to", "<level> link=from <level> to way=doubled|halved", statements.doubled_to, ("28件から56件へ倍増",), "target"),
    Row("by_to", "<level> by <level> (to|due) way=up|down|better|worse", statements.from_to, ("70件を40件に削減",)),
    Row("recovered_value", "<level> due|to end=deed", statements.recovered_value, ("444万トンまで回復",), "target"),
    Row("by_aim", "<level> by <level> aim=aim", statements.from_to, ("1,234件を1,500件にする",), "target"),
    Row("upward", "<level> way=upward|downward", statements.led, ("80%↑",), "target"),
    Row("arrow", "<level> arrow <level>", statements.from_to, ("22%→27%以上",)),
    Row("arrow_dated", "<level> start=g_period arrow <level> when=g_period", statements.from_to, ("3校(R4)→5校(R9)",), "target"),
    Row("arrow_between", "start=period colon? <level> arrow when=period colon? <level>", statements.from_to, ("R4:3校→R9:5校",), "target"),
    Row("both_ends", "<level> comma|wave? <level>", statements.both_ends, ("40%以上60%以下",)),
    Row("kept", "<level> (by|of|at|to)? (populace|word)? (of|by)? keep", statements.kept, ("90団体を維持",), "target"),
    Row("changed_from", "(often=each)? ref=<past> base=g_part|g_was? (versus|from|of)? (at|of)? comma? <level> (of word|noun|code|group)? (of|by)? way=$way (of? bound=$bound)?", statements.changed, ("前年度比3%増",)),
    Row("exceeded", "ref=<past> by <level> way=above|below", statements.exceeded, ("前年度実績を1割上回る",), "target"),
    Row("changed_since", "ref=<since> (versus|from) (at|of)? comma? (when=period (due|at|to)+ comma?)? <level> (of word|noun|code|group)? (of|by)? way=$way (of? bound=$bound)?", statements.changed, ("平成25年度比26%削減",)),
    Row("halved_from", "ref=<past>|<gap> (versus|from|of|by) (at|of)? (halved|doubled)", statements.halved, ("前年度比半減",)),
    Row("halved_since", "ref=<since> (versus|from|of) (at|of)? comma? (when=period (due|at|to)+ comma?)? (halved|doubled)", statements.halved, ("平成25年度比半減",)),
    Row("signed_from", "ref=<past> (versus|from)? (at|of)? <level>", statements.signed_change, ("前年度比▲3%",)),
    Row("signed_since", "ref=<since> versus (at|of)? <level>", statements.signed_change, ("2020年度比+11%",)),
    Row("signed_at", "ref=<since> ~<level>", statements.signed_change, ("H25▲26%",)),
    Row("ratio_since", "ref=<since> (of|versus) <level> (to way=$way)?", statements.ratio, ("2013年度の60%", "R4年度比105%"), "target"),
    Row("ratio_seen", "ref=<past>|<since> versus <level>", statements.ratio_seen, ("前年度比98.7%",), "actual"),
    Row("ratio_noun", "ref=<noun> of <level>", statements.times_of, ("総予算投入額の5倍以上",), "target"),
    Row("relative_body", "ref=<body> by? bound=above|below|floor|ceiling", statements.relative, ("全国を下回る",), "target"),
    Row("share_of", "(share=statistic)? share=noun|nouns|word|everything (~share=firm)? of <level>", statements.share_of, ("年間稼働時間の0.1%未満",)),
    Row("share_of_part", "(share=word)? share=noun|nouns|word|firm|group share=g_part of <level>", statements.share_of, ("入所者(1,274人)の6%以上",)),
    Row("changed_base", "(ref=<since>)? base=<level> of <level> (of|by)? way=$way", statements.changed_base, ("140件の10%減",)),
    Row("halved_base", "base=<level> from halved|doubled", statements.halved, ("10団体から倍増",), "target"),
    Row("approached", "<level> approach", statements.approached, ("0%に近づける",), "target"),
    Row("zero_nearly", "nearly", cells.nearly_zero, ("限りなくゼロ",), "target"),
    Row("beyond", "(ref=<reference>)? <level> (g_period|g_now)? from way=$way", statements.beyond, ("75.3%より増加", "75.3％（令和4年度）より増加"), "target"),
    Row("relative", "ref=<reference> (by|of|to|at|with)? bound=floor|above|ceiling|below|same ((to|at|of)? way=$way)? noun? start=g_was?", statements.relative, ("全国平均以上", "類似団体平均を下回る水準"), "target"),
    Row("relative_noun", "ref=<noun> (by|of|to|at|with)? bound=floor|above|ceiling|below|same", statements.relative, ("国の改善幅を下回らない",), "target"),
    Row("relative_outcome", "ref=<noun> by? bound=above|below|floor|ceiling noun|nouns|word|text of way=$way", statements.relative, ("増加分を上回る健康寿命の増加",), "target"),
    Row("relative_kept", "ref=<reference>|<body> by? bound=above|below noun|word|up|down by? keep", statements.relative, ("国を上回る伸びを維持",), "target"),
    Row("relative_held", "ref=<reference> by? bound=floor|ceiling keep", statements.relative, ("現状以上を維持",), "target"),
    Row("recovered", "ref=<past> due end=deed", statements.recovered, ("令和元年水準まで回復",), "target"),
    Row("relative_word", "ref=<whose> with? bound=same", statements.relative, ("首都圏と同水準",), "target"),
    Row("relative_value", "ref=<reference> value=g_part|g_was (by|of|to|with)? bound=$bound", statements.valued, ("全国平均(53.2%)を上回る",)),
    Row("reached", "ref=<reference> value=g_part (of|by)? deed|aim", statements.reached, ("法定雇用率(2.7%)の達成",), "target"),
    Row("reached_words", "ref=<ruled> (of|by)? deed|aim", statements.reached_words, ("国の目標値の達成",), "target"),
    Row("beyond_part", "ref=<reference> value=g_part|g_was from way=$way", statements.beyond, ("現状(15.2%)より低下",), "target"),
    Row("relative_more", "ref=<reference>|<since> from bound=more|less word|noun?", statements.relative, ("前年度より長く",), "target"),
    Row("relative_since", "ref=<since> bound=above|below|same word|noun?", statements.relative, ("2030年より高い水準",), "target"),
    Row("improved_since", "ref=<since> (from|versus) (at)? way=up|down|better", statements.improved, ("2020年より減少",), "target"),
    Row("reference_value", "ref=<fixed>|<now> <level>", statements.reference_value, ("法定雇用率2.5%以上",), "target"),
    Row("reference_reached", "ref=<ruled> <level> (of|by)? deed", statements.plain, ("法定雇用率2.3%達成",), "target"),
    Row("kept_value", "(ref=<reference> (by|of|at)?)? keep=keep ((dot|or|either|of|with|comma|slash)? way=$way)? value=g_part|g_was", statements.kept, ("現状維持(65%)", "維持・向上(58.3%)"), "target"),
    Row("kept_reference_value", "ref=<reference> value=g_part|g_was (by|of|at)? keep bound=floor? ((dot|or|either|of|with|comma|slash)? way=$way)?", statements.kept, ("現状値(50%)を維持",), "target"),
    Row("reached_part", "ref=<reference> value=g_part|g_was (to|due) way=up|down|better", statements.reached, ("県平均(62.3%)まで引上げ",), "target"),
    Row("kept_seen", "keep value=g_part", statements.reached, ("維持(24か所)",), "actual"),
    Row("not_beyond_value", "ref=<reference> value=g_part|g_was (from|of|by)? stay=nomore|noless|noworse", statements.kept, ("現状(320件)より増やさない",), "target"),
    Row("improved", "ref=<reference> (versus|from)? (of|by)? way=up|down|better", statements.improved, ("前年度より減少",), "target"),
    Row("kept_same", "ref=<reference> same by? keep", statements.kept, ("前年度並みを維持",), "target"),
    Row("kept_reference", "ref=<reference> (by|of|at)? keep", statements.kept, ("前年度水準を維持",), "target"),
    Row("recorded", "ref=<record> (of? noun|word|nouns)? g_scope? by? deed?", statements.recorded, ("過去最高を更新",), "target"),
    Row("distant", "ref=<benchmark> (by|from) <level> way=above|below|up|down|more|less", statements.distant, ("全国平均を5ポイント上回る",), "target"),
    Row("distant_past", "ref=<since> by <level> way=above|below", statements.distant, ("R6年度の実績値を10人以上上回る",), "target"),
    Row("no_further", "ref=<benchmark> m=<number> bound=ceiling", statements.no_further, ("県平均-1.0ポイント以内",), "target"),
    Row("distant_sign", "ref=<benchmark> <level>", statements.distant, ("全国平均+5ポイント",), "target"),
    Row("ratio", "ref=<reference> (versus|of) (at|of|to)? <level> (to way=$way)?", statements.ratio, ("前年比98%以下",), "target"),
)

ALONE: Final = (
    Row("kept_alone", "keep", statements.kept, ("維持",), "target"),
    Row("kept_or_more", "keep ~bound=floor|ceiling", statements.kept_or_more, ("現状維持以上",), "target"),
    Row("not_worse", "keep (dot|or|either|of|with|comma|slash)? way=$way", statements.kept, ("維持・向上", "横ばい又は低下"), "target"),
    Row("not_beyond", "(ref=<reference> (from|of|by)?)? stay=nomore|noless|noworse", statements.kept, ("増やさない",), "target"),
)
RECORDS: Final = (
    Row("record", "(word|noun)? name=record", statements.named, ("過去最高",)),
)
SINCE: Final = (
    Row("since", "(now aim)? per? period g_part? of? (actual|firm|noun|word)? (populace|noun)?", statements.named, ("平成25年度", "H27年国調人口")),
)
WHOSE: Final = (Row("whose", "word|noun|whose|group", statements.named, ("首都圏",)),)

LABELS: Final = (
    Row("words", "(label=$noun)+ (~label=g_name|g_part|g_scope)? label=$noun?", brackets.in_brackets, ("男性",)),
    Row("listed", "label=$noun (label=dot|wave|comma label=$noun)+", brackets.in_brackets, ("土産・買物費", "那覇港～中城湾港")),
    Row("now", "label=now", brackets.in_brackets, ("策定時",), "actual"),
    Row("except", "label=$noun label=except label=of? label=$noun", brackets.in_brackets, ("鑑賞以外の活動",)),
    Row("framed", "label=<closed> colon? _label=$noun|measure (label=g_name)?", brackets.in_brackets, ("朝食欠食率 小学生",)),
    Row("headed", "label=<closed> colon label=$noun|measure (label=g_name)?", brackets.in_brackets, ("小学校:国語",)),
    Row("letter", "label=missing", brackets.in_brackets, ("X",)),
    Row("kana", "label=kana label=$noun? (label=g_name)?", brackets.in_brackets, ("さとうきび",)),
    Row("of_words", "label=$noun of label=$noun", brackets.in_brackets, ("市内の学校",)),
    Row("ages", "(label=num label=age? label=wave)? label=num|one label=age|agegroup (label=$bound)? (label=of? label=$noun)* ", brackets.in_brackets, ("20代男性", "65歳以上", "20～64歳")),
    Row("grade", "label=school ~label=num|one (~label=year|agegroup)? (label=g_name|g_part|g_label)? label=$noun?", brackets.in_brackets, ("小6",)),
    Row("later", "label=num|one label=year label=after|word", brackets.in_brackets, ("5年後に", "1年次")),
    Row("months", "label=num|one label=age label=num|one label=agegroup", brackets.in_brackets, ("1歳6か月児",)),
    Row("statistic", "label=statistic ~label=$noun", brackets.in_brackets, ("延べ人数",)),
    Row("place", "label=place", brackets.in_brackets, ("全国",)),
    Row("measure", "label=measure", brackets.in_brackets, ("BOD",)),
    Row("goal", "label=goal", brackets.in_brackets, ("最終目標",), "target"),
    Row("foreseen", "(label=$noun|firm)+ label=of? label=$way ~label=forecast", brackets.in_brackets, ("入所者削減見込み",), "target"),
    Row("reference", "label=average", brackets.in_brackets, ("全国平均",)),
)

CLOSED: Final = (
    Row("closed", "$called label=$name (label=g_name|g_label|g_scope|g_part)?", brackets.in_brackets, ("朝食を欠食しない児童",)),
    Row("closed_bound", "$called label=$n (label=wave label=$n)? ~label=$u|agegroup ~label=$bound ~label=of? ~label=$name ($called label=$name)?", brackets.in_brackets, ("橋長15m以上の橋梁",)),
)

CONDITIONS: Final = (Row("bound", "(label=$name|code)? (label=one label=day)? (label=each? label=$n label=$u ~label=$bound label=dot|comma)* label=each? label=$n unit=$u ~label=$bound", brackets.in_brackets, ("週3回以上",)),)

OFTEN: Final = (
    Row("often", "label=each label=$n label=$u ~label=floor|ceiling|above|below", brackets.in_brackets, ("週3回以上",)),
    Row("often_one", "label=one label=day|unit ~label=$n label=$u ~label=floor|ceiling|above|below", brackets.in_brackets, ("1日60分以上",)),
)

CLAUSES: Final = (
    Row("bounded", "($noun)? ($n $u|agegroup (at|to|with|of|floor))? (one ~day|unit)? each? n=$n unit=$u? b=$bound (~word|text not)? (~group|populace of)? ~noun|nouns", brackets.in_brackets, ("週1回以上運動する者の割合",)),
    Row("bounded_of", "($noun)? each? $n $u? $bound (~of|word|text|by|to|deed|deeds|dot|group|aim)+ ~noun|nouns", brackets.in_brackets, ("5人超の世帯の割合",)),
    Row("bounded_word", "($noun)? each? $n hour|day|year|span|month|age|minute|agegroup $bound (~of)? ~word|text|deed|deeds|group", brackets.in_brackets, ("月45時間を超える職員",)),
    Row("measured", "($noun)? $n minute|hour|day|year|span|month|age|agegroup ~noun|nouns", brackets.in_brackets, ("15分カバー率",)),
    Row("measured_of", "($noun)? $n minute|hour|day|year|span|month|age|agegroup ~word|text (populace|group)? of (noun|nouns)", brackets.in_brackets, ("15分圏内人口の割合",)),
    Row("ages", "$n (wave $n)? age|agegroup $bound? of? (noun|nouns)", brackets.in_brackets, ("40～64歳の受診率",)),
    Row("often", "basis=<basis> $n $u (subject|of)? (word|text|not)? (group|populace of)? (noun|nouns)", brackets.in_brackets, ("1日2食食べる生徒の割合",)),
    Row("each_has", "($noun|group)* one ~unit one ~unit ~word|noun", brackets.in_brackets, ("1人1冊手帳",)),
    Row("code", "code $bound of? (noun|nouns)", brackets.in_brackets, ("BMI25以上の者の割合",)),
)

BRACKETS: Final = (
    Row("g_period", "statistic? ($noun of)? ($noun? status=firm colon?)? when=period|day (status=$firm|statistic|due|during|of|at|to)* (of noun)? (populace)? ((deed)? ($noun|populace dot)* $noun of? status=$firm (of? status=$firm)* from?)? (of? years=$n ~span|year statistic?)? (g_period|g_name)? years=g_span? (comma $n span|year|month every)?", brackets.in_brackets, ("R5", "R5～8累計", "令和4年度市民意識調査")),
    Row("g_period", "when=period average", brackets.in_brackets, ("2023年全国平均",)),
    Row("g_period", "when=period place|whose of statistic", brackets.in_brackets, ("H28 中核市の平均値",)),
    Row("g_period", "when=day wave when=day (status=$firm)*", brackets.in_brackets, ("4月～12月",)),
    Row("g_period", "wave when=period", brackets.in_brackets, ("～R8",), "target"),
    Row("g_several", "part=<dated_aside> (comma|stop|slash part=<aside>)+", brackets.in_brackets, ("令和7年度末、住宅",)),
    Row("g_several", "(part=<aside> comma|stop|slash)+ part=<dated_aside>", brackets.in_brackets, ("暫定値、R5",)),
    Row("g_was", "when=period (status=$firm)* (colon|subject)? sign=neg|minus? n=$n unit=$u?", brackets.bracket_number, ("H29：120.4",)),
    Row("g_statistic", "period (link|from) of? statistic", brackets.in_brackets, ("R2からの累計",)),
    Row("g_statistic", "(word|noun|nouns|text|kana|g_name|dot|with)+ of statistic", brackets.in_brackets, ("「そう思う」「どちらかといえばそう思う」の合計",)),
    Row("g_statistic", "(word|noun of?)? lately? (n=$n year|span|month of?)? statistic (statistic)?", brackets.in_brackets, ("累計", "4年間累計")),
    Row("g_status", "status=$firm stop|comma period (to|at) (deed|deeds|firm|word)+", brackets.in_brackets, ("暫定値。R9に見直し",)),
    Row("g_status", "(word group?)? status=$firm (status=$firm)*", brackets.in_brackets, ("見込み",)),
    Row("g_status", "(word|noun|nouns|text|deed|group|whose|place|firm)+ colon? (word|noun|whose|place)? status=firm populace?", brackets.in_brackets, ("出典:県統計",)),
    Row("g_status", "status=aside colon?", brackets.in_brackets, ("参考",), "actual"),
    Row("g_unit", "(unitword colon?)? unit=$u", brackets.in_brackets, ("人",)),
    Row("g_basis", "basis=<basis>", brackets.bracket_basis, ("人口10万対", "1人当たり")),
    Row("g_basis", "$n age|agegroup basis=<basis> statistic?", brackets.bracket_basis, ("12歳児1人平均",)),
    Row("g_basis", "basis=<basis> statistic", brackets.bracket_basis, ("1人当たり平均",)),
    Row("g_basis", "each", brackets.bracket_basis, ("年",)),
    Row("g_rank", "(place|whose|word)? order? n=$n rank", brackets.in_brackets, ("全国13位",)),
    Row("g_change", "(before|now|period|place g_period?)* (versus|from)? <level> (of|by)? way=$way", brackets.in_brackets, ("対前年度3人増",)),
    Row("g_change", "(before|now|period) versus <level>", brackets.in_brackets, ("前年度比+3%",)),
    Row("g_change", "before|now colon? about? $n $u", brackets.in_brackets, ("前年11位",)),
    Row("g_change", "firm|actual about? $n $u", brackets.in_brackets, ("現在4位",), "target"),
    Row("g_change", "word|noun versus at? <change>", brackets.in_brackets, ("ピーク時比で半減",)),
    Row("g_change", "(before|now|period) sign=plus|neg|minus $n $u", brackets.in_brackets, ("対前年+18人",)),
    Row("g_course", "level=<level> arrow|from level=<level> (to)?", brackets.course, ("4,000t→3,200t", "200人から400人へ")),
    Row("g_change", "turned|aside colon? period $n $u", brackets.in_brackets, ("参考:R5 8.4%",)),
    Row("g_remark", "each day (status=$firm|to)*", brackets.in_brackets, ("各年4月1日",)),
    Row("g_change", "goal (colon|subject)? $n $u $bound?", brackets.in_brackets, ("目標18人",), "actual"),
    Row("g_change", "goal versus $n $u", brackets.in_brackets, ("目標比105%",)),
    Row("g_change", "sign=plus|neg|minus n=$n unit=$u?", brackets.in_brackets, ("▲3人",)),
    Row("g_benchmark", "(turned|aside colon?)? (when=period)? whose=average|place|legal|whose (of? goal)? colon? n=$n unit=pct|times|year|month|age|unit|open|minute|hour?", brackets.bracket_benchmark, ("全国平均75.2%",)),
    Row("g_benchmark", "(when=period of?)? whose=whose|place (whose=of|with|$noun)* goal=goal colon? n=$n unit=$u bound=$bound?", brackets.bracket_benchmark, ("県の数値目標 7,000人以下",), "target"),
    Row("g_benchmarks", "(part=<beside> comma|dot|slash?) (part=<beside> comma|dot|slash?)+", brackets.in_brackets, ("県54.1%、国53.0%",)),
    Row("g_part", "overall? n=$n unit=pct|point|wari|minute|hour|second|times|year|day|unit|open? stroke=stroke? deed?", brackets.bracket_number, ("19件",)),
    Row("g_part", "n=$n unit=pct|point|times|unit|open bound=$bound", brackets.bracket_number, ("7人以下",)),
    Row("g_values", "(part=<second> (comma|dot|slash)?) (part=<second> (comma|dot|slash)?)+", brackets.in_brackets, ("空路105万人、海路95万人",)),
    Row("g_reason", "(word|noun|nouns|text|deed|deeds|group|school|of|by|subject|link|reason|firm|comma)+ why=missing", brackets.in_brackets, ("承認品目なし",)),
    Row("g_remark", "(text=$stay)* text=turned|not|missing|up|down|actual|goal|firm (text=$stay|turned|not|missing|up|down|firm)* text=reason (text=$stay|firm)* stop?", brackets.in_brackets, ("床面積の増減がないため、使用量で設定",)),
    Row("g_often", "each n=$n unit=$u deed?", brackets.bracket_often, ("毎年500人",)),
    Row("g_product", "level=<number> stroke? times_sign times=$n $u?", brackets.product, ("30戸×5年",)),
    Row("g_part", "about n=$n unit=$u?", brackets.bracket_number, ("約19件",)),
    Row("g_part", "each? statistic colon? n=$n unit=$u? stroke=stroke? deed?", brackets.bracket_number, ("累計421人",)),
    Row("g_name", "(everything|group|school|populace|kana|code|link|reason|word|noun|nouns|text|deed|deeds|comma|of|by|subject|with|to|at|aim|dot|whose|place|slash|pointer|state|after|done|plus|g_name|g_scope)+", brackets.in_brackets, ("市内", "概ね順調")),
    Row("g_to_come", "day (missing|turned)+", brackets.in_brackets, ("9月公表予定",)),
    Row("g_to_come", "period (due)? (of|to|at)? (missing|turned)+", brackets.in_brackets, ("R7.9頃公表予定",)),
    Row("g_noera", "num year day (status=$firm)*", brackets.in_brackets, ("4年3月末現在",)),
    Row("g_next", "period (status=$firm)* subject (when=period|day) (due)? (to|at)? (status=firm|turned|missing)+", brackets.in_brackets, ("R5実績値はR7.12月頃に公表予定",)),
    Row("g_next", "period (of? status=noun|word|$firm)+ by|subject why=missing", brackets.in_brackets, ("R6実績を確認中",)),
    Row("g_next", "turned firm (colon|subject)? period (due|to|at|firm)*", brackets.in_brackets, ("次回調査:R9",)),
    Row("g_remark", "(word|code|kana|noun|now|colon|period|of|year|statistic)+ equals $n $u?", brackets.in_brackets, ("n=412", "基準:H27=100")),
    Row("g_value", "label=<bound_called> colon <level>", brackets.bracket_value, ("2週間以上:41.7%",)),
    Row("g_value", "label=<called> colon|subject? <level>", brackets.bracket_value, ("加入率60%", "5年間で15地区")),
    Row("g_span", "lately n=$n span|month|year", brackets.in_brackets, ("過去5年",)),
    Row("g_span", "n=$n span|month", brackets.in_brackets, ("5年間",)),
    Row("g_role", "(now|word|provisional)? goal (colon when=period)?", brackets.in_brackets, ("目標値:R9",), "target"),
    Row("g_now", "now", brackets.in_brackets, ("現状",), "target"),
    Row("g_role", "now (colon when=period)?", brackets.in_brackets, ("基準値:R3",), "actual"),
    Row("g_keep", "now? keep", brackets.in_brackets, ("現状維持",)),
    Row("g_remark", "dash|bullet|circle", brackets.in_brackets, ("－", "◎")),
    Row("g_scope", "place|whose of statistic", brackets.in_brackets, ("中核市の平均値",)),
    Row("g_remark", "(word|noun|nouns|text|group|school|of|by|place|whose|link|comma)* firm|actual (word|noun|nouns|text|group|school|of|by|to|place|whose|link|comma|deed|aim|kana)* text|deed|deeds|aim|link stop?", brackets.in_brackets, ("公表している都市を対象に算出",)),
    Row("g_remark", "(word|noun|nouns|text|code|g_name)+ (divided (word|noun|nouns|text|code|g_name)+)+ (times_sign num)?", brackets.in_brackets, ("資源化量÷総排出量",)),
    Row("g_remark", "(word|noun|nouns|text|of|whose|legal|goal|now)+ elsewhere", brackets.in_brackets, ("国の基準に準拠",), "target"),
    Row("g_remark", "$n year|span|month to|every ($n $u)? of? firm", brackets.in_brackets, ("3年に1回調査",)),
    Row("g_scope", "$n pct ~noun", brackets.in_brackets, ("75%値",)),
    Row("g_scope", "(rank=word|noun|nouns|text|group|school|dot)+ $bound", brackets.in_brackets, ("課長級以上",)),
    Row("g_bound", "$n span|month|day|hour|minute|year floor|ceiling", brackets.in_brackets, ("2週間以上",)),
    Row("g_scope", "$n unit|open ~together", brackets.in_brackets, ("4町村共同",)),
    Row("g_scope", "$n rank $bound", brackets.in_brackets, ("8位以内",)),
    Row("g_scope", "(word|noun|nouns|text|group|school|everything|deed|deeds|comma|of|by|subject|with|to|at|link|dot|stopped|g_name)+ except stop?", brackets.in_brackets, ("市外を除く",)),
    Row("g_label", "label=$noun? (label=num label=age? wave)? label=$n label=age|agegroup (label=$bound)? label=$noun?", brackets.in_brackets, ("10歳", "20～64歳", "中学2年生男子")),
    Row("g_base", "ref=<reference> versus", brackets.bracket_base, ("前年度比",)),
    Row("g_base", "per? period=period versus|now (at)?", brackets.bracket_base, ("平成25年度比", "H25年度基準")),
    Row("g_base", "now colon? period=period (firm|actual)* (of? $n $u)?", brackets.bracket_base, ("基準:令和元年度 1,820件",), "target"),
    Row("g_base", "per period=period", brackets.bracket_base, ("対H25",)),
    Row("g_remark", "goal|actual subject comma? (word|noun|nouns|text|deed|deeds|of|by|to|at|comma|link|period|firm|aim)+ halved|doubled|up|down (aim)* stop?", brackets.in_brackets, ("目標値は、推定生息頭数の半減",)),
    Row("g_remark", "period (status=$firm)* (by|subject|to|from) (word|noun|nouns|text|deed|deeds|comma|of|by|subject|with|to|at|aim|zero|turned|kana|link|group|school)+ stop?", brackets.in_brackets, ("令和5年度に改定",)),
    Row("g_derivation", "(period (to|at|of)?)? <reduced> (of|by|to|at)? (aim|goal|deed|word|text)* (aim)*", brackets.in_brackets, ("140件の10%減",)),
    Row("g_breakdown", "breakdown colon? ((<label>|period)? colon? <level> comma?)+", brackets.in_brackets, ("うち新規3件",)),
    Row("g_breakdown", "(word|noun|nouns|text|deed|deeds|group|of)* $n $u? including", brackets.in_brackets, ("書面開催2回を含む",)),
    Row("g_name", "(word|noun|nouns|text|deed|deeds|group|of|dot|subject|with|by)+ including", brackets.in_brackets, ("委託分を含む",)),
    Row("g_breakdown", "(noun|word colon?)? n=$n unit=$u? slash|among of=$n unit=$u? bound=$bound?", brackets.in_brackets, ("32名/72名", "79局中75局")),
    Row("g_whole", "(place|whose|word)? n=$n unit=$u among|school", brackets.in_brackets, ("47都道府県中",)),
    Row("g_whole", "whole n=$n unit=$u?", brackets.in_brackets, ("全9エリア",)),
    Row("g_reason", "(whose|school|group|place|word|noun|nouns|text|deed|deeds|firm|actual|subject|of|by|with|to|at)* num|one|period|not|missing|zero (word|noun|nouns|text|deed|deeds|firm|actual|subject|of|by|with|to|at|num|one|$u|period|not|missing|zero|each|every)* link|reason", brackets.in_brackets, ("国の調査が3年に1回のため",)),
    Row("g_reason", "(whose|school|group|place|word|noun|nouns|text|deed|deeds|firm|actual|subject|of|by|with|to|at|num|one|$u|$bound|period|zero|each|every|more|less|missing|not)* link|reason comma? (whose|school|group|place|word|noun|nouns|text|deed|deeds|firm|actual|subject|of|by|with|to|at|comma)* num|one|period|missing|undone|turned|not (word|noun|nouns|text|deed|deeds|firm|actual|subject|of|by|to|at|due|period|num|one|$u|every|missing|undone|turned|not)*", brackets.in_brackets, ("隔年調査のため、次回はR7年度",)),
    Row("g_reason", "period (subject|of) why=missing", brackets.in_brackets, ("R4は調査なし",)),
    Row("g_remark", "goal (subject|of)? deed", brackets.in_brackets, ("目標達成",), "actual"),
    Row("g_remark", "ref=<past>|<since> (by|from|of)? way=$way|better|keep", brackets.in_brackets, ("H14現況を改善",), "target"),
    Row("g_remark", "(now|word|noun|of)+ goal (by|of)? deed|keep", brackets.in_brackets, ("当初計画目標達成",), "target"),
    Row("g_remark", "legal", brackets.in_brackets, ("法定雇用率",), "target"),
    Row("g_remark", "(whose|place) of? goal", brackets.in_brackets, ("県目標",), "target"),
    Row("g_remark", "footnote colon (word|noun|nouns|text|deed|deeds|firm|subject|of|by|with|to|at|from|num|one|$u|period|link|school|group|place|dot|comma)+ stop?", brackets.in_brackets, ("注:計画の改定に伴い25%から修正",)),
    Row("g_reason", "(goal)? why=unset|missing", brackets.in_brackets, ("目標設定なし",)),
    Row("g_scope", "(word|noun|nouns|text|group|subject|of|with)* <clause>", brackets.in_brackets, ("1日8g未満の人の割合",)),
    Row("g_reason", "(word|noun|text|deed|deeds|subject|link|reason|of|by|to|at|comma|up|down)* not|stopped|undone (deed|aim)?", brackets.in_brackets, ("中止",)),
    Row("g_footnote", "footnote num|one? (word|noun|text)?", brackets.in_brackets, ("注1",)),
)
#: What a bracket may say beside a period.
ASIDES: Final = ("g_name", "g_statistic", "g_scope", "g_whole", "g_status", "g_rank", "g_basis", "g_base", "g_breakdown", "g_label", "g_next")
NOTES: Final = (
    *(row for row in BRACKETS if row.name != "g_part"),  # a note is no second value without a name
    Row("g_labels", "(label=word|noun|average|place|whose colon when=period (status=$firm)* comma?)+", brackets.in_brackets, ("市:R4調査、県:R3調査",)),
    Row("g_meaning", "sample=g_empty subject (whose=average|place|whose)", brackets.in_brackets, ("［］が全国平均",)),
)

CELLS: Final = (
    Row("single", "(bullet|arrow|mark)? (status=g_status|provisional colon?)? ($when)? (bullet|arrow)? (status=$firm|g_status colon?)? (tail=g_statistic|g_breakdown)? (source=$noun (dot source=$noun)? status=firm (status=firm)?)? (<span> comma?)? said=<said>|<alone> (status=$firm)* (aim)* ($tail|g_reason)* (when=period (due|to)*)? stop?", cells.single, ("126件",)),
    Row("single_aside", "status=aside colon ($when)? said=<said> ($tail)* stop?", cells.single, ("参考:38.2%",), "actual"),
    Row("single_was", "($when)? said=<said> was=g_was ($tail)* stop?", cells.single_was, ("12件（R4は11件）",), "actual"),
    Row("single_label", "(bullet|arrow)? ($when)? (status=g_status)? label=<titled> colon? ($when)? (tail=g_statistic|g_basis)? said=<said> ($tail)* ((of|by|to|at)? (aim|deed|deeds))* ($tail)* stop?", cells.single, ("利用率80%",)),
    Row("single_statistic", "(bullet|arrow)? ($when)? label=noun|nouns of text=statistic colon? ($when)? said=<said> ($tail)* stop?", cells.single, ("野菜摂取量の平均値 350g",)),
    Row("single_numbered", "(bullet)? ($when)? (label=$noun|deed|deeds label=dot)* label=word ~label=num|one colon said=<said> ($tail)* stop?", cells.single_numbered, ("要介護1:8%以下",)),
    Row("single_each", "(bullet)? ($when)? label=<called_several> apiece said=<stated> ($tail)* (aim)* stop?", cells.single_closed, ("胃がん・大腸がん 各60%以上",), "target"),
    Row("single_planned", "(bullet)? label=word colon ($when)? said=<said> ($tail)* stop?", cells.single_planned, ("計画:40件",), "target"),
    Row("single_closed", "(bullet|arrow)? ($when)? label=<closed> colon ($when)? said=<said> ($tail)* (aim)* ($tail)* stop?", cells.single_closed, ("全ての項目で基準を満たす会社:90%",)),
    Row("single_apart", "(bullet|arrow)? ($when)? label=<closed> _said=<said> ($tail)* (aim)* ($tail)* stop?", cells.single_closed, ("朝食を欠食しない児童 95%",)),
    Row("single_bound", "($when)? label=<bound> _said=<stated> ($tail)* stop?", cells.single_bound, ("週3回以上 18校",), "actual"),
    Row("single_bound_of", "($when)? label=<bound> colon said=<stated> ($tail)* stop?", cells.single_bound, ("2週間以上:41.7%",)),
    Row("single_often", "(bullet)? ($when)? label=<often> said=<stated> ($tail)* (aim)* stop?", cells.single_often, ("週3回以上60%",)),
    Row("parts_often", "(bullet)? ($when)? frame=<often> (_part=<labelled> (comma|slash|dot)?) (part=<labelled> (comma|slash|dot)?)+ ($notes)* stop?", cells.parts_often, ("1日60分以上 小学生40%、中学生30%",)),
    Row("single_joined", "(bullet)? ($when)? label=<joined> colon said=<said> ($tail)* (aim)* stop?", cells.single_joined, ("65歳以上かつ週2日以上運動する者:40%",)),
    Row("single_joined_apart", "(bullet)? ($when)? label=<joined> _said=<said> ($tail)* (aim)* stop?", cells.single_joined, ("65歳以上かつ週2日以上運動する者 40%",)),
    Row("single_towards", "(bullet)? ($when)? (text=$txt)* way=up|down|better colon ($when)? (label=<titled>)? said=<said> ($tail)* stop?", cells.single_towards, ("取得率の向上:80%以上",), "target"),
    Row("single_bracketed", "(bullet)? (label=g_name (dot|comma|plus|with)?)* label=g_name|g_label|g_scope said=<said> ($tail)* stop?", cells.single_closed, ("【国保】45.2%",)),
    Row("single_change", "(bullet|arrow)? ($when)? ((text=$txt)? (text=up|down|better|keep text=reason|to|of|link|aim)?)* label=noun|nouns|word of said=<change> (aim|by|to)* ($tail)* stop?", cells.single_change, ("死亡率の30%以上削減",), "target"),
    Row("sentence", "(bullet|arrow)? $lead said=<said> ($tail|g_change)* (end=aim|deed|deeds|done|firm|by|to|at|of|subject|with|comma|stop|link|noun|nouns)* ($tail)* stop?", cells.ended, ("利用者数を1,000人にする",)),
    Row("sentence_kept", "(bullet)? ($dated)? (text=$txt)* text=noun|nouns|word text=by|subject said=<stay> (end=comma|link|aim|keep)* stop?", cells.single, ("空き家数を増加させないように努める",), "target"),
    Row("sentence_deed", "((text=$txt)? (text=keep text=to|of|with|link|comma)?)* text=word|noun|nouns text=of said=<said> end=deed|deeds (end=aim|stop)* ($tail)* stop?", cells.single_deed, ("基地の維持に必要な物資の100%輸送を目指す",)),
    Row("sentence_relative", "(bullet)? ($when)? (text=<per_basis> text=of?)? (text=$txt)* text=noun|nouns|word text=of said=<against> (aim|by|to)* ($tail)* stop?", cells.single, ("購入量の前年度以下の削減",), "target"),
    Row("each_relative", "(bullet)? each comma? said=<compared> (aim)* stop?", cells.single, ("毎年度 前年度実績を上回る",), "target"),
    Row("single_zero", "(bullet|arrow)? ($when)? label=<label> (colon|of|to|at|subject)? said=<said> (aim)* ($tail)* stop?", cells.single_zero, ("事故0件",)),
    Row("single_acted", "(bullet)? ($when)? label=<whom> said=<said> end=deed|deeds (end=aim)* ($tail)* stop?", cells.counted_deed, ("DX人材100人育成",)),
    Row("sentence_label", "(bullet|arrow)? (($when of?)? text=$txt|not|except ((text=$n text=wave)? text=$n text=agegroup text=of?)? (text=each text=of)?)+ label=noun|nouns|<clause> colon? (tail=g_statistic)? said=<said> (end=aim|deed|deeds|done|firm|by|to|at|of|subject|with|comma|stop|link|noun|nouns)* ($tail)* stop?", cells.single, ("求職者のうち、再就職した人の割合 100%",)),
    Row("sentence_end", "(bullet|arrow)? ($when)? said=<said> ($tail|g_change)* (end=of|by|to|at|subject|aim|link) (end=aim|deed|deeds|done|firm|by|to|at|of|noun|nouns|comma|stop|link)* ($tail)* stop?", cells.ended, ("3校で実施",)),
    Row("sentence_who", "(bullet|arrow)? ($when)? (text=$txt)* said=<said> end=word|text|group|noun|populace end=by|subject end=deed|deeds (end=aim|stop)* ($tail)* stop?", cells.ended, ("8割以上の職員が受講",)),
    Row("sentence_of", "(bullet|arrow)? $lead said=<said> end=of end=word|text|group|noun|populace end=by|subject? end=deed|deeds|aim (end=aim|stop)* ($tail)* stop?", cells.ended, ("新たに1万社の販路を確保する",)),
    Row("done", "(bullet|arrow)? ($when)? said=<said> end=deed|deeds (end=aim|by|to|at|stop|done)* ($tail)* stop?", cells.counted_deed, ("12件実施",)),
    Row("goal", "(bullet)? goal (subject|of|colon)? ($when)? said=<said> (aim)* ($tail)* stop?", cells.single, ("目標:80%",), "target"),
    Row("unset_bracket", "(text=$noun)+ why=g_reason", cells.unset_bracket, ("モニタリング指標（目標値なし）",), "target"),
    Row("unset", "unset note=g_name|g_reason?", cells.unset, ("未設定(探索型事業のため)",)),
    Row("unset_free", "goal subject|by unset comma? (text=$said|each)+ stop?", cells.unset, ("数値目標は設けず、取組状況を公表する",), "target"),
    Row("unset_reason", "(text=$said|up|down)+ text=link|reason unset", cells.unset, ("新規事業のため未設定",), "target"),
    Row("none_reason", "(text=$said|up|down|not|undone|stopped|num|one|$u|firm|each|every|more|less|$bound)+ text=link|reason (text=now|actual|firm)? none=missing ($tail)* stop?", cells.nothing, ("新規事業のため実績なし",)),
    Row("none_new", "new=word|g_name", cells.nothing_new, ("新規",), "actual"),
    Row("none_now", "text=now none=missing ($tail)* stop?", cells.nothing, ("現状値なし",)),
    Row("none_role", "now|actual (when=g_period|period)? colon? none=dash|missing|dots ($tail|g_reason|g_words|g_to_come)* stop?", cells.nothing, ("現状値（R5）－",), "actual"),
    Row("none_role_bracket", "now|actual (when=g_period|period)? colon? none=g_reason", cells.nothing_bracket, ("現状値（調査中）",), "actual"),
    Row("none_named", "text=noun|nouns|word colon? none=dash ($tail|g_reason|g_words|g_to_come)* stop?", cells.nothing, ("将来負担比率 －",)),
    Row("none", "($when by?)? none=dash|missing|dots (none=dash|missing)* unit=$u? stroke? ($tail|g_reason|g_words|g_to_come)* stop?", cells.nothing, ("―", "― 人/日")),
    Row("none_of", "(text=word|noun|firm|group|school|text|actual|due|at|after)+ (text=by|subject)? none=missing ($tail|g_reason)* stop?", cells.nothing_of, ("今年度調査なし",)),
    Row("none_later", "(text=$said|period|turned|actual)* by=after|link comma? end=deed|deeds stop?", cells.nothing_later, ("調査後に設定",)),
    Row("none_named_bracket", "text=noun|nouns|word (dot text=noun|nouns|word)* colon? none=g_next|g_to_come", cells.to_come_bracket, ("利用者数（R6実績を確認中）",)),
    Row("none_remark", "none=dash (text=$noun)* text=firm|deed|deeds text=subject (text=$txt|firm|missing|turned|<basis>|<level>)+ stop?", cells.nothing, ("― 公表は5年に1回",), "actual"),
    Row("none_zero", "(text=$said)* none=missing|not value=g_part", cells.none_zero, ("なし（0件）",)),
    Row("done_so", "($when)? (text=$said)* end=everything|noun|nouns|state done? value=g_part|g_value (end=at|by|to end=deed|deeds)? ($tail)* stop?", cells.single_part, ("全校（18校）で実施",)),
    Row("deed_so", "($when)? (text=$said)* end=deed|deeds done? value=g_part (end=at|by|to end=deed|deeds)? ($tail)* stop?", cells.single_part, ("達成済み（27市町村）",)),
    Row("kept_bracket", "arrow? tail=g_keep ($tail)* stop?", cells.outcome_kept, ("→（現状維持）",), "target"),
    Row("all_of", "($when)? text=word|noun|text (text=school)? value=g_part ($tail)* stop?", cells.all_of, ("全小中学校（22校）",)),
    Row("none_bracket", "none=g_reason", cells.nothing_bracket, ("（集計中）",)),
    Row("to_come_bracket", "none=g_to_come|g_next", cells.to_come_bracket, ("（R5実績値はR7.12月頃に公表予定）",)),
    Row("to_come", "(g_period)? when=period|day (due)? (of|to|at)? (status=firm|missing|turned)+", cells.to_come, ("R8調査",)),
    Row("to_come_next", "turned (firm (colon|subject)?)? when=period (due|to|at|firm)*", cells.to_come, ("次回調査はR7年度", "次回R7調査"), "actual"),
    Row("outcome", "(bullet|arrow|mark)? ($dated)? (text=$noun colon)? (text=$said|keep|arrow|up|down|better)* end=deed|deeds|state|everything (done|aim|by|to)* ($tail)* stop?", cells.outcome, ("設置", "計画の策定")),
    Row("outcome_without", "(text=$said|keep|not)* end=deed|deeds|undone stop?", cells.outcome, ("差別のない採用",), "target"),
    Row("outcome_aimed", "(bullet|mark)? ($dated)? (text=$stay|up|down)* text=everything|group|school|populace|word|noun|nouns|text|code|kana|gap|place|whose end=aim (aim)* stop?", cells.outcome, ("賃金格差をなくす",)),
    Row("outcome_verb", "(bullet)? (text=$name|of|by|subject|with|to|at|link|place|dot)* end=word|text stop?", cells.outcome_verb, ("相談件数の推移を見守る",), "target"),
    Row("outcome_listed", "(text=word|deed|deeds|noun dot)+ end=keep stop?", cells.outcome, ("新設・維持",), "target"),
    Row("outcome_at", "when=period ~end=deed|deeds (done)* ($tail)* stop?", cells.outcome, ("令和6年3月策定",), "actual"),
    Row("outcome_due", "when=period ~end=deed (done)* ($tail)* stop?", cells.outcome, ("令和9年4月供用開始",), "target"),
    Row("outcome_under_way", "(bullet)? ($dated)? (text=$said)* end=deed|deeds|keep ~going=school ($tail)* stop?", cells.outcome_under_way, ("整備中",), "actual"),
    Row("outcome_to_come", "(bullet)? ($dated)? (hence)? (text=$said)* end=deed|deeds turned ($tail)* stop?", cells.outcome, ("策定予定",), "actual"),
    Row("date_bracket", "when=g_period", cells.date_bracket, ("（R8.8月）",), "actual"),
    Row("single_clause", "label=<condition> _said=<said> ($tail)*", cells.single, ("月45時間を超える職員 0人",)),
    Row("date", "when=period (due)? stop?", cells.date_alone, ("令和6年3月",)),
    Row("not_set", "(text=$txt|each|statistic)* notset (text=$txt|each|statistic)* stop?", cells.not_set, ("指標を定めなかった",), "actual"),
    Row("outcome_not", "(bullet)? (text=$said)+ not=not|missing stop?", cells.outcome_not, ("負の影響なし",)),
    Row("outcome_denied", "(bullet)? ($dated)? (text=$said)+ not ($tail)* stop?", cells.outcome, ("待機児童を発生させない",), "target"),
    Row("outcome_stopped", "(text=$said|up|down)* end=stopped (aim)* ($tail)* stop?", cells.outcome, ("感染症拡大により中止",)),
    Row("undone", "(status=$role (when=g_period|period)? colon?)? (text=$name)* end=undone ($tail|g_reason)* stop?", cells.undone, ("未設置",), "actual"),
    Row("outcome_way", "(bullet)? ($dated)? (text=$noun colon)? ((text=$said|<per_basis>|up|down|better|worse)? (text=keep text=word|noun|nouns|text|group|kana)?)* way=up|down|better|worse|nearly (by? keep)? (aim|by|to)* ($tail|g_was)* (_when=period)? stop?", cells.outcome, ("増加", "経費の削減")),
    Row("pointing", "way=upward|downward", cells.outcome, ("↑",)),
    Row("kept_so", "end=keep ($tail)* stop?", cells.outcome, ("横ばい",), "actual"),
    Row("single_then", "now colon? when=period colon? said=<said> ($tail)* stop?", cells.single, ("基準年度 2013年度 50件",), "actual"),
    Row("single_now", "now colon said=<said> ($tail)* stop?", cells.single, ("基準値：50件",), "actual"),
    Row("single_role", "(bullet)? status=$role (dot|comma|slash status=$role)* when=g_period colon? said=<stated> ($tail)* stop?", cells.single, ("基準値（R4年度）22.5%",), "actual"),
    Row("single_headed_seen", "(bullet)? role=g_role colon? ($when)? said=<stated> ($tail)* stop?", cells.single, ("【現状値】22.5%",), "actual"),
    Row("single_headed", "(bullet)? role=g_role colon? ($when)? said=<said> (aim)* ($tail)* stop?", cells.single_headed, ("【目標値】80%",), "target"),
    Row("outcome_when", "when=period _text=$said (text=$said)* end=deed|deeds (done|aim|by|to)* stop?", cells.outcome, ("令和8年度 全校に設置",)),
    Row("outcome_of", "when=period of end=deed|deeds (done|aim|by|to)* stop?", cells.outcome, ("令和8年度の供用開始",), "target"),
    Row("outcome_in", "when=period _end=deed|deeds (done|aim|by|to)* stop?", cells.outcome, ("令和8年度 運用開始",)),
    Row("kept_words", "(bullet)? ($dated)? (text=$said)* (text=now text=of)? (text=$said)* text=$noun (by|of|to)? keep (aim|by|to)* ($tail)* stop?", cells.outcome_kept, ("体制の維持",), "target"),
    Row("elsewhere", "(g_name|whose|word|noun|nouns|text|of|deed|turned|by|at|with|subject|legal)+ goal? elsewhere ((of? goal|noun|word|turned|actual|firm) (of? deed|link)?)? stop?", cells.elsewhere, ("「方針」で定める指標",)),
    Row("parts_counted", "(bullet)? basis=<per_basis> of? frame=noun|nouns colon? part=<labelled> (comma|slash|dot)? (part=<labelled> (comma|slash|dot)?)+ ($notes)* stop?", cells.parts_counted, ("1,000人当たりの件数 小21件・中67件",)),
    Row("parts", "(bullet|dot)? ($when)? (part=<labelled>|<titled_part>|<numbered_part>|<part_often> (aim? comma|slash|dot)?) (part=<labelled>|<titled_part>|<numbered_part>|<part_often> (aim? comma|slash|dot)?)+ (aim)? ($notes)* (_when=period)? stop?", cells.parts, ("男性:52.3%／女性:61.0%",)),
    Row("parts_role", "(bullet)? status=$role (dot|comma|slash status=$role)* (when=g_period|period)? colon? (part=<labelled> (comma|slash|dot)?) (part=<labelled> (comma|slash|dot)?)+ ($notes)* stop?", cells.parts, ("現状値（R5）男性12%、女性15%",), "actual"),
    Row("parts_goal", "(bullet)? goal colon? ($when)? (part=<labelled> (comma|slash|dot)?) (part=<labelled> (comma|slash|dot)?)+ (aim)? ($notes)* stop?", cells.parts, ("目標値（R9）男性12%、女性15%",), "target"),
    Row("acted", "(bullet)? ($when)? (part=<acted> comma) (part=<acted> comma)* part=<acted> stop?", cells.parts, ("発生件数を400件以下に減少させ、死者数を2人以下に抑止する",), "target"),
    Row("brackets_before", "($when)? (part=<bracket_before> (comma|slash|dot)?) (part=<bracket_before> (comma|slash|dot)?)+ (tail=g_period)?", cells.parts, ("（小）85%（中）80%",)),
    Row("brackets_behind", "($when)? (part=<bracket_behind> (comma|slash|dot)?) (part=<bracket_behind> (comma|slash|dot)?)+ (tail=g_period)?", cells.parts, ("51%（市内） 64%（市外）",)),
    Row("parts_first", "(bullet)? ($when)? part=<unlabelled> (comma|slash|bullet|dot|colon) (part=<labelled> (comma|slash|dot|bullet)?)+ ($notes)* stop?", cells.parts, ("20件・女性6件",)),
    Row("nameless", "($when)? part=<value> (_part=<value>)+ (tail=g_period)? stop?", cells.nameless, ("12.0% 15.3%",)),
    Row("nameless_parted", "($when)? part=<value> (comma part=<value>)+ (tail=g_period)? stop?", cells.nameless, ("12.0%、15.3%",)),
    Row("named_second", "($when)? part=<bare> (comma|slash) part=<bracket_behind> (tail=g_period)?", cells.parts, ("22.5% / 22.7%(年齢調整値)",)),
    Row("parts_blank", "(bullet)? ($when)? part=<unlabelled> (_part=<labelled> (comma|slash|dot|bullet)?)+ ($notes)* stop?", cells.parts, ("20件 女性6件",)),
    Row("marks", "(preface=$noun|nouns|of|by|subject|colon|comma|pointer)* ($when)? (part=<marked> (comma|slash)?) (part=<marked> (comma|slash)?)+ ($notes)* stop?", cells.parts, ("①5件②3件",)),
    Row("bullets", "($when)? (part=<bulleted>) (part=<bulleted>)+ ($notes)*", cells.parts, ("○5件 ○3回",)),
    Row("periods_of", "frame=<closed> colon? (part=<dated_ahead> (comma|slash|dot)?) (part=<dated_ahead> (comma|slash|dot)?)+", cells.parts, ("リサイクル率 R7:25%、R12:30%",)),
    Row("periods", "(part=<dated> (comma|slash|dot)?) (part=<dated> (comma|slash|dot)?)+", cells.parts, ("R4：80% R5：85%",)),
    Row("periods_from", "(part=<dated> comma|slash|dot) (part=<dated> (comma|slash|dot)?)+ tail=g_base", cells.parts_from, ("R7に60％減、R12に73％減（2013年度比）",), "target"),
    Row("periods_led", "part=<dated> (arrow part=<dated>)+", cells.parts, ("8件(R4)→9件(R5)",), "actual"),
    Row("counts", "($when)? (label=<label> colon)? (each)? count=<count> ((comma|dot|slash|with)? count=<count>)+ ($tail)* stop?", cells.two_counts, ("21社31人",)),
    Row("bracketed", "($when)? (frame=<span> comma?)? (label=<titled> colon?)? part=<unlabelled> value=g_part|g_value|g_values|g_often (end=of end=noun|word|deed|deeds)? ($tail|g_meaning)* stop?", cells.with_brackets, ("63件(19件)",)),
    Row("bracketed_unit", "($when)? n=$n value=g_part ~unit=unit|open|pct|point|times|day ($tail)* stop?", cells.of_unit_behind, ("6(6)人",)),
    Row("was_bracket", "(bullet)? was=g_was ($tail)* stop?", cells.was_bracket, ("【平成27年実績:20.4兆円】",), "actual"),
    Row("of_brackets", "(part=g_value (comma|slash|dot)?) (part=g_value (comma|slash|dot)?)+ ($tail)* stop?", cells.of_brackets, ("(男性67.0%) (女性77.4%)",)),
    Row("in_bracket", "(bullet)? whole=g_part ($tail)*", cells.unwrapped, ("(3,400円)",)),
    Row("conditions", "($when)? part=<said>|<condition_named>|<done> comma? both comma? part=<said>|<condition_named> (aim|comma)* ($tail)* stop?", cells.conditions, ("80%以上かつ前年度以上",), "target"),
)

#: Forms of words that a cell may have in brackets: 【減少】.
WRAPPED: Final = frozenset(("single", "outcome_way", "kept_so", "none", "none_of", "none_later", "none_reason", "unset"))

PARTS: Final = {
    "total": (Row("total", "label=statistic", brackets.in_brackets, ("計",)),),
    "labelled": (
        Row("labelled", "label=<label>|<total> (tail=g_period)? (colon|subject|of|at|to)? ($when)? said=<said>|<alone>|<absent>|<done> (place order? $n rank)? (value=g_part|g_value|g_values)? ($tail)*", cells.labelled, ("男性:52.3%",)),
    ),
    "part_often": (
        Row("part_often", "label=<label> colon? often=<often> said=<stated> ($tail)*", cells.labelled_often, ("小学生：週3回以上60%",)),
    ),
    "numbered_part": (
        Row("numbered_part", "label=$noun ~label=num|one colon ($when)? said=<said>|<alone>|<absent>|<done> ($tail)*", cells.numbered_part, ("要支援1:12人",)),
    ),
    "ordinal": (Row("ordinal", "(label=$name)? label=$n ~label=unit|open (label=$name)?", brackets.in_brackets, ("1号",)),),
    "titled_part": (
        Row("titled_part", "label=<closed>|<ordinal> colon ($when)? said=<said>|<alone>|<absent>|<done> ($tail)*", cells.labelled, ("ぶどう（露地栽培）:45%",)),
    ),
    "bracket_before": (
        Row("bracket_before", "label=g_name|g_statistic|g_label said=<said> (tail=g_period|g_rank)*", cells.labelled, ("（小）85%",)),
    ),
    "bracket_behind": (
        Row("bracket_behind", "said=<said> label=g_name", cells.labelled, ("51%（市内）",)),
    ),
    "bare": (
        Row("bare", "said=<said> (tail=g_period|g_rank)*", cells.labelled, ("22.5%",)),
    ),
    "value": (
        Row("value", "said=<stated> (deed|deeds aim?)? (tail=g_statistic|g_status)*", cells.labelled, ("12.0%",)),
    ),
    "acted": (
        Row("acted", "(statistic of)? label=<titled> by|subject said=<said> (to|at|aim|deed)*", cells.labelled, ("死者数を2人以下に抑止する",)),
    ),
    "unlabelled": (
        Row("unlabelled", "said=<said> ($tail)*", cells.labelled, ("20件（R5）",)),
    ),
    "marked": (
        Row("marked", "mark=mark colon? (label=<label> (colon|subject|by|of)?)? ($when)? said=<said>|<alone>|<absent>|<done> (aim|deed|by|to)* ($tail)* (beside=<averaged>)?", cells.marked, ("①育成数 8,271人",)),
    ),
    "averaged": (
        Row("averaged", "label=average colon? said=<said>", cells.averaged, ("全国平均:75.2%",)),
    ),
    "bulleted": (
        Row("bulleted", "bullet (label=<label> colon?)? ($when)? said=<said> ($tail)*", cells.labelled, ("○男性 5件",)),
        Row("bulleted_words", "bullet $lead said=<said> (end=aim|deed|deeds|done|firm|by|to|at|of|noun|nouns|comma|stop)* ($tail)*", cells.labelled, ("○利用者数を1,000人にする",)),
    ),
    "dated": (
        Row("dated_before", "when=period|day|g_period (status=$firm)* (of|at|to|due)* (status=$firm)* (colon|comma|subject)? (label=<label>|g_name colon?)? said=<said>|<alone>|<absent>|<done>", cells.dated, ("R4:80%",)),
        Row("dated_behind", "(label=<label> colon?)? said=<said> tail=g_period", cells.dated, ("80%（R4）",)),
    ),
    "dated_ahead": (
        Row("dated_ahead", "when=period|day|g_period (status=$firm)* (of|at|to|due)* (colon|comma|subject)? said=<said>|<absent>", cells.dated, ("R4:80%",)),
    ),
    "count": (
        Row("count", "(statistic)? n=num ~unit=unit|open|day|point|pct stroke=stroke? (deed)? (tail=g_statistic)?", cells.counted, ("21社",)),
        Row("count_of", "n=$n unit=unit|open|rank? slash whole? of=num unit=unit|open", cells.shared, ("16市町/25市町",)),
        Row("count_rank", "place=place order? n=$n unit=rank", cells.counted, ("全国41位",)),
    ),
    "reduced": (
        Row("reduced", "n=num unit=$u (text|word|noun|nouns|deed|deeds|aim|of)* of rate=$n of_rate=pct|wari way=down", cells.reduced, ("140件発生した障害の10%減",)),
        Row("reduced_both", "n=num $u with|either n=num $u (text|word|noun|nouns|deed|deeds|aim|of)* of $n pct|wari way=down", cells.reduced_both, ("140件と150件の10%減",)),
    ),
    "listed": (
        Row("listed", "(label=period|<label>)? colon? n=$n unit=$u (comma|slash|dot)?", cells.listed, ("R2:2,843時間、",)),
    ),
    "breakdown": (
        Row("breakdown", "breakdown close? colon? (part=<listed>)+", cells.breakdown, ("内訳:市内56件 市外70件",)),
    ),
    "condition": (
        Row("condition", "($noun)? (each|<basis>)? $n $u $bound ~word|noun|nouns|text|deed|deeds|group|of|by|to|aim|subject|with|school (word|noun|nouns|text|deed|deeds|group|of|by|to|aim|subject|with|school)*", brackets.in_brackets, ("1日1回以上の清掃を行う施設",)),
        Row("within", "$n unit|open|minute ~group|word|text|deeds", brackets.in_brackets, ("30km圏内の避難所",)),
    ),
    "called_several": (
        Row("called_several", "label=$noun (label=dot|comma label=$noun)+", brackets.in_brackets, ("胃がん・大腸がん",)),
    ),
    "joined": (
        Row("joined", "(($noun)? (each|<basis>)? (label=$n label=$u)? (code)? label=$bound comma? both|either comma?)+ <condition>", brackets.in_brackets, ("65歳以上かつ週2日以上運動する者",)),
        Row("joined_code", "(($noun)? (label=$n (label=$u)?)? (code)? label=$bound comma? both|either comma?)+ ($noun)? ($n)? (code)? $bound of? $noun", brackets.in_brackets, ("BMI25以上かつ拡張期90以上の者",)),
    ),
    "condition_named": (
        Row("condition_named", "label=noun|nouns|<clause> colon? said=<said>", cells.labelled, ("料金回収率90%以上",)),
    ),
    "whom": (
        Row("whom", "label=word|noun|nouns|group", brackets.in_brackets, ("DX人材",)),
    ),
    "absent": (
        Row("absent", "none=dash|missing|dots", cells.absent, ("集計中",)),
        Row("absent_new", "new=g_name", cells.absent_new, ("【新設】",), "actual"),
    ),
    "done": (
        Row("done", "(text=word|noun|nouns|text|school|group|kana|everything|of|by)* end=deed|deeds|everything (done|aim)*", cells.done, ("設置済",)),
        Row("undone", "end=undone", cells.done, ("未実施",), "actual"),
        Row("way", "way=up|down|better|worse", cells.done, ("増加",)),
    ),
    "beside": (
        Row("beside", "whose=average|place|whose colon? n=$n unit=pct|times|year|month|age|unit|open|minute|hour?", brackets.bracket_benchmark, ("県54.1%",)),
    ),
    "second": (
        Row("second", "label=<called> colon|subject? <level>", brackets.bracket_value, ("空路105万人",)),
    ),
    "bound_called": (Row("bound_called", "(label=$noun)? label=$n label=$u label=$bound", brackets.in_brackets, ("2週間以上",)),),
    "called": (
        Row("called", "label=word|noun|nouns|school|group|text|keep|deed|deeds (label=g_name)?", brackets.in_brackets, ("加入率",)),
        Row("over", "label=num label=span at?", brackets.in_brackets, ("5年間で",)),
        Row("since", "label=period label=link|from label=of? label=statistic", brackets.in_brackets, ("令和元年度からの累計",)),
    ),
    "titled": (
        Row("noun", "label=noun|nouns|school|group|everything|measure|deed|deeds (label=g_name)?", brackets.in_brackets, ("利用率",)),
        Row("apart", "label=word (label=group)? (label=g_name)?", brackets.in_brackets, ("市長部局",)),
        Row("grade", "label=school ~label=num|one ~label=$noun", brackets.in_brackets, ("小6国語",)),
        Row("quantile", "label=measure (label=g_name)? label=num ~label=pct ~label=noun", brackets.in_brackets, ("BOD 75%値",)),
        Row("apart_road", "label=whose* ~label=num ~label=open", brackets.in_brackets, ("国道２号",)),
        Row("listed", "(label=$noun label=dot)+ label=noun|nouns", brackets.in_brackets, ("栄養士・管理栄養士の割合",)),
        Row("generation", "label=num (label=wave label=num)? label=agegroup label=$noun?", brackets.in_brackets, ("20代男性",)),
        Row("ages", "label=num label=age label=$bound label=$noun?", brackets.in_brackets, ("40歳未満",)),
        Row("age_range", "label=num label=wave label=num label=age label=$noun?", brackets.in_brackets, ("20～64歳",)),
        Row("clause", "clause=<clause>", brackets.in_brackets, ("15分カバー率",)),
        Row("sum", "label=word label=plus label=word (label=of label=statistic)? subject?", brackets.in_brackets, ("A+Bの合計",)),
    ),
}

TABLES: Final = {
    "bracket": BRACKETS,
    "note": NOTES,
    "dated_aside": tuple(row for row in BRACKETS if row.name == "g_period")[:1],
    "aside": tuple(row for row in BRACKETS if row.name in ASIDES),
    "number": NUMBERS,
    "basis": BASES,
    "level": LEVELS,
    "reference": REFERENCES,
    "benchmark": BENCHMARKS,
    "past": PAST,
    "alone": ALONE,
    "stay": ALONE[2:],
    "now": (PAST[1],),
    "fixed": (BENCHMARKS[0], BENCHMARKS[2]),
    "gap": (Row("gap", "<benchmark> gap", statements.named, ("全国平均との差",)),),
    "ruled": (BENCHMARKS[2],),
    "per_basis": tuple(row for row in BASES if row.name in ("counted_by", "for_each", "each_one")),
    "noun": NOUNS,
    "record": RECORDS,
    "since": SINCE,
    "whose": WHOSE,
    "body": (Row("body", "whose|place", statements.named, ("全国",)),),
    "said": SAID,
    "stated": SAID[:1],
    "against": tuple(row for row in SAID if row.name in ("relative", "improved", "changed_from")),
    "compared": tuple(row for row in SAID if row.name in ("relative", "improved")),
    "change": tuple(row for row in SAID if row.name in ("changed", "halved")),
    "label": LABELS,
    "closed": CLOSED,
    "bound": CONDITIONS,
    "often": OFTEN,
    "clause": CLAUSES,
    "span": SPANS,
    "cell": CELLS,
    **PARTS,
}
GRAMMAR: Final = Grammar(TABLES, WORDS)
