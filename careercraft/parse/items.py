"""The plainer sections: projects, certifications, and lists whose items stay as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from careercraft.model.document import Document, Span, Text
from careercraft.model.resume import Certification, DateRange, Project
from careercraft.parse.anchors import best_date
from careercraft.parse.bodies import NAME_ENDS, before_body
from careercraft.parse.entries import group_entries
from careercraft.parse.entry_forms import RawEntry
from careercraft.parse.evidence import employer_evidence, school_evidence
from careercraft.parse.grouping import item_groups, references
from careercraft.parse.piece import Piece, merged_text, unwrapped, words
from careercraft.parse.row_kinds import is_address, is_sentence
from careercraft.parse.rows import Row, make_rows, without_dates
from careercraft.parse.sections import Part
from careercraft.parse.tables import word_set
from careercraft.parse.technologies import technologies_in

_NAME_END = re.compile(r"\s*[|•·∙]\s*|\s+[–—-]\s+|\s{2,}|\t|:\s+")
_APART = re.compile(r"\s+[–—|-]\s+|\s*[|•·∙]\s*|[^\S\n]{2,}|\t|\s+(?=(?:issued|awarded|granted)\s+by\s)")
_COMMA = re.compile(r",\s+|\s+(?:by|from|issued by|at|par|durch|von|por|da|door)\s+(?=[A-ZÀ-Þ])")
_IN_BRACKETS = re.compile(r"\s*\(([^()]+)\)$")
_NAMED_BY = re.compile(
    r"(?:issued|awarded|granted|certified|verliehen|ausgestellt|délivré|expedido|emitid[oa]|rilasciato|uitgereikt)?"
    r"\s*(?:by|from|von|durch|par|por|da|door|issuer:?|herausgeber:?|organisme:?)\s+",
    re.IGNORECASE,
)
_BODY_WORDS = word_set("""
    association society council board institute college university cross agency authority federation academy ministry
    department organization organisation foundation commission bureau chamber guild union league registry kammer
    handelskammer handwerkskammer ihk hwk tüv dekra dgfp verband institut akademie croix afpa cnam greta ministère
    chambre cruz colegio consejo escuela cámara instituto junta comunidad croce ordine camera ente regione scuola
    kruis stichting vereniging inc ltd llc gmbh microsoft google amazon aws oracle cisco adobe salesforce coursera
    udemy edx linkedin hubspot ibm sap meta comptia scrum.org isaca axelos peoplecert pmi""")
_COMMA_LIST = re.compile(r"\s*[,;|•·∙●▪]\s*(?![^(]*\))|\s{2,}")
_YEAR_PAREN = re.compile(r"\([^()]*(?:19|20)\d\d\)")
_LABEL = re.compile(
    r"[(\s]*(?:issued|issuer|expires?|exp\.?|valid(?: until)?|date|obtained|earned|expiration|renewed|completed)"
    r"\s*(?:on|in|:)?\s*$",
    re.IGNORECASE,
)
_EXPIRES = re.compile(
    r"\([^()]*(?:valid|expir|exp\.|renew|until|gültig|verlänger|ablauf|valable|valide|jusqu|renouvel|échéance|caduc"
    r"|válid|valid|vence|hasta|até|scad|valido|fino|geldig|verloopt|tot)[^()]*$",
    re.IGNORECASE,
)
_MANY_WORDS = 14
_SHORT_NAME = 5
_NARROW = 36
"""Most characters of a line in a sidebar, where names break over lines."""
_LINKS = word_set(
    "of and for the in de du des del della delle dei di do da dos das der und für et y e van en"
)
_TELLS_NAME = (
    NAME_ENDS
    | word_set("""
    certified registered licensed chartered diploma diplôme diplom degree course training aid cpr bls acls
    zertifikat zertifiziert lizenz schein führerschein prüfung permis habilitation formation certificat título carnet
    certificado curso certificato abilitazione patente corso certificaat diploma's rijbewijs lehrgang licenciado""")
)


def parse_projects(document: Document, part: Part) -> list[Project]:
    preamble, entries = group_entries(make_rows(document, part.lines, part.lead))
    return [_project(entry) for entry in (*_lone(preamble), *entries)]


def _lone(rows: Sequence[Row]) -> list[RawEntry]:
    """Rows above the first dated entry: a project each, with the list below it."""
    found: list[RawEntry] = []
    for row in rows:
        if row.bullet and found and not found[-1].head[0].bullet:
            found[-1].body.append(row)
        else:
            found.append(RawEntry(head=[row], body=[]))
    return found


