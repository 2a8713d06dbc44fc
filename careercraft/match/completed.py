"""A resume completed by its owner's profile: what only the profile says counts, at a place of its own."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, TypeVar

from msgspec import Struct, structs

from careercraft.errors import InputError
from careercraft.match.guards.guarded import Weigh, guarded_resume, left_out, without_pasted
from careercraft.match.linker import Linker
from careercraft.match.sides import JobSide, ResumeSide, resume_side
from careercraft.model.analysis import LeftOut
from careercraft.model.document import Problem, Span
from careercraft.model.profile import Profile
from careercraft.parse.json_resume_out import to_json_resume
from careercraft.parse.profile_merge import missing_from, skill_words
from careercraft.parse.profile_skills import listed_skills
from careercraft.parse.profile_text import Item, checked
from careercraft.read.limits import Limits
from careercraft.read.profile import part_document, with_part

_COUNTED = (
    ("work", "position"), ("volunteer", "voluntary position"), ("education", "entry of your education"),
    ("projects", "project"), ("certificates", "certificate"), ("skills", "skill"), ("languages", "language"),
    ("awards", "award"), ("publications", "publication"),
)  # fmt: skip
_LISTS = (
    "work", "education", "projects", "certifications", "skills", "languages", "publications", "awards", "volunteer",
    "references", "interests", "other", "sections",
)  # fmt: skip
_PLACE = ("location", "city", "region", "country")
Value = TypeVar("Value")


def completed(side: ResumeSide, profile: Profile, linker: Linker, limits: Limits) -> ResumeSide:
    """With what the profile has and the resume doesn't; the very same side where that is nothing that counts."""
    part = part_of(side, checked(profile.text, f"the profile {profile.name}"), linker)
    if not part:
        return side
    try:
        own = guarded_resume(resume_side(part_document(profile, part, limits), linker), linker)
    except InputError:  # no words in it, or none that count
        return side
    return joined(side, own, Problem(code="profile", message=told(part), severity="info"))


def part_of(side: ResumeSide, payload: Item, linker: Linker) -> Item:
    """Entries of the profile that the resume doesn't have, as a JSON Resume of their own; the place too, where the
    resume says none. A skill that the resume shows without listing it is there, unless the profile tells its level or
    years."""

    def key(name: str) -> Hashable:
        skill = linker.taxonomy.find(name)
        return skill.id if skill else linker.named(name) or skill_words(name)

    part = missing_from(payload, to_json_resume(side.resume), key)
    shown = {hit.skill_id for hit in side.mentions}
    skills = [one for one in part.pop("skills", []) if key(one["name"]) not in shown or len(one) > 1]
    if skills:
        part["skills"] = skills
    basics = payload.get("basics")
    place = basics.get("location") if isinstance(basics, dict) else None
    return {"basics": {"location": place}, **part} if place and side.resume.location is None else part


def told(part: Item) -> str:
    counts = (
        (len(listed_skills(part)) if key == "skills" else len(part.get(key, ())), noun)
        for key, noun in _COUNTED
    )
    found = [f"{count} {noun if count == 1 else _plural(noun)}" for count, noun in counts if count]
    found += ["your place"] if "basics" in part else []
    what = " and ".join(filter(None, (", ".join(found[:-1]), *found[-1:]))) or "what it says"
    return f"your profile completes the resume by {what}; these are your own words, and no words of the file"


def joined(base: ResumeSide, own: ResumeSide, note: Problem | None = None) -> ResumeSide:
    """Both as one, the profile's part behind the other."""
    document, moved = with_part(base.document, own.document)
    if note:
        document = structs.replace(document, problems=(*document.problems, note))
    added = _moved(own.resume, moved)
    lists = {name: (*getattr(base.resume, name), *getattr(added, name)) for name in _LISTS}
    places = {} if base.resume.location else {name: getattr(added, name) for name in _PLACE}
    return ResumeSide(
        document=document,
        resume=structs.replace(base.resume, **lists, **places),
        mentions=(*base.mentions, *_moved(own.mentions, moved)),
        parts=(base, own),
        note=note,
    )


def without_pasted_parts(resume: ResumeSide, job: JobSide, linker: Linker) -> tuple[ResumeSide, JobSide]:
    """As `without_pasted`, of the file and of the profile each by itself."""
    if resume.parts is None:
        return without_pasted(resume, job, linker)
    base, job = without_pasted(resume.parts[0], job, linker)
    own, job = without_pasted(resume.parts[1], job, linker)
    same = base is resume.parts[0] and own is resume.parts[1]
    return resume if same else joined(base, own, resume.note), job


def left_out_parts(resume: ResumeSide, job: JobSide, linker: Linker, weigh: Weigh) -> tuple[LeftOut, ...]:
    """As `left_out`; what is out of the profile's part comes last."""
    if resume.parts is None:
        return left_out(resume, job, linker, weigh)
    base, own = resume.parts
    found = left_out(base, job, linker, lambda mine, theirs: weigh(joined(mine, own), theirs))
    if not own.suspects:
        return found
    more = left_out(own, job, linker, lambda mine, theirs: weigh(joined(base, mine), theirs))
    return (*found, *(one for one in more if one.document == "resume"))


def _plural(noun: str) -> str:
    return noun.replace("entry", "entries") if noun.startswith("entry") else f"{noun}s"


def _moved(value: Value, by: int) -> Value:
    """With all its spans moved."""
    found: Any = value
    if isinstance(value, Span):
        found = Span(value.start + by, value.end + by)
    elif isinstance(value, tuple):
        found = tuple(_moved(item, by) for item in value)
    elif isinstance(value, Struct):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        found = type(value)(**{name: _moved(item, by) for name, item in fields.items()})
    return found  # type: ignore[no-any-return]
