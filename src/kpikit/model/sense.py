"""Which way is better by the name of an indicator alone.

A name tells it by its head noun (死者数, 産出額), by a harm that it counts (事故件数), or by
what is done (利用者数, 実施率), unless that is done to some harm. The noun of a share is its
numerator: 利用件数の割合 is one of 利用件数. 割合, 率 and 数 alone tell nothing, and neither does
a name of which two stretches tell different things.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple, TypeAlias, cast, final
from unicodedata import normalize

import attrs

from kpikit._value import Code, Value, is_several
from kpikit.language import clauses, verbs
from kpikit.language import senses as words
from kpikit.language.errors import InvalidDefinitionError
from kpikit.language.nouns import MEASURED, TURNED
from kpikit.language.words import compiled, occurrences
from kpikit.model._fields import typed
from kpikit.model._given import check_given
from kpikit.model.naming import head, is_difference, is_share
from kpikit.model.verdict import Direction

__all__ = [
    "NOUNS",
    "Aim",
    "Body",
    "Nouns",
    "aim_of",
    "body_beside",
    "body_of",
    "comes_unasked",
    "nouns_of",
    "sense",
]


class Body(Code):
    """The kinds of body of which a noun may say different things.

    >>> Body("town")
    Body.TOWN
    """

    #: A municipality, and what it runs by taxes.
    TOWN = "town"
    #: A hospital, waterworks or other enterprise.
    COMPANY = "company"


def _set(given: Collection[str]) -> frozenset[str]:
    return frozenset(given) if is_several(given) else cast("frozenset[str]", given)


@final
@attrs.frozen(repr=False, cache_hash=True, field_transformer=typed(InvalidDefinitionError))
class Nouns(Value):
    """The nouns that say which way is better.

    >>> "苦情" in Nouns({"苦情"}).less
    True
    """

    #: Those where less is better.
    less: frozenset[str] = attrs.field(default=words.LESS, converter=_set)
    #: Those where more is.
    more: frozenset[str] = attrs.field(default=words.MORE, converter=_set, kw_only=True)
    #: Nouns of harm, of which any count is better the less: 事故, 待機児童.
    harms: frozenset[str] = attrs.field(default=words.HARMS, converter=_set, kw_only=True)
    #: Verbs of doing and using, of which more is better: 利用, 参加.
    doing: frozenset[str] = attrs.field(default=words.DOING, converter=_set, kw_only=True)
    #: What is wanted to be there, of which more is better: 協定, 認定こども園.
    goods: frozenset[str] = attrs.field(default=words.GOODS, converter=_set, kw_only=True)


#: The table of kpikit's own.
NOUNS: Final = Nouns()


def nouns_of(given: Nouns | Collection[str]) -> Nouns:
    """Return a table of nouns: plain words are those where less is better.

    >>> nouns_of(["苦情"]) == Nouns(["苦情"])
    True
    """
    if isinstance(given, Nouns):
        return given
    kinds = () if isinstance(given, str) else (Collection,)
    check_given("nouns=", given, "Nouns | [str, …]", *kinds)
    return Nouns(given)


@lru_cache(maxsize=16384)
def sense(name: str, nouns: Nouns = NOUNS, body: Body | None = None) -> Direction | None:
    """Return which way is better by a name, ``None`` where it does not say.

    >>> sense("交通事故死者数(年間)"), sense("来館者数に対する利用件数の割合"), sense("相談件数")
    (Direction.LOWER, Direction.HIGHER, None)
    >>> sense("むし歯のない者の割合"), sense("むし歯のある者の割合")
    (Direction.HIGHER, Direction.LOWER)
    >>> sense("経常収支比率", body=Body.TOWN), sense("経常収支比率", body=Body.COMPANY)
    (Direction.LOWER, Direction.HIGHER)
    """
    bare = _plain(name)
    noun = head(bare)
    own = _of_stretch(noun, nouns, body)
    remark = _measured(bare[len(noun) :]) if len(noun) < len(bare) else None
    if own is Direction.HIGHER and _search(words.FORETOLD, bare):
        return None
    if remark is None:
        return own
    said = _of_stretch(remark, nouns, body)
    if said is None and any(_search(each, noun) for each in words.CHANGED):
        return None
    if own is None or said is None:
        is_measured = _search(MEASURED, noun) is not None
        return own or (None if is_measured and not _search(words.SHARE, remark) else said)
    return own if own is said else None


class Aim(NamedTuple):
    """Which way a name says that its number is to go: 有病率の減少.

    >>> Aim(Direction.LOWER)
    Aim(way=Direction.LOWER, is_held=False, is_level=True)
    """

    #: The way.
    way: Direction
    #: Whether the number may go the other way, and is to be held: 割合の増加の抑制.
    is_held: bool = False
    #: Whether it is the number itself that is to go there, and not how far it has gone: 経費の削減
    #: may be told as what is left or as what was saved.
    is_level: bool = True


@lru_cache(maxsize=4096)
def aim_of(name: str, nouns: Nouns = NOUNS, body: Body | None = None) -> Aim | None:
    """Return which way a name says that its number is to go, ``None`` where it does not.

    >>> aim_of("低栄養傾向の高齢者の割合の増加の抑制").is_held
    True
    >>> aim_of("委託費の削減").is_level, aim_of("死者数の増加"), aim_of("委託費")
    (False, None, None)
    """
    return _aim(_headed(name), nouns, body)


@lru_cache(maxsize=4096)
def comes_unasked(name: str) -> bool:
    """Whether a name is of what comes upon a body, so that a larger target may only foresee it.

    >>> comes_unasked("救急自動車の出動件数"), comes_unasked("ボランティアの参加件数")
    (True, False)
    """
    if _search(words.FORETOLD, _plain(name)):
        return True
    text = _sub(words.SPANS, words.OF, _headed(name))
    is_cost = _any_in(words.COST_NOUNS, text) and _full(words.COSTING, text)
    return bool(
        is_cost
        or _is_report(text)
        or _is_removed(words.HARMS, text)
        or _search(words.DUG, text)
        or _search(words.BY_VEHICLE, _sub(words.SHARE, r"\g<of>", text))
        or _search(words.FORESEEN, text.replace(words.OF, ""))
    )


def _is_report(text: str) -> bool:
    """Whether it is counted how often somebody told of some harm: 虐待に関する相談の件数."""
    return _any_in(clauses.REPORTS, text) and (
        _has(words.HARMFUL, text, clauses.REPORTED) or _has(clauses.TOLD_OF, text, clauses.REPORTED)
    )


def _headed(name: str) -> str:
    """Return a name without blanks, notes and remarks, so that it ends in its head noun."""
    return _bare(head(_plain(name)))


def _plain(name: str) -> str:
    """Return a name without blanks, notes, what it was taken from, and remarks that are in one."""
    told = _sub(words.SOURCE, "", normalize("NFKC", name))
    bare = "".join(told.split()).partition(words.NOTE)[0].replace(words.STAR, "")
    return _sub(words.HALF_REMARK, "", _sub(words.INNER_REMARK, "", bare)) or bare


def body_of(texts: Iterable[str]) -> Body | None:
    """Return the kind of body that the first text that tells it is of.

    >>> body_of(["", "市立病院経営強化プラン", "行政改革"])
    Body.COMPANY
    """
    for text in texts:
        if words.BODY_LETTERS.isdisjoint(text):
            continue
        found = {body for word, body in words.OF_ANY_BODY.items() if word in text}
        if len(found) == 1:
            return Body(found.pop())
    return None


def body_beside(names: Collection[str]) -> Body | None:
    """Return the kind of body that indicators are of, by the nouns of their names.

    One noun that only a town has is enough; of an enterprise half of the names are to be. Where no
    name has a noun that is up to the body, nobody asks, and nothing is told.

    >>> body_beside(["経常収支比率", "将来負担比率", "市税の徴収率"])
    Body.TOWN
    >>> body_beside(["経常収支比率", "病床利用率", "平均在院日数"])
    Body.COMPANY
    """
    if not _any_in(words.OF_BODIES, "\n".join(names)):
        return None
    town, company = (
        sum(_any_in(words.NOUNS_OF_BODIES[body.value], name) for name in names)
        for body in (Body.TOWN, Body.COMPANY)
    )
    if town:
        return None if company else Body.TOWN
    return Body.COMPANY if company and company * 2 >= len(names) else None


def _measured(text: str) -> str | None:
    """Return the first remark of a text that names a measure, and is no formula."""
    remarks = (
        r for r in compiled(r"[^()\[\]【】]+").findall(text) if not _search(words.FORMULA, r)
    )
    return next((each for each in remarks if _search(MEASURED, each)), None)


def _search(pattern: str, text: str) -> re.Match[str] | None:
    return compiled(pattern).search(text)


def _full(pattern: str, text: str) -> re.Match[str] | None:
    return compiled(pattern).fullmatch(text)


def _sub(pattern: str, other: str, text: str) -> str:
    return compiled(pattern).sub(other, text)


def _opposite(way: Direction | None) -> Direction | None:
    if way is None:
        return None
    return Direction.LOWER if way is Direction.HIGHER else Direction.HIGHER


# -- what one stretch of a name says ---------------------------------------------------------------
# Each of these yields one answer, which may be that nothing is told; or none where it has no say.

_Answers: TypeAlias = Iterator[Direction | None]


def _of_stretch(text: str, nouns: Nouns, body: Body | None) -> Direction | None:
    bare = _bare(text)
    return next((way for rule in _RULES for way in rule(bare, nouns, body)), None)


def _bare(text: str) -> str:
    """Return a stretch without the remarks in it, and without 累計 and the like behind it."""
    if "(" in text:
        text = _sub(r"\([^()]*\)(?=.)", "", text)
    if _any_in(words.OPENED, text):
        text = _sub(words.TITLE, "", text)
    text = _sub(words.ANSWER, "", text) if text.endswith(words.QUOTED) else text
    among = words.AMONG if text.endswith(words.SHARES) else words.AMONG_THEM
    text = text.rpartition(among)[2] or text
    return _sub(words.STATISTIC, "", text) if text.endswith(words.STATISTICS) else text


def _of_change(text: str, nouns: Nouns, body: Body | None) -> _Answers:
    """A difference tells nothing; of a change, what it is a change of does."""
    if is_difference(text):
        yield None
    fallen, grown = (_full(each, text) for each in (words.FALLEN, words.GROWN))
    if fallen is not None:
        yield _opposite(_of_changed(fallen["of"], nouns, body))
    elif grown is not None:
        yield _of_changed(grown["of"], nouns, body)
    elif _search(words.REDUCED, text) or _search(words.SAVING, text):
        yield Direction.HIGHER


def _of_changed(text: str, nouns: Nouns, body: Body | None) -> Direction | None:
    """Tell it of what there is less or more of, which may be a number of it: 消防団員の減少数."""
    return _of_stretch(text, nouns, body) or _of_stretch(f"{text}数", nouns, body)


def _aim(text: str, nouns: Nouns, body: Body | None) -> Aim | None:
    if not text.endswith(words.AIMS):
        return None
    if _full(words.HELD_DOWN, text):
        return Aim(Direction.LOWER, is_held=True)
    if _full(words.HELD_UP, text):
        return Aim(Direction.HIGHER, is_held=True)
    up, down = (_full(each, text) for each in (words.AIMED_UP, words.AIMED_DOWN))
    if up is not None:
        is_odd = _of_stretch(up["of"], nouns, body) is Direction.LOWER or comes_unasked(up["of"])
        return None if is_odd else Aim(Direction.HIGHER)
    if down is None:
        return None
    way = _of_stretch(down["of"], nouns, body)
    if way is Direction.HIGHER or (way is None and _search(words.FALL, down["of"])):
        return None
    return Aim(Direction.LOWER, is_level=is_share(down["of"]))


def _of_aim(text: str, nouns: Nouns, body: Body | None) -> _Answers:
    """Which way the number itself is to go."""
    aim = _aim(text, nouns, body)
    if aim is not None and aim.is_level:
        yield aim.way


def _of_comparison(text: str, nouns: Nouns, body: Body | None) -> _Answers:
    """Of a value beside that of others, what the value says: 正答率の全国比."""
    compared = _full(words.COMPARED, text) if text.endswith(words.COMPARING) else None
    if compared is not None:
        yield _of_stretch(compared["of"], nouns, body)


def _of_unfinished(text: str, _nouns: Nouns, _body: Body | None) -> _Answers:
    """What has been left undone."""
    if _any_in(words.LEFTOVERS, text) and _search(words.UNFINISHED, text):
        yield Direction.LOWER


def _of_spread(text: str, _nouns: Nouns, _body: Body | None) -> _Answers:
    """How far apart things lie, and what comes to what is thrown away."""
    if _search(words.SPREAD, text) or _search(words.DISCARDED, text):
        yield Direction.LOWER


def _of_cost(text: str, _nouns: Nouns, _body: Body | None) -> _Answers:
    """What something costs is to be less, unless it may be wanted: 運用に係る経費."""
    cost = _full(words.COSTING, text) if _any_in(words.COST_NOUNS, text) else None
    if cost is not None:
        is_run = _search(words.RUN, cost["of"]) or _search(words.PER_UNIT, cost["of"])
        is_wanted = _search(words.WORTHWHILE, cost["of"]) is not None
        yield Direction.LOWER if is_run and not is_wanted else None


def _of_loss(text: str, _nouns: Nouns, _body: Body | None) -> _Answers:
    """What those paid who were swindled: 悪質商法の被害に遭った者の平均契約額."""
    if text.endswith(words.PAID) and _has(words.SWINDLED, text, words.SUFFERED):
        yield Direction.LOWER


def _of_unasked(text: str, _nouns: Nouns, _body: Body | None) -> _Answers:
    """What is looked at because somebody else builds there tells nothing: 試掘調査の件数."""
    if _search(words.DUG, text):
        yield None


def _of_ages(text: str, _nouns: Nouns, _body: Body | None) -> _Answers:
    """How many there are of an age, where they are young or can work: 0~14歳の人口."""
    aged = _search(clauses.AGED_TO, text) if text.endswith(words.POPULATION) else None
    if aged is not None:
        is_wanted = int(aged["to"] or aged["up"]) <= clauses.WORKING_AGE
        yield Direction.HIGHER if is_wanted else None


def _of_difference(text: str, nouns: Nouns, body: Body | None) -> _Answers:
    """One number less another: as the first says, unless the other says the same."""
    found = _full(clauses.DIFFERENCE_OF, text) if clauses.LESS in text else None
    if found is not None:
        way, other = (_of_stretch(found[part], nouns, body) for part in ("of", "less"))
        yield None if way is other else way


def _of_span(text: str, nouns: Nouns, body: Body | None) -> _Answers:
    """What is told without the time or the measure that stands before its noun: の年間発生量."""
    bare = _sub(words.SPANS, words.OF, text)
    if bare != text:
        yield _of_stretch(bare, nouns, body)


def _of_noun(text: str, nouns: Nouns, body: Body | None) -> _Answers:
    """The longest noun of the table that it ends in, unless a word before it turns it round."""
    found = next(filter(None, (_ending(each, nouns) for each in _spelled(text))), None)
    if found is None:
        return
    before, noun = found
    way = _ends(nouns)[noun]
    if way is None:
        yield _way(words.OF_BODIES.get(noun, {}).get(body.value)) if body else None
    elif way is Direction.LOWER:
        yield _of_harmed(before, words.LOOKED_FOR)
    elif not _is_of_harm(nouns.harms, text, before, noun):
        yield _of_wanted(before, noun, nouns, body)


def _of_wanted(before: str, noun: str, nouns: Nouns, body: Body | None) -> Direction | None:
    """Tell it of what is wanted by what stands before it: 休職中の医師数, 喫煙の継続率."""
    if noun in words.STAY and _search(words.ON_ERRANDS, before):
        return Direction.LOWER
    if noun.startswith(words.CARRYING) and _has(words.HARMFUL, before, words.CARRIED):
        return Direction.LOWER
    is_helped = noun.endswith(words.RATE) or noun.startswith(words.PUT_RIGHT)
    if not is_helped and _has(words.HARMFUL, before, words.VICTIMS):
        return None
    is_irregular = _search(words.IRREGULAR, before) and not noun.endswith(words.RATE)
    if is_irregular or _has(words.HARMFUL, before, words.LISTED_WITH):
        return None
    if _search(words.TURNED_BEFORE, before):
        return Direction.HIGHER if noun.startswith(words.PUT_RIGHT) else None
    if _search(words.IN_DANGER, before) and not noun.startswith(tuple(nouns.doing)):
        return Direction.LOWER if noun.endswith(words.POPULATION) else None
    if not _search(words.QUALIFYING, before):
        return Direction.HIGHER
    return _of_qualified(before, noun, nouns, body)


def _of_qualified(before: str, noun: str, nouns: Nouns, body: Body | None) -> Direction | None:
    """Tell it of what is wanted behind a clause or a bound: 研修を受けていない保育士数."""
    text = before + noun
    for way in (*_of_bound(text, nouns, body), *_of_clause(text, nouns)):
        return way
    is_beyond = _search(words.EXCEEDING, before) or _search(words.FEWER, before)
    is_undone = is_beyond or _is_negated(before)
    return None if is_undone or _has(words.HARMFUL, before, words.UNDERGONE) else Direction.HIGHER


def _is_of_harm(harms: frozenset[str], text: str, before: str, noun: str) -> bool:
    """Whether a noun is part of some harm, 空き店舗数, or lives in it: 交通空白地域の居住人口."""
    start = len(before)
    lives_at = start - before.endswith(words.OF) if noun.endswith(words.POPULATION) else None
    return any(first < start < end or end == lives_at for first, end in occurrences(harms, text))


def _spelled(text: str) -> Iterator[str]:
    """Yield a name as it stands, and as the table would have it: 紙の使用枚数, 防災士の人数."""
    yield text
    for pattern, other, hint in words.SPELLINGS:
        if hint in text:
            yield _sub(pattern, other, text)


def _ending(text: str, nouns: Nouns) -> tuple[str, str] | None:
    """Return the longest noun of the table that a text ends in, behind what stands before it."""
    index = _by_end(nouns)
    for end in (text[-2:], text[-1:]):
        for noun in index.get(end, ()):
            if text.endswith(noun):
                return text.removesuffix(noun), noun
    return None


@lru_cache(maxsize=32)
def _ends(nouns: Nouns) -> dict[str, Direction | None]:
    """Return which way is better of what ends in a noun; ``None`` if that is up to the body."""
    return (
        dict.fromkeys(words.NEITHER.union(words.OF_BODIES))
        | dict.fromkeys(nouns.less, Direction.LOWER)
        | dict.fromkeys(nouns.more, Direction.HIGHER)
    )


@lru_cache(maxsize=32)
def _by_end(nouns: Nouns) -> dict[str, tuple[str, ...]]:
    """Return the nouns of the table by their last two letters, the longest first."""
    index: dict[str, tuple[str, ...]] = {}
    for noun in sorted(filter(None, _ends(nouns)), key=len, reverse=True):
        index[noun[-2:]] = (*index.get(noun[-2:], ()), noun)
    return index


def _of_share(text: str, nouns: Nouns, body: Body | None) -> _Answers:
    """The numerator of a share: a clause of it, else its noun."""
    share = _full(words.SHARE, text) if text.endswith(words.SHARES) else None
    if share is None:
        return
    if _search(words.OF_TWO, text):
        yield None
    taking = _full(words.TAKING, text) if words.TAKEN_OF in text else None
    part = taking["of"] if taking else _sub(words.WHOLE, "", share["of"]) or share["of"]
    part = compiled(words.OVER).split(part)[0] or part
    yield from _of_bound(part, nouns, body)
    yield from _of_clause(_sub(words.AT_LEAST, "", part), nouns)
    if part != share["of"]:
        yield from _of_noun(part + words.RATIO, nouns, body)
    is_told = _search(words.CLAUSED, part) is not None
    for noun in (part, f"{part}率") if is_told else (part, f"{part}数", f"{part}率"):
        yield from (way for way in [_of_stretch(noun, nouns, body)] if way is not None)
    yield Direction.HIGHER if _full(words.WOMEN, part) else None


def _of_bound(text: str, nouns: Nouns, body: Body | None) -> _Answers:
    """Those of whom something is above a bound or below it: 待ち時間1時間以上の患者."""
    within = _full(words.WITHIN, text) if _any_in(words.RANGES, text) else None
    if within is not None:
        is_wanted = within["of"].endswith(words.TWO_SIDED)
        if is_wanted or _of_stretch(within["of"], nouns, body) is Direction.HIGHER:
            yield Direction.HIGHER
    elif _any_in(words.BOUNDS, text):
        way = _of_hours(text) or _of_one_bound(text, nouns, body)
        is_turned = way is not None and _said([clauses.NOT_SO_MUCH], text) is not None
        yield from () if way is None else (_opposite(way) if is_turned else way,)


def _of_hours(text: str) -> Direction | None:
    """Those who work, or sit before a screen, for longer than is good: 週60時間以上働く人."""
    if words.HOURS not in text or not any(_search(each, text) for each in words.TOO_LONG):
        return None
    return Direction.LOWER if _search(words.LONGER, text) else Direction.HIGHER


def _of_one_bound(text: str, nouns: Nouns, body: Body | None) -> Direction | None:
    above, below = (_full(each, text) for each in (words.ABOVE, words.BELOW))
    found = above or below
    if found is None:
        return None
    if found["of"].endswith(words.TWO_SIDED):
        return Direction.LOWER
    way = _of_stretch(found["of"], nouns, body)
    return way if above is not None else _opposite(way)


def _of_harm(text: str, nouns: Nouns, _body: Body | None) -> _Answers:
    """What counts some harm, or that there is none of it."""
    if words.NONE_LEFT in text and _has(words.HARMFUL, text, words.NOUGHT):
        yield Direction.HIGHER
    if _has(words.INFEST, text, words.INFESTED) or any(_search(each, text) for each in words.ILLS):
        yield Direction.LOWER
    if _is_thriving(text) or _search(words.STOPPING, text):
        yield Direction.HIGHER
    counted = next(occurrences(nouns.harms, text, words.HARM_COUNTED), None)
    if counted is not None:
        yield _of_harmed(text[: counted[0]], words.QUALIFIED)


def _is_thriving(text: str) -> bool:
    """Whether it is told of living things that are wanted to be there: ホタルの生息地点数."""
    seen = occurrences(words.THRIVE, text, words.THRIVING)
    return any(not text[:start].endswith(words.UNWANTED) for start, _ in seen)


def _of_harmed(before: str, silent: str) -> Direction | None:
    """Tell it of a harm by what stands before it: what turns it round, or makes it *silent*."""
    if _search(TURNED, before):
        return Direction.HIGHER
    is_silent = _search(silent, before) and not _has(words.FELT, before, words.HARMED)
    return None if is_silent else Direction.LOWER


def _of_grown(text: str, nouns: Nouns, _body: Body | None) -> _Answers:
    """How much of something has spread, which tells what it is of: 竹林が拡大した面積."""
    part = text.removesuffix(words.AREA)
    grown = _full(words.GROWN_MORE, part) if part != text else None
    if grown is not None:
        yield _of_level(grown["of"], nouns)


def _of_worse(text: str, _nouns: Nouns, _body: Body | None) -> _Answers:
    """A count of those of whom a clause tells what is worse: 県外に就職した人の数."""
    part = _sub(words.OF_MEASURE, "", text)
    is_counted = part != text and not _any_in(clauses.TOWARDS, part)
    if is_counted and _said(clauses.WORSE, part):
        yield Direction.LOWER


def _of_doing(text: str, nouns: Nouns, body: Body | None) -> _Answers:
    """What counts who does something, or how often it is done."""
    if _is_left(words.HANDLING, text):
        yield Direction.LOWER
    if _is_undone(nouns.doing, text):
        yield _unless_harmful(text, Direction.LOWER)
    if _has(words.HANDLING, text, words.COUNTED):
        yield None if _is_removed(nouns.harms, text) else Direction.HIGHER
    if _has(nouns.doing, text, words.COUNTED):
        if _is_negated(text):
            yield from _of_clause(_sub(words.OF_MEASURE, "", text), nouns)
            yield None
        yield _unless_harmful(text, Direction.HIGHER)
    if _any_in(words.ASKING, text) and _search(words.ASKED_ABOUT, text):
        yield _unless_harmful(text, Direction.HIGHER)
    part = _sub(words.OF_MEASURE, "", text)
    if part != text or _search(words.OF_AGENT, text):
        yield from _of_bound(part, nouns, body)
        yield from _of_clause(part, nouns)
    if _full(words.FATHERS, text) or _has(nouns.doing, text, words.ENDS):
        yield None if _is_negated(text) else _unless_harmful(text, Direction.HIGHER)


def _is_removed(harms: frozenset[str], text: str) -> bool:
    """Whether it is told how much of some harm was taken away, which shows how much there was."""
    is_again = _has(harms & words.RECURRING, text, words.REMOVED_AGAIN)
    return is_again or _has(harms, text, words.REMOVED)


def _of_goods(text: str, nouns: Nouns, _body: Body | None) -> _Answers:
    """What counts things that are wanted to be there, or is one, unless a clause is of them."""
    if _any_in(words.BOUNDS, text):
        return
    counted = next(occurrences(nouns.goods, text, words.SUPPLIED), None)
    is_bare = counted is not None and not _search(words.CLAUSE_BEFORE, text[: counted[0]])
    is_stated = _has(nouns.goods & words.STATES, text, words.STATED_COUNT)
    is_serving = words.SERVED in text and _search(words.SERVING, text)
    is_told = is_serving or _search(words.WOMEN_COUNTED, text)
    if is_bare or is_stated or is_told:
        yield None if _is_negated(text) else _unless_harmful(text, Direction.HIGHER)


_RULES: Final[tuple[Callable[[str, Nouns, Body | None], _Answers], ...]] = (
    _of_aim,
    _of_difference,
    _of_unfinished,
    _of_spread,
    _of_cost,
    _of_loss,
    _of_unasked,
    _of_noun,
    _of_comparison,
    _of_change,
    _of_share,
    _of_harm,
    _of_grown,
    _of_worse,
    _of_doing,
    _of_goods,
    _of_ages,
    _of_span,
)


def _of_clause(text: str, nouns: Nouns) -> _Answers:
    """A clause of what a share or a count is of: むし歯のない者, 制度を利用した職員."""
    bare = _without(words.HARMFUL, text, words.HARMLESS)
    yield from islice((way for rule in _CLAUSES for way in rule(bare, nouns)), 1)


def _of_prejudice(text: str, _nouns: Nouns) -> _Answers:
    """Whether something that is better not thought is agreed with: 役割分担意識に反対する人."""
    if _search(words.REPROACHED, text):
        yield Direction.HIGHER
    taken = _search(words.ACCEPTING, text)
    if taken is not None:
        way = Direction.HIGHER if _is_negated(taken["behind"]) else Direction.LOWER
        yield way if _has(words.HARMFUL, text) else None
    shunned = _said([clauses.SHUNNED], text)
    if shunned is not None:
        is_withheld = _search(clauses.WITHHELD, shunned["behind"])
        yield Direction.HIGHER if is_withheld else Direction.LOWER
    if not _any_in(words.STANCES, text):
        return
    if _has(words.PREJUDICED, text, words.OPPOSED):
        yield Direction.HIGHER
    elif _has(words.PREJUDICED, text, words.AGREED):
        yield Direction.LOWER


def _of_mark(text: str, _nouns: Nouns) -> _Answers:
    """Whether somebody is marked well or badly by a letter: 総合評価がD又はEの生徒."""
    if not _any_in(words.MARKING, text):
        return
    if _search(words.WELL_MARKED, text):
        yield Direction.HIGHER
    elif _search(words.BADLY_MARKED, text):
        yield Direction.LOWER


def _of_growth(text: str, nouns: Nouns) -> _Answers:
    """Of whom something has grown less or more, or is less than elsewhere: 外出が減っている人."""
    below = _full(words.UNDER_AVERAGE, text) if words.UNDER in text else None
    if below is not None:
        yield _opposite(_of_level(below["of"], nouns))
    level = _search(words.LEVELLED, text) if _any_in(words.LEVELS_OF, text) else None
    if level is not None:
        way = _of_level(level["of"], nouns)
        if level["few"]:
            yield _opposite(way)
        yield from () if way is None else (_opposite(way) if level["bad"] else way,)
    if not _any_in(words.GROWING, text):
        return
    less, more = (
        next(filter(None, (_full(each, text) for each in some)), None)
        for some in ((words.GROWN_LESS, words.NOT_GROWN), (words.GROWN_MORE,))
    )
    if less is not None:
        yield _opposite(_of_level(less["of"], nouns))
    elif more is not None:
        yield _of_level(more["of"], nouns)


def _of_level(text: str, nouns: Nouns) -> Direction | None:
    """Tell it of what is large or small, by its last word: a harm, or what is done or had."""
    if _has(words.FELT, text, "$"):
        return Direction.LOWER
    is_wanted = _has(words.IN_CLAUSES, text, "$") or _search(f"{clauses.CAN}$", text)
    return Direction.HIGHER if is_wanted else _of_stretch(text, nouns, None)


def _of_lot(text: str, _nouns: Nouns) -> _Answers:
    """What people have to do, can hardly do or come to by want, and what they are spared."""
    if _said(clauses.GAINS, text):
        yield Direction.HIGHER
    if _said(clauses.WORSE, text):
        yield Direction.LOWER
    turning = _said(clauses.TURNING, text)
    if turning is not None:
        yield Direction.HIGHER if _is_negated(turning["behind"]) else Direction.LOWER
    though = _said([clauses.THOUGH], text)
    if though is not None:
        yield None if _has(words.FELT, though["undone"]) else Direction.LOWER


def _of_coping(text: str, _nouns: Nouns) -> _Answers:
    """Whether something is done about a trouble: 悩みを相談できる相手がいない人."""
    if _has(words.COPED, text, words.UNDONE):
        yield Direction.LOWER
    elif _has(words.COPED, text, words.COPED_WITH):
        yield None if _is_negated(text) else Direction.HIGHER


def _of_concern(text: str, _nouns: Nouns) -> _Answers:
    """Whether somebody does not care or know about something: 食品ロスに関心がない人."""
    if _search(words.UNCONCERNED, text) or (words.NO in text and _search(words.UNKNOWN, text)):
        yield Direction.LOWER


def _of_felt(text: str, nouns: Nouns) -> _Answers:
    """Whether some harm is had or felt, and whether something is not done: 不安を感じる人."""
    if _has(words.FELT, text, words.ABSENT) or _has(words.FELT, text, words.KEPT_FROM):
        yield Direction.HIGHER
    elif _has(words.HARMFUL, text, words.COME_TO) or _has(words.FELT, text, words.HARMED):
        yield None if _is_negated(text) else Direction.LOWER
    elif _has(words.HELPING, text, words.UNDONE):
        yield Direction.LOWER
    elif _has(nouns.goods | words.WANTED_TOO, text, words.MISSING) or _is_undone(
        _in_clauses(nouns.doing), text
    ):
        yield _unless_harmful(text, Direction.LOWER)


def _of_bad_acts(text: str, _nouns: Nouns) -> _Answers:
    """Whether something is done that is better not done: たばこを吸う人."""
    if _search(words.REFUSED, text):
        yield Direction.HIGHER
    found = _search(words.BAD_ACT, text)
    if found is not None:
        yield Direction.HIGHER if _is_negated(found["behind"]) else Direction.LOWER


def _of_known(text: str, _nouns: Nouns) -> _Answers:
    """Whether something is known, liked or hard: 制度を知らない人, 住みにくいと感じる市民."""
    denied = (words.UNREALISED, words.NOT_FELT) if words.NO in text else ()
    if any(_search(each, text) for each in denied):
        yield _unless_harmful(text, Direction.LOWER)
    elif (felt := _search(words.BAD_FEELING, text) or _search(words.DISLIKED, text)) is not None:
        yield None if _is_negated(felt["behind"]) else Direction.LOWER
    elif _search(words.KNOWN, text):
        yield None if _is_negated(text) else Direction.HIGHER


def _of_done(text: str, nouns: Nouns) -> _Answers:
    """Whether something is done, or felt: 制度を利用した職員, 学校は楽しいと思う児童."""
    if _search(words.BY_VEHICLE, text):
        yield None
    behind = {
        words.STATED: nouns.goods,
        words.THERE: nouns.goods,
        words.BOUGHT: words.STATES,
    }
    is_had = any(_has(few, text, each) for each, few in behind.items())
    doing = is_had or _has(_in_clauses(nouns.doing), text, words.DONE)
    if doing or any(_search(each, text) for each in words.GOOD_CLAUSES):
        yield None if _is_negated(text) else _unless_harmful(text, Direction.HIGHER)


def _of_ill_deeds(text: str, _nouns: Nouns) -> _Answers:
    """Verbs of what is bad to do, or to come about, and of what is not done: 薬を飲み忘れる人."""
    if clauses.LETTERS.isdisjoint(text):
        return
    bad, spared = _ill_deeds()
    if _has(spared, text, clauses.VERB_BEHIND):
        yield Direction.HIGHER
    if _has(bad, text, clauses.VERB_BEHIND):
        yield Direction.LOWER
    if _has(_deeds()[1], text, clauses.VERB_BEHIND):
        yield _unless_harmful(text, Direction.LOWER)
    if _said(clauses.LACKS, text):
        yield None if _has(words.FELT, text) else Direction.LOWER


def _of_deeds(text: str, _nouns: Nouns) -> _Answers:
    """Verbs of what is good to do, and what is done for others or with something in mind."""
    if clauses.LETTERS.isdisjoint(text) or _any_in(clauses.IN_NEED, text):
        return
    if _has(_deeds()[0], text, clauses.VERB_BEHIND) or _said(clauses.WELL, text):
        yield None if _is_negated(text) else _unless_harmful(text, Direction.HIGHER)


@lru_cache(maxsize=1)
def _deeds() -> tuple[frozenset[str], frozenset[str]]:
    """Return the forms of what is good to do or to be able to, and of what is bad undone."""
    lacking = verbs.undone(verbs.WELL) | verbs.undone(verbs.EXPECTED) | verbs.unable(verbs.ABLE)
    return verbs.done(verbs.WELL) | verbs.able(verbs.ABLE), lacking


@lru_cache(maxsize=1)
def _ill_deeds() -> tuple[frozenset[str], frozenset[str]]:
    """Return the forms of what is bad to do or to come about, and those of it that say no."""
    return verbs.done(verbs.BADLY), verbs.undone(verbs.BADLY)


def _said(few: Iterable[clauses.Clause], text: str) -> re.Match[str] | None:
    """Return the first of some clauses that stands in a text."""
    hinted = (pattern for hints, pattern in few if _any_in(hints, text))
    return next(filter(None, (_search(pattern, text) for pattern in hinted)), None)


_CLAUSES: Final[tuple[Callable[[str, Nouns], _Answers], ...]] = (
    _of_prejudice,
    _of_mark,
    _of_lot,
    _of_growth,
    _of_concern,
    _of_coping,
    _of_felt,
    _of_bad_acts,
    _of_known,
    _of_ill_deeds,
    _of_done,
    _of_deeds,
)


@lru_cache(maxsize=32)
def _in_clauses(doing: frozenset[str]) -> frozenset[str]:
    """Return the verbs of doing, with those that say so in a clause only."""
    return doing | words.IN_CLAUSES


def _unless_harmful(text: str, way: Direction) -> Direction | None:
    return None if _has(words.HARMFUL, _without(words.HARMFUL, text, words.HARMLESS)) else way


def _is_negated(text: str) -> bool:
    """Whether a word says no, beside those that are part of a harm: 不登校."""
    told = _sub(words.SPARED, "", text) if _any_in(words.SPARING, text) else text
    return _search(words.NEGATED, _without(words.HARMFUL, told)) is not None


def _is_undone(verbs: frozenset[str], text: str) -> bool:
    """Whether it is told of what does not, or is not done: 未実施率, 参加していない人."""
    return _is_left(verbs, text) or _has(verbs, text, words.UNDONE)


def _is_left(verbs: frozenset[str], text: str) -> bool:
    """Whether what is counted has not been done yet: 未措置の橋梁数."""
    if words.YET not in text:
        return False
    left = occurrences(verbs, text, words.LEFT)
    return any(text.endswith(words.YET, 0, start) for start, _ in left)


def _any_in(few: Iterable[str], text: str) -> bool:
    """Whether any of a few words stands in a text: asked so often that a loop is worth its line."""
    for each in few:  # noqa: SIM110
        if each in text:
            return True
    return False


def _has(nouns: frozenset[str], text: str, behind: str = "") -> bool:
    """Whether any of some words stands in a text, with a pattern behind it."""
    return next(occurrences(nouns, text, behind), None) is not None


def _without(nouns: frozenset[str], text: str, behind: str = "") -> str:
    """Return a text without these words, each with a pattern behind it."""
    kept, rest = "", 0
    for start, end in occurrences(nouns, text, behind):
        if start >= rest:
            kept, rest = kept + text[rest:start], end
    return kept + text[rest:]


def _way(is_less: bool | None) -> Direction | None:  # noqa: FBT001 - as the table has it
    if is_less is None:
        return None
    return Direction.LOWER if is_less else Direction.HIGHER
