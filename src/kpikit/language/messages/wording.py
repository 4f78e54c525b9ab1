"""Values and rules in words."""

from __future__ import annotations

__all__ = ["TEXTS"]

TYPE_CHECKING = False  # typing itself is slow to import
if TYPE_CHECKING:
    from typing import Final

#: Code → (Japanese, English).
TEXTS: Final[dict[str, tuple[str, str]]] = {
    # -- values in words ---------------------------------------------------------------------------
    "words-approximate": ("約{text}", "about {text}"),
    "words-increase": ("{text}の増", "an increase of {text}"),
    "words-decrease": ("{text}の減", "a decrease of {text}"),
    "words-increase-rank": ("{text}の低下", "a fall of {text}"),
    "words-decrease-rank": ("{text}の上昇", "a rise of {text}"),
    "words-statistic": ("{statistic}{text}", "{text} ({statistic})"),
    "words-per": ("{per}当たり{text}", "{text} per {per}"),
    "words-at-least": ("{text}以上", "{text} or more"),
    "words-above": ("{text}超", "above {text}"),
    "words-at-most": ("{text}以下", "{text} or less"),
    "words-below": ("{text}未満", "below {text}"),
    "words-at-most-rank": ("{text}以内", "{text} or better"),
    "words-below-rank": ("{text}より上", "better than {text}"),
    "words-no-rule": ("(目標値なし)", "(no target)"),
    "words-no-actual": ("なし", "none"),
    "words-named": ("{name}{value}", "{name} {value}"),
    "words-beside": ("{text}({beside})", "{text} ({beside})"),
    # -- rules -------------------------------------------------------------------------------------
    "rule-at-least": ("{text}以上", "at least {text}"),
    "rule-above": ("{text}超", "above {text}"),
    "rule-at-most": ("{text}以下", "at most {text}"),
    "rule-below": ("{text}未満", "below {text}"),
    "rule-at-most-rank": ("{text}以内", "{text} or better"),
    "rule-below-rank": ("{text}より上", "better than {text}"),
    "rule-between": ("{text}", "{text}"),
    "rule-exactly": ("ちょうど{text}", "exactly {text}"),
    "rule-reach": ("{text}", "reach {text}"),
    "rule-increase": ("{text}以上の増加", "an increase of at least {text}"),
    "rule-increase-above": ("{text}を超える増加", "an increase of more than {text}"),
    "rule-decrease": ("{text}以上の削減", "a reduction of at least {text}"),
    "rule-decrease-above": ("{text}を超える削減", "a reduction of more than {text}"),
    "rule-increase-rank": ("順位を{text}以上下げること", "a fall by at least {text} in rank"),
    "rule-increase-above-rank": (
        "順位を{text}より多く下げること",
        "a fall by more than {text} in rank",
    ),
    "rule-decrease-rank": ("順位を{text}以上上げること", "a rise by at least {text} in rank"),
    "rule-decrease-above-rank": (
        "順位を{text}より多く上げること",
        "a rise by more than {text} in rank",
    ),
    "rule-of-base": ("{base}から{text}", "{text} from {base}"),
    "rule-multiple": ("{reference}の{text}", "{text} of {reference}"),
    "rule-lag": ("{reference}({lag}年度前)", "{reference} of {lag} year(s) before"),
    "rule-margin-above": ("{reference}に{margin}を加えた値", "{reference} plus {margin}"),
    "rule-margin-below": ("{reference}から{margin}を引いた値", "{reference} less {margin}"),
    "rule-relative-at_least": ("{reference}以上", "at least {reference}"),
    "rule-relative-above": ("{reference}を上回る", "above {reference}"),
    "rule-relative-at_most": ("{reference}以下", "at most {reference}"),
    "rule-relative-below": ("{reference}を下回る", "below {reference}"),
    "rule-relative-equal": ("{reference}と同じ", "equal to {reference}"),
    "rule-by": ("{rule} [{period}]", "{rule} [{period}]"),
    "rule-maintain": ("{text}を維持", "keep {text}"),
    "rule-maintain-higher": ("{text}を維持または増加", "keep or raise {text}"),
    "rule-maintain-lower": ("{text}を維持または減少", "keep or lower {text}"),
    "rule-maintain-higher-rank": ("{text}を維持または低下", "keep or worsen {text}"),
    "rule-maintain-lower-rank": ("{text}を維持または上昇", "keep or better {text}"),
    "rule-improve-higher": ("{reference}より増加", "more than {reference}"),
    "rule-improve-lower": ("{reference}より減少", "less than {reference}"),
    "rule-improve-better": ("{reference}より改善", "better than {reference}"),
    "rule-qualitative": ("{text}(数値でない目標)", "「{text}」, without an amount"),
    "rule-defined-elsewhere": ("{text}で定める指標", "as set in {text}"),
    "rule-exploratory": ("未設定(探索型)", "none, exploratory"),
    "rule-unset": ("未設定", "none set"),
}
