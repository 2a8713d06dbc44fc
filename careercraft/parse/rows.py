"""Lines of a section as rows: a bullet with its wrapped lines is one row, each with the dates that stand in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from careercraft.model.document import Document, Line
from careercraft.model.resume import DateRange, PartialDate
from careercraft.parse.dates import DURATION, find_dates
from careercraft.parse.evidence import title_evidence
from careercraft.parse.gaps import all_parted, gap_between
from careercraft.parse.piece import Piece, content, merged_text, on_one_line, unwrapped
from careercraft.parse.places import breaks_place

_WIDE_GAP = re.compile(r"\s{2,}|\t")
# What leads over to a date: "Cook from 2014 to 2016", "Nurse (between 2010 and 2012)".
_PREPOSITION = re.compile(
    r"(?:^|[\s(,])(?:from|between|during|for|in|since|as of|de|du|del|desde|von|vom|dal|van|sinds)"
    r"(?:\s+(?:the\s+)?(?:years?|period)(?:\s+of)?)?\s*:?\s*\(?$",
    re.IGNORECASE,
)
_JOINING_END = re.compile(
    r"\s(?:of|and|und|et|y|e|en|de|der|des|del|della|di|du|da|do|dos|für|for|fur|the|&|van|voor|zu|zum|zur|van\s+de|in|at|to|with|im|am|em)$|\w[-–]$"
)
_JOINING_ELSEWHERE = re.compile(r"\s(?:w|we|i|og|och|na|ve|im\.|pw\.|sv\.)$")
_BREAK = "\n"
_INLINE_LIST = re.compile(r"\s[·•∙|]\s")
_LABELED = re.compile(r"[A-ZÀ-Þ][^\s:,;.()]*(?:\s[^\s:,;.()]+){0,3}(?:\s\([^()]{2,30}\))?\s?:\s")
_CITATION = re.compile(r"[A-ZÀ-Þ][\w'’-]+,\s+(?:[A-ZÀ-Þ]\.[\s-]?)+")
_ENGLISH = frozenset({"en", "und"})
_DAY_FIRST = re.compile(r"(?<![\d/])(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/(?:19|20)\d\d")
"""A date whose first number is no month tells the order of all of them."""
_PROMINENT = 1.05
_FULL_LINE = 55


class Row(Struct, frozen=True, kw_only=True):
    """One logical line. `pieces` are its lines without the bullet; `dates` begin in it."""

    pieces: tuple[Piece, ...]
    line: Line
    dates: tuple[DateRange, ...] = ()
    gap: bool = False
    """An empty line stands before it."""

    @property
    def bullet(self) -> bool:
        return self.line.bullet

    @property
    def text(self) -> str:
        return merged_text(self.pieces).value

    @property
    def start(self) -> int:
        return self.pieces[0].start

    def cells(self) -> list[Piece]:
        """The parts of its lines that stand apart by wide gaps ("Acme Corp      2019 – 2022")."""
        return [cell for piece in self._joined() for cell in on_one_line(piece).split(_WIDE_GAP)]

    def _joined(self) -> list[Piece]:
        """The lines, those that are surely one that was wrapped as one."""
        groups: list[list[Piece]] = []
        for piece in self.pieces:
            before = groups[-1][-1].text if groups else ""
            inside = (
                piece.text[:1].islower() or _JOINING_END.search(before) or breaks_place(before, piece.text)
            )
            if groups and inside:
                groups[-1].append(piece)
            else:
                groups.append([piece])
        return [piece for group in groups for piece in unwrapped(group)]


def make_rows(document: Document, lines: Sequence[Line], lead: Piece | None = None) -> list[Row]:
    """Rows of a section in order, with all dates of the section told off to them."""
    groups = _group(document, lines)
    if lead is not None and lead.text:
        first = Line(span=lead.span, block=-1)
        groups.insert(0, (first, [lead]))
    if not groups:
        return []
    start, end = groups[0][1][0].start, groups[-1][1][-1].end
    text = document.text[start:end]
    day_first = document.language not in _ENGLISH or bool(_DAY_FIRST.search(text))
    dates = find_dates(text, base=start, day_first=day_first)
    groups = _without_spilled(groups, dates)
    parted = all_parted(document, groups)
    starts = [date.span.start for date in dates]
    rows = []
    for index, (line, pieces) in enumerate(groups):
        low = bisect_right(starts, pieces[0].start - 1)
        high = bisect_right(starts, pieces[-1].end - 1)
        own = tuple(_on_page(date, line) for date in dates[low:high])
        gap = index > 0 and not parted and gap_between(document, groups[index - 1][1][-1], pieces[0])
        rows.append(Row(pieces=tuple(pieces), line=line, dates=own, gap=gap))
    return _with_stacked(rows)


def _with_stacked(rows: Sequence[Row]) -> list[Row]:
    """Two dates one under the other are the two ends of a period; beside the first the entry's name may stand."""
    joined: list[Row] = []
    for row in rows:
        last = joined[-1] if joined else None
        if last is not None and not row.bullet and (period := _stacked(last, row)):
            pieces = (*last.pieces, *row.pieces) if _lone_date(last) else last.pieces
            joined[-1] = replace(last, pieces=pieces, dates=(period,))
        else:
            joined.append(row)
    return joined


