"""Lines of a section as rows: a bullet with its wrapped lines is one row, each with the dates that stand in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from careercraft.model.document import Document, Line
from careercraft.model.resume import DateRange
from careercraft.parse.dates import DURATION, find_dates
from careercraft.parse.piece import Piece, content, merged_text, words
from careercraft.parse.tables import word_set
from careercraft.parse.title_words import ACTION_VERBS, LEGAL_FORMS, TITLE_HEADS

_WIDE_GAP = re.compile(r"\s{2,}|\t")
_TWO_SENTENCES = re.compile(r"[^\W\d_]{3}[a-z)]*[.!?]\s+[A-Z]")
_ABBREVIATIONS = LEGAL_FORMS | word_set("dept. mgr. asst. etc. st. ave. intl. int'l. hosp. univ.")
_SENTENCE_END = re.compile(r"[.;!?]$")
# What leads over to a date: "Cook from 2014 to 2016", "Nurse (between 2010 and 2012)".
_PREPOSITION = re.compile(
    r"(?:^|[\s(,])(?:from|between|during|for|in|since|as of|de|du|del|desde|von|vom|dal|van|sinds)"
    r"(?:\s+(?:the\s+)?(?:years?|period)(?:\s+of)?)?\s*:?\s*\(?$",
    re.IGNORECASE,
)
_AFTER_VERB = word_set("the a an all our in with for to up on over my this multiple various")
_TITLE_PARTICIPLES = word_set("certified registered licensed")
_FULL_LINE = 55
_HEADER_WORDS = 14


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
        return [cell for piece in self.pieces for cell in piece.split(_WIDE_GAP)]


def make_rows(document: Document, lines: Sequence[Line], lead: Piece | None = None) -> list[Row]:
    """Rows of a section in order, with all dates of the section told off to them."""
    groups = _group(document, lines)
    if lead is not None and lead.text:
        first = Line(span=lead.span, block=-1)
        groups.insert(0, (first, [lead]))
    if not groups:
        return []
    start, end = groups[0][1][0].start, groups[-1][1][-1].end
    dates = find_dates(document.text[start:end], base=start)
    groups = _without_spilled(groups, dates)
    parted = _all_parted(document, groups)
    starts = [date.span.start for date in dates]
    rows = []
    for index, (line, pieces) in enumerate(groups):
        low = bisect_right(starts, pieces[0].start - 1)
        high = bisect_right(starts, pieces[-1].end - 1)
        own = tuple(_on_page(date, line) for date in dates[low:high])
        gap = index > 0 and not parted and _gap_between(document, groups[index - 1][1][-1], pieces[0])
        rows.append(Row(pieces=tuple(pieces), line=line, dates=own, gap=gap))
    return rows


def _gap_between(document: Document, before: Piece, after: Piece) -> bool:
    return "\n\n" in document.text[before.end : after.start]


def _all_parted(document: Document, groups: Sequence[tuple[Line, list[Piece]]]) -> bool:
    """An empty line before every paragraph, as word processors give, parts nothing from anything."""
    plain = [
        _gap_between(document, before[1][-1], after[1][0])
        for before, after in pairwise(groups)
        if not after[0].bullet
    ]
    return len(plain) > 2 and all(plain)


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
    if line.bullet or line.heading or last.heading or line.block != last.block:
        return False
    if _starts_entry(piece.text):
        return False
    before = group[1][-1].text
    if re.search(r"\d\s*[)\]]?:?$|present[)\]]?$", before[-9:], re.IGNORECASE) and find_dates(before):
        return False  # a header line ends with its date; what follows tells about it
    if group[0].bullet:
        return True
    width = len(before)
    same_style = (line.bold, round(line.size, 1)) == (last.bold, round(last.size, 1))
    return same_style and (width >= _FULL_LINE or piece.text[:1].islower())


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


def is_sentence(text: str) -> bool:
    """Running text rather than a name or a title: long, or with a full stop that isn't an abbreviation's."""
    tokens = text.split()
    if len(tokens) > _HEADER_WORDS:
        return True
    if not _SENTENCE_END.search(text) or len(tokens) < 3:
        return False
    if _TWO_SENTENCES.search(text):
        return True
    last = tokens[-1]
    return last.lower() not in _ABBREVIATIONS and (len(last) > 4 or last[:1].islower())


def starts_with_action(text: str) -> bool:
    """ "Managed a team …", "Responsible for …": tells what was done."""
    first, second = [*words(text), "", ""][:2]
    if first == "the" and _all_capitalized(text):
        return False  # "The Copper Spoon" is a name
    if first in TITLE_HEADS:
        return second in _AFTER_VERB  # "Cook meals for …" is rare, "Cook, Corner Cafe" is not
    ends = len(first) > 4 and first.endswith("ed") and first not in _TITLE_PARTICIPLES
    return first in ACTION_VERBS or ends


def _all_capitalized(text: str) -> bool:
    """Every longer word has a capital, as in a name; a full stop at the end is a sentence's."""
    return not text.rstrip().endswith(".") and all(
        not word[0].islower() for word in text.split() if len(word) > 3
    )


def header_like(row: Row) -> bool:
    """Short, capitalized, no sentence: may name a title, an employer or a place."""
    text = row.text
    if row.bullet or is_sentence(text) or not text or len(text) > 120:
        return False
    first = text.lstrip("([\"'“‘")[:1]
    return (
        (first.isupper() or first.isdigit() or not first.isascii())
        and not starts_with_action(text)
        and not text.endswith(":")
    )
