"""The plainer sections: projects, certifications, and lists whose items stay as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from careercraft.model.document import Document, Span, Text
from careercraft.model.resume import Certification, DateRange, Project
from careercraft.parse.anchors import best_date
from careercraft.parse.entries import RawEntry, group_entries
from careercraft.parse.piece import Piece, merged_text, unwrapped, words
from careercraft.parse.rows import Row, make_rows, without_dates
from careercraft.parse.sections import Part
from careercraft.parse.tables import word_set

_NAME_END = re.compile(r"\s*[|•·]\s*|\s+[–—-]\s+|\s{2,}|\t|:\s+")
_ISSUER = re.compile(r"\s+[–—|-]\s+|\s*[|•·]\s*|,\s+|\s{2,}|\t|\s+(?:by|from|issued by)\s+")
_COMMA_LIST = re.compile(r"\s*[,;|•·●▪]\s*(?![^(]*\))|\s{2,}")
_YEAR_PAREN = re.compile(r"\([^()]*(?:19|20)\d\d\)")
_LABEL = re.compile(
    r"[(\s]*(?:issued|issuer|expires?|exp\.?|valid(?: until)?|date|obtained|earned|expiration|renewed|completed)"
    r"\s*(?:on|in|:)?\s*$",
    re.IGNORECASE,
)
_MANY_WORDS = 14
_NARROW = 36
"""Most characters of a line in a sidebar, where names break over lines."""
_ENDS_NAME = word_set("""
    practitioner associate professional specialist certificate certification certified license licence credential
    administrator developer engineer architect technician expert manager auditor nurse foundation foundations
    fundamentals analyst instructor provider operator coach consultant examiner level i ii iii""")


def parse_projects(document: Document, part: Part) -> list[Project]:
    preamble, entries = group_entries(make_rows(document, part.lines, part.lead))
    lone = [RawEntry(head=[row], body=[]) for row in preamble]
    return [_project(entry) for entry in (*lone, *entries)]


def _project(entry: RawEntry) -> Project:
    names = [piece for row in entry.head for cell in row.cells() for piece in without_dates(cell, row.dates)]
    bullets = [merged_text(row.pieces) for row in entry.body]
    name: Piece | None = None
    if names:
        cut = _NAME_END.search(names[0].text)
        long = cut is not None and len(names[0].text.split()) > 6
        name = names[0].cut(0, cut.start() if cut and long else None).trim()
        rest = names[0].cut(cut.end()).trim() if cut and long else None
        others = [piece.to_text() for piece in ([rest] if rest and rest.text else []) + names[1:]]
        bullets = others + bullets
    page = entry.head[0].line.span.page if entry.head else None
    span = Span(entry.start, entry.end, page)
    dates = entry.dates or next((date for row in entry.head for date in row.dates), None)
    return Project(
        name=name.to_text() if name and name.text else None, dates=dates, bullets=tuple(bullets), span=span
    )


def parse_certifications(rows: Sequence[Row]) -> list[Certification]:
    """One a row; a row of several short names parted by commas is several."""
    found: list[Certification] = []
    for row in _with_wrapped_names(rows):
        lone_date = bool(row.dates) and not any(without_dates(piece, row.dates) for piece in row.pieces)
        if lone_date and found and found[-1].dates is None:
            last = found[-1]
            found[-1] = Certification(name=last.name, issuer=last.issuer, dates=best_date(row))
        elif _is_list(row):
            found += [
                _listed(row, part.trim()) for part in row.pieces[0].split(_COMMA_LIST) if part.trim().text
            ]
        elif not lone_date:
            found.append(_from_row(row))
    return found


def _with_wrapped_names(rows: Sequence[Row]) -> list[Row]:
    """In a narrow column a name breaks before its last words ("AWS Certified Cloud / Practitioner, 2024")."""
    joined: list[Row] = []
    for row in rows:
        last = joined[-1] if joined else None
        if last is not None and _wraps(last, row):
            pieces = tuple(unwrapped((*last.pieces, *row.pieces)))
            joined[-1] = replace(last, pieces=pieces, dates=(*last.dates, *row.dates))
        else:
            joined.append(row)
    return joined


def _wraps(last: Row, row: Row) -> bool:
    if last.dates or row.bullet or row.gap or row.pieces[0].start != last.pieces[-1].end + 1:
        return False
    if len(last.text) > _NARROW or len(row.text) > _NARROW or last.text.endswith((".", ":", ";", ",")):
        return False
    rest = " ".join(part.text for piece in row.pieces for part in without_dates(piece, row.dates))
    tail = list(words(rest))
    if not tail or _ENDS_NAME & set(words(last.text.rpartition(" ")[2])):
        return False
    return row.text[0] == "(" or row.text[0].islower() or all(word in _ENDS_NAME for word in tail)


def _is_list(row: Row) -> bool:
    """ "PMP, CISSP, CCNA": three names or more and no date or issuer among them."""
    parts = row.pieces[0].split(_COMMA_LIST) if len(row.pieces) == 1 else []
    if row.dates and not _YEAR_PAREN.search(row.text):
        return False
    dated = sum(bool(_YEAR_PAREN.search(part.text)) for part in parts)
    return (
        (len(parts) > 2 or dated > 0)
        and len(parts) > 1
        and all(len(part.text.split()) <= 6 for part in parts)
    )


def _listed(row: Row, part: Piece) -> Certification:
    inside = [date for date in row.dates if part.start <= date.span.start < part.end]
    rest = without_dates(part, inside)
    return Certification(name=(rest[0] if rest else part).to_text(), dates=inside[0] if inside else None)


def _from_row(row: Row) -> Certification:
    whole = row.text
    pieces = [part for piece in row.pieces for part in without_dates(piece, row.dates)]
    pieces = [piece for piece in (_unlabel(piece) for piece in pieces) if piece.text]
    if len(whole.split()) > _MANY_WORDS or not pieces:
        return Certification(name=merged_text(row.pieces), dates=best_date(row))
    return _certification(pieces, best_date(row))


def _unlabel(piece: Piece) -> Piece:
    match = _LABEL.search(piece.text)
    return piece.cut(0, match.start()).trim() if match else piece


def _certification(pieces: Sequence[Piece], dates: DateRange | None) -> Certification:
    parts = pieces[0].split_outside(_ISSUER)
    name = parts[0].trim()
    issuer = parts[1].trim() if len(parts) > 1 else pieces[1] if len(pieces) > 1 else None
    if not name.text:
        name, issuer = pieces[0], None
    return Certification(
        name=name.to_text(), issuer=issuer.to_text() if issuer and issuer.text else None, dates=dates
    )


def parse_items(rows: Sequence[Row], *, split: bool = False) -> list[Text]:
    """One text a row; with `split`, short lists on one line are parted at their commas."""
    texts: list[Text] = []
    for row in rows:
        if split and len(row.pieces) == 1 and not row.text.endswith("."):
            texts += [part.trim().to_text() for part in row.pieces[0].split(_COMMA_LIST) if part.trim().text]
        else:
            texts.append(merged_text(row.pieces))
    return texts
