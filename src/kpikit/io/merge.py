"""Several plans as one: what departments sent back, each in a copy of the same form.

Nothing is lost. An indicator that two files have in the same section stands once where one of
the rows says all that the other says. Where their figures differ both stay, and an issue has
both places; so it is where each says something that the other does not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePath
from typing import Any, Final, TypeAlias, final
from unicodedata import normalize

import attrs

from kpikit.io.kinds import SUFFIXES
from kpikit.language.errors import KpikitError, TableError
from kpikit.language.issue import Issue, Location
from kpikit.language.messages import Language
from kpikit.model.indicator import Indicator
from kpikit.model.observation import Missing, Observation
from kpikit.model.period import Period
from kpikit.model.plan import Chosen, Plan, Section
from kpikit.table.headings import Role, read_heading

__all__ = ["Unread", "merged"]

#: What an indicator is known by in all files: its sections, its name, and how many of that name
#: stand above it in its section.
_Key: TypeAlias = tuple[object, ...]
_FIGURES: Final = frozenset((Role.ACTUAL, Role.BASELINE, Role.TARGET))
_FEW: Final = 5


@final
@attrs.frozen
class Unread:
    """A file that could not be read."""

    #: What messages call it.
    file: str
    #: Why.
    error: KpikitError | OSError

    def words(self, lang: Language) -> str:
        """Say why in one language."""
        notes: list[str] = getattr(self.error, "__notes__", [])
        if notes and lang == "ja":
            return notes[0]
        if isinstance(self.error, OSError) and self.error.filename is not None:
            return f"{self.error.filename}: {self.error.strerror}"
        return str(self.error)

    @property
    def issue(self) -> Issue:
        """The issue that the plan of the other files has."""
        detail = " / ".join(dict.fromkeys((self.words("ja"), self.words("en"))))
        place = Location(self.file, 1)
        return Issue("file-unread", self.file, 0, len(self.file), detail, place)


def merged(plans: Sequence[Plan], unread: Sequence[Unread], *, folder: str = "") -> Plan:
    """Return several plans as one.

    Args:
        plans: The plans, in their order.
        unread: The files that could not be read.
        folder: The folder that they stand in, or ``""``.

    Raises:
        KpikitError: Nothing could be read.
        OSError: Nothing could be read.
    """
    if not plans:
        raise _nothing(unread, folder)
    merge = _Merge()
    for plan in plans:
        merge.add(plan)
    titles = dict.fromkeys(plan.title for plan in plans)
    return Plan(
        (PurePath(folder).name if len(titles) > 1 else "") or plans[0].title,
        sections=[kept for plan in plans for kept in _kept(plan.sections, merge.left)],
        categories=dict.fromkeys(each for plan in plans for each in plan.categories),
        issues=[
            *(issue for plan in plans for issue in plan.issues),
            *merge.issues,
            *(each.issue for each in unread),
        ],
        remarks=dict.fromkeys(text for plan in plans for text in plan.remarks),
        chosen=[*(each for plan in plans for each in plan.chosen), *merge.chosen()],
    )


def _nothing(unread: Sequence[Unread], folder: str) -> KpikitError | OSError:
    """Return the error where no file could be read."""
    if not unread:
        return TableError.told("folder-empty", file=folder or "[]", known=" ".join(SUFFIXES))
    if len(unread) == 1:
        return unread[0].error
    return TableError.told("files-unread", count=len(unread), detail=partial(_all_words, unread))


def _all_words(unread: Sequence[Unread], lang: Language) -> str:
    return "\n".join(each.words(lang) for each in unread)


@attrs.define
class _Merge:
    """Finds the indicators that stand in several files."""

    #: Which indicators are left out, by identity.
    left: set[int] = attrs.field(factory=set[int])
    issues: list[Issue] = attrs.field(factory=list[Issue])
    #: The names of those that were merged, by the place of the one that stays.
    names: list[tuple[str, Location | None]] = attrs.field(
        factory=list[tuple[str, Location | None]]
    )
    _kept: dict[_Key, list[Indicator]] = attrs.field(factory=lambda: defaultdict(list))

    def add(self, plan: Plan) -> None:
        """Compare the indicators of a plan with those of the plans before it."""
        for key, indicator in [*_keyed(plan)]:
            self._add(self._kept[key], indicator)

    def _add(self, kept: list[Indicator], new: Indicator) -> None:
        found: list[Issue] = []
        for old in [*kept]:
            differing = _differing(old, new)
            if not differing and _says_all(old, new):
                self._leave(new, old)
                return
            if not differing and _says_all(new, old):
                self._leave(old, new)
                kept.remove(old)
            else:
                found += _complaints(old, new, differing=differing)
        self.issues += found
        kept.append(new)

    def _leave(self, left: Indicator, stays: Indicator) -> None:
        self.left.add(id(left))
        self.names.append((stays.name, _place(stays)))

    def chosen(self) -> list[Chosen]:
        """Say what was merged; the first few stand for all."""
        if not self.names:
            return []
        counts = Counter(name for name, _ in self.names)
        value = " ".join([*counts][:_FEW]) + " …" * (len(counts) > _FEW)
        return [Chosen("merged", value, self.names[0][1])]


def _keyed(plan: Plan) -> Iterator[tuple[_Key, Indicator]]:
    """Yield the indicators of a plan, each with what it is known by."""
    for path, section in _paths(plan.sections, ()):
        seen = Counter[str]()
        for indicator in section.indicators:
            name = _folded(indicator.name)
            yield (*path, name, seen[name]), indicator
            seen[name] += 1


def _paths(sections: Sequence[Section], above: _Key) -> Iterator[tuple[_Key, Section]]:
    for section in sections:
        own = (section.kind, section.code, _folded(section.title), section.departments)
        path = (*above, own)
        yield path, section
        yield from _paths(section.sections, path)


def _folded(text: str) -> str:
    return "".join(normalize("NFKC", text).split())


def _figures(indicator: Indicator) -> dict[tuple[str, Period | None], list[Any]]:
    """Return the figures of an indicator, each by its role and period."""
    found: dict[tuple[str, Period | None], list[Any]] = defaultdict(list)
    for target in indicator.targets:
        if not target.rule.is_none:
            found["target", target.period].append(target.rule)
    seen = [("actual", each) for each in indicator.observations]
    if indicator.baseline_observation is not None:
        seen.append(("baseline", indicator.baseline_observation))
    for role, each in seen:
        if each.missing in (None, Missing.UNREADABLE):
            found[role, each.period or each.column].append(_content(each))
    return found


def _content(observation: Observation) -> Observation:
    """Return what an observation says, whatever column it stands in."""
    return attrs.evolve(observation, period=None, column=None)


def _differing(one: Indicator, other: Indicator) -> bool:
    """Whether two have other figures for the same role and period."""
    figures, others = _figures(one), _figures(other)
    return any(figures[key] != others[key] for key in figures.keys() & others.keys())


def _says_all(one: Indicator, other: Indicator) -> bool:
    """Whether a row says all that another says, which may leave cells empty."""
    figures = _figures(one)
    has_figures = all(figures.get(key) == each for key, each in _figures(other).items())
    cells = _cells(one)
    return has_figures and all(
        cells.get(heading) == text for heading, text in _cells(other).items() if text
    )


def _cells(indicator: Indicator) -> dict[str, str]:
    if indicator.source is None:
        return {}
    return {cell.heading: _folded(cell.text) for cell in indicator.source.cells}


def _complaints(old: Indicator, new: Indicator, *, differing: bool) -> Iterator[Issue]:
    """Yield an issue for each cell whose figure differs, or one for rows that do."""
    place, other = _place(new), _place(old)
    cells, others = _cells(new), _cells(old)
    found = [heading for heading in cells if _is_other(heading, cells, others)] if differing else []
    for heading in found:
        text, shown = cells[heading], f"{others[heading]}, {other}"
        where = attrs.evolve(place, column=heading) if place else None
        yield Issue("merge-conflict", text, 0, len(text), shown, where)
    if not found:
        code = "merge-conflict" if differing else "merge-apart"
        yield Issue(code, new.name, 0, len(new.name), str(other or ""), place)


def _is_other(heading: str, cells: Mapping[str, str], others: Mapping[str, str]) -> bool:
    """Whether two rows have other figures below a heading."""
    pair = {cells[heading], others.get(heading, "")}
    return len(pair) > 1 and "" not in pair and read_heading(heading).role in _FIGURES


def _place(indicator: Indicator) -> Location | None:
    return indicator.source.location if indicator.source else None


def _kept(sections: Sequence[Section], left: set[int]) -> Iterator[Section]:
    """Yield sections without the indicators that are left out, nor what is empty then."""
    for section in sections:
        indicators = [each for each in section.indicators if id(each) not in left]
        below = [*_kept(section.sections, left)]
        had = section.indicators or section.sections
        if indicators or below or not had:
            yield attrs.evolve(section, indicators=indicators, sections=below)