def _stacked(first: Row, second: Row) -> DateRange | None:
    whole = _lone_date(first)
    if not (_lone_date(second) and (whole or _leads_cell(first))):
        return None
    low, high = first.dates[0], second.dates[0]
    if low.end is None or high.end is None or _sortable(low.end) > _sortable(high.end):
        return None
    span = type(low.span)(low.span.start, high.span.end if whole else low.span.end, low.span.page)
    return DateRange(start=low.end, end=high.end, span=span)


def _sortable(date: PartialDate) -> tuple[int, int, int]:
    return date.year, date.month or 0, date.day or 0


def _lone_date(row: Row) -> bool:
    """The row holds one date with one end, and nothing else."""
    return _one_end(row) and not without_dates(row.pieces[0], row.dates)


def _one_end(row: Row) -> bool:
    return len(row.dates) == 1 and row.dates[0].start is None and len(row.pieces) == 1


def _leads_cell(row: Row) -> bool:
    """Its one date stands first, and a wide gap parts it from the rest ("Sep 2013    Trent College")."""
    if row.bullet or not _one_end(row) or row.dates[0].span.start != row.start:
        return False
    return bool(_WIDE_GAP.match(row.pieces[0].text[row.dates[0].span.end - row.start :]))


def _without_spilled(
    groups: list[tuple[Line, list[Piece]]], dates: Sequence[DateRange]
) -> list[tuple[Line, list[Piece]]]:
    """A period broken over lines belongs to the line it begins in; the later lines lose their part of it."""
    broken = [date.span for date in dates if date.span.end - date.span.start > 8]
    kept: list[tuple[Line, list[Piece]]] = []
    for line, pieces in groups:
        cut = pieces
        for span in broken:
            if span.start < pieces[0].start < span.end:
                cut = [rest for piece in pieces if (rest := piece.between(span.end, piece.end).strip()).text]
        if cut:
            kept.append((line, cut))
    return kept


def _on_page(date: DateRange, line: Line) -> DateRange:
    if line.span.page is None:
        return date
    span = type(date.span)(date.span.start, date.span.end, line.span.page)
    return replace(date, span=span)


def _group(document: Document, lines: Sequence[Line]) -> list[tuple[Line, list[Piece]]]:
    groups: list[tuple[Line, list[Piece]]] = []
    last: Line | None = None
    for line in lines:
        piece = content(document, line)
        if not piece.text:
            continue
        if last is not None and groups and _continues(document, groups[-1], last, line, piece):
            groups[-1][1].append(piece)
        else:
            groups.append((line, [piece]))
        last = line
    return groups


