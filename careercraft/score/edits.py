"""What may be true already but doesn't show in the resume. Every edit is an "if": nobody is told to claim anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import UNSET, structs

from careercraft.match.again import worth
from careercraft.model.facts import ExperienceFacts, RelevantWork, YearsAsked
from careercraft.model.match import Shown, SkillEntry
from careercraft.model.resume import PROFICIENCY_ORDER
from careercraft.score.education import NAMES
from careercraft.score.steps import Scene, Step, weighed

NAMED_TIERS = frozenset({"exact", "alias", "fuzzy", "stated"})
"""Of what the resume names, in whatever spelling; the others show something else."""
_HELD = frozenset({"certification", "language"})
"""Kinds whose place is a list, so that there is nothing to tell of them."""
_RELEVANT = 0.5
"""Relevance from which the years of a position count, as in `match.experience`."""
CRUMB = 0.3
"""Points under which an edit isn't worth a line."""
_QUOTE = 60
"""Code points of a quote within a sentence; the evidence beside it has the whole."""
_ASKED = {"must": "a must here", "preferred": "preferred here", "nice": "a plus here"}


def edits(scene: Scene) -> list[Step]:
    """Each with the points that it would win, most points first; those that win none are left out."""
    found = weighed(scene, (*_once(_of_skills(scene)), *_dates(scene), *_degree(scene)))
    return sorted(
        (step for step in found if step.points > 0), key=lambda step: (-step.points, step.name, step.edit)
    )


def _once(steps: Iterable[Step]) -> list[Step]:
    """What two requirements ask to be written is written once."""
    found: dict[tuple[str | None, str], Step] = {}
    for step in steps:
        key = (step.id, step.edit)
        old = found.get(key)
        found[key] = old._replace(met=(*old.met, *step.met)) if old is not None else step
    return list(found.values())


def _of_skills(scene: Scene) -> Iterator[Step]:
    for entry in (*scene.skills.matched, *scene.skills.partial):
        told = _edit_of(entry)
        if told is None:
            continue
        text, strength = told
        if strength > entry.strength:
            yield Step(
                name=entry.name,
                id=entry.id,
                met=((entry, structs.replace(entry, strength=strength)),),
                edit=text,
                evidence=entry.resume_evidence[:1],
            )


def _edit_of(entry: SkillEntry) -> tuple[str, float] | None:
    """What to write and how far the requirement would then be met."""
    if entry.source == "self":
        shown = Shown(entries=1)
        return _of_statement(entry), worth(entry, shown, entry.found_years or None, entry.found_level or None)
    if not entry.resume_evidence or is_short_of_years(entry) or is_under_level(entry):
        return None
    if entry.tier in NAMED_TIERS:
        return _of_named(entry)
    if _is_told(entry) and entry.tier != "related" and entry.kind != "certification":
        return _of_other_words(entry), worth(entry, Shown(listed=True))
    return None


def _is_told(entry: SkillEntry) -> bool:
    """By what comes with it, or by words that tell something: one word ("management") means too much or nothing."""
    return isinstance(entry.via, str) and (entry.tier == "implied" or " " in entry.via.strip())


def _of_statement(entry: SkillEntry) -> str:
    return (
        f"You say “{entry.statement}”, the resume doesn't: write it into the position in which you used it."
    )


def _of_named(entry: SkillEntry) -> tuple[str, float] | None:
    """Named, but not shown in all the ways that count."""
    ways = entry.shown or ()
    years, level = entry.found_years or None, entry.found_level or None
    undated = isinstance(entry.required_years, float) and years is None
    asked = f"{entry.name} ({_ASKED[str(entry.importance)]})"
    if undated:
        shown = Shown(listed="listed" in ways, entries=1)
        text = (
            f"Name {entry.name} in the positions in which you used it, with their dates:"
            f" {entry.required_years:g} years are asked."
        )
        return text, worth(entry, shown, entry.required_years or None, level)
    if entry.kind in _HELD or entry.shown is UNSET:
        return None
    if "used" not in ways:
        lacks, told = "stands in no position", "the task in which you used it into the one"
        if entry.kind == "soft":  # a bullet may name it or hint at it
            lacks, told = "is told by no deed of its own", "a deed that shows it into the position"
        text = f"{asked} {lacks}{_quoted(entry)}: write {told} where it was."
        return text, worth(entry, Shown(listed=True, entries=1), years, level)
    if "listed" not in ways and entry.kind != "soft":
        text = f"{asked} stands in a bullet{_quoted(entry)} and not among your skills: list it there too."
        entries = 2 if "repeated" in ways else 1
        shown = Shown(listed=True, entries=entries, recent="recent" in ways)
        return text, worth(entry, shown, years, level)
    return None


