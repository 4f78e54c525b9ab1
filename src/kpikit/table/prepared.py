"""What is put right in the cells of a sheet before its rows are read, in an order with reasons.

Each step looks at cells and their neighbours alone. None needs the structure of the sheet, which
is told of what they leave.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

import attrs

from kpikit.cell import Vocabulary
from kpikit.table.again import with_names_again
from kpikit.table.aimed import with_aims
from kpikit.table.aimed_years import with_aimed_years
from kpikit.table.aims_below import with_aims_below, with_rows_in_brackets
from kpikit.table.beside_names import with_names_across
from kpikit.table.bracketed import with_brackets_below
from kpikit.table.cards import with_names_of_cards
from kpikit.table.cells import Cells
from kpikit.table.composed import parted
from kpikit.table.corner_units import with_corner_units
from kpikit.table.dated import dated
from kpikit.table.eras import in_one_era, with_years_in_turn
from kpikit.table.evaluated import with_evaluated
from kpikit.table.foreseen_rows import with_foreseen_rows
from kpikit.table.formulas_below import with_formulas_below
from kpikit.table.key_columns import with_key_columns
from kpikit.table.labelled import with_labelled_values
from kpikit.table.led_values import with_led_values
from kpikit.table.legends import with_legends
from kpikit.table.levels import with_names_beside_kinds, with_other_kinds
from kpikit.table.listed import with_listed
from kpikit.table.named_above import with_names_above
from kpikit.table.named_within import with_names_within
from kpikit.table.names_by_key import with_names_by_key
from kpikit.table.names_of_blocks import with_names_of_blocks
from kpikit.table.newer_starts import with_newer_starts
from kpikit.table.nouns import with_nouns
from kpikit.table.numbered import with_numbered_forms
from kpikit.table.other_costs import with_other_costs
from kpikit.table.own_rows import with_own_rows
from kpikit.table.plain_numbers import with_plain_numbers
from kpikit.table.prefixed import with_prefixed
from kpikit.table.project_costs import with_project_costs
from kpikit.table.remarked import with_remarked_years
from kpikit.table.settled import with_settled
from kpikit.table.target_years import with_target_years
from kpikit.table.turns import in_turn
from kpikit.table.unit_rows import with_unit_rows
from kpikit.table.units_of_names import with_units_of_names
from kpikit.table.valued import with_values_of_years
from kpikit.table.widened import with_wide_headings
from kpikit.table.year_above import with_years_in_labels, with_years_named
from kpikit.table.year_pairs import with_years_of_pairs
from kpikit.table.yearly import with_parts_beside_years, with_yearly
from kpikit.table.years_ahead import with_years_ahead
from kpikit.table.years_behind import with_years_behind

__all__ = ["prepared"]

_Change: TypeAlias = Callable[[Cells, Vocabulary], Cells]


@attrs.frozen
class _Step:
    """A step, and why it stands where it does."""

    change: _Change
    because: str


#: What must be done before the years of a sheet are told.
_BEFORE_YEARS: Final = (
    _Step(lambda sheet, _: with_wide_headings(sheet), "what a heading covers, all others ask"),
    _Step(lambda sheet, _: with_plain_numbers(sheet), "which cells are years, all others ask"),
    _Step(with_prefixed, "a heading behind what it is of says as much as one alone"),
    _Step(with_names_again, "a name in full is what a key may stand for"),
    _Step(lambda sheet, _: with_key_columns(sheet), "a column of keys has labels of none"),
    _Step(lambda sheet, _: with_names_by_key(sheet), "no key is taken for a mark or a label later"),
    _Step(
        lambda sheet, _: with_names_of_blocks(sheet), "which labels are of names, all others ask"
    ),
    _Step(with_years_in_turn, "a year counted on from its neighbour helps to tell the era"),
)
#: What needs the only era that a sheet names.
_OF_ERA: Final = (_Step(with_remarked_years, "a remark hides no era but that of others"),)
#: What needs to know which cells are years.
_BEHIND_YEARS: Final = (
    _Step(with_units_of_names, "a unit below a name is no name of a row"),
    _Step(with_listed, "names with values out of one cell are rows for all others"),
    _Step(with_led_values, "rows of labels with their values are two rows for all others"),
    _Step(with_labelled_values, "labels out of the cells of values are headings for all others"),
    _Step(lambda sheet, _: with_years_behind(sheet), "a label with its year is one for all others"),
    _Step(lambda sheet, _: with_newer_starts(sheet), "which labels are of actuals, all others ask"),
    _Step(lambda sheet, _: with_legends(sheet), "what marks mean is no value, whatever it says"),
    _Step(lambda sheet, _: with_numbered_forms(sheet), "a number of a form is no value of others"),
    _Step(
        lambda sheet, _: with_names_above(sheet), "values without names are figures to all others"
    ),
    _Step(lambda sheet, _: with_project_costs(sheet), "sums of projects are no values of others"),
    _Step(lambda sheet, _: with_other_costs(sheet), "what are costs, all others ask"),
    _Step(with_brackets_below, "what a year says with its bracket, all others ask"),
    _Step(with_names_of_cards, "a name above headings is told before what they head changes"),
    _Step(lambda sheet, _: with_aims(sheet), "which values are targets, all others ask"),
    _Step(lambda sheet, _: with_aimed_years(sheet), "a year that is a target dates nothing"),
    _Step(with_names_within, "which targets have names in their cells, is known by then"),
    _Step(lambda sheet, _: with_values_of_years(sheet), "labels of years are those of years then"),
    _Step(lambda sheet, _: with_years_of_pairs(sheet), "what heads actuals, accounts ask"),
    _Step(lambda sheet, _: with_years_ahead(sheet), "which years head targets, accounts ask"),
    _Step(lambda sheet, _: with_foreseen_rows(sheet), "which rows are of targets, years ask"),
    _Step(with_target_years, "which headings are years, accounts ask"),
    _Step(with_nouns, "a noun with both of its values is none of accounts"),
    _Step(lambda sheet, _: with_years_named(sheet), "whose years are told, accounts ask"),
    _Step(lambda sheet, _: with_evaluated(sheet), "years of actuals are asked for by all others"),
    _Step(lambda sheet, _: with_years_in_labels(sheet), "a row of labels and years heads nothing"),
    _Step(with_unit_rows, "a row of units stands below names and above years"),
    _Step(with_settled, "accounts are of actuals by the years around them"),
    _Step(lambda sheet, _: with_own_rows(sheet), "whose rows are whose, actuals of accounts tell"),
    _Step(
        lambda sheet, _: with_formulas_below(sheet), "a formula joins its name before that is moved"
    ),
    _Step(with_rows_in_brackets, "values out of their brackets are told from names"),
    _Step(lambda sheet, _: with_aims_below(sheet), "a name goes left of its own row and the next"),
    _Step(lambda sheet, _: with_names_across(sheet), "a name goes left of labels of all kinds"),
    _Step(dated, "a line tells years of headings, which are known by now"),
    _Step(lambda sheet, _: in_turn(sheet), "labels that have their years have values below them"),
    _Step(lambda sheet, _: with_other_kinds(sheet), "values stand beside their labels by now"),
    _Step(lambda sheet, _: with_names_beside_kinds(sheet), "all kinds are known, the others too"),
    _Step(parted, "a name that was joined to its kind may say more than that"),
    _Step(with_corner_units, "the unit of a corner is that of columns parted off, too"),
    _Step(lambda sheet, _: with_parts_beside_years(sheet), "labels of values are known by now"),
    _Step(lambda sheet, _: with_yearly(sheet), "which headings there are is settled"),
)


def prepared(sheet: Cells, vocabulary: Vocabulary) -> tuple[Cells, str]:
    """Return a sheet with its cells put right, and the era that its years are of, if it is told.

    >>> texts = {(1, 1): "指標", (1, 2): "令和５年度決算", (1, 3): "目標値"}
    >>> sheet, era = prepared(Cells.of(texts), Vocabulary())
    >>> sheet.boxes[1, 2].said.column.role, era
    (Role.ACTUAL, '')
    """
    for step in _BEFORE_YEARS:
        sheet = step.change(sheet, vocabulary)
    sheet, era = in_one_era(sheet, vocabulary)
    of_era = attrs.evolve(vocabulary, era=era) if era else vocabulary
    for step in _OF_ERA:
        sheet = step.change(sheet, of_era)
    for step in _BEHIND_YEARS:
        sheet = step.change(sheet, vocabulary)
    return sheet, era
