"""Hard requirements that are no skill: the right to work and clearances, asked and stated."""

from __future__ import annotations

from careercraft.match import clearance
from careercraft.match.permits import Permit, ask_of, is_met
from careercraft.match.person import Stated
from careercraft.match.profile import Profile
from careercraft.match.quoting import Quoter
from careercraft.model.document import Document, Span, Text
from careercraft.model.facts import HardFact
from careercraft.model.job import Job


def permit_fact(
    job: Job, documents: tuple[Document, Document], profile: Profile, stated: Stated
) -> HardFact | None:
    """What the posting says of the right to work; met, unmet or unknown by what the person states."""
    text = job.work_authorization
    if text is None:
        return None
    ask = ask_of(text.value, job.country, job.sponsorship)
    held: list[Permit] = [*profile.permits, *(permit for permit, _ in stated.permits)]
    met = is_met(ask, held, complete=bool(profile.permits)) if ask else None
    spans = [span for _, span in stated.permits] if met is not None else []
    return _fact(text, met, documents, spans)


def clearance_fact(job: Job, documents: tuple[Document, Document], stated: Stated) -> HardFact | None:
    text = job.clearance
    if text is None:
        return None
    met = clearance.is_met(clearance.asked(text.value), [grade for grade, _ in stated.clearances])
    spans = [span for _, span in stated.clearances] if met is not None else []
    return _fact(text, met, documents, spans)


def _fact(text: Text, met: bool | None, documents: tuple[Document, Document], found: list[Span]) -> HardFact:
    return HardFact(
        text=" ".join(text.value.split()),
        met=met,
        evidence=(Quoter("job", documents[1]).around(text.span),),
        found_evidence=Quoter("resume", documents[0]).all_around(found),
    )
