"""The command line and its help."""

from __future__ import annotations

__all__ = ["TEXTS"]

TYPE_CHECKING = False  # typing itself is slow to import
if TYPE_CHECKING:
    from typing import Final

#: Code → (Japanese, English).
TEXTS: Final[dict[str, tuple[str, str]]] = {
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
}
