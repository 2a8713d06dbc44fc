"""What a resume's owner states of themselves beside their work: moving, working at home, permits, clearances.

Only lines outside of positions, projects, degrees and volunteering count: within them other people move and sponsor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from careercraft.match import clearance
from careercraft.match.permits import Permit, claims, of_others
from careercraft.model.document import Document, Span
from careercraft.model.resume import Resume
from careercraft.parse.job_cue import Lazy

_STEMS = (
    "relocat", "moving", "to move", "umzug", "mobil", "remote", "home office", "homeoffice", "from home", "citizen",
    "national", "passport", "green card", "green-card", "permanent resid", "authori", "eligible to", "permitted to",
    "entitled to", "allowed to", "right to work", "work permit", "work visa", "working visa", "working rights",
    "sponsor", "visa", "unrestricted", "erlaubnis", "permis", "clearance", "cleared", "vetted", "vetting", "dbs",
    "bpss", "public trust", "ts/sci", "on-site", "onsite", "in-office", "in office", "in-person", "in person",
)  # fmt: skip
"""Of which a line must hold one before any pattern is tried."""
_MOVES = Lazy(
    r"\b(?:willing|able|ready|prepared|open|happy|free|available|keen|flexible)(?:ness)?\s(?:to|for|on|about)\s(?:\w+\s)?"
    r"(?:relocat\w+|mov(?:e|ing)\b(?!\sinto))|\bwilling(?:ness)?\sto\stravel\sand\srelocate\b|\bwill\srelocate\b"
    r"|\brelocation\s?(?:[:–-]\s?|is\s)?(?:yes|ok|okay|possible|welcome|no\sproblem)\b|\bumzugsbereit\w*"
    r"|\bumzug\smöglich\b|\bmobil(?:e|ité)\s(?:nationale|internationale|géographique|en\sfrance)\b",
    re.IGNORECASE,
)
_STAYS = Lazy(
    r"\b(?:not|un|no|never|can(?:not|['’]t)|don['’]t|won['’]t)\s?(?:\w+\s){0,3}?relocat\w+"
    r"|\brelocation\s?(?:[:–-]\s?|is\s)?(?:no|none|not\s\w+)\b(?!\sproblem)|\bkein\sumzug\b",
    re.IGNORECASE,
)
_REMOTE = Lazy(
    r"\b(?:seek(?:s|ing)?|look(?:s|ing)?\sfor|want(?:s|ed)?|prefer(?:s|red|ring)?|pursuing|interested\sin|available\sfor)\s"
    r"(?:an?\s|my\s|the\s)?(?:\w+[ ,/-]+){0,3}?(?:fully[- ])?remote\b(?!\s(?:sens|monitor|support))"
    r"|\b(?:fully\s)?remote(?:\s(?:work|roles?|jobs?|positions?))?\s(?:only|preferred|wanted|desired)\b"
    r"|\b(?:prefer\w*|want\w*|seek\w*)\s(?:to\swork|working|work)\s(?:from\shome|remotely)\b|\bnur\sremote\b",
    re.IGNORECASE,
)
_ON_SITE = Lazy(
    r"\b(?:prefer\w*|seek\w*|want\w*)\s(?:\w+\s){0,3}?(?:on-?site|in[- ]office|in[- ]person)\b"
    r"|\bno\sremote\b|\bnot\s(?:\w+\s){0,3}?remote\b",
    re.IGNORECASE,
)


class Stated(NamedTuple):
    """Each with where it stands; None and empty where the resume says nothing."""

    relocate: bool | None = None
    relocate_spans: tuple[Span, ...] = ()
    remote: bool | None = None
    remote_spans: tuple[Span, ...] = ()
    permits: tuple[tuple[Permit, Span], ...] = ()
    clearances: tuple[tuple[clearance.Grade | None, Span], ...] = ()


def stated_by(resume: Resume, document: Document) -> Stated:
    """Of two statements that contradict each other the later one counts."""
    relocate: tuple[bool | None, tuple[Span, ...]] = None, ()
    remote: tuple[bool | None, tuple[Span, ...]] = None, ()
    permits: list[tuple[Permit, Span]] = []
    clearances: list[tuple[clearance.Grade | None, Span]] = []
    for start, line, page in _own_lines(resume, document):
        relocate = _either(_STAYS, _MOVES, start, line, page) or relocate
        remote = _either(_ON_SITE, _REMOTE, start, line, page) or remote
        permits += [
            (claim.permit, Span(start + claim.start, start + claim.end, page)) for claim in claims(line)
        ]
        clearances += [
            (held.grade, Span(start + held.start, start + held.end, page)) for held in clearance.held(line)
        ]
    return Stated(*relocate, *remote, tuple(permits), tuple(clearances))


def _either(
    no: Lazy, yes: Lazy, start: int, line: str, page: int | None
) -> tuple[bool, tuple[Span, ...]] | None:
    for value, pattern in ((False, no), (True, yes)):
        if (match := pattern.search(line)) and not of_others(line[: match.start()]):
            return value, (Span(start + match.start(), start + match.end(), page),)
    return None


def _own_lines(resume: Resume, document: Document) -> Iterator[tuple[int, str, int | None]]:
    """(start, line, page) of the lines that may speak of it, outside of what was done and studied."""
    if not _may_speak(document.text):
        return
    entries = [
        entry.span
        for group in (resume.work, resume.projects, resume.education, resume.volunteer)
        for entry in group
    ]
    at = 0
    for line in document.text.split("\n"):
        inside = any(span.start <= at < span.end for span in entries)
        if not inside and _may_speak(line):
            yield at, line, _page(document, at)
        at += len(line) + 1


def _may_speak(text: str) -> bool:
    low = text.lower()
    return any(stem in low for stem in _STEMS)


def _page(document: Document, at: int) -> int | None:
    return next((line.span.page for line in document.lines if line.span.start <= at < line.span.end), None)
