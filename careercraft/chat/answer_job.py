"""What the posting says beside its requirements, and what was left out of both documents."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import UNSET

from careercraft.chat.scene import Desk, Said, md
from careercraft.chat.sources import Citations
from careercraft.model.document import Text
from careercraft.model.job import Job
from careercraft.model.match import Evidence
from careercraft.render.build_guards import left_out as guarded
from careercraft.render.wording import HIDDEN_REASONS

_MOST = 8


def terms(desk: Desk, cite: Citations) -> Said:
    """Hours, shifts, contract, travel and what comes beside the pay, in the posting's own words."""
    job = desk.analysis.job
    found = [] if job is UNSET else list(_terms(job))
    if not found:
        none = "The posting says nothing on hours, shifts, contract, travel or benefits that was understood."
        return Said(lines=(none,), data={"terms": []})
    lines = ["What the posting says on it:"]
    lines += [f"- {name}: {md(text.value)}{cite.cite(_evidence(desk, text))}" for name, text in found]
    return Said(
        lines=tuple(lines), data={"terms": [{"name": name, "text": text.value} for name, text in found]}
    )


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
