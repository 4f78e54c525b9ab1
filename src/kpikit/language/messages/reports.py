"""What stands in a report beside the published cells."""

from __future__ import annotations

__all__ = ["TEXTS"]

TYPE_CHECKING = False  # typing itself is slow to import
if TYPE_CHECKING:
    from typing import Final

#: Code → (Japanese, English).
TEXTS: Final[dict[str, tuple[str, str]]] = {
    # -- report: columns and headings --------------------------------------------------------------
    "report-number": ("No.", "No."),
    "report-section": ("施策・事業", "Section"),
    "report-indicator": ("指標", "Indicator"),
    "report-actual": ("実績値", "Actual"),
    "report-target": ("目標値", "Target"),
    "report-verdict": ("判定", "Verdict"),
    "report-explanation": ("判定の理由", "Explanation"),
    "report-advice": ("判定できるようにするには", "To have it judged"),
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
    # -- report: the headline ----------------------------------------------------------------------
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
    # -- report: checks and totals -----------------------------------------------------------------
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
    # -- html --------------------------------------------------------------------------------------
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
    # -- xlsx, pdf ---------------------------------------------------------------------------------
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
}
