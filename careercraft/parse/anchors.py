"""Finds the rows that date an entry, apart from dates that only stand in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careercraft.model.resume import DateRange
from careercraft.parse.evidence import title_evidence
from careercraft.parse.hanging import margins, set_in
from careercraft.parse.piece import Piece
from careercraft.parse.row_kinds import is_sentence, starts_with_action
from careercraft.parse.rows import Row, undated_rest, without_dates
from careercraft.parse.tables import phrases

_AS_ROLE = re.compile(r"\b(?:as|als|comme|como|come)\s+(?:an?\s+|the\s+|eine?\s+|un[ae]?\s+)?[A-Z]")
_JOB_SENTENCE = re.compile(
    r"(?:previously |currently |formerly )?(?:worked|working|served|serving|employed|operated)\s+(?:\w+\s+)?as\s",
    re.IGNORECASE,
)
_SET_IN = 1.5
_SAME = 0.5
_EDGE = re.compile(r"^[\s()\[\],;:|•·–—.-]*$")
_LABEL = re.compile(r"(?P<label>[^\W\d_][\w /.-]{1,28}?)\s*:\s*(?=\S)")
_FIELDS = {
    "title": """
        position|title|role|job title|designation|job|post|position title|position held|post held|poste|stelle|puesto
        cargo|funktion|tätigkeit|fonction|poste occupé|funzione|ruolo|mansione|functie|função|función""",
    "employer": """
        company|employer|organization|organisation|company name|firm|client|institution|entreprise|firma|empresa
        azienda|bedrijf|employer name|name of employer|name of the employer|name of organization
        name of the organization|name of organisation|name of the organisation|name of company|name of the company
        arbeitgeber|unternehmen|betrieb|employeur|société|empleador|empregador|datore di lavoro|werkgever""",
    "location": "location|place|city|address|lieu|ort|lugar|local|luogo",
    "dates": """
        duration|period|dates|date|term|years|year|tenure|years of service|employment period|time period|timeline
        from|employed|dates employed|employment dates|dates of service|dauer|durée|duración|duração|durata|periode
        date of employment|dates of employment|experience|years of experience|période|zeitraum
        periodo|período""",
    "hours": "hours per week|hours|hours worked|weekly hours|average hours per week|hours/week|salary|pay grade|grade",
}
LABELS: dict[str, str] = {name: field for field, names in _FIELDS.items() for name in phrases(names)}
"""What the label before a colon says that the rest of the line is."""


def best_date(row: Row) -> DateRange | None:
    """The row's period; of several the first that has two ends."""
    return next((date for date in row.dates if date.start), row.dates[0] if row.dates else None)


def labeled(row: Row) -> str | None:
    """The field that "Position: Cook" or "Company: Acme" names."""
    match = _LABEL.match(row.pieces[0].text)
    return LABELS.get(match["label"].strip().lower()) if match else None


def label_value(row: Row) -> Piece:
    match = _LABEL.match(row.pieces[0].text)
    return row.pieces[0].cut(match.end() if match else 0).strip()


def find_anchors(rows: Sequence[Row]) -> list[int]:
    plain = [index for index, row in enumerate(rows) if _dated(row) and (not row.bullet or _date_cell(row))]
    plain = [
        index for index in plain if not _named_by_year(rows, index) and not _indented(rows, plain, index)
    ]
    listed = [index for index, row in enumerate(rows) if row.bullet and _dated_item(row)]
    if any(_JOB_SENTENCE.match(rows[index].text) for index in plain):
        told = [index for index, row in enumerate(rows) if not row.bullet and _told(row)]
        plain = sorted({*plain, *told})
    if plain and not _list_of_entries(rows, plain, listed):
        return plain
    if plain or listed:
        return sorted({*plain, *listed})
    return [index for index, row in enumerate(rows) if _told(row)]


def _named_by_year(rows: Sequence[Row], index: int) -> bool:
    """ "Year Book 2025" above its own period: the year is part of the name."""
    date = best_date(rows[index])
    if date is None or date.start is not None or not undated_rest(rows[index]):
        return False
    following = rows[index + 1 : index + 3]
    return any(
        not undated_rest(row) and (period := best_date(row)) is not None and period.start is not None
        for row in following
    )


