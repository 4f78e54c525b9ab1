"""A sheet as cells at their places, each with what it covers and what it says by itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import final

import attrs

from kpikit.cell import Vocabulary
from kpikit.cell.vocabulary import USUAL
from kpikit.language.marks import DITTOS
from kpikit.table.classes import Class, Said, read_class, what_it_says
from kpikit.table.headings import Labels, Words
from kpikit.table.lines import Row

__all__ = ["Box", "Cells"]


@final
@attrs.frozen(eq=False)
class Box:
    """A cell with what it covers: rows and columns are counted from 1, ends are inclusive."""

    row: int
    column: int
    bottom: int
    right: int
    #: What stands in it, as it is shown.
    text: str
    #: What it says by itself.
    said: Said

    #: The words that it is read by.
    vocabulary: Vocabulary = USUAL
    #: Whether it is a number that may be a percentage, for all that can be told.
    is_doubtful: bool = False
    #: The sheet that it stands in, or ``""``.
    sheet: str = ""
    #: Whether rows and columns are those of the document the other way round.
    is_turned: bool = False

    def turned(self) -> Box:
        """Return the cell with its rows as columns."""
        row, column, bottom, right = self.column, self.row, self.right, self.bottom
        turned = not self.is_turned
        return attrs.evolve(
            self, row=row, column=column, bottom=bottom, right=right, is_turned=turned
        )

    @property
    def published(self) -> Box:
        """The cell as it stands in the document."""
        return self.turned() if self.is_turned else self

    @property
    def kind(self) -> Class:
        """What it is by itself; it is read if nothing else tells."""
        kind = self.said.kind
        return read_class(self.text.strip(), self.vocabulary) if kind is Class.UNREAD else kind

    @property
    def says(self) -> bool:
        """Whether it says what other cells are."""
        return self.said.kind in (Class.LABEL, Class.YEAR)

    @property
    def is_label(self) -> bool:
        """Whether it says what other cells are, and not only when."""
        return self.said.kind is Class.LABEL


@final
@attrs.define(eq=False)
class Cells:
    """The cells of a sheet by place; a merged one stands at all that it covers."""

    #: What the sheet is called, or ``""``.
    name: str = ""
    boxes: dict[tuple[int, int], Box] = attrs.field(factory=dict[tuple[int, int], Box])
    #: Row → its boxes from the left, each once; those that go on from a row above too.
    lines: dict[int, list[Box]] = attrs.field(factory=dict[int, list[Box]])
    #: Cells that say the same as the one above, which stands in their place: 〃.
    dittos: list[Box] = attrs.field(factory=list[Box])
    #: Sheet and row → the line of the file that it begins in, where that is another.
    numbers: dict[tuple[str, int], int] = attrs.field(factory=dict[tuple[str, int], int])
    #: Rows of a text that have several cells, and fewer than others have.
    ragged: set[int] = attrs.field(factory=set[int])
    #: What somebody says of whole texts.
    labels: Labels = ()
    #: The rows that a document says are headings.
    titles: frozenset[int] = frozenset()
    #: The rows of lines that say what the name above them means.
    meanings: frozenset[int] = frozenset()
    #: The rows of lines that may be a name, or what the name above them means.
    unsure: frozenset[int] = frozenset()
    #: What is left of cells whose values are told elsewhere: figures in words.
    rests: list[Box] = attrs.field(factory=list[Box])
    #: Tells the years with their era that the other sheets of its document name.
    years_beside: Callable[[], Sequence[str]] = tuple[str, ...]
    #: Tells the texts of the pages before it, by row and column, where it is a page.
    pages_before: Callable[[], Sequence[Mapping[tuple[int, int], str]]] = tuple[
        Mapping[tuple[int, int], str], ...
    ]

    @classmethod
    def of(
        cls,
        texts: Mapping[tuple[int, int], str],
        merges: Iterable[tuple[int, int, int, int]] = (),
        *,
        name: str = "",
        doubtful: Container[tuple[int, int]] = (),
        titles: Iterable[int] = (),
        words: Words = (),
        labels: Labels = (),
        vocabulary: Vocabulary = USUAL,
    ) -> Cells:
        """Return a sheet of texts by row and column.

        Args:
            texts: The texts by row and column, both counted from 1.
            merges: First row, first column, last row and last column of merged ranges.
            name: What the sheet is called.
            doubtful: Where numbers stand that may be percentages.
            titles: The rows that a document says are headings.
            words: Words of headings beyond the usual ones.
            labels: What somebody says of whole texts.
            vocabulary: The words that cells are read by.
        """
        sheet = cls(name, labels=labels, titles=frozenset(titles))
        spans = {(top, left): (bottom, right) for top, left, bottom, right in merges}
        for (row, column), text in sorted(texts.items()):
            bare = text.strip()
            if bare:
                bottom, right = spans.get((row, column), (row, column))
                said = what_it_says(bare, words=words, labels=labels, vocabulary=vocabulary)
                is_doubtful = (row, column) in doubtful
                box = Box(row, column, bottom, right, text, said, vocabulary, is_doubtful, name)
                sheet._put(box)
        for line in sheet.lines.values():
            line.sort(key=attrgetter("column"))
        return sheet

    @classmethod
    def of_rows(
        cls,
        rows: Sequence[Row],
        *,
        words: Words = (),
        labels: Labels = (),
        vocabulary: Vocabulary = USUAL,
    ) -> Cells:
        """Return the cells of rows of text, in which nothing is merged.

        A row may take several lines of the file, and is the next to the one above all the same.
        """
        cells = cls(labels=labels)
        width = max((row.filled[-1] + 1 for row in rows if row.filled), default=0)
        for number, row in zip(_numbers(rows), rows, strict=True):
            cells.numbers["", number] = row.line
            if 1 < len(row.cells) < width:
                cells.ragged.add(number)
            for at in row.filled:
                text, column = row.cells[at], at + 1
                said = what_it_says(text.strip(), words=words, labels=labels, vocabulary=vocabulary)
                cells._put(Box(number, column, number, column, text, said, vocabulary))
        return cells

    def turned(self) -> Cells:
        """Return the sheet with its rows as columns.

        >>> sheet = Cells.of({(1, 2): "目標値"}).turned()
        >>> sheet.boxes[2, 1].text, sheet.boxes[2, 1].published.column
        ('目標値', 2)
        """
        sheet = Cells(
            self.name,
            numbers=self.numbers,
            labels=self.labels,
            years_beside=self.years_beside,
            pages_before=self.pages_before,
        )
        boxes = (box.turned() for box in dict.fromkeys(self.boxes.values()))
        for box in sorted(boxes, key=attrgetter("row", "column")):
            sheet._put(box)
        for line in sheet.lines.values():
            line.sort(key=attrgetter("column"))
        return sheet

    def opened(self, rows: Collection[int]) -> Cells:
        """Return the sheet with a blank row below each of some rows; what reaches to it grows.

        The new row is of the same line of the file.

        >>> sheet = Cells.of({(1, 1): "成果指標", (1, 2): "目標 5件", (2, 1): "担当課"}).opened([1])
        >>> [(box.text, box.row, box.bottom) for box in dict.fromkeys(sheet.boxes.values())]
        [('成果指標', 1, 2), ('目標 5件', 1, 2), ('担当課', 3, 3)]
        """

        def begin(row: int) -> int:
            return row + sum(each < row for each in rows)

        def end(row: int) -> int:
            return row + sum(each <= row for each in rows)

        def moved(box: Box) -> Box:
            return attrs.evolve(box, row=begin(box.row), bottom=end(box.bottom))

        every = {id(box): moved(box) for box in dict.fromkeys(self.boxes.values())}
        lines = {row: self.numbers.get((self.name, row), row) for row in self.lines}
        made = attrs.evolve(
            self,
            boxes={},
            lines={},
            dittos=[],
            rests=[moved(box) for box in self.rests],
            numbers={
                (self.name, at): line
                for row, line in lines.items()
                for at in range(begin(row), end(row) + 1)
            },
            ragged={*map(begin, self.ragged)},
            titles=frozenset(map(begin, self.titles)),
            meanings=frozenset(map(begin, self.meanings)),
            unsure=frozenset(map(begin, self.unsure)),
        )
        for box in every.values():
            made.insert(box)
        made.dittos += [every[id(box)] for box in self.dittos]
        made.lines = dict(sorted(made.lines.items()))
        return made

    def without(self, ranges: Iterable[tuple[int, int]]) -> Cells:
        """Return the sheet without the cells that begin in some lines of its file.

        Args:
            ranges: The first and the last line of each of them.

        >>> sheet = Cells.of({(1, 1): "目標", (2, 1): "5件"}).without([(2, 4)])
        >>> [box.text for box in sheet.boxes.values()]
        ['目標']
        """
        gone = {line for first, last in ranges for line in range(first, last + 1)}
        made = attrs.evolve(self, boxes={}, lines={}, dittos=[])
        for box in dict.fromkeys(self.boxes.values()):
            if self.numbers.get((self.name, box.row), box.row) not in gone:
                made.insert(box)
        made.dittos += [box for box in self.dittos if made.at(box.row, box.column) is box]
        made.lines = dict(sorted(made.lines.items()))
        return made

    def _put(self, box: Box) -> None:
        """Add a cell; one that says the same as the one above has the text of that."""
        above = self.at(box.row - 1, box.column) if box.text.strip() in DITTOS else None
        if above is not None:
            box = attrs.evolve(box, text=above.text, said=above.said)
            self.dittos.append(box)
        if box.row == box.bottom and box.column == box.right:
            self.lines.setdefault(box.row, []).append(box)
            self.boxes[box.row, box.column] = box
            return
        for row in range(box.row, box.bottom + 1):
            self.lines.setdefault(row, []).append(box)
            for column in range(box.column, box.right + 1):
                self.boxes[row, column] = box

    def put(self, box: Box) -> None:
        """Put a cell in place of the one that stands where it does."""
        for row in range(box.row, box.bottom + 1):
            line = self.lines[row]
            line[:] = [box if each.column == box.column else each for each in line]
            self.boxes |= {(row, at): box for at in range(box.column, box.right + 1)}

    def insert(self, box: Box) -> None:
        """Put a cell where none stands."""
        self._put(box)
        for row in range(box.row, box.bottom + 1):
            self.lines[row].sort(key=attrgetter("column"))

    def remove(self, box: Box) -> None:
        """Take a cell away."""
        for row in range(box.row, box.bottom + 1):
            self.lines[row] = [each for each in self.lines[row] if each is not box]
            if not self.lines[row]:
                del self.lines[row]
            for column in range(box.column, box.right + 1):
                del self.boxes[row, column]

    def move(self, box: Box, row: int, column: int) -> None:
        """Put a cell that stands alone in its row where none stands."""
        del self.lines[box.row]
        del self.boxes[box.row, box.column]
        self._put(attrs.evolve(box, row=row, column=column, bottom=row, right=column))

    def below(self, head: Box) -> Iterator[Box]:
        """Yield the cells that begin in the columns of a heading, below it, up to a blank row."""
        row = head.bottom + 1
        while row in self.lines:
            for column in range(head.column, head.right + 1):
                box = self.at(row, column)
                if box is not None and (box.row, box.column) == (row, column):
                    yield box
            row += 1

    def at(self, row: int, column: int) -> Box | None:
        """Return the cell that covers a place."""
        return self.boxes.get((row, column))


def _numbers(rows: Sequence[Row]) -> list[int]:
    """Return the numbers of rows: 1 more than that of the row above, 2 behind a gap."""
    numbers: list[int] = []
    end = number = 0
    for row in rows:
        number += 1 if row.line == end + 1 else 2
        numbers.append(number)
        end = row.line + sum(cell.count("\n") for cell in row.cells)
    return numbers