def _continues(
    document: Document, group: tuple[Line, list[Piece]], last: Line, line: Line, piece: Piece
) -> bool:
    """Is this line the wrapped rest of the row before? Readers give one paragraph one block."""
    if line.bullet or line.heading or last.heading:
        return False
    if _JOINING_END.search(group[1][-1].text) and _alike(line, last):
        return line.span.start == last.span.end + 1  # "Cracow University of", "Industrie- und"
    if line.block != last.block:
        return False
    if _starts_entry(piece.text):
        return False
    if _LABELED.match(piece.text) and _LABELED.match(group[1][0].text):
        return False  # each line of a list of groups: "Cloud: AWS, Azure"
    before = group[1][-1].text
    if re.search(r"\d\s*[)\]]?:?$|present[)\]]?$", before[-9:], re.IGNORECASE) and find_dates(before):
        return False  # a header line ends with its date; what follows tells about it
    if _CITATION.match(piece.text) and _CITATION.match(group[1][0].text) and before.endswith((".", ")")):
        return False  # each line of a list of publications
    if document.format == "pdf" and _alike(line, last) and _INLINE_LIST.search(before) and "  " not in before:
        return True  # "Coaching · Contract / negotiation · Planning"
    if (
        document.format == "pdf"
        and _alike(line, last)
        and last.size > _PROMINENT
        and title_evidence(piece.text) >= 2
    ):
        return len(piece.text.split()) <= 2 and title_evidence(before) < 2  # "… — Cartographic / Assistant"
    if group[0].bullet or (document.format == "pdf" and line.bold and _alike(line, last)):
        return True  # the layout's own judgement, which for names in a list would be too bold
    width = len(before)
    return _alike(line, last) and (width >= _FULL_LINE or piece.text[:1].islower())


def _alike(line: Line, last: Line) -> bool:
    return (line.bold, round(line.size, 1)) == (last.bold, round(last.size, 1))


def _starts_entry(text: str) -> bool:
    """Begins or ends with a period of time, as an entry's own line does."""
    if text[:1].islower():
        return False
    for date in find_dates(text):
        if date.start is None:
            continue
        before, after = text[: date.span.start].strip(" (["), text[date.span.end :].lstrip(" )]")
        if not before or not after.strip(".,") or after[0] in ":–":
            return True
    return False


def without_dates(piece: Piece, dates: Sequence[DateRange]) -> list[Piece]:
    """What is left of a piece when the dates and stated lengths ("2 yrs 3 mos") are taken out."""
    parts, at = [], piece.start
    for date in dates:
        if date.span.end <= piece.start or date.span.start >= piece.end:
            continue
        parts.append(_drop_preposition(piece.between(at, date.span.start)))
        at = max(at, date.span.end)
    parts.append(piece.between(at, piece.end))
    return [part for part in (_drop_duration(part.trim()) for part in parts) if part.text]


def _drop_preposition(piece: Piece) -> Piece:
    match = _PREPOSITION.search(piece.text)
    return piece.cut(0, match.start()) if match else piece


def _drop_duration(piece: Piece) -> Piece:
    match = DURATION.match(piece.text)
    if match and match[0].strip() and match.end() == len(piece.text):
        return piece.cut(0, 0)
    return piece


def undated_rest(row: Row) -> list[Piece]:
    return [part for piece in row.pieces for part in without_dates(piece, row.dates)]


def joins_on(text: str) -> bool:
    """The text ends in a word that needs another: "Academy of", "Industrie- und"."""
    return bool(_JOINING_END.search(text) or _JOINING_ELSEWHERE.search(text))


def bridged(first: Row, second: Row) -> Row:
    """Two rows as one whose text runs on over the dates at the end of the first.

    The dates become line ends in it, as long as they were, so that every place in the text stays right.
    """
    whole = [*first.pieces, *second.pieces]
    text = whole[0].text
    for before, piece in pairwise(whole):
        text += "\n" * (piece.start - before.end) + piece.text
    start = whole[0].start
    for date in first.dates:
        low, high = date.span.start - start, min(date.span.end - start, len(text))
        text = f"{text[:low].rstrip().ljust(low, _BREAK)}{_BREAK * (high - low)}{text[high:]}"
    return replace(first, pieces=(Piece(text, start, whole[0].page),))
