"""Every text that kpikit says, in Japanese and English, by stable code.

Texts are templates of :meth:`str.format`. Nothing else in the package holds a
sentence, and nothing here imports anything of the package.
"""

from __future__ import annotations

from typing import Final, Literal

__all__ = ["CATALOGUE", "Language", "say"]

#: The languages that everything can be said in.
Language = Literal["ja", "en"]

#: Code → (Japanese, English).
CATALOGUE: Final[dict[str, tuple[str, str]]] = {
    # -- notes on a cell that was read ------------------------------------------
    "era-overrun": (
        "その時点で元号は改まっている({detail})",
        "the era had ended by then: it is {detail}",
    ),
    "remark": (
        "括弧・※の注記は判定に用いない",
        "a remark that plays no part in the verdict",
    ),
    "words-beside-value": (
        "数のほかに言葉がある",
        "there are words beside the number",
    ),
    # -- periods: notes -----------------------------------------------------------
    "era-not-begun": (
        "その時点で元号はまだ始まっていない({detail})",
        "the era had not begun by then: it is {detail}",
    ),
    "fiscal-year-assumed": (
        "年とも年度とも書かれているため、年度とみなした",
        "written as a year or a fiscal year: taken for a fiscal year",
    ),
    "calendar-year-assumed": (
        "年とも年度とも書かれているため、暦年とみなした",
        "written as a year or a fiscal year: taken for a calendar year",
    ),
    "month-of-fiscal-year": (
        "年度の中の月と読んだ({detail})",
        "taken for the month of the fiscal year: {detail}",
    ),
    "open-start": (
        "始まりが書かれていないため、終わりの期間だけを読んだ",
        "the start is not given: only the last period was read",
    ),
    "words-beside-period": (
        "期間のほかに「{detail}」とある",
        "beside the period it says 「{detail}」",
    ),
    # -- periods: issues ----------------------------------------------------------
    "empty-cell": (
        "空欄である",
        "the cell is empty",
    ),
    "not-a-period": (
        "「{shown}」は年・年度・年月日として読み取れない",
        "「{shown}」 is no year, month or date",
    ),
    "relative-period": (
        "「{shown}」だけではいつのことか決まらない",
        "「{shown}」 does not say which year it is relative to",
    ),
    "two-periods": (
        "別の期間「{shown}」も書かれている",
        "a second period is given: 「{shown}」",
    ),
    "years-disagree": (
        "「{shown}」の年が一致しない",
        "the years in 「{shown}」 disagree",
    ),
    "several-periods": (
        "期間が二つ以上あり、どれの値か決まらない",
        "several periods: which one the value is for is not clear",
    ),
    "era-unknown": (
        "「{shown}」に元号がない",
        "「{shown}」 names no era",
    ),
    "no-such-era-year": (
        "{detail}という年はない",
        "there is no year {detail}",
    ),
    "no-such-year": (
        "「{shown}」は扱える年の範囲にない",
        "「{shown}」 is outside the years that can be handled",
    ),
    "no-such-month": (
        "{detail}月という月はない",
        "there is no month {detail}",
    ),
    "no-such-day": (
        "{detail}に{shown}日はない",
        "{detail} has no day {shown}",
    ),
    "no-such-quarter": (
        "第{detail}四半期という期はない",
        "there is no quarter {detail}",
    ),
    "month-without-year": (
        "「{shown}」に年がない",
        "「{shown}」 names no year",
    ),
    "part-of-calendar-year": (
        "「{shown}」は暦年の一部か年度の一部か決まらない",
        "「{shown}」 may be part of a calendar or of a fiscal year",
    ),
    "lunisolar-day": (
        "「{shown}」は旧暦の日付なので換算しない",
        "「{shown}」 is of the lunisolar calendar, which is not converted",
    ),
    "span-backwards": (
        "「{shown}」は終わりが始まりより前にある",
        "「{shown}」 ends before it begins",
    ),
    # -- periods: end -------------------------------------------------------------
    # -- issues of cells ---------------------------------------------------------
    "not-understood": (
        "「{shown}」が読み取れない",
        "cannot understand 「{shown}」",
    ),
    "number-malformed": (
        "「{shown}」の数字が数にならない",
        "the digits 「{shown}」 make no number",
    ),
    "bracket-not-closed": (
        "「{shown}」に対応する「{detail}」がない",
        "「{shown}」 is never closed by 「{detail}」",
    ),
    "no-quantity": (
        "「{shown}」は一つの数量ではない",
        "「{shown}」 is not one quantity",
    ),
    "several-numbers": (
        "文の中に数が二つ以上あり、「{shown}」との関係が決まらない",
        "a sentence with several numbers: what 「{shown}」 stands for is not clear",
    ),
    "number-without-unit": (
        "「{shown}」に単位がなく、文の中で何の数か決まらない",
        "「{shown}」 has no unit, and the sentence does not say what it counts",
    ),
    "second-statement": (
        "値のあとに「{shown}」について別の条件がある",
        "a second condition follows the value: 「{shown}」",
    ),
    "negated": (
        "「{shown}」は否定か中止の意味にとれ、値をそのまま使えない",
        "「{shown}」 may turn the meaning round",
    ),
    "part-without-number": (
        "ほかの内訳には数があるのに、ここにはない",
        "the other parts have a number and this one has none",
    ),
    "range-backwards": (
        "「{shown}」の範囲は上限が下限より大きくない",
        "the range 「{shown}」 does not ascend",
    ),
    "sign-against-change": (
        "「{shown}」の符号と増減の語が逆である",
        "the sign of 「{shown}」 contradicts the word for the change",
    ),
    "bound-against-change": (
        "増減の目標に「{shown}」が付き、下限か上限か決まらない",
        "「{shown}」 on a change may be a floor or a ceiling",
    ),
    "reference-not-understood": (
        "「{shown}」を何とどう比べるのか読み取れない",
        "cannot tell how 「{shown}」 is to be compared",
    ),
    # -- values in words -----------------------------------------------------------
    "words-approximate": ("約{text}", "about {text}"),
    "words-increase": ("{text}の増", "an increase of {text}"),
    "words-decrease": ("{text}の減", "a decrease of {text}"),
    "words-statistic": ("{statistic}{text}", "{text} ({statistic})"),
    "words-per": ("{per}当たり{text}", "{text} per {per}"),
    "words-at-least": ("{text}以上", "{text} or more"),
    "words-above": ("{text}超", "above {text}"),
    "words-at-most": ("{text}以下", "{text} or less"),
    "words-below": ("{text}未満", "below {text}"),
    "words-no-rule": ("(目標値なし)", "(no target)"),
    "words-no-actual": ("(実績値なし)", "(no actual)"),
    "words-beside": ("{text}({name}{value})", "{text} ({name} {value})"),
    # -- rules ---------------------------------------------------------------------
    "rule-at-least": ("{text}以上", "at least {text}"),
    "rule-above": ("{text}超", "above {text}"),
    "rule-at-most": ("{text}以下", "at most {text}"),
    "rule-below": ("{text}未満", "below {text}"),
    "rule-exactly": ("ちょうど{text}", "exactly {text}"),
    "rule-reach": ("{text}", "reach {text}"),
    "rule-increase": ("{text}以上の増加", "an increase of at least {text}"),
    "rule-increase-above": ("{text}を超える増加", "an increase of more than {text}"),
    "rule-decrease": ("{text}以上の削減", "a reduction of at least {text}"),
    "rule-decrease-above": ("{text}を超える削減", "a reduction of more than {text}"),
    "rule-of-base": ("{base}から{text}", "{text} from {base}"),
    "rule-lag": ("{reference}({lag}年度前)", "{reference} of {lag} year(s) before"),
    "rule-margin-above": ("{reference}に{margin}を加えた値", "{reference} plus {margin}"),
    "rule-margin-below": ("{reference}から{margin}を引いた値", "{reference} less {margin}"),
    "rule-relative-at_least": ("{reference}以上", "at least {reference}"),
    "rule-relative-above": ("{reference}を上回る", "above {reference}"),
    "rule-relative-at_most": ("{reference}以下", "at most {reference}"),
    "rule-relative-below": ("{reference}を下回る", "below {reference}"),
    "rule-relative-equal": ("{reference}と同じ", "equal to {reference}"),
    "rule-maintain": ("{text}を維持", "keep {text}"),
    "rule-improve-higher": ("{reference}より増加", "more than {reference}"),
    "rule-improve-lower": ("{reference}より減少", "less than {reference}"),
    "rule-improve-better": ("{reference}より改善", "better than {reference}"),
    "rule-qualitative": ("「{text}」(数値でない目標)", "「{text}」, without an amount"),
    "rule-defined-elsewhere": ("{text}で定める指標", "as set in {text}"),
    "rule-exploratory": ("未設定(探索型)", "none, exploratory"),
    "rule-unset": ("未設定", "none set"),
    # -- explanations ----------------------------------------------------------------
    "explain-achieved": (
        "実績値{actual}は、目標「{rule}」を満たす。",
        "The actual {actual} meets the target: {rule}.",
    ),
    "explain-not-achieved": (
        "実績値{actual}は、目標「{rule}」を満たさない。",
        "The actual {actual} does not meet the target: {rule}.",
    ),
    "explain-reference": ("(比較対象:{value})", " (Compared with {value}.)"),
    "explain-flag": ("【{text}】", " [{text}]"),
    # -- reasons ---------------------------------------------------------------------
    "reason-no-actual": (
        "実績値がないため、目標「{rule}」は判定できない。",
        "There is no actual, so the target cannot be judged: {rule}.",
    ),
    "reason-actual-unreadable": (
        "実績値が読み取れないため、目標「{rule}」は判定できない。",
        "The actual cannot be read, so the target cannot be judged: {rule}.",
    ),
    "reason-target-unreadable": (
        "目標値が読み取れないため、実績値{actual}は判定できない。",
        "The target cannot be read, so the actual {actual} cannot be judged.",
    ),
    "reason-units-differ": (
        "実績値{actual}と目標「{rule}」は単位が異なり、比べられない。",
        "The actual {actual} and the target differ in unit: {rule}.",
    ),
    "reason-basis-differs": (
        "実績値{actual}と目標「{rule}」は何当たりの値かが異なり、比べられない。",
        "The actual {actual} and the target are per different things: {rule}.",
    ),
    "reason-sense-differs": (
        "実績値{actual}と目標「{rule}」は、一方が増減、一方が水準で、比べられない。",
        "Of the actual {actual} and the target one is a change, the other a level: {rule}.",
    ),
    "reason-statistic-differs": (
        "実績値{actual}と目標「{rule}」は集計の仕方(累計・延べなど)が異なり、比べられない。",
        "The actual {actual} and the target are totalled differently: {rule}.",
    ),
    "reason-baseline-missing": (
        "もとの値がないため、実績値{actual}が目標「{rule}」を満たすか判定できない。",
        "Without the value before, the actual {actual} cannot be tested: {rule}.",
    ),
    "reason-baseline-unusable": (
        "もとの値が一つの正の数でないため、実績値{actual}が目標「{rule}」を満たすか判定できない。",
        "The value before is no single positive number; {actual} cannot be tested: {rule}.",
    ),
    "reason-benchmark-missing": (
        "比較する値がないため、実績値{actual}が目標「{rule}」を満たすか判定できない。",
        "Without the value to compare with, the actual {actual} cannot be tested: {rule}.",
    ),
    "reason-benchmark-period-differs": (
        "比較する値の時期が目標「{rule}」の求める時期と異なり、実績値{actual}は判定できない。",
        "The value to compare {actual} with is for another period than asked: {rule}.",
    ),
    "reason-previous-value-missing": (
        "前年度の値がないため、実績値{actual}が目標「{rule}」を満たすか判定できない。",
        "Without the value of the year before, {actual} cannot be tested: {rule}.",
    ),
    "reason-direction-unknown": (
        "増やす目標か減らす目標か分からないため、実績値{actual}は目標「{rule}」に対し判定できない。",
        "Whether more or less is better is not known, so {actual} cannot be judged: {rule}.",
    ),
    "reason-interval-straddles": (
        "実績値{actual}は幅があり、目標「{rule}」を満たすとも満たさないとも言えない。",
        "The actual {actual} may or may not meet the target: {rule}.",
    ),
    "reason-not-quantified": (
        "実績値{actual}からは、目標「{rule}」を満たしたとは言えない。",
        "From the actual {actual} it does not follow that the target is met: {rule}.",
    ),
    "reason-rate-or-points": (
        "目標「{rule}」は割合の増減で、率かポイントか分からず、実績値{actual}は判定できない。",
        "A change of a share, in per cent or in points? {actual} cannot be judged: {rule}.",
    ),
    "reason-defined-elsewhere": (
        "目標「{rule}」は別の文書で定められ、実績値{actual}はこの表では判定できない。",
        "The target is set in another document, so {actual} cannot be judged here: {rule}.",
    ),
    "reason-parts-differ": (
        "実績値{actual}と目標「{rule}」の内訳が対応しない。",
        "The parts of the actual {actual} and of the target do not match: {rule}.",
    ),
    "reason-not-yet-due": (
        "目標「{rule}」の期限前である(実績値{actual})。",
        "The target is not yet due: {rule} (actual {actual}).",
    ),
    "reason-exploratory": (
        "探索型事業のため、目標値を設けていない。",
        "An exploratory project, which sets no target.",
    ),
    "reason-unset": ("目標値が設定されていない。", "No target is set."),
    "reason-indicator-not-set": (
        "目標「{rule}」の文書が具体的な指標を定めなかったため、対象外とする。",
        "The document that the target points to set no indicator: {rule}.",
    ),
    # -- flags -----------------------------------------------------------------------
    "flag-direction-assumed": (
        "以上・以下の語も当初値もないため、大きいほど良いとみなした",
        "no bound word and no baseline: larger was taken as better",
    ),
    "flag-direction-from-baseline": (
        "当初値より大きい目標のため、大きいほど良いとみなした",
        "the target lies above the baseline: larger was taken as better",
    ),
    "flag-direction-from-zero": (
        "目標がゼロのため、ゼロ以下とみなした",
        "a target of zero was taken as a ceiling",
    ),
    "flag-direction-from-name": (
        "指標名から、小さいほど良いとみなした",
        "the indicator's name says that less is better",
    ),
    "flag-actual-approximate": (
        "実績値は概数で、四捨五入してその値になる範囲で判定した",
        "the actual is approximate and was judged as all that rounds to it",
    ),
    "flag-target-approximate": (
        "目標値は概数で、書かれた数そのもので判定した",
        "the target is approximate and was taken at its number",
    ),
    "flag-unit-assumed": (
        "単位が片方にしかなく、同じとみなした",
        "a unit stands on one side only and was taken as shared",
    ),
    "flag-basis-assumed": (
        "「当たり」などの基準が片方にしかなく、同じとみなした",
        "a basis stands on one side only and was taken as shared",
    ),
    "flag-statistic-assumed": (
        "平均・合計などの語が片方にしかなく、同じとみなした",
        "平均, 合計 or the like stands on one side only and was taken as shared",
    ),
    "flag-stated-by-name": (
        "片方にない語は、指標名から補った",
        "what one side leaves out was taken from the indicator's name",
    ),
    "flag-part-of-total": (
        "累計の目標に対し単年の実績のため、累計はその値以上とみなした",
        "a single year against a running total: the total is at least that much",
    ),
    "flag-outcome-in-words": (
        "数値でなく言葉による判定",
        "judged by words, not quantified",
    ),
    "flag-benchmark-period-unknown": (
        "比較する値の時期が書かれていない",
        "the period of the value compared with is not given",
    ),
    "flag-early": ("期限前に達成", "met before its date"),
    "flag-forecast": ("見込みの値のため、集計には入れない", "a forecast, kept out of the counts"),
    "flag-provisional": ("速報・暫定の値", "a provisional value"),
    # -- tables: issues ------------------------------------------------------------------
    "column-missing": (
        "見出しに「{detail}」に当たる列がない",
        "no column is headed 「{detail}」 or the like",
    ),
    "column-twice": (
        "「{shown}」は二つ目の列なので、文字としてだけ残した",
        "「{shown}」 is a second column of its kind and was kept as text only",
    ),
    "too-few-cells": (
        "セルの数が見出しより少ない({detail})。足りないセルは空欄とみなした",
        "fewer cells than headings ({detail}): those missing were taken as empty",
    ),
    "too-many-cells": (
        "セルの数が見出しより多い({detail})。余るセルは文字としてだけ残した",
        "more cells than headings ({detail}): those beyond were kept as text only",
    ),
    "stray-line": (
        "表の行でも見出しでもない行がある。セルはタブで区切る",
        "neither a row of the table nor a heading; cells are split by tabs",
    ),
    "indicator-unnamed": (
        "指標名の欄が空である",
        "the row names no indicator",
    ),
    # -- tables: errors ------------------------------------------------------------------
    "file-encoding": (
        '「{name}」という文字コードはない。例えば encoding="utf-8" か encoding="cp932" と指定する',
        'no encoding is called {name!r}: give, for example, encoding="utf-8" or "cp932"',
    ),
    "file-bytes": (
        "{place}: バイト{byte}(位置{offset})は{name}の文字でない。encoding={other!r}を試す",
        "{place}: the byte {byte} at offset {offset} is not {name} text: try encoding={other!r}",
    ),
    "table-no-header": (
        "{file}: 指標の表がない。見出しに「指標名」「目標値」「実績値」が要り、列はタブで区切る",
        "{file}: no table: it needs a header of 「指標名」, 「目標値」, 「実績値」, split by tabs",
    ),
    "package-json": (
        "{file}: JSONとして読み取れない({detail})",
        "{file}: not JSON ({detail})",
    ),
    "package-resources": (
        "{file}: データパッケージでない。表のファイルを並べた「resources」が要る",
        "{file}: no data package: it needs a list of 「resources」, the files of its tables",
    ),
    "package-path": (
        "{file}: resourceのpath「{path}」は、このファイルと同じフォルダの .tsv でない",
        "{file}: the path {path!r} of a resource is no .tsv file below the folder of the package",
    ),
    # -- report: columns and headings ----------------------------------------------------
    "report-number": ("No.", "No."),
    "report-section": ("施策・事業", "Section"),
    "report-indicator": ("指標", "Indicator"),
    "report-actual": ("実績値", "Actual"),
    "report-target": ("目標値", "Target"),
    "report-verdict": ("判定", "Verdict"),
    "report-explanation": ("判定の理由", "Explanation"),
    "report-labelled": ("{label}:{text}", "{label}: {text}"),
    "report-as-of": ("判定の基準日:{date}", "Judged as of {date}"),
    "report-headlines": ("公表された達成率の再計算", "The published share, recomputed"),
    "report-checks": ("検算", "Arithmetic"),
    "report-totals": ("集計", "Totals"),
    "report-remarks": ("表に添えられた注記", "Notes beside the tables"),
    "report-issues": ("読み取れなかった箇所({count}件)", "What could not be read ({count})"),
    "report-no-issues": (
        "読み取れなかったセルや行はない。",
        "Every cell and every line could be read.",
    ),
    # -- report: the headline --------------------------------------------------------------
    "share-published": ("公表値", "Published"),
    "share-published-at": ("{share}({place}「{name}」)", "{share} ({place} 「{name}」)"),
    "share-recomputed": ("再計算({category})", "Recomputed ({category})"),
    "share-fits": (
        "{share} = {percent}%(達成{achieved}、未達成{missed})。公表値と一致する",
        "{share} = {percent}% (achieved {achieved}, not achieved {missed}), as published",
    ),
    "share-differs": (
        "{share} = {percent}%(達成{achieved}、未達成{missed})。公表値と一致しない",
        "{share} = {percent}% (achieved {achieved}, not achieved {missed}), not as published",
    ),
    "share-none": ("判定できた指標がない", "no indicator can be decided"),
    "share-bounds": ("とりうる幅", "Bounds"),
    "share-bounds-are": (
        "{low}~{high}({low_percent}%~{high_percent}%)。判定不能をすべて未達成・達成とした場合",
        "{low} to {high} ({low_percent}% to {high_percent}%), all undecided missed, or met",
    ),
    "share-missed": ("未達成({count})", "Not achieved ({count})"),
    "share-noted": ("注記との照合", "Beside its note"),
    "share-noted-same": (
        "注記が挙げる未達成事業{count}件と、件数も名称も一致する",
        "the {count} that the note calls not achieved are the same, by number and by name",
    ),
    "share-noted-count": (
        "注記が挙げる未達成事業の件数{count}と一致する",
        "the note counts {count} not achieved as well",
    ),
    "share-noted-other": (
        "注記が挙げる未達成事業{count}件と一致しない",
        "not the {count} that the note calls not achieved",
    ),
    "share-left-out": ("達成率に数えないもの({count})", "Left out of the share ({count})"),
    "share-caution": ("注意", "Mind"),
    "share-reading": (
        "公表資料は分母を示していない。これは数値が合う一つの読み方であって、資料に書かれた事実ではない",
        "the tables state no denominator: this is a reading that fits, not a documented fact",
    ),
    "share-no-reading": (
        "公表資料は分母を示していない。この数え方では公表値にならない",
        "the tables state no denominator: this way of counting does not yield the published share",
    ),
    # -- report: checks and totals ---------------------------------------------------------
    "check-reduction": ("{base} - {rate} = {result}", "{base} - {rate} = {result}"),
    "check-sum": ("{parts} = {result}", "{parts} = {result}"),
    "check-share": ("{title}:{share} = {percent}%", "{title}: {share} = {percent}%"),
    "check-holds": ("公表値{published}と一致", "as published: {published}"),
    "check-fails": ("公表値{published}と一致しない", "not as published: {published}"),
    "check-open": (
        "計算できない(公表値{published})",
        "cannot be computed (published: {published})",
    ),
    "total-all": ("全体", "All"),
    "total-table": ("表{number}", "Table {number}"),
    "total-by-section": ("表・基本目標・施策", "By section"),
    "total-by-category": ("区分", "By category"),
    "total-by-department": ("所管課", "By department"),
    "total-rate": ("達成率", "Share achieved"),
    "total-bounds": ("とりうる幅", "Bounds"),
    "total-forecast": ("見込み", "forecast"),
    "total-repeated": ("再掲", "repeated"),
    "total-range": ("{low}~{high}", "{low} to {high}"),
    "total-note": (
        "達成率 = 達成/(達成+未達成)。とりうる幅は、判定不能をすべて未達成・達成とした場合。",
        "Share = achieved / (achieved + not achieved). Bounds: all undecided missed, or met.",
    ),
    "total-department-note": (
        "複数の課が所管する事業は、それぞれの課で数える。",
        "A project of several departments counts in each of them.",
    ),
    # -- report: end -------------------------------------------------------------------------
    # -- findings ------------------------------------------------------------------------
    "finding-period-mismatch": (
        "「{column}」の欄に「{period}」の実績が書かれている",
        "the column is for {column}, the actual for {period}",
    ),
    "finding-name-mismatch": (
        "表により名称が異なる(「{one}」「{other}」)",
        "it is called 「{one}」 in one table and 「{other}」 in another",
    ),
    "finding-unit-name-mismatch": (
        "指標「{name}」の値が「{unit}」で示されている",
        "the indicator 「{name}」 is given in 「{unit}」",
    ),
    "finding-not-comparable": (
        "実績値{actual}は、目標「{rule}」と比べられない",
        "the actual {actual} cannot be compared with the target: {rule}",
    ),
    "finding-indicator-not-set": (
        "目標「{rule}」の文書が、指標を定めていない",
        "the document that the target points to set no indicator: {rule}",
    ),
    "finding-benchmark-lag-confirmed": (
        "比較する値の時期は、目標「{rule}」の求めるとおりである",
        "the value compared with is of the year that the target asks for: {rule}",
    ),
    "finding-benchmark-lag-differs": (
        "比較する値の時期が、目標「{rule}」の求める時期と異なる",
        "the value compared with is not of the year that the target asks for: {rule}",
    ),
    "finding-direction-assumed": (
        "以上・以下の語も当初値もなく、「{rule}」とみなした",
        "no bound word and no baseline: taken for {rule}",
    ),
    "finding-direction-inferred": ("{how}", "{how}"),
    "finding-not-quantified": (
        "目標「{rule}」に対し実績は{actual}で、数値で示されていない",
        "target and actual are not both numbers: {rule}; {actual}",
    ),
    "finding-sum-confirmed": (
        "内訳の合計は公表値と一致する({parts} = {total})",
        "the parts add up: {parts} = {total}",
    ),
    "finding-sum-differs": (
        "内訳の合計が公表値{published}と一致しない({parts} = {total})",
        "the parts do not add up to {published}: {parts} = {total}",
    ),
    "finding-derivation-confirmed": (
        "{base}の{rate}減は{left}で、公表値{published}と一致する",
        "{base} less {rate} is {left}, as published ({published})",
    ),
    "finding-derivation-differs": (
        "{base}の{rate}減は{left}で、公表値{published}と一致しない",
        "{base} less {rate} is {left}, not {published} as published",
    ),
    "finding-headline-confirmed": (
        "公表値{published}は、区分{category}の判定結果{share}({percent}%)と一致する",
        "the published {published} follows from category {category}: {share}, {percent} %",
    ),
    "finding-headline-differs": (
        "公表値{published}又は未達成の数が、区分{category}の判定結果{share}({percent}%)と合わない",
        "{published}, or what was missed, does not follow from {category}: {share}, {percent} %",
    ),
    # -- findings: end -------------------------------------------------------------------
    # -- rates -----------------------------------------------------------------------------
    "rate-achievement": ("達成率(実績値÷目標値)", "achievement rate (actual / target)"),
    "rate-mirrored": ("達成率(2-実績値÷目標値)", "achievement rate (2 - actual / target)"),
    "rate-inverse": ("達成率(目標値÷実績値)", "achievement rate (target / actual)"),
    "rate-progress": (
        "進捗率((実績値-基準値)÷(目標値-基準値))",
        "progress rate ((actual - baseline) / (target - baseline))",
    ),
    "rate-remaining": (
        "残り((目標値-実績値)÷(目標値-基準値))",
        "remaining share ((target - actual) / (target - baseline))",
    ),
    "rate-expected": ("経過割合", "elapsed share"),
    "rate-undefined": ("{name}:{why}", "{name}: not defined, since {why}"),
    "undefined-zero-target": ("目標値が0のため求められない", "the target is 0"),
    "undefined-zero-actual": ("実績値が0のため求められない", "the actual is 0"),
    "undefined-actual-may-be-zero": (
        "実績値が0でありうるため求められない",
        "the actual may be 0",
    ),
    "undefined-baseline-equals-target": (
        "基準値と目標値が同じため求められない",
        "the baseline equals the target",
    ),
    "undefined-no-time-between": (
        "基準値の時期が目標値の時期より前でないため求められない",
        "the baseline is not earlier than the target",
    ),
    "undefined-units-differ": ("単位が異なるため求められない", "the units differ"),
    "undefined-basis-differs": (
        "何当たりの値かが異なるため求められない",
        "the values are per different things",
    ),
    "undefined-sense-differs": (
        "一方が増減、一方が水準のため求められない",
        "one is a change, the other a level",
    ),
    "undefined-statistic-differs": (
        "集計の仕方(累計・延べなど)が異なるため求められない",
        "the values are totalled differently",
    ),
    "undefined-baseline-missing": ("基準値がないため求められない", "there is no baseline"),
    "undefined-baseline-unusable": (
        "基準値が比べられる一つの数でないため求められない",
        "the baseline is no single number that can be compared",
    ),
    # -- rates: end --------------------------------------------------------------------------
    # -- trends --------------------------------------------------------------------------
    "pace-on_track": (
        "実績値{actual}は、{period}に直線の経路が求める「{rule}」を満たし、順調である。",
        "The actual {actual} keeps up with the straight line, which asks by {period} for {rule}.",
    ),
    "pace-behind": (
        "実績値{actual}は、{period}に直線の経路が求める「{rule}」を満たさず、遅れている。",
        "The actual {actual} lags behind the straight line, which asks by {period} for {rule}.",
    ),
    "pace-indeterminate": (
        "{period}の進み具合は判定できない。{text}",
        "The pace by {period} cannot be told. {text}",
    ),
    "pace-no-line": (
        "直線の経路を引けず、進み具合は判定できない({text})。",
        "There is no straight line to keep up with: {text}.",
    ),
    "trend-undefined": ("{method}:{text}", "{method}: {text}"),
    "trend-path": ("直線の経路", "straight line"),
    "trend-first-to-last": ("最初と最後を結ぶ直線", "line through first and last"),
    "trend-least-squares": ("最小二乗法", "least squares"),
    "trend-compound-growth": ("年平均成長率", "compound growth"),
    "trend-growth-rate": ("増加率による評価", "growth rate"),
    "trend-open-sdg-growth-rate": (
        "Open SDG・カナダ統計局の増加率による評価",
        "growth rate of Open SDG and Statistics Canada",
    ),
    "trend-eurostat-growth-rate": (
        "ユーロスタットの増加率による評価",
        "growth rate of Eurostat",
    ),
    "gap-baseline-missing": ("当初値の数がない", "the baseline is no number"),
    "gap-baseline-undated": ("当初値の時期が分からない", "the period of the baseline is not given"),
    "gap-no-single-target": ("目標が一つの数でない", "the target names no single number"),
    "gap-target-undated": ("目標の時期が分からない", "the period of the target is not given"),
    "gap-actual-undated": (
        "実績値か、その時期が分からない",
        "there is no actual, or its period is not given",
    ),
    "gap-not-later": (
        "後であるべき時期が後でない",
        "a period that should come later does not",
    ),
    "gap-before-baseline": ("当初値より前の時期である", "the time lies before the baseline"),
    "gap-imprecise-value": (
        "幅のある値又は概数がある",
        "a value is approximate or has a range",
    ),
    "gap-not-comparable": (
        "単位などが異なり、比べられない",
        "values differ in unit, sense or basis",
    ),
    "gap-too-few-points": ("値が足りない", "the series has too few values"),
    "gap-several-values": ("同じ時期に値が二つ以上ある", "there are several values for one time"),
    "gap-not-a-year": (
        "年又は年度に収まらない時期がある",
        "a period lies in no single year",
    ),
    "gap-not-positive": ("ゼロ又は負の値がある", "a value is zero or negative"),
    "gap-opposite-signs": ("値の正負が異なる", "two values lie on different sides of zero"),
    "gap-baseline-equals-target": (
        "目標が当初値と等しく、必要な増加率がない",
        "the target equals the baseline, so no growth is required",
    ),
    # -- trends: end ---------------------------------------------------------------------
    # -- editions ------------------------------------------------------------------------
    "edition-added": (
        "指標「{new}」({where})が加わった。",
        "The indicator 「{new}」 ({where}) was added.",
    ),
    "edition-dropped": (
        "指標「{old}」({where})がなくなった。",
        "The indicator 「{old}」 ({where}) was dropped.",
    ),
    "edition-unmatched": (
        "「{name}」({where})は同じ名称の指標が複数あり、どれに当たるか決まらない。",
        "Several indicators are called 「{name}」 ({where}), and which is which is not clear.",
    ),
    "edition-renamed": (
        "指標「{old}」は「{new}」に改称されたとみなした({where})。",
        "The indicator 「{old}」 is taken as renamed: 「{new}」 ({where}).",
    ),
    "edition-moved": (
        "指標「{name}」は「{old}」から「{new}」に移った。",
        "The indicator 「{name}」 has moved from 「{old}」 to 「{new}」.",
    ),
    "edition-target-loosened": (
        "指標「{name}」({where})の目標が緩められた:{old} → {new}。",
        "The target of 「{name}」 ({where}) was loosened: {old} → {new}.",
    ),
    "edition-target-tightened": (
        "指標「{name}」({where})の目標が引き上げられた:{old} → {new}。",
        "The target of 「{name}」 ({where}) was tightened: {old} → {new}.",
    ),
    "edition-target-changed": (
        "指標「{name}」({where})の目標が変わった:{old} → {new}。",
        "The target of 「{name}」 ({where}) was changed: {old} → {new}.",
    ),
    "edition-target-redated": (
        "指標「{name}」({where})の目標の時期が変わった:{old} → {new}。",
        "The date of the target of 「{name}」 ({where}) was changed: {old} → {new}.",
    ),
    "edition-baseline-changed": (
        "指標「{name}」({where})の当初値が変わった:{old} → {new}。",
        "The baseline of 「{name}」 ({where}) was changed: {old} → {new}.",
    ),
    "edition-verdict-changed": (
        "指標「{name}」({where})の判定が変わった:{old} → {new}。",
        "The verdict on 「{name}」 ({where}) has changed: {old} → {new}.",
    ),
    "edition-dated": ("{text}({period})", "{text} ({period})"),
    "edition-undated": ("{text}(時期の記載なし)", "{text} (undated)"),
    "edition-none": ("(なし)", "(none)"),
    # -- editions: end -------------------------------------------------------------------
    # -- schemes ---------------------------------------------------------------------------
    "grade-by": ("{title}の基準では、", "By {title}: "),
    "grade-label": ("「{label}」{how}。", "{label}{how}."),
    "grade-none": ("評価しない。{why}。", "not graded. {why}."),
    "grade-rate": (":{name} {rate}", ", {name} {rate}"),
    "grade-elapsed": ("、経過割合{share}%で割って評価", ", divided by the elapsed share of {share}%"),
    "undefined-not-judged": (
        "対象外か、実績値又は目標値がないため求められない",
        "it is not applicable, or target or actual is missing",
    ),
    "undefined-not-a-number": (
        "目標値が一つの数でないため求められない",
        "the target is no single number",
    ),
    "undefined-not-quantified": (
        "目標値又は実績値が数でないため求められない",
        "the target or the actual is no number",
    ),
    "undefined-kept": (
        "基準値を保つ目標の率が定められていない",
        "the scheme has no rate for a value to keep",
    ),
    "undefined-no-formula": (
        "この向きの指標の率が定められていない",
        "the scheme has no rate for this direction",
    ),
    "undefined-not-beyond-baseline": (
        "目標値が基準値より良くないため求められない",
        "the target is no better than the baseline",
    ),
    "undefined-negative-value": (
        "負の値があり、率の大小が良し悪しと逆になるため求められない",
        "a value is negative, which turns the rate round",
    ),
    "undefined-direction-unknown": (
        "大きいほど良いか小さいほど良いか分からない",
        "whether more or less is better is not known",
    ),
    "undefined-interval-straddles": (
        "実績値に幅があり、区分が一つに決まらない",
        "the actual is a range over more than one class",
    ),
    "undefined-no-target-of-year": (
        "実績値の年度の目標値がない",
        "there is no target for the year of the actual",
    ),
    "undefined-no-interim-target": ("中間目標がない", "there is no interim target"),
    "undefined-year-not-in-plan": (
        "その年度の経過割合が定められていない",
        "the scheme has no elapsed share for that year",
    ),
    "undefined-periods-missing": (
        "基準値又は目標値の時期が分からず、経過割合が求められない",
        "without the periods of baseline and target there is no elapsed share",
    ),
    "undefined-no-time-elapsed": ("計画期間がまだ経過していない", "no time of the plan has passed"),
    # -- schemes: end ------------------------------------------------------------------------
    # -- verdicts ----------------------------------------------------------------------
    "verdict-achieved": ("達成", "achieved"),
    "verdict-not_achieved": ("未達成", "not achieved"),
    "verdict-indeterminate": ("判定不能", "indeterminate"),
    "verdict-not_due": ("期限前", "not due"),
    "verdict-not_applicable": ("対象外", "not applicable"),
}


def say(code: str, lang: Language, /, **values: object) -> str:
    """Return the text of *code* with *values* filled in.

    Raises:
        KeyError: There is no such code.

    >>> say("not-understood", "en", shown="x")
    'cannot understand 「x」'
    """
    return CATALOGUE[code][lang == "en"].format(**values)
