"""A question answered without a model: exact figures of the analysis, with the words that they rest on.

It never guesses: what it doesn't understand it says, with what it can answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from careercraft.chat import (
    answer_changes,
    answer_compare,
    answer_interview,
    answer_job,
    answer_plan,
    answer_scores,
    answer_skills,
    answer_talk,
    answer_verdict,
)
from careercraft.chat.intent_follow import Asked, Context
from careercraft.chat.intent_slots import Slots
from careercraft.chat.intents import understand
from careercraft.chat.scene import Desk, Said, md
from careercraft.chat.sources import Citations, Source
from careercraft.errors import CareerCraftError, UsageError
from careercraft.model.score import ScoreKey
from careercraft.render.markdown_text import code
from careercraft.render.wording import clean, sentence

_SCORE_OF: dict[str, ScoreKey] = {
    "salary": "salary_match", "location": "location_match", "education": "education_match",
    "experience": "experience_match", "culture": "culture_fit", "confidence": "confidence",
}  # fmt: skip
_KEPT = frozenset(
    ("help", "thanks", "greeting", "model", "privacy", "unknown", "no_such", "empty", "language")
)
"""After these the talk goes on where it was."""


class Answer(Struct, frozen=True, kw_only=True):
    text: str
    """Markdown, the sources below it."""
    sources: tuple[Source, ...]
    intent: str
    context: Context
    """For the next question."""
    data: dict[str, object]
    """The same for programs."""
    note: str
    """That rules made it; at first, and where they don't suffice, how to connect a model."""
    rule_based: bool = True


def answer(desk: Desk, question: str, context: Context | None = None) -> Answer:
    """Never raises for what a person may type; what the history or the taxonomy can't give is told."""
    before = context or Context()
    cite = Citations(desk.analysis)
    asked = understand(question, desk, before)
    try:
        said = _said(desk, cite, asked, before)
    except CareerCraftError as error:
        said = Said(lines=_told(error), data={"error": error.message})
    sources = cite.all()
    return Answer(
        text=page((*said.lines, *(source.line() for source in sources))),
        sources=sources,
        intent=asked.intent,
        context=_next(before, asked, said),
        data=said.data,
        note=_note(asked.intent, before),
    )


def page(lines: Iterable[str]) -> str:
    """Paragraphs with an empty line between, items of a list and sources without one; ends with a line break."""
    blocks: list[str] = []
    kind = ""
    for line in lines:
        own = "item" if line.startswith("- ") else "source" if line.startswith("[") else ""
        if own and own == kind:
            blocks[-1] += (
                f"{'  ' if own == 'source' else ''}\n{line}"  # two spaces end a line within a paragraph
            )
        else:
            blocks.append(line)
        kind = own
    return "\n\n".join(blocks) + "\n"


def _told(error: CareerCraftError) -> tuple[str, ...]:
    """The hint may hold a command in backticks, or be one."""
    message, hint = sentence(md(error.message)), clean(error.hint)
    if hint.startswith("careercraft "):
        return message, f"Try {code(hint)}."
    return (message, sentence(md(hint).replace("\\`", "`"))) if hint else (message,)


def _note(intent: str, before: Context) -> str:
    needs = intent in ("unknown", "write", "language", "model")
    return f"{answer_talk.LABEL} {answer_talk.HINT}" if needs or not before.turns else answer_talk.LABEL


def _next(before: Context, asked: Asked, said: Said) -> Context:
    turns = before.turns + 1
    if asked.intent in _KEPT:
        return Context(
            intent=before.intent, items=before.items, skills=before.skills, changes=before.changes, hours=before.hours,
            scores=before.scores, runs=before.runs, turns=turns,
        )  # fmt: skip
    slots = asked.slots
    return Context(
        intent=asked.intent,
        items=said.items,
        skills=slots.skills,
        changes=asked.changes,
        hours=slots.hours,
        scores=slots.scores,
        runs=slots.runs,
        turns=turns,
    )


