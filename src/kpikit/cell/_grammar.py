"""The grammar of value cells: tokens into phrases, each about one number or reference.

In EBNF, with the kinds of :mod:`kpikit.cell._scan`::

    cell     = [arrow] {[mark] part} {"※" note}         mark: ①, ○ …
    part     = {lead} {phrase {lead}}
    phrase   = {before} core {after}
    before   = approx | statistic | per | period | colon
    core     = measure | zero | half | double
    after    = around | bound | up | down | to | keep | range measure | group
    group    = "(" period | statistic | remark ")"
    lead     = any other token                          labels and the words of a sentence
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from kpikit.cell._fold import Folded
from kpikit.cell._scan import Token, scan
from kpikit.cell.vocabulary import Vocabulary

__all__ = ["Cell", "CellFault", "Node", "Part", "Phrase", "is_floor", "parse", "qualifies"]

_CORES: Final = frozenset({"measure", "zero", "half", "double"})
_BEFORE: Final = frozenset({"approx", "statistic", "per", "period", "colon"})
_AFTER: Final = frozenset({"around", "bound", "up", "down", "to", "keep"})
_BULLETS: Final = frozenset("○●◯■□◆◇▪・◎")
_QUOTES: Final = frozenset("「『")
_CLOSING: Final = {
    "(": ")",
    "[": "]",
    "〈": "〉",
    "【": "】",
    "〔": "〕",
    "「": "」",
    "『": "』",
    "<": ">",
}


class CellFault(Exception):  # noqa: N818 - a fault of a cell, which becomes an issue
    """Characters, in folded offsets, that the grammar does not take."""

    def __init__(self, code: str, start: int, end: int, detail: str = "") -> None:
        """Keep the code of the issue and where it is."""
        super().__init__(code, start, end, detail)
        self.code, self.start, self.end, self.detail = code, start, end, detail


@attrs.frozen(eq=False)
class Node:
    """A token, or a bracketed group of them."""

    kind: str
    text: str
    start: int
    end: int
    token: Token
    inner: tuple[Token, ...] = ()


@attrs.define(eq=False)
class Phrase:
    """One number, or one reference, with all that qualifies it."""

    core: Node
    #: The words before it that are no modifiers: its label, or the words of a sentence.
    lead: list[Node] = attrs.Factory(list[Node])
    #: Its modifiers by kind, in the order of the text.
    modifiers: list[Node] = attrs.Factory(list[Node])
    #: The bracket that it stands in, ``""`` if in none.
    bracket: str = ""
    #: The other end of a range, or of a band.
    other: Phrase | None = None
    #: What it is a part of: the 25市町 of 16市町/25市町.
    whole: Node | None = None
    #: The bracketed groups behind it.
    groups: list[Node] = attrs.Factory(list[Node])
    #: The words behind it.
    trail: list[Node] = attrs.Factory(list[Node])

    def modifier(self, kind: str) -> Node | None:
        """Return the first modifier of *kind*."""
        for each in self.modifiers:
            if each.kind == kind:
                return each
        return None

    @property
    def start(self) -> int:
        """Where the phrase begins, its words left out."""
        return min([self.core.start, *(each.start for each in self.modifiers)])

    @property
    def end(self) -> int:
        """Where the phrase ends, its words left out."""
        return max([self.core.end, *(each.end for each in self.modifiers)])


@attrs.define(eq=False)
class Part:
    """What stands behind one mark (①, ○), or a whole cell that has none."""

    mark: str
    phrases: list[Phrase]
    #: All that stands before the first phrase, or everything if there is none.
    lead: list[Node]
    start: int
    end: int

    @property
    def label(self) -> str:
        """The mark if it is a number of its own (①), ``""`` for a bullet."""
        return "" if self.mark in _BULLETS else self.mark


@attrs.frozen(eq=False)
class Cell:
    """A parsed cell."""

    folded: Folded
    tokens: list[Token]
    parts: list[Part]
    #: What stands behind each ※.
    notes: list[list[Token]]


def parse(folded: Folded, vocabulary: Vocabulary) -> Cell:
    """Parse a folded cell.

    Raises:
        CellFault: Brackets do not match, or digits make no number.
    """
    tokens = scan(folded, vocabulary)
    body, notes = _split_notes(tokens)
    nodes = list(_nodes(body))
    while nodes and nodes[0].kind == "arrow":
        nodes.pop(0)
    parts = [_part(mark, each) for mark, each in _split_marks(nodes)]
    return Cell(folded, tokens, parts, notes)


def _split_notes(tokens: list[Token]) -> tuple[list[Token], list[list[Token]]]:
    body: list[Token] = []
    notes: list[list[Token]] = []
    depth = 0
    for token in tokens:
        depth += (token.kind == "open") - (token.kind == "close")
        if token.kind == "note" and depth == 0:
            notes.append([])
        else:
            (notes[-1] if notes else body).append(token)
    return body, notes


def _nodes(tokens: list[Token]) -> Iterator[Node]:
    """Yield the tokens, each bracketed group as one node; quotes are words."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.kind != "open":
            yield Node(token.kind, token.text, token.start, token.end, token)
            index += 1
            continue
        close = _closing(tokens, index)
        last = tokens[close]
        kind = "quote" if token.text in _QUOTES else "group"
        inner = tuple(tokens[index + 1 : close])
        text = token.text if kind == "group" else _joined(tokens[index : close + 1])
        yield Node(kind, text, token.start, last.end, token, inner)
        index = close + 1