def _of_other_words(entry: SkillEntry) -> str:
    if entry.tier == "implied":
        return f"{entry.via} brings {entry.name} along: name {entry.name} too, where you used it."
    words = entry.mention or entry.name
    named = "" if words.casefold() == entry.name.casefold() else f" (“{words}” in the posting)"
    return f"If “{entry.via}”{_quoted(entry)} means {entry.name}{named}, name it there in those words."


def _quoted(entry: SkillEntry) -> str:
    """The words of the resume, cut, where they say more than the name."""
    words = entry.resume_evidence[0].quote.split() if entry.resume_evidence else []
    text = " ".join(words)
    if text.casefold() in {entry.name.casefold(), str(entry.via).casefold()}:
        return ""
    while len(text) > _QUOTE and len(words) > 1:
        words.pop()
        text = " ".join(words) + " …"
    return f", in “{text}”," if isinstance(entry.via, str) else f" (“{text}”)"


def is_short_of_years(entry: SkillEntry) -> bool:
    """The years that the resume shows are too few: no matter of wording or learning."""
    asked, found = entry.required_years, entry.found_years
    return isinstance(asked, float) and isinstance(found, float) and found < asked


def is_under_level(entry: SkillEntry) -> bool:
    asked, found = entry.required_level, entry.found_level
    if not isinstance(asked, str) or not isinstance(found, str):
        return False
    return PROFICIENCY_ORDER.index(found) < PROFICIENCY_ORDER.index(asked)


def _dates(scene: Scene) -> Iterator[Step]:
    """Positions without dates: all of them where no year is known, else each that is of the kind asked."""
    facts = scene.facts.experience
    unknown = [ask for ask in facts.asked if ask.found is None]
    most = max((ask.years for ask in unknown), default=0.0)
    if most:
        yield Step(
            name="dates of your positions",
            experience=_filled(facts, unknown),
            edit=f"No position has dates: give them. Where they come to {most:g} years of this work, what is asked"
            " is met.",
            evidence=tuple(piece for work in facts.work for piece in work.evidence[:1]),
        )
        return
    for work in facts.work:
        short = [ask for ask in facts.asked if _would_count(work, ask)]
        if short and not work.years:
            lacking = max(ask.years - (ask.found or 0.0) for ask in short)
            yield Step(
                name=f"dates of {work.label}",
                experience=_filled(facts, short),
                edit=f"{work.label} has no dates: give them. If it lasted {lacking:.1f} years or more, the years"
                " asked are met.",
                evidence=work.evidence[:1],
            )


def _would_count(work: RelevantWork, ask: YearsAsked) -> bool:
    if ask.found is None or ask.found >= ask.years:
        return False
    counted = set(work.evidence) & set(ask.found_evidence)
    return bool(counted) or (work.relevance >= _RELEVANT and ask.label == "relevant work")


def _filled(facts: ExperienceFacts, asks: list[YearsAsked]) -> ExperienceFacts:
    """With the years asked."""
    full = {id(ask): structs.replace(ask, found=ask.years) for ask in asks}
    return structs.replace(facts, asked=tuple(full.get(id(ask), ask) for ask in facts.asked))


def _degree(scene: Scene) -> Iterator[Step]:
    facts = scene.facts.education
    if facts.asked_level is None or facts.found_none:
        return
    fields = " or ".join(facts.asked_fields)
    if facts.found_level is None:
        held = "the resume names none" if facts.found_known else "the resume shows no education"
        yield Step(
            name=f"a {NAMES[facts.asked_level]}",
            education=structs.replace(facts, found_level=facts.asked_level),
            edit=f"If you hold a {NAMES[facts.asked_level]} or a higher one, write it down: {held}.",
            evidence=facts.found_evidence[:1],
        )
    elif facts.asked_fields and facts.field_match is None and not facts.found_fields:
        yield Step(
            name="the field of your degree",
            education=structs.replace(facts, field_match=1.0),
            edit=f"Your {NAMES[facts.found_level]} names no field: if it is {fields} or near to it, write it down.",
            evidence=facts.found_evidence[:1],
        )
