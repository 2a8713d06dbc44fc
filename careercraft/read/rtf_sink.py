"""One flow of an RTF text: its paragraphs, cells and rows as they come to their ends."""

from __future__ import annotations

from careercraft.read.word_lines import Paragraph, RunStyle
from careercraft.read.word_tables import Cells, joined_rows


class Sink:
    """The body, a header, a footer, a footnote or a text box."""

    def __init__(self, ground: int | None) -> None:
        self.ground = ground
        """Color behind the text; None where it isn't known."""
        self.marker = ""
        self.current = _empty()
        self._finished: list[Paragraph] = []
        self._later: list[Paragraph] = []
        self._cell: list[Paragraph] = []
        self._row: Cells = []
        self._rows: list[Cells] = []

    @property
    def column(self) -> int:
        """Of the cell that is being filled, from 0."""
        return len(self._row)

    def break_line(self) -> None:
        self.current.lines.append([])

    def end_paragraph(self, level: int, heading: int, in_table: bool) -> None:
        ended = self._take(level, heading)
        if in_table:
            self._cell.extend(ended)
        else:
            if self._cell or self._row:  # LibreOffice forgets the end of a row that holds a table
                self.end_row()
            self._end_table()
            self._finished.extend(ended)

    def end_cell(self, level: int, heading: int) -> None:
        self._cell.extend(self._take(level, heading))
        self._row.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        filled = [cell for cell in (*self._row, self._cell) if cell]
        if filled:
            self._rows.append(filled)
        self._cell, self._row = [], []

    def put_after(self, paragraphs: list[Paragraph]) -> None:
        """Those of a text box or footnote that is anchored in the current paragraph."""
        self._later.extend(paragraphs)

    def close(self) -> list[Paragraph]:
        """All of it; a row that never ended counts as one."""
        last = self._take(0, 0)
        if self._cell or self._row:
            self._cell.extend(last)
            self.end_row()
            last = []
        self._end_table()
        return [*self._finished, *last]

    def _take(self, level: int, heading: int) -> list[Paragraph]:
        """The current paragraph, if it has text, and what is anchored in it."""
        paragraph, self.current = self.current, _empty()
        later, self._later = self._later, []
        marker, self.marker = self.marker, ""
        paragraph.marker = "" if heading else marker
        paragraph.level, paragraph.heading = level, heading
        filled = any(piece.text.strip() for line in paragraph.lines for piece in line)
        return [paragraph, *later] if filled else later

    def _end_table(self) -> None:
        rows, self._rows = self._rows, []
        self._finished.extend(joined_rows(rows))


def _empty() -> Paragraph:
    return Paragraph([[]], RunStyle(), "", 0, 0)
