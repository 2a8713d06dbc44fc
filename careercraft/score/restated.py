"""A finished analysis with what the person says beside the resume: the same scorer, once more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import UNSET, UnsetType, structs

from careercraft.model.analysis import Analysis, AnalyzedDocument, Documents
from careercraft.model.change import AddSkill, SelfStated
from careercraft.model.document import Problem
from careercraft.model.proposed import Proposals
from careercraft.model.score import Verdict
from careercraft.model.skill import Skill
from careercraft.score.advice import make_advice
from careercraft.score.changes import apply
from careercraft.score.steps import Scene


def restated(
    analysis: Analysis,
    changes: Sequence[AddSkill],
    notes: Mapping[str, str],
    unread: Sequence[str],
    taxonomy: Mapping[str, Skill],
) -> Analysis:
    """With these statements beside those that it has. `notes` by their words; `unread` are words of statements that
    name nothing here, which a report says and doesn't count. Its id and its time are the caller's to make."""
    skills, facts = apply(analysis.skills, analysis.facts, changes)
    engine = analysis.engine
    scene = Scene(skills, facts, engine.weights, engine.threshold)
    card = scene.card()
    documents = _told(analysis.documents, changes, unread)
    problems = () if isinstance(documents, UnsetType) else documents.resume.problems
    return structs.replace(
        analysis,
        verdict=card.verdict,
        scores=card.scores,
        skills=skills,
        facts=facts,
        documents=documents,
        what_if=UNSET,
        proposals=_proposals(analysis.proposals, card.verdict),
        narrative=UNSET,  # it tells of other numbers
        usage=UNSET,
        self_stated=(*analysis.self_stated, *(_said(change, notes) for change in changes)),
        **structs.asdict(make_advice(scene, taxonomy, problems)),
    )


def _said(change: AddSkill, notes: Mapping[str, str]) -> SelfStated:
    return SelfStated(
        text=change.text,
        note=notes.get(change.text) or UNSET,
        id=change.id,
        name=change.name,
        level=change.level,
        years=change.years,
    )


def _proposals(found: Proposals | UnsetType, verdict: Verdict) -> Proposals | UnsetType:
    """Of a model's proposals those that count; what the others would make of these numbers, nobody has computed."""
    if isinstance(found, UnsetType) or not found.counted:
        return UNSET
    return structs.replace(found, verdict_with=verdict, verdict_without=UNSET, scores=())


def _told(
    documents: Documents | UnsetType, changes: Sequence[AddSkill], unread: Sequence[str]
) -> Documents | UnsetType:
    if isinstance(documents, UnsetType):
        return documents
    counted = [
        f"you say “{change.text}”, which counts as an item of a skills list does" for change in changes
    ]
    lost = [f"you say “{text}”, which names no skill here and doesn't count" for text in unread]
    notes = [
        *(Problem(code="self_stated", message=message, severity="info") for message in counted),
        *(Problem(code="self_stated_unread", message=message, severity="info") for message in lost),
    ]
    resume: AnalyzedDocument = documents.resume
    return structs.replace(documents, resume=structs.replace(resume, problems=(*resume.problems, *notes)))
