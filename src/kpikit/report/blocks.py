"""What is said around the tables and of a row: titled lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final, final

import attrs

from kpikit._value import Value
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.rates import Rate
from kpikit.judging.standing import Pace
from kpikit.judging.summary import Summary
from kpikit.judging.wording import quantity_words
from kpikit.language.issue import Issue, Location
from kpikit.language.messages import Language, say
from kpikit.language.pattern import pattern
from kpikit.model.quantity import EXACT
from kpikit.model.verdict import Direction, Verdict
from kpikit.report.headlines import Headline
from kpikit.report.model import Report, Total
from kpikit.report.rows import (
    COUNTS,
    MARKS,
    ReportRow,
    advice_words,
    one_line,
)

if TYPE_CHECKING:
    from kpikit.analysis.findings import Finding, Place  # only those who audit pay for it

__all__ = [
    "Count",
    "Item",
    "Matrix",
    "check_items",
    "counts_of",
    "finding_place",
    "finding_texts",
    "headline_items",
    "issue_items",
    "officer_words",
    "others_of",
    "percent_words",
    "place_of",
    "place_words",
    "share_lines",
    "share_words",
    "total_matrices",
    "unread_issues",
]

#: The columns of a table of counts: mark and heading, count, and whether it is always shown.
_COUNTS: Final = (
    ((MARKS[Verdict.ACHIEVED], "verdict-achieved"), "achieved", True),
    ((MARKS[Verdict.NOT_ACHIEVED], "verdict-not_achieved"), "not_achieved", True),
    ((MARKS[Verdict.INDETERMINATE], "verdict-indeterminate"), "indeterminate", True),
    ((MARKS[Verdict.NOT_DUE], "verdict-not_due"), "not_due", False),
    (("", "pace-word-on_track"), "on_track", False),
    (("", "pace-word-behind"), "behind", False),
    (("", "pace-word-unknown"), "unknown", False),
    (("", "total-forecast"), "forecast", False),
    ((MARKS[Verdict.NOT_APPLICABLE], "verdict-not_applicable"), "not_applicable", True),
    (("", "total-repeated"), "repeated", False),
)

#: The counts that are shown only where there are some.
_SELDOM: Final = ("forecast", "repeated")
_PACES: Final = tuple(each.value for each in Pace)
_VERDICTS: Final = {each.value: each for each in Verdict}

#: Whether a published figure holds → its mark, and how that is said.
_CHECKED: Final = {
    True: (MARKS[Verdict.ACHIEVED], "check-holds"),
    False: (MARKS[Verdict.NOT_ACHIEVED], "check-fails"),
    None: ("?", "check-open"),
}
#: The tables of counts: title, what is counted in them, and the remark below.
_TOTALS: Final = (
    ("total-by-section", ("plan", "table", "section"), "total-note"),
    ("total-by-category", ("category",), ""),
    ("total-by-department", ("department",), "total-department-note"),
)


@final
@attrs.frozen(repr=False)
class Item(Value):
    """A labelled statement, with a list below it."""

    #: What it is about.
    label: str
    #: What is said.
    text: str = ""
    #: The list below it, each with what is said of it (``""`` if nothing).
    entries: tuple[tuple[str, str], ...] = ()

    @property
    def lines(self) -> list[str]:
        """The list, an entry a line."""
        return [f"{name}  {text}".strip() for name, text in self.entries]


@final
@attrs.frozen(repr=False)
class Count(Value):
    """How many rows of the plan are counted as one thing."""

    #: One of :data:`kpikit.report.rows.COUNTS`.
    name: str
    #: How it is called.
    words: str
    #: How many.
    number: int
    #: The verdict, ``None`` for what is counted as none.
    verdict: Verdict | None
    #: What stands below it, ``""`` if nothing.
    below: str = ""

    @property
    def is_told(self) -> bool:
        """Whether it is worth saying: that nothing is not due goes without."""
        return self.number > 0 or self.verdict is not Verdict.NOT_DUE


@final
@attrs.frozen(repr=False)
class Matrix(Value):
    """A table of counts."""

    #: What the rows are.
    title: str
    #: The headings of the counts, each with its mark.
    counts: tuple[str, ...]
    #: The marks alone, for a narrow line.
    marks: tuple[str, ...]
    #: The headings of the shares, which stand behind the counts.
    shares: tuple[str, ...]
    #: The rows: a label, counts, shares.
    rows: tuple[tuple[str, ...], ...]
    #: A remark below it, ``""`` if none.
    note: str = ""
    #: What each row counts.
    summaries: tuple[Summary, ...] = ()


def headline_items(headline: Headline, lang: Language) -> tuple[Item, ...]:
    """Say how a published share compares with the recomputed one."""
    category = f"{headline.category.code} {headline.category.title}".strip()
    missed = tuple((each.name, "") for each in headline.missed)
    left_out = tuple((each.name, each.evaluation.explain(lang)) for each in headline.left_out)
    caution = "share-reading" if headline.fits else "share-no-reading"
    noted = headline.figure.missed is not None
    return (
        Item(say("share-published", lang), _published(headline, lang)),
        Item(say("share-recomputed", lang, category=category), _recomputed(headline, lang)),
        *_bounds(headline, lang),
        Item(say("share-missed", lang, count=len(missed)), "", missed),
        *[Item(say("share-noted", lang), _noted(headline, lang))] * noted,
        Item(say("share-left-out", lang, count=len(left_out)), "", left_out),
        Item(say("share-caution", lang), say(caution, lang)),
    )


def check_items(report: Report) -> tuple[Item, ...]:
    """Say what comes out when a published figure is worked out again."""
    lang = report.lang
    items: list[Item] = []
    for check in report.checks:
        mark, code = _CHECKED[check.holds]
        result = say(code, lang, published=quantity_words(check.published, lang))
        row = check.row
        label = place_of(row.table, row.number, row.part, row.evaluation.indicator.name)
        items.append(Item(label, "", ((check.formula, f"{mark} {result}"),)))
    return tuple(items)


def place_of(table: str, number: str, part: object, indicator: str) -> str:
    """Say which row is meant: table, number, part and indicator, as far as they are known.

    >>> place_of("1", "3-3", 2, "利用率"), place_of("", "", None, "利用率")
    ('(1) 3-3[2] 利用率', '利用率')
    """
    number = f"{number}[{part}]" if part else number
    return " ".join(filter(None, (table and f"({table})", number, indicator)))


def counts_of(report: Report) -> tuple[Count, ...]:
    """Return the counts of the plan; what is seldom there is left out where there is none of it."""
    summary = report.mid_term.summary
    return tuple(
        Count(name, say(code, report.lang), number, _VERDICTS.get(name), below)
        for name, code in COUNTS.items()
        if (number := int(getattr(summary, name))) or name not in _SELDOM
        for below in [_paces(summary, report.lang) if name == Verdict.NOT_DUE.value else ""]
    )


def _paces(summary: Summary, lang: Language) -> str:
    """Say how what is not due stands."""
    return say("mid-term-paces", lang, **{each: getattr(summary, each) for each in _PACES})


def share_lines(summary: Summary, lang: Language) -> list[str]:
    """Say of what the share achieved is one, its bounds if they differ, and what was met early."""
    lines: list[str] = []
    rate, bounds = summary.rate, summary.bounds
    if rate is not None:
        code = "html-share-due" if summary.open else "html-share"
        lines.append(say(code, lang, achieved=rate.numerator, decided=rate.denominator))
    elif summary.open and not summary.due:
        lines.append(say("mid-term-none-due", lang))
    if bounds is not None and bounds[0] != bounds[1]:
        low, high = bounds
        between = say("total-range", lang, low=f"{low.percent()}%", high=f"{high.percent()}%")
        lines.append(say("html-bounds", lang, range=between))
    if summary.early:
        lines.append(f"{say('total-early', lang)} {summary.early}")
    return lines


def share_words(summary: Summary, lang: Language) -> list[str]:
    """Say the share achieved in %, of how many it is one, and its bounds; nothing of nothing."""
    lines = share_lines(summary, lang)
    if summary.rate is not None:
        lines[0] = f"{say('total-rate', lang)} {summary.rate.percent()}% ({lines[0]})"
    return lines


def officer_words(report: Report) -> str:
    """Say how much is told on the screen only, for whoever keeps the table."""
    warnings = sum(each.severity.value == "warning" for each in report.findings)
    return say(
        "officer-printed",
        report.lang,
        warnings=warnings,
        notes=len(report.findings) - warnings,
        questions=len(report.questions),
        issues=len(report.plan.issues),
    )


def total_matrices(report: Report) -> tuple[Matrix, ...]:
    """Lay out the counts: by section, by category, by department."""
    tables = [
        (title, note, [each for each in report.totals if each.kind in kinds])
        for title, kinds, note in _TOTALS
    ]
    return tuple(_matrix(report, *table) for table in tables if table[-1])


def _published(headline: Headline, lang: Language) -> str:
    row = headline.row
    return say(
        "share-published-at",
        lang,
        share=quantity_words(headline.figure.share, lang),
        place=f"{say('total-table', lang, number=row.table)} {row.number}",
        name=row.evaluation.indicator.name,
    )


def _bounds(headline: Headline, lang: Language) -> tuple[Item, ...]:
    bounds, places = headline.summary.bounds, headline.places
    if bounds is None:
        return ()
    low, high = bounds
    text = say(
        "share-bounds-are",
        lang,
        low=low,
        high=high,
        low_percent=low.percent(places),
        high_percent=high.percent(places),
    )
    return (Item(say("share-bounds", lang), text),)


def _recomputed(headline: Headline, lang: Language) -> str:
    rate = headline.summary.rate
    if rate is None:
        return say("share-none", lang)
    return say(
        "share-fits" if headline.fits else "share-differs",
        lang,
        share=rate,
        achieved=rate.numerator,
        missed=headline.summary.not_achieved,
        percent=headline.percent,
    )


def _noted(headline: Headline, lang: Language) -> str:
    code = "share-noted-other"
    if headline.agrees_with_note:
        code = "share-noted-same" if headline.figure.titles else "share-noted-count"
    return say(code, lang, count=headline.figure.missed)


def _matrix(report: Report, title: str, note: str, totals: list[Total]) -> Matrix:
    """Lay out counts; a column that is 0 throughout is left out, but for the usual four."""
    lang = report.lang
    summaries = [each.summary for each in totals]
    none_due = report.mid_term.summary.open > 0 and not _any("due", summaries)
    used = [(heading, name) for heading, name, always in _COUNTS if always or _any(name, summaries)]
    rows = [
        (
            _label(each, report.plan.title, lang),
            *map(str, attrgetter(*(name for _, name in used))(each.summary)),
            *(() if none_due else _shares(each.summary, lang)),
        )
        for each in totals
    ]
    shares = (say("total-rate", lang), say("total-bounds", lang))
    return Matrix(
        say(title, lang),
        tuple(f"{mark} {say(code, lang)}".strip() for (mark, code), _ in used),
        tuple(mark or say(code, lang) for (mark, code), _ in used),
        () if none_due else shares,
        tuple(rows),
        _note(note, report.mid_term.summary, lang),
        tuple(summaries),
    )


def _note(code: str, counts: Summary, lang: Language) -> str:
    """Say what the share is of, and that it is not of what is open where anything is."""
    if code == "total-note" and counts.open:
        code = "total-open-note" if counts.due else "total-none-due-note"
    return say(code, lang) if code else ""


def _any(name: str, summaries: list[Summary]) -> bool:
    """Whether there is any of a count; of the paces, whether there is any of which they are."""
    name = "not_due" if name in _PACES else name
    return any(getattr(each, name) for each in summaries)


def _label(total: Total, plan: str, lang: Language) -> str:
    if total.kind == "plan":
        return say("total-all", lang)
    if total.kind == "table":
        title = total.title.removeprefix(plan).strip() or total.title
        return f"{say('total-table', lang, number=total.code)} {title}"
    indent = "\N{IDEOGRAPHIC SPACE}" * (total.level + 1) if total.kind == "section" else ""
    return f"{indent}{total.code} {total.title}" if total.code else total.title


def _shares(summary: Summary, lang: Language) -> tuple[str, str]:
    """Return the share achieved, and its bounds where they are not the same."""
    rate, bounds = summary.rate, summary.bounds
    share = "" if rate is None else f"{rate} ({rate.percent()}%)"
    if bounds is None or bounds[0] == bounds[1]:
        return share, ""
    return share, say("total-range", lang, low=bounds[0], high=bounds[1])


# -- what is told of a row on demand ---------------------------------------------------------------

_TENTH: Final = Decimal("0.1")
_HUNDRED: Final = Decimal(100)
_FOLDERS: Final = pattern(r".*[\\/]", re.DOTALL)


def others_of(row: ReportRow, lang: Language) -> Iterator[Item]:
    """Yield what is told of a row besides its cells and why: advice, rates, notes, place."""
    advice = advice_words(row.evaluation, lang)
    if advice:
        yield Item(say("report-advice", lang), advice)
    yield from _rates(row, lang)
    for grade in row.grades:
        yield Item(grade.scheme, grade.explain(lang))
    yield from _notes(row, lang)
    source = row.evaluation.indicator.source
    if source is not None:
        yield Item(say("html-source", lang), place_words(source.location))


def percent_words(rate: Rate, lang: Language = "ja") -> str:
    """Write a rate in %, to a tenth, half up; an interval by its ends.

    >>> percent_words(Rate("achievement", Decimal("0.8764"), None))
    '87.6%以上'
    >>> percent_words(Rate("achievement", Decimal("0.8764"), Decimal(1)), "en")
    '87.6% to 100.0%'
    """
    low = _percent(rate.lower)
    high = low if rate.upper is rate.lower else _percent(rate.upper)
    if low == high:
        return low
    if low and high:
        return say("total-range", lang, low=low, high=high)
    return say("words-at-least", lang, text=low) if low else say("words-at-most", lang, text=high)


def place_words(location: Location) -> str:
    """Say where a cell stands, without the folders of whoever made the report.

    >>> place_words(Location("/home/me/plan.tsv", 3))
    'plan.tsv:3'
    """
    return str(_bare(location))


def unread_issues(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Return what was not understood, without the folders of whoever made the report.

    >>> issue = Issue("no-form", "?", 0, 1, location=Location("/home/me/plan.tsv", 3))
    >>> unread_issues([issue])[0].location.file
    'plan.tsv'
    """
    return tuple(
        attrs.evolve(each, location=each.location and _bare(each.location)) for each in issues
    )


