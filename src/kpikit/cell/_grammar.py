"""The grammar of value cells: tokens into phrases, each about one number or reference.

In EBNF, with the kinds of :mod:`kpikit.cell._scan`::

    cell     = [arrow] {[mark] part} {"※" note}         mark: ①, ○ …
    part     = {lead} {phrase {lead}}
    phrase   = {before} core {after}
    before   = approx | statistic | per | period | colon | limit
    core     = measure | zero | half | double | majority
    after    = around | bound | up | down | to | keep | range measure | spread | fraction | group
    spread   = "±" measure
    group    = "(" period | statistic | remark ")"
    fraction = measure ("/" | 中) measure                16市町/25市町, 10件中8件
    lead     = any other token                          labels and the words of a sentence
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kpikit.cell._fold import Folded
from kpikit.cell._gaps import POINTS
from kpikit.cell._joins import joined
from kpikit.cell._nodes import Cell, CellFault, Part, Phrase, is_floor, qualifies
from kpikit.cell._scan import Group, Token, scan
from kpikit.cell.vocabulary import Vocabulary

__all__ = ["LONGEST", "parse"]

_CORES: Final = frozenset({"measure", "zero", "half", "double", "majority"})
_BEFORE: Final = frozenset({"approx", "statistic", "per", "period", "colon", "limit"})
_AFTER: Final = frozenset({"around", "bound", "up", "down", "to", "keep"})
_MARKS: Final = frozenset({"label", "bullet"})
#: What is longer is no cell.
LONGEST: Final = 10_000
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
#: What a number is counted by, behind its bound or change: 5件以上/年.
_BASIS: Final = re.compile("[年月週日回件人校館台戸]")


def parse(folded: Folded, vocabulary: Vocabulary, *, unwraps: bool = False) -> Cell:
    """Parse a folded cell; what stands in brackets as a whole counts where it *unwraps*.

    Raises:
        CellFault: Brackets do not match, digits make no number, or the cell is too long.
    """
    if len(folded.text) > LONGEST:
        raise CellFault("cell-too-long", LONGEST, len(folded.text), f"{LONGEST:,}")
    tokens = scan(folded, vocabulary)
    kinds = {token.kind for token in tokens}
    body, notes = _split_notes(tokens) if "note" in kinds else (tokens, [])
    nodes = list(_nodes(body)) if "open" in kinds else list(body)
    while nodes and nodes[0].kind == "arrow":
        nodes.pop(0)
    if unwraps and len(nodes) == 1 and _holds_value(nodes[0]):
        nodes = list(_nodes(list(nodes[0].inner)))
    marked = _split_marks(nodes) if kinds & _MARKS else [("", nodes)]
    return Cell(folded, tokens, [_part(mark, each) for mark, each in marked], notes)


def _holds_value(node: Token) -> bool:
    """Whether a bracket holds a number with its unit; (5.0) may be a negative one."""
    return node.kind == "group" and any(
        token.kind == "measure" and token.unit for token in node.inner
    )


def _split_notes(tokens: list[Token]) -> tuple[list[Token], list[list[Token]]]:
    body: list[Token] = []
    notes: list[list[Token]] = []
    depth = 0
    for token in tokens:
        depth += (token.kind == "open") - (token.kind == "close")
        if token.kind == "note" and depth == 0:
            if body:
                notes.append([])
        else:
            (notes[-1] if notes else body).append(token)
    return body, notes


def _nodes(tokens: list[Token]) -> Iterator[Token]:
    """Yield the tokens, each bracketed group as one node; quotes are words."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.kind != "open":
            yield token
            index += 1
            continue
        close = _closing(tokens, index)
        last = tokens[close]
        kind = "quote" if token.text in _QUOTES else "group"
        inner = tuple(tokens[index + 1 : close])
        text = token.text if kind == "group" else _joined(tokens[index : close + 1])
        yield Group(kind, text, token, last.end, *inner)
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


def _split_marks(nodes: list[Token]) -> Iterator[tuple[str, list[Token]]]:
    """Split at ① and ○; what stands before the first mark belongs to none."""
    mark = ""
    run: list[Token] = []
    for node in nodes:
        if node.kind in _MARKS:
            if run or mark:
                yield mark, run
            mark, run = node.text, []
        else:
            run.append(node)
    yield mark, run


