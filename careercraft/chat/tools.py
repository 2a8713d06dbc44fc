"""The functions over an analysis that answers are made with: by the rules, and by a model that calls them.

Each gives lines (Markdown, with [1] where it rests on words of a document), the same as plain data, and the sources.
Arguments may come from a model: what doesn't fit the schema is told, never raised.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import msgspec
from msgspec import Struct

from careercraft.chat import (
    answer_changes,
    answer_compare,
    answer_interview,
    answer_job,
    answer_plan,
    answer_roles,
    answer_scores,
    answer_skills,
    answer_verdict,
)
from careercraft.chat.scene import Desk, Item, Said
from careercraft.chat.sources import Citations, Source
from careercraft.errors import CareerCraftError, UsageError
from careercraft.model.chat import ToolSpec
from careercraft.render.explain import KEYS, parse_keys
from careercraft.render.wording import clean

_MOST_WORDS = 200
"""Characters of a text argument that are looked at."""
_MOST_NAMES = 20


class ToolResult(Struct, frozen=True, kw_only=True):
    lines: tuple[str, ...]
    data: dict[str, Any]
    """Plain values. Where it failed: `error`, and `hint` where there is one."""
    sources: tuple[Source, ...]
    """Those that this call cited for the first time in the turn."""
    items: tuple[Item, ...] = ()
    ok: bool = True

    def text(self) -> str:
        """For a model: the lines and the new sources."""
        return "\n".join((*self.lines, *(source.line() for source in self.sources)))


class Tool(Struct, frozen=True, kw_only=True):
    name: str
    description: str
    parameters: dict[str, Any]
    """JSON Schema of an object."""
    run: Callable[[dict[str, Any]], ToolResult]

    @property
    def spec(self) -> ToolSpec:
        """As a model is told of it."""
        return ToolSpec(name=self.name, description=self.description, parameters=self.parameters)


class NoArguments(Struct, frozen=True):
    """Of tools that take none; what else is given is ignored."""


class Score(Struct, frozen=True):
    score: str
    full: bool = False


class Skills(Struct, frozen=True):
    skills: tuple[str, ...] = ()
    full: bool = False


class Lessons(Struct, frozen=True):
    skills: tuple[str, ...] = ()
    full: bool = False
    free: bool = False


class Subject(Struct, frozen=True):
    about: str


class Changes(Struct, frozen=True):
    changes: tuple[str, ...]


class Words(Struct, frozen=True):
    words: str


class Hours(Struct, frozen=True):
    hours_per_week: float | None = None
    full: bool = False


class Time(Struct, frozen=True):
    skills: tuple[str, ...] = ()
    hours_per_week: float | None = None


class Runs(Struct, frozen=True):
    runs: tuple[str, ...] = ()


class Full(Struct, frozen=True):
    full: bool = False


_Answer = Callable[..., Said]
_NAMES = {"type": "array", "items": {"type": "string"}}
_SCHEMAS: dict[str, dict[str, Any]] = {
    "score": {"type": "string", "enum": list(KEYS)},
    "skills": _NAMES,
    "changes": {
        **_NAMES,
        "description": "+Kubernetes, +Docker:2y, -Python, +degree:master, +2y, +location:Berlin",
    },
    "words": {"type": "string"},
    "hours_per_week": {"type": "number"},
    "runs": {**_NAMES, "description": "run numbers, titles, or files that the person named"},
    "full": {"type": "boolean"},
    "free": {"type": "boolean"},
}
"""As short as can be: a small model has little room. Bounds are checked when the tool is called."""


class _Kind(Struct, frozen=True):
    description: str
    takes: type[Struct]
    answer: _Answer


def _explain(desk: Desk, cite: Citations, score: str, full: bool) -> Said:
    return answer_scores.explain(desk, cite, parse_keys([score]), full)


def _how_long(desk: Desk, cite: Citations, skills: tuple[str, ...], hours_per_week: float | None) -> Said:
    return answer_plan.how_long(desk, cite, hours_per_week, skills)


def _roadmap(desk: Desk, cite: Citations, hours_per_week: float | None, full: bool) -> Said:
    return answer_plan.roadmap(desk, cite, hours_per_week, full)


def _resources(desk: Desk, cite: Citations, skills: tuple[str, ...], full: bool, free: bool) -> Said:
    return answer_plan.resources(desk, cite, skills, full, free)


def _skills(desk: Desk, cite: Citations, skills: tuple[str, ...], full: bool) -> Said:
    if not skills:
        return answer_skills.requirements(desk, cite, full)
    return answer_skills.skill(desk, cite, skills)


def _search(desk: Desk, cite: Citations, words: str) -> Said:
    return answer_skills.search(desk, cite, words[:_MOST_WORDS])


def _compare(desk: Desk, cite: Citations, runs: tuple[str, ...], said: str) -> Said:
    return answer_compare.compare(desk, cite, runs, said)


def _what_if(desk: Desk, cite: Citations, changes: tuple[str, ...]) -> Said:
    return answer_changes.what_if(desk, cite, changes)


_FACTS: dict[str, Callable[[Desk, Citations], Said]] = {
    "salary": answer_scores.salary, "location": answer_scores.location, "education": answer_scores.education,
    "experience": answer_scores.experience, "culture": answer_scores.culture, "contract and hours": answer_job.terms,
    "mandatory": answer_verdict.hard, "confidence": answer_verdict.confidence, "left out": answer_job.left_out,
}  # fmt: skip


def _facts(desk: Desk, cite: Citations, about: str) -> Said:
    if about not in _FACTS:
        raise UsageError(f"there is no subject {about!r}", f"one of {', '.join(_FACTS)}")
    return _FACTS[about](desk, cite)


_SCHEMAS["about"] = {"type": "string", "enum": list(_FACTS)}
_KINDS: dict[str, _Kind] = {
    "verdict": _Kind("The verdict, its reasons, and the must-haves that are missing.", NoArguments, answer_verdict.why),
    "ways_to_fit": _Kind("What would make it FIT, with points and hours.", NoArguments, answer_verdict.make_fit),
    "scores": _Kind("All eleven scores in a line each.", NoArguments, answer_scores.overview),
    "explain_score": _Kind("One score with its formula, its rows and their evidence.", Score, _explain),
    "gaps": _Kind("What is missing, with points and hours, the most urgent first.", Full, answer_skills.gaps),
    "strengths": _Kind("What earns the most points.", Full, answer_skills.strengths),
    "skill": _Kind("Whether skills are asked, shown and how; without names, all requirements.", Skills, _skills),
    "search_skills": _Kind("Skills of the taxonomy by words or meaning.", Words, _search),
    "what_if": _Kind("What changes would make of the verdict, all together. Keeps nothing.", Changes, _what_if),
    "next_steps": _Kind("What to do first.", NoArguments, answer_plan.first),
    "how_long": _Kind("Hours and weeks until FIT and until all gaps are closed.", Time, _how_long),
    "roadmap": _Kind("A plan week by week.", Hours, _roadmap),
    "resources": _Kind("What to learn from: for named skills, else for the gaps.", Lessons, _resources),
    "compare": _Kind("This posting beside others of the history, the best first.", Runs, _compare),
    "history": _Kind("The analyses that are kept.", Full, answer_compare.history),
    "other_roles": _Kind("Other roles that the resume fits; takes seconds.", NoArguments, answer_roles.other_roles),
    "progress": _Kind("How the plan that is followed goes.", NoArguments, answer_roles.progress),
    "interview": _Kind("Topics that an interview may turn on.", Full, answer_interview.interview),
    "resume_edits": _Kind("What to write into the resume, if it is true.", NoArguments, answer_skills.improve),
    "facts": _Kind("What both documents say on one subject, and what guards left out.", Subject, _facts),
}  # fmt: skip
NAMES = tuple(_KINDS)


def make_tools(desk: Desk, cite: Citations | None = None, said: str = "") -> tuple[Tool, ...]:
    """All tools over this analysis. `cite` numbers the sources through one turn; one of its own where none is given.
    `said` is what the person wrote: only files that it names are read."""
    shared = cite or Citations(desk.analysis)
    return tuple(
        Tool(
            name=name,
            description=kind.description,
            parameters=_schema(kind.takes),
            run=partial(_run, desk, shared, kind, clean(said)),
        )
        for name, kind in _KINDS.items()
    )


def call(tools: Iterable[Tool], name: str, arguments: Any) -> ToolResult:
    """What the tool of this name gives; that there is none is told as any other mistake of a caller."""
    for tool in tools:
        if tool.name == name:
            return tool.run(arguments)
    return _failed(f"there is no tool {clean(str(name))[:_MOST_WORDS]!r}", f"one of {', '.join(NAMES)}")


def _run(desk: Desk, cite: Citations, kind: _Kind, words: str, arguments: Any) -> ToolResult:
    before = len(cite.all())
    try:
        given = msgspec.convert(arguments, kind.takes, strict=False)
        more = {"said": words} if kind.takes is Runs else {}
        said = kind.answer(desk, cite, **_checked(given), **more)
    except msgspec.ValidationError as error:
        return _failed(f"the arguments don't fit: {error}", "")
    except CareerCraftError as error:
        return _failed(error.message, error.hint)
    return ToolResult(lines=said.lines, data=said.data, sources=cite.since(before), items=said.items)


def _checked(given: Struct) -> dict[str, Any]:
    """Texts on one line and in bounds. Raises UsageError."""
    values = {name: getattr(given, name) for name in given.__struct_fields__}
    for name, value in values.items():
        if isinstance(value, str):
            values[name] = clean(value)[:_MOST_WORDS]
        elif isinstance(value, tuple):
            if len(value) > _MOST_NAMES:
                raise UsageError(f"{name}: {len(value)} are too many", f"{_MOST_NAMES} at the most")
            values[name] = tuple(text for text in (clean(item)[:_MOST_WORDS] for item in value) if text)
    return values


def _failed(message: str, hint: str) -> ToolResult:
    said = clean(f"{message}; {hint}" if hint else message)
    data = {"error": clean(message), **({"hint": clean(hint)} if hint else {})}
    return ToolResult(lines=(f"That didn't work: {said}",), data=data, sources=(), ok=False)


def _schema(takes: type[Struct]) -> dict[str, Any]:
    """What else is given is ignored, so that nothing need be said of it."""
    fields = msgspec.structs.fields(takes)
    required = [field.name for field in fields if field.required]
    return {
        "type": "object",
        "properties": {field.name: _SCHEMAS[field.name] for field in fields},
        **({"required": required} if required else {}),
    }
