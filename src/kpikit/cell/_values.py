"""Phrases into model values: quantities, periods, labels."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, final

from kpikit.cell._fold import Folded
from kpikit.cell._grammar import SECOND_UNITS, CellFault, Node, Phrase, is_floor, qualifies
from kpikit.cell._periods import Conventions, PeriodFound, parse_period_text
from kpikit.cell._scan import Token
from kpikit.cell.vocabulary import Vocabulary
from kpikit.era import era_called
from kpikit.observation import Status
from kpikit.period import Period
from kpikit.quantity import Change, Quantity
from kpikit.reading import Note
from kpikit.unit import is_ratio

__all__ = [
    "Context",
    "change_of",
    "label_of",
    "periods_of",
    "quantity_of",
    "strictness",
    "words_of",
]

_PER_WORDS: Final = re.compile("(?:当たり|あたり|当り|につき|対)$")
_FORECAST: Final = re.compile("見込|予定|推計|予測")
_PROVISIONAL: Final = re.compile("速報|暫定")
_STATISTICS: Final = {"累積": "累計", "のべ": "延べ", "延": "延べ", "総計": "合計", "計": "合計"}
#: Numbers that are words: ゼロ, 半減, 倍増.
_IN_WORDS: Final = {
    "zero": (Decimal(0), ""),
    "half": (Decimal(50), "%"),
    "double": (Decimal(100), "%"),
}
_STRICT: Final = ("未満", "超", "上回", "下回", "上 回", "下 回", "より")
#: 年間稼働時間の|0.1%: what a share is of.
_SHARE_OF: Final = re.compile(
    r"(?P<base>(?!.{0,20}(?:した|する|いる|ある))[^\sをはがにでへ、。]{2,20})の"
)


@final
class Context:
    """The cell being read, the conventions of its table, and the notes so far."""

    __slots__ = ("conventions", "folded", "notes", "vocabulary")

    def __init__(self, folded: Folded, vocabulary: Vocabulary) -> None:
        """Start with no notes."""
        self.folded = folded
        self.vocabulary = vocabulary
        era = None if vocabulary.era is None else era_called(vocabulary.era)
        self.conventions = Conventions(vocabulary.fiscal_year_default, era)
        self.notes: list[Note] = []

    def note(self, code: str, start: int, end: int, detail: str = "") -> None:
        """Note something about folded characters."""
        self.notes.append(Note(code, *self.folded.span(start, end), detail))

    def text(self, start: int, end: int) -> str:
        """Return the original text of folded characters."""
        first, last = self.folded.span(start, end)
        return self.folded.original[first:last]

    def period(self, token: Token) -> Period | None:
        """Return the period of a token; ``None`` with a note where it names no era.

        Raises:
            CellFault: No calendar has it.
        """
        found = parse_period_text(self.folded, token.start, token.end, conventions=self.conventions)
        if isinstance(found, PeriodFound):
            self.notes.extend(found.notes)
            return found.period
        if found.code != "era-unknown":
            raise CellFault(found.code, token.start, token.end, found.detail)
        self.note(found.code, token.start, token.end, found.detail)
        return None


def quantity_of(phrase: Phrase) -> Quantity:
    """Return what a phrase says of a value: a bound word leaves one end open."""
    change = change_of(phrase)
    low, high = _ends(phrase, change)
    bound = phrase.modifier("bound")
    floor, ceiling, strict = True, True, False
    if bound is not None and low == high:
        floor = is_floor(bound.text)
        ceiling = not floor
        strict = strictness(bound.text)
    other = phrase.other and phrase.other.modifier("bound")
    approximate = _is_approximate(phrase) and floor and ceiling and low == high
    return Quantity(
        lower=low if floor else None,
        upper=high if ceiling else None,
        lower_closed=not (strict or (other and bound and strictness(bound.text))),
        upper_closed=not (strict or (other and strictness(other.text))),
        unit=_unit(phrase),
        approximate=approximate,
        change=change,
        per=_per(phrase),
        statistic=statistic_of(phrase),
    )


def change_of(phrase: Phrase) -> Change:
    """Return the sense of change that stands behind the number."""
    if phrase.modifier("up") or phrase.core.kind == "double":
        return Change.INCREASE
    if phrase.modifier("down") or phrase.core.kind == "half":
        return Change.DECREASE
    return Change.LEVEL


def strictness(bound: str) -> bool:
    """Whether a bound word leaves the bound itself out."""
    return any(word in bound for word in _STRICT)


def statistic_of(phrase: Phrase) -> str:
    """Return 累計, 平均 …, before the number or in brackets behind it."""
    found = [each.text for each in phrase.modifiers if each.kind == "statistic"]
    found += [
        token.text
        for group in filter(qualifies, phrase.groups)
        for token in group.inner
        if token.kind == "statistic"
    ]
    return _STATISTICS.get(found[0], found[0]) if found else ""


def label_of(phrase: Phrase, context: Context) -> str:
    """Return the words before a number, brackets included, as they were published."""
    nodes = [each for each in phrase.lead if each.kind not in {"sep", "colon"}]
    if phrase.bracket:
        return phrase.bracket
    if len(nodes) > 1 and nodes[0].kind == "period" and nodes[1].kind in {"word", "group"}:
        nodes = nodes[1:]
    return context.text(nodes[0].start, nodes[-1].end).strip(" :：") if nodes else ""


def words_of(nodes: list[Node]) -> str:
    """Return the folded text of nodes without blanks."""
    return "".join(each.text if each.kind != "group" else "" for each in nodes)


def periods_of(phrase: Phrase, context: Context) -> tuple[Period | None, Status]:
    """Return the period of a phrase and how firm its value is.

    The period stands right before the number or in brackets beside it; else it is the only
    one among the words that a particle makes a date: 令和4年度に, 平成32年までに.
    """
    tokens = [each.token for each in phrase.modifiers if each.kind == "period"]
    status = Status.FINAL
    for group in filter(qualifies, phrase.groups):
        tokens += [token for token in group.inner if token.kind == "period"]
        words = "".join(token.text for token in group.inner)
        if _FORECAST.search(words):
            status = Status.FORECAST
        elif _PROVISIONAL.search(words):
            status = Status.PROVISIONAL
    if not tokens and (phrase.lead or phrase.trail):
        tokens = _dates_among(phrase.lead) + _dates_among(phrase.trail)
        if len(tokens) > 1:
            context.note("several-periods", tokens[0].start, tokens[-1].end)
            tokens = []
    return (context.period(tokens[0]) if tokens else None), status


_MAKES_DATE: Final = re.compile("[にのは]|まで|において|における|時点|末|以降")
_AGAINST: Final = re.compile("比|対|に比べ|を基準|から|より")
_OF_ANOTHER: Final = re.compile("の(?:実績|値|数値|水準|現状|平均|調査)")


def _dates_among(nodes: list[Node]) -> list[Token]:
    """Return the periods that are a date of what the words say, not a base to compare with."""
    dates: list[Token] = []
    for node, after in zip(nodes, [*nodes[1:], None], strict=False):
        if node.kind != "period":
            continue
        words = after.text if after is not None else "に"
        apart = after is not None and after.start > node.end and node is nodes[0]
        heads = apart and after is not None and after.kind == "word" and not _AGAINST.match(words)
        if heads or (_MAKES_DATE.match(words) and not _OF_ANOTHER.match(words)):
            dates.append(node.token)
    return dates


def _ends(phrase: Phrase, change: Change) -> tuple[Decimal, Decimal]:
    low = _number(phrase.core)
    if phrase.other is not None:
        factor = SECOND_UNITS.get((_core_unit(phrase), _core_unit(phrase.other)))
        second = _number(phrase.other.core)
        if factor is None:
            return _ascending(low, second, phrase)
        low = low * factor + second if _core_unit(phrase) != "割" else low + second / factor
    if change is not Change.LEVEL and low < 0:
        if change is Change.INCREASE:
            raise CellFault("sign-against-change", phrase.core.start, phrase.core.end)
        low = -low
    return low, low


def _ascending(low: Decimal, high: Decimal, phrase: Phrase) -> tuple[Decimal, Decimal]:
    if low >= high:
        raise CellFault("range-backwards", phrase.start, phrase.end)
    return low, high


def _number(core: Node) -> Decimal:
    if core.kind in _IN_WORDS:
        return _IN_WORDS[core.kind][0]
    value = core.token.number
    if value is None:
        raise CellFault("number-malformed", core.start, core.end)
    return value


def _core_unit(phrase: Phrase) -> str:
    kind = phrase.core.kind
    return _IN_WORDS[kind][1] if kind in _IN_WORDS else phrase.core.token.unit


def _unit(phrase: Phrase) -> str:
    first = _core_unit(phrase)
    if phrase.other is None:
        return first
    second = _core_unit(phrase.other)
    return first if first == "割" else second


def _is_approximate(phrase: Phrase) -> bool:
    return phrase.modifier("approx") is not None or phrase.modifier("around") is not None


def _per(phrase: Phrase) -> str:
    """Return the basis: /年 behind the unit, 1案件当たり before it, or what a share is of."""
    if phrase.whole is not None:
        return phrase.whole.text.replace(" ", "")
    stroke = phrase.core.token.per if phrase.core.kind == "measure" else ""
    before = phrase.modifier("per") or next(
        (group.inner[0] for group in phrase.groups if _is_basis(group)), None
    )
    if stroke or before is None:
        return stroke or _share_of(phrase)
    return _PER_WORDS.sub("", before.text).replace(" ", "")


def _is_basis(group: Node) -> bool:
    return len(group.inner) == 1 and group.inner[0].kind == "per"


def _share_of(phrase: Phrase) -> str:
    match = _SHARE_OF.fullmatch(words_of(phrase.lead))
    return match["base"] if match and is_ratio(_unit(phrase)) else ""
