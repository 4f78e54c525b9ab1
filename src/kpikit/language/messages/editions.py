"""What differs between two editions of a plan."""

from __future__ import annotations

__all__ = ["TEXTS"]

TYPE_CHECKING = False  # typing itself is slow to import
if TYPE_CHECKING:
    from typing import Final

#: Code → (Japanese, English).
TEXTS: Final[dict[str, tuple[str, str]]] = {
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
}