def _part(mark: str, nodes: list[Token]) -> Part:
    phrases: list[Phrase] = []
    lead: list[Token] = []
    index = 0
    nodes = _kept_first(nodes) if nodes else nodes
    while index < len(nodes):
        node = nodes[index]
        if node.kind == "sep" and _breaks_number(nodes, index):
            raise CellFault("number-malformed", nodes[index - 1].start, nodes[index + 1].end)
        if node.kind == "group":
            node = _core_in_brackets(nodes, index) or node
        if node.kind in _CORES or (node.kind == "keep" and lead and lead[-1].kind == "colon"):
            phrase = Phrase(node)
            _take_before(phrase, lead, phrases)
            index = _absorb(phrase, nodes, index + 1)
            if phrase.modifiers:
                _settle_limit(phrase)
            phrases.append(phrase)
            lead = []
        else:
            lead.append(node)
            index += 1
    if phrases:
        phrases[-1].trail.extend(lead)
    phrases, words = joined(phrases, nodes)
    return Part(
        mark,
        phrases,
        words if words is not None else phrases[0].lead if phrases else lead,
        nodes[0].start if nodes else 0,
        nodes[-1].end if nodes else 0,
    )


def _core_in_brackets(nodes: list[Token], index: int) -> Token | None:
    """Return the number of a bracket that a bound follows: 計画値平均(17.3%)以上."""
    node = nodes[index]
    if len(node.inner) != 1 or node.inner[0].kind != "measure":
        return None
    if index == 0 or index + 1 == len(nodes) or nodes[index - 1].kind in _CORES:
        return None
    after = nodes[index + 1]
    if after.kind not in {"bound", "keep"} and not after.text.startswith("の達成"):
        return None
    return node.inner[0]


def _kept_first(nodes: list[Token]) -> list[Token]:
    """Return the nodes of 現状維持(80%) as those of 80%維持."""
    if len(nodes) == 1 or nodes[-2].kind != "keep":
        return nodes
    *before, keep, group = nodes
    if len(group.inner) != 1 or group.inner[0].kind != "measure" or qualifies(group):
        return nodes
    if any(node.kind in _CORES for node in before):
        return nodes
    return [*before, group.inner[0], keep]


def _is_dating(node: Token) -> bool:
    return node.kind == "group" and qualifies(node)


def _breaks_number(nodes: list[Token], index: int) -> bool:
    """Whether a comma stands between digits, without making a number of them: 8,21, 1 ,234."""
    comma = nodes[index]
    if comma.text not in {",", "、"} or not 0 < index < len(nodes) - 1:
        return False
    before, after = nodes[index - 1], nodes[index + 1]
    if not before.kind == after.kind == "measure" or before.unit:
        return False
    if before.end == comma.start and comma.end == after.start:
        return True
    return comma.text == "," and _THOUSANDS.match(after.text) is not None


_THOUSANDS: Final = re.compile("[0-9]{3}(?![0-9])")


def _absorb(phrase: Phrase, nodes: list[Token], index: int) -> int:
    """Take what qualifies the core from behind it; return where the rest begins."""
    while index < len(nodes):
        node = nodes[index]
        if node.kind in _AFTER:
            phrase.modifiers.append(node)
        elif node.kind == "group":
            if _labels_next(phrase, nodes, index):
                return index
            phrase.groups.append(node)
        elif node.kind in {"slash", "of"} and _is_fraction(phrase, nodes, index):
            _take_fraction(phrase, node, nodes[index + 1])
            index += 1
        elif node.kind == "slash" and _is_basis(nodes, index):
            basis = nodes[index + 1]
            phrase.modifiers.append(Token("per", basis.text, node.start, basis.end, basis.match))
            index += 1
        elif node.kind == "spread" and _is_spread(phrase, nodes, index):
            phrase.spread = nodes[index + 1]
            index += 1
        elif node.kind in {"range", "dash"} and _is_range(phrase, nodes, index):
            phrase.other = Phrase(nodes[index + 1])
            return _absorb(phrase, nodes, index + 2)
        else:
            return index
        index += 1
    return index


