"""A person's words to changes: "+Kubernetes:intermediate", "-degree", "+5y", "Docker: 2 years at work"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import UNSET, structs

from careercraft.errors import UsageError
from careercraft.match.education import fields_alike
from careercraft.match.linker import Linker
from careercraft.match.removal import Held, left_without
from careercraft.model.change import AddSkill, Brought, Change, ChangeDegree, ChangeYears, RemoveSkill
from careercraft.model.match import SkillMatch
from careercraft.model.resume import DEGREE_ORDER, PROFICIENCY_ORDER, DegreeLevel, LanguageLevel, Proficiency
from careercraft.parse.degrees import field_after, find_degrees
from careercraft.parse.job_levels import stated_level
from careercraft.parse.language_levels import language_level

_YEARS = re.compile(r"(\d{1,2}(?:[.,]\d+)?)\s*\+?\s*(?:years?|yrs?|y)\b(?:\s+of\b)?", re.IGNORECASE)
_MONTHS = re.compile(r"(\d{1,3})\s*(?:months?|mos?)\b", re.IGNORECASE)
_OF_WORK = re.compile(
    r"^\s*(?:(?:of\s+)?(?:relevant\s+)?(?:work|experience|work experience))?\s*$", re.IGNORECASE
)
_DEGREE = re.compile(r"^(?:degree|education)$", re.IGNORECASE)
_CEFR: dict[LanguageLevel, Proficiency] = {
    "A1": "beginner", "A2": "beginner", "basic": "beginner", "B1": "intermediate", "B2": "intermediate",
    "intermediate": "intermediate", "C1": "advanced", "advanced": "advanced", "fluent": "advanced", "C2": "expert",
    "native": "expert",
}  # fmt: skip
_HOW = 'as "+Kubernetes:intermediate", "+Kubernetes:2y", "-Python", "+degree:master", "-degree" or "+5y"'
_HOW_ADD = 'as --add "Docker: 2 years at work"'
_NEAR = 3
_NEAR_ENOUGH = 0.65
"""Likeness from which a name may be the one that was meant."""


class Named(NamedTuple):
    """What a person's words name; without an id, a requirement that the taxonomy doesn't know."""

    id: str | None
    name: str
    kind: str


def parse_changes(
    texts: Sequence[str], linker: Linker, skills: SkillMatch, asked_fields: Sequence[str], held: Held
) -> tuple[Change, ...]:
    """Of `--what-if`. `held` is what the resume shows. Raises UsageError."""
    reader = _Reader(linker, skills)
    read = [reader.change(" ".join(text.split()), asked_fields) for text in texts]
    removed = {change.id for change in read if isinstance(change, RemoveSkill)}
    return tuple(
        structs.replace(change, leaves=left_without(change, removed, skills, held, linker))
        if isinstance(change, RemoveSkill)
        else change
        for change in read
    )


def parse_additions(texts: Iterable[str], linker: Linker, skills: SkillMatch) -> tuple[AddSkill, ...]:
    """Of `--add`: skills with the years and the level that stand beside them. Raises UsageError."""
    reader = _Reader(linker, skills)
    return tuple(reader.addition(text) for text in texts)


class _Reader:
    def __init__(self, linker: Linker, skills: SkillMatch) -> None:
        self._linker = linker
        self._skills = skills

    def change(self, text: str, asked_fields: Sequence[str]) -> Change:
        sign, rest = text[:1], text[1:].strip()
        if sign not in {"+", "-"} or not rest:
            raise UsageError(f"{text!r} says neither + nor - of what", _HOW)
        years = _YEARS.match(rest)
        if years and _OF_WORK.match(rest[years.end() :]):
            number = float(years[1].replace(",", "."))
            return ChangeYears(text=text, years=number if sign == "+" else -number)
        head, _, details = (part.strip() for part in rest.partition(":"))
        if _DEGREE.match(head):
            return self._degree(text, sign, details, asked_fields)
        if sign == "+":
            return self._added(text, rest, head, details)
        if details:
            raise UsageError(f"{text!r}: what is taken away needs no level or years", _HOW)
        found = self._find(rest)
        return RemoveSkill(text=text, id=found.id, name=found.name)

    def addition(self, text: str) -> AddSkill:
        """Words around the skill are kept and count for nothing: "at work"."""
        words = " ".join(text.split())
        head, colon, details = (part.strip() for part in words.partition(":"))
        if not head:
            raise UsageError("nothing is named that could be added", _HOW_ADD)
        found, rest = (self._find(head), details) if colon else self._inside(words)
        return self._skill(words, found, _years(rest), _any_level(rest), own=True)

    def _degree(self, text: str, sign: str, details: str, asked_fields: Sequence[str]) -> ChangeDegree:
        if sign == "-":
            return ChangeDegree(text=text, level=None)
        level, field = _degree_of(details)
        if level is None:
            raise UsageError(
                f"{text!r} names no degree", f"one of {', '.join(DEGREE_ORDER)}, as +degree:master"
            )
        likeness = fields_alike(asked_fields, [field], self._linker) if field and asked_fields else UNSET
        return ChangeDegree(text=text, level=level, field=field or UNSET, field_match=likeness)

    def _added(self, text: str, whole: str, head: str, details: str) -> AddSkill:
        found = self._known(whole)  # a name may hold a colon
        if found is not None:
            return self._skill(text, found, None, None)
        found = self._find(head)
        years, level = _years(details), _level(details)
        if details and years is None and level is None:
            raise UsageError(
                f"{text!r}: {details!r} is no level and no number of years",
                f"one of {', '.join(PROFICIENCY_ORDER)}, a level such as B2, or years as 2y",
            )
        return self._skill(text, found, years, level)

    def _skill(
        self, text: str, found: Named, years: float | None, level: Proficiency | None, own: bool = False
    ) -> AddSkill:
        return AddSkill(
            text=text,
            id=found.id,
            name=found.name,
            skill_kind=found.kind,
            level=level or UNSET,
            years=UNSET if years is None else years,
            own=own,
            brings=tuple(self._brought(found.id)) if found.id else (),
        )

    def _brought(self, skill_id: str) -> Iterator[Brought]:
        """What the posting asks for of all that comes with the skill or is near to it, ids in order."""
        taxonomy = self._linker.taxonomy
        asked = {entry.id for entry in self._skills.required()}
        names = {name for entry in self._skills.required() for name in entry.alternatives or ()}
        steps, shares = taxonomy.implied(skill_id), taxonomy.skills[skill_id].related
        for other in sorted(steps.keys() | shares.keys()):
            skill = taxonomy.skills.get(other)
            if skill is not None and (other in asked or skill.name in names):
                yield Brought(
                    id=other, name=skill.name, steps=steps.get(other, 0), share=shares.get(other, 0.0)
                )

    def _find(self, name: str) -> Named:
        """Raises UsageError with the nearest names."""
        found = self._known(name)
        if found is None:
            near = ", ".join(self._near(name))
            hint = f"did you mean {near}?" if near else "`careercraft skills search` looks for one"
            raise UsageError(f"the taxonomy knows no skill {name!r}", hint)
        return found

    def _known(self, name: str) -> Named | None:
        """A skill, else a requirement of the posting by its own words."""
        taxonomy = self._linker.taxonomy
        skill = taxonomy.find(name) or taxonomy.skills.get(self._linker.named(name) or "")
        if skill is not None:
            return Named(skill.id, skill.name, skill.kind)
        for entry in self._skills.required():
            if entry.id is None and name.casefold() in {entry.name.casefold(), str(entry.mention).casefold()}:
                return Named(None, entry.name, entry.kind)
        return None

    def _near(self, name: str) -> list[str]:
        from careercraft.match.lookup import search_skills

        found = search_skills(name, self._linker, _NEAR)
        return [skill.name for skill, score in found if score >= _NEAR_ENOUGH]

    def _inside(self, words: str) -> tuple[Named, str]:
        """The one skill that a sentence names, and the words around it: "2 years of Docker at work"."""
        whole = self._known(words)
        if whole is not None:
            return whole, ""
        hits = self._linker.surface.find(words)
        found = list(dict.fromkeys(hit.skill_id for hit in hits))
        if len(found) > 1:
            names = ", ".join(self._linker.taxonomy.skills[skill_id].name for skill_id in found)
            raise UsageError(f"{words!r} names {len(found)} skills: {names}", "give each an --add of its own")
        if not found:
            return self._find(words), ""
        skill, span = self._linker.taxonomy.skills[found[0]], hits[0].span
        rest = f"{words[: span.start]} {words[span.end :]}"
        return Named(skill.id, skill.name, skill.kind), rest


def _years(text: str) -> float | None:
    if found := _YEARS.search(text):
        return float(found[1].replace(",", "."))
    if found := _MONTHS.search(text):
        return round(int(found[1]) / 12, 1)
    return None


def _level(text: str) -> Proficiency | None:
    """One of the four levels, or a language's."""
    for level in PROFICIENCY_ORDER:
        if re.search(rf"\b{level}\b", text, re.IGNORECASE):
            return level
    spoken = language_level(text)
    return _CEFR[spoken] if spoken else None


def _any_level(text: str) -> Proficiency | None:
    """Also in the words of a sentence: "basic knowledge"."""
    return _level(text) or stated_level(text) if text else None


def _degree_of(text: str) -> tuple[DegreeLevel | None, str]:
    """The level and the field of "master", "BSc in Physics", "bachelor: physics"."""
    word, _, rest = text.partition(" ")
    named: Mapping[str, DegreeLevel] = {level: level for level in DEGREE_ORDER}
    plain = named.get(re.sub(r"\W+$", "", word.lower()).replace("-", "_"))
    found = find_degrees(text)
    if found:
        field = field_after(text, found[0])
        if field is not None or plain is None:
            return found[0].level, field.text if field else ""
    return plain, re.sub(r"^(?:in|of|degree|:|,)\s*", "", rest.strip(), flags=re.IGNORECASE)
