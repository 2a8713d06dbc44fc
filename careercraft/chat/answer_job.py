"""What the posting says beside its requirements, and what was left out of both documents."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from msgspec import UNSET

from careercraft.chat.scene import Desk, Said, md
from careercraft.chat.sources import Citations
from careercraft.model.document import Text
from careercraft.model.job import Job
from careercraft.model.match import Evidence
from careercraft.parse.tables import word_set
from careercraft.render.build_guards import left_out as guarded
from careercraft.render.wording import HIDDEN_REASONS, shorten

_MOST = 8
_MOST_LINES = 3
_LONG = 120
_SUBJECTS = word_set("""
night evening weekend shift overtime on-call travel vacation holiday insurance pension sick flexib part-time full-time
contract temporary permanent training childcare bonus relocat
""")
"""What a question may ask for by name; words as they begin."""
_TIMES = frozenset({"night", "evening", "weekend", "shift"})
"""Who asks for one wants to know of the others: "Evenings and weekends" tells of nights."""


def terms(desk: Desk, cite: Citations, asked: str = "") -> Said:
    """Hours, shifts, contract, travel and what comes beside the pay, in the posting's own words; of a question that
    names one of them also the lines that speak of it."""
    job = desk.analysis.job
    found = [] if job is UNSET else list(_terms(job))
    stems = {stem for stem in _SUBJECTS if stem in asked.lower()}
    told = [*_lines_on(desk, stems | _TIMES if stems & _TIMES else stems)]
    if not found and not told:
        none = "The posting says nothing on hours, shifts, contract, travel or benefits that was understood."
        return Said(lines=(none,), data={"terms": []})
    lines = ["What the posting says on it:"]
    lines += [f"- “{md(shorten(item.quote.strip(), _LONG))}”{cite.cite([item])}" for item in told]
    lines += [
        f"- {name}: {md(shorten(text.value, _LONG))}{cite.cite(_evidence(desk, text))}"
        for name, text in found
    ]
    data = [{"name": "", "text": item.quote} for item in told]
    data += [{"name": name, "text": text.value} for name, text in found]
    return Said(lines=tuple(lines), data={"terms": data})


def _lines_on(desk: Desk, stems: Collection[str]) -> Iterator[Evidence]:
    """The posting's lines that have one of the words, from the top."""
    documents = desk.analysis.documents
    text = "" if documents is UNSET or not stems else documents.job.text
    wanted = re.compile(rf"^.*\b(?:{'|'.join(sorted(stems))}).*$", re.IGNORECASE | re.MULTILINE)
    for line in [*wanted.finditer(text)][:_MOST_LINES] if text else []:
        yield Evidence(document="job", quote=line[0], start=line.start(), end=line.end())


def _terms(job: Job) -> Iterator[tuple[str, Text]]:
    named: tuple[tuple[str, Text | None], ...] = (
        ("Employment", job.employment),
        ("Contract", job.contract.text if job.contract else None),
        ("Hours", job.hours.text if job.hours else None),
        ("Shifts", job.hours.shifts if job.hours else None),
        ("Travel", job.travel.text if job.travel else None),
        ("Relocation", job.relocation.text if job.relocation else None),
        ("Bonus", job.bonus),
        ("Pay", job.pay_note),
    )
    yield from ((name, text) for name, text in named if text)
    yield from (("Language", ask.text) for ask in job.languages)
    yield from (("Benefit", text) for text in job.benefits[:_MOST])


def _evidence(desk: Desk, text: Text) -> Iterator[Evidence]:
    documents, span = desk.analysis.documents, text.span
    quote = "" if documents is UNSET else documents.job.text[span.start : span.end]
    if quote.strip():
        page = UNSET if span.page is None else span.page
        yield Evidence(document="job", quote=quote, start=span.start, end=span.end, page=page)


def left_out(desk: Desk, cite: Citations) -> Said:
    """What no reader sees, and what a guard took out before anything was counted."""
    analysis = desk.analysis
    lines = [f"- {md(guarded(one, analysis.verdict.readiness))}" for one in analysis.guards]
    if analysis.documents is not UNSET:
        for side, document in (("resume", analysis.documents.resume), ("posting", analysis.documents.job)):
            lines += [
                f"- Hidden in the {side}, {HIDDEN_REASONS[hidden.reason]}: “{md(hidden.text[:200])}”"
                for hidden in document.hidden[:_MOST]
            ]
    if not lines:
        none = "Nothing was left out: no hidden text was found, and no guard took a passage away."
        return Said(lines=(none,), data={"left_out": []})
    return Said(lines=("Left out before anything was counted:", *lines), data={"left_out": lines})