def _settle_limit(phrase: Phrase) -> None:
    """Make the bound before a number its only one; one behind it says the same, more exactly.

    少なくとも1,532隻未満 is an adverb beside a ceiling, 最大50人以上 two bounds that contradict
    each other, which both stay.
    """
    limit = phrase.modifier("limit")
    if limit is None:
        return
    behind = phrase.modifier("bound")
    if behind is None or (
        limit.text != "少なくとも" and is_floor(limit.text) is not is_floor(behind.text)
    ):
        limit.kind = "bound"
    else:
        phrase.modifiers.remove(limit)


def _labels_next(phrase: Phrase, nodes: list[Token], index: int) -> bool:
    """Whether a bracket is of the next number, as the one before the first was: (a)1 (b)2."""
    if index + 1 == len(nodes) or nodes[index + 1].kind not in _CORES:
        return False
    if qualifies(nodes[index]):
        return bool(phrase.groups) and phrase.groups[0].end <= phrase.core.start
    return len(phrase.lead) == 1 and phrase.lead[0].kind == "group"


def _is_fraction(phrase: Phrase, nodes: list[Token], index: int) -> bool:
    """Whether a count and the whole it is of stand here: 16市町/25市町, 31/34島, 10件中8件."""
    if index + 1 == len(nodes) or not phrase.is_measure or phrase.whole is not None:
        return False
    after = nodes[index + 1]
    if after.kind != "measure" or not after.unit:
        return False
    if nodes[index].kind == "of":
        unit = phrase.unit.removesuffix("満点")
        return _is_all(phrase.lead) and (after.unit == "位" or after.unit == unit != "%")
    if phrase.unit == after.unit and not _is_of(phrase.core, after):
        return False
    return phrase.unit in {"", "位", after.unit} and after.unit != "%"


def _is_of(count: Token, whole: Token) -> bool:
    """Whether a number may be a part of another; 65.2歳/70.1歳 are two values."""
    first, second = count.number, whole.number
    return first is not None and second is not None and first <= second == int(second)


def _is_all(lead: list[Token]) -> bool:
    return not lead or [node.text for node in lead] == ["全"]


def _take_fraction(phrase: Phrase, link: Token, other: Token) -> None:
    """Keep the count and its whole; behind 中 stands the count."""
    if link.kind == "of":
        phrase.core, phrase.whole = other, phrase.core
    else:
        phrase.whole = other


def _is_basis(nodes: list[Token], index: int) -> bool:
    """Whether a stroke behind the words of a number parts it from what it is counted by."""
    after = nodes[index + 1 : index + 3]
    if not after or after[0].kind != "word" or _BASIS.fullmatch(after[0].text) is None:
        return False
    return len(after) == 1 or after[1].kind not in {"measure", "colon"}


def _is_spread(phrase: Phrase, nodes: list[Token], index: int) -> bool:
    """Whether a number and how far it may be off stand here: 80±5%, 80%±5ポイント."""
    if index + 1 == len(nodes) or not phrase.is_measure or phrase.modifiers:
        return False
    after = nodes[index + 1]
    if after.kind != "measure" or not after.unit or phrase.core.sign:
        return False
    return phrase.unit in {"", after.unit} or (phrase.unit == "%" and after.unit in POINTS)


def _is_range(phrase: Phrase, nodes: list[Token], index: int) -> bool:
    if phrase.other is not None or index + 1 == len(nodes) or not phrase.is_measure:
        return False
    after = nodes[index + 1]
    if after.kind != "measure" or not (after.unit or nodes[index].kind == "range"):
        return False
    return phrase.unit in {"", after.unit}


def _take_before(phrase: Phrase, lead: list[Token], phrases: list[Phrase]) -> None:
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


def _divide(lead: list[Token]) -> tuple[list[Token], list[Token]]:
    """Divide the words between two numbers: up to the last separator they are of the first."""
    for index in range(len(lead) - 1, -1, -1):
        if lead[index].kind in {"sep", "slash"}:
            return lead[:index], lead[index + 1 :]
    if lead and lead[0].text[0] in "のをにがはでとへもや":
        return lead, []
    return [], lead
