"""Errors of files, and how a file was taken."""

from __future__ import annotations

__all__ = ["TEXTS"]

TYPE_CHECKING = False  # typing itself is slow to import
if TYPE_CHECKING:
    from typing import Final

#: Code → (Japanese, English).
TEXTS: Final[dict[str, tuple[str, str]]] = {
    # -- files: errors -----------------------------------------------------------------------------
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
        "計画を読み取る元のファイルである。別の名前を指定する",
        "the plan is read from this file: choose another name",
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
    "rows-of-kinds": (
        (
            "{place}: 列「{column}」によれば目標と実績が行ごとに交互に並ぶが、この行({row})を"
            "どう読むか確かでない。指標ごとに目標の行と実績の行を一つずつ続け、名前・単位・基準値は"
            "同じか空欄に、見出しは年度だけにする。または、目標と実績を別の列(「目標値(R5)」"
            "「実績値(R5)」)に並べ替える"
        ),
        (
            "{place}: by the column 「{column}」 the rows are targets and actuals in turn, but how "
            "to read this one is not certain ({row}): put one row of targets and one of actuals "
            "for each indicator together, the name, unit and baseline the same or left out, below "
            "headings of years alone; or put the two in columns (「目標値(R5)」, 「実績値(R5)」)"
        ),
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
    "format-faults": ("{where}誤りが{count}件ある", "{where}faults: {count}"),
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
    "wanted-one-of": ("次のいずれかが要る: {known}", "one of these is wanted: {known}"),
    "wanted-known": (
        "知らない項目である。あるのは {known}",
        "no such member is known: there are {known}",
    ),
    "wanted-there": ("この項目が要る", "this member is wanted"),
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
    # -- files: issues and what was chosen ---------------------------------------------------------
    "row-hidden": (
        "非表示の行である。読んで判定に入れた",
        "the row is hidden; it was read and is judged like the others",
    ),
    "row-total": (
        "「{shown}」の行である。一つの指標として読んで判定に入れた",
        "the row is a total or a mean ({shown}); it was read and is judged as an indicator",
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
        (
            "この形式のファイルからは表示形式が読めず、割合(%)かどうか分からない。"
            ".xlsx で保存し直すか、単位の列を加える"
        ),
        (
            "number formats cannot be read from this kind of file, so that this may be a "
            "percentage: save it as .xlsx, or give the unit in a column"
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
    "chosen-split": (
        "一行に複数の指標({value})があるので、指標ごとの表に分けて読んだ",
        "a row holds several indicators ({value}): each was read as a table of its own",
    ),
    "chosen-kinds": (
        "目標と実績の行({value})を、指標ごとの一行にまとめて読んだ",
        "rows of targets and of actuals ({value}) were joined: one for each indicator",
    ),
    "chosen-wrapped": (
        "二行に分かれた指標名をつないだ: {value}",
        "names of indicators that go on in the row below were joined: {value}",
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
}
