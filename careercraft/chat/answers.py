"""A question answered without a model: exact figures of the analysis, with the words that they rest on.

It never guesses: what it doesn't understand it says, with what it can answer.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from careercraft.chat import (
    answer_about,
    answer_changes,
    answer_compare,
    answer_interview,
    answer_job,
    answer_meant,
    answer_plan,
    answer_roles,
    answer_scores,
    answer_skills,
    answer_talk,
    answer_verdict,
)
from careercraft.chat.intent_follow import Asked, Context
from careercraft.chat.intent_parts import parts_of
from careercraft.chat.intent_postings import named_runs
from careercraft.chat.intent_slots import Slots
from careercraft.chat.scene import Desk, Said, md
from careercraft.chat.sources import Citations, Source
from careercraft.errors import CareerCraftError, UsageError
from careercraft.model.score import ScoreKey
from careercraft.render.markdown_text import code, escape
from careercraft.render.wording import clean, sentence

_SCORE_OF: dict[str, ScoreKey] = {
    "salary": "salary_match", "location": "location_match", "education": "education_match",
    "experience": "experience_match", "culture": "culture_fit", "confidence": "confidence",
}  # fmt: skip
_NEEDS_MODEL = frozenset(("unknown", "write", "language"))


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


def answer(desk: Desk, question: str, context: Context | None = None) -> Answer:
    """Never raises for what a person may type; what the history or the taxonomy can't give is told."""
    context = context or Context()
    question = unicodedata.normalize("NFKC", question)  # letters in full width, ligatures
    note = _note(context)
    cite = Citations(desk.analysis)
    parts = parts_of(question, desk, context)
    several = len(parts.asked) > 1
    lines: list[str] = []
    each: list[dict[str, object]] = []
    for asked, text in zip(parts.asked, parts.texts, strict=True):
        try:
            said = _said(desk, cite, asked, context)
        except CareerCraftError as error:
            said = Said(lines=_told(error), data={"error": error.message})
        lines += [f"**{answer_meant.heading(text)}**"] if several else []
        lines += [*answer_meant.taken_for(asked), *said.lines]
        each.append(said.data)
        context = _next(context, asked, said)
    lines += answer_meant.not_answered(parts)
    sources = cite.all()
    intents = [asked.intent for asked in parts.asked]
    return Answer(
        text=page((*lines, *(source.line() for source in sources))),
        sources=sources,
        intent="+".join(dict.fromkeys(intents)),
        context=context,
        data={"each": each} if several else each[0],
        note=f"{answer_talk.LABEL} {answer_talk.HINT}" if _needs_model(parts.asked[0]) else note,
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
    """The hint may hold commands in backticks, or be one."""
    message, hint = sentence(md(error.message)), clean(error.hint)
    if hint.startswith(("careercraft ", "/")):
        return message, f"Try {code(hint)}."
    pieces = hint.split("`")
    shown = "".join(code(piece) if at % 2 else escape(piece) for at, piece in enumerate(pieces))
    return (message, sentence(shown)) if hint else (message,)


def _note(before: Context) -> str:
    return answer_talk.AGAIN if before.turns else f"{answer_talk.LABEL} {answer_talk.HINT}"


def _needs_model(asked: Asked) -> bool:
    return asked.intent in _NEEDS_MODEL and not asked.nearest


def _next(before: Context, asked: Asked, said: Said) -> Context:
    turns = before.turns + 1
    if asked.intent in answer_meant.TALK:
        return Context(
            intent=before.intent, items=said.items or before.items, skills=before.skills, changes=before.changes,
            hours=before.hours, scores=before.scores, runs=before.runs, turns=turns,
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
    "left_out": answer_job.left_out, "chances": answer_talk.chances,
    "write": answer_talk.write, "model": answer_talk.model,
    "privacy": answer_talk.privacy, "help": answer_talk.help, "thanks": answer_talk.thanks,
    "greeting": answer_talk.greeting, "bye": answer_talk.bye, "empty": answer_talk.empty,
    "method": answer_about.method, "fair": answer_about.fair, "upset": answer_about.upset,
    "export": answer_about.export, "progress": answer_roles.progress,
    "other_roles": answer_roles.other_roles,
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
    "terms",
    "correct",
)
INTENTS = (*_SIMPLE, *_LISTED, *_OTHERS)


def _said(desk: Desk, cite: Citations, asked: Asked, before: Context) -> Said:
    """Raises UsageError for what can't be had."""
    intent, slots = asked.intent, asked.slots
    if intent == "unknown" and asked.nearest:
        return answer_meant.which_question(asked)
    if intent in _SIMPLE:
        return _SIMPLE[intent](desk, cite)
    if intent in _LISTED:
        if asked.full and before.intent == intent:
            whole = _LISTED[intent](desk, Citations(desk.analysis), True)
            if whole.items == before.items:
                return Said(lines=("That was all of it.",), data=whole.data, items=whole.items)
        return _LISTED[intent](desk, cite, asked.full)
    if intent == "terms":
        return answer_job.terms(desk, cite, slots.text)
    if intent == "correct":
        return answer_about.correct(desk, cite, slots.skills)
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
        return answer_compare.compare(desk, cite, tuple(_postings(desk, slots)), slots.text)
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
        return answer_meant.beside(answer_changes.what_if(desk, cite, changes), asked.slots.also)
    found = [answer_changes.what_if(desk, cite, [change]) for change in changes]
    return Said(
        lines=tuple(line for one in found for line in one.lines),
        data={"each": [one.data for one in found]},
        items=tuple(item for one in found for item in one.items),
    )


def _postings(desk: Desk, slots: Slots) -> Iterator[str]:
    """Those that are named, by file, number or title; else the only other one, and all where none is meant."""
    named = (*slots.files, *slots.runs) or named_runs(slots.text, desk, desk.runs())
    if named:
        yield from named
        return
    runs = answer_compare.others(desk)
    if len(runs) == 1 or not slots.other:
        yield from (str(run.run) for run in runs)


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
