"""Jobs and degrees that stand under no heading, or many on one line: prose, and pages whose headings got lost.

"Cook, Inn (2014 - 2018); Waiter, Cafe (2012 - 2014)." are two jobs; where no heading names any, a line that begins with
a title and ends with its period opens the jobs, and one that begins with a degree is education.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec.structs import replace

from careercraft.model.document import Document, Line, Span
from careercraft.model.resume import Section, SectionKind
from careercraft.parse.anchors import best_date, find_anchors, tells_job
from careercraft.parse.degrees import find_degrees
from careercraft.parse.evidence import title_evidence
from careercraft.parse.personal_lines import is_personal
from careercraft.parse.row_kinds import is_sentence, starts_with_action
from careercraft.parse.rows import Row, make_rows, undated_rest
from careercraft.parse.sections import Part

_ITEM_END = re.compile(r";\s+(?=\S)|(?<=\d\))\s*\.\s+(?=\S)")
_PERIOD = re.compile(
    r"\b(?:19|20)\d\d\s*(?:[-–—]|to|until|till|and|through)\s*(?:\w+\s)?(?:(?:19|20)\d\d\b|present|now|today|current)",
    re.IGNORECASE,
)
_TITLE = 1.0
"""`title_evidence` from which the words before a period name a job."""
_HEAD_LINES = 2
_LIST_ITEMS = 4
_ITEM_WORDS = 8


def with_headless(document: Document, parts: Sequence[Part]) -> list[Part]:
    """The parts with their lines of several jobs cut apart; and, where none is about work, those that are."""
    if document.format == "json_resume":
        return list(parts)
    if any(part.kind == "work" for part in parts):
        return [
            part._replace(lines=tuple(_units(document, part.lines))) if part.kind == "work" else part
            for part in parts
        ]
    return [piece for part in parts for piece in (_cut(document, part) if part.kind == "header" else [part])]


def _units(document: Document, lines: Sequence[Line]) -> Iterator[Line]:
    """Each line, or its jobs as list items where it holds several."""
    for line in lines:
        text = document.quote(line.span)
        ends = [found.end() for found in _ITEM_END.finditer(text)]
        bounds = [0, *ends, len(text)]
        units = [text[start:end] for start, end in pairwise(bounds)]
        if len(units) > 1 and sum(1 for unit in units if _PERIOD.search(unit)) > 1:
            for start, end in pairwise(bounds):
                first, page = line.span.start + start, line.span.page
                kept = len(text[start:end].rstrip(" ;"))
                yield replace(line, span=Span(first, first + kept, page), bullet=True)
        else:
            yield line


def _cut(document: Document, part: Part) -> list[Part]:
    lines = list(_units(document, part.lines))
    kinds = _kinds(document, lines)
    if "work" not in kinds:
        return [part]
    runs = groupby(zip(kinds, lines, strict=True), key=lambda pair: pair[0])
    return [_part(part, kind, [line for _, line in run]) for kind, run in runs]


def _part(whole: Part, kind: SectionKind, lines: Sequence[Line]) -> Part:
    span = Span(lines[0].span.start, lines[-1].span.end, lines[0].span.page)
    heading = whole.section.heading if kind == whole.kind else None
    return Part(Section(kind=kind, heading=heading, span=span), tuple(lines))


def _kinds(document: Document, lines: Sequence[Line]) -> list[SectionKind]:
    """Of each line. What follows a job belongs to it, up to the next list of skills or degree."""
    jobs = _job_starts(document, lines)
    kinds: list[SectionKind] = []
    for line in lines:
        if _is_degree(document, line) and kinds:
            kinds.append("education")
        elif line.span.start in jobs:
            kinds.append("work")
        elif _is_list(document, line) and kinds and kinds[-1] != "work":
            kinds.append("skills")
        else:
            kinds.append("work" if kinds and kinds[-1] == "work" else "header")
    return kinds


def _job_starts(document: Document, lines: Sequence[Line]) -> frozenset[int]:
    """Where lines begin that open a job; none unless one of them plainly names a title."""
    rows = make_rows(document, [line for line in lines if not _tells_no_job(document, line)])
    starts = []
    plain = False
    for index in find_anchors(rows):
        date = best_date(rows[index])
        if date is None or date.start is None:
            continue
        above = index - _lines_above(rows, index)
        words = [piece.text for row in rows[above : index + 1] for piece in undated_rest(row)]
        named = any(title_evidence(text) >= _TITLE and not starts_with_action(text) for text in words)
        plain = plain or named or tells_job(rows[index])
        starts.append(rows[above].line.span.start)
    return frozenset(starts if plain else ())


def _lines_above(rows: Sequence[Row], index: int) -> int:
    """How many lines over a lone period name its job: the title, or the title and the employer."""
    if undated_rest(rows[index]):
        return 0
    count = 0
    while count < _HEAD_LINES and index > count and not rows[index - count].gap:
        text = rows[index - count - 1].text
        if is_sentence(text) or "@" in text:
            break
        count += 1
    return count


def _tells_no_job(document: Document, line: Line) -> bool:
    """A degree, or a line about the person: "Born 14 March 1984" dates no work."""
    return _is_degree(document, line) or is_personal(document.quote(line.span))


def _is_degree(document: Document, line: Line) -> bool:
    first = next(iter(find_degrees(document.quote(line.span))), None)
    return first is not None and first.start == 0


def _is_list(document: Document, line: Line) -> bool:
    """ "Driving; first aid; stock control; Excel." """
    items = document.quote(line.span).rstrip(". ").split(";")
    return len(items) >= _LIST_ITEMS and all(0 < len(item.split()) <= _ITEM_WORDS for item in items)