def _project(entry: RawEntry) -> Project:
    names = [
        piece
        for row in entry.head
        for cell in row.cells()
        for piece in without_dates(cell, _own_dates(row, entry))
    ]
    name, others = _name_of(names)
    told = [*others, *(piece for row in entry.body for piece in [_whole(row)])]
    technologies = [item for piece in told for item in technologies_in(piece)]
    bullets = [piece.to_text() for piece in told if not technologies_in(piece)]
    page = entry.head[0].line.span.page if entry.head else None
    span = Span(entry.start, entry.end, page)
    dates = entry.dates or next((date for row in entry.head for date in row.dates), None)
    return Project(
        name=name.to_text() if name and name.text else None,
        dates=dates,
        bullets=tuple(bullets),
        span=span,
        technologies=tuple(technologies),
    )


def _name_of(names: Sequence[Piece]) -> tuple[Piece | None, list[Piece]]:
    """The name at the head of the first piece, and what stands behind it."""
    if not names:
        return None, []
    cut = _NAME_END.search(names[0].text)
    if cut is None or (len(names[0].text.split()) <= _SHORT_NAME and "|" not in cut[0]):
        return names[0].trim(), list(names[1:])
    rest = names[0].cut(cut.end()).trim()
    return names[0].cut(0, cut.start()).trim(), [*([rest] if rest.text else []), *names[1:]]


def _whole(row: Row) -> Piece:
    first = row.pieces[0]
    return Piece(merged_text(row.pieces).value, first.start, first.page) if len(row.pieces) > 1 else first


def _own_dates(row: Row, entry: RawEntry) -> list[DateRange]:
    """The row's dates without a year that belongs to the name, which it does beside the entry's own period."""
    period = entry.dates is not None and entry.dates.start is not None
    return [date for date in row.dates if not period or date.start is not None or date == entry.dates]


def parse_certifications(rows: Sequence[Row]) -> list[Certification]:
    """One an item; a row of several short names parted by commas is several."""
    found: list[Certification] = []
    groups = item_groups(_with_wrapped_names([_without_expiry(row) for row in rows]))
    body_first = sum(map(_body_leads, groups)) > 0
    for group in groups:
        row = group[0]
        if len(group) == 1 and _is_list(row):
            found += [
                _listed(row, part.trim()) for part in row.pieces[0].split(_COMMA_LIST) if part.trim().text
            ]
        else:
            found += _from_group(group, body_first)
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


def _without_expiry(row: Row) -> Row:
    """The row without dates in brackets that tell how long it holds ("(valid until 05/2027)")."""
    kept = tuple(date for date in row.dates if not any(_expires(piece, date) for piece in row.pieces))
    return row if len(kept) == len(row.dates) else replace(row, dates=kept)


def _expires(piece: Piece, date: DateRange) -> bool:
    inside = piece.start <= date.span.start < piece.end
    return inside and bool(_EXPIRES.search(piece.text[: date.span.start - piece.start + 1]))


def _wraps(last: Row, row: Row) -> bool:
    if last.dates or row.bullet or row.gap or row.pieces[0].start != last.pieces[-1].end + 1:
        return False
    if (
        row.text[0].islower()
        and last.text[-1:] not in ".:;"
        and words(row.text)
        and row.text.split()[0] in _LINKS
    ):
        return True  # "… and Port Authority / of Singapore"
    if len(last.text) > _NARROW or len(row.text) > _NARROW or last.text.endswith((".", ":", ";", ",")):
        return False
    rest = " ".join(part.text for piece in row.pieces for part in without_dates(piece, row.dates))
    tail = list(words(rest))
    if not tail or NAME_ENDS & set(words(last.text.rpartition(" ")[2])):
        return False
    return row.text[0] == "(" or row.text[0].islower() or all(word in NAME_ENDS for word in tail)


def _is_list(row: Row) -> bool:
    """ "PMP, CISSP, CCNA": three names or more and no date or issuer among them."""
    parts = row.pieces[0].split(_COMMA_LIST) if len(row.pieces) == 1 else []
    if _EXPIRES.search(row.text.partition(")")[0]):
        return False
    if row.dates and not _YEAR_PAREN.search(row.text):
        return False
    dated = sum(bool(_YEAR_PAREN.search(part.text)) for part in parts)
    if dated == 1 and _YEAR_PAREN.search(parts[-1].text):
        return False  # the year is that of the whole: "First Aid, Red Cross (2022)"
    return (
        (len(parts) > 2 or dated > 0)
        and len(parts) > 1
        and all(len(part.text.split()) <= 6 for part in parts)
    )