def _indented(rows: Sequence[Row], plain: Sequence[int], index: int) -> bool:
    """Text under an entry that is set in, as list items without a sign are."""
    if _date_cell(rows[index]):
        return False
    periods = [at for at in plain if (date := best_date(rows[at])) is not None and date.start is not None]
    edges = margins(rows, periods or plain)
    at_edge = sum(not set_in(rows[at], edges, _SAME) for at in periods)
    if len(periods) > 1 and 2 * at_edge <= len(periods):  # centered heads have no edge
        return index not in periods and not set_in(rows[index], edges, -_SET_IN)
    return set_in(rows[index], edges, _SET_IN)


def _list_of_entries(rows: Sequence[Row], plain: Sequence[int], listed: Sequence[int]) -> bool:
    """Are the dated bullets entries too? Only where nothing else is dated, or the first row is one of them."""
    return bool(listed) and listed[0] == 0 and len(listed) >= len(plain)


def _dated(row: Row) -> bool:
    """A date that places the row in time, rather than one inside a sentence."""
    date = best_date(row)
    if date is None:
        return False
    if _date_cell(row) or labeled(row) == "dates" or (date.start and _JOB_SENTENCE.match(row.text)):
        return True
    if _leads(row, date):
        return True
    rest = undated_rest(row)
    count = sum(len(piece.text.split()) for piece in rest)
    if date.start is None:
        text = row.text
        named = not text[:1].islower() and not is_sentence(text) and not starts_with_action(text)
        return count <= 10 and named and _at_edge(row, date)
    if not _at_edge(row, date) and (count > 10 or is_sentence(row.text)):
        return False  # "24 hours a week, since 2022 16 hours."
    return count <= 16 and not _sentence_about(row)


def _leads(row: Row, date: DateRange) -> bool:
    """ "2014 - 2018: Worked as …", "Cook (2014 - 2016): Prepared …": a colon parts the head from what it tells."""
    if date.start is None or date.span.start - row.start > 80:
        return False
    return bool(re.match(r"\s*[)\]]?\s*[:;]", _after(row, date))) or (
        date.span.start - row.start <= 1 and bool(re.match(r"\s*[)\]]?\s*[,–—-]?\s*[A-Z]", _after(row, date)))
    )


def _dated_item(row: Row) -> bool:
    """A list item that is an entry: "Cook (2014 – 2016)", "2013 - 2016: Worked as a Cook"."""
    date = best_date(row)
    if date is None or date.start is None:
        return False
    return (
        _at_edge(row, date) or bool(re.match(r"\s*[)\]]?\s*(?:[:.,–-]|$)", _after(row, date))) or _told(row)
    )


def _told(row: Row) -> bool:
    """A sentence with a period that names the job: "Worked as a Nurse from 2014 to 2018 …"."""
    date = best_date(row)
    return (
        date is not None
        and date.start is not None
        and (bool(_AS_ROLE.search(row.text)) or title_evidence(row.text) > 0)
    )


def tells_job(row: Row) -> bool:
    """ "Served as Healthcare DBA (2015 - 2019)", "2013 - 2016 at Dice as an Engineer": a job and its period, told."""
    date = best_date(row)
    told = _JOB_SENTENCE.search(row.text) or _AS_ROLE.search(row.text)
    return date is not None and date.start is not None and told is not None


def _sentence_about(row: Row) -> bool:
    return starts_with_action(row.text) and not _date_cell(row) and is_sentence(row.text)


def _after(row: Row, date: DateRange) -> str:
    piece = next((piece for piece in row.pieces if piece.start <= date.span.start < piece.end), row.pieces[0])
    return piece.text[date.span.end - piece.start :]


def _at_edge(row: Row, date: DateRange) -> bool:
    first, last = row.pieces[0], row.pieces[-1]
    before = first.text[: date.span.start - first.start] if date.span.start < first.end else "x"
    if _EDGE.match(before):
        return True
    rest = without_dates(last, (date,)) if date.span.end > last.start else [last]
    return date.span.end > last.start and all(
        part.end <= date.span.start or _EDGE.match(part.text) for part in rest
    )


def _date_cell(row: Row) -> bool:
    """The date stands in a cell of its own, beside text set apart by a wide gap or on a line by itself."""
    cells = row.cells()
    for cell in cells:
        inside = [date for date in row.dates if date.span.start < cell.end and date.span.end > cell.start]
        if inside and not without_dates(cell, inside) and (len(cells) > 1 or not row.bullet):
            return True
    return False