def _joined(tokens: list[Token]) -> str:
    return "".join(token.text for token in tokens)


def _closing(tokens: list[Token], opening: int) -> int:
    depth = 0
    for index in range(opening, len(tokens)):
        kind = tokens[index].kind
        depth += (kind == "open") - (kind == "close")
        if depth == 0:
            return index
    token = tokens[opening]
    raise CellFault("bracket-not-closed", token.start, token.end, _CLOSING[token.text])


def _split_marks(nodes: list[Node]) -> Iterator[tuple[str, list[Node]]]:
    """Split at ① and ○; what stands before the first mark belongs to none."""
    mark = ""
    run: list[Node] = []
    for node in nodes:
        if node.kind in {"label", "bullet"}:
            if run or mark:
                yield mark, run
            mark, run = node.text, []
        else:
            run.append(node)
    yield mark, run


def _part(mark: str, nodes: list[Node]) -> Part:
    phrases: list[Phrase] = []
    lead: list[Node] = []
    index = 0
    while index < len(nodes):
        node = nodes[index]
        if node.kind == "sep" and _breaks_number(nodes, index):
            raise CellFault("number-malformed", nodes[index - 1].start, nodes[index + 1].end)
        node = _core_in_brackets(nodes, index) or node
        if node.kind in _CORES or (node.kind == "keep" and lead and lead[-1].kind == "colon"):
            phrase = Phrase(node)
            _take_before(phrase, lead, phrases)
            index = _absorb(phrase, nodes, index + 1)
            phrases.append(phrase)
            lead = []
        else:
            lead.append(node)
            index += 1
    if phrases:
        phrases[-1].trail.extend(lead)
    start = nodes[0].start if nodes else 0
    phrases = _with_second_values(_without_origins(phrases))
    phrases, words = _without_asides(_joined_bands(_joined_units(phrases)), nodes)
    return Part(
        mark,
        phrases,
        words if words is not None else phrases[0].lead if phrases else lead,
        start,
        nodes[-1].end if nodes else 0,
    )


def _core_in_brackets(nodes: list[Node], index: int) -> Node | None:
    """Return the number of a bracket that a bound follows: 計画値平均(17.3%)以上."""
    node = nodes[index]
    if node.kind != "group" or len(node.inner) != 1 or node.inner[0].kind != "measure":
        return None
    if index == 0 or index + 1 == len(nodes) or nodes[index - 1].kind in _CORES:
        return None
    after = nodes[index + 1]
    if after.kind != "bound" and not after.text.startswith("の達成"):
        return None
    token = node.inner[0]
    return Node("measure", token.text, token.start, token.end, token)


def _is_dating(node: Node) -> bool:
    return node.kind == "group" and qualifies(node)


#: Words beside the period in a bracket that say how firm or of when its value is.
_ASIDE: Final = re.compile(
    "(?:の|年度?|末|時点|現在|実績|見込み?|予定|推計|予測|速報|暫定|確定|値|調査|決算|当初|予算|平均|累計|まで|から|卒|以降|目標){1,5}"
)
_SPANS: Final = frozenset({"年", "年間", "か年", "ヶ年", "カ年", "ヵ年"})


