"""Every text that kpikit says, in Japanese and English, by stable code.

Texts are templates of :meth:`str.format`. Nothing else in the package holds a
sentence, and nothing here imports anything of the package.
"""

from __future__ import annotations

__all__ = ["CATALOGUE", "Language", "say"]

TYPE_CHECKING = False  # typing itself is slow to import, and `kpikit --help` needs these texts
if TYPE_CHECKING:
    from typing import Any, Final, Literal

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
    "period-without-era": (
        "「{detail}」は元号がなく、いつか決まらないため用いない",
        "「{detail}」 names no era, so the date was left out",
    ),
    "approximate-bound": (
        "上限・下限に付く「約」「程度」は判定に用いない",
        "「約」 or 「程度」 on a bound plays no part in the verdict",
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
        "数が二つ以上あり、「{shown}」との関係が決まらない",
        "several numbers: what 「{shown}」 stands for is not clear",
    ),
    "bound-before-number": (
        "「{shown}」は数の前の語で範囲を限るとも、値の種類ともとれる",
        "「{shown}」 may bound the number or say which number it is",
    ),
    "change-before-number": (
        "「{shown}」は増減の幅とも、その水準ともとれる",
        "「{shown}」 may be the size of a change or a level",
    ),
    "cell-too-long": (
        "{detail}字を超えるため、セルとして読まない",
        "more than {detail} characters, which is no cell",
    ),
    "decade-open": (
        "「{shown}」はその範囲に入ることか、それより良ければよいのか決まらない",
        "「{shown}」: within that range, or better than it as well?",
    ),
    "value-in-brackets": (
        "「{shown}」は括弧の中にだけ数があり、値か注記か決まらない",
        "「{shown}」 has its number in brackets only: a value, or a remark?",
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
    "words-no-actual": ("なし", "none"),
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
        "The actual, {actual}, meets the target: {rule}.",
    ),
    "explain-not-achieved": (
        "実績値{actual}は、目標「{rule}」を満たさない。",
        "The actual, {actual}, does not meet the target: {rule}.",
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
        "目標値が読み取れないため、判定できない(実績値{actual})。",
        "The target cannot be read, so nothing can be judged (actual: {actual}).",
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
        "The actual, {actual}, may or may not meet the target: {rule}.",
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
        "The target is not yet due: {rule} (actual: {actual}).",
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
        (
            "{file}: 指標の表がない。見出しに「指標名」「目標値」「実績値」に当たる語が要る"
            "(見つけた見出し: {found})。見出しが違うときは layout=Layout(…) で指定する"
        ),
        (
            "{file}: no table: it needs a header of 「指標名」, 「目標値」, 「実績値」 or the like "
            "(headings found: {found}); give layout=Layout(…) if they are called otherwise"
        ),
    ),
    "package-resources": (
        "{file}: データパッケージでない。表のファイルを並べた「resources」が要る",
        "{file}: no data package: it needs a list of 「resources」, the files of its tables",
    ),
    "package-path": (
        "{file}: resourceのpath「{path}」は、このファイルと同じフォルダの .csv か .tsv でない",
        (
            "{file}: the path {path!r} of a resource is no .csv or .tsv file below the folder of "
            "the package"
        ),
    ),
    # -- files: errors -------------------------------------------------------------------
    "path-missing": (
        "ファイルがない。パスと拡張子を確かめる",
        "no such file: check the path and how the name ends",
    ),
    "path-folder": ("フォルダである。ファイルを指定する", "a folder: name a file in it"),
    "path-taken": (
        "既にファイルがある。上書きするときは force=True(--force)を指定する",
        "the file exists already: give force=True (--force) to replace it",
    ),
    "path-no-folder": (
        "フォルダがない。先に作る",
        "there is no such folder: make it first",
    ),
    "path-refused": (
        "フォルダに書き込めない。権限を確かめるか、別の場所を指定する",
        "the folder cannot be written to: check its permissions, or name another place",
    ),
    "path-source": (
        "読み取る元のファイルである。別の名前を指定する",
        "it is the file that is read: choose another name",
    ),
    "path-failed": (
        "書き込めなかった({detail})。何も残していない",
        "it could not be written ({detail}); nothing was left behind",
    ),
    "file-kind": (
        "{file}: この拡張子のファイルは扱わない。{known} のいずれかにする",
        "{file}: files of this kind are not handled: use one of {known}",
    ),
    "file-empty": (
        "{file}: ファイルが空である。表を保存し直す",
        "{file}: the file is empty: save the table again",
    ),
    "file-other-kind": (
        "{file}: 中身は {suffix} のファイルである。拡張子を {suffix} に変える",
        "{file}: the content is that of a {suffix} file: rename it to end in {suffix}",
    ),
    "file-encrypted": (
        "{file}: パスワードで保護されている。パスワードを外して保存し直す",
        "{file}: protected by a password: save it again without one",
    ),
    "file-damaged": (
        "{file}: 途中で切れているか、壊れている({detail})。もう一度取得するか、開いて保存し直す",
        "{file}: truncated or damaged ({detail}): get it again, or open it and save it anew",
    ),
    "file-web-page": (
        "{file}: 中身はウェブページかXMLである。Excelで開き、.xlsx で保存し直す",
        "{file}: the content is a web page or XML: open it in Excel and save it as .xlsx",
    ),
    "file-archive": (
        "{file}: Excelのブックでない圧縮ファイルである。展開して、中の表を指定する",
        "{file}: an archive that is no workbook: unpack it and name the table in it",
    ),
    "file-entities": (
        "{file}: 外部実体や文書型宣言がある({detail})。Excelで開いて保存し直す",
        (
            "{file}: it declares a document type or entities ({detail}): open it in Excel and save "
            "it anew"
        ),
    ),
    "file-too-large": (
        (
            "{file}: 上限({what}: {limit})を超えている。使わない行や列を削除するか、"
            "ファイルを分けるか、limits=Limits({what}=…) を指定する"
        ),
        (
            "{file}: larger than the limit ({what}: {limit}): delete what is not used, split the "
            "file, or give limits=Limits({what}=…)"
        ),
    ),
    "file-no-text": (
        "{file}: 文字コードが分からない({names} のいずれでもない)。encoding=… を指定する",
        "{file}: text in none of {names}: give encoding=…",
    ),
    "file-quotes": (
        '{file}:{line}: 引用符「"」が閉じていないか、余っている({detail})。この行を直す',
        '{file}:{line}: a quote (") is not closed or out of place ({detail}): correct that row',
    ),
    "sheet-not-found": (
        "{file}: シート{wanted}がない。あるのは{found}",
        "{file}: no sheet is called {wanted}: there are {found}",
    ),
    "json-broken": (
        "{file}: JSONとして読み取れない({detail})",
        "{file}: not JSON ({detail})",
    ),
    "json-deep": (
        "{file}: JSONの入れ子が深すぎる",
        "{file}: the JSON is nested too deeply",
    ),
    "json-neither": (
        '{file}: kpikitの計画("format": "kpikit-plan")でも、データパッケージ("resources")でもない',
        (
            '{file}: neither a plan of kpikit ("format": "kpikit-plan") nor a data package '
            '("resources")'
        ),
    ),
    "format-unknown": (
        "{file}: 「{name}」という形式は読み取れない。kpikit-plan が要る",
        "{file}: the format {name!r} is not known: it must be kpikit-plan",
    ),
    "format-newer": (
        (
            "{file}: 新しいkpikitの形式(version {version})である。読み取れるのは {known} まで。"
            "pip install --upgrade kpikit で更新する"
        ),
        (
            "{file}: written by a newer kpikit (version {version}; this one reads up to {known}): "
            "pip install --upgrade kpikit"
        ),
    ),
    "format-faults": ("{file}: 誤りが{count}件ある", "{file}: faults: {count}"),
    "wanted-text": ("文字列が要る", "text is wanted"),
    "wanted-whole": ("整数が要る", "a whole number is wanted"),
    "wanted-flag": ("true か false が要る", "true or false is wanted"),
    "wanted-list": ("配列が要る", "a list is wanted"),
    "wanted-object": ("オブジェクトが要る", "an object is wanted"),
    "wanted-digits": (
        '数字の文字列("48.2")が要る',
        'digits as text are wanted ("48.2")',
    ),
    "wanted-period": (
        "期間(FY2023, 2023, 2023-06, 2023-06-20, FY2023-H1, FY2023-Q4, FY2020/FY2023)が要る",
        (
            "a period is wanted: FY2023, 2023, 2023-06, 2023-06-20, FY2023-H1, FY2023-Q4, "
            "FY2020/FY2023"
        ),
    ),
    "wanted-one-of": ("次のいずれかが要る: {detail}", "one of these is wanted: {detail}"),
    "wanted-member": (
        "知らない項目である。あるのは {detail}",
        "no such member is known: there are {detail}",
    ),
    "wanted-there": ("項目「{detail}」が要る", "the member {detail!r} is wanted"),
    "wanted-valid": (
        "成り立たない定義である({detail})",
        "a definition that cannot exist: {detail}",
    ),
    "format-no-form": (
        "{what}はkpikitのものでないため、書き出せない",
        "{what} is none of kpikit's own, and has no written form",
    ),
    "layout-header": (
        "見出しの行は1以上で、始めが終わりより後であってはならない({value})",
        "the lines of a header count from 1, the first not after the last: {value}",
    ),
    "layout-toml": (
        "{file}: TOMLとして読み取れない({detail})",
        "{file}: not TOML ({detail})",
    ),
    "layout-columns": (
        "{file}: layoutの列{wanted}が見出しにない(見つけた見出し:{found})",
        "{file}: the layout's columns {wanted} are not among the headings found: {found}",
    ),
    "not-published": (
        "「{name}」は公表された表から読んだものでないため、表として書き出せない。.json で書き出す",
        "「{name}」 was not read from a table and cannot be written as one: write a .json file",
    ),
    "not-encodable": (
        '{char}は{encoding}の文字でない(「{cell}」)。encoding="utf-8-sig" で書き出す',
        '{char} is no character of {encoding} (「{cell}」): write with encoding="utf-8-sig"',
    ),
    "cell-too-long-to-write": (
        "Excelのセルには{limit}文字までしか入らない(「{cell}…」)。.csv か .json で書き出す",
        "a cell of a workbook holds {limit} characters (「{cell}…」): write a .csv or .json file",
    ),
    # -- files: issues and what was chosen -----------------------------------------------
    "row-hidden": (
        "非表示の行である。読んで判定に入れた",
        "the row is hidden; it was read and is judged like the others",
    ),
    "column-hidden": (
        "非表示の列である。読んで判定に入れた",
        "the column is hidden; it was read and is judged like the others",
    ),
    "sheet-hidden": (
        "非表示のシートであり、読まなかった",
        "the sheet is hidden and was not read",
    ),
    "formula-not-calculated": (
        "数式の結果が保存されていない。Excelで開いて保存し直す",
        "the result of the formula is not stored: open the file in Excel and save it anew",
    ),
    "formula-error": (
        "数式の誤り({shown})であり、値がない",
        "the error of a formula ({shown}): there is no value",
    ),
    "number-format-unknown": (
        "表示形式が分からない({detail})。値は保存された数のまま読んだ",
        "the number format {detail} is not understood; the stored number was read",
    ),
    "number-format-absent": (
        "この形式のファイルからは表示形式が読めず、割合(%)かどうか分からない。.xlsx で保存し直す",
        (
            "number formats cannot be read from this kind of file, so that this may be a "
            "percentage: save it as .xlsx"
        ),
    ),
    "unit-not-understood": (
        "単位「{shown}」を読み取れない",
        "cannot understand 「{shown}」 as a unit",
    ),
    "unit-from-column": (
        "単位({detail})は、見出しか単位の列による",
        "the unit ({detail}) is that of the heading or of the column of units",
    ),
    "chosen-encoding": (
        "文字コードを{value}とみなした",
        "the encoding was taken to be {value}",
    ),
    "chosen-separator": (
        "区切り文字を「{value}」とみなした",
        "the separator was taken to be 「{value}」",
    ),
    "chosen-columns": ("列を次のように読んだ: {value}", "the columns were read as {value}"),
    "chosen-years": (
        "年だけの見出し({value})を実績値の列とみなした",
        "columns headed by a year alone ({value}) were taken for actuals",
    ),
    "chosen-sheet": ("シート「{value}」を読んだ", "the sheet 「{value}」 was read"),
    "chosen-sheet-without-table": (
        "シート「{value}」には指標の表がなく、読まなかった",
        "the sheet 「{value}」 has no table of indicators and was left out",
    ),
    "chosen-digits": (
        "表示より桁の多い数は、保存された数のまま読んだ: {value}",
        "numbers stored with more digits than are shown were read as stored: {value}",
    ),
    "chosen-zero": (
        "0を別の文字で表示するセルは、0と読んだ: {value}",
        "cells that show a zero as something else were read as zero: {value}",
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
    "report-issues": ("読み取りの問題点({count}件)", "Problems in reading ({count})"),
    "report-no-issues": (
        "読み取りに問題のあるセルや行はない。",
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
    "share-caution": ("注意", "Note"),
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
    # -- html ---------------------------------------------------------------------------------
    "html-skip": ("表へ進む", "Skip to the tables"),
    "html-summary": ("判定のまとめ", "Summary"),
    "html-share": ("判定できた{decided}件のうち{achieved}件", "{achieved} of {decided} decided"),
    "html-bounds": ("とりうる幅 {range}", "bounds {range}"),
    "html-contents": ("目次", "Contents"),
    "html-filters": ("表の絞り込み", "Filter the tables"),
    "html-by-verdict": ("判定", "Verdict"),
    "html-all": ("すべて", "All"),
    "html-why": ("判定の理由と出典", "Reason and source"),
    "html-note": ("{headings}の読み", "Reading of {headings}"),
    "html-noted": ("{text} {note}", "{text} {note}"),
    "html-source": ("出典の位置", "Place in the source"),
    "html-findings": ("表の点検({count}件)", "Findings of the audit ({count})"),
    "html-no-findings": ("指摘はない。", "Nothing was found."),
    "html-made": (
        "kpikitが作成。判定は表に書かれた値だけに基づく。",
        "Made by kpikit. Verdicts rest on what the tables say, and on nothing else.",
    ),
    "total-early": ("期限前の達成", "met early"),
    "finding-severity": ("区分", "Severity"),
    "finding-place": ("箇所", "Place"),
    "finding-message": ("内容", "Finding"),
    "severity-warning": ("▲ 要確認", "▲ warning"),
    "severity-info": ("・ 参考", "- note"),
    "chart-actual": ("実績値{value}", "actual {value}"),
    "chart-aim": ("目標値{value}", "target {value}"),
    "chart-baseline": ("当初値{value}", "baseline {value}"),
    "chart-reference": ("{text}({value})", "{text} ({value})"),
    "chart-step": ("{period} {value}", "{period} {value}"),
    "chart-comma": ("、", ", "),
    "chart-trend": ("{name}の推移", "{name}: by year"),
    "chart-key-actual": ("実績値", "actual"),
    "chart-key-aim": ("目標値", "target"),
    "chart-key-zone": ("目標を満たす範囲", "where the target is met"),
    "chart-key-start": ("当初値", "baseline"),
    # -- xlsx, pdf ----------------------------------------------------------------------------
    "extra-missing": (
        '{module}がない。「pip install "kpikit[{extra}]"」でインストールする',
        '{module} is not installed: pip install "kpikit[{extra}]"',
    ),
    "xlsx-rule": ("目標の読み", "Target as read"),
    "xlsx-findings": ("点検", "Findings"),
    "xlsx-issues": ("読み取りの問題点", "Reading"),
    "finding-code": ("コード", "Code"),
    "finding-table": ("表", "Table"),
    "finding-section": ("No.", "No."),
    "finding-part": ("何番目", "Part"),
    "finding-indicator": ("対象", "About"),
    "finding-source": ("出典の位置", "Place in the source"),
    "font-none": (
        (
            "日本語のフォントがない。例えば Noto Sans CJK JP(Debian: apt install fonts-noto-cjk)"
            "か IPAexゴシック(fonts-ipaexfont-gothic)をインストールする"
        ),
        (
            "no font for Japanese is installed: install, for example, Noto Sans CJK JP "
            "(Debian: apt install fonts-noto-cjk) or IPAexGothic (fonts-ipaexfont-gothic)"
        ),
    ),
    "font-lacks": (
        "PDFにできない文字がある。fonts-noto-cjk などのフォントを追加する({detail})",
        "the PDF cannot be set; a font such as fonts-noto-cjk may be missing: {detail}",
    ),
    "issue-characters": ("読み取れない文字", "Characters"),
    "issue-cell": ("セル", "Cell"),
    # -- cli ----------------------------------------------------------------------------------
    "cli-about": (
        (
            "自治体のKPI表を読み取り、指標ごとに達成・未達成・判定不能を判定する。"
            "英語の説明は --lang en --help。"
        ),
        "Read the KPI tables of Japanese municipalities and judge every indicator.",
    ),
    "cli-codes": (
        (
            "終了コード:\n"
            "  0 正常(未達成は誤りではない)\n"
            "  1 --fail-on に当たるものがあった\n"
            "  2 使い方の誤り、出力先に書けない、ライブラリがない\n"
            "  3 入力が読み取れない"
        ),
        (
            "exit codes:\n"
            "  0 it worked (a missed target is no error)\n"
            "  1 --fail-on found something\n"
            "  2 wrong usage, the output cannot be written, or a library is missing\n"
            "  3 the input cannot be read"
        ),
    ),
    "scheme-unknown": (
        "「{name}」という評価基準はない。あるのは {known}",
        "no scheme is called {name!r}; kpikit ships {known}",
    ),
    "cli-commands": ("コマンド", "commands"),
    "cli-inputs": ("引数", "arguments"),
    "cli-options": ("オプション", "options"),
    "cli-help": ("この説明を表示する", "show this help"),
    "cli-version": ("版を表示する", "show the version"),
    "cli-lang": ("表示の言語(既定は ja)", "language of all that is said (default: ja)"),
    "cli-evaluate": ("表を判定し、結果を表示する", "judge a table and print the report"),
    "cli-report": ("表を判定し、報告をファイルに書く", "judge a table and write a report"),
    "cli-audit": ("表の矛盾や疑問点を挙げる", "list what is wrong in a table"),
    "cli-compare": ("二つの年度の表を比べる", "compare two editions of a plan"),
    "cli-read": ("セルがどう読まれるかを示す", "show how a cell is read"),
    "cli-schemes": ("評価基準を一覧にする", "list the grading schemes"),
    "cli-convert": ("表を別の形式に変換する", "convert a table to another format"),
    "cli-file": (
        "表のファイル(.csv .tsv .txt .xlsx .json)",
        "the file of the table (.csv .tsv .txt .xlsx .json)",
    ),
    "cli-format": ("表示の形式(既定は text)", "format (default: text)"),
    "cli-output": (
        "報告の書き先。形式は名前の終わりで決まる(.html .xlsx .pdf .md .json .tsv .txt)",
        "where to write; the name tells the format (.html .xlsx .pdf .md .json .tsv .txt)",
    ),
    "cli-force": ("すでにあるファイルを上書きする", "replace a file that is there already"),
    "cli-encoding": (
        "文字コード(utf-8、cp932 など)。既定では自動で判断する",
        "encoding of a text file, such as cp932; found by default",
    ),
    "cli-layout": ("列の対応を書いたTOMLファイル", "a TOML file that says what the columns are"),
    "cli-strict": (
        "読み取れない箇所があれば、すべて挙げて終わる",
        "stop at anything that cannot be read, and list it all",
    ),
    "cli-as-of": ("判定の基準日(2024-03-31 など)", "judge as of this day, such as 2024-03-31"),
    "cli-final": ("最終年度の目標で判定する", "judge against the last target"),
    "cli-scheme": (
        "評価基準でも評価する(名前か .toml。重ねて指定できる)",
        "grade by this scheme as well, a name or a .toml; may be repeated",
    ),
    "cli-fail-on": (
        "当たるものがあれば終了コード1で終わる(重ねて指定できる)",
        "exit with 1 if there is any; may be repeated",
    ),
    "cli-previous": (
        "前の年度の表。緩められた目標も挙げる",
        "the edition before, to find targets that were loosened",
    ),
    "cli-old": ("前の年度の表", "the edition before"),
    "cli-new": ("後の年度の表", "the edition after"),
    "cli-cell": (
        "セルの文字列。「-」は標準入力の各行",
        "the text of a cell; - for the lines of the standard input",
    ),
    "cli-kind": ("何として読むか(既定では読めるものすべて)", "what to read it as (default: all)"),
    "cli-scheme-name": (
        "この評価基準の内容をTOMLで示す",
        "show this scheme as TOML",
    ),
    "cli-converted": ("変換先(.json .csv .tsv .xlsx)", "where to write (.json .csv .tsv .xlsx)"),
    "cli-no-difference": ("違いはない。", "Nothing is different."),
    "usage-word": ("使い方: ", "usage: "),
    "usage-error": ("{prog}: 使い方の誤り: {text}", "{prog}: error: {text}"),
    "usage-required": ("{names}を指定する", "these are required: {names}"),
    "usage-unknown": ("知らない引数である: {names}", "unknown arguments: {names}"),
    "usage-choice": (
        "{name}に{value}はない。{choices}のどれかを指定する",
        "{name}: no such choice: {value} (choose from {choices})",
    ),
    "usage-value": ("{name}に値が要る", "{name} needs a value"),
    "usage-wrong": ("{name}: {text}", "{name}: {text}"),
    "usage-date": (
        "「{text}」は日付でない。2024-03-31 のように書く",
        "{text!r} is no date: write it like 2024-03-31",
    ),
    "usage-output": (
        "「{text}」の形式が分からない。名前の終わりを次のどれかにする: {known}",
        "{text!r} names no format: end it in one of {known}",
    ),
    "file-FileNotFoundError": (
        "ファイルがない。パスを確かめる",
        "there is no such file: check the path",
    ),
    "file-IsADirectoryError": (
        "フォルダである。ファイルを指定する",
        "it is a folder: name a file",
    ),
    "file-PermissionError": (
        "読む権限がない。ほかのプログラムが開いていないかも確かめる",
        "it may not be read: check its permissions, and whether another program has it open",
    ),
    "stage-read": ("読み取り", "reading"),
    "stage-judge": ("判定", "judging"),
    "stage-audit": ("点検", "auditing"),
    "stage-write": ("書き出し", "writing"),
    "kind-actual": ("実績値として", "as an actual"),
    "kind-target": ("目標値として", "as a target"),
    "kind-quantity": ("数量として", "as a quantity"),
    "kind-period": ("期間として", "as a period"),
    # -- html: end ----------------------------------------------------------------------------
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
    "finding-indicator-name-mismatch": (
        "同じ数値の指標の名称が、表により異なる(「{one}」「{other}」)",
        "the same figures stand under 「{one}」 in one table and 「{other}」 in another",
    ),
    "finding-duplicate-indicator": (
        "指標「{name}」が、同じ数値で二度挙げられている",
        "the indicator 「{name}」 is listed twice with the same figures",
    ),
    "finding-repeated-indicator": (
        "指標「{name}」は、再掲と書かれずに別の箇所にも同じ数値で挙げられている",
        "the indicator 「{name}」 is listed elsewhere with the same figures, not marked 再掲",
    ),
    "finding-values-conflict": (
        "同じ指標「{name}」の実績値が、箇所により異なる({one}、{other})",
        "the indicator 「{name}」 has one actual here and another there: {one}; {other}",
    ),
    "finding-baseline-not-comparable": (
        "当初値{baseline}と{other}は、単位や集計の仕方が異なり比べられない",
        "the baseline {baseline} cannot be compared with {other}",
    ),
    "finding-series-not-comparable": (
        "年により単位や集計の仕方が異なり、比べられない({one}、{other})",
        "the actuals of different years cannot be compared: {one}; {other}",
    ),
    "finding-share-out-of-range": (
        "割合である「{name}」の値が{value}で、0%から100%までの範囲にない",
        "「{name}」 is a share of a whole, and {value} is not between 0 % and 100 %",
    ),
    "finding-count-negative": (
        "数である「{name}」の値が負である({value})",
        "「{name}」 is a count, and {value} is below zero",
    ),
    "finding-several-values": (
        "一つの値があるべき所に複数の値がある({actual})",
        "there are several values where one is expected: {actual}",
    ),
    "finding-values-of-one-time": (
        "「{period}」の実績値が二つあり、異なる({one}、{other})",
        "there are two different actuals for {period}: {one}; {other}",
    ),
    "finding-parts-alike": (
        "値は複数({actual})、目標「{rule}」は一つなので、各々を同じ目標で判定した",
        "the actual has parts ({actual}), the target has none: each was held against {rule}",
    ),
    "finding-target-bettered-at-baseline": (
        "目標「{rule}」は、当初値{baseline}が既に上回る水準にある",
        "the baseline {baseline} is already better than the target: {rule}",
    ),
    "finding-direction-contradicted": (
        "名称からは小さいほど良いとみなされるが、目標「{rule}」は当初値{baseline}より大きい",
        "by its name less is better, and the target ({rule}) lies above the baseline {baseline}",
    ),
    "finding-milestones-not-monotone": (
        "{later}の目標「{other}」が、{period}の目標「{one}」より緩い",
        "the target for {later} ({other}) asks for less than that for {period} ({one})",
    ),
    "finding-target-loosened": (
        "目標が前の版の「{one}」から「{other}」に緩められた",
        "the target was loosened since the edition before: {one} → {other}",
    ),
    "finding-target-before-baseline": (
        "目標の時期({target})が、当初値の時期({baseline})より前である",
        "the target is for {target}, before the baseline of {baseline}",
    ),
    "finding-actual-missing": (
        "目標の時期({period})を過ぎているが、その実績値がない",
        "the time of the target ({period}) has come, and there is no actual for it",
    ),
    "finding-actual-pending": (
        "目標の時期({period})の実績値は、まだ示されていない",
        "the actual for the time of the target ({period}) is not told yet",
    ),
    "finding-forecast-as-actual": (
        "実績の欄の値{actual}は、見込みである",
        "the value {actual} stands among the actuals, and is only expected",
    ),
    "finding-era-overrun": ("「{shown}」:{note}", "「{shown}」: {note}"),
    "finding-power-of-ten": (
        "前の値のほぼ10の累乗倍であり、単位の誤りかもしれない({one}、{other})",
        "the value moved by about a power of ten, maybe a slip of the unit: {one}; {other}",
    ),
    "finding-direction-unknown": (
        "「{rule}」が当初値以下で、増やすのか減らすのか決まらない",
        "at or below the baseline, so whether more or less is better is not clear: {rule}",
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
    "grade-elapsed": (
        "、経過割合{share}%で割って評価",
        ", divided by the elapsed share of {share}%",
    ),
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


def __getattr__(name: str) -> Any:
    if name != "Language":
        raise AttributeError(f"module 'kpikit.messages' has no attribute {name!r}")
    from typing import Literal  # noqa: PLC0415 - see above

    return Literal["ja", "en"]


def __dir__() -> list[str]:
    return __all__


def say(code: str, lang: Language, /, **values: object) -> str:
    """Return the text of *code* with *values* filled in.

    Raises:
        KeyError: There is no such code.

    >>> say("not-understood", "en", shown="x")
    'cannot understand 「x」'
    """
    return CATALOGUE[code][lang == "en"].format(**values)
