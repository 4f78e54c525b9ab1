"""Phrases into model values: quantities, periods, labels."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, final

from kpikit.cell._fold import Folded
from kpikit.cell._joins import SECOND_UNITS
from kpikit.cell._nodes import CellFault, Phrase, is_floor, is_strict, qualifies
from kpikit.cell._periods import Conventions, PeriodFound, parse_period_text
from kpikit.cell._scan import Token
from kpikit.cell.vocabulary import Vocabulary
from kpikit.era import era_called
from kpikit.observation import Status
from kpikit.period import Period
from kpikit.quantity import EXACT, Change, Quantity
from kpikit.reading import Note
from kpikit.unit import is_rank, is_ratio

__all__ = [
    "Context",
    "base_in_brackets",
    "change_of",
    "is_basis",
    "label_of",
    "note_approximate_bound",
    "period_of_words",
    "periods_of",
    "quantity_of",
    "words_of",
]

_PER_WORDS: Final = re.compile("(?:当たり|あたり|当り|につき|対|(?<=[年月週期間日])に)$")
_FORECAST: Final = re.compile("見込|予定|推計|予測")
_PROVISIONAL: Final = re.compile("速報|暫定")
#: A word that says how firm the number beside it is, and nothing else.
_FIRMNESS: Final = re.compile("(?:実績|最終)?(?:見込み?|予定|推計|予測|速報|暫定)[値額数]?")
_STATISTICS: Final = {"累積": "累計", "のべ": "延べ", "延": "延べ", "総計": "合計", "計": "合計"}
#: Over how long it is taken, before a statistic: 3か年|平均.
_OVER: Final = re.compile("[0-9]+[^平累延の合総計]*の? ?")
#: A label that says how the value behind it is totalled: 累計額, 延べ利用者数, 平均値.
_TOTALLED: Final = re.compile(
    "(?:.*の)?(累計|累積|延べ|のべ|平均|合計|総計)(?:.{0,8}数|[額値])?[ではが]?"
)
#: Numbers that are words: ゼロ, 半減, 倍増, 半数.
_IN_WORDS: Final = {
    "zero": (Decimal(0), ""),
    "half": (Decimal(50), "%"),
    "double": (Decimal(100), "%"),
    "majority": (Decimal(50), "%"),
}
#: The signs of an increase.
PLUS: Final = ("+", "プラス")
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
        self.note("period-without-era", token.start, token.end, self.text(token.start, token.end))
        return None


_EITHER_SIDE: Final = re.compile("以下|未満|下回|より|最|上限|多く|せいぜい")


def quantity_of(phrase: Phrase) -> Quantity:
    """Return what a phrase says of a value: a bound word leaves one end open.

    Raises:
        CellFault: Its digits make no number, or its words contradict each other.
    """
    change = change_of(phrase)
    low, high, unit = _ends(phrase, change)
    bound = phrase.modifier("bound")
    floor, ceiling, strict = True, True, False
    if bound is not None and low == high:
        floor = is_floor(bound.text)
        if is_rank(unit):  # 10位以上 are the ranks 1 to 10; 10位以下 may be either side
            if not floor and _EITHER_SIDE.match(bound.text):
                raise CellFault("not-understood", bound.start, bound.end)
            floor = False
        ceiling = not floor
        strict = is_strict(bound.text)
    elif phrase.core.text == "過半数":
        ceiling, strict = False, True
    other = phrase.other and phrase.other.modifier("bound")
    decade = _is_decade(phrase) and bound is None
    lower, upper = low if floor else None, high if ceiling else None
    lower, upper = _plain(lower), _plain(upper)
    return Quantity(
        lower=lower,
        upper=upper,
        lower_closed=not (strict or (other and bound and is_strict(bound.text))),
        upper_closed=not (strict or decade or (other and is_strict(other.text))),
        unit=unit,
        margin=_margin(low) if _is_approximate(phrase) and lower == upper else None,
        change=change,
        per=_per(phrase, unit),
        statistic=statistic_of(phrase),
    )


def note_approximate_bound(phrase: Phrase, context: Context) -> None:
    """Note that 約 is left out where it stands with a bound or a range."""
    words = [each for each in phrase.modifiers if each.kind in {"approx", "around"}]
    if words and words[0].text != "台" and (phrase.modifier("bound") or phrase.other):
        context.note("approximate-bound", words[0].start, words[0].end)


def _plain(number: Decimal | None) -> Decimal | None:
    """Write out the zeros of 1.2E+4."""
    if number is None or "E+" not in str(number):
        return number
    return number.quantize(Decimal(1), context=EXACT)


def _margin(number: Decimal) -> Decimal | None:
    """Return half a unit of the last written place: 約2万 is written to the ten thousands."""
    return Quantity(number, approximate=True).margin


def change_of(phrase: Phrase) -> Change:
    """Return the sense of change behind the number, or of its sign: 前年度比▲3%."""
    if phrase.is_measure and phrase.core.sign and _compares(phrase):
        return Change.INCREASE if phrase.core.sign in PLUS else Change.DECREASE
    if phrase.modifier("up") or phrase.core.kind == "double":
        return Change.INCREASE
    if phrase.modifier("down") or phrase.core.kind == "half":
        return Change.DECREASE
    return Change.LEVEL


def statistic_of(phrase: Phrase) -> str:
    """Return 累計, 平均 …, before the number or in brackets behind it."""
    found = [each.text for each in phrase.modifiers if each.kind == "statistic"]
    found += [
        token.text
        for group in filter(qualifies, phrase.groups)
        for token in group.inner
        if token.kind == "statistic"
    ]
    label = _TOTALLED.fullmatch(phrase.lead[-1].text) if phrase.lead else None
    if label:
        found.append(label[1])
    if not found:
        return ""
    name = _OVER.sub("", next((each for each in found if each != "年間"), "年間"))
    return _STATISTICS.get(name, name)


def label_of(phrase: Phrase, context: Context) -> str:
    """Return the words before a number, brackets included, as they were published."""
    nodes = [each for each in phrase.lead if each.kind not in {"sep", "colon", "slash"}]
    if phrase.bracket:
        return phrase.bracket
    if len(nodes) > 1 and nodes[0].kind == "period" and nodes[1].kind in _LABELS:
        nodes = nodes[1:]
    label = context.text(nodes[0].start, nodes[-1].end) if nodes else ""
    return label.removeprefix("及び").strip(" 　:：・/／")


_LABELS: Final = frozenset({"word", "group", "of", "day", "measure"})


def words_of(nodes: list[Token]) -> str:
    """Return the folded text of nodes without blanks."""
    return "".join(each.text if each.kind != "group" else "" for each in nodes)


def periods_of(
    phrase: Phrase, context: Context, *, observed: bool = False
) -> tuple[Period | None, Status]:
    """Return the period of a phrase and how firm its value is.

    The period stands right before the number or in brackets beside it; else it is the only
    one among the words that a particle makes a date: 令和4年度に, 平成32年までに. Of what was
    *observed* 実績 makes one, too.
    """
    tokens = [each for each in phrase.modifiers if each.kind == "period"]
    if not (tokens or phrase.groups or phrase.lead or phrase.trail):
        return None, Status.FINAL
    status = _status(phrase)
    for group in filter(qualifies, phrase.groups):
        tokens += [token for token in group.inner if token.kind == "period"]
    if not tokens and (phrase.lead or phrase.trail):
        dates = [] if _dates_base(phrase) else _dates_among(phrase.lead)
        if observed and len(phrase.lead) > 1:
            dates = _dates_of_value(phrase.lead) or dates
        dates = [node for node in dates if node.kind == "period"]
        behind = [node for node in phrase.trail if node.kind not in {"group", "colon"}]
        dates += behind if _is_period(behind) else _dates_among(phrase.trail)
        return _only_period(dates, context), status
    for other in tokens[1:]:
        context.note("remark", other.start, other.end)
    return (context.period(tokens[0]) if tokens else None), status


def _only_period(tokens: list[Token], context: Context) -> Period | None:
    """Return the only period; of several nobody knows which it is, and that is noted."""
    if len({token.text for token in tokens}) > 1:
        tokens = sorted(tokens, key=lambda token: token.start)
        context.note("several-periods", tokens[0].start, tokens[-1].end)
        return None
    return context.period(tokens[0]) if tokens else None


def _status(phrase: Phrase) -> Status:
    """Return how firm a value is, by the bracket beside it or the word next to it."""
    words = [
        token.text
        for group in phrase.groups
        for token in group.inner
        if token.kind == "word" and qualifies(group)
    ]
    beside = phrase.lead[-1:] + phrase.trail[:1]
    words += [node.text for node in beside if _FIRMNESS.fullmatch(node.text)]
    for each in words:
        if _FORECAST.search(each):
            return Status.FORECAST
        if _PROVISIONAL.search(each):
            return Status.PROVISIONAL
    return Status.FINAL


def period_of_words(nodes: list[Token], context: Context) -> Period | None:
    """Return the only date of words without a number: R7までに設置, 全国平均以上(R7)."""
    tokens = _dates_among([node for node in nodes if node.kind != "colon"])
    for node, after in zip(nodes, [*nodes[1:], None], strict=False):
        of_another = after is not None and (
            after.kind == "bound" or after.text[0] in "のをよか比と"
        )
        if node.kind == "group" and qualifies(node) and not of_another:
            tokens += [token for token in node.inner if token.kind == "period"]
    if nodes and nodes[0].kind == "period" and [node.kind for node in nodes[1:2]] == ["colon"]:
        tokens = [nodes[0]]
    return _only_period(tokens, context)


def _is_period(nodes: list[Token]) -> bool:
    return [node.kind for node in nodes] == ["period"]


def _dates_base(phrase: Phrase) -> bool:
    """Whether the first period is that of the base: 2013年度の54%, R1末時点の入所者の6%."""
    base = _share_of(phrase, phrase.unit if phrase.is_measure else "%")
    if not base or phrase.lead[0].kind != "period":
        return False
    first = phrase.lead[0].text
    return base == first or first.endswith(_AS_OF) or base.startswith(_AS_OF, len(first))


_AS_OF: Final = ("末", "時点", "現在")
_MAKES_DATE: Final = re.compile("[にのは]|まで(?!の)|において|における|時点|末|以降")
_AGAINST: Final = re.compile("比|対|に比べ|を基準|から|より")
_OF_ANOTHER: Final = re.compile(
    "の(?:実績|値|数値|水準|現状|平均|調査)|の[^、をにが]{1,12}(?:から|より|比|に比べ)"
)


def _dates_of_value(lead: list[Token]) -> list[Token]:
    """Return the period that 実績 makes that of the value: R5実績 50人, R5実績:開催件数 50件."""
    kinds = [node.kind for node in lead]
    end = kinds.index("colon") if "colon" in kinds else len(lead)
    before, last = lead[: end - 1], lead[end - 1 : end]
    return before[-1:] if last and _IS_OF_VALUE.fullmatch(last[0].text) else []


#: Behind a period, it is of the value.
_IS_OF_VALUE: Final = re.compile("(?:実績|現状|現況)値?")


def _dates_among(nodes: list[Token]) -> list[Token]:
    """Return the periods that are a date of what the words say, not a base to compare with."""
    dates: list[Token] = []
    for node, after in zip(nodes, [*nodes[1:], None], strict=False):
        if node.kind != "period":
            continue
        words = after.text if after is not None else "に"
        apart = after is not None and after.start > node.end and node is nodes[0]
        is_named = after is not None and after.kind in {"word", "reference"}
        heads = apart and is_named and not _AGAINST.match(words)
        if heads or (_MAKES_DATE.match(words) and not _OF_ANOTHER.match(words)):
            dates.append(node)
    return dates


def _compares(phrase: Phrase) -> bool:
    """Whether the words beside the number compare it: 前年度比▲3%, 前年度+2件, ▲26%(2013年度比)."""
    if phrase.lead and (
        phrase.lead[-1].kind == "reference" or _COMPARES.search(phrase.lead[-1].text)
    ):
        return True
    return any(base_in_brackets(group) is not None for group in phrase.groups)


_COMPARES: Final = re.compile("(?:比|から|より)$")


def base_in_brackets(group: Token) -> Token | None:
    """Return the base that a bracket names: (2013年度比), (対H25), (前年度比)."""
    names = [token for token in group.inner if token.kind in {"period", "reference"}]
    if not names or any(token.kind in {"up", "down"} for token in group.inner):
        return None
    words = "".join(token.text for token in group.inner if token.kind == "word")
    is_base = names[0].text.endswith("比") or group.inner[-1].text == "基準"
    return names[0] if is_base or _OF_BASE.fullmatch(words) else None


_OF_BASE: Final = re.compile("対|対?比|を?基準(?:年度?)?|から|に(?:比べ|対し)て?")


def _ends(phrase: Phrase, change: Change) -> tuple[Decimal, Decimal, str]:
    """Return both ends and their unit."""
    low, unit = _compound(phrase)
    if phrase.other is not None and (phrase.unit, phrase.other.unit) not in SECOND_UNITS:
        high, unit = _compound(phrase.other)
        if low >= high:
            raise CellFault("range-backwards", phrase.start, phrase.end)
        stray = phrase.modifier("bound")
        if stray is not None and phrase.other.modifier("bound") is None:
            raise CellFault("not-understood", stray.start, stray.end)
        return low, high, unit
    bound = phrase.modifier("bound")
    if phrase.spread is not None:
        return _spread(low, unit, phrase.spread, bound)
    if unit.startswith("桁"):
        raise CellFault("number-malformed", phrase.start, phrase.end)
    if _is_decade(phrase) and (bound is None or not is_floor(bound.text)):
        if bound is not None:
            raise CellFault("not-understood", bound.start, bound.end)
        return low, _end_of_decade(low), unit
    sign = phrase.core.sign if phrase.is_measure and change is not Change.LEVEL else ""
    if sign and (sign in PLUS) is not (change is Change.INCREASE):
        raise CellFault("sign-against-change", phrase.core.start, phrase.core.end)
    low = low.copy_abs() if sign else low
    return low, low, unit


def _spread(
    middle: Decimal, unit: str, spread: Token, bound: Token | None
) -> tuple[Decimal, Decimal, str]:
    """Return both ends of 80±5%."""
    by = spread.number
    if by is None or bound is not None:
        raise CellFault("not-understood", spread.start, spread.end)
    return EXACT.subtract(middle, by), EXACT.add(middle, by), unit or spread.unit


def _compound(phrase: Phrase) -> tuple[Decimal, str]:
    """Return a number and its unit: the first of 7割5分, else the last of 2時間30分."""
    value, unit = _number(phrase.core)
    if phrase.whole is not None and not unit:
        unit = phrase.whole.unit
    is_share = unit == "割"
    place, before, after = Decimal(1), unit, phrase.other
    while after is not None and (before, after.unit) in SECOND_UNITS:
        factor = Decimal(SECOND_UNITS[before, after.unit])
        second, before = _number(after.core)
        if second >= factor:
            raise CellFault("number-malformed", phrase.core.start, after.end)
        if is_share:
            place = EXACT.divide(place, factor)
            value = EXACT.fma(second, place, value)
        else:
            value, unit = EXACT.fma(value, factor, second), before
        after = after.other
    return value, unit


def _is_decade(phrase: Phrase) -> bool:
    around = phrase.modifier("around")
    return around is not None and around.text == "台"


def _end_of_decade(low: Decimal) -> Decimal:
    """Return where 80%台 ends: one more in the last digit that is not zero.

    >>> _end_of_decade(Decimal("80")), _end_of_decade(Decimal("1.5"))
    (Decimal('90'), Decimal('1.6'))
    """
    place = int(low.normalize(EXACT).as_tuple().exponent)
    return EXACT.add(low, Decimal(1).scaleb(place))


def _number(core: Token) -> tuple[Decimal, str]:
    """Return the number of a core and its unit.

    Raises:
        CellFault: It is none, or more than the number is meant: 50数件, 1年半.
    """
    if core.kind in _IN_WORDS:
        return _IN_WORDS[core.kind]
    if core.kind != "measure":
        raise CellFault("part-without-number", core.start, core.end)
    value, unit = core.number, core.unit
    if value is None or unit.startswith(("数", "余")) or unit.endswith("半"):
        raise CellFault("number-malformed", core.start, core.end)
    if ("分の" in core.text or "人に" in core.text) and not unit:
        return EXACT.multiply(value, Decimal(100)), "%"
    return value, unit


def _is_approximate(phrase: Phrase) -> bool:
    return phrase.modifier("approx") is not None or phrase.modifier("around") is not None


def _per(phrase: Phrase, unit: str) -> str:
    """Return the basis: /年 behind the unit, 1案件当たり before it, or what a share is of."""
    if phrase.whole is not None:
        return "" if unit == "位" else phrase.whole.text.replace(" ", "")
    last = phrase.other or phrase
    stroke = (phrase.spread or last.core).per if last.is_measure else ""
    if not (phrase.modifiers or phrase.groups or phrase.lead):
        return stroke.replace(" ", "")
    before = [each.text for each in phrase.modifiers if each.kind == "per"]
    bases = [group for group in phrase.groups if is_basis(group)][:1]
    before = before or [token.text for group in bases for token in group.inner]
    before = before or [node.text for node in phrase.lead if node.kind == "per"][:1]
    if stroke or not before:
        return stroke.replace(" ", "") or _share_of(phrase, unit)
    basis = _PER_WORDS.sub("", "".join(before)).replace(" ", "").removeprefix("毎")
    return "年" if basis == "年度" else basis


def is_basis(group: Token) -> bool:
    """Whether a bracket says what its number is counted by: (人口10万対), (年)."""
    if len(group.inner) == 1 and _TURN.fullmatch(group.inner[0].text):
        return True
    return bool(group.inner) and all(token.kind == "per" for token in group.inner)


_TURN: Final = re.compile("毎?[年月週日]")


def _share_of(phrase: Phrase, unit: str) -> str:
    is_share = is_ratio(unit) or unit == "倍"
    if phrase.modifier("statistic"):
        return ""
    match = _SHARE_OF.fullmatch(words_of(phrase.lead)) if is_share else None
    return match["base"] if match else ""