_Simple = Callable[[Desk, Citations], Said]
_Listed = Callable[[Desk, Citations, bool], Said]
_SIMPLE: dict[str, _Simple] = {
    "verdict": answer_verdict.verdict, "why": answer_verdict.why, "make_fit": answer_verdict.make_fit,
    "margin": answer_verdict.margin, "confidence": answer_verdict.confidence, "hard": answer_verdict.hard,
    "apply": answer_verdict.apply, "scores": answer_scores.overview, "salary": answer_scores.salary,
    "location": answer_scores.location, "education": answer_scores.education, "culture": answer_scores.culture,
    "experience": answer_scores.experience, "improve": answer_skills.improve, "first": answer_plan.first,
    "terms": answer_job.terms, "left_out": answer_job.left_out, "chances": answer_talk.chances,
    "write": answer_talk.write, "model": answer_talk.model,
    "privacy": answer_talk.privacy, "help": answer_talk.help, "thanks": answer_talk.thanks,
    "greeting": answer_talk.greeting, "bye": answer_talk.bye, "empty": answer_talk.empty,
    "language": answer_talk.language, "no_such": answer_talk.no_such, "unknown": answer_talk.unknown,
}  # fmt: skip
_LISTED: dict[str, _Listed] = {
    "gaps": answer_skills.gaps, "strengths": answer_skills.strengths, "requirements": answer_skills.requirements,
    "extra": answer_skills.extra, "history": answer_compare.history, "interview": answer_interview.interview,
}  # fmt: skip
_OTHERS = (
    "skill",
    "search",
    "what_if",
    "how_long",
    "roadmap",
    "resources",
    "explain_score",
    "compare",
    "sources",
)
INTENTS = (*_SIMPLE, *_LISTED, *_OTHERS)


def _said(desk: Desk, cite: Citations, asked: Asked, before: Context) -> Said:
    """Raises UsageError for what can't be had."""
    intent, slots = asked.intent, asked.slots
    if intent in _SIMPLE:
        return _SIMPLE[intent](desk, cite)
    if intent in _LISTED:
        return _LISTED[intent](desk, cite, asked.full)
    if slots.unknown and intent in ("skill", "what_if", "how_long", "resources"):
        return _unknown_skill(desk, cite, slots.unknown)
    if intent == "what_if":
        return _what_if(desk, cite, asked, before)
    if intent == "how_long":
        return answer_plan.how_long(desk, cite, slots.hours, slots.skills)
    if intent == "roadmap":
        return answer_plan.roadmap(desk, cite, slots.hours, asked.full)
    if intent == "resources":
        return answer_plan.resources(desk, cite, slots.skills, asked.full, slots.free)
    return _named(desk, cite, asked, before)


def _named(desk: Desk, cite: Citations, asked: Asked, before: Context) -> Said:
    intent, slots = asked.intent, asked.slots
    if intent == "skill":
        return answer_skills.skill(desk, cite, slots.skills) if slots.skills else _which_skill(desk, cite)
    if intent == "search":
        return answer_skills.search(desk, cite, " ".join(slots.skills) or slots.unknown or "skills")
    if intent == "explain_score":
        keys = slots.scores or slots.loose_scores
        return (
            answer_scores.explain(desk, cite, keys, asked.full)
            if keys
            else answer_scores.overview(desk, cite)
        )
    if intent == "compare":
        return answer_compare.compare(desk, cite, tuple(_runs(desk, slots)))
    return _sources(desk, cite, before)


def _unknown_skill(desk: Desk, cite: Citations, words: str) -> Said:
    near = answer_skills.search(desk, cite, words)
    return Said(lines=(f"I know no skill “{md(words[:80])}”.", *near.lines), data=near.data, items=near.items)


def _which_skill(desk: Desk, cite: Citations) -> Said:
    found = answer_skills.requirements(desk, cite)
    return Said(lines=("Which skill do you mean?", *found.lines), data=found.data, items=found.items)


def _what_if(desk: Desk, cite: Citations, asked: Asked, before: Context) -> Said:
    """Without a change in its words it is about what was named last."""
    again = "before" if not asked.changes and before.skills else ""
    changes = asked.changes or tuple(f"+{name}" for name in before.skills if again)
    if not changes:
        raise UsageError(
            "I don't know what should be different", "ask as: what if I learn Kubernetes and Terraform?"
        )
    if not asked.each:
        return answer_changes.what_if(desk, cite, changes)
    found = [answer_changes.what_if(desk, cite, [change]) for change in changes]
    return Said(
        lines=tuple(line for one in found for line in one.lines),
        data={"each": [one.data for one in found]},
        items=tuple(item for one in found for item in one.items),
    )


def _runs(desk: Desk, slots: Slots) -> Iterator[str]:
    """The runs that are named; where just "the other posting" is, the only other one."""
    if slots.runs:
        yield from slots.runs
        return
    runs = answer_compare.others(desk)
    if len(runs) == 1:
        yield str(runs[0].run)


def _sources(desk: Desk, cite: Citations, before: Context) -> Said:
    """What the last answer rested on, row by row for a score; else the reasons of the verdict."""
    if before.skills:
        return answer_skills.skill(desk, cite, before.skills)
    key = _SCORE_OF.get(before.intent)
    keys = before.scores or ((key,) if key else ())
    if keys:
        return answer_scores.explain(desk, cite, keys, full=True)
    if before.intent in _LISTED:
        return _LISTED[before.intent](desk, cite, True)
    return answer_verdict.why(desk, cite)
