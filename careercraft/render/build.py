"""Analysis to view-model. Nothing is computed: values are picked, put in order and formatted."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import UNSET

from careercraft.model.analysis import Analysis, AnalyzedDocument
from careercraft.model.document import Text
from careercraft.model.score import Row, Score
from careercraft.render import view, wording
from careercraft.render.build_guards import left_out
from careercraft.render.build_narrative import asked, build_narrative, use
from careercraft.render.build_proposals import build_proposals, counting
from careercraft.render.build_skills import (
    Context,
    build_advice,
    build_gap,
    build_quotes,
    build_resource,
    build_skills,
    gap_key,
)
from careercraft.render.build_ways import build_way, build_what_if, margin
from careercraft.render.passages import Marks, build_documents, find_marks
from careercraft.render.wording import clean

_SEVERITY_ORDER = {"error": 0, "warning": 1, "info": 2}


def build(analysis: Analysis) -> view.Report:
    """The view-model of an analysis, whole or brief."""
    marks = find_marks(analysis)
    context = Context(
        marks,
        {gap_key(gap.id, gap.name): gap for gap in analysis.gaps},
        _proposed(analysis),
    )
    improvements = [item.text for item in analysis.priority_improvements]
    others = [item for item in analysis.recommendations if item.text not in improvements]
    skills = analysis.skills
    return view.Report(
        title=_title(analysis),
        company=_company(analysis),
        candidate=_candidate(analysis),
        files=tuple(clean(document.name) for _, document in _documents(analysis)),
        verdict=_verdict(analysis),
        what_if=None if analysis.what_if is UNSET else build_what_if(analysis.what_if, analysis.verdict),
        hard=tuple(
            view.HardView(text=clean(item.text), met=item.met, quotes=build_quotes(item.evidence, marks))
            for item in analysis.verdict.hard_requirements
        ),
        scores=tuple(_score(score, marks) for score in analysis.scores),
        missing=build_skills(skills.missing, context),
        partial=build_skills(skills.partial, context),
        matched=build_skills(skills.matched, context),
        extra=build_skills(skills.extra, context),
        strengths=tuple(build_advice(item, marks) for item in analysis.strengths),
        gaps=tuple(build_gap(gap, context) for gap in sorted(analysis.gaps, key=lambda gap: gap.priority)),
        improvements=tuple(build_advice(item, marks) for item in analysis.priority_improvements),
        recommendations=tuple(build_advice(item, marks) for item in others),
        next_steps=tuple(
            view.StepView(text=clean(step.text), command=clean(step.command or ""))
            for step in analysis.next_steps
        ),
        resources=tuple(build_resource(item) for item in analysis.learning_resources),
        notes=tuple(_notes(analysis)),
        proposals=build_proposals(analysis.proposals, marks),
        narrative=build_narrative(analysis.narrative),
        asked=asked(analysis),
        use=use(analysis),
        today=clean(analysis.engine.today),
        engine=_engine(analysis),
        documents=build_documents(analysis, marks),
    )


def _proposed(analysis: Analysis) -> frozenset[str]:
    """The keys of the requirements that a model has a part in."""
    entries = (entry for entry in analysis.skills.required() if entry.source == "model")
    return frozenset(gap_key(entry.id, entry.name) for entry in entries)


def _documents(analysis: Analysis) -> tuple[tuple[str, AnalyzedDocument], ...]:
    if analysis.documents is UNSET:
        return ()
    return (("resume", analysis.documents.resume), ("posting", analysis.documents.job))


def _value(text: Text | None) -> str:
    return clean(text.value) if text else ""


def _title(analysis: Analysis) -> str:
    stated = "" if analysis.job is UNSET else _value(analysis.job.title)
    names = [document.name for _, document in _documents(analysis)]
    return stated or clean(names[1] if names and names[1] != "-" else "") or "Job posting"


def _company(analysis: Analysis) -> str:
    return "" if analysis.job is UNSET else _value(analysis.job.company)


def _candidate(analysis: Analysis) -> str:
    basics = {} if analysis.resume is UNSET else analysis.resume.get("basics", {})
    name = basics.get("name") if isinstance(basics, dict) else None
    return clean(name) if isinstance(name, str) else ""


def _verdict(analysis: Analysis) -> view.VerdictView:
    verdict = analysis.verdict
    return view.VerdictView(
        label=verdict.label,
        fit=verdict.label == "FIT",
        borderline=verdict.borderline,
        readiness=wording.score(verdict.readiness),
        confidence=wording.score(verdict.confidence),
        low=wording.score(verdict.interval[0]),
        high=wording.score(verdict.interval[1]),
        threshold=wording.number(verdict.threshold),
        reasons=tuple(_reasons(analysis)),
        ways_out=tuple(build_way(way) for way in analysis.counterfactuals),
        margin="" if analysis.margin is UNSET else margin(analysis.margin),
    )


def _reasons(analysis: Analysis) -> Iterator[str]:
    """Right behind the first: whether a model has a part in the verdict."""
    first, *others = [wording.sentence(clean(reason)) for reason in analysis.verdict.reasons] or [""]
    yield from filter(None, [first, counting(analysis.proposals)])
    yield from others


def _score(score: Score, marks: Marks) -> view.ScoreView:
    return view.ScoreView(
        key=score.key,
        name=wording.SCORE_NAMES[score.key],
        value=score.value,
        shown=wording.score(score.value),
        stated=score.value is not None,
        weight=wording.number(score.weight, 3) if score.weight else "",
        summary=clean(score.summary),
        rows=tuple(_row(row, marks) for row in score.rows),
    )


def _row(row: Row, marks: Marks) -> view.RowView:
    return view.RowView(
        label=clean(row.label),
        points=wording.number(row.points, 2),
        of=wording.number(row.of, 2),
        value=row.points,
        most=row.of,
        quotes=build_quotes(row.evidence, marks),
    )


def _notes(analysis: Analysis) -> Iterator[str]:
    if analysis.correction is not UNSET:  # first, since a screen may have room for one note only
        yield wording.CORRECTED
    yield from (left_out(one, analysis.verdict.readiness) for one in analysis.guards)
    for label, document in _documents(analysis):
        for hidden in document.hidden:
            page = f" on page {hidden.page}" if hidden.page else ""
            reason = wording.HIDDEN_REASONS[hidden.reason]
            words = wording.shorten(clean(hidden.text), 160)
            yield f"Hidden text in the {label}{page}, {reason}, was left out: “{words}”"
        for problem in sorted(document.problems, key=lambda item: _SEVERITY_ORDER[item.severity]):
            if problem.code != "corrected":
                yield f"In the {label}: {clean(problem.message)}"


def _engine(analysis: Analysis) -> tuple[tuple[str, str], ...]:
    engine = analysis.engine
    return (
        ("careercraft", clean(engine.version)),
        ("taxonomy", clean(" ".join((", ".join(engine.taxonomy_names), engine.taxonomy[:12])).strip())),
        ("encoder", clean(engine.encoder)[:40]),
        ("settings", clean(engine.settings)[:12]),
        ("report", clean(analysis.id)[:12]),
    )