def _bare(location: Location) -> Location:
    return Location(_bare_name(location.file), location.line, location.column, location.sheet)


@lru_cache(maxsize=256)
def _bare_name(file: str) -> str:
    """Return what a file is called without its folders; all rows are of a few files."""
    return _FOLDERS.sub("", file)


def finding_place(place: Place) -> str:
    """Say what a finding is about: table, number, part, indicator, as far as they are known."""
    return place_of(place.table, place.section, place.part, place.indicator)


def finding_texts(finding: Finding, lang: Language) -> tuple[str, ...]:
    """Say of a finding its code, table, section, part, indicators and sentence."""
    indicators = dict.fromkeys(place.indicator for place in finding.places)
    named = " / ".join(filter(None, indicators))
    where = (finding.table, finding.section, finding.part, named)
    return (finding.code, *where, finding.message(lang))


@final
@attrs.frozen(repr=False)
class Alike(Value):
    """Findings that are told in one line: a warning by itself, notes of one kind together."""

    #: The findings, all of one code and severity.
    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The first of them."""
        return self.findings[0]

    @property
    def places(self) -> tuple[str, ...]:
        """Where they are, each place once."""
        return tuple(
            dict.fromkeys(finding_place(place) for each in self.findings for place in each.places)
        )

    def message(self, lang: Language) -> str:
        """Say it, for several by the first one and with how many there are."""
        text, count = self.first.message(lang), len(self.findings)
        if count == 1:
            return text
        same = all(each.message(lang) == text for each in self.findings)
        code = "finding-alike" if same else "finding-such"
        return say(code, lang, text=text, count=count, others=count - 1)


def alike(findings: Iterable[Finding]) -> tuple[Alike, ...]:
    """Gather notes of one kind at the place of the first; every warning stays by itself."""
    found: dict[object, list[Finding]] = {}
    for index, each in enumerate(findings):
        is_note = each.severity.value == "info"
        found.setdefault(each.code if is_note else index, []).append(each)
    return tuple(Alike(tuple(each)) for each in found.values())


def question_items(report: Report) -> tuple[Item, ...]:
    """Say what only a person can answer: where, and what."""
    return tuple(
        Item(
            place_words(source.location) if (source := each.indicator.source) else "",
            each.message(report.lang),
        )
        for each in report.questions
    )


def issue_items(report: Report) -> tuple[Item, ...]:
    """Say what could not be read: where, what, and the cell."""
    return tuple(
        Item(
            place_words(issue.location) if issue.location else "",
            issue.message(report.lang),
            ((issue.text, ""),) if issue.text else (),
        )
        for issue in report.plan.issues
    )


def _percent(end: Decimal | None) -> str:
    """Write the end of a rate, ``""`` where it has none."""
    if end is None:
        return ""
    return f"{EXACT.multiply(end, _HUNDRED).quantize(_TENTH, ROUND_HALF_UP, EXACT)}%"


def _rates(row: ReportRow, lang: Language) -> Iterator[Item]:
    """Yield the rates that are defined; actual over target only where more of it is better."""
    for name, rate in row.evaluation.rates.items():
        if not rate.undefined and (name != "achievement" or _grows(row.evaluation)):
            yield Item(rate.explain(lang), percent_words(rate, lang))


def _grows(evaluation: Evaluation) -> bool:
    """Whether actual over target grows as things get better: not of a ceiling or a deficit."""
    aim = evaluation.aim
    above = aim is not None and aim.lower is not None and aim.lower > 0
    return above and evaluation.rule is not None and evaluation.rule.way is Direction.HIGHER


def _notes(row: ReportRow, lang: Language) -> Iterator[Item]:
    """Yield what was noted of cells, once for all the cells that it was noted of."""
    noted: dict[str, list[tuple[str, str]]] = {}
    for cell in row.cells:
        for note in cell.notes:
            about = cell.text[note.start : note.end].strip()
            noted.setdefault(note.message(lang), []).append((cell.heading, about))
    for told, places in noted.items():
        headings = "".join(dict.fromkeys(f"「{one_line(heading)}」" for heading, _ in places))
        shown = "".join(dict.fromkeys(f"「{text}」" for _, text in places if text))
        text = say("html-noted", lang, text=shown, note=told) if shown else told
        yield Item(say("html-note", lang, headings=headings), text)