def qualifies(group: Node) -> bool:
    """Whether a bracket only dates its value or says how it is totalled: (R5~8累計)."""
    for token in group.inner:
        is_span = token.kind == "measure" and token.unit in _SPANS
        is_word = token.kind == "word" and _ASIDE.fullmatch(token.text)
        if not (is_span or is_word or token.kind in _QUALIFYING):
            return False
    return bool(group.inner)


_QUALIFYING: Final = frozenset({"period", "statistic", "sep", "open", "close", "range"})


def _without_asides(
    phrases: list[Phrase], nodes: list[Node]
) -> tuple[list[Phrase], list[Node] | None]:
    """Leave out numbers that only qualify the words: 5年以内に, 65歳以上の, 10年間で.

    Only where something else is left to be the value: another number, or a reference, whose
    words are then returned, too.
    """
    own = [phrase for phrase in phrases if not _is_aside(phrase, nodes)]
    if len(own) == len(phrases):
        return phrases, None
    if own:
        return own, None
    if any(node.kind == "reference" for node in nodes):
        return [], nodes
    return phrases, None


_TIME: Final = _SPANS | {"か月", "ヶ月", "カ月", "ヵ月", "月", "週間", "日間", "日", "次", "期"}
_OF_TIME: Final = re.compile("[にでの後]|計画|時点|目")
_OF_AGE: Final = re.compile("の|[者児人男女]")


def _is_aside(phrase: Phrase, nodes: list[Node]) -> bool:
    """Whether a number is a time allowed, or the age of whom is counted."""
    if phrase.core.kind != "measure" or phrase.other:
        return False
    after = next((node for node in nodes if node.start >= phrase.end), None)
    if after is None or after.kind not in {"word", "group"}:
        return False
    unit = phrase.core.token.unit.removesuffix("計画")
    if unit == "歳":
        return _OF_AGE.match(after.text) is not None
    is_span = phrase.core.token.unit != unit or _OF_TIME.match(after.text) is not None
    return unit in _TIME and (is_span or after.kind == "group")


def _breaks_number(nodes: list[Node], index: int) -> bool:
    """Whether a comma stands right between two digits, without making a number of them."""
    before = nodes[index - 1] if index else None
    after = nodes[index + 1] if index + 1 < len(nodes) else None
    return (
        nodes[index].text == ","
        and before is not None
        and after is not None
        and before.kind == after.kind == "measure"
        and before.end == nodes[index].start
        and nodes[index].end == after.start
        and not before.token.unit
    )


def _absorb(phrase: Phrase, nodes: list[Node], index: int) -> int:
    """Take what qualifies the core from behind it; return where the rest begins."""
    while index < len(nodes):
        node = nodes[index]
        if node.kind in _AFTER:
            phrase.modifiers.append(node)
        elif node.kind == "group":
            if _labels_next(phrase, nodes, index):
                return index
            phrase.groups.append(node)
        elif node.kind == "slash" and _is_fraction(phrase, nodes, index):
            phrase.whole = nodes[index + 1]
            index += 1
        elif node.kind in {"range", "dash"} and _is_range(phrase, nodes, index):
            phrase.other = Phrase(nodes[index + 1])
            return _absorb(phrase, nodes, index + 2)
        else:
            return index
        index += 1
    return index


def _labels_next(phrase: Phrase, nodes: list[Node], index: int) -> bool:
    """Whether a bracket is the label of the next number, as the first one was: (a)1 (b)2."""
    if len(phrase.lead) != 1 or phrase.lead[0].kind != "group" or index + 1 == len(nodes):
        return False
    return nodes[index + 1].kind in _CORES and not qualifies(nodes[index])


def _is_fraction(phrase: Phrase, nodes: list[Node], index: int) -> bool:
    """Whether a stroke parts a count from the whole it is of: 16市町/25市町."""
    if index + 1 == len(nodes) or phrase.core.kind != "measure":
        return False
    after = nodes[index + 1]
    return after.kind == "measure" and after.token.unit == phrase.core.token.unit != ""


def _is_range(phrase: Phrase, nodes: list[Node], index: int) -> bool:
    if phrase.other is not None or index + 1 == len(nodes) or phrase.core.kind != "measure":
        return False
    after = nodes[index + 1]
    if after.kind != "measure" or not after.token.unit:
        return False
    return phrase.core.token.unit in {"", after.token.unit}


