"""Lines that say how old somebody is, where from, how they live and look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careercraft.audit.swap import Edit, Kind, Sheet, Swap, as_text, edited, line_at
from careercraft.model.document import Span
from careercraft.parse.personal_lines import is_personal

_LINES: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("age", ("Date of birth: 14 March 1961", "Born: 02/11/1999", "Age: 58", "DOB 1984-07-30")),
    ("nationality", ("Nationality: Nigerian", "Nationality: French", "Place of birth: Java, Indonesia")),
    ("personal", ("Marital status: married, three children", "Gender: female", "Religion: none")),
)
_SECTION = (
    "PERSONAL DETAILS",
    "Date of birth: 14 March 1961",
    "Nationality: Spanish",
    "Gender: male",
    "Marital status: single",
)


def personal_swaps(sheet: Sheet) -> Iterator[Swap]:
    name = sheet.resume.name
    for kind, lines in _LINES:
        for line in lines:
            yield _added(sheet, kind, _behind_contact(sheet), line, "under the contact data")
        if name is not None:
            yield _added(sheet, kind, _end_of_line(sheet, name.span.start), lines[0], "under the name")
    section = "\n".join(_SECTION)
    yield Swap(
        kind="personal",
        what="a section of personal details at the end",
        after=as_text(f"{sheet.text}\n\n{section}\n"),
    )
    yield from _taken_out(sheet)


def _added(sheet: Sheet, kind: Kind, at: int, line: str, where: str) -> Swap:
    changed = edited(sheet.text, [Edit(at, at, f"\n{line}")])
    return Swap(kind=kind, what=f'"{line}" {where}', after=as_text(changed))


def _behind_contact(sheet: Sheet) -> int:
    """End of the line with the email address or the telephone, else of the name's."""
    known = [sheet.resume.email, *sheet.resume.phones, sheet.resume.name]
    first = next((text for text in known if text), None)
    if first is None:
        return sheet.document.lines[0].span.end
    return _end_of_line(sheet, first.span.start)


def _end_of_line(sheet: Sheet, position: int) -> int:
    return sheet.document.lines[line_at(sheet.document, position)].span.end


def _taken_out(sheet: Sheet) -> Iterator[Swap]:
    spans = [line.span for line in sheet.document.lines if is_personal(sheet.document.quote(line.span))]
    if spans:
        shown = "; ".join(_short(sheet.document.quote(span)) for span in spans[:3])
        yield Swap(kind="personal", what=f"taken out: {shown}", after=as_text(_without(sheet.text, spans)))


def _without(text: str, spans: Sequence[Span]) -> str:
    return edited(text, [Edit(span.start, min(len(text), span.end + 1), "") for span in spans])


def _short(line: str) -> str:
    return line if len(line) <= 40 else f"{line[:39]}…"