def _listed(row: Row, part: Piece) -> Certification:
    inside = [date for date in row.dates if part.start <= date.span.start < part.end]
    rest = without_dates(part, inside)
    return Certification(name=(rest[0] if rest else part).to_text(), dates=inside[0] if inside else None)


def _body_leads(group: Sequence[Row]) -> int:
    """1 where the item's first part names who certifies and the second what, -1 the other way round, 0 unknown."""
    named = [cell.text for row in group if not is_address(row) for cell in _cells(row)][:2]
    if len(named) < 2 or _NAMED_BY.match(named[1]):
        return -len(named[1:])
    first, second = (_is_body(text) - bool(_TELLS_NAME & set(words(text))) for text in named)
    return (first > second) - (first < second)


def _from_group(group: Sequence[Row], body_first: bool) -> list[Certification]:
    dates = next((best_date(row) for row in group if row.dates), None)
    named = [cell for row in group if not is_address(row) for cell in _cells(row)]
    if not named:
        return []
    if len(group) == 1 and sum(len(cell.text.split()) for cell in named) > _MANY_WORDS and not _issued(named):
        return [Certification(name=merged_text(group[0].pieces), dates=dates)]
    name, issuer = named[0], named[1] if len(named) > 1 else None
    if issuer is None and (bracket := _IN_BRACKETS.search(name.text)) and _is_body(bracket[1]):
        name, issuer = name.cut(0, bracket.start()), name.cut(bracket.start(1), bracket.end(1))
    if issuer is None:
        name, issuer = _by_comma(name)
    elif body_first and len(group) > 1:
        name, issuer = issuer, name
    issuer = issuer.cut(match.end()) if issuer and (match := _NAMED_BY.match(issuer.text)) else issuer
    issuer = None if issuer is None or len(issuer.text.split()) > _MANY_WORDS or not issuer.text else issuer
    return [Certification(name=name.to_text(), issuer=issuer.to_text() if issuer else None, dates=dates)]


def _issued(named: Sequence[Piece]) -> bool:
    """A long line that is still a name and who stands behind it, and no sentence."""
    return not is_sentence(named[0].text) and (len(named) > 1 or _by_comma(named[0])[1] is not None)


def _cells(row: Row) -> list[Piece]:
    """The parts of a row that strong separators set apart, without dates and their labels."""
    parts = [part for piece in unwrapped(row.pieces) for part in without_dates(piece, row.dates)]
    cells = [cell.trim() for part in parts for cell in part.split_outside(_APART)]
    return [cell for cell in (_unlabel(cell) for cell in cells) if cell.text]


def _unlabel(piece: Piece) -> Piece:
    match = _LABEL.search(piece.text)
    return piece.cut(0, match.start()).trim() if match else piece


def _by_comma(piece: Piece) -> tuple[Piece, Piece | None]:
    """Name and issuer of "RN License, Texas Board of Nursing": the comma before the body, else the only one."""
    parts = [part.trim() for part in piece.split_outside(_COMMA)]
    at = next((index for index, part in enumerate(parts) if index and _is_body(part.text)), None)
    if at is None:
        at = 1 if len(parts) == 2 else None
    if at is None:
        return before_body(piece)
    rest, body = before_body(parts[at])
    end = parts[at - 1].end if body is None else rest.end
    return piece.between(piece.start, end).trim(), body or parts[at]


def _is_body(text: str) -> bool:
    """An association, a board, a company: what certifies."""
    return bool(_BODY_WORDS & set(words(text))) or employer_evidence(text) >= 1.5 or school_evidence(text)


def grouped_items(rows: Sequence[Row], *, people: bool = False) -> list[Text]:
    """One text an item, with all that belongs to it: an award with who gave it; with `people`, references."""
    groups = references(rows) if people else item_groups(rows)
    return [merged_text(piece for row in group for piece in row.pieces) for group in groups]


def parse_items(rows: Sequence[Row], *, split: bool = False) -> list[Text]:
    """One text a row; with `split`, short lists on one line are parted at their commas."""
    texts: list[Text] = []
    for row in rows:
        if split and len(row.pieces) == 1 and not row.text.endswith("."):
            texts += [part.trim().to_text() for part in row.pieces[0].split(_COMMA_LIST) if part.trim().text]
        else:
            texts.append(merged_text(row.pieces))
    return texts