def _take_before(phrase: Phrase, lead: list[Node], phrases: list[Phrase]) -> None:
    """Take the modifiers from the end of what stands before the core; the rest is words."""
    while lead and (lead[-1].kind in _BEFORE or _is_dating(lead[-1])):
        node = lead.pop()
        if node.kind == "group":
            phrase.groups.append(node)
            continue
        if node.kind != "colon":
            phrase.modifiers.insert(0, node)
    before, own = _divide(lead) if phrases else ([], lead)
    if phrases:
        phrases[-1].trail.extend(before)
    phrase.lead = own


def _divide(lead: list[Node]) -> tuple[list[Node], list[Node]]:
    """Divide the words between two numbers: up to the last separator they are of the first."""
    for index in range(len(lead) - 1, -1, -1):
        if lead[index].kind in {"sep", "slash"}:
            return lead[:index], lead[index + 1 :]
    if lead and lead[0].text[0] in "のをにがはでとへもや":
        return lead, []
    return [], lead


def _without_origins(phrases: list[Phrase]) -> list[Phrase]:
    """Leave out where an arrow starts: 22%→27% is 27 %."""
    kept: list[Phrase] = []
    for phrase in phrases:
        if kept and [node.kind for node in phrase.lead] == ["arrow"]:
            phrase.lead = kept.pop().lead
        kept.append(phrase)
    return kept


def _with_second_values(phrases: list[Phrase]) -> list[Phrase]:
    """Make the only number of a bracket a value of its own: 23.4%[25.6%], 4(21)."""
    values: list[Phrase] = []
    for phrase in phrases:
        values.append(phrase)
        for group in list(phrase.groups):
            token = group.inner[0] if len(group.inner) == 1 else None
            if token is not None and token.kind == "measure" and token.unit != "位":
                node = Node("measure", token.text, token.start, token.end, token)
                values.append(Phrase(node, bracket=group.text))
                phrase.groups.remove(group)
    return values


def _joined_units(phrases: list[Phrase]) -> list[Phrase]:
    """Join 2時間30分 and 7割5分: a number in two units."""
    joined: list[Phrase] = []
    for phrase in phrases:
        last = joined[-1] if joined else None
        if last is not None and _is_second_unit(last, phrase):
            last.other = phrase
            last.modifiers.extend(phrase.modifiers)
            last.groups.extend(phrase.groups)
            last.trail = phrase.trail
        else:
            joined.append(phrase)
    return joined


#: Units that follow another of the same number → the unit before.
SECOND_UNITS: Final = {("時間", "分"): 60, ("割", "分"): 10, ("分", "秒"): 60}


def _is_second_unit(first: Phrase, second: Phrase) -> bool:
    if first.core.kind != "measure" or second.core.kind != "measure":
        return False
    units = first.core.token.unit, second.core.token.unit
    plain = not (first.modifiers[1:] or first.groups or first.trail or second.lead or first.other)
    return units in SECOND_UNITS and plain and first.modifier("bound") is None


def _joined_bands(phrases: list[Phrase]) -> list[Phrase]:
    """Join 40%以上60%以下: a floor and the ceiling right behind it."""
    joined: list[Phrase] = []
    for phrase in phrases:
        last = joined[-1] if joined else None
        if last is not None and _is_ceiling_of(last, phrase):
            last.other = phrase
            last.groups.extend(phrase.groups)
            last.trail = phrase.trail
        else:
            joined.append(phrase)
    return joined


def _is_ceiling_of(first: Phrase, second: Phrase) -> bool:
    floor, ceiling = first.modifier("bound"), second.modifier("bound")
    if floor is None or ceiling is None or first.other or second.other or second.lead:
        return False
    if first.trail or first.core.kind != "measure" or second.core.kind != "measure":
        return False
    same = first.core.token.unit in {"", second.core.token.unit}
    return same and is_floor(floor.text) and not is_floor(ceiling.text)


_CEILINGS: Final = ("以下", "以内", "未満", "下 回", "下回", "少", "低", "小", "減", "短")


def is_floor(bound: str) -> bool:
    """Whether a bound word is a floor."""
    return not any(word in bound for word in _CEILINGS)
